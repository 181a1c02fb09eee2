/* test_triangles.c - clustering and constraint, by hand and against igraph. */
#include "chance.h"
#include "igraph_bridge.h"
#include "sketch.h"

static void test_clustering(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b b-c a-c c-d e", WEIGHT_COUNT);
    assert_value(s, MEASURE_CLUSTERING, "a", 1, 0);
    assert_value(s, MEASURE_CLUSTERING, "c", 1.0 / 3, 1e-15);
    assert_value(s, MEASURE_CLUSTERING, "d", 0, 0);
    assert_value(s, MEASURE_CLUSTERING, "e", 0, 0);
    g_autoptr(Sketch) complete = sketch_new("a-b-c-d-e", WEIGHT_COUNT);
    assert_value(complete, MEASURE_CLUSTERING, "c", 1, 0);
    g_autoptr(Sketch) star = sketch_new("a-b a-c a-d", WEIGHT_COUNT);
    assert_value(star, MEASURE_CLUSTERING, "a", 0, 0);
}

static void test_constraint(void)
{
    g_autoptr(Sketch) path = sketch_new("a-b b-c d", WEIGHT_COUNT);
    assert_value(path, MEASURE_CONSTRAINT, "b", 0.5, 1e-15);
    assert_value(path, MEASURE_CONSTRAINT, "a", 1, 1e-15);
    g_assert_true(isnan(sketch_value(path, MEASURE_CONSTRAINT, "d")));
    g_assert_cmpstr(path->scores->note[MEASURE_CONSTRAINT], ==, "undefined for 1 isolate");
    /* a: (2/3 + 1/3·1/2)² + (1/3 + 2/3·1/3)² */
    g_autoptr(Sketch) triangle = sketch_new("a-b:2 b-c a-c", WEIGHT_COUNT);
    assert_value(triangle, MEASURE_CONSTRAINT, "a", 25.0 / 36 + 25.0 / 81, 1e-15);
}

static void test_igraph(void)
{
    for (unsigned seed = 0; seed < 20; seed++) {
        g_autoptr(Sketch) s = chance_sketch(seed, (Weight)(seed % N_WEIGHTS));
        const igraph_t *graph = network_igraph(s->network, NULL);
        const igraph_vector_t *weights = network_igraph_weights(s->network, NULL);
        g_auto(igraph_vector_t) clustering = {0};
        g_auto(igraph_vector_t) constraint = {0};
        igraph_vector_init(&clustering, 0);
        igraph_vector_init(&constraint, 0);
        g_assert_true(igraph_bridge_ok(
            igraph_transitivity_local_undirected(graph, &clustering, igraph_vss_all(), IGRAPH_TRANSITIVITY_ZERO),
            NULL));
        g_assert_true(igraph_bridge_ok(igraph_constraint(graph, &constraint, igraph_vss_all(), weights), NULL));
        for (size_t v = 0; v < s->network->n_nodes; v++) {
            double ours = s->scores->value[MEASURE_CONSTRAINT][v];
            g_assert_cmpfloat_with_epsilon(s->scores->value[MEASURE_CLUSTERING][v], VECTOR(clustering)[v], 1e-14);
            g_assert_cmpint(isnan(ours), ==, isnan(VECTOR(constraint)[v]));
            if (!isnan(ours))
                g_assert_cmpfloat_with_epsilon(ours, VECTOR(constraint)[v], 1e-12);
        }
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/triangles/clustering", test_clustering);
    g_test_add_func("/triangles/constraint", test_constraint);
    g_test_add_func("/triangles/igraph", test_igraph);
    return g_test_run();
}
