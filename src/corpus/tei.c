/* tei.c - TEI P5: the walk through a file, and who takes which element. */
#include "tei.h"
#include "failure.h"
#include "format.h"
#include "utf8.h"
#include <string.h>

#define X(symbol, name) name,
static const char *const element_name[] = {TEI_ELEMENTS(X) NULL};
static const char *const attribute_name[] = {TEI_ATTRIBUTES(X) NULL};
#undef X
static const char *const space_name[] = {"http://www.tei-c.org/ns/1.0", NULL};
static const XmlVocabulary vocabulary = {.element = element_name, .attribute = attribute_name, .space = space_name};

const char *tei_string(Tei *t, TeiAttribute attribute)
{
    XmlText value = xml_attribute(t->xml, attribute);
    return value.n ? pool_intern(t->builder->pool, value.s, value.n) : NULL;
}

bool tei_is(const Tei *t, TeiAttribute attribute, const char *value)
{
    XmlText text = xml_attribute(t->xml, attribute);
    size_t n = strlen(value);
    return text.s && text.n == n && memcmp(text.s, value, n) == 0;
}

const char *tei_id(Tei *t, bool *repeated)
{
    const char *id = tei_string(t, TEI_XML_ID);
    *repeated = id && !builder_claim(t->builder, id, xml_place(t->xml));
    if (id && !*repeated && strpbrk(id, " \t\r\n"))
        diagnostics_add(t->builder->diagnostics, DIAGNOSTIC_BAD_ATTRIBUTE, xml_place(t->xml), "ids have no blanks",
                        "xml:id \"%s\" has a blank in it; nothing can point to it", id);
    return id;
}

void tei_capture(Tei *t, CaptureFor what)
{
    t->capture = what;
    g_string_truncate(t->captured, 0);
    tei_frame(t)->undo |= UNDO_CAPTURE;
}

static Date read_date(Tei *t, TeiAttribute attribute)
{
    XmlText value = xml_attribute(t->xml, attribute);
    return value.s ? builder_date(t->builder, value.s, value.n, xml_place(t->xml)) : DATE_UNKNOWN;
}

static void report_reversed(Tei *t, const char *what)
{
    diagnostics_add(t->builder->diagnostics, DIAGNOSTIC_REVERSED_DATES, xml_place(t->xml), NULL,
                    "%s ends before it begins; its dates are not used", what);
}

void tei_dates(Tei *t, const char *what, Date *first, Date *last)
{
    Date when = read_date(t, TEI_A_WHEN), from = read_date(t, TEI_A_FROM), to = read_date(t, TEI_A_TO);
    Date after = read_date(t, TEI_A_NOT_BEFORE), before = read_date(t, TEI_A_NOT_AFTER);
    Date between = {after.earliest, before.latest};
    *first = *last = DATE_UNKNOWN;
    if (between.earliest > between.latest || date_compare(from, to) == DATE_AFTER) {
        report_reversed(t, what);
        return;
    }
    if (!date_is_unknown(from) || !date_is_unknown(to)) {
        *first = date_is_unknown(from) ? (Date){between.earliest, to.latest} : from;
        *last = date_is_unknown(to) ? (Date){from.earliest, between.latest} : to;
        if (first->earliest > first->latest || last->earliest > last->latest) {
            report_reversed(t, what);
            *first = *last = DATE_UNKNOWN;
        }
    } else {
        *first = *last = date_is_unknown(when) ? between : when;
    }
}

Certainty tei_cert(Tei *t)
{
    Certainty cert = CERT_UNSTATED;
    const char *text = tei_string(t, TEI_A_CERT);
    if (text && strcmp(text, "unknown") != 0 && !certainty_by_name(text, &cert))
        diagnostics_add(t->builder->diagnostics, DIAGNOSTIC_BAD_ATTRIBUTE, xml_place(t->xml),
                        "cert is high, medium or low", "unknown certainty \"%s\"; it is read as not given", text);
    return cert;
}

unsigned tei_ana_flags(Tei *t)
{
    static const struct {
        const char *token;
        unsigned flag;
    } known[] = {{"bloc-expand", PART_BLOC_EXPAND}, {"bloc-partial", PART_BLOC_PARTIAL}, {"comention", PART_COMENTION}};
    unsigned flags = 0;
    const char *ana = tei_string(t, TEI_A_ANA);
    g_auto(GStrv) token = g_strsplit_set(ana ? ana : "", " \t\r\n", -1);
    for (char **p = token; *p; p++) {
        for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
            if (strcmp(**p == '#' ? *p + 1 : *p, known[i].token) == 0)
                flags |= known[i].flag;
        }
    }
    return flags;
}

bool tei_may_pair(Tei *t, uint32_t n, uint32_t m)
{
    enum { FREE_PAIRS = 200000, BYTES_A_PAIR = 8 }; /* real files need a hundred bytes for each */
    uint64_t before = (uint64_t)t->builder->participation->len + t->builder->affiliation->len - t->n_pairs_before;
    if (before + (uint64_t)n * m <= FREE_PAIRS + xml_offset(t->xml) / BYTES_A_PAIR)
        return true;
    xml_fail(t->xml, xml_place(t->xml), "too-many", "give every pair that is meant an element of its own",
             "%u ids with %u others are more pairs than a text can mean", n, m);
    return false;
}

/* Documents of the file */

static void end_document(Tei *t)
{
    if (!t->in_document)
        return;
    prose_break(&t->prose);
    kept_text_finish(t->kept);
    Document *d = builder_document(t->builder, t->document);
    d->n_words = t->prose.n_words;
    d->authority = !t->has_body;
    t->in_document = false;
}

static void begin_document(Tei *t)
{
    end_document(t);
    t->document = builder_add_document(t->builder, t->source->path, t->source->name);
    Document *d = builder_document(t->builder, t->document);
    bool repeated;
    const char *id = tei_id(t, &repeated);
    if (++t->n_documents > 1 && !id) {
        g_autofree char *numbered = g_strdup_printf("%s-%u", d->id, t->n_documents);
        d->id = pool_string(t->builder->pool, numbered);
    }
    d->id = id ? id : d->id;
    d->language = tei_string(t, TEI_XML_LANG);
    t->in_document = true;
    t->has_body = t->sp_reported = t->bibl_done = t->has_language = false;
    t->n_events = 0;
    prose_start(&t->prose, t->document);
    kept_text_start(t->kept, t->document);
}

/* Can a file with this root be TEI, or a part of it? */
static bool is_root(int element)
{
    static const TeiElement root[] = {TEI_TEI,         TEI_TEI2,     TEI_TEI_CORPUS, TEI_STAND_OFF,  TEI_TEXT,
                                      TEI_LIST_PERSON, TEI_LIST_ORG, TEI_LIST_PLACE, TEI_LIST_EVENT, TEI_LIST_RELATION};
    for (size_t i = 0; i < G_N_ELEMENTS(root); i++) {
        if (element == (int)root[i])
            return true;
    }
    return false;
}

/* Elements */

static void enter_part(Tei *t, TeiPart part, bool zone)
{
    prose_break(&t->prose);
    t->part = part;
    t->prose.counting = tei_in_text(t);
    kept_text_border(t->kept);
    if (zone)
        kept_text_open(t->kept, STRETCH_ZONE, pool_string(t->builder->pool, xml_name(t->xml)));
    tei_frame(t)->undo |= UNDO_PLACE_IN_FILE | (zone ? UNDO_ZONE : 0);
    t->zone += zone;
}

static void leave_part(Tei *t, const TeiFrame *frame)
{
    prose_break(&t->prose);
    t->part = (TeiPart)frame->part;
    t->prose.counting = tei_in_text(t);
}

static void enter_list(Tei *t, TeiElement element)
{
    tei_frame(t)->undo |= UNDO_LIST;
    if (element == TEI_LIST_ORG)
        t->list_of_blocs = tei_is(t, TEI_A_TYPE, "bloc") || tei_is(t, TEI_A_TYPE, "blocs");
}

static RelationType relation_type(const Tei *t)
{
    if (tei_is(t, TEI_A_TYPE, "participation"))
        return RELATION_PARTICIPATION;
    if (tei_is(t, TEI_A_TYPE, "affiliation"))
        return RELATION_AFFILIATION;
    return tei_is(t, TEI_A_TYPE, "membership") ? RELATION_MEMBERSHIP : RELATION_OTHER;
}

static void start_relation(Tei *t)
{
    bool typed = xml_attribute(t->xml, TEI_A_TYPE).s != NULL;
    RelationType type = typed ? relation_type(t) : t->list_relation;
    if (type == RELATION_PARTICIPATION)
        tei_participation_relation(t);
    else if (type != RELATION_OTHER)
        tei_affiliation_relation(t, type);
}

/* Registers may stand anywhere: in the header, in standOff, in a text of their own. */
static bool start_in_register(Tei *t, TeiElement element)
{
    switch (element) {
    case TEI_PERSON:
    case TEI_PERSON_GRP:
    case TEI_ORG:
    case TEI_PLACE:
        tei_start_record(t, element);
        return true;
    case TEI_EVENT:
        tei_start_event(t);
        return true;
    case TEI_LIST_RELATION:
        enter_list(t, element);
        t->list_relation = relation_type(t);
        return true;
    case TEI_LIST_ORG:
        enter_list(t, element);
        return true;
    case TEI_RELATION:
        start_relation(t);
        return true;
    default:
        break;
    }
    if (!t->record->len && !t->event->len)
        return false;
    /* the innermost of both takes its children; names further down are nobody's */
    unsigned record = t->record->len ? g_array_index(t->record, OpenRecord, t->record->len - 1).depth : 0;
    unsigned event = t->event->len ? g_array_index(t->event, OpenEvent, t->event->len - 1).depth : 0;
    if (xml_depth(t->xml) == MAX(record, event) + 1)
        (record > event ? tei_start_in_record : tei_start_in_event)(t, element);
    return true;
}

static void start_part(Tei *t, TeiElement element)
{
    bool repeated;
    switch (element) {
    case TEI_TEI:
    case TEI_TEI2:
        tei_frame(t)->undo |= UNDO_DOCUMENT;
        if (xml_depth(t->xml) > 1)
            begin_document(t);
        break;
    case TEI_TEI_HEADER:
        enter_part(t, PART_HEADER, true);
        break;
    case TEI_STAND_OFF:
        enter_part(t, PART_STAND_OFF, false);
        break;
    case TEI_FRONT:
        enter_part(t, PART_FRONT, false);
        break;
    case TEI_BODY:
        t->has_body = true;
        enter_part(t, PART_BODY, false);
        tei_start_text(t, element);
        break;
    case TEI_BACK:
        enter_part(t, PART_BACK, true);
        break;
    case TEI_ITEM:
        if (t->part == PART_STAND_OFF) {
            OtherId other = {t->document, tei_id(t, &repeated), NULL, false};
            if (other.id)
                g_array_append_val(t->builder->other, other);
            break;
        }
        /* fall through */
    default:
        if (t->part == PART_HEADER)
            tei_start_in_header(t, element);
        else if (tei_in_text(t))
            tei_start_text(t, element);
    }
}

static bool is_name_part(int element)
{
    return element == TEI_FORENAME || element == TEI_SURNAME || element == TEI_ADD_NAME || element == TEI_GEN_NAME ||
           element == TEI_NAME_LINK || element == TEI_ROLE_NAME;
}

static void on_start(Xml *xml, int element, void *user)
{
    Tei *t = user;
    t->xml = xml;
    TeiFrame *frame = tei_frame(t);
    *frame = (TeiFrame){.element = (int16_t)element,
                        .part = (uint8_t)t->part,
                        .list = (uint8_t)(t->list_relation << 1 | t->list_of_blocs)};
    if (xml_depth(xml) == 1) {
        t->known_root = is_root(element);
        t->root = g_strdup(xml_name(xml));
        t->root_place = xml_place(xml);
        if (t->known_root)
            begin_document(t);
    }
    if (!t->known_root || element == XML_OTHER || t->skip)
        return;
    if (tei_parent(t) == TEI_CHOICE && (element == TEI_SIC || element == TEI_ORIG || element == TEI_EXPAN)) {
        t->skip++;
        frame->undo |= UNDO_SKIP;
    } else if (t->capture) {
        if (is_name_part(element))
            g_string_append_c(t->captured, ' ');
    } else if (!start_in_register(t, (TeiElement)element)) {
        if (t->kept)
            tei_start_space(t);
        start_part(t, (TeiElement)element);
    }
}

static void end_capture(Tei *t)
{
    CaptureFor what = t->capture;
    t->capture = CAPTURE_NONE;
    g_autofree char *text = utf8_collapse(t->captured->str, t->captured->len);
    if (what >= CAPTURE_EVENT_NAME)
        tei_captured_in_event(t, what, text);
    else if (what >= CAPTURE_NAME)
        tei_captured_in_record(t, what, text);
    else
        tei_captured_in_header(t, what, text);
}

static void on_end(Xml *xml, int element, void *user)
{
    Tei *t = user;
    TeiFrame *frame = &t->frame[xml_depth(xml) + 1];
    uint32_t undo = frame->undo;
    if (t->capture && is_name_part(element))
        g_string_append_c(t->captured, ' ');
    if (t->part == PART_HEADER)
        tei_end_in_header(t, xml_depth(xml) + 1);
    if (undo == 0)
        return;
    if (undo & UNDO_SKIP)
        t->skip--;
    if (undo & UNDO_CAPTURE)
        end_capture(t);
    if (undo & UNDO_MENTION)
        tei_end_mention(t);
    if (undo & UNDO_REMARK)
        tei_end_remark(t);
    if (undo & UNDO_RECORD)
        tei_end_record(t);
    if (undo & UNDO_EVENT)
        tei_end_event(t);
    tei_end_text(t, undo);
    if (undo & UNDO_LIST) {
        t->list_relation = (RelationType)(frame->list >> 1);
        t->list_of_blocs = frame->list & 1;
    }
    if (undo & UNDO_PLACE_IN_FILE)
        leave_part(t, frame);
    if (undo & UNDO_ZONE) {
        t->zone--;
        kept_text_close(t->kept);
    }
    if (undo & UNDO_SPACE)
        kept_text_set_verbatim(t->kept, !kept_text_is_verbatim(t->kept));
    if (undo & UNDO_DOCUMENT)
        end_document(t);
}

static void on_text(Xml *xml, const char *s, size_t n, void *user)
{
    Tei *t = user;
    if (t->skip || !t->known_root)
        return;
    if (t->capture) {
        g_string_append_len(t->captured, s, (gssize)n);
        if (t->captured->len > PROSE_LONGEST_NAME)
            xml_fail(xml, xml_place(xml), "too-long", "look for an end tag that is missing",
                     "a name of more than %d kB", PROSE_LONGEST_NAME / 1024);
        return;
    }
    bool running = (tei_in_text(t) && !t->record->len && !t->event->len) || t->mention->len;
    if (running && !prose_add(&t->prose, s, n)) {
        Place place = builder_mention(t->builder, g_array_index(t->mention, OpenMention, 0).row)->place;
        xml_fail(xml, place, "too-long", "look for an end tag that is missing", "a name of more than %d kB",
                 PROSE_LONGEST_NAME / 1024);
    }
    if (running && tei_in_text(t) && !kept_text_add(t->kept, s, n))
        xml_fail(xml, xml_place(xml), "too-long", "split the document", "a text of more than %d MB",
                 KEPT_TEXT_LONGEST >> 20);
}

/* A file that is XML but not TEI: a failure when the user named it, else passed over. */
static bool refuse(const Tei *t, GError **error)
{
    if (t->source->direct)
        failure_set(error, ERROR_IO, t->root_place, "unknown-format",
                    "a TEI file begins with <TEI xmlns=\"http://www.tei-c.org/ns/1.0\">",
                    "the root element <%s> is not TEI", t->root);
    else
        diagnostics_add(t->builder->diagnostics, DIAGNOSTIC_UNKNOWN_FORMAT, t->root_place, NULL,
                        "the root element <%s> is not TEI; the file is passed over", t->root);
    return !t->source->direct;
}

static void tei_init(Tei *t, Builder *builder, const Source *source)
{
    t->builder = builder;
    t->source = source;
    t->n_pairs_before = (uint64_t)builder->participation->len + builder->affiliation->len;
    t->frame[0].element = XML_OTHER;
    t->captured = g_string_new(NULL);
    t->outer_paragraph = g_array_new(FALSE, FALSE, sizeof(OpenPassage));
    t->div = g_array_new(FALSE, FALSE, sizeof(OpenDiv));
    t->mention = g_array_new(FALSE, FALSE, sizeof(OpenMention));
    t->role = g_ptr_array_new();
    t->record = g_array_new(FALSE, FALSE, sizeof(OpenRecord));
    t->event = g_array_new(FALSE, FALSE, sizeof(OpenEvent));
    t->remark = g_array_new(FALSE, FALSE, sizeof(Remark));
    prose_init(&t->prose, builder);
    t->kept = kept_text_new(builder);
}

static void tei_free(Tei *t)
{
    for (guint i = 0; i < t->record->len; i++) { /* open when the walk failed */
        g_ptr_array_free(g_array_index(t->record, OpenRecord, i).variant, TRUE);
        g_array_free(g_array_index(t->record, OpenRecord, i).identifier, TRUE);
    }
    g_free(t->root);
    g_string_free(t->captured, TRUE);
    g_array_free(t->outer_paragraph, TRUE);
    g_array_free(t->div, TRUE);
    g_array_free(t->mention, TRUE);
    g_ptr_array_free(t->role, TRUE);
    g_array_free(t->record, TRUE);
    g_array_free(t->event, TRUE);
    prose_clear(&t->prose);
    kept_text_free(t->kept);
    g_array_free(t->remark, TRUE);
    g_free(t);
}

bool tei_read(Builder *builder, const Source *source, GError **error)
{
    static const XmlHandler handler = {on_start, on_end, on_text};
    XmlTotals totals;
    guint first = builder->document->len;
    Tei *t = g_new0(Tei, 1);
    tei_init(t, builder, source);
    bool done = xml_read(source, &vocabulary, &handler, t, &totals, error);
    if (done && t->known_root) {
        end_document(t);
        builder->n_bytes += totals.n_bytes;
        for (guint i = first; i < builder->document->len; i++)
            builder_document(builder, document_id_of(i))->digest = pool_string(builder->pool, totals.digest);
    } else if (done) {
        done = refuse(t, error);
    }
    tei_free(t);
    return done;
}
