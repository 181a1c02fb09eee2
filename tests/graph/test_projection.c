/* test_projection.c - ties and the seven weights, by hand. */
#include "network.h"
#include "support.h"

/* Ann in 3 events, Bob in 3, Cy in 1, Dee alone; k = 2, 3, 2, 1. */
static const char *const pairs[] = {"Ann e1", "Bob e1", "Ann e2", "Bob e2", "Cy e2",
                                    "Ann e3", "Bob e3", "Dee e4", NULL};

static void expect(Weight weight, double ann_bob, double ann_cy)
{
    g_autoptr(Made) made = made_new(pairs);
    Selection s;
    selection_init(&s);
    s.weight = weight;
    g_autoptr(Network) net = network_project(made->incidence, &s, NULL);
    g_test_message("%s", weight_name(weight));
    g_assert_cmpuint(net->n_nodes, ==, 4);
    g_assert_cmpuint(net->n_ties, ==, 3);
    g_assert_cmpfloat_with_epsilon(network_tie(net, 0, 1)->weight, ann_bob, 1e-15);
    g_assert_cmpfloat_with_epsilon(network_tie(net, 2, 0)->weight, ann_cy, 1e-15);
    g_assert_cmpuint(network_tie(net, 1, 0)->n_events, ==, 3);
    g_assert_null(network_tie(net, 0, 3));
    g_assert_null(network_tie(net, 3, 3));
}

static void test_weights(void)
{
    expect(WEIGHT_COUNT, 3, 1);
    expect(WEIGHT_BINARY, 1, 1);
    expect(WEIGHT_NEWMAN, 2.5, 0.5);
    expect(WEIGHT_FRACTIONAL, 1 + 1.0 / 3 + 1, 1.0 / 3);
    expect(WEIGHT_JACCARD, 1, 1.0 / 3);
    expect(WEIGHT_COSINE, 1, 0.57735026918962576);
    expect(WEIGHT_ASSOCIATION, 3 * 4.0 / 9, 4.0 / 3);
}

static void test_empty(void)
{
    g_autoptr(Made) none = made_new((const char *const[]){NULL});
    g_autoptr(Made) one = made_new((const char *const[]){"Ann e1", NULL});
    Selection s;
    selection_init(&s);
    g_autoptr(Network) empty = network_project(none->incidence, &s, NULL);
    g_autoptr(Network) alone = network_project(one->incidence, &s, NULL);
    g_assert_cmpuint(empty->n_nodes, ==, 0);
    g_assert_cmpuint(empty->n_ties, ==, 0);
    g_assert_cmpuint(alone->n_nodes, ==, 1);
    g_assert_cmpuint(alone->n_ties, ==, 0);
    g_assert_cmpuint(alone->tie_first[1], ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/projection/weights", test_weights);
    g_test_add_func("/projection/empty", test_empty);
    return g_test_run();
}
