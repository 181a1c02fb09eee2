/* test_slice.c - tests graph/slice.c: rules, borders, events that lie in no slice. */
#include "error.h"
#include "slice.h"
#include "told.h"

static void parses(const char *text, SliceUnit unit, uint32_t n)
{
    SliceRule rule = {SLICE_NONE, 0};
    g_assert_true(slice_rule_parse(text, &rule));
    g_assert_cmpint((int)rule.unit, ==, (int)unit);
    g_assert_cmpuint(rule.n, ==, n);
}

static void test_rules(void)
{
    parses("year", SLICE_YEAR, 1);
    parses("quarters", SLICE_QUARTER, 1);
    parses("month", SLICE_MONTH, 1);
    parses("4", SLICE_PARTS, 4);
    parses("rolling:3", SLICE_YEAR, 3);
    parses("rolling:3years", SLICE_YEAR, 3);
    parses("rolling:12months", SLICE_MONTH, 12);
    parses("rolling:2quarter", SLICE_QUARTER, 2);
    static const char *const wrong[] = {"",          "0",       "years2",    "3years",        "rolling:",
                                        "rolling:1", "rolling", "rolling:x", "rolling:3days", "rolling:-3y",
                                        "decade",    "4000",    "-1",        "1.5",           "rolling:year"};
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
        SliceRule rule;
        g_assert_false(slice_rule_parse(wrong[i], &rule));
    }
}

static void test_periods(void)
{
    Date from, to;
    g_assert_true(slice_period_parse("2013..2018", &from, &to));
    g_assert_true(date_compare(from, to) == DATE_BEFORE);
    g_assert_true(slice_period_parse("2016", &from, &to));
    g_assert_cmpint(from.earliest, ==, to.earliest);
    g_assert_true(slice_period_parse("..2018-06", &from, &to) && date_is_unknown(from));
    g_assert_true(slice_period_parse("2018-06-30..", &from, &to) && date_is_unknown(to));
    static const char *const wrong[] = {"", "..", "2018..2013", "2018...2019", "x..2018", "2018..x", "2018-13"};
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
        g_assert_false(slice_period_parse(wrong[i], &from, &to));
}

/* Five events: two days, a month across no border, a year, none at all. */
static const char *const lines[] = {"document|a",
                                    "record|JP|country|Japan",
                                    "record|VN|country|Viet Nam",
                                    "event|e1|2014-12-31",
                                    "event|e2|2015-01-01",
                                    "event|e3|2016-03",
                                    "event|e4|2016",
                                    "event|e5|",
                                    "took|e1|JP|host",
                                    "took|e1|VN|host",
                                    "took|e2|JP|host",
                                    "took|e3|JP|host",
                                    "took|e4|JP|host",
                                    "took|e5|JP|host",
                                    NULL};

static Slices *cut(Told *told, const char *rule_text, GError **error)
{
    SliceRule rule;
    g_assert_true(slice_rule_parse(rule_text, &rule));
    return slices_cut(&rule, told_select(told), &told->selection, error);
}

/* "2014:1 2015:1 …" of all slices. */
static char *spelled(const Slices *s)
{
    GString *all = g_string_new(NULL);
    for (size_t i = 0; i < s->n; i++)
        g_string_append_printf(all, "%s%s:%zu", i ? " " : "", s->period[i].label, s->period[i].n_events);
    return g_string_free(all, FALSE);
}

static void test_calendar(void)
{
    g_autoptr(Told) told = told_new(lines);
    g_autoptr(GError) error = NULL;
    g_autoptr(Slices) years = cut(told, "year", &error);
    g_autofree char *text = spelled(years);
    g_assert_cmpstr(text, ==, "2014:1 2015:1 2016:2");
    g_assert_cmpuint(years->n_unplaced, ==, 1);
    g_assert_cmpuint(years->n_undated, ==, 1);
    g_assert_false(years->overlap);
    g_assert_cmpuint(years->period[0].n_documents, ==, 1);
    char day[DATE_SIZE];
    g_assert_cmpstr(date_format(years->period[0].from, day), ==, "2014-12-31"); /* cut off where the events begin */
    g_assert_cmpstr(date_format(years->period[2].to, day), ==, "2016-12-31");

    g_autoptr(Slices) months = cut(told, "month", &error);
    g_assert_cmpuint(months->n, ==, 25);
    g_assert_cmpstr(months->period[15].label, ==, "2016-03");
    g_assert_cmpuint(months->period[15].n_events, ==, 1);
    g_assert_cmpuint(months->n_unplaced, ==, 2); /* "2016" lies in no month */

    g_autoptr(Slices) quarters = cut(told, "quarter", &error);
    g_assert_cmpuint(quarters->n, ==, 9);
    g_assert_cmpstr(quarters->period[0].label, ==, "2014-Q4");
    g_assert_cmpstr(quarters->period[8].label, ==, "2016-Q4");
    g_assert_cmpuint(quarters->period[5].n_events, ==, 1);
}

static void test_rolling(void)
{
    g_autoptr(Told) told = told_new(lines);
    g_autoptr(Slices) windows = cut(told, "rolling:2years", NULL);
    g_autofree char *text = spelled(windows);
    g_assert_cmpstr(text, ==, "2014..2015:2 2015..2016:3");
    g_assert_true(windows->overlap);
    g_assert_cmpuint(windows->n_unplaced, ==, 1);
    g_autoptr(Slices) longer = cut(told, "rolling:9", NULL); /* than there is time: one slice of all */
    g_assert_cmpuint(longer->n, ==, 1);
    g_assert_false(longer->overlap);
    g_assert_cmpuint(longer->period[0].n_events, ==, 4);
}

static void test_parts(void)
{
    g_autoptr(Told) told = told_new(lines);
    told->selection.from = (Date){0, 0};
    told->selection.to = (Date){9, 9};
    g_autoptr(Slices) nothing = cut(told, "3", NULL);
    g_autofree char *text = spelled(nothing);
    g_assert_cmpstr(text, ==, "1970-01-01..1970-01-03:0 1970-01-04..1970-01-06:0 1970-01-07..1970-01-10:0");
    g_assert_cmpuint(nothing->n_unplaced, ==, 1); /* the undated event may lie there */
    g_autoptr(GError) error = NULL;
    g_assert_null(cut(told, "11", &error)); /* of ten days */
    g_assert_error(error, ENTENTE_ERROR, ERROR_USAGE);
}

static void test_too_many(void)
{
    static const char *const far[] = {
        "document|a", "record|JP|country|Japan", "event|e1|1000", "event|e2|2000", "took|e1|JP|host", "took|e2|JP|host",
        NULL};
    g_autoptr(Told) told = told_new(far);
    g_autoptr(GError) error = NULL;
    g_assert_null(cut(told, "month", &error));
    g_assert_error(error, ENTENTE_ERROR, ERROR_USAGE);
    g_autoptr(Slices) years = cut(told, "year", NULL);
    g_assert_cmpuint(years->n, ==, 1001);
}

static void test_undated(void)
{
    static const char *const none[] = {"document|a", "record|JP|country|Japan", "event|e1|", "took|e1|JP|host", NULL};
    g_autoptr(Told) told = told_new(none);
    g_autoptr(GError) error = NULL;
    g_assert_null(cut(told, "year", &error));
    g_assert_error(error, ENTENTE_ERROR, ERROR_NO);
}

static void test_surely(void)
{
    g_autoptr(Told) told = told_new(lines);
    date_parse("2016-03", &told->selection.from);
    g_assert_cmpuint(told_select(told)->n_events, ==, 3); /* e3 surely, e4 and e5 perhaps */
    g_assert_cmpuint(slice_n_uncertain(told->incidence, &told->selection), ==, 2);
    told->selection.surely = true;
    g_assert_cmpuint(told_select(told)->n_events, ==, 1);
    g_assert_cmpuint(slice_n_uncertain(told->incidence, &told->selection), ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/slice/rules", test_rules);
    g_test_add_func("/slice/periods", test_periods);
    g_test_add_func("/slice/calendar", test_calendar);
    g_test_add_func("/slice/rolling", test_rolling);
    g_test_add_func("/slice/parts", test_parts);
    g_test_add_func("/slice/too-many", test_too_many);
    g_test_add_func("/slice/undated", test_undated);
    g_test_add_func("/slice/surely", test_surely);
    return g_test_run();
}
