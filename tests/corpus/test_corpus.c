/* test_corpus.c - files, folders, order, documents.tsv, what cannot be read, and the same result at any piece size. */
#include "failure.h"
#include "format.h"
#include "told.h"
#include <glib/gstdio.h>
#include <unistd.h>

#define TEI(id) "<TEI xml:id='" id "'><text><body><p><persName ref='#a'>A</persName></p></body></text></TEI>"

static void test_order(void)
{
    const char *const file[] = {"z.xml",
                                TEI("z"),
                                "a/b.xml",
                                TEI("ab"),
                                "B.tei",
                                TEI("B"),
                                "a.xml",
                                TEI("a"),
                                "c.csv",
                                "actor,event\nx,y\n",
                                ".hidden.xml",
                                "<",
                                "documents.tsv",
                                "file\n",
                                "labels.tsv",
                                "id\tlabel\n",
                                "README.md",
                                "no",
                                ".git/x.xml",
                                "<",
                                NULL};
    ReadOptions options = {0};
    g_autoptr(Told) t = told_with(&options, file);
    g_assert_no_error(t->error);
    g_autoptr(GString) names = g_string_new(NULL);
    for (size_t i = 0; i < t->corpus->n_documents; i++)
        g_string_append_printf(names, "%s ", t->corpus->document[i].name);
    g_assert_cmpstr(names->str, ==, "B.tei a.xml a/b.xml c.csv z.xml ");
    g_assert_true(g_str_has_suffix(t->corpus->document[2].path, "/a/b.xml"));
}

static void test_inputs(void)
{
    const char *const file[] = {"a/x.xml", TEI("x"),      "a/y.xml", TEI("y"),      "b/x.xml",
                                TEI("x2"), "b/notes.txt", TEI("t"),  "b/table.dat", "actor,event\nx,y\n",
                                NULL};
    ReadOptions options = {0};
    g_autoptr(Told) t = told_with(&options, file);
    g_autofree char *a = g_build_filename(t->folder, "a/", NULL), *y = g_build_filename(t->folder, "a", "y.xml", NULL),
                    *again = g_build_filename(t->folder, "b", "..", "a", "x.xml", NULL),
                    *notes = g_build_filename(t->folder, "b", "notes.txt", NULL),
                    *data = g_build_filename(t->folder, "b", "table.dat", NULL);
    const char *input[] = {y, a, again, notes, data};
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Corpus) c = corpus_read(input, 5, &options, diagnostics, NULL);
    g_assert_cmpuint(c->n_documents, ==, 4); /* each file once; any name when it is named */
    g_assert_cmpstr(c->document[0].id, ==, "t");
    g_assert_cmpstr(c->document[1].name, ==, "table.dat");
    g_assert_cmpstr(c->document[2].id, ==, "x");
    g_assert_null(strstr(c->document[2].path, "//"));
}

/* Files of one name, and texts with one xml:id, are told apart; a second text of one id is an error. */
static void test_names(void)
{
    const char *const file[] = {"2020/r.xml", "<TEI><text><body><p/></body></text></TEI>",
                                "2021/r.xml", "<TEI><text><body><p/></body></text></TEI>",
                                "x.xml",      TEI("same"),
                                "y.xml",      TEI("same"),
                                "z.csv",      "actor,event,document\nA,e,same\nB,e,elsewhere\n",
                                NULL};
    ReadOptions options = {0};
    g_autoptr(Told) t = told_with(&options, file);
    g_assert_no_error(t->error);
    g_autoptr(GString) ids = g_string_new(NULL);
    for (size_t i = 0; i < t->corpus->n_documents; i++)
        g_string_append_printf(ids, "%s ", t->corpus->document[i].id);
    g_assert_cmpstr(ids->str, ==, "r 2021/r same same#2 z same elsewhere "); /* what a table names stays as named */
    g_assert_cmpuint(diagnostics_count_code(t->diagnostics, DIAGNOSTIC_DUPLICATE_ID), ==, 1);
}

static void assert_fails(const char *path, const char *code)
{
    const char *input[] = {path};
    ReadOptions options = {0};
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(GError) error = NULL;
    g_assert_null(corpus_read(input, 1, &options, diagnostics, &error));
    g_assert_true(g_error_matches(error, ENTENTE_ERROR, ERROR_IO));
    g_autofree char *marked = g_strdup_printf(" [%s]\n", code);
    if (!strstr(error->message, marked))
        g_error("expected %s, got %s", code, error->message);
}

static void test_failures(void)
{
    const char *const file[] = {"empty/x.txt", "",         "bad.xml",     "<TEI>\n <a></b></TEI>",
                                "blob.dat",    "\x01\x02", "nothing.xml", "",
                                "ok.xml",      TEI("ok"),  NULL};
    ReadOptions options = {0};
    g_autoptr(Told) t = told_with(&options, file);
    g_assert_nonnull(t->error);
    g_autofree char *empty = g_build_filename(t->folder, "empty", NULL),
                    *missing = g_build_filename(t->folder, "missing.xml", NULL),
                    *blob = g_build_filename(t->folder, "blob.dat", NULL),
                    *nothing = g_build_filename(t->folder, "nothing.xml", NULL),
                    *bad = g_build_filename(t->folder, "bad.xml", NULL),
                    *ok = g_build_filename(t->folder, "ok.xml", NULL);
    assert_fails(empty, "empty-corpus");
    assert_fails(missing, "unreadable");
    assert_fails(blob, "unknown-format");
    assert_fails(nothing, "truncated");
    assert_fails(bad, "malformed");
    if (geteuid() != 0) {
        g_chmod(ok, 0);
        assert_fails(ok, "unreadable");
    }
    g_autoptr(GError) error = NULL;
    g_assert_null(corpus_read(NULL, 0, &options, t->diagnostics, &error));
    g_assert_nonnull(strstr(error->message, "[empty-corpus]"));
}

static void test_keep_going(void)
{
    g_autofree char *half =
        g_strdup("<TEI xml:id='h'><standOff><listPerson><person xml:id='p'/></listPerson><listEvent><event "
                 "xml:id='e'/></listEvent></standOff>"
                 "<text><body><p><persName ref='#p' corresp='#e'>P</persName></p>\n <oops></p></body></text></TEI>");
    const char *const file[] = {"a.xml", half,
                                "b.xml", TEI("b"),
                                "c.csv", "actor,event,document\nx,y,d\n\"",
                                "d.csv", "actor,event,document\nAnn,E,d\n",
                                NULL};
    ReadOptions options = {.keep_going = true};
    g_autoptr(Told) t = told_with(&options, file);
    const Corpus *c = t->corpus;
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_UNREADABLE), ==, 2);
    const Diagnostic *d = NULL;
    for (size_t i = 0; i < diagnostics_size(t->diagnostics) && !d; i++)
        d = diagnostics_get(t->diagnostics, i)->code == DIAGNOSTIC_UNREADABLE ? diagnostics_get(t->diagnostics, i)
                                                                              : NULL;
    g_assert_cmpuint(d->place.line, ==, 2);
    g_assert_true(g_str_has_suffix(d->place.path, "/a.xml"));
    g_assert_true(g_str_has_prefix(d->text, "the end tag </p> does not fit <oops> of line 2"));
    g_assert_cmpuint(c->n_records, ==, 1);
    g_assert_cmpuint(c->n_documents, ==, 3);
    g_assert_cmpuint(c->n_mentions, ==, 1);
    told_assert_participations(c, "E Ann attendee");
    g_assert_cmpstr(c->document[c->participation[0].document.i].id, ==, "d");
}

static void test_documents_table(void)
{
    const char *const file[] = {"one.xml",
                                "<TEI><teiHeader><fileDesc><titleStmt><title>Own</title></titleStmt></fileDesc></"
                                "teiHeader><text><body/></text></TEI>",
                                "sub/two.xml",
                                TEI("two"),
                                "sub/documents.tsv",
                                "FILE\tOutlet\tdate\ntwo.xml\tTimes\t2020-13\n",
                                "documents.tsv",
                                "file\ttitle\turl\toutlet\tlanguage\tdate\tcountry\n./one.xml\tTheirs\thttp://"
                                "x\tVNA\ten\t2020-09\tVN\ngone.xml\t\t\t\t\t\t\n",
                                NULL};
    ReadOptions options = {0};
    g_autoptr(Told) t = told_with(&options, file);
    const Document *one = &t->corpus->document[0], *two = &t->corpus->document[1];
    char date[DATE_SIZE];
    g_assert_cmpstr(one->title, ==, "Own");
    g_assert_cmpstr(one->url, ==, "http://x");
    g_assert_cmpstr(one->outlet, ==, "VNA");
    g_assert_cmpstr(one->language, ==, "en");
    g_assert_cmpstr(one->country, ==, "VN");
    g_assert_cmpstr(date_format(one->date, date), ==, "2020-09");
    g_assert_cmpstr(two->outlet, ==, "Times");
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_KEY_MISSING), ==, 1);
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_BAD_DATE), ==, 1);
    /* a file that is named alone has the table beside it too, and the others are not missed */
    g_autofree char *path = g_build_filename(t->folder, "one.xml", NULL);
    const char *input[] = {path};
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Corpus) alone = corpus_read(input, 1, &options, diagnostics, NULL);
    g_assert_cmpstr(alone->document[0].outlet, ==, "VNA");
    g_assert_cmpuint(diagnostics_size(diagnostics), ==, 0);
    const char *const wrong[] = {"a.xml", TEI("a"), "documents.tsv", "title\toutlet\nx\ty\n", NULL};
    g_autoptr(Told) u = told_with(&options, wrong);
    g_assert_nonnull(strstr(u->error->message, "[not-a-table]"));
}

static void test_digest(void)
{
    const char *const file[] = {"a.xml", TEI("a"), "b.xml", TEI("b"), NULL}, *const swapped[] = {"a.xml", TEI("b"),
                                                                                                 "b.xml", TEI("a"),
                                                                                                 NULL};
    ReadOptions options = {0};
    g_autoptr(Told) t = told_with(&options, file), u = told_with(&options, file), v = told_with(&options, swapped);
    g_autofree char *x = corpus_digest(t->corpus), *y = corpus_digest(u->corpus), *z = corpus_digest(v->corpus);
    g_assert_cmpstr(x, ==, y);
    g_assert_cmpstr(x, !=, z);
    g_assert_cmpuint(strlen(x), ==, 64);
    g_assert_cmpuint(t->corpus->n_bytes, ==, strlen(TEI("a")) * 2);
}

/* All that a corpus holds, in one text. */
static char *dump(const Corpus *c)
{
    GString *s = g_string_new(NULL);
    for (size_t i = 0; i < c->n_documents; i++)
        g_string_append_printf(s, "D %s %s %u %s\n", c->document[i].id, c->document[i].title, c->document[i].n_words,
                               c->document[i].digest);
    for (size_t i = 0; i < c->n_passages; i++)
        g_string_append_printf(s, "P %d %u:%u %s\n", (int)c->passage[i].kind, c->passage[i].place.line,
                               c->passage[i].place.column, c->passage[i].text);
    for (size_t i = 0; i < c->n_mentions; i++) {
        const Mention *m = &c->mention[i];
        g_string_append_printf(s, "M %s %d %d %u:%u %u-%u %u %s %u %u %u %u\n", m->id, (int)m->kind, (int)m->type,
                               m->place.line, m->place.column, m->begin, m->end, m->word, m->text, m->passage[0].i,
                               m->passage[1].i, m->passage[2].i, m->passage[3].i);
    }
    for (size_t i = 0; i < c->n_refs; i++)
        g_string_append_printf(s, "R %s %s %u:%u\n", c->ref[i].text, c->ref[i].surface, c->ref[i].place.line,
                               c->ref[i].place.column);
    for (size_t i = 0; i < c->n_records; i++)
        g_string_append_printf(s, "A %s %s %u:%u\n", c->record[i].id, c->record[i].label, c->record[i].place.line,
                               c->record[i].place.column);
    for (size_t i = 0; i < c->n_events; i++)
        g_string_append_printf(s, "E %s %s %u:%u\n", c->event[i].id, c->event[i].label, c->event[i].place.line,
                               c->event[i].place.column);
    for (size_t i = 0; i < c->n_participations; i++)
        g_string_append_printf(s, "T %u %u %s %u:%u %u\n", c->participation[i].event.i, c->participation[i].actor.i,
                               c->participation[i].role, c->participation[i].place.line,
                               c->participation[i].place.column, c->participation[i].evidence.n);
    return g_string_free(s, FALSE);
}

static char *dump_in_pieces(const char *name, const char *text, size_t n, size_t chunk)
{
    ReadOptions options = {0};
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Builder) builder = builder_new(&options, diagnostics);
    Source source = {.path = name, .name = name, .fd = -1, .head = text, .n_head = n, .chunk = chunk};
    g_assert_true(tei_read(builder, &source, NULL));
    g_autoptr(Corpus) corpus = builder_finish(builder);
    return dump(corpus);
}

static void test_pieces(void)
{
    static const char *const name[] = {"gold/001.tei.xml", "gold/003.tei.xml", "drama/tei/macbeth.xml"};
    for (size_t i = 0; i < G_N_ELEMENTS(name); i++) {
        g_autofree char *path = support_shared(name[i]), *text = NULL;
        gsize n;
        if (!path)
            return;
        g_assert_true(g_file_get_contents(path, &text, &n, NULL));
        g_autofree char *whole = dump_in_pieces(name[i], text, n, n);
        static const size_t chunk[] = {1, 7, 4096};
        for (size_t k = i == 2; k < G_N_ELEMENTS(chunk); k++) {
            g_autofree char *pieces = dump_in_pieces(name[i], text, n, chunk[k]);
            g_assert_cmpstr(pieces, ==, whole);
        }
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/corpus/order", test_order);
    g_test_add_func("/corpus/inputs", test_inputs);
    g_test_add_func("/corpus/names", test_names);
    g_test_add_func("/corpus/failures", test_failures);
    g_test_add_func("/corpus/keep-going", test_keep_going);
    g_test_add_func("/corpus/documents-table", test_documents_table);
    g_test_add_func("/corpus/digest", test_digest);
    g_test_add_func("/corpus/pieces", test_pieces);
    return g_test_run();
}
