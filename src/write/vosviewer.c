/* vosviewer.c - VOSviewer's map and network files. */
#include "column.h"
#include "number.h"
#include <string.h>

/* Rules (as VOSviewer Online checks them): tabs between columns; ids from 1; every row has every column; a label with
 * comma or semicolon stands in quotes, and so all do; weights are numbers from 0, never empty; scores numbers or empty;
 * clusters 1 … 1000 or empty; a network file has no header. A map of fewer than three actors is refused there. What
 * measures importance is a weight (VOSviewer sizes by it), the other measures are scores (it colours by them). y points
 * upwards. */
enum { N_CLUSTERS = 1000 };

typedef enum Part { PART_NONE, PART_WEIGHT, PART_SCORE } Part;

static Part part_of(const Column *column)
{
    static const char *const weight[] = {"events", "participants", "degree", "strength"};
    static const char *const special[] = {"x", "y", "size", "community"};
    if (column->kind != FIELD_INT && column->kind != FIELD_DOUBLE)
        return PART_NONE;
    for (size_t i = 0; i < G_N_ELEMENTS(special); i++)
        if (strcmp(column->name, special[i]) == 0)
            return PART_NONE;
    for (size_t i = 0; i < G_N_ELEMENTS(weight); i++)
        if (strcmp(column->name, weight[i]) == 0)
            return PART_WEIGHT;
    return PART_SCORE;
}

/* In quotes, with apostrophes for quotes inside and blanks for tabs and line ends. */
static void append_text(Line *row, const char *text, size_t n)
{
    line_bytes(row, "\"", 1);
    for (size_t i = 0; i < n; i++)
        line_bytes(row, text[i] == '"' ? "'" : strchr("\t\r\n", text[i]) ? " " : text + i, 1);
    line_bytes(row, "\"", 1);
}

/* VOSviewer takes a description for HTML. */
static void escape_description(Line *row, const Field *field)
{
    for (size_t i = 0; i < field->length; i++)
        if (field->text[i] == '<')
            line_text(row, "&lt;");
        else if (field->text[i] == '&')
            line_text(row, "&amp;");
        else
            line_bytes(row, field->text + i, 1);
}

/* type, country: what the tip says under the label. */
static void append_description(Line *row, const Sheet *sheet, const char *label)
{
    static const char *const name[] = {"type", "country"};
    g_auto(Line) text = {0};
    for (size_t i = 0; i < G_N_ELEMENTS(name); i++) {
        int column = sheet_find(sheet, name[i]);
        if (column < 0 || !sheet->field[column].present || strcmp(sheet->field[column].text, label) == 0)
            continue;
        line_text(&text, text.n ? ", " : "");
        escape_description(&text, &sheet->field[column]);
    }
    line_bytes(row, "\t", 1);
    append_text(row, text.n ? text.text : "", text.n);
}

static void append_number(Line *row, const Field *field, const char *missing)
{
    line_bytes(row, "\t", 1);
    if (field->present)
        line_bytes(row, field->text, field->length);
    else
        line_text(row, missing);
}

static void append_cluster(Line *row, const Field *field)
{
    line_bytes(row, "\t", 1);
    if (field->present && field->number >= 1 && field->number <= N_CLUSTERS)
        line_number(row, (uint64_t)field->number);
}

static void append_header(Line *row, const Sheet *sheet, bool placed, bool clustered)
{
    line_text(row, "id\tlabel\tdescription");
    line_text(row, placed ? "\tx\ty" : "");
    line_text(row, clustered ? "\tcluster" : "");
    for (size_t i = 0; i < sheet->n_columns; i++) {
        Part part = part_of(&sheet->column[i]);
        if (part != PART_NONE)
            line_printf(row, "\t%s<%s>", part == PART_WEIGHT ? "weight" : "score", sheet->column[i].name);
    }
    line_text(row, "\n");
}

bool write_vosviewer_map(const Export *export, Output *out, GError **error)
{
    g_autoptr(TwoMode) two_mode = export->two_mode ? two_mode_new(export->network) : NULL;
    g_autoptr(Sheet) sheet = sheet_nodes(export, two_mode, NULL, error);
    if (!sheet)
        return false;
    int label = sheet_find(sheet, "label"), x = sheet_find(sheet, "x"), y = sheet_find(sheet, "y");
    int community = sheet_find(sheet, "community");
    g_auto(Line) row = {0};
    append_header(&row, sheet, x >= 0, community >= 0);
    output_bytes(out, row.text, row.n);
    for (size_t i = 0; i < sheet->n_rows && !output_failed(out); i++) {
        sheet_go(sheet, i);
        line_clear(&row);
        line_number(&row, i + 1);
        line_bytes(&row, "\t", 1);
        const char *name = sheet->field[label].present ? sheet->field[label].text : "";
        append_text(&row, name, sheet->field[label].length);
        append_description(&row, sheet, name);
        if (x >= 0) {
            append_number(&row, &sheet->field[x], "0");
            append_number(&row, &sheet->field[y], "0");
        }
        if (community >= 0)
            append_cluster(&row, &sheet->field[community]);
        for (size_t c = 0; c < sheet->n_columns; c++) {
            Part part = part_of(&sheet->column[c]);
            if (part != PART_NONE)
                append_number(&row, &sheet->field[c], part == PART_WEIGHT ? "0" : "");
        }
        line_text(&row, "\n");
        output_bytes(out, row.text, row.n);
    }
    return true;
}

bool write_vosviewer_network(const Export *export, Output *out, GError **error)
{
    g_autoptr(TwoMode) two_mode = export->two_mode ? two_mode_new(export->network) : NULL;
    size_t n_ties = two_mode ? two_mode->n_ties : export->network->n_ties;
    char weight[NUMBER_SIZE];
    for (size_t i = 0; i < n_ties && !output_failed(out); i++) {
        if (two_mode)
            output_printf(out, "%u\t%u\t1\n", two_mode->tie[i].actor + 1, two_mode->tie[i].event + 1);
        else
            output_printf(out, "%u\t%u\t%s\n", export->network->tie[i].a + 1, export->network->tie[i].b + 1,
                          number_exact(export->network->tie[i].weight, weight));
    }
    return true;
}
