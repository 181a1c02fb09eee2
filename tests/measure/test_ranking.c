/* test_ranking.c - 1-1-3, equals by name, the undefined last. */
#include "sketch.h"

/* Ranking of five actors a … e with scores made up for the test. */
static Ranking *rank_of(Measure measure, const double value[5])
{
    g_autoptr(Sketch) s = sketch_new("a-b-c-d-e", WEIGHT_COUNT);
    for (int v = 0; v < 5; v++)
        s->scores->value[measure][v] = value[v];
    return ranking_new(s->scores, measure);
}

static void assert_ranking(const Ranking *r, const char *order, const uint32_t rank[5])
{
    g_assert_cmpuint(r->n, ==, 5);
    for (int i = 0; i < 5; i++) {
        g_assert_cmpuint(r->node[i], ==, (uint32_t)(order[i] - 'a'));
        g_assert_cmpuint(r->rank[i], ==, rank[i]);
    }
}

static void test_competition(void)
{
    g_autoptr(Ranking) r = rank_of(MEASURE_STRENGTH, (double[]){1, 3, 2, 3, 1});
    assert_ranking(r, "bdcae", (uint32_t[]){1, 1, 3, 4, 4});
    g_assert_false(r->all_tied);
}

/* 0.1 + 0.2 and 0.3 share a rank; a difference in the 11th digit does not. */
static void test_rounding(void)
{
    g_autoptr(Ranking) r = rank_of(MEASURE_STRENGTH, (double[]){0.3, 0.1 + 0.2, 0.3 + 1e-11, 0, -0.0});
    assert_ranking(r, "cabde", (uint32_t[]){1, 2, 2, 4, 4});
}

static void test_undefined(void)
{
    g_autoptr(Ranking) r = rank_of(MEASURE_CLOSENESS, (double[]){NAN, 0, NAN, 1, 0});
    assert_ranking(r, "dbeac", (uint32_t[]){1, 2, 2, 0, 0});
    g_assert_false(r->all_tied);
    g_autoptr(Ranking) none = rank_of(MEASURE_EIGENVECTOR, (double[]){NAN, NAN, NAN, NAN, NAN});
    assert_ranking(none, "abcde", (uint32_t[]){0, 0, 0, 0, 0});
    g_assert_false(none->all_tied);
}

static void test_constraint(void)
{
    g_autoptr(Ranking) r = rank_of(MEASURE_CONSTRAINT, (double[]){1, 0.5, NAN, 0.25, 0.5});
    assert_ranking(r, "dbeac", (uint32_t[]){1, 2, 2, 4, 0});
}

static void test_all_tied(void)
{
    g_autoptr(Ranking) r = rank_of(MEASURE_DEGREE, (double[]){4, 4, NAN, 4, 4});
    assert_ranking(r, "abdec", (uint32_t[]){1, 1, 1, 1, 0});
    g_assert_true(r->all_tied);
    g_autoptr(Sketch) lone = sketch_new("a", WEIGHT_COUNT), nobody = sketch_new("", WEIGHT_COUNT);
    g_autoptr(Ranking) one = ranking_new(lone->scores, MEASURE_DEGREE),
                       none = ranking_new(nobody->scores, MEASURE_DEGREE);
    g_assert_false(one->all_tied);
    g_assert_cmpuint(one->rank[0], ==, 1);
    g_assert_cmpuint(none->n, ==, 0);
}

/* Names are compared as people read them: Đỗ stands with D, not behind Z. */
static void test_names(void)
{
    g_autoptr(Sketch) s = sketch_new("Zoe-Đỗ-Ana-eve", WEIGHT_COUNT);
    g_autoptr(Ranking) r = ranking_new(s->scores, MEASURE_STRENGTH);
    const char *order[] = {"Ana", "Đỗ", "eve", "Zoe"};
    for (int i = 0; i < 4; i++)
        g_assert_cmpstr(network_actor(s->network, r->node[i])->label, ==, order[i]);
    g_assert_true(r->all_tied);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/ranking/competition", test_competition);
    g_test_add_func("/ranking/rounding", test_rounding);
    g_test_add_func("/ranking/undefined", test_undefined);
    g_test_add_func("/ranking/constraint", test_constraint);
    g_test_add_func("/ranking/all-tied", test_all_tied);
    g_test_add_func("/ranking/names", test_names);
    return g_test_run();
}
