/* test_json.c - JSON in three dialects, read back by another library. */
#include "sample.h"
#include <jansson.h>

static json_t *read_back(Sample *s, bool (*write)(const Export *, Output *, GError **))
{
    json_error_t error;
    g_autofree char *text = sample_write(s, write, "a.json", NULL);
    json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, &error);
    if (!root)
        g_error("%s\n%s", error.text, text);
    return root;
}

static const char *text_at(json_t *object, const char *key) { return json_string_value(json_object_get(object, key)); }

static void test_node_link(void)
{
    g_autoptr(Sample) s = sample_small(MEASURE_SET_ALL, true);
    json_t *root = read_back(s, write_json_node_link);
    g_assert_true(json_is_false(json_object_get(root, "directed")));
    g_assert_cmpstr(text_at(json_object_get(root, "graph"), "title"), ==, "A small <world> & \"more\" -- ✓");
    g_assert_true(g_str_has_prefix(text_at(json_object_get(root, "graph"), "provenance"), "entente 0.1.0"));
    json_t *node = json_array_get(json_object_get(root, "nodes"), 0),
           *edge = json_array_get(json_object_get(root, "edges"), 0);
    g_assert_cmpuint(json_array_size(json_object_get(root, "nodes")), ==, 4);
    g_assert_cmpuint(json_array_size(json_object_get(root, "edges")), ==, 3);
    g_assert_cmpstr(text_at(node, "id"), ==, "n0");
    g_assert_cmpstr(text_at(node, "label"), ==, "Nguyễn Văn A");
    g_assert_cmpstr(text_at(node, "type"), ==, "official");
    g_assert_cmpint(json_integer_value(json_object_get(node, "degree")), ==, 2);
    g_assert_cmpstr(text_at(edge, "source"), ==, "n0");
    g_assert_cmpstr(text_at(edge, "target"), ==, "n1");
    g_assert_true(json_number_value(json_object_get(edge, "weight")) == 1.5);
    g_assert_cmpstr(text_at(edge, "quote"), ==, "A & B met; <both> said \"yes\".");
    g_assert_null(json_object_get(json_array_get(json_object_get(root, "nodes"), 3), "constraint"));
    json_decref(root);
}

static void test_graphology(void)
{
    g_autoptr(Sample) s = sample_small(MEASURE_SET_ALL, true);
    json_t *root = read_back(s, write_json_graphology);
    g_assert_cmpstr(text_at(json_object_get(root, "options"), "type"), ==, "undirected");
    json_t *node = json_array_get(json_object_get(root, "nodes"), 1),
           *edge = json_array_get(json_object_get(root, "edges"), 2);
    json_t *of_node = json_object_get(node, "attributes");
    g_assert_cmpstr(text_at(node, "key"), ==, "n1");
    g_assert_cmpstr(text_at(edge, "key"), ==, "e2");
    g_assert_cmpstr(text_at(of_node, "kind"), ==, "official");
    g_assert_null(json_object_get(of_node, "type")); /* sigma would look for a program of that name */
    g_assert_true(json_number_value(json_object_get(of_node, "y")) == 99.25);
    g_assert_cmpint(json_integer_value(json_object_get(json_object_get(edge, "attributes"), "n_events")), ==, 1);
    json_decref(root);
}

static void test_cytoscape(void)
{
    g_autoptr(Sample) s = sample_small(MEASURE_SET_ALL, true);
    json_t *root = read_back(s, write_json_cytoscape);
    json_t *elements = json_object_get(root, "elements");
    json_t *node = json_array_get(json_object_get(elements, "nodes"), 1);
    json_t *edge = json_object_get(json_array_get(json_object_get(elements, "edges"), 0), "data");
    g_assert_cmpstr(text_at(json_object_get(node, "data"), "id"), ==, "n1");
    g_assert_null(json_object_get(json_object_get(node, "data"), "x"));
    g_assert_true(json_number_value(json_object_get(json_object_get(node, "position"), "x")) == 10.5);
    g_assert_true(json_number_value(json_object_get(json_object_get(node, "position"), "y")) == -99.25); /* downwards */
    g_assert_cmpstr(text_at(edge, "id"), ==, "e0");
    g_assert_cmpstr(text_at(edge, "target"), ==, "n1");
    json_decref(root);
    s->export.layout = NULL;
    root = read_back(s, write_json_cytoscape);
    node = json_array_get(json_object_get(json_object_get(root, "elements"), "nodes"), 1);
    g_assert_null(json_object_get(node, "position"));
    json_decref(root);
}

static void test_two_mode(void)
{
    g_autoptr(Sample) s = sample_small(MEASURE_SET_ALL, true);
    s->export.two_mode = true;
    json_t *root = read_back(s, write_json_node_link);
    json_t *nodes = json_object_get(root, "nodes"), *edges = json_object_get(root, "edges");
    g_assert_cmpuint(json_array_size(nodes), ==, 7);
    g_assert_cmpuint(json_array_size(edges), ==, 6);
    g_assert_true(json_is_true(json_object_get(json_array_get(nodes, 4), "bipartite")));
    g_assert_true(json_is_false(json_object_get(json_array_get(nodes, 3), "bipartite")));
    g_assert_cmpstr(text_at(json_array_get(edges, 0), "role"), ==, "attendee");
    json_decref(root);
}

static void test_hostile(void)
{
    static const char *const name[] = {"ends in \\", "quote \" and \t tab", "line\r\nend", "bell \x07 \xff"};
    static const char *const there[] = {"ends in \\", "quote \" and \t tab", "line\r\nend",
                                        "bell \xEF\xBF\xBD \xEF\xBF\xBD"};
    g_autoptr(Sample) s = sample_new(sample_pairs);
    for (size_t i = 0; i < 4; i++)
        sample_name(s, (const char[]){(char)('A' + i), '\0'}, name[i]);
    sample_project(s, 0, false);
    json_t *root = read_back(s, write_json_node_link);
    for (size_t i = 0; i < 4; i++)
        g_assert_cmpstr(text_at(json_array_get(json_object_get(root, "nodes"), i), "label"), ==, there[i]);
    json_decref(root);
}

static void test_empty(void)
{
    const char *const nothing[] = {NULL};
    bool (*const write[])(const Export *, Output *, GError **) = {write_json_node_link, write_json_graphology,
                                                                  write_json_cytoscape};
    for (size_t i = 0; i < G_N_ELEMENTS(write); i++) {
        g_autoptr(Sample) s = sample_new(nothing);
        s->export.title = NULL;
        sample_project(s, 0, false);
        json_decref(read_back(s, write[i]));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/write/json/node-link", test_node_link);
    g_test_add_func("/write/json/graphology", test_graphology);
    g_test_add_func("/write/json/cytoscape", test_cytoscape);
    g_test_add_func("/write/json/two-mode", test_two_mode);
    g_test_add_func("/write/json/hostile", test_hostile);
    g_test_add_func("/write/json/empty", test_empty);
    return g_test_run();
}
