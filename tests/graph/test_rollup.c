/* test_rollup.c - which participations reach which actor at a level. */
#include "told.h"
#include <string.h>

static const char *const lines[] = {"document|a.xml",
                                    "record|ann|official|Ann",
                                    "record|bob|official|Bob",
                                    "record|cy|official|Cy",
                                    "record|dee|official|Dee",
                                    "record|min|agency|Ministry|ministry",
                                    "record|dept|agency|Department|department",
                                    "record|ngo|agency|NGO|ngo",
                                    "record|odd|agency|Oddfellows|lodge",
                                    "record|bare|agency|Bare",
                                    "record|VN|country|Viet Nam",
                                    "record|SG|country|Singapore",
                                    "record|TL|country|Timor-Leste",
                                    "record|asean|bloc|ASEAN",
                                    "is|part_of|dept|min",
                                    "is|agency_of|min|VN",
                                    "is|agency_of|ngo|SG",
                                    "is|agency_of|odd|SG",
                                    "is|agency_of|bare|SG",
                                    "is|member_of|ann|dept",
                                    "is|member_of|bob|ngo",
                                    "is|represents|bob|SG",
                                    "is|represents|cy|SG",
                                    "is|member_of|dee|ngo",
                                    "is|member_of|dee|min|2021-01-01",
                                    "is|member|TL|asean|2025",
                                    "is|member|VN|asean|1995",
                                    NULL};

/* The lines, then these; the cells at a level. */
static Told *tell(const char *const *more)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    for (size_t i = 0; lines[i]; i++)
        g_ptr_array_add(all, (char *)lines[i]);
    for (; *more; more++)
        g_ptr_array_add(all, (char *)*more);
    g_ptr_array_add(all, NULL);
    return told_new((const char *const *)all->pdata);
}

static void expect(Told *t, Level level, RollUp roll_up, const char *cells)
{
    t->selection.level = level;
    t->selection.roll_up = roll_up;
    told_select(t);
    g_autofree char *found = told_cells(t);
    g_assert_cmpstr(found, ==, cells);
}

static void test_levels(void)
{
    g_autoptr(Told) t = tell(
        (const char *const[]){"event|e|2020-06-01", "took|e|ann", "took|e|ngo", "took|e|TL", "took|e|asean", NULL});
    expect(t, LEVEL_ALL, ROLL_UP_STATE, "e: TL ann ngo");
    expect(t, LEVEL_OFFICIAL, ROLL_UP_STATE, "e: ann");
    expect(t, LEVEL_AGENCY, ROLL_UP_STATE, "e: dept ngo");
    expect(t, LEVEL_COUNTRY, ROLL_UP_STATE, "e: TL VN");
    expect(t, LEVEL_COUNTRY, ROLL_UP_ANY, "e: SG TL VN");
    g_assert_cmpuint(t->incidence->n_blocs, ==, 1);
}

static void test_state_bodies(void)
{
    g_autoptr(Told) bob =
        tell((const char *const[]){"event|e|2020-06-01", "took|e|bob", "event|f|2020", "took|f|cy", NULL});
    expect(bob, LEVEL_COUNTRY, ROLL_UP_STATE, "f: SG"); /* bob's NGO decides; cy has no agency */
    expect(bob, LEVEL_COUNTRY, ROLL_UP_ANY, "f: SG | e: SG");
    g_autoptr(Told) dee =
        tell((const char *const[]){"event|e|2020-06-01", "took|e|dee", "event|f|2021-06-01", "took|f|dee", NULL});
    expect(dee, LEVEL_COUNTRY, ROLL_UP_STATE, "f: VN"); /* a state body since 2021 */
    expect(dee, LEVEL_COUNTRY, ROLL_UP_ANY, "e: SG | f: VN");
    g_autoptr(Told) odd =
        tell((const char *const[]){"event|e|2020", "took|e|odd", "took|e|bare", "event|f|2020", "took|f|odd", NULL});
    expect(odd, LEVEL_COUNTRY, ROLL_UP_STATE, "e: SG | f: SG"); /* unknown kinds count, and are told once each */
    g_assert_cmpuint(diagnostics_count_code(odd->diagnostics, DIAGNOSTIC_UNKNOWN_KIND), ==, 2);
}

static void test_via(void)
{
    g_autoptr(Told) t = tell((const char *const[]){"event|e|2020-06-01", "took|e|ann", "took|e|VN", NULL});
    expect(t, LEVEL_COUNTRY, ROLL_UP_STATE, "e: VN");
    const Incidence *inc = t->incidence;
    g_assert_cmpuint(inc->n_claims, ==, 2);
    g_assert_cmpint(inc->claim[0].status, ==, PART_STATED); /* the stated claim first, though it comes later */
    g_assert_cmpuint(inc->claim[0].via.n, ==, 0);
    g_assert_cmpint(inc->claim[1].status, ==, PART_INFERRED_AFFILIATION);
    g_assert_cmpuint(inc->claim[1].via.n, ==, 3);
    const char *const way[] = {"dept", "min", "VN"};
    for (uint32_t i = 0; i < 3; i++)
        g_assert_cmpstr(t->cast->actor[inc->via[inc->claim[1].via.first + i].actor.i].id, ==, way[i]);
    t->selection.status = (const char *const[]){"inferred-affiliation", NULL};
    expect(t, LEVEL_COUNTRY, ROLL_UP_STATE, "e: VN");
    g_assert_cmpuint(t->incidence->n_claims, ==, 1);
    t->selection.role = (const char *const[]){"host", NULL};
    expect(t, LEVEL_COUNTRY, ROLL_UP_STATE, ""); /* inferred ones follow their source's role */
}

static void test_expansion(void)
{
    g_autoptr(Told) t = tell((const char *const[]){"event|e|2025-06", "took|e|asean||||e", "event|f|2024",
                                                   "took|f|asean", "took|f|ann", NULL});
    t->selection.expand_blocs = true;
    expect(t, LEVEL_COUNTRY, ROLL_UP_STATE, "f: VN | e: TL VN"); /* f: only part of the bloc */
    g_assert_cmpuint(diagnostics_count_code(t->diagnostics, DIAGNOSTIC_DATE_INDETERMINATE), ==,
                     1); /* TL in 2025: perhaps */
    g_assert_cmpint(t->incidence->claim[1].status, ==, PART_INFERRED_EXPANSION);
    g_assert_cmpuint(t->incidence->claim[1].via.n, ==, 1);
    expect(t, LEVEL_ALL, ROLL_UP_STATE, "f: ann | e: TL VN");
    expect(t, LEVEL_AGENCY, ROLL_UP_STATE, "f: dept");
    g_autoptr(Told) early =
        tell((const char *const[]){"event|e|1990", "took|e|asean||||e", "took|e|asean|host|||e", NULL});
    early->selection.expand_blocs = true;
    expect(early, LEVEL_COUNTRY, ROLL_UP_STATE, "");
    g_assert_cmpuint(diagnostics_count_code(early->diagnostics, DIAGNOSTIC_NO_MEMBERS), ==, 1);
    g_assert_cmpuint(diagnostics_count_code(early->diagnostics, DIAGNOSTIC_NO_EVENTS), ==, 1);
}

static void test_excluded(void)
{
    g_autoptr(Told) t =
        tell((const char *const[]){"event|e|2020", "took|e|ann", "took|e|asean||||e", "took|e|SG", NULL});
    t->selection.expand_blocs = true;
    t->selection.exclude = (const char *const[]){"VN", NULL};
    expect(t, LEVEL_COUNTRY, ROLL_UP_STATE, "e: SG");
    t->selection.exclude = (const char *const[]){"asean", "ann", NULL};
    expect(t, LEVEL_COUNTRY, ROLL_UP_STATE, "e: SG");
}

static void test_tables(void)
{
    g_autoptr(Told) t =
        tell((const char *const[]){"event|e|2020", "took|e|ann||||t", "took|e|SG|represented|inferred-affiliation||t",
                                   "took|e|min|represented|inferred-parent||t", NULL});
    expect(t, LEVEL_ALL, ROLL_UP_STATE, "e: SG ann min"); /* as they are */
    expect(t, LEVEL_COUNTRY, ROLL_UP_STATE, "e: SG VN");  /* stated ones roll up, inferred ones do not */
    expect(t, LEVEL_AGENCY, ROLL_UP_STATE, "e: dept min");
    g_assert_cmpuint(diagnostics_count_code(t->diagnostics, DIAGNOSTIC_INFERENCE_DIFFERS), ==, 0);
}

static void test_default_level(void)
{
    g_autoptr(Told) two = tell((const char *const[]){"event|e|2020", "took|e|ann", "event|f|2020", "took|f|cy", NULL});
    expect(two, LEVEL_DEFAULT, ROLL_UP_STATE, "e: VN | f: SG");
    g_assert_cmpint(two->incidence->level, ==, LEVEL_COUNTRY);
    g_assert_true(two->incidence->level_was_default);
    g_autoptr(Told) one = tell((const char *const[]){"event|e|2020", "took|e|ann", "took|e|VN", NULL});
    expect(one, LEVEL_DEFAULT, ROLL_UP_STATE, "e: VN ann");
    g_assert_cmpint(one->incidence->level, ==, LEVEL_ALL);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/rollup/levels", test_levels);
    g_test_add_func("/rollup/state-bodies", test_state_bodies);
    g_test_add_func("/rollup/via", test_via);
    g_test_add_func("/rollup/expansion", test_expansion);
    g_test_add_func("/rollup/excluded", test_excluded);
    g_test_add_func("/rollup/tables", test_tables);
    g_test_add_func("/rollup/default-level", test_default_level);
    return g_test_run();
}
