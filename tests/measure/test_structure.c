/* test_structure.c - the network as a whole, by hand. */
#include "sketch.h"

static Structure structure_of(const char *text)
{
    g_autoptr(Sketch) s = sketch_new(text, WEIGHT_COUNT);
    g_autoptr(GError) error = NULL;
    MeasureOptions options = {.seed = 42};
    Structure structure = {0};
    measure_structure(s->network, &options, &structure, &error);
    g_assert_no_error(error);
    return structure;
}

static void test_paw(void)
{
    Structure s = structure_of("a-b b-c a-c c-d e");
    g_assert_cmpuint(s.n_actors, ==, 5);
    g_assert_cmpuint(s.n_ties, ==, 4);
    g_assert_cmpuint(s.n_events, ==, 5);
    g_assert_cmpuint(s.n_components, ==, 2);
    g_assert_cmpuint(s.n_isolates, ==, 1);
    g_assert_cmpuint(s.largest_component, ==, 4);
    g_assert_cmpfloat_with_epsilon(s.density, 0.4, 1e-15);
    g_assert_cmpfloat_with_epsilon(s.mean_degree, 1.6, 1e-15);
    g_assert_cmpfloat(s.diameter, ==, 2);
    g_assert_cmpfloat_with_epsilon(s.mean_path, (4 * 1 + 2 * 2) / 6.0, 1e-15);
    g_assert_cmpfloat_with_epsilon(s.mean_clustering, (1 + 1 + 1.0 / 3) / 5, 1e-15);
    g_assert_cmpfloat_with_epsilon(s.transitivity, 3.0 / 5, 1e-15);
}

static void test_modularity(void)
{
    Structure s = structure_of("a-b b-c a-c d-e e-f d-f c-d");
    g_assert_cmpuint(s.n_communities, ==, 2);
    g_assert_cmpfloat_with_epsilon(s.modularity, 6.0 / 7 - 0.5, 1e-15);
    s = structure_of("a-b-c-d");
    g_assert_cmpuint(s.n_communities, ==, 1);
    g_assert_cmpfloat_with_epsilon(s.modularity, 0, 1e-15);
    g_assert_cmpfloat(s.transitivity, ==, 1);
}

/* Paths of two components count together: 1, 1, 1, 2 over four reachable pairs. */
static void test_disconnected(void)
{
    Structure s = structure_of("a-b c-d d-e");
    g_assert_cmpfloat(s.diameter, ==, 2);
    g_assert_cmpfloat_with_epsilon(s.mean_path, 5.0 / 4, 1e-15);
    g_assert_cmpfloat(s.transitivity, ==, 0);
}

static void test_few(void)
{
    Structure none = structure_of(""), lone = structure_of("a"), apart = structure_of("a b"),
              pair = structure_of("a-b");
    g_assert_cmpuint(none.n_actors, ==, 0);
    g_assert_cmpuint(none.n_components, ==, 0);
    g_assert_true(isnan(none.density) && isnan(none.mean_degree) && isnan(none.mean_clustering));
    g_assert_true(isnan(none.modularity) && isnan(none.diameter) && isnan(none.transitivity));
    g_assert_true(isnan(lone.density) && isnan(lone.mean_path));
    g_assert_cmpuint(lone.n_isolates, ==, 1);
    g_assert_cmpuint(lone.n_communities, ==, 1);
    g_assert_cmpfloat(apart.density, ==, 0);
    g_assert_true(isnan(apart.diameter) && isnan(apart.modularity));
    g_assert_cmpfloat(pair.density, ==, 1);
    g_assert_cmpfloat(pair.diameter, ==, 1);
    g_assert_true(isnan(pair.transitivity));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/structure/paw", test_paw);
    g_test_add_func("/structure/modularity", test_modularity);
    g_test_add_func("/structure/disconnected", test_disconnected);
    g_test_add_func("/structure/few", test_few);
    return g_test_run();
}
