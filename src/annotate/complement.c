/* complement.c - what follows "Ministry of" and "Minister of": how far the name of a field or a body goes. */
#include "reading.h"

/* A word that can stand in the name of a field: "Foreign", "Cyberspace", "Emirati"; not one that begins something new.
 */
static bool continues(const Reading *r, uint32_t i, uint32_t first)
{
    WordKinds k = reading_kinds(r, i);
    if (!reading_capital(r, i) || k & (WORD_MONTH | WORD_WEEKDAY | WORD_HONORIFIC | WORD_RANK | WORD_SAY) ||
        reading_flags(r, i) & TOKEN_INITIAL)
        return false;
    if (k & WORD_FUNCTION && !(k & WORD_PORTFOLIO))
        return false;
    if (k & WORD_OFFICE && !(k & (WORD_PORTFOLIO | WORD_AGENCY_END)) && i > first)
        return false;
    return true;
}

/* "and X": does the name go on over the conjunction? */
static bool over_conjunction(const Reading *r, uint32_t i, uint32_t end)
{
    LexiconMatch m;
    if (i >= end || !reading_capital(r, i))
        return false;
    const Span *s = reading_over(r, i);
    if (s && s->kind != MARK_AGENCY && s->kind != MARK_PLACE)
        return reading_kinds(r, i) & WORD_PORTFOLIO;
    const DraftToken *left = &r->token[i - 2], *right = &r->token[i]; /* Obstetricians and Gynecologists */
    bool people = !s && r->draft->text[left->to - 1] == 's' && r->draft->text[right->to - 1] == 's';
    if (people && reading_unknown(r, i) && reading_unknown(r, i - 2))
        return true;
    if (s && s->kind == MARK_PLACE) /* "for Europe and the Pacific", "Asian and Pacific Affairs" */
        return false;
    if (reading_match(r, i, end, WORD_AGENCY_OF, &m) &&
        reading_is_one(r, i + m.n, (const char *const[]){"of", "for", NULL}))
        return false;
    if (reading_kinds(r, i) & WORD_PORTFOLIO)
        return true;
    if (reading_kinds(r, i) & (WORD_OFFICE | WORD_OFFICE_MODIFIER | WORD_HONORIFIC | WORD_RANK | WORD_GIVEN_NAME |
                               WORD_FAMILY_FIRST | WORD_FUNCTION | WORD_MONTH | WORD_AGENCY_OF))
        return false;
    return reading_everyday(r, i);
}

/* "Science, Technology and Innovation": a comma inside the name, closed by a conjunction soon. */
static bool over_comma(const Reading *r, uint32_t i, uint32_t end)
{
    if (!(reading_kinds(r, i) & WORD_PORTFOLIO) || !reading_capital(r, i))
        return false;
    for (uint32_t k = i; k < end && k < i + 8; k++) {
        if ((reading_is(r, k, "and") || reading_is(r, k, "&")) && reading_kinds(r, k + 1) & WORD_PORTFOLIO &&
            reading_capital(r, k + 1))
            return true;
        if (!reading_capital(r, k) && !reading_is(r, k, ",") && !reading_is(r, k, "and"))
            return false;
    }
    return false;
}

/* A person's name rather than another word of the office: "Posts and Telecommunications | Thansamay …". */
static bool begins_person(const Reading *r, uint32_t i, uint32_t end, bool office)
{
    WordKinds k = reading_kinds(r, i);
    if (k & (WORD_PORTFOLIO | WORD_COMMON | WORD_AGENCY_END | WORD_AGENCY_OF | WORD_EVENT))
        return false;
    if (reading_over(r, i) && reading_over(r, i)->kind != MARK_PLACE)
        return false;
    if (k & (WORD_GIVEN_NAME | WORD_FAMILY_FIRST))
        return person_name_end(r, i, end) > i + 1;
    if (!office)
        return false;
    uint32_t e = person_name_end(r, i, end);
    return e > i && e - i <= 4 && reading_unknown(r, i) && !reading_everyday(r, e - 1);
}

/* "of Peru", "of the Republic of Korea" behind a name: to the end of the country; 0 where none stands. */
static uint32_t of_country(const Reading *r, uint32_t i, uint32_t end)
{
    if (!reading_is(r, i, "of"))
        return 0;
    i += reading_is(r, i + 1, "the") ? 2 : 1;
    const Span *s = i < end ? reading_over(r, i) : NULL;
    bool whole = s && s->first == i && (s->kind == MARK_COUNTRY || s->kind == MARK_BLOC) && s->end <= end;
    return whole && s->class[0] != 'd' ? s->end : 0;
}

/* "of X", "for X" inside a complement: X goes on with the name, unless it is a body of its own. */
static uint32_t over_of(const Reading *r, uint32_t i, uint32_t end)
{
    LexiconMatch m;
    uint32_t k = i + 1;
    bool the = reading_is(r, k, "the");
    k += the;
    if (k >= end || !reading_capital(r, k) || reading_over(r, k))
        return 0;
    if (reading_match(r, k, end, WORD_AGENCY_OF, &m) &&
        reading_is_one(r, k + m.n, (const char *const[]){"of", "for", NULL}))
        return 0;
    if (reading_kinds(r, k) & (WORD_OFFICE | WORD_HONORIFIC | WORD_GIVEN_NAME | WORD_FAMILY_FIRST))
        return 0;
    return reading_everyday(r, k) ? k : 0;
}

uint32_t complement_end(const Reading *r, uint32_t i, uint32_t end, bool office)
{
    uint32_t first = i + (reading_is(r, i, "the") || reading_is(r, i, "The")), k = first, good = i;
    while (k < end) {
        const Span *s = reading_over(r, k);
        bool demonym = s && s->kind == MARK_COUNTRY && s->class[0] == 'd'; /* "for Chinese Studies" */
        bool state = s && !demonym && (s->kind == MARK_COUNTRY || s->kind == MARK_OFFICIAL);
        if (state && k > first)
            break; /* "… Foreign Affairs Vietnam": behind, without an of */
        if (state || (s && s->kind != MARK_PLACE)) {
            good = k = s->end;
            if (state)
                break;
        } else if (continues(r, k, first) && !((office || k > first) && begins_person(r, k, end, office))) {
            good = ++k;
        } else if (k > first && (reading_is(r, k, "and") || reading_is(r, k, "&")) && over_conjunction(r, k + 1, end)) {
            k++;
        } else if (k > first && reading_is(r, k, ",") && over_comma(r, k + 1, end)) {
            k++;
        } else if (k > first && reading_flags(r, k) & TOKEN_JOINED &&
                   reading_is_one(r, k, (const char *const[]){"-", "/", "–", NULL}) &&
                   reading_flags(r, k + 1) & TOKEN_JOINED &&
                   (reading_capital(r, k + 1) || r->token[k - 1].to - r->token[k - 1].from < 4)) {
            good = k += 2; /* Asia-Pacific, E-government */
        } else if (k > first && reading_flags(r, k) & TOKEN_POSSESSIVE && reading_everyday(r, k - 1) &&
                   reading_capital(r, k + 1)) {
            k++; /* Women's Affairs */
        } else if (k > first && reading_is_one(r, k, (const char *const[]){"of", "for", "on", "in", NULL})) {
            uint32_t country = office ? 0 : of_country(r, k, end);
            if (country)
                return country;
            if (reading_is(r, k, "in"))
                break;
            uint32_t on = over_of(r, k, end);
            if (!on)
                break;
            k = on;
        } else {
            break;
        }
    }
    return good;
}
