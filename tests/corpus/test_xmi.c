/* test_xmi.c - UIMA XMI: layers, chains, slots, several texts, UTF-16 offsets, damage; WebAnno's suite against its TSV.
 */
#include "failure.h"
#include "told.h"

#define ROOT                                                                                                           \
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" "                       \
    "xmlns:cas=\"http:///uima/cas.ecore\" xmlns:custom=\"http:///webanno/custom.ecore\" "                              \
    "xmlns:seg=\"http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore\" "                                 \
    "xmlns:ner=\"http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore\" "                                          \
    "xmlns:coref=\"http:///de/tudarmstadt/ukp/dkpro/core/api/coref/type.ecore\" "                                      \
    "xmlns:meta=\"http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore\" xmi:version=\"2.0\">\n"              \
    "<cas:NULL xmi:id=\"0\"/>\n"
/* "😊" is two units; the line end keeps its place */
#define TEXT "😊 Ánna met Lao leaders.&#10;She spoke."
#define SOFA                                                                                                           \
    "<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" mimeType=\"text\" sofaString=\"" TEXT "\"/>\n"
#define CLOSE "<cas:View sofa=\"1\" members=\"2 3\"/>\n</xmi:XMI>\n"
#define NE(id, from, to, more)                                                                                         \
    "<ner:NamedEntity xmi:id=\"" id "\" sofa=\"1\" begin=\"" from "\" end=\"" to "\" " more "/>\n"

static Told *xmi(const char *structures)
{
    g_autofree char *text = g_strconcat(ROOT, structures, SOFA CLOSE, NULL);
    const char *const file[] = {"d.xmi", text, "TypeSystem.xml",
                                "<?xml version=\"1.0\"?>\n<typeSystemDescription "
                                "xmlns=\"http://uima.apache.org/resourceSpecifier\"/>",
                                NULL};
    ReadOptions options = {.keep_text = true};
    return told_with(&options, file);
}

static void test_layers(void)
{
    g_autoptr(Told) t = xmi(
        "<meta:DocumentMetaData xmi:id=\"9\" sofa=\"1\" begin=\"0\" end=\"5\" language=\"en\" "
        "documentTitle=\"A title\"/>\n"
        "<seg:Token xmi:id=\"20\" sofa=\"1\" begin=\"0\" end=\"2\"/>\n"
        "<seg:Sentence xmi:id=\"21\" sofa=\"1\" begin=\"0\" end=\"24\"/>\n"
        "<seg:Sentence xmi:id=\"22\" sofa=\"1\" begin=\"25\" end=\"35\"/>\n" NE(
            "2", "3", "7", "value=\"PER\" identifier=\"http://www.wikidata.org/entity/Q1\"") NE("3", "12", "23",
                                                                                                "value=\"ORG\"")
            NE("4", "3", "7",
               "value=\"LOC\" note=\"x\"") "<coref:CoreferenceLink xmi:id=\"30\" sofa=\"1\" begin=\"3\" end=\"7\" "
                                           "next=\"31\" referenceType=\"nam\"/>\n"
                                           "<coref:CoreferenceLink xmi:id=\"31\" sofa=\"1\" begin=\"25\" end=\"28\"/>\n"
                                           "<coref:CoreferenceChain xmi:id=\"32\" first=\"30\"/>\n"
                                           "<custom:Aff xmi:id=\"33\" sofa=\"1\" begin=\"12\" end=\"23\" "
                                           "Governor=\"2\" Dependent=\"3\" "
                                           "value=\"affiliated_with\" role=\"x\"/>\n"
                                           "<custom:Aff xmi:id=\"34\" sofa=\"1\" begin=\"12\" end=\"23\" "
                                           "Governor=\"20\" Dependent=\"3\"/>\n");
    g_assert_no_error(t->error);
    const Corpus *c = t->corpus;
    g_assert_cmpuint(c->n_documents, ==, 1); /* of the type system nothing is said */
    g_assert_cmpstr(c->document[0].id, ==, "d");
    g_assert_cmpstr(c->document[0].title, ==, "A title");
    g_assert_cmpstr(c->document[0].language, ==, "en");
    g_assert_cmpstr(c->document[0].text, ==, "😊 Ánna met Lao leaders.\nShe spoke.");
    g_assert_cmpstr(c->mention[0].text, ==, "Ánna");
    g_assert_cmpuint(c->mention[0].place.line, ==, 8);
    bool org = false;
    for (size_t i = 0; i < c->n_mentions; i++)
        org = org || strcmp(c->mention[i].text, "Lao leaders") == 0;
    g_assert_true(org);
    g_assert_cmpuint(c->n_affiliations, ==, 1);
    g_assert_cmpstr(told_ref(c, c->affiliation[0].active), ==, "Q1");
}

static void test_slots(void)
{
    g_autoptr(Told) t = xmi(NE("2", "3", "7", "value=\"PER\"") NE(
        "3", "12", "23",
        "value=\"ORG\"") "<custom:Meeting xmi:id=\"4\" sofa=\"1\" begin=\"8\" end=\"11\" arguments=\"5 6 7\" "
                         "category=\"Meet\"/>\n"
                         "<custom:MeetingLink xmi:id=\"5\" role=\"host\" target=\"2\"/>\n"
                         "<custom:MeetingLink xmi:id=\"6\" role=\"speaker\" target=\"3\"/>\n"
                         "<custom:MeetingLink xmi:id=\"7\" role=\"chair\"/>\n");
    g_assert_no_error(t->error);
    g_assert_cmpuint(t->corpus->n_events, ==, 1);
    g_assert_cmpuint(t->corpus->n_participations, ==, 2);
    g_assert_cmpstr(t->corpus->participation[0].role, ==, "host");
    g_assert_cmpstr(t->corpus->participation[1].role, ==, "speaker");
}

static void test_views(void)
{
    g_autofree char *text =
        g_strconcat(ROOT, NE("2", "0", "3", "value=\"PER\""),
                    "<ner:NamedEntity xmi:id=\"3\" sofa=\"5\" begin=\"0\" end=\"4\" value=\"PER\"/>\n"
                    "<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" sofaString=\"Ann left.\"/>\n"
                    "<cas:Sofa xmi:id=\"5\" sofaNum=\"2\" sofaID=\"german\" sofaString=\"Anne ging.\"/>\n"
                    "<cas:Sofa xmi:id=\"6\" sofaNum=\"3\" sofaID=\"picture\" sofaURI=\"file:x.png\"/>\n</xmi:XMI>",
                    NULL);
    const char *const file[] = {"d.xml", text, NULL}; /* known by its content */
    ReadOptions options = {.keep_text = true};
    g_autoptr(Told) t = told_with(&options, file);
    g_assert_no_error(t->error);
    g_assert_cmpuint(t->corpus->n_documents, ==, 2);
    g_assert_cmpstr(t->corpus->document[0].id, ==, "d");
    g_assert_cmpstr(t->corpus->document[1].id, ==, "d-german");
    g_assert_cmpstr(t->corpus->mention[0].text, ==, "Ann");
    g_assert_cmpstr(t->corpus->mention[1].text, ==, "Anne");
}

/* A text longer than other formats' attributes may be. */
static void test_long_text(void)
{
    g_autofree char *filling = g_strnfill(600000, 'x');
    g_autofree char *text =
        g_strconcat(ROOT, NE("2", "600001", "600004", "value=\"PER\""),
                    "<cas:Sofa xmi:id=\"1\" sofaID=\"v\" sofaString=\"", filling, " Ann\"/></xmi:XMI>", NULL);
    const char *const file[] = {"d.xmi", text, NULL};
    ReadOptions options = {.keep_text = true};
    g_autoptr(Told) t = told_with(&options, file);
    g_assert_no_error(t->error);
    g_assert_cmpstr(t->corpus->mention[0].text, ==, "Ann");
}

static void test_dirt(void)
{
    g_autoptr(Told) t = xmi(
        NE("2", "3", "99", "value=\"PER\"") NE("3", "1", "7", "value=\"PER\"") NE("4", "7", "3", "value=\"PER\"") NE(
            "5", "x", "7", "value=\"PER\"") NE("6", "-1", "7", "value=\"PER\"") NE("7", "3", "7", "value=\"PER\"")
            NE("7", "12", "15", "value=\"PER\"")
                NE("8", "3", "3",
                   "value=\"PER\"") "<ner:NamedEntity xmi:id=\"10\" sofa=\"77\" begin=\"3\" end=\"7\" value=\"PER\"/>\n"
                                    "<custom:Aff xmi:id=\"33\" sofa=\"1\" begin=\"12\" end=\"23\" Governor=\"2000\" "
                                    "Dependent=\"7\"/>\n"
                                    "<custom:Chain xmi:id=\"34\" first=\"88\"/>\n");
    g_assert_no_error(t->error);
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_BAD_OFFSET), ==, 5);   /* beyond, inside, backwards, two no numbers */
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_DUPLICATE_ID), >=, 1); /* 7 */
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_UNKNOWN_ID), ==, 3);   /* sofa, Governor, first */
    g_assert_cmpuint(t->corpus->n_mentions, ==, 2);
    for (size_t i = 0; i < diagnostics_size(t->diagnostics); i++) {
        const Diagnostic *d = diagnostics_get(t->diagnostics, i);
        g_assert_cmpuint(d->place.line, >=, 4);
        g_assert_cmpuint(d->place.column, ==, 1);
    }
}

static void assert_failure(const char *text, const char *code, unsigned line)
{
    char *folder = support_folder();
    g_autofree char *path = support_file(folder, "d.xmi", text);
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    const char *input[] = {path};
    ReadOptions options = {0};
    g_autoptr(GError) error = NULL;
    g_assert_null(corpus_read(input, 1, &options, diagnostics, &error));
    Failure failure = failure_of(error);
    g_assert_cmpstr(failure.code, ==, code);
    g_assert_cmpuint(failure.place.line, ==, line);
    g_assert_nonnull(failure.help);
    support_remove_folder(folder);
}

static void test_failures(void)
{
    assert_failure(ROOT NE("2", "0", "3", "value=\"PER\"") "<cas:Sofa xmi:id=\"1\" sofaURI=\"x\"/>\n</xmi:XMI>",
                   "missing-text", 5);
    assert_failure(ROOT "</xmi:XMI>", "missing-text", 0);
    assert_failure(ROOT NE("2", "0", "3", "value=\"PER\""), "truncated", 4);
    assert_failure(ROOT "<a><b></a></xmi:XMI>", "malformed", 4);
    assert_failure("<CAS version=\"2\">\n</CAS>", "unknown-format", 1);
    assert_failure("<?xml version=\"1.0\"?>\n<typeSystemDescription/>", "unknown-format", 2);
}

/* Has the TSV a column for marks of this type? What it has none for it cannot tell. */
static bool has_layer(const char *tsv, const char *type)
{
    g_autofree char *pattern = g_strdup_printf("(?m)^#T_(SP|CH)=[^|\n]*\\.%s(\\||$)", type);
    return g_regex_match_simple(pattern, tsv, 0, 0);
}

/* Whatever labels a file uses mean agencies: so that every mark is a mention. */
static char *write_labels(const char *folder, const char *path, const char *other)
{
    g_autofree char *xmi = NULL, *tsv = NULL;
    g_assert_true(g_file_get_contents(path, &xmi, NULL, NULL));
    g_assert_true(g_file_get_contents(other, &tsv, NULL, NULL));
    g_autoptr(GString) rows = g_string_new("of\tlabel\tmeaning\tword\n");
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GRegex) label = g_regex_new("(?:(?:value|referenceType)=\"|<[a-z0-9]+:)([^\" />]+)", 0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    for (g_regex_match(label, xmi, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL)) {
        g_autofree char *all = g_match_info_fetch(match, 0);
        char *word = g_match_info_fetch(match, 1);
        bool told = *all != '<' || has_layer(tsv, word);
        if (told && !g_hash_table_contains(known, word))
            g_string_append_printf(rows, "mark\t%s\tagency\t\n", word);
        else if (!told)
            g_string_append_printf(rows, "mark\t%s\tignore\t\n", word);
        g_hash_table_add(known, word);
    }
    return support_file(folder, "labels.tsv", rows->str);
}

static int compare_lines(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The text, and "from words type" of every mention, in order. White space at ends, and which line ends stand between
 * sentences, TSV does not tell. */
static char *list_mentions(const char *path, const char *labels)
{
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    const char *input[] = {path};
    ReadOptions options = {.keep_text = true, .labels = labels};
    g_autoptr(GError) error = NULL;
    g_autoptr(Corpus) c = corpus_read(input, 1, &options, diagnostics, &error);
    g_assert_no_error(error);
    g_autoptr(GPtrArray) line = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < c->n_mentions; i++)
        g_ptr_array_add(line, g_strdup_printf("%08u %s %d", c->marking[i].from, c->mention[i].text,
                                              (int)c->mention[i].type));
    g_ptr_array_sort(line, compare_lines);
    g_autofree char *text = g_strdelimit(g_strdup(c->document[0].text), "\n\r\t", ' ');
    g_autoptr(GString) out = g_string_new(g_strchomp(text));
    g_string_append_c(out, '\n');
    for (guint i = 0; i < line->len; i++)
        g_string_append_printf(out, "%s\n", (char *)line->pdata[i]);
    g_string_append_printf(out, "%zu events, %zu participations, %zu affiliations\n", c->n_events, c->n_participations,
                           c->n_affiliations);
    return g_strdup(out->str);
}

/* 73 documents, each as TSV and as XMI, by other people: the two readers tell the same. */
static void test_suite(void)
{
    g_autofree char *suite = support_shared("webanno/tsv3-suite");
    if (!suite)
        return;
    g_autoptr(GDir) dir = g_dir_open(suite, 0, NULL);
    char *folder = support_folder();
    unsigned n = 0, n_mentions = 0, n_differ = 0;
    for (const char *name; (name = g_dir_read_name(dir));) {
        g_autofree char *one = g_build_filename(suite, name, "reference.xmi", NULL);
        g_autofree char *other = g_build_filename(suite, name, "reference.tsv", NULL);
        if (!g_file_test(one, G_FILE_TEST_EXISTS))
            continue;
        n++;
        g_autofree char *labels = write_labels(folder, one, other);
        g_autofree char *a = list_mentions(one, labels), *b = list_mentions(other, labels);
        for (const char *line = strchr(a, '\n'); line; line = strchr(line + 1, '\n'))
            n_mentions += g_ascii_isdigit(line[1]);
        if (strcmp(a, b) != 0) {
            n_differ++;
            g_test_message("%s differs; XMI:\n%s\nTSV:\n%s", name, a, b);
        }
    }
    support_remove_folder(folder);
    g_test_message("%u documents, %u mentions and counts", n, n_mentions);
    g_assert_cmpuint(n, ==, 73);
    g_assert_cmpuint(n_differ, ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/xmi/layers", test_layers);
    g_test_add_func("/xmi/slots", test_slots);
    g_test_add_func("/xmi/views", test_views);
    g_test_add_func("/xmi/long-text", test_long_text);
    g_test_add_func("/xmi/dirt", test_dirt);
    g_test_add_func("/xmi/failures", test_failures);
    g_test_add_func("/xmi/suite", test_suite);
    return g_test_run();
}
