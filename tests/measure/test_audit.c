/* test_audit.c - rankings held against others: common actors, ranks among them, what moves an actor most. */
#include "audit.h"
#include "sketch.h"

static void test_same_network(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b:2 b-c d", WEIGHT_NEWMAN), again = sketch_new("d b-c a-b:2", WEIGHT_NEWMAN);
    g_autoptr(Audit) a = audit_new(s->scores, MEASURE_STRENGTH);
    audit_add(a, "order", "turned round", again->scores);
    g_assert_cmpuint(a->variation->len, ==, 0);
    g_assert_cmpuint(a->unchanged->len, ==, 1);
    g_assert_cmpstr(a->unchanged->pdata[0], ==, "turned round");
}

/* b 3, a 2, c 1; in the other x and y are new, c is gone, a is first: two common actors, in reversed order. */
static void test_common(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b:2 b-c", WEIGHT_NEWMAN), other = sketch_new("a-x:5 b-y x-y:9", WEIGHT_NEWMAN);
    g_autoptr(Audit) a = audit_new(s->scores, MEASURE_STRENGTH);
    audit_add(a, "level", "--level all", other->scores);
    g_assert_cmpuint(a->variation->len, ==, 1);
    const Variation *v = audit_variation(a, 0);
    uint32_t node_a = sketch_node(s->network, "a"), node_b = sketch_node(s->network, "b"),
             node_c = sketch_node(s->network, "c");
    g_assert_cmpuint(v->n_actors, ==, 4);
    g_assert_cmpuint(v->n_common, ==, 2);
    g_assert_cmpuint(v->rank[node_a], ==, 1); /* among the common: x and y are ahead of nobody here */
    g_assert_cmpuint(v->rank[node_b], ==, 2);
    g_assert_cmpuint(v->rank[node_c], ==, 0);
    g_assert_cmpfloat_with_epsilon(v->tau, -1, 1e-12);
    AuditRange range;
    audit_range(a, node_b, &range);
    g_assert_cmpuint(range.lo, ==, 1);
    g_assert_cmpuint(range.hi, ==, 2);
    g_assert_cmpuint(range.most, ==, 0);
    g_assert_cmpuint(range.n_first, ==, 0);
    audit_range(a, node_c, &range);
    g_assert_cmpuint(range.n_there, ==, 0);
    g_assert_cmpuint(range.most, ==, SIZE_MAX);
    uint32_t lo, hi;
    audit_top(a, 0, 1, &lo, &hi);
    g_assert_true(lo == 2 && hi == 2);
    audit_top(a, 0, 3, &lo, &hi);
    g_assert_true(lo == 1 && hi == 2);
}

static void test_apart(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b b-c", WEIGHT_NEWMAN), other = sketch_new("a-x", WEIGHT_NEWMAN);
    g_autoptr(Audit) a = audit_new(s->scores, MEASURE_STRENGTH);
    audit_add(a, "level", "--level official", other->scores);
    g_assert_cmpuint(a->variation->len, ==, 0);
    g_assert_cmpuint(a->apart->len, ==, 1);
}

/* An event left out leaves a row without cells: that actor is not there. Equal scores share a rank. */
static void test_left_out(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b c-d a-c", WEIGHT_NEWMAN);
    g_autoptr(Incidence) rest = incidence_without(s->made->incidence, 0);
    g_autoptr(Network) network = network_project(rest, &s->selection, NULL);
    g_autoptr(Scores) scores = measure_network(network, MEASURE_BIT(MEASURE_STRENGTH), &(MeasureOptions){0}, NULL);
    g_autoptr(Audit) a = audit_new(s->scores, MEASURE_STRENGTH);
    audit_add(a, "event", "without e0", scores);
    const Variation *v = audit_variation(a, 0);
    g_assert_cmpuint(v->n_actors, ==, 3);
    g_assert_cmpuint(v->rank[sketch_node(s->network, "b")], ==, 0);
    g_assert_cmpuint(v->rank[sketch_node(s->network, "c")], ==, 1);
    g_assert_cmpuint(v->rank[sketch_node(s->network, "a")], ==, 2);
    g_assert_cmpuint(v->rank[sketch_node(s->network, "d")], ==, 2);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/audit/same-network", test_same_network);
    g_test_add_func("/audit/common", test_common);
    g_test_add_func("/audit/apart", test_apart);
    g_test_add_func("/audit/left-out", test_left_out);
    return g_test_run();
}
