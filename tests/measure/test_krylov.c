/* test_krylov.c - largest eigenvalues and vector: closed forms, igraph, and giving up. */
#include "chance.h"
#include "igraph_bridge.h"
#include "krylov.h"
#include "sketch.h"

static void clear_principal(Principal *p) { principal_clear(p); }
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Principal, clear_principal)

static Sketch *path_of(unsigned n)
{
    g_autoptr(GString) text = g_string_new("");
    for (unsigned i = 0; i + 1 < n; i++)
        g_string_append_printf(text, "p%04u-p%04u ", i, i + 1);
    Sketch *s = g_new0(Sketch, 1); /* not every measure of a long path: only the network */
    s->made = sketch_made(text->str);
    selection_init(&s->selection);
    s->network = network_project(s->made->incidence, &s->selection, NULL);
    return s;
}

/* A path of n has the eigenvalues 2 cos(kπ/(n+1)) and the vector sin(iπ/(n+1)). */
static void test_path(void)
{
    for (unsigned n = 2; n <= 250; n = n < 46 ? n + 1 : n + 100) { /* around the width of the basis, and beyond */
        g_autoptr(Sketch) s = path_of(n);
        g_autoptr(Adjacency) a = adjacency_new(s->network);
        g_auto(Principal) p;
        principal_find(a, 0, PRINCIPAL_RESTARTS, &p);
        g_assert_nonnull(p.vector);
        g_assert_cmpfloat_with_epsilon(p.value, 2 * cos(G_PI / (n + 1)), 1e-12);
        g_assert_cmpfloat_with_epsilon(p.second, 2 * cos(2 * G_PI / (n + 1)), 1e-6);
        for (unsigned i = 0; i < n; i++)
            g_assert_cmpfloat_with_epsilon(p.vector[i], sin((i + 1) * G_PI / (n + 1)) * sqrt(2.0 / (n + 1)), 1e-9);
    }
}

static void test_gives_up(void)
{
    g_autoptr(Sketch) s = path_of(250);
    g_autoptr(Adjacency) a = adjacency_new(s->network);
    g_auto(Principal) p;
    principal_find(a, 0, 2, &p);
    g_assert_null(p.vector);
    g_assert_cmpfloat(p.value, <, 2);
}

static void test_lone(void)
{
    g_autoptr(Sketch) s = sketch_new("a", WEIGHT_COUNT);
    g_autoptr(Adjacency) a = adjacency_new(s->network);
    g_auto(Principal) p;
    principal_find(a, 0, PRINCIPAL_RESTARTS, &p);
    g_assert_cmpfloat(p.value, ==, 0);
    g_assert_cmpfloat(p.vector[0], ==, 1);
}

static bool eigenvector_by_igraph(const Network *network, igraph_vector_t *out, double *value)
{
    const igraph_t *graph = network_igraph(network, NULL);
    const igraph_vector_t *weights = network_igraph_weights(network, NULL);
    igraph_arpack_options_t options;
    igraph_arpack_options_init(&options);
#if IGRAPH_VERSION_MAJOR >= 1
    return igraph_bridge_ok(igraph_eigenvector_centrality(graph, out, value, IGRAPH_ALL, weights, &options), NULL);
#else
    return igraph_bridge_ok(
        igraph_eigenvector_centrality(graph, out, value, IGRAPH_UNDIRECTED, true, weights, &options), NULL);
#endif
}

static void test_igraph(void)
{
    unsigned compared = 0;
    for (unsigned seed = 0; seed < 20; seed++) {
        g_autoptr(Sketch) s = chance_sketch(seed, (Weight)(seed % N_WEIGHTS));
        const double *ours = s->scores->value[MEASURE_EIGENVECTOR];
        g_auto(igraph_vector_t) theirs = {0};
        double value, length = 0;
        if (isnan(ours[0]))
            continue;
        igraph_vector_init(&theirs, 0);
        g_assert_true(eigenvector_by_igraph(s->network, &theirs, &value));
        for (size_t v = 0; v < s->network->n_nodes; v++)
            length += VECTOR(theirs)[v] * VECTOR(theirs)[v];
        for (size_t v = 0; v < s->network->n_nodes; v++)
            g_assert_cmpfloat_with_epsilon(ours[v], VECTOR(theirs)[v] / sqrt(length), 1e-7);
        compared++;
    }
    g_assert_cmpuint(compared, >=, 12);
}

/* Actors in the same position get the same 12 digits, however far from the core: what ranks and "all tie" rest on. */
static void test_symmetric(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b-c-d-e-f:9 f-p1 p1-p2 p2-p3 p3-p4 p4-p5 p5-p6 p6-h1 h1-i1 p6-h2 h2-i2 p6-h3 "
                                     "h3-i3",
                                     WEIGHT_NEWMAN);
    double i1 = sketch_value(s, MEASURE_EIGENVECTOR, "i1");
    assert_value(s, MEASURE_EIGENVECTOR, "i2", i1, 1e-13 * i1);
    assert_value(s, MEASURE_EIGENVECTOR, "i3", i1, 1e-13 * i1);
    g_assert_cmpfloat(i1, <, 1e-7);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/krylov/path", test_path);
    g_test_add_func("/krylov/gives-up", test_gives_up);
    g_test_add_func("/krylov/lone", test_lone);
    g_test_add_func("/krylov/igraph", test_igraph);
    g_test_add_func("/krylov/symmetric", test_symmetric);
    return g_test_run();
}
