/* test_utf8.c - what is text, how wide it is, and how it is cut. */
#include "utf8.h"
#include <glib.h>
#include <string.h>

static void check_text(bool expected, const char *s, size_t n)
{
    g_autofree char *shown = g_strescape(s, NULL);
    g_test_message("%s", shown);
    g_assert_true(utf8_is_xml_text(s, n) == expected);
    /* at every offset from the eight-byte steps, and in front of and behind other text */
    for (size_t before = 0; before < 9; before++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (size_t i = 0; i < before; i++)
            g_string_append_c(text, 'a');
        g_string_append_len(text, s, (gssize)n);
        g_string_append(text, "abcdefghij");
        g_assert_true(utf8_is_xml_text(text->str, text->len) == expected);
    }
}

/* The same byte as GLib finds, wherever sixteen of them end; NUL is a character. */
static void test_find_invalid(void)
{
    static const char *const part[] = {"a", "plain text", "É", "日", "😊", "\x01", "\x7f", "\xEF\xBF\xBE"};
    static const char *const bad[] = {"\x80", "\xC3", "\xC0\x80", "\xE2\x82", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                                      "\xFF"};
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        for (size_t before = 0; before < 40; before++) {
            g_autoptr(GString) text = g_string_new(NULL);
            for (size_t k = 0; k < before; k++)
                g_string_append(text, part[(k * k + before) % G_N_ELEMENTS(part)]);
            g_assert_null(utf8_find_invalid(text->str, text->len));
            g_string_append(text, bad[i]);
            const char *expected;
            g_assert_false(g_utf8_validate(text->str, (gssize)text->len, &expected));
            ptrdiff_t at = expected - text->str;
            g_assert_cmpint(utf8_find_invalid(text->str, text->len) - text->str, ==, at);
            g_string_append(text, "and sixteen more bytes");
            g_assert_cmpint(utf8_find_invalid(text->str, text->len) - text->str, ==, at);
        }
    }
    g_assert_null(utf8_find_invalid("a\0b", 3));
    g_assert_null(utf8_find_invalid("", 0));
}

static void test_is_xml_text(void)
{
    check_text(true, "", 0);
    check_text(true, "\t\n\r ~\x7F", 6);
    check_text(true, "é€😀", strlen("é€😀"));
    check_text(true, "\xEF\xBF\xBD", 3);
    check_text(true, "\xF4\x8F\xBF\xBD", 4); /* U+10FFFD */
    check_text(false, "\0", 1);
    check_text(false, "\x1B", 1);
    check_text(false, "\x1F", 1);
    check_text(false, "\xC0\x80", 2);         /* overlong NUL */
    check_text(false, "\xC1\xBF", 2);         /* overlong */
    check_text(false, "\xE0\x80\xAF", 3);     /* overlong slash */
    check_text(false, "\xF0\x80\x80\xAF", 4); /* overlong slash */
    check_text(false, "\xED\xA0\x80", 3);     /* surrogate */
    check_text(false, "\xF4\x90\x80\x80", 4); /* > U+10FFFF */
    check_text(false, "\xF5\x80\x80\x80", 4);
    check_text(false, "\xEF\xBF\xBE", 3); /* U+FFFE */
    check_text(false, "\xEF\xBF\xBF", 3); /* U+FFFF */
    check_text(false, "\x80", 1);
    check_text(false,
               "\xE9"
               "t",
               2);                                   /* Latin-1 */
    g_assert_false(utf8_is_xml_text("\xE2\x82", 2)); /* cut off at the end */
}

static void test_clean(void)
{
    static const struct {
        const char *in, *out;
    } cases[] = {{"", ""},
                 {"Viet Nam", "Viet Nam"},
                 {"a\x1B[1m", "a\uFFFD[1m"},
                 {"\xE9t\xE9", "\uFFFDt\uFFFD"},
                 {"\xE2\x82", "\uFFFD\uFFFD"},
                 {"\xEF\xBF\xBF", "\uFFFD"}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *clean = utf8_clean(cases[i].in, strlen(cases[i].in));
        g_assert_cmpstr(clean, ==, cases[i].out);
        g_assert_true(utf8_is_xml_text(clean, strlen(clean)));
    }
}

static void test_width(void)
{
    g_assert_cmpuint(utf8_width(""), ==, 0);
    g_assert_cmpuint(utf8_width("Viet Nam"), ==, 8);
    g_assert_cmpuint(utf8_width("Nguyễn"), ==, 6);
    g_assert_cmpuint(utf8_width("Nguye\u0302\u0303n"), ==, 6); /* the same, decomposed */
    g_assert_cmpuint(utf8_width("日本"), ==, 4);
    g_assert_cmpuint(utf8_width("한국"), ==, 4);
    g_assert_cmpuint(utf8_width("a\u200Bb"), ==, 2);
    g_assert_cmpuint(utf8_width("\xFF"
                                "a"),
                     ==, 2);
    g_assert_cmpuint(utf8_width("a\nb"), ==, 2);
}

static void check_cut(const char *s, size_t columns, const char *expected)
{
    g_autofree char *cut = utf8_cut(s, columns);
    g_assert_cmpstr(cut, ==, expected);
    g_assert_cmpuint(utf8_width(cut), <=, columns);
}

static void test_cut(void)
{
    check_cut("Singapore", 9, "Singapore");
    check_cut("Singapore", 8, "Singapo…");
    check_cut("Singapore", 1, "…");
    check_cut("Singapore", 0, "");
    check_cut("", 0, "");
    check_cut("日本国", 6, "日本国");
    check_cut("日本国", 5, "日本…");
    check_cut("日本国", 4, "日…");
    check_cut("e\u0301e\u0301e\u0301", 2, "e\u0301…"); /* marks stay with their letter */
    check_cut("e\u0301e\u0301", 2, "e\u0301e\u0301");
}

static void test_collapse(void)
{
    static const struct {
        const char *in, *out;
    } cases[] = {{"", ""},
                 {" \n\t ", ""},
                 {"  To\n   Lam ", "To Lam"},
                 {"a\u00A0\u2003\u3000b", "a b"},
                 {"é\u00A0", "é"},
                 {"x", "x"},
                 {"\xC2", "\xC2"},
                 {"à la", "à la"}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *out = utf8_collapse(cases[i].in, strlen(cases[i].in));
        g_assert_cmpstr(out, ==, cases[i].out);
    }
    g_autofree char *part = utf8_collapse("a  b  c", 4);
    g_assert_cmpstr(part, ==, "a b");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/utf8/is-xml-text", test_is_xml_text);
    g_test_add_func("/utf8/find-invalid", test_find_invalid);
    g_test_add_func("/utf8/clean", test_clean);
    g_test_add_func("/utf8/width", test_width);
    g_test_add_func("/utf8/cut", test_cut);
    g_test_add_func("/utf8/collapse", test_collapse);
    return g_test_run();
}
