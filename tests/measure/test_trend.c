/* test_trend.c - tests measure/trend.c. */
#include "trend.h"
#include <glib.h>
#include <math.h>

static void test_tau(void)
{
    const double up[] = {1, 2, 3, 4}, down[] = {9, 7, 5, 1}, flat[] = {2, 2, 2, 2, 2};
    g_assert_cmpfloat(trend_tau(up, 4), ==, 1);
    g_assert_cmpfloat(trend_tau(down, 4), ==, -1);
    g_assert_true(isnan(trend_tau(flat, 5)));
    g_assert_true(isnan(trend_tau(up, 3)));
    const double mixed[] = {1, 3, 2, 4}; /* 5 pairs up, 1 down */
    g_assert_cmpfloat_with_epsilon(trend_tau(mixed, 4), 4.0 / 6, 1e-12);
    const double tied[] = {1, 1, 2, 3}; /* 5 up, 1 tie: 5 / sqrt(6 * 5) */
    g_assert_cmpfloat_with_epsilon(trend_tau(tied, 4), 5 / sqrt(30), 1e-12);
    const double gaps[] = {1, NAN, 3, 2, NAN, 4};
    g_assert_cmpfloat_with_epsilon(trend_tau(gaps, 6), 4.0 / 6, 1e-12);
    const double few[] = {1, NAN, 3, 2};
    g_assert_true(isnan(trend_tau(few, 4)));
    g_assert_true(isnan(trend_tau(NULL, 0)));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/trend/tau", test_tau);
    return g_test_run();
}
