/* rule_event_name.c - events and instruments that have a name of their own; names inside them are not marked. */
#include "reading.h"
#include <string.h>

/* A word before the head that belongs to the name. */
static bool belongs(const Reading *r, uint32_t k)
{
    WordKinds kinds = reading_kinds(r, k);
    if (reading_flags(r, k) & TOKEN_NUMBER)
        return true;
    if (!reading_capital(r, k) || kinds & (WORD_MONTH | WORD_WEEKDAY | WORD_HONORIFIC | WORD_SAY))
        return false;
    if (kinds & (WORD_FUNCTION | WORD_ACT) && !(kinds & (WORD_ORDINAL | WORD_DIRECTION | WORD_PORTFOLIO)))
        return false;
    bool headline_verb = reading_flags(r, k) & TOKEN_HEADLINE && kinds & WORD_COMMON &&
                         !(kinds & (WORD_PORTFOLIO | WORD_EVENT | WORD_DIRECTION | WORD_INSTRUMENT));
    return !headline_verb;
}

/* "5th edition of [Name]", "61st series of meetings of …": the numbered noun before the name. */
uint32_t event_edition_start(const Reading *r, uint32_t first, Sentence s)
{
    uint32_t k = first;
    if (k < s.first + 3)
        return first;
    k -= reading_is(r, k - 1, "the");
    if (!reading_is(r, k - 1, "of") ||
        !reading_is_one(r, k - 2,
                        (const char *const[]){"edition", "session", "round", "meeting", "series", "Edition", "Session",
                                              "Meeting", "Round", NULL}))
        return first;
    k -= 2;
    bool ordinal = reading_flags(r, k - 1) & TOKEN_NUMBER || reading_kinds(r, k - 1) & WORD_ORDINAL;
    return ordinal && k > s.first ? k - 1 : first;
}

static uint32_t name_start(const Reading *r, uint32_t head, Sentence s)
{
    uint32_t i = head;
    while (i > s.first) {
        uint32_t k = i - 1;
        const Span *over = reading_over(r, k);
        bool bridge = reading_flags(r, i) & TOKEN_JOINED && reading_flags(r, k) & TOKEN_JOINED &&
                      reading_is_one(r, k, (const char *const[]){"-", "/", "–", NULL});
        if (over && over->kind != MARK_OFFICIAL && over->kind != MARK_ROLE) {
            i = over->first;
        } else if (over) {
            break;
        } else if (bridge && k > s.first) {
            i = k;
        } else if (reading_is(r, k, "–") && k > s.first && reading_over(r, k - 1) && reading_over(r, i)) {
            i = k;
        } else if (reading_flags(r, k) & TOKEN_POSSESSIVE && k > s.first && reading_capital(r, k - 1) &&
                   !reading_over(r, k - 1)) {
            i = k - 1;
        } else if ((reading_is(r, k, "and") || reading_is(r, k, "&")) && k > s.first && reading_capital(r, k - 1) &&
                   !reading_over(r, k - 1) && reading_kinds(r, k - 1) & (WORD_PORTFOLIO | WORD_EVENT) &&
                   reading_kinds(r, i) & (WORD_PORTFOLIO | WORD_EVENT)) {
            i = k;
        } else if (belongs(r, k) && !(reading_flags(r, i) & TOKEN_NUMBER)) {
            i = k;
        } else if (belongs(r, k) && reading_flags(r, i) & TOKEN_NUMBER && !(reading_flags(r, k) & TOKEN_NUMBER)) {
            break; /* a year or edition begins the name */
        } else {
            break;
        }
    }
    while (i < head && (reading_is_one(r, i, (const char *const[]){"-", "/", "–", "&", "and", NULL}) ||
                        reading_flags(r, i) & TOKEN_POSSESSIVE))
        i++;
    return i;
}

/* What speaks for a name: something beside everyday words. */
static bool is_named(const Reading *r, uint32_t first, uint32_t head)
{
    unsigned n = 0;
    for (uint32_t i = first; i < head; i++) {
        if (reading_over(r, i) || reading_unknown(r, i) || reading_flags(r, i) & (TOKEN_NUMBER | TOKEN_ALL_CAPS) ||
            reading_kinds(r, i) & WORD_ORDINAL)
            return true;
        n += reading_capital(r, i) && !(reading_flags(r, i) & TOKEN_SENTENCE);
    }
    return n >= 2;
}

/* "Conference on Cyber Conflict", "Law on Data": the topic belongs to the name. */
static uint32_t with_topic(const Reading *r, uint32_t end, Sentence s)
{
    if (!reading_is_one(r, end, (const char *const[]){"on", "of", "for", NULL}) ||
        !reading_capital(r, end + 1 + reading_is(r, end + 1, "the")))
        return end;
    uint32_t topic = complement_end(r, end + 1, s.end, false);
    return topic > end + 1 ? topic : end;
}

static uint32_t with_year(const Reading *r, uint32_t end, Sentence s)
{
    const DraftToken *t = end < s.end ? &r->token[end] : NULL;
    bool year = t && t->flags & TOKEN_NUMBER && t->to - t->from == 4 && !(t->flags & TOKEN_WORD) &&
                (r->draft->text[t->from] == '1' || r->draft->text[t->from] == '2');
    if (!year)
        return end;
    bool span = reading_is_one(r, end + 1, (const char *const[]){"-", "–", NULL}) &&
                reading_flags(r, end + 2) & TOKEN_NUMBER && end + 2 < s.end;
    return span ? end + 3 : end + 1;
}

static uint32_t take_head(Reading *r, uint32_t i, Sentence s, WordKinds heads)
{
    LexiconMatch m;
    if (!reading_capital(r, i) || !reading_match(r, i, s.end, heads, &m))
        return 0;
    const Span *over = reading_over(r, i);
    if (over && over->kind != MARK_PLACE &&
        !(over->kind == MARK_AGENCY && over->cert != CERT_HIGH && heads & WORD_EVENT && over->end == i + m.n))
        return 0;
    const LexiconEntry *e = lexicon_entry(r->lexicon, &m, heads, NULL);
    bool body = m.kinds & (WORD_AGENCY_OF | WORD_AGENCY_END);
    uint32_t head = i, end = i + m.n, first = name_start(r, i, s);
    bool topic = with_topic(r, end, s) > end;
    if (first == head && !(topic && !(reading_flags(r, i) & (TOKEN_SENTENCE | TOKEN_HEADLINE))))
        return 0;
    if (!is_named(r, first, head) && !(topic && !(reading_flags(r, i) & TOKEN_HEADLINE)))
        return 0;
    if (body && over)
        return 0;
    /* a further head: "Summit Meeting", "Master Plan", "Conference Week" */
    LexiconMatch more;
    while (end < s.end && !reading_over(r, end) && reading_capital(r, end) &&
           reading_match(r, end, s.end, heads, &more))
        end += more.n;
    end = with_year(r, with_topic(r, end, s), s);
    bool event = heads & WORD_EVENT;
    if (event)
        first = event_edition_start(r, first, s);
    bool other = strcmp(e->value, event ? "other" : "index") == 0;
    Span span = {.first = first,
                 .end = end,
                 .kind = event ? MARK_EVENT : MARK_INSTRUMENT,
                 .cert = reading_flags(r, i) & TOKEN_HEADLINE ? CERT_MEDIUM : CERT_HIGH,
                 .class = "nam",
                 .rule = other   ? "event-other"
                         : event ? "event-name"
                                 : "instrument-name",
                 .value = event ? e->value : ""};
    reading_add(r, &span, true);
    return end;
}

static bool ends_like_speech(const Reading *r, uint32_t i)
{
    return reading_is_one(r, i, (const char *const[]){".", "!", "…", ";", NULL}) && !(reading_flags(r, i) & TOKEN_WORD);
}

static bool is_quote(const Reading *r, uint32_t i, bool opening)
{
    return reading_is_one(r, i,
                          opening ? (const char *const[]){"“", "‘", "\"", "'", NULL}
                                  : (const char *const[]){"”", "’", "\"", "'", NULL});
}

/* Titles between quotes, all capitals: an event where a noun says so; else a work, in which nothing is marked. */
static uint32_t take_quoted(Reading *r, uint32_t i, Sentence s)
{
    if (!is_quote(r, i, true) || !(reading_flags(r, i + 1) & TOKEN_JOINED) || !reading_capital(r, i + 1))
        return 0;
    uint32_t k = i + 1, capitals = 0;
    const LexiconEntry *event = NULL;
    for (; k < s.end && k < i + 16 && !(is_quote(r, k, false) && reading_flags(r, k) & TOKEN_JOINED); k++) {
        bool word = reading_flags(r, k) & TOKEN_WORD && !(reading_kinds(r, k) & (WORD_FUNCTION | WORD_PREPOSITION));
        if (word && !reading_capital(r, k) && r->token[k].to - r->token[k].from > 3)
            return 0;
        if (ends_like_speech(r, k))
            return 0;
        capitals += reading_capital(r, k);
        if (reading_capital(r, k) && !event)
            event = lexicon_word_entry(r->lexicon, r->token[k].word, WORD_EVENT);
    }
    if (k >= s.end || k >= i + 16 || capitals < 2)
        return 0;
    bool named = event && strcmp(event->value, "other") != 0;
    Span span = {.first = i + 1,
                 .end = k,
                 .kind = named ? MARK_EVENT : MARK_INSTRUMENT,
                 .cert = CERT_MEDIUM,
                 .class = "nam",
                 .rule = named ? "event-quoted" : "title-other",
                 .value = named ? event->value : ""};
    reading_add(r, &span, true);
    return k + 1;
}

/* Does the word of a kind of event announce a name: "for [Baltic Lantern 2024]"? */
static bool is_announced(const Reading *r, uint32_t first, Sentence s)
{
    static const char *const before[] = {"for", "at", "during", "of", "in", "joined", "attended", "the", "hosts", NULL};
    return first > s.first && reading_is_one(r, first - 1, before);
}

/* "ITU Digital World 2020", "for Baltic Lantern 2024": capitals and a year, without a noun that tells. */
static uint32_t take_year(Reading *r, uint32_t i, Sentence s)
{
    uint32_t end = with_year(r, i, s), first = i;
    bool capitals = true;
    if (end != i + 1)
        return 0;
    while (first > s.first && i - first < 6) {
        uint32_t k = first - 1;
        const Span *over = reading_over(r, k);
        WordKinds not = WORD_MONTH | WORD_WEEKDAY | WORD_FUNCTION | WORD_PREPOSITION | WORD_HONORIFIC | WORD_OFFICE |
                        WORD_SAY | WORD_INSTRUMENT;
        if (over && over->kind != MARK_AGENCY && over->kind != MARK_BLOC && over->kind != MARK_PLACE)
            break;
        if (!reading_capital(r, k) || reading_kinds(r, k) & not ||
            reading_flags(r, k) & (TOKEN_SENTENCE | TOKEN_HEADLINE))
            break;
        capitals &= !over && !(reading_flags(r, k) & TOKEN_ALL_CAPS);
        first = over ? over->first : k;
    }
    bool known = first < i && reading_over(r, first) && reading_over(r, first)->end < i;
    known |= capitals && i - first <= 3 && is_announced(r, first, s);
    if (i - first < 2 || !known || reading_over(r, i))
        return 0;
    Span span = {
        .first = first, .end = end, .kind = MARK_EVENT, .cert = CERT_MEDIUM, .class = "nam", .rule = "event-year"};
    reading_add(r, &span, true);
    return end;
}

/* "Operation Tembo Shield", "Exercise Grey Heron 23": the kind, then the name. */
static uint32_t take_code_name(Reading *r, uint32_t i, Sentence s)
{
    static const char *const kinds[] = {"Operation", "Exercise", "OPERATION", "EXERCISE", NULL};
    uint32_t end = i + 1;
    if (!reading_is_one(r, i, kinds) || reading_over(r, i))
        return 0;
    while (end < s.end && end < i + 5 && reading_capital(r, end) && reading_flags(r, end) & TOKEN_WORD &&
           !(reading_kinds(r, end) & (WORD_FUNCTION | WORD_PREPOSITION | WORD_MONTH | WORD_WEEKDAY | WORD_ACT)))
        end++;
    if (end == i + 1)
        return 0;
    if (reading_flags(r, end) & TOKEN_NUMBER && end < s.end && r->token[end].to - r->token[end].from < 5)
        end++;
    bool operation = reading_is_one(r, i, (const char *const[]){"Operation", "OPERATION", NULL});
    Span span = {.first = i,
                 .end = end,
                 .kind = MARK_EVENT,
                 .cert = CERT_HIGH,
                 .class = "nam",
                 .rule = "event-code-name",
                 .value = operation ? "operation" : "drill"};
    reading_add(r, &span, true);
    return end;
}

void rule_event_names(Reading *r, Sentence s)
{
    for (uint32_t i = s.first; i < s.end; i++) {
        uint32_t end = !(reading_flags(r, i) & TOKEN_WORD) ? take_quoted(r, i, s) : 0;
        if (end)
            i = end - 1;
    }
    for (uint32_t i = s.first; i < s.end; i++) {
        uint32_t end = take_code_name(r, i, s);
        if (end)
            i = end - 1;
    }
    for (uint32_t i = s.first; i < s.end; i++) {
        if (!(reading_kinds(r, i) & (WORD_EVENT | WORD_INSTRUMENT)) || reading_kinds(r, i) & WORD_MONTH)
            continue; /* March is no march */
        uint32_t end = take_head(r, i, s, WORD_INSTRUMENT);
        end = end ? end : take_head(r, i, s, WORD_EVENT);
        if (end)
            i = end - 1;
    }
    for (uint32_t i = s.first + 1; i < s.end; i++) {
        if (reading_flags(r, i) & TOKEN_NUMBER)
            take_year(r, i, s);
    }
}
