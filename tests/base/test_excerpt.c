/* test_excerpt.c - the right line, cut around the right column. */
#include "excerpt.h"
#include "support.h"
#include "utf8.h"
#include <string.h>

static void check(ExcerptReader *reader, const char *path, uint32_t line, uint32_t column, const char *expected,
                  size_t expected_caret)
{
    size_t caret = 0;
    g_autofree char *text = excerpt_read(reader, (Place){path, line, column}, &caret);
    g_assert_cmpstr(text, ==, expected);
    if (expected)
        g_assert_cmpuint(caret, ==, expected_caret);
}

static void test_lines(void)
{
    char *folder = support_folder();
    g_autofree char *a = support_file(folder, "a", "one\r\n\ttwo\n\nTô 日本 x\nlast");
    g_autofree char *b = support_file(folder, "b", "other\n");
    g_autoptr(ExcerptReader) reader = excerpt_reader_new();
    check(reader, a, 1, 1, "one", 0);
    check(reader, a, 2, 2, " two", 1);
    check(reader, a, 4, 7, "Tô 日本 x", 8); /* wide characters move the caret by two */
    check(reader, a, 4, 1, "Tô 日本 x", 0);
    check(reader, a, 1, 3, "one", 2); /* backwards too */
    check(reader, b, 1, 1, "other", 0);
    check(reader, a, 5, 5, "last", 4); /* just behind the end */
    check(reader, a, 3, 1, "", 0);
    check(reader, a, 4, 0, "Tô 日本 x", 0);
    check(reader, a, 6, 1, NULL, 0);
    check(reader, a, 5, 9, NULL, 0);
    check(reader, a, 0, 0, NULL, 0);
    support_remove_folder(folder);
}

static void test_not_readable_again(void)
{
    char *folder = support_folder();
    g_autofree char *missing = g_build_filename(folder, "missing", NULL);
    g_autoptr(ExcerptReader) reader = excerpt_reader_new();
    check(reader, "-", 1, 1, NULL, 0);
    check(reader, missing, 1, 1, NULL, 0);
    check(reader, folder, 1, 1, NULL, 0);
    check(reader, NULL, 1, 1, NULL, 0);
    support_remove_folder(folder);
}

/* One line of a million characters: a window, with the caret under the character that was asked for. */
static void test_long_line(void)
{
    char *folder = support_folder();
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 100000; i++)
        g_string_append(text, "012345678é");
    g_autofree char *path = support_file(folder, "long", text->str);
    g_autoptr(ExcerptReader) reader = excerpt_reader_new();
    static const uint32_t columns[] = {1, 7, 50, 51, 52, 99, 100, 101, 150, 500005, 999950, 999999, 1000000};
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++) {
        size_t caret = 0;
        g_autofree char *shown = excerpt_read(reader, (Place){path, 1, columns[i]}, &caret);
        g_assert_cmpuint(utf8_width(shown), <=, 102);
        g_assert_cmpuint(utf8_width(shown), >=, 100);
        gunichar under = g_utf8_get_char(g_utf8_offset_to_pointer(shown, (glong)caret));
        gunichar expected = columns[i] % 10 == 0 ? 0xE9 : '0' + (columns[i] - 1) % 10;
        g_assert_cmpuint(under, ==, expected);
        g_assert_true(g_str_has_prefix(shown, "…") == (columns[i] > 51));
        g_assert_true(g_str_has_suffix(shown, "…") == (columns[i] < 999951));
    }
    support_remove_folder(folder);
}

static void test_short_enough_is_whole(void)
{
    char *folder = support_folder();
    g_autofree char *line = g_strnfill(100, 'x');
    g_autofree char *path = support_file(folder, "f", line);
    g_autoptr(ExcerptReader) reader = excerpt_reader_new();
    check(reader, path, 1, 1, line, 0);
    check(reader, path, 1, 100, line, 99);
    support_remove_folder(folder);
}

static void test_dirt(void)
{
    char *folder = support_folder();
    g_autofree char *path = support_file(folder, "f", "a\x1B[1m\xFF<");
    g_autoptr(ExcerptReader) reader = excerpt_reader_new();
    size_t caret = 0;
    g_autofree char *shown = excerpt_read(reader, (Place){path, 1, 7}, &caret);
    g_assert_cmpstr(shown, ==, "a\uFFFD[1m\uFFFD<");
    g_assert_cmpuint(caret, ==, 6);
    support_remove_folder(folder);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/excerpt/lines", test_lines);
    g_test_add_func("/excerpt/not-readable-again", test_not_readable_again);
    g_test_add_func("/excerpt/long-line", test_long_line);
    g_test_add_func("/excerpt/short-enough-is-whole", test_short_enough_is_whole);
    g_test_add_func("/excerpt/dirt", test_dirt);
    return g_test_run();
}
