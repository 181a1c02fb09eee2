/* null_rank.c - what chance alone would give each actor: a measure in random networks with the same activity and sizes.
 */
#include "null_rank.h"
#include "curveball.h"
#include "error.h"
#include <math.h>

/* Why the measure has no null here, or NULL. */
static const char *refusal(const Network *net, Measure m)
{
    if (net->incidence->cell_delegation)
        return "--null-model and --no-kin do not go together: chance among delegations is not defined; leave one of "
               "them "
               "out";
    if (net->filtered)
        return "--null-model wants the whole network: leave out --backbone, --min-weight, --ego, --largest-component "
               "and "
               "--drop-isolates";
    switch (m) {
    case MEASURE_STRENGTH:
        if (net->weight == WEIGHT_NEWMAN)
            return "strength under newman is the same in every draw of the null model, which keeps everybody's events "
                   "with "
                   "company: there is nothing to compare; --by degree or --weight count has something";
        return NULL;
    case MEASURE_EVENTS:
    case MEASURE_TWOMODE_DEGREE:
        return "the null model keeps everybody's number of events: there is nothing to compare; --by degree has "
               "something";
    case MEASURE_DEGREE:
    case MEASURE_DEGREE_NORM:
    case MEASURE_BETWEENNESS:
    case MEASURE_BETWEENNESS_RAW:
    case MEASURE_CLOSENESS:
    case MEASURE_HARMONIC:
    case MEASURE_HARMONIC_NORM:
    case MEASURE_EIGENVECTOR:
    case MEASURE_PAGERANK:
    case MEASURE_CORE:
    case MEASURE_CLUSTERING:
        return NULL;
    default:
        return "no null model is defined for this measure: choose degree, strength, betweenness, closeness, harmonic, "
               "eigenvector, pagerank, core or clustering";
    }
}

/* By size, not by a clock: the same on every machine. */
static size_t draws_of(const Network *net, Measure m, const NullRankOptions *options)
{
    const double steps = 4e8;
    bool paths = m == MEASURE_BETWEENNESS || m == MEASURE_BETWEENNESS_RAW || m == MEASURE_CLOSENESS ||
                 m == MEASURE_HARMONIC || m == MEASURE_HARMONIC_NORM;
    double n = (double)net->n_nodes, ties = (double)net->n_ties;
    double cost = curveball_cost(net->incidence) * 3 + ties * (paths ? 4 * n : 30) + 2000;
    return options->draws ? options->draws : (size_t)MAX(MIN(NULL_RANK_DRAWS, floor(steps / cost)), 100);
}

/* One draw's scores join the sums. Equal to rounding counts as equal. */
static void count_draw(NullRank *r, const double *observed, const double *drawn, double *squares)
{
    for (size_t v = 0; v < r->n_nodes; v++) {
        double x = drawn[v], margin = 1e-9 * MAX(fabs(observed[v]), 1e-3), from = x - observed[v];
        r->mean[v] += from; /* shifted by the observed, so that the variance loses no digits */
        squares[v] += from * from;
        r->p[v] += from > margin ? 1 : from < -margin ? 0 : r->mid_p ? .5 : 1;
    }
}

static void finish(NullRank *r, const double *observed, const double *squares)
{
    double n = (double)r->draws;
    for (size_t v = 0; v < r->n_nodes; v++) {
        double shift = r->mean[v] / n, variance = (squares[v] - n * shift * shift) / (n - 1);
        r->mean[v] = observed[v] + shift;
        bool constant = !(variance > 1e-18 * MAX(observed[v] * observed[v], 1e-6));
        r->z[v] = r->mid_p || constant ? NAN : -shift / sqrt(variance);
        r->p[v] = ((r->mid_p ? .5 : 1) + r->p[v]) / (n + 1);
    }
}

NullRank *null_rank(const Scores *scores, Measure m, const Selection *selection, const NullRankOptions *options,
                    GError **error)
{
    const Network *net = scores->network;
    const char *why = refusal(net, m);
    if (why) {
        g_set_error_literal(error, ENTENTE_ERROR, ERROR_USAGE, why);
        return NULL;
    }
    g_autoptr(NullRank) r = g_new0(NullRank, 1);
    r->n_nodes = scores->n_nodes;
    r->draws = draws_of(net, m, options);
    r->mid_p = m == MEASURE_BETWEENNESS || m == MEASURE_BETWEENNESS_RAW;
    r->mean = g_new0(double, r->n_nodes + 1);
    r->z = g_new0(double, r->n_nodes + 1);
    r->p = g_new0(double, r->n_nodes + 1);
    g_autofree double *squares = g_new0(double, r->n_nodes + 1);
    g_autoptr(Strata) strata = strata_new(net->incidence, options->by_year);
    g_autoptr(Curveball) ball = curveball_new(net->incidence, strata);
    Random random;
    random_init(&random, options->measure.seed, 0);
    curveball_run(ball, &random, CURVEBALL_BURN_IN);
    for (size_t i = 0; i < r->draws; i++) {
        curveball_run(ball, &random, CURVEBALL_THINNING);
        g_autoptr(Incidence) drawn = curveball_incidence(ball);
        g_autoptr(Network) network = network_project(drawn, selection, error);
        g_autoptr(Scores) one = network ? measure_network(network, MEASURE_BIT(m), &options->measure, error) : NULL;
        if (!one)
            return NULL;
        count_draw(r, scores->value[m], one->value[m], squares);
    }
    finish(r, scores->value[m], squares);
    return g_steal_pointer(&r);
}

void null_rank_free(NullRank *r)
{
    if (!r)
        return;
    g_free(r->mean);
    g_free(r->z);
    g_free(r->p);
    g_free(r);
}
