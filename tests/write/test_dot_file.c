/* test_dot_file.c - what cgraph cannot write, and how it is written all the same. */
#include "dot_file.h"
#include "support.h"
#include <graphviz/cgraph.h>
#include <string.h>

/* The text of a label after cgraph has read the file again; NULL where it could not. */
static char *there_and_back(const char *label, char **file_text)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(DotFile) file = dot_file_new();
    char *folder = support_folder();
    g_autofree char *path = g_build_filename(folder, "a.dot", NULL);
    int attribute = dot_file_attribute(file, DOT_NODE, "label", "");
    int weight = dot_file_attribute(file, DOT_EDGE, "weight", "");
    dot_file_node(file);
    dot_file_set(file, attribute, label);
    dot_file_node(file);
    dot_file_edge(file, 0, 1);
    dot_file_set(file, weight, "0.5");
    g_autoptr(Output) out = output_open(path, false, &error);
    const char *const comment[] = {"encoding: UTF-8 ✓ é"};
    g_assert_true(dot_file_write(file, comment, 1, out, &error));
    g_assert_true(output_commit(out, &error));
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    support_remove_folder(folder);
    Agraph_t *graph = agmemread(text);
    char *back = NULL;
    if (graph) {
        char name[] = "n0", what[] = "label";
        char *read = agnode(graph, name, 0) ? agget(agnode(graph, name, 0), what) : NULL;
        back = g_strdup(read ? read : "");
        g_assert_cmpint(agnnodes(graph), ==, 2);
        g_assert_cmpint(agnedges(graph), ==, 1);
        agclose(graph);
    }
    if (file_text)
        *file_text = g_steal_pointer(&text);
    return back;
}

static void test_texts(void)
{
    static const char *const pair[][2] = {
        {"plain", "plain"},
        {"say \"yes\"", "say \"yes\""},
        {"ends in \\", "ends in \\\\"},
        {"\\\"", "\\\\\""},
        {"\\N is no name", "\\\\N is no name"},
        {"%lost", "%lost"},
        {"node", "node"},
        {"edge", "edge"},
        {"<b>html</b>", "<b>html</b>"},
        {"<<b>x</b>>", "<<b>x</b>>"},
        {"two\nlines", "two\\nlines"},
        {"dos\r\nlines", "dos \\nlines"},
        {"backslash\\\nthen line", "backslash\\\\\\nthen line"},
        {"مرحبا", "مرحبا"},
        {"Nguyễn Thị Ánh", "Nguyễn Thị Ánh"},
        {"// no comment /* */ # ; -- ->", "// no comment /* */ # ; -- ->"},
        {"a:b", "a:b"},
        {"-.5", "-.5"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(pair); i++) {
        g_autofree char *back = there_and_back(pair[i][0], NULL);
        g_assert_cmpstr(back, ==, pair[i][1]);
    }
}

/* agwrite breaks long texts with a backslash and a line end, which only Graphviz understands. */
static void test_long_line(void)
{
    g_autoptr(GString) label = g_string_new(NULL);
    for (int i = 0; i < 200; i++)
        g_string_append(label, "some words; and \"quotes\" ");
    g_autofree char *text = NULL;
    g_autofree char *back = there_and_back(label->str, &text);
    g_assert_cmpstr(back, ==, label->str);
    g_assert_null(strstr(text, "\\\n"));
}

/* Words that Graphviz would leave bare are quoted where another reader may stumble over them. */
static void test_quotes(void)
{
    g_autofree char *text = NULL;
    g_autofree char *back = there_and_back("😀", &text);
    g_assert_cmpstr(back, ==, "😀");
    g_assert_nonnull(strstr(text, "label=\"😀\""));
    g_assert_nonnull(strstr(text, "weight=0.5"));
}

static void test_too_long(void)
{
    static const char *const unit[] = {"a", "\"", "\\", "ễ", "a ễ\"\n"};
    for (size_t u = 0; u < G_N_ELEMENTS(unit); u++) {
        g_autoptr(GString) label = g_string_new(NULL);
        while (label->len < 20000)
            g_string_append(label, unit[u]);
        g_autofree char *text = NULL;
        g_autofree char *back = there_and_back(label->str, &text);
        g_autofree char *said = g_strdup_printf("… (cut: %zu bytes)", label->len);
        g_assert_nonnull(back);
        g_assert_true(g_str_has_suffix(back, said));
        g_assert_true(g_utf8_validate(back, -1, NULL));
        g_assert_cmpuint(strlen(back), >, 7000);
        g_assert_cmpuint(strlen(text), <, DOT_LONGEST + 200);
    }
    g_autofree char *longest = g_strnfill(15000, 'x');
    g_autofree char *back = there_and_back(longest, NULL);
    g_assert_cmpstr(back, ==, longest);
}

static void test_full_disk(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(DotFile) file = dot_file_new();
    int attribute = dot_file_attribute(file, DOT_NODE, "label", "");
    g_autofree char *label = g_strnfill(10000, 'x');
    for (int i = 0; i < 20; i++) {
        label[0] = (char)('a' + i);
        dot_file_node(file);
        dot_file_set(file, attribute, label);
    }
    g_autoptr(Output) out = output_open("/dev/full", true, &error);
    if (!out) {
        g_test_skip("no /dev/full");
        return;
    }
    g_assert_true(dot_file_write(file, NULL, 0, out, &error)); /* one message, and it is commit's */
    g_assert_false(output_commit(out, &error));
    g_assert_nonnull(error);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/write/dot_file/texts", test_texts);
    g_test_add_func("/write/dot_file/long-line", test_long_line);
    g_test_add_func("/write/dot_file/quotes", test_quotes);
    g_test_add_func("/write/dot_file/too-long", test_too_long);
    g_test_add_func("/write/dot_file/full-disk", test_full_disk);
    return g_test_run();
}
