/* test_corenlp.c - CoreNLP's XML and JSON: texts made of words, tags, mentions, chains, damage; one text in two
 * formats. */
#include "failure.h"
#include "told.h"

#define XML_OPEN                                                                                                       \
    "<?xml version=\"1.0\"?>\n<?xml-stylesheet href=\"CoreNLP-to-HTML.xsl\" type=\"text/xsl\"?>\n"                     \
    "<root><document><docDate>2021-06-24</docDate><sentences>\n"
#define TOKEN(word, from, to, ner)                                                                                     \
    "<token id=\"1\"><word>" word "</word><CharacterOffsetBegin>" from                                                 \
    "</CharacterOffsetBegin><CharacterOffsetEnd>" to "</CharacterOffsetEnd><NER>" ner "</NER></token>\n"
#define XML_CLOSE "</document></root>\n"
/* "😊" is two units; "Ánna" is four */
#define WORDS                                                                                                          \
    "<sentence id=\"1\"><tokens>\n" TOKEN("😊", "0", "2", "O") TOKEN("Ánna", "3", "7", "PERSON")                        \
        TOKEN("Lee", "8", "11", "PERSON") TOKEN("left", "12", "16", "O") TOKEN(                                        \
            ".", "16", "17", "O") "</tokens></sentence>\n<sentence id=\"2\"><tokens>\n" TOKEN("She", "19", "22", "O")  \
            TOKEN("met", "23", "26", "O")                                                                              \
                TOKEN("NATO", "27", "31", "ORGANIZATION") "</tokens></sentence>\n</sentences>\n"
#define MENTION(sentence, from, to, text)                                                                              \
    "<mention><sentence>" sentence "</sentence><start>" from "</start><end>" to "</end><text>" text                    \
    "</text></mention>\n"

static Told *read_one(const char *name, const char *text)
{
    const char *const file[] = {name, text, NULL};
    ReadOptions options = {.keep_text = true};
    return told_with(&options, file);
}

static void check(const Told *t)
{
    g_assert_no_error(t->error);
    const Corpus *c = t->corpus;
    g_assert_cmpuint(diagnostics_size(t->diagnostics), ==, 0);
    g_assert_cmpstr(c->document[0].text, ==, "😊 Ánna Lee left.\n\nShe met NATO");
    g_assert_cmpuint(c->n_mentions, ==, 3);
    g_assert_cmpstr(c->mention[0].text, ==, "Ánna Lee");
    g_assert_cmpstr(c->mention[1].text, ==, "She");
    g_assert_cmpstr(c->mention[2].text, ==, "NATO");
    g_assert_cmpstr(told_ref(c, c->mention_ref[c->mention[1].refs.first]), ==, "Ánna Lee");
    char date[DATE_SIZE];
    g_assert_cmpstr(date_format(c->document[0].date, date), ==, "2021-06-24");
}

static void test_xml(void)
{
    g_autoptr(Told) t =
        read_one("d.xml", XML_OPEN WORDS "<coreference><coreference>\n" MENTION("1", "2", "4", "Ánna Lee")
                              MENTION("2", "1", "2", "She") "</coreference></coreference>\n" XML_CLOSE);
    check(t);
}

#define J(word, from, to, ner)                                                                                         \
    "{\"word\": \"" word "\", \"originalText\": \"" word "\", \"characterOffsetBegin\": " from                         \
    ", \"characterOffsetEnd\": " to ", \"ner\": \"" ner "\"}"
/* clang-format off */
#define J_WORDS \
    "{\"docDate\": \"2021-06-24\", \"sentences\": [\n{\"index\": 0, \"tokens\": [" \
    J("😊", "0", "2", "O") ", " J("Ánna", "3", "7", "PERSON") ", " J("Lee", "8", "11", "PERSON") ", " \
    J("left", "12", "16", "O") ", " J(".", "16", "17", "O") "]%s},\n{\"index\": 1, \"tokens\": [" \
    J("She", "19", "22", "O") ", " J("met", "23", "26", "O") ", " J("NATO", "27", "31", "ORGANIZATION") "]%s}\n]%s}"
/* clang-format on */

static void test_json(void)
{
    const char *chain = ", \"corefs\": {\"1\": [{\"sentNum\": 1, \"startIndex\": 2, \"endIndex\": 4, \"text\": "
                        "\"Ánna Lee\"}, {\"sentNum\": 2, \"startIndex\": 1, \"endIndex\": 2, \"text\": \"She\"}]}";
    g_autofree char *tags = g_strdup_printf(J_WORDS, "", "", chain);
    g_autoptr(Told) t = read_one("d.json", tags);
    check(t);
    g_autofree char *mentions = g_strdup_printf(
        J_WORDS,
        ", \"entitymentions\": [{\"tokenBegin\": 1, \"tokenEnd\": 3, \"ner\": \"PERSON\", \"text\": \"Ánna Lee\"}]",
        ", \"entitymentions\": [{\"tokenBegin\": 2, \"tokenEnd\": 3, \"ner\": \"ORGANIZATION\", \"text\": \"NATO\"}]",
        chain);
    g_autoptr(Told) u = read_one("d.json", mentions);
    check(u);
}

static void test_gaps(void)
{
    g_autoptr(Told) t =
        read_one("d.json", "{\"sentences\": [{\"tokens\": [{\"word\": \"-LRB-\", \"originalText\": \"(\", "
                           "\"before\": \"\"}, {\"word\": \"Ann\", \"before\": \"\"}, {\"word\": \"Lee\", "
                           "\"before\": \"\\n \"}, {\"word\": \"x\"}]}]}");
    g_assert_no_error(t->error);
    g_assert_cmpstr(t->corpus->document[0].text, ==, "(Ann\n Lee x");
}

static void test_dirt(void)
{
    g_autoptr(Told) t = read_one("d.xml", XML_OPEN WORDS
                                 "<coreference><coreference>\n" MENTION("9", "1", "2", "x") MENTION("2", "1", "9", "x")
                                     MENTION("2", "2", "1", "x") MENTION("2", "0", "1", "x") MENTION("x", "1", "2", "x")
                                         MENTION("2", "1", "2", "He") "</coreference></coreference>\n" XML_CLOSE);
    g_assert_no_error(t->error);
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_BAD_OFFSET), ==, 6);
    g_assert_cmpuint(diagnostics_get(t->diagnostics, 0)->place.line, >, 10);
    g_assert_cmpuint(t->corpus->n_mentions, ==, 2);
    g_autofree char *json = g_strdup_printf(
        J_WORDS,
        ", \"entitymentions\": [{\"tokenBegin\": 1, \"tokenEnd\": 9, \"ner\": \"PERSON\"}, {\"ner\": \"PERSON\"}]",
        ", \"entitymentions\": [{\"tokenBegin\": 2, \"tokenEnd\": 3, \"ner\": \"ORGANIZATION\", \"text\": \"NAFTA\"}]",
        ", \"corefs\": {\"1\": [{\"sentNum\": 0, \"startIndex\": 2, \"endIndex\": 4}]}");
    g_autoptr(Told) u = read_one("d.json", json);
    g_assert_no_error(u->error);
    g_assert_cmpuint(told_count(u, DIAGNOSTIC_BAD_OFFSET), ==, 4);
    g_assert_cmpuint(u->corpus->n_mentions, ==, 0);
    g_autoptr(Told) v =
        read_one("d.xml", XML_OPEN "<sentence><tokens>" TOKEN("a", "5", "2", "O") TOKEN("b", "x", "9", "O")
                              TOKEN("c", "3", "4", "PERSON") "</tokens></sentence></sentences>" XML_CLOSE);
    g_assert_no_error(v->error);
    g_assert_cmpuint(told_count(v, DIAGNOSTIC_BAD_OFFSET), ==, 2);
    g_assert_cmpstr(v->corpus->mention[0].text, ==, "c");
}

static void assert_failure(const char *name, const char *text, const char *code, unsigned line)
{
    g_autoptr(Told) t = read_one(name, text);
    g_assert_nonnull(t->error);
    g_assert_cmpstr(failure_of(t->error).code, ==, code);
    g_assert_cmpuint(failure_of(t->error).place.line, ==, line);
    g_assert_nonnull(failure_of(t->error).help);
}

static void test_failures(void)
{
    assert_failure("d.xml", XML_OPEN "</sentences>" XML_CLOSE, "missing-text", 0);
    assert_failure("d.xml", XML_OPEN WORDS, "truncated", 16);
    assert_failure("d.xml", XML_OPEN "<sentence></tokens>", "malformed", 4);
    assert_failure("d.xml", "<?xml-stylesheet href=\"CoreNLP-to-HTML.xsl\"?>\n<other/>", "unknown-format", 2);
    assert_failure("d.json", "{\"sentences\": [],\n\"x\": {\"originalText\": 1}}", "missing-text", 0);
    assert_failure("d.json", "{\"x\": {\"sentences\": [], \"originalText\": 1}}", "unknown-format", 1);
    assert_failure("d.json", "{\"sentences\": [{\"tokens\": [\n{\"originalText\": \"a\"}", "truncated", 1);
    assert_failure("d.json", "{\"sentences\": [\n{\"tokens\" [{\"originalText\": \"a\"}]}]}", "malformed", 2);
    assert_failure("d.json", "{\"sentences\": [{\"tokens\": [{\"originalText\": \"a\"}]}]}\n{}", "malformed", 2);
}

/* Every mention on a line: characters that are not blank before it and in it, type, words. */
static char *list_mentions(const Corpus *c)
{
    GString *list = g_string_new(NULL);
    for (size_t i = 0; i < c->n_mentions; i++) {
        const char *text = c->document[c->mention[i].document.i].text;
        unsigned before = 0, in = 0;
        for (uint32_t k = 0; k < c->marking[i].to; k++) {
            before += k < c->marking[i].from && !g_ascii_isspace(text[k]);
            in += k >= c->marking[i].from && !g_ascii_isspace(text[k]);
        }
        g_string_append_printf(list, "%u+%u %s %s\n", before, in, actor_type_name(c->mention[i].type),
                               c->mention[i].text);
    }
    return g_string_free(list, FALSE);
}

/* Of one text as XML and as columns: what is no white space, and how many names. The XML has no originalText: of the
 * text that was read it holds every word that CoreNLP did not write in its own way (quotes). */
static void test_shared(void)
{
    g_autofree char *xml = support_shared("corenlp/inputs.txt.xml");
    g_autofree char *columns = support_shared("corenlp/inputs.txt.conll");
    if (!xml || !columns)
        return;
    const char *path[] = {xml, columns};
    char *words[2], *mentions[2];
    size_t n_documents[2];
    for (size_t i = 0; i < 2; i++) {
        g_autoptr(Diagnostics) diagnostics = diagnostics_new();
        ReadOptions options = {.keep_text = true};
        g_autoptr(GError) error = NULL;
        g_autoptr(Corpus) c = corpus_read(&path[i], 1, &options, diagnostics, &error);
        g_assert_no_error(error);
        g_auto(GStrv) word = g_strsplit_set(c->document[0].text, " \n", -1);
        words[i] = g_strjoinv("", word);
        mentions[i] = list_mentions(c);
        n_documents[i] = c->n_documents;
    }
    g_assert_cmpstr(words[0], ==, words[1]);
    g_assert_cmpuint(n_documents[0], ==, n_documents[1]);
    g_test_message("%s", mentions[0]);
    g_assert_cmpstr(mentions[0], ==, mentions[1]);
    for (size_t i = 0; i < 2; i++) {
        g_free(words[i]);
        g_free(mentions[i]);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/corenlp/xml", test_xml);
    g_test_add_func("/corenlp/json", test_json);
    g_test_add_func("/corenlp/gaps", test_gaps);
    g_test_add_func("/corenlp/dirt", test_dirt);
    g_test_add_func("/corenlp/failures", test_failures);
    g_test_add_func("/corenlp/shared", test_shared);
    return g_test_run();
}
