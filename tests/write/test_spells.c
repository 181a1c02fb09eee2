/* test_spells.c - days of events, joined; what half-known, undated and unit events give. */
#include "sample.h"
#include "spells.h"

/* "2015-04-16..2015-04-16 …" of a node, or of a tie where ties is given. */
static char *told(Spells *spells, size_t row, Sheet *ties)
{
    size_t n;
    if (ties)
        sheet_go(ties, row);
    const Spell *spell = ties ? spells_of_tie(spells, ties, &n) : spells_of_node(spells, row, &n);
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < n; i++) {
        char from[DATE_SIZE], to[DATE_SIZE];
        if (spells_scale(spells) == TIME_DAYS)
            g_string_append_printf(text, "%s%s..%s", i ? " " : "", date_format_day(spell[i].first, from),
                                   date_format_day(spell[i].last, to));
        else
            g_string_append_printf(text, "%s%d..%d", i ? " " : "", spell[i].first, spell[i].last);
    }
    return g_string_free(text, FALSE);
}

static void check(Spells *spells, size_t row, Sheet *ties, const char *want)
{
    g_autofree char *text = told(spells, row, ties);
    g_assert_cmpstr(text, ==, want);
}

static void test_days(void)
{
    g_autoptr(Sample) s = sample_small(0, false); /* talk 2015-04-16: A B; drill 2021-06: A B C; dinner undated: D */
    for (int bare = 0; bare < 2; bare++) {
        s->export.bare = bare;
        g_autoptr(Spells) spells = spells_new(&s->export, NULL);
        g_autoptr(Sheet) ties = sheet_ties(&s->export, NULL, NULL);
        g_assert_cmpint(spells_scale(spells), ==, TIME_DAYS);
        check(spells, 0, NULL, "2015-04-16..2015-04-16 2021-06-01..2021-06-30");
        check(spells, 2, NULL, "2021-06-01..2021-06-30");
        check(spells, 3, NULL, "");
        check(spells, 0, ties, "2015-04-16..2015-04-16 2021-06-01..2021-06-30"); /* A–B */
        check(spells, 1, ties, "2021-06-01..2021-06-30");                        /* A–C */
    }
}

static const char *const four[] = {"A e1", "B e1", "A e2", "B e2", "A e3", "B e3", "A e4", "B e4", NULL};

static void span(Sample *s, const char *event, const char *first, const char *last)
{
    g_assert_true(date_parse(first, &sample_event(s, event)->first));
    g_assert_true(date_parse(last, &sample_event(s, event)->last));
}

static void test_joined(void)
{
    g_autoptr(Sample) s = sample_new(four);
    span(s, "e1", "2020-03-10", "2020-03-12");
    span(s, "e2", "2020-03-13", "2020-03-14"); /* the next day */
    span(s, "e3", "2020-03-11", "2020-03-11"); /* within the first */
    span(s, "e4", "2020-03-16", "2020-03-20"); /* a day between */
    sample_project(s, 0, false);
    g_autoptr(Spells) spells = spells_new(&s->export, NULL);
    check(spells, 0, NULL, "2020-03-10..2020-03-14 2020-03-16..2020-03-20");
}

static void test_half_known(void)
{
    g_autoptr(Sample) s = sample_new(four);
    sample_event(s, "e1")->first = (Date){INT32_MIN, 100}; /* by day 100; no last day */
    sample_event(s, "e1")->last = DATE_UNKNOWN;
    sample_event(s, "e2")->first = (Date){300, INT32_MAX}; /* from day 300 on */
    sample_event(s, "e2")->last = DATE_UNKNOWN;
    sample_event(s, "e3")->first = DATE_UNKNOWN; /* its end alone */
    sample_event(s, "e3")->last = (Date){500, 510};
    sample_event(s, "e4")->first = (Date){705, 705}; /* ends before it begins */
    sample_event(s, "e4")->last = (Date){700, 700};
    sample_project(s, 0, false);
    g_autoptr(Spells) spells = spells_new(&s->export, NULL);
    size_t n;
    const Spell *spell = spells_of_node(spells, 0, &n);
    static const int32_t want[][2] = {{100, 100}, {300, 300}, {500, 510}, {705, 705}};
    g_assert_cmpuint(n, ==, G_N_ELEMENTS(want));
    for (size_t i = 0; i < n; i++) {
        g_assert_cmpint(spell[i].first, ==, want[i][0]);
        g_assert_cmpint(spell[i].last, ==, want[i][1]);
    }
}

static void test_undated(void)
{
    g_autoptr(Sample) s = sample_new(four);
    sample_project(s, 0, false);
    g_autoptr(Spells) spells = spells_new(&s->export, NULL);
    g_assert_cmpint(spells_scale(spells), ==, TIME_NONE);
    check(spells, 0, NULL, "");
}

static void test_units(void)
{
    const char *const scenes[] = {"A s1", "B s1", "A s2", "C s2", "A s3", "B s3", "B s4", "C s4", NULL};
    for (int dated = 0; dated < 2; dated++) { /* the year of the play is no time within it */
        g_autoptr(Sample) s = sample_new(scenes);
        for (size_t i = 0; i < s->made->corpus->n_events; i++) {
            s->made->corpus->event[i].kind = EVENT_UNIT;
            if (dated)
                g_assert_true(date_parse("1603", &s->made->corpus->event[i].first) &&
                              date_parse("1603", &s->made->corpus->event[i].last));
        }
        sample_project(s, 0, false);
        g_autoptr(Spells) spells = spells_new(&s->export, NULL);
        g_autoptr(Sheet) ties = sheet_ties(&s->export, NULL, NULL);
        g_assert_cmpint(spells_scale(spells), ==, TIME_UNITS);
        check(spells, 0, NULL, "1..3");
        check(spells, 1, NULL, "1..1 3..4");
        check(spells, 0, ties, "1..1 3..3"); /* A–B */
    }
}

static void test_two_mode(void)
{
    g_autoptr(Sample) s = sample_new(sample_pairs);
    sample_date(s, "talk", "2015-04-16");
    sample_date(s, "drill", "2021-06");
    sample_bloc(s, "ASEAN", "drill", "host");
    sample_project(s, 0, false);
    g_autoptr(TwoMode) view = two_mode_new(s->network);
    g_autoptr(Spells) spells = spells_new(&s->export, view);
    g_autoptr(Sheet) ties = sheet_ties(&s->export, view, NULL);
    g_assert_cmpuint(view->n_actors, ==, 4);
    g_assert_cmpuint(view->n_blocs, ==, 1);
    check(spells, 0, NULL, "2015-04-16..2015-04-16 2021-06-01..2021-06-30");
    check(spells, 4, NULL, "2021-06-01..2021-06-30"); /* the bloc */
    check(spells, view->n_nodes - 1, NULL, "");       /* dinner, undated, last */
    for (size_t i = 0; i < view->n_ties; i++) {       /* a participation has its event's days */
        g_autofree char *event = told(spells, view->tie[i].event, NULL);
        check(spells, i, ties, event);
    }
}

static void test_empty(void)
{
    const char *const nothing[] = {NULL};
    g_autoptr(Sample) s = sample_new(nothing);
    sample_project(s, 0, false);
    g_autoptr(Spells) spells = spells_new(&s->export, NULL);
    g_assert_cmpint(spells_scale(spells), ==, TIME_NONE);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/write/spells/days", test_days);
    g_test_add_func("/write/spells/joined", test_joined);
    g_test_add_func("/write/spells/half-known", test_half_known);
    g_test_add_func("/write/spells/undated", test_undated);
    g_test_add_func("/write/spells/units", test_units);
    g_test_add_func("/write/spells/two-mode", test_two_mode);
    g_test_add_func("/write/spells/empty", test_empty);
    return g_test_run();
}
