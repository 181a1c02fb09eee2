/* reading.c - one text while the rules read it: spans, layers, and questions every rule asks of tokens. */
#include "reading.h"
#include <string.h>

void reading_init(Reading *r, Draft *d, const Lexicon *lexicon)
{
    *r = (Reading){.draft = d, .lexicon = lexicon};
    tokens_cut(d, lexicon, &r->words);
    r->n = d->token->len;
    r->token = (const DraftToken *)(void *)d->token->data;
    r->span = g_array_new(FALSE, FALSE, sizeof(Span));
    r->cover = g_new0(uint32_t, r->n + 1);
    r->everyday = g_new0(Answer, r->n + 1);
    r->order = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    r->date = g_array_new(FALSE, FALSE, sizeof(DateRange));
    r->today = DATE_UNKNOWN;
}

void reading_clear(Reading *r)
{
    vocabulary_clear(&r->words);
    g_array_unref(r->span);
    g_array_unref(r->order);
    g_array_unref(r->date);
    g_free(r->cover);
    g_free(r->everyday);
    g_array_unref(r->draft->token); /* nobody asks for them again, and they are most of a draft */
    r->draft->token = g_array_new(FALSE, FALSE, sizeof(DraftToken));
    g_array_unref(r->draft->sentence);
    r->draft->sentence = g_array_new(FALSE, FALSE, sizeof(DraftSentence));
}

static void uncover(Reading *r, const Span *s)
{
    for (uint32_t i = s->first; i < s->end; i++)
        r->cover[i] = 0;
}

void reading_drop(Reading *r, Span *s)
{
    if (!s->inner)
        uncover(r, s);
    s->dropped = true;
}

/* What an older span becomes when a longer one takes its place. */
static void give_way(Reading *r, Span *old, const Span *new)
{
    uncover(r, old);
    bool within = old->first > new->first && old->end <= new->end;
    bool set = old->kind == MARK_COUNTRY || old->kind == MARK_BLOC;
    bool after_of = old->first > 0 && (reading_is(r, old->first - 1, "of") || reading_is(r, old->first - 1, "the"));
    if (within && set && after_of && new->kind == MARK_AGENCY)
        old->inner = true;
    else
        old->dropped = true;
}

uint32_t reading_add(Reading *r, const Span *s, bool replace)
{
    g_return_val_if_fail(s->first < s->end && s->end <= r->n, ID_NONE);
    for (uint32_t i = s->first; i < s->end; i++) {
        if (r->cover[i] && !replace)
            return ID_NONE;
    }
    for (uint32_t i = s->first; i < s->end; i++) {
        if (r->cover[i])
            give_way(r, reading_span(r, r->cover[i] - 1), s);
    }
    g_array_append_val(r->span, *s);
    Span *added = reading_span(r, r->span->len - 1);
    added->other = added->mark = ID_NONE;
    added->value = s->value ? s->value : "";
    added->extra = s->extra ? s->extra : "";
    for (uint32_t i = s->first; i < s->end; i++)
        r->cover[i] = r->span->len;
    return r->span->len - 1;
}

uint32_t reading_add_inner(Reading *r, const Span *s)
{
    g_array_append_val(r->span, *s);
    Span *added = reading_span(r, r->span->len - 1);
    added->other = added->mark = ID_NONE;
    added->value = s->value ? s->value : "";
    added->extra = s->extra ? s->extra : "";
    added->inner = true;
    return r->span->len - 1;
}

/* Counting sort by the first token; of the few that begin with one, the longer goes before the shorter. */
void reading_sort(Reading *r)
{
    g_autofree uint32_t *at = g_new0(uint32_t, r->n + 2);
    uint32_t n = 0;
    for (uint32_t i = 0; i < r->span->len; i++) {
        if (!reading_span(r, i)->dropped) {
            at[reading_span(r, i)->first + 1]++;
            n++;
        }
    }
    for (uint32_t i = 1; i <= r->n; i++)
        at[i] += at[i - 1];
    g_array_set_size(r->order, n);
    uint32_t *order = (uint32_t *)(void *)r->order->data;
    g_autofree uint32_t *begin = g_memdup2(at, sizeof *at * (r->n + 1));
    for (uint32_t i = 0; i < r->span->len; i++) {
        const Span *s = reading_span(r, i);
        if (s->dropped)
            continue;
        uint32_t k = at[s->first]++;
        for (; k > begin[s->first] && reading_span(r, order[k - 1])->end < s->end; k--)
            order[k] = order[k - 1];
        order[k] = i;
    }
}

uint32_t reading_before(const Reading *r, uint32_t token)
{
    uint32_t low = 0, high = r->order->len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (reading_span(r, g_array_index(r->order, uint32_t, middle))->first < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool reading_is_curly(const char *text, size_t n, const char *word)
{
    size_t m = strlen(word);
    return n == m + 2 && memcmp(text, "’", 3) == 0 && memcmp(text + 3, word + 1, m - 1) == 0;
}

bool reading_is_one(const Reading *r, uint32_t i, const char *const *words)
{
    if (i >= r->n)
        return false;
    char first = r->draft->text[r->token[i].from];
    bool wide = (unsigned char)first == 0xE2; /* perhaps ’, which stands for ' */
    for (; *words; words++) {
        if ((**words == first || (wide && **words == '\'')) && reading_is(r, i, *words)) /* most often not */
            return true;
    }
    return false;
}

const char *reading_text(const Reading *r, uint32_t first, uint32_t end)
{
    const char *from = r->draft->text + r->token[first].from;
    return pool_intern(r->draft->pool, from, r->token[end - 1].to - r->token[first].from);
}

/* Endings of nouns and adjectives made from other words; names of people hardly have them. */
static bool has_everyday_ending(const char *word, size_t n)
{
    static const char *const ending[] = {"tion", "tions", "sion", "ment", "ments", "ness", "ity",  "ities", "ical",
                                         "ous",  "ship",  "ism",  "logy", "ance",  "ence", "ing",  "ings",  "able",
                                         "ible", "ized",  "ised", "ally", "ful",   "less", "ware", "ture",  "graphy"};
    for (size_t i = 0; i < G_N_ELEMENTS(ending); i++) {
        size_t m = strlen(ending[i]);
        if (n > m + 2 && memcmp(word + n - m, ending[i], m) == 0)
            return true;
    }
    return false;
}

static bool find_everyday(const Reading *r, uint32_t i)
{
    const WordKinds names = WORD_GIVEN_NAME | WORD_FAMILY_FIRST | WORD_FAMILY_NAME;
    WordKinds k = reading_kinds(r, i);
    if (k &
        (WORD_COMMON | WORD_FUNCTION | WORD_SAY | WORD_ACT | WORD_PORTFOLIO | WORD_EVENT | WORD_INSTRUMENT |
         WORD_AGENCY_OF | WORD_AGENCY_END | WORD_MEMBER_NOUN | WORD_PERSON_NOUN | WORD_OFFICE | WORD_OFFICE_MODIFIER))
        return true;
    if (k & (names | WORD_NAME_PARTICLE))
        return false;
    const DraftToken *t = &r->token[i];
    if (k == 0 && !(t->flags & TOKEN_ALL_CAPS) && has_everyday_ending(r->draft->text + t->from, t->to - t->from))
        return true;
    return vocabulary_in_small(&r->words, t);
}

bool reading_everyday(const Reading *r, uint32_t i)
{
    if (i >= r->n)
        return false;
    if (r->everyday[i] == ANSWER_NONE)
        r->everyday[i] = find_everyday(r, i) ? ANSWER_YES : ANSWER_NO;
    return r->everyday[i] == ANSWER_YES;
}

bool reading_idle_capital(const Reading *r, uint32_t i)
{
    return reading_flags(r, i) & (TOKEN_SENTENCE | TOKEN_HEADLINE) && reading_everyday(r, i);
}

bool reading_unknown(const Reading *r, uint32_t i)
{
    const WordKinds names = WORD_GIVEN_NAME | WORD_GIVEN_NAME_WEAK | WORD_FAMILY_FIRST | WORD_FAMILY_NAME |
                            WORD_PLACE_WEAK | WORD_PLACE_PREFIX | WORD_NAME_PARTICLE;
    return reading_capital(r, i) && !(reading_kinds(r, i) & ~names) && !reading_everyday(r, i);
}

bool reading_match(const Reading *r, uint32_t i, uint32_t end, WordKinds wanted, LexiconMatch *m)
{
    return i < end && r->token[i].starts & wanted && lexicon_match(r->lexicon, r->token + i, end - i, wanted, m);
}

uint32_t reading_n_sentences(const Reading *r) { return r->draft->sentence->len; }

Sentence reading_sentence(const Reading *r, uint32_t i)
{
    const DraftSentence *s = draft_row(r->draft->sentence, DraftSentence, i);
    bool junk = s->block < r->draft->block->len && block_is_junk(draft_block(r->draft, s->block)->kind);
    return (Sentence){s->first_token, s->first_token + s->n_tokens, junk};
}
