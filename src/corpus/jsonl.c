/* jsonl.c - JSON lines of doccano, Prodigy, spaCy, Hugging Face, Flair and GLiNER: a document a value. */
#include "jsonl.h"
#include "failure.h"
#include "format.h"
#include "json_values.h"
#include <string.h>

const char *const json_text_keys[] = {"text", "data", "content", "sentence", "raw", "column_data", NULL};

const Json *json_first(const Json *object, const char *const *keys, const char **key)
{
    for (; json_has_kind(object, VALUE_OBJECT) && *keys; keys++) {
        const Json *value = json_member(object, *keys);
        if (value && value->kind != VALUE_NULL) {
            if (key)
                *key = *keys;
            return value;
        }
    }
    return NULL;
}

const char *json_first_text(const Json *object, const char *const *keys)
{
    const Json *value = json_first(object, keys, NULL);
    const char *text = json_text(value);
    return text && *text ? text : NULL;
}

void jsonl_report(const JsonReader *r, Place place, const char *help, const char *what)
{
    diagnostics_add(r->builder->diagnostics, DIAGNOSTIC_BAD_LINE, place, help, "%s; it is left out", what);
}

/* Title, address, date … in the object itself or in its "meta". */
static void read_head(const JsonReader *r, const Json *object)
{
    static const char *const title[] = {"title", "headline", NULL}, *const url[] = {"url", "link", "source_url", NULL};
    static const char *const outlet[] = {"outlet", "publisher", NULL}, *const language[] = {"language", "lang", NULL};
    static const char *const date[] = {"date", "published", "source_date", NULL};
    const Json *meta = json_member(object, "meta");
    const Json *place[] = {object, json_has_kind(meta, VALUE_OBJECT) ? meta : NULL};
    Document *head = &r->s->head;
    for (size_t i = 0; i < G_N_ELEMENTS(place); i++) {
        head->title = head->title ? head->title : json_first_text(place[i], title);
        head->url = head->url ? head->url : json_first_text(place[i], url);
        head->outlet = head->outlet ? head->outlet : json_first_text(place[i], outlet);
        head->language = head->language ? head->language : json_first_text(place[i], language);
        const char *day = json_first_text(place[i], date);
        if (day && date_is_unknown(head->date))
            head->date = builder_date(r->builder, day, strlen(day), json_values_place(r->values, 0));
    }
}

/* A document's own id, where it is a name; else the file's with a number. */
static void name_document(JsonReader *r, const Json *object)
{
    static const char *const id[] = {"id", "doc_id", "doc_key", "document_id", "docid", NULL};
    const char *own = json_first_text(object, id);
    const char *base = strrchr(r->source->name, '/') ? strrchr(r->source->name, '/') + 1 : r->source->name;
    const char *dot = strrchr(base, '.');
    size_t n = dot && dot > base ? (size_t)(dot - base) : strlen(base);
    bool alone = r->n_values == 1 && g_str_has_suffix(base, ".json") && *r->source->head != '[';
    g_autofree char *numbered =
        alone ? g_strndup(base, n) : g_strdup_printf("%.*s-%" G_GUINT64_FORMAT, (int)n, base, r->n_values);
    r->s->head.id = own ? pool_string(r->builder->pool, own) : pool_string(r->builder->pool, numbered);
    r->s->head.path = r->source->path;
    r->s->head.name = r->source->name;
}

/* Prodigy keeps what an annotator rejected or passed over. */
static bool is_accepted(const Json *object)
{
    const char *answer = json_text(json_member(object, "answer"));
    return !answer || strcmp(answer, "accept") == 0;
}

static bool read_text(JsonReader *r, const Json *object)
{
    const Json *text = json_first(object, json_text_keys, NULL);
    if (json_has_kind(text, VALUE_TEXT)) {
        g_string_append_len(r->s->text, json_text(text), (gssize)text->n);
        jsonl_read_marks(r, object);
        return true;
    }
    if (jsonl_read_tokens(r, object))
        return true;
    jsonl_report(r, json_values_place(r->values, 0), "known are: \"text\", \"data\", \"tokens\", \"tokenized_text\"",
                 text ? "the text of the document is not in quotes" : "the object has no text");
    return false;
}

static bool read_object(JsonReader *r, const Json *object, GError **error)
{
    if (!is_accepted(object))
        return true;
    standoff_clear(r->s);
    name_document(r, object);
    read_head(r, object);
    if (!read_text(r, object))
        return true;
    jsonl_read_relations(r, object);
    if (!standoff_settle(r->s, OFFSET_CODE_POINT, error))
        return false;
    DocumentId id = standoff_deliver(r->s, r->builder);
    g_array_append_val(r->document, id);
    return true;
}

static bool read_value(JsonReader *r, const char *value, size_t n, GError **error)
{
    const Json *object = json_values_load(r->values, value, n, error);
    if (!object)
        return false;
    bool done = true;
    r->n_values++;
    if (json_has_kind(object, VALUE_OBJECT))
        done = read_object(r, object, error);
    else
        jsonl_report(r, json_values_place(r->values, 0), "write {\"text\": …} on each line",
                     "a document is an object in braces");
    return done;
}

static bool read_values(JsonReader *r, GError **error)
{
    GError *failure = NULL;
    size_t n;
    for (const char *value; (value = json_values_next(r->values, &n, &failure));) {
        if (!read_value(r, value, n, error))
            return false;
    }
    if (failure)
        g_propagate_error(error, failure);
    return !failure;
}

/* A file that is JSON but holds no annotated text: a failure when the user named it, else passed over. */
static bool refuse(const JsonReader *r, GError **error)
{
    Place place = {g_intern_string(r->source->path), 0, 0};
    const char *what = "no value in it is an annotated text";
    if (r->source->direct)
        failure_set(error, ERROR_IO, place, "unknown-format",
                    "a JSON line is {\"text\": \"…\", \"entities\": [[0, 5, \"PERSON\"], …]}", "%s", what);
    else
        diagnostics_add(r->builder->diagnostics, DIAGNOSTIC_UNKNOWN_FORMAT, place, NULL, "%s; the file is passed over",
                        what);
    return !r->source->direct;
}

bool jsonl_read(Builder *builder, const Source *source, GError **error)
{
    g_autoptr(Standoff) s = standoff_new(builder->pool, builder->diagnostics);
    g_autoptr(JsonValues) values = json_values_new(source);
    g_autoptr(GArray) document = g_array_new(FALSE, FALSE, sizeof(DocumentId));
    JsonReader r = {.builder = builder, .source = source, .s = s, .values = values, .document = document};
    if (!read_values(&r, error))
        return false;
    builder->n_bytes += json_values_n_bytes(values);
    const char *digest = pool_string(builder->pool, json_values_digest(values));
    for (guint i = 0; i < document->len; i++)
        builder_document(builder, g_array_index(document, DocumentId, i))->digest = digest;
    return document->len > 0 || refuse(&r, error);
}
