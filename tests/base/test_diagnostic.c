/* test_diagnostic.c - dirt is counted, sorted and shown with line, caret and a way out. */
#include "diagnostic.h"
#include "support.h"
#include "utf8.h"
#include <stdlib.h>
#include <string.h>

static char *printed(Diagnostics *diagnostics, Severity at_least, DiagnosticFormat format, bool colour)
{
    char *text = NULL;
    size_t n;
    FILE *file = open_memstream(&text, &n);
    diagnostics_print(diagnostics, file, at_least, format, colour);
    fclose(file);
    char *copy = g_strdup(text);
    free(text); /* open_memstream's own allocation */
    return copy;
}

static Place at(const char *path, uint32_t line, uint32_t column) { return (Place){path, line, column}; }

static void test_counts(void)
{
    g_autoptr(Diagnostics) d = diagnostics_new();
    g_assert_cmpuint(diagnostics_count(d, SEVERITY_NOTE), ==, 0);
    diagnostics_add(d, DIAGNOSTIC_UNKNOWN_REF, at("a", 1, 1), NULL, "x");
    diagnostics_add(d, DIAGNOSTIC_UNKNOWN_REF, at("a", 2, 1), NULL, "x");
    diagnostics_add(d, DIAGNOSTIC_BAD_DATE, at("a", 1, 1), NULL, "x");
    diagnostics_add(d, DIAGNOSTIC_UNKNOWN_KIND, at("a", 1, 1), NULL, "x");
    g_assert_cmpuint(diagnostics_size(d), ==, 4);
    g_assert_cmpuint(diagnostics_count(d, SEVERITY_NOTE), ==, 4);
    g_assert_cmpuint(diagnostics_count(d, SEVERITY_WARNING), ==, 3);
    g_assert_cmpuint(diagnostics_count(d, SEVERITY_ERROR), ==, 1);
    g_assert_cmpuint(diagnostics_count_code(d, DIAGNOSTIC_UNKNOWN_REF), ==, 2);
    g_assert_cmpuint(diagnostics_count_code(d, DIAGNOSTIC_ID_CLASH), ==, 0);
}

static void test_order(void)
{
    g_autoptr(Diagnostics) d = diagnostics_new();
    diagnostics_add(d, DIAGNOSTIC_NO_EVENTS, at(NULL, 0, 0), NULL, "6");
    diagnostics_add(d, DIAGNOSTIC_UNKNOWN_REF, at("b.xml", 1, 1), NULL, "5");
    diagnostics_add(d, DIAGNOSTIC_UNKNOWN_REF, at("a.xml", 10, 1), NULL, "4");
    diagnostics_add(d, DIAGNOSTIC_UNKNOWN_REF, at("a.xml", 9, 2), NULL, "3");
    diagnostics_add(d, DIAGNOSTIC_UNKNOWN_REF, at("a.xml", 9, 1), NULL, "2");
    diagnostics_add(d, DIAGNOSTIC_BAD_DATE, at("a.xml", 9, 1), NULL, "1");
    diagnostics_add(d, DIAGNOSTIC_BAD_DATE, at("a.xml", 9, 1), NULL, "0");
    for (size_t i = 0; i < 7; i++)
        g_assert_cmpint(diagnostics_get(d, i)->text[0], ==, (char)('0' + i));
    diagnostics_add(d, DIAGNOSTIC_BAD_DATE, at("a.xml", 1, 1), NULL, "new");
    g_assert_cmpstr(diagnostics_get(d, 0)->text, ==, "new");
}

static void test_text(void)
{
    char *folder = support_folder();
    g_autofree char *path =
        support_file(folder, "1954.xml", "<p>\n\t<persName ref=\"#nobody\">日本</persName>\n</p>\n");
    g_autoptr(Diagnostics) d = diagnostics_new();
    diagnostics_add(d, DIAGNOSTIC_UNKNOWN_REF, at(path, 2, 12), NULL, "no one has the id \"%s\"", "nobody");
    diagnostics_add(d, DIAGNOSTIC_BAD_DATE, at(path, 3, 0), "write it so", "a bad date");
    g_autofree char *text = printed(d, SEVERITY_NOTE, DIAGNOSTIC_TEXT, false);
    g_autofree char *expected = g_strdup_printf("%s:2:12: warning: no one has the id \"nobody\" [unknown-ref]\n"
                                                "  2 |  <persName ref=\"#nobody\">日本</persName>\n"
                                                "    |            ^\n"
                                                "  help: %s\n"
                                                "%s:3: error: a bad date [bad-date]\n"
                                                "  3 | </p>\n"
                                                "  help: write it so\n",
                                                path, diagnostic_code_help(DIAGNOSTIC_UNKNOWN_REF), path);
    g_assert_cmpstr(text, ==, expected);
    g_autofree char *errors = printed(d, SEVERITY_ERROR, DIAGNOSTIC_TEXT, true);
    g_assert_null(strstr(errors, "unknown-ref"));
    g_assert_nonnull(strstr(errors, "\033[1;31merror:\033[0m a bad date [bad-date]"));
    support_remove_folder(folder);
}

static void test_without_place(void)
{
    g_autoptr(Diagnostics) d = diagnostics_new();
    diagnostics_add(d, DIAGNOSTIC_NO_EVENTS, at(NULL, 0, 0), "take another", "no events");
    diagnostics_add(d, DIAGNOSTIC_BAD_ROW, at("-", 7, 3), "count them", "three fields");
    g_autofree char *text = printed(d, SEVERITY_NOTE, DIAGNOSTIC_TEXT, false);
    g_assert_cmpstr(text, ==,
                    "-:7:3: error: three fields [bad-row]\n  help: count them\n"
                    "warning: no events [no-events]\n  help: take another\n");
}

static void test_at_most_twenty(void)
{
    g_autoptr(Diagnostics) d = diagnostics_new();
    for (uint32_t i = 0; i < 25; i++)
        diagnostics_add(d, DIAGNOSTIC_UNKNOWN_REF, at("gone.xml", i + 1, 1), NULL, "x");
    for (uint32_t i = 0; i < 20; i++)
        diagnostics_add(d, DIAGNOSTIC_BAD_DATE, at("gone.xml", i + 1, 1), NULL, "x");
    g_autofree char *text = printed(d, SEVERITY_NOTE, DIAGNOSTIC_TEXT, false);
    g_auto(GStrv) parts = g_strsplit(text, "warning: x [unknown-ref]", -1);
    g_assert_cmpuint(g_strv_length(parts), ==, 21);
    g_assert_true(g_str_has_suffix(text, "… and 5 more [unknown-ref]\n"));
    g_assert_null(strstr(text, "more [bad-date]"));
    g_autofree char *json = printed(d, SEVERITY_NOTE, DIAGNOSTIC_JSONL, false);
    g_auto(GStrv) lines = g_strsplit(json, "\n", -1);
    g_assert_cmpuint(g_strv_length(lines), ==, 46);
}

static void test_nothing_reaches_the_terminal(void)
{
    g_autoptr(Diagnostics) d = diagnostics_new();
    diagnostics_add(d, DIAGNOSTIC_UNKNOWN_REF, at("a\033[2J.xml", 1, 1), "do \a",
                    "id \"\033[31m\n\xFF\u202E\xC2\x85é\"");
    const Diagnostic *row = diagnostics_get(d, 0);
    g_assert_cmpstr(row->text, ==, "id \"\\x{1b}[31m\\x{a}\\x{ff}\\x{202e}\\x{85}é\"");
    g_assert_cmpstr(row->help, ==, "do \\x{7}");
    g_autofree char *text = printed(d, SEVERITY_NOTE, DIAGNOSTIC_TEXT, false);
    g_assert_null(strchr(text, '\033'));
    g_assert_true(g_str_has_prefix(text, "a\\x{1b}[2J.xml:1:1: "));
}

static void test_long_text_is_cut(void)
{
    g_autoptr(Diagnostics) d = diagnostics_new();
    g_autofree char *million = g_strnfill(1000000, 'n');
    diagnostics_add(d, DIAGNOSTIC_UNKNOWN_REF, at("a", 1, 1), NULL, "the name \"%s\"", million);
    g_assert_cmpuint(utf8_width(diagnostics_get(d, 0)->text), ==, 400);
    g_assert_true(g_str_has_suffix(diagnostics_get(d, 0)->text, "…"));
}

static void test_json(void)
{
    g_autoptr(Diagnostics) d = diagnostics_new();
    diagnostics_add(d, DIAGNOSTIC_BAD_DATE, at("a\"\\\n\xFF.xml", 3, 4), "so", "\"2021-13\" is no date: Lê");
    diagnostics_add(d, DIAGNOSTIC_NO_EVENTS, at(NULL, 0, 0), "so", "none");
    g_autofree char *json = printed(d, SEVERITY_NOTE, DIAGNOSTIC_JSONL, true);
    g_assert_cmpstr(json, ==,
                    "{\"path\":\"a\\\"\\\\\\u000a\uFFFD.xml\",\"line\":3,\"column\":4,\"severity\":\"error\","
                    "\"code\":\"bad-date\",\"text\":\"\\\"2021-13\\\" is no date: Lê\",\"help\":\"so\"}\n"
                    "{\"severity\":\"warning\",\"code\":\"no-events\",\"text\":\"none\",\"help\":\"so\"}\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/diagnostic/counts", test_counts);
    g_test_add_func("/diagnostic/order", test_order);
    g_test_add_func("/diagnostic/text", test_text);
    g_test_add_func("/diagnostic/without-place", test_without_place);
    g_test_add_func("/diagnostic/at-most-twenty", test_at_most_twenty);
    g_test_add_func("/diagnostic/nothing-reaches-the-terminal", test_nothing_reaches_the_terminal);
    g_test_add_func("/diagnostic/long-text-is-cut", test_long_text_is_cut);
    g_test_add_func("/diagnostic/json", test_json);
    return g_test_run();
}
