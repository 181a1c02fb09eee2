/* test_layout.c - layouts of any size: no overlaps, nothing far away, the same again. */
#include "drawn.h"
#include "error.h"

#include <locale.h>
#include <math.h>

static void check(const Drawn *drawn)
{
    const Layout *l = drawn->layout;
    g_assert_cmpuint(l->n_nodes, ==, drawn->network->n_nodes);
    for (size_t i = 0; i < l->n_nodes; i++) {
        g_assert_true(isfinite(l->x[i]) && isfinite(l->y[i]));
        g_assert_cmpfloat(l->radius[i], >, 0);
    }
    g_assert_cmpuint(layout_overlaps(l, drawn->sociogram), ==, 0);
}

static void test_sizes(void)
{
    static const unsigned size[] = {1, 2, 3, 5, 15, 40, 80, 81, 300};
    for (size_t i = 0; i < G_N_ELEMENTS(size); i++) {
        g_auto(GStrv) pairs = drawn_pairs(size[i], size[i] * 2, 0);
        g_autoptr(Drawn) drawn = drawn_new((const char *const *)pairs);
        g_assert_cmpuint(drawn->network->n_nodes, ==, size[i]);
        check(drawn);
    }
}

static void test_labelled_300(void)
{
    g_auto(GStrv) pairs = drawn_pairs(300, 450, 0);
    g_autoptr(Drawn) drawn = drawn_new((const char *const *)pairs);
    size_t n_labels = 0;
    for (size_t i = 0; i < 300; i++)
        n_labels += drawn->layout->font[i] > 0;
    g_assert_cmpuint(n_labels, ==, 60);
}

static void test_none(void)
{
    static const char *const pairs[] = {NULL};
    g_autoptr(Drawn) drawn = drawn_new(pairs);
    g_assert_cmpuint(drawn->layout->n_nodes, ==, 0);
    g_assert_cmpuint(drawn->layout->n_groups, ==, 0);
    g_assert_nonnull(strstr(drawn->svg, "No actors in this selection."));
}

static void test_isolates_in_rows(void)
{
    g_autoptr(GPtrArray) pair = g_ptr_array_new_with_free_func(g_free);
    for (int i = 0; i < 30; i++)
        g_ptr_array_add(pair, g_strdup_printf("Actor number %02d own%d", i, i));
    for (int i = 0; i < 6; i++)
        g_ptr_array_add(pair, g_strdup_printf("Member %d shared", i));
    g_ptr_array_add(pair, NULL);
    g_autoptr(Drawn) drawn = drawn_new((const char *const *)pair->pdata);
    const Layout *l = drawn->layout;
    check(drawn);
    g_autoptr(GHashTable) row = g_hash_table_new(NULL, NULL), column = g_hash_table_new(NULL, NULL);
    double lowest_tied = -INFINITY, highest_alone = INFINITY;
    for (size_t i = 0; i < 36; i++)
        if (l->group[i] == UINT32_MAX) {
            g_hash_table_add(row, GINT_TO_POINTER((int)lround(l->y[i] * 100) + 1));
            g_hash_table_add(column, GINT_TO_POINTER((int)lround(l->x[i] * 100) + 1));
            highest_alone = fmin(highest_alone, l->y[i]);
        } else {
            lowest_tied = fmax(lowest_tied, l->y[i]);
        }
    g_assert_cmpfloat(highest_alone, >, lowest_tied);
    g_assert_cmpuint(g_hash_table_size(row) * g_hash_table_size(column), <=, 36); /* 30 in a full grid */
    g_assert_cmpuint(g_hash_table_size(column), >, 3);
}

static void test_parts_are_near(void)
{
    g_autoptr(GPtrArray) pair = g_ptr_array_new_with_free_func(g_free);
    for (int i = 0; i < 48; i++)
        g_ptr_array_add(pair, g_strdup_printf("Actor %d part%d", i, i / 4));
    g_ptr_array_add(pair, NULL);
    g_autoptr(Drawn) drawn = drawn_new((const char *const *)pair->pdata);
    check(drawn);
    g_assert_cmpfloat(drawn->scene->width * drawn->scene->height, <, 48 * 200. * 200.);
    g_assert_cmpfloat(drawn->scene->width / drawn->scene->height, <, 3);
    g_assert_cmpfloat(drawn->scene->height / drawn->scene->width, <, 2);
}

static void test_same_again(void)
{
    for (unsigned shift = 0; shift < 3; shift++) {
        g_auto(GStrv) pairs = drawn_pairs(40, 70, 0), turned = drawn_pairs(40, 70, 37 * shift);
        g_autoptr(Drawn) a = drawn_new((const char *const *)pairs), b = drawn_new((const char *const *)turned);
        g_assert_cmpstr(a->svg, ==, b->svg);
    }
}

static void test_seed_matters(void)
{
    g_auto(GStrv) pairs = drawn_pairs(40, 70, 0);
    g_autoptr(Drawn) drawn = drawn_new((const char *const *)pairs);
    g_autofree char *before = g_strdup(drawn->svg);
    drawn->options.seed = 7;
    drawn_draw(drawn);
    check(drawn);
    g_assert_cmpstr(before, !=, drawn->svg);
    drawn->options.seed = 42;
    drawn_draw(drawn);
    g_assert_cmpstr(before, ==, drawn->svg);
}

static void test_decimal_comma(void)
{
    g_auto(GStrv) pairs = drawn_pairs(15, 20, 0);
    g_autoptr(Drawn) drawn = drawn_new((const char *const *)pairs);
    static const char *const comma[] = {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "vi_VN.UTF-8", "de_DE"};
    const char *set = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(comma) && !set; i++)
        set = setlocale(LC_ALL, comma[i]);
    if (!set) {
        g_test_skip("no locale with a decimal comma is installed");
        return;
    }
    g_autofree char *before = g_strdup(drawn->svg);
    drawn_draw(drawn);
    setlocale(LC_ALL, "C");
    g_assert_cmpstr(before, ==, drawn->svg);
}

/* Graphviz without its plugins, as where only its libraries are installed. */
static void test_graphviz_fails(void)
{
    static const char *const pairs[] = {"A 1", "B 1", "C 1", NULL};
    if (!g_test_subprocess()) {
        g_test_trap_subprocess(NULL, 0, 0);
        g_test_trap_assert_passed();
        g_test_trap_assert_stderr("");
        return;
    }
    char *folder = support_folder();
    g_setenv("GVBINDIR", folder, TRUE);
    g_autoptr(Made) made = made_new(pairs);
    Selection selection;
    selection_init(&selection);
    g_autoptr(GError) error = NULL;
    Network *network = network_project(made->incidence, &selection, &error);
    Scores *scores = measure_network(network, MEASURE_BIT(MEASURE_EVENTS), &(MeasureOptions){.seed = 1}, &error);
    g_assert_no_error(error);
    g_assert_null(layout_network(network, scores, &(PictureOptions){.size_by = MEASURE_EVENTS}, &error));
    g_assert_error(error, ENTENTE_ERROR, ERROR_IO);
    g_assert_nonnull(strstr(error->message, "sfdp"));
    g_assert_null(strchr(error->message, '\n'));
    scores_free(scores);
    network_free(network);
    support_remove_folder(folder);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/layout/sizes", test_sizes);
    g_test_add_func("/layout/labelled-300", test_labelled_300);
    g_test_add_func("/layout/none", test_none);
    g_test_add_func("/layout/isolates", test_isolates_in_rows);
    g_test_add_func("/layout/parts", test_parts_are_near);
    g_test_add_func("/layout/same-again", test_same_again);
    g_test_add_func("/layout/seed", test_seed_matters);
    g_test_add_func("/layout/decimal-comma", test_decimal_comma);
    g_test_add_func("/layout/graphviz-fails", test_graphviz_fails);
    return g_test_run();
}
