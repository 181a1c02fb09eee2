/* test_hierarchy.c - official → agency → parent agency → country, as of a given day. */
#include "told.h"
#include <string.h>

static const char *const lines[] = {"document|a.xml",
                                    "record|ann|official|Ann",
                                    "record|bob|official|Bob",
                                    "record|cy|official|Cy",
                                    "record|unit|agency|Unit",
                                    "record|lab|agency|Lab",
                                    "record|min|agency|Ministry",
                                    "record|uni|agency|University",
                                    "record|VN|country|Viet Nam",
                                    "record|SG|country|Singapore",
                                    "record|TL|country|Timor-Leste",
                                    "record|asean|bloc|ASEAN",
                                    "is|member_of|ann|unit",
                                    "is|member_of|ann|uni|2020-01-01|2020-12-31",
                                    "is|part_of|unit|lab",
                                    "is|part_of|lab|min",
                                    "is|agency_of|min|VN",
                                    "is|agency_of|uni|SG",
                                    "is|represents|bob|SG",
                                    "is|member_of|bob|unit",
                                    "is|represents|cy|VN|2021",
                                    "is|represents|cy|SG||2021",
                                    "is|member|TL|asean|2025-10-26",
                                    "is|member|VN|asean|1995-07-28",
                                    "is|member|SG|asean",
                                    NULL};

static Date day(const char *s)
{
    Date date = DATE_UNKNOWN;
    g_assert_true(!*s || date_parse(s, &date));
    return date;
}

static char *ids(const Told *t, const ActorId *actor, size_t n)
{
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < n; i++)
        g_string_append_printf(out, "%s%s", i ? " " : "", t->cast->actor[actor[i].i].id);
    return g_string_free(out, false);
}

static char *step_ids(const Told *t, const Step *step, size_t n)
{
    ActorId actor[8];
    for (size_t i = 0; i < n; i++)
        actor[i] = step[i].actor;
    return ids(t, actor, n);
}

static void expect_agencies(const Told *t, const char *who, const char *when, const char *expected)
{
    Step step[8];
    g_autofree char *found =
        step_ids(t, step, hierarchy_agencies(t->hierarchy, told_actor(t, who), day(when), step, 8));
    g_assert_cmpstr(found, ==, expected);
}

static void expect_countries(const Told *t, const char *who, const char *when, const char *expected)
{
    ActorId actor[8];
    g_autofree char *found = ids(t, actor, hierarchy_countries(t->hierarchy, told_actor(t, who), day(when), actor, 8));
    g_assert_cmpstr(found, ==, expected);
}

static void test_agencies(void)
{
    g_autoptr(Told) t = told_new(lines);
    expect_agencies(t, "ann", "2020-06-01", "unit uni");
    expect_agencies(t, "ann", "2021-01-01", "unit");
    expect_agencies(t, "ann", "", "unit uni"); /* an undated event: may be */
    expect_agencies(t, "cy", "2020-06-01", "");
    Step step[8];
    g_assert_cmpuint(hierarchy_agencies(t->hierarchy, told_actor(t, "ann"), day("2020"), step, 8), ==, 2);
    g_assert_false(step[0].indeterminate);
    g_assert_false(step[1].indeterminate); /* all of 2020 lies within */
    g_assert_cmpuint(hierarchy_agencies(t->hierarchy, told_actor(t, "ann"), day("2020"), step, 0), ==, 2);
}

static void test_indeterminate(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){"document|a.xml", "record|ann|official|Ann", "record|a|agency|A",
                                                       "record|b|agency|B", "is|member_of|ann|a|2020-06-15",
                                                       "is|member_of|ann|b|2020-06-15", "is|member_of|ann|b", NULL});
    Step step[4];
    g_assert_cmpuint(hierarchy_agencies(t->hierarchy, told_actor(t, "ann"), day("2020-06"), step, 4), ==, 2);
    g_assert_true(step[0].indeterminate);
    g_assert_false(step[1].indeterminate); /* the undated row is sure */
    g_assert_cmpuint(step[1].affiliation.i, ==, 2);
    g_assert_cmpuint(hierarchy_agencies(t->hierarchy, told_actor(t, "ann"), day("2020-05"), step, 4), ==, 1);
}

static void test_countries(void)
{
    g_autoptr(Told) t = told_new(lines);
    expect_countries(t, "ann", "2021-01-01", "VN");   /* unit → lab → ministry → country */
    expect_countries(t, "ann", "2020-01-01", "SG");   /* the university is nearer */
    expect_countries(t, "bob", "2020-01-01", "SG");   /* a direct one wins over the unit's */
    expect_countries(t, "cy", "2021-05-05", "SG VN"); /* both, in cast order */
    expect_countries(t, "cy", "2022-01-01", "VN");
    expect_countries(t, "cy", "2020-01-01", "SG");
    expect_countries(t, "VN", "2020-01-01", "");
    ActorId one;
    g_assert_cmpuint(hierarchy_countries(t->hierarchy, told_actor(t, "cy"), day("2021-05-05"), &one, 1), ==, 2);
}

static void test_chain(void)
{
    g_autoptr(Told) t = told_new(lines);
    ActorId ann = told_actor(t, "ann"), vn = told_actor(t, "VN"), sg = told_actor(t, "SG");
    Step step[8];
    size_t n = hierarchy_chain(t->hierarchy, ann, vn, day("2021-01-01"), step, 8);
    g_autofree char *chain = step_ids(t, step, n);
    g_assert_cmpstr(chain, ==, "unit lab min VN");
    g_assert_cmpuint(hierarchy_chain(t->hierarchy, ann, vn, day("2021-01-01"), step, 2), ==, 4);
    g_assert_cmpuint(hierarchy_chain(t->hierarchy, ann, sg, day("2021-01-01"), step, 8), ==, 0);
    g_assert_cmpuint(hierarchy_chain(t->hierarchy, told_actor(t, "bob"), sg, day("2021-01-01"), step, 8), ==, 1);
}

static void test_blocs(void)
{
    g_autoptr(Told) t = told_new(lines);
    Step step[8];
    size_t n = hierarchy_members(t->hierarchy, told_actor(t, "asean"), day("2021-01-01"), step, 8);
    g_autofree char *before = step_ids(t, step, n);
    n = hierarchy_members(t->hierarchy, told_actor(t, "asean"), day("2025-10-26"), step, 8);
    g_autofree char *after = step_ids(t, step, n);
    ActorId bloc[2];
    g_assert_cmpstr(before, ==, "SG VN");
    g_assert_cmpstr(after, ==, "SG TL VN");
    g_assert_cmpuint(hierarchy_blocs(t->hierarchy, told_actor(t, "TL"), day("2025-10-25"), bloc, 2), ==, 0);
    g_assert_cmpuint(hierarchy_blocs(t->hierarchy, told_actor(t, "TL"), day("2025-10-26"), bloc, 2), ==, 1);
}

static void test_above(void)
{
    g_autoptr(Told) t = told_new(lines);
    Date when = day("2021-01-01");
    ActorId ann = told_actor(t, "ann"), above[8];
    g_assert_true(hierarchy_above(t->hierarchy, ann, told_actor(t, "min"), when));
    g_assert_true(hierarchy_above(t->hierarchy, ann, told_actor(t, "VN"), when));
    g_assert_false(hierarchy_above(t->hierarchy, ann, told_actor(t, "SG"), when));
    g_assert_false(hierarchy_above(t->hierarchy, told_actor(t, "min"), ann, when));
    g_assert_false(hierarchy_above(t->hierarchy, ann, ann, when));
    g_assert_true(hierarchy_above(t->hierarchy, told_actor(t, "bob"), told_actor(t, "SG"), when));
    g_assert_true(
        hierarchy_above(t->hierarchy, told_actor(t, "bob"), told_actor(t, "VN"), when)); /* through the unit */
    g_assert_false(hierarchy_above(t->hierarchy, told_actor(t, "VN"), told_actor(t, "asean"), when));
    size_t n = hierarchy_superiors(t->hierarchy, ann, when, above, 8);
    g_autofree char *all = ids(t, above, n);
    g_assert_cmpstr(all, ==, "unit lab min VN");
}

static void test_home(void)
{
    g_autoptr(Told) t = told_new(lines);
    g_assert_true(actor_id_equal(hierarchy_home(t->hierarchy, told_actor(t, "VN")), told_actor(t, "VN")));
    g_assert_true(actor_id_equal(hierarchy_home(t->hierarchy, told_actor(t, "lab")), told_actor(t, "VN")));
    g_assert_true(actor_id_is_none(hierarchy_home(t->hierarchy, told_actor(t, "cy")))); /* several */
    g_assert_true(actor_id_is_none(hierarchy_home(t->hierarchy, told_actor(t, "asean"))));
}

/* More agencies above one official than any scratch array holds at first. */
static void test_wide(void)
{
    g_autoptr(GPtrArray) line = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(line, g_strdup("document|a.xml"));
    for (int i = 0; i < 60; i++) {
        g_ptr_array_add(line, g_strdup_printf("is|member_of|ann|a%02d", i));
        g_ptr_array_add(line, g_strdup_printf("is|part_of|a%02d|top", i));
        g_ptr_array_add(line, g_strdup_printf("is|agency_of|top|C%02d", i));
    }
    g_ptr_array_add(line, NULL);
    g_autoptr(Told) t = told_new((const char *const *)line->pdata);
    Date when = day("2020-01-01");
    ActorId country[64];
    Step step[4];
    g_assert_cmpuint(hierarchy_superiors(t->hierarchy, told_actor(t, "ann"), when, country, 1), ==, 121);
    g_assert_cmpuint(hierarchy_countries(t->hierarchy, told_actor(t, "ann"), when, country, 64), ==, 60);
    g_assert_cmpuint(hierarchy_chain(t->hierarchy, told_actor(t, "ann"), told_actor(t, "C59"), when, step, 4), ==, 3);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/hierarchy/agencies", test_agencies);
    g_test_add_func("/hierarchy/indeterminate", test_indeterminate);
    g_test_add_func("/hierarchy/countries", test_countries);
    g_test_add_func("/hierarchy/chain", test_chain);
    g_test_add_func("/hierarchy/blocs", test_blocs);
    g_test_add_func("/hierarchy/above", test_above);
    g_test_add_func("/hierarchy/home", test_home);
    g_test_add_func("/hierarchy/wide", test_wide);
    return g_test_run();
}
