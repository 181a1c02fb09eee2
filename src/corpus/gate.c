/* gate.c - GATE XML: a text with numbered nodes, then sets of annotations between them with features. */
#include "failure.h"
#include "format.h"
#include "number.h"
#include "standoff.h"
#include "xml.h"
#include <string.h>

enum { MOST_ANNOTATIONS = 20000000, LONGEST_FEATURE = 64 * 1024 };

typedef enum GateElement { DOCUMENT, FEATURES, TEXT, NODE, SET, ANNOTATION, FEATURE, NAME, VALUE } GateElement;
static const char *const elements[] = {"GateDocument",  "GateDocumentFeatures",
                                       "TextWithNodes", "Node",
                                       "AnnotationSet", "Annotation",
                                       "Feature",       "Name",
                                       "Value",         NULL};
typedef enum GateAttribute { ID, NODE_ID, TYPE, START, END, SET_NAME } GateAttribute;
static const char *const attributes[] = {"Id", "id", "Type", "StartNode", "EndNode", "Name", NULL};

typedef struct Gate {
    Builder *builder;
    Standoff *s;
    const Source *source;
    Lookup *node;       /* number as it is written → byte of the text it stands before */
    GHashTable *marked; /* "begin end type" of all marks: several sets may say the same */
    GString *name, *value;
    GString *into;     /* text, name or value, whichever is read; NULL = what is read does not count */
    StandoffMark mark; /* the annotation that is open */
    bool open, fits, in_text, had_text, original, about_document;
    uint32_t first_attribute, first_reference; /* of it */
} Gate;

/* The pool's copy of an attribute, or NULL. */
static const char *attribute(const Gate *g, const Xml *xml, GateAttribute which)
{
    XmlText t = xml_attribute(xml, which);
    return t.s ? pool_intern(g->builder->pool, t.s, t.n) : NULL;
}

static void read_node(Gate *g, Xml *xml)
{
    const char *id = attribute(g, xml, NODE_ID);
    if (!g->in_text || !id)
        return;
    if (lookup_get(g->node, 0, id) == UINT32_MAX)
        lookup_set(g->node, 0, id, (uint32_t)g->s->text->len);
    else
        diagnostics_add(g->builder->diagnostics, DIAGNOSTIC_DUPLICATE_ID, xml_place(xml), "save it from GATE again",
                        "node %s stands in the text twice; annotations mean the first", id);
}

/* Where the node stands; false when there is none. */
static bool find_node(Gate *g, const char *id, uint32_t *byte, Place place)
{
    *byte = id ? lookup_get(g->node, 0, id) : UINT32_MAX;
    if (*byte != UINT32_MAX)
        return true;
    diagnostics_add(g->builder->diagnostics, DIAGNOSTIC_UNKNOWN_ID, place,
                    "annotations begin and end at nodes of the text: save it from GATE again",
                    id ? "the text has no node %s; the annotation is left out"
                       : "the annotation has no StartNode or no EndNode; it is left out%s",
                    id ? id : "");
    return false;
}

/* What GATE's own steps leave behind: words, gazetteer hits, drafts of rules. */
static bool is_machinery(const char *type)
{
    static const char *const known[] = {"Token", "SpaceToken", "Lookup", "Split", "POS", "DEFAULT_TOKEN"};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        if (strcmp(type, known[i]) == 0)
            return true;
    }
    return g_str_has_prefix(type, "Temp") && g_ascii_isupper(type[4]);
}

static bool is_sentence(const char *type)
{
    return g_ascii_strcasecmp(type, "Sentence") == 0 || g_ascii_strcasecmp(type, "sent") == 0;
}

static bool is_paragraph(const char *type)
{
    return g_ascii_strcasecmp(type, "p") == 0 || g_ascii_strcasecmp(type, "paragraph") == 0;
}

static void open_annotation(Gate *g, Xml *xml)
{
    Place place = xml_place(xml);
    const char *type = attribute(g, xml, TYPE);
    g->open = true;
    g->mark = (StandoffMark){.id = attribute(g, xml, ID), .label = type, .cert = CERT_UNSTATED, .place = place};
    g->first_attribute = g->s->attribute->len;
    g->first_reference = g->s->reference->len;
    g->fits = type && !is_machinery(type) && find_node(g, attribute(g, xml, START), &g->mark.span.begin, place) &&
              find_node(g, attribute(g, xml, END), &g->mark.span.end, place);
    if (g->s->mark->len >= MOST_ANNOTATIONS)
        xml_fail(xml, place, "too-long", "split it into its documents", "more than %d annotations", MOST_ANNOTATIONS);
}

/* Sentences and paragraphs are no marks; what several sets say alike is one mark. */
static void close_annotation(Gate *g)
{
    g->open = false;
    if (!g->fits)
        return;
    bool division = is_sentence(g->mark.label) || is_paragraph(g->mark.label) || g->original;
    g_autofree char *same = g_strdup_printf("%u %u %s", g->mark.span.begin, g->mark.span.end, g->mark.label);
    if (!division && g_hash_table_add(g->marked, g_steal_pointer(&same))) {
        standoff_add_mark(g->s, &g->mark);
        return;
    }
    g_array_set_size(g->s->attribute, g->first_attribute);
    g_array_set_size(g->s->reference, g->first_reference);
    if (is_paragraph(g->mark.label))
        g_array_append_val(g->s->paragraph, g->mark.span);
    else if (is_sentence(g->mark.label) && !g->original)
        g_array_append_val(g->s->sentence, g->mark.span);
}

/* "matches" lists the ids of all annotations of a chain: the lowest is its name. */
static void read_matches(Gate *g, const char *value)
{
    uint64_t lowest = UINT64_MAX, id;
    g_auto(GStrv) part = g_strsplit_set(value, "[]{}();, \t\n", -1);
    for (char **p = part; *p; p++) {
        if (number_parse_uint(*p, &id))
            lowest = MIN(lowest, id);
    }
    g_autofree char *chain = g_strdup_printf("%" G_GUINT64_FORMAT, lowest);
    if (lowest != UINT64_MAX)
        g->mark.chain = pool_string(g->builder->pool, chain);
}

static bool is_one_of(const char *name, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (g_ascii_strcasecmp(name, list[i]) == 0)
            return true;
    }
    return false;
}

static void read_feature(Gate *g, Place place)
{
    static const char *const reference[] = {"inst", "ref", "uri", "wikidata", "kb_id", "identifier"};
    const char *name = g_strstrip(g->name->str), *value = g_strstrip(g->value->str);
    const char *slash = strrchr(value, '/');
    if (!*name || !*value || !g->fits)
        return;
    if (strcmp(name, "matches") == 0)
        read_matches(g, value);
    else if (is_one_of(name, reference, G_N_ELEMENTS(reference)))
        standoff_add_reference(g->s, anchor_mark(g->s->mark->len), slash && slash[1] ? slash + 1 : value, place);
    else
        standoff_add_attribute(g->s, anchor_mark(g->s->mark->len), name, value, place);
}

static void read_document_feature(Gate *g, Place place)
{
    static const char *const title[] = {"title", "docTitle"}, *const date[] = {"date", "docDate", "publicationDate"};
    static const char *const url[] = {"gate.SourceURL", "url", "source"}, *const language[] = {"language", "lang"};
    const char *name = g_strstrip(g->name->str), *value = g_strstrip(g->value->str);
    Document *head = &g->s->head;
    if (!*value)
        return;
    if (is_one_of(name, title, G_N_ELEMENTS(title)))
        head->title = pool_string(g->builder->pool, value);
    else if (is_one_of(name, date, G_N_ELEMENTS(date)))
        head->date = builder_date(g->builder, value, strlen(value), place);
    else if (is_one_of(name, language, G_N_ELEMENTS(language)))
        head->language = pool_string(g->builder->pool, value);
    else if (is_one_of(name, url, G_N_ELEMENTS(url)) && g_str_has_prefix(value, "http"))
        head->url = pool_string(g->builder->pool, value);
}

static void on_start(Xml *xml, int element, void *user)
{
    Gate *g = user;
    g->into = g->in_text ? g->s->text : NULL;
    if (xml_depth(xml) == 1 && element != DOCUMENT) {
        xml_fail(xml, xml_place(xml), "unknown-format", "save it from GATE as XML",
                 "the root is <%s>, not GateDocument", xml_name(xml));
    } else if (element == FEATURES) {
        g->about_document = true;
    } else if (element == TEXT) {
        g->in_text = g->had_text = true;
        g->into = g->s->text;
    } else if (element == NODE) {
        read_node(g, xml);
    } else if (element == SET) {
        const char *name = attribute(g, xml, SET_NAME);
        g->original = name && strcmp(name, "Original markups") == 0;
        if (!g->had_text)
            xml_fail(xml, xml_place(xml), "missing-text", "save it from GATE as XML, with its text",
                     "annotations come before the text: there is no TextWithNodes");
    } else if (element == ANNOTATION) {
        open_annotation(g, xml);
    } else if (element == NAME && (g->open || g->about_document)) {
        g->into = g_string_truncate(g->name, 0);
    } else if (element == VALUE && (g->open || g->about_document)) {
        g->into = g_string_truncate(g->value, 0);
    }
}

static void on_end(Xml *xml, int element, void *user)
{
    Gate *g = user;
    g->into = g->in_text ? g->s->text : NULL;
    if (element == TEXT) {
        g->in_text = false;
        g->into = NULL;
    } else if (element == FEATURES) {
        g->about_document = false;
    } else if (element == ANNOTATION && g->open) {
        close_annotation(g);
    } else if (element == FEATURE && g->open) {
        read_feature(g, g->mark.place);
    } else if (element == FEATURE && g->about_document) {
        read_document_feature(g, xml_place(xml));
    }
}

static void on_text(Xml *xml, const char *s, size_t n, void *user)
{
    Gate *g = user;
    if (!g->into || (g->into != g->s->text && g->into->len > LONGEST_FEATURE))
        return; /* of a feature that long nothing is asked */
    if (g->into == g->s->text && g->into->len + n >= STANDOFF_LONGEST_TEXT)
        xml_fail(xml, xml_place(xml), "too-long", "split it into its documents", "a text of more than %d MB",
                 STANDOFF_LONGEST_TEXT >> 20);
    else
        g_string_append_len(g->into, s, (gssize)n);
}

static int compare_spans(const void *a, const void *b)
{
    const Span *x = a, *y = b;
    return x->begin != y->begin ? (x->begin < y->begin ? -1 : 1) : (x->end > y->end) - (x->end < y->end);
}

/* Several sets may divide the text: what overlaps what stands before it goes. */
static void make_disjoint(GArray *spans)
{
    guint n = 0;
    uint32_t end = 0;
    g_array_sort(spans, compare_spans);
    for (guint i = 0; i < spans->len; i++) {
        Span span = g_array_index(spans, Span, i);
        if (span.begin < end || span.begin >= span.end)
            continue;
        g_array_index(spans, Span, n++) = span;
        end = span.end;
    }
    g_array_set_size(spans, n);
}

bool gate_is(const char *head, size_t n) { return format_xml_has(head, n, "<GateDocument"); }

/* Nodes stand in the text itself, so that where a mark begins is known in bytes, whatever GATE counted. */
static bool deliver(Gate *g, GError **error)
{
    if (!g->had_text) {
        failure_set(error, ERROR_IO, (Place){g->source->path, 0, 0}, "missing-text",
                    "save it from GATE as XML, with its text", "there is no TextWithNodes in it");
        return false;
    }
    make_disjoint(g->s->sentence);
    make_disjoint(g->s->paragraph);
    if (!standoff_settle(g->s, OFFSET_BYTE, error))
        return false;
    standoff_deliver(g->s, g->builder);
    return true;
}

bool gate_read(Builder *builder, const Source *source, GError **error)
{
    static const char *const none[] = {NULL};
    const XmlVocabulary vocabulary = {elements, attributes, none, 0};
    const XmlHandler handler = {on_start, on_end, on_text};
    g_autoptr(Standoff) s = standoff_new(builder->pool, builder->diagnostics);
    g_autoptr(Lookup) node = lookup_new();
    g_autoptr(GHashTable) marked = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GString) name = g_string_new(NULL), value = g_string_new(NULL);
    Gate g = {
        .builder = builder, .s = s, .source = source, .node = node, .marked = marked, .name = name, .value = value};
    XmlTotals totals;
    s->head.path = source->path;
    s->head.name = source->name;
    if (!xml_read(source, &vocabulary, &handler, &g, &totals, error))
        return false;
    builder->n_bytes += totals.n_bytes;
    s->head.digest = totals.digest;
    return deliver(&g, error);
}
