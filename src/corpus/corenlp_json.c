/* corenlp_json.c - CoreNLP's JSON: tokens with tags, entity mentions, chains of mentions by their words. */
#include "corenlp.h"
#include "failure.h"
#include "format.h"
#include "json_values.h"
#include <string.h>

typedef struct CoreNlpJson {
    CoreNlp *c;
    JsonValues *values;
} CoreNlpJson;

static bool number_of(const Json *object, const char *key, uint64_t *number)
{
    const Json *value = json_member(object, key);
    *number = json_has_kind(value, VALUE_WHOLE) && value->whole >= 0 ? (uint64_t)value->whole : 0;
    return json_has_kind(value, VALUE_WHOLE) && value->whole >= 0;
}

static const char *text_of(const Json *object, const char *key) { return json_text(json_member(object, key)); }

static void read_word(CoreNlpJson *j, const Json *token, Place place)
{
    CoreNlpToken t = {.word = text_of(token, "word"),
                      .original = text_of(token, "originalText"),
                      .before = text_of(token, "before"),
                      .after = text_of(token, "after"),
                      .ner = text_of(token, "ner"),
                      .place = place};
    bool begin = number_of(token, "characterOffsetBegin", &t.begin),
         end = number_of(token, "characterOffsetEnd", &t.end);
    t.placed = begin && end;
    bool said = json_member(token, "characterOffsetBegin") || json_member(token, "characterOffsetEnd");
    if (said && !t.placed)
        diagnostics_add(j->c->builder->diagnostics, DIAGNOSTIC_BAD_OFFSET, place, "offsets are whole numbers from 0",
                        "an offset of a word is no number; it is put behind the one before");
    corenlp_add_word(j->c, &t);
}

/* Mentions of a sentence count its words from 0. */
static void read_mentions(CoreNlpJson *j, const Json *sentence, size_t which, Place place)
{
    const Json *mentions = json_member(sentence, "entitymentions"), *one;
    size_t i;
    j->c->mentions = j->c->mentions || json_has_kind(mentions, VALUE_LIST);
    JSON_EACH(mentions, i, one)
    {
        uint64_t first, last;
        Span span;
        const char *label = text_of(one, "ner");
        if (!label || !number_of(one, "tokenBegin", &first) || !number_of(one, "tokenEnd", &last))
            diagnostics_add(j->c->builder->diagnostics, DIAGNOSTIC_BAD_OFFSET, place,
                            "a mention has ner, tokenBegin and tokenEnd", "a mention does not say where it stands");
        else if (strcmp(label, "O") != 0 && corenlp_words(j->c, which, first, last, &span, place))
            corenlp_add_mark(j->c, span, label, text_of(one, "text"), NULL, text_of(one, "entitylink"), place);
    }
}

/* Those of a chain from 1. */
static void read_chain(CoreNlpJson *j, const char *chain, const Json *mentions)
{
    const Json *one;
    size_t i;
    Place place = json_values_element(j->values, "corefs", SIZE_MAX);
    JSON_EACH(mentions, i, one)
    {
        uint64_t sentence, first, last;
        Span span;
        bool told = number_of(one, "sentNum", &sentence) && number_of(one, "startIndex", &first) &&
                    number_of(one, "endIndex", &last) && sentence && first && last;
        if (!told)
            diagnostics_add(j->c->builder->diagnostics, DIAGNOSTIC_BAD_OFFSET, place,
                            "a mention has sentNum, startIndex and endIndex, all from 1",
                            "a mention of chain %s does not say where it stands", chain);
        else if (corenlp_words(j->c, sentence - 1, first - 1, last - 1, &span, place))
            corenlp_add_mark(j->c, span, NULL, text_of(one, "text"), chain, NULL, place);
    }
}

static bool read_words(CoreNlpJson *j, const Json *sentences, GError **error)
{
    const Json *sentence, *token;
    size_t i, k;
    JSON_EACH(sentences, i, sentence)
    {
        Place place = json_values_element(j->values, "sentences", i);
        corenlp_start_sentence(j->c);
        const Json *tokens = json_member(sentence, "tokens");
        JSON_EACH(tokens, k, token)
        {
            if (j->c->word->len >= CORENLP_MOST_WORDS) {
                failure_set(error, ERROR_IO, place, "too-long", "split it into its documents", "more than %d words",
                            CORENLP_MOST_WORDS);
                return false;
            }
            read_word(j, token, place);
        }
    }
    JSON_EACH(sentences, i, sentence) { read_mentions(j, sentence, i, json_values_element(j->values, "sentences", i)); }
    return true;
}

static bool read_document(CoreNlpJson *j, const Json *object, GError **error)
{
    const Json *sentences = json_member(object, "sentences"), *corefs = json_member(object, "corefs");
    const char *date = text_of(object, "docDate");
    if (!json_has_kind(sentences, VALUE_LIST)) {
        failure_set(error, ERROR_IO, json_values_place(j->values, 0), "unknown-format",
                    "run CoreNLP with -outputFormat json", "the object has no \"sentences\"");
        return false;
    }
    if (date && *date)
        j->c->s->head.date =
            builder_date(j->c->builder, date, strlen(date), json_values_element(j->values, "docDate", SIZE_MAX));
    if (!read_words(j, sentences, error))
        return false;
    if (json_has_kind(corefs, VALUE_OBJECT)) {
        for (const Json *one = json_begin(corefs), *end = json_end(corefs); one < end; one = json_next(one))
            read_chain(j, one->key, one);
    }
    return true;
}

/* Brackets before content: CoreNLP says one of these in its first sentence. */
bool corenlp_json_is(const char *head, size_t n)
{
    static const char *const said[] = {"\"basicDependencies\"",     "\"characterOffsetBegin\"", "\"entitymentions\"",
                                       "\"sentimentDistribution\"", "\"originalText\"",         "\"parse\""};
    if (!g_strstr_len(head, (gssize)n, "\"sentences\""))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(said); i++) {
        if (g_strstr_len(head, (gssize)n, said[i]))
            return true;
    }
    return false;
}

static bool read_value(CoreNlpJson *j, const char *value, size_t n, GError **error)
{
    const Json *object = json_values_load(j->values, value, n, error);
    bool done = object && read_document(j, object, error);
    size_t rest = 0;
    if (done && json_values_next(j->values, &rest, error)) {
        failure_set(error, ERROR_IO, json_values_place(j->values, 0), "malformed", "one text, one file",
                    "something stands behind the document");
        return false;
    }
    return done && !(error && *error);
}

bool corenlp_json_read(Builder *builder, const Source *source, GError **error)
{
    g_autoptr(Standoff) s = standoff_new(builder->pool, builder->diagnostics);
    g_autoptr(JsonValues) values = json_values_new(source);
    CoreNlp c;
    CoreNlpJson j = {&c, values};
    GError *failure = NULL;
    size_t n;
    corenlp_init(&c, builder, source, s);
    const char *value = json_values_next(values, &n, &failure);
    if (!value && !failure)
        failure_set(&failure, ERROR_IO, (Place){source->path, 0, 0}, "truncated", "get the whole of it",
                    "the file is empty");
    bool done = value && read_value(&j, value, n, &failure);
    builder->n_bytes += json_values_n_bytes(values);
    done = done && corenlp_deliver(&c, json_values_digest(values), &failure);
    corenlp_clear(&c);
    if (failure)
        g_propagate_error(error, failure);
    return done;
}
