/* test_replicate.c - replicates: weights, and kernels that agree with measuring the network itself. */
#include "random.h"
#include "replicate.h"
#include "replicate_scores.h"
#include "support.h"
#include <math.h>
#include <string.h>

static const Measure kernels[] = {MEASURE_STRENGTH,    MEASURE_EVENTS,    MEASURE_PAGERANK,      MEASURE_DEGREE,
                                  MEASURE_DEGREE_NORM, MEASURE_HARMONIC,  MEASURE_HARMONIC_NORM, MEASURE_CLOSENESS,
                                  MEASURE_EIGENVECTOR, MEASURE_CLUSTERING};

/* A seeded table of n_events events with 1–6 of 12 actors; event 0 joins the first three, so that eigenvectors are
 * unique. */
static char **random_pairs(uint64_t seed, int n_events)
{
    Random r;
    random_init(&r, seed, 0);
    GPtrArray *pairs = g_ptr_array_new();
    for (int e = 0; e < n_events; e++) {
        uint32_t k = 1 + random_below(&r, 6), actor[12];
        for (uint32_t i = 0; i < 12; i++)
            actor[i] = i;
        random_shuffle(&r, actor, 12);
        for (uint32_t i = 0; i < k; i++)
            g_ptr_array_add(pairs, g_strdup_printf("a%02u e%d", actor[i], e));
    }
    g_ptr_array_add(pairs, NULL);
    return (char **)g_ptr_array_free(pairs, FALSE);
}

static Scores *measured(const Incidence *incidence, Network **network, Weight weight, Measure m)
{
    Selection s;
    g_autoptr(GError) error = NULL;
    selection_init(&s);
    s.weight = weight;
    *network = network_project(incidence, &s, &error);
    g_assert_no_error(error);
    Scores *scores = measure_network(*network, MEASURE_BIT(m), &(MeasureOptions){.seed = 42}, &error);
    g_assert_no_error(error);
    return scores;
}

static bool skips(Weight weight, Measure m) { return m == MEASURE_EIGENVECTOR && weight != WEIGHT_COUNT; }

/* All clusters kept: the network itself. */
static void test_whole_is_the_network(void)
{
    for (uint64_t seed = 1; seed < 6; seed++)
        for (Weight w = WEIGHT_NEWMAN; w <= WEIGHT_COUNT; w++)
            for (size_t k = 0; k < G_N_ELEMENTS(kernels); k++) {
                if (skips(w, kernels[k]))
                    continue;
                g_auto(GStrv) pairs = random_pairs(seed, 30);
                g_autoptr(Made) made = made_new((const char *const *)pairs);
                g_autoptr(Network) network = NULL;
                g_autoptr(Scores) scores = measured(made->incidence, &network, w, kernels[k]);
                g_autoptr(Clusters) clusters = clusters_new(made->incidence, RESAMPLE_EVENT);
                g_autoptr(Replicates) all = replicates_leave_out(clusters, made->incidence->n_events);
                memset(all->weight, 1, all->n * all->n_columns);
                g_autofree double *score = replicate_scores(network, kernels[k], all, NULL, 2);
                g_assert_nonnull(score);
                for (size_t v = 0; v < network->n_nodes; v++)
                    g_assert_cmpfloat_with_epsilon(score[v * all->n + 3], scores->value[kernels[k]][v], 2e-6);
            }
}

/* Replicate c lacks event c: as if the event had never been read. */
static void test_leaving_out_is_another_network(void)
{
    g_auto(GStrv) pairs = random_pairs(3, 25);
    g_autoptr(Made) made = made_new((const char *const *)pairs);
    g_autoptr(Clusters) clusters = clusters_new(made->incidence, RESAMPLE_EVENT);
    g_autoptr(Replicates) left = replicates_leave_out(clusters, made->incidence->n_events);
    for (size_t k = 0; k < G_N_ELEMENTS(kernels); k++) {
        g_autoptr(Network) whole = NULL;
        Weight w = kernels[k] == MEASURE_EIGENVECTOR ? WEIGHT_COUNT : WEIGHT_NEWMAN;
        g_autoptr(Scores) unused = measured(made->incidence, &whole, w, kernels[k]);
        g_autofree double *score = replicate_scores(whole, kernels[k], left, unused->value[kernels[k]], 1);
        g_assert_nonnull(unused);
        for (uint32_t e = 0; e < made->incidence->n_events; e += 5) {
            g_autoptr(Incidence) rest = incidence_without(made->incidence, e);
            g_autoptr(Network) network = NULL;
            g_autoptr(Scores) scores = measured(rest, &network, w, kernels[k]);
            for (size_t v = 0; v < network->n_nodes; v++)
                if (!isnan(scores->value[kernels[k]][v]))
                    g_assert_cmpfloat_with_epsilon(score[v * left->n + e], scores->value[kernels[k]][v], 2e-5);
        }
    }
}

static void test_bootstrap_draws_as_many(void)
{
    g_auto(GStrv) pairs = random_pairs(8, 33);
    g_autoptr(Made) made = made_new((const char *const *)pairs);
    g_autoptr(Clusters) clusters = clusters_new(made->incidence, RESAMPLE_EVENT);
    g_autoptr(Replicates) r = replicates_bootstrap(clusters, made->incidence->n_events, 100, 5);
    unsigned distinct = 0;
    for (size_t b = 0; b < 100; b++) {
        unsigned sum = 0;
        for (size_t c = 0; c < clusters->n; c++) {
            sum += r->cluster_weight[c * r->n + b];
            distinct += r->cluster_weight[c * r->n + b] > 0;
        }
        g_assert_cmpuint(sum, ==, clusters->n);
    }
    double share = distinct / (100.0 * (double)clusters->n); /* 1 - (1 - 1/33)^33 = 0.638 */
    g_assert_cmpfloat_with_epsilon(share, 0.638, 0.02);
}

static void test_halves_complement_each_other(void)
{
    g_auto(GStrv) pairs = random_pairs(8, 33);
    g_autoptr(Made) made = made_new((const char *const *)pairs);
    g_autoptr(Clusters) clusters = clusters_new(made->incidence, RESAMPLE_EVENT);
    g_autoptr(Replicates) r = replicates_half(clusters, made->incidence->n_events, 64, 5);
    for (size_t b = 0; b < 64; b += 2) {
        unsigned first = 0, second = 0;
        for (size_t c = 0; c < clusters->n; c++) {
            uint8_t x = r->cluster_weight[c * r->n + b], y = r->cluster_weight[c * r->n + b + 1];
            g_assert_cmpuint(x + y, <=, 1);
            first += x;
            second += y;
        }
        g_assert_cmpuint(first, ==, clusters->n / 2);
        g_assert_cmpuint(second, ==, clusters->n / 2);
    }
}

static void test_threads_change_nothing(void)
{
    g_auto(GStrv) pairs = random_pairs(4, 40);
    g_autoptr(Made) made = made_new((const char *const *)pairs);
    g_autoptr(Clusters) clusters = clusters_new(made->incidence, RESAMPLE_EVENT);
    g_autoptr(Replicates) r = replicates_bootstrap(clusters, made->incidence->n_events, 200, 5);
    for (size_t k = 0; k < G_N_ELEMENTS(kernels); k++) {
        g_autoptr(Network) network = NULL;
        g_autoptr(Scores) scores = measured(made->incidence, &network, WEIGHT_COUNT, kernels[k]);
        g_autofree double *one = replicate_scores(network, kernels[k], r, NULL, 1);
        g_autofree double *four = replicate_scores(network, kernels[k], r, NULL, 4);
        g_assert_nonnull(scores);
        g_assert_cmpmem(one, network->n_nodes * r->n * sizeof *one, four, network->n_nodes * r->n * sizeof *four);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/replicate/whole is the network", test_whole_is_the_network);
    g_test_add_func("/replicate/leaving out is another network", test_leaving_out_is_another_network);
    g_test_add_func("/replicate/bootstrap draws as many", test_bootstrap_draws_as_many);
    g_test_add_func("/replicate/halves complement each other", test_halves_complement_each_other);
    g_test_add_func("/replicate/threads change nothing", test_threads_change_nothing);
    return g_test_run();
}
