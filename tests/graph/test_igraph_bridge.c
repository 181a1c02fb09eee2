/* test_igraph_bridge.c - igraph's errors as ours, the igraph_t of a network, its weights and lengths. */
#include "error.h"
#include "igraph_bridge.h"
#include "support.h"

static Network *network_of(const Made *made)
{
    Selection selection;
    selection_init(&selection);
    selection.weight = WEIGHT_COUNT;
    return network_project(made->incidence, &selection, NULL);
}

static void test_error(void)
{
    igraph_bridge_init();
    g_autoptr(GError) error = NULL;
    g_auto(igraph_vector_t) out = {0};
    igraph_t graph;
    g_assert_true(igraph_bridge_ok(igraph_vector_init(&out, 0), NULL));
    g_assert_true(igraph_bridge_ok(igraph_empty(&graph, 2, IGRAPH_UNDIRECTED), NULL));
    g_assert_false(
        igraph_bridge_ok(igraph_harmonic_centrality(&graph, &out, igraph_vss_1(7), IGRAPH_ALL, NULL, false), &error));
    g_assert_error(error, ENTENTE_ERROR, ERROR_USAGE);
    g_assert_true(g_str_has_prefix(error->message, "igraph cannot compute this: "));
    g_assert_cmpuint(strlen(error->message), >, strlen("igraph cannot compute this: "));
    g_clear_error(&error);
    /* Nothing is left over: the next call is fine, and the next error has its own words. */
    g_assert_true(
        igraph_bridge_ok(igraph_harmonic_centrality(&graph, &out, igraph_vss_all(), IGRAPH_ALL, NULL, false), &error));
    g_assert_no_error(error);
    g_assert_false(igraph_bridge_ok(IGRAPH_ENOMEM, &error));
    g_assert_nonnull(strstr(error->message, igraph_strerror(IGRAPH_ENOMEM)));
    igraph_destroy(&graph);
}

static void test_graph(void)
{
    g_autoptr(Made) made =
        made_new((const char *const[]){"a e1", "b e1", "b e2", "c e2", "b e3", "c e3", "d e4", NULL});
    g_autoptr(Network) network = network_of(made);
    const igraph_t *graph = network_igraph(network, NULL);
    g_assert_nonnull(graph);
    g_assert_true(graph == network_igraph(network, NULL));
    g_assert_cmpint(igraph_vcount(graph), ==, 4);
    g_assert_cmpint(igraph_ecount(graph), ==, 2);
    g_assert_false(igraph_is_directed(graph));
    const igraph_vector_t *weights = network_igraph_weights(network, NULL);
    const igraph_vector_t *lengths = network_igraph_lengths(network, NULL);
    for (size_t i = 0; i < network->n_ties; i++) {
        igraph_integer_t from, to;
        igraph_edge(graph, (igraph_integer_t)i, &from, &to);
        g_assert_cmpint(MIN(from, to), ==, network->tie[i].a);
        g_assert_cmpint(MAX(from, to), ==, network->tie[i].b);
        g_assert_cmpfloat(VECTOR(*weights)[i], ==, network->tie[i].weight);
        g_assert_cmpfloat(VECTOR(*lengths)[i], ==, 1 / network->tie[i].weight);
    }
    g_assert_cmpfloat(VECTOR(*weights)[1], ==, 2);
    g_assert_true(weights == network_igraph_weights(network, NULL));
}

static void test_nobody(void)
{
    g_autoptr(Made) made = made_new((const char *const[]){NULL});
    g_autoptr(Network) network = network_of(made);
    g_assert_cmpint(igraph_vcount(network_igraph(network, NULL)), ==, 0);
    g_assert_cmpint(igraph_vector_size(network_igraph_weights(network, NULL)), ==, 0);
    network_graph_free(NULL);
}

static void test_betweenness(void)
{
    g_autoptr(Made) made = made_new((const char *const[]){"a e1", "b e1", "b e2", "c e2", NULL});
    g_autoptr(Network) network = network_of(made);
    g_auto(igraph_vector_t) out = {0};
    igraph_vector_init(&out, 0);
    g_assert_true(igraph_bridge_betweenness(network_igraph(network, NULL), NULL, &out, NULL));
    g_assert_cmpfloat(VECTOR(out)[0], ==, 0);
    g_assert_cmpfloat(VECTOR(out)[1], ==, 1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/igraph-bridge/error", test_error);
    g_test_add_func("/igraph-bridge/graph", test_graph);
    g_test_add_func("/igraph-bridge/nobody", test_nobody);
    g_test_add_func("/igraph-bridge/betweenness", test_betweenness);
    return g_test_run();
}
