/* test_agreement.c - Kendall's tau-b and the adjusted Rand index against values computed by hand. */
#include "agreement.h"
#include "random.h"
#include <glib.h>
#include <math.h>

#define EPSILON 1e-12

static void test_tau_by_hand(void)
{
    /* 6 pairs: 4 concordant, 1 discordant (2nd, 3rd), 1 tied in y: (4-1)/√(6·5) */
    const double x[] = {1, 2, 3, 4}, y[] = {1, 3, 2, 3};
    g_assert_cmpfloat_with_epsilon(agreement_tau(x, y, 4), 3 / sqrt(30), EPSILON);
    /* Kendall 1945: ties in both. Pairs 10; tied in x: (1,2), in y: (1,2) (3,4); concordant 8. */
    const double a[] = {1, 1, 2, 3, 4}, b[] = {5, 5, 6, 6, 7};
    g_assert_cmpfloat_with_epsilon(agreement_tau(a, b, 5), 8 / sqrt(9.0 * 8), EPSILON);
    const double down[] = {4, 3, 2, 1};
    g_assert_cmpfloat_with_epsilon(agreement_tau(x, down, 4), -1, EPSILON);
}

static void test_tau_ends(void)
{
    const double x[] = {3, NAN, 1, 2}, flat[] = {1, 1, 1, 1};
    g_assert_cmpfloat_with_epsilon(agreement_tau(x, x, 4), 1, EPSILON);
    g_assert_true(isnan(agreement_tau(x, flat, 4)));
    g_assert_true(isnan(agreement_tau(x, x, 0)));
    g_assert_true(isnan(agreement_tau(x, x, 2))); /* one pair, half of it undefined */
    const double nearly[] = {0.1 + 0.2, 0.3}, other[] = {1, 1};
    g_assert_true(isnan(agreement_tau(nearly, other, 2))); /* ties, as in a ranking */
}

/* Counting every pair gives the same; tau of anything with itself is 1, with its negative -1; it is symmetric. */
static void test_tau_laws(void)
{
    for (uint64_t seed = 0; seed < 200; seed++) {
        Random random;
        random_init(&random, seed, 0);
        size_t n = 2 + random_below(&random, 40);
        double x[64], y[64], minus[64], s = 0, tied_x = 0, tied_y = 0;
        for (size_t i = 0; i < n; i++) {
            x[i] = random_below(&random, 1 + (uint32_t)(seed % 12));
            y[i] = random_below(&random, 9);
            minus[i] = -x[i];
        }
        for (size_t i = 0; i < n; i++)
            for (size_t j = 0; j < i; j++) {
                s += ((x[i] > x[j]) - (x[i] < x[j])) * ((y[i] > y[j]) - (y[i] < y[j]));
                tied_x += x[i] == x[j];
                tied_y += y[i] == y[j];
            }
        double all = (double)n * ((double)n - 1) / 2, scale = sqrt((all - tied_x) * (all - tied_y));
        double tau = agreement_tau(x, y, n);
        if (scale == 0) {
            g_assert_true(isnan(tau));
            continue;
        }
        g_assert_cmpfloat_with_epsilon(tau, s / scale, EPSILON);
        g_assert_cmpfloat_with_epsilon(agreement_tau(y, x, n), tau, EPSILON);
        g_assert_cmpfloat_with_epsilon(agreement_tau(x, x, n), 1, EPSILON);
        g_assert_cmpfloat_with_epsilon(agreement_tau(x, minus, n), -1, EPSILON);
    }
}

static void test_rand(void)
{
    /* table 2 1 / 0 3: Σ C(n_ij,2) = 1 + 3 = 4, rows 3+3 → 6, columns 2+4 → 7, 15 pairs: (4 - 2.8)/(6.5 - 2.8) */
    const uint32_t a[] = {0, 0, 0, 1, 1, 1}, b[] = {7, 7, 3, 3, 3, 3};
    g_assert_cmpfloat_with_epsilon(agreement_rand(a, b, 6), 1.2 / 3.7, EPSILON);
    const uint32_t renamed[] = {5, 5, 5, 2, 2, 2}, alone[] = {0, 1, 2, 3, 4, 5}, one[] = {1, 1, 1, 1, 1, 1};
    g_assert_cmpfloat_with_epsilon(agreement_rand(a, renamed, 6), 1, EPSILON);
    g_assert_cmpfloat_with_epsilon(agreement_rand(alone, alone, 6), 1, EPSILON);
    g_assert_cmpfloat_with_epsilon(agreement_rand(one, one, 6), 1, EPSILON);
    g_assert_cmpfloat_with_epsilon(agreement_rand(alone, one, 6), 0, EPSILON);
    g_assert_cmpfloat_with_epsilon(agreement_rand(a, b, 0), 1, EPSILON);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/agreement/tau-by-hand", test_tau_by_hand);
    g_test_add_func("/agreement/tau-ends", test_tau_ends);
    g_test_add_func("/agreement/tau-laws", test_tau_laws);
    g_test_add_func("/agreement/rand", test_rand);
    return g_test_run();
}
