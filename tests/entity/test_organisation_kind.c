/* test_organisation_kind.c - which kinds of organisation speak for their country. */
#include "told.h"

static void test_kinds(void)
{
    g_autoptr(Told) t =
        told_new((const char *const[]){"document|a.xml", "record|a|agency|A|ministry", "record|b|agency|B|company",
                                       "record|c|agency|C|guild-of-none", "record|d|agency|D", NULL});
    bool known;
    g_assert_true(hierarchy_is_state_body(t->hierarchy, told_actor(t, "a"), &known));
    g_assert_true(known);
    g_assert_false(hierarchy_is_state_body(t->hierarchy, told_actor(t, "b"), &known));
    g_assert_true(known);
    g_assert_true(hierarchy_is_state_body(t->hierarchy, told_actor(t, "c"), &known)); /* unknown kinds count */
    g_assert_false(known);
    g_assert_true(hierarchy_is_state_body(t->hierarchy, told_actor(t, "d"), &known));
    g_assert_false(known);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/organisation-kind/kinds", test_kinds);
    return g_test_run();
}
