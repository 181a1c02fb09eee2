/* test_column.c - sheets: fields that are there or not, lists without repeats, what is said of a whole file. */
#include "column.h"
#include "number.h"
#include "sample.h"

static const char *text_of(Sheet *sheet, const char *text)
{
    static Column column;
    Field field = {0};
    line_free(&column.room);
    field_text(sheet, &column, &field, text);
    g_assert_true(!field.present || field.length == strlen(field.text));
    return field.present ? field.text : NULL;
}

static void test_fields(void)
{
    g_autoptr(Sample) s = sample_small(0, false);
    g_autoptr(Sheet) sheet = sheet_ties(&s->export, NULL, NULL);
    g_assert_null(text_of(sheet, NULL));
    g_assert_null(text_of(sheet, ""));
    g_assert_cmpstr(text_of(sheet, "Nguyễn"), ==, "Nguyễn");
    const char *dirty = text_of(sheet, "bell \x07 \xC0\xAF \xED\xA0\x80");
    g_assert_true(g_utf8_validate(dirty, -1, NULL));
    g_assert_null(strchr(dirty, 7));
}

/* Remembered texts are those of their own numbers and days, however many others come between. */
static void test_numbers_and_days(void)
{
    g_autoptr(Sample) s = sample_small(0, false);
    g_autoptr(Sheet) sheet = sheet_ties(&s->export, NULL, NULL);
    Column column = {.name = "n", .kind = FIELD_DOUBLE};
    static const double undefined[] = {NAN, INFINITY, -INFINITY};
    for (size_t i = 0; i < G_N_ELEMENTS(undefined); i++) {
        Field field = {0};
        field_number(sheet, &column, &field, undefined[i]);
        g_assert_false(field.present);
    }
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < 10000; i++) {
            Field field = {0};
            line_clear(&column.room);
            char text[NUMBER_SIZE], day[DATE_SIZE];
            field_number(sheet, &column, &field, 1.0 / (i - 5000.5));
            g_assert_cmpstr(field.text, ==, number_exact(1.0 / (i - 5000.5), text));
            g_assert_true(field.present && field.number == 1.0 / (i - 5000.5));
            Date date = {i, i + i % 3};
            line_clear(&column.room);
            field_day(sheet, &column, &field, date);
            g_assert_cmpstr(field.text, ==, date_format(date, day));
            g_assert_cmpuint(field.length, ==, strlen(day));
        }
    Field field = {0};
    line_clear(&column.room);
    field_number(sheet, &column, &field, -0.0);
    g_assert_cmpstr(field.text, ==, "0");
    field = (Field){0};
    field_day(sheet, &column, &field, DATE_UNKNOWN);
    g_assert_false(field.present);
    line_free(&column.room);
}

static void test_joined(void)
{
    g_autoptr(Sample) s = sample_small(0, false);
    g_autoptr(Sheet) sheet = sheet_ties(&s->export, NULL, NULL);
    static const char *const part[] = {NULL, "", "host", "co-host", "host", "hos", "ost", "co", "co-host", "", "co"};
    Column column = {0};
    Field field;
    field_joined(&field, &column);
    g_assert_false(field.present);
    for (size_t i = 0; i < G_N_ELEMENTS(part); i++)
        join_new_text(sheet, &column, part[i]);
    join_text(sheet, &column, "co");
    field_joined(&field, &column);
    g_assert_cmpstr(field.text, ==, "host; co-host; hos; ost; co; co");
    g_assert_cmpuint(field.length, ==, strlen(field.text));
    line_free(&column.room);
}

static void test_about(void)
{
    g_autoptr(Sample) s = sample_small(MEASURE_BIT(MEASURE_DEGREE), false);
    s->export.title = "two\nlines \x01";
    g_autofree char *title = sheet_title(&s->export);
    g_assert_cmpstr(title, ==, "two lines \xEF\xBF\xBD");
    g_autofree char *provenance = sheet_provenance(&s->export);
    g_assert_true(g_str_has_prefix(provenance, "entente 0.1.0"));
    g_free(s->scores->note[MEASURE_DEGREE]);
    s->scores->note[MEASURE_DEGREE] = g_strdup("a word");
    g_autofree char *notes = sheet_notes(&s->export);
    g_assert_cmpstr(notes, ==, "degree: a word");
    s->export.scores = NULL;
    s->export.title = NULL;
    g_assert_null(sheet_notes(&s->export));
    g_assert_null(sheet_title(&s->export));
}

/* Every name is one that GraphML, Gephi and CSV headers can carry, and stands once. */
static void test_names(void)
{
    static const char *const never[] = {"z",    "r",         "g",  "b",   "xpos",    "ypos",
                                        "zpos", "nodelabel", "id", "key", "timeset", "kind"};
    for (int two_mode = 0; two_mode < 2; two_mode++) {
        g_autoptr(Sample) s = sample_small(MEASURE_SET_ALL, true);
        g_autoptr(TwoMode) view = two_mode ? two_mode_new(s->network) : NULL;
        g_autoptr(Sheet) nodes = sheet_nodes(&s->export, view, NULL, NULL);
        g_autoptr(Sheet) ties = sheet_ties(&s->export, view, NULL);
        const Sheet *const sheet[] = {nodes, ties};
        for (size_t k = 0; k < 2; k++)
            for (size_t i = 0; i < sheet[k]->n_columns; i++) {
                const char *name = sheet[k]->column[i].name;
                g_assert_cmpint(sheet_find(sheet[k], name), ==, (int)i);
                g_assert_cmpuint(strspn(name, "abcdefghijklmnopqrstuvwxyz_"), ==, strlen(name));
                for (size_t j = 0; j < G_N_ELEMENTS(never); j++)
                    g_assert_cmpstr(name, !=, never[j]);
                g_assert_null(strstr(name, "interval"));
                g_assert_null(strstr(name, "timestamp"));
            }
        g_assert_cmpint(sheet_find(nodes, "no such column"), ==, -1);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/write/column/fields", test_fields);
    g_test_add_func("/write/column/numbers-and-days", test_numbers_and_days);
    g_test_add_func("/write/column/joined", test_joined);
    g_test_add_func("/write/column/about", test_about);
    g_test_add_func("/write/column/names", test_names);
    return g_test_run();
}
