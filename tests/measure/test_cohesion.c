/* test_cohesion.c - cut actors, bridges and assortativity of networks that fit on a slip of paper. */
#include "cohesion.h"
#include "sketch.h"

static Cohesion *cohesion_of(const Sketch *s, const uint32_t *group)
{
    g_autoptr(GError) error = NULL;
    Cohesion *c = cohesion_find(s->network, group, &error);
    g_assert_no_error(error);
    return c;
}

/* Two triangles that share x, a tail d-t, an isolate. */
static void test_cut_actors(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b-x c-d-x d-t i", WEIGHT_COUNT);
    g_autoptr(Cohesion) c = cohesion_of(s, NULL);
    g_assert_cmpuint(c->n_articulations, ==, 2);
    g_assert_cmpuint(c->parts[sketch_node(s->network, "x")], ==, 2);
    g_assert_cmpuint(c->parts[sketch_node(s->network, "d")], ==, 2);
    g_assert_cmpuint(c->parts[sketch_node(s->network, "a")], ==, 1);
    g_assert_cmpuint(c->parts[sketch_node(s->network, "i")], ==, 0);
    g_assert_cmpuint(c->n_bridges, ==, 1);
    const Tie *tie = &s->network->tie[c->bridge[0].tie];
    g_assert_cmpuint(tie->a, ==, sketch_node(s->network, "d"));
    g_assert_cmpuint(tie->b, ==, sketch_node(s->network, "t"));
    g_assert_cmpuint(c->bridge[0].smaller, ==, 1);
}

/* A chain: every tie is a bridge, the middle one first; a star: its centre cuts into all the others. */
static void test_chain_and_star(void)
{
    g_autoptr(Sketch) chain = sketch_new("a-b b-c c-d", WEIGHT_COUNT),
                      star = sketch_new("m-a m-b m-c m-d", WEIGHT_COUNT);
    g_autoptr(Cohesion) c = cohesion_of(chain, NULL), t = cohesion_of(star, NULL);
    g_assert_cmpuint(c->n_bridges, ==, 3);
    g_assert_cmpuint(c->bridge[0].smaller, ==, 2);
    g_assert_cmpuint(c->bridge[1].smaller, ==, 1);
    g_assert_cmpuint(c->n_articulations, ==, 2);
    g_assert_cmpuint(t->parts[sketch_node(star->network, "m")], ==, 4);
}

static void test_empty(void)
{
    g_autoptr(Sketch) s = sketch_new("a b", WEIGHT_COUNT);
    g_autoptr(Cohesion) c = cohesion_of(s, NULL);
    g_assert_cmpuint(c->n_bridges + c->n_articulations, ==, 0);
    g_assert_true(isnan(c->by_type));
    g_assert_true(isnan(c->by_group));
}

/* Newman 2003 by hand: triangles a-b-c and d-e-f joined by c-d: 6 of 7 ties within, ends 7 and 7 of 14:
 * (6/7 - 1/2)/(1 - 1/2) = 5/7. */
static void test_assortativity(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b b-c a-c d-e e-f d-f c-d", WEIGHT_COUNT);
    uint32_t group[] = {0, 0, 0, 1, 1, 1};
    g_autoptr(Cohesion) c = cohesion_of(s, group);
    g_assert_cmpfloat_with_epsilon(c->by_group, 5.0 / 7, 1e-15);
    g_assert_true(isnan(c->by_type)); /* all officials */
    group[3] = UINT32_MAX;            /* d has no label: 4 ties are left */
    size_t n;
    /* a-b b-c a-c e-f: all within */
    g_assert_cmpfloat_with_epsilon(cohesion_assortativity(s->network, group, &n), 1, 1e-15);
    g_assert_cmpuint(n, ==, 4);
    uint32_t both[] = {0, 1, 0, 1, 0, 1}; /* within: a-c d-f; ends of 0: a 2, c 3, e 2 of 14 */
    g_assert_cmpfloat_with_epsilon(cohesion_assortativity(s->network, both, &n), (2.0 / 7 - 0.5) / 0.5, 1e-15);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cohesion/cut-actors", test_cut_actors);
    g_test_add_func("/cohesion/chain-and-star", test_chain_and_star);
    g_test_add_func("/cohesion/empty", test_empty);
    g_test_add_func("/cohesion/assortativity", test_assortativity);
    return g_test_run();
}
