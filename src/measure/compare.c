/* compare.c - two sides of a comparison: how much an actor's standing differs, and whether that is more than chance. */
#include "compare.h"
#include "parallel.h"
#include "random.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

void compared_clear(Compared *c)
{
    g_clear_pointer(&c->event, g_free);
    g_clear_pointer(&c->cell, g_free);
}

bool compare_knows(Measure m) { return m == MEASURE_STRENGTH || m == MEASURE_EVENTS || m == MEASURE_DEGREE; }

/* --- what a cluster may do in a permutation --- */

typedef enum Move { MOVE_FIXED, MOVE_DEALT, MOVE_EXCHANGED } Move;

typedef struct Test {
    const Compared *compared;
    const CompareOptions *options;
    Move *move;       /* one a cluster */
    uint8_t *at_home; /* one an event that is on one side only: that side */
    uint32_t *dealt;  /* numbers of the clusters to deal; the first n_first of them stand on side 0 */
    uint32_t n_dealt, n_first;
    uint32_t *run, *run_first;     /* events of exchanged clusters: run[run_first[2 cluster + side]] … */
    uint32_t *tie, *tie_a, *tie_b; /* degree: ties of each event (tie[tie_first[e]] …), and whose each is */
    size_t *tie_first, n_ties;
    double *difference; /* [permutation * n_actors + actor] */
} Test;

static void sort_clusters(Test *t)
{
    const Compared *c = t->compared;
    g_autofree bool *has = g_new0(bool, 2 * c->n_clusters + 1);
    t->move = g_new0(Move, c->n_clusters + 1);
    t->at_home = g_new0(uint8_t, c->n_events + 1);
    t->dealt = g_new(uint32_t, c->n_clusters + 1);
    for (size_t e = 0; e < c->n_events; e++) {
        t->at_home[e] = !c->event[e].in[0];
        if (c->event[e].in[0] != c->event[e].in[1])
            has[2 * c->event[e].cluster + t->at_home[e]] = true;
    }
    for (uint32_t side = 0; side < 2; side++) {
        for (uint32_t k = 0; k < c->n_clusters; k++)
            if (has[2 * k + side] && !has[2 * k + !side]) {
                t->move[k] = MOVE_DEALT;
                t->dealt[t->n_dealt++] = k;
            }
        t->n_first = side ? t->n_first : t->n_dealt;
    }
    for (uint32_t k = 0; k < c->n_clusters; k++)
        if (has[2 * k] && has[2 * k + 1])
            t->move[k] = MOVE_EXCHANGED;
}

static bool may_exchange(const Test *t, size_t e)
{
    const ComparedEvent *event = &t->compared->event[e];
    return event->in[0] != event->in[1] && t->move[event->cluster] == MOVE_EXCHANGED;
}

/* The events of the clusters on both sides, cluster by cluster, those of side 0 first. */
static void list_exchanged(Test *t)
{
    const Compared *c = t->compared;
    t->run_first = g_new0(uint32_t, 2 * c->n_clusters + 2);
    t->run = g_new(uint32_t, c->n_events + 1);
    uint32_t *count = t->run_first + 1;
    for (size_t e = 0; e < c->n_events; e++)
        count[2 * c->event[e].cluster + t->at_home[e]] += may_exchange(t, e);
    for (size_t i = 1; i < 2 * c->n_clusters; i++)
        count[i] += count[i - 1];
    g_autofree uint32_t *next = g_memdup2(t->run_first, (2 * c->n_clusters + 1) * sizeof *next);
    for (uint32_t e = 0; e < c->n_events; e++)
        if (may_exchange(t, e))
            t->run[next[2 * c->event[e].cluster + t->at_home[e]]++] = e;
}

/* As many events of either half change sides as the smaller half has, so that both sides keep their size. */
static void exchange(const Test *t, uint32_t cluster, Random *dice, uint8_t *side)
{
    for (uint32_t half = 0; half < 2; half++) {
        const uint32_t *first = t->run_first + 2 * cluster;
        uint32_t n = first[half + 1] - first[half], other = first[2 - half] - first[1 - half];
        g_autofree uint32_t *order = g_memdup2(t->run + first[half], (n + 1) * sizeof *order);
        if (n > other)
            random_shuffle(dice, order, n);
        for (uint32_t i = 0; i < MIN(n, other); i++)
            side[order[i]] = !half;
    }
}

/* Which side each event is on in permutation r: 0, 1, or 2 for both. Permutation 0 is what was observed. */
static void deal(const Test *t, size_t r, uint8_t *side)
{
    const Compared *c = t->compared;
    for (size_t e = 0; e < c->n_events; e++)
        side[e] = c->event[e].in[0] && c->event[e].in[1] ? 2 : t->at_home[e];
    if (!r)
        return;
    Random dice;
    g_autofree uint8_t *dealt_to = g_new0(uint8_t, c->n_clusters + 1);
    g_autofree uint32_t *order = g_memdup2(t->dealt, (t->n_dealt + 1) * sizeof *order);
    random_init(&dice, t->options->seed, r);
    random_shuffle(&dice, order, t->n_dealt);
    for (uint32_t i = t->n_first; i < t->n_dealt; i++)
        dealt_to[order[i]] = 1;
    for (size_t e = 0; e < c->n_events; e++)
        if (side[e] != 2 && t->move[c->event[e].cluster] == MOVE_DEALT)
            side[e] = dealt_to[c->event[e].cluster];
    for (uint32_t k = 0; k < c->n_clusters; k++)
        if (t->move[k] == MOVE_EXCHANGED && random_next(&dice) >> 63)
            exchange(t, k, &dice, side);
}

static void count_sides(const Compared *c, const uint8_t *side, size_t m[2])
{
    m[0] = m[1] = 0;
    for (size_t e = 0; e < c->n_events; e++) {
        m[0] += side[e] != 1;
        m[1] += side[e] != 0;
    }
}

/* --- strength and events: shares of the side's events --- */

static void shares(const Test *t, const uint8_t *side, const size_t m[2], double *const value[2])
{
    const Compared *c = t->compared;
    for (int s = 0; s < 2; s++)
        memset(value[s], 0, c->n_actors * sizeof(double));
    for (size_t e = 0; e < c->n_events; e++)
        for (uint32_t i = c->event[e].cells.first; i < c->event[e].cells.first + c->event[e].cells.n; i++)
            for (int s = 0; s < 2; s++)
                if (side[e] != !s)
                    value[s][c->cell[i].actor] += c->cell[i].share;
    for (int s = 0; s < 2; s++)
        for (size_t a = 0; a < c->n_actors; a++)
            value[s][a] = m[s] ? value[s][a] / (double)m[s] : 0;
}

/* --- degree: partners in as many events as the smaller side has --- */

/* seen[c]: chance that a pair sharing c of m events shares at least one of b drawn without replacement. */
static double *chances(size_t m, size_t b)
{
    double *seen = g_new(double, m + 2), missed = 1;
    for (size_t c = 0; c <= m; c++) {
        seen[c] = 1 - missed;
        missed *= c + b < m ? (double)(m - b - c) / (double)(m - c) : 0;
    }
    return seen;
}

double compare_rarefied(const uint32_t *shared, size_t n, size_t m, size_t b)
{
    g_autofree double *seen = chances(m, MIN(b, m));
    double sum = 0;
    for (size_t j = 0; j < n; j++)
        sum += seen[MIN(shared[j], m)];
    return sum;
}

static int by_number(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* Pairs of actors that an event ties, as a<<32|b with a < b. */
static void pairs_of_event(const Compared *c, const ComparedEvent *e, GArray *pair)
{
    for (uint32_t i = e->cells.first; i < e->cells.first + e->cells.n; i++)
        for (uint32_t j = e->cells.first; j < i; j++) {
            uint32_t a = c->cell[j].actor, b = c->cell[i].actor;
            if (a == b || c->cell[i].delegation == c->cell[j].delegation)
                continue;
            uint64_t key = (uint64_t)MIN(a, b) << 32 | MAX(a, b);
            g_array_append_val(pair, key);
        }
}

static void find_ties(Test *t)
{
    const Compared *c = t->compared;
    g_autoptr(GArray) pair = g_array_new(FALSE, FALSE, sizeof(uint64_t));
    t->tie_first = g_new0(size_t, c->n_events + 1);
    for (size_t e = 0; e < c->n_events; e++) {
        pairs_of_event(c, &c->event[e], pair);
        t->tie_first[e + 1] = pair->len;
    }
    size_t n = pair->len;
    g_autofree uint64_t *known = g_new(uint64_t, n + 1);
    if (n) {
        memcpy(known, pair->data, n * sizeof *known);
        qsort(known, n, sizeof *known, by_number);
    }
    for (size_t i = 0; i < n; i++)
        if (!t->n_ties || known[t->n_ties - 1] != known[i])
            known[t->n_ties++] = known[i];
    t->tie = g_new(uint32_t, n + 1);
    t->tie_a = g_new(uint32_t, t->n_ties + 1);
    t->tie_b = g_new(uint32_t, t->n_ties + 1);
    for (size_t i = 0; i < n; i++) {
        const uint64_t *at = bsearch(&g_array_index(pair, uint64_t, i), known, t->n_ties, sizeof *known, by_number);
        t->tie[i] = (uint32_t)(at - known);
    }
    for (size_t i = 0; i < t->n_ties; i++) {
        t->tie_a[i] = (uint32_t)(known[i] >> 32);
        t->tie_b[i] = (uint32_t)known[i];
    }
}

static void degrees(const Test *t, const uint8_t *side, const size_t m[2], double *const value[2])
{
    const Compared *c = t->compared;
    for (int s = 0; s < 2; s++) {
        g_autofree uint32_t *shared = g_new0(uint32_t, t->n_ties + 1);
        g_autofree double *seen = chances(m[s], MIN(m[0], m[1]));
        for (size_t e = 0; e < c->n_events; e++)
            for (size_t i = t->tie_first[e]; side[e] != !s && i < t->tie_first[e + 1]; i++)
                shared[t->tie[i]]++;
        memset(value[s], 0, c->n_actors * sizeof(double));
        for (size_t i = 0; i < t->n_ties; i++) {
            value[s][t->tie_a[i]] += seen[shared[i]];
            value[s][t->tie_b[i]] += seen[shared[i]];
        }
    }
}

/* --- the test --- */

static void measure_sides(const Test *t, size_t r, size_t m[2], double *const value[2])
{
    g_autofree uint8_t *side = g_new(uint8_t, t->compared->n_events + 1);
    deal(t, r, side);
    count_sides(t->compared, side, m);
    (t->options->by == MEASURE_DEGREE ? degrees : shares)(t, side, m, value);
}

static void permute(void *context, size_t i)
{
    const Test *t = context;
    size_t n = t->compared->n_actors, m[2];
    g_autofree double *both = g_new(double, 2 * n + 1);
    double *value[2] = {both, both + n};
    measure_sides(t, i + 1, m, value);
    for (size_t a = 0; a < n; a++)
        t->difference[i * n + a] = value[1][a] - value[0][a];
}

/* Not smaller, but for the last digits of a sum. */
static bool as_large(double x, double y) { return x >= y * (1 - 1e-9) - 1e-12; }

/* Root mean square of each actor's differences, the observed one among them. */
static double *spreads(const Test *t, const Comparison *c)
{
    double *spread = g_new(double, c->n_actors + 1);
    for (size_t a = 0; a < c->n_actors; a++)
        spread[a] = c->difference[a] * c->difference[a];
    for (size_t i = 0; i < c->n_permutations; i++)
        for (size_t a = 0; a < c->n_actors; a++)
            spread[a] += t->difference[i * c->n_actors + a] * t->difference[i * c->n_actors + a];
    for (size_t a = 0; a < c->n_actors; a++)
        spread[a] = sqrt(spread[a] / (c->n_permutations + 1.0));
    return spread;
}

static void count_tails(const Test *t, Comparison *c)
{
    g_autofree double *spread = spreads(t, c);
    for (size_t a = 0; a < c->n_actors; a++)
        c->p[a] = c->p_max[a] = 1;
    for (size_t i = 0; i < c->n_permutations; i++) {
        const double *d = t->difference + i * c->n_actors;
        double largest = 0;
        for (size_t a = 0; a < c->n_actors; a++)
            if (spread[a] > 1e-12)
                largest = MAX(largest, fabs(d[a]) / spread[a]);
        for (size_t a = 0; a < c->n_actors; a++) {
            c->p[a] += as_large(fabs(d[a]), fabs(c->difference[a]));
            c->p_max[a] += spread[a] <= 1e-12 || as_large(largest, fabs(c->difference[a]) / spread[a]);
        }
    }
    for (size_t a = 0; a < c->n_actors; a++) {
        c->p[a] /= c->n_permutations + 1.0;
        c->p_max[a] /= c->n_permutations + 1.0;
    }
}

/* Heap sentence, or NULL where the test may be made. */
static char *reason_against(const Test *t, const Comparison *c)
{
    size_t movable = c->n_dealt + c->n_exchanged;
    bool differs = false;
    for (size_t a = 0; a < c->n_actors; a++)
        differs |= fabs(c->difference[a]) > 1e-12;
    if (!c->n_events[0] || !c->n_events[1])
        return g_strdup("one side has no event");
    if (c->n_clusters < COMPARE_MIN_CLUSTERS)
        return g_strdup_printf(
            "%zu independent clusters of events are too few to tell a change from chance (%d are the "
            "least)",
            c->n_clusters, COMPARE_MIN_CLUSTERS);
    if (!differs)
        return NULL;
    if (movable < COMPARE_MIN_CLUSTERS)
        return g_strdup_printf("only %zu of %zu clusters of events differ between the sides: too few to tell a change "
                               "from chance",
                               movable, c->n_clusters);
    if (!c->n_exchanged && (!t->n_first || t->n_first == t->n_dealt))
        return g_strdup("one side holds all the other has: there is nothing to exchange");
    return NULL;
}

static void test_clear(Test *t)
{
    g_free(t->move);
    g_free(t->at_home);
    g_free(t->dealt);
    g_free(t->run);
    g_free(t->run_first);
    g_free(t->tie);
    g_free(t->tie_a);
    g_free(t->tie_b);
    g_free(t->tie_first);
    g_free(t->difference);
}

static Comparison *comparison_new(size_t n_actors)
{
    Comparison *c = g_new0(Comparison, 1);
    c->n_actors = n_actors;
    c->value[0] = g_new0(double, n_actors + 1);
    c->value[1] = g_new0(double, n_actors + 1);
    c->difference = g_new0(double, n_actors + 1);
    c->p = g_new0(double, n_actors + 1);
    c->p_max = g_new0(double, n_actors + 1);
    for (size_t a = 0; a < n_actors; a++)
        c->p[a] = c->p_max[a] = NAN;
    return c;
}

Comparison *compare_sides(const Compared *compared, const CompareOptions *options)
{
    Test t = {.compared = compared, .options = options};
    Comparison *c = comparison_new(compared->n_actors);
    sort_clusters(&t);
    list_exchanged(&t);
    if (options->by == MEASURE_DEGREE)
        find_ties(&t);
    measure_sides(&t, 0, c->n_events, c->value);
    for (size_t a = 0; a < c->n_actors; a++)
        c->difference[a] = c->value[1][a] - c->value[0][a];
    for (size_t e = 0; e < compared->n_events; e++)
        c->n_shared += compared->event[e].in[0] && compared->event[e].in[1];
    c->smaller = MIN(c->n_events[0], c->n_events[1]);
    c->n_clusters = compared->n_clusters;
    for (size_t k = 0; k < compared->n_clusters; k++) {
        c->n_dealt += t.move[k] == MOVE_DEALT;
        c->n_exchanged += t.move[k] == MOVE_EXCHANGED;
        c->n_fixed += t.move[k] == MOVE_FIXED;
    }
    c->why_not = options->why_not ? g_strdup(options->why_not) : reason_against(&t, c);
    if (!c->why_not) {
        c->n_permutations = options->n_permutations ? options->n_permutations : COMPARE_PERMUTATIONS;
        t.difference = g_new(double, c->n_permutations * c->n_actors + 1);
        parallel_for(c->n_permutations, options->n_threads, permute, &t);
        count_tails(&t, c);
    }
    test_clear(&t);
    return c;
}

void comparison_free(Comparison *c)
{
    if (!c)
        return;
    g_free(c->value[0]);
    g_free(c->value[1]);
    g_free(c->difference);
    g_free(c->p);
    g_free(c->p_max);
    g_free(c->why_not);
    g_free(c);
}
