/* test_occasion.c - a group that is one event, one that is nearly, one that is more. */
#include "occasion.h"
#include "sketch.h"

static Occasion *occasions_of(const Sketch *s, size_t n_groups)
{
    g_autofree uint32_t *group = g_new(uint32_t, s->network->n_nodes + 1);
    for (size_t v = 0; v < s->network->n_nodes; v++)
        group[v] = (uint32_t)s->scores->value[MEASURE_COMMUNITY][v] - 1;
    return occasions_find(s->network, group, n_groups);
}

static void test_workshop(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b-c-d-e f-g:4 g-h:4 f-h:4 i", WEIGHT_NEWMAN);
    g_autofree Occasion *o = occasions_of(s, 3);
    g_assert_cmpuint(o[0].size, ==, 5);
    g_assert_true(occasion_is_all(&o[0]));
    g_assert_cmpstr(occasion_extent(&o[0]), ==, "just");
    g_assert_cmpuint(o[0].n_inner, ==, 10);
    g_assert_cmpuint(o[0].n_only, ==, 10);
    g_assert_cmpuint(o[1].size, ==, 3); /* f, g and h met two by two, often */
    g_assert_false(occasion_is_all(&o[1]));
    g_assert_cmpuint(o[1].n_members, ==, 2);
    g_assert_cmpuint(o[2].column, ==, UINT32_MAX); /* i was alone */
    g_assert_false(occasion_is_all(&o[2]));
}

/* One participant belongs elsewhere: some of them. One member came later: nearly. Met twice: more than one occasion. */
static void test_nearly(void)
{
    g_autoptr(Sketch) s = sketch_new("a-b-c-d-x x-y:9", WEIGHT_NEWMAN);
    g_autofree Occasion *o = occasions_of(s, 2);
    g_assert_cmpuint(o[0].size, ==, 4);
    g_assert_true(occasion_is_all(&o[0]));
    g_assert_cmpstr(occasion_extent(&o[0]), ==, "some of");
    g_autoptr(Sketch) late = sketch_new("a-b-c-d-e e-l", WEIGHT_COUNT);
    g_autofree Occasion *l = occasions_find(late->network, (const uint32_t[]){0, 0, 0, 0, 0, 0}, 1);
    g_assert_true(occasion_is_all(&l[0])); /* 10 of 11 ties */
    g_assert_cmpstr(occasion_extent(&l[0]), ==, "nearly");
    g_autoptr(Sketch) twice = sketch_new("a-b-c-d:2", WEIGHT_NEWMAN);
    g_autofree Occasion *t = occasions_of(twice, 1);
    g_assert_false(occasion_is_all(&t[0]));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/occasion/workshop", test_workshop);
    g_test_add_func("/occasion/nearly", test_nearly);
    return g_test_run();
}
