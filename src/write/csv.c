/* csv.c - nodes and edges as two CSV tables, with the headers Gephi looks for. */
#include "column.h"
#include "delimited.h"
#include <string.h>

/* RFC 4180, UTF-8 without BOM. For Gephi's reader besides: a double always has a decimal point (it guesses a column's
 * type from 25 rows), and a backslash never stands before a quote or at the end of a field, where it would take the row
 * with it: such a one is followed by a blank. Inside a text Gephi still reads "\n" as a line feed; other readers do
 * not. And it takes columns of days for timestamps unless its import dialogue is told that they are texts. */
static void write_text(Output *out, const char *text)
{
    const char *at = strchr(text, '\\');
    if (!at) {
        delimited_write_field(out, DELIMITED_CSV, text);
        return;
    }
    g_autoptr(GString) safe = g_string_new(NULL);
    for (const char *p = text; *p; p++) {
        g_string_append_c(safe, *p);
        if (*p == '\\' && (p[1] == '"' || p[1] == '\0'))
            g_string_append_c(safe, ' ');
    }
    delimited_write_field(out, DELIMITED_CSV, safe->str);
}

static void write_field(Output *out, FieldKind kind, const Field *field)
{
    if (!field->present)
        return;
    if (kind == FIELD_STRING)
        write_text(out, field->text);
    else
        output_bytes(out, field->text, field->length);
    if (kind == FIELD_DOUBLE && !strpbrk(field->text, ".e"))
        output_text(out, ".0");
}

/* All columns but those written under a header of Gephi's. */
static void write_header(const Sheet *sheet, int special, Output *out)
{
    for (size_t i = 0; i < sheet->n_columns; i++)
        if ((int)i != special) {
            output_text(out, ",");
            output_text(out, sheet->column[i].name);
        }
    output_text(out, "\n");
}

static void write_fields(const Sheet *sheet, int special, Output *out)
{
    for (size_t i = 0; i < sheet->n_columns; i++)
        if ((int)i != special) {
            output_text(out, ",");
            write_field(out, sheet->column[i].kind, &sheet->field[i]);
        }
    output_text(out, "\n");
}

bool write_csv_nodes(const Export *export, Output *out, GError **error)
{
    g_autoptr(TwoMode) two_mode = export->two_mode ? two_mode_new(export->network) : NULL;
    g_autoptr(Sheet) sheet = sheet_nodes(export, two_mode, NULL, error);
    if (!sheet)
        return false;
    int label = sheet_find(sheet, "label");
    output_text(out, "Id,Label");
    write_header(sheet, label, out);
    for (size_t i = 0; i < sheet->n_rows && !output_failed(out); i++) {
        sheet_go(sheet, i);
        output_printf(out, "n%zu,", i);
        write_field(out, FIELD_STRING, &sheet->field[label]);
        write_fields(sheet, label, out);
    }
    return true;
}

/* Names of both ends besides their ids, so that the table can be read without the other one. */
bool write_csv_edges(const Export *export, Output *out, GError **error)
{
    g_autoptr(TwoMode) two_mode = export->two_mode ? two_mode_new(export->network) : NULL;
    g_autoptr(Sheet) sheet = sheet_ties(export, two_mode, NULL);
    int weight = sheet_find(sheet, "weight");
    output_text(out, "Source,Target,Type,");
    output_text(out, weight >= 0 ? "Weight,source_label,target_label" : "source_label,target_label");
    write_header(sheet, weight, out);
    for (size_t i = 0; i < sheet->n_rows && !output_failed(out); i++) {
        uint32_t a, b;
        sheet_go(sheet, i);
        sheet_ends(sheet, i, &a, &b);
        output_printf(out, "n%u,n%u,Undirected,", a, b);
        if (weight >= 0) {
            write_field(out, FIELD_DOUBLE, &sheet->field[weight]);
            output_text(out, ",");
        }
        write_text(out, sheet_label(export, two_mode, a));
        output_text(out, ",");
        write_text(out, sheet_label(export, two_mode, b));
        write_fields(sheet, weight, out);
    }
    return true;
}
