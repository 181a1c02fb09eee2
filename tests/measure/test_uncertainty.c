/* test_uncertainty.c - intervals where they are allowed, a reason where they are not. */
#include "uncertainty.h"
#include "random.h"
#include "support.h"
#include <math.h>
#include <string.h>

typedef struct Sample {
    Made *made;
    Network *network;
    Scores *scores;
} Sample;

/* n events of two to four actors, a00 in every second one. */
static Sample sample_new(int n, Weight weight)
{
    Sample s;
    Selection selection;
    Random r;
    random_init(&r, 17, 0);
    g_autoptr(GPtrArray) pairs = g_ptr_array_new_with_free_func(g_free);
    for (int e = 0; e < n; e++) {
        uint32_t actor[10], k = 2 + random_below(&r, 3);
        for (uint32_t i = 0; i < 10; i++)
            actor[i] = i;
        random_shuffle(&r, actor + (e % 2 == 0), 10 - (e % 2 == 0));
        for (uint32_t i = 0; i < k; i++)
            g_ptr_array_add(pairs, g_strdup_printf("a%02u e%d", actor[i], e));
    }
    g_ptr_array_add(pairs, NULL);
    s.made = made_new((const char *const *)pairs->pdata);
    selection_init(&selection);
    selection.weight = weight;
    s.network = network_project(s.made->incidence, &selection, NULL);
    s.scores = measure_network(s.network, MEASURE_SET_ALL, &(MeasureOptions){.seed = 42}, NULL);
    return s;
}

static void sample_clear(Sample *s)
{
    scores_free(s->scores);
    network_free(s->network);
    made_free(s->made);
}

static void test_few_events_get_no_interval(void)
{
    Sample s = sample_new(29, WEIGHT_NEWMAN);
    g_autoptr(Uncertainty) u = uncertainty_estimate(s.scores, MEASURE_STRENGTH, &(UncertaintyOptions){.seed = 1});
    g_assert_cmpint(u->method, ==, UNCERTAINTY_NONE);
    g_assert_null(u->lo);
    g_assert_nonnull(strstr(u->why_not, "29 independent events"));
    sample_clear(&s);
}

static void test_what_is_refused(void)
{
    Sample s = sample_new(60, WEIGHT_NEWMAN), jaccard = sample_new(60, WEIGHT_JACCARD);
    static const Measure refused[] = {MEASURE_BETWEENNESS, MEASURE_EIGENVECTOR, MEASURE_CONSTRAINT, MEASURE_COMMUNITY};
    for (size_t i = 0; i < G_N_ELEMENTS(refused); i++) {
        g_autoptr(Uncertainty) u = uncertainty_estimate(s.scores, refused[i], &(UncertaintyOptions){.seed = 1});
        g_assert_cmpint(u->method, ==, UNCERTAINTY_NONE);
        g_assert_nonnull(u->why_not);
    }
    g_autoptr(Uncertainty) sums =
        uncertainty_estimate(jaccard.scores, MEASURE_STRENGTH, &(UncertaintyOptions){.seed = 1});
    g_assert_nonnull(strstr(sums->why_not, "jaccard"));
    sample_clear(&s);
    sample_clear(&jaccard);
}

static void test_bootstrap_of_strength(void)
{
    Sample s = sample_new(60, WEIGHT_NEWMAN);
    g_autoptr(Uncertainty) u = uncertainty_estimate(s.scores, MEASURE_STRENGTH, &(UncertaintyOptions){.seed = 1});
    g_assert_cmpint(u->method, ==, UNCERTAINTY_BOOTSTRAP);
    g_assert_cmpuint(u->n_clusters, ==, 60);
    double firsts = 0;
    for (size_t v = 0; v < u->n_nodes; v++) {
        double strength = s.scores->value[MEASURE_STRENGTH][v], variance = 0, share = strength / 60;
        g_assert_cmpfloat(u->lo[v], <=, strength);
        g_assert_cmpfloat(u->hi[v], >=, strength);
        /* every event gives 0 or 1: the variance of the sum is known */
        for (size_t c = 0; c < 60; c++)
            variance += u->influence[c * u->n_nodes + v] * u->influence[c * u->n_nodes + v];
        g_assert_cmpfloat_with_epsilon(variance, 60 * share * (1 - share), 60 * share * (1 - share) * 0.05);
        g_assert_cmpfloat_with_epsilon(u->hi[v] - u->lo[v], 2 * 1.96 * sqrt(60 * share * (1 - share)), 2.5);
        g_assert_cmpuint(u->rank_lo[v], >=, 1);
        g_assert_cmpuint(u->rank_hi[v], <=, u->n_nodes);
        firsts += u->first_in[v];
    }
    g_assert_cmpfloat_with_epsilon(firsts, 1, 1e-9);
    g_assert_cmpfloat(u->first_in[0], >, 0.95); /* a00 */
    sample_clear(&s);
}

static void test_degree_is_in_half_the_events(void)
{
    Sample s = sample_new(60, WEIGHT_NEWMAN);
    g_autoptr(Uncertainty) u = uncertainty_estimate(s.scores, MEASURE_DEGREE, &(UncertaintyOptions){.seed = 1});
    g_assert_cmpint(u->method, ==, UNCERTAINTY_HALVES);
    for (size_t v = 0; v < u->n_nodes; v++) {
        g_assert_cmpfloat(u->estimate[v], <=, s.scores->value[MEASURE_DEGREE][v]);
        g_assert_cmpfloat(u->lo[v], <=, u->estimate[v]);
        g_assert_cmpfloat(u->hi[v], >=, u->estimate[v]);
        g_assert_cmpfloat(u->hi[v], <=, (double)u->n_nodes - 1);
    }
    sample_clear(&s);
}

static void test_threads_and_seed(void)
{
    Sample s = sample_new(45, WEIGHT_NEWMAN);
    g_autoptr(Uncertainty) a =
        uncertainty_estimate(s.scores, MEASURE_PAGERANK, &(UncertaintyOptions){.seed = 3, .n_threads = 1});
    g_autoptr(Uncertainty) b =
        uncertainty_estimate(s.scores, MEASURE_PAGERANK, &(UncertaintyOptions){.seed = 3, .n_threads = 4});
    g_autoptr(Uncertainty) c =
        uncertainty_estimate(s.scores, MEASURE_PAGERANK, &(UncertaintyOptions){.seed = 4, .n_threads = 4});
    g_assert_cmpmem(a->lo, a->n_nodes * sizeof *a->lo, b->lo, b->n_nodes * sizeof *b->lo);
    g_assert_cmpmem(a->rank_hi, a->n_nodes * sizeof *a->rank_hi, b->rank_hi, b->n_nodes * sizeof *b->rank_hi);
    g_assert_cmpint(memcmp(a->lo, c->lo, a->n_nodes * sizeof *a->lo), !=, 0);
    sample_clear(&s);
}

static void test_asked_for_none(void)
{
    Sample s = sample_new(60, WEIGHT_NEWMAN);
    g_autoptr(Uncertainty) u =
        uncertainty_estimate(s.scores, MEASURE_STRENGTH, &(UncertaintyOptions){.seed = 1, .none = true});
    g_assert_cmpint(u->method, ==, UNCERTAINTY_NONE);
    sample_clear(&s);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/uncertainty/few events get no interval", test_few_events_get_no_interval);
    g_test_add_func("/uncertainty/what is refused", test_what_is_refused);
    g_test_add_func("/uncertainty/bootstrap of strength", test_bootstrap_of_strength);
    g_test_add_func("/uncertainty/degree is in half the events", test_degree_is_in_half_the_events);
    g_test_add_func("/uncertainty/threads and seed", test_threads_and_seed);
    g_test_add_func("/uncertainty/asked for none", test_asked_for_none);
    return g_test_run();
}
