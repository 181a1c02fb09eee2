/* json.c - JSON in three dialects: node-link (NetworkX, d3), graphology (sigma, Gephi Lite), cytoscape. */
#include "column.h"
#include "number.h"
#include <string.h>

/* Numbers are written as the shortest text that reads back to the same double, which jansson (17 digits) cannot do, and
 * rows one at a time; hence an escaper of our own. Missing values are left out: JSON knows no NaN. NetworkX ≤ 3.3
 * reads node-link with node_link_graph(…, link="edges"). sigma takes a node attribute "type" for a way of drawing and
 * fails on "country", so graphology has it under the name "kind". y points downwards in cytoscape's positions, upwards
 * elsewhere. */
typedef struct Dialect {
    const char *nodes, *edges, *end; /* before the nodes, before the edges, after them */
    const char *row;                 /* opens a row, up to the kind in its id */
    bool edge_ids;
    const char *fields;    /* opens the fields: within an object of their own or after the ids */
    const char *separator; /* before the first field */
    const char *row_end;
    const char *type; /* name of the node column "type" */
    bool position;    /* x and y stand in an object of their own */
} Dialect;

static const Dialect NODE_LINK = {
    ",\n\"nodes\":[\n", "\n],\n\"edges\":[\n", "\n]}\n", "{\"id\":\"", false, "", ",", "}", "type", false,
};
static const Dialect GRAPHOLOGY = {
    ",\n\"nodes\":[\n",
    "\n],\n\"edges\":[\n",
    "\n]}\n",
    "{\"key\":\"",
    true,
    ",\"attributes\":{",
    "",
    "}}",
    "kind",
    false,
};
static const Dialect CYTOSCAPE = {
    ",\n\"elements\":{\"nodes\":[\n",
    "\n],\n\"edges\":[\n",
    "\n]}}\n",
    "{\"data\":{\"id\":\"",
    true,
    "",
    ",",
    "}",
    "type",
    true,
};

static void append_escaped(Line *out, const char *text, size_t length)
{
    const char *end = text + length, *run = text;
    for (const char *p = text; p < end; p++) {
        unsigned char c = (unsigned char)*p;
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        line_bytes(out, run, (size_t)(p - run));
        run = p + 1;
        if (c == '\n')
            line_text(out, "\\n");
        else if (c < 0x20)
            line_printf(out, "\\u%04x", c);
        else
            line_printf(out, "\\%c", c);
    }
    line_bytes(out, run, (size_t)(end - run));
}

static void append_value(Line *row, FieldKind kind, const Field *field)
{
    if (kind == FIELD_STRING)
        line_bytes(row, "\"", 1);
    line_bytes(row, field->text, field->length);
    if (kind == FIELD_STRING)
        line_bytes(row, "\"", 1);
}

static bool is_position(const Column *column)
{
    return strcmp(column->name, "x") == 0 || strcmp(column->name, "y") == 0;
}

/* The names as they stand before their values: "\"degree\":". One a column, NULL for those that stand elsewhere; g_free
 * each. */
static GPtrArray *field_names(const Sheet *sheet, const Dialect *dialect)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < sheet->n_columns; i++) {
        const char *name = sheet->column[i].name;
        bool elsewhere = dialect->position && is_position(&sheet->column[i]);
        g_ptr_array_add(
            names, elsewhere ? NULL : g_strdup_printf("\"%s\":", strcmp(name, "type") == 0 ? dialect->type : name));
    }
    return names;
}

static void append_fields(Line *row, const Sheet *sheet, const GPtrArray *names, const Dialect *dialect)
{
    const char *separator = dialect->separator;
    line_text(row, dialect->fields);
    for (size_t i = 0; i < sheet->n_columns; i++) {
        const char *name = g_ptr_array_index(names, i);
        if (!name || !sheet->field[i].present)
            continue;
        line_text(row, separator);
        line_text(row, name);
        append_value(row, sheet->column[i].kind, &sheet->field[i]);
        separator = ",";
    }
    line_text(row, dialect->row_end);
}

/* cytoscape: closes the row that data opened. */
static void append_position(Line *row, const Sheet *sheet, int x, int y)
{
    char text[NUMBER_SIZE];
    if (x >= 0 && sheet->field[x].present && sheet->field[y].present) {
        line_text(row, ",\"position\":{\"x\":");
        line_text(row, sheet->field[x].text);
        line_text(row, ",\"y\":");
        line_text(row, number_exact(0.0 - sheet->field[y].number, text));
        line_text(row, "}");
    }
    line_text(row, "}");
}

static void write_rows(Sheet *sheet, bool of_ties, const Dialect *dialect, Output *out)
{
    g_autoptr(GPtrArray) names = field_names(sheet, dialect);
    g_auto(Line) row = {0};
    int x = sheet_find(sheet, "x"), y = sheet_find(sheet, "y");
    for (size_t i = 0; i < sheet->n_rows && !output_failed(out); i++) {
        sheet_go(sheet, i);
        line_clear(&row);
        line_text(&row, i ? ",\n" : "");
        if (!of_ties || dialect->edge_ids)
            line_id(&row, dialect->row, of_ties ? 'e' : 'n', i);
        if (of_ties) {
            uint32_t a, b;
            sheet_ends(sheet, i, &a, &b);
            line_id(&row, dialect->edge_ids ? ",\"source\":\"" : "{\"source\":\"", 'n', a);
            line_id(&row, ",\"target\":\"", 'n', b);
        }
        append_fields(&row, sheet, names, dialect);
        if (dialect->position)
            append_position(&row, sheet, x, y);
        output_bytes(out, row.text, row.n);
    }
}

/* "title":…,"provenance":…,"notes":…; the texts are freed. */
static void append_about(Line *out, char *title, char *provenance, char *notes)
{
    char *const text[] = {title, provenance, notes};
    static const char *const name[] = {"title", "provenance", "notes"};
    const char *separator = "";
    for (size_t i = 0; i < G_N_ELEMENTS(text); i++) {
        if (text[i]) {
            line_printf(out, "%s\"%s\":\"", separator, name[i]);
            append_escaped(out, text[i], strlen(text[i]));
            line_text(out, "\"");
            separator = ",";
        }
        g_free(text[i]);
    }
}

/* before and after stand around what is said of the file as a whole. */
static bool write_json(const Export *export, const Dialect *dialect, const char *before, const char *after, Output *out,
                       GError **error)
{
    g_autoptr(TwoMode) two_mode = export->two_mode ? two_mode_new(export->network) : NULL;
    g_autoptr(Sheet) nodes = sheet_nodes(export, two_mode, append_escaped, error);
    if (!nodes)
        return false;
    g_autoptr(Sheet) ties = sheet_ties(export, two_mode, append_escaped);
    g_auto(Line) about = {0};
    line_text(&about, before);
    append_about(&about, sheet_title(export), sheet_provenance(export), sheet_notes(export));
    line_text(&about, after);
    output_bytes(out, about.text, about.n);
    output_text(out, dialect->nodes);
    write_rows(nodes, false, dialect, out);
    output_text(out, dialect->edges);
    write_rows(ties, true, dialect, out);
    output_text(out, dialect->end);
    return true;
}

bool write_json_node_link(const Export *export, Output *out, GError **error)
{
    return write_json(export, &NODE_LINK, "{\"directed\":false,\"multigraph\":false,\n\"graph\":{", "}", out, error);
}

bool write_json_graphology(const Export *export, Output *out, GError **error)
{
    return write_json(export, &GRAPHOLOGY, "{\"attributes\":{",
                      "},\n\"options\":{\"type\":\"undirected\",\"multi\":false,\"allowSelfLoops\":false}", out, error);
}

bool write_json_cytoscape(const Export *export, Output *out, GError **error)
{
    return write_json(export, &CYTOSCAPE, "{\"data\":{", "}", out, error);
}
