/* test_community.c - groups that anyone would draw, numbered the same however the table was ordered. */
#include "chance.h"
#include "measuring.h"
#include "sketch.h"

static void test_bridge(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b b-c a-c d-e e-f d-f c-d", WEIGHT_COUNT);
    const char *first[] = {"a", "b", "c"}, *second[] = {"d", "e", "f"};
    for (int i = 0; i < 3; i++) {
        assert_value(s, MEASURE_COMMUNITY, first[i], 1, 0);
        assert_value(s, MEASURE_COMMUNITY, second[i], 2, 0);
    }
    g_autoptr(Adjacency) a = adjacency_new(s->network);
    size_t n;
    double modularity;
    g_autofree uint32_t *group = community_find(s->network, a, 42, &n, &modularity, NULL);
    g_assert_nonnull(group);
    g_assert_cmpuint(n, ==, 2);
    g_assert_cmpfloat_with_epsilon(modularity, 6.0 / 7 - 0.5, 1e-15);
}

/* Larger groups have smaller numbers, equal ones by their first member; an isolate is a group. */
static void test_numbers(void)
{
    g_autoptr(Sketch) s = sketch_new("a b-c d-e x-y-z", WEIGHT_COUNT);
    assert_value(s, MEASURE_COMMUNITY, "x", 1, 0);
    assert_value(s, MEASURE_COMMUNITY, "b", 2, 0);
    assert_value(s, MEASURE_COMMUNITY, "e", 3, 0);
    assert_value(s, MEASURE_COMMUNITY, "a", 4, 0);
}

/* Weights decide: the chain breaks at its weak ties. */
static void test_weights(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b:9 b-c c-d:9 d-e e-f:9", WEIGHT_COUNT);
    assert_value(s, MEASURE_COMMUNITY, "a", sketch_value(s, MEASURE_COMMUNITY, "b"), 0);
    assert_value(s, MEASURE_COMMUNITY, "c", sketch_value(s, MEASURE_COMMUNITY, "d"), 0);
    g_assert_cmpfloat(sketch_value(s, MEASURE_COMMUNITY, "b"), !=, sketch_value(s, MEASURE_COMMUNITY, "c"));
}

static void test_no_ties(void)
{
    g_autoptr(Sketch) s = sketch_new("a b", WEIGHT_COUNT);
    assert_value(s, MEASURE_COMMUNITY, "a", 1, 0);
    assert_value(s, MEASURE_COMMUNITY, "b", 2, 0);
    g_assert_nonnull(s->scores->note[MEASURE_COMMUNITY]);
}

static char *reversed(const char *text)
{
    g_auto(GStrv) word = g_strsplit(text, " ", -1);
    guint n = g_strv_length(word);
    for (guint i = 0; i < n / 2; i++) {
        char *moved = word[i];
        word[i] = word[n - 1 - i];
        word[n - 1 - i] = moved;
    }
    return g_strjoinv(" ", word);
}

static void test_order_and_seed(void)
{
    for (unsigned seed = 0; seed < 10; seed++) {
        g_autofree char *text = chance_text(seed), *other = reversed(text);
        g_autoptr(Sketch) s = sketch_new(text, WEIGHT_COUNT), again = sketch_new(text, WEIGHT_COUNT);
        g_autoptr(Sketch) turned = sketch_new(other, WEIGHT_COUNT);
        for (size_t v = 0; v < s->network->n_nodes; v++) {
            g_assert_cmpfloat(s->scores->value[MEASURE_COMMUNITY][v], ==, again->scores->value[MEASURE_COMMUNITY][v]);
            g_assert_cmpfloat(s->scores->value[MEASURE_COMMUNITY][v], ==, turned->scores->value[MEASURE_COMMUNITY][v]);
        }
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/community/bridge", test_bridge);
    g_test_add_func("/community/numbers", test_numbers);
    g_test_add_func("/community/weights", test_weights);
    g_test_add_func("/community/no-ties", test_no_ties);
    g_test_add_func("/community/order-and-seed", test_order_and_seed);
    return g_test_run();
}
