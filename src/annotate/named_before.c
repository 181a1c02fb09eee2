/* named_before.c - whom "the two ministers" and "the four countries" mean: those named before them. */
#include "reading.h"

uint32_t named_before(const Reading *r, const Span *s, MarkKind kind, uint32_t n, uint32_t *row)
{
    uint32_t k = reading_before(r, s->first), low = k > READING_LOOK_BACK ? k - READING_LOOK_BACK : 0, found = 0;
    while (k-- > low && found < n) {
        const Span *x = reading_span(r, g_array_index(r->order, uint32_t, k));
        uint32_t actor = x->kind == kind ? reading_actor(r, x) : ID_NONE;
        bool new = actor != ID_NONE;
        for (uint32_t i = 0; i < found; i++)
            new &= row[i] != actor;
        if (new)
            row[found++] = actor;
    }
    for (uint32_t i = 0; i < found / 2; i++) { /* in order of the text */
        uint32_t swap = row[i];
        row[i] = row[found - 1 - i];
        row[found - 1 - i] = swap;
    }
    return found;
}

/* Do only a comma, "and" and an article stand between two names? */
static bool is_list(const Reading *r, uint32_t from, uint32_t end)
{
    for (uint32_t i = from; i < end; i++) {
        if (!reading_is_one(r, i, (const char *const[]){",", "and", "the", "&", NULL}))
            return false;
    }
    return end > from;
}

bool named_together(const Reading *r, const Span *s, MarkKind kind, uint32_t n, uint32_t *row)
{
    uint32_t k = reading_before(r, s->first), low = k > READING_LOOK_BACK ? k - READING_LOOK_BACK : 0, found = 0;
    const Span *next = NULL;
    while (k-- > low) {
        const Span *x = reading_span(r, g_array_index(r->order, uint32_t, k));
        uint32_t actor = x->kind == kind && !x->inner && x->targets.n == 1 ? reading_actor(r, x) : ID_NONE;
        if (actor == ID_NONE)
            continue;
        bool joined = next && is_list(r, x->end, next->first);
        if (!joined && found == n)
            break;
        found = joined ? found : 0;
        if (found < n)
            row[n - 1 - found] = actor; /* in order of the text */
        found++;
        next = x;
    }
    return found == n;
}
