/* test_conll.c - CoNLL columns: every scheme, every layout, every kind of damage, and files that other people made. */
#include "conll.h"
#include "failure.h"
#include "told.h"

static Told *conll(const char *name, const char *text)
{
    const char *const file[] = {name, text, NULL};
    ReadOptions options = {.keep_text = true};
    return told_with(&options, file);
}

static char type_letter(ActorType type)
{
    return type == ACTOR_OFFICIAL ? 'p' : type == ACTOR_AGENCY ? 'o' : type == ACTOR_COUNTRY ? 'c' : '?';
}

/* "p:Anna o:Red Cross" */
static char *mentions(const Told *t)
{
    g_assert_no_error(t->error);
    GString *all = g_string_new(NULL);
    for (size_t i = 0; i < t->corpus->n_mentions; i++) {
        const Mention *m = &t->corpus->mention[i];
        g_string_append_printf(all, "%s%c:%s", i ? "; " : "", type_letter(m->type), m->text);
    }
    return g_string_free(all, FALSE);
}

static void assert_mentions(const char *name, const char *text, const char *expected, size_t n_diagnostics)
{
    g_autoptr(Told) t = conll(name, text);
    g_autofree char *found = mentions(t);
    g_assert_cmpstr(found, ==, expected);
    g_assert_cmpuint(diagnostics_size(t->diagnostics), ==, n_diagnostics);
}

static void test_schemes(void)
{
    static const char *const two = "p:Anna; p:Bo; o:Red Cross";
    assert_mentions("d.conll", "Anna I-PER\nBo B-PER\nof O\nRed I-ORG\nCross I-ORG\n", two, 0);
    assert_mentions("d.conll", "Anna B-PER\nBo B-PER\nof O\nRed B-ORG\nCross I-ORG\n", two, 0);
    assert_mentions("d.conll", "Anna S-PER\nBo S-PER\nof O\nRed B-ORG\nCross E-ORG\n", two, 0);
    assert_mentions("d.conll", "Anna U-PER\nBo U-PER\nof O\nRed B-ORG\nCross L-ORG\n", two, 0);
    assert_mentions("d.conll", "Anna\tB-PEr\r\nBo\tB-PER\r\nof\tO\r\nRed\tB-org\r\nCross\tI-ORG\r\n", two, 0);
    assert_mentions("d.conll", "Anna PERSON\nand O\nBo PERSON\nof O\nRed ORG\nCross ORG\nand O\n", two, 0);
    /* BMES with a mark of three words */
    assert_mentions("d.conll", "the O\nOld B-ORG\nRed M-ORG\nCross E-ORG\nBo S-PER\n", "o:Old Red Cross; p:Bo", 0);
    /* a sentence ends a mark of IOB1 */
    assert_mentions("d.conll", "a O\nAnna I-PER\n\nBo I-PER\nb O\n", "p:Anna; p:Bo", 0);
    /* another type begins another mark */
    assert_mentions("d.conll", "Anna I-PER\nUNO I-ORG\nx O\n", "p:Anna; o:UNO", 0);
}

static void test_layouts(void)
{
    assert_mentions("d.conll", "Anna NNP I-NP B-PER\nruns VB B-VP O\n", "p:Anna", 0);
    assert_mentions("d.iob2", "1\tAnna\tB-PER\t-\tme\n2\truns\tO\t-\tme\n", "p:Anna", 0); /* tag in the middle */
    assert_mentions("d.bio", "B-PER\tAnna\nO\truns\n", "p:Anna", 0);                      /* tag first */
    assert_mentions("d.conll", "1984 B-PER\n2000 O\n", "p:1984", 0);   /* numbers, not a column of them */
    assert_mentions("d.conll", "# O\nAnna B-PER\n# O\n", "p:Anna", 0); /* # is a word here */
    assert_mentions("d.conll", "# a remark\nAnna B-PER\nruns O\n", "p:Anna", 0);
    assert_mentions("d.conll", "\xEF\xBB\xBFÁnna B-PER\nruns O", "p:Ánna", 0); /* no line end */
    assert_mentions("d.tsv", "Anna\tB-PER\nruns\tO\n", "p:Anna", 0);           /* no incidence table */
    assert_mentions("d.conll",
                    "1 Could could MD O 3 aux\n2 Anna anna NN PERSON 1 x\n3 go go VB O 0 ROOT\n4 . . . O 1 x\n",
                    "p:Anna", 0); /* CoreNLP */
}

/* The layout of a file of two blocks, so many rows each. */
static ConllLayout layout_of(const char *a, unsigned n_a, const char *b, unsigned n_b)
{
    g_autoptr(GString) bytes = g_string_new(NULL);
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    for (unsigned i = 0; i < n_a + n_b; i++) {
        g_string_append(bytes, i < n_a ? a : b);
        g_string_append(bytes, i % 9 == 8 ? "\n\n" : "\n");
    }
    Rows rows = {.diagnostics = diagnostics, .path = "d.conll", .bytes = bytes};
    ConllLayout layout;
    rows_rewind(&rows);
    conll_layout_find(&layout, &rows);
    g_assert_cmpuint(diagnostics_size(diagnostics), ==, 0);
    return layout;
}

/* What most rows are counts, wherever they stand: the first two hundred decide nothing by themselves. */
static void test_first_rows(void)
{
    static const char *const row[] = {"a O",         "Anna B-PER", "a X O",    "a X B-PER", "# O",        "# X O",
                                      "# a comment", "1 a X O",    "Bo I-PER", "a O X",     "a PERSON X", "(12 a"};
    for (size_t i = 0; i < G_N_ELEMENTS(row); i++) {
        for (size_t k = 0; k < G_N_ELEMENTS(row); k++) {
            ConllLayout first = layout_of(row[i], 300, row[k], 700), last = layout_of(row[k], 700, row[i], 300);
            g_assert_cmpuint(first.n_columns, ==, last.n_columns);
            g_assert_cmpint(first.token, ==, last.token);
            g_assert_cmpint(first.tag, ==, last.tag);
            g_assert_cmpint(first.chain, ==, last.chain);
            g_assert_true(first.numbered == last.numbered && first.varies == last.varies);
            g_assert_true(first.tag < 0 || first.scheme == last.scheme);
        }
    }
    g_assert_cmpuint(layout_of("a O", 300, "a X O", 700).n_columns, ==, 3);
    g_assert_cmpuint(layout_of("a O", 700, "a X O", 300).n_columns, ==, 2);
    g_assert_cmpint(layout_of("a X", 300, "a X", 700).tag, ==, -1);
    g_assert_cmpint(layout_of("a O", 999, "Bo B-PER", 1).tag, ==, 1);
    g_assert_cmpint(layout_of("a O", 700, "Bo I-PER", 300).scheme, ==, SCHEME_IOB1);
}

static void test_text(void)
{
    g_autoptr(Told) t = conll("d.conll", "# newdoc id = first\n# meta::title = On Anna\n# date = 2020-05-06\n"
                                         "# text = Anna (of Laos) runs.\n"
                                         "Anna B-PER\n( O\nof O\nLaos B-ORG\n) O\nruns O\n. O\n\n"
                                         "It O\nends O\n\n"
                                         "# newdoc\nBo B-PER\nruns O\n\n-DOCSTART- -X-\n\nCy B-PER\nruns O\n");
    g_assert_no_error(t->error);
    const Corpus *c = t->corpus;
    g_assert_cmpuint(c->n_documents, ==, 3);
    g_assert_cmpstr(c->document[0].id, ==, "first");
    g_assert_cmpstr(c->document[0].title, ==, "On Anna");
    g_assert_cmpstr(c->document[0].text, ==, "Anna (of Laos) runs. It ends");
    g_assert_cmpstr(c->document[1].id, ==, "d-2");
    g_assert_cmpstr(c->document[2].text, ==, "Cy runs");
    char date[DATE_SIZE];
    g_assert_cmpstr(date_format(c->document[0].date, date), ==, "2020-05-06");
    const Mention *laos = &c->mention[1];
    g_assert_cmpuint(laos->place.line, ==, 8);
    g_assert_cmpuint(laos->place.column, ==, 6);
    g_assert_cmpstr(c->passage[laos->passage[PASSAGE_SENTENCE].i].text, ==, "Anna (of Laos) runs.");
}

/* No blank line in the whole file: sentences by rule; where words are numbered, the numbers tell. */
static void test_without_blank_lines(void)
{
    g_autoptr(Told) t = conll("d.conll", "Anna B-PER\nruns O\n. O\nBo B-PER\nruns O\n. O\n");
    g_assert_cmpstr(t->corpus->passage[t->corpus->mention[1].passage[PASSAGE_SENTENCE].i].text, ==, "Bo runs .");
    g_autoptr(Told) u = conll("d.conll", "1 Anna B-PER\n2 runs O\n1 Bo B-PER\n2 runs O\n");
    g_assert_cmpstr(u->corpus->passage[u->corpus->mention[1].passage[PASSAGE_SENTENCE].i].text, ==, "Bo runs");
}

static void test_coreference(void)
{
    g_autoptr(Told) t =
        conll("d.conll", "# begin document a\n0\tAnna\t(person-1-Anna_Kiss%2C_PM)\n1\tof\t_\n"
                         "2\tthe\t(organization-2(organization-3\n3\tBank\torganization-2)organization-3)\n"
                         "4\tShe\t(person-1)\n# end document\n");
    g_autofree char *found = mentions(t);
    g_assert_cmpstr(found, ==, "p:Anna; o:the Bank; o:the Bank; p:She");
    const Corpus *c = t->corpus;
    g_assert_cmpstr(c->ref[c->mention_ref[c->mention[0].refs.first].i].text, ==, "Anna Kiss, PM");
    g_assert_cmpuint(c->mention_ref[c->mention[3].refs.first].i, ==, c->mention_ref[c->mention[0].refs.first].i);
    g_assert_cmpstr(c->document[0].id, ==, "a");
    /* CoNLL-2012: names in one column, chains in another; rows as long as they like */
    g_autoptr(Told) u =
        conll("e.conll", "#begin document (nw/a); part 000\nnw/a 0 0 Anna NNP (S* - - - - (PERSON) (V* (1)\n"
                         "nw/a 0 1 of IN * - - - - * * -\nnw/a 0 2 the DT * - - - - (ORG* * (2|(3\n"
                         "nw/a 0 3 Bank NNP * - - - - *) * 2)\nnw/a 0 4 . . *) - - - - * *) 3)\n\n"
                         "nw/a 0 0 She PRP * - - - - * (1)\n\n#end document\n"
                         "#begin document (nw/a); part 001\nnw/a 1 0 She PRP * - - - - * * (1)\n");
    g_autofree char *both = mentions(u);
    g_assert_cmpstr(both, ==, "p:Anna; o:the Bank; p:She");
    g_assert_cmpuint(u->corpus->n_documents, ==, 2);
    g_assert_cmpstr(u->corpus->document[1].id, ==, "nw/a-1");
}

/* Each kind of damage: its code, and where the caret stands. */
static void test_damage(void)
{
    static const struct {
        const char *text;
        DiagnosticCode code;
        unsigned line, column;
    } told[] = {
        {"Anna B-PER\nof O\nRed I-ORG\nBo B-PER\n", DIAGNOSTIC_BAD_TAG, 3, 5},           /* IOB2 */
        {"a O\nAnna I-PER\nof O\nRed I-ORG\nx O\nBo B-PER\n", DIAGNOSTIC_BAD_TAG, 6, 4}, /* IOB1 */
        {"Anna B-PER\nof O\nRed S-ORG\n", DIAGNOSTIC_BAD_TAG, 2, 4},                     /* no end */
        {"Anna S-PER\nof O\nRed U-ORG\nBo S-PER\n", DIAGNOSTIC_BAD_TAG, 3, 5},           /* BILOU in BIOES */
        {"Anna S-PER\nof O\nRed E-ORG\nBo S-PER\n", DIAGNOSTIC_BAD_TAG, 3, 5},           /* ends nothing */
        {"a O\nAnna B-PER\nof O\nRed ORG\nx O\nx O\nx O\nx O\nx O\nx O\nx O\nx O\nx O\nx O\nx O\nx O\nx O\nx O\nx O\nx "
         "O\n",
         DIAGNOSTIC_BAD_TAG, 4, 5},                                                /* bare */
        {"Anna B-PER\nof O\nRed\nBo B-PER\n", DIAGNOSTIC_BAD_ROW, 3, 4},           /* too few columns */
        {"Anna B-PER\nof O\nRed of Laos O\nBo B-PER\n", DIAGNOSTIC_BAD_ROW, 3, 8}, /* too many */
        {"Anna\tx\tB-PER\nof\tx\tO\n\tx\tO\n", DIAGNOSTIC_BAD_ROW, 3, 1},          /* no word */
        {"Anna\tNN\tB-PER\nof\tIN\tO\nRe", DIAGNOSTIC_BAD_ROW, 3, 3},              /* cut off */
        {"# text = Anna of Rom\nAnna B-PER\nof O\nRome O\n", DIAGNOSTIC_TEXT_DIFFERS, 1, 18},
        {"# text = Anna of Rome now\nAnna B-PER\nof O\nRome O\n", DIAGNOSTIC_TEXT_DIFFERS, 1, 22},
        {"0 Anna (person-1\n1 of _\n2 Bo (person-2)\n", DIAGNOSTIC_UNBALANCED, 1, 8},
        {"0 Anna (person-1)\n1 of _\n2 Bo person-2)\n", DIAGNOSTIC_UNBALANCED, 3, 6},
        {"Anna B-PER\nof O\nRed B-Gizmo\n", DIAGNOSTIC_UNKNOWN_LABEL, 3, 5},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        g_autoptr(Told) t = conll("d.conll", told[i].text);
        g_assert_no_error(t->error);
        g_test_message("%zu: %s", i, told[i].text);
        g_assert_cmpuint(told_count(t, told[i].code), ==, 1);
        g_assert_cmpuint(diagnostics_size(t->diagnostics), ==, 1);
        const Diagnostic *d = diagnostics_get(t->diagnostics, 0);
        g_assert_cmpuint(d->place.line, ==, told[i].line);
        g_assert_cmpuint(d->place.column, ==, told[i].column);
        g_assert_true(d->help || diagnostic_code_help(d->code));
        g_assert_cmpuint(t->corpus->n_mentions, >, 0); /* the rest is read */
    }
}

static void test_long_line(void)
{
    g_autofree char *long_word = g_strnfill(1100000, 'x');
    g_autofree char *text = g_strconcat("Anna B-PER\n", long_word, " O\nof O\n", NULL);
    g_autoptr(Told) t = conll("d.conll", text);
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_BAD_LINE), ==, 1);
    g_assert_cmpuint(t->corpus->n_mentions, ==, 1);
}

static void test_failures(void)
{
    g_autoptr(Told) t = conll("d.conll", "Anna B-PER\n\xC3\xA1 \xFF\n");
    Failure f = failure_of(t->error);
    g_assert_cmpstr(f.code, ==, "bad-encoding");
    g_assert_cmpuint(f.place.line, ==, 2);
    g_assert_cmpuint(f.place.column, ==, 3);
    const char *const file[] = {"a.conll", "Anna B-PER\nof O\n", "d.conll", "these are\nonly words\n", NULL};
    ReadOptions options = {0};
    g_autoptr(Told) u = told_with(&options, file);
    g_assert_no_error(u->error);
    g_assert_cmpuint(u->corpus->n_mentions, ==, 1);
    g_assert_cmpuint(told_count(u, DIAGNOSTIC_UNKNOWN_FORMAT), ==, 1);
}

static size_t count_type(const Corpus *c, const char *suffix)
{
    size_t n = 0;
    for (size_t i = 0; i < c->n_mentions; i++)
        n += suffix == NULL || g_str_has_suffix(c->mention[i].text, suffix);
    return n;
}

static Told *shared(const char *name, const char *labels)
{
    g_autofree char *path = support_shared(name);
    if (!path)
        return NULL;
    Told *t = g_new0(Told, 1);
    t->folder = support_folder();
    t->diagnostics = diagnostics_new();
    g_autofree char *table = labels ? support_file(t->folder, "labels.tsv", labels) : NULL;
    const char *input[] = {path};
    ReadOptions options = {.labels = table, .keep_text = true};
    t->corpus = corpus_read(input, 1, &options, t->diagnostics, &t->error);
    g_assert_no_error(t->error);
    g_assert_cmpuint(diagnostics_count(t->diagnostics, SEVERITY_ERROR), ==, 0);
    return t;
}

static size_t of_type(const Corpus *c, ActorType type)
{
    size_t n = 0;
    for (size_t i = 0; i < c->n_mentions; i++)
        n += c->mention[i].type == type;
    return n;
}

static size_t n_sentences(const Corpus *c)
{
    size_t n = 0;
    for (size_t i = 0; i < c->n_stretches; i++)
        n += c->stretch[i].kind == STRETCH_SENTENCE;
    return n;
}

/* A letter for every byte that is not blank, of all texts: no word is lost, none is there twice. */
static char *squeeze(const Corpus *c)
{
    GString *s = g_string_new(NULL);
    for (size_t i = 0; i < c->n_documents; i++)
        for (const char *p = c->document[i].text; p && *p; p++)
            if (!g_ascii_isspace(*p))
                g_string_append_c(s, *p);
    return g_string_free(s, FALSE);
}

/* The words of a column of the file, by nobody else's code: how many, and all of them without blanks. */
static size_t count_words(const char *path, const char *separator, size_t column, char **squeezed)
{
    g_autofree char *text = NULL;
    GString *s = g_string_new(NULL);
    size_t n = 0;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_auto(GStrv) line = g_strsplit(text, "\n", -1);
    for (char **l = line; *l; l++) {
        g_auto(GStrv) field = g_strsplit(*l, separator, -1);
        if (g_str_has_prefix(*l, "# ") && column == 1)
            continue;
        if (g_strv_length(field) <= column + 1 || g_str_has_prefix(*l, "-DOCSTART-"))
            continue;
        for (const char *p = field[column]; *p; p++)
            if (!g_ascii_isspace(*p))
                g_string_append_c(s, *p);
        n++;
    }
    *squeezed = g_string_free(s, FALSE);
    return n;
}

/* PUD: as its .stats and its README count them. Places are called blocs, so that all are mentions. */
static void test_pud(void)
{
    g_autoptr(Told) t = shared("conll/uner_en_pud/en_pud-ud-test.iob2", "label\tmeaning\nLOC\tbloc\n");
    if (!t)
        return;
    g_assert_cmpuint(of_type(t->corpus, ACTOR_BLOC), ==, 426);
    g_assert_cmpuint(of_type(t->corpus, ACTOR_AGENCY), ==, 235);
    g_assert_cmpuint(of_type(t->corpus, ACTOR_OFFICIAL), ==, 414);
    g_assert_cmpuint(count_type(t->corpus, NULL), ==, 1075);
    g_assert_cmpuint(t->corpus->n_documents, ==, 397);
    g_autofree char *path = support_shared("conll/uner_en_pud/en_pud-ud-test.iob2"), *words = NULL;
    g_autofree char *read = squeeze(t->corpus);
    g_assert_cmpuint(n_sentences(t->corpus), ==, 1000);
    g_assert_cmpuint(count_words(path, "\t", 1, &words), ==, 21176);
    g_assert_cmpstr(read, ==, words);
    g_assert_cmpuint(diagnostics_size(t->diagnostics), ==, 0);
}

/* wikigold: an independent count of runs of tags under IOB1 (a run ends at another type, O, or a blank line). */
static void test_wikigold(void)
{
    g_autofree char *path = support_shared("conll/wikigold/wikigold.conll.txt"), *text = NULL;
    g_autoptr(Told) t = shared("conll/wikigold/wikigold.conll.txt", "label\tmeaning\nLOC\tbloc\nMISC\tcountry\n");
    if (!t)
        return;
    size_t n[4] = {0};
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_auto(GStrv) line = g_strsplit(text, "\n", -1);
    static const char *const type[] = {"I-PER", "I-ORG", "I-LOC", "I-MISC"};
    const char *before = "";
    for (char **l = line; *l; l++) {
        const char *tag = strrchr(*l, ' ') ? strrchr(*l, ' ') + 1 : "";
        for (size_t k = 0; k < G_N_ELEMENTS(type); k++)
            n[k] += strcmp(tag, type[k]) == 0 && strcmp(before, tag) != 0;
        before = tag;
    }
    g_assert_cmpuint(of_type(t->corpus, ACTOR_OFFICIAL), ==, n[0]);
    g_assert_cmpuint(of_type(t->corpus, ACTOR_AGENCY), ==, n[1]);
    g_assert_cmpuint(of_type(t->corpus, ACTOR_BLOC), ==, n[2]);
    g_assert_cmpuint(of_type(t->corpus, ACTOR_COUNTRY), ==, n[3]);
    g_assert_cmpuint(n[0] + n[1] + n[2] + n[3], ==, t->corpus->n_mentions);
    g_assert_cmpuint(t->corpus->n_documents, ==, 145);
    g_assert_cmpuint(n[0], ==, 934); /* as those who made it count them */
    g_assert_cmpuint(n[1], ==, 898);
    g_assert_cmpuint(n[2], ==, 1014);
    g_assert_cmpuint(n[3], ==, 712);
    g_autofree char *words = NULL, *read = squeeze(t->corpus);
    g_assert_cmpuint(count_words(path, " ", 0, &words), ==, 39007);
    g_assert_cmpstr(read, ==, words);
    g_assert_cmpuint(diagnostics_size(t->diagnostics), ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/conll/schemes", test_schemes);
    g_test_add_func("/conll/layouts", test_layouts);
    g_test_add_func("/conll/first-rows", test_first_rows);
    g_test_add_func("/conll/text", test_text);
    g_test_add_func("/conll/without-blank-lines", test_without_blank_lines);
    g_test_add_func("/conll/coreference", test_coreference);
    g_test_add_func("/conll/damage", test_damage);
    g_test_add_func("/conll/long-line", test_long_line);
    g_test_add_func("/conll/failures", test_failures);
    g_test_add_func("/conll/pud", test_pud);
    g_test_add_func("/conll/wikigold", test_wikigold);
    return g_test_run();
}
