/* lookup.c - an open-addressing table keyed by a number and an interned string. */
#include "lookup.h"
#include <string.h>

enum { FIRST_SLOTS = 256, MOST_KEPT = 4096 };

typedef struct Slot {
    const char *text; /* NULL = free */
    uint32_t scope, row;
} Slot;

struct Lookup {
    Slot *slot;
    size_t n_slots, n_used; /* n_slots is a power of two, at most half used */
};

Lookup *lookup_new(void)
{
    Lookup *lookup = g_new0(Lookup, 1);
    lookup->n_slots = FIRST_SLOTS;
    lookup->slot = g_new0(Slot, lookup->n_slots);
    return lookup;
}

void lookup_free(Lookup *lookup)
{
    if (!lookup)
        return;
    g_free(lookup->slot);
    g_free(lookup);
}

void lookup_clear(Lookup *lookup)
{
    if (lookup->n_slots > MOST_KEPT) { /* one large document does not slow down the small ones after it */
        lookup->n_slots = FIRST_SLOTS;
        g_free(lookup->slot);
        lookup->slot = g_new0(Slot, lookup->n_slots);
    } else if (lookup->n_used) {
        memset(lookup->slot, 0, lookup->n_slots * sizeof *lookup->slot);
    }
    lookup->n_used = 0;
}

/* The slot of the key, or the free one where it belongs. */
static Slot *find_slot(const Lookup *lookup, uint32_t scope, const char *text)
{
    uint64_t h = ((uint64_t)(uintptr_t)text + (uint64_t)scope * UINT64_C(0xD6E8FEB86659FD93));
    h = (h ^ (h >> 32)) * UINT64_C(0x9E3779B97F4A7C15);
    size_t mask = lookup->n_slots - 1, i = (size_t)(h >> 20) & mask;
    while (lookup->slot[i].text && (lookup->slot[i].text != text || lookup->slot[i].scope != scope))
        i = (i + 1) & mask;
    return &lookup->slot[i];
}

static void grow(Lookup *lookup)
{
    Slot *old = lookup->slot;
    size_t n_old = lookup->n_slots;
    lookup->n_slots *= 2;
    lookup->slot = g_new0(Slot, lookup->n_slots);
    for (size_t i = 0; i < n_old; i++) {
        if (old[i].text)
            *find_slot(lookup, old[i].scope, old[i].text) = old[i];
    }
    g_free(old);
}

uint32_t lookup_get(const Lookup *lookup, uint32_t scope, const char *text)
{
    const Slot *slot = find_slot(lookup, scope, text);
    return slot->text ? slot->row : UINT32_MAX;
}

void lookup_set(Lookup *lookup, uint32_t scope, const char *text, uint32_t row)
{
    Slot *slot = find_slot(lookup, scope, text);
    if (!slot->text && 2 * (lookup->n_used + 1) > lookup->n_slots) {
        grow(lookup);
        slot = find_slot(lookup, scope, text);
    }
    lookup->n_used += !slot->text;
    *slot = (Slot){text, scope, row};
}
