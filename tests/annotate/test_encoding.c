/* test_encoding.c - what bytes become text, what is said of a guess, and that nothing XML forbids comes through. */
#include "encoding.h"
#include "utf8.h"
#include <string.h>

typedef struct Case {
    const char *bytes;
    size_t n;
    const char *declared, *text;
    size_t n_guessed, n_bad;
} Case;

static void test_cases(void)
{
#define BYTES(s) s, sizeof s - 1
    static const Case cases[] = {
        {BYTES(""), NULL, "", 0, 0},
        {BYTES("plain"), NULL, "plain", 0, 0},
        {BYTES("Nguy\xE1\xBB\x85n"), NULL, "Nguyễn", 0, 0},
        {BYTES("\xEF\xBB\xBF\xC3\xA9"), "windows-1252", "é", 0, 0}, /* the mark beats the declaration */
        {BYTES("\xEF\xBB\xBF\xE9"), NULL, "é", 1, 0},               /* a mark that lies */
        {BYTES("\xFF\xFE"
               "a\0\xE9\0"),
         NULL, "aé", 0, 0},
        {BYTES("\xFE\xFF\0a\0\xE9"), NULL, "aé", 0, 0},
        {BYTES("a\0b\0c\0d\0"), NULL, "abcd", 0, 0}, /* no mark, but zeros at every other byte */
        {BYTES("\0a\0b\0c\0d"), NULL, "abcd", 0, 0},
        {BYTES("caf\xE9 \x93so\x94"), NULL, "café “so”", 1, 0},         /* a guess is told */
        {BYTES("caf\xE9 \x93so\x94"), "ISO-8859-1", "café “so”", 0, 0}, /* a declaration is not */
        {BYTES("caf\xE9"), "utf-8", "café", 1, 0},
        {BYTES("caf\xC3\xA9"), "no-such-charset", "café", 1, 0},
        {BYTES("\xC4\xE3\xBA\xC3"), "gb2312", "你好", 0, 0},
        {BYTES("\x81"), NULL, "\xEF\xBF\xBD", 1, 0}, /* a hole in windows-1252 */
        {BYTES("a\r\nb\rc\n"), NULL, "a\nb\nc\n", 0, 0},
        {BYTES("a\0b\x0C"
               "c\x1B"),
         NULL,
         "a\xEF\xBF\xBD"
         "b\xEF\xBF\xBD"
         "c\xEF\xBF\xBD",
         0, 1},
        {BYTES("\xEF\xBF\xBE"), NULL, "\xEF\xBF\xBD", 0, 1}, /* U+FFFE */
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Diagnostics) diagnostics = diagnostics_new();
        size_t n = 0;
        g_autofree char *text =
            encoding_decode("a.txt", cases[i].bytes, cases[i].n, cases[i].declared, &n, diagnostics);
        g_assert_cmpstr(text, ==, cases[i].text);
        g_assert_cmpuint(n, ==, strlen(text));
        g_assert_true(utf8_is_xml_text(text, n));
        g_assert_cmpuint(diagnostics_count_code(diagnostics, DIAGNOSTIC_GUESSED_ENCODING), ==, cases[i].n_guessed);
        g_assert_cmpuint(diagnostics_count_code(diagnostics, DIAGNOSTIC_BAD_CHARACTER), ==, cases[i].n_bad);
    }
}

static void test_page(void)
{
    static const struct {
        const char *page, *declared;
    } cases[] = {
        {"<meta charset=windows-1251>", "windows-1251"},
        {"<META CHARSET = \"UTF-8\">", "utf-8"},
        {"<meta http-equiv=\"Content-Type\" content=\"text/html; charset=Shift_JIS\">", "shift_jis"},
        {"<?xml version=\"1.0\" encoding='iso-8859-2'?><html>", "iso-8859-2"},
        {"<p>the charset=koi8-r is only talked of</p>", NULL},
        {"<meta charset=>", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *declared = encoding_of_page(cases[i].page, strlen(cases[i].page));
        g_assert_cmpstr(declared, ==, cases[i].declared);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/encoding/cases", test_cases);
    g_test_add_func("/encoding/page", test_page);
    return g_test_run();
}
