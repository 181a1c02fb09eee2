/* test_null_rank.c - what chance gives each actor, against all matrices with the same margins; and what is refused. */
#include "error.h"
#include "null_rank.h"
#include "support.h"
#include <math.h>
#include <string.h>

static const char *const pairs[] = {"a 1", "b 1", "a 2", "b 2", "a 3", "c 3", "b 4", "c 4", "d 4", "c 5", "d 5", NULL};

typedef struct Asked {
    Made *made;
    Network *network;
    Scores *scores;
    Selection selection;
} Asked;

static void ask(Asked *a, Measure m, Weight weight)
{
    MeasureOptions options = {.seed = 1};
    selection_init(&a->selection);
    a->selection.weight = weight;
    a->made = made_new(pairs);
    a->network = network_project(a->made->incidence, &a->selection, NULL);
    a->scores = measure_network(a->network, MEASURE_BIT(m), &options, NULL);
}

static void done(Asked *a)
{
    scores_free(a->scores);
    network_free(a->network);
    made_free(a->made);
}

static NullRank *against(const Asked *a, Measure m, size_t draws, GError **error)
{
    NullRankOptions options = {.draws = draws, .measure = {.seed = 1}};
    return null_rank(a->scores, m, &a->selection, &options, error);
}

/* Degrees of all 4 × 5 matrices with these margins: mean, and the share with at least the observed. */
static void all_degrees(const Asked *a, double mean[4], double share[4])
{
    const Incidence *in = a->made->incidence;
    size_t all = 0;
    memset(mean, 0, 4 * sizeof *mean);
    memset(share, 0, 4 * sizeof *share);
    for (uint32_t x = 0; x < 1U << 20; x++) {
        bool fits = true;
        for (uint32_t i = 0; i < 4; i++) {
            uint32_t n = 0;
            for (uint32_t j = 0; j < 5; j++)
                n += x >> (i * 5 + j) & 1;
            fits &= n == in->actor_first[i + 1] - in->actor_first[i];
        }
        for (uint32_t j = 0; fits && j < 5; j++) {
            uint32_t n = 0;
            for (uint32_t i = 0; i < 4; i++)
                n += x >> (i * 5 + j) & 1;
            fits &= n == in->event_first[j + 1] - in->event_first[j];
        }
        if (!fits)
            continue;
        all++;
        for (uint32_t i = 0; i < 4; i++) {
            unsigned degree = 0;
            for (uint32_t j = 0; j < 4; j++)
                degree += i != j && (x >> (i * 5) & x >> (j * 5) & 31);
            mean[i] += degree;
            share[i] += degree >= a->scores->value[MEASURE_DEGREE][i];
        }
    }
    for (int i = 0; i < 4; i++) {
        mean[i] /= (double)all;
        share[i] /= (double)all;
    }
}

static void test_degree(void)
{
    Asked a;
    double mean[4], share[4];
    ask(&a, MEASURE_DEGREE, WEIGHT_NEWMAN);
    GError *error = NULL;
    g_autoptr(NullRank) r = against(&a, MEASURE_DEGREE, 4000, &error);
    g_assert_no_error(error);
    all_degrees(&a, mean, share);
    for (uint32_t v = 0; v < 4; v++) {
        g_test_message("%s: mean %.3f (exactly %.3f), p %.3f (%.3f), z %.3f", network_actor(a.network, v)->id,
                       r->mean[v], mean[v], r->p[v], share[v], r->z[v]);
        g_assert_cmpfloat_with_epsilon(r->mean[v], mean[v], .05);
        g_assert_cmpfloat_with_epsilon(r->p[v], share[v], .04);
        g_assert_true(isnan(r->z[v]) || (r->z[v] > 0) == (a.scores->value[MEASURE_DEGREE][v] > r->mean[v]));
    }
    g_autoptr(NullRank) again = against(&a, MEASURE_DEGREE, 4000, NULL);
    g_assert_cmpmem(r->p, 4 * sizeof(double), again->p, 4 * sizeof(double));
    done(&a);
}

static void test_betweenness(void)
{
    Asked a;
    ask(&a, MEASURE_BETWEENNESS, WEIGHT_NEWMAN);
    g_autoptr(NullRank) r = against(&a, MEASURE_BETWEENNESS, 0, NULL);
    g_assert_true(r->mid_p);
    g_assert_cmpuint(r->draws, ==, NULL_RANK_DRAWS);
    for (uint32_t v = 0; v < 4; v++) {
        g_assert_true(isnan(r->z[v]));
        g_assert_cmpfloat(r->p[v], >, 0);
        g_assert_cmpfloat(r->p[v], <, 1);
    }
    done(&a);
}

static void test_others(void)
{
    static const Measure measures[] = {MEASURE_HARMONIC, MEASURE_CLUSTERING, MEASURE_EIGENVECTOR,
                                       MEASURE_PAGERANK, MEASURE_CLOSENESS,  MEASURE_CORE};
    for (size_t i = 0; i < G_N_ELEMENTS(measures); i++) {
        Asked a;
        ask(&a, measures[i], WEIGHT_NEWMAN);
        g_autoptr(NullRank) r = against(&a, measures[i], 200, NULL);
        for (uint32_t v = 0; v < 4; v++) {
            g_assert_false(isnan(r->mean[v]));
            g_assert_cmpfloat(r->p[v] * 201, >=, 1 - 1e-9);
        }
        done(&a);
    }
    Asked a;
    ask(&a, MEASURE_STRENGTH, WEIGHT_COUNT); /* under count chance matters: who sits in the large events */
    g_autoptr(NullRank) r = against(&a, MEASURE_STRENGTH, 200, NULL);
    g_assert_nonnull(r);
    done(&a);
}

static void refuse(Measure m, Weight weight, bool filtered, const char *word)
{
    Asked a;
    g_autoptr(GError) error = NULL;
    ask(&a, m, weight);
    a.network->filtered = filtered;
    g_assert_null(against(&a, m, 200, &error));
    g_assert_error(error, ENTENTE_ERROR, ERROR_USAGE);
    g_assert_nonnull(strstr(error->message, word));
    done(&a);
}

static void test_refusals(void)
{
    refuse(MEASURE_STRENGTH, WEIGHT_NEWMAN, false, "newman");
    refuse(MEASURE_EVENTS, WEIGHT_COUNT, false, "number of events");
    refuse(MEASURE_TWOMODE_DEGREE, WEIGHT_COUNT, false, "number of events");
    refuse(MEASURE_COMMUNITY, WEIGHT_COUNT, false, "no null model");
    refuse(MEASURE_DEGREE, WEIGHT_COUNT, true, "whole network");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/null_rank/degree", test_degree);
    g_test_add_func("/null_rank/betweenness", test_betweenness);
    g_test_add_func("/null_rank/others", test_others);
    g_test_add_func("/null_rank/refusals", test_refusals);
    return g_test_run();
}
