/* test_node_columns.c - what actors, blocs and events carry. */
#include "column.h"
#include "sample.h"

/* "text", a number as text, or "-" where the field is missing. */
static const char *at(Sheet *sheet, size_t row, const char *name)
{
    static char number[64];
    int column = sheet_find(sheet, name);
    g_assert_cmpint(column, >=, 0);
    sheet_go(sheet, row);
    const Field *field = &sheet->field[column];
    if (!field->present)
        return "-";
    if (sheet->column[column].kind == FIELD_STRING)
        return field->text;
    return g_ascii_formatd(number, sizeof number, "%g", field->number);
}

static void test_actor(void)
{
    g_autoptr(Sample) s = sample_small(MEASURE_SET_ALL, true);
    g_autoptr(Sheet) sheet = sheet_nodes(&s->export, NULL, NULL, NULL);
    g_assert_cmpuint(sheet->n_rows, ==, 4);
    g_assert_cmpstr(at(sheet, 0, "name"), ==, "A");
    g_assert_cmpstr(at(sheet, 0, "label"), ==, "Nguyễn Văn A");
    g_assert_cmpstr(at(sheet, 0, "type"), ==, "official");
    g_assert_cmpstr(at(sheet, 0, "country"), ==, "-");
    g_assert_cmpstr(at(sheet, 0, "aliases"), ==, "-");
    g_assert_cmpstr(at(sheet, 0, "events"), ==, "2");
    g_assert_cmpstr(at(sheet, 3, "events"), ==, "1"); /* alone in it */
    g_assert_cmpstr(at(sheet, 0, "degree"), ==, "2");
    g_assert_cmpstr(at(sheet, 3, "constraint"), ==, "-");
    g_assert_cmpstr(at(sheet, 0, "color"), ==, "#4477aa");
    g_assert_cmpstr(at(sheet, 1, "x"), ==, "10.5");
    g_assert_cmpstr(at(sheet, 1, "y"), ==, "99.25"); /* upwards */
    g_assert_cmpstr(at(sheet, 1, "size"), ==, "8");
    g_assert_cmpint(sheet_find(sheet, "mode"), ==, -1);
    g_assert_cmpstr(at(sheet, 0, "first"), ==, "2015-04-16");
    g_assert_cmpstr(at(sheet, 0, "last"), ==, "2021-06");
    g_assert_cmpstr(at(sheet, 2, "first"), ==, "2021-06");
    g_assert_cmpstr(at(sheet, 3, "first"), ==, "-"); /* undated */
    g_assert_cmpstr(at(sheet, 3, "last"), ==, "-");
}

/* A series of resamples keeps rows that have lost all their events. */
static void test_no_events_left(void)
{
    g_autoptr(Sample) s = sample_new(sample_pairs);
    sample_date(s, "talk", "2015-04-16");
    g_autofree bool *keep = g_new0(bool, s->made->incidence->n_events);
    keep[0] = true;
    g_autoptr(Incidence) part = incidence_subset(s->made->incidence, keep);
    g_autoptr(Network) network = network_project(part, &s->selection, NULL);
    s->export.network = network;
    g_autoptr(Sheet) sheet = sheet_nodes(&s->export, NULL, NULL, NULL);
    g_assert_cmpuint(sheet->n_rows, ==, 4);
    for (size_t row = 0; row < 4; row++) {
        g_assert_cmpstr(at(sheet, row, "first"), ==, row < 2 ? "2015-04-16" : "-");
        g_assert_cmpstr(at(sheet, row, "last"), ==, row < 2 ? "2015-04-16" : "-");
    }
}

static void test_names(void)
{
    g_autoptr(Sample) s = sample_new(sample_pairs);
    Cast *cast = s->made->cast;
    Corpus *corpus = s->made->corpus;
    cast->name = g_renew(const char *, cast->name, cast->n_names + 3);
    Slice names = {(uint32_t)cast->n_names, 3};
    cast->name[cast->n_names++] = sample_text(s, "Alpha");
    cast->name[cast->n_names++] = sample_text(s, "Alfa");
    cast->name[cast->n_names++] = sample_text(s, "Ä");
    corpus->identifier = g_renew(Identifier, corpus->identifier, 2);
    corpus->identifier[0] = (Identifier){"wikidata", "Q1"};
    corpus->identifier[1] = (Identifier){NULL, "bare"};
    corpus->n_identifiers = 2;
    Actor *a = sample_actor(s, "A");
    a->label = sample_text(s, "Alpha");
    a->names = names;
    a->identifiers = (Slice){0, 2};
    a->type = ACTOR_COUNTRY;
    a->subtype = sample_text(s, "ministry");
    sample_project(s, 0, false);
    g_autoptr(Sheet) sheet = sheet_nodes(&s->export, NULL, NULL, NULL);
    g_assert_cmpstr(at(sheet, 0, "aliases"), ==, "Alfa; Ä");
    g_assert_cmpstr(at(sheet, 0, "identifiers"), ==, "wikidata:Q1; bare");
    g_assert_cmpstr(at(sheet, 0, "country"), ==, "Alpha");
    g_assert_cmpstr(at(sheet, 0, "country_id"), ==, "A");
    g_assert_cmpstr(at(sheet, 0, "subtype"), ==, "ministry");
    g_assert_cmpint(sheet_find(sheet, "degree"), ==, -1);
    g_assert_cmpint(sheet_find(sheet, "x"), ==, -1);
}

static void test_two_mode(void)
{
    g_autoptr(Sample) s = sample_new(sample_pairs);
    sample_date(s, "talk", "2015-04-16");
    sample_event(s, "talk")->type = sample_text(s, "conference");
    sample_event(s, "talk")->where = sample_text(s, "Hà Nội");
    sample_event(s, "talk")->status = EVENT_FOCAL;
    sample_bloc(s, "ASEAN", "talk", "host");
    sample_project(s, MEASURE_BIT(MEASURE_DEGREE) | MEASURE_BIT(MEASURE_TWOMODE_DEGREE), true);
    g_autoptr(TwoMode) view = two_mode_new(s->network);
    g_autoptr(Sheet) sheet = sheet_nodes(&s->export, view, NULL, NULL);
    enum { ACTOR_A = 0, BLOC = 4, TALK = 5 };
    g_assert_cmpuint(sheet->n_rows, ==, 8);
    g_assert_cmpstr(at(sheet, ACTOR_A, "mode"), ==, "actor");
    g_assert_cmpstr(at(sheet, ACTOR_A, "bipartite"), ==, "0");
    g_assert_cmpstr(at(sheet, ACTOR_A, "degree"), ==, "2");
    g_assert_cmpstr(at(sheet, ACTOR_A, "participants"), ==, "-");
    g_assert_cmpstr(at(sheet, BLOC, "mode"), ==, "bloc");
    g_assert_cmpstr(at(sheet, BLOC, "type"), ==, "bloc");
    g_assert_cmpstr(at(sheet, BLOC, "events"), ==, "1");
    g_assert_cmpstr(at(sheet, BLOC, "degree"), ==, "-");
    g_assert_cmpstr(at(sheet, BLOC, "first"), ==, "-");
    g_assert_cmpstr(at(sheet, BLOC, "twomode_degree"), ==, "-");
    g_assert_cmpstr(at(sheet, TALK, "mode"), ==, "event");
    g_assert_cmpstr(at(sheet, TALK, "bipartite"), ==, "1");
    g_assert_cmpstr(at(sheet, TALK, "name"), ==, "talk");
    g_assert_cmpstr(at(sheet, TALK, "type"), ==, "conference");
    g_assert_cmpstr(at(sheet, TALK, "status"), ==, "focal");
    g_assert_cmpstr(at(sheet, TALK, "place"), ==, "Hà Nội");
    g_assert_cmpstr(at(sheet, TALK, "first"), ==, "2015-04-16");
    g_assert_cmpstr(at(sheet, TALK, "participants"), ==, "3");
    g_assert_cmpstr(at(sheet, TALK, "events"), ==, "-");
    g_assert_cmpstr(at(sheet, TALK, "degree"), ==, "-");
    g_assert_cmpstr(at(sheet, TALK, "twomode_degree"), ==, "0.5"); /* two of the four actors */
    g_assert_cmpstr(at(sheet, TALK, "documents"), ==, "made");
    g_assert_cmpint(sheet_find(sheet, "x"), ==, -1); /* events have no place in the layout */
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/write/node_columns/actor", test_actor);
    g_test_add_func("/write/node_columns/no-events-left", test_no_events_left);
    g_test_add_func("/write/node_columns/names", test_names);
    g_test_add_func("/write/node_columns/two-mode", test_two_mode);
    return g_test_run();
}
