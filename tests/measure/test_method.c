/* test_method.c - no weight, way of resampling or measure is without its method; no row says nothing. */
#include "cluster.h"
#include "method.h"
#include <string.h>

static void test_complete(void)
{
    for (int w = 0; w < N_WEIGHTS; w++)
        g_assert_nonnull(method_find("weights", weight_name((Weight)w)));
    for (int by = RESAMPLE_DEFAULT; by <= RESAMPLE_SOURCE; by++)
        g_assert_nonnull(method_find("clusters", resample_by_name((ResampleBy)by)));
    for (Measure m = 0; m < N_MEASURES; m++)
        g_assert_true(method_cost(m) && *method_cost(m));
    g_assert_null(method_find("weights", "gaussian"));
}

static void test_rows(void)
{
    size_t n;
    const Method *m = methods(&n);
    for (size_t i = 0; i < n; i++) {
        g_assert_cmpuint(strlen(m[i].what), >, 10);
        g_assert_false(g_str_has_suffix(m[i].what, "."));
        g_assert_true(method_find(m[i].group, m[i].name) == &m[i]); /* no name twice in a group */
        for (size_t j = 0; j + 1 < i; j++)                          /* groups are whole */
            g_assert_true(!g_str_equal(m[j].group, m[i].group) || g_str_equal(m[i - 1].group, m[i].group));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/method/complete", test_complete);
    g_test_add_func("/method/rows", test_rows);
    return g_test_run();
}
