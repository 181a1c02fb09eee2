/* test_standoff.c - marks apart from a text: offsets held against it, ids found, and what comes out as with TEI. */
#include "error.h"
#include "failure.h"
#include "standoff.h"
#include "told.h"

typedef struct Stand {
    Builder *b;
    Diagnostics *diagnostics;
    ReadOptions options;
    Standoff *s;
} Stand;

static bool is_country(const char *name, const char *language, bool people)
{
    return strcmp(name, "Laos") == 0 || (people && strcmp(name, "Lao") == 0);
}

static Stand *stand(const char *text)
{
    Stand *t = g_new0(Stand, 1);
    t->options = (ReadOptions){.keep_text = true, .is_country = is_country};
    t->diagnostics = diagnostics_new();
    t->b = builder_new(&t->options, t->diagnostics);
    t->s = standoff_new(t->b->pool, t->diagnostics);
    t->s->head.path = "a/d.x";
    t->s->head.name = "d.x";
    g_string_assign(t->s->text, text);
    return t;
}

static void stand_free(Stand *t)
{
    standoff_free(t->s);
    builder_free(t->b);
    diagnostics_free(t->diagnostics);
    g_free(t);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Stand, stand_free)

static uint32_t mark(Stand *t, const char *label, uint32_t begin, uint32_t end, const char *claim)
{
    return standoff_add_mark(
        t->s, &(StandoffMark){.label = label, .span = {begin, end}, .claim = claim, .cert = CERT_UNSTATED});
}

static Corpus *finish(Stand *t)
{
    g_autoptr(GError) error = NULL;
    standoff_settle(t->s, OFFSET_CODE_POINT, &error);
    g_assert_no_error(error);
    standoff_deliver(t->s, t->b);
    return builder_finish(t->b);
}

static void test_units(void)
{
    static const char text[] = "é😀 Ann";
    static const uint32_t begin[] = {[OFFSET_BYTE] = 7, [OFFSET_CODE_POINT] = 3, [OFFSET_UTF16] = 4};
    for (unsigned unit = 0; unit < N_OFFSET_UNITS; unit++) {
        for (unsigned told = 0; told < N_OFFSET_UNITS; told++) {
            g_autoptr(Stand) t = stand(text);
            mark(t, "PER", begin[told], begin[told] + 3, "Ann");
            g_assert_true(standoff_settle(t->s, (OffsetUnit)unit, NULL));
            g_assert_cmpint(standoff_mark(t->s, 0)->dropped, ==, unit != told);
            if (unit == told)
                g_assert_cmpuint(standoff_mark(t->s, 0)->span.begin, ==, 7);
            else
                g_assert_nonnull(strstr(diagnostics_get(t->diagnostics, 0)->help, offset_unit_name((OffsetUnit)told)));
        }
    }
}

static void test_wrong(void)
{
    static const struct {
        uint32_t begin, end;
        const char *claim, *said;
    } told[] = {{0, 3, "Ann", NULL},          {0, 3, NULL, NULL},
                {4, 12, "met  Bob", NULL},    {0, 3, "Bob", "\"Ann\""},
                {0, 4, "Annx", "said to"},    {0, 99, NULL, "has 12"},
                {5, 4, NULL, "before"},       {99, 100, "x", "has 12"},
                {0, 12, "Ann met Bob", NULL}, {0, UINT32_MAX, NULL, "has 12"}};
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        g_autoptr(Stand) t = stand("Ann met\n Bob");
        mark(t, "PER", told[i].begin, told[i].end, told[i].claim);
        g_assert_true(standoff_settle(t->s, OFFSET_CODE_POINT, NULL));
        g_assert_cmpint(standoff_mark(t->s, 0)->dropped, ==, told[i].said != NULL);
        g_assert_cmpuint(diagnostics_count_code(t->diagnostics, DIAGNOSTIC_BAD_OFFSET), ==, told[i].said != NULL);
        if (told[i].said)
            g_assert_nonnull(strstr(diagnostics_get(t->diagnostics, 0)->text, told[i].said));
    }
    g_autoptr(Stand) t = stand("a😀b");
    mark(t, "PER", 0, 2, NULL); /* between the halves of a pair */
    g_assert_true(standoff_settle(t->s, OFFSET_UTF16, NULL));
    g_assert_nonnull(strstr(diagnostics_get(t->diagnostics, 0)->text, "inside a character"));
}

/* Offsets of the same text with other line ends: the help says which. */
static void test_line_ends(void)
{
    static const struct {
        const char *text, *claim;
        uint32_t begin, end;
        const char *help;
    } told[] = {{"A\r\nB\r\n\xC3\x81nn", "\xC3\x81nn", 4, 7, "Unix"},
                {"A\nB\nAnn", "Ann", 6, 9, "Windows"},
                {"A\nB\nAnn", "Bob", 6, 9, NULL},
                {"A\r\nB\r\nAnn", "B\nAnn", 2, 7, "Unix"}};
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        g_autoptr(Stand) t = stand(told[i].text);
        mark(t, "PER", told[i].begin, told[i].end, told[i].claim);
        g_assert_true(standoff_settle(t->s, OFFSET_CODE_POINT, NULL));
        g_assert_true(standoff_mark(t->s, 0)->dropped);
        const char *help = diagnostics_get(t->diagnostics, 0)->help;
        g_assert_true(told[i].help ? help && strstr(help, told[i].help) : !help || !strstr(help, "line end"));
    }
}

static void test_bad_text(void)
{
    g_autoptr(Stand) t = stand("ok\nb\xC3");
    g_autoptr(GError) error = NULL;
    t->s->text_path = "a/d.txt";
    g_assert_false(standoff_settle(t->s, OFFSET_CODE_POINT, &error));
    g_assert_cmpstr(failure_of(error).code, ==, "bad-encoding");
    g_assert_cmpuint(failure_of(error).place.line, ==, 2);
    g_assert_cmpuint(failure_of(error).place.column, ==, 2);
    g_autoptr(Stand) u = stand("");
    g_string_append_len(u->s->text, "A\0nn \x01", 6);
    mark(u, "PER", 0, 4, NULL);
    g_autoptr(Corpus) c = finish(u);
    g_assert_cmpstr(c->mention[0].text, ==, "A nn");
    g_assert_cmpuint(diagnostics_count_code(u->diagnostics, DIAGNOSTIC_CONTROL_CHARACTER), ==, 1);
}

static void test_ids(void)
{
    g_autoptr(Stand) t = stand("Ann met Bob");
    standoff_add_reference(t->s, anchor_id("T2"), "bob", (Place){0});
    standoff_add_mark(t->s, &(StandoffMark){.id = "T1", .label = "PER", .span = {0, 3}, .cert = CERT_UNSTATED});
    standoff_add_mark(t->s, &(StandoffMark){.id = "T2", .label = "PER", .span = {8, 11}, .cert = CERT_UNSTATED});
    standoff_add_mark(t->s, &(StandoffMark){.id = "T1", .label = "PER", .span = {8, 11}, .cert = CERT_UNSTATED});
    standoff_add_relation(t->s,
                          &(StandoffRelation){.label = "works_for", .from = anchor_id("T1"), .to = anchor_id("T9")});
    g_autoptr(Corpus) c = finish(t);
    g_assert_cmpuint(diagnostics_count_code(t->diagnostics, DIAGNOSTIC_DUPLICATE_ID), ==, 1);
    g_assert_cmpuint(diagnostics_count_code(t->diagnostics, DIAGNOSTIC_UNKNOWN_ID), ==, 1);
    g_assert_cmpuint(c->n_mentions, ==, 3);
    g_assert_cmpstr(c->ref[c->mention_ref[c->mention[1].refs.first].i].text, ==, "bob");
    g_assert_cmpint(c->ref[c->mention_ref[c->mention[0].refs.first].i].kind, ==, REF_NAME);
}

/* Mentions as "text[sentence]", in order. */
static char *mentions(const Corpus *c)
{
    GString *list = g_string_new(NULL);
    for (size_t i = 0; i < c->n_mentions; i++) {
        const Mention *m = &c->mention[i];
        const Marking *k = &c->marking[i];
        const Passage *s = &c->passage[m->passage[PASSAGE_SENTENCE].i];
        g_string_append_printf(list, "%s%s[%s]%s", i ? "; " : "", m->text, s->text, m->in_zone ? "z" : "");
        g_assert_cmpmem(s->text + m->begin, m->end - m->begin, m->text, strlen(m->text));
        g_assert_cmpuint(k->from, <, k->to);
        g_assert_cmpuint(k->to, <=, c->document[m->document.i].n_text);
    }
    return g_string_free(list, FALSE);
}

static void test_nested(void)
{
    g_autoptr(Stand) t = stand("The Bank of Laos and Ann met. Bob left.\n\nCid Dee.");
    mark(t, "ORG", 4, 16, "Bank of Laos");
    mark(t, "GPE", 12, 16, "Laos");
    mark(t, "PER", 21, 24, "Ann");
    mark(t, "PER", 30, 33, "Bob");
    mark(t, "PER", 41, 44, "Cid"); /* overlaps the next and is not in it */
    mark(t, "ORG", 42, 48, "id Dee");
    mark(t, "GPE", 34, 38, "left");
    mark(t, "PER", 24, 24, NULL); /* nothing */
    Span zone = {30, 33};
    g_array_append_val(t->s->zone, zone);
    g_autoptr(Corpus) c = finish(t);
    g_autofree char *list = mentions(c);
    g_assert_cmpstr(list, ==,
                    "Bank of Laos[The Bank of Laos and Ann met.]; Laos[The Bank of Laos and Ann met.]; Ann[The Bank of "
                    "Laos and Ann met.]; Bob[Bob left.]z; Cid[Cid Dee.]; id Dee[Cid Dee.]");
    g_assert_cmpuint(c->mention[3].passage[PASSAGE_PARAGRAPH].i, ==, c->mention[0].passage[PASSAGE_PARAGRAPH].i);
    g_assert_cmpuint(c->mention[4].passage[PASSAGE_PARAGRAPH].i, !=, c->mention[0].passage[PASSAGE_PARAGRAPH].i);
    g_assert_cmpuint(c->document[0].n_words, ==, 11);
    g_assert_cmpuint(c->n_remarks, ==, 1); /* "left" is a place, and none the table knows */
}

static void test_sentences(void)
{
    g_autoptr(Stand) t = stand("Ann met. Bob left. Cid.");
    mark(t, "PER", 0, 3, NULL);
    mark(t, "PER", 9, 12, NULL);
    mark(t, "PER", 19, 22, NULL);
    Span given[] = {{0, 18}, {19, 23}};
    g_array_append_vals(t->s->sentence, given, 2);
    g_autoptr(Corpus) c = finish(t);
    g_autofree char *list = mentions(c);
    g_assert_cmpstr(list, ==, "Ann[Ann met. Bob left.]; Bob[Ann met. Bob left.]; Cid[Cid.]");
}

/* A name is its words: not the blanks it is marked with, and not those that a border inside it would put in. */
static void test_blanks(void)
{
    g_autoptr(Stand) t = stand("The Harbour.Board met  Ann now.");
    mark(t, "ORG", 3, 17, " Harbour.Board");
    mark(t, "PER", 21, 27, "  Ann ");
    Span given[] = {{0, 12}, {12, 31}};
    g_array_append_vals(t->s->sentence, given, 2);
    g_autoptr(Corpus) c = finish(t);
    g_autofree char *list = mentions(c);
    g_assert_cmpstr(list, ==, "Harbour.Board[The Harbour.Board met Ann now.]; Ann[The Harbour.Board met Ann now.]");
    g_assert_cmpuint(c->mention[0].word, ==, 1);
    g_assert_cmpuint(c->mention[0].begin, ==, 4);
    g_assert_cmpuint(c->marking[0].from, ==, 3);
}

static void test_chain(void)
{
    g_autoptr(Stand) t = stand("he saw Ann Lee; she told Ann; the drill");
    const struct {
        uint32_t begin, end;
        const char *label;
    } told[] = {{0, 2, NULL}, {7, 14, "PER"}, {16, 19, "PER"}, {25, 28, "PER"}};
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++)
        standoff_add_mark(t->s, &(StandoffMark){.label = told[i].label,
                                                .span = {told[i].begin, told[i].end},
                                                .chain = i < 3 ? "c1" : NULL,
                                                .cert = CERT_UNSTATED});
    standoff_add_relation(t->s,
                          &(StandoffRelation){.label = "Coreference", .from = anchor_mark(3), .to = anchor_mark(2)});
    g_autoptr(Corpus) c = finish(t);
    g_assert_cmpuint(c->n_mentions, ==, 4);
    for (size_t i = 0; i < 4; i++) {
        g_assert_cmpstr(c->ref[c->mention_ref[c->mention[i].refs.first].i].text, ==, "Ann Lee");
        g_assert_cmpint(c->mention[i].type, ==, i == 0 ? ACTOR_OFFICIAL : ACTOR_OFFICIAL);
    }
}

static void test_claims(void)
{
    g_autoptr(Stand) t = stand("Ann hosted the Lao drill; Bob of Laos came in June.");
    uint32_t ann = mark(t, "PER", 0, 3, NULL), drill = mark(t, "Event", 15, 24, NULL);
    uint32_t bob = mark(t, "PER", 26, 29, NULL), laos = mark(t, "GPE", 33, 37, NULL),
             june = mark(t, "DATE", 46, 50, NULL);
    mark(t, "NORP", 15, 18, NULL);
    uint32_t hosts = standoff_add_relation(
        t->s, &(StandoffRelation){.label = "hosts", .from = anchor_mark(ann), .to = anchor_mark(drill)});
    standoff_add_attribute(t->s, (Anchor){ANCHOR_RELATION, hosts, NULL}, "cert", "low", (Place){0});
    standoff_add_relation(
        t->s, &(StandoffRelation){.label = "affiliation", .from = anchor_mark(bob), .to = anchor_mark(laos)});
    standoff_add_relation(
        t->s, /* an event is nobody's */
        &(StandoffRelation){.label = "affiliation", .from = anchor_mark(bob), .to = anchor_mark(drill)});
    standoff_add_relation(t->s,
                          &(StandoffRelation){.label = "attends", .from = anchor_mark(bob), .to = anchor_mark(ann)});
    uint32_t e = standoff_add_event(t->s, &(StandoffEvent){.id = "E1",
                                                           .label = "Meet",
                                                           .trigger = anchor_mark(drill),
                                                           .status = EVENT_FOCAL,
                                                           .first = DATE_UNKNOWN,
                                                           .last = DATE_UNKNOWN});
    standoff_add_argument(
        t->s, &(StandoffArgument){.event = e, .role = "Agent2", .filler = anchor_mark(bob), .cert = CERT_HIGH});
    standoff_add_argument(
        t->s, &(StandoffArgument){.event = e, .role = "Time", .filler = anchor_mark(june), .cert = CERT_UNSTATED});
    standoff_add_attribute(t->s, anchor_mark(june), "when", "2021-06", (Place){0});
    g_autoptr(Corpus) c = finish(t);
    told_assert_participations(c, "d-E1 Ann host; d-E1 Bob attendee");
    g_assert_cmpint(c->participation[0].cert, ==, CERT_LOW);
    g_assert_cmpint(c->participation[1].cert, ==, CERT_HIGH);
    g_assert_cmpuint(c->participation[0].evidence.n, ==, 1);
    g_assert_cmpuint(c->n_events, ==, 1);
    g_assert_cmpstr(c->event[0].label, ==, "Lao drill");
    g_assert_cmpstr(c->event[0].type, ==, "meet");
    char date[DATE_SIZE];
    g_assert_cmpstr(date_format(c->event[0].first, date), ==, "2021-06");
    g_assert_cmpuint(c->n_affiliations, ==, 1);
    g_assert_cmpint(c->affiliation[0].kind, ==, AFFILIATION_REPRESENTS);
    g_assert_cmpuint(diagnostics_count_code(t->diagnostics, DIAGNOSTIC_BAD_RELATION), ==, 2);
    g_assert_cmpstr(c->marking[1].event, ==, "d-E1");
}

/* An event of two texts and of a register is one; what the register says counts. */
static void test_pointed(void)
{
    const char *const file[] = {
        "a.ann", "T1\tPER 0 3\tAnn\nT2\tEvent 8 13\tdrill\nN2\tReference T2 X:e1\tx\nR1\thosts Arg1:T1 Arg2:T2\n",
        "a.txt", "Ann met drill",
        "b.ann", "T1\tPER 0 3\tBob\nT2\tEvent 8 17\tBig Drill\nN1\tReference T2 X:e1\nR1\tattends Arg2:T2 Arg1:T1\n",
        "b.txt", "Bob met Big Drill",
        NULL,    NULL,
        NULL};
    ReadOptions options = {0};
    g_autoptr(Told) alone = told_with(&options, file);
    g_assert_no_error(alone->error);
    told_assert_participations(alone->corpus, "e1 Ann host; e1 Bob attendee");
    g_assert_cmpuint(alone->corpus->n_events, ==, 1);
    g_assert_cmpuint(alone->corpus->event[0].documents.n, ==, 2);
    g_autofree char *tei = told_tei("<listEvent><event xml:id=\"e1\" type=\"exercise\" subtype=\"background\" "
                                    "when=\"2021\"><eventName>The Drill</eventName></event></listEvent>",
                                    NULL);
    const char *registered[11];
    memcpy(registered, file, sizeof file);
    registered[8] = "z.xml";
    registered[9] = tei;
    registered[10] = NULL;
    g_autoptr(Told) told = told_with(&options, registered);
    g_assert_no_error(told->error);
    const Event *e = &told->corpus->event[0];
    g_assert_cmpuint(told->corpus->n_events, ==, 1);
    g_assert_cmpstr(e->label, ==, "The Drill");
    g_assert_cmpstr(e->type, ==, "exercise");
    g_assert_cmpint(e->status, ==, EVENT_BACKGROUND);
    g_assert_cmpuint(told_count(told, DIAGNOSTIC_ID_CLASH), ==, 0);
}

/* A megabyte with a mark every few characters on one line: linear, or this takes minutes. */
static void test_long(void)
{
    enum { N = 60000 };
    g_autoptr(Stand) t = stand("");
    t->s->text_path = "a/d.txt";
    for (uint32_t i = 0; i < N; i++) {
        g_string_append(t->s->text, "Ánn Lee saw it. ");
        mark(t, "PER", 16 * i, 16 * i + 7, "Ánn Lee");
    }
    g_autoptr(Corpus) c = finish(t);
    g_assert_cmpuint(c->n_mentions, ==, N);
    g_assert_cmpuint(c->mention[N - 1].place.column, ==, 16 * (N - 1) + 1);
    g_assert_cmpuint(c->mention[N - 1].place.line, ==, 1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/standoff/units", test_units);
    g_test_add_func("/standoff/wrong", test_wrong);
    g_test_add_func("/standoff/line-ends", test_line_ends);
    g_test_add_func("/standoff/bad-text", test_bad_text);
    g_test_add_func("/standoff/ids", test_ids);
    g_test_add_func("/standoff/nested", test_nested);
    g_test_add_func("/standoff/sentences", test_sentences);
    g_test_add_func("/standoff/blanks", test_blanks);
    g_test_add_func("/standoff/chain", test_chain);
    g_test_add_func("/standoff/claims", test_claims);
    g_test_add_func("/standoff/pointed", test_pointed);
    g_test_add_func("/standoff/long", test_long);
    return g_test_run();
}
