/* rule_again.c - places and bodies that the text has told once, found wherever else their names stand. */
#include "reading.h"
#include <string.h>

typedef struct Known {
    uint32_t word, row, n; /* first word, span, how many of its tokens name it */
} Known;

static int by_word(const void *a, const void *b)
{
    const Known *x = a, *y = b;
    if (x->word != y->word)
        return x->word < y->word ? -1 : 1;
    if (x->n != y->n)
        return x->n > y->n ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

static void know(const Reading *r, GArray *known, uint32_t row, uint32_t n)
{
    Known k = {r->token[reading_span(r, row)->first].word, row, n};
    g_array_append_val(known, k);
}

/* Names that no table has, told by the words around them; of "Datecs Ltd" also "Datecs". */
static GArray *known_names(const Reading *r)
{
    GArray *known = g_array_new(FALSE, FALSE, sizeof(Known));
    for (guint i = 0; i < r->span->len; i++) {
        const Span *s = reading_span(r, i);
        bool kind = s->kind == MARK_PLACE || s->kind == MARK_AGENCY;
        if (s->dropped || s->inner || !kind || s->class[0] != 'n' || !reading_unknown(r, s->first))
            continue;
        know(r, known, i, s->end - s->first);
        bool company = s->kind == MARK_AGENCY && s->end - s->first > 1 && strcmp(s->value, "company") == 0;
        if (company && strcmp(s->rule, "agency-company") == 0 && !(reading_kinds(r, s->first) & WORD_GIVEN_NAME))
            know(r, known, i, 1);
    }
    if (known->len)
        qsort(known->data, known->len, sizeof(Known), by_word);
    return known;
}

static const Known *first_of(const GArray *known, uint32_t word)
{
    size_t low = 0, high = known->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (g_array_index(known, Known, middle).word < word)
            low = middle + 1;
        else
            high = middle;
    }
    return low < known->len && g_array_index(known, Known, low).word == word ? &g_array_index(known, Known, low) : NULL;
}

/* Does the name stand at i, bare, and no longer name around it? */
static bool stands_here(const Reading *r, uint32_t i, const Known *k)
{
    const Span *s = reading_span(r, k->row);
    for (uint32_t n = 0; n < k->n; n++) {
        if (i + n >= r->n || r->token[i + n].word != r->token[s->first + n].word || reading_over(r, i + n))
            return false;
    }
    uint32_t end = i + k->n;
    bool before = i > 0 && reading_capital(r, i - 1) && !reading_over(r, i - 1) && !reading_idle_capital(r, i - 1) &&
                  !(reading_flags(r, i) & (TOKEN_SENTENCE | TOKEN_JOINED));
    bool after = reading_capital(r, end) && !reading_over(r, end) && !reading_idle_capital(r, end) &&
                 !(reading_flags(r, end) & (TOKEN_SENTENCE | TOKEN_JOINED));
    return !before && !after;
}

void rule_names_again(Reading *r)
{
    g_autoptr(GArray) known = known_names(r);
    for (uint32_t i = 0; known->len && i < r->n; i++) {
        if (!reading_capital(r, i) || reading_over(r, i))
            continue;
        const Known *end = (const Known *)(const void *)known->data + known->len;
        for (const Known *k = first_of(known, r->token[i].word); k && k < end && k->word == r->token[i].word; k++) {
            const Span *s = reading_span(r, k->row);
            if (!stands_here(r, i, k))
                continue;
            bool whole = k->n == s->end - s->first;
            Span again = {.first = i,
                          .end = i + k->n,
                          .kind = s->kind,
                          .cert = whole ? s->cert : MIN(s->cert, CERT_MEDIUM),
                          .class = "nam",
                          .rule = s->kind == MARK_PLACE ? "place-again" : "agency-again",
                          .value = s->value,
                          .extra = s->extra};
            uint32_t row = k->row, added = reading_add(r, &again, false);
            if (added != ID_NONE && !whole)
                reading_span(r, added)->other = row;
            break;
        }
    }
}
