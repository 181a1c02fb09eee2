/* uncertainty.c - how sure a ranking is: which method a measure allows, intervals, influence values, rank sets. */
#include "uncertainty.h"
#include "rank_set.h"
#include "replicate_scores.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static UncertaintyMethod method_of(const Network *network, Measure m)
{
    switch (m) {
    case MEASURE_STRENGTH:
    case MEASURE_EVENTS:
    case MEASURE_PAGERANK:
        return UNCERTAINTY_BOOTSTRAP;
    case MEASURE_EIGENVECTOR:
        return network->weight == WEIGHT_COUNT ? UNCERTAINTY_BOOTSTRAP : UNCERTAINTY_NONE;
    case MEASURE_DEGREE:
    case MEASURE_DEGREE_NORM:
    case MEASURE_HARMONIC:
    case MEASURE_HARMONIC_NORM:
    case MEASURE_CLOSENESS:
    case MEASURE_CLUSTERING:
        return UNCERTAINTY_HALVES;
    default:
        return UNCERTAINTY_NONE;
    }
}

bool uncertainty_is_quick(const Network *network, Measure m)
{
    double cells = (double)network->incidence->n_cells, n = (double)network->n_nodes, cost = n * n; /* rank sets */
    if (m == MEASURE_PAGERANK || m == MEASURE_EIGENVECTOR)
        cost += cells * 60;
    else if (m == MEASURE_CLUSTERING)
        cost += (double)network->n_ties * 20 + cells * 4;
    else if (method_of(network, m) == UNCERTAINTY_HALVES && m != MEASURE_DEGREE && m != MEASURE_DEGREE_NORM)
        cost += n * cells / 4;
    else
        cost += cells * 4;
    return cost * UNCERTAINTY_RESAMPLES < 1e9;
}

/* Why this cannot be answered, or NULL. Heap. */
static char *refusal(const Network *network, Measure m, const Uncertainty *u, const UncertaintyOptions *options)
{
    if (options->none)
        return g_strdup("no interval was asked for");
    if (network->weight == WEIGHT_JACCARD || network->weight == WEIGHT_COSINE || network->weight == WEIGHT_ASSOCIATION)
        return g_strdup_printf("no interval: weight %s judges ties, its sums put actors of one event first",
                               weight_name(network->weight));
    if (u->n_tie_making < UNCERTAINTY_MIN_CLUSTERS)
        return g_strdup_printf("no interval: %zu independent event%s with company %s too few (%d are wanted)",
                               u->n_tie_making, u->n_tie_making == 1 ? "" : "s", u->n_tie_making == 1 ? "is" : "are",
                               UNCERTAINTY_MIN_CLUSTERS);
    if (m == MEASURE_BETWEENNESS || m == MEASURE_BETWEENNESS_RAW || m == MEASURE_TWOMODE_BETWEENNESS)
        return g_strdup("no interval: a few hundred events cannot tell the betweenness of similar actors apart");
    if (method_of(network, m) == UNCERTAINTY_NONE)
        return g_strdup_printf("no interval: none was found that holds what it promises for %s%s", measure_name(m),
                               m == MEASURE_EIGENVECTOR ? " under this weight" : "");
    if (!replicate_scores_possible(network, m))
        return g_strdup("no interval: the selection filters ties or actors after the network was made");
    if (!options->n_resamples && !uncertainty_is_quick(network, m))
        return g_strdup_printf("no interval by default in a network of this size: --resamples %d asks for it",
                               UNCERTAINTY_RESAMPLES);
    return NULL;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Linear interpolation between order statistics (Hyndman and Fan 1996, type 7). */
static double quantile(const double *sorted, size_t n, double p)
{
    double at = p * (double)(n - 1);
    size_t i = (size_t)at;
    return i + 1 < n ? sorted[i] + (at - (double)i) * (sorted[i + 1] - sorted[i]) : sorted[n - 1];
}

static void percentiles(Uncertainty *u, const double *score, size_t stride)
{
    g_autofree double *sorted = g_new(double, u->n_resamples + 1);
    for (size_t v = 0; v < u->n_nodes; v++) {
        for (unsigned b = 0; b < u->n_resamples; b++)
            sorted[b] = score[v * stride + b];
        qsort(sorted, u->n_resamples, sizeof *sorted, by_value);
        u->lo[v] = quantile(sorted, u->n_resamples, 0.025);
        u->hi[v] = quantile(sorted, u->n_resamples, 0.975);
    }
}

static void count_firsts(Uncertainty *u, const double *score, size_t stride)
{
    for (unsigned b = 0; b < u->n_resamples; b++) {
        double best = -INFINITY;
        unsigned n = 0;
        for (size_t v = 0; v < u->n_nodes; v++)
            best = MAX(best, score[v * stride + b]);
        double near = best - 1e-9 * fabs(best);
        for (size_t v = 0; v < u->n_nodes; v++)
            n += score[v * stride + b] >= near;
        for (size_t v = 0; v < u->n_nodes; v++)
            if (score[v * stride + b] >= near)
                u->first_in[v] += 1.0 / n / u->n_resamples;
    }
}

/* ψ_c = (M-1)/M · (mean of θ(-c) − θ(-c)): Σψ² is the delete-one jackknife's variance (Efron and Stein 1981). */
static void influence_by_leaving_out(Uncertainty *u, const Scores *scores, Measure m, const Clusters *clusters,
                                     const UncertaintyOptions *options)
{
    g_autoptr(Replicates) left = replicates_leave_out(clusters, scores->network->incidence->n_events);
    g_autofree double *score = replicate_scores(scores->network, m, left, scores->value[m], options->n_threads);
    double n = (double)clusters->n;
    for (size_t v = 0; v < u->n_nodes; v++) {
        const double *s = score + v * left->n;
        double mean = 0;
        for (size_t c = 0; c < clusters->n; c++)
            mean += s[c] / n;
        for (size_t c = 0; c < clusters->n; c++)
            u->influence[c * u->n_nodes + v] = (n - 1) / n * (mean - s[c]);
    }
}

/* Student's t at 0.975 by Cornish and Fisher's expansion: right to 1e-4 from 29 degrees of freedom on. */
static double t_quantile(double df)
{
    const double z = 1.959963984540054, z3 = z * z * z, z5 = z3 * z * z;
    return z + (z3 + z) / (4 * df) + (5 * z5 + 16 * z3 + 3 * z) / (96 * df * df);
}

/* A symmetric interval may not promise more partners than there are. */
static double largest_possible(Measure m, size_t n)
{
    return m == MEASURE_DEGREE || m == MEASURE_HARMONIC ? (double)n - 1 : 1;
}

/* ψ_c = √((M-1)/M) · M/(M-h) · Cov_b(N_cb, θ_b), then the Monte-Carlo part of Σψ² is taken off. */
static void influence_by_halves(Uncertainty *u, const Replicates *halves, const double *score, double most)
{
    double n = (double)halves->n_clusters, h = floor(n / 2), b_all = u->n_resamples, keep = h / n;
    double f = sqrt((n - 1) / n) * n / (n - h);
    for (size_t v = 0; v < u->n_nodes; v++) {
        const double *s = score + v * halves->n;
        double mean = 0, variance = 0, raw = 0;
        for (unsigned b = 0; b < u->n_resamples; b++)
            mean += s[b] / b_all;
        for (unsigned b = 0; b < u->n_resamples; b++)
            variance += (s[b] - mean) * (s[b] - mean) / b_all;
        for (size_t c = 0; c < halves->n_clusters; c++) {
            const uint8_t *kept = halves->cluster_weight + c * halves->n;
            double covariance = 0;
            for (unsigned b = 0; b < u->n_resamples; b++)
                covariance += (kept[b] - keep) * (s[b] - mean) / b_all;
            u->influence[c * u->n_nodes + v] = f * covariance;
            raw += f * covariance * f * covariance;
        }
        double corrected = MAX(raw - f * f * n * keep * (1 - keep) * variance / b_all, 1e-15);
        double scale = raw > 0 ? sqrt(corrected / raw) : 0;
        for (size_t c = 0; c < halves->n_clusters; c++)
            u->influence[c * u->n_nodes + v] *= scale;
        double reach = t_quantile(n - 1) * sqrt(corrected);
        u->estimate[v] = mean;
        u->lo[v] = MAX(mean - reach, 0);
        u->hi[v] = MIN(mean + reach, most);
    }
}

/* From the influence values where there are any, else from the replicates. */
static void rank_all(Uncertainty *u, const double *replicate, size_t stride, const UncertaintyOptions *options)
{
    if (u->n_nodes > UNCERTAINTY_MAX_RANKED)
        return;
    RankSets *sets = u->influence ? rank_sets(u->estimate, u->influence, u->n_nodes, u->n_clusters,
                                              UNCERTAINTY_RESAMPLES, options->seed ^ 0x72616e6bu, options->n_threads)
                                  : rank_sets_of_replicates(u->estimate, replicate, stride, u->n_nodes, u->n_resamples,
                                                            options->n_threads);
    for (size_t v = 0; v < u->n_nodes; v++) {
        u->rank_lo[v] = sets->lo[v];
        u->rank_hi[v] = sets->hi[v];
        u->marginal_lo[v] = sets->marginal_lo[v];
        u->marginal_hi[v] = sets->marginal_hi[v];
    }
    rank_sets_free(sets);
}

Uncertainty *uncertainty_estimate(const Scores *scores, Measure m, const UncertaintyOptions *options)
{
    const Network *network = scores->network;
    const Incidence *in = network->incidence;
    Uncertainty *u = g_new0(Uncertainty, 1);
    g_autoptr(Clusters) clusters = clusters_new(in, options->by);
    u->by = options->by;
    u->n_clusters = clusters->n;
    u->n_tie_making = clusters_tie_making(clusters, in);
    u->n_series = clusters->n_series;
    u->n_duplicates = clusters->n_duplicates;
    u->n_nodes = network->n_nodes;
    if ((u->why_not = refusal(network, m, u, options)))
        return u;

    u->method = method_of(network, m);
    u->n_resamples = options->n_resamples ? options->n_resamples : UNCERTAINTY_RESAMPLES;
    u->n_resamples += u->n_resamples % 2;
    double **column[] = {&u->estimate, &u->lo, &u->hi, &u->first_in};
    uint32_t **rank[] = {&u->rank_lo, &u->rank_hi, &u->marginal_lo, &u->marginal_hi};
    for (size_t i = 0; i < G_N_ELEMENTS(column); i++) {
        *column[i] = g_new0(double, u->n_nodes + 1);
        *rank[i] = g_new0(uint32_t, u->n_nodes + 1);
    }
    bool halves = u->method == UNCERTAINTY_HALVES, many = u->n_clusters > u->n_resamples;
    if (halves || !many) /* leaving out one of very many costs more than it tells */
        u->influence = g_new0(double, u->n_clusters * u->n_nodes + 1);
    g_autoptr(Replicates) again =
        (halves ? replicates_half : replicates_bootstrap)(clusters, in->n_events, u->n_resamples, options->seed);
    g_autofree double *score = replicate_scores(network, m, again, scores->value[m], options->n_threads);
    count_firsts(u, score, again->n);
    if (halves)
        influence_by_halves(u, again, score, largest_possible(m, u->n_nodes));
    else {
        percentiles(u, score, again->n);
        memcpy(u->estimate, scores->value[m], u->n_nodes * sizeof *u->estimate);
        if (!many)
            influence_by_leaving_out(u, scores, m, clusters, options);
    }
    rank_all(u, score, again->n, options);
    return u;
}

void uncertainty_free(Uncertainty *u)
{
    if (!u)
        return;
    g_free(u->why_not);
    g_free(u->estimate);
    g_free(u->lo);
    g_free(u->hi);
    g_free(u->rank_lo);
    g_free(u->rank_hi);
    g_free(u->marginal_lo);
    g_free(u->marginal_hi);
    g_free(u->first_in);
    g_free(u->influence);
    g_free(u);
}
