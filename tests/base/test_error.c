/* test_error.c - the codes of failures are the exit codes the manual promises. */
#include "error.h"

static void test_codes(void)
{
    g_assert_cmpint(ERROR_NO, ==, 1);
    g_assert_cmpint(ERROR_USAGE, ==, 2);
    g_assert_cmpint(ERROR_IO, ==, 3);
    g_assert_cmpint(ERROR_INTERRUPTED, ==, 130);
}

static void test_domain(void)
{
    g_autoptr(GError) error = g_error_new_literal(ENTENTE_ERROR, ERROR_IO, "cannot read x");
    g_assert_true(g_error_matches(error, ENTENTE_ERROR, ERROR_IO));
    g_assert_cmpstr(g_quark_to_string(ENTENTE_ERROR), ==, "EntenteError");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/error/codes", test_codes);
    g_test_add_func("/error/domain", test_domain);
    return g_test_run();
}
