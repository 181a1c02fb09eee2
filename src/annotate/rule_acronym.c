/* rule_acronym.c - acronyms: where one is defined in brackets, what it stands for, and where it stands alone. */
#include "reading.h"
#include <string.h>

enum { LONGEST_ACRONYM = 16, LONGEST_FORM = 14 };

/* The capitals of tokens first … end-1, without numbers: "ITI-VNU" → "ITIVNU". */
static size_t capitals_of(const Reading *r, uint32_t first, uint32_t end, char *out, size_t room)
{
    size_t n = 0;
    for (uint32_t i = first; i < end; i++) {
        for (uint32_t b = r->token[i].from; b < r->token[i].to && n < room; b++) {
            if (g_ascii_isupper(r->draft->text[b]))
                out[n++] = r->draft->text[b];
        }
    }
    return n;
}

static bool is_word_of_form(const Reading *r, uint32_t i)
{
    return (reading_flags(r, i) & (TOKEN_WORD | TOKEN_NUMBER)) == TOKEN_WORD &&
           g_ascii_isalpha(r->draft->text[r->token[i].from]);
}

/* Do the letters stand for the words: each the initial of a capitalised word, or of every word? */
static bool are_initials(const Reading *r, uint32_t first, uint32_t end, const char *letters, size_t n, bool all_words)
{
    size_t at = 0;
    for (uint32_t i = first; i < end; i++) {
        if (!is_word_of_form(r, i) || (!all_words && !reading_capital(r, i)))
            continue;
        if (at >= n || g_ascii_toupper(r->draft->text[r->token[i].from]) != letters[at])
            return false;
        at++;
    }
    return at == n && n > 1;
}

/* Letters in order within the words, the first being the first: "VNCERT" in "Vietnam Computer Emergency …". */
static bool are_letters(const Reading *r, uint32_t first, uint32_t end, const char *letters, size_t n)
{
    size_t at = 0;
    if (n < 3 || g_ascii_toupper(r->draft->text[r->token[first].from]) != letters[0])
        return false;
    for (uint32_t b = r->token[first].from; b < r->token[end - 1].to && at < n; b++) {
        if (g_ascii_toupper(r->draft->text[b]) == letters[at])
            at++;
    }
    return at == n;
}

static bool may_begin_form(const Reading *r, uint32_t i)
{
    return reading_capital(r, i) && !(reading_kinds(r, i) & WORD_FUNCTION && !(reading_kinds(r, i) & WORD_DIRECTION));
}

static bool may_lie_in_form(const Reading *r, uint32_t i)
{
    return reading_capital(r, i) || reading_flags(r, i) & (TOKEN_NUMBER | TOKEN_POSSESSIVE) ||
           reading_is_one(r, i,
                          (const char *const[]){"of", "for", "and", "&", "the", "on", "in", "to", "-", "/", "–", ",",
                                                "de", "against", NULL});
}

/* Where the long form before token `bracket` begins, or bracket. */
static uint32_t form_start(const Reading *r, uint32_t bracket, Sentence s, const char *letters, size_t n)
{
    uint32_t low = bracket;
    while (low > s.first && bracket - low < LONGEST_FORM && may_lie_in_form(r, low - 1))
        low--;
    for (int way = 0; way < 3; way++) {
        for (uint32_t i = low; i < bracket; i++) {
            if (!may_begin_form(r, i))
                continue;
            bool fits =
                way == 2 ? are_letters(r, i, bracket, letters, n) : are_initials(r, i, bracket, letters, n, way == 1);
            if (fits)
                return i;
        }
    }
    return bracket;
}

/* The acronym after "(": its end, or its start where there is none. */
static uint32_t acronym_end(const Reading *r, uint32_t i, uint32_t end)
{
    uint32_t k = i;
    if (!(reading_flags(r, k) & (TOKEN_ALL_CAPS | TOKEN_MIXED)) || !reading_capital(r, k))
        return i;
    k++;
    while (k < end && k < i + 5) {
        bool hyphen =
            reading_flags(r, k) & TOKEN_JOINED && reading_is_one(r, k, (const char *const[]){"-", "/", "–", NULL});
        bool number = reading_flags(r, k) & TOKEN_NUMBER;
        bool caps = reading_flags(r, k) & TOKEN_ALL_CAPS && reading_flags(r, k) & TOKEN_JOINED;
        if (!hyphen && !number && !caps)
            break;
        k++;
    }
    return k < end && (reading_is(r, k, ")") || reading_is(r, k, "]")) ? k : i;
}

static MarkKind kind_of_form(const Reading *r, uint32_t first, uint32_t end, const char **value, bool numbered)
{
    const LexiconEntry *e;
    bool event = false;
    for (uint32_t i = first; i < end; i++)
        event |= reading_capital(r, i) && reading_kinds(r, i) & WORD_EVENT &&
                 !(reading_kinds(r, i) & (WORD_AGENCY_OF | WORD_AGENCY_END));
    WordKinds last = reading_kinds(r, end - 1);
    *value = "";
    if (numbered || (last & WORD_EVENT && !(last & WORD_AGENCY_END)) || (event && !(last & WORD_AGENCY_END)))
        return MARK_EVENT;
    if (last & WORD_INSTRUMENT && !(last & WORD_AGENCY_END))
        return MARK_INSTRUMENT;
    for (uint32_t i = end; i-- > first;) {
        e = lexicon_word_entry(r->lexicon, r->token[i].word, WORD_AGENCY_END | WORD_AGENCY_OF);
        if (e) {
            *value = e->value;
            break;
        }
    }
    return MARK_AGENCY;
}

static void define(Reading *r, uint32_t bracket, Sentence s)
{
    uint32_t first = bracket + 1, end = acronym_end(r, first, s.end);
    char letters[LONGEST_ACRONYM];
    if (end == first || bracket == s.first)
        return;
    size_t n = capitals_of(r, first, end, letters, sizeof letters);
    const Span *before = reading_over(r, bracket - 1);
    if (before && (before->kind == MARK_OFFICIAL ||
                   (before->kind == MARK_COUNTRY && before->end == bracket && reading_over(r, first))))
        return;
    uint32_t start = form_start(r, bracket, s, letters, n), row = ID_NONE;
    bool numbered = reading_flags(r, end - 1) & TOKEN_NUMBER, fits = start < bracket;
    const Span *known = reading_over(r, first);
    const char *country = known && known->kind == MARK_AGENCY ? known->extra : "";
    bool marked = before && before->end == bracket && (before->kind == MARK_AGENCY || before->kind == MARK_BLOC);
    Span span = {.kind = MARK_AGENCY, .cert = CERT_HIGH, .class = "nam", .rule = "agency-acronym"};
    if (marked && (!fits || before->first <= start || before->kind == MARK_BLOC)) {
        row = r->cover[bracket - 1] - 1; /* the rules found the long form, with or without matching letters */
        if (before->kind == MARK_AGENCY && !*before->extra && *country)
            reading_span(r, row)->extra = country;
        span = *before;
    } else if (fits) {
        span.kind = kind_of_form(r, start, bracket, &span.value, numbered);
        span.rule = span.kind == MARK_EVENT    ? "event-acronym"
                    : span.kind == MARK_AGENCY ? "agency-acronym"
                                               : "instrument-acronym";
        span.first = start;
        span.end = bracket;
        if (bracket - start < 2)
            return;
        for (uint32_t i = start; i < bracket; i++) {
            const Span *over = reading_over(r, i);
            if (over && over->first < start)
                span.first = over->first;
            if (over && span.kind == MARK_AGENCY && !*span.value)
                span.value = over->kind == MARK_AGENCY ? over->value : "";
            if (over && over->kind == MARK_COUNTRY)
                span.extra = over->value;
        }
        const char *value = span.value, *extra = span.extra;
        if (span.kind == MARK_AGENCY && !*value)
            span.cert = CERT_MEDIUM; /* Ground Controlled Approach (GCA) */
        while (span.kind == MARK_EVENT && span.first > s.first &&
               (reading_flags(r, span.first - 1) & TOKEN_NUMBER || reading_kinds(r, span.first - 1) & WORD_ORDINAL))
            span.first--; /* the 15th … */
        if (span.kind == MARK_EVENT)
            span.first = event_edition_start(r, span.first, s);
        row = reading_add(r, &span, true);
        span.value = value;
        span.extra = extra;
    } else {
        return;
    }
    span.first = first;
    span.end = end;
    span.class = "acr";
    span.rule = span.kind == MARK_EVENT ? "event-acronym" : span.kind == MARK_BLOC ? "bloc-acronym" : "agency-acronym";
    span.inner = span.dropped = false;
    uint32_t added = reading_add(r, &span, true);
    reading_span(r, added)->other = row;
}

/* "[Body] (Lao CERT)", "[Body] (Viettel)": a short name in brackets that is no acronym. */
static void define_short(Reading *r, uint32_t bracket, Sentence s)
{
    const Span *body = reading_over(r, bracket - 1);
    uint32_t first = bracket + 1, end = first;
    if (!body || body->kind != MARK_AGENCY || body->end != bracket)
        return;
    while (end < s.end && end < first + 4 && reading_capital(r, end) &&
           !(reading_kinds(r, end) & (WORD_MONTH | WORD_OFFICE)))
        end++;
    if (end == first || !reading_is(r, end, ")"))
        return;
    bool of_name = false, caps = reading_flags(r, end - 1) & TOKEN_ALL_CAPS;
    for (uint32_t i = body->first; i < body->end; i++)
        of_name |= r->token[i].word == r->token[first].word;
    const Span *over = reading_over(r, first);
    if (over &&
        (over->other != ID_NONE ||
         (over->kind != MARK_AGENCY && !((over->kind == MARK_COUNTRY || over->kind == MARK_PLACE) && end > over->end))))
        return;
    if (!of_name && !(caps && end > first + 1) && !(over && over->end == end && over->kind == MARK_AGENCY))
        return;
    uint32_t row = r->cover[bracket - 1] - 1;
    Span span = {.first = first,
                 .end = end,
                 .kind = MARK_AGENCY,
                 .cert = CERT_HIGH,
                 .class = caps ? "acr" : "nam",
                 .rule = "agency-short",
                 .value = body->value,
                 .extra = body->extra};
    uint32_t added = reading_add(r, &span, true);
    reading_span(r, added)->other = row;
}

/* "ABC – [A Body's Centre]", "ABC ([A Body's Centre])": what the acronym stands for comes behind. */
static void define_behind(Reading *r, uint32_t i)
{
    char letters[LONGEST_ACRONYM];
    const Span *over = reading_over(r, i), *body = reading_over(r, i + 2);
    bool mark = reading_is(r, i + 1, "(") ||
                ((reading_is(r, i + 1, "–") || reading_is(r, i + 1, "-")) && !(reading_flags(r, i + 1) & TOKEN_JOINED));
    if (!mark || !body || body->first != i + 2 || body->kind != MARK_AGENCY || body->end - body->first < 2 ||
        (over && (over->kind != MARK_AGENCY || over->end - over->first > 1 || over->other != ID_NONE)))
        return;
    size_t n = capitals_of(r, i, i + 1, letters, sizeof letters);
    if (!are_initials(r, body->first, body->end, letters, n, false) &&
        !are_letters(r, body->first, body->end, letters, n))
        return;
    uint32_t row = r->cover[i + 2] - 1;
    Span span = {.first = i,
                 .end = i + 1,
                 .kind = MARK_AGENCY,
                 .cert = CERT_HIGH,
                 .class = "acr",
                 .rule = "agency-acronym",
                 .value = body->value,
                 .extra = body->extra};
    uint32_t added = reading_add(r, &span, true);
    reading_span(r, added)->other = row;
}

void rule_acronyms(Reading *r, Sentence s)
{
    for (uint32_t i = s.first; i + 2 < s.end; i++) {
        if (reading_flags(r, i) & TOKEN_ALL_CAPS && !(reading_flags(r, i) & TOKEN_CAPS_ONLY))
            define_behind(r, i);
    }
    for (uint32_t i = s.first + 1; i + 2 < s.end; i++) {
        if (reading_is(r, i, "(") || reading_is(r, i, "["))
            define(r, i, s);
        if (reading_is(r, i, "("))
            define_short(r, i, s);
    }
}

static bool stands_here(const Reading *r, uint32_t i, const Span *s)
{
    for (uint32_t k = s->first; k < s->end; k++, i++) {
        const Span *over = reading_over(r, i);
        bool taken = k > s->first && over && !(over->kind == MARK_AGENCY && over->end - over->first == 1);
        if (i >= r->n || r->token[i].word != r->token[k].word || taken)
            return false;
    }
    return true;
}

static void find_again(Reading *r, uint32_t i, const GArray *defined)
{
    for (guint k = 0; k < defined->len; k++) {
        const Span *s = reading_span(r, g_array_index(defined, uint32_t, k));
        const Span *over = reading_over(r, i);
        if (r->token[i].word != r->token[s->first].word || (over && over->end - over->first > 1) || over == s ||
            !stands_here(r, i, s))
            continue;
        bool longer = s->end - s->first > 1; /* "Africa CDC", "Lao CERT" */
        if (over && (over->kind == s->kind || (over->kind == MARK_COUNTRY && !longer) || over->kind == MARK_OFFICIAL))
            continue;
        Span again = {.first = i,
                      .end = i + s->end - s->first,
                      .kind = s->kind,
                      .cert = s->cert,
                      .class = "acr",
                      .rule = s->rule,
                      .value = s->value,
                      .extra = s->extra};
        uint32_t other = s->other, row = reading_add(r, &again, true);
        reading_span(r, row)->other = other;
        return;
    }
}

/* Capitals that nobody defined: perhaps a body. */
static void guess(Reading *r, uint32_t i)
{
    const DraftToken *t = &r->token[i];
    uint32_t n = t->to - t->from;
    const uint32_t not = TOKEN_HEADLINE | TOKEN_CAPS_ONLY | TOKEN_NUMBER | TOKEN_HANDLE | TOKEN_UNSPACED;
    if (reading_over(r, i) || !(t->flags & TOKEN_ALL_CAPS) || t->flags & not || n < 3 || n > 8 || t->kinds)
        return;
    bool neighbour = (i > 0 && reading_flags(r, i - 1) & TOKEN_ALL_CAPS) || reading_flags(r, i + 1) & TOKEN_ALL_CAPS;
    bool numbered = reading_is(r, i + 1, "-") && reading_flags(r, i + 2) & TOKEN_NUMBER;
    bool torn =
        t->flags & TOKEN_JOINED && i > 0 && reading_is_one(r, i - 1, (const char *const[]){".", "#", "@", "-", NULL});
    bool hyphen = reading_is(r, i + 1, "-") && reading_flags(r, i + 1) & TOKEN_JOINED;
    static const char *const names[] = {"programme", "program", "project", "scheme", "initiative", NULL};
    if (reading_is_one(r, i + 1, names) || reading_flags(r, i + 1) & TOKEN_NUMBER)
        return; /* the BOMCA programme, TELMIN 2015 */
    bool digits = false;
    for (uint32_t b = t->from; b < t->to; b++)
        digits |= g_ascii_isdigit(r->draft->text[b]);
    if (neighbour || numbered || torn || hyphen || digits || vocabulary_in_small(&r->words, t))
        return;
    bool cert = n > 4 && memcmp(r->draft->text + t->to - 4, "CERT", 4) == 0;
    Span span = {.first = i,
                 .end = i + 1,
                 .kind = MARK_AGENCY,
                 .cert = cert ? CERT_HIGH : CERT_LOW,
                 .class = "acr",
                 .rule = cert ? "agency-cert" : "agency-capitals",
                 .value = cert ? "cert" : ""};
    reading_add(r, &span, false);
}

void rule_known_acronyms(Reading *r)
{
    g_autoptr(GArray) defined = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    for (uint32_t i = 0; i < r->span->len && defined->len < 200; i++) {
        const Span *s = reading_span(r, i);
        if (!s->dropped && !s->inner && s->other != ID_NONE && s->kind != MARK_ROLE)
            g_array_append_val(defined, i);
    }
    for (uint32_t i = 0; i < r->n; i++) {
        bool caps = reading_flags(r, i) & (TOKEN_ALL_CAPS | TOKEN_MIXED);
        if (caps || (reading_over(r, i) && reading_flags(r, i + 1) & TOKEN_ALL_CAPS))
            find_again(r, i, defined);
        if (caps)
            guess(r, i);
    }
}
