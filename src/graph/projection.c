/* projection.c - the kernel of B W Bᵀ: Gustavson's dense accumulator over the cells before one's own, in two passes. */
#include "projection.h"
#include <math.h>

/* Node x meets in each of its events only the cells before its own, so every pair is seen once, from its higher end;
 * as x rises, the ties of each lower end are found in rising order: no sort. */
typedef struct Accumulator {
    const Incidence *incidence;
    uint32_t *count;   /* shared events with the present x */
    double *sum;       /* of the events' shares; NULL where the weight needs counts only */
    uint32_t *touched; /* lower ends met by the present x */
    size_t n_touched;
    double *share; /* what an event hands to each pair */
} Accumulator;

static double event_share(Weight weight, uint32_t k)
{
    if (k < 2)
        return 0;
    return weight == WEIGHT_NEWMAN ? 1.0 / (k - 1) : 2.0 / ((double)k * (k - 1));
}

static void accumulator_init(Accumulator *acc, const Incidence *inc, Weight weight)
{
    bool summed = weight == WEIGHT_NEWMAN || weight == WEIGHT_FRACTIONAL;
    *acc = (Accumulator){.incidence = inc};
    acc->count = g_new0(uint32_t, inc->n_actors + 1);
    acc->touched = g_new(uint32_t, inc->n_actors + 1);
    if (!summed)
        return;
    acc->sum = g_new0(double, inc->n_actors + 1);
    acc->share = g_new(double, inc->n_events + 1);
    for (size_t c = 0; c < inc->n_events; c++)
        acc->share[c] = event_share(weight, inc->event_k[c]);
}

static void accumulator_clear(Accumulator *acc)
{
    g_free(acc->count);
    g_free(acc->sum);
    g_free(acc->touched);
    g_free(acc->share);
}

static void accumulate(Accumulator *acc, uint32_t x)
{
    const Incidence *inc = acc->incidence;
    const uint32_t *delegation = inc->cell_delegation;
    acc->n_touched = 0;
    for (uint32_t at = inc->actor_first[x]; at < inc->actor_first[x + 1]; at++) {
        uint32_t column = inc->actor_event[at], own = inc->actor_cell[at];
        double share = acc->share ? acc->share[column] : 0;
        for (uint32_t cell = inc->event_first[column]; cell < own; cell++) {
            if (delegation && delegation[cell] == delegation[own])
                continue;
            uint32_t y = inc->cell_actor[cell];
            if (acc->count[y]++ == 0)
                acc->touched[acc->n_touched++] = y;
            if (acc->sum)
                acc->sum[y] += share;
        }
    }
}

static double tie_weight(const Accumulator *acc, Weight weight, uint32_t a, uint32_t b)
{
    const Incidence *inc = acc->incidence;
    double c = acc->count[a];
    double s_a = inc->actor_first[a + 1] - inc->actor_first[a], s_b = inc->actor_first[b + 1] - inc->actor_first[b];
    switch (weight) {
    case WEIGHT_NEWMAN:
    case WEIGHT_FRACTIONAL:
        return acc->sum[a];
    case WEIGHT_COUNT:
        return c;
    case WEIGHT_BINARY:
        return 1;
    case WEIGHT_JACCARD:
        return c / (s_a + s_b - c);
    case WEIGHT_COSINE:
        return c / sqrt(s_a * s_b);
    default:
        return c * (double)inc->n_events / (s_a * s_b);
    }
}

void projection_ties(Network *net)
{
    const Incidence *inc = net->incidence;
    uint32_t n = (uint32_t)inc->n_actors;
    Accumulator acc;
    accumulator_init(&acc, inc, WEIGHT_COUNT);
    net->tie_first = g_new0(uint64_t, inc->n_actors + 1);
    for (uint32_t x = 0; x < n; x++) {
        accumulate(&acc, x);
        for (size_t i = 0; i < acc.n_touched; i++) {
            net->tie_first[acc.touched[i] + 1]++;
            acc.count[acc.touched[i]] = 0;
        }
    }
    accumulator_clear(&acc);
    for (uint32_t a = 0; a < n; a++)
        net->tie_first[a + 1] += net->tie_first[a];

    net->n_ties = net->tie_first[n];
    net->tie = g_new(Tie, net->n_ties + 1);
    g_autofree uint64_t *next = g_memdup2(net->tie_first, (inc->n_actors + 1) * sizeof(uint64_t));
    accumulator_init(&acc, inc, net->weight);
    for (uint32_t x = 0; x < n; x++) {
        accumulate(&acc, x);
        for (size_t i = 0; i < acc.n_touched; i++) {
            uint32_t a = acc.touched[i];
            net->tie[next[a]++] = (Tie){a, x, acc.count[a], tie_weight(&acc, net->weight, a, x)};
            acc.count[a] = 0;
            if (acc.sum)
                acc.sum[a] = 0;
        }
    }
    accumulator_clear(&acc);
}
