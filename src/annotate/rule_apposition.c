/* rule_apposition.c - unknown names told by the words beside them: "the band X", "X, a company", "an adviser at X". */
#include "reading.h"

enum { LONGEST_UNKNOWN = 3, FAR = 7 };

static uint32_t add(Reading *r, uint32_t first, uint32_t end, MarkKind kind, const char *rule, Certainty cert,
                    const char *value)
{
    Span span = {.first = first, .end = end, .kind = kind, .cert = cert, .class = "nam", .rule = rule, .value = value};
    return reading_add(r, &span, false);
}

/* The end of a run of unknown capitalised words, or i; those of a person's name are none. */
static uint32_t unknown_end(const Reading *r, uint32_t i, uint32_t end)
{
    const WordKinds people = WORD_GIVEN_NAME | WORD_FAMILY_FIRST;
    uint32_t k = i;
    while (k < end && k < i + LONGEST_UNKNOWN + 2 && reading_unknown(r, k) && !reading_over(r, k) &&
           !(reading_flags(r, k) & (TOKEN_INITIAL | TOKEN_HEADLINE)))
        k++;
    bool capital = k < end && reading_capital(r, k) && !(reading_flags(r, k) & TOKEN_JOINED);
    if (k - i > LONGEST_UNKNOWN || capital || (k > i + 1 && reading_kinds(r, i) & people))
        return i; /* a longer name */
    return k;
}

/* Does the noun at i end its phrase, so that it says what the name beside it is: "company", not "company director"? */
static bool ends_phrase(const Reading *r, uint32_t i, uint32_t end)
{
    uint32_t k = i + 1;
    if (k >= end || !(reading_flags(r, k) & TOKEN_WORD))
        return k >= end || !(reading_flags(r, k) & TOKEN_JOINED && reading_is(r, k, "-"));
    return reading_kinds(r, k) & (WORD_FUNCTION | WORD_PREPOSITION | WORD_ACT | WORD_SAY) || reading_capital(r, k) ||
           g_str_has_suffix(reading_text(r, k, k + 1), "ed");
}

typedef struct Noun {
    MarkKind kind;
    const char *value; /* kind of the organisation; "" */
} Noun;

/* A small noun for bodies or for places. */
static bool noun_at(const Reading *r, uint32_t i, Noun *noun)
{
    if (reading_capital(r, i) || reading_over(r, i))
        return false;
    const LexiconEntry *e = lexicon_word_entry(r->lexicon, r->token[i].word, WORD_AGENCY_NOUN | WORD_PLACE_NOUN);
    if (!e)
        return false;
    *noun = (Noun){e->kind == WORD_PLACE_NOUN ? MARK_PLACE : MARK_AGENCY, e->value};
    return true;
}

/* "the band X", "news agency X", "the village X". */
static uint32_t take_after_noun(Reading *r, uint32_t i, Sentence s)
{
    Noun noun;
    if (i == s.first || !noun_at(r, i, &noun))
        return 0;
    uint32_t first = i + 1, end = unknown_end(r, first, s.end);
    if (end == first || reading_flags(r, first) & TOKEN_JOINED || reading_flags(r, end) & TOKEN_POSSESSIVE)
        return 0;
    bool place = noun.kind == MARK_PLACE;
    bool acts = reading_kinds(r, end) & WORD_SAY && !reading_capital(r, end);
    if (place && acts)
        return 0;
    add(r, first, end, noun.kind, place ? "place-noun" : "agency-noun", CERT_MEDIUM, noun.value);
    return end;
}

/* The noun that an article behind a name leads to: ", a Peruvian company, …", "is the largest village in". */
static bool noun_of_article(const Reading *r, uint32_t i, uint32_t end, Noun *noun)
{
    if (!reading_is_one(r, i, (const char *const[]){"a", "an", "the", "one", NULL}))
        return false;
    for (uint32_t k = i + 1; k < end && k < i + FAR; k++) {
        if (noun_at(r, k, noun) && ends_phrase(r, k, end))
            return true;
        bool on =
            reading_flags(r, k) & TOKEN_WORD || reading_is_one(r, k, (const char *const[]){"-", "’s", "'s", NULL});
        if (!on || (reading_kinds(r, k) & (WORD_PREPOSITION | WORD_FUNCTION) && !reading_capital(r, k) &&
                    !reading_is(r, k, "and")))
            return false;
    }
    return false;
}

/* "X is a company", "X, a village in …". */
static uint32_t take_before_noun(Reading *r, uint32_t i, Sentence s)
{
    uint32_t end = unknown_end(r, i, s.end);
    Noun noun;
    bool adverb = end == i + 1 && g_str_has_suffix(reading_text(r, i, end), "ly");
    if (end == i || adverb || (i > s.first && reading_kinds(r, i - 1) & (WORD_HONORIFIC | WORD_RANK | WORD_OFFICE)))
        return 0;
    bool comma = reading_is(r, end, ",");
    bool is = reading_is_one(r, end, (const char *const[]){"is", "was", "are", "were", NULL});
    if ((!comma && !is) || !noun_of_article(r, end + 1, s.end, &noun))
        return 0;
    bool place = noun.kind == MARK_PLACE;
    add(r, i, end, noun.kind, place ? "place-noun" : "agency-noun", CERT_MEDIUM, noun.value);
    return end;
}

/* "an adviser at X", "professor at X". */
static uint32_t take_employer(Reading *r, uint32_t i, Sentence s)
{
    const WordKinds people = WORD_PERSON_NOUN | WORD_OFFICE;
    if (i < s.first + 2 || !reading_is(r, i - 1, "at") || !(reading_kinds(r, i - 2) & people))
        return 0;
    uint32_t end = unknown_end(r, i, s.end);
    if (end == i)
        return 0;
    add(r, i, end, MARK_AGENCY, "agency-employer", CERT_LOW, "");
    return end;
}

/* --- lists -------------------------------------------------------------------------------------------------------- */

static bool joins(const Reading *r, uint32_t i)
{
    return reading_is_one(r, i, (const char *const[]){",", "and", "or", NULL});
}

/* The marked name at the far end of "X and [Y]", "X, and the [Y]"; NULL. */
static const Span *beside(const Reading *r, uint32_t end, Sentence s)
{
    uint32_t k = end;
    while (k < s.end && k < end + 2 && joins(r, k))
        k++;
    k += k > end && reading_is(r, k, "the");
    const Span *over = k > end && k < s.end ? reading_over(r, k) : NULL;
    return over && over->first == k && over->class[0] == 'n' ? over : NULL;
}

/* "[Y] and X" */
static const Span *beside_left(const Reading *r, uint32_t i, Sentence s)
{
    uint32_t k = i;
    while (k > s.first && k + 2 > i && joins(r, k - 1))
        k--;
    const Span *over = k < i && k > s.first ? reading_over(r, k - 1) : NULL;
    return over && over->end == k && over->class[0] == 'n' ? over : NULL;
}

/* Is the list this name stands in led by a preposition of place? */
static bool is_led(const Reading *r, uint32_t i, Sentence s)
{
    static const char *const where[] = {"in", "from",    "to",  "between", "at", "near",
                                        "of", "through", "via", "around",  NULL};
    while (i > s.first && i + 20 > s.first) {
        const Span *over = reading_over(r, i - 1);
        if (over && over->kind == MARK_PLACE)
            i = over->first;
        else if (joins(r, i - 1) || (reading_unknown(r, i - 1) && !over) || reading_is(r, i - 1, "the"))
            i--;
        else
            break;
    }
    return i > s.first && reading_is_one(r, i - 1, where);
}

/* "in Lyon and X": what stands with places is one, with bodies is one. */
static uint32_t take_listed(Reading *r, uint32_t i, Sentence s)
{
    uint32_t end = unknown_end(r, i, s.end);
    if (end == i)
        return 0;
    const Span *right = beside(r, end, s), *left = beside_left(r, i, s);
    const Span *other = right ? right : left;
    bool both = right && left && right->kind == left->kind;
    if (!other || other->cert == CERT_LOW || (right && left && !both))
        return 0;
    static const char *const with[] = {"from", "by", "with", "of", "between", "for", "at", NULL};
    bool conjunction = reading_is(r, end, "and") || (left && reading_is(r, i - 1, "and"));
    bool closes = !(reading_flags(r, end) & TOKEN_WORD) || joins(r, end);
    if (!closes && !conjunction)
        return 0; /* "in Lyon, X said" */
    bool known = *other->extra || g_str_has_prefix(other->rule, "place-");
    if (other->kind == MARK_PLACE && known && is_led(r, i, s))
        add(r, i, end, MARK_PLACE, "place-list", both ? CERT_MEDIUM : CERT_LOW, "");
    else if (other->kind == MARK_AGENCY && conjunction && end == i + 1 && !reading_is(r, end, ",") && i > s.first &&
             (left || reading_is_one(r, i - 1, with)))
        add(r, i, end, MARK_AGENCY, "agency-list", CERT_LOW, "");
    else
        return 0;
    return end;
}

/* "went to X", "sailed off X": single words, not those who are spoken to. */
static uint32_t take_goal(Reading *r, uint32_t i, Sentence s)
{
    static const char *const moves[] = {
        "went",     "go",    "goes", "going",    "gone",      "travel",    "travelled", "moved",      "move",  "moving",
        "traveled", "flew",  "fly",  "returned", "return",    "came",      "sailed",    "travelling", "drove", "leads",
        "led",      "visit", "trip", "tour",     "relocated", "emigrated", "fled",      "way",        NULL};
    uint32_t end = unknown_end(r, i, s.end);
    bool to = i > s.first + 1 && reading_is(r, i - 1, "to") && reading_is_one(r, i - 2, moves);
    if (end == i || !to || end > i + 2)
        return 0;
    add(r, i, end, MARK_PLACE, "place-goal", CERT_LOW, "");
    return end;
}

void rule_apposition(Reading *r, Sentence s)
{
    static uint32_t (*const take[])(Reading *, uint32_t, Sentence) = {take_employer, take_before_noun, take_listed,
                                                                      take_goal};
    for (uint32_t i = s.first; i < s.end; i++) {
        uint32_t end = reading_kinds(r, i) & (WORD_AGENCY_NOUN | WORD_PLACE_NOUN) ? take_after_noun(r, i, s) : 0;
        for (size_t k = 0; !end && reading_capital(r, i) && !reading_over(r, i) && k < G_N_ELEMENTS(take); k++)
            end = take[k](r, i, s);
        if (end)
            i = end - 1;
    }
}
