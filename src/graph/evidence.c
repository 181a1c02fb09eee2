/* evidence.c - the sentences behind a participation, with the names marked. */
#include "evidence.h"
#include <stdlib.h>
#include <string.h>

/* Mentions that prove a cell, ascending, without repeats. */
static GArray *mentions_of(const Incidence *inc, uint32_t cell)
{
    GArray *mention = g_array_new(false, false, sizeof(MentionId));
    for (uint32_t c = inc->claim_first[cell]; c < inc->claim_first[cell + 1]; c++) {
        Slice evidence = inc->corpus->participation[inc->claim[c].participation.i].evidence;
        if (evidence.n)
            g_array_append_vals(mention, inc->corpus->evidence + evidence.first, evidence.n);
    }
    return mention;
}

static int by_id(const void *a, const void *b)
{
    uint32_t x = ((const MentionId *)a)->i, y = ((const MentionId *)b)->i;
    return (x > y) - (x < y);
}

static void sort_unique(GArray *mention)
{
    g_array_sort(mention, by_id);
    MentionId *m = (MentionId *)(void *)mention->data;
    guint n = 0;
    for (guint i = 0; i < mention->len; i++)
        if (i == 0 || !mention_id_equal(m[i], m[i - 1]))
            m[n++] = m[i];
    g_array_set_size(mention, n);
}

static PassageId sentence_of(const Corpus *corpus, MentionId mention)
{
    return corpus->mention[mention.i].passage[PASSAGE_SENTENCE];
}

static int by_begin(const void *a, const void *b)
{
    const Mark *x = a, *y = b;
    if (x->begin != y->begin)
        return x->begin < y->begin ? -1 : 1;
    return (y->end > x->end) - (y->end < x->end); /* the wider first */
}

/* Ascending; a mark inside or across an earlier one becomes part of it. */
static void tidy_marks(Quote *quote)
{
    size_t n = 0;
    qsort(quote->mark, quote->n_marks, sizeof *quote->mark, by_begin);
    for (size_t i = 0; i < quote->n_marks; i++) {
        Mark m = quote->mark[i];
        if (n && m.begin < quote->mark[n - 1].end)
            quote->mark[n - 1].end = MAX(m.end, quote->mark[n - 1].end);
        else
            quote->mark[n++] = m;
    }
    quote->n_marks = n;
}

/* One sentence with those of the mentions marked that stand in it; a mention outside any sentence is quoted alone. */
static Quote quote_new(const Corpus *corpus, const MentionId *mention, size_t n)
{
    const Mention *first = &corpus->mention[mention[0].i];
    PassageId sentence = sentence_of(corpus, mention[0]);
    Quote quote = {.document = first->document, .place = first->place};
    if (passage_id_is_none(sentence))
        return quote;
    quote.text = corpus->passage[sentence.i].text;
    if (!quote.text)
        return quote;
    quote.mark = g_new(Mark, n);
    for (size_t i = 0; i < n; i++) {
        const Mention *m = &corpus->mention[mention[i].i];
        if (m->begin < m->end && passage_id_equal(sentence_of(corpus, mention[i]), sentence))
            quote.mark[quote.n_marks++] = (Mark){m->begin, m->end};
    }
    tidy_marks(&quote);
    return quote;
}

/* Without mentions: the relations' own lines, each once. */
static Quote *quote_relations(const Incidence *inc, uint32_t cell, size_t *n)
{
    uint32_t first = inc->claim_first[cell], end = inc->claim_first[cell + 1];
    Quote *quote = g_new0(Quote, end - first + 1);
    *n = 0;
    for (uint32_t c = first; c < end; c++) {
        ParticipationId id = inc->claim[c].participation;
        bool repeated = false;
        for (uint32_t d = first; d < c && !repeated; d++)
            repeated = participation_id_equal(inc->claim[d].participation, id);
        const Participation *p = &inc->corpus->participation[id.i];
        if (!repeated)
            quote[(*n)++] = (Quote){.document = p->document, .place = p->place};
    }
    return quote;
}

Quote *evidence_of_cell(const Incidence *inc, uint32_t cell, size_t *n)
{
    const Corpus *corpus = inc->corpus;
    g_autoptr(GArray) mention = mentions_of(inc, cell);
    sort_unique(mention);
    if (mention->len == 0)
        return quote_relations(inc, cell, n);
    MentionId *m = (MentionId *)(void *)mention->data;
    Quote *quote = g_new0(Quote, mention->len);
    *n = 0;
    for (guint i = 0; i < mention->len;) { /* mentions of one sentence stand together */
        PassageId sentence = sentence_of(corpus, m[i]);
        guint next = i + 1;
        while (next < mention->len && !passage_id_is_none(sentence) &&
               passage_id_equal(sentence_of(corpus, m[next]), sentence))
            next++;
        quote[(*n)++] = quote_new(corpus, m + i, next - i);
        i = next;
    }
    return quote;
}

/* --- the best sentence for a tie --- */

static bool has_text(const Corpus *corpus, MentionId mention)
{
    PassageId sentence = sentence_of(corpus, mention);
    return !passage_id_is_none(sentence) && corpus->passage[sentence.i].text;
}

static Slice evidence_of_claim(const Incidence *inc, uint32_t claim)
{
    return inc->corpus->participation[inc->claim[claim].participation.i].evidence;
}

/* Does a mention that proves the cell stand in the sentence? */
static bool is_named_in(const Incidence *inc, uint32_t cell, PassageId sentence)
{
    for (uint32_t c = inc->claim_first[cell]; c < inc->claim_first[cell + 1]; c++) {
        Slice evidence = evidence_of_claim(inc, c);
        for (uint32_t e = 0; e < evidence.n; e++)
            if (passage_id_equal(sentence_of(inc->corpus, inc->corpus->evidence[evidence.first + e]), sentence))
                return true;
    }
    return false;
}

/* Betters the choice by the mentions of one cell: a sentence that names the other too, then document order. */
static void choose_among(const Incidence *inc, uint32_t cell, uint32_t other, MentionId *best, bool *names_both)
{
    for (uint32_t c = inc->claim_first[cell]; c < inc->claim_first[cell + 1]; c++) {
        Slice evidence = evidence_of_claim(inc, c);
        for (uint32_t e = 0; e < evidence.n; e++) {
            MentionId mention = inc->corpus->evidence[evidence.first + e];
            bool earlier = mention_id_is_none(*best) || mention.i < best->i;
            if (!has_text(inc->corpus, mention) || (*names_both && !earlier))
                continue;
            bool both = is_named_in(inc, other, sentence_of(inc->corpus, mention));
            if ((both && !*names_both) || (both == *names_both && earlier)) {
                *best = mention;
                *names_both = both;
            }
        }
    }
}

bool evidence_sentence(const Incidence *inc, uint32_t column, uint32_t row_a, uint32_t row_b, MentionId *mention,
                       bool *names_both)
{
    uint32_t cell_a = incidence_cell(inc, row_a, column), cell_b = incidence_cell(inc, row_b, column);
    *mention = mention_id_none();
    *names_both = false;
    if (cell_a == UINT32_MAX || cell_b == UINT32_MAX)
        return false;
    choose_among(inc, cell_a, cell_b, mention, names_both);
    choose_among(inc, cell_b, cell_a, mention, names_both);
    return !mention_id_is_none(*mention);
}

bool evidence_best(const Incidence *inc, uint32_t column, uint32_t row_a, uint32_t row_b, Quote *out)
{
    const Corpus *corpus = inc->corpus;
    MentionId first;
    bool names_both;
    *out = (Quote){0};
    if (!evidence_sentence(inc, column, row_a, row_b, &first, &names_both))
        return false;
    g_autoptr(GArray) both = mentions_of(inc, incidence_cell(inc, row_a, column));
    g_autoptr(GArray) of_b = mentions_of(inc, incidence_cell(inc, row_b, column));
    g_array_append_vals(both, of_b->data, of_b->len);
    sort_unique(both);
    for (guint i = both->len; i-- > 0;)
        if (!passage_id_equal(sentence_of(corpus, g_array_index(both, MentionId, i)), sentence_of(corpus, first)))
            g_array_remove_index(both, i);
    *out = quote_new(corpus, (const MentionId *)(const void *)both->data, both->len);
    return true;
}

void quote_clear(Quote *quote)
{
    g_free(quote->mark);
    *quote = (Quote){0};
}

void quotes_free(Quote *quote, size_t n)
{
    for (size_t i = 0; quote && i < n; i++)
        g_free(quote[i].mark);
    g_free(quote);
}
