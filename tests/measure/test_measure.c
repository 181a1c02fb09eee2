/* test_measure.c - names of the measures, which columns are computed, notes, networks of nobody, one and two. */
#include "chance.h"
#include "sketch.h"

static void test_names(void)
{
    for (int m = 0; m < N_MEASURES; m++) {
        Measure back;
        g_assert_true(measure_by_name(measure_name((Measure)m), &back));
        g_assert_cmpint(back, ==, m);
        g_assert_cmpuint(strlen(measure_heading((Measure)m)), >, 0);
        g_assert_cmpuint(strlen(measure_definition((Measure)m)), >, 0);
    }
    Measure none;
    g_assert_false(measure_by_name("Degree", &none));
    g_assert_false(measure_by_name("", &none));
    g_assert_cmpstr(measure_name(MEASURE_BETWEENNESS_RAW), ==, "betweenness_raw");
    g_assert_cmpint(N_MEASURES, <, 32);
}

/* Each measure alone gives what it gives among all. */
static void test_sets(void)
{
    g_autoptr(Sketch) s = chance_sketch(6, WEIGHT_NEWMAN);
    MeasureOptions options = {.seed = 42};
    for (int m = 0; m < N_MEASURES; m++) {
        g_autoptr(Scores) alone = measure_network(s->network, MEASURE_BIT(m), &options, NULL);
        g_assert_cmpuint(alone->computed, ==, MEASURE_BIT(m));
        for (int other = 0; other < N_MEASURES; other++)
            g_assert_cmpint(alone->value[other] != NULL, ==, other == m);
        g_assert_cmpstr(alone->note[m], ==, s->scores->note[m]);
        for (size_t v = 0; v < alone->n_nodes; v++) {
            double a = alone->value[m][v], b = s->scores->value[m][v];
            g_assert_true(a == b || (isnan(a) && isnan(b)));
        }
    }
    g_autoptr(Scores) nothing = measure_network(s->network, 0, &options, NULL);
    g_assert_cmpuint(nothing->computed, ==, 0);
}

static void test_nobody(void)
{
    g_autoptr(Sketch) s = sketch_new("", WEIGHT_NEWMAN);
    g_assert_cmpuint(s->scores->n_nodes, ==, 0);
    g_assert_cmpuint(s->scores->computed, ==, MEASURE_SET_ALL);
    for (int m = 0; m < N_MEASURES; m++) {
        g_assert_nonnull(s->scores->value[m]);
        g_assert_null(s->scores->note[m]);
    }
}

/* With no ties nothing is invented, and no cell is infinite. */
static void test_one_and_two(void)
{
    const char *text[] = {"a", "a b", "a-b", "a-b:3"};
    for (size_t i = 0; i < G_N_ELEMENTS(text); i++) {
        for (int w = 0; w < N_WEIGHTS; w++) {
            g_autoptr(Sketch) s = sketch_new(text[i], (Weight)w);
            for (int m = 0; m < N_MEASURES; m++)
                for (size_t v = 0; v < s->scores->n_nodes; v++) {
                    g_assert_false(isinf(s->scores->value[m][v]));
                    g_assert_true(!isnan(s->scores->value[m][v]) || s->scores->note[m]); /* says why */
                }
        }
    }
}

static void test_isolates(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b c d-e:2 c", WEIGHT_COUNT);
    g_assert_cmpstr(s->scores->node_note[sketch_node(s->network, "c")], ==, "isolate: alone in all its events");
    g_assert_null(s->scores->node_note[sketch_node(s->network, "a")]);
    s->selection.min_weight = 2;
    g_autoptr(Network) network = network_project(s->made->incidence, &s->selection, NULL);
    MeasureOptions options = {.seed = 42};
    g_autoptr(Scores) scores = measure_network(network, MEASURE_BIT(MEASURE_DEGREE), &options, NULL);
    g_assert_cmpstr(scores->node_note[sketch_node(network, "a")], ==, "isolate: the selection leaves it no tie");
    g_assert_cmpstr(scores->node_note[sketch_node(network, "c")], ==, "isolate: alone in all its events");
    g_assert_null(scores->node_note[sketch_node(network, "d")]);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/measure/names", test_names);
    g_test_add_func("/measure/sets", test_sets);
    g_test_add_func("/measure/nobody", test_nobody);
    g_test_add_func("/measure/one-and-two", test_one_and_two);
    g_test_add_func("/measure/isolates", test_isolates);
    return g_test_run();
}
