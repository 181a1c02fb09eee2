/* test_recall.c - reviewed texts come back: what a person marked stays, what rules made goes, and is added again. */
#include "recall.h"
#include "support.h"
#include <string.h>

static const char reviewed[] =
    "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:id=\"a\"><teiHeader><fileDesc><titleStmt><title>Talks</title>"
    "</titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><standOff>"
    "<listOrg><org xml:id=\"qda\" type=\"agency\"><orgName>Quill Data Agency</orgName>"
    "<orgName type=\"variant\">QDA</orgName></org></listOrg>"
    "<listEvent><event xml:id=\"e1\" type=\"meeting\" when=\"2021-05-14\"><eventName>talks</eventName><listRelation>"
    "<relation type=\"participation\" name=\"host\" active=\"#qda\" passive=\"#e1\" corresp=\"#m1\"/>"
    "<relation type=\"participation\" name=\"attendee\" active=\"#PE\" passive=\"#e1\" resp=\"#entente-met\"/>"
    "</listRelation></event></listEvent>"
    "<listRelation type=\"affiliation\"><relation type=\"affiliation\" name=\"agency_of\" active=\"#qda\" "
    "passive=\"#PE\"/></listRelation></standOff><text><body>"
    "<p>The <orgName xml:id=\"m1\" ref=\"#qda\">QDA</orgName> met <country ref=\"#PE\" "
    "resp=\"#entente-country-name\" cert=\"high\">Peru</country> in <placeName>Lima</placeName>.</p>"
    "<div type=\"sidebar\"><p>Other news.</p></div></body></text></TEI>";

static Draft *recalled(GPtrArray *drafts, const char *xml)
{
    char *folder = support_folder();
    g_autofree char *path = support_file(folder, "a.xml", xml);
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(GError) error = NULL;
    bool read = recall_read((const char *const *)&path, 1, drafts, diagnostics, &error);
    g_assert_no_error(error);
    g_assert_true(read);
    g_assert_cmpuint(drafts->len, ==, 1);
    support_remove_folder(folder);
    return drafts->pdata[0];
}

static GPtrArray *drafts_new(void) { return g_ptr_array_new_with_free_func((GDestroyNotify)draft_free); }

static char *marks_of(const Draft *d)
{
    GString *got = g_string_new(NULL);
    for (guint i = 0; i < d->mark->len; i++) {
        const Mark *m = draft_mark(d, i);
        g_string_append_printf(got, "%s%c%c %.*s", got->len ? "; " : "", "CAOBEPIDR"[m->kind], m -> rule ? '-' : '!',
                               (int)(m->to - m->from), d->text + m->from);
    }
    return g_string_free(got, FALSE);
}

static void test_person(void)
{
    g_autoptr(GPtrArray) drafts = drafts_new();
    Draft *d = recalled(drafts, reviewed);
    g_autofree char *marks = marks_of(d);
    g_assert_cmpstr(marks, ==, "A! QDA; P! Lima"); /* Peru was a rule's */
    g_assert_cmpstr(draft_mark(d, 0)->id, ==, "m1");
    g_assert_cmpint(d->source, ==, DRAFT_TEI);
    g_assert_cmpstr(d->title, ==, "Talks");
    g_assert_cmpuint(d->event->len, ==, 1);
    g_assert_cmpuint(d->participation->len, ==, 1);
    const DraftParticipation *p = draft_row(d->participation, DraftParticipation, 0);
    g_assert_cmpstr(p->role, ==, "host");
    g_assert_cmpuint(p->evidence.n, ==, 1);
    g_assert_cmpuint(draft_target(d, p->evidence.first), ==, 0);
    g_assert_cmpuint(d->affiliation->len, ==, 1);
    const DraftActor *qda = draft_actor(d, p->actor);
    g_assert_cmpstr(qda->label, ==, "Quill Data Agency");
    g_assert_cmpuint(qda->variants.n, ==, 1);
    g_assert_cmpint(draft_block(d, 0)->kind, ==, BLOCK_PARAGRAPH);
    g_assert_cmpint(draft_block(d, d->block->len - 1)->kind, ==, BLOCK_SIDEBAR);
}

/* A draft of the same text as rules make it. */
static Draft *by_rules(const Draft *like)
{
    Draft *d = draft_new("a", like->text, like->n_text);
    const char *words[] = {"QDA", "Peru", "met", "A met", "Lima"};
    const MarkKind kind[] = {MARK_AGENCY, MARK_COUNTRY, MARK_EVENT, MARK_INSTRUMENT, MARK_OFFICIAL};
    DraftActor actors[] = {{.id = "qda", .type = ACTOR_AGENCY, .label = "QDA", .rule = "x"},
                           {.id = "PE", .type = ACTOR_COUNTRY, .label = "Peru", .rule = "x"},
                           {.id = "lima", .type = ACTOR_OFFICIAL, .label = "Lima", .rule = "x"}};
    g_array_append_vals(d->actor, actors, 3);
    DraftEvent event = {.id = "a-e1", .label = "met", .parent = ID_NONE, .rule = "event-verb"};
    g_array_append_val(d->event, event);
    const uint32_t target[] = {0, 1, 0, 0, 2};
    for (uint32_t i = 0; i < G_N_ELEMENTS(words); i++) {
        const char *at = strstr(d->text, words[i]);
        Mark m = {.from = (uint32_t)(at - d->text),
                  .to = (uint32_t)(at - d->text + (long)strlen(words[i])),
                  .kind = kind[i],
                  .class = "nam",
                  .cert = CERT_HIGH,
                  .rule = "x",
                  .targets = draft_add_targets(d, &target[i], i == 3 ? 0 : 1)};
        g_array_append_val(d->mark, m);
    }
    return d;
}

static void test_add(void)
{
    g_autoptr(GPtrArray) drafts = drafts_new();
    Draft *d = recalled(drafts, reviewed);
    g_autoptr(Draft) rules = by_rules(d);
    recall_add(d, rules);
    g_autofree char *marks = marks_of(d);
    /* "A met" would cross the person's QDA; Lima is a place for the person, and may be somebody's name for the rule */
    g_assert_null(strstr(marks, "A met"));
    g_assert_nonnull(strstr(marks, "C- Peru"));
    g_assert_nonnull(strstr(marks, "A! QDA"));
    g_assert_null(strstr(marks, "A- QDA"));
    unsigned n_qda = 0;
    for (guint i = 0; i < d->actor->len; i++)
        n_qda += strcmp(draft_actor(d, i)->id, "qda") == 0;
    g_assert_cmpuint(n_qda, ==, 1);
    g_autofree char *before = marks_of(d);
    recall_add(d, rules); /* a second time adds nothing */
    g_autofree char *after = marks_of(d);
    g_assert_cmpstr(before, ==, after);
}

static void test_nothing(void)
{
    g_autoptr(GPtrArray) drafts = drafts_new();
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(GError) error = NULL;
    const char *path = "no/such/file.xml";
    g_assert_false(recall_read(&path, 1, drafts, diagnostics, &error));
    g_assert_nonnull(error);
    g_assert_cmpuint(drafts->len, ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/recall/person", test_person);
    g_test_add_func("/recall/add", test_add);
    g_test_add_func("/recall/nothing", test_nothing);
    return g_test_run();
}
