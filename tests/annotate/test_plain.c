/* test_plain.c - paragraphs by blank lines, by lines, and where lines were broken at a width. */
#include "plain.h"
#include <string.h>

/* "0-5 7-9": bytes of the blocks. */
static void expect(const char *text, const char *want)
{
    g_autoptr(Draft) d = draft_new("test", text, strlen(text));
    g_autoptr(GString) got = g_string_new(NULL);
    plain_blocks(d, 0);
    for (guint i = 0; i < d->block->len; i++)
        g_string_append_printf(got, "%s%u-%u", i ? " " : "", draft_block(d, i)->from, draft_block(d, i)->to);
    g_assert_cmpstr(got->str, ==, want);
}

static void test_lines(void)
{
    expect("", "");
    expect("\n \n\t\n", "");
    expect("one", "0-3");
    expect("one\ntwo\n", "0-3 4-7");
    expect("one\n\n  two \n", "0-3 7-10");
    expect("\xC2\xA0one\xC2\xA0", "2-5"); /* no-break spaces at the ends */
}

static void test_broken(void)
{
    const char *wide = "The harbour of the town was closed for a week because\n"
                       "of the drill that the ministry and the navy held when\n"
                       "the wind was low.\n"
                       "- one thing\n";
    g_autoptr(Draft) d = draft_new("test", wide, strlen(wide));
    plain_blocks(d, 0);
    g_assert_cmpuint(d->block->len, ==, 2); /* three lines are one paragraph; an item is its own */
    g_assert_true(g_str_has_prefix(d->text + draft_block(d, 1)->from, "- one"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/plain/lines", test_lines);
    g_test_add_func("/plain/broken", test_broken);
    return g_test_run();
}
