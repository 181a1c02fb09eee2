/* compare_match.c - who and what two incidences have in common, as one table to be compared. */
#include "compare_match.h"
#include "disjoint.h"
#include "leave_out.h"
#include "utf8.h"
#include <stdlib.h>
#include <string.h>

static const Actor *actor_at(const Incidence *in, uint32_t row) { return &in->cast->actor[in->actor[row].i]; }
static const Event *event_at(const Incidence *in, uint32_t column) { return &in->corpus->event[in->event[column].i]; }

/* --- actors --- */

/* "official:anna bo" → row + 1, or UINT32_MAX where several have it. */
static GHashTable *rows_by(const Incidence *in, char *(*key_of)(const Actor *))
{
    GHashTable *rows = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (uint32_t i = 0; i < in->n_actors; i++) {
        char *key = key_of(actor_at(in, i));
        bool known = g_hash_table_contains(rows, key);
        g_hash_table_insert(rows, key, GUINT_TO_POINTER(known ? UINT32_MAX : i + 1));
    }
    return rows;
}

static char *key_of_id(const Actor *a) { return g_strdup_printf("%d:%s", (int)a->type, a->id); }

static char *key_of_name(const Actor *a)
{
    g_autofree char *key = utf8_key(a->label);
    return g_strdup_printf("%d:%s", (int)a->type, key);
}

/* The one row of side 0 that has this key and no partner yet, or UINT32_MAX. */
static uint32_t partner_of(GHashTable *rows, const Actor *a, char *(*key_of)(const Actor *), const bool *taken)
{
    g_autofree char *key = key_of(a);
    uint32_t found = GPOINTER_TO_UINT(g_hash_table_lookup(rows, key));
    return found == 0 || found == UINT32_MAX || taken[found - 1] ? UINT32_MAX : found - 1;
}

/* same[row of side 1] = row of side 0 or UINT32_MAX. */
static void match_actors_of_two(const Incidence *a, const Incidence *b, uint32_t *same, size_t *n_by_name)
{
    g_autoptr(GHashTable) by_id = rows_by(a, key_of_id);
    g_autoptr(GHashTable) by_name = rows_by(a, key_of_name);
    g_autoptr(GHashTable) own_names = rows_by(b, key_of_name);
    g_autofree bool *taken = g_new0(bool, a->n_actors + 1);
    for (uint32_t i = 0; i < b->n_actors; i++) {
        same[i] = partner_of(by_id, actor_at(b, i), key_of_id, taken);
        if (same[i] != UINT32_MAX)
            taken[same[i]] = true;
    }
    for (uint32_t i = 0; i < b->n_actors; i++) {
        g_autofree char *name = key_of_name(actor_at(b, i));
        if (same[i] != UINT32_MAX || GPOINTER_TO_UINT(g_hash_table_lookup(own_names, name)) != i + 1)
            continue;
        same[i] = partner_of(by_name, actor_at(b, i), key_of_name, taken);
        if (same[i] != UINT32_MAX) {
            taken[same[i]] = true;
            (*n_by_name)++;
        }
    }
}

static void match_actors_of_one(const Incidence *a, const Incidence *b, uint32_t *same)
{
    g_autofree uint32_t *row = g_new(uint32_t, a->cast->n_actors + 1);
    memset(row, 0xff, (a->cast->n_actors + 1) * sizeof *row);
    for (uint32_t i = 0; i < a->n_actors; i++)
        row[a->actor[i].i] = i;
    for (uint32_t i = 0; i < b->n_actors; i++)
        same[i] = row[b->actor[i].i];
}

static void number_actors(Matched *m)
{
    const Incidence *a = m->side[0], *b = m->side[1];
    g_autofree uint32_t *same = g_new(uint32_t, b->n_actors + 1);
    if (a->corpus == b->corpus)
        match_actors_of_one(a, b, same);
    else
        match_actors_of_two(a, b, same, &m->n_by_name);
    size_t most = a->n_actors + b->n_actors + 1;
    m->actor = g_new(ActorId, most);
    for (int s = 0; s < 2; s++) {
        m->actor_of_row[s] = g_new(uint32_t, m->side[s]->n_actors + 1);
        m->row_of_actor[s] = g_new(uint32_t, most);
        memset(m->row_of_actor[s], 0xff, most * sizeof(uint32_t));
    }
    for (uint32_t i = 0; i < a->n_actors; i++) {
        m->actor_of_row[0][i] = m->row_of_actor[0][i] = i;
        m->actor[i] = a->actor[i];
    }
    m->compared.n_actors = a->n_actors;
    for (uint32_t i = 0; i < b->n_actors; i++) {
        uint32_t number = same[i] == UINT32_MAX ? (uint32_t)m->compared.n_actors++ : same[i];
        m->actor_of_row[1][i] = number;
        m->row_of_actor[1][number] = i;
        if (same[i] == UINT32_MAX)
            m->actor[number] = b->actor[i];
    }
}

/* --- events --- */

static int by_actor(const void *a, const void *b)
{
    const ComparedCell *x = a, *y = b;
    return (x->actor > y->actor) - (x->actor < y->actor);
}

/* The cells of one column, by actor, to the end of cells. */
static Slice cells_of(const Matched *m, int s, uint32_t column, Measure by, Weight weight, GArray *cells)
{
    const Incidence *in = m->side[s];
    Slice run = {cells->len, in->event_first[column + 1] - in->event_first[column]};
    bool strength = by != MEASURE_EVENTS;
    double each = strength ? leave_out_share(weight, in->event_k[column]) : 1;
    for (uint32_t c = in->event_first[column]; c < in->event_first[column + 1]; c++) {
        ComparedCell cell = {m->actor_of_row[s][in->cell_actor[c]], in->cell_delegation ? in->cell_delegation[c] : c,
                             strength ? each * leave_out_partners(in, column, c) : each};
        g_array_append_val(cells, cell);
    }
    qsort(&g_array_index(cells, ComparedCell, run.first), run.n, sizeof(ComparedCell), by_actor);
    return run;
}

static bool same_cells(const GArray *cells, Slice a, Slice b)
{
    bool same = a.n == b.n;
    for (uint32_t i = 0; same && i < a.n; i++) {
        const ComparedCell *x = &g_array_index(cells, ComparedCell, a.first + i),
                           *y = &g_array_index(cells, ComparedCell, b.first + i);
        same = x->actor == y->actor && x->share == y->share;
    }
    return same;
}

static char *key_of_event(const Event *e)
{
    return g_strdup_printf("%d:%d:%s:%s", e->first.earliest, e->first.latest, e->id, e->label);
}

/* same[column of side 1] = column of side 0 or UINT32_MAX. */
static void match_events(const Incidence *a, const Incidence *b, uint32_t *same)
{
    bool one = a->corpus == b->corpus;
    g_autoptr(GHashTable) column = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autofree uint32_t *of_event = g_new(uint32_t, a->corpus->n_events + 1);
    memset(of_event, 0xff, (a->corpus->n_events + 1) * sizeof *of_event);
    for (uint32_t e = 0; e < a->n_events; e++) {
        of_event[a->event[e].i] = e;
        if (!one) {
            char *key = key_of_event(event_at(a, e));
            bool known = g_hash_table_contains(column, key); /* ids are local to their file: who is meant? */
            g_hash_table_insert(column, key, GUINT_TO_POINTER(known ? UINT32_MAX : e + 1));
        }
    }
    for (uint32_t e = 0; e < b->n_events; e++) {
        if (one) {
            same[e] = of_event[b->event[e].i];
            continue;
        }
        g_autofree char *key = key_of_event(event_at(b, e));
        uint32_t found = GPOINTER_TO_UINT(g_hash_table_lookup(column, key));
        same[e] = found == 0 || found == UINT32_MAX ? UINT32_MAX : found - 1;
        if (same[e] != UINT32_MAX)
            g_hash_table_insert(column, g_steal_pointer(&key), GUINT_TO_POINTER(UINT32_MAX)); /* once only */
    }
}

static void lay_events(Matched *m, Measure by, Weight weight, uint32_t **parent)
{
    const Incidence *a = m->side[0], *b = m->side[1];
    Compared *c = &m->compared;
    size_t most = a->n_events + b->n_events + 1;
    g_autofree uint32_t *same = g_new(uint32_t, b->n_events + 1);
    GArray *cells = g_array_new(FALSE, FALSE, sizeof(ComparedCell));
    match_events(a, b, same);
    c->event = g_new0(ComparedEvent, most);
    *parent = g_new(uint32_t, most);
    for (uint32_t i = 0; i < most; i++)
        (*parent)[i] = i;
    for (int s = 0; s < 2; s++) {
        m->event_of_column[s] = g_new(uint32_t, m->side[s]->n_events + 1);
        m->column_of_event[s] = g_new(uint32_t, most);
        memset(m->column_of_event[s], 0xff, most * sizeof(uint32_t));
    }
    for (uint32_t e = 0; e < a->n_events; e++) {
        c->event[e] = (ComparedEvent){.in = {true, false}, .cells = cells_of(m, 0, e, by, weight, cells)};
        m->event_of_column[0][e] = m->column_of_event[0][e] = e;
    }
    c->n_events = a->n_events;
    for (uint32_t e = 0; e < b->n_events; e++) {
        uint32_t twin = same[e], number = twin;
        guint before = cells->len;
        Slice run = cells_of(m, 1, e, by, weight, cells);
        if (twin != UINT32_MAX && same_cells(cells, c->event[twin].cells, run)) {
            c->event[twin].in[1] = true;
            g_array_set_size(cells, before);
        } else {
            number = (uint32_t)c->n_events++;
            c->event[number] = (ComparedEvent){.in = {false, true}, .cells = run};
            if (twin != UINT32_MAX)
                disjoint_unite(*parent, twin, number);
        }
        m->event_of_column[1][e] = number;
        m->column_of_event[1][number] = e;
    }
    c->n_cells = cells->len;
    c->cell = (ComparedCell *)g_array_free(cells, FALSE);
}

/* --- clusters --- */

/* Unites the events that a cluster of this incidence holds; event[column] is UINT32_MAX where it is on neither side. */
static void unite_clusters(const Incidence *in, ResampleBy by, const uint32_t *event, uint32_t *parent)
{
    g_autoptr(Clusters) k = clusters_new(in, by);
    g_autofree uint32_t *of_cluster = g_new(uint32_t, k->n + 1);
    memset(of_cluster, 0xff, (k->n + 1) * sizeof *of_cluster);
    for (uint32_t e = 0; e < in->n_events; e++)
        for (uint32_t i = k->first[e]; event[e] != UINT32_MAX && i < k->first[e + 1]; i++) {
            uint32_t *one = &of_cluster[k->cluster[i]];
            if (*one == UINT32_MAX)
                *one = event[e];
            else
                disjoint_unite(parent, *one, event[e]);
        }
}

static void unite_whole(const Matched *m, const Incidence *whole, ResampleBy by, uint32_t *parent)
{
    g_autofree uint32_t *of_event = g_new(uint32_t, whole->corpus->n_events + 1);
    memset(of_event, 0xff, (whole->corpus->n_events + 1) * sizeof *of_event);
    for (int s = 0; s < 2; s++)
        for (uint32_t e = 0; e < m->side[s]->n_events; e++)
            of_event[m->side[s]->event[e].i] = m->event_of_column[s][e];
    g_autofree uint32_t *event = g_new(uint32_t, whole->n_events + 1);
    for (uint32_t e = 0; e < whole->n_events; e++)
        event[e] = of_event[whole->event[e].i];
    unite_clusters(whole, by, event, parent);
}

static void unite_series(const Matched *m, uint32_t *parent)
{
    g_autoptr(GHashTable) first = g_hash_table_new(g_str_hash, g_str_equal);
    for (int s = 0; s < 2; s++)
        for (uint32_t e = 0; e < m->side[s]->n_events; e++) {
            const char *series = event_at(m->side[s], e)->series;
            uint32_t number = m->event_of_column[s][e],
                     other = series ? GPOINTER_TO_UINT(g_hash_table_lookup(first, series)) : 0;
            if (other)
                disjoint_unite(parent, other - 1, number);
            else if (series)
                g_hash_table_insert(first, (gpointer)series, GUINT_TO_POINTER(number + 1));
        }
}

static void number_clusters(Compared *c, uint32_t *parent)
{
    g_autofree uint32_t *number = g_new(uint32_t, c->n_events + 1);
    for (uint32_t e = 0; e < c->n_events; e++) {
        uint32_t root = disjoint_root(parent, e); /* never later than e */
        number[e] = root == e ? (uint32_t)c->n_clusters++ : number[root];
        c->event[e].cluster = number[e];
    }
}

Matched *match_sides(const Incidence *a, const Incidence *b, const Incidence *whole, ResampleBy resample, Measure by,
                     Weight weight)
{
    Matched *m = g_new0(Matched, 1);
    g_autofree uint32_t *parent = NULL;
    m->side[0] = a;
    m->side[1] = b;
    number_actors(m);
    lay_events(m, by, weight, &parent);
    if (whole)
        unite_whole(m, whole, resample, parent);
    for (int s = 0; s < 2; s++)
        unite_clusters(m->side[s], resample, m->event_of_column[s], parent);
    if (a->corpus != b->corpus && (resample == RESAMPLE_DEFAULT || resample == RESAMPLE_SERIES))
        unite_series(m, parent);
    number_clusters(&m->compared, parent);
    return m;
}

void matched_free(Matched *m)
{
    if (!m)
        return;
    compared_clear(&m->compared);
    for (int s = 0; s < 2; s++) {
        g_free(m->actor_of_row[s]);
        g_free(m->row_of_actor[s]);
        g_free(m->event_of_column[s]);
        g_free(m->column_of_event[s]);
    }
    g_free(m->actor);
    g_free(m);
}
