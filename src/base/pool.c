/* pool.c - interned strings in an arena, found by open addressing. */
#include "pool.h"
#include <string.h>

enum { FIRST_CHUNK_BYTES = 4 * 1024, CHUNK_BYTES = 64 * 1024, FIRST_SLOTS = 256 };

typedef struct Slot {
    const char *text; /* NULL = free; four bytes of length stand before it */
    uint32_t hash;
} Slot;

struct Pool {
    Slot *slot;
    size_t n_slots, n_used; /* n_slots is a power of two, at most 2/3 used */
    GPtrArray *chunk;
    char *next, *end; /* free part of the last chunk */
    size_t bytes;
};

static uint64_t read64(const char *s)
{
    uint64_t w;
    memcpy(&w, s, sizeof w);
    return w;
}

static uint64_t read32(const char *s)
{
    uint32_t w;
    memcpy(&w, s, sizeof w);
    return w;
}

static uint64_t mix(uint64_t h, uint64_t word)
{
    h = (h ^ word) * UINT64_C(0x9E3779B97F4A7C15);
    return h ^ (h >> 29);
}

/* Eight bytes a step; the last step overlaps the one before, so that no byte needs a loop of its own. */
static uint32_t hash_bytes(const char *s, size_t n)
{
    uint64_t h = mix(UINT64_C(0xA0761D6478BD642F), n);
    if (n >= 8) {
        for (size_t i = 0; i + 8 < n; i += 8)
            h = mix(h, read64(s + i));
        h = mix(h, read64(s + n - 8));
    } else if (n >= 4) {
        h = mix(h, read32(s) << 32 | read32(s + n - 4));
    } else if (n > 0) {
        const unsigned char *b = (const unsigned char *)s;
        h = mix(h, (uint64_t)b[0] << 16 | (uint64_t)b[n / 2] << 8 | b[n - 1]);
    }
    h = mix(h, h >> 32);
    return (uint32_t)(h >> 32);
}

static size_t text_length(const char *text)
{
    uint32_t n;
    memcpy(&n, text - sizeof n, sizeof n);
    return n;
}

Pool *pool_new(void)
{
    Pool *pool = g_new0(Pool, 1);
    pool->n_slots = FIRST_SLOTS;
    pool->slot = g_new0(Slot, pool->n_slots);
    pool->chunk = g_ptr_array_new_with_free_func(g_free);
    return pool;
}

void pool_free(Pool *pool)
{
    if (!pool)
        return;
    g_ptr_array_free(pool->chunk, TRUE);
    g_free(pool->slot);
    g_free(pool);
}

/* The slot that holds these bytes, or the free one where they belong. */
static Slot *find_slot(const Pool *pool, const char *s, size_t n, uint32_t hash)
{
    size_t mask = pool->n_slots - 1;
    size_t i = hash & mask;
    while (pool->slot[i].text) {
        const Slot *slot = &pool->slot[i];
        if (slot->hash == hash && text_length(slot->text) == n && memcmp(slot->text, s, n) == 0)
            break;
        i = (i + 1) & mask;
    }
    return &pool->slot[i];
}

static void grow(Pool *pool)
{
    Slot *old = pool->slot;
    size_t n_old = pool->n_slots;
    pool->n_slots *= 2;
    pool->slot = g_new0(Slot, pool->n_slots);
    for (size_t k = 0; k < n_old; k++) {
        if (!old[k].text)
            continue;
        size_t i = old[k].hash & (pool->n_slots - 1);
        while (pool->slot[i].text)
            i = (i + 1) & (pool->n_slots - 1);
        pool->slot[i] = old[k];
    }
    g_free(old);
}

static const char *store(Pool *pool, const char *s, size_t n)
{
    uint32_t length = (uint32_t)n;
    size_t need = sizeof length + n + 1;
    char *at;
    if (need > CHUNK_BYTES / 4) { /* a long text gets a chunk of its own, and the present one stays open */
        at = g_malloc(need);
        g_ptr_array_add(pool->chunk, at);
    } else {
        if ((size_t)(pool->end - pool->next) < need) {
            size_t room = MIN((size_t)CHUNK_BYTES, MAX((size_t)FIRST_CHUNK_BYTES, pool->bytes)); /* twice each time */
            room = MAX(room, need);
            pool->next = g_malloc(room);
            pool->end = pool->next + room;
            g_ptr_array_add(pool->chunk, pool->next);
        }
        at = pool->next;
        pool->next += need;
    }
    memcpy(at, &length, sizeof length);
    at += sizeof length;
    memcpy(at, s, n);
    at[n] = '\0';
    pool->bytes += need;
    return at;
}

const char *pool_intern(Pool *pool, const char *s, size_t n)
{
    g_assert(n < UINT32_MAX - 16);
    if (n == 0)
        s = "";
    uint32_t hash = hash_bytes(s, n);
    Slot *slot = find_slot(pool, s, n, hash);
    if (slot->text)
        return slot->text;
    if (pool->n_used * 3 >= pool->n_slots * 2) {
        grow(pool);
        slot = find_slot(pool, s, n, hash);
    }
    *slot = (Slot){store(pool, s, n), hash};
    pool->n_used++;
    return slot->text;
}

const char *pool_string(Pool *pool, const char *s) { return s ? pool_intern(pool, s, strlen(s)) : NULL; }

const char *pool_find(const Pool *pool, const char *s, size_t n)
{
    if (n == 0)
        s = "";
    return find_slot(pool, s, n, hash_bytes(s, n))->text;
}

size_t pool_bytes(const Pool *pool) { return pool->bytes + pool->n_slots * sizeof(Slot); }
