/* corenlp_json.c - CoreNLP's JSON: tokens with tags, entity mentions, chains of mentions by their words. */
#include "corenlp.h"
#include "failure.h"
#include "format.h"
#include "json_values.h"
#include <jansson.h>
#include <string.h>

typedef struct CoreNlpJson {
    CoreNlp *c;
    JsonValues *values;
} CoreNlpJson;

static bool number_of(const json_t *object, const char *key, uint64_t *number)
{
    const json_t *value = json_object_get(object, key);
    *number = json_is_integer(value) && json_integer_value(value) >= 0 ? (uint64_t)json_integer_value(value) : 0;
    return json_is_integer(value) && json_integer_value(value) >= 0;
}

static const char *text_of(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

static void read_word(CoreNlpJson *j, const json_t *token, Place place)
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
    bool said = json_object_get(token, "characterOffsetBegin") || json_object_get(token, "characterOffsetEnd");
    if (said && !t.placed)
        diagnostics_add(j->c->builder->diagnostics, DIAGNOSTIC_BAD_OFFSET, place, "offsets are whole numbers from 0",
                        "an offset of a word is no number; it is put behind the one before");
    corenlp_add_word(j->c, &t);
}

/* Mentions of a sentence count its words from 0. */
static void read_mentions(CoreNlpJson *j, const json_t *sentence, size_t which, Place place)
{
    const json_t *mentions = json_object_get(sentence, "entitymentions"), *one;
    size_t i;
    j->c->mentions = j->c->mentions || json_is_array(mentions);
    json_array_foreach(mentions, i, one)
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
static void read_chain(CoreNlpJson *j, const char *chain, const json_t *mentions)
{
    const json_t *one;
    size_t i;
    Place place = json_values_element(j->values, "corefs", SIZE_MAX);
    json_array_foreach(mentions, i, one)
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

static bool read_words(CoreNlpJson *j, const json_t *sentences, GError **error)
{
    const json_t *sentence, *token;
    size_t i, k;
    json_array_foreach(sentences, i, sentence)
    {
        Place place = json_values_element(j->values, "sentences", i);
        corenlp_start_sentence(j->c);
        json_array_foreach(json_object_get(sentence, "tokens"), k, token)
        {
            if (j->c->word->len >= CORENLP_MOST_WORDS) {
                failure_set(error, ERROR_IO, place, "too-long", "split it into its documents", "more than %d words",
                            CORENLP_MOST_WORDS);
                return false;
            }
            read_word(j, token, place);
        }
    }
    json_array_foreach(sentences, i, sentence)
    {
        read_mentions(j, sentence, i, json_values_element(j->values, "sentences", i));
    }
    return true;
}

static bool read_document(CoreNlpJson *j, json_t *object, GError **error)
{
    const json_t *sentences = json_object_get(object, "sentences"), *corefs = json_object_get(object, "corefs");
    const char *date = text_of(object, "docDate"), *chain;
    json_t *mentions;
    if (!json_is_array(sentences)) {
        failure_set(error, ERROR_IO, json_values_place(j->values, 0), "unknown-format",
                    "run CoreNLP with -outputFormat json", "the object has no \"sentences\"");
        return false;
    }
    if (date && *date)
        j->c->s->head.date =
            builder_date(j->c->builder, date, strlen(date), json_values_element(j->values, "docDate", SIZE_MAX));
    if (!read_words(j, sentences, error))
        return false;
    json_object_foreach((json_t *)corefs, chain, mentions) { read_chain(j, chain, mentions); }
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
    json_t *object = json_values_load(j->values, value, n, error);
    bool done = object && read_document(j, object, error);
    json_decref(object);
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
