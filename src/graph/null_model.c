/* null_model.c - the probability of every tie under a null model: exact tails, or draws over threads. */
#include "null_model.h"
#include "curveball.h"
#include "fixedrow.h"
#include "parallel.h"
#include <math.h>

NullModel *null_model_new(const Incidence *in, BackboneMethod method, bool by_year)
{
    NullModel *c = g_new0(NullModel, 1);
    c->incidence = in;
    c->method = method;
    c->strata = strata_new(in, by_year);
    if (method != BACKBONE_FIXEDROW)
        c->sdsm = sdsm_new(c->strata, in->n_actors, in->n_events);
    return c;
}

void null_model_free(NullModel *c)
{
    if (!c)
        return;
    strata_free(c->strata);
    sdsm_free(c->sdsm);
    g_free(c);
}

static double tail_of_pair(const NullModel *c, Tail *tail, uint32_t a, uint32_t b, uint32_t n_events)
{
    return c->method == BACKBONE_FIXEDROW ? fixedrow_tail(c->strata, c->incidence->n_actors, tail, a, b, n_events)
                                          : sdsm_tail(c->sdsm, tail, a, b, n_events);
}

static void tail_init_for(const NullModel *c, Tail *tail) { tail_init(tail, (uint32_t)c->incidence->n_events); }

/* --- exact --- */

enum { TIES_A_TASK = 512 };

typedef struct Tails {
    const NullModel *model;
    BackboneTie *tie;
    size_t n_ties;
} Tails;

static void fill_tails(void *context, size_t task)
{
    const Tails *w = context;
    g_auto(Tail) tail = {0};
    tail_init_for(w->model, &tail);
    for (size_t i = task * TIES_A_TASK; i < MIN((task + 1) * TIES_A_TASK, w->n_ties); i++) {
        BackboneTie *t = &w->tie[i];
        t->p = tail_of_pair(w->model, &tail, t->a, t->b, t->n_events);
    }
}

void null_model_tails(const NullModel *c, BackboneTie *tie, size_t n_ties, unsigned n_threads)
{
    Tails w = {c, tie, n_ties};
    parallel_for((n_ties + TIES_A_TASK - 1) / TIES_A_TASK, n_threads, fill_tails, &w);
}

void null_model_attainable(const NullModel *c, double *p)
{
    size_t n = c->incidence->n_actors, i = 0;
    g_auto(Tail) tail = {0};
    tail_init_for(c, &tail);
    for (uint32_t a = 0; a < n; a++)
        for (uint32_t b = a + 1; b < n; b++)
            p[i++] = tail_of_pair(c, &tail, a, b, strata_most_shared(c->strata, n, a, b));
}

/* --- draws --- */

enum { CHAINS = 16 }; /* whatever the number of threads */

typedef struct Draws {
    const NullModel *model;
    const BackboneTie *tie;
    size_t n_ties, draws;
    uint64_t seed;
    uint64_t *first;   /* n_actors+1: ties of each lower row */
    uint32_t *reached; /* [chain * n_ties + tie]: draws with at least as many shared events */
} Draws;

/* Counts the ties of one matrix. Rows are filled in from the last: what an event then holds are partners further down.
 */
typedef struct Counting {
    uint32_t *next, *cell, *count;
} Counting;

static void count_ties(const Draws *w, const Curveball *c, Counting *k, uint32_t *reached)
{
    const Incidence *in = w->model->incidence;
    for (size_t e = 0; e < in->n_events; e++)
        k->next[e] = in->event_first[e];
    for (uint32_t row = (uint32_t)in->n_actors; row-- > 0;) {
        for (uint32_t i = in->actor_first[row]; i < in->actor_first[row + 1]; i++) {
            uint32_t e = c->column[i];
            for (uint32_t at = in->event_first[e]; at < k->next[e]; at++)
                k->count[k->cell[at]]++;
        }
        for (uint64_t t = w->first[row]; t < w->first[row + 1]; t++)
            reached[t] += k->count[w->tie[t].b] >= w->tie[t].n_events;
        for (uint32_t i = in->actor_first[row]; i < in->actor_first[row + 1]; i++) {
            uint32_t e = c->column[i];
            for (uint32_t at = in->event_first[e]; at < k->next[e]; at++)
                k->count[k->cell[at]] = 0;
            k->cell[k->next[e]++] = row;
        }
    }
}

static void run_chain(void *context, size_t chain)
{
    const Draws *w = context;
    const Incidence *in = w->model->incidence;
    size_t n = w->draws / CHAINS + (chain < w->draws % CHAINS);
    if (!n)
        return;
    Random random;
    random_init(&random, w->seed, chain);
    g_autoptr(Curveball) ball = curveball_new(in, w->model->strata);
    g_autofree uint32_t *next = g_new(uint32_t, in->n_events + 1);
    g_autofree uint32_t *cell = g_new(uint32_t, in->n_cells + 1);
    g_autofree uint32_t *count = g_new0(uint32_t, in->n_actors + 1);
    Counting counting = {next, cell, count};
    curveball_run(ball, &random, CURVEBALL_BURN_IN);
    for (size_t i = 0; i < n; i++) {
        curveball_run(ball, &random, CURVEBALL_THINNING);
        count_ties(w, ball, &counting, w->reached + chain * w->n_ties);
    }
}

void null_model_draw(const NullModel *c, BackboneTie *tie, size_t n_ties, size_t draws, uint64_t seed,
                     unsigned n_threads)
{
    size_t n = c->incidence->n_actors;
    g_autofree uint64_t *first = g_new0(uint64_t, n + 1);
    g_autofree uint32_t *reached = g_new0(uint32_t, CHAINS * n_ties + 1);
    for (size_t i = 0; i < n_ties; i++)
        first[tie[i].a + 1]++;
    for (size_t i = 0; i < n; i++)
        first[i + 1] += first[i];
    Draws w = {c, tie, n_ties, draws, seed, first, reached};
    parallel_for(CHAINS, n_threads, run_chain, &w);
    for (size_t i = 0; i < n_ties; i++) {
        uint64_t sum = 0;
        for (size_t chain = 0; chain < CHAINS; chain++)
            sum += reached[chain * n_ties + i];
        tie[i].p = (1 + (double)sum) / (1 + (double)draws);
    }
}

size_t null_model_draws(const Incidence *in, double wanted)
{
    const double steps = 4e8; /* about three seconds of one processor */
    double bound = floor(steps / (curveball_cost(in) + 1));
    return (size_t)MAX(MIN(ceil(MAX(wanted, BACKBONE_DRAWS)), bound), 100);
}
