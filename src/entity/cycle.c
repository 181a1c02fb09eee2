/* cycle.c - relations that would put someone above itself: found in order, dropped, reported with all their members. */
#include "cycle.h"
#include <string.h>

/* Edges by their lower end, in order. */
typedef struct Upward {
    uint32_t *first, *edge;
} Upward;

static void upward_init(Upward *up, const CycleEdge *edge, size_t n, size_t n_vertices)
{
    up->first = g_new0(uint32_t, n_vertices + 2);
    up->edge = g_new(uint32_t, n + 1);
    for (size_t i = 0; i < n; i++)
        up->first[edge[i].below + 2]++;
    for (size_t v = 0; v < n_vertices; v++)
        up->first[v + 2] += up->first[v + 1];
    for (size_t i = 0; i < n; i++)
        up->edge[up->first[edge[i].below + 1]++] = (uint32_t)i;
}

static void upward_clear(Upward *up)
{
    g_free(up->first);
    g_free(up->edge);
}

/* Peels off, again and again, vertices with nobody below them; what is left is on a cycle or above one. NULL: nothing.
 */
static bool *find_core(const CycleEdge *edge, size_t n, size_t n_vertices, const Upward *up)
{
    g_autofree uint32_t *n_below = g_new0(uint32_t, n_vertices + 1);
    g_autofree uint32_t *queue = g_new(uint32_t, n_vertices + 1);
    g_autofree bool *core = g_new(bool, n_vertices + 1);
    size_t head = 0, tail = 0;
    memset(core, true, n_vertices + 1);
    for (size_t i = 0; i < n; i++)
        n_below[edge[i].above]++;
    for (uint32_t v = 0; v < n_vertices; v++)
        if (n_below[v] == 0)
            queue[tail++] = v;
    while (head < tail) {
        uint32_t v = queue[head++];
        core[v] = false;
        for (uint32_t i = up->first[v]; i < up->first[v + 1]; i++)
            if (--n_below[edge[up->edge[i]].above] == 0)
                queue[tail++] = edge[up->edge[i]].above;
    }
    return tail == n_vertices ? NULL : g_steal_pointer(&core);
}

typedef struct Visit {
    uint32_t vertex, back; /* back: index of the visit it came from */
    int32_t from, to;
} Visit;

typedef struct Search {
    const CycleEdge *edge;
    const Upward *up;
    const bool *core;
    bool *accepted;
    uint32_t *stamp; /* vertex → number of the last search that saw it */
    GArray *visit;
} Search;

/* Searches from the edge's upper end for its lower end, over accepted edges that share a day with it; returns the index
 * of the last visit or UINT32_MAX. A vertex is entered once a search, by the first way found to it. */
static uint32_t find_way_back(Search *s, size_t number)
{
    const CycleEdge *own = &s->edge[number];
    Visit start = {own->above, UINT32_MAX, own->from, own->to};
    g_array_set_size(s->visit, 0);
    g_array_append_val(s->visit, start);
    s->stamp[own->above] = (uint32_t)number + 1;
    for (guint at = 0; at < s->visit->len; at++) {
        Visit v = g_array_index(s->visit, Visit, at);
        if (v.vertex == own->below)
            return at;
        for (uint32_t i = s->up->first[v.vertex]; i < s->up->first[v.vertex + 1]; i++) {
            uint32_t e = s->up->edge[i];
            Visit next = {s->edge[e].above, at, MAX(v.from, s->edge[e].from), MIN(v.to, s->edge[e].to)};
            if (!s->accepted[e] || s->stamp[next.vertex] == number + 1 || next.from > next.to)
                continue;
            s->stamp[next.vertex] = (uint32_t)number + 1;
            g_array_append_val(s->visit, next);
        }
    }
    return UINT32_MAX;
}

static void report_cycle(const Search *s, size_t number, uint32_t last, CycleReport report, void *context)
{
    g_autoptr(GArray) vertex = g_array_new(false, false, sizeof(uint32_t));
    for (uint32_t at = last; at != UINT32_MAX; at = g_array_index(s->visit, Visit, at).back)
        g_array_prepend_val(vertex, g_array_index(s->visit, Visit, at).vertex);
    g_array_prepend_val(vertex, s->edge[number].below);
    report(context, number, (const uint32_t *)(const void *)vertex->data, vertex->len);
}

void cycle_break(CycleEdge *edge, size_t n, size_t n_vertices, CycleReport report, void *context)
{
    Upward up;
    upward_init(&up, edge, n, n_vertices);
    g_autofree bool *core = find_core(edge, n, n_vertices, &up);
    if (core) {
        g_autofree bool *accepted = g_new0(bool, n + 1);
        g_autofree uint32_t *stamp = g_new0(uint32_t, n_vertices + 1);
        Search search = {edge, &up, core, accepted, stamp, g_array_new(false, false, sizeof(Visit))};
        for (size_t i = 0; i < n; i++) {
            uint32_t last = UINT32_MAX;
            if (core[edge[i].below] && core[edge[i].above])
                last = find_way_back(&search, i);
            accepted[i] = last == UINT32_MAX;
            edge[i].dropped = !accepted[i];
            if (edge[i].dropped)
                report_cycle(&search, i, last, report, context);
        }
        g_array_unref(search.visit);
    }
    upward_clear(&up);
}
