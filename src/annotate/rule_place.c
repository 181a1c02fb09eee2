/* rule_place.c - other places, so that they are taken neither for people nor for bodies. */
#include "reading.h"

static void add_place(Reading *r, uint32_t first, uint32_t end, const char *rule, Certainty cert)
{
    const char *country = "";
    for (uint32_t i = first; i < end; i++) {
        if (reading_over(r, i) && reading_over(r, i)->kind == MARK_PLACE)
            country = reading_over(r, i)->extra;
    }
    Span span = {
        .first = first, .end = end, .kind = MARK_PLACE, .cert = cert, .class = "nam", .rule = rule, .extra = country};
    reading_add(r, &span, true);
}

static bool may_name_place(const Reading *r, uint32_t i)
{
    const Span *over = reading_over(r, i);
    if (over)
        return over->kind == MARK_PLACE;
    return reading_capital(r, i) &&
           (reading_unknown(r, i) || reading_kinds(r, i) & (WORD_DIRECTION | WORD_PLACE_PREFIX | WORD_GIVEN_NAME |
                                                            WORD_FAMILY_FIRST | WORD_FAMILY_NAME)) &&
           !(reading_kinds(r, i) & (WORD_FUNCTION | WORD_HONORIFIC | WORD_OFFICE)) && !reading_idle_capital(r, i);
}

/* "Grand | Mosque", "Constitution | Hall". */
static bool names_building(const Reading *r, uint32_t i)
{
    const WordKinds not = WORD_FUNCTION | WORD_OFFICE | WORD_MONTH | WORD_WEEKDAY | WORD_HONORIFIC | WORD_EVENT |
                          WORD_AGENCY_END | WORD_AGENCY_OF | WORD_SAY | WORD_ACT;
    return reading_capital(r, i) && !reading_over(r, i) && !(reading_flags(r, i) & (TOKEN_SENTENCE | TOKEN_HEADLINE)) &&
           !(reading_kinds(r, i) & not );
}

/* Lam Dong Province, Mekong River; "Mosul district". */
static uint32_t take_suffix(Reading *r, uint32_t i, Sentence s)
{
    LexiconMatch m;
    if (!reading_match(r, i, s.end, WORD_PLACE_SUFFIX, &m) || reading_over(r, i))
        return 0;
    uint32_t first = i;
    bool capital = reading_capital(r, i) && !(reading_flags(r, i) & TOKEN_HEADLINE);
    while (first > s.first && first + 4 > i &&
           (may_name_place(r, first - 1) || (capital && names_building(r, first - 1))))
        first--;
    if (first == i)
        return 0;
    if (reading_capital(r, i)) {
        add_place(r, first, i + m.n, "place-suffix", CERT_MEDIUM);
        return i + m.n;
    }
    static const char *const divisions[] = {"province", "district", "county",  "prefecture", "governorate",
                                            "city",     "town",     "village", "region",     "municipality",
                                            "oblast",   "canton",   "island",  "river",      NULL};
    if (!reading_is_one(r, i, divisions) || reading_over(r, i - 1))
        return 0;
    add_place(r, first, i, "place-suffix", CERT_LOW);
    return i + 1;
}

/* province of Ha Nam, city of Nis. */
static uint32_t take_of(Reading *r, uint32_t i, Sentence s)
{
    static const char *const divisions[] = {"province",  "city",   "district", "town",  "village",
                                            "island",    "port",   "county",   "state", "region",
                                            "provinces", "cities", "suburb",   "coast", NULL};
    if (!reading_is_one(r, i, divisions) || !reading_is(r, i + 1, "of"))
        return 0;
    uint32_t k = i + 2;
    while (k < s.end && k < i + 6 && may_name_place(r, k))
        k++;
    if (k == i + 2 || reading_over(r, i + 2))
        return 0;
    add_place(r, i + 2, k, "place-of", CERT_MEDIUM);
    return k;
}

/* Gulf of Oman, Port of Lyon: no country any more. */
static uint32_t take_named_of(Reading *r, uint32_t i, Sentence s)
{
    static const char *const heads[] = {"Gulf", "Bay",   "Strait", "Straits", "Sea",  "Port", "Horn",
                                        "Isle", "Isles", "Cape",   "Coast",   "Rock", "Lake", NULL};
    if (!reading_is_one(r, i, heads) || reading_over(r, i))
        return 0;
    uint32_t k = i + 2 + reading_is(r, i + 2, "the");
    const Span *over = k < s.end ? reading_over(r, k) : NULL;
    bool named =
        over && over->first == k && (over->kind == MARK_PLACE || over->kind == MARK_COUNTRY) && over->class[0] != 'd';
    uint32_t end = named ? over->end : k;
    while (!named && end < s.end && end < k + 2 && reading_unknown(r, end) && !reading_over(r, end))
        end++;
    if (end == k)
        return 0;
    add_place(r, i, end, "place-of", CERT_HIGH);
    return end;
}

static uint32_t unknown_end(const Reading *r, uint32_t i, uint32_t end)
{
    uint32_t k = i;
    while (k < end && k < i + 4 && reading_capital(r, k) && !reading_over(r, k) && reading_unknown(r, k) &&
           !(reading_flags(r, k) & TOKEN_INITIAL)) {
        k++;
        if (reading_is(r, k, "-") && reading_flags(r, k) & TOKEN_JOINED && reading_flags(r, k + 1) & TOKEN_JOINED &&
            reading_capital(r, k + 1))
            k++;
    }
    return k;
}

/* Unknown names after in, at, near; before ", [Country]"; before the dash of a dateline. */
static uint32_t take_unknown(Reading *r, uint32_t i, Sentence s)
{
    uint32_t end = unknown_end(r, i, s.end);
    if (end == i || reading_flags(r, i) & TOKEN_HEADLINE)
        return 0;
    const Span *behind = reading_is(r, end, ",") ? reading_over(r, end + 1) : NULL;
    bool country = behind && behind->first == end + 1 && (behind->kind == MARK_COUNTRY || behind->kind == MARK_PLACE) &&
                   behind->class[0] == 'n';
    bool at =
        i > s.first && reading_is_one(r, i - 1, (const char *const[]){"in", "near", "at", "outside", "around", NULL});
    bool moves = i > s.first && reading_is_one(r, i - 1, (const char *const[]){"from", "to", "of", NULL});
    bool field = moves && i > s.first + 1 && reading_kinds(r, i - 2) & (WORD_OFFICE | WORD_AGENCY_OF | WORD_EVENT);
    if (field)
        return 0; /* Director of Livestock, Peru */
    bool caps = end == i + 1 && reading_flags(r, i) & TOKEN_ALL_CAPS;
    bool dateline =
        i == s.first && caps && reading_is_one(r, end, (const char *const[]){"(", "-", "–", "—", ",", ":", NULL});
    if (dateline)
        add_place(r, i, end, "place-dateline", CERT_MEDIUM);
    else if (!caps && country && (at || moves))
        add_place(r, i, end, "place-in-country", CERT_MEDIUM);
    else if (!caps && at && !(reading_flags(r, i) & TOKEN_SENTENCE))
        add_place(r, i, end, "place-after-in", CERT_LOW);
    else
        return 0;
    return end;
}

void rule_place_words(Reading *r, Sentence s)
{
    for (uint32_t i = s.first; i < s.end; i++) {
        uint32_t end = reading_kinds(r, i) & WORD_PLACE_SUFFIX ? take_suffix(r, i, s) : 0;
        end = end ? end : reading_is(r, i + 1, "of") ? take_of(r, i, s) : 0;
        end = end ? end : reading_is(r, i + 1, "of") ? take_named_of(r, i, s) : 0;
        if (end)
            i = end - 1;
    }
}

void rule_places(Reading *r, Sentence s)
{
    for (uint32_t i = s.first; i < s.end; i++) {
        uint32_t end = reading_over(r, i) || !reading_capital(r, i) ? 0 : take_unknown(r, i, s);
        if (end)
            i = end - 1;
    }
}
