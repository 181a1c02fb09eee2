/* coreference.c - marks of chains laid on the labelled marks of the same words. */
#include "coreference.h"
#include <stdlib.h>

/* Labelled marks come first among those of one span. */
static int compare(const void *a, const void *b)
{
    const StandoffMark *x = *(StandoffMark *const *)a, *y = *(StandoffMark *const *)b;
    if (x->span.begin != y->span.begin)
        return x->span.begin < y->span.begin ? -1 : 1;
    if (x->span.end != y->span.end)
        return x->span.end < y->span.end ? -1 : 1;
    if (!x->label != !y->label)
        return x->label ? -1 : 1;
    return x < y ? -1 : x > y;
}

void coreference_join(Standoff *s)
{
    guint n = 0;
    g_autofree StandoffMark **mark = g_new(StandoffMark *, s->mark->len + 1);
    for (guint i = 0; i < s->mark->len; i++) {
        StandoffMark *m = standoff_mark(s, i);
        if (!m->dropped && m->pieces.n == 0 && (m->label || m->chain))
            mark[n++] = m;
    }
    qsort(mark, n, sizeof *mark, compare);
    StandoffMark *named = NULL; /* the first labelled one of the span */
    for (guint i = 0; i < n; i++) {
        StandoffMark *m = mark[i];
        if (!named || named->span.begin != m->span.begin || named->span.end != m->span.end)
            named = m->label ? m : NULL;
        if (named && !m->label && (!named->chain || named->chain == m->chain)) {
            named->chain = m->chain;
            m->dropped = true;
        }
    }
}
