/* jsonl_tokens.c - words with tags or ranges of words (Hugging Face, GLiNER) become a text with marks. */
#include "jsonl.h"
#include <string.h>

/* Words joined by blanks; where each begins and ends, in characters. NULL and a report when one is no text. */
static GArray *join_words(JsonReader *r, const Json *words, const char *key)
{
    GArray *span = g_array_sized_new(FALSE, FALSE, sizeof(Span), (guint)json_count(words));
    uint32_t at = 0;
    const Json *word;
    size_t i;
    JSON_EACH(words, i, word)
    {
        const char *text = json_has_kind(word, VALUE_OBJECT) ? json_text(json_member(word, "text")) : json_text(word);
        if (!text) {
            jsonl_report(r, json_values_element(r->values, key, i), "write every word in quotes",
                         "a word of the text is none; the document");
            g_array_free(span, TRUE);
            return NULL;
        }
        if (i > 0) {
            g_string_append_c(r->s->text, ' ');
            at++;
        }
        Span s = {at, at + (uint32_t)g_utf8_strlen(text, -1)};
        g_string_append(r->s->text, text);
        at = s.end;
        g_array_append_val(span, s);
    }
    return span;
}

/* What a tag says: IOB1, IOB2, BIOES, BILOU, or the bare type. */
typedef struct Tag {
    const char *type; /* NULL: outside */
    bool begins, ends;
} Tag;

static Tag read_tag(const char *tag)
{
    if (strcmp(tag, "O") == 0 || *tag == '\0' || strcmp(tag, "_") == 0)
        return (Tag){0};
    bool prefixed = strchr("BIESLU", *tag) && tag[1] == '-' && tag[2];
    return (Tag){.type = prefixed ? tag + 2 : tag,
                 .begins = prefixed && strchr("BSU", *tag),
                 .ends = prefixed && strchr("ESLU", *tag)};
}

/* Runs of words under one tag. */
static void mark_tags(JsonReader *r, const Json *tags, const char *key, const GArray *span)
{
    uint32_t open = STANDOFF_NONE;
    const Json *one;
    size_t i;
    JSON_EACH(tags, i, one)
    {
        const char *text = json_text(one);
        Place place = json_values_element(r->values, key, i);
        if (!text) {
            jsonl_report(r, place, "write tags as words: dataset.features[\"ner_tags\"].feature.int2str(tag)",
                         "a tag is a number, and nothing here says which label it stands for");
            return;
        }
        Tag tag = read_tag(text);
        Span word = g_array_index(span, Span, i);
        StandoffMark *last = open == STANDOFF_NONE ? NULL : standoff_mark(r->s, open);
        if (tag.type && last && !tag.begins && strcmp(last->label, tag.type) == 0) {
            last->span.end = word.end;
        } else if (tag.type) {
            open = standoff_add_mark(
                r->s, &(StandoffMark){.label = tag.type, .span = word, .cert = CERT_UNSTATED, .place = place});
        }
        if (!tag.type || tag.ends)
            open = STANDOFF_NONE;
    }
}

/* GLiNER: [first word, last word, label], the last included. */
static void mark_ranges(JsonReader *r, const Json *ranges, const char *key, const GArray *span)
{
    const Json *one;
    size_t i;
    JSON_EACH(ranges, i, one)
    {
        Place place = json_values_element(r->values, key, i);
        const Json *first = json_element(one, 0), *last = json_element(one, 1);
        const char *label = json_text(json_element(one, 2));
        if (!json_has_kind(first, VALUE_WHOLE) || !json_has_kind(last, VALUE_WHOLE) || !label) {
            jsonl_report(r, place, "[0, 1, \"person\"]", "a range has the numbers of two words and a label");
            continue;
        }
        int64_t from = first->whole, to = last->whole;
        if (from < 0 || to < from || to >= (int64_t)span->len) {
            g_autofree char *what =
                g_strdup_printf("words %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT " are not all there: the text has %u",
                                from, to, span->len);
            diagnostics_add(r->builder->diagnostics, DIAGNOSTIC_BAD_OFFSET, place, "words count from 0",
                            "%s; the mark is left out", what);
            continue;
        }
        Span whole = {g_array_index(span, Span, from).begin, g_array_index(span, Span, to).end};
        standoff_add_mark(r->s, &(StandoffMark){.label = label, .span = whole, .cert = CERT_UNSTATED, .place = place});
    }
}

bool jsonl_read_tokens(JsonReader *r, const Json *object)
{
    static const char *const word_keys[] = {"tokens", "tokenized_text", "words", NULL};
    static const char *const tag_keys[] = {"ner_tags", "tags", "ner", "labels", NULL};
    const char *word_key, *tag_key = "tags";
    const Json *words = json_first(object, word_keys, &word_key);
    if (!json_has_kind(words, VALUE_LIST))
        return false;
    g_autoptr(GArray) span = join_words(r, words, word_key);
    if (!span)
        return true;
    const Json *tags = json_first(object, tag_keys, &tag_key);
    if (json_has_kind(json_element(tags, 0), VALUE_LIST))
        mark_ranges(r, tags, tag_key, span);
    else if (json_count(tags) == json_count(words))
        mark_tags(r, tags, tag_key, span);
    else if (json_count(tags))
        diagnostics_add(r->builder->diagnostics, DIAGNOSTIC_BAD_LINE, json_values_element(r->values, tag_key, SIZE_MAX),
                        "give every word a tag", "%u tags for %u words; the tags are passed over", json_count(tags),
                        json_count(words));
    return true;
}
