/* test_adjacency.c - rows both ways, components, sums that say what they are. */
#include "adjacency.h"
#include "sketch.h"

static void test_rows(void)
{
    g_autoptr(Sketch) s = sketch_new("b-c a-c:2 a-d", WEIGHT_COUNT);
    g_autoptr(Adjacency) a = adjacency_new(s->network);
    g_assert_cmpuint(a->n_nodes, ==, 4);
    g_assert_cmpuint(adjacency_degree(a, 0), ==, 2);
    g_assert_cmpuint(a->neighbour[a->first[0]], ==, 2);
    g_assert_cmpuint(a->neighbour[a->first[0] + 1], ==, 3);
    g_assert_cmpuint(a->neighbour[a->first[2]], ==, 0);
    g_assert_cmpuint(a->neighbour[a->first[2] + 1], ==, 1);
    g_assert_cmpfloat(a->weight[a->first[2]], ==, 2);
    g_assert_cmpuint(a->first[4], ==, 6);
    g_assert_cmpfloat(adjacency_strength(a, 0), ==, 3);
}

static void test_components(void)
{
    g_autoptr(Sketch) s = sketch_new("a-d b c-e e-f", WEIGHT_COUNT);
    g_autoptr(Adjacency) a = adjacency_new(s->network);
    const uint32_t component[] = {0, 1, 2, 0, 2, 2}, member[] = {0, 3, 1, 2, 4, 5}, place[] = {0, 0, 0, 1, 1, 2};
    g_assert_cmpuint(a->n_components, ==, 3);
    for (int v = 0; v < 6; v++) {
        g_assert_cmpuint(a->component[v], ==, component[v]);
        g_assert_cmpuint(a->member[v], ==, member[v]);
        g_assert_cmpuint(a->place[v], ==, place[v]);
    }
    g_assert_cmpuint(adjacency_component_size(a, 0), ==, 2);
    g_assert_cmpuint(adjacency_component_size(a, 1), ==, 1);
    g_assert_cmpuint(adjacency_component_size(a, 2), ==, 3);
}

static void test_nobody(void)
{
    g_autoptr(Sketch) s = sketch_new("", WEIGHT_COUNT);
    g_autoptr(Adjacency) a = adjacency_new(s->network);
    g_assert_cmpuint(a->n_nodes, ==, 0);
    g_assert_cmpuint(a->n_components, ==, 0);
}

/* Under newman strength is a number of events, whatever 1/(k-1) does in binary: 1/49 added 49 times is not 1 by itself.
 */
static void test_whole_strength(void)
{
    for (unsigned k = 2; k <= 120; k++) {
        g_autoptr(GString) text = g_string_new("a");
        for (unsigned i = 1; i < k; i++)
            g_string_append_printf(text, "-x%u", i);
        g_string_append(text, " a-x1 a-x1-x2:5 a");
        g_autoptr(Made) made = sketch_made(text->str);
        Selection selection;
        selection_init(&selection);
        selection.weight = WEIGHT_NEWMAN;
        g_autoptr(Network) network = network_project(made->incidence, &selection, NULL);
        g_autoptr(Adjacency) a = adjacency_new(network);
        g_assert_cmpfloat(adjacency_strength(a, 0), ==, 7);
    }
}

/* Only rounding is mended: a third is not made a whole. */
static void test_broken_strength(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b-c a-d-e-f", WEIGHT_JACCARD);
    g_autoptr(Adjacency) a = adjacency_new(s->network);
    g_assert_cmpfloat_with_epsilon(adjacency_strength(a, 1), 0.5 + 1, 1e-15);
    g_assert_cmpfloat_with_epsilon(adjacency_strength(a, 0), 5 * 0.5, 1e-15);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/adjacency/rows", test_rows);
    g_test_add_func("/adjacency/components", test_components);
    g_test_add_func("/adjacency/nobody", test_nobody);
    g_test_add_func("/adjacency/whole-strength", test_whole_strength);
    g_test_add_func("/adjacency/broken-strength", test_broken_strength);
    return g_test_run();
}
