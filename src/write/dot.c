/* dot.c - DOT as data: every column of the network, in the dialect that Gephi reads as well as Graphviz. */
#include "column.h"
#include "dot_file.h"
#include <stdlib.h>
#include <string.h>

/* Gephi's own tokenizer decides what a data file may hold: no graph, node or edge statement at the top level (it then
 * sees 0 nodes, and says nothing), no subgraph, port or HTML label, ids that are no keywords, colours as "H S V"
 * ("#rrggbb" becomes transparent). Without a byte order mark, which Graphviz rejects, it guesses the encoding: the
 * first line settles it. */

/* "#rrggbb" → "H S V", each 0 … 1. */
static void hsv_of(const char *rgb, char *out, size_t size)
{
    unsigned long n = strtoul(rgb + 1, NULL, 16);
    double r = (double)(n >> 16 & 255) / 255, g = (double)(n >> 8 & 255) / 255, b = (double)(n & 255) / 255;
    double high = MAX(r, MAX(g, b)), range = high - MIN(r, MIN(g, b)), hue = 0;
    if (range > 0) {
        hue = high == r ? (g - b) / range : high == g ? (b - r) / range + 2 : (r - g) / range + 4;
        hue = (hue < 0 ? hue + 6 : hue) / 6;
    }
    char h[G_ASCII_DTOSTR_BUF_SIZE], s[G_ASCII_DTOSTR_BUF_SIZE], v[G_ASCII_DTOSTR_BUF_SIZE];
    g_snprintf(out, size, "%s %s %s", g_ascii_formatd(h, sizeof h, "%.5f", hue),
               g_ascii_formatd(s, sizeof s, "%.5f", high > 0 ? range / high : 0),
               g_ascii_formatd(v, sizeof v, "%.5f", high));
}

static void set_field(DotFile *file, int attribute, const Column *column, const Field *field)
{
    char colour[64];
    if (!field->present)
        return;
    bool is_colour = strcmp(column->name, "color") == 0;
    if (is_colour)
        hsv_of(field->text, colour, sizeof colour);
    dot_file_set(file, attribute, is_colour ? colour : field->text);
}

/* The column name has another name here: pydot, through which NetworkX reads DOT, fails on an attribute "name". */
static const char *attribute_name(const Column *column)
{
    return strcmp(column->name, "name") == 0 ? "ref" : column->name;
}

static int *declare(DotFile *file, DotPart part, const Sheet *sheet)
{
    int *attribute = g_new(int, sheet->n_columns + 1);
    for (size_t i = 0; i < sheet->n_columns; i++)
        attribute[i] = dot_file_attribute(file, part, attribute_name(&sheet->column[i]), "");
    return attribute;
}

static void set_fields(DotFile *file, const int *attribute, const Sheet *sheet)
{
    for (size_t i = 0; i < sheet->n_columns; i++)
        set_field(file, attribute[i], &sheet->column[i], &sheet->field[i]);
}

/* pos, which Graphviz and Gephi know, besides x and y. */
static void set_position(DotFile *file, int pos, const Sheet *sheet, int x, int y)
{
    if (x < 0 || !sheet->field[x].present || !sheet->field[y].present)
        return;
    g_autofree char *text = g_strconcat(sheet->field[x].text, ",", sheet->field[y].text, NULL);
    dot_file_set(file, pos, text);
}

static void add_nodes(DotFile *file, Sheet *sheet)
{
    g_autofree int *attribute = declare(file, DOT_NODE, sheet);
    int x = sheet_find(sheet, "x"), y = sheet_find(sheet, "y");
    int pos = x >= 0 ? dot_file_attribute(file, DOT_NODE, "pos", "") : -1;
    for (size_t i = 0; i < sheet->n_rows; i++) {
        sheet_go(sheet, i);
        dot_file_node(file);
        set_fields(file, attribute, sheet);
        set_position(file, pos, sheet, x, y);
    }
}

static void add_edges(DotFile *file, Sheet *sheet)
{
    g_autofree int *attribute = declare(file, DOT_EDGE, sheet);
    for (size_t i = 0; i < sheet->n_rows; i++) {
        uint32_t a, b;
        sheet_go(sheet, i);
        sheet_ends(sheet, i, &a, &b);
        dot_file_edge(file, a, b);
        set_fields(file, attribute, sheet);
    }
}

bool write_dot_data(const Export *export, Output *out, GError **error)
{
    g_autoptr(TwoMode) two_mode = export->two_mode ? two_mode_new(export->network) : NULL;
    g_autoptr(Sheet) nodes = sheet_nodes(export, two_mode, NULL, error);
    if (!nodes)
        return false;
    g_autoptr(Sheet) ties = sheet_ties(export, two_mode, NULL);
    g_autoptr(DotFile) file = dot_file_new();
    add_nodes(file, nodes);
    add_edges(file, ties);
    g_autofree char *provenance = sheet_provenance(export);
    g_autofree char *title = sheet_title(export);
    g_autofree char *notes = sheet_notes(export);
    const char *comment[4] = {"encoding: UTF-8 ✓ é", provenance};
    size_t n = 2;
    if (title)
        comment[n++] = title;
    if (notes)
        comment[n++] = notes;
    return dot_file_write(file, comment, n, out, error);
}
