/* test_diagnostic_code.c - the table of codes can be looked up both ways and is in order. */
#include "diagnostic.h"
#include <string.h>

static void test_round_trip(void)
{
    for (int i = 0; i < DIAGNOSTIC_N_CODES; i++) {
        DiagnosticCode code;
        g_assert_true(diagnostic_code_by_name(diagnostic_code_name((DiagnosticCode)i), &code));
        g_assert_cmpint(code, ==, i);
        g_assert_cmpint((int)diagnostic_code_severity(code), <=, SEVERITY_ERROR);
        g_assert_cmpuint(strlen(diagnostic_code_help(code)), >, 10);
    }
    DiagnosticCode code;
    g_assert_false(diagnostic_code_by_name("no-such-code", &code));
    g_assert_false(diagnostic_code_by_name("", &code));
}

static void test_sorted(void)
{
    for (int i = 1; i < DIAGNOSTIC_N_CODES; i++)
        g_assert_cmpstr(diagnostic_code_name((DiagnosticCode)(i - 1)), <, diagnostic_code_name((DiagnosticCode)i));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/diagnostic-code/round-trip", test_round_trip);
    g_test_add_func("/diagnostic-code/sorted", test_sorted);
    return g_test_run();
}
