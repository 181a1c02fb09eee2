/* test_stability.c - groups found again in half of the data and under other seeds, where one knows what must come out.
 */
#include "sketch.h"
#include "stability.h"

static Stability *stability_of(const Sketch *s, bool few)
{
    g_autoptr(GError) error = NULL;
    StabilityOptions options = {.by = RESAMPLE_DEFAULT, .few = few, .seed = 42};
    Stability *out = stability_find(s->network, &s->selection, &options, &error);
    g_assert_no_error(error);
    return out;
}

/* Two disconnected cliques, each of 25 events with everybody: half of the events always finds both. */
static void test_cliques(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b-c:25 d-e-f-g:25", WEIGHT_NEWMAN);
    g_autoptr(Stability) t = stability_of(s, false);
    g_assert_null(t->why_not);
    g_assert_cmpuint(t->n_groups, ==, 2);
    g_assert_cmpuint(t->size[0], ==, 4);
    g_assert_cmpuint(t->n_halves, ==, STABILITY_HALVES);
    g_assert_cmpuint(t->n_seeds, ==, STABILITY_SEEDS);
    g_assert_cmpuint(t->n_clusters, ==, 50);
    g_assert_cmpfloat_with_epsilon(t->rand_seeds, 1, 1e-12);
    for (size_t g = 0; g < 2; g++) {
        g_assert_cmpfloat_with_epsilon(t->group_over_data[g], 1, 1e-12);
        g_assert_cmpfloat_with_epsilon(t->group_over_seeds[g], 1, 1e-12);
    }
    for (size_t v = 0; v < t->n_nodes; v++)
        g_assert_cmpfloat_with_epsilon(t->over_data[v], 1, 1e-12);
    for (size_t v = 0; v < t->n_nodes; v++)
        g_assert_cmpfloat(t->group[v] + 1, ==, s->scores->value[MEASURE_COMMUNITY][v]);
}

/* A group that is one event stands in exactly half of the complementary halves, and is as sure as can be over seeds. */
static void test_one_event(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b-c d-e-f:39", WEIGHT_NEWMAN);
    g_autoptr(Stability) t = stability_of(s, false);
    uint32_t g = t->group[sketch_node(s->network, "a")];
    g_assert_cmpfloat_with_epsilon(t->group_over_data[g], 0.5, 1e-12);
    g_assert_cmpfloat_with_epsilon(t->group_over_seeds[g], 1, 1e-12);
    g_assert_cmpfloat_with_epsilon(t->group_over_data[1 - g], 1, 1e-12);
}

static void test_few_and_none(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b-c:3 d", WEIGHT_NEWMAN);
    g_autoptr(Stability) t = stability_of(s, false);
    g_assert_nonnull(t->why_not);
    g_assert_cmpuint(t->n_halves, ==, 0);
    g_assert_true(isnan(t->over_data[0]));
    g_assert_true(isnan(t->over_seeds[sketch_node(s->network, "d")])); /* nobody to stand with */
    g_assert_cmpfloat(t->over_seeds[0], ==, 1);
    g_autoptr(Stability) asked = stability_of(s, true);
    g_assert_null(asked->why_not);
    g_assert_true(asked->over_data[0] >= 0 && asked->over_data[0] <= 1);

    g_autoptr(Sketch) alone = sketch_new("a b", WEIGHT_NEWMAN);
    g_autoptr(Stability) none = stability_of(alone, true);
    g_assert_cmpuint(none->n_groups, ==, 2);
    g_assert_true(isnan(none->group_over_data[0]));
}

static void test_same_again(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b:9 b-c:3 c-d:9 d-e:3 e-f:9 a-f", WEIGHT_COUNT);
    g_autoptr(Stability) t = stability_of(s, false), again = stability_of(s, false);
    for (size_t v = 0; v < t->n_nodes; v++) {
        g_assert_cmpfloat(t->over_data[v], ==, again->over_data[v]);
        g_assert_true(t->over_data[v] >= 0 && t->over_data[v] <= 1);
    }
}

static void test_size_rule(void)
{
    g_assert_cmpuint(stability_halves(0), ==, 200);
    g_assert_cmpuint(stability_halves(500), ==, 200);
    g_assert_cmpuint(stability_halves(2000), ==, 50);
    g_assert_cmpuint(stability_halves(1000000), ==, 10);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/stability/cliques", test_cliques);
    g_test_add_func("/stability/one-event", test_one_event);
    g_test_add_func("/stability/few-and-none", test_few_and_none);
    g_test_add_func("/stability/same-again", test_same_again);
    g_test_add_func("/stability/size-rule", test_size_rule);
    return g_test_run();
}
