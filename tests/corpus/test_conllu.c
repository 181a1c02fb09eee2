/* test_conllu.c - CoNLL-U: entities in MISC, multiword tokens, empty nodes, damage, and articles in three formats. */
#include "failure.h"
#include "told.h"

static Told *conllu(const char *text)
{
    const char *const file[] = {"d.conllu", text, NULL};
    ReadOptions options = {.keep_text = true};
    return told_with(&options, file);
}

/* A row: number, form and MISC; what stands between does not matter here. */
#define ROW(id, form, misc) id "\t" form "\t_\t_\t_\t_\t_\t_\t_\t" misc "\n"

static char *mentions(const Told *t)
{
    g_assert_no_error(t->error);
    GString *all = g_string_new(NULL);
    for (size_t i = 0; i < t->corpus->n_mentions; i++)
        g_string_append_printf(all, "%s%s", i ? "; " : "", t->corpus->mention[i].text);
    return g_string_free(all, FALSE);
}

static const char gum[] =
    "# newdoc id = doc\n# global.Entity = GRP-etype-infstat-identity\n# meta::title = On d\n"
    "# meta::dateCreated = 2020-02-03\n# newpar\n# sent_id = d-1\n# text = Anna's team, of Laos\n" ROW("1-2", "Anna's",
                                                                                                       "_")
        ROW("1", "Anna", "Entity=(1-organization-new-_(2-person-new-Anna_%22A%22)") ROW("2", "'s", "_")
            ROW("3", "team", "Entity=1)|SpaceAfter=No") ROW("4", ",", "_") ROW("4.1", "_", "Entity=(5-organization-_-_")
                ROW("5", "of", "_") ROW("6", "Laos", "Entity=(3-organization-new-_)5)") "\n# newpar\n" ROW(
                    "1", "It", "Entity=(1-organization-giv-_)") ROW("2", "won", "SpaceAfter=No") ROW("3", ".", "_");

static void test_gum(void)
{
    g_autoptr(Told) t = conllu(gum);
    g_autofree char *found = mentions(t);
    const Corpus *c = t->corpus;
    g_assert_cmpstr(found, ==, "Anna's team; Anna; of Laos; Laos; It");
    g_assert_cmpuint(diagnostics_size(t->diagnostics), ==, 0);
    g_assert_cmpstr(c->document[0].text, ==, "Anna's team, of Laos\nIt won.");
    g_assert_cmpstr(c->document[0].id, ==, "doc");
    g_assert_cmpstr(c->document[0].title, ==, "On d");
    g_assert_cmpstr(c->ref[c->mention_ref[c->mention[1].refs.first].i].text, ==, "Anna \"A\"");
    g_assert_cmpuint(c->mention_ref[c->mention[4].refs.first].i, ==, c->mention_ref[c->mention[0].refs.first].i);
    g_assert_cmpuint(c->mention[3].passage[PASSAGE_PARAGRAPH].i, !=, c->mention[4].passage[PASSAGE_PARAGRAPH].i);
    g_assert_cmpuint(c->mention[1].place.line, ==, 9);
    g_assert_cmpuint(c->mention[1].place.column, ==, 50);
}

static void test_tags(void)
{
    g_autoptr(Told) t = conllu(ROW("1", "New", "start_char=0|ner=B-ORG") ROW("2", "Bank", "ner=E-ORG|SpaceAfter=No")
                                   ROW("3", ".", "ner=O") "\n" ROW("1", "Éva", "ner=S-PERSON"));
    g_autofree char *found = mentions(t);
    g_assert_cmpstr(found, ==, "New Bank; Éva");
    g_assert_cmpuint(diagnostics_size(t->diagnostics), ==, 0);
    g_assert_cmpstr(t->corpus->document[0].text, ==, "New Bank. Éva");
    g_autoptr(Told) u = conllu(ROW("1", "New", "NE=B-ORG") ROW("2", "Bank", "NE=I-ORG") ROW("3", "won", "_")
                                   ROW("4", "Bo", "Entity=B-PER"));
    g_autofree char *others = mentions(u);
    g_assert_cmpstr(others, ==, "New Bank; Bo");
}

/* Brackets that cross, and one of each of two documents. */
static void test_crossing(void)
{
    g_autoptr(Told) t = conllu("# newdoc\n" ROW("1", "A", "Entity=(1-person") ROW("2", "B", "Entity=(2-person") ROW(
        "3", "C", "Entity=1)") ROW("4", "D", "Entity=2)") "\n# newdoc id = x\n" ROW("1", "E", "Entity=(1-person)"));
    g_autofree char *found = mentions(t);
    g_assert_cmpstr(found, ==, "A B C; B C D; E");
    g_assert_cmpuint(t->corpus->n_documents, ==, 2);
    g_assert_cmpstr(t->corpus->document[0].id, ==, "d-1");
    g_assert_cmpuint(diagnostics_size(t->diagnostics), ==, 0);
}

static void test_damage(void)
{
    static const struct {
        const char *text;
        DiagnosticCode code;
        unsigned line, column;
    } told[] = {
        {ROW("1", "A", "Entity=(1-person") ROW("2", "B", "_"), DIAGNOSTIC_UNBALANCED, 1, 26},
        {ROW("1", "A", "Entity=1)"), DIAGNOSTIC_UNBALANCED, 1, 26},
        {ROW("1", "A", "Entity=(1-person)x|y=1"), DIAGNOSTIC_UNBALANCED, 1, 36},
        {ROW("1", "A", "Entity=(1-person)()"), DIAGNOSTIC_UNBALANCED, 1, 36},
        {ROW("1", "A", "_") ROW("3", "B", "_"), DIAGNOSTIC_BAD_ROW, 2, 1},
        {ROW("1", "A", "_") ROW("x", "B", "_"), DIAGNOSTIC_BAD_ROW, 2, 1},
        {ROW("1", "A", "_") ROW("3-2", "B", "_"), DIAGNOSTIC_BAD_ROW, 2, 1},
        {ROW("1", "A", "_") ROW("2", "", "_"), DIAGNOSTIC_BAD_ROW, 2, 3},
        {ROW("1", "A", "_") "2\tB\t_\t_\n", DIAGNOSTIC_BAD_ROW, 2, 8},
        {ROW("1", "A", "_") "2\tB", DIAGNOSTIC_BAD_ROW, 2, 4},
        {ROW("1", "A", "_\t_"), DIAGNOSTIC_BAD_ROW, 1, 20},
        {"# text = A C\n" ROW("1", "A", "_") ROW("2", "B", "_"), DIAGNOSTIC_TEXT_DIFFERS, 1, 12},
        {"# text = A B and\n" ROW("1", "A", "_") ROW("2", "B", "_"), DIAGNOSTIC_TEXT_DIFFERS, 1, 13},
        {ROW("1", "A", "ner=B-PER") ROW("2", "B", "ner=O") ROW("3", "C", "ner=I-PER"), DIAGNOSTIC_BAD_TAG, 3, 23},
        {"# meta::dateCreated = May\n" ROW("1", "A", "_"), DIAGNOSTIC_BAD_DATE, 1, 23},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        g_autoptr(Told) t = conllu(told[i].text);
        g_test_message("%zu: %s", i, told[i].text);
        g_assert_no_error(t->error);
        g_assert_cmpuint(told_count(t, told[i].code), ==, 1);
        g_assert_cmpuint(diagnostics_size(t->diagnostics), ==, 1);
        const Diagnostic *d = diagnostics_get(t->diagnostics, 0);
        g_assert_cmpuint(d->place.line, ==, told[i].line);
        g_assert_cmpuint(d->place.column, ==, told[i].column);
        g_assert_true(d->help || diagnostic_code_help(d->code));
    }
    g_autoptr(Told) t = conllu("# text = \xC3\n");
    g_assert_cmpstr(failure_of(t->error).code, ==, "bad-encoding");
    g_assert_cmpuint(failure_of(t->error).place.column, ==, 10);
}

/* A bracket more than may be open at once. */
static void test_depth(void)
{
    GString *text = g_string_new("1\tA\t_\t_\t_\t_\t_\t_\t_\tEntity=");
    for (unsigned i = 0; i < 1002; i++)
        g_string_append_printf(text, "(%u-person", i);
    g_string_append_c(text, '\n');
    g_autoptr(Told) t = conllu(text->str);
    g_assert_no_error(t->error);
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_UNBALANCED), ==, 1002);
    g_assert_cmpuint(t->corpus->n_mentions, ==, 0);
    g_string_free(text, TRUE);
}

typedef struct Article {
    Corpus *corpus;
    Diagnostics *diagnostics;
} Article;

static bool read_article(Article *a, const char *name, const char *extension, const char *labels)
{
    g_autofree char *file = g_strconcat("news/GUM_news_", name, extension, NULL), *path = support_shared(file);
    if (!path)
        return false;
    const char *input[] = {path};
    ReadOptions options = {.labels = labels};
    a->diagnostics = diagnostics_new();
    a->corpus = corpus_read(input, 1, &options, a->diagnostics, NULL);
    g_assert_nonnull(a->corpus);
    return true;
}

/* Words without blanks: two of the formats have lost where blanks were. */
static char *squeeze(const char *text)
{
    GString *s = g_string_new(NULL);
    for (; *text; text++) {
        if (*text != ' ')
            g_string_append_c(s, *text);
    }
    return g_string_free(s, FALSE);
}

/* The first mention that refers to the same: what chains come to. */
static size_t first_of(const Corpus *c, size_t i)
{
    const Mention *m = &c->mention[i];
    for (size_t k = 0; k < i && m->refs.n; k++) {
        const Mention *o = &c->mention[k];
        if (o->refs.n && c->mention_ref[o->refs.first].i == c->mention_ref[m->refs.first].i)
            return k;
    }
    return i;
}

/* All kinds of mention as one kind, so that every bracket is compared; returns how many there are. */
static size_t compare_articles(const char *name, const char *labels)
{
    static const char *const extension[] = {".conllu", ".conll", ".tsv"};
    Article a[3];
    for (size_t i = 0; i < 3; i++) {
        if (!read_article(&a[i], name, extension[i], labels))
            return 0;
        g_assert_cmpuint(a[i].corpus->n_mentions, ==, a[0].corpus->n_mentions);
        g_assert_cmpuint(diagnostics_count(a[i].diagnostics, SEVERITY_ERROR), ==, 0);
    }
    size_t n = a[0].corpus->n_mentions;
    for (size_t k = 0; k < n; k++) {
        g_autofree char *text = squeeze(a[0].corpus->mention[k].text);
        for (size_t i = 1; i < 3; i++) {
            g_autofree char *other = squeeze(a[i].corpus->mention[k].text);
            g_assert_cmpstr(other, ==, text);
            g_assert_cmpint(a[i].corpus->mention[k].type, ==, a[0].corpus->mention[k].type);
            g_assert_cmpuint(first_of(a[i].corpus, k), ==, first_of(a[0].corpus, k));
        }
    }
    for (size_t i = 0; i < 3; i++) {
        corpus_free(a[i].corpus);
        diagnostics_free(a[i].diagnostics);
    }
    return n;
}

static void test_news(void)
{
    static const char *const name[] = {"afghan", "asylum", "clock", "crane", "defector", "election", "expo", "flag"};
    size_t n = 0;
    char *folder = support_folder();
    g_autofree char *labels =
        support_file(folder, "labels.tsv",
                     "label\tmeaning\nabstract\tbloc\nanimal\tbloc\nevent\tbloc\nobject\tcountry\nplace\tcountry\n"
                     "plant\tbloc\nsubstance\tbloc\ntime\tagency\n");
    for (size_t i = 0; i < G_N_ELEMENTS(name); i++)
        n += compare_articles(name[i], labels);
    support_remove_folder(folder);
    if (n)
        g_test_message("%zu mentions", n);
    g_assert_true(n == 0 || n > 1000);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/conllu/gum", test_gum);
    g_test_add_func("/conllu/tags", test_tags);
    g_test_add_func("/conllu/crossing", test_crossing);
    g_test_add_func("/conllu/damage", test_damage);
    g_test_add_func("/conllu/depth", test_depth);
    g_test_add_func("/conllu/news", test_news);
    return g_test_run();
}
