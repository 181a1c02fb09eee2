/* test_phrase.c - texts made ready once: the right one every time, however many there are. */
#include "phrase.h"

static unsigned n_escaped;

static void escape(Line *out, const char *text, size_t length)
{
    n_escaped++;
    line_text(out, "<");
    line_bytes(out, text, length);
    line_text(out, ">");
}

static void test_many(void)
{
    enum { MANY = 50000 };
    g_autoptr(Phrases) phrases = phrases_new(escape);
    g_autofree char *text = g_malloc(MANY * 8);
    g_auto(Line) line = {0};
    for (int i = 0; i < MANY; i++)
        g_snprintf(text + 8 * i, 8, "t%d", i);
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < MANY; i++) {
            g_autofree char *want = g_strdup_printf("<t%d>", i);
            line_clear(&line);
            phrases_append(phrases, &line, text + 8 * i);
            g_assert_cmpstr(line.text, ==, want);
        }
}

static void test_once(void)
{
    g_autoptr(Phrases) phrases = phrases_new(escape);
    g_auto(Line) line = {0};
    static const char text[] = "title";
    n_escaped = 0;
    for (int i = 0; i < 100; i++)
        phrases_append(phrases, &line, text);
    g_assert_cmpuint(n_escaped, ==, 1);
    g_assert_cmpuint(line.n, ==, 700);
}

static void test_dirty(void)
{
    g_autoptr(Phrases) phrases = phrases_new(NULL);
    g_auto(Line) line = {0};
    phrases_append(phrases, &line, "a\x01\xff");
    phrases_append(phrases, &line, "Nguyễn");
    g_assert_cmpstr(line.text, ==, "a\xEF\xBF\xBD\xEF\xBF\xBDNguyễn");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/write/phrase/many", test_many);
    g_test_add_func("/write/phrase/once", test_once);
    g_test_add_func("/write/phrase/dirty", test_dirty);
    return g_test_run();
}
