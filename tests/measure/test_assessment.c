/* test_assessment.c - tests measure/assessment*.c: spans, links, events, participations and ties counted by hand. */
#include "assessment.h"
#include "support.h"
#include <math.h>
#include <string.h>

/* One side: a document of this body and register, read with its text. */
typedef struct Read {
    Corpus *corpus;
    Cast *cast;
    Hierarchy *hierarchy;
    Incidence *incidence;
    Network *network;
} Read;

static void read_clear(Read *r)
{
    network_free(r->network);
    incidence_free(r->incidence);
    hierarchy_free(r->hierarchy);
    cast_free(r->cast);
    corpus_free(r->corpus);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Read, read_clear)

static Read read_text(const char *folder, const char *name, const char *body, const char *register_)
{
    g_autofree char *text = g_strdup_printf("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/><standOff>%s"
                                            "</standOff><text><body>%s</body></text></TEI>",
                                            register_, body);
    g_autofree char *file = g_strconcat(name, ".xml", NULL);
    g_autofree char *path = support_file(folder, file, text);
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    const char *const input[] = {path};
    GError *error = NULL;
    Read r = {0};
    Selection selection;
    selection_init(&selection);
    selection.level = LEVEL_ALL;
    r.corpus = corpus_read(input, 1, &(ReadOptions){.keep_text = true, .unit = {UNIT_EVENT, 0}}, diagnostics, &error);
    g_assert_no_error(error);
    r.cast = cast_resolve(r.corpus, NULL, 0, diagnostics, &error);
    g_assert_no_error(error);
    r.hierarchy = hierarchy_new(r.corpus, r.cast, diagnostics);
    r.incidence = incidence_build(r.corpus, r.cast, r.hierarchy, &selection, diagnostics, &error);
    g_assert_no_error(error);
    r.network = network_project(r.incidence, &selection, &error);
    g_assert_no_error(error);
    return r;
}

static Assessment *assess(const Read *gold, const Read *system)
{
    GError *error = NULL;
    Assessment *a = assessment_new(&(AssessmentSide){gold->corpus, gold->cast},
                                   &(AssessmentSide){system->corpus, system->cast}, &error);
    g_assert_no_error(error);
    return a;
}

static const char gold_body[] =
    "<p><persName ref=\"#ada\">Ada Brandt</persName> of <country ref=\"#XA\">Arvia</country> met "
    "<persName ref=\"#bo\">Bo Lindqvist</persName> at the <eventName ref=\"#e1\">Quay Talks</eventName>. "
    "<persName ref=\"#ada\">Brandt</persName> thanked <orgName ref=\"#pilots\">the Pilots</orgName>.</p>"
    "<div type=\"sidebar\"><p><country ref=\"#XB\">Belmark</country> votes.</p></div>";
static const char gold_register[] =
    "<listPerson><person xml:id=\"ada\"><persName>Ada Brandt</persName></person>"
    "<person xml:id=\"bo\"><persName>Bo Lindqvist</persName></person></listPerson>"
    "<listOrg><org xml:id=\"pilots\"><orgName>the Pilots</orgName></org></listOrg>"
    "<listPlace><place xml:id=\"XA\" type=\"country\"><country>Arvia</country></place>"
    "<place xml:id=\"XB\" type=\"country\"><country>Belmark</country></place></listPlace>"
    "<listEvent><event xml:id=\"e1\" when=\"2020-05-04\"><label>Quay Talks</label><listRelation>"
    "<relation type=\"participation\" name=\"attendee\" active=\"#ada\" passive=\"#e1\"/>"
    "<relation type=\"participation\" name=\"host\" active=\"#bo\" passive=\"#e1\"/>"
    "<relation type=\"participation\" name=\"host\" active=\"#pilots\" passive=\"#e1\"/>"
    "</listRelation></event></listEvent>";

/* Other ids; one border off, one type wrong, one missed, one false alarm in what the gold calls a sidebar; a host who
 * is called a speaker; one who took no part. */
static const char system_body[] =
    "<p><persName ref=\"#p1\">Ada Brandt</persName> of <country ref=\"#AR\">Arvia</country> met "
    "<persName ref=\"#p2\">Bo</persName> Lindqvist at the <eventName ref=\"#m\">Quay Talks</eventName>. "
    "<persName ref=\"#p3\">Brandt</persName> thanked the <persName ref=\"#p4\">Pilots</persName>.</p>"
    "<p><country ref=\"#BE\">Belmark</country> votes.</p>";
static const char system_register[] =
    "<listPerson><person xml:id=\"p1\"><persName>A. Brandt</persName></person>"
    "<person xml:id=\"p2\"><persName>Bo</persName></person><person xml:id=\"p3\"><persName>Brandt</persName></person>"
    "<person xml:id=\"p4\"><persName>Pilots</persName></person></listPerson>"
    "<listPlace><place xml:id=\"AR\" type=\"country\"><country>Arvia</country></place>"
    "<place xml:id=\"BE\" type=\"country\"><country>Belmark</country></place></listPlace>"
    "<listEvent><event xml:id=\"m\" when=\"2020-05-04\"><label>Talks</label><listRelation>"
    "<relation type=\"participation\" name=\"attendee\" active=\"#p1\" passive=\"#m\"/>"
    "<relation type=\"participation\" name=\"speaker\" active=\"#p2\" passive=\"#m\"/>"
    "<relation type=\"participation\" name=\"attendee\" active=\"#BE\" passive=\"#m\"/>"
    "</listRelation></event></listEvent>";

static void assert_count(const AssessmentCount *c, size_t gold, size_t system, size_t match)
{
    g_assert_cmpuint(c->n_gold, ==, gold);
    g_assert_cmpuint(c->n_system, ==, system);
    g_assert_cmpuint(c->n_match, ==, match);
}

static void test_counts(void)
{
    char *folder = support_folder();
    g_auto(Read) gold = read_text(folder, "g", gold_body, gold_register);
    g_auto(Read) system = read_text(folder, "s", system_body, system_register);
    g_autoptr(Assessment) a = assess(&gold, &system);
    g_assert_cmpuint(a->n_documents, ==, 1); /* one alone on each side: with each other */
    g_assert_cmpuint(a->document[0].n_apart, ==, 0);
    assert_count(&a->exact[SPAN_OFFICIAL], 3, 4, 2);
    assert_count(&a->overlap[SPAN_OFFICIAL], 3, 4, 3);
    assert_count(&a->exact[SPAN_COUNTRY], 1, 2, 1); /* the sidebar is not the gold's */
    assert_count(&a->exact[SPAN_AGENCY], 1, 0, 0);
    assert_count(&a->exact[SPAN_EVENT], 1, 1, 1);
    assert_count(&a->exact[SPAN_ALL], 6, 7, 4);
    assert_count(&a->overlap[SPAN_ALL], 6, 7, 5);
    for (size_t i = 0; i < a->n_spans[GOLD]; i++)
        if (a->span[GOLD][i].class == SPAN_AGENCY)
            g_assert_cmpuint(a->span[GOLD][i].other, !=, ASSESSMENT_NONE); /* a person stands there */
    assert_count(&a->events, 1, 1, 1);
    assert_count(&a->participations, 3, 3, 2);
    g_assert_cmpuint(a->n_same_role, ==, 1);
    AssessmentCount ties = assessment_ties(a, gold.network, system.network, NULL, NULL);
    assert_count(&ties, 3, 3, 1);
    support_remove_folder(folder);
}

/* Which event is which, its mentions tell better than who was there: of the drill the system knows one of three, who
 * alone was at the talks, too. */
static void test_events(void)
{
    static const char body[] = "<p><persName ref=\"#ada\">Ada</persName>, <persName ref=\"#bo\">Bo</persName> and "
                               "<persName ref=\"#cy\">Cy</persName> joined the <eventName ref=\"#e1\">Reed Drill"
                               "</eventName> after Ada's <rs type=\"event\" ref=\"#e2\">talks</rs>.</p>";
    static const char drafted[] = "<p><persName ref=\"#ada\">Ada</persName>, Bo and Cy joined the "
                                  "<eventName ref=\"#e1\">Reed Drill</eventName> after Ada's talks.</p>";
    static const char event[] = "<listEvent><event xml:id=\"e1\"><listRelation>"
                                "<relation type=\"participation\" name=\"attendee\" active=\"%s\" passive=\"#e1\"/>"
                                "</listRelation></event><event xml:id=\"e2\"><listRelation>"
                                "<relation type=\"participation\" name=\"host\" active=\"%s\" passive=\"#e2\"/>"
                                "</listRelation></event></listEvent>";
    char *folder = support_folder();
    g_autofree char *all = g_strdup_printf(event, "#ada #bo #cy", "#ada"), *one = g_strdup_printf(event, "#ada", "");
    g_auto(Read) gold = read_text(folder, "g", body, all);
    g_auto(Read) system = read_text(folder, "s", drafted, one);
    g_autoptr(Assessment) a = assess(&gold, &system);
    assert_count(&a->participations, 4, 1, 1);
    for (size_t i = 0; i < a->n_participations[GOLD]; i++) {
        const AgreedParticipation *p = &a->participation[GOLD][i];
        const Participation *row = &gold.corpus->participation[p->participation.i];
        if (p->other != ASSESSMENT_NONE)
            g_assert_cmpstr(row->role, ==, "attendee");
    }
    support_remove_folder(folder);
}

/* Mentions that both have: Ada, Arvia, Bo, Brandt. Gold clusters {Ada, Brandt} {Arvia} {Bo}, system all apart. */
static void test_links(void)
{
    char *folder = support_folder();
    g_auto(Read) gold = read_text(folder, "g", gold_body, gold_register);
    g_auto(Read) system = read_text(folder, "s", system_body, system_register);
    g_autoptr(Assessment) a = assess(&gold, &system);
    g_assert_cmpuint(a->links.n_mentions, ==, 4);
    g_assert_cmpfloat_with_epsilon(a->links.b3_precision, 1, 1e-12);
    g_assert_cmpfloat_with_epsilon(a->links.b3_recall, (0.5 + 0.5 + 1 + 1) / 4, 1e-12);
    /* φ4: 2·1/(2+1) for one of Ada's halves, 1, 1 */
    g_assert_cmpfloat_with_epsilon(a->links.ceaf_recall, (2 / 3.0 + 2) / 3, 1e-12);
    g_assert_cmpfloat_with_epsilon(a->links.ceaf_precision, (2 / 3.0 + 2) / 4, 1e-12);
    /* the other way round precision and recall change places */
    g_autoptr(Assessment) b = assess(&system, &gold);
    g_assert_cmpfloat_with_epsilon(b->links.b3_precision, a->links.b3_recall, 1e-12);
    g_assert_cmpfloat_with_epsilon(b->links.ceaf_recall, a->links.ceaf_precision, 1e-12);
    assert_count(&b->exact[SPAN_ALL], 7, 6, 4);
    support_remove_folder(folder);
}

static void test_itself(void)
{
    char *folder = support_folder();
    g_auto(Read) gold = read_text(folder, "g", gold_body, gold_register);
    g_autoptr(Assessment) a = assess(&gold, &gold);
    for (SpanClass c = 0; c < N_SPAN_CLASSES; c++)
        assert_count(&a->exact[c], a->exact[c].n_gold, a->exact[c].n_gold, a->exact[c].n_gold);
    g_assert_cmpfloat(a->links.b3_f1, ==, 1);
    g_assert_cmpfloat_with_epsilon(a->links.ceaf_f1, 1, 1e-6);
    assert_count(&a->participations, 3, 3, 3);
    g_assert_cmpuint(a->n_same_role, ==, 3);
    g_autoptr(GArray) missing = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    AssessmentCount ties = assessment_ties(a, gold.network, gold.network, missing, missing);
    assert_count(&ties, 3, 3, 3);
    g_assert_cmpuint(missing->len, ==, 0);
    support_remove_folder(folder);
}

/* A system that marks nothing: recall 0, precision undefined. And nothing against nothing. */
static void test_nothing(void)
{
    char *folder = support_folder();
    g_auto(Read) gold = read_text(folder, "g", gold_body, gold_register);
    g_auto(Read) none = read_text(folder, "s", "<p>Ada Brandt of Arvia.</p>", "");
    g_autoptr(Assessment) a = assess(&gold, &none);
    assert_count(&a->exact[SPAN_ALL], 6, 0, 0);
    g_assert_cmpfloat(count_recall(&a->exact[SPAN_ALL]), ==, 0);
    g_assert_true(isnan(count_precision(&a->exact[SPAN_ALL])));
    g_assert_cmpfloat(count_f1(&a->exact[SPAN_ALL]), ==, 0);
    g_assert_true(isnan(a->links.b3_f1));
    g_autoptr(Assessment) b = assess(&none, &none);
    g_assert_true(isnan(count_f1(&b->exact[SPAN_ALL])));
    support_remove_folder(folder);
}

/* A country inside a body's name, that the gold does not mark there; a body cut short is wrong all the same. */
static void test_nested(void)
{
    char *folder = support_folder();
    g_auto(Read) gold = read_text(folder, "gold",
                                  "<p>The <orgName ref=\"#b\">Bank of Arvia</orgName> met the "
                                  "<orgName ref=\"#p\">Port of Belmark Board</orgName> in "
                                  "<country ref=\"#XA\">Arvia</country>.</p>",
                                  "");
    g_auto(Read) system =
        read_text(folder, "system",
                  "<p>The <orgName ref=\"#b\">Bank of <country ref=\"#XA\">Arvia</country></orgName> met the "
                  "<orgName ref=\"#p\">Port of <country ref=\"#XB\">Belmark</country></orgName> Board in "
                  "<country ref=\"#XA\">Arvia</country>.</p>",
                  "");
    g_autoptr(Assessment) a = assess(&gold, &system);
    assert_count(&a->exact[SPAN_COUNTRY], 1, 3, 1);
    assert_count(&a->exact[SPAN_AGENCY], 2, 2, 1);
    g_assert_cmpuint(a->n_nested, ==, 2);
    const char *around[] = {NULL, "Bank of Arvia", NULL, "Port of Belmark Board", NULL};
    g_assert_cmpuint(a->n_spans[SYSTEM], ==, G_N_ELEMENTS(around));
    for (size_t i = 0; i < a->n_spans[SYSTEM]; i++) {
        uint32_t row = a->span[SYSTEM][i].around;
        bool known = row != ASSESSMENT_NONE;
        g_assert_cmpstr(known ? gold.corpus->mention[a->span[GOLD][row].mention.i].text : NULL, ==, around[i]);
        g_assert_cmpuint(i < a->n_spans[GOLD] ? a->span[GOLD][i].around : ASSESSMENT_NONE, ==, ASSESSMENT_NONE);
    }
    support_remove_folder(folder);
}

static void test_without_text(void)
{
    g_autoptr(Made) made = made_new((const char *const[]){"a x", "b x", NULL});
    g_autoptr(GError) error = NULL;
    AssessmentSide side = {made->corpus, made->cast};
    g_assert_null(assessment_new(&side, &side, &error));
    g_assert_nonnull(error);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/assessment/counts", test_counts);
    g_test_add_func("/assessment/events", test_events);
    g_test_add_func("/assessment/links", test_links);
    g_test_add_func("/assessment/itself", test_itself);
    g_test_add_func("/assessment/nothing", test_nothing);
    g_test_add_func("/assessment/nested", test_nested);
    g_test_add_func("/assessment/without-text", test_without_text);
    return g_test_run();
}
