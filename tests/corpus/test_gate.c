/* test_gate.c - GATE XML: nodes, sets, features, chains, encodings, damage; two files of GATE's own. */
#include "failure.h"
#include "told.h"

#define OPEN                                                                                                           \
    "<?xml version=\"1.0\" encoding=\"windows-1252\"?>\n<GateDocument>\n<GateDocumentFeatures>\n"                      \
    "<Feature><Name className=\"java.lang.String\">gate.SourceURL</Name><Value>https://x.org/a</Value></Feature>\n"    \
    "<Feature><Name>title</Name><Value> A title </Value></Feature>\n</GateDocumentFeatures>\n"
/* 0xC1 is Á, 0x93 and 0x94 are curly quotes: bytes of windows-1252 */
#define TEXT                                                                                                           \
    "<TextWithNodes><Node id=\"0\"/>\xC1nna<Node id=\"4\"/> met \x93<Node id=\"10\"/><![CDATA[Lao & Co]]>"             \
    "<Node id=\"18\"/>\x94. <Node id=\"21\"/>She<Node id=\"24\"/> spoke.<Node id=\"31\"/></TextWithNodes>\n"

static Told *gate(const char *sets)
{
    g_autofree char *text = g_strconcat(OPEN TEXT, sets, "</GateDocument>\n", NULL);
    const char *const file[] = {"d.xml", text, NULL};
    ReadOptions options = {.keep_text = true};
    return told_with(&options, file);
}

#define AN(id, type, from, to, more)                                                                                   \
    "<Annotation Id=\"" id "\" Type=\"" type "\" StartNode=\"" from "\" EndNode=\"" to "\">" more "</Annotation>\n"
#define FEATURE(name, value) "<Feature><Name>" name "</Name><Value>" value "</Value></Feature>"

static void test_sets(void)
{
    g_autoptr(Told) t = gate(
        "<AnnotationSet>\n" AN("1", "Person", "0", "4", FEATURE("matches", "[1, 5]") FEATURE("inst", "http://w.org/Q1"))
            AN("2", "Organization", "10", "18", "") AN("3", "Token", "0", "4", "") AN("4", "Sentence", "0", "21", "")
                AN("6", "Sentence", "21", "31", "") AN("5", "Person", "21", "24", FEATURE("matches", "[1, 5]"))
                    AN("9", "Lookup", "0", "4",
                       "") "</AnnotationSet>\n<AnnotationSet Name=\"Original markups\">\n" AN("7", "p", "0", "31", "")
                        AN("11", "html", "0", "31", "") "</AnnotationSet>\n<AnnotationSet Name=\"second\">\n" AN(
                            "8", "Person", "0", "4", "") "</AnnotationSet>\n");
    g_assert_no_error(t->error);
    const Corpus *c = t->corpus;
    g_assert_cmpuint(diagnostics_size(t->diagnostics), ==, 0);
    g_assert_cmpstr(c->document[0].text, ==, "Ánna met “Lao & Co”. She spoke.");
    g_assert_cmpstr(c->document[0].title, ==, "A title");
    g_assert_cmpstr(c->document[0].url, ==, "https://x.org/a");
    g_assert_cmpuint(c->n_mentions, ==, 3); /* the second set says what the first does */
    g_assert_cmpstr(c->mention[0].text, ==, "Ánna");
    g_assert_cmpstr(c->mention[1].text, ==, "Lao & Co");
    g_assert_cmpstr(c->mention[2].text, ==, "She");
    g_assert_cmpuint(c->mention[0].place.line, ==, 9);
    g_assert_false(c->mention[0].passage[PASSAGE_SENTENCE].i == c->mention[2].passage[PASSAGE_SENTENCE].i);
    g_assert_cmpstr(told_ref(c, c->mention_ref[c->mention[2].refs.first]), ==, "Q1"); /* by its chain */
}

static void test_dirt(void)
{
    g_autoptr(Told) t = gate("<AnnotationSet>\n" AN("1", "Person", "0", "99", "") AN("2", "Person", "18", "10",
                                                                                     "") AN("3", "Person", "0", "4", "")
                                 AN("3", "Person", "21", "24",
                                    "") "<Annotation Id=\"5\" Type=\"Person\" StartNode=\"0\"/>\n</AnnotationSet>\n");
    g_assert_no_error(t->error);
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_UNKNOWN_ID), ==, 2);
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_BAD_OFFSET), ==, 1);
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_DUPLICATE_ID), ==, 1);
    g_assert_cmpuint(t->corpus->n_mentions, ==, 2);
    g_assert_cmpuint(diagnostics_get(t->diagnostics, 0)->place.line, ==, 9);
}

static void assert_failure(const char *text, const char *code, unsigned line)
{
    const char *const file[] = {"d.xml", text, NULL};
    ReadOptions options = {0};
    g_autoptr(Told) t = told_with(&options, file);
    g_assert_nonnull(t->error);
    g_assert_cmpstr(failure_of(t->error).code, ==, code);
    g_assert_cmpuint(failure_of(t->error).place.line, ==, line);
    g_assert_nonnull(failure_of(t->error).help);
}

static void test_failures(void)
{
    assert_failure(OPEN "</GateDocument>", "missing-text", 0);
    assert_failure(OPEN "<AnnotationSet/>" TEXT "</GateDocument>", "missing-text", 7);
    assert_failure(OPEN TEXT "<AnnotationSet>", "truncated", 8);
    assert_failure(OPEN "<TextWithNodes>a</AnnotationSet>", "malformed", 7);
    assert_failure("<a><GateDocument/></a>", "unknown-format", 1);
    assert_failure("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<GateDocument>\n\xC1</GateDocument>", "bad-encoding",
                   3);
}

static void count(const char *name, size_t n_documents, size_t n_mentions)
{
    g_autofree char *path = support_shared(name);
    if (!path)
        return;
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    const char *input[] = {path};
    ReadOptions options = {.keep_text = true};
    g_autoptr(GError) error = NULL;
    g_autoptr(Corpus) c = corpus_read(input, 1, &options, diagnostics, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(c->n_documents, ==, n_documents);
    g_test_message("%s: %zu mentions, %zu problems", name, c->n_mentions, diagnostics_size(diagnostics));
    g_assert_cmpuint(c->n_mentions, ==, n_mentions);
}

static void test_shared(void)
{
    /* 9 organisations, 3 persons; places are none without a table of countries */
    count("gate/BT-chair-ind-11-May-2001M.xml", 1, 12);
    count("gate/beijing-opera.xml", 1, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/gate/sets", test_sets);
    g_test_add_func("/gate/dirt", test_dirt);
    g_test_add_func("/gate/failures", test_failures);
    g_test_add_func("/gate/shared", test_shared);
    return g_test_run();
}
