/* corenlp.c - words of CoreNLP become a text again, runs of equal tags become marks, chains meet them. */
#include "corenlp.h"
#include "coreference.h"
#include "failure.h"
#include <string.h>

enum { WIDEST_GAP = 10000 };

void corenlp_init(CoreNlp *c, Builder *b, const Source *source, Standoff *s)
{
    *c = (CoreNlp){.builder = b, .source = source, .s = s};
    c->word = g_array_new(FALSE, FALSE, sizeof(CoreNlpWord));
    c->sentence = g_array_new(FALSE, FALSE, sizeof(Slice));
    s->head.path = source->path;
    s->head.name = source->name;
}

void corenlp_clear(CoreNlp *c)
{
    g_array_free(c->word, TRUE);
    g_array_free(c->sentence, TRUE);
}

static uint64_t units_of(const char *s)
{
    uint64_t n = 0;
    for (; *s; s++)
        n += (((unsigned char)*s & 0xC0) != 0x80) + ((unsigned char)*s >= 0xF0);
    return n;
}

static void append(CoreNlp *c, const char *s)
{
    g_string_append(c->s->text, s);
    c->n_units += units_of(s);
}

static bool is_white(const char *s) { return s && !s[strspn(s, " \t\r\n\f\v\xC2\xA0")]; }

/* What stands between the last word and this one. */
static void append_gap(CoreNlp *c, const CoreNlpToken *t, bool new_sentence)
{
    bool first = c->word->len == 0;
    uint64_t wanted = t->placed && t->begin > c->n_units ? t->begin - c->n_units : 0;
    if (t->placed && t->begin >= c->n_units && wanted <= WIDEST_GAP) {
        if (is_white(t->before) && units_of(t->before) == wanted) {
            append(c, t->before);
            return;
        }
        for (uint64_t i = 0; i < wanted; i++)
            append(c, new_sentence && !first && wanted > 1 && i < 2 ? "\n" : " ");
    } else if (is_white(t->before)) {
        append(c, t->before);
    } else if (!first) {
        append(c, " ");
    }
}

void corenlp_start_sentence(CoreNlp *c)
{
    Slice s = {c->word->len, 0};
    g_array_append_val(c->sentence, s);
}

void corenlp_add_word(CoreNlp *c, const CoreNlpToken *t)
{
    const char *word = t->original && *t->original ? t->original : t->word ? t->word : "";
    if (c->sentence->len == 0)
        corenlp_start_sentence(c);
    Slice *sentence = &g_array_index(c->sentence, Slice, c->sentence->len - 1);
    append_gap(c, t, sentence->n == 0);
    CoreNlpWord w = {.ner = pool_string(c->builder->pool, t->ner)};
    w.span.begin = (uint32_t)c->s->text->len;
    append(c, word);
    w.span.end = (uint32_t)c->s->text->len;
    if (t->placed && t->end < t->begin)
        diagnostics_add(c->builder->diagnostics, DIAGNOSTIC_BAD_OFFSET, t->place, NULL,
                        "the word \"%s\" ends before it begins; it is put behind the one before", word);
    g_array_append_val(c->word, w);
    sentence->n++;
}

bool corenlp_words(CoreNlp *c, uint64_t sentence, uint64_t first, uint64_t last, Span *span, Place place)
{
    const Slice *s = sentence < c->sentence->len ? &g_array_index(c->sentence, Slice, sentence) : NULL;
    if (!s || first >= last || last > s->n) {
        diagnostics_add(c->builder->diagnostics, DIAGNOSTIC_BAD_OFFSET, place,
                        "sentences and words are counted as in the file itself: take it from one run",
                        s ? "the sentence has no such words; the mention is left out"
                          : "there is no such sentence; the mention is left out");
        return false;
    }
    const CoreNlpWord *word = &g_array_index(c->word, CoreNlpWord, s->first);
    *span = (Span){word[first].span.begin, word[last - 1].span.end};
    return true;
}

void corenlp_add_mark(CoreNlp *c, Span span, const char *label, const char *claim, const char *chain,
                      const char *reference, Place place)
{
    StandoffMark m = {
        .label = label, .span = span, .claim = claim, .chain = chain, .cert = CERT_UNSTATED, .place = place};
    uint32_t row = standoff_add_mark(c->s, &m);
    if (reference && *reference && strcmp(reference, "O") != 0)
        standoff_add_reference(c->s, anchor_mark(row), reference, place);
}

/* A run of words of one sentence with one tag is one name. */
static void read_tags(CoreNlp *c)
{
    for (guint i = 0; i < c->sentence->len; i++) {
        Slice s = g_array_index(c->sentence, Slice, i);
        for (uint32_t w = s.first, end = s.first + s.n; w < end;) {
            const CoreNlpWord *first = &g_array_index(c->word, CoreNlpWord, w);
            uint32_t last = w;
            while (last + 1 < end && g_array_index(c->word, CoreNlpWord, last + 1).ner == first->ner)
                last++;
            if (first->ner && *first->ner && strcmp(first->ner, "O") != 0)
                corenlp_add_mark(c, (Span){first->span.begin, g_array_index(c->word, CoreNlpWord, last).span.end},
                                 first->ner, NULL, NULL, NULL, (Place){c->s->head.path, 0, 0});
            w = last + 1;
        }
    }
}

bool corenlp_deliver(CoreNlp *c, const char *digest, GError **error)
{
    Standoff *s = c->s;
    if (c->word->len == 0) {
        failure_set(error, ERROR_IO, (Place){c->source->path, 0, 0}, "missing-text",
                    "run CoreNLP with the annotators tokenize and ssplit at least", "there are no words in it");
        return false;
    }
    for (guint i = 0; i < c->sentence->len; i++) {
        Slice words = g_array_index(c->sentence, Slice, i);
        if (words.n == 0)
            continue;
        Span span = {g_array_index(c->word, CoreNlpWord, words.first).span.begin,
                     g_array_index(c->word, CoreNlpWord, words.first + words.n - 1).span.end};
        g_array_append_val(s->sentence, span);
    }
    if (!c->mentions)
        read_tags(c);
    coreference_join(s);
    s->head.digest = digest;
    if (!standoff_settle(s, OFFSET_BYTE, error))
        return false;
    standoff_deliver(s, c->builder);
    return true;
}
