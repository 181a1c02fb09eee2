/* positions.c - where a file says actors stood: an SVG or GraphML of ours, or a GEXF or GraphML of Gephi. */
#include "positions.h"
#include "failure.h"
#include "label.h"
#include "number.h"
#include "xml.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

typedef struct Spot {
    double x, y;
} Spot;

struct Positions {
    char *path;
    GArray *spot;
    GHashTable *by_id, *by_name; /* clean text → row of spot, from 1; 0: several have that name */
    bool ours;
};

/* Rows and bytes that no picture needs are refused: a file is anybody's. */
enum { MOST_POSITIONS = 2000000, LONGEST_VALUE = 4096 };

Positions *positions_new(const char *path)
{
    Positions *positions = g_new0(Positions, 1);
    positions->path = g_strdup(path);
    positions->spot = g_array_new(FALSE, FALSE, sizeof(Spot));
    positions->by_id = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    positions->by_name = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return positions;
}

void positions_free(Positions *positions)
{
    if (!positions)
        return;
    g_free(positions->path);
    g_array_free(positions->spot, TRUE);
    g_hash_table_unref(positions->by_id);
    g_hash_table_unref(positions->by_name);
    g_free(positions);
}

void positions_add(Positions *positions, const char *id, const char *name, double x, double y)
{
    Spot spot = {x, y};
    g_array_append_val(positions->spot, spot);
    g_autofree char *own_id = label_clean(id, 300), *own_name = label_clean(name, 300);
    if (*own_id && !g_hash_table_contains(positions->by_id, own_id))
        g_hash_table_insert(positions->by_id, g_steal_pointer(&own_id), GUINT_TO_POINTER(positions->spot->len));
    if (*own_name) {
        bool again = g_hash_table_contains(positions->by_name, own_name);
        g_hash_table_insert(positions->by_name, g_steal_pointer(&own_name),
                            GUINT_TO_POINTER(again ? 0 : positions->spot->len));
    }
}

bool positions_find(const Positions *positions, const char *id, const char *name, double *x, double *y)
{
    g_autofree char *own_id = label_clean(id, 300), *own_name = label_clean(name, 300);
    unsigned row = GPOINTER_TO_UINT(g_hash_table_lookup(positions->by_id, own_id));
    if (!row)
        row = GPOINTER_TO_UINT(g_hash_table_lookup(positions->by_name, own_name));
    if (!row)
        return false;
    *x = g_array_index(positions->spot, Spot, row - 1).x;
    *y = g_array_index(positions->spot, Spot, row - 1).y;
    return true;
}

size_t positions_count(const Positions *positions) { return positions->spot->len; }
bool positions_are_ours(const Positions *positions) { return positions->ours; }
const char *positions_path(const Positions *positions) { return positions->path; }

/* ---- XML ---- */

enum { E_SVG, E_GRAPHML, E_GEXF, E_KEY, E_NODE, E_DATA, E_ATTRIBUTE, E_ATTVALUE, E_POSITION };
static const char *const element_name[] = {"svg",  "graphml",   "gexf",     "key",      "node",
                                           "data", "attribute", "attvalue", "position", NULL};
enum { A_ID, A_LABEL, A_X, A_Y, A_KEY, A_FOR, A_NAME, A_TITLE, A_VALUE, A_DATA_ID, A_DATA_NAME, A_DATA_X, A_DATA_Y };
static const char *const attribute_name[] = {"id",    "label", "x",       "y",         "key",    "for",    "attr.name",
                                             "title", "value", "data-id", "data-name", "data-x", "data-y", NULL};
static const char *const space_name[] = {"http://www.w3.org/2000/svg",
                                         "http://graphml.graphdrawing.org/xmlns",
                                         "http://gexf.net/1.3",
                                         "http://gexf.net/1.3/viz",
                                         "http://www.gexf.net/1.3",
                                         "http://www.gexf.net/1.3/viz",
                                         "http://gexf.net/1.2",
                                         "http://gexf.net/1.2/viz",
                                         "http://www.gexf.net/1.2draft",
                                         "http://www.gexf.net/1.2draft/viz",
                                         "http://www.gexf.net/1.1draft",
                                         "http://www.gexf.net/1.1draft/viz",
                                         NULL};
static const XmlVocabulary vocabulary = {.element = element_name, .attribute = attribute_name, .space = space_name};

/* Which of what we look for a key of the file means. */
typedef enum Meaning { MEANS_NOTHING, MEANS_ID, MEANS_LABEL, MEANS_X, MEANS_Y, MEANS_PROVENANCE } Meaning;

typedef struct Walk {
    Positions *positions;
    int root;          /* E_SVG, E_GRAPHML, E_GEXF, or -1 before the root */
    GHashTable *means; /* key id → Meaning */
    Meaning reading;   /* text of a data element */
    GString *text;
    unsigned node_depth; /* 0: outside nodes */
    Place place;         /* of the node */
    char *id, *own_id, *name;
    double x, y;
    bool has_x, has_y;
} Walk;

static char *taken(const Xml *xml, int attribute)
{
    XmlText value = xml_attribute(xml, attribute);
    return value.s ? g_strndup(value.s, MIN(value.n, LONGEST_VALUE)) : NULL;
}

static bool read_number(Xml *xml, Place place, const char *text, double *out)
{
    g_autofree char *trimmed = g_strstrip(g_strdup(text));
    if (number_parse(trimmed, out) && *out > -1e9 && *out < 1e9)
        return true;
    xml_fail(xml, place, "bad-attribute", "positions are numbers such as 12.5", "“%.40s” is no position", trimmed);
    return false;
}

static void take_number(Walk *walk, Xml *xml, const char *text, bool x)
{
    if (text && read_number(xml, walk->place, text, x ? &walk->x : &walk->y))
        *(x ? &walk->has_x : &walk->has_y) = true;
}

static void forget_node(Walk *walk)
{
    g_clear_pointer(&walk->id, g_free);
    g_clear_pointer(&walk->own_id, g_free);
    g_clear_pointer(&walk->name, g_free);
    walk->has_x = walk->has_y = false;
    walk->node_depth = 0;
}

static void keep_node(Walk *walk, Xml *xml)
{
    if (positions_count(walk->positions) >= MOST_POSITIONS)
        xml_fail(xml, walk->place, "too-long", "leave those out that nobody draws", "more than %d positions",
                 MOST_POSITIONS);
    else if (walk->has_x && walk->has_y)
        positions_add(walk->positions, walk->own_id ? walk->own_id : walk->id, walk->name, walk->x, 0.0 - walk->y);
    forget_node(walk);
}

static Meaning meaning_of(const char *name)
{
    static const struct {
        const char *name;
        Meaning meaning;
    } known[] = {
        {"name", MEANS_ID}, {"label", MEANS_LABEL}, {"x", MEANS_X}, {"y", MEANS_Y}, {"provenance", MEANS_PROVENANCE}};
    for (size_t i = 0; name && i < G_N_ELEMENTS(known); i++)
        if (g_ascii_strcasecmp(name, known[i].name) == 0)
            return known[i].meaning;
    return MEANS_NOTHING;
}

static void learn_key(Walk *walk, const Xml *xml, int title)
{
    char *id = taken(xml, A_ID);
    g_autofree char *name = taken(xml, title), *domain = taken(xml, A_FOR);
    if (id && g_strcmp0(domain, "edge") != 0 && g_hash_table_size(walk->means) < 10000)
        g_hash_table_insert(walk->means, id, GINT_TO_POINTER(meaning_of(name)));
    else
        g_free(id);
}

static Meaning key_of(const Walk *walk, const Xml *xml, int attribute)
{
    g_autofree char *key = taken(xml, attribute);
    return key ? (Meaning)GPOINTER_TO_INT(g_hash_table_lookup(walk->means, key)) : MEANS_NOTHING;
}

static void set_once(char **to, const char *value)
{
    if (!*to)
        *to = g_strdup(value);
}

static void take_value(Walk *walk, Xml *xml, Meaning meaning, const char *value)
{
    if (meaning == MEANS_PROVENANCE)
        walk->positions->ours |= g_str_has_prefix(value, "entente ");
    if (!walk->node_depth)
        return;
    if (meaning == MEANS_ID)
        set_once(&walk->own_id, value);
    else if (meaning == MEANS_LABEL)
        set_once(&walk->name, value);
    else if (meaning == MEANS_X || meaning == MEANS_Y)
        take_number(walk, xml, value, meaning == MEANS_X);
}

static void start_root(Walk *walk, Xml *xml, int element)
{
    walk->root = element;
    if (element != E_SVG && element != E_GRAPHML && element != E_GEXF)
        xml_fail(xml, xml_place(xml), "unknown-format",
                 "--positions reads an SVG that entente drew, GraphML, or GEXF as Gephi saves it",
                 "<%s> begins no picture and no network", xml_name(xml));
}

static void start_svg(Walk *walk, Xml *xml)
{
    g_autofree char *id = taken(xml, A_DATA_ID), *name = taken(xml, A_DATA_NAME), *x = taken(xml, A_DATA_X),
                    *y = taken(xml, A_DATA_Y);
    Spot spot;
    walk->positions->ours = true;
    if (id && x && y && read_number(xml, xml_place(xml), x, &spot.x) && read_number(xml, xml_place(xml), y, &spot.y))
        positions_add(walk->positions, id, name ? name : id, spot.x, spot.y);
}

static void on_start(Xml *xml, int element, void *user)
{
    Walk *walk = user;
    if (walk->root < 0) {
        start_root(walk, xml, element);
        return;
    }
    if (walk->root == E_SVG) {
        start_svg(walk, xml);
        return;
    }
    if (element == E_KEY || element == E_ATTRIBUTE) {
        learn_key(walk, xml, element == E_KEY ? A_NAME : A_TITLE);
    } else if (element == E_NODE) {
        if (walk->node_depth) /* a node within a node: the outer one ends here */
            keep_node(walk, xml);
        walk->node_depth = xml_depth(xml);
        walk->place = xml_place(xml);
        walk->id = taken(xml, A_ID);
        walk->name = taken(xml, A_LABEL);
    } else if (element == E_POSITION && walk->node_depth) {
        g_autofree char *x = taken(xml, A_X), *y = taken(xml, A_Y);
        take_number(walk, xml, x, true);
        take_number(walk, xml, y, false);
    } else if (element == E_ATTVALUE) {
        g_autofree char *value = taken(xml, A_VALUE);
        if (value)
            take_value(walk, xml, key_of(walk, xml, A_FOR), value);
    } else if (element == E_DATA) {
        walk->reading = key_of(walk, xml, A_KEY);
        g_string_truncate(walk->text, 0);
    }
}

static void on_end(Xml *xml, int element, void *user)
{
    Walk *walk = user;
    if (element == E_DATA && walk->reading != MEANS_NOTHING) {
        take_value(walk, xml, walk->reading, walk->text->str);
        walk->reading = MEANS_NOTHING;
    } else if (element == E_NODE && walk->node_depth) {
        keep_node(walk, xml);
    }
}

static void on_text(Xml *xml, const char *s, size_t n, void *user)
{
    Walk *walk = user;
    if (walk->reading != MEANS_NOTHING && walk->text->len + n < LONGEST_VALUE)
        g_string_append_len(walk->text, s, (gssize)n);
}

static bool read_xml(Positions *positions, int fd, GError **error)
{
    static const XmlHandler handler = {on_start, on_end, on_text};
    Source source = {.path = positions->path, .name = positions->path, .direct = true, .fd = fd};
    Walk walk = {.positions = positions, .root = -1, .text = g_string_new(NULL)};
    walk.means = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    XmlTotals totals;
    bool done = xml_read(&source, &vocabulary, &handler, &walk, &totals, error);
    forget_node(&walk);
    g_string_free(walk.text, TRUE);
    g_hash_table_unref(walk.means);
    return done;
}

Positions *positions_read(const char *path, GError **error)
{
    g_autoptr(Positions) positions = positions_new(path);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        failure_set(error, ERROR_IO, (Place){g_intern_string(path), 0, 0}, "unreadable",
                    "check the name and its permissions", "cannot be read: %s", g_strerror(errno));
        return NULL;
    }
    bool done = read_xml(positions, fd, error);
    close(fd);
    if (!done)
        return NULL;
    if (positions_count(positions) == 0) {
        failure_set(error, ERROR_NO, (Place){g_intern_string(path), 0, 0}, "no-positions",
                    "an SVG of entente draw has them, GraphML of entente export --layout, and GEXF that Gephi saved",
                    "nothing in it says where anybody stands");
        return NULL;
    }
    return g_steal_pointer(&positions);
}
