/* test_styled_dot.c - DOT to be drawn: Graphviz takes it as it is. */
#include "sample.h"
#include <graphviz/cgraph.h>

static const char *value(Agraph_t *graph, const char *node, const char *attribute)
{
    return agget(agnode(graph, (char *)node, 0), (char *)attribute);
}

static void test_free(void)
{
    g_autoptr(Sample) s = sample_small(MEASURE_SET_ALL, false);
    sample_actor(s, "B")->type = ACTOR_COUNTRY;
    g_autofree char *text = sample_write(s, write_dot_styled, "a.gv", NULL);
    Agraph_t *graph = agmemread(text);
    g_assert_nonnull(graph);
    g_assert_cmpstr(agget(graph, (char *)"layout"), ==, "sfdp");
    g_assert_cmpstr(agget(graph, (char *)"label"), ==, "A small <world> & \"more\" -- ✓");
    g_assert_cmpstr(value(graph, "n0", "shape"), ==, "triangle");
    g_assert_cmpstr(value(graph, "n1", "shape"), ==, "circle");
    g_assert_cmpstr(value(graph, "n0", "xlabel"), ==, "Nguyễn Văn A");
    g_assert_cmpstr(value(graph, "n0", "tooltip"), ==, "Nguyễn Văn A\\nofficial\\n2 events");
    Agedge_t *edge = agfstout(graph, agnode(graph, (char *)"n0", 0));
    g_assert_cmpstr(agget(edge, (char *)"penwidth"), ==, "5.50");
    g_assert_nonnull(strstr(agget(edge, (char *)"tooltip"), "Talk on “cyber” & peace; drill\\nA & B met; <both>"));
    agclose(graph);
}

static void test_laid_out(void)
{
    g_autoptr(Sample) s = sample_small(MEASURE_SET_ALL, true);
    g_autofree char *text = sample_write(s, write_dot_styled, "a.gv", NULL);
    Agraph_t *graph = agmemread(text);
    g_assert_nonnull(graph);
    g_assert_cmpstr(agget(graph, (char *)"layout"), ==, "neato");
    g_assert_cmpstr(value(graph, "n1", "pos"), ==, "10.50,99.25!");
    g_assert_cmpstr(value(graph, "n0", "xlabel"), ==, "Nguyễn Văn A");
    g_assert_cmpstr(value(graph, "n1", "xlabel"), ==, ""); /* font 0: not labelled, but in the tooltip */
    g_assert_cmpstr(value(graph, "n1", "label"), ==, "");  /* said, else Graphviz shows the id */
    g_assert_true(g_str_has_prefix(value(graph, "n1", "tooltip"), "B\\n"));
    g_assert_cmpstr(value(graph, "n0", "fillcolor"), ==, "#4477aa");
    agclose(graph);
}

static void test_two_mode(void)
{
    g_autoptr(Sample) s = sample_small(MEASURE_SET_ALL, true);
    s->export.two_mode = true;
    g_autofree char *text = sample_write(s, write_dot_styled, "a.gv", NULL);
    Agraph_t *graph = agmemread(text);
    g_assert_nonnull(graph);
    g_assert_cmpstr(agget(graph, (char *)"layout"), ==, "sfdp"); /* the layout is of actors alone */
    g_assert_cmpstr(value(graph, "n4", "shape"), ==, "box");
    agclose(graph);
}

/* Graphviz itself draws every kind of file without a word of complaint. */
static void test_drawn(void)
{
    g_autofree char *dot = g_find_program_in_path("dot");
    if (!dot) {
        g_test_skip("no dot: styled files are not drawn");
        return;
    }
    for (int k = 0; k < 3; k++) {
        g_autoptr(Sample) s = sample_small(MEASURE_SET_ALL, k == 1);
        s->export.two_mode = k == 2;
        g_autofree char *path = NULL, *out = NULL, *words = NULL;
        g_autofree char *text = sample_write(s, write_dot_styled, "a.gv", &path);
        const char *argv[] = {dot, "-Tsvg", path, NULL};
        int status = 0;
        g_assert_true(
            g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, &words, &status, NULL));
        g_assert_cmpint(status, ==, 0);
        g_assert_cmpstr(words, ==, "");
        sample_assert_has(out, "Nguyễn Văn A");
        g_assert_cmpuint(strlen(text), >, 0);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/write/styled_dot/free", test_free);
    g_test_add_func("/write/styled_dot/laid-out", test_laid_out);
    g_test_add_func("/write/styled_dot/two-mode", test_two_mode);
    g_test_add_func("/write/styled_dot/drawn", test_drawn);
    return g_test_run();
}
