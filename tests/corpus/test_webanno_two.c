/* test_webanno_two.c - WebAnno TSV 2: stacked marks, features, relations, dirt, and a document of other people's. */
#include "format.h"
#include "told.h"
#include "webanno.h"

#define NE "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
#define POS "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS"
#define HEAD " # " NE " | value # " POS " | PosValue\n"

static Told *two(const char *text, const char *labels)
{
    const char *const file[] = {"d.tsv", text, NULL};
    char *folder = support_folder();
    g_autofree char *table = labels ? support_file(folder, "labels.tsv", labels) : NULL;
    ReadOptions options = {.keep_text = true, .labels = table};
    Told *t = told_with(&options, file);
    support_remove_folder(folder);
    g_assert_no_error(t->error);
    return t;
}

/* "words type" of every mention; bytes of the text are those of the words. */
static char *mentions(const Corpus *c)
{
    GString *all = g_string_new(NULL);
    for (size_t i = 0; i < c->n_mentions; i++) {
        const Mention *m = &c->mention[i];
        g_string_append_printf(all, "%s%s %s", i ? "; " : "", m->text, actor_type_name(m->type));
        g_assert_cmpmem(c->document[0].text + c->marking[i].from, c->marking[i].to - c->marking[i].from, m->text,
                        strlen(m->text));
    }
    return g_string_free(all, FALSE);
}

static void test_spans(void)
{
    g_autoptr(Told) t =
        two(HEAD "#id=1\n#text=Ánna Bo saw Big Org, U.N.\n1-1\tÁnna\tB-PER\tNNP\t\n1-2\tBo\tI-PER\tNNP\t\n"
                 "1-3\tsaw\tO\tVBD\t\n1-4\tBig\tB-ORG|B-PER\tNNP\t\n1-5\tOrg\tI-ORG\tNNP\t\n1-6\t,\tO\t,\t\n"
                 "1-7\tU.N.\tB-ORG\tNNP\t\n\n#id=2\n#text=U.N. Cy.\n2-1\tU.N.\tB-ORG\tNNP\t\n"
                 "2-2\tCy\tPER\tNNP\t\n2-3\t.\t_\t.\t\n",
            NULL);
    g_autofree char *list = mentions(t->corpus);
    g_assert_cmpstr(list, ==, "Ánna Bo official; Big Org agency; Big official; U.N. agency; U.N. agency; Cy official");
    g_assert_cmpstr(t->corpus->document[0].text, ==, "Ánna Bo saw Big Org, U.N. U.N. Cy.");
    g_assert_cmpuint(diagnostics_size(t->diagnostics), ==, 0);
}

/* The third of a stack goes on where the first two do not; two marks of one type side by side; nothing at all. */
static void test_stacks(void)
{
    g_autoptr(Told) t = two(HEAD "#id=1\n1-1\ta\tB-PER|B-_|B-ORG\t_\t\n1-2\tb\tO-_|O-_|I-ORG\t_\t\n1-3\tc\tB-PER\t_\t\n"
                                 "1-4\td\tB-PER\t_\t\n1-5\te\t" NE "_\t_\t\n",
                            "label\tmeaning\nNamedEntity\tbloc\n");
    g_autofree char *list = mentions(t->corpus);
    g_assert_cmpstr(list, ==, "a b agency; a official; c official; d official; e bloc");
    g_assert_cmpuint(diagnostics_size(t->diagnostics), ==, 0);
}

/* The name of who is meant, and a relation that stands where it ends, in a later sentence. */
static void test_relations(void)
{
    g_autoptr(Told) t = two(" # " NE " | identifier | value # webanno.custom.Works | label | AttachTo=" NE "\n#id=1\n"
                            "1-1\tAnn\tB-http://w.org/entity/Q1\tB-PER\t_\t_\t\n"
                            "1-2\tEk\tI-http://w.org/entity/Q1\tI-PER\t_\t_\t\n\n#id=2\n2-1\tthe\t_\t_\t_\t_\t\n"
                            "2-2\tOrg\tB-Q2\tB-ORG\taffiliated_with\t1-1\t\n",
                            NULL);
    g_autofree char *list = mentions(t->corpus);
    g_assert_cmpstr(list, ==, "Ann Ek official; Org agency");
    const Corpus *c = t->corpus;
    g_assert_cmpuint(c->mention[0].refs.n, ==, 1);
    g_assert_cmpstr(c->ref[c->mention_ref[c->mention[0].refs.first].i].text, ==, "Q1");
    g_assert_cmpuint(c->n_affiliations, ==, 1);
    g_assert_cmpuint(diagnostics_size(t->diagnostics), ==, 0);
}

static void test_dirt(void)
{
    static const struct {
        const char *rows;
        DiagnosticCode code;
        uint32_t line, column;
    } dirt[] = {
        {"1-1\tAnn\tI-PER\tNNP\t\n", DIAGNOSTIC_BAD_TAG, 3, 9},
        {"1-1\tAnn\tB-PER\n", DIAGNOSTIC_BAD_ROW, 3, 14},
        {"1-1\tAnn\tB-PER\tNNP\tx\ty\n", DIAGNOSTIC_BAD_ROW, 3, 22},
        {"1:1\tAnn\tB-PER\tNNP\t\n1-2\tBo\tO\t_\t\n", DIAGNOSTIC_BAD_ROW, 3, 1},
        {"#text=Ben\n1-1\tAnn\tB-PER\tNNP\t\n", DIAGNOSTIC_TEXT_DIFFERS, 3, 7},
        {"1-1\tAnn\tB-PERSONNEL\tNNP\t\n", DIAGNOSTIC_UNKNOWN_LABEL, 3, 9},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(dirt); i++) {
        g_autofree char *text = g_strconcat(HEAD "#id=1\n", dirt[i].rows, NULL);
        g_autoptr(Told) t = two(text, NULL);
        bool told = false;
        for (size_t k = 0; k < diagnostics_size(t->diagnostics); k++) {
            const Diagnostic *d = diagnostics_get(t->diagnostics, k);
            g_test_message("%u:%u %s", d->place.line, d->place.column, d->text);
            told |= d->code == dirt[i].code && d->place.line == dirt[i].line && d->place.column == dirt[i].column;
        }
        g_assert_true(told);
    }
    g_autoptr(Told) lost = two(" # " NE " | value # webanno.custom.Works | label | AttachTo=" NE "\n#id=1\n"
                               "1-1\tAnn\tB-PER\tx\t1-9\t\n1-2\tBo\tB-PER\tx\t?\t\n",
                               NULL);
    g_assert_cmpuint(diagnostics_count_code(lost->diagnostics, DIAGNOSTIC_UNKNOWN_ID), ==, 1);
    g_assert_cmpuint(diagnostics_count_code(lost->diagnostics, DIAGNOSTIC_BAD_LINE), ==, 1);
}

static void test_is(void)
{
    static const char yes[] = HEAD "#id=1\n", bare[] = "# a.B | c\n#text=x\n";
    static const char *const no[] = {"",
                                     "#",
                                     " # a.B | c",
                                     " # a.B | c\n",
                                     "#FORMAT=WebAnno TSV 3.3\n",
                                     "# a.B\n#id=1\n",
                                     "actor\tevent\n",
                                     "# x\ty | z\n#id=1\n",
                                     "#id=1\n#text=a | b\n"};
    g_assert_true(webanno_two_is(yes, strlen(yes)));
    g_assert_true(webanno_two_is(bare, strlen(bare)));
    for (size_t i = 0; i < G_N_ELEMENTS(no); i++)
        g_assert_false(webanno_two_is(no[i], strlen(no[i])));
}

/* Names and organisations of INCEpTION's own example, counted by hand. OTH and ORGpart are given a meaning. */
static void test_shared(void)
{
    g_autofree char *path = support_shared("webanno/tsv2/example2.tsv"), *text = NULL;
    if (!path)
        return;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_autoptr(Told) t = two(text, "label\tmeaning\nLOC\tbloc\nOTH\tcountry\nORGpart\tcountry\n");
    g_autofree char *list = mentions(t->corpus);
    g_assert_cmpstr(list, ==,
                    "Ms. Haag official; Elianti country; Rolls-Royce Motor country; Rolls-Royce agency; U.S. bloc; "
                    "U.S. bloc; BELL INDUSTRIES Inc. country; BELL INDUSTRIES agency; BELL official; Bell agency; "
                    "Los Angeles bloc");
    size_t n_sentences = 0;
    for (size_t i = 0; i < t->corpus->n_stretches; i++)
        n_sentences += t->corpus->stretch[i].kind == STRETCH_SENTENCE;
    g_auto(GStrv) part = g_strsplit(text, "\n#id=", -1);
    g_assert_cmpuint(n_sentences, ==, g_strv_length(part) - 1);
    g_assert_cmpuint(diagnostics_count(t->diagnostics, SEVERITY_ERROR), ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/webanno-two/spans", test_spans);
    g_test_add_func("/webanno-two/stacks", test_stacks);
    g_test_add_func("/webanno-two/relations", test_relations);
    g_test_add_func("/webanno-two/dirt", test_dirt);
    g_test_add_func("/webanno-two/is", test_is);
    g_test_add_func("/webanno-two/shared", test_shared);
    return g_test_run();
}
