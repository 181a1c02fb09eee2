/* test_utf8_key.c - which spellings of a name are one, and which are near. */
#include "utf8.h"
#include <glib.h>
#include <string.h>

static void check_key(const char *s, const char *expected)
{
    g_autofree char *key = utf8_key(s);
    g_assert_cmpstr(key, ==, expected);
    g_autofree char *again = utf8_key(key);
    g_assert_cmpstr(again, ==, key);
}

static void test_key(void)
{
    check_key("", "");
    check_key(" -- ", "");
    check_key("Viet Nam", "viet nam");
    check_key("NGUYEN", "nguyen");
    check_key("Nguyễn", "nguyen");
    check_key("Nguye\u0302\u0303n", "nguyen");
    check_key("Đỗ Mười", "do muoi");
    check_key("Tô\u00A0Lâm", "to lam");
    check_key("Łódź", "lodz");
    check_key("Straße", "strasse");
    check_key("ŒUVRE Æsir Þór", "oeuvre aesir thor");
    check_key("İstanbul", "istanbul");
    check_key("Côte d’Ivoire", "cote d ivoire");
    check_key("Cote d'Ivoire", "cote d ivoire");
    check_key("Timor-Leste", "timor leste");
    check_key("Timor\u2010Leste", "timor leste");
    check_key("U.S.", "u s");
    check_key("Ａｓｅａｎ", "asean"); /* full-width letters */
    check_key("ﬁn", "fin");
    check_key("Οδυσσεύς", "οδυσσευσ");
    check_key("Горбачёв", "горбачев");
    check_key("zero\u200Bwidth", "zerowidth");
    check_key("C++", "c++");
    check_key("Ｃ＋＋", "c++"); /* the ASCII way and the other agree */
    check_key("x^`y", "x y");
}

/* Vowel signs and tones of these scripts are letters, not accents. */
static void test_key_keeps_vowels(void)
{
    static const char *const pairs[][2] = {{"กี", "กู"}, {"कि", "कु"}, {"が", "か"}};
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
        g_autofree char *a = utf8_key(pairs[i][0]), *b = utf8_key(pairs[i][1]);
        g_assert_cmpstr(a, !=, b);
    }
}

static void test_key_survives_bad_bytes(void)
{
    g_autofree char *key = utf8_key("\xE9t\xE9");
    g_assert_true(g_utf8_validate(key, -1, NULL));
    g_assert_nonnull(strchr(key, 't'));
}

static void test_compare(void)
{
    g_assert_cmpint(utf8_compare("Áo", "áo"), !=, 0); /* total: one key, other bytes */
    g_assert_cmpint(utf8_compare("Áo", "áo"), ==, -utf8_compare("áo", "Áo"));
    g_assert_cmpint(utf8_compare("Đông", "Dương"), <, 0); /* dong before duong, not after z */
    g_assert_cmpint(utf8_compare("Đông", "Z"), <, 0);
    g_assert_cmpint(utf8_compare("a", "a"), ==, 0);
    g_assert_cmpint(utf8_compare("", "a"), <, 0);
}

static void test_distance(void)
{
    g_assert_cmpuint(utf8_distance("", ""), ==, 0);
    g_assert_cmpuint(utf8_distance("", "abc"), ==, 3);
    g_assert_cmpuint(utf8_distance("kitten", "sitting"), ==, 3);
    g_assert_cmpuint(utf8_distance("sitting", "kitten"), ==, 3);
    g_assert_cmpuint(utf8_distance("graphlm", "graphml"), ==, 1);
    g_assert_cmpuint(utf8_distance("ca", "abc"), ==, 3); /* optimal string alignment, not Damerau's 2 */
    g_assert_cmpuint(utf8_distance("Nguyễn", "NGUYEN"), ==, 0);
    g_assert_cmpuint(utf8_distance("ក", "ខ"), ==, 1); /* characters, not bytes */
    g_autofree char *million = g_strnfill(1000000, 'a');
    g_assert_cmpuint(utf8_distance(million, "a"), >=, 999); /* and it ends */
}

static void test_nearest(void)
{
    static const char *const verbs[] = {"rank", "ties", "run", "export", "explain"};
    g_assert_cmpstr(utf8_nearest("rnak", verbs, 5), ==, "rank");
    g_assert_cmpstr(utf8_nearest("exprot", verbs, 5), ==, "export");
    g_assert_cmpstr(utf8_nearest("explian", verbs, 5), ==, "explain");
    g_assert_cmpstr(utf8_nearest("RANK", verbs, 5), ==, "rank");
    g_assert_null(utf8_nearest("xy", verbs, 5)); /* two of two changed */
    g_assert_null(utf8_nearest("mountain", verbs, 5));
    g_assert_null(utf8_nearest("", verbs, 5));
    g_assert_null(utf8_nearest("rank", verbs, 0));
    static const char *const even[] = {"aaab", "aaac"};
    g_assert_cmpstr(utf8_nearest("aaad", even, 2), ==, "aaab"); /* the first of equals */
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/utf8-key/key", test_key);
    g_test_add_func("/utf8-key/keeps-vowels", test_key_keeps_vowels);
    g_test_add_func("/utf8-key/survives-bad-bytes", test_key_survives_bad_bytes);
    g_test_add_func("/utf8-key/compare", test_compare);
    g_test_add_func("/utf8-key/distance", test_distance);
    g_test_add_func("/utf8-key/nearest", test_nearest);
    return g_test_run();
}
