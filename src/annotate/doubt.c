/* doubt.c - marks that are less sure once all rules have run: names that go on at either side, capitals among capitals.
 */
#include "reading.h"
#include <string.h>

/* Does a name that is marked up to here go on with this word? "Team | Australia", "French | Open", "Prince | George
 * County Police": a capital that no rule took, where capitals say something, and that is no title or word of grammar.
 */
static bool goes_on(const Reading *r, uint32_t i)
{
    const WordKinds other = WORD_HONORIFIC | WORD_RANK | WORD_OFFICE | WORD_OFFICE_MODIFIER | WORD_FUNCTION |
                            WORD_MONTH | WORD_WEEKDAY | WORD_PREPOSITION | WORD_GOVERNMENT | WORD_PERSON_NOUN |
                            WORD_SAY;
    const Span *over = reading_over(r, i); /* American | [Revolution Hall] */
    bool loose = !over || (over->first == i && strcmp(over->rule, "place-suffix") == 0);
    return reading_capital(r, i) && loose && !(reading_kinds(r, i) & other) && !(reading_flags(r, i) & TOKEN_HEADLINE);
}

static bool on_one_line(const Reading *r, uint32_t i)
{
    uint32_t from = r->token[i].to, to = r->token[i + 1].from;
    return !memchr(r->draft->text + from, '\n', to - from);
}

static bool is_longer(const Reading *r, const Span *s)
{
    bool before = s->first > 0 && !(reading_flags(r, s->first) & TOKEN_SENTENCE) && goes_on(r, s->first - 1) &&
                  (!(reading_flags(r, s->first - 1) & TOKEN_SENTENCE) || reading_unknown(r, s->first - 1)) &&
                  on_one_line(r, s->first - 1);
    bool after = s->end < r->n && !(reading_flags(r, s->end) & TOKEN_SENTENCE) && goes_on(r, s->end) &&
                 on_one_line(r, s->end - 1);
    return before || after;
}

/* "TELLS US TO WAIT": in capitals the word and the country read the same. */
static bool is_lost_in_capitals(const Reading *r, const Span *s)
{
    return s->end == s->first + 1 && s->first > 0 && r->token[s->first].to - r->token[s->first].from == 2 &&
           reading_flags(r, s->first - 1) & TOKEN_CAPS_ONLY && reading_flags(r, s->end) & TOKEN_CAPS_ONLY;
}

/* "Secretary-General of ASEAN": the bloc says whose the office is. */
static bool is_in_title(const Reading *r, const Span *s)
{
    uint32_t k = s->first;
    k -= k > 0 && reading_is(r, k - 1, "the");
    return s->kind == MARK_BLOC && k > 1 && reading_is(r, k - 1, "of") &&
           reading_kinds(r, k - 2) & (WORD_OFFICE | WORD_RANK);
}

void reading_doubt(Reading *r)
{
    for (guint i = 0; i < r->span->len; i++) {
        Span *s = reading_span(r, i);
        bool name = s->kind == MARK_PLACE || s->kind == MARK_COUNTRY || s->kind == MARK_AGENCY ||
                    s->kind == MARK_OFFICIAL || s->kind == MARK_BLOC;
        if (s->dropped || s->inner || !name || s->cert < CERT_HIGH)
            continue;
        if (s->kind == MARK_COUNTRY && is_lost_in_capitals(r, s))
            s->cert = CERT_LOW;
        else if (is_longer(r, s) || is_in_title(r, s))
            s->cert = is_longer(r, s) && (s->kind == MARK_COUNTRY || s->kind == MARK_PLACE) ? CERT_LOW : CERT_MEDIUM;
    }
}
