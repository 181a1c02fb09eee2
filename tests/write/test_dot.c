/* test_dot.c - DOT as data: what Gephi's reader must not meet, and what Graphviz reads back. */
#include "sample.h"
#include <graphviz/cgraph.h>

/* Gephi sees no nodes after a top-level graph, node or edge statement. */
static void assert_no_statements(const char *text)
{
    g_auto(GStrv) line = g_strsplit(text, "\n", -1);
    for (size_t i = 0; line[i]; i++) {
        g_strstrip(line[i]);
        g_assert_false(g_str_has_prefix(line[i], "node ") || g_str_has_prefix(line[i], "edge ") ||
                       g_str_has_prefix(line[i], "subgraph") || g_str_has_prefix(line[i], "node\t") ||
                       g_str_has_prefix(line[i], "edge\t") || g_str_has_prefix(line[i], "graph\t"));
        if (g_str_has_prefix(line[i], "graph "))
            g_assert_cmpstr(line[i], ==, "graph entente {");
    }
}

static const char *value(Agraph_t *graph, const char *node, const char *attribute)
{
    Agnode_t *n = agnode(graph, (char *)node, 0);
    g_assert_nonnull(n);
    return agget(n, (char *)attribute);
}

static void test_read_back(void)
{
    for (int two_mode = 0; two_mode < 2; two_mode++) {
        g_autoptr(Sample) s = sample_small(MEASURE_SET_ALL, true);
        s->export.two_mode = two_mode;
        g_autofree char *text = sample_write(s, write_dot_data, "a.dot", NULL);
        g_assert_true(g_str_has_prefix(text, "// encoding: UTF-8 ✓ é\n// entente 0.1.0"));
        assert_no_statements(text);
        sample_assert_lacks(text, "#4477aa");
        Agraph_t *graph = agmemread(text);
        g_assert_nonnull(graph);
        g_assert_cmpint(agnnodes(graph), ==, two_mode ? 7 : 4);
        g_assert_cmpint(agnedges(graph), ==, two_mode ? 6 : 3);
        g_assert_cmpstr(value(graph, "n0", "label"), ==, "Nguyễn Văn A");
        g_assert_cmpstr(value(graph, "n0", "events"), ==, "2");
        if (two_mode)
            g_assert_cmpstr(value(graph, "n4", "bipartite"), ==, "true");
        else
            g_assert_cmpstr(value(graph, "n1", "pos"), ==, "10.5,99.25");
        agclose(graph);
    }
}

static void test_colour(void)
{
    g_autoptr(Sample) s = sample_small(MEASURE_SET_ALL, true);
    g_autofree char *text = sample_write(s, write_dot_data, "a.dot", NULL);
    sample_assert_has(text, "color=\"0.58333 0.60000 0.66667\""); /* #4477aa */
    sample_assert_has(text, "color=\"0.00000 0.00000 0.62745\""); /* #a0a0a0: no hue */
}

static void test_empty(void)
{
    const char *const nothing[] = {NULL};
    g_autoptr(Sample) s = sample_new(nothing);
    sample_project(s, 0, false);
    g_autofree char *text = sample_write(s, write_dot_data, "a.dot", NULL);
    Agraph_t *graph = agmemread(text);
    g_assert_nonnull(graph);
    g_assert_cmpint(agnnodes(graph), ==, 0);
    agclose(graph);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/write/dot/read-back", test_read_back);
    g_test_add_func("/write/dot/colour", test_colour);
    g_test_add_func("/write/dot/empty", test_empty);
    return g_test_run();
}
