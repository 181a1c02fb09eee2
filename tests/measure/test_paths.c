/* test_paths.c - betweenness, closeness and harmonic closeness, by hand. */
#include "sketch.h"

static void test_path(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b b-c c-d", WEIGHT_COUNT);
    assert_value(s, MEASURE_BETWEENNESS_RAW, "b", 2, 1e-15);
    assert_value(s, MEASURE_BETWEENNESS, "b", 2.0 / 3, 1e-15);
    assert_value(s, MEASURE_BETWEENNESS, "a", 0, 0);
    assert_value(s, MEASURE_CLOSENESS, "a", 3.0 / 6, 1e-15);
    assert_value(s, MEASURE_CLOSENESS, "b", 3.0 / 4, 1e-15);
    assert_value(s, MEASURE_HARMONIC, "a", 1 + 0.5 + 1.0 / 3, 1e-15);
    assert_value(s, MEASURE_HARMONIC_NORM, "b", 2.5 / 3, 1e-15);
    g_assert_null(s->scores->note[MEASURE_CLOSENESS]);
}

/* Two shortest paths share the pair: each of b and d lies on half of them. */
static void test_square(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b b-c c-d a-d", WEIGHT_COUNT);
    assert_value(s, MEASURE_BETWEENNESS_RAW, "a", 0.5, 1e-15);
    assert_value(s, MEASURE_BETWEENNESS, "c", 0.5 / 3, 1e-15);
}

static void test_disconnected(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b c-d d-e f", WEIGHT_COUNT);
    assert_value(s, MEASURE_CLOSENESS, "a", 1.0 / 5, 1e-15);           /* (1/5) · 1/1 */
    assert_value(s, MEASURE_CLOSENESS, "d", 2.0 / 5, 1e-15);           /* (2/5) · 2/2 */
    assert_value(s, MEASURE_CLOSENESS, "c", 2.0 / 5 * 2.0 / 3, 1e-15); /* (2/5) · 2/3 */
    assert_value(s, MEASURE_CLOSENESS, "f", 0, 0);
    assert_value(s, MEASURE_HARMONIC, "c", 1.5, 1e-15);
    assert_value(s, MEASURE_HARMONIC, "f", 0, 0);
    assert_value(s, MEASURE_BETWEENNESS, "d", 1.0 / 10, 1e-15);
    g_assert_nonnull(strstr(s->scores->note[MEASURE_CLOSENESS], "3 components"));
    g_assert_nonnull(strstr(s->scores->node_note[sketch_node(s->network, "f")], "isolate"));
}

/* Lengths a-b 1/2, b-c 1/2, a-c 1: going round is as short as going straight. */
static void test_weighted(void)
{
    g_autoptr(Sketch) s = sketch_new_with("a-b:2 b-c:2 a-c", WEIGHT_COUNT, true);
    assert_value(s, MEASURE_BETWEENNESS_RAW, "b", 0.5, 1e-15);
    assert_value(s, MEASURE_CLOSENESS, "b", 2.0, 1e-15);
    assert_value(s, MEASURE_CLOSENESS, "a", 2 / 1.5, 1e-15);
    assert_value(s, MEASURE_HARMONIC, "a", 3, 1e-15);
    g_autoptr(Sketch) hops = sketch_new("a-b:2 b-c:2 a-c", WEIGHT_COUNT);
    assert_value(hops, MEASURE_BETWEENNESS_RAW, "b", 0, 0);
    assert_value(hops, MEASURE_CLOSENESS, "a", 1, 0);
}

static void test_few(void)
{
    g_autoptr(Sketch) pair = sketch_new("a-b", WEIGHT_COUNT);
    assert_value(pair, MEASURE_BETWEENNESS, "a", 0, 0);
    assert_value(pair, MEASURE_CLOSENESS, "a", 1, 0);
    assert_value(pair, MEASURE_HARMONIC_NORM, "a", 1, 0);
    g_assert_nonnull(pair->scores->note[MEASURE_BETWEENNESS]);
    g_autoptr(Sketch) lone = sketch_new("a", WEIGHT_COUNT);
    assert_value(lone, MEASURE_BETWEENNESS, "a", 0, 0);
    assert_value(lone, MEASURE_CLOSENESS, "a", 0, 0);
    assert_value(lone, MEASURE_HARMONIC, "a", 0, 0);
    g_assert_true(isnan(sketch_value(lone, MEASURE_HARMONIC_NORM, "a")));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/paths/path", test_path);
    g_test_add_func("/paths/square", test_square);
    g_test_add_func("/paths/disconnected", test_disconnected);
    g_test_add_func("/paths/weighted", test_weighted);
    g_test_add_func("/paths/few", test_few);
    return g_test_run();
}
