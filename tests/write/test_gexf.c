/* test_gexf.c - GEXF: the schemas, what stands where, time, looks, escapes. */
#include "sample.h"

static bool validates(const char *schema, const char *path, const char *text)
{
    g_autofree char *xmllint = g_find_program_in_path("xmllint");
    const char *argv[] = {xmllint, "--nonet", "--noout", "--relaxng", schema, path, NULL};
    g_autofree char *words = NULL;
    int status = 0;
    g_assert_true(g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &words, &status, NULL));
    if (status != 0)
        g_test_message("%s\n%s", words, text);
    return status == 0;
}

/* The schema of 1.2 looks for viz: in the wrong namespace: checked without. */
static void strip_looks(const char *path, const char *text)
{
    g_autoptr(GRegex) viz = g_regex_new("<viz:[^>]*>", 0, 0, NULL);
    g_autofree char *stripped = g_regex_replace_literal(viz, text, -1, 0, "", 0, NULL);
    g_assert_true(g_file_set_contents(path, stripped, -1, NULL));
}

static void test_schema(void)
{
    g_autofree char *schema = support_shared("schemas/gexf-1.3/gexf.rng");
    g_autofree char *old_schema = support_shared("schemas/gexf-1.2draft/gexf.rng");
    g_autofree char *xmllint = g_find_program_in_path("xmllint");
    if (!schema || !old_schema || !xmllint) {
        g_test_skip("no schema or no xmllint: GEXF is not validated");
        return;
    }
    for (int i = 0; i < 8; i++) {
        g_autoptr(Sample) s = sample_small(i & 4 ? MEASURE_SET_ALL : 0, true);
        if (i & 4)
            sample_bloc(s, "ASEAN", "drill", "host");
        s->export.two_mode = i & 1;
        s->export.gexf_1_2 = i & 2;
        g_autofree char *path = NULL;
        g_autofree char *text = sample_write(s, write_gexf, "a.gexf", &path);
        if (i & 2)
            strip_looks(path, text);
        g_assert_true(validates(i & 2 ? old_schema : schema, path, text));
    }
}

static void test_shape(void)
{
    g_autoptr(Sample) s = sample_small(MEASURE_SET_ALL, true);
    g_autofree char *text = sample_write(s, write_gexf, "a.gexf", NULL);
    sample_assert_has(text,
                      "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">");
    sample_assert_has(text, "mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"interval\">");
    sample_assert_has(text, "<creator>entente 0.1.0");
    sample_assert_has(text, "<description><![CDATA[A small <world> & \"more\" -- ✓");
    sample_assert_has(text, "<attribute id=\"events\" title=\"events\" type=\"integer\"/>");
    sample_assert_has(text, "<attribute id=\"event_titles\" title=\"event_titles\" type=\"string\"/>");
    sample_assert_has(text, "<node id=\"n0\" label=\"Nguyễn Văn A\"><attvalues><attvalue for=\"name\" value=\"A\"/>");
    sample_assert_has(text, "<spells><spell start=\"2015-04-16\" end=\"2015-04-16\"/>"
                            "<spell start=\"2021-06-01\" end=\"2021-06-30\"/></spells>"
                            "<viz:color r=\"68\" g=\"119\" b=\"170\"/><viz:position x=\"0\" y=\"100.25\" z=\"0\"/>"
                            "<viz:size value=\"7\"/><viz:shape value=\"triangle\"/></node>");
    sample_assert_has(text, "<edge id=\"e0\" source=\"n0\" target=\"n1\" weight=\"1.5\">");
    sample_assert_has(text, "<attvalue for=\"event_titles\" value=\"Talk on “cyber” &amp; peace; drill\"/>");
    sample_assert_has(text, "value=\"A &amp; B met; &lt;both&gt; said &quot;yes&quot;.\"");
    g_assert_cmpuint(sample_count(text, "<node id=\"n"), ==, 4);
    g_assert_cmpuint(sample_count(text, "<edge id=\"e"), ==, 3);
    sample_assert_has(text, "<nodes count=\"4\">");
    sample_assert_has(text, "<edges count=\"3\">");
    const char *alone = strstr(text, "<node id=\"n3\"");
    g_autofree char *row = g_strndup(alone, strcspn(alone, "\n"));
    sample_assert_lacks(row, "spell"); /* its only event is undated */
    /* what GEXF has its own place for is no attribute besides */
    static const char *const special[] = {"label", "x", "y", "size", "color", "weight"};
    for (size_t i = 0; i < G_N_ELEMENTS(special); i++) {
        g_autofree char *attribute = g_strdup_printf("<attribute id=\"%s\"", special[i]);
        sample_assert_lacks(text, attribute);
    }
    sample_assert_lacks(text, " type=\"undirected\"");
    sample_assert_lacks(text, " a=\"");
    sample_assert_lacks(text, "kind=");
}

static void test_version_1_2(void)
{
    g_autoptr(Sample) s = sample_small(0, true);
    s->export.gexf_1_2 = true;
    g_autofree char *text = sample_write(s, write_gexf, "a.gexf", NULL);
    sample_assert_has(text,
                      "<gexf xmlns=\"http://www.gexf.net/1.2draft\" xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" "
                      "version=\"1.2\">");
    sample_assert_has(text, "timeformat=\"date\">");
    sample_assert_lacks(text, "timerepresentation");
}

static void test_without_layout(void)
{
    g_autoptr(Sample) s = sample_small(0, false);
    g_autofree char *text = sample_write(s, write_gexf, "a.gexf", NULL);
    sample_assert_lacks(text, "<viz:color");
    sample_assert_lacks(text, "<viz:position");
    sample_assert_lacks(text, "<viz:size");
    g_assert_cmpuint(sample_count(text, "<viz:shape value=\"triangle\"/>"), ==, 4);
}

static void test_undated(void)
{
    g_autoptr(Sample) s = sample_new(sample_pairs);
    sample_project(s, 0, false);
    g_autofree char *text = sample_write(s, write_gexf, "a.gexf", NULL);
    sample_assert_has(text, " mode=\"static\">");
    sample_assert_lacks(text, "timeformat");
    sample_assert_lacks(text, "spell");
}

static void test_units(void)
{
    g_autoptr(Sample) s = sample_new(sample_pairs);
    for (size_t i = 0; i < s->made->corpus->n_events; i++)
        s->made->corpus->event[i].kind = EVENT_UNIT;
    sample_project(s, 0, false);
    g_autofree char *text = sample_write(s, write_gexf, "a.gexf", NULL);
    sample_assert_has(text, "timeformat=\"double\"");
    sample_assert_has(text, "<spell start=\"1\" end=\"2\"/>");
}

static void test_two_mode(void)
{
    g_autoptr(Sample) s = sample_small(0, true);
    sample_bloc(s, "ASEAN", "drill", "host");
    sample_actor(s, "B")->type = ACTOR_COUNTRY;
    sample_actor(s, "C")->type = ACTOR_AGENCY;
    s->export.two_mode = true;
    g_autofree char *text = sample_write(s, write_gexf, "a.gexf", NULL);
    sample_assert_has(text, "<attvalue for=\"mode\" value=\"event\"/><attvalue for=\"bipartite\" value=\"true\"/>");
    static const char *const shape[] = {"disc", "square", "triangle", "diamond"};
    for (size_t i = 0; i < G_N_ELEMENTS(shape); i++) {
        g_autofree char *looks = g_strdup_printf("<viz:shape value=\"%s\"/>", shape[i]);
        g_assert_cmpuint(sample_count(text, looks), ==, i == 2 ? 2 : 1);
    }
    sample_assert_lacks(text, "viz:position");
    sample_assert_lacks(text, "weight=");
}

static void test_hostile(void)
{
    g_autoptr(Sample) s = sample_new(sample_pairs);
    sample_name(s, "A", "\"a\" & <b> 'c'\r\n\td");
    sample_name(s, "B", "bad \x01 and \xff");
    sample_project(s, 0, false);
    g_autofree char *text = sample_write(s, write_gexf, "a.gexf", NULL);
    sample_assert_has(text, "label=\"&quot;a&quot; &amp; &lt;b&gt; 'c'&#13;&#10;&#9;d\"");
    sample_assert_has(text, "label=\"bad \xEF\xBF\xBD and \xEF\xBF\xBD\"");
}

static void test_empty(void)
{
    const char *const nothing[] = {NULL};
    g_autoptr(Sample) s = sample_new(nothing);
    s->export.title = NULL;
    s->export.provenance = NULL;
    sample_project(s, 0, false);
    g_autofree char *path = NULL;
    g_autofree char *text = sample_write(s, write_gexf, "a.gexf", &path);
    sample_assert_has(text, "<nodes count=\"0\">\n    </nodes>");
    sample_assert_has(text, "</graph>\n</gexf>\n");
    sample_assert_lacks(text, "description");
    g_autofree char *schema = support_shared("schemas/gexf-1.3/gexf.rng");
    g_autofree char *xmllint = g_find_program_in_path("xmllint");
    g_assert_true(!schema || !xmllint || validates(schema, path, text));
}

static void test_same_bytes(void)
{
    g_autoptr(Sample) a = sample_small(MEASURE_SET_ALL, true);
    g_autoptr(Sample) b = sample_small(MEASURE_SET_ALL, true);
    g_autofree char *first = sample_write(a, write_gexf, "a.gexf", NULL);
    g_autofree char *second = sample_write(b, write_gexf, "b.gexf", NULL);
    g_assert_cmpstr(first, ==, second);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/write/gexf/schema", test_schema);
    g_test_add_func("/write/gexf/shape", test_shape);
    g_test_add_func("/write/gexf/version-1.2", test_version_1_2);
    g_test_add_func("/write/gexf/without-layout", test_without_layout);
    g_test_add_func("/write/gexf/undated", test_undated);
    g_test_add_func("/write/gexf/units", test_units);
    g_test_add_func("/write/gexf/two-mode", test_two_mode);
    g_test_add_func("/write/gexf/hostile", test_hostile);
    g_test_add_func("/write/gexf/empty", test_empty);
    g_test_add_func("/write/gexf/same-bytes", test_same_bytes);
    return g_test_run();
}
