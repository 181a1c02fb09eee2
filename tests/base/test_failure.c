/* test_failure.c - failures with a place: the line, the caret, the way out. */
#include "failure.h"
#include "support.h"
#include <string.h>

static void test_with_a_line(void)
{
    char *folder = support_folder();
    g_autofree char *path = support_file(folder, "a.xml", "<TEI>\n  <p>Nguyễn <b</p>\n");
    g_autoptr(GError) error = NULL;
    failure_set(&error, ERROR_IO, (Place){g_intern_string(path), 2, 13}, "malformed", "close the tag", "a tag is open");
    g_autofree char *wanted =
        g_strdup_printf("%s:2:13: error: a tag is open [malformed]\n  2 |   <p>Nguyễn <b</p>\n    |             ^\n"
                        "  help: close the tag", path);
    g_assert_error(error, ENTENTE_ERROR, ERROR_IO);
    g_assert_cmpstr(error->message, ==, wanted);
    support_remove_folder(folder);
}

static void test_without_a_line(void)
{
    g_autoptr(GError) error = NULL;
    failure_set(&error, ERROR_IO, (Place){"gone.xml", 0, 0}, "unreadable", "check the name", "cannot be read");
    g_assert_cmpstr(error->message, ==, "gone.xml: error: cannot be read [unreadable]\n  help: check the name");
}

static void test_hostile_words(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *longest = g_strnfill(5000, 'x');
    failure_set(&error, ERROR_IO, (Place){"a\033.xml", 0, 0}, "too-long", "cut it", "\033[31m%s", longest);
    g_assert_null(strchr(error->message, '\033'));
    g_assert_cmpuint(strlen(error->message), <, 600);
    failure_set(NULL, ERROR_IO, (Place){"a.xml", 0, 0}, "too-long", "cut it", "nobody listens");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/failure/with a line", test_with_a_line);
    g_test_add_func("/failure/without a line", test_without_a_line);
    g_test_add_func("/failure/hostile words", test_hostile_words);
    return g_test_run();
}
