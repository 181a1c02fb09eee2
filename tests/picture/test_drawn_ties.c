/* test_drawn_ties.c - which ties are drawn, and how they bend. */
#include "drawn.h"
#include "drawn_ties.h"

#include <math.h>

static size_t n_components(const Sociogram *sociogram, const uint32_t *tie, size_t n)
{
    size_t n_parts = sociogram->n_glyphs;
    g_autofree uint32_t *part = g_new(uint32_t, sociogram->n_glyphs + 1);
    for (uint32_t i = 0; i < sociogram->n_glyphs; i++)
        part[i] = i;
    for (size_t k = 0; k < n; k++) {
        uint32_t a = part[sociogram->tie[tie[k]].a], b = part[sociogram->tie[tie[k]].b];
        n_parts -= a != b;
        for (uint32_t i = 0; i < sociogram->n_glyphs; i++)
            if (part[i] == b)
                part[i] = a;
    }
    return n_parts;
}

static Network *project(const Made *made)
{
    Selection selection;
    selection_init(&selection);
    return network_project(made->incidence, &selection, NULL);
}

static void test_few(void)
{
    g_auto(GStrv) pairs = drawn_pairs(20, 30, 0);
    g_autoptr(Made) made = made_new((const char *const *)pairs);
    Network *network = project(made);
    g_autoptr(Sociogram) sociogram = sociogram_network(network, &(Scores){.network = network}, &(PictureOptions){0});
    size_t n;
    g_autofree uint32_t *tie = drawn_ties(sociogram, &n), *node = glyphs_by_name(sociogram);
    g_assert_cmpuint(n, ==, sociogram->n_ties);
    for (size_t i = 1; i < n; i++)
        g_assert_cmpfloat(sociogram->tie[tie[i - 1]].weight, <=, sociogram->tie[tie[i]].weight + 1e-9);
    for (size_t i = 1; i < sociogram->n_glyphs; i++)
        g_assert_cmpint(strcmp(sociogram->glyph[node[i - 1]].name, sociogram->glyph[node[i]].name), !=,
                        0);
    network_free(network);
}

static void test_many(void)
{
    g_auto(GStrv) pairs = drawn_pairs(120, 1500, 0);
    g_autoptr(Made) made = made_new((const char *const *)pairs);
    Network *network = project(made);
    g_autoptr(Sociogram) sociogram = sociogram_network(network, &(Scores){.network = network}, &(PictureOptions){0});
    g_assert_cmpuint(sociogram->n_ties, >, MOST_TIES_DRAWN);
    g_autofree uint32_t *all = g_new(uint32_t, sociogram->n_ties);
    for (uint32_t i = 0; i < sociogram->n_ties; i++)
        all[i] = i;
    size_t n, n_shaping, whole = n_components(sociogram, all, sociogram->n_ties);
    g_autofree uint32_t *tie = drawn_ties(sociogram, &n), *shaping = shaping_ties(sociogram, &n_shaping);
    g_assert_cmpuint(n, ==, MOST_TIES_DRAWN);
    g_assert_cmpuint(n_components(sociogram, tie, n), ==, whole);
    g_assert_cmpuint(n_shaping, <, n);
    g_assert_cmpuint(n_shaping, >=, sociogram->n_glyphs * 5 / 2);
    g_assert_cmpuint(n_components(sociogram, shaping, n_shaping), ==, whole);
    network_free(network);
}

/* Equals are not cut in two by their names. */
static void test_clique_shapes_whole(void)
{
    g_autoptr(GPtrArray) pair = g_ptr_array_new_with_free_func(g_free);
    for (int i = 0; i < 14; i++)
        g_ptr_array_add(pair, g_strdup_printf("Actor%02d e", i));
    g_ptr_array_add(pair, NULL);
    g_autoptr(Made) made = made_new((const char *const *)pair->pdata);
    Network *network = project(made);
    g_autoptr(Sociogram) sociogram = sociogram_network(network, &(Scores){.network = network}, &(PictureOptions){0});
    size_t n;
    g_free(shaping_ties(sociogram, &n));
    g_assert_cmpuint(n, ==, 14 * 13 / 2);
    network_free(network);
}

static void test_bend(void)
{
    static const char *const pairs[] = {"A e", "B e", "C f", NULL};
    g_autoptr(Drawn) drawn = drawn_new(pairs);
    Layout *layout = drawn->layout;
    size_t n;
    g_autofree uint32_t *tie = drawn_ties(drawn->sociogram, &n);
    Figure *figure = figures_new(drawn->sociogram, layout);
    double cx, cy;
    g_assert_cmpuint(n, ==, 1);
    layout->x[0] = layout->y[0] = layout->y[1] = 0;
    layout->x[1] = 400;
    for (int side = -1; side <= 1; side++) { /* C stands away, or in the way, on either side */
        tie_control(0, 0, 400, 0, .12, &cx, &cy);
        layout->x[2] = 200;
        layout->y[2] = side == 0 ? 1000 : side * cy / 2;
        g_autofree double *bend = tie_bends(drawn->sociogram, layout, figure, tie, n);
        double x = 200, y;
        tie_control(0, 0, 400, 0, bend[0], &cx, &cy);
        y = cy / 2;
        g_assert_cmpfloat(hypot(x - layout->x[2], y - layout->y[2]), >, layout->radius[2]);
        if (side <= 0)
            g_assert_cmpfloat(bend[0], ==, .12);
    }
    figures_free(figure, 3);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/drawn-ties/few", test_few);
    g_test_add_func("/drawn-ties/many", test_many);
    g_test_add_func("/drawn-ties/clique", test_clique_shapes_whole);
    g_test_add_func("/drawn-ties/bend", test_bend);
    return g_test_run();
}
