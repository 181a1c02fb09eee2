/* incidence.c - the two-mode network: claims become cells of a sparse matrix, kept by events and by actors. */
#include "incidence.h"
#include "delegation.h"
#include "inference.h"
#include "rollup.h"
#include <stdlib.h>
#include <string.h>

/* Undated events come last. */
static int64_t day_key(Date day)
{
    if (day.earliest != INT32_MIN)
        return day.earliest;
    return day.latest;
}

typedef struct Column {
    int64_t day;
    uint32_t event;
} Column;

static int by_day(const void *a, const void *b)
{
    const Column *x = a, *y = b;
    if (x->day != y->day)
        return x->day < y->day ? -1 : 1;
    return (x->event > y->event) - (x->event < y->event);
}

/* Columns: the events that were reached, by day; returns event of the corpus → column. */
static uint32_t *order_events(Incidence *inc, const GArray *reach)
{
    const Corpus *corpus = inc->corpus;
    g_autofree bool *reached = g_new0(bool, corpus->n_events + 1);
    for (guint i = 0; i < reach->len; i++)
        reached[g_array_index(reach, Reach, i).event.i] = true;
    g_autofree Column *column = g_new(Column, corpus->n_events + 1);
    for (uint32_t e = 0; e < corpus->n_events; e++)
        if (reached[e])
            column[inc->n_events++] = (Column){day_key(corpus->event[e].first), e};
    qsort(column, inc->n_events, sizeof *column, by_day);

    uint32_t *column_of = g_new(uint32_t, corpus->n_events + 1);
    inc->event = g_new(EventId, inc->n_events + 1);
    for (uint32_t c = 0; c < inc->n_events; c++) {
        inc->event[c] = event_id_of(column[c].event);
        column_of[column[c].event] = c;
    }
    return column_of;
}

/* Rows: the actors that were reached, in cast order; returns actor of the cast → row. */
static uint32_t *order_actors(Incidence *inc, const GArray *reach)
{
    uint32_t *row_of = g_new0(uint32_t, inc->cast->n_actors + 1);
    for (guint i = 0; i < reach->len; i++)
        row_of[g_array_index(reach, Reach, i).actor.i] = 1;
    inc->actor = g_new(ActorId, inc->cast->n_actors + 1);
    for (uint32_t a = 0; a < inc->cast->n_actors; a++)
        if (row_of[a]) {
            row_of[a] = (uint32_t)inc->n_actors;
            inc->actor[inc->n_actors++] = actor_id_of(a);
        }
    return row_of;
}

/* Within a cell the stated claims come first, then in order of the participations. */
static int by_actor(const void *a, const void *b)
{
    const Reach *x = a, *y = b;
    if (x->actor.i != y->actor.i)
        return x->actor.i < y->actor.i ? -1 : 1;
    if (x->claim.status != y->claim.status)
        return x->claim.status < y->claim.status ? -1 : 1;
    uint32_t p = x->claim.participation.i, q = y->claim.participation.i;
    return (p > q) - (p < q);
}

/* The claims event by event, each event's sorted by actor; first has n_events+1 bounds. */
static Reach *sort_claims(const Incidence *inc, const GArray *reach, const uint32_t *column_of, uint32_t *first)
{
    Reach *sorted = g_new(Reach, reach->len + 1);
    g_autofree uint32_t *next = g_new0(uint32_t, inc->n_events + 1);
    memset(first, 0, (inc->n_events + 1) * sizeof *first);
    for (guint i = 0; i < reach->len; i++)
        first[column_of[g_array_index(reach, Reach, i).event.i] + 1]++;
    for (uint32_t c = 0; c < inc->n_events; c++) {
        first[c + 1] += first[c];
        next[c] = first[c];
    }
    for (guint i = 0; i < reach->len; i++) {
        const Reach *r = &g_array_index(reach, Reach, i);
        sorted[next[column_of[r->event.i]]++] = *r;
    }
    for (uint32_t c = 0; c < inc->n_events; c++)
        qsort(sorted + first[c], first[c + 1] - first[c], sizeof *sorted, by_actor);
    return sorted;
}

/* One cell for each actor of an event, holding all its claims. */
static void fill_cells(Incidence *inc, const Reach *sorted, const uint32_t *first, const uint32_t *row_of)
{
    size_t n = first[inc->n_events];
    inc->event_first = g_new(uint32_t, inc->n_events + 1);
    inc->cell_actor = g_new(uint32_t, n + 1);
    inc->claim_first = g_new(uint32_t, n + 1);
    inc->claim = g_new(Claim, n + 1);
    inc->n_claims = n;
    for (uint32_t c = 0; c < inc->n_events; c++) {
        inc->event_first[c] = (uint32_t)inc->n_cells;
        for (uint32_t i = first[c]; i < first[c + 1]; i++) {
            if (i == first[c] || !actor_id_equal(sorted[i].actor, sorted[i - 1].actor)) {
                inc->cell_actor[inc->n_cells] = row_of[sorted[i].actor.i];
                inc->claim_first[inc->n_cells++] = i;
            }
            inc->claim[i] = sorted[i].claim;
        }
    }
    inc->event_first[inc->n_events] = (uint32_t)inc->n_cells;
    inc->claim_first[inc->n_cells] = (uint32_t)n;
}

/* The same cells by actor; columns come out ascending. */
static void transpose(Incidence *inc)
{
    inc->actor_first = g_new0(uint32_t, inc->n_actors + 1);
    inc->actor_event = g_new(uint32_t, inc->n_cells + 1);
    inc->actor_cell = g_new(uint32_t, inc->n_cells + 1);
    for (size_t cell = 0; cell < inc->n_cells; cell++)
        inc->actor_first[inc->cell_actor[cell] + 1]++;
    for (size_t row = 0; row < inc->n_actors; row++)
        inc->actor_first[row + 1] += inc->actor_first[row];
    g_autofree uint32_t *next = g_memdup2(inc->actor_first, (inc->n_actors + 1) * sizeof(uint32_t));
    for (uint32_t c = 0; c < inc->n_events; c++)
        for (uint32_t cell = inc->event_first[c]; cell < inc->event_first[c + 1]; cell++) {
            uint32_t at = next[inc->cell_actor[cell]]++;
            inc->actor_event[at] = c;
            inc->actor_cell[at] = cell;
        }
}

static void count_participants(Incidence *inc, bool no_kin)
{
    inc->event_k = g_new(uint32_t, inc->n_events + 1);
    for (uint32_t c = 0; c < inc->n_events; c++)
        inc->event_k[c] = inc->event_first[c + 1] - inc->event_first[c];
    if (no_kin)
        delegation_count(inc);
}

static void assemble(Incidence *inc, Reaches *reaches, bool no_kin)
{
    g_autofree uint32_t *column_of = order_events(inc, reaches->reach);
    g_autofree uint32_t *row_of = order_actors(inc, reaches->reach);
    g_autofree uint32_t *first = g_new(uint32_t, inc->n_events + 1);
    g_autofree Reach *sorted = sort_claims(inc, reaches->reach, column_of, first);
    fill_cells(inc, sorted, first, row_of);
    transpose(inc);
    count_participants(inc, no_kin);
    inc->n_via = reaches->via->len;
    inc->via = g_memdup2(reaches->via->data, inc->n_via * sizeof(Step));
    inc->n_blocs = reaches->bloc->len;
    inc->bloc = g_memdup2(reaches->bloc->data, inc->n_blocs * sizeof(ParticipationId));
}

Incidence *incidence_build(const Corpus *corpus, const Cast *cast, const Hierarchy *hierarchy, const Selection *s,
                           Diagnostics *diagnostics, GError **error)
{
    g_autoptr(Filter) filter = filter_new(corpus, cast, s, error);
    if (!filter || (s->ego && actor_id_is_none(cast_find_one(cast, "--ego", s->ego, error))))
        return NULL;
    Incidence *inc = g_new0(Incidence, 1);
    inc->corpus = corpus;
    inc->cast = cast;
    inc->hierarchy = hierarchy;
    inc->level = s->level;
    if (s->level == LEVEL_DEFAULT) {
        bool two = rollup_finds_two_countries(corpus, cast, hierarchy, filter, s);
        inc->level = two ? LEVEL_COUNTRY : LEVEL_ALL;
        inc->level_was_default = true;
    }
    memcpy(inc->n_not_counted, filter->n_not_counted, sizeof inc->n_not_counted);
    inference_compare(corpus, cast, hierarchy, diagnostics);

    g_autoptr(Reaches) reaches = rollup(corpus, cast, hierarchy, filter, inc->level, s, diagnostics);
    assemble(inc, reaches, s->no_kin);
    if (inc->n_events == 0)
        diagnostics_add(diagnostics, DIAGNOSTIC_NO_EVENTS, (Place){0}, NULL,
                        "no event has a participant at the level %s under this selection", level_name(inc->level));
    return inc;
}

void incidence_free(Incidence *inc)
{
    if (!inc)
        return;
    g_free(inc->actor);
    g_free(inc->event);
    g_free(inc->event_first);
    g_free(inc->cell_actor);
    g_free(inc->actor_first);
    g_free(inc->actor_event);
    g_free(inc->actor_cell);
    g_free(inc->claim_first);
    g_free(inc->claim);
    g_free(inc->via);
    g_free(inc->cell_delegation);
    g_free(inc->event_k);
    g_free(inc->bloc);
    g_free(inc);
}

uint32_t incidence_cell(const Incidence *inc, uint32_t row, uint32_t column)
{
    uint32_t low = inc->event_first[column], high = inc->event_first[column + 1];
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (inc->cell_actor[middle] < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low < inc->event_first[column + 1] && inc->cell_actor[low] == row ? low : UINT32_MAX;
}

uint32_t *incidence_shared(const Incidence *inc, uint32_t row_a, uint32_t row_b, size_t *n)
{
    uint32_t i = inc->actor_first[row_a], end_i = inc->actor_first[row_a + 1];
    uint32_t j = inc->actor_first[row_b], end_j = inc->actor_first[row_b + 1];
    uint32_t *shared = g_new(uint32_t, MIN(end_i - i, end_j - j) + 1);
    *n = 0;
    while (i < end_i && j < end_j) {
        uint32_t a = inc->actor_event[i], b = inc->actor_event[j];
        if (a == b)
            shared[(*n)++] = a;
        i += a <= b;
        j += b <= a;
    }
    return shared;
}

static void copy_cell(Incidence *to, const Incidence *from, uint32_t cell, size_t *n_claims)
{
    size_t n = from->claim_first[cell + 1] - from->claim_first[cell];
    to->cell_actor[to->n_cells] = from->cell_actor[cell];
    to->claim_first[to->n_cells] = (uint32_t)*n_claims;
    if (from->cell_delegation)
        to->cell_delegation[to->n_cells] = from->cell_delegation[cell];
    memcpy(to->claim + *n_claims, from->claim + from->claim_first[cell], n * sizeof(Claim));
    *n_claims += n;
    to->n_cells++;
}

/* Column c comes times[c] times. */
static Incidence *copy_columns(const Incidence *inc, const uint8_t *times)
{
    size_t n_events = 0, n_cells = 0, n_claims = 0;
    for (uint32_t c = 0; c < inc->n_events; c++) {
        uint32_t from = inc->event_first[c], to = inc->event_first[c + 1];
        n_events += times[c];
        n_cells += (size_t)times[c] * (to - from);
        n_claims += (size_t)times[c] * (inc->claim_first[to] - inc->claim_first[from]);
    }
    Incidence *copy = g_memdup2(inc, sizeof *inc);
    copy->n_events = copy->n_cells = 0;
    copy->n_claims = n_claims;
    copy->actor = g_memdup2(inc->actor, inc->n_actors * sizeof(ActorId));
    copy->event = g_new(EventId, n_events + 1);
    copy->event_first = g_new(uint32_t, n_events + 1);
    copy->event_k = g_new(uint32_t, n_events + 1);
    copy->cell_actor = g_new(uint32_t, n_cells + 1);
    copy->cell_delegation = inc->cell_delegation ? g_new(uint32_t, n_cells + 1) : NULL;
    copy->claim_first = g_new(uint32_t, n_cells + 1);
    copy->claim = g_new(Claim, n_claims + 1);
    copy->via = g_memdup2(inc->via, inc->n_via * sizeof(Step));
    copy->bloc = g_memdup2(inc->bloc, inc->n_blocs * sizeof(ParticipationId));
    n_claims = 0;
    for (uint32_t c = 0; c < inc->n_events; c++)
        for (uint8_t time = 0; time < times[c]; time++) {
            copy->event_first[copy->n_events] = (uint32_t)copy->n_cells;
            copy->event_k[copy->n_events] = inc->event_k[c];
            copy->event[copy->n_events++] = inc->event[c];
            for (uint32_t cell = inc->event_first[c]; cell < inc->event_first[c + 1]; cell++)
                copy_cell(copy, inc, cell, &n_claims);
        }
    copy->event_first[copy->n_events] = (uint32_t)copy->n_cells;
    copy->claim_first[copy->n_cells] = (uint32_t)n_claims;
    transpose(copy);
    return copy;
}

Incidence *incidence_subset(const Incidence *inc, const bool *keep)
{
    g_autofree uint8_t *times = g_new(uint8_t, inc->n_events + 1);
    for (size_t c = 0; c < inc->n_events; c++)
        times[c] = keep[c];
    return copy_columns(inc, times);
}

Incidence *incidence_repeating(const Incidence *inc, uint32_t column, unsigned n)
{
    g_autofree uint8_t *times = g_new(uint8_t, inc->n_events + 1);
    memset(times, 1, inc->n_events + 1);
    times[column] = (uint8_t)MIN(n, UINT8_MAX);
    return copy_columns(inc, times);
}

Incidence *incidence_without(const Incidence *inc, uint32_t column) { return incidence_repeating(inc, column, 0); }
