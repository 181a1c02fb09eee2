/* xml.c - libxml2's push parser made safe: own limits, own encoding, exact places, nothing from outside. */
#include "xml.h"
#include "digest.h"
#include "failure.h"
#include "xml_names.h"
#include "xml_window.h"
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <string.h>

enum {
    CHUNK = 64 * 1024,
    MOST_ENTITIES = 10000,
    MOST_ENTITY_BYTES = 100000,
    ELEMENT_COST = 10, /* what a tag counts as, when entities are weighed */
    AMPLIFICATION = 10,
    AMPLIFICATION_FREE = 1000000,
};

#if LIBXML_VERSION >= 21200
typedef const xmlError *XmlErrorPointer;
#else
typedef xmlErrorPtr XmlErrorPointer;
#endif

struct Xml {
    const char *path; /* interned */
    const XmlHandler *handler;
    void *user;
    xmlParserCtxtPtr parser;
    XmlWindow window;
    uint64_t fed; /* offset in the decoded file up to which the parser was given text */
    bool ending;  /* the parser has been told that there is no more */
    GError *error;
    XmlNames *names;
    size_t longest;                /* attribute */
    int16_t open[XML_DEEPEST + 1]; /* codes of the open elements */
    unsigned depth;
    /* the start tag that is being reported */
    const xmlChar *name, *space;
    const xmlChar **attribute;
    int n_attributes;
    bool place_known;
    /* what entities may do */
    uint64_t characters;
    unsigned n_entities;
    bool external_subset; /* the DOCTYPE names a file */
    GHashTable *external; /* names of external entities */
};

void xml_fail(Xml *x, Place place, const char *code, const char *help, const char *format, ...)
{
    if (x->error)
        return;
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    place.path = g_intern_string(x->path);
    failure_set(&x->error, ERROR_IO, place, code, help, "%s", text);
    xmlStopParser(x->parser);
}

/* Places */

/* The input that is the file itself, not an entity; NULL once the parser has stopped. */
static xmlParserInputPtr file_input(const Xml *x)
{
    xmlParserInputPtr input = x->parser->inputNr > 0 ? x->parser->inputTab[0] : NULL;
    return input && input->cur && input->base <= input->cur && input->cur <= input->end && !x->error ? input : NULL;
}

/* Offset of what the parser reads next. All text it was given ends at the end of its buffer. */
static uint64_t parser_offset(const Xml *x)
{
    xmlParserInputPtr input = file_input(x);
    uint64_t left = input ? (uint64_t)(input->end - input->cur) : 0;
    return left <= x->fed ? x->fed - left : x->fed;
}

static Place known_place(const Xml *x) { return (Place){x->path, x->window.line, x->window.column}; }

static Place place_at(Xml *x, uint64_t offset)
{
    xml_window_locate(&x->window, offset);
    return known_place(x);
}

/* Offset of the '<' of the tag, or the '&' of the reference, that ends where the parser stands. Neither can occur
 * inside one, so the nearest before it is its begin. */
static uint64_t construct_offset(const Xml *x)
{
    xmlParserInputPtr input = file_input(x);
    if (!input || input->cur == input->base)
        return parser_offset(x);
    /* while an entity is replaced the file stands after the ';' of its reference */
    const xmlChar begin = x->parser->inputNr > 1 || input->cur[-1] == ';' ? '&' : '<';
    for (const xmlChar *p = input->cur - 1; p >= input->base; p--) {
        if (*p == begin)
            return parser_offset(x) - (uint64_t)(input->cur - p);
    }
    return x->window.at;
}

Place xml_place(Xml *x)
{
    if (!x->place_known && !x->error) {
        x->place_known = true;
        xml_window_locate(&x->window, construct_offset(x));
    }
    return known_place(x);
}

uint64_t xml_offset(Xml *x)
{
    xml_place(x);
    return x->window.at;
}

unsigned xml_depth(const Xml *x) { return x->depth; }

const char *xml_name(const Xml *x) { return (const char *)x->name; }
const char *xml_space(const Xml *x) { return (const char *)x->space; }

XmlText xml_attribute(const Xml *x, int attribute)
{
    int i = xml_names_found(x->names, attribute);
    if (i < 0)
        return (XmlText){NULL, 0};
    const xmlChar *const *a = (const xmlChar *const *)x->attribute + 5 * i;
    return (XmlText){(const char *)a[3], (size_t)(a[4] - a[3])};
}

XmlText xml_attribute_at(const Xml *x, int i, const char **name, const char **space)
{
    if (i < 0 || i >= x->n_attributes)
        return (XmlText){NULL, 0};
    const xmlChar *const *a = (const xmlChar *const *)x->attribute + 5 * i;
    *name = (const char *)a[0];
    *space = (const char *)a[2];
    return (XmlText){(const char *)a[3], (size_t)(a[4] - a[3])};
}

/* Content */

/* Entities can blow up a small file; what comes out is held against what went in. */
static bool weigh(Xml *x, uint64_t characters)
{
    x->characters += characters;
    if (x->characters <= AMPLIFICATION_FREE || x->characters <= AMPLIFICATION * parser_offset(x) + AMPLIFICATION_FREE)
        return true;
    xml_fail(x, place_at(x, parser_offset(x)), "entity-bomb", "take the entity declarations out of the DOCTYPE",
             "entities blow the text up to more than %d times the file", AMPLIFICATION);
    return false;
}

static bool check_tag(Xml *x, int n_attributes)
{
    if (x->depth >= XML_DEEPEST) {
        xml_fail(x, xml_place(x), "too-deep", "a text has no such depth: look for end tags that are missing",
                 "more than %d levels of elements", XML_DEEPEST);
        return false;
    }
    uint64_t characters = ELEMENT_COST;
    for (int i = 0; i < n_attributes; i++) {
        const xmlChar *const *a = (const xmlChar *const *)x->attribute + 5 * i;
        size_t n = (size_t)(a[4] - a[3]);
        characters += n;
        if (n <= x->longest)
            continue;
        xml_fail(x, xml_place(x), "too-long", "look for a quote that is not closed", "@%s has a value of %zu bytes",
                 a[0], n);
        return false;
    }
    return weigh(x, characters);
}

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *space, int n_spaces,
                     const xmlChar **spaces, int n_attributes, int n_defaulted, const xmlChar **attribute)
{
    Xml *x = user;
    if (x->error)
        return;
    x->name = name;
    x->space = space;
    x->attribute = attribute;
    x->n_attributes = n_attributes;
    x->place_known = false;
    if (!check_tag(x, n_attributes))
        return;
    int code = xml_names_element(x->names, (const char *)name, (const char *)space);
    x->open[x->depth++] = (int16_t)code;
    xml_names_find_attributes(x->names, (const char *const *)attribute, n_attributes);
    x->handler->start(x, code, x->user);
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *space)
{
    Xml *x = user;
    if (x->error || x->depth == 0)
        return;
    x->handler->end(x, x->open[--x->depth], x->user);
}

static void on_text(void *user, const xmlChar *s, int n)
{
    Xml *x = user;
    if (!x->error && n > 0 && weigh(x, (uint64_t)n))
        x->handler->text(x, (const char *)s, (size_t)n, x->user);
}

/* Entities and DTD: kept where internal, so that &eacute; works; never fetched */

static void on_start_document(void *user) { xmlSAX2StartDocument(((Xml *)user)->parser); }

static void on_internal_subset(void *user, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
    Xml *x = user;
    x->external_subset = public_id || system_id;
    xmlSAX2InternalSubset(x->parser, name, public_id, system_id);
}

static xmlEntityPtr on_get_entity(void *user, const xmlChar *name)
{
    return xmlSAX2GetEntity(((Xml *)user)->parser, name);
}

static xmlEntityPtr on_get_parameter_entity(void *user, const xmlChar *name)
{
    return xmlSAX2GetParameterEntity(((Xml *)user)->parser, name);
}

static xmlParserInputPtr on_resolve_entity(void *user, const xmlChar *public_id, const xmlChar *system_id)
{
    return NULL;
}

/* An external entity is never registered, so that no version of the parser can load it. */
static void on_entity_declaration(void *user, const xmlChar *name, int type, const xmlChar *public_id,
                                  const xmlChar *system_id, xmlChar *content)
{
    Xml *x = user;
    if (x->error)
        return;
    const char *help = "take the entity declarations out of the DOCTYPE";
    if (++x->n_entities > MOST_ENTITIES)
        xml_fail(x, place_at(x, parser_offset(x)), "entity-bomb", help, "more than %d entity declarations",
                 MOST_ENTITIES);
    else if (content && strlen((const char *)content) > MOST_ENTITY_BYTES)
        xml_fail(x, place_at(x, parser_offset(x)), "entity-bomb", help, "entity \"%s\" is longer than %d bytes", name,
                 MOST_ENTITY_BYTES);
    else if (type == XML_EXTERNAL_GENERAL_PARSED_ENTITY || type == XML_EXTERNAL_GENERAL_UNPARSED_ENTITY ||
             type == XML_EXTERNAL_PARAMETER_ENTITY)
        g_hash_table_add(x->external, g_strdup((const char *)name));
    else
        xmlSAX2EntityDecl(x->parser, name, type, public_id, system_id, content);
}

/* A reference that is left standing: nothing declares it, or nothing that may be read. */
static void fail_entity(Xml *x, const char *name)
{
    Place place = place_at(x, construct_offset(x));
    if (g_hash_table_contains(x->external, name) || x->external_subset)
        xml_fail(x, place, "external-entity", "files are never fetched from inside a text: put the text itself here",
                 "entity \"%s\" stands in another file", name);
    else
        xml_fail(x, place, "malformed", "write the character itself, or declare the entity",
                 "entity \"%s\" is not declared", name);
}

static void on_reference(void *user, const xmlChar *name)
{
    Xml *x = user;
    if (!x->error)
        fail_entity(x, (const char *)name);
}

/* What libxml2 finds wrong */

/* Does the error tell that the file is cut off: nothing is left to read, or what began does not end? */
static bool is_about_end(const Xml *x, int code)
{
    return x->ending && (parser_offset(x) == x->fed || (code == XML_ERR_DOCUMENT_END && x->depth > 0) ||
                         code == XML_ERR_TAG_NOT_FINISHED || code == XML_ERR_COMMENT_NOT_FINISHED ||
                         code == XML_ERR_CDATA_NOT_FINISHED || code == XML_ERR_PI_NOT_FINISHED ||
                         code == XML_ERR_ATTRIBUTE_NOT_FINISHED || code == XML_ERR_DOCTYPE_NOT_FINISHED);
}

/* Errors that belong to a whole tag are shown at its begin. */
static bool is_about_tag(int code)
{
    return code == XML_ERR_TAG_NAME_MISMATCH || code == XML_ERR_ATTRIBUTE_REDEFINED || code == XML_ERR_NAME_TOO_LONG ||
           code == XML_NS_ERR_UNDEFINED_NAMESPACE || code == XML_NS_ERR_ATTRIBUTE_REDEFINED ||
           code == XML_ERR_INVALID_CHAR;
}

/* The two tags that do not fit, when the parser names them. */
static bool fail_mismatch(Xml *x, XmlErrorPointer e)
{
    if (e->code != XML_ERR_TAG_NAME_MISMATCH || !e->str1 || !e->str2)
        return false;
    xml_fail(x, place_at(x, construct_offset(x)), "malformed",
             "close every element in the order opposite to its opening",
             "the end tag </%s> does not fit <%s> of line %d", e->str2, e->str1, e->int1);
    return true;
}

static void fail_parse(Xml *x, int code, const char *message)
{
    g_autofree char *text = g_strdup(message ? message : "not well-formed XML");
    g_strstrip(text);
    *text = g_ascii_tolower(*text);
    g_strdelimit(text, "\n", ' ');
    Place place = place_at(x, is_about_tag(code) ? construct_offset(x) : parser_offset(x));
    if (code == XML_ERR_ENTITY_LOOP || code == XML_ERR_ENTITY_PROCESSING)
        xml_fail(x, place, "entity-bomb", "take the entity declarations out of the DOCTYPE", "%s", text);
    else if (code == XML_ERR_INVALID_CHAR || code == XML_ERR_INVALID_HEX_CHARREF || code == XML_ERR_INVALID_DEC_CHARREF)
        xml_fail(x, place, "control-character", "XML has no way to write it: take it out",
                 "a reference to a character that XML forbids");
    else if (code == XML_ERR_NAME_TOO_LONG || strstr(text, "too long") || strstr(text, "uge input"))
        xml_fail(x, place, "too-long", "look for a quote or a '>' that is missing",
                 code == XML_ERR_NAME_TOO_LONG ? "a name of more than 50,000 characters"
                                               : "a tag or comment of more than 10 MB");
    else if (code == XML_ERR_DOCUMENT_EMPTY)
        xml_fail(x, place, "malformed", "an XML file begins with <", "this is not XML");
    else if (is_about_end(x, code))
        xml_fail(x, place, "truncated", "the file is cut off: get the whole of it",
                 "the text ends before its elements do");
    else
        xml_fail(x, place, "malformed", "mend the tag; xmllint --noout shows the same place", "%s", text);
}

static void on_error(void *user, XmlErrorPointer e)
{
    Xml *x = user;
    if (x->error || !e)
        return;
    bool undeclared = e->code == XML_ERR_UNDECLARED_ENTITY || e->code == XML_WAR_UNDECLARED_ENTITY;
    if (undeclared)
        fail_entity(x, e->str1 ? e->str1 : "?");
    else if (e->level >= XML_ERR_ERROR && !fail_mismatch(x, e))
        fail_parse(x, e->code, e->message);
}

/* The walk */

static xmlParserCtxtPtr new_parser(Xml *x)
{
    xmlSAXHandler sax = {.initialized = XML_SAX2_MAGIC,
                         .startDocument = on_start_document,
                         .internalSubset = on_internal_subset,
                         .startElementNs = on_start,
                         .endElementNs = on_end,
                         .characters = on_text,
                         .ignorableWhitespace = on_text,
                         .cdataBlock = on_text,
                         .getEntity = on_get_entity,
                         .getParameterEntity = on_get_parameter_entity,
                         .entityDecl = on_entity_declaration,
                         .reference = on_reference,
                         .resolveEntity = on_resolve_entity,
                         .serror = (xmlStructuredErrorFunc)on_error};
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&sax, x, NULL, 0, NULL);
    if (!parser)
        g_error("out of memory");
    /* NOENT: without it attribute values keep their entities. Never HUGE: it lifts the limits that stop bombs.
     * IGNORE_ENC: the window has made UTF-8 of the text, whatever it declares. */
    int options = XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_BIG_LINES | XML_PARSE_IGNORE_ENC;
#if LIBXML_VERSION >= 21300
    options |= XML_PARSE_NO_XXE;
#endif
#if LIBXML_VERSION >= 21400
    options |= XML_PARSE_NO_SYS_CATALOG;
#endif
    xmlCtxtUseOptions(parser, options);
#if LIBXML_VERSION >= 21300
    xmlCtxtSetErrorHandler(parser, (xmlStructuredErrorFunc)on_error, x);
#endif
    return parser;
}

/* Gives the parser all valid text. A carriage return waits for what follows it, as libxml2 itself would do. */
static void feed(Xml *x, bool last)
{
    XmlWindow *w = &x->window;
    size_t from = (size_t)(x->fed - w->offset), to = w->n_valid;
    if (!last && to > from && w->text->data[to - 1] == '\r')
        to--;
    if (to > from) {
        x->fed += to - from;
        xmlParseChunk(x->parser, (const char *)w->text->data + from, (int)(to - from), 0);
    }
    if (!x->error) {
        xml_window_locate(w, parser_offset(x));
        xml_window_forget(w);
    }
}

static void fail_window(Xml *x, XmlFault fault)
{
    if (x->error)
        return;
    XmlWindow *w = &x->window;
    Place place = place_at(x, w->offset + w->n_valid);
    g_autofree char *declared = xml_window_declared(w);
    if (fault == XML_FAULT_UNKNOWN_ENCODING)
        xml_fail(x, place, "bad-encoding", "save the file as UTF-8", "the encoding \"%s\" is not known",
                 declared ? declared : "declared");
    else if (fault == XML_FAULT_BAD_BYTES)
        xml_fail(x, place, "bad-encoding", "save the file as UTF-8, or declare its encoding in the first line",
                 "bytes that are not valid %s", w->converter == (GIConv)-1 ? "UTF-8" : "in the encoding of the file");
    else
        xml_fail(x, place, "control-character", "XML has no way to write it: take it out",
                 "a control character (U+%04X)", (unsigned)g_utf8_get_char((const char *)w->text->data + w->n_valid));
}

/* Takes the next bytes of the file, and with last its end. */
static void walk(Xml *x, const char *bytes, size_t n, bool last)
{
    XmlFault fault = xml_window_add(&x->window, bytes, n, last);
    if (x->window.decided)
        feed(x, last && fault == XML_FAULT_NONE);
    if (fault != XML_FAULT_NONE)
        fail_window(x, fault);
    if (!last || x->error)
        return;
    x->ending = true;
    xmlParseChunk(x->parser, NULL, 0, 1);
    if (!x->error && !x->parser->wellFormed)
        fail_parse(x, XML_ERR_DOCUMENT_END, NULL);
}

static void walk_source(Xml *x, const Source *source, Digest *digest, XmlTotals *totals)
{
    size_t size = source->chunk ? source->chunk : CHUNK;
    g_autofree char *chunk = g_malloc(size);
    size_t left = source->n_head;
    const char *head = source->head;
    for (bool last = false; !last && !x->error;) {
        bool more = left == 0;
        const char *from = more ? chunk : head;
        ssize_t n = more ? source_read(source, chunk, size, &x->error) : (ssize_t)MIN(left, size);
        if (n < 0)
            return;
        head += MIN(left, (size_t)n);
        left -= MIN(left, (size_t)n);
        last = n == 0;
        totals->n_bytes += (size_t)n;
        digest_add(digest, from, (size_t)n);
        if (last && totals->n_bytes == 0)
            xml_fail(x, known_place(x), "truncated", "get the whole of it, or take it out", "the file is empty");
        else
            walk(x, from, (size_t)n, last);
    }
}

const char *xml_library(void) { return "libxml2 " LIBXML_DOTTED_VERSION; }

bool xml_read(const Source *source, const XmlVocabulary *vocabulary, const XmlHandler *handler, void *user,
              XmlTotals *totals, GError **error)
{
    static gsize once;
    if (g_once_init_enter(&once)) {
        xmlInitParser();
        g_once_init_leave(&once, 1);
    }
    Xml *x = g_new0(Xml, 1);
    x->path = g_intern_string(source->path);
    x->handler = handler;
    x->user = user;
    x->names = xml_names_new(vocabulary);
    x->longest = vocabulary->longest ? vocabulary->longest : XML_LONGEST;
    x->external = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    x->parser = new_parser(x);
    xml_window_init(&x->window);
    Digest digest;
    digest_init(&digest);
    *totals = (XmlTotals){0};
    walk_source(x, source, &digest, totals);
    digest_hex(&digest, totals->digest);
    GError *failure = x->error;
    if (x->parser->myDoc)
        xmlFreeDoc(x->parser->myDoc);
    x->parser->myDoc = NULL;
    xmlFreeParserCtxt(x->parser);
    xml_window_clear(&x->window);
    xml_names_free(x->names);
    g_hash_table_unref(x->external);
    g_free(x);
    if (failure)
        g_propagate_error(error, failure);
    return !failure;
}
