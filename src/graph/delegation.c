/* delegation.c - who in an event belongs to whom: one affiliation chain is one delegation. */
#include "delegation.h"
#include "disjoint.h"
#include <string.h>

/* Rows of the actors above one cell's actor that are in the same event. */
typedef struct Above {
    const Incidence *incidence;
    uint32_t *row_of;  /* actor → row or UINT32_MAX */
    uint32_t *cell_at; /* row → its cell in the present event, else UINT32_MAX */
    ActorId *superior;
    size_t room;
} Above;

static void above_init(Above *above, const Incidence *inc)
{
    *above = (Above){.incidence = inc, .room = 16};
    above->row_of = g_new(uint32_t, inc->cast->n_actors + 1);
    above->cell_at = g_new(uint32_t, inc->n_actors + 1);
    above->superior = g_new(ActorId, above->room);
    memset(above->row_of, 0xff, (inc->cast->n_actors + 1) * sizeof(uint32_t));
    memset(above->cell_at, 0xff, (inc->n_actors + 1) * sizeof(uint32_t));
    for (uint32_t row = 0; row < inc->n_actors; row++)
        above->row_of[inc->actor[row].i] = row;
}

static void above_clear(Above *above)
{
    g_free(above->row_of);
    g_free(above->cell_at);
    g_free(above->superior);
}

static void above_enter(Above *above, uint32_t column, bool in)
{
    const Incidence *inc = above->incidence;
    for (uint32_t cell = inc->event_first[column]; cell < inc->event_first[column + 1]; cell++)
        above->cell_at[inc->cell_actor[cell]] = in ? cell : UINT32_MAX;
}

/* Compacts above->superior to the superiors that are rows of the present event; returns their number. */
static size_t above_of(Above *above, uint32_t cell, Date day)
{
    const Incidence *inc = above->incidence;
    ActorId actor = inc->actor[inc->cell_actor[cell]];
    size_t n, kept = 0;
    while ((n = hierarchy_superiors(inc->hierarchy, actor, day, above->superior, above->room)) > above->room) {
        above->superior = g_renew(ActorId, above->superior, n);
        above->room = n;
    }
    for (size_t i = 0; i < n; i++) {
        uint32_t row = above->row_of[above->superior[i].i];
        if (row != UINT32_MAX && above->cell_at[row] != UINT32_MAX)
            above->superior[kept++] = above->superior[i];
    }
    return kept;
}

void delegation_count(Incidence *inc)
{
    Above above;
    above_init(&above, inc);
    inc->cell_delegation = g_new(uint32_t, inc->n_cells + 1);
    g_autofree uint32_t *parent = g_new(uint32_t, inc->n_cells + 1);
    for (uint32_t i = 0; i < inc->n_cells; i++)
        parent[i] = i;
    for (uint32_t column = 0; column < inc->n_events; column++) {
        Date day = inc->corpus->event[inc->event[column].i].first;
        uint32_t first = inc->event_first[column], end = inc->event_first[column + 1], k = 0;
        above_enter(&above, column, true);
        for (uint32_t cell = first; cell < end; cell++) {
            size_t n = above_of(&above, cell, day);
            for (size_t i = 0; i < n; i++)
                disjoint_unite(parent, cell, above.cell_at[above.row_of[above.superior[i].i]]);
        }
        above_enter(&above, column, false);
        /* the lowest cell of a delegation is its root, so numbers rise with the cells */
        for (uint32_t cell = first; cell < end; cell++) {
            uint32_t root = disjoint_root(parent, cell);
            inc->cell_delegation[cell] = root == cell ? k++ : inc->cell_delegation[root];
        }
        inc->event_k[column] = k;
    }
    above_clear(&above);
}

static int by_number(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

uint64_t *delegation_kin(const Incidence *inc, size_t *n)
{
    g_autoptr(GArray) pair = g_array_new(false, false, sizeof(uint64_t));
    Above above;
    above_init(&above, inc);
    for (uint32_t column = 0; column < inc->n_events; column++) {
        Date day = inc->corpus->event[inc->event[column].i].first;
        above_enter(&above, column, true);
        for (uint32_t cell = inc->event_first[column]; cell < inc->event_first[column + 1]; cell++) {
            size_t n_above = above_of(&above, cell, day);
            for (size_t i = 0; i < n_above; i++) {
                uint64_t a = inc->cell_actor[cell], b = above.row_of[above.superior[i].i];
                uint64_t key = MIN(a, b) << 32 | MAX(a, b);
                g_array_append_val(pair, key);
            }
        }
        above_enter(&above, column, false);
    }
    above_clear(&above);
    g_array_sort(pair, by_number);
    size_t kept = 0;
    uint64_t *sorted = (uint64_t *)(void *)pair->data;
    for (size_t i = 0; i < pair->len; i++)
        if (i == 0 || sorted[i] != sorted[i - 1])
            sorted[kept++] = sorted[i];
    *n = kept;
    return (uint64_t *)(void *)g_array_free(g_steal_pointer(&pair), false);
}
