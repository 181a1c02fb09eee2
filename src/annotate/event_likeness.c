/* event_likeness.c - what the words of two mentions say of their being one event: names, numbers, types, nouns. */
#include "events.h"
#include <string.h>

static unsigned number_of(const Reading *r, uint32_t i, bool year)
{
    const DraftToken *t = &r->token[i];
    if (!(t->flags & TOKEN_NUMBER))
        return 0;
    unsigned v = (unsigned)g_ascii_strtoull(r->draft->text + t->from, NULL, 10);
    bool plain = !(t->flags & TOKEN_WORD);
    bool is_year = plain && t->to - t->from == 4 && v >= 1900 && v <= 2099;
    return year == is_year && (year || v < 200) ? v : 0;
}

void event_numbers(const Reading *r, const Span *s, unsigned *edition, unsigned *year)
{
    static const char *const word[] = {"first",   "second", "third", "fourth", "fifth", "sixth",
                                       "seventh", "eighth", "ninth", "tenth",  NULL};
    for (uint32_t i = s->first; i < s->end; i++) {
        *year = *year ? *year : number_of(r, i, true);
        bool counts = reading_flags(r, i) & TOKEN_WORD || i + 1 == s->end || i == s->first;
        if (!*edition && counts && !reading_is(r, i + 1, "-"))
            *edition = number_of(r, i, false);
        for (unsigned k = 0; word[k] && !*edition && reading_kinds(r, i) & WORD_ORDINAL; k++) {
            const DraftToken *t = &r->token[i];
            if (t->to - t->from == strlen(word[k]) &&
                g_ascii_strncasecmp(r->draft->text + t->from, word[k], strlen(word[k])) == 0)
                *edition = k + 1;
        }
    }
}

unsigned event_words(const Reading *r, const Span *s, uint32_t *word)
{
    unsigned n = 0;
    for (uint32_t i = s->first; i < s->end && n < EVENT_WORDS; i++) {
        WordKinds k = reading_kinds(r, i);
        bool tells = reading_flags(r, i) & TOKEN_WORD && !(reading_flags(r, i) & (TOKEN_NUMBER | TOKEN_POSSESSIVE)) &&
                     !(k & (WORD_ORDINAL | WORD_PREPOSITION)) && (reading_capital(r, i) || !(k & WORD_FUNCTION));
        if (tells)
            word[n++] = i;
    }
    return n;
}

bool event_same_word(const Reading *r, uint32_t a, uint32_t b)
{
    const DraftToken *x = &r->token[a], *y = &r->token[b];
    if (x->word == y->word)
        return true;
    size_t n = x->to - x->from, m = y->to - y->from;
    return n == m && g_ascii_strncasecmp(r->draft->text + x->from, r->draft->text + y->from, n) == 0;
}

bool event_names_agree(const Reading *r, const Span *a, const Span *b)
{
    uint32_t x[EVENT_WORDS], y[EVENT_WORDS];
    unsigned n = event_words(r, a, x), m = event_words(r, b, y), found = 0;
    if (n == 0 || m == 0)
        return false;
    for (unsigned i = 0; i < n; i++) {
        for (unsigned k = 0; k < m; k++) {
            if (event_same_word(r, x[i], y[k])) {
                found++;
                break;
            }
        }
    }
    return found >= MIN(n, m) && MIN(n, m) >= 2;
}

bool event_types_agree(const char *a, const char *b)
{
    static const char *const meeting[] = {
        "meeting", "bilateral-meeting", "ministerial-meeting", "summit", "forum", "conference", NULL};
    if (!a || !b || !*a || !*b || strcmp(a, b) == 0)
        return true;
    bool x = false, y = false;
    for (unsigned i = 0; meeting[i]; i++) {
        x |= strcmp(a, meeting[i]) == 0;
        y |= strcmp(b, meeting[i]) == 0;
    }
    bool loose = strcmp(a, "meeting") == 0 || strcmp(b, "meeting") == 0;
    bool ministers = strcmp(a, "ministerial-meeting") == 0 || strcmp(b, "ministerial-meeting") == 0;
    return x && y && (loose || ministers);
}

uint32_t event_head(const Reading *r, const Span *s)
{
    uint32_t head = s->first;
    for (uint32_t i = s->first; i < s->end; i++) {
        if (reading_is(r, i, "on"))
            break;
        if (reading_kinds(r, i) & (WORD_EVENT | WORD_EVENT_ANY))
            head = i;
    }
    return head;
}

bool event_is_part(const Reading *r, uint32_t head)
{
    static const char *const part[] = {"session", "panel",    "opening",    "closing",   "ceremony",
                                       "plenary", "briefing", "debriefing", "reception", NULL};
    return reading_is_one(r, head, part);
}
