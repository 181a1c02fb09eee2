/* test_twomode.c - actors and events in the two-mode network, small enough to do by hand. */
#include "sketch.h"

typedef struct Events {
    double *degree, *betweenness, *closeness;
} Events;

static void events_clear(Events *e)
{
    g_free(e->degree);
    g_free(e->betweenness);
    g_free(e->closeness);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Events, events_clear)

static void measure_events_of(const Sketch *s, Events *e)
{
    g_autoptr(GError) error = NULL;
    measure_events(s->made->incidence, &e->degree, &e->betweenness, &e->closeness, &error);
    g_assert_no_error(error);
}

static void test_one_event(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b", WEIGHT_COUNT);
    g_auto(Events) e = {0};
    measure_events_of(s, &e);
    assert_value(s, MEASURE_TWOMODE_DEGREE, "a", 1, 0);
    assert_value(s, MEASURE_TWOMODE_BETWEENNESS, "a", 0, 0);
    assert_value(s, MEASURE_TWOMODE_CLOSENESS, "a", 1, 1e-15); /* (1 + 2) / (1 + 2) */
    g_assert_cmpfloat(e.degree[0], ==, 1);
    g_assert_cmpfloat(e.betweenness[0], ==, 1);
    g_assert_cmpfloat_with_epsilon(e.closeness[0], 1, 1e-15);
}

/* a - e1 - b - e2 - c: n = 3 actors, m = 2 events. b lies between 4 pairs, of at most (2²·2² + 2·2·(-2))/2 = 4. */
static void test_path(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b b-c", WEIGHT_COUNT);
    g_auto(Events) e = {0};
    measure_events_of(s, &e);
    assert_value(s, MEASURE_TWOMODE_DEGREE, "a", 0.5, 0);
    assert_value(s, MEASURE_TWOMODE_DEGREE, "b", 1, 0);
    assert_value(s, MEASURE_TWOMODE_BETWEENNESS, "b", 1, 1e-15);
    assert_value(s, MEASURE_TWOMODE_CLOSENESS, "b", 6.0 / 6, 1e-15);
    assert_value(s, MEASURE_TWOMODE_CLOSENESS, "a", 6.0 / 10, 1e-15);
    g_assert_cmpfloat_with_epsilon(e.degree[0], 2.0 / 3, 1e-15);
    g_assert_cmpfloat_with_epsilon(e.betweenness[0], 3.0 / 5, 1e-15);
    g_assert_cmpfloat_with_epsilon(e.closeness[0], 5.0 / 7, 1e-15);
}

/* As networkx: closeness within the component, times the share reached, which can exceed 1. */
static void test_disconnected(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b c", WEIGHT_COUNT);
    assert_value(s, MEASURE_TWOMODE_CLOSENESS, "a", 6.0 / 3 * 2 / 4, 1e-15);
    assert_value(s, MEASURE_TWOMODE_CLOSENESS, "c", 6.0 / 1 * 1 / 4, 1e-15);
    assert_value(s, MEASURE_TWOMODE_DEGREE, "c", 0.5, 0);
    g_assert_nonnull(strstr(s->scores->note[MEASURE_TWOMODE_CLOSENESS], "disconnected"));
}

static void test_dropped(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b c", WEIGHT_COUNT);
    s->selection.drop_isolates = true;
    g_autoptr(Network) network = network_project(s->made->incidence, &s->selection, NULL);
    MeasureOptions options = {.seed = 42};
    g_autoptr(Scores) scores = measure_network(network, MEASURE_SET_ALL, &options, NULL);
    g_assert_cmpuint(scores->n_nodes, ==, 2);
    g_assert_cmpfloat(scores->value[MEASURE_TWOMODE_DEGREE][0], ==, 0.5); /* still of two events */
}

static void test_few(void)
{
    g_autoptr(Sketch) nobody = sketch_new("", WEIGHT_COUNT);
    g_auto(Events) none = {0};
    measure_events_of(nobody, &none);
    g_autoptr(Sketch) lone = sketch_new("a", WEIGHT_COUNT);
    g_auto(Events) one = {0};
    measure_events_of(lone, &one);
    assert_value(lone, MEASURE_TWOMODE_DEGREE, "a", 1, 0);
    assert_value(lone, MEASURE_TWOMODE_BETWEENNESS, "a", 0, 0);
    assert_value(lone, MEASURE_TWOMODE_CLOSENESS, "a", 1, 1e-15);
    g_assert_cmpfloat(one.betweenness[0], ==, 0);
    double *degree = NULL;
    g_assert_true(measure_events(lone->made->incidence, &degree, NULL, NULL, NULL));
    g_assert_cmpfloat(degree[0], ==, 1);
    g_free(degree);
}

/* An actor whose only event is left out has nothing to be near to. */
static void test_left_out(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b b-c", WEIGHT_COUNT);
    g_autoptr(Incidence) without = incidence_without(s->made->incidence, 0);
    g_autoptr(Network) network = network_project(without, &s->selection, NULL);
    MeasureOptions options = {.seed = 42};
    g_autoptr(Scores) scores = measure_network(network, MEASURE_SET_ALL, &options, NULL);
    for (size_t v = 0; v < scores->n_nodes; v++)
        g_assert_false(isnan(scores->value[MEASURE_TWOMODE_CLOSENESS][v]));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/twomode/one-event", test_one_event);
    g_test_add_func("/twomode/path", test_path);
    g_test_add_func("/twomode/disconnected", test_disconnected);
    g_test_add_func("/twomode/dropped", test_dropped);
    g_test_add_func("/twomode/few", test_few);
    g_test_add_func("/twomode/left-out", test_left_out);
    return g_test_run();
}
