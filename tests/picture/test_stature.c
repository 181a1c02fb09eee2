/* test_stature.c - sizes, labels and groups. */
#include "boxes.h"
#include "drawn.h"
#include "stature.h"

#include <math.h>

static void test_sizes(void)
{
    static const char *const pairs[] = {"A 1", "A 2", "A 3", "A 4", "B 1", "C 2", "C 3", NULL};
    g_autoptr(Drawn) drawn = drawn_new(pairs);
    const Layout *l = drawn->layout;
    g_assert_cmpfloat(l->radius[0], ==, RADIUS_MAX);
    g_assert_cmpfloat(l->font[0], ==, FONT_MAX);
    g_assert_cmpfloat(l->radius[1], ==, radius_of(.5));
    g_assert_true(font_is_bold(l->font[0]) && !font_is_bold(l->font[1]));
    g_assert_cmpfloat(l->radius[2], <, l->radius[0]);
    g_assert_cmpfloat(l->radius[2], >, l->radius[1]);

    drawn->options.size_by = MEASURE_PAGERANK; /* not computed: strength instead */
    Measure which;
    g_assert_true(size_column(drawn->scores, &drawn->options, &which) == drawn->scores->value[MEASURE_STRENGTH]);
    g_assert_cmpint(which, ==, MEASURE_STRENGTH);
    Scores none = {.network = drawn->network};
    g_assert_null(size_column(&none, &drawn->options, &which));
    g_autoptr(GError) error = NULL;
    g_autoptr(Layout) plain = layout_network(drawn->network, &none, &drawn->options, &error); /* all alike, one group */
    g_assert_no_error(error);
    g_assert_cmpfloat(plain->radius[0], ==, plain->radius[1]);
    g_assert_cmpuint(plain->n_groups, ==, 1);
}

static void test_labels(void)
{
    g_auto(GStrv) few = drawn_pairs(80, 90, 0), many = drawn_pairs(81, 90, 0);
    g_autoptr(Drawn) all = drawn_new((const char *const *)few), some = drawn_new((const char *const *)many);
    size_t n_all = 0, n_some = 0;
    double least = INFINITY, most = 0;
    for (size_t i = 0; i < 80; i++)
        n_all += all->layout->font[i] > 0;
    for (size_t i = 0; i < 81; i++)
        if (some->layout->font[i] > 0) {
            n_some++;
            least = fmin(least, some->layout->radius[i]);
        } else {
            most = fmax(most, some->layout->radius[i]);
        }
    g_assert_cmpuint(n_all, ==, 80);
    g_assert_cmpuint(n_some, ==, 60);
    g_assert_cmpfloat(most, <=, least); /* the strongest are labelled */
}

static void test_groups(void)
{
    static const char *const pairs[] = {"A 1", "B 1", "C 1", "D 1", "P 2", "Q 2", "R 2", "Z 3", NULL};
    g_autoptr(Drawn) drawn = drawn_new(pairs);
    const Layout *l = drawn->layout;
    g_assert_cmpuint(l->n_groups, ==, 2);
    for (size_t i = 0; i < 8; i++)
        g_assert_cmpuint(l->group[i], ==, i < 4 ? 0 : i < 7 ? 1 : UINT32_MAX); /* by size; Z is alone */
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/stature/sizes", test_sizes);
    g_test_add_func("/stature/labels", test_labels);
    g_test_add_func("/stature/groups", test_groups);
    return g_test_run();
}
