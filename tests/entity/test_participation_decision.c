/* test_participation_decision.c - decisions of participations: kept, dropped, given a role, in contradiction. */
#include "decisions.h"
#include "support.h"

static const char tei[] =
    "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='d'><standOff><listPerson><person xml:id='ann'><persName>Ann Ek"
    "</persName></person><person xml:id='bo'><persName>Bo</persName></person></listPerson><listEvent><event xml:id='e'>"
    "<listRelation><relation type='participation' name='host' active='#ann'/><relation type='participation' "
    "name='speaker' active='#ann'/><relation type='participation' active='#bo'/></listRelation></event><event "
    "xml:id='f'><listRelation><relation type='participation' active='#bo'/></listRelation></event></listEvent>"
    "</standOff><text><body><p>Text</p></body></text></TEI>";

/* What is left as "actor@event role …", how many rows counted, and how many of two codes were told. */
static void assert_decided(const char *rows, const char *left, size_t n_decided, unsigned n_unknown,
                           unsigned n_conflicts)
{
    char *folder = support_folder();
    g_autofree char *table = g_strconcat("decision\tkind\ta\tb\trole\tdocument\n", rows, NULL);
    g_free(support_file(folder, "d.xml", tei));
    g_free(support_file(folder, "decisions.tsv", table));
    const char *input[] = {folder};
    ReadOptions options = {0};
    g_autoptr(Diagnostics) told = diagnostics_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(Corpus) c = corpus_read(input, 1, &options, told, &error);
    g_assert_no_error(error);
    g_autoptr(Cast) cast = cast_resolve(c, NULL, 0, told, NULL);
    cast_decide(c, cast, told);
    g_autoptr(GString) list = g_string_new(NULL);
    for (size_t i = 0; i < c->n_participations; i++)
        g_string_append_printf(list, "%s%s@%s %s", i ? "; " : "", c->ref[c->participation[i].actor.i].text,
                               c->event[c->participation[i].event.i].id, c->participation[i].role);
    g_assert_cmpstr(list->str, ==, left);
    g_assert_cmpuint(c->n_decided, ==, n_decided);
    g_assert_cmpuint(diagnostics_count_code(told, DIAGNOSTIC_DECISION_UNKNOWN), ==, n_unknown);
    g_assert_cmpuint(diagnostics_count_code(told, DIAGNOSTIC_DECISION_CONFLICT), ==, n_conflicts);
    support_remove_folder(folder);
}

#define ALL "ann@e host; ann@e speaker; bo@e attendee; bo@f attendee"

static void test_decided(void)
{
    assert_decided("", ALL, 0, 0, 0);
    assert_decided("keep\tparticipation\te\tann\t\t\n", ALL, 1, 0, 0);
    assert_decided("drop\tparticipation\te\tann\thost\t\n", "ann@e speaker; bo@e attendee; bo@f attendee", 1, 0, 0);
    assert_decided("drop\tparticipation\te\tAnn Ek\t\td\n", "bo@e attendee; bo@f attendee", 1, 0, 0);
    assert_decided("role:chair\tparticipation\tf\tbo\t\td.xml\n",
                   "ann@e host; ann@e speaker; bo@e attendee; bo@f chair", 1, 0, 0);
}

static void test_unknown(void)
{
    assert_decided("drop\tparticipation\tf\tann\t\t\n", ALL, 0, 1, 0);
    assert_decided("drop\tparticipation\te\tann\tguest\t\n", ALL, 0, 1, 0);
    assert_decided("drop\tparticipation\te\tann\t\tother\n", ALL, 0, 1, 0);
}

/* Rows that contradict each other change nothing, however many there are; others count. */
static void test_conflicts(void)
{
    assert_decided("drop\tparticipation\te\tann\thost\t\nkeep\tparticipation\te\tann\thost\t\n", ALL, 0, 0, 1);
    assert_decided("drop\tparticipation\te\tann\thost\t\nkeep\tparticipation\te\tann\thost\t\n"
                   "role:x\tparticipation\te\tann\thost\t\ndrop\tparticipation\tf\tbo\t\t\n",
                   "ann@e host; ann@e speaker; bo@e attendee", 1, 0, 2);
    assert_decided("role:x\tparticipation\te\tbo\t\t\nrole:y\tparticipation\te\tbo\t\t\n", ALL, 0, 0, 1);
    assert_decided("drop\tparticipation\te\tann\t\t\nkeep\tparticipation\te\tann\t\t\n", ALL, 0, 0, 1);
    assert_decided("drop\tparticipation\te\tbo\t\t\ndrop\tparticipation\te\tbo\tattendee\t\n",
                   "ann@e host; ann@e speaker; bo@f attendee", 2, 0, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/participation-decision/decided", test_decided);
    g_test_add_func("/participation-decision/unknown", test_unknown);
    g_test_add_func("/participation-decision/conflicts", test_conflicts);
    return g_test_run();
}
