/* test_participation.c - the long and the short form: each alone, both together, in disagreement. */
#include "told.h"

#define E "<listEvent><event xml:id='e'>%s</event><event xml:id='f'/></listEvent>"

static Told *say(const char *relations, const char *body)
{
    g_autofree char *stand_off = g_strdup_printf(E, relations);
    return told_unit(UNIT_EVENT, stand_off, body);
}

/* Rows as "event actor role status cert flags(LSTUEPC) evidence". */
static void assert_rows(const Told *t, const char *expected)
{
    const Corpus *c = t->corpus;
    GString *list = g_string_new(NULL);
    for (size_t i = 0; i < c->n_participations; i++) {
        const Participation *p = &c->participation[i];
        g_string_append_printf(list, "%s%s %s %s %s %s ", i ? "; " : "", c->event[p->event.i].id, told_ref(c, p->actor),
                               p->role, participation_status_name(p->status), certainty_name(p->cert));
        for (int bit = 0; bit < 7; bit++)
            g_string_append_printf(list, "%.*s", (int)((p->flags >> bit) & 1), &"LSTUEPC"[bit]);
        for (uint32_t k = 0; k < p->evidence.n; k++)
            g_string_append_printf(list, " %s", c->mention[c->evidence[p->evidence.first + k].i].text);
        if (!ref_id_is_none(p->source))
            g_string_append_printf(list, " <%s", told_ref(c, p->source));
    }
    g_assert_cmpstr(list->str, ==, expected);
    g_string_free(list, TRUE);
}

static void test_long(void)
{
    g_autoptr(Told) t = say(
        "<listRelation type='participation'><relation name='speaker' active='#a #b' cert='low' corresp='#m2 #m1 #m2'/>"
        "<relation type='participation' subtype='inferred-affiliation' active='#o' source='#a'/>"
        "<relation type='participation' subtype='absent' name='host' active='#c' passive='#f #e' ana='#bloc-expand "
        "#comention'/>"
        "<relation type='other' active='#z'/><relation type='participation' subtype='odd' name='x' active='#d' "
        "cert='odd' corresp='#nope'/>"
        "<relation type='participation' name='x'/></listRelation>",
        "<p><persName xml:id='m1' ref='#a'>M1</persName><persName xml:id='m2' ref='#a'>M2</persName></p>");
    assert_rows(
        t,
        "e a speaker stated low L M1 M2; e b speaker stated low L M1 M2; e o represented inferred-affiliation  L <a; "
        "e c host absent  LEC; f c host absent  LEC; e d x stated  L");
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_BAD_ATTRIBUTE), ==, 3);
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_UNKNOWN_EVIDENCE), ==, 1);
}

static void test_short(void)
{
    g_autoptr(Told) t =
        say("", "<p><persName ref='#a' corresp='#e #f' role='host speaker' cert='low'>A1</persName><persName ref='#a' "
                "corresp='#e' role='host' cert='high'>A2</persName>"
                "<rs type='country' ref='#x #y' corresp='#e #f' role='guest'>both</rs><persName corresp='#e' "
                "ana='#comention'>Bob</persName>"
                "<persName ref='#a' role='host'>no event</persName><persName ref='#q' corresp='#e #f #e' role='r1 "
                "r2'>Q</persName></p>"
                "<div type='sidebar'><p><orgName ref='#s' corresp='#f'>S</orgName></p></div>");
    assert_rows(t, "e a host stated high S A1 A2; f a speaker stated low S A1; e x guest stated  S both; e y guest "
                   "stated  S both; "
                   "f x guest stated  S both; f y guest stated  S both; e Bob attendee stated  SC Bob; "
                   "e q attendee stated  S Q; e q r1 stated  S Q; f q r2 stated  S Q; f s attendee stated  S S");
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_ROLE_COUNT), ==, 1);
}

static void test_nested(void)
{
    g_autoptr(Told) t = say("", "<p><rs type='bloc' ref='#as' corresp='#e' role='guest' ana='#bloc-expand'>ten "
                                "<orgName ref='#o' corresp='#f' role='host'>O</orgName> states</rs></p>");
    assert_rows(t, "e as guest stated  SE ten O states; f o host stated  S O");
}

static void test_both(void)
{
    g_autoptr(Told) t = say("<relation type='participation' name='host' active='#a' cert='medium' corresp='#m1'/>",
                            "<p><persName xml:id='m1' ref='#a' corresp='#e' role='host'>M1</persName> <persName "
                            "ref='#a' corresp='#e' role='host' ana='#comention'>M2</persName></p>");
    assert_rows(t, "e a host stated medium LS M1 M2");
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_FORMS_DISAGREE), ==, 0);
    g_assert_cmpuint(t->corpus->participation[0].place.line, ==, 3);
}

static void test_disagree(void)
{
    /* the mention names another role: reported on both sides, the relation counts */
    g_autoptr(Told) t = say("<relation type='participation' name='host' active='#a' corresp='#m1'/>",
                            "<p><persName xml:id='m1' ref='#a' corresp='#e' role='guest'>M1</persName></p>");
    assert_rows(t, "e a host stated  L M1");
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_FORMS_DISAGREE), ==, 2);
    /* only the mention says so */
    g_autoptr(Told) u = say("<relation type='participation' name='host' active='#a'/>",
                            "<p><persName ref='#b' corresp='#e' role='host'>B</persName></p>");
    assert_rows(u, "e a host stated  L");
    g_assert_cmpuint(told_count(u, DIAGNOSTIC_FORMS_DISAGREE), ==, 1);
    /* only the relation says so, and the short form is not used for this event at all: fine */
    g_autoptr(Told) v =
        say("<relation type='participation' name='host' active='#a' corresp='#m1'/>",
            "<p><persName xml:id='m1' ref='#a'>M1</persName><persName ref='#b' corresp='#f'>B</persName></p>");
    assert_rows(v, "e a host stated  L M1; f b attendee stated  S B");
    g_assert_cmpuint(told_count(v, DIAGNOSTIC_FORMS_DISAGREE), ==, 0);
    /* inferred relations are no long form that mentions could contradict */
    g_autoptr(Told) w = say("<relation type='participation' subtype='inferred-parent' active='#o' source='#a'/>",
                            "<p><persName ref='#a' corresp='#e' role='host'>A</persName></p>");
    assert_rows(w, "e o represented inferred-parent  L <a; e a host stated  S A");
    g_assert_cmpuint(told_count(w, DIAGNOSTIC_FORMS_DISAGREE), ==, 0);
}

/* Both forms, with other words for how certain it is and for what of a bloc took part. */
static void test_sayings(void)
{
    static const struct {
        const char *relation, *mention, *said; /* of the first diagnostic; NULL: there is none */
        const char *row;
    } saying[] = {
        {"cert='high'", "cert='high'", NULL, "high LS"},
        {"cert='high'", "", NULL, "high LS"},
        {"", "cert='low'", NULL, " LS"},
        {"cert='high'", "cert='low'", "says cert low where", "high LS"},
        {"ana='#bloc-expand'", "", NULL, " LSE"},
        {"ana='#bloc-expand'", "ana='#bloc-expand'", NULL, " LSE"},
        {"", "ana='#bloc-expand'", "its relation says nothing of it", " LS"},
        {"ana='#bloc-expand'", "ana='#bloc-partial'", "says ana #bloc-partial where", " LSE"},
        {"ana='#bloc-partial'", "ana='#bloc-expand'", "its relation says #bloc-partial", " LSP"},
        {"", "ana='#comention'", "its relation says that it is stated", " LS"},
        {"ana='#comention'", "ana='#comention'", NULL, " LSC"},
        {"ana='#comention'", "", NULL, " LSC"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(saying); i++) {
        g_autofree char *relation = g_strdup_printf(
            "<relation type='participation' name='host' active='#a' corresp='#m' %s/>", saying[i].relation);
        g_autofree char *mention = g_strdup_printf(
            "<p><rs type='bloc' xml:id='m' ref='#a' corresp='#e' role='host' %s>M</rs></p>", saying[i].mention);
        g_autofree char *row = g_strdup_printf("e a host stated %s M", saying[i].row);
        g_autoptr(Told) t = say(relation, mention);
        assert_rows(t, row);
        g_assert_cmpuint(told_count(t, DIAGNOSTIC_FORMS_DISAGREE), ==, saying[i].said != NULL);
        for (size_t k = 0; k < diagnostics_size(t->diagnostics); k++) {
            const Diagnostic *d = diagnostics_get(t->diagnostics, k);
            if (d->code == DIAGNOSTIC_FORMS_DISAGREE)
                g_assert_nonnull(strstr(d->text, saying[i].said));
        }
    }
    /* one certainty for two events gainsays neither */
    g_autoptr(Told) t = say("<relation type='participation' name='host' active='#a' passive='#e' cert='high'/>"
                            "<relation type='participation' name='host' active='#a' passive='#f' cert='low'/>",
                            "<p><persName ref='#a' corresp='#e #f' role='host' cert='low'>M</persName></p>");
    assert_rows(t, "e a host stated high LS M; f a host stated low LS M");
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_FORMS_DISAGREE), ==, 0);
}

static void test_repeats(void)
{
    g_autoptr(Told) t =
        say("<relation type='participation' name='host' active='#a' corresp='#m1' ana='#comention'/><relation "
            "type='participation' name='host' active='#a' corresp='#m2'/>"
            "<relation type='participation' subtype='absent' name='host' active='#a'/>",
            "<p><persName xml:id='m1' ref='#a'>M1</persName><persName xml:id='m2' ref='#a'>M2</persName></p>");
    assert_rows(t, "e a host stated  L M1 M2; e a host absent  L");
}

/* Names without type that point to an event or a place are no actors. */
static void test_no_actor(void)
{
    g_autoptr(Told) t = told("<listPlace><place xml:id='hn'><placeName>Hanoi</placeName></place><place xml:id='VN' "
                             "type='country'/></listPlace><listEvent><event xml:id='e'/></listEvent>",
                             "<p><rs ref='#e' corresp='#e'>it</rs> <rs ref='#hn'>town</rs> <rs ref='#VN #hn'>land</rs> "
                             "<rs ref='#who'>who</rs></p>");
    g_assert_cmpint(t->corpus->mention[0].kind, ==, MENTION_EVENT);
    g_assert_cmpint(t->corpus->mention[1].kind, ==, MENTION_EVENT);
    g_assert_cmpuint(t->corpus->mention[2].refs.n, ==, 1);
    told_assert_participations(t->corpus, "d-paragraph-1 VN present; d-paragraph-1 who present");
    g_assert_cmpuint(t->corpus->n_refs, ==, 2);
}

static void test_refs(void)
{
    const char *const file[] = {"a.xml",
                                "<TEI><standOff><listRelation type='affiliation'><relation name='represents' "
                                "active='#p' passive='b.xml#VN'/></listRelation></standOff>"
                                "<text><body><p><persName ref='#p'>P one</persName> <orgName ref='a.xml#p'>P "
                                "two</orgName> <rs type='country' ref='b.xml#VN'>V</rs>"
                                "<rs type='country' ref='other.xml#VN'>W</rs></p></body></text></TEI>",
                                "b.xml", "<TEI><standOff/></TEI>", NULL};
    ReadOptions options = {0};
    g_autoptr(Told) t = told_with(&options, file);
    const Corpus *c = t->corpus;
    g_assert_cmpuint(c->n_refs, ==, 3);
    g_assert_cmpstr(c->ref[0].text, ==, "p");
    g_assert_null(c->ref[0].file); /* its own file */
    g_assert_cmpstr(c->ref[0].surface, ==, "P one");
    g_assert_cmpint(c->ref[0].hint, ==, ACTOR_OFFICIAL);
    g_assert_cmpuint(c->ref[0].place.column, <, 120); /* first used by the relation */
    g_assert_cmpstr(c->ref[1].file, ==, c->document[1].path);
    g_assert_true(g_str_has_suffix(c->ref[2].file, "/other.xml"));
    g_assert_cmpuint(c->affiliation[0].passive.i, ==, 1);
}

/* Two long lists of ids mean all pairs: a small file must not become a large corpus. */
static void test_too_many(void)
{
    g_autoptr(GString) ids = g_string_new(NULL);
    for (int i = 0; i < 5000; i++)
        g_string_append_printf(ids, "#i%d ", i);
    static const char *const form[] = {
        "<listRelation type='membership'><relation active='%s' passive='%s'/></listRelation>",
        "<relation type='participation' active='%s' passive='%s'/>",
        ("<listPerson><person xml:id='p'/></listPerson></standOff><text><body><p>"
         "<persName ref='%s' corresp='%s'>P</persName></p></body></text><standOff>")};
    for (size_t i = 0; i < G_N_ELEMENTS(form); i++) {
        g_auto(GStrv) part = g_strsplit(form[i], "%s", -1);
        g_autofree char *both = g_strjoinv(ids->str, part), *tei = told_tei(both, NULL);
        const char *const file[] = {"d.xml", tei, NULL};
        ReadOptions options = {0};
        g_autoptr(Told) t = told_with(&options, file);
        g_assert_nonnull(t->error);
        g_assert_nonnull(strstr(t->error->message, "[too-many]"));
    }
    g_autoptr(Told) t =
        told("<listRelation type='membership'><relation active='#a #b #c' passive='#x #y'/></listRelation>", "");
    g_assert_cmpuint(t->corpus->n_affiliations, ==, 6);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/participation/long", test_long);
    g_test_add_func("/participation/short", test_short);
    g_test_add_func("/participation/nested", test_nested);
    g_test_add_func("/participation/both", test_both);
    g_test_add_func("/participation/disagree", test_disagree);
    g_test_add_func("/participation/sayings", test_sayings);
    g_test_add_func("/participation/repeats", test_repeats);
    g_test_add_func("/participation/no-actor", test_no_actor);
    g_test_add_func("/participation/refs", test_refs);
    g_test_add_func("/participation/too-many", test_too_many);
    return g_test_run();
}
