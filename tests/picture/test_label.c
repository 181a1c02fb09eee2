/* test_label.c - names as a picture shows them. */
#include "advance.h"
#include "label.h"

#include <string.h>

static void expect(const char *name, const char *first, const char *second)
{
    Label label;
    label_init(&label, name, false);
    g_assert_cmpuint(label.n_lines, ==, second ? 2 : first ? 1 : 0);
    g_assert_cmpstr(label.line[0], ==, first);
    g_assert_cmpstr(label.line[1], ==, second);
    for (size_t i = 0; i < label.n_lines; i++)
        g_assert_cmpfloat(label.width[i], ==, advance_width(label.line[i], false));
    label_clear(&label);
}

static void test_lines(void)
{
    expect("Viet Nam", "Viet Nam", NULL);
    expect("Nguyễn Thị Phương", "Nguyễn Thị Phương", NULL);
    expect("Bộ Công an Cộng hòa xã hội chủ nghĩa Việt Nam", "Bộ Công an Cộng hòa xã", "hội chủ nghĩa Việt Nam");
    expect("Ministry of Foreign Affairs", "Ministry of", "Foreign Affairs");
    expect("Vietnam Cybersecurity Emergency Response Teams Coordination Centre", "Vietnam Cybersecurity",
           "Emergency Response…");
    expect("Rindfleischetikettierungsüberwachungsaufgabe", "Rindfleischetikettierungsüb…", NULL);
    expect("", NULL, NULL);
    expect(" \t\n", NULL, NULL);
    expect("\x01\x02", NULL, NULL);
    expect(NULL, NULL, NULL);
}

static void expect_clean(const char *text, const char *clean)
{
    g_autofree char *out = label_clean(text, 40);
    g_assert_cmpstr(out, ==, clean);
}

static void test_clean(void)
{
    expect_clean("  a \t b\r\n c ", "a b c");
    expect_clean("a\x1b[31mb\x7f", "a[31mb");
    expect_clean("abc\xe2\x80\xae"
                 "def",
                 "abcdef");                                     /* right-to-left override */
    expect_clean("\xe2\x81\xa6x\xe2\x81\xa9\xef\xbb\xbf", "x"); /* isolates, byte order mark */
    expect_clean("a\xff\xfe", "a\xef\xbf\xbd\xef\xbf\xbd");
    expect_clean("Vi\x65\xcc\x82\xcc\xa3t", "Việt");
    expect_clean("عادل", "عادل");
    g_autofree char *huge = g_strnfill(1 << 20, 'x'), *out = label_clean(huge, 40);
    g_assert_cmpint(g_utf8_strlen(out, -1), ==, 40);
    g_assert_true(g_str_has_suffix(out, "…"));
}

static void test_fit(void)
{
    g_autofree char *whole = label_fit("Singapore", 9, false), *part = label_fit("Cyber Security Agency", 8, false);
    g_assert_cmpstr(whole, ==, "Singapore");
    g_assert_cmpstr(part, ==, "Cyber Security…");
    g_assert_cmpfloat(advance_width(part, false), <=, 8);
    g_autofree char *nothing = label_fit("Singapore", 0, false);
    g_assert_cmpstr(nothing, ==, "…");
}

static void test_wrap(void)
{
    g_auto(GStrv) line = label_wrap("one two three four", 5, false), none = label_wrap("", 5, false);
    g_autofree char *again = g_strjoinv(" ", line);
    g_assert_cmpstr(again, ==, "one two three four");
    g_assert_cmpuint(g_strv_length(line), >, 1);
    for (char **l = line; *l; l++)
        g_assert_cmpfloat(advance_width(*l, false), <=, 5);
    g_assert_cmpuint(g_strv_length(none), ==, 0);
    g_auto(GStrv) list = label_wrap("level country · seed 42 · documents", 8, false);
    for (char **l = list; *l; l++)
        g_assert_false(g_str_has_prefix(*l, "·"));
    g_assert_cmpuint(g_strv_length(list), >, 2);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/label/lines", test_lines);
    g_test_add_func("/label/clean", test_clean);
    g_test_add_func("/label/fit", test_fit);
    g_test_add_func("/label/wrap", test_wrap);
    return g_test_run();
}
