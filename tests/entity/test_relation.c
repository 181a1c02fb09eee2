/* test_relation.c - the rows behind a hierarchy: by type, once each, without what says nothing. */
#include "relation.h"
#include "told.h"
#include <string.h>

static const char *const lines[] = {"document|a.xml",
                                    "record|p|official|P",
                                    "record|m|agency|M",
                                    "record|d|agency|D",
                                    "record|VN|country|Viet Nam",
                                    "record|asean|bloc|ASEAN",
                                    "record|q|official|Q",
                                    "is|member_of|p|m",
                                    "is|member_of|p|m",
                                    "is|member_of|p|m|2020|2021", /* the second repeats, the third does not */
                                    "is|part_of|d|m",
                                    "is|agency_of|m|VN",
                                    "is|represents|p|VN",
                                    "is|member|VN|asean",
                                    "is|part_of|d|VN",    /* a country, whatever the word */
                                    "is|represents|p|q",  /* says nothing */
                                    "is|part_of|m|asean", /* no mistake, leads to no country */
                                    NULL};

static size_t n_rows(const Told *t, Relation relation, const char *id)
{
    const RelationRow *row;
    return relation_rows(t->hierarchy, relation, told_actor(t, id), &row);
}

static void test_rows(void)
{
    g_autoptr(Told) t = told_new(lines);
    g_assert_cmpuint(n_rows(t, RELATION_AGENCY, "p"), ==, 2);
    g_assert_cmpuint(n_rows(t, RELATION_PARENT, "d"), ==, 1);
    g_assert_cmpuint(n_rows(t, RELATION_COUNTRY, "d"), ==, 1);
    g_assert_cmpuint(n_rows(t, RELATION_COUNTRY, "p"), ==, 1);
    g_assert_cmpuint(n_rows(t, RELATION_BLOC, "VN"), ==, 1);
    g_assert_cmpuint(n_rows(t, RELATION_MEMBER, "asean"), ==, 1);
    g_assert_cmpuint(n_rows(t, RELATION_PARENT, "m"), ==, 0);
    g_assert_cmpuint(diagnostics_count_code(t->diagnostics, DIAGNOSTIC_BAD_ATTRIBUTE), ==, 1);
    g_assert_cmpuint(diagnostics_size(t->diagnostics), ==, 1);
}

static void test_cycle(void)
{
    g_autoptr(Told) t =
        told_new((const char *const[]){"document|a.xml", "record|a|agency|A", "record|b|agency|B", "record|c|agency|C",
                                       "record|x|agency|X", "is|part_of|a|b", "is|part_of|b|c", "is|part_of|c|a",
                                       "is|part_of|x|a", "is|succeeds|a|x|2020", "is|succeeds|x|a|2021", NULL});
    g_assert_cmpuint(diagnostics_count_code(t->diagnostics, DIAGNOSTIC_AFFILIATION_CYCLE), ==, 2);
    const Diagnostic *first = diagnostics_get(t->diagnostics, 0);
    g_assert_cmpuint(first->place.line, ==, 8); /* the last relation of the three */
    g_assert_nonnull(strstr(first->text, "c → a → b → c"));
    g_assert_cmpuint(n_rows(t, RELATION_PARENT, "c"), ==, 0);
    g_assert_cmpuint(n_rows(t, RELATION_PARENT, "x"), ==, 1);
    g_assert_cmpuint(n_rows(t, RELATION_PREDECESSOR, "x"), ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/relation/rows", test_rows);
    g_test_add_func("/relation/cycle", test_cycle);
    return g_test_run();
}
