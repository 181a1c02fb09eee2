/* jsonl_marks.c - marks of JSON lines by their offsets, under every key that some program uses, and relations. */
#include "jsonl.h"
#include <string.h>

static const char *const begin_keys[] = {"start", "start_offset", "start_pos", "begin", "start_char", NULL};
static const char *const end_keys[] = {"end", "end_offset", "end_pos", "end_char", NULL};
static const char *const label_keys[] = {"label", "entity_group", "entity", "type",
                                         "tag",   "entity_type",  "value",  NULL};
static const char *const claim_keys[] = {"text", "surface", "mention", NULL};
static const char *const reference_keys[] = {"kb_id", "ref", "wikidata", "entity_id", NULL};

/* A whole number of the file as an offset: what is too large lies beyond any text. */
static bool read_offset(const Json *value, uint32_t *offset)
{
    if (!json_has_kind(value, VALUE_WHOLE) || value->whole < 0)
        return false;
    *offset = (uint32_t)MIN(value->whole, (int64_t)UINT32_MAX);
    return true;
}

/* "PER", or Flair's [{"value": "PER", "confidence": 0.9}]. */
static const char *read_label(const Json *object)
{
    const char *label = json_first_text(object, label_keys);
    const Json *labels = json_member(object, "labels"), *first = json_element(labels, 0);
    if (label || !first)
        return label;
    return json_has_kind(first, VALUE_TEXT) ? json_text(first) : json_first_text(first, label_keys);
}

/* An id that is a text or a number; "" when there is none. */
static void write_id(const Json *value, char id[32])
{
    *id = '\0';
    if (json_has_kind(value, VALUE_WHOLE))
        g_snprintf(id, 32, "%" G_GINT64_FORMAT, value->whole);
}

/* [0, 5, "PERSON"] */
static bool read_triple(const Json *triple, StandoffMark *m)
{
    m->label = json_text(json_element(triple, 2));
    m->claim = json_text(json_element(triple, 3));
    return m->label && read_offset(json_element(triple, 0), &m->span.begin) &&
           read_offset(json_element(triple, 1), &m->span.end);
}

static bool read_mark_object(const Json *object, StandoffMark *m)
{
    m->label = read_label(object);
    m->claim = json_first_text(object, claim_keys);
    return m->label && read_offset(json_first(object, begin_keys, NULL), &m->span.begin) &&
           read_offset(json_first(object, end_keys, NULL), &m->span.end);
}

/* Has the object offsets at all? Flair's labels of whole sentences have none. */
static bool is_mark(const Json *element)
{
    return json_has_kind(element, VALUE_LIST) || json_first(element, begin_keys, NULL) ||
           json_first(element, end_keys, NULL);
}

/* Hugging Face gives a mark a piece of a word, unless it is asked to put them together: "I-" goes on with the last. */
static bool goes_on(const JsonReader *r, const Json *object, const StandoffMark *m)
{
    if (r->s->mark->len == 0 || !json_member(object, "entity") || strncmp(m->label, "I-", 2) != 0)
        return false;
    StandoffMark *last = standoff_mark(r->s, r->s->mark->len - 1);
    bool same = last->label && strlen(last->label) > 2 && strcmp(last->label + 2, m->label + 2) == 0;
    if (!same || m->span.begin < last->span.end || m->span.begin > last->span.end + 1 || m->span.end < m->span.begin)
        return false;
    last->span.end = m->span.end;
    return true;
}

/* What else the object says of a mark or relation in words. */
static void add_attributes(JsonReader *r, Anchor target, const Json *object, const char *const *keys, size_t n,
                           Place place)
{
    for (size_t i = 0; i < n; i++) {
        const char *value = json_text(json_member(object, keys[i]));
        if (value && *value)
            standoff_add_attribute(r->s, target, keys[i], value, place);
    }
}

static void read_mark(JsonReader *r, const Json *element, Place place)
{
    StandoffMark m = {.cert = CERT_UNSTATED, .place = place};
    char id[32] = "";
    if (!(json_has_kind(element, VALUE_LIST) ? read_triple(element, &m) : read_mark_object(element, &m))) {
        jsonl_report(r, place, "[0, 5, \"PERSON\"] or {\"start\": 0, \"end\": 5, \"label\": \"PERSON\"}",
                     "a mark has two whole numbers and a label");
        return;
    }
    if (json_has_kind(element, VALUE_OBJECT)) {
        const Json *own = json_member(element, "id");
        write_id(own, id);
        m.id = json_has_kind(own, VALUE_TEXT) ? json_text(own) : *id ? id : NULL;
        if (goes_on(r, element, &m))
            return;
    }
    uint32_t row = standoff_add_mark(r->s, &m);
    const char *reference = json_has_kind(element, VALUE_OBJECT) ? json_first_text(element, reference_keys) : NULL;
    if (reference && g_ascii_strncasecmp(reference, "NIL", 3) != 0)
        standoff_add_reference(r->s, anchor_mark(row), reference, place);
    const Json *references = json_member(element, "ref"), *one; /* "both ministers" are two */
    size_t i;
    JSON_EACH(references, i, one)
    {
        if (json_has_kind(one, VALUE_TEXT) && one->n > 0)
            standoff_add_reference(r->s, anchor_mark(row), json_text(one), place);
    }
    static const char *const keys[] = {"cert", "resp", "class", "zone", "when"};
    add_attributes(r, anchor_mark(row), element, keys, G_N_ELEMENTS(keys), place);
}

static void read_sentences(JsonReader *r, const Json *object)
{
    static const char *const keys[] = {"sents", "sentences", NULL};
    const Json *sentences = json_first(object, keys, NULL), *one;
    size_t i;
    JSON_EACH(sentences, i, one)
    {
        Span span;
        if (read_offset(json_first(one, begin_keys, NULL), &span.begin) &&
            read_offset(json_first(one, end_keys, NULL), &span.end))
            g_array_append_val(r->s->sentence, span);
    }
}

void jsonl_read_marks(JsonReader *r, const Json *object)
{
    static const char *const keys[] = {"entities", "label", "labels", "spans", "ents", "ner", "column_label"};
    for (size_t k = 0; k < G_N_ELEMENTS(keys); k++) {
        const Json *marks = json_member(object, keys[k]), *one;
        size_t i;
        if (k > 0 && r->s->mark->len > 0 && json_count(marks))
            continue; /* the same told twice */
        JSON_EACH(marks, i, one)
        {
            if (is_mark(one))
                read_mark(r, one, json_values_element(r->values, keys[k], i));
        }
    }
    read_sentences(r, object);
}

/* A mark named by its id, its place among the marks, or (Prodigy) its offsets. */
typedef struct MarkSpan {
    Span span;
    uint32_t row;
} MarkSpan;

static int compare_spans(const void *a, const void *b)
{
    const MarkSpan *x = a, *y = b;
    if (x->span.begin != y->span.begin)
        return x->span.begin < y->span.begin ? -1 : 1;
    if (x->span.end != y->span.end)
        return x->span.end < y->span.end ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

static GArray *list_spans(const JsonReader *r)
{
    GArray *spans = g_array_sized_new(FALSE, FALSE, sizeof(MarkSpan), r->s->mark->len);
    for (guint i = 0; i < r->s->mark->len; i++) {
        MarkSpan m = {standoff_mark(r->s, i)->span, i};
        g_array_append_val(spans, m);
    }
    g_array_sort(spans, compare_spans);
    return spans;
}

static Anchor find_span(const GArray *spans, const Json *object)
{
    MarkSpan wanted = {.row = 0};
    guint low = 0, high = spans->len;
    if (!read_offset(json_first(object, begin_keys, NULL), &wanted.span.begin) ||
        !read_offset(json_first(object, end_keys, NULL), &wanted.span.end))
        return (Anchor){0};
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (compare_spans(&g_array_index(spans, MarkSpan, middle), &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    const MarkSpan *found = low < spans->len ? &g_array_index(spans, MarkSpan, low) : NULL;
    bool same = found && found->span.begin == wanted.span.begin && found->span.end == wanted.span.end;
    return same ? anchor_mark(found->row) : (Anchor){0};
}

/* One end of a relation. id is where its number is kept while the relation is added. */
static Anchor read_end(const JsonReader *r, const Json *relation, const char *const *keys, const char *span_key,
                       const GArray *spans, char id[32])
{
    const char *key = NULL;
    const Json *span = json_member(relation, span_key), *value = json_first(relation, keys, &key);
    if (json_has_kind(span, VALUE_OBJECT))
        return find_span(spans, span);
    if (json_has_kind(value, VALUE_OBJECT))
        return find_span(spans, value);
    if (json_has_kind(value, VALUE_TEXT))
        return anchor_id(json_text(value));
    if (!json_has_kind(value, VALUE_WHOLE))
        return (Anchor){0};
    bool numbered = r->s->mark->len > 0 && !standoff_mark(r->s, 0)->id; /* marks without ids are counted */
    if (numbered && value->whole >= 0 && value->whole < (int64_t)r->s->mark->len)
        return anchor_mark((uint32_t)value->whole);
    write_id(value, id);
    return anchor_id(id);
}

void jsonl_read_relations(JsonReader *r, const Json *object)
{
    static const char *const from_keys[] = {"from_id", "head", "from", "source", "subject", NULL};
    static const char *const to_keys[] = {"to_id", "child", "tail", "to", "target", "object", NULL};
    static const char *const said[] = {"event", "actor", "role", "cert", "status", "bloc", "comention", "from", "to"};
    const Json *relations = json_member(object, "relations"), *one;
    if (!json_count(relations))
        return;
    g_autoptr(GArray) spans = list_spans(r);
    size_t i;
    JSON_EACH(relations, i, one)
    {
        char from[32], to[32];
        Place place = json_values_element(r->values, "relations", i);
        StandoffRelation relation = {.label = json_first_text(one, label_keys),
                                     .from = read_end(r, one, from_keys, "head_span", spans, from),
                                     .to = read_end(r, one, to_keys, "child_span", spans, to),
                                     .place = place};
        if (!relation.label || relation.from.kind == ANCHOR_NONE || relation.to.kind == ANCHOR_NONE)
            jsonl_report(r, place, "{\"from_id\": 0, \"to_id\": 1, \"type\": \"participates_in\"}",
                         "a relation has a type and two marks");
        else
            add_attributes(r, (Anchor){ANCHOR_RELATION, standoff_add_relation(r->s, &relation), NULL}, one, said,
                           G_N_ELEMENTS(said), place);
    }
}
