/* test_disparity.c - the disparity filter on a small weighted network, by hand. */
#include "disparity.h"
#include "support.h"

/* a meets b three times, c once, d once; c meets d once. Strengths (count): a 5, b 3, c 2, d 2. */
static const char *const pairs[] = {"a 1", "b 1", "a 2", "b 2", "a 3", "b 3", "a 4",
                                    "c 4", "a 5", "d 5", "c 6", "d 6", NULL};

static void test_by_hand(void)
{
    g_autoptr(Made) made = made_new(pairs);
    Selection s;
    selection_init(&s);
    s.weight = WEIGHT_COUNT;
    g_autoptr(Network) net = network_project(made->incidence, &s, NULL);
    g_autofree double *score = disparity_scores(net);
    g_assert_cmpuint(net->n_ties, ==, 4);
    /* a–b: at a (1 − 3/5)^2 = .16, at b one tie only: 1 */
    g_assert_cmpfloat_with_epsilon(score[0], .16, 1e-15);
    /* a–c: at a (1 − 1/5)^2 = .64, at c (1 − 1/2)^1 = .5 */
    g_assert_cmpfloat_with_epsilon(score[1], .5, 1e-15);
    g_assert_cmpfloat_with_epsilon(score[2], .5, 1e-15);
    g_assert_cmpfloat_with_epsilon(score[3], .5, 1e-15);
}

static void test_lone_tie(void)
{
    g_autoptr(Made) made = made_new((const char *const[]){"a 1", "b 1", "c 2", NULL});
    Selection s;
    selection_init(&s);
    g_autoptr(Network) net = network_project(made->incidence, &s, NULL);
    g_autofree double *score = disparity_scores(net);
    g_assert_cmpfloat(score[0], ==, 1); /* never stands out */
    g_autoptr(Made) empty = made_new(NULL);
    g_autoptr(Network) nothing = network_project(empty->incidence, &s, NULL);
    g_autofree double *none = disparity_scores(nothing);
    g_assert_nonnull(none);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/disparity/by-hand", test_by_hand);
    g_test_add_func("/disparity/lone-tie", test_lone_tie);
    return g_test_run();
}
