/* rule_title.c - honorifics, ranks and offices, and the people they announce. */
#include "reading.h"
#include <string.h>

enum { MOST_MODIFIERS = 6, MOST_TITLES = 6 };

uint32_t add_official(Reading *r, uint32_t first, uint32_t end, Certainty cert, const char *rule)
{
    Span span = {.first = first, .end = end, .kind = MARK_OFFICIAL, .cert = cert, .class = "nam", .rule = rule};
    return reading_add(r, &span, true);
}

void add_role(Reading *r, uint32_t first, uint32_t end, const char *class, uint32_t person, const char *rule)
{
    Span span = {.first = first, .end = end, .kind = MARK_ROLE, .cert = CERT_HIGH, .class = class, .rule = rule};
    uint32_t row = reading_add(r, &span, false);
    if (row != ID_NONE)
        reading_span(r, row)->other = person;
}

/* "Science and Technology" before "Minister". */
static bool is_modifier(const Reading *r, uint32_t i, bool capital)
{
    return reading_kinds(r, i) & (WORD_OFFICE_MODIFIER | WORD_PORTFOLIO) && reading_capital(r, i) == capital &&
           !reading_over(r, i);
}

/* "of Health", "for Foreign Affairs", "of the [Institute]" behind an office. */
static void take_field(const Reading *r, uint32_t end, Title *t)
{
    t->after = t->end;
    if (!reading_is_one(r, t->end, (const char *const[]){"of", "for", "to", "on", "at", "in", NULL}))
        return;
    uint32_t k = t->end + 1;
    k += reading_is(r, k, "the");
    const Span *s = k < end ? reading_over(r, k) : NULL;
    if (s && s->first == k && s->kind != MARK_PLACE) {
        t->after = s->end;
        for (; reading_is(r, t->after, "of") ||
               reading_is(r, t->after, "in");) { /* of the [Unit] of the [Body] in [Peru] */
            k = t->after + 1;
            k += reading_is(r, k, "the");
            s = k < end ? reading_over(r, k) : NULL;
            if (!s || s->first != k)
                break;
            t->after = s->end;
        }
        return;
    }
    if (!t->capital || reading_is(r, t->end, "at") || reading_is(r, t->end, "in"))
        return;
    uint32_t field = complement_end(r, t->end + 1, end, true);
    if (field > t->end + 1)
        t->end = t->after = field;
}

static bool office_at(const Reading *r, uint32_t i, uint32_t end, Title *t)
{
    bool capital = reading_capital(r, i);
    uint32_t k = i;
    LexiconMatch m;
    while (k < end && k < i + MOST_MODIFIERS && !reading_match(r, k, end, WORD_OFFICE, &m)) {
        bool conjunction = k > i && (reading_is(r, k, "and") || reading_is(r, k, "&") || reading_is(r, k, ",")) &&
                           is_modifier(r, k + 1, capital) && reading_kinds(r, k + 1) & WORD_PORTFOLIO;
        bool hyphen = k > i && reading_is(r, k, "-") && reading_flags(r, k) & TOKEN_JOINED;
        if (!is_modifier(r, k, capital) && !conjunction && !hyphen)
            return false;
        k++;
    }
    if (!reading_match(r, k, end, WORD_OFFICE, &m) || reading_capital(r, k) != capital)
        return false;
    const Span *over = reading_over(r, k);
    if (over)
        return false;
    uint32_t stop = k + m.n;
    for (uint32_t j = k + 1; j < stop && j < end; j++) { /* Deputy | Chief Executive */
        if (reading_match(r, j, end, WORD_OFFICE, &m) && j + m.n > stop)
            stop = j + m.n;
    }
    k = stop;
    while (reading_match(r, k, end, WORD_OFFICE, &m) && reading_capital(r, k) == capital && !reading_over(r, k))
        k += m.n;
    *t = (Title){.end = k, .class = "office", .capital = capital};
    take_field(r, end, t);
    return true;
}

bool title_at(const Reading *r, uint32_t i, uint32_t end, Title *t)
{
    LexiconMatch m;
    WordKinds k = reading_kinds(r, i);
    if (reading_over(r, i))
        return false;
    if (reading_capital(r, i) && reading_match(r, i, end, WORD_HONORIFIC | WORD_RANK, &m)) {
        LexiconMatch office;
        bool longer = reading_match(r, i, end, WORD_OFFICE, &office) && office.n > m.n;
        if (!longer && !reading_is(r, i + m.n, "of")) {
            *t = (Title){
                .end = i + m.n, .after = i + m.n, .class = m.kinds & WORD_RANK ? "rank" : "honorific", .capital = true};
            return true;
        }
    }
    if (k & (WORD_OFFICE | WORD_OFFICE_MODIFIER | WORD_PORTFOLIO) || reading_match(r, i, end, WORD_OFFICE, &m))
        return office_at(r, i, end, t);
    return false;
}

/* Nothing but everyday words: "Director Wanted", "Private Sector". */
static bool is_nameless(const Reading *r, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        if (reading_capital(r, i) && !reading_everyday(r, i))
            return false;
        if (reading_kinds(r, i) & (WORD_GIVEN_NAME | WORD_FAMILY_FIRST | WORD_FAMILY_NAME))
            return false;
    }
    return true;
}

static Certainty certainty_of(const Reading *r, const Title *t, uint32_t n, bool nameless)
{
    bool sure = t->class[0] != 'o' || t->capital;
    return nameless ? CERT_LOW : sure && n > 1 ? CERT_HIGH : CERT_MEDIUM;
}

/* Titles from i on and the name behind them; the token to go on with, or 0. */
static uint32_t take_titles(Reading *r, uint32_t i, Sentence s)
{
    Title title[MOST_TITLES];
    uint32_t from[MOST_TITLES], n = 0, k = i;
    while (n < MOST_TITLES && k < s.end && title_at(r, k, s.end, &title[n])) {
        from[n] = k;
        k = title[n++].after;
        Title next;
        bool comma = reading_is(r, k, ",") && reading_capital(r, k + 1) && title_at(r, k + 1, s.end, &next) &&
                     next.class[0] != 'o' && person_name_end(r, next.after, s.end) > next.after;
        k += comma;
    }
    if (n == 0)
        return 0;
    uint32_t end = person_name_end(r, k, s.end);
    if (end == k)
        return 0;
    const Title *last = &title[n - 1];
    bool nameless = is_nameless(r, k, end);
    bool honorific = last->class[0] == 'h';
    if (nameless && (!honorific || end - k > 2 || reading_flags(r, k) & TOKEN_HEADLINE))
        return 0;
    if (!last->capital && (reading_flags(r, k) & TOKEN_HEADLINE || last->after != last->end))
        return 0;
    if (!last->capital && memchr(r->draft->text + r->token[k - 1].to, '\n', r->token[k].from - r->token[k - 1].to))
        return 0; /* on another line */
    bool single = end - k == 1;
    if (single && last->capital && last->end - from[n - 1] == 1 &&
        reading_kinds(r, k - 1) & (WORD_GIVEN_NAME | WORD_GIVEN_NAME_WEAK) && last->class[0] == 'o' &&
        reading_unknown(r, k))
        return 0; /* Dean Kamen */
    if (single && !last->capital && !reading_unknown(r, k))
        return 0;
    uint32_t person = add_official(r, k, end, certainty_of(r, last, end - k, nameless),
                                   last->class[0] == 'o'   ? "official-office"
                                   : last->class[0] == 'r' ? "official-rank"
                                                           : "official-honorific");
    if (person == ID_NONE)
        return 0;
    for (uint32_t t = 0; t < n; t++)
        add_role(r, from[t], title[t].end, title[t].class, person, "role-before");
    return end;
}

void rule_titles(Reading *r, Sentence s)
{
    const WordKinds start = WORD_HONORIFIC | WORD_RANK | WORD_OFFICE | WORD_OFFICE_MODIFIER | WORD_PORTFOLIO;
    for (uint32_t i = s.first; i < s.end; i++) {
        if (!(reading_flags(r, i) & TOKEN_WORD) || reading_over(r, i))
            continue;
        LexiconMatch m;
        if (!(reading_kinds(r, i) & start) && !reading_match(r, i, s.end, WORD_HONORIFIC | WORD_RANK | WORD_OFFICE, &m))
            continue;
        uint32_t end = take_titles(r, i, s);
        if (end)
            i = end - 1;
    }
}
