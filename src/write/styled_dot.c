/* styled_dot.c - DOT to be drawn by Graphviz as it is: shapes by type, sizes by events, widths by weight, tooltips. */
#include "column.h"
#include "dot_file.h"
#include "utf8.h"
#include <math.h>

/* `dot -Tsvg FILE` needs no options. With a layout the actors stand where our own picture has them (neato takes "x,y!"
 * as it is, in points); without one sfdp and prism place them. Signs are the picture's, names stand beside them. */
enum { LONGEST_LABEL = 40 }; /* columns; the tooltip has all of it */

typedef enum NodeAttribute {
    LABEL,
    XLABEL,
    SHAPE,
    STYLE,
    FILL,
    WIDTH,
    HEIGHT,
    FONT,
    TIP,
    POS,
    N_NODE_ATTRIBUTES
} NodeAttribute;
typedef enum EdgeAttribute { PEN, INK, EDGE_TIP, N_EDGE_ATTRIBUTES } EdgeAttribute;

/* Name and default. A default of "" would leave the label to Graphviz, which shows the id. */
static const char *const node_attribute[][2] = {[LABEL] = {"label", " "},
                                                [XLABEL] = {"xlabel", ""},
                                                [SHAPE] = {"shape", "circle"},
                                                [STYLE] = {"style", "filled"},
                                                [FILL] = {"fillcolor", "#a0a0a0"},
                                                [WIDTH] = {"width", ".3"},
                                                [HEIGHT] = {"height", ".3"},
                                                [FONT] = {"fontsize", "12"},
                                                [TIP] = {"tooltip", ""},
                                                [POS] = {"pos", ""},
                                                {"fontname", "Noto Sans"},
                                                {"fixedsize", "true"},
                                                {"color", "white"},
                                                {"penwidth", "1.4"}};
static const char *const edge_attribute[][2] = {
    [PEN] = {"penwidth", "1"}, [INK] = {"color", "#7c889680"}, [EDGE_TIP] = {"tooltip", ""}};
static const char *const graph_attribute[][2] = {{"bgcolor", "white"},    {"outputorder", "edgesfirst"},
                                                 {"forcelabels", "true"}, {"fontname", "Noto Sans"},
                                                 {"fontsize", "20"},      {"labelloc", "t"}};
static const char *const laid_out[][2] = {{"layout", "neato"}, {"inputscale", "72"}, {"overlap", "true"}};
static const char *const to_lay_out[][2] = {
    {"layout", "sfdp"}, {"K", ".5"},    {"repulsiveforce", "1.2"}, {"overlap", "prism"}, {"overlap_scaling", "-2"},
    {"sep", "+22"},     {"start", "42"}};

typedef struct Drawing {
    const Export *export;
    const TwoMode *two_mode;
    const Layout *layout; /* NULL: Graphviz lays out */
    DotFile *file;
    int node[G_N_ELEMENTS(node_attribute)], edge[N_EDGE_ATTRIBUTES];
} Drawing;

/* number may be NULL where nobody sets them one by one. */
static void declare_all(DotFile *file, DotPart part, const char *const (*pair)[2], size_t n, int *number)
{
    for (size_t i = 0; i < n; i++) {
        int attribute = dot_file_attribute(file, part, pair[i][0], pair[i][1]);
        if (number)
            number[i] = attribute;
    }
}

static void declare(Drawing *d)
{
    g_autofree char *title = sheet_title(d->export);
    declare_all(d->file, DOT_GRAPH, graph_attribute, G_N_ELEMENTS(graph_attribute), NULL);
    if (d->layout)
        declare_all(d->file, DOT_GRAPH, laid_out, G_N_ELEMENTS(laid_out), NULL);
    else
        declare_all(d->file, DOT_GRAPH, to_lay_out, G_N_ELEMENTS(to_lay_out), NULL);
    dot_file_attribute(d->file, DOT_GRAPH, "label", title ? title : "");
    declare_all(d->file, DOT_NODE, node_attribute, G_N_ELEMENTS(node_attribute), d->node);
    declare_all(d->file, DOT_EDGE, edge_attribute, G_N_ELEMENTS(edge_attribute), d->edge);
}

static void set_number(Drawing *d, int attribute, const char *format, double value)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    dot_file_set(d->file, attribute, g_ascii_formatd(text, sizeof text, format, value));
}

static const char *text_of(const Sheet *sheet, const char *name)
{
    int column = sheet_find(sheet, name);
    return column >= 0 && sheet->field[column].present ? sheet->field[column].text : NULL;
}

static double number_of(const Sheet *sheet, const char *name)
{
    int column = sheet_find(sheet, name);
    return column >= 0 && sheet->field[column].present ? sheet->field[column].number : 0;
}

/* Shapes and, where there are no groups to show, colours of what a node can be. */
static void set_kind(Drawing *d, const Sheet *sheet)
{
    enum { COUNTRY, AGENCY, OFFICIAL, OTHER, EVENT } kind = OTHER;
    const char *mode = text_of(sheet, "mode"), *type = text_of(sheet, "type");
    if (g_strcmp0(mode, "event") == 0)
        kind = EVENT;
    else if (g_strcmp0(type, "country") == 0)
        kind = COUNTRY;
    else if (g_strcmp0(type, "agency") == 0)
        kind = AGENCY;
    else if (g_strcmp0(type, "official") == 0)
        kind = OFFICIAL;
    static const char *const shape[] = {
        [COUNTRY] = "circle", [AGENCY] = "square", [OFFICIAL] = "triangle", [OTHER] = "diamond", [EVENT] = "box"};
    static const char *const style[] = {[COUNTRY] = "filled",
                                        [AGENCY] = "rounded,filled",
                                        [OFFICIAL] = "filled",
                                        [OTHER] = "filled",
                                        [EVENT] = "filled"};
    static const uint32_t colour[] = {[COUNTRY] = 0, [AGENCY] = 2, [OFFICIAL] = 1, [OTHER] = 5, [EVENT] = UINT32_MAX};
    dot_file_set(d->file, d->node[SHAPE], shape[kind]);
    dot_file_set(d->file, d->node[STYLE], style[kind]);
    dot_file_set(d->file, d->node[FILL], picture_group_colour(d->layout ? d->layout->group[sheet->row] : colour[kind]));
}

static void set_node_tip(Drawing *d, const Sheet *sheet)
{
    g_autoptr(GString) tip = g_string_new(text_of(sheet, "label"));
    const char *type = text_of(sheet, "type"), *country = text_of(sheet, "country");
    double n = number_of(sheet, "events");
    const char *day = n > 0 ? NULL : text_of(sheet, "first"); /* of an event */
    if (type)
        g_string_append_printf(tip, "\n%s", type);
    if (country && g_strcmp0(country, text_of(sheet, "label")) != 0)
        g_string_append_printf(tip, ", %s", country);
    if (day)
        g_string_append_printf(tip, "\n%s", day);
    if (n > 0)
        g_string_append_printf(tip, "\n%.0f event%s", n, n == 1 ? "" : "s");
    dot_file_set(d->file, d->node[TIP], tip->str);
}

/* In points. */
static void set_size(Drawing *d, double radius)
{
    set_number(d, d->node[WIDTH], "%.4f", radius / 36);
    set_number(d, d->node[HEIGHT], "%.4f", radius / 36);
}

static void set_place(Drawing *d, size_t node)
{
    char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
    g_autofree char *pos = g_strdup_printf("%s,%s!", g_ascii_formatd(x, sizeof x, "%.2f", d->layout->x[node]),
                                           g_ascii_formatd(y, sizeof y, "%.2f", 0.0 - d->layout->y[node]));
    dot_file_set(d->file, d->node[POS], pos);
}

static double largest(Sheet *sheet, const char *name)
{
    double most = 0;
    for (size_t i = 0; i < sheet->n_rows; i++) {
        sheet_go(sheet, i);
        most = fmax(most, number_of(sheet, name));
    }
    return most;
}

static void add_nodes(Drawing *d, Sheet *sheet)
{
    double most = fmax(largest(sheet, "events"), 1);
    for (size_t i = 0; i < sheet->n_rows; i++) {
        sheet_go(sheet, i);
        dot_file_node(d->file);
        double share = sqrt(number_of(sheet, "events") / most), font = d->layout ? d->layout->font[i] : 10 + 10 * share;
        if (font > 0) {
            g_autofree char *label = utf8_cut(sheet_label(d->export, d->two_mode, (uint32_t)i), LONGEST_LABEL);
            dot_file_set(d->file, d->node[XLABEL], label);
            set_number(d, d->node[FONT], "%.2f", font);
        }
        dot_file_set(d->file, d->node[LABEL], ""); /* nothing in the sign, and no complaint that it is too small */
        set_kind(d, sheet);
        set_node_tip(d, sheet);
        set_size(d, d->layout ? d->layout->radius[i] : 6 + 24 * share);
        if (d->layout)
            set_place(d, i);
    }
}

static void set_edge_tip(Drawing *d, const Sheet *sheet, uint32_t a, uint32_t b)
{
    g_autoptr(GString) tip = g_string_new(NULL);
    g_string_append_printf(tip, "%s – %s", sheet_label(d->export, d->two_mode, a),
                           sheet_label(d->export, d->two_mode, b));
    const char *const what[] = {text_of(sheet, "role"), text_of(sheet, "event_titles"), text_of(sheet, "quote")};
    for (size_t i = 0; i < G_N_ELEMENTS(what); i++)
        if (what[i])
            g_string_append_printf(tip, "\n%s", what[i]);
    dot_file_set(d->file, d->edge[EDGE_TIP], tip->str);
}

static double heaviest(const Network *network)
{
    double most = 0;
    for (size_t i = 0; i < network->n_ties; i++)
        most = fmax(most, network->tie[i].weight);
    return most;
}

static void add_edges(Drawing *d, Sheet *sheet)
{
    enum { ALPHA_FROM = 7 };
    double most = heaviest(d->export->network);
    for (size_t i = 0; i < sheet->n_rows; i++) {
        uint32_t a, b;
        sheet_go(sheet, i);
        sheet_ends(sheet, i, &a, &b);
        dot_file_edge(d->file, a, b);
        set_edge_tip(d, sheet, a, b);
        if (!d->two_mode)
            set_number(d, d->edge[PEN], "%.2f", .5 + 5 * sqrt(number_of(sheet, "weight") / most));
        if (d->layout && d->layout->group[a] == d->layout->group[b] && d->layout->group[a] != UINT32_MAX) {
            char ink[ALPHA_FROM + 3];
            g_snprintf(ink, sizeof ink, "%.7s80", picture_group_colour(d->layout->group[a]));
            dot_file_set(d->file, d->edge[INK], ink);
        }
    }
}

bool write_dot_styled(const Export *export, Output *out, GError **error)
{
    g_autoptr(TwoMode) two_mode = export->two_mode ? two_mode_new(export->network) : NULL;
    g_autoptr(Sheet) nodes = sheet_nodes(export, two_mode, NULL, error);
    if (!nodes)
        return false;
    g_autoptr(Sheet) ties = sheet_ties(export, two_mode, NULL);
    g_autoptr(DotFile) file = dot_file_new();
    Drawing d = {.export = export, .two_mode = two_mode, .layout = two_mode ? NULL : export->layout, .file = file};
    declare(&d);
    add_nodes(&d, nodes);
    add_edges(&d, ties);
    g_autofree char *provenance = sheet_provenance(export);
    const char *const comment[] = {"encoding: UTF-8 ✓ é", provenance};
    return dot_file_write(file, comment, G_N_ELEMENTS(comment), out, error);
}
