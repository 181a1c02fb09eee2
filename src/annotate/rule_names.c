/* rule_names.c - what the tables know: countries, their people, blocs, places, organisations. */
#include "reading.h"
#include <string.h>

/* Names of countries in other languages count where the text is in that language, or the script tells. */
static bool is_of_language(const Reading *r, uint32_t i, const LexiconEntry *e)
{
    if (e->kind != WORD_COUNTRY || !*e->extra || lexicon_has_language(e->extra, "en"))
        return true;
    const char *language = r->draft->language;
    bool latin = (unsigned char)r->draft->text[r->token[i].from] < 0x80;
    return (!latin && r->token[i].flags & TOKEN_UNSPACED) || (language && lexicon_has_language(e->extra, language)) ||
           (!latin &&
            g_unichar_get_script(g_utf8_get_char(r->draft->text + r->token[i].from)) != G_UNICODE_SCRIPT_LATIN);
}

/* Inside an amount (US$), an address, a hyphenated word that is none of a name's (non-US stays). */
static bool is_torn(const Reading *r, uint32_t first, uint32_t end)
{
    if (reading_flags(r, end) & TOKEN_JOINED && (reading_is(r, end, "$") || reading_is(r, end, "@")))
        return true;
    if (first == 0 || !(reading_flags(r, first) & TOKEN_JOINED))
        return false;
    bool domain = first > 1 && reading_is(r, first - 1, ".") && reading_flags(r, first - 1) & TOKEN_JOINED &&
                  reading_flags(r, first - 2) & TOKEN_WORD;
    return domain || reading_is(r, first - 1, "@") || reading_is(r, first - 1, "#");
}

/* "Jordan Peters", "Michael Jordan", "Israel Ode": a person's. */
static bool is_part_of_person(const Reading *r, uint32_t i, Sentence s)
{
    const WordKinds people = WORD_GIVEN_NAME | WORD_GIVEN_NAME_WEAK;
    bool before = i > s.first && reading_kinds(r, i - 1) & (WORD_GIVEN_NAME | WORD_HONORIFIC | WORD_RANK) &&
                  reading_capital(r, i - 1) && !reading_over(r, i - 1);
    if (before)
        return true;
    if (!(reading_kinds(r, i) & people))
        return false;
    bool after = i + 1 < s.end && reading_capital(r, i + 1) && reading_unknown(r, i + 1);
    return after && !(i > s.first && reading_kinds(r, i - 1) & WORD_PREPOSITION);
}

/* "in English", "the Spanish language", "Latin American". */
static bool is_language_or_people(const Reading *r, uint32_t first, uint32_t end)
{
    static const char *const tongue[] = {"language",  "speaking",  "word",     "translation", "dictionary",
                                         "Wikipedia", "subtitles", "speakers", "lessons",     NULL};
    static const char *const peoples[] = {"Latin", "Native", "African", "Asian", "Hispanic", "Mexican", "Arab", NULL};
    if (reading_is_one(r, end, tongue) || (reading_is(r, end, "-") && reading_is(r, end + 1, "speaking")))
        return true;
    bool in = first > 0 && (reading_is(r, first - 1, "in") || reading_is(r, first - 1, "into"));
    bool noun_follows =
        reading_flags(r, end) & TOKEN_WORD && !(reading_kinds(r, end) & (WORD_FUNCTION | WORD_PREPOSITION));
    static const char *const spoken[] = {"English", "French",     "Spanish",  "Chinese",    "German",
                                         "Russian", "Vietnamese", "Japanese", "Portuguese", "Italian",
                                         "Korean",  "Thai",       "Dutch",    NULL};
    if (in && !noun_follows && reading_is_one(r, first, spoken))
        return true;
    return first > 0 && reading_is_one(r, first - 1, peoples) && !(reading_flags(r, first) & TOKEN_SENTENCE);
}

static void add_name(Reading *r, uint32_t first, uint32_t n, MarkKind kind, const char *class, const char *rule,
                     Certainty cert, const LexiconEntry *e)
{
    Span span = {.first = first,
                 .end = first + n,
                 .kind = kind,
                 .cert = cert,
                 .class = class,
                 .rule = rule,
                 .value = e->value,
                 .extra = kind == MARK_COUNTRY || kind == MARK_BLOC ? "" : e->extra};
    reading_add(r, &span, false);
}

static bool is_acronym(const Reading *r, uint32_t i, uint32_t n)
{
    return n == 1 && r->token[i].flags & TOKEN_ALL_CAPS && !(r->token[i].flags & TOKEN_CAPS_ONLY);
}

static bool take_country(Reading *r, uint32_t i, const LexiconMatch *m, Sentence s)
{
    const WordKinds countries = WORD_COUNTRY | WORD_COUNTRY_ALIAS | WORD_COUNTRY_FORMER;
    const LexiconEntry *e = lexicon_entry(r->lexicon, m, countries, NULL);
    while (e && !is_of_language(r, i, e))
        e = lexicon_entry(r->lexicon, m, countries, e);
    if (!e || is_torn(r, i, i + m->n) || (m->n == 1 && is_part_of_person(r, i, s)))
        return false;
    const LexiconEntry *other = e;
    while ((other = lexicon_entry(r->lexicon, m, countries, other)) != NULL && strcmp(other->value, e->value) == 0) {
    }
    bool two = other && is_of_language(r, i, other);                                     /* Congo */
    bool person = m->kinds & (WORD_GIVEN_NAME | WORD_GIVEN_NAME_WEAK | WORD_PLACE_WEAK); /* also America */
    Certainty cert = two ? CERT_LOW : person ? CERT_MEDIUM : CERT_HIGH;
    bool small = m->n == 1 && reading_flags(r, i) & (TOKEN_SENTENCE | TOKEN_HEADLINE) &&
                 vocabulary_in_small(&r->words, &r->token[i]);
    if (small) /* "Turkey" begins a sentence where "turkey" is eaten */
        cert = CERT_LOW;
    bool korea = two && reading_is(r, i, "Korea");
    if (korea)
        cert = CERT_MEDIUM;
    add_name(r, i, m->n, MARK_COUNTRY, is_acronym(r, i, m->n) ? "acr" : "nam",
             e->kind == WORD_COUNTRY ? "country-name" : "country-alias", cert, e);
    if (korea && reading_over(r, i))
        reading_over(r, i)->value = "KR";
    return true;
}

static bool take_demonym(Reading *r, uint32_t i, const LexiconMatch *m)
{
    const LexiconEntry *e = lexicon_entry(r->lexicon, m, WORD_DEMONYM, NULL);
    if (!e || is_torn(r, i, i + m->n) || is_language_or_people(r, i, i + m->n))
        return false;
    bool part = i > 0 && reading_kinds(r, i - 1) & WORD_DIRECTION && reading_capital(r, i - 1) &&
                !reading_over(r, i - 1) && !(reading_flags(r, i - 1) & TOKEN_SENTENCE);
    if (part) { /* South Vietnamese: of a part of the country */
        Span span = {.first = i - 1,
                     .end = i + m->n,
                     .kind = MARK_PLACE,
                     .cert = CERT_MEDIUM,
                     .class = "nam",
                     .rule = "place-part",
                     .extra = e->value};
        reading_add(r, &span, false);
        return true;
    }
    add_name(r, i, m->n, MARK_COUNTRY, "dem", "country-demonym", CERT_HIGH, e);
    if (strcmp(e->value, "KP") == 0 && m->n == 1 && reading_is(r, i, "Korean"))
        reading_over(r, i)->value = "KR";
    return true;
}

static bool take_organisation(Reading *r, uint32_t i, const LexiconMatch *m)
{
    const LexiconEntry *e = lexicon_entry(r->lexicon, m, WORD_ORGANISATION, NULL);
    if (!e || is_torn(r, i, i + m->n))
        return false;
    bool longer = m->n > 1 && i > 0 && reading_capital(r, i - 1) && reading_everyday(r, i - 1) &&
                  !reading_over(r, i - 1) && !(reading_flags(r, i - 1) & (TOKEN_SENTENCE | TOKEN_HEADLINE)) &&
                  reading_kinds(r, i + m->n - 1) & WORD_AGENCY_END;
    if (longer && !(reading_kinds(r, i - 1) & WORD_OFFICE)) /* National | Security Council */
        return false;
    bool plain = m->n == 1 && !(r->token[i].flags & (TOKEN_ALL_CAPS | TOKEN_MIXED));
    if (plain && reading_everyday(r, i) && reading_flags(r, i) & (TOKEN_SENTENCE | TOKEN_HEADLINE))
        return false;
    uint32_t next = i + m->n; /* "Google Doodle", "Facebook Live": a product */
    const WordKinds people = WORD_OFFICE | WORD_OFFICE_MODIFIER | WORD_PERSON_NOUN | WORD_GIVEN_NAME | WORD_AGENCY_END |
                             WORD_COUNTRY | WORD_DEMONYM | WORD_FUNCTION | WORD_PORTFOLIO | WORD_DIRECTION |
                             WORD_PREPOSITION;
    bool product = strcmp(e->value, "company") == 0 && reading_capital(r, next) && !(reading_kinds(r, next) & people) &&
                   !(reading_flags(r, next) & (TOKEN_JOINED | TOKEN_HEADLINE | TOKEN_SENTENCE)) &&
                   !reading_over(r, next);
    if (product && !(reading_kinds(r, next) & WORD_EVENT))
        return false;
    bool unit = is_acronym(r, i, m->n) && reading_is(r, next, "-") && reading_flags(r, next) & TOKEN_JOINED &&
                reading_flags(r, next + 1) & TOKEN_JOINED && reading_flags(r, next + 1) & TOKEN_ALL_CAPS &&
                !(reading_kinds(r, next + 1) & (WORD_COUNTRY | WORD_COUNTRY_ALIAS | WORD_BLOC | WORD_ORGANISATION));
    add_name(r, i, unit ? 3 : m->n, MARK_AGENCY, is_acronym(r, i, m->n) ? "acr" : "nam",
             "agency-known", /* UN-HABITAT */
             plain ? CERT_MEDIUM : CERT_HIGH, e);
    return true;
}

/* "Saxony-Anhalt", "Frankfurt am Main" */
static uint32_t place_end(const Reading *r, uint32_t end, Sentence s)
{
    bool hyphen =
        reading_is(r, end, "-") && reading_flags(r, end) & TOKEN_JOINED && reading_flags(r, end + 1) & TOKEN_JOINED;
    bool river = reading_is_one(r, end, (const char *const[]){"am", "upon", "sur", NULL});
    return (hyphen || river) && end + 1 < s.end && reading_unknown(r, end + 1) ? end + 2 : end;
}

static bool take_place(Reading *r, uint32_t i, const LexiconMatch *m, Sentence s)
{
    const WordKinds places = WORD_PLACE | WORD_PLACE_WEAK | WORD_CAPITAL;
    const LexiconEntry *e = lexicon_entry(r->lexicon, m, places, NULL);
    if (!e)
        return false;
    bool weak = m->kinds & WORD_PLACE_WEAK || m->kinds & (WORD_GIVEN_NAME | WORD_GIVEN_NAME_WEAK | WORD_FAMILY_FIRST);
    bool preposition = i > s.first && reading_kinds(r, i - 1) & WORD_PREPOSITION;
    if (m->n == 1 && (is_part_of_person(r, i, s) || (weak && !preposition)))
        return false;
    /* one known word of a longer unknown name is no place yet */
    bool longer = i + m->n < s.end && reading_unknown(r, i + m->n) && !(reading_flags(r, i) & TOKEN_HEADLINE);
    if (longer && weak)
        return false;
    Span span = {.first = i,
                 .end = place_end(r, i + m->n, s),
                 .kind = MARK_PLACE,
                 .cert = weak ? CERT_MEDIUM : CERT_HIGH,
                 .class = "nam",
                 .rule = "place-name",
                 .value = e->kind == WORD_CAPITAL ? "capital" : "",
                 .extra = e->value};
    reading_add(r, &span, false);
    return true;
}

static bool take_bloc(Reading *r, uint32_t i, const LexiconMatch *m)
{
    const LexiconEntry *e = lexicon_entry(r->lexicon, m, WORD_BLOC, NULL);
    if (!e || is_torn(r, i, i + m->n))
        return false;
    r->has_eu |= strcmp(e->value, "eu") == 0;
    r->has_bloc |= strcmp(e->value, "eu") != 0;
    add_name(r, i, m->n, MARK_BLOC, is_acronym(r, i, m->n) ? "acr" : "nam", "bloc-name", CERT_HIGH, e);
    return true;
}

/* "European experts" where ASEAN is named beside them, or both it and the EU before, are the EU's; elsewhere the word
 * says too little. */
static void take_european(Reading *r, Sentence s)
{
    bool other = r->has_eu && r->has_bloc;
    for (uint32_t i = s.first; i < s.end && !other; i++)
        other =
            reading_over(r, i) && reading_over(r, i)->kind == MARK_BLOC && strcmp(reading_over(r, i)->value, "eu") != 0;
    for (uint32_t i = s.first; other && i < s.end; i++) {
        bool part = i > s.first && reading_capital(r, i - 1) && !(reading_flags(r, i - 1) & TOKEN_SENTENCE);
        bool named = reading_capital(r, i + 1) && !reading_over(r, i + 1) && !(reading_kinds(r, i + 1) & WORD_OFFICE);
        if (!reading_is_one(r, i, (const char *const[]){"European", "Europeans", NULL}) || part || named ||
            reading_kinds(r, i + 1) & WORD_MEMBER_NOUN || is_torn(r, i, i + 1))
            continue;
        Span span = {.first = i,
                     .end = i + 1,
                     .kind = MARK_BLOC,
                     .cert = CERT_MEDIUM,
                     .class = "dem",
                     .rule = "bloc-demonym",
                     .value = "eu"};
        reading_add(r, &span, false);
    }
}

void rule_names(Reading *r, Sentence s)
{
    const WordKinds wanted = WORD_COUNTRY | WORD_COUNTRY_ALIAS | WORD_COUNTRY_FORMER | WORD_DEMONYM | WORD_CAPITAL |
                             WORD_BLOC | WORD_PLACE | WORD_PLACE_WEAK | WORD_ORGANISATION;
    for (uint32_t i = s.first; i < s.end; i++) {
        LexiconMatch m, other;
        if (reading_match(r, i, s.end, WORD_NO_NAME, &other)) { /* Guinea pigs */
            i += other.n - 1;
            continue;
        }
        bool the = r->token[i].kinds & WORD_FUNCTION && (reading_is(r, i, "the") || reading_is(r, i, "The"));
        if (!(the || r->token[i].flags & TOKEN_UPPER) || !reading_match(r, i, s.end, wanted, &m))
            continue;
        if (the && m.n > 1 && m.kinds & WORD_PLACE) { /* The Hague */
            take_place(r, i, &m, s);
            continue;
        }
        if (the && m.n > 1) { /* the States; but the People's Republic | of China */
            LexiconMatch longer;
            if (!reading_match(r, i + 1, s.end, wanted, &longer) || longer.n < m.n)
                take_country(r, i + 1, &(LexiconMatch){m.n - 1, m.kinds, m.entry}, s);
            continue;
        }
        bool home_nation = m.kinds & WORD_PLACE && !(m.kinds & WORD_COUNTRY); /* Scotland is an alias of GB, too */
        bool done = (m.kinds & WORD_BLOC && take_bloc(r, i, &m)) ||
                    (m.kinds & WORD_ORGANISATION && take_organisation(r, i, &m)) ||
                    (home_nation && take_place(r, i, &m, s)) || take_country(r, i, &m, s) || take_demonym(r, i, &m) ||
                    take_place(r, i, &m, s);
        if (done)
            i += m.n - 1;
    }
    take_european(r, s);
}
