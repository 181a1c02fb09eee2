/* test_succession.c - renamed bodies: which of a line existed on a day. */
#include "relation.h"
#include "told.h"

static Date day(const char *s)
{
    Date date = DATE_UNKNOWN;
    g_assert_true(date_parse(s, &date));
    return date;
}

static const char *on(const Told *t, const char *id, const char *when, bool *indeterminate)
{
    *indeterminate = false;
    return t->cast->actor[succession_on(t->hierarchy, told_actor(t, id), day(when), indeterminate).i].id;
}

static void test_line(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){
        "document|a.xml", "record|old|agency|Old", "record|mid|agency|Mid", "record|new|agency|New",
        "is|succeeds|mid|old|2010-01-01", "is|succeeds|new|mid|2020-03", NULL});
    bool coarse;
    for (size_t i = 0; i < 3; i++) {
        static const char *const any[] = {"old", "mid", "new"};
        g_assert_cmpstr(on(t, any[i], "2009-12-31", &coarse), ==, "old");
        g_assert_cmpstr(on(t, any[i], "2010-01-01", &coarse), ==, "mid"); /* the day of change is the successor's */
        g_assert_cmpstr(on(t, any[i], "2021-01-01", &coarse), ==, "new");
        g_assert_false(coarse);
    }
    g_assert_cmpstr(on(t, "mid", "2020-03-10", &coarse), ==, "mid"); /* nobody can say: as it is written */
    g_assert_true(coarse);
    g_assert_cmpstr(on(t, "new", "2020-03-10", &coarse), ==, "new");
    g_assert_true(coarse);
}

static void test_split_and_undated(void)
{
    g_autoptr(Told) t = told_new((const char *const[]){
        "document|a.xml", "record|whole|agency|W", "record|left|agency|L", "record|right|agency|R",
        "record|was|agency|Was", "record|is|agency|Is", "is|succeeds|left|whole|2010", "is|succeeds|right|whole|2010",
        "is|succeeds|is|was", NULL});
    bool coarse;
    g_assert_cmpstr(on(t, "whole", "2015-01-01", &coarse), ==, "whole"); /* left or right? */
    g_assert_cmpstr(on(t, "left", "2005-01-01", &coarse), ==, "whole");
    g_assert_cmpstr(on(t, "was", "2015-01-01", &coarse), ==, "was"); /* no day of change */
    g_assert_cmpstr(on(t, "is", "2015-01-01", &coarse), ==, "is");
    g_assert_false(coarse);
}

static void test_affiliations_follow(void)
{
    g_autoptr(Told) t =
        told_new((const char *const[]){"document|a.xml", "record|ann|official|Ann", "record|mic|agency|MIC",
                                       "record|most|agency|MOST", "record|VN|country|Viet Nam", "is|member_of|ann|mic",
                                       "is|agency_of|mic|VN", "is|succeeds|most|mic|2025-03-01", NULL});
    Step step[2];
    ActorId country[2];
    g_assert_cmpuint(hierarchy_agencies(t->hierarchy, told_actor(t, "ann"), day("2026-01-01"), step, 2), ==, 1);
    g_assert_true(actor_id_equal(step[0].actor, told_actor(t, "most")));
    g_assert_cmpuint(hierarchy_countries(t->hierarchy, told_actor(t, "most"), day("2026-01-01"), country, 2), ==, 1);
    g_assert_true(actor_id_equal(country[0], told_actor(t, "VN"))); /* its line's, for want of its own */
    g_assert_cmpuint(hierarchy_agencies(t->hierarchy, told_actor(t, "ann"), day("2024-01-01"), step, 2), ==, 1);
    g_assert_true(actor_id_equal(step[0].actor, told_actor(t, "mic")));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/succession/line", test_line);
    g_test_add_func("/succession/split-and-undated", test_split_and_undated);
    g_test_add_func("/succession/affiliations-follow", test_affiliations_follow);
    return g_test_run();
}
