/* test_ink.c - tests measure/ink.c: places of a text whose blanks, quotes or beginnings differ. */
#include "ink.h"
#include <string.h>

static void test_places(void)
{
    const char *text = "Việt Nam\n won";
    g_autoptr(Ink) ink = ink_new(text, strlen(text));
    g_assert_cmpuint(ink->n, ==, 10);
    g_assert_cmpuint(ink->before[0], ==, 0);
    g_assert_cmpuint(ink->before[strlen("Việt")], ==, 4);
    g_assert_cmpuint(ink->before[strlen("Việt ")], ==, 4);
    g_assert_cmpuint(ink->before[strlen(text)], ==, 10);
    g_assert_cmpuint(ink->character[2], ==, 0x1EC7);
    g_autoptr(Ink) empty = ink_new("", 0);
    g_assert_cmpuint(empty->n, ==, 0);
    g_assert_cmpuint(empty->before[0], ==, 0);
}

/* Which character of a each of b is, as letters: "." none. */
static char *aligned(const char *a, const char *b)
{
    g_autoptr(Ink) x = ink_new(a, strlen(a));
    g_autoptr(Ink) y = ink_new(b, strlen(b));
    g_autofree uint32_t *answer = ink_align(x, y);
    GString *text = g_string_new(NULL);
    uint32_t last = 0;
    for (uint32_t i = 0; i < y->n; i++) {
        if (answer[i] != UINT32_MAX) {
            g_assert_cmpuint(answer[i], <, x->n);
            g_assert_true(i == 0 || answer[i] >= last);
            last = answer[i];
            g_string_append_unichar(text, x->character[answer[i]]);
        } else {
            g_string_append_c(text, '.');
        }
    }
    return g_string_free(text, FALSE);
}

static void assert_aligned(const char *a, const char *b, const char *expected)
{
    g_autofree char *got = aligned(a, b);
    g_assert_cmpstr(got, ==, expected);
}

static void test_align(void)
{
    assert_aligned("The harbour was opened.", "The  harbour\nwas opened .", "Theharbourwasopened.");
    /* two for one are no place, one for one is */
    assert_aligned("He said \"nothing at all of it mattered\" then.", "He said ''nothing at all of it mattered'' then.",
                   "Hesaid..nothingatallofitmattered..then.");
    assert_aligned("He said \"nothing at all of it mattered\".", "He said “nothing at all of it mattered”.",
                   "Hesaid\"nothingatallofitmattered\".");
    /* what only b has, before and in the middle */
    assert_aligned("Ministers from both coasts signed it.", "HOME | NEWS Ministers from both coasts signed it.",
                   ".........Ministersfrombothcoastssignedit.");
    /* what only a has */
    assert_aligned("HOME | NEWS Ministers from both coasts signed it.", "Ministers from both coasts signed it.",
                   "Ministersfrombothcoastssignedit.");
    assert_aligned("", "abc", "...");
    assert_aligned("abc", "", "");
    assert_aligned("alpha beta", "gamma rays and so on", "................");
}

/* A text that repeats itself must neither hang nor cross itself. */
static void test_repeated(void)
{
    g_autoptr(GString) a = g_string_new(NULL), b = NULL;
    for (int i = 0; i < 3000; i++)
        g_string_append(a, "ab ab ab ");
    b = g_string_new("x");
    g_string_append(b, a->str);
    g_autofree char *got = aligned(a->str, b->str);
    g_assert_cmpuint(strlen(got), ==, 18001);
    g_assert_true(got[0] == '.' && got[1] == 'a' && got[18000] == 'b');
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/ink/places", test_places);
    g_test_add_func("/ink/align", test_align);
    g_test_add_func("/ink/repeated", test_repeated);
    return g_test_run();
}
