/* test_random.c - seeded numbers: reproducible, unbiased, far apart between streams. */
#include "random.h"
#include <glib.h>
#include <math.h>

static void test_same_seed_same_numbers(void)
{
    Random a, b, c;
    random_init(&a, 42, 7);
    random_init(&b, 42, 7);
    random_init(&c, 42, 8);
    int same = 0;
    for (int i = 0; i < 1000; i++) {
        uint64_t x = random_next(&a);
        g_assert_cmpuint(x, ==, random_next(&b));
        same += x == random_next(&c);
    }
    g_assert_cmpint(same, ==, 0);
}

/* Pearson's statistic of 6,000 throws on 6 sides: 20.5 is the 0.999 quantile of 5 degrees of freedom. */
static void test_below_is_even(void)
{
    int seen[6] = {0};
    double chi = 0;
    Random r;
    random_init(&r, 1, 0);
    for (int i = 0; i < 6000; i++)
        seen[random_below(&r, 6)]++;
    for (int i = 0; i < 6; i++)
        chi += (seen[i] - 1000.0) * (seen[i] - 1000.0) / 1000;
    g_assert_cmpfloat(chi, <, 20.5);
    g_assert_cmpuint(random_below(&r, 1), ==, 0);
}

static void test_normal_has_its_moments(void)
{
    double sum = 0, square = 0, fourth = 0;
    const int n = 40000;
    Random r;
    random_init(&r, 3, 1);
    for (int i = 0; i < n; i++) {
        double x = random_normal(&r);
        sum += x;
        square += x * x;
        fourth += x * x * x * x;
    }
    g_assert_cmpfloat(fabs(sum / n), <, 0.02);
    g_assert_cmpfloat(fabs(square / n - 1), <, 0.03);
    g_assert_cmpfloat(fabs(fourth / n - 3), <, 0.2);
}

static void test_shuffle_is_a_permutation(void)
{
    uint32_t number[50], seen[50] = {0}, moved = 0;
    Random r;
    random_init(&r, 5, 0);
    for (uint32_t i = 0; i < 50; i++)
        number[i] = i;
    random_shuffle(&r, number, 50);
    for (uint32_t i = 0; i < 50; i++) {
        seen[number[i]]++;
        moved += number[i] != i;
    }
    for (uint32_t i = 0; i < 50; i++)
        g_assert_cmpuint(seen[i], ==, 1);
    g_assert_cmpuint(moved, >, 30);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/random/same seed, same numbers", test_same_seed_same_numbers);
    g_test_add_func("/random/below is even", test_below_is_even);
    g_test_add_func("/random/normal has its moments", test_normal_has_its_moments);
    g_test_add_func("/random/shuffle is a permutation", test_shuffle_is_a_permutation);
    return g_test_run();
}
