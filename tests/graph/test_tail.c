/* test_tail.c - tails of sums of counts against enumeration of every outcome. */
#include "random.h"
#include "tail.h"
#include <math.h>

/* P(at least c of n independent events), by all 2^n outcomes. */
static double enumerate(const double *p, unsigned n, uint32_t c)
{
    double sum = 0;
    for (uint32_t outcome = 0; outcome < 1U << n; outcome++) {
        double probability = 1;
        uint32_t happened = 0;
        for (unsigned i = 0; i < n; i++) {
            probability *= outcome >> i & 1 ? p[i] : 1 - p[i];
            happened += outcome >> i & 1;
        }
        sum += happened >= c ? probability : 0;
    }
    return sum;
}

static void test_poisson_binomial(void)
{
    g_auto(Tail) tail = {0};
    Random random;
    tail_init(&tail, 12);
    random_init(&random, 3, 0);
    for (int round = 0; round < 20; round++) {
        double p[12];
        for (int i = 0; i < 12; i++)
            p[i] = round == 0 ? 0.25 : i % 4 ? random_unit(&random) : i % 3 ? 1 : 0;
        for (uint32_t c = 0; c <= 12; c++) {
            tail_start(&tail, c);
            for (int i = 0; i < 12; i++)
                tail_add_binomial(&tail, 1, p[i]);
            double expected = enumerate(p, 12, c);
            g_assert_cmpfloat_with_epsilon(tail_of(&tail), expected, 1e-12);
        }
    }
}

/* Equal probabilities may be given as one binomial, in any order of parts. */
static void test_classes(void)
{
    double p[10] = {.1, .1, .1, .1, .7, .7, .7, .03, .03, 1};
    g_auto(Tail) tail = {0};
    tail_init(&tail, 10);
    for (uint32_t c = 0; c <= 10; c++) {
        tail_start(&tail, c);
        tail_add_binomial(&tail, 1, 1);
        tail_add_binomial(&tail, 2, .03);
        tail_add_binomial(&tail, 3, .7);
        tail_add_binomial(&tail, 4, .1);
        tail_add_binomial(&tail, 0, .5);
        tail_add_binomial(&tail, 5, 0);
        double expected = enumerate(p, 10, c);
        g_assert_cmpfloat(fabs(tail_of(&tail) - expected), <=, 1e-12 * expected);
    }
}

/* Where 1 − P(X < c) would have lost every digit, and where the terms below underflow. */
static void test_far_tails(void)
{
    g_auto(Tail) tail = {0};
    tail_init(&tail, 5000);
    tail_start(&tail, 20);
    tail_add_binomial(&tail, 20, .001);
    g_assert_cmpfloat(fabs(tail_of(&tail) / 1e-60 - 1), <, 1e-10);
    tail_start(&tail, 2500);
    tail_add_binomial(&tail, 5000, .5); /* 1/2 + C(5000,2500)/2^5001 */
    g_assert_cmpfloat_with_epsilon(tail_of(&tail), .5 + .5 * exp(lgamma(5001) - 2 * lgamma(2501) - 5000 * log(2)),
                                   1e-10);
    tail_start(&tail, 10);
    tail_add_binomial(&tail, 5000, .9);
    g_assert_cmpfloat(tail_of(&tail), <=, 1);
    g_assert_cmpfloat(tail_of(&tail), >, 1 - 1e-12);
    tail_start(&tail, 30);
    tail_add_binomial(&tail, 20, .5);
    g_assert_cmpfloat(tail_of(&tail), ==, 0);
    tail_start(&tail, 0);
    g_assert_cmpfloat(tail_of(&tail), ==, 1);
    tail_start(&tail, 1);
    g_assert_cmpfloat(tail_of(&tail), ==, 0);
}

static uint32_t ones(uint32_t x)
{
    uint32_t n = 0;
    for (; x; x &= x - 1)
        n++;
    return n;
}

static void test_hypergeometric(void)
{
    g_auto(Tail) tail = {0};
    tail_init(&tail, 9);
    for (uint32_t m = 1; m <= 9; m++)
        for (uint32_t a = 0; a <= m; a++)
            for (uint32_t b = 0; b <= m; b++)
                for (uint32_t c = 0; c <= m; c++) {
                    uint32_t all = 0, reached = 0;
                    for (uint32_t choice = 0; choice < 1U << m; choice++) {
                        all += ones(choice) == b;
                        reached += ones(choice) == b && ones(choice & ((1U << a) - 1)) >= c;
                    }
                    tail_start(&tail, c);
                    tail_add_hypergeometric(&tail, m, a, b);
                    g_assert_cmpfloat_with_epsilon(tail_of(&tail), (double)reached / all, 1e-12);
                }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/tail/poisson-binomial", test_poisson_binomial);
    g_test_add_func("/tail/classes", test_classes);
    g_test_add_func("/tail/far-tails", test_far_tails);
    g_test_add_func("/tail/hypergeometric", test_hypergeometric);
    return g_test_run();
}
