/* test_table.c - incidence tables under many headers, and what is wrong with rows. */
#include "told.h"

static Told *table(const char *name, const char *text)
{
    const char *const file[] = {name, text, NULL};
    ReadOptions options = {0};
    return told_with(&options, file);
}

static void test_headers(void)
{
    static const char *const header[] = {"actor,event",  "Person;EVENT",    "name\tgroup",
                                         "node,meeting", "character,scene", "member,event_id"};
    for (size_t i = 0; i < G_N_ELEMENTS(header); i++) {
        char separator = header[i][strcspn(header[i], ",;\t")];
        g_autofree char *text =
            g_strdup_printf("%s\nAnn%cE1\n#bob%cE1\nAnn%cE2\n", header[i], separator, separator, separator);
        g_autoptr(Told) t = table("t.csv", text);
        g_assert_no_error(t->error);
        told_assert_participations(t->corpus, "E1 Ann attendee; E1 bob attendee; E2 Ann attendee");
        g_assert_cmpint(t->corpus->unit.kind, ==, UNIT_EVENT);
        g_assert_cmpint(t->corpus->ref[0].kind, ==, REF_KEY);
        g_assert_cmpint(t->corpus->ref[0].hint, ==, ACTOR_OFFICIAL);
    }
}

static void test_all_columns(void)
{
    g_autoptr(Told) t = table(
        "t.tsv", "id\tactor\ttype\tevent\tevent_label\tevent_type\trole\tstatus\tevent_"
                 "status\tcert\tdate\tdocument\twhere\tana\tnotes\n"
                 "VN\tViet Nam\tcountry\te1\tDrill\tdrill\thost\tstated\tfocal\tmedium\t2021-06-24\td001\tHanoi\t\tx\n"
                 "asean\tASEAN\tbloc\te1\t\t\tattendee\tinferred-affiliation\t\t\t\td002\t\t#bloc-expand\tx\n"
                 "VN\tViet Nam\tcountry\te2\t\t\t\tabsent\tscheduled\t\t2021-06-03/2021-06-15\t\t\t\tx\n");
    const Corpus *c = t->corpus;
    told_assert_participations(c, "e2 VN attendee; e1 VN host; e1 asean attendee");
    const Event *e = &c->event[0];
    char date[DATE_SIZE];
    g_assert_cmpstr(e->label, ==, "Drill");
    g_assert_cmpstr(e->type, ==, "drill");
    g_assert_cmpstr(e->where, ==, "Hanoi");
    g_assert_cmpint(e->status, ==, EVENT_FOCAL);
    g_assert_cmpint(e->kind, ==, EVENT_TABLE);
    g_assert_cmpstr(date_format(e->first, date), ==, "2021-06-24");
    g_assert_cmpuint(e->documents.n, ==, 2);
    g_assert_cmpstr(c->document[c->event_document[e->documents.first].i].id, ==, "d001");
    g_assert_cmpint(c->event[1].status, ==, EVENT_SCHEDULED);
    g_assert_cmpstr(c->event[1].label, ==, "e2");
    g_assert_cmpstr(date_format(c->event[1].first, date), ==, "2021-06-03/2021-06-15");
    const Participation *p = &c->participation[2];
    g_assert_cmpint(p->status, ==, PART_INFERRED_AFFILIATION);
    g_assert_cmpuint(p->flags, ==, PART_TABLE | PART_BLOC_EXPAND);
    g_assert_cmpint(c->participation[1].cert, ==, CERT_MEDIUM);
    g_assert_cmpint(c->participation[0].status, ==, PART_ABSENT);
    g_assert_cmpuint(c->n_records, ==, 2);
    g_assert_cmpstr(c->record[0].label, ==, "Viet Nam");
    g_assert_true(c->record[0].from_table);
    g_assert_cmpuint(c->n_documents, ==, 3);
    g_assert_null(c->document[1].digest);
    g_assert_cmpuint(c->participation[1].place.line, ==, 2);
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_UNKNOWN_COLUMN), ==, 1);
}

static void test_dirt(void)
{
    g_autoptr(Told) t = table("t.csv", "actor,event,type,role,status,cert,event_status,date\n"
                                       "Ann,E1,robot,,maybe,sure,glorious,2021-02-30\n"
                                       "Bob,E1\n"
                                       ",E1,,,,,,\n"
                                       "Cid,,,,,,,\n"
                                       "Dan,E1,,,,,,2021\n"
                                       "Dan,E1,,,,,focal,2022\n"
                                       "Dan,E1,,,,,sidebar,2021\n"
                                       "Eve,E2,,,,,,2022/2021\n");
    told_assert_participations(t->corpus, "E1 Ann attendee; E1 Dan attendee; E2 Eve attendee");
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_UNKNOWN_TYPE), ==, 1);
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_BAD_ATTRIBUTE), ==, 3);
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_BAD_DATE), ==, 1);
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_BAD_ROW), ==, 3);
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_ID_CLASH), ==, 2); /* another date, another status */
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_REVERSED_DATES), ==, 1);
}

static void test_no_table(void)
{
    const char *const file[] = {"a.csv", "level,a,b\nx,y,z\n", "b.csv", "actor,event\nAnn,E\n", NULL};
    ReadOptions options = {0};
    g_autoptr(Told) t = told_with(&options, file);
    g_assert_no_error(t->error);
    g_assert_cmpuint(t->corpus->n_documents, ==, 1);
    g_assert_cmpuint(told_count(t, DIAGNOSTIC_UNKNOWN_FORMAT), ==, 1);
    g_autofree char *path = g_build_filename(t->folder, "a.csv", NULL);
    const char *input[] = {path};
    g_autoptr(GError) error = NULL;
    g_assert_null(corpus_read(input, 1, &options, t->diagnostics, &error));
    g_assert_nonnull(strstr(error->message, "the header \"level, a, b\" has no column for the actor"));
}

static void test_long_name(void)
{
    g_autofree char *million = g_strnfill(1000000, 'n'),
                    *text = g_strdup_printf("actor,event,notes\nAnn,E,%s\n%s,E,\n", million, million);
    g_autoptr(Told) t = table("t.csv", text);
    g_assert_nonnull(strstr(t->error->message, "t.csv:3:1: "));
    g_assert_nonnull(strstr(t->error->message, "[too-long]"));
}

/* One event in two tables, one document named by both: one row each. */
static void test_two_tables(void)
{
    const char *const file[] = {"a.csv", "actor,event,document\nAnn,E,d\n", "b.csv",
                                "actor,event,document\nBob,E,d\nAnn,E,d\n", NULL};
    ReadOptions options = {0};
    g_autoptr(Told) t = told_with(&options, file);
    told_assert_participations(t->corpus, "E Ann attendee; E Bob attendee; E Ann attendee");
    g_assert_cmpuint(t->corpus->n_events, ==, 1);
    g_assert_cmpuint(t->corpus->event[0].documents.n, ==, 1);
    g_assert_cmpuint(t->corpus->n_documents, ==, 3);
    g_assert_cmpuint(t->corpus->n_refs, ==, 3); /* keys are local to their table */
}

/* A unit asked for does not undo a table: it has no text. */
static void test_with_unit(void)
{
    const char *const file[] = {"a.csv", "actor,event\nAnn,E\n", "b.xml",
                                "<TEI><text><body><p><persName ref='#a'>A</persName></p></body></text></TEI>", NULL};
    ReadOptions options = {.unit = {UNIT_PARAGRAPH, 0}};
    g_autoptr(Told) t = told_with(&options, file);
    told_assert_participations(t->corpus, "E Ann attendee; b-paragraph-1 a present");
}

static void test_davis(void)
{
    g_autofree char *path = support_shared("known/davis_southern_women/incidence.tsv");
    if (!path)
        return;
    const char *input[] = {path};
    ReadOptions options = {0};
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Corpus) c = corpus_read(input, 1, &options, diagnostics, NULL);
    g_assert_cmpuint(c->n_records, ==, 18);
    g_assert_cmpuint(c->n_events, ==, 14);
    g_assert_cmpuint(c->n_participations, ==, 89);
    g_assert_cmpuint(diagnostics_size(diagnostics), ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/table/headers", test_headers);
    g_test_add_func("/table/all-columns", test_all_columns);
    g_test_add_func("/table/dirt", test_dirt);
    g_test_add_func("/table/no-table", test_no_table);
    g_test_add_func("/table/long-name", test_long_name);
    g_test_add_func("/table/two-tables", test_two_tables);
    g_test_add_func("/table/with-unit", test_with_unit);
    g_test_add_func("/table/davis", test_davis);
    return g_test_run();
}
