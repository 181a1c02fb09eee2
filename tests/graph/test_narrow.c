/* test_narrow.c - what a selection leaves of a network. */
#include "error.h"
#include "network.h"
#include "support.h"
#include <string.h>

/* A path a–b–c–d, a pair x–y met twice, a triangle p q r, and z alone. */
static const char *const pairs[] = {"a 1", "b 1", "b 2", "c 2", "c 3", "d 3", "x 4", "y 4",
                                    "x 5", "y 5", "p 6", "q 6", "r 6", "p 6", "z 7", NULL};

static Selection selection(void)
{
    Selection s;
    selection_init(&s);
    s.weight = WEIGHT_COUNT;
    return s;
}

/* "a b c; a-b b-c" */
static void expect(Selection s, const char *expected)
{
    g_autoptr(Made) made = made_new(pairs);
    g_autoptr(GString) out = g_string_new(NULL);
    GError *error = NULL;
    g_autoptr(Network) net = network_project(made->incidence, &s, &error);
    g_assert_no_error(error);
    for (uint32_t i = 0; i < net->n_nodes; i++)
        g_string_append_printf(out, "%s%s", i ? " " : "", network_actor(net, i)->id);
    g_string_append(out, ";");
    for (size_t i = 0; i < net->n_ties; i++) {
        const Tie *t = &net->tie[i];
        g_string_append_printf(out, " %s-%s", network_actor(net, t->a)->id, network_actor(net, t->b)->id);
        g_assert_true(network_tie(net, t->a, t->b) == t);
    }
    g_assert_cmpuint(net->tie_first[net->n_nodes], ==, net->n_ties);
    for (uint32_t row = 0; row < made->incidence->n_actors; row++)
        g_assert_true(net->node[row] == UINT32_MAX || net->row[net->node[row]] == row);
    g_assert_cmpstr(out->str, ==, expected);
}

static void test_all(void) { expect(selection(), "a b c d p q r x y z; a-b b-c c-d p-q p-r q-r x-y"); }

static void test_min_weight(void)
{
    Selection s = selection();
    s.min_weight = 2;
    expect(s, "a b c d p q r x y z; x-y");
    s.drop_isolates = true;
    expect(s, "x y; x-y");
    s.min_weight = 2.5;
    expect(s, ";");
    s.min_weight = 0;
    expect(s, "a b c d p q r x y; a-b b-c c-d p-q p-r q-r x-y");
}

static void test_ego(void)
{
    Selection s = selection();
    s.ego = "b";
    expect(s, "a b c; a-b b-c");
    s.ego_radius = 2;
    expect(s, "a b c d; a-b b-c c-d");
    s.ego = "z";
    expect(s, "z;");
    s.drop_isolates = true;
    expect(s, ";");
    s = selection();
    s.ego = "p";
    expect(s, "p q r; p-q p-r q-r"); /* with the ties among the neighbours */
    s.min_weight = 2;
    expect(s, "p;");
}

static void test_largest_component(void)
{
    Selection s = selection();
    s.largest_component = true;
    expect(s, "a b c d; a-b b-c c-d");
    s.exclude = NULL;
    s.ego = "x";
    expect(s, "x y; x-y");
    s = selection();
    s.largest_component = true;
    s.min_weight = 2;
    expect(s, "x y; x-y");
    s.min_weight = 3;
    expect(s, "a;"); /* all isolates: the first actor */
}

static void test_equal_components(void)
{
    g_autoptr(Made) made =
        made_new((const char *const[]){"a 1", "b 1", "b 2", "c 2", "p 3", "q 3", "r 3", "x 4", "y 4", "z 4", NULL});
    Selection s = selection();
    s.largest_component = true;
    g_autoptr(Network) net = network_project(made->incidence, &s, NULL);
    g_assert_cmpuint(net->n_nodes, ==, 3);
    g_assert_cmpstr(network_actor(net, 0)->id, ==, "p"); /* more ties than a–b–c, and before x y z */
}

static void test_failures(void)
{
    g_autoptr(Made) made = made_new(pairs);
    g_autoptr(GError) error = NULL;
    Selection s = selection();
    s.ego = "nobody";
    g_assert_null(network_project(made->incidence, &s, &error));
    g_assert_error(error, ENTENTE_ERROR, ERROR_USAGE);
    g_assert_nonnull(strstr(error->message, "nobody"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/narrow/all", test_all);
    g_test_add_func("/narrow/min-weight", test_min_weight);
    g_test_add_func("/narrow/ego", test_ego);
    g_test_add_func("/narrow/largest-component", test_largest_component);
    g_test_add_func("/narrow/equal-components", test_equal_components);
    g_test_add_func("/narrow/failures", test_failures);
    return g_test_run();
}
