/* test_date.c - partial dates: reading, order, validity, writing. */
#include "date.h"
#include <glib.h>

static Date date(const char *s)
{
    Date d;
    g_assert_true(date_parse(s, &d));
    return d;
}

static void test_parse(void)
{
    static const char *const wrong[] = {
        "",           "21",         "2021-",      "2021-1",      "2021-13",     "2021-00",
        "2021-02-29", "2021-02-30", "2021-04-31", "2021-06-24x", "0000",        "20210624",
        "2021-6-24",  " 2021",      "2021 ",      "2021-06-24T", "-0044-03-15", "1900-02-29"};
    Date d;
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
        g_assert_false(date_parse(wrong[i], &d));
    g_assert_cmpint(date("1970-01-01").earliest, ==, 0);
    g_assert_cmpint(date("1969-12-31").latest, ==, -1);
    g_assert_cmpint(date("2000-02-29").earliest, ==, 11016);
    g_assert_cmpint(date("2021-06-24T10:30:00+07:00").earliest, ==, date("2021-06-24").earliest);
    d = date("2021-06");
    g_assert_cmpint(d.latest - d.earliest, ==, 29);
    d = date("2020");
    g_assert_cmpint(d.latest - d.earliest, ==, 365);
    g_assert_cmpint(date("0001").earliest, ==, -719162);
    g_assert_cmpint(date("9999-12-31").latest, ==, 2932896);
}

static void test_compare(void)
{
    g_assert_cmpint(date_compare(date("2021-06-24"), date("2021-06-24")), ==, DATE_SAME);
    g_assert_cmpint(date_compare(date("2021-06"), date("2021-06-24")), ==, DATE_INDETERMINATE);
    g_assert_cmpint(date_compare(date("2021-06"), date("2021-06")), ==, DATE_INDETERMINATE);
    g_assert_cmpint(date_compare(date("2021-06"), date("2021-07-01")), ==, DATE_BEFORE);
    g_assert_cmpint(date_compare(date("2022"), date("2021-12-31")), ==, DATE_AFTER);
    g_assert_cmpint(date_compare(DATE_UNKNOWN, date("2021")), ==, DATE_INDETERMINATE);
}

static void test_within(void)
{
    Date day = date("2021-06-24"), month = date("2021-06");
    g_assert_cmpint(date_within(day, DATE_UNKNOWN, DATE_UNKNOWN), ==, DATE_WITHIN_YES);
    g_assert_cmpint(date_within(DATE_UNKNOWN, DATE_UNKNOWN, DATE_UNKNOWN), ==, DATE_WITHIN_YES);
    g_assert_cmpint(date_within(DATE_UNKNOWN, date("2020"), DATE_UNKNOWN), ==, DATE_WITHIN_MAYBE);
    g_assert_cmpint(date_within(day, date("2021-06-24"), date("2021-06-24")), ==, DATE_WITHIN_YES);
    g_assert_cmpint(date_within(day, date("2021-06-25"), DATE_UNKNOWN), ==, DATE_WITHIN_NO);
    g_assert_cmpint(date_within(day, DATE_UNKNOWN, date("2021-06-23")), ==, DATE_WITHIN_NO);
    g_assert_cmpint(date_within(month, date("2021-06-15"), DATE_UNKNOWN), ==, DATE_WITHIN_MAYBE);
    g_assert_cmpint(date_within(day, date("2021"), DATE_UNKNOWN), ==, DATE_WITHIN_MAYBE);
    g_assert_cmpint(date_within(day, date("2020"), date("2022")), ==, DATE_WITHIN_YES);
}

static void assert_written(Date d, const char *expected)
{
    char out[DATE_SIZE];
    g_assert_cmpstr(date_format(d, out), ==, expected);
}

static void test_format(void)
{
    assert_written(date("2021-06-24"), "2021-06-24");
    assert_written(date("2021-06"), "2021-06");
    assert_written(date("2020-02"), "2020-02");
    assert_written(date("2021"), "2021");
    assert_written(DATE_UNKNOWN, "");
    assert_written((Date){date("2021-06-03").earliest, date("2021-06-15").latest}, "2021-06-03/2021-06-15");
    assert_written((Date){INT32_MIN, date("2021-06-15").latest}, "../2021-06-15");
    assert_written((Date){date("2021-06-15").earliest, INT32_MAX}, "2021-06-15/..");
    assert_written((Date){date("2021-01-01").earliest, date("2022-12-31").latest}, "2021-01-01/2022-12-31");
    for (int32_t day = -719162; day <= 2932896; day += 97) { /* every day reads back */
        char out[DATE_SIZE];
        g_assert_cmpint(date(date_format_day(day, out)).earliest, ==, day);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/date/parse", test_parse);
    g_test_add_func("/date/compare", test_compare);
    g_test_add_func("/date/within", test_within);
    g_test_add_func("/date/format", test_format);
    return g_test_run();
}
