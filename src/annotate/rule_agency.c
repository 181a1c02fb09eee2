/* rule_agency.c - organisations by their head noun: before its field ("Ministry of …") or after it ("… Institute"). */
#include "reading.h"
#include <string.h>

static const char *const bridges[] = {"of", "for", "on", "to", "against", NULL};

static bool is_one_of(const char *kind, const char *const *kinds) { return g_strv_contains(kinds, kind); }

/* Bodies of a government, which the name of their country does not belong to: "Peruvian | Ministry of Health". */
static bool is_of_government(const char *kind)
{
    return is_one_of(kind, (const char *const[]){"ministry", "department", "cabinet", "embassy", "mission", NULL});
}

/* Bodies whose people are part of their name. */
static bool is_learned(const char *kind)
{
    return is_one_of(kind,
                     (const char *const[]){"academy", "school", "association", "university", "institution", NULL});
}

static bool is_state(const Span *s) { return s && (s->kind == MARK_COUNTRY); }

/* "Military Industry and Telecoms | Group": does the name go on to the left of a conjunction? */
static bool bridges_left(const Reading *r, uint32_t k, uint32_t i, Sentence s)
{
    const WordKinds people = WORD_GIVEN_NAME | WORD_FAMILY_FIRST | WORD_FAMILY_NAME | WORD_OFFICE | WORD_HONORIFIC;
    if (k <= s.first || !reading_capital(r, k - 1) || reading_over(r, k - 1) || reading_over(r, i))
        return false;
    WordKinds left = reading_kinds(r, k - 1), right = reading_kinds(r, i);
    if (left & WORD_PORTFOLIO && right & WORD_PORTFOLIO)
        return true;
    bool fields = reading_everyday(r, k - 1) &&
                  !(left & (WORD_AGENCY_END | WORD_AGENCY_OF | WORD_FUNCTION | WORD_EVENT)) && !(right & people) &&
                  !(left & people);
    return fields && k > s.first + 1 && reading_capital(r, k - 2) && !(reading_flags(r, k - 1) & TOKEN_SENTENCE);
}

/* What only begins the sentence is not part of the name: "Speaking", "Yesterday". */
static uint32_t without_beginning(const Reading *r, uint32_t i, uint32_t head)
{
    while (i < head && reading_flags(r, i) & TOKEN_SENTENCE && !reading_over(r, i) &&
           reading_kinds(r, i) & (WORD_FUNCTION | WORD_SAY | WORD_ACT) && !(reading_kinds(r, i) & WORD_DIRECTION))
        i++;
    return i;
}

/* Where the words before a head that belong to its name begin: "General | Department", "Royal Thai | Police". */
static uint32_t extend_left(const Reading *r, uint32_t head, Sentence s, const char *kind, bool of)
{
    uint32_t i = head;
    while (i > s.first) {
        uint32_t k = i - 1;
        const Span *over = reading_over(r, k);
        WordKinds kinds = reading_kinds(r, k);
        if (is_state(over)) {
            bool torn = reading_flags(r, i) & TOKEN_JOINED, embassy = strcmp(kind, "embassy") == 0;
            bool learned = of && is_learned(kind) && strcmp(over->class, "dem") == 0; /* Chinese Academy of Sciences */
            if ((of || is_of_government(kind)) && !embassy && !learned && !torn)
                break;
            if (of && embassy)
                break;
            if (strcmp(over->class, "dem") == 0 && i < head && !torn &&
                is_one_of(kind, (const char *const[]){"agency", "authority", "centre", NULL}))
                break; /* the Peruvian | Quill Management Agency */
            i = over->first;
            continue;
        }
        if (over && (over->kind == MARK_BLOC || over->kind == MARK_AGENCY || over->kind == MARK_PLACE)) {
            i = over->first;
            continue;
        }
        if (over)
            break;
        if (reading_flags(r, i) & TOKEN_JOINED && k > s.first && reading_flags(r, k) & TOKEN_JOINED &&
            reading_is_one(r, k, (const char *const[]){"-", "/", "&", NULL}) && reading_capital(r, k - 1)) {
            i = k - 1;
            continue;
        }
        if ((reading_is(r, k, "&") || reading_is(r, k, "and")) && i < head && bridges_left(r, k, i, s)) {
            i = k - 1; /* Planning and Investment Department */
            continue;
        }
        if (reading_is(r, k, "for") && i < head && k > s.first && reading_kinds(r, k - 1) & WORD_NO_ORGANISATION) {
            i = k - 1; /* ICT for Peace Foundation */
            continue;
        }
        if (reading_flags(r, k) & TOKEN_POSSESSIVE && k > s.first && reading_capital(r, k - 1) &&
            !reading_over(r, k - 1) && reading_kinds(r, k - 1) & (WORD_COMMON | WORD_OFFICE | WORD_PERSON_NOUN)) {
            i = k - 1; /* People's Committee */
            continue;
        }
        bool number = reading_flags(r, k) & TOKEN_NUMBER;
        if (number && reading_flags(r, k) & TOKEN_WORD && i < head && strcmp(kind, "armed-forces") == 0)
            return k; /* 65th Fighter Wing */
        if (!reading_capital(r, k) || number || kinds & (WORD_MONTH | WORD_WEEKDAY | WORD_HONORIFIC | WORD_RANK))
            break;
        if (kinds & WORD_FUNCTION && !(kinds & (WORD_OFFICE_MODIFIER | WORD_DIRECTION)))
            break;
        if (kinds & WORD_FUNCTION && reading_flags(r, k) & TOKEN_SENTENCE)
            break;
        bool office = kinds & WORD_OFFICE && !(kinds & (WORD_PORTFOLIO | WORD_PERSON_NOUN | WORD_AGENCY_OF));
        if (office && !reading_is_one(r, k,
                                      (const char *const[]){"Chief", "Governor", "General", "Member", "Expert",
                                                            "Engineer", "Prosecutor", "Partner", "Leader", NULL}))
            break;
        if (kinds & (WORD_SAY | WORD_ACT) && reading_idle_capital(r, k))
            break;
        if (reading_flags(r, k) & TOKEN_HEADLINE && kinds & WORD_COMMON && !(kinds & (WORD_PORTFOLIO | WORD_DIRECTION)))
            break;
        i = k;
    }
    return without_beginning(r, i, head);
}

/* "of Peru" behind a name with its head at the end. */
static uint32_t with_country(const Reading *r, uint32_t end, Sentence s, const char **country)
{
    if (!reading_is(r, end, "of") || end + 1 >= s.end)
        return end;
    uint32_t k = end + 1 + reading_is(r, end + 1, "the");
    const Span *over = k < s.end ? reading_over(r, k) : NULL;
    if (!is_state(over) || over->first != k || strcmp(over->class, "dem") == 0)
        return end;
    *country = over->value;
    return over->end;
}

/* "Embassy of Peru | in Fiji" */
static uint32_t with_seat(const Reading *r, uint32_t end, Sentence s, const char *kind)
{
    if (strcmp(kind, "embassy") != 0 || !reading_is_one(r, end, (const char *const[]){"in", "to", NULL}))
        return end;
    uint32_t k = end + 1 + reading_is(r, end + 1, "the");
    const Span *over = k < s.end ? reading_over(r, k) : NULL;
    bool seat = over && over->first == k && (is_state(over) || over->kind == MARK_PLACE || over->kind == MARK_BLOC);
    return seat && over->class[0] != 'd' ? over->end : end;
}

static const char *country_inside(const Reading *r, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        const Span *over = reading_over(r, i);
        if (is_state(over))
            return over->value;
        if (over && over->kind == MARK_AGENCY && *over->extra)
            return over->extra;
    }
    return "";
}

static void add_agency(Reading *r, uint32_t first, uint32_t end, const char *kind, const char *country,
                       const char *rule, Certainty cert)
{
    Span span = {.first = first,
                 .end = end,
                 .kind = MARK_AGENCY,
                 .cert = cert,
                 .class = "nam",
                 .rule = rule,
                 .value = kind,
                 .extra = country && *country ? country : country_inside(r, first, end)};
    reading_add(r, &span, true);
}

/* Ministry of X, Bank of Y, Embassy of Z. The end of the span, or 0. */
static uint32_t take_of(Reading *r, uint32_t i, Sentence s)
{
    LexiconMatch m;
    if (!reading_capital(r, i) || !reading_match(r, i, s.end, WORD_AGENCY_OF, &m) ||
        !reading_is_one(r, i + m.n, bridges))
        return 0;
    const Span *over = reading_over(r, i);
    if (over && (over->kind == MARK_BLOC || over->end > i + m.n))
        return 0;
    const LexiconEntry *e = lexicon_entry(r->lexicon, &m, WORD_AGENCY_OF, NULL);
    uint32_t from = i + m.n + 1, end = complement_end(r, from, s.end, false);
    if (end == from)
        return 0;
    bool weak = m.kinds & WORD_AGENCY_WEAK;
    bool headline = reading_flags(r, i) & TOKEN_HEADLINE;
    if (weak && (reading_flags(r, i) & TOKEN_SENTENCE || headline) && !reading_kinds(r, from))
        return 0;
    uint32_t first = extend_left(r, i, s, e->value, true);
    if (weak && first == i && end - from < 2 && !(reading_over(r, from)))
        return 0;
    const char *country = country_inside(r, from, end);
    end = with_seat(r, end, s, e->value);
    Certainty cert = weak || headline ? CERT_MEDIUM : CERT_HIGH;
    add_agency(r, first, end, e->value, country, strcmp(e->value, "embassy") == 0 ? "agency-embassy" : "agency-of",
               cert);
    return end;
}

/* How much speaks for a name before a head: unknown words, acronyms, states. */
static unsigned evidence(const Reading *r, uint32_t first, uint32_t head)
{
    unsigned n = 0;
    for (uint32_t i = first; i < head; i++) {
        const Span *over = reading_over(r, i);
        bool acronym = reading_flags(r, i) & TOKEN_ALL_CAPS && !(reading_kinds(r, i) & WORD_NO_ORGANISATION);
        bool number = reading_flags(r, i) & TOKEN_NUMBER; /* 65th */
        n += over != NULL || acronym || number || reading_unknown(r, i) ? 2 : reading_capital(r, i) ? 1 : 0;
    }
    return n;
}

/* Is a country or a field named, so that a centre is no building: "Cyber Security | Centre"? */
static bool has_field(const Reading *r, uint32_t first, uint32_t head)
{
    for (uint32_t i = first; i < head; i++) {
        if (reading_over(r, i) || reading_kinds(r, i) & WORD_PORTFOLIO)
            return true;
    }
    return false;
}

/* "Director of the | Data Department": a unit that may be no more than part of a title. */
static bool in_title(const Reading *r, uint32_t first, Sentence s)
{
    uint32_t k = first;
    k -= k > s.first && reading_is(r, k - 1, "the");
    return k > s.first + 1 && reading_is(r, k - 1, "of") && reading_kinds(r, k - 2) & (WORD_OFFICE | WORD_RANK);
}

/* Cyber Defence Network, Royal Navy, Emergency Response Team/Coordination Centre. The end of the span, or 0. */
static uint32_t take_end(Reading *r, uint32_t i, Sentence s)
{
    const WordKinds heads = WORD_AGENCY_END | WORD_COMPANY_SUFFIX;
    LexiconMatch m, more;
    if (!reading_capital(r, i) || !reading_match(r, i, s.end, heads, &m))
        return 0;
    const Span *over = reading_over(r, i);
    LexiconMatch place; /* a Convention | Center */
    if (i > s.first && reading_match(r, i - 1, s.end, WORD_PLACE_SUFFIX, &place) && place.n > 1)
        return 0;
    if (over && (over->end > i + m.n || over->first < i || over->kind == MARK_AGENCY || over->kind == MARK_BLOC))
        return 0; /* also the Soviet | Union */
    uint32_t end = i + m.n;
    if (m.kinds & WORD_AGENCY_WEAK && reading_kinds(r, i) & WORD_PORTFOLIO && reading_kinds(r, end) & WORD_OFFICE &&
        reading_capital(r, end))
        return 0; /* the British | Energy Secretary */
    const LexiconEntry *e = lexicon_entry(r->lexicon, &m, heads, NULL);
    uint32_t first = extend_left(r, i, s, e->value, false);
    bool caps_head = reading_flags(r, i) & TOKEN_ALL_CAPS; /* LaoCERT is one word; "Lao CERT" */
    if (first == i || (first == i && caps_head))
        return 0;
    /* a further head behind: "Police Academy", "Trade Union Council", "Teams/Coordination Centre" */
    uint32_t k = end;
    while (k < s.end && !reading_over(r, k) && k < end + 4 &&
           (reading_capital(r, k) ||
            (reading_flags(r, k) & TOKEN_JOINED && (reading_is(r, k, "/") || reading_is(r, k, "-"))))) {
        if (reading_kinds(r, k) & (WORD_OFFICE | WORD_HONORIFIC | WORD_RANK) && !(reading_kinds(r, k) & WORD_PORTFOLIO))
            break;
        if (reading_match(r, k, s.end, heads, &more)) {
            end = k + more.n;
            m = more;
            e = lexicon_entry(r->lexicon, &m, heads, NULL);
            k = end;
        } else {
            k++;
        }
    }
    bool company = m.kinds & WORD_COMPANY_SUFFIX;
    bool weak = m.kinds & WORD_AGENCY_WEAK && !company;
    bool headline = reading_flags(r, i) & TOKEN_HEADLINE;
    unsigned weight = evidence(r, first, i);
    bool bracket = reading_is(r, end, "(") && reading_flags(r, end + 1) & (TOKEN_ALL_CAPS | TOKEN_MIXED);
    bool event = m.kinds & (WORD_EVENT | WORD_INSTRUMENT) || reading_kinds(r, end) & WORD_EVENT;
    if (headline && !company && (weight < 2 || weak))
        return 0;
    if ((weak || event) && weight < 2 && !bracket)
        return 0;
    if (event && m.kinds & WORD_EVENT && !bracket)
        return 0; /* rule_event_name.c looks at it */
    if (first + 1 == i && reading_flags(r, first) & TOKEN_SENTENCE && !reading_over(r, first) &&
        reading_everyday(r, first) && weak)
        return 0;
    if (first + 1 == i && reading_flags(r, first) & TOKEN_SENTENCE && reading_kinds(r, first) & WORD_COMMON && !bracket)
        return 0; /* "Local Government" begins a sentence */
    const char *country = "";
    end = with_country(r, end, s, &country);
    if (strcmp(e->value, "embassy") == 0) {
        country = country_inside(r, first, end);
        end = with_seat(r, end, s, e->value);
    }
    bool unit = is_one_of(e->value, (const char *const[]){"department", "unit", NULL}) && in_title(r, first, s);
    bool building =
        is_one_of(e->value, (const char *const[]){"centre", "institution", NULL}) && !has_field(r, first, i);
    Certainty cert = weight >= 2 && !weak && !headline && !unit && !building ? CERT_HIGH : CERT_MEDIUM;
    add_agency(r, first, end, e->value, country, company ? "agency-company" : "agency-end", cert);
    return end;
}

/* "CERT Tonga": the team of a country. */
static void take_cert(Reading *r, uint32_t i, Sentence s)
{
    const LexiconEntry *e = lexicon_word_entry(r->lexicon, r->token[i].word, WORD_AGENCY_END);
    const Span *over = i + 1 < s.end ? reading_over(r, i + 1) : NULL;
    bool apart = over && !(reading_flags(r, i + 1) & TOKEN_JOINED);
    if (e && strcmp(e->value, "cert") == 0 && reading_flags(r, i) & TOKEN_ALL_CAPS && !reading_over(r, i) && apart &&
        is_state(over) && over->class[0] != 'd')
        add_agency(r, i, over->end, "cert", over->value, "agency-cert", CERT_HIGH);
}

/* "CyberSecurity Malaysia", "Transparency Chile": a capitalised word and a country, after what announces a body. */
static void take_before_country(Reading *r, uint32_t i, Sentence s)
{
    const Span *over = reading_over(r, i);
    if (!is_state(over) || over->first != i || strcmp(over->class, "dem") == 0 || i < s.first + 2 ||
        reading_flags(r, i) & (TOKEN_HEADLINE | TOKEN_JOINED))
        return;
    uint32_t k = i - 1;
    WordKinds not = WORD_FUNCTION | WORD_MONTH | WORD_WEEKDAY | WORD_OFFICE | WORD_HONORIFIC | WORD_DIRECTION |
                    WORD_PREPOSITION | WORD_AGENCY_OF | WORD_GIVEN_NAME | WORD_EVENT | WORD_OFFICE_MODIFIER;
    bool name = reading_capital(r, k) && !reading_over(r, k) && !(reading_kinds(r, k) & not ) &&
                r->token[k].to - r->token[k].from > 3 && !(reading_flags(r, k) & TOKEN_SENTENCE);
    if (name &&
        reading_is_one(r, k - 1, (const char *const[]){",", "by", "from", "with", "at", "company", "NGO", "and", NULL}))
        add_agency(r, k, over->end, "", over->value, "agency-before-country", CERT_MEDIUM);
}

void rule_agencies(Reading *r, Sentence s)
{
    for (uint32_t i = s.first; i < s.end; i++) {
        uint32_t end = take_of(r, i, s);
        if (end)
            i = end - 1;
    }
    for (uint32_t i = s.first; i < s.end; i++) {
        uint32_t end = take_end(r, i, s);
        if (end)
            i = end - 1;
    }
    for (uint32_t i = s.first; i < s.end; i++) {
        take_cert(r, i, s);
        take_before_country(r, i, s);
    }
}
