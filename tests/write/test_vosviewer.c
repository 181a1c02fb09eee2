/* test_vosviewer.c - VOSviewer: columns, what is never empty, labels, clusters, links. */
#include "sample.h"

/* As many tabs in every line; returns the number of lines. */
static size_t check_columns(const char *text)
{
    g_auto(GStrv) line = g_strsplit(text, "\n", -1);
    size_t n = 0;
    for (; line[n] && *line[n]; n++)
        g_assert_cmpuint(sample_count(line[n], "\t"), ==, sample_count(line[0], "\t"));
    return n;
}

static void test_map(void)
{
    g_autoptr(Sample) s = sample_small(MEASURE_SET_ALL, true);
    g_autofree char *text = sample_write(s, write_vosviewer_map, "a.txt", NULL);
    g_assert_true(g_str_has_prefix(text, "id\tlabel\tdescription\tx\ty\tcluster\tweight<events>\tweight<degree>\t"));
    sample_assert_has(text, "\tweight<strength>\t");
    sample_assert_has(text, "\tscore<betweenness>\t");
    sample_assert_lacks(text, "<community>");
    sample_assert_lacks(text, "<size>");
    sample_assert_has(text, "\n1\t\"Nguyễn Văn A\"\t\"official\"\t0\t100.25\t1\t2\t2\t");
    sample_assert_has(text, "\n4\t\"D\"\t\"official\"\t31.5\t91.25\t");
    g_assert_cmpuint(check_columns(text), ==, 5);
}

static void test_labels(void)
{
    g_autoptr(Sample) s = sample_new(sample_pairs);
    sample_name(s, "A", "a; \"b\", <i>c</i>\td\r\ne");
    sample_actor(s, "B")->type = ACTOR_COUNTRY;
    sample_actor(s, "C")->type = ACTOR_COUNTRY;
    sample_name(s, "B", "<Cook> & \"Niue\"");
    s->made->corpus->event[0].type = sample_text(s, "<b>talk</b> & \"more\"");
    sample_project(s, 0, false);
    g_autofree char *text = sample_write(s, write_vosviewer_map, "a.txt", NULL);
    sample_assert_has(text, "id\tlabel\tdescription\tweight<events>\n1\t\"a; 'b', <i>c</i> d  e\"\t\"official\"\t2\n");
    sample_assert_has(text, "2\t\"<Cook> & 'Niue'\"\t\"country\"\t2\n");
    g_assert_cmpuint(check_columns(text), ==, 5);
    s->export.two_mode = true;
    g_autofree char *events = sample_write(s, write_vosviewer_map, "b.txt", NULL);
    sample_assert_has(events, "\t\"&lt;b>talk&lt;/b> &amp; 'more'\"\t"); /* a description is HTML there */
}

static void test_network(void)
{
    g_autoptr(Sample) s = sample_small(0, false);
    g_autofree char *text = sample_write(s, write_vosviewer_network, "a.txt", NULL);
    g_assert_cmpstr(text, ==, "1\t2\t1.5\n1\t3\t0.5\n2\t3\t0.5\n");
}

static void test_two_mode(void)
{
    g_autoptr(Sample) s = sample_small(MEASURE_SET_ALL, true);
    sample_bloc(s, "ASEAN", "drill", "host");
    s->export.two_mode = true;
    g_autofree char *map = sample_write(s, write_vosviewer_map, "a.txt", NULL);
    g_autofree char *network = sample_write(s, write_vosviewer_network, "b.txt", NULL);
    g_assert_cmpuint(check_columns(map), ==, 9);
    g_assert_cmpuint(check_columns(network), ==, 7);
    g_assert_true(g_str_has_prefix(network, "1\t6\t1\n"));
    sample_assert_lacks(map, "\tx\ty\t");
    sample_assert_has(map, "\n8\t\"dinner\"\t");
    sample_assert_has(map, "\tweight<events>\tweight<participants>\t");
    sample_assert_has(map, "\n7\t\"drill\"\t\"\"\t\t0\t4\t0\t"); /* an event has no group, no partners, and that is 0 */
}

static void test_empty(void)
{
    const char *const nothing[] = {NULL};
    g_autoptr(Sample) s = sample_new(nothing);
    sample_project(s, 0, false);
    g_autofree char *map = sample_write(s, write_vosviewer_map, "a.txt", NULL);
    g_autofree char *network = sample_write(s, write_vosviewer_network, "b.txt", NULL);
    g_assert_cmpstr(map, ==, "id\tlabel\tdescription\tweight<events>\n");
    g_assert_cmpstr(network, ==, "");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/write/vosviewer/map", test_map);
    g_test_add_func("/write/vosviewer/labels", test_labels);
    g_test_add_func("/write/vosviewer/network", test_network);
    g_test_add_func("/write/vosviewer/two-mode", test_two_mode);
    g_test_add_func("/write/vosviewer/empty", test_empty);
    return g_test_run();
}
