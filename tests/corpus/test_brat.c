/* test_brat.c - brat standoff: every kind of line, every kind of damage, and six corpora that other people made. */
#include "failure.h"
#include "told.h"

static Told *brat(const char *ann, const char *text)
{
    const char *const file[] = {"d.ann", ann, "d.txt", text, NULL};
    ReadOptions options = {.keep_text = true};
    return told_with(&options, file);
}

static void test_lines(void)
{
    g_autoptr(Told) t = brat("\xEF\xBB\xBFT1\tCountry 0 4\tLaos\r\n"
                             "T2\tBloc 20 25;32 41\tASEAN countries\n"
                             "T3\tEvent 10 15\tdrill\n"
                             "E1\tExercise:T3 Host:T1 Agent2:T2 Theme:E1\n"
                             "T4\tOfficial 46 50\tÁnna\n"
                             "R1\taffiliated_with Arg2:T1 Arg1:T4\t\n"
                             "N1\tReference T4 Wikidata:Q1\tAnna\n"
                             "A1\tZone T4 sidebar\n"
                             "M1\tNegation E1\n"
                             "#1\tAnnotatorNotes R1\tbasis=represents seen twice\n"
                             "#2\tAnnotationError T1\tx=y\n"
                             "*\tEquiv T1 T4\n"
                             "# a remark\n"
                             "\n"
                             "X1\tanything\n",
                             "Laos held drill for ASEAN's ten countries.\nÁnn Ánna saw it.\n");
    /* T4 is wrong on purpose: 46 50 is "n Án" */
    g_assert_no_error(t->error);
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_BAD_OFFSET), ==, 1);
    told_assert_participations(t->corpus, "d-E1 Laos host; d-E1 ASEAN's ten countries attendee");
    g_assert_cmpuint(diagnostics_size(t->diagnostics), ==, 1);
    const Mention *m = &t->corpus->mention[0];
    g_assert_cmpuint(m->place.line, ==, 1);
    g_assert_true(g_str_has_suffix(m->place.path, "d.txt"));
    g_assert_cmpstr(t->corpus->event[0].type, ==, "exercise");
    g_assert_cmpuint(t->corpus->n_documents, ==, 1); /* the .txt is none */
}

static void test_relations(void)
{
    g_autoptr(Told) t = brat("T1\tOfficial 0 4\tÁnna\nT2\tCountry 8 12\tLaos\nN1\tReference T1 Base:a:1\tx\n"
                             "N2\tReference T2 B:LA\nN3\tReference T2 B:XX\nR1\taffiliated_with Arg2:T2 Arg1:T1\n"
                             "#1\tAnnotatorNotes R1\tfrom=2020 to=2021-03\nA1\tZone T1 boilerplate\n",
                             "Ánna of Laos");
    g_assert_no_error(t->error);
    const Corpus *c = t->corpus;
    g_assert_cmpuint(c->n_affiliations, ==, 2);
    g_assert_cmpint(c->affiliation[0].kind, ==, AFFILIATION_REPRESENTS);
    g_assert_cmpstr(c->ref[c->affiliation[0].active.i].text, ==, "a:1");
    g_assert_cmpstr(c->ref[c->affiliation[1].passive.i].text, ==, "XX");
    char date[DATE_SIZE];
    g_assert_cmpstr(date_format(c->affiliation[0].to, date), ==, "2021-03");
    g_assert_true(c->mention[0].in_zone);
    g_assert_false(c->mention[1].in_zone);
    g_assert_cmpuint(c->mention[1].refs.n, ==, 2);
}

static void test_discontinuous(void)
{
    g_autoptr(Told) t = brat(
        "T1\tOrg 0 5;10 14\tNorth Bank\nT2\tOrg 6 9;10 14\tSea Bank\nT3\tOrg 0 5;6 8\tNorth Bank\n", "North Sea Bank");
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_BAD_OFFSET), ==, 1);
    g_assert_cmpuint(t->corpus->n_mentions, ==, 2);
    g_assert_cmpstr(t->corpus->mention[0].text, ==, "North Sea Bank"); /* from the first piece to the last */
    g_assert_cmpstr(t->corpus->mention[1].text, ==, "Sea Bank");
}

static void test_configuration(void)
{
    const char *const file[] = {"annotation.conf",
                                "[entities]\n!Person\n\tMinister\n\t\tPremier\n# no\nThing\n[relations]\n\tX a\n",
                                "d.ann",
                                "T1\tPremier 0 3\tAnn\nT2\tThing 4 7\tBob\n",
                                "d.txt",
                                "Ann Bob",
                                NULL};
    ReadOptions options = {0};
    g_autoptr(Told) t = told_with(&options, file);
    g_assert_no_error(t->error);
    g_assert_cmpuint(t->corpus->n_mentions, ==, 1);
    g_assert_cmpint(t->corpus->mention[0].type, ==, ACTOR_OFFICIAL);
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_UNKNOWN_LABEL), ==, 1);
}

/* Each kind of damage: its code, and where the caret stands. */
static void test_damage(void)
{
    static const struct {
        const char *ann;
        DiagnosticCode code;
        unsigned line, column;
    } told[] = {
        {"T1\tPER 0 99\tAnn\n", DIAGNOSTIC_BAD_OFFSET, 1, 4},
        {"T1\tPER 0 5\tAnn\n", DIAGNOSTIC_BAD_OFFSET, 1, 4},
        {"T1\tPER 3 0\tAnn\n", DIAGNOSTIC_BAD_OFFSET, 1, 4},
        {"T1\tPER 0 99999999999\tAnn\n", DIAGNOSTIC_BAD_OFFSET, 1, 4},
        {"T1\tPER x 3\tAnn\n", DIAGNOSTIC_BAD_LINE, 1, 8},
        {"T1\tPER -1 3\tAnn\n", DIAGNOSTIC_BAD_LINE, 1, 8},
        {"T1\tPER 0 3;\tAnn\n", DIAGNOSTIC_BAD_LINE, 1, 8},
        {"T1\tPER\n", DIAGNOSTIC_BAD_LINE, 1, 4},
        {"T1\tPER 0 3 Ann\n", DIAGNOSTIC_BAD_LINE, 1, 11},
        {"T1 PER 0 3\n", DIAGNOSTIC_BAD_LINE, 1, 3},
        {"T1\tPER 0 3\tAnn\nT1\tPER 0 3\tAnn\n", DIAGNOSTIC_DUPLICATE_ID, 2, 4},
        {"T1\tPER 0 3\tAnn\nR1\tworks_for Arg1:T1 Arg2:T2\n", DIAGNOSTIC_UNKNOWN_ID, 2, 4},
        {"R1\tworks_for Arg1:T1\n", DIAGNOSTIC_BAD_LINE, 1, 1},
        {"E1\tMeet\n", DIAGNOSTIC_BAD_LINE, 1, 4},
        {"T1\tPER 0 3\tAnn\nE1\tMeet:T1 Agent\n", DIAGNOSTIC_BAD_LINE, 2, 12},
        {"E1\tMeet:T7\n", DIAGNOSTIC_UNKNOWN_ID, 1, 4},
        {"A1\tZone\n", DIAGNOSTIC_BAD_LINE, 1, 1},
        {"N1\tReference T1 Q30\n", DIAGNOSTIC_BAD_LINE, 1, 1},
        {"N1\tReference T1 W:Q30\n", DIAGNOSTIC_UNKNOWN_ID, 1, 4},
        {"q1\tPER 0 3\tAnn\n", DIAGNOSTIC_BAD_LINE, 1, 1},
        {"T1\tProtein 0 3\tAnn\n", DIAGNOSTIC_UNKNOWN_LABEL, 1, 4},
        {"T1\tPER 0 3\tAnn\nT2\tPER 4 7\tBob\nR1\tattends Arg1:T1 Arg2:T2\n", DIAGNOSTIC_BAD_RELATION, 3, 4},
        {"T1\tPER 0 3\tAnn\nT2\tEvent 4 7\tBob\nR1\thosts Arg1:T1 Arg2:T2\n#1\tAnnotatorNotes R1\tcert=sure\n",
         DIAGNOSTIC_BAD_ATTRIBUTE, 4, 4},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        g_autoptr(Told) t = brat(told[i].ann, "Ann Bob");
        g_assert_no_error(t->error);
        g_assert_cmpuint(told_count(t, told[i].code), ==, 1);
        g_assert_cmpuint(diagnostics_size(t->diagnostics), ==, 1);
        const Diagnostic *d = diagnostics_get(t->diagnostics, 0);
        g_assert_cmpuint(d->place.line, ==, told[i].line);
        g_assert_cmpuint(d->place.column, ==, told[i].column);
        g_assert_true(g_str_has_suffix(d->place.path, "d.ann"));
        g_assert_true(d->help || diagnostic_code_help(d->code));
    }
}

static void test_failures(void)
{
    static const struct {
        const char *file[5];
        const char *code;
        unsigned line, column;
    } told[] = {
        {{"d.ann", "T1\tPER 0 3\tAnn\n", NULL}, "missing-text", 0, 0},
        {{"d.ann", "T1\tPER 0 3\tA\xFFn\n", "d.txt", "Ann", NULL}, "bad-encoding", 1, 13},
        {{"d.ann", "T1\tPER 0 3\tAnn\n", "d.txt", "Ann\nB\xFF", NULL}, "bad-encoding", 2, 2},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        ReadOptions options = {0};
        g_autoptr(Told) t = told_with(&options, told[i].file);
        g_assert_nonnull(t->error);
        Failure f = failure_of(t->error);
        g_assert_cmpstr(f.code, ==, told[i].code);
        g_assert_cmpuint(f.place.line, ==, told[i].line);
        g_assert_cmpuint(f.place.column, ==, told[i].column);
        g_assert_nonnull(f.help);
    }
    g_autoptr(Told) empty = brat("", "");
    g_assert_no_error(empty->error);
    g_assert_cmpuint(empty->corpus->n_documents, ==, 1);
}

/* Every mark of six corpora stands where its file says, by characters. */
static void test_shared(void)
{
    static const struct {
        const char *folder;
        size_t n_documents;
    } told[] = {{"brat/BioNLP-ST_2011_BioNLP-ST_2011_GE", 20},
                {"brat/CoNLL-ST_2002_esp", 10},
                {"brat/CoNLL-ST_2002_ned", 10},
                {"brat/inception_TDT", 0},
                {"brat/tutorials_bio", 13},
                {"brat/tutorials_news", 13}};
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        g_autofree char *path = support_shared(told[i].folder);
        if (!path)
            return;
        g_autoptr(Diagnostics) diagnostics = diagnostics_new();
        const char *input[] = {path};
        ReadOptions options = {0};
        g_autoptr(GError) error = NULL;
        g_autoptr(Corpus) c = corpus_read(input, 1, &options, diagnostics, &error);
        g_assert_no_error(error);
        g_assert_cmpuint(diagnostics_count_code(diagnostics, DIAGNOSTIC_BAD_OFFSET), ==, 0);
        g_assert_cmpuint(diagnostics_count_code(diagnostics, DIAGNOSTIC_BAD_LINE), ==, 0);
        g_assert_cmpuint(diagnostics_count_code(diagnostics, DIAGNOSTIC_UNKNOWN_ID), ==, 0);
        g_assert_cmpuint(diagnostics_count(diagnostics, SEVERITY_ERROR), ==, 0);
        if (told[i].n_documents)
            g_assert_cmpuint(c->n_documents, ==, told[i].n_documents);
    }
}

/* A TEI document without its text and its participations: a register. */
static char *register_of(const char *name)
{
    g_autofree char *path = support_shared(name), *text = NULL;
    if (!path)
        return NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_autoptr(GRegex) body = g_regex_new("<text>.*</text>", G_REGEX_DOTALL, 0, NULL);
    g_autoptr(GRegex) participation = g_regex_new("<relation type=\"participation\"[^>]*/>", 0, 0, NULL);
    g_autofree char *without = g_regex_replace_literal(body, text, -1, 0, "", 0, NULL);
    return g_regex_replace_literal(participation, without, -1, 0, "", 0, NULL);
}

static int compare_texts(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

/* "event status actor role certainty" of every stated participation, sorted; what is not said is sure. */
static char *stated(const Corpus *c)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < c->n_participations; i++) {
        const Participation *p = &c->participation[i];
        const Event *e = &c->event[p->event.i];
        if (p->status == PART_STATED)
            g_ptr_array_add(list, g_strdup_printf("%s (%s, %s, %s) %s %s %s %d", e->id, e->label, e->type,
                                                  event_status_name(e->status), told_ref(c, p->actor), p->role,
                                                  certainty_name(p->cert == CERT_UNSTATED ? CERT_HIGH : p->cert),
                                                  (p->flags & (PART_BLOC_EXPAND | PART_BLOC_PARTIAL)) != 0));
    }
    g_ptr_array_sort(list, compare_texts);
    g_ptr_array_add(list, NULL);
    return g_strjoinv("\n", (char **)list->pdata);
}

static void test_gold(void)
{
    static const char *const name[] = {"001", "003"};
    for (size_t i = 0; i < G_N_ELEMENTS(name); i++) {
        g_autofree char *tei_name = g_strdup_printf("gold/%s.tei.xml", name[i]);
        g_autofree char *ann_name = g_strdup_printf("gold/%s.ann", name[i]);
        g_autofree char *tei = support_shared(tei_name), *ann = support_shared(ann_name), *text = register_of(tei_name);
        if (!tei || !ann || !text)
            return;
        char *folder = support_folder();
        g_autofree char *authority = support_file(folder, "register.xml", text);
        g_autoptr(Diagnostics) diagnostics = diagnostics_new();
        const char *one[] = {tei}, *other[] = {ann, authority};
        ReadOptions options = {0};
        g_autoptr(Corpus) a = corpus_read(one, 1, &options, diagnostics, NULL);
        g_autoptr(Corpus) b = corpus_read(other, 2, &options, diagnostics, NULL);
        g_assert_nonnull(a);
        g_assert_nonnull(b);
        g_autofree char *as_tei = stated(a), *as_brat = stated(b);
        g_assert_cmpstr(as_brat, ==, as_tei);
        g_assert_cmpuint(diagnostics_count(diagnostics, SEVERITY_ERROR), ==, 0);
        g_assert_cmpuint(a->n_mentions, ==, b->n_mentions);
        support_remove_folder(folder);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/brat/lines", test_lines);
    g_test_add_func("/brat/relations", test_relations);
    g_test_add_func("/brat/discontinuous", test_discontinuous);
    g_test_add_func("/brat/configuration", test_configuration);
    g_test_add_func("/brat/damage", test_damage);
    g_test_add_func("/brat/failures", test_failures);
    g_test_add_func("/brat/shared", test_shared);
    g_test_add_func("/brat/gold", test_gold);
    return g_test_run();
}
