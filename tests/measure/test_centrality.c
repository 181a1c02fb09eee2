/* test_centrality.c - degree, strength, events, PageRank and k-core, by hand and against igraph. */
#include "chance.h"
#include "igraph_bridge.h"
#include "sketch.h"

static void test_star(void)
{
    g_autoptr(Sketch) s = sketch_new("hub-a hub-b:2 hub-c", WEIGHT_COUNT);
    assert_value(s, MEASURE_DEGREE, "hub", 3, 0);
    assert_value(s, MEASURE_DEGREE, "b", 1, 0);
    assert_value(s, MEASURE_DEGREE_NORM, "hub", 1, 0);
    assert_value(s, MEASURE_DEGREE_NORM, "b", 1.0 / 3, 1e-15);
    assert_value(s, MEASURE_STRENGTH, "hub", 4, 0);
    assert_value(s, MEASURE_STRENGTH, "b", 2, 0);
    assert_value(s, MEASURE_EVENTS, "hub", 4, 0);
    assert_value(s, MEASURE_CORE, "hub", 1, 0);
}

/* The path a-b-c solves by hand: b = .05 + .85 · 2a, a = .05 + .85 · b/2. */
static void test_pagerank_path(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b b-c", WEIGHT_COUNT);
    double b = 0.135 / 0.2775;
    assert_value(s, MEASURE_PAGERANK, "b", b, 1e-14);
    assert_value(s, MEASURE_PAGERANK, "a", (1 - b) / 2, 1e-14);
}

/* What reaches an isolate is spread evenly: x = .03 + .85 x / 5. */
static void test_pagerank_isolate(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b c-d e", WEIGHT_COUNT);
    double alone = 0.03 / 0.83;
    assert_value(s, MEASURE_PAGERANK, "e", alone, 1e-14);
    assert_value(s, MEASURE_PAGERANK, "a", (1 - alone) / 4, 1e-14);
}

static void test_pagerank_weight(void)
{
    g_autoptr(Sketch) light = sketch_new("a-b b-c", WEIGHT_COUNT), heavy = sketch_new("a-b:9 b-c", WEIGHT_COUNT);
    g_assert_cmpfloat(sketch_value(heavy, MEASURE_PAGERANK, "a"), >, sketch_value(light, MEASURE_PAGERANK, "a"));
    g_assert_cmpfloat(sketch_value(heavy, MEASURE_PAGERANK, "c"), <, sketch_value(light, MEASURE_PAGERANK, "c"));
}

static void test_core(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b b-c a-c c-d e", WEIGHT_COUNT);
    assert_value(s, MEASURE_CORE, "a", 2, 0);
    assert_value(s, MEASURE_CORE, "c", 2, 0);
    assert_value(s, MEASURE_CORE, "d", 1, 0);
    assert_value(s, MEASURE_CORE, "e", 0, 0);
    assert_value(s, MEASURE_EVENTS, "e", 1, 0);
    assert_value(s, MEASURE_STRENGTH, "e", 0, 0);
}

static void test_lone_actor(void)
{
    g_autoptr(Sketch) s = sketch_new("a", WEIGHT_COUNT);
    g_assert_true(isnan(sketch_value(s, MEASURE_DEGREE_NORM, "a")));
    g_assert_nonnull(s->scores->note[MEASURE_DEGREE_NORM]);
    assert_value(s, MEASURE_DEGREE, "a", 0, 0);
    assert_value(s, MEASURE_PAGERANK, "a", 1, 0);
}

static bool pagerank_by_igraph(const Network *network, igraph_vector_t *out)
{
    const igraph_t *graph = network_igraph(network, NULL);
    const igraph_vector_t *weights = network_igraph_weights(network, NULL);
#if IGRAPH_VERSION_MAJOR >= 1
    return igraph_bridge_ok(igraph_pagerank(graph, weights, out, NULL, 0.85, IGRAPH_UNDIRECTED, igraph_vss_all(),
                                            IGRAPH_PAGERANK_ALGO_PRPACK, NULL),
                            NULL);
#else
    return igraph_bridge_ok(igraph_pagerank(graph, IGRAPH_PAGERANK_ALGO_PRPACK, out, NULL, igraph_vss_all(),
                                            IGRAPH_UNDIRECTED, 0.85, weights, NULL),
                            NULL);
#endif
}

static void test_pagerank_igraph(void)
{
    for (unsigned seed = 0; seed < 12; seed++) {
        g_autoptr(Sketch) s = chance_sketch(seed, (Weight)(seed % N_WEIGHTS));
        g_auto(igraph_vector_t) out = {0};
        double sum = 0;
        igraph_vector_init(&out, 0);
        g_assert_true(pagerank_by_igraph(s->network, &out));
        for (size_t v = 0; v < s->network->n_nodes; v++) {
            g_assert_cmpfloat_with_epsilon(s->scores->value[MEASURE_PAGERANK][v], VECTOR(out)[v], 1e-9);
            sum += s->scores->value[MEASURE_PAGERANK][v];
        }
        g_assert_cmpfloat_with_epsilon(sum, 1, 1e-13);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/centrality/star", test_star);
    g_test_add_func("/centrality/pagerank/path", test_pagerank_path);
    g_test_add_func("/centrality/pagerank/isolate", test_pagerank_isolate);
    g_test_add_func("/centrality/pagerank/weight", test_pagerank_weight);
    g_test_add_func("/centrality/pagerank/igraph", test_pagerank_igraph);
    g_test_add_func("/centrality/core", test_core);
    g_test_add_func("/centrality/lone-actor", test_lone_actor);
    return g_test_run();
}
