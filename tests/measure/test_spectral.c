/* test_spectral.c - eigenvector centrality where there is one, and the reason where there is none. */
#include "sketch.h"

static void assert_none(const Sketch *s, const char *because)
{
    for (size_t v = 0; v < s->network->n_nodes; v++)
        g_assert_true(isnan(s->scores->value[MEASURE_EIGENVECTOR][v]));
    g_assert_nonnull(s->scores->note[MEASURE_EIGENVECTOR]);
    g_assert_nonnull(strstr(s->scores->note[MEASURE_EIGENVECTOR], because));
}

static void test_star(void)
{
    g_autoptr(Sketch) s = sketch_new("hub-a hub-b hub-c", WEIGHT_COUNT);
    assert_value(s, MEASURE_EIGENVECTOR, "hub", sqrt(0.5), 1e-14);
    assert_value(s, MEASURE_EIGENVECTOR, "a", sqrt(1.0 / 6), 1e-14);
    g_assert_null(s->scores->note[MEASURE_EIGENVECTOR]);
}

/* Gold's three countries: weights 1 and 2 around one actor. */
static void test_weighted(void)
{
    g_autoptr(Sketch) s = sketch_new("jp-vn sg-vn:2", WEIGHT_COUNT);
    assert_value(s, MEASURE_EIGENVECTOR, "jp", sqrt(0.1), 1e-14);
    assert_value(s, MEASURE_EIGENVECTOR, "sg", sqrt(0.4), 1e-14);
    assert_value(s, MEASURE_EIGENVECTOR, "vn", sqrt(0.5), 1e-14);
}

static void test_other_components(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b c-d-e c-d f", WEIGHT_COUNT);
    assert_value(s, MEASURE_EIGENVECTOR, "a", 0, 0);
    assert_value(s, MEASURE_EIGENVECTOR, "f", 0, 0);
    g_assert_cmpfloat(sketch_value(s, MEASURE_EIGENVECTOR, "c"), >, sketch_value(s, MEASURE_EIGENVECTOR, "e"));
    g_assert_cmpstr(s->scores->note[MEASURE_EIGENVECTOR], ==,
                    "0 outside the component of c (3 actors), which has the largest eigenvalue");
}

/* Shape does not matter, only the eigenvalue: a tie of weight 2 is as strong as a triangle. */
static void test_not_unique(void)
{
    g_autoptr(Sketch) pairs = sketch_new("a-b c-d e", WEIGHT_COUNT);
    assert_none(pairs, "not unique: 2 components");
    g_autoptr(Sketch) shapes = sketch_new("a-b:2 c-d-e f-g", WEIGHT_COUNT);
    assert_none(shapes, "not unique: 2 components");
    g_autoptr(Sketch) nearly = sketch_new("a-b:2 c-d-e c-d", WEIGHT_COUNT);
    assert_value(nearly, MEASURE_EIGENVECTOR, "a", 0, 0);
}

/* Two cliques far apart in one component: the vector may lean either way within rounding. */
static void test_two_parts(void)
{
    g_autoptr(GString) text = g_string_new("a1-a2-a3-a4-a5-a6-a7-a8 a8-p0 p25-b1 b1-b2-b3-b4-b5-b6-b7-b8");
    for (int i = 0; i < 25; i++)
        g_string_append_printf(text, " p%d-p%d", i, i + 1);
    g_autoptr(Sketch) s = sketch_new(text->str, WEIGHT_COUNT);
    assert_none(s, "two parts of the component of a8");
}

static void test_all_tie(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b-c-d", WEIGHT_NEWMAN);
    assert_value(s, MEASURE_EIGENVECTOR, "a", 0.5, 1e-14);
    g_assert_cmpstr(s->scores->note[MEASURE_EIGENVECTOR], ==, "all 4 actors of the component of a tie");
}

static void test_no_ties(void)
{
    g_autoptr(Sketch) lone = sketch_new("a", WEIGHT_COUNT), two = sketch_new("a b", WEIGHT_COUNT);
    assert_none(lone, "no ties");
    assert_none(two, "no ties");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/spectral/star", test_star);
    g_test_add_func("/spectral/weighted", test_weighted);
    g_test_add_func("/spectral/other-components", test_other_components);
    g_test_add_func("/spectral/not-unique", test_not_unique);
    g_test_add_func("/spectral/two-parts", test_two_parts);
    g_test_add_func("/spectral/all-tie", test_all_tie);
    g_test_add_func("/spectral/no-ties", test_no_ties);
    return g_test_run();
}
