/* test_graphml.c - GraphML: the schema, the keys, what is escaped and what is left out. */
#include "sample.h"

static void test_shape(void)
{
    g_autoptr(Sample) s = sample_small(MEASURE_SET_ALL, true);
    g_autofree char *text = sample_write(s, write_graphml, "a.graphml", NULL);
    g_assert_true(g_str_has_prefix(text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- written by entente "));
    sample_assert_has(text, "<key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>");
    sample_assert_has(text, "<key id=\"v_name\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>");
    sample_assert_has(text, "<key id=\"x\" for=\"node\" attr.name=\"x\" attr.type=\"double\"/>");
    sample_assert_has(text, "<key id=\"v_events\" for=\"node\" attr.name=\"events\" attr.type=\"int\"/>");
    sample_assert_has(text, "<key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>");
    sample_assert_has(text,
                      "<key id=\"e_event_titles\" for=\"edge\" attr.name=\"event_titles\" attr.type=\"string\"/>");
    sample_assert_has(text, "<data key=\"label\">Nguyễn Văn A</data>");
    sample_assert_has(text, "<data key=\"e_first\">2015-04-16</data><data key=\"e_last\">2021-06</data>");
    sample_assert_has(text, "<data key=\"e_event_titles\">Talk on “cyber” &amp; peace; drill</data>");
    sample_assert_has(text, "<data key=\"color\">#4477aa</data>");
    sample_assert_has(text, "<data key=\"g_provenance\">entente 0.1.0");
    g_assert_cmpuint(sample_count(text, "<node id=\"n"), ==, 4);
    g_assert_cmpuint(sample_count(text, "<edge id=\"e"), ==, 3);
    g_assert_cmpuint(sample_count(text, "<key id=\"v_events\""), ==,
                     1); /* the measure of that name is the same column */
    sample_assert_lacks(text, "DOCTYPE");
    sample_assert_lacks(text, ">nan<");
}

static void test_schema(void)
{
    g_autofree char *schema = support_shared("schemas/graphml-1.1/graphml.xsd");
    g_autofree char *xmllint = g_find_program_in_path("xmllint");
    if (!schema || !xmllint) {
        g_test_skip("no schema or no xmllint: GraphML is not validated");
        return;
    }
    for (int two_mode = 0; two_mode < 2; two_mode++) {
        g_autoptr(Sample) s = sample_small(MEASURE_SET_ALL, true);
        s->export.two_mode = two_mode;
        g_autofree char *path = NULL;
        g_autofree char *text = sample_write(s, write_graphml, "a.graphml", &path);
        const char *argv[] = {xmllint, "--nonet", "--noout", "--schema", schema, path, NULL};
        g_autofree char *words = NULL;
        int status = 0;
        g_assert_true(
            g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &words, &status, NULL));
        if (status != 0)
            g_error("%s\n%s", words, text);
    }
}

static void test_escapes(void)
{
    g_autoptr(Sample) s = sample_new(sample_pairs);
    sample_name(s, "A", "a & b < c > d \"e\" 'f'\r\ng");
    sample_name(s, "B", "one & < two");       /* blanks between references: CDATA */
    sample_name(s, "C", "& > ]]> & & end");   /* and the end of CDATA inside it */
    sample_name(s, "D", "bad \x01 and \xff"); /* no reader lets these in */
    sample_project(s, 0, false);
    g_autofree char *text = sample_write(s, write_graphml, "a.graphml", NULL);
    sample_assert_has(text, "a &amp; b &lt; c &gt; d \"e\" 'f'&#13;\ng</data>");
    sample_assert_has(text, "<![CDATA[one & < two]]>");
    sample_assert_has(text, "<![CDATA[& > ]]]]><![CDATA[> & & end]]>");
    sample_assert_has(text, "bad \xEF\xBF\xBD and \xEF\xBF\xBD<");
}

static void test_missing(void)
{
    g_autoptr(Sample) s = sample_small(MEASURE_SET_ALL, false);
    g_autofree char *text = sample_write(s, write_graphml, "a.graphml", NULL);
    const char *alone = strstr(text, "<node id=\"n3\">");
    g_assert_nonnull(alone);
    g_autofree char *row = g_strndup(alone, strcspn(alone, "\n"));
    sample_assert_lacks(row, "constraint"); /* of an isolate: undefined */
    sample_assert_has(row, "<data key=\"v_degree\">0</data>");
    sample_assert_lacks(text, "\"></data>"); /* nothing empty */
}

static void test_empty(void)
{
    const char *const nothing[] = {NULL};
    g_autoptr(Sample) s = sample_new(nothing);
    s->export.title = NULL;
    s->export.provenance = NULL;
    sample_project(s, 0, false);
    g_autofree char *text = sample_write(s, write_graphml, "a.graphml", NULL);
    g_assert_cmpuint(sample_count(text, "<node"), ==, 0);
    sample_assert_has(text, "</graph>\n</graphml>\n");
    sample_assert_lacks(text, "g_title");
}

static void test_quotes(void)
{
    g_autoptr(Sample) s = sample_small(0, false);
    g_autofree char *with = sample_write(s, write_graphml, "a.graphml", NULL);
    s->export.no_quotes = true;
    g_autofree char *without = sample_write(s, write_graphml, "b.graphml", NULL);
    sample_assert_has(with, "<data key=\"e_quote\">A &amp; B met; &lt;both&gt; said \"yes\".</data>"
                            "<data key=\"e_quote_source\">made:100:7</data>");
    sample_assert_lacks(without, "quote");
}

static void test_same_bytes(void)
{
    g_autoptr(Sample) a = sample_small(MEASURE_SET_ALL, true);
    g_autoptr(Sample) b = sample_small(MEASURE_SET_ALL, true);
    g_autofree char *first = sample_write(a, write_graphml, "a.graphml", NULL);
    g_autofree char *second = sample_write(b, write_graphml, "b.graphml", NULL);
    g_assert_cmpstr(first, ==, second);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/write/graphml/shape", test_shape);
    g_test_add_func("/write/graphml/schema", test_schema);
    g_test_add_func("/write/graphml/escapes", test_escapes);
    g_test_add_func("/write/graphml/missing", test_missing);
    g_test_add_func("/write/graphml/empty", test_empty);
    g_test_add_func("/write/graphml/quotes", test_quotes);
    g_test_add_func("/write/graphml/same-bytes", test_same_bytes);
    return g_test_run();
}
