/* test_annotation.c - annotated texts written and read again: the text, the marks, and what is counted as lost. */
#include "annotation.h"
#include "support.h"
#include <string.h>

typedef struct Read {
    char *folder;
    Diagnostics *diagnostics;
    Corpus *corpus;
    Annotated *annotated;
    char **name;
    Losses losses;
} Read;

static Corpus *read_folder(const char *folder, Diagnostics *diagnostics)
{
    const ReadOptions options = {.keep_text = true, .unit = {UNIT_EVENT, 0}};
    g_autoptr(GError) error = NULL;
    Corpus *c = corpus_read(&folder, 1, &options, diagnostics, &error);
    g_assert_no_error(error);
    return c;
}

static Read *read_file(const char *name, const char *text)
{
    Read *r = g_new0(Read, 1);
    r->folder = support_folder();
    g_free(support_file(r->folder, name, text));
    r->diagnostics = diagnostics_new();
    r->corpus = read_folder(r->folder, r->diagnostics);
    r->annotated = annotated_new(r->corpus, NULL);
    r->name = annotation_names(r->corpus);
    return r;
}

static Read *read_body(const char *stand_off, const char *body)
{
    g_autofree char *tei = g_strdup_printf("<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='d'><standOff>%s</standOff>"
                                           "<text><body xml:space='preserve'>%s</body></text></TEI>",
                                           stand_off, body);
    return read_file("d.xml", tei);
}

static void read_free(Read *r)
{
    g_strfreev(r->name);
    annotated_free(r->annotated);
    corpus_free(r->corpus);
    diagnostics_free(r->diagnostics);
    support_remove_folder(r->folder);
    g_free(r);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Read, read_free)

/* The file of the first document in this format's first or second part. */
static char *written(Read *r, bool (*write)(const Annotation *, DocumentId, Output *, GError **))
{
    const Annotation w = {.annotated = r->annotated, .name = r->name, .losses = &r->losses};
    g_autofree char *path = g_build_filename(r->folder, "out", NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(Output) out = output_open(path, true, &error);
    g_assert_true(out && write(&w, document_id_of(0), out, &error) && output_commit(out, &error));
    char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    return text;
}

static void assert_same_text(const char *body)
{
    g_autoptr(Read) r = read_body("", body);
    g_autofree char *tei = written(r, write_tei);
    g_autoptr(Read) again = read_file("d.xml", tei);
    g_assert_cmpstr(again->corpus->document[0].text, ==, r->corpus->document[0].text);
    g_assert_cmpuint(again->corpus->n_mentions, ==, r->corpus->n_mentions);
    for (size_t i = 0; i < r->corpus->n_mentions; i++) {
        g_assert_cmpuint(again->corpus->marking[i].from, ==, r->corpus->marking[i].from);
        g_assert_cmpuint(again->corpus->marking[i].to, ==, r->corpus->marking[i].to);
        g_assert_cmpint(again->corpus->mention[i].in_zone, ==, r->corpus->mention[i].in_zone);
    }
}

static void test_text(void)
{
    assert_same_text("");
    assert_same_text("\n \n");
    assert_same_text("a");
    assert_same_text("\n\n<p>a &lt; b &amp; \"c\"&#13;\n\td</p>  \n<p> </p>\n");
    assert_same_text("<p>x</p><div type='sidebar'><head>H</head><p>y <country>A</country></p></div><p>z</p>tail");
    assert_same_text("one\ntwo <country>A</country> three\n\n  four");
    assert_same_text("a <country>B\nC</country> d\ne");
    assert_same_text("<p>\xC3\xA9 <bloc>ten <country>\xF0\x9D\x84\x9E</country> \xC3\xA9</bloc>.</p>");
    assert_same_text("<p><s>A <country>B</country>.</s> <s><country>C</country></s></p>");
    assert_same_text("<p>a</p><head>late</head><p>b</p>");
}

static const char registers[] =
    "<listPlace><place xml:id='A' type='country'><country>Aland</country></place></listPlace>"
    "<listEvent><event xml:id='e' type='drill' subtype='related' notBefore='2020-01-03' notAfter='2020-02-01'>"
    "<eventName>E &amp; F</eventName><idno type='series'>s</idno></event></listEvent>"
    "<listRelation type='membership'><relation active='#A' passive='#u' from='2001-02'/></listRelation>"
    "<listRelation type='participation'><relation active='#A' passive='#e' name='host' corresp='#m' cert='low'"
    " ana='#comention'/><relation active='#A' passive='#e' name='chair' subtype='planned'/></listRelation>";

static void test_registers(void)
{
    g_autoptr(Read) r =
        read_body(registers, "<p><country xml:id='m' ref='#A' cert='medium' resp='#x'>Aland</country></p>");
    g_autofree char *tei = written(r, write_tei);
    g_autoptr(Read) again = read_file("d.xml", tei);
    const Corpus *c = again->corpus, *b = r->corpus;
    g_assert_cmpuint(c->n_participations, ==, 2);
    for (size_t i = 0; i < 2; i++) {
        const Participation *p = &c->participation[i], *q = &b->participation[i];
        g_assert_cmpstr(p->role, ==, q->role);
        g_assert_cmpint(p->cert, ==, q->cert);
        g_assert_cmpint(p->status, ==, q->status);
        g_assert_cmpuint(p->flags, ==, q->flags);
        g_assert_cmpuint(p->evidence.n, ==, q->evidence.n);
    }
    g_assert_cmpint(c->event[0].first.earliest, ==, b->event[0].first.earliest);
    g_assert_cmpint(c->event[0].last.latest, ==, b->event[0].last.latest);
    g_assert_cmpint(c->event[0].status, ==, EVENT_RELATED);
    g_assert_cmpstr(c->event[0].label, ==, "E & F");
    g_assert_cmpstr(c->event[0].series, ==, "s");
    g_assert_cmpuint(c->n_affiliations, ==, 1);
    g_assert_cmpint(c->affiliation[0].from.latest, ==, b->affiliation[0].from.latest);
    g_assert_cmpint(c->marking[0].cert, ==, CERT_MEDIUM);
    g_assert_cmpstr(c->marking[0].resp, ==, "#x");
}

/* Slow, as the schema is large: one file with one of everything. */
static void test_schema(void)
{
    g_autofree char *schema = support_shared("schemas/tei_all.rng"), *xmllint = g_find_program_in_path("xmllint");
    if (!schema || !xmllint) {
        if (schema)
            g_test_skip("no xmllint");
        return;
    }
    g_autoptr(Read) r =
        read_body(registers, "<p>x</p>\n<div type='sidebar'><head>H</head>\n<p>y</p></div> <ab type='caption'>z "
                             "<country xml:id='m' ref='#A' cert='low' resp='#x'>Aland</country> "
                             "<rs type='official' subtype='nom'>he <date when='2020-01'>now</date></rs> "
                             "<roleName type='rank' corresp='#g'>Gen.</roleName> <bloc>b</bloc> "
                             "<placeName ref='#h'>h</placeName> <name type='law'>l</name> <eventName "
                             "ref='#e'>e</eventName></ab>tail");
    g_free(written(r, write_tei));
    g_autofree char *path = g_build_filename(r->folder, "out", NULL), *told = NULL;
    char quiet[] = "--noout", kind[] = "--relaxng", *command[] = {xmllint, quiet, kind, schema, path, NULL};
    int status = -1;
    g_assert_true(g_spawn_sync(NULL, command, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &told, &status, NULL));
    if (status != 0)
        g_test_message("%s", told);
    g_assert_cmpint(status, ==, 0);
}

/* Marks that cross can only come from standoff. */
static void test_overlap(void)
{
    static const struct {
        uint32_t from, to;
        bool kept;
    } mark[] = {{0, 4, false}, {2, 9, true}, {3, 5, true}, {8, 10, false}, {10, 12, true}, {10, 11, true}};
    g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(TextMark));
    for (uint32_t i = 0; i < G_N_ELEMENTS(mark); i++) {
        TextMark m = {mark[i].from, mark[i].to, false, i};
        g_array_append_val(marks, m);
    }
    g_autoptr(GArray) others = marks_untangle(marks);
    g_assert_cmpuint(marks->len + others->len, ==, G_N_ELEMENTS(mark));
    for (guint i = 0; i < marks->len; i++)
        g_assert_true(mark[g_array_index(marks, TextMark, i).row].kept);
    for (guint i = 0; i < others->len; i++)
        g_assert_false(mark[g_array_index(others, TextMark, i).row].kept);
}

static void test_brat(void)
{
    g_autoptr(Read) r =
        read_body(registers, "<p>\xF0\x9D\x84\x9E <country xml:id='m' ref='#A' resp='#x'>A\nland</country></p>");
    g_autofree char *ann = written(r, write_brat_marks), *text = written(r, write_brat_text);
    g_assert_cmpstr(text, ==, "\xF0\x9D\x84\x9E A\nland");
    g_assert_cmpstr(ann, ==,
                    "T1\tCountry 2 3;4 8\tA land\nN1\tReference T1 entente:A\tA land\n#1\tAnnotatorNotes T1\tresp=#x\n"
                    "T2\tEvent 2 3;4 8\tA land\nA1\tClass T2 anchor\nN2\tReference T2 entente:e\tA land\n"
                    "R1\tparticipates_in Arg1:T1 Arg2:T2\t\n"
                    "#2\tAnnotatorNotes R1\tevent=e actor=A role=host cert=low comention=yes\n");
}

static void test_conll(void)
{
    g_autoptr(Read) r =
        read_body("", "<p>The <orgName>Ministry of <country>A</country></orgName>, x. Yes</p>\n\n<p>B-52</p>");
    g_autofree char *conll = written(r, write_conll);
    g_assert_cmpstr(conll, ==,
                    "-DOCSTART- O\n\nThe O\nMinistry B-agency\nof I-agency\nA I-agency\n, O\nx O\n. O\n\nYes O\n\nB O\n"
                    "- O\n52 O\n\n");
    g_assert_cmpuint(r->losses.n_losses, ==, 2); /* the country inside; who is meant, by name */
    g_assert_cmpstr(r->losses.loss[0].what, ==, "marks within other marks");
}

static void test_jsonl(void)
{
    g_autoptr(Read) r = read_body(registers, "<p>\xC3\xA9 \"\\ <country xml:id='m' ref='#A #B'>A</country></p>");
    g_autofree char *line = written(r, write_jsonl);
    g_assert_cmpstr(
        line, ==,
        "{\"text\":\"\xC3\xA9 \\\"\\\\ A\",\"document_id\":\"d\",\"entities\":[{\"id\":1,\"label\":\"country\","
        "\"start_offset\":5,\"end_offset\":6,\"ref\":[\"A\",\"B\"]},{\"id\":2,\"label\":\"event\","
        "\"start_offset\":5,\"end_offset\":6,\"ref\":\"e\",\"class\":\"anchor\"}],\"relations\":[{\"id\":1,"
        "\"from_id\":1,\"to_id\":2,\"type\":\"participates_in\",\"event\":\"e\",\"actor\":\"A\",\"role\":"
        "\"host\",\"cert\":\"low\",\"comention\":\"yes\"}]}\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/annotation/text", test_text);
    g_test_add_func("/annotation/registers", test_registers);
    g_test_add_func("/annotation/schema", test_schema);
    g_test_add_func("/annotation/overlap", test_overlap);
    g_test_add_func("/annotation/brat", test_brat);
    g_test_add_func("/annotation/conll", test_conll);
    g_test_add_func("/annotation/jsonl", test_jsonl);
    return g_test_run();
}
