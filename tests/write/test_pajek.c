/* test_pajek.c - Pajek: labels, places, one section of links, two modes. */
#include "sample.h"

static void test_shape(void)
{
    g_autoptr(Sample) s = sample_small(0, true);
    g_autofree char *text = sample_write(s, write_pajek, "a.net", NULL);
    const char *vertices = strstr(text, "*Vertices");
    g_assert_true(g_str_has_prefix(text, "% entente 0.1.0"));
    sample_assert_has(text, "\n% A small <world> & \"more\" -- ✓\n*Vertices 4\n");
    g_assert_cmpstr(vertices, ==,
                    "*Vertices 4\n"
                    "1 \"Nguyễn Văn A\" 0.0500 0.0500 0.5\n2 \"B\" 0.3500 0.0786 0.5\n"
                    "3 \"C\" 0.6500 0.1643 0.5\n4 \"D\" 0.9500 0.3071 0.5\n"
                    "*Edges\n1 2 1.5\n1 3 0.5\n2 3 0.5\n");
}

static void test_labels(void)
{
    const char *const pairs[] = {"A x", "B x", "C x", "D x", "E x", NULL};
    g_autoptr(Sample) s = sample_new(pairs);
    sample_name(s, "A", "say \"yes\"\r\nnow \\");
    sample_name(s, "B", "same");
    sample_name(s, "C", "same");
    sample_name(s, "D", "same (2)"); /* what the second would be called */
    sample_name(s, "E", "\"same\"\x01");
    sample_project(s, 0, false);
    g_autofree char *text = sample_write(s, write_pajek, "a.net", NULL);
    sample_assert_has(text, "1 \"say 'yes' now /\"\n2 \"same\"\n3 \"same (2)\"\n4 \"same (2) (2)\"\n"
                            "5 \"'same'\xEF\xBF\xBD\"\n");
}

static void test_two_mode(void)
{
    g_autoptr(Sample) s = sample_small(0, true);
    sample_bloc(s, "ASEAN", "drill", "host");
    s->export.two_mode = true;
    g_autofree char *text = sample_write(s, write_pajek, "a.net", NULL);
    sample_assert_has(text, "*Vertices 8 5\n");
    sample_assert_has(text, "5 \"ASEAN\"\n6 \"Talk on “cyber” & peace\"\n7 \"drill\"\n8 \"dinner\"\n*Edges\n1 6 1\n");
    sample_assert_has(text, "\n5 7 1\n");
    g_assert_cmpuint(sample_count(strstr(text, "*Edges"), "\n"), ==, 8); /* six cells, a bloc, the line itself */
}

static void test_small(void)
{
    const char *const nothing[] = {NULL}, *const one[] = {"A x", NULL};
    g_autoptr(Sample) none = sample_new(nothing);
    g_autoptr(Sample) single = sample_new(one);
    none->export.title = NULL;
    sample_project(none, 0, false);
    sample_project(single, 0, true);
    g_autofree char *empty = sample_write(none, write_pajek, "a.net", NULL);
    g_autofree char *alone = sample_write(single, write_pajek, "b.net", NULL);
    sample_assert_has(empty, "\n*Vertices 0\n*Edges\n");
    sample_assert_has(alone, "*Vertices 1\n1 \"A\" 0.0500 0.0500 0.5\n*Edges\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/write/pajek/shape", test_shape);
    g_test_add_func("/write/pajek/labels", test_labels);
    g_test_add_func("/write/pajek/two-mode", test_two_mode);
    g_test_add_func("/write/pajek/small", test_small);
    return g_test_run();
}
