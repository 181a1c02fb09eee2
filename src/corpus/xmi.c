/* xmi.c - UIMA's CAS as XMI (INCEpTION, WebAnno, DKPro): feature structures are collected, then each sofa is a
 * document. */
#include "xmi.h"
#include "failure.h"
#include "format.h"
#include "layer.h"
#include "number.h"
#include "xml.h"
#include <string.h>

enum { MOST_STRUCTURES = 20000000, LONGEST_TEXT = 10 * 1000 * 1000, PASSED_OVER = STANDOFF_NONE - 1 };

#define XMI_SPACE "http://www.omg.org/XMI"

static void clear_sofa(void *p) { g_free(((XmiSofa *)p)->text); }

/* "http:///webanno/custom.ecore" and "Span" are the layer webanno.custom.Span. */
static char *layer_of(const char *space, const char *name)
{
    const char *from = g_str_has_prefix(space, "http:///") ? space + 8 : space;
    size_t n = strlen(from);
    n -= g_str_has_suffix(from, ".ecore") ? 6 : 0;
    g_autofree char *package = g_strndup(from, n);
    return g_strdup_printf("%s.%s", g_strdelimit(package, "/", '.'), name);
}

/* What is no annotation, or one of words as words. */
static bool is_passed_over(const char *space, const char *name)
{
    static const char *const type[] = {
        "NULL", "View", "Token", "TagsetDescription", "TagDescription", "LayerDefinition", "CASMetadata"};
    if (strcmp(name, "Sentence") == 0 || strcmp(name, "Paragraph") == 0 || strcmp(name, "DocumentMetaData") == 0)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(type); i++) {
        if (strcmp(name, type[i]) == 0)
            return true;
    }
    g_autofree char *layer = layer_of(space, name);
    return layer_is_of_words(layer);
}

static const char *intern(Xmi *x, XmlText t) { return t.s ? pool_intern(x->pool, t.s, t.n) : NULL; }

static void note_id(Xmi *x, const char *id, uint32_t row, Place place)
{
    if (!id)
        return;
    if (lookup_get(x->id, 0, id) == UINT32_MAX)
        lookup_set(x->id, 0, id, row);
    else
        diagnostics_add(x->builder->diagnostics, DIAGNOSTIC_DUPLICATE_ID, place, NULL,
                        "the xmi:id \"%s\" is taken; what refers to it means the first", id);
}

static void read_sofa(Xmi *x, const Xml *xml, Place place)
{
    XmiSofa sofa = {.place = place};
    const char *name, *space;
    XmlText value;
    for (int i = 0; (value = xml_attribute_at(xml, i, &name, &space)).s; i++) {
        if (strcmp(name, "id") == 0 && space)
            sofa.id = intern(x, value);
        else if (strcmp(name, "sofaID") == 0)
            sofa.name = intern(x, value);
        else if (strcmp(name, "sofaString") == 0 && !sofa.text) {
            sofa.text = g_strndup(value.s, value.n);
            sofa.n_text = value.n;
        }
    }
    g_array_append_val(x->sofa, sofa);
}

/* A whole number; what is too large lies beyond any text. */
static bool read_offset(Xmi *x, XmlText value, const char *which, uint32_t *offset, Place place)
{
    g_autofree char *digits = g_strndup(value.s, value.n);
    uint64_t number;
    if (number_parse_uint(digits, &number)) {
        *offset = (uint32_t)MIN(number, (uint64_t)UINT32_MAX);
        return true;
    }
    diagnostics_add(x->builder->diagnostics, DIAGNOSTIC_BAD_OFFSET, place, "offsets are whole numbers from 0",
                    "%s=\"%s\" is no number; the annotation is left out", which, digits);
    return false;
}

static void read_structure(Xmi *x, const Xml *xml, const char *type_space, Place place)
{
    XmiStructure s = {.space = pool_string(x->pool, type_space),
                      .name = pool_string(x->pool, xml_name(xml)),
                      .features = {x->feature->len, 0},
                      .row = STANDOFF_NONE,
                      .place = place};
    const char *name, *space;
    bool begin = false, end = false, fits = true;
    XmlText value;
    for (int i = 0; (value = xml_attribute_at(xml, i, &name, &space)).s; i++) {
        if (space) {
            s.id = strcmp(name, "id") == 0 ? intern(x, value) : s.id;
        } else if (strcmp(name, "sofa") == 0) {
            s.sofa = intern(x, value);
        } else if (strcmp(name, "begin") == 0) {
            begin = true;
            fits = fits && read_offset(x, value, name, &s.span.begin, place);
        } else if (strcmp(name, "end") == 0) {
            end = true;
            fits = fits && read_offset(x, value, name, &s.span.end, place);
        } else {
            XmiFeature f = {pool_string(x->pool, name), intern(x, value)};
            g_array_append_val(x->feature, f);
            s.features.n++;
        }
    }
    s.placed = begin && end && fits;
    note_id(x, s.id, fits ? x->structure->len : PASSED_OVER, place);
    if (fits)
        g_array_append_val(x->structure, s);
}

static void pass_over(Xmi *x, const Xml *xml)
{
    const char *name, *space;
    XmlText value;
    for (int i = 0; (value = xml_attribute_at(xml, i, &name, &space)).s; i++) {
        if (space && strcmp(name, "id") == 0)
            note_id(x, intern(x, value), PASSED_OVER, (Place){g_intern_string(x->source->path), 0, 0});
    }
}

static void on_start(Xml *xml, int element, void *user)
{
    Xmi *x = user;
    const char *space = xml_space(xml) ? xml_space(xml) : "";
    if (xml_depth(xml) == 1 && (strcmp(xml_name(xml), "XMI") != 0 || !g_str_has_prefix(space, XMI_SPACE)))
        xml_fail(xml, xml_place(xml), "unknown-format", "export the text as UIMA CAS XMI (XML 1.0)",
                 "the root is <%s>, not XMI's", xml_name(xml));
    if (xml_depth(xml) != 2) /* deeper: values of features that are lists of texts */
        return;
    if (x->structure->len >= MOST_STRUCTURES)
        xml_fail(xml, xml_place(xml), "too-long", "split it into its documents", "more than %d annotations",
                 MOST_STRUCTURES);
    else if (strcmp(xml_name(xml), "Sofa") == 0)
        read_sofa(x, xml, xml_place(xml));
    else if (is_passed_over(space, xml_name(xml)))
        pass_over(x, xml);
    else
        read_structure(x, xml, space, xml_place(xml));
}

static void on_end(Xml *xml, int element, void *user) {}
static void on_text(Xml *xml, const char *s, size_t n, void *user) {}

const char *xmi_feature(const Xmi *x, const XmiStructure *s, const char *name)
{
    for (uint32_t i = 0; i < s->features.n; i++) {
        const XmiFeature *f = &g_array_index(x->feature, XmiFeature, s->features.first + i);
        if (strcmp(f->name, name) == 0)
            return *f->value ? f->value : NULL;
    }
    return NULL;
}

static XmiSofa *find_sofa(const Xmi *x, const char *id)
{
    for (guint i = 0; i < x->sofa->len; i++) {
        XmiSofa *sofa = &g_array_index(x->sofa, XmiSofa, i);
        if (sofa->id && strcmp(sofa->id, id) == 0)
            return sofa;
    }
    return NULL;
}

/* Every annotation is of a text that is there. */
static void count_structures(Xmi *x)
{
    const char *last = NULL;
    XmiSofa *sofa = NULL;
    for (guint i = 0; i < x->structure->len; i++) {
        XmiStructure *s = &g_array_index(x->structure, XmiStructure, i);
        if (s->sofa && s->sofa != last) {
            last = s->sofa;
            sofa = find_sofa(x, last);
        }
        if (s->sofa && sofa) {
            sofa->n_structures++;
            continue;
        }
        if (s->sofa)
            diagnostics_add(x->builder->diagnostics, DIAGNOSTIC_UNKNOWN_ID, s->place,
                            "sofa is the xmi:id of a cas:Sofa of this file",
                            "nothing has the id \"%s\"; the annotation is left out", s->sofa);
        s->placed = false;
    }
}

/* Title, address and language, where somebody has filled them in. */
static void read_head(Xmi *x, const XmiSofa *sofa, Document *head)
{
    for (guint i = 0; i < x->structure->len; i++) {
        const XmiStructure *s = &g_array_index(x->structure, XmiStructure, i);
        bool tells = strcmp(s->name, "DocumentMetaData") == 0 || strcmp(s->name, "DocumentAnnotation") == 0;
        if (!tells || !s->sofa || strcmp(s->sofa, sofa->id ? sofa->id : "") != 0)
            continue;
        const char *language = xmi_feature(x, s, "language"), *title = xmi_feature(x, s, "documentTitle");
        const char *url = xmi_feature(x, s, "documentUri");
        head->title = head->title ? head->title : title;
        head->url = head->url || !url || !g_str_has_prefix(url, "http") ? head->url : url;
        head->language =
            head->language || !language || strcmp(language, "x-unspecified") == 0 ? head->language : language;
    }
}

/* The first view is called after the file; others have their own name behind it. */
static const char *name_document(const Xmi *x, const XmiSofa *sofa, bool first)
{
    const char *base = strrchr(x->source->name, '/') ? strrchr(x->source->name, '/') + 1 : x->source->name;
    const char *dot = strrchr(base, '.');
    g_autofree char *id = g_strdup_printf("%.*s-%s", dot && dot > base ? (int)(dot - base) : (int)strlen(base), base,
                                          sofa->name ? sofa->name
                                          : sofa->id ? sofa->id
                                                     : "view");
    return first ? NULL : pool_string(x->builder->pool, id);
}

/* INCEpTION lets people mark the blank beside a word. A mark of blanks alone marks nothing. */
static void trim_marks(Standoff *s)
{
    for (guint i = 0; i < s->mark->len; i++) {
        StandoffMark *m = standoff_mark(s, i);
        while (!m->dropped && m->span.begin < m->span.end && g_ascii_isspace(s->text->str[m->span.begin]))
            m->span.begin++;
        while (!m->dropped && m->span.begin < m->span.end && g_ascii_isspace(s->text->str[m->span.end - 1]))
            m->span.end--;
    }
}

static bool deliver(Xmi *x, const char *digest, GError **error)
{
    g_autoptr(Standoff) s = standoff_new(x->builder->pool, x->builder->diagnostics);
    bool first = true;
    for (guint i = 0; i < x->sofa->len; i++) {
        const XmiSofa *sofa = &g_array_index(x->sofa, XmiSofa, i);
        if (!sofa->text && sofa->n_structures == 0)
            continue;
        if (!sofa->text) {
            failure_set(error, ERROR_IO, sofa->place, "missing-text", "export the text with its annotations",
                        "the text that is annotated is not in the file: the Sofa has no sofaString");
            return false;
        }
        standoff_clear(s);
        s->head.path = x->source->path;
        s->head.name = x->source->name;
        s->head.id = name_document(x, sofa, first);
        s->head.digest = digest;
        read_head(x, sofa, &s->head);
        g_string_append_len(s->text, sofa->text, (gssize)sofa->n_text);
        xmi_read_marks(x, sofa, s);
        if (!standoff_settle(s, OFFSET_UTF16, error))
            return false;
        trim_marks(s);
        standoff_deliver(s, x->builder);
        first = false;
    }
    if (first)
        failure_set(error, ERROR_IO, (Place){x->source->path, 0, 0}, "missing-text",
                    "export the text with its annotations", "the file has no Sofa with a text");
    return !first;
}

bool xmi_is(const char *head, size_t n) { return format_xml_has(head, n, XMI_SPACE); }

bool xmi_read(Builder *builder, const Source *source, GError **error)
{
    static const char *const none[] = {NULL};
    const XmlVocabulary vocabulary = {none, none, none, .longest = LONGEST_TEXT};
    const XmlHandler handler = {on_start, on_end, on_text};
    g_autoptr(Pool) pool = pool_new();
    g_autoptr(Lookup) id = lookup_new();
    g_autoptr(GArray) structure = g_array_new(FALSE, FALSE, sizeof(XmiStructure));
    g_autoptr(GArray) feature = g_array_new(FALSE, FALSE, sizeof(XmiFeature));
    g_autoptr(GArray) sofa = g_array_new(FALSE, FALSE, sizeof(XmiSofa));
    g_array_set_clear_func(sofa, clear_sofa);
    Xmi x = {builder, source, pool, structure, feature, sofa, id};
    XmlTotals totals;
    if (!xml_read(source, &vocabulary, &handler, &x, &totals, error))
        return false;
    builder->n_bytes += totals.n_bytes;
    count_structures(&x);
    return deliver(&x, pool_string(builder->pool, totals.digest), error);
}

bool typesystem_is(const char *head, size_t n) { return format_xml_has(head, n, "<typeSystemDescription"); }

/* What types there are is no text: where INCEpTION puts it beside one, there is nothing to say. */
bool typesystem_read(Builder *builder, const Source *source, GError **error)
{
    if (source->direct)
        failure_set(error, ERROR_IO, (Place){source->path, 0, 0}, "unknown-format", "name the .xmi beside it",
                    "it says what types of annotations there are, and holds no text");
    return !source->direct;
}
