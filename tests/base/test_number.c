/* test_number.c - numbers survive being written and read, in every locale. */
#include "number.h"
#include "support.h"
#include <float.h>
#include <glib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

static void check_exact(double v, const char *expected)
{
    char text[NUMBER_SIZE];
    g_assert_cmpstr(number_exact(v, text), ==, expected);
}

static void test_exact(void)
{
    check_exact(0, "0");
    check_exact(-0.0, "0");
    check_exact(3, "3");
    check_exact(-12, "-12");
    check_exact(999999999999999.0, "999999999999999");
    check_exact(-999999999999999.0, "-999999999999999");
    check_exact(1e15, "1e+15");
    check_exact(0.1, "0.1");
    check_exact(1e-7, "1e-07");
    check_exact(1.0 / 3, "0.3333333333333333");
    check_exact(0.1 + 0.2, "0.30000000000000004");
    check_exact(DBL_MAX, "1.7976931348623157e+308");
    check_exact(NAN, "");
    check_exact(INFINITY, "");
    check_exact(-INFINITY, "");
}

static void test_exact_reads_back(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(1);
    for (int i = 0; i < 20000; i++) {
        uint64_t bits = (uint64_t)g_rand_int(random) << 32 | g_rand_int(random);
        double v, back;
        memcpy(&v, &bits, sizeof v);
        if (!isfinite(v))
            continue;
        char text[NUMBER_SIZE];
        g_assert_true(number_parse(number_exact(v, text), &back));
        g_assert_true(back == v);
    }
}

static void test_short(void)
{
    char text[NUMBER_SIZE];
    g_assert_cmpstr(number_short(1.0 / 3, text), ==, "0.333333");
    g_assert_cmpstr(number_short(12, text), ==, "12");
    g_assert_cmpstr(number_short(1234567, text), ==, "1234567");
    g_assert_cmpstr(number_short(1234567.5, text), ==, "1.23457e+06");
    g_assert_cmpstr(number_short(NAN, text), ==, "");
}

static void test_parse(void)
{
    static const char *const bad[] = {"",      " 1", "1 ", "1,5", "0x10",  "inf", "nan", "1e",   "1e+",
                                      "1e999", ".",  "-",  "+-1", "1.2.3", "12a", "١",   "1e5.0"};
    double v = 7;
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_test_message("\"%s\"", bad[i]);
        g_assert_false(number_parse(bad[i], &v));
    }
    g_assert_false(number_parse(NULL, &v));
    g_assert_cmpfloat(v, ==, 7);
    g_assert_true(number_parse("-1.5e-3", &v));
    g_assert_cmpfloat(v, ==, -0.0015);
    g_assert_true(number_parse(".5", &v));
    g_assert_cmpfloat(v, ==, 0.5);
    g_assert_true(number_parse("5.", &v));
    g_assert_cmpfloat(v, ==, 5);
    g_assert_true(number_parse("1e-999", &v));
    g_assert_cmpfloat(v, ==, 0);
}

static void test_parse_uint(void)
{
    uint64_t v = 7;
    g_assert_true(number_parse_uint("18446744073709551615", &v));
    g_assert_true(v == UINT64_MAX);
    g_assert_false(number_parse_uint("18446744073709551616", &v));
    g_assert_false(number_parse_uint("-1", &v));
    g_assert_false(number_parse_uint("", &v));
    g_assert_false(number_parse_uint("1.0", &v));
    g_assert_true(number_parse_uint("007", &v));
    g_assert_cmpuint(v, ==, 7);
}

static void test_round(void)
{
    g_assert_cmpfloat(number_round(0.1 + 0.2, 12), ==, 0.3);
    g_assert_cmpfloat(number_round(1.0000000000004, 12), ==, 1);
    g_assert_cmpfloat(number_round(1.00000000001, 12), !=, 1);
    g_assert_cmpfloat(number_round(-123456, 2), ==, -120000);
    g_assert_cmpfloat(number_round(1e-300, 12), ==, 1e-300);
    g_assert_cmpfloat(number_round(DBL_MAX, 17), ==, DBL_MAX);
    g_assert_true(isinf(number_round(INFINITY, 12)));
    g_assert_true(isnan(number_round(NAN, 12)));
    g_assert_false(signbit(number_round(-0.0, 12)) != 0);
}

/* A locale that writes 0,5: an installed one, or one made for the occasion. */
static bool set_decimal_comma(const char *folder)
{
    if (setlocale(LC_ALL, "de_DE.UTF-8"))
        return true;
    g_autofree char *command = g_strdup_printf("localedef -i de_DE -f UTF-8 %s/de_DE.UTF-8", folder);
    g_autofree char *output = NULL, *warnings = NULL;
    g_spawn_command_line_sync(command, &output, &warnings, NULL, NULL);
    g_setenv("LOCPATH", folder, TRUE);
    return setlocale(LC_ALL, "de_DE.UTF-8") != NULL;
}

static void test_decimal_comma_locale(void)
{
    char *folder = support_folder();
    if (set_decimal_comma(folder)) {
        double v;
        g_assert_cmpstr(localeconv()->decimal_point, ==, ",");
        check_exact(0.5, "0.5");
        g_assert_true(number_parse("0.5", &v));
        g_assert_cmpfloat(v, ==, 0.5);
        g_assert_false(number_parse("0,5", &v));
        g_assert_cmpfloat(number_round(0.1 + 0.2, 12), ==, 0.3);
        setlocale(LC_ALL, "C");
    } else {
        g_test_skip("no locale with a decimal comma here, and localedef cannot make one");
    }
    support_remove_folder(folder);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/number/exact", test_exact);
    g_test_add_func("/number/exact-reads-back", test_exact_reads_back);
    g_test_add_func("/number/short", test_short);
    g_test_add_func("/number/parse", test_parse);
    g_test_add_func("/number/parse-uint", test_parse_uint);
    g_test_add_func("/number/round", test_round);
    g_test_add_func("/number/decimal-comma-locale", test_decimal_comma_locale);
    return g_test_run();
}
