/* test_tie_columns.c - what ties and participations carry. */
#include "column.h"
#include "sample.h"

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

static void test_tie(void)
{
    g_autoptr(Sample) s = sample_small(0, false);
    g_autoptr(Sheet) sheet = sheet_ties(&s->export, NULL, NULL);
    uint32_t a, b;
    g_assert_cmpuint(sheet->n_rows, ==, 3);
    sheet_ends(sheet, 0, &a, &b);
    g_assert_true(a == 0 && b == 1);
    g_assert_cmpstr(at(sheet, 0, "weight"), ==, "1.5"); /* 1/(2-1) + 1/(3-1) */
    g_assert_cmpstr(at(sheet, 0, "n_events"), ==, "2");
    g_assert_cmpstr(at(sheet, 0, "n_documents"), ==, "1");
    g_assert_cmpstr(at(sheet, 0, "event_ids"), ==, "talk; drill");
    g_assert_cmpstr(at(sheet, 0, "event_titles"), ==, "Talk on “cyber” & peace; drill");
    g_assert_cmpstr(at(sheet, 0, "documents"), ==, "made");
    g_assert_cmpstr(at(sheet, 0, "first"), ==, "2015-04-16");
    g_assert_cmpstr(at(sheet, 0, "last"), ==, "2021-06");
    g_assert_cmpstr(at(sheet, 0, "quote"), ==, "A & B met; <both> said \"yes\".");
    g_assert_cmpstr(at(sheet, 0, "quote_source"), ==, "made:100:7");
    g_assert_cmpstr(at(sheet, 1, "event_ids"), ==, "drill");
    g_assert_cmpstr(at(sheet, 1, "quote"), ==, "-");
}

static void test_undated_and_unquoted(void)
{
    g_autoptr(Sample) s = sample_new(sample_pairs);
    sample_project(s, 0, false);
    g_autoptr(Sheet) sheet = sheet_ties(&s->export, NULL, NULL);
    g_assert_cmpstr(at(sheet, 0, "first"), ==, "-");
    g_assert_cmpint(sheet_find(sheet, "quote"), ==, -1); /* a corpus without sentences has no such column */
}

static void test_bare(void)
{
    g_autoptr(Sample) s = sample_small(0, false);
    s->export.bare = true;
    g_autoptr(Sheet) sheet = sheet_ties(&s->export, NULL, NULL);
    g_assert_cmpuint(sheet->n_columns, ==, 2);
    g_assert_cmpstr(at(sheet, 0, "weight"), ==, "1.5");
    g_assert_cmpstr(at(sheet, 0, "n_events"), ==, "2");
    g_autoptr(TwoMode) view = two_mode_new(s->network);
    g_autoptr(Sheet) parts = sheet_ties(&s->export, view, NULL);
    g_assert_cmpstr(at(parts, 0, "role"), ==, "attendee");
    g_assert_cmpint(sheet_find(parts, "quote"), ==, -1);
    g_assert_cmpint(sheet_find(parts, "documents"), ==, -1);
}

static void test_participation(void)
{
    g_autoptr(Sample) s = sample_new(sample_pairs);
    sample_date(s, "talk", "2015-04-16");
    sample_event(s, "talk")->status = EVENT_RELATED;
    sample_sentence(s, "B", "talk", "B came.");
    sample_bloc(s, "ASEAN", "talk", "host");
    sample_bloc(s, "ASEAN", "talk", "speaker");
    sample_bloc(s, "ASEAN", "talk", "host");
    sample_project(s, 0, false);
    g_autoptr(TwoMode) view = two_mode_new(s->network);
    g_autoptr(Sheet) sheet = sheet_ties(&s->export, view, NULL);
    enum { A_TALK = 0, B_TALK = 2, BLOC_TALK = 6 };
    uint32_t a, b;
    sheet_ends(sheet, A_TALK, &a, &b);
    g_assert_true(a == 0 && b == 5);
    g_assert_cmpstr(at(sheet, A_TALK, "role"), ==, "attendee");
    g_assert_cmpstr(at(sheet, A_TALK, "status"), ==, "stated");
    g_assert_cmpstr(at(sheet, A_TALK, "event_status"), ==, "related");
    g_assert_cmpstr(at(sheet, A_TALK, "cert"), ==, "-");
    g_assert_cmpstr(at(sheet, A_TALK, "date"), ==, "2015-04-16");
    g_assert_cmpstr(at(sheet, A_TALK, "documents"), ==, "made");
    g_assert_cmpstr(at(sheet, A_TALK, "through"), ==, "-");
    g_assert_cmpstr(at(sheet, A_TALK, "quote"), ==, "-");
    g_assert_cmpstr(at(sheet, B_TALK, "quote"), ==, "B came.");
    g_assert_cmpstr(at(sheet, B_TALK, "quote_source"), ==, "made:100:7");
    g_assert_cmpstr(at(sheet, BLOC_TALK, "role"), ==, "host; speaker");
    g_assert_cmpstr(at(sheet, BLOC_TALK, "cert"), ==, "high");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/write/tie_columns/tie", test_tie);
    g_test_add_func("/write/tie_columns/undated-and-unquoted", test_undated_and_unquoted);
    g_test_add_func("/write/tie_columns/bare", test_bare);
    g_test_add_func("/write/tie_columns/participation", test_participation);
    return g_test_run();
}
