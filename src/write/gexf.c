/* gexf.c - GEXF 1.3 and 1.2 as Gephi, Gephi Lite, graphology and NetworkX read it: with looks and time. */
#include "column.h"
#include "markup.h"
#include "spells.h"
#include <stdlib.h>
#include <string.h>

/* Rules (each tried with the readers named above, and with the RELAX NG of 1.3):
 * undirected by default, so no edge says so; ids n0…, e0…; the id of an attribute is its title (graphology takes the
 * one, Gephi the other); types string, integer, double and boolean only; viz:color without a (Gephi Lite then greys
 * all), viz:size never empty, size and colour only where they are known. Time is intervals with both ends, disjoint,
 * whole days (a bare year ends Gephi's import) or, in texts without dates, numbers of scenes and the like. Only nodes
 * and edges have spells; values that change would replace those that do not, in graphology. */
typedef struct Dialect {
    const char *version, *space;
    const char *representation; /* 1.2 does not know it */
} Dialect;

static const Dialect GEXF_1_3 = {"1.3", "http://gexf.net/1.3", " timerepresentation=\"interval\""};
static const Dialect GEXF_1_2 = {"1.2", "http://www.gexf.net/1.2draft", ""};

/* Columns that GEXF has its own place for. */
static bool is_special(const char *name, bool of_ties)
{
    static const char *const of_node[] = {"label", "x", "y", "size", "color"};
    bool special = of_ties && strcmp(name, "weight") == 0;
    for (size_t i = 0; !of_ties && i < G_N_ELEMENTS(of_node); i++)
        special = special || strcmp(name, of_node[i]) == 0;
    return special;
}

static const char *type_name(FieldKind kind)
{
    static const char *const name[] = {
        [FIELD_STRING] = "string", [FIELD_INT] = "integer", [FIELD_DOUBLE] = "double", [FIELD_BOOL] = "boolean"};
    return name[kind];
}

/* The attributes of a sheet; what opens the value of each column comes back, NULL for special ones (g_free each). */
static GPtrArray *write_attributes(const Sheet *sheet, bool of_ties, Output *out)
{
    GPtrArray *open = g_ptr_array_new_with_free_func(g_free);
    output_printf(out, "    <attributes class=\"%s\">\n", of_ties ? "edge" : "node");
    for (size_t i = 0; i < sheet->n_columns; i++) {
        const char *name = sheet->column[i].name;
        bool special = is_special(name, of_ties);
        g_ptr_array_add(open, special ? NULL : g_strdup_printf("<attvalue for=\"%s\" value=\"", name));
        if (!special)
            output_printf(out, "      <attribute id=\"%s\" title=\"%s\" type=\"%s\"/>\n", name, name,
                          type_name(sheet->column[i].kind));
    }
    output_text(out, "    </attributes>\n");
    return open;
}

static void append_values(Line *row, const Sheet *sheet, const GPtrArray *open)
{
    line_text(row, "<attvalues>");
    for (size_t i = 0; i < sheet->n_columns; i++) {
        const char *opens = g_ptr_array_index(open, i);
        if (!opens || !sheet->field[i].present)
            continue;
        line_text(row, opens);
        line_bytes(row, sheet->field[i].text, sheet->field[i].length);
        line_text(row, "\"/>");
    }
    line_text(row, "</attvalues>");
}

/* name="…", where the field is present. */
static void append_field(Line *row, const char *name, const Sheet *sheet, int column)
{
    if (column < 0 || !sheet->field[column].present)
        return;
    line_text(row, name);
    line_bytes(row, sheet->field[column].text, sheet->field[column].length);
    line_bytes(row, "\"", 1);
}

static void append_time(Line *row, const char *name, TimeScale scale, int32_t time)
{
    char day[DATE_SIZE];
    line_text(row, name);
    if (scale == TIME_DAYS)
        line_text(row, date_format_day(time, day));
    else
        line_number(row, (uint64_t)time);
    line_bytes(row, "\"", 1);
}

static void append_spells(Line *row, TimeScale scale, const Spell *spell, size_t n)
{
    if (n == 0)
        return;
    line_text(row, "<spells>");
    for (size_t i = 0; i < n; i++) {
        append_time(row, "<spell start=\"", scale, spell[i].first);
        append_time(row, " end=\"", scale, spell[i].last);
        line_text(row, "/>");
    }
    line_text(row, "</spells>");
}

/* The nearest to the signs of our pictures; NULL for an event. */
static const char *shape_of(const Export *export, const TwoMode *two_mode, size_t node)
{
    static const char *const shape[] = {[ACTOR_UNKNOWN] = "diamond",
                                        [ACTOR_COUNTRY] = "disc",
                                        [ACTOR_AGENCY] = "square",
                                        [ACTOR_OFFICIAL] = "triangle",
                                        [ACTOR_BLOC] = "diamond"};
    if (!two_mode)
        return shape[network_actor(export->network, (uint32_t)node)->type];
    ActorId id = two_mode->node[node].actor;
    return actor_id_is_none(id) ? NULL : shape[export->network->incidence->cast->actor[id.i].type];
}

/* Colour, position, size, as the layout has them; the shape by type. */
static void append_looks(Line *row, const Sheet *sheet, const int special[4], const char *shape)
{
    int x = special[0], y = special[1], size = special[2], colour = special[3];
    if (colour >= 0 && sheet->field[colour].present) {
        unsigned long rgb = strtoul(sheet->field[colour].text + 1, NULL, 16);
        line_printf(row, "<viz:color r=\"%lu\" g=\"%lu\" b=\"%lu\"/>", rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
    }
    if (x >= 0 && sheet->field[x].present && sheet->field[y].present) {
        append_field(row, "<viz:position x=\"", sheet, x);
        append_field(row, " y=\"", sheet, y);
        line_text(row, " z=\"0\"/>");
    }
    if (size >= 0 && sheet->field[size].present && sheet->field[size].number > 0) {
        append_field(row, "<viz:size value=\"", sheet, size);
        line_text(row, "/>");
    }
    if (shape)
        line_printf(row, "<viz:shape value=\"%s\"/>", shape);
}

static void write_nodes(Sheet *sheet, const GPtrArray *open, Spells *spells, Output *out)
{
    const int special[] = {sheet_find(sheet, "x"), sheet_find(sheet, "y"), sheet_find(sheet, "size"),
                           sheet_find(sheet, "color")};
    int label = sheet_find(sheet, "label");
    g_auto(Line) row = {0};
    output_printf(out, "    <nodes count=\"%zu\">\n", sheet->n_rows);
    for (size_t i = 0; i < sheet->n_rows && !output_failed(out); i++) {
        size_t n;
        sheet_go(sheet, i);
        line_clear(&row);
        line_id(&row, "      <node id=\"", 'n', i);
        append_field(&row, " label=\"", sheet, label);
        line_bytes(&row, ">", 1);
        append_values(&row, sheet, open);
        const Spell *spell = spells_of_node(spells, i, &n);
        append_spells(&row, spells_scale(spells), spell, n);
        append_looks(&row, sheet, special, shape_of(sheet->export, sheet->two_mode, i));
        line_text(&row, "</node>\n");
        output_bytes(out, row.text, row.n);
    }
    output_text(out, "    </nodes>\n");
}

static void write_edges(Sheet *sheet, const GPtrArray *open, Spells *spells, Output *out)
{
    int weight = sheet_find(sheet, "weight");
    g_auto(Line) row = {0};
    output_printf(out, "    <edges count=\"%zu\">\n", sheet->n_rows);
    for (size_t i = 0; i < sheet->n_rows && !output_failed(out); i++) {
        uint32_t a, b;
        size_t n;
        sheet_go(sheet, i);
        sheet_ends(sheet, i, &a, &b);
        line_clear(&row);
        line_id(&row, "      <edge id=\"", 'e', i);
        line_id(&row, " source=\"", 'n', a);
        line_id(&row, " target=\"", 'n', b);
        append_field(&row, " weight=\"", sheet, weight);
        line_bytes(&row, ">", 1);
        append_values(&row, sheet, open);
        const Spell *spell = spells_of_tie(spells, sheet, &n);
        append_spells(&row, spells_scale(spells), spell, n);
        line_text(&row, "</edge>\n");
        output_bytes(out, row.text, row.n);
    }
    output_text(out, "    </edges>\n");
}

/* Who made the file and what it is of; the schema has no room for a date, and neither have we. */
static void write_about(const Export *export, Output *out)
{
    g_auto(Line) about = {0};
    g_autofree char *provenance = sheet_provenance(export);
    g_autofree char *title = sheet_title(export);
    g_autofree char *notes = sheet_notes(export);
    line_text(&about, "  <meta>\n    <creator>");
    markup_text(&about, provenance, strlen(provenance));
    line_text(&about, "</creator>\n");
    if (title || notes) {
        g_autofree char *text = g_strconcat(title ? title : "", title && notes ? "; " : "", notes ? notes : "", NULL);
        line_text(&about, "    <description>");
        markup_text(&about, text, strlen(text));
        line_text(&about, "</description>\n");
    }
    line_text(&about, "  </meta>\n");
    output_bytes(out, about.text, about.n);
}

static void write_graph_tag(const Dialect *dialect, TimeScale scale, Output *out)
{
    output_text(out, "  <graph defaultedgetype=\"undirected\" idtype=\"string\"");
    if (scale == TIME_NONE)
        output_text(out, " mode=\"static\">\n");
    else
        output_printf(out, " mode=\"dynamic\" timeformat=\"%s\"%s>\n", scale == TIME_DAYS ? "date" : "double",
                      dialect->representation);
}

bool write_gexf(const Export *export, Output *out, GError **error)
{
    const Dialect *dialect = export->gexf_1_2 ? &GEXF_1_2 : &GEXF_1_3;
    g_autoptr(TwoMode) two_mode = export->two_mode ? two_mode_new(export->network) : NULL;
    g_autoptr(Sheet) nodes = sheet_nodes(export, two_mode, markup_attribute, error);
    if (!nodes)
        return false;
    g_autoptr(Sheet) ties = sheet_ties(export, two_mode, markup_attribute);
    g_autoptr(Spells) spells = spells_new(export, two_mode);

    output_printf(out,
                  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- written by entente " ENTENTE_VERSION " -->\n"
                  "<gexf xmlns=\"%s\" xmlns:viz=\"%s/viz\" version=\"%s\">\n",
                  dialect->space, dialect->space, dialect->version);
    write_about(export, out);
    write_graph_tag(dialect, spells_scale(spells), out);
    g_autoptr(GPtrArray) node_open = write_attributes(nodes, false, out);
    g_autoptr(GPtrArray) tie_open = write_attributes(ties, true, out);
    write_nodes(nodes, node_open, spells, out);
    write_edges(ties, tie_open, spells, out);
    output_text(out, "  </graph>\n</gexf>\n");
    return true;
}
