/* test_line.c - a text that grows. */
#include "line.h"

static void test_line(void)
{
    g_auto(Line) line = {0};
    g_autoptr(GString) same = g_string_new(NULL);
    for (unsigned i = 0; i < 3000; i++) {
        line_text(&line, "some ");
        line_bytes(&line, "words and more", i % 14);
        line_number(&line, (uint64_t)i * i * i);
        line_printf(&line, "%s%u", "x", i);
        g_string_append_printf(same, "some %.*s%" G_GUINT64_FORMAT "x%u", (int)(i % 14), "words and more",
                               (uint64_t)i * i * i, i);
        g_assert_cmpuint(line.text[line.n], ==, '\0');
    }
    g_assert_cmpstr(line.text, ==, same->str);
    g_assert_cmpuint(line.n, ==, same->len);
    line_clear(&line);
    line_number(&line, UINT64_MAX);
    line_number(&line, 0);
    g_assert_cmpstr(line.text, ==, "184467440737095516150");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/write/line/line", test_line);
    return g_test_run();
}
