/* graphml.c - GraphML as Gephi, NetworkX, igraph and graphology all read it. */
#include "column.h"
#include "markup.h"
#include <string.h>

/* Rules (each tried with the readers named above, and with the XSD 1.1):
 * keys, graph data, nodes, edges, in this order; one flat undirected graph; ids n0…, e0…; no DOCTYPE, no <default>, for
 * is never "all", attr.type never "integer"; missing values are left out. What cannot be helped: Gephi shows "INF" in a
 * text column as "Infinity", and takes the text "null" for nothing. */

/* Key ids: those Gephi gives a meaning as they are, others with a prefix, which no reader mistakes. */
static char *key_id(const char *name, bool of_ties)
{
    static const char *const of_node[] = {"label", "x", "y", "size", "color"};
    bool plain = of_ties && strcmp(name, "weight") == 0;
    for (size_t i = 0; !of_ties && i < G_N_ELEMENTS(of_node); i++)
        plain = plain || strcmp(name, of_node[i]) == 0;
    return plain ? g_strdup(name) : g_strconcat(of_ties ? "e_" : "v_", name, NULL);
}

static const char *type_name(FieldKind kind)
{
    static const char *const name[] = {
        [FIELD_STRING] = "string", [FIELD_INT] = "int", [FIELD_DOUBLE] = "double", [FIELD_BOOL] = "boolean"};
    return name[kind];
}

/* The keys of a sheet; what opens the data element of each column comes back, one a column (g_strfreev). */
static char **write_keys(const Sheet *sheet, bool of_ties, Output *out)
{
    char **open = g_new0(char *, sheet->n_columns + 1);
    for (size_t i = 0; i < sheet->n_columns; i++) {
        const Column *column = &sheet->column[i];
        g_autofree char *id = key_id(column->name, of_ties);
        output_printf(out, "  <key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", id,
                      of_ties ? "edge" : "node", column->name, type_name(column->kind));
        open[i] = g_strdup_printf("<data key=\"%s\">", id);
    }
    return open;
}

static void append_fields(Line *row, const Sheet *sheet, char *const *open)
{
    for (size_t i = 0; i < sheet->n_columns; i++) {
        if (!sheet->field[i].present)
            continue;
        line_text(row, open[i]);
        line_bytes(row, sheet->field[i].text, sheet->field[i].length);
        line_text(row, "</data>");
    }
}

static void write_nodes(Sheet *sheet, char *const *open, Output *out)
{
    g_auto(Line) row = {0};
    for (size_t i = 0; i < sheet->n_rows && !output_failed(out); i++) {
        sheet_go(sheet, i);
        line_clear(&row);
        line_id(&row, "    <node id=\"", 'n', i);
        line_bytes(&row, ">", 1);
        append_fields(&row, sheet, open);
        line_text(&row, "</node>\n");
        output_bytes(out, row.text, row.n);
    }
}

static void write_edges(Sheet *sheet, char *const *open, Output *out)
{
    g_auto(Line) row = {0};
    for (size_t i = 0; i < sheet->n_rows && !output_failed(out); i++) {
        uint32_t a, b;
        sheet_go(sheet, i);
        sheet_ends(sheet, i, &a, &b);
        line_clear(&row);
        line_id(&row, "    <edge id=\"", 'e', i);
        line_id(&row, " source=\"", 'n', a);
        line_id(&row, " target=\"", 'n', b);
        line_bytes(&row, ">", 1);
        append_fields(&row, sheet, open);
        line_text(&row, "</edge>\n");
        output_bytes(out, row.text, row.n);
    }
}

/* What is said of the whole file; value is freed. */
static void append_graph_data(Line *keys, Line *values, const char *name, char *value)
{
    if (value) {
        line_printf(keys, "  <key id=\"g_%s\" for=\"graph\" attr.name=\"%s\" attr.type=\"string\"/>\n", name, name);
        line_printf(values, "    <data key=\"g_%s\">", name);
        markup_text(values, value, strlen(value));
        line_text(values, "</data>\n");
    }
    g_free(value);
}

bool write_graphml(const Export *export, Output *out, GError **error)
{
    g_autoptr(TwoMode) two_mode = export->two_mode ? two_mode_new(export->network) : NULL;
    g_autoptr(Sheet) nodes = sheet_nodes(export, two_mode, markup_text, error);
    if (!nodes)
        return false;
    g_autoptr(Sheet) ties = sheet_ties(export, two_mode, markup_text);

    output_text(out,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- written by entente " ENTENTE_VERSION " -->\n"
                "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
                " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\""
                "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd\">\n");
    g_auto(Line) keys = {0};
    g_auto(Line) values = {0};
    append_graph_data(&keys, &values, "title", sheet_title(export));
    append_graph_data(&keys, &values, "provenance", sheet_provenance(export));
    append_graph_data(&keys, &values, "notes", sheet_notes(export));
    output_bytes(out, keys.text, keys.n);
    g_auto(GStrv) node_open = write_keys(nodes, false, out);
    g_auto(GStrv) tie_open = write_keys(ties, true, out);
    output_text(out, "  <graph id=\"G\" edgedefault=\"undirected\">\n");
    output_bytes(out, values.text, values.n);
    write_nodes(nodes, node_open, out);
    write_edges(ties, tie_open, out);
    output_text(out, "  </graph>\n</graphml>\n");
    return true;
}
