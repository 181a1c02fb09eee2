/* person_name.c - how far the name of a person goes. */
#include "reading.h"

enum { LONGEST_NAME = 5 };

static const WordKinds *names_of_people(void)
{
    static const WordKinds kinds = (UINT64_C(1) << WORD_BIT_GIVEN_NAME) | (UINT64_C(1) << WORD_BIT_GIVEN_NAME_WEAK) |
                                   (UINT64_C(1) << WORD_BIT_FAMILY_FIRST) | (UINT64_C(1) << WORD_BIT_FAMILY_NAME);
    return &kinds;
}

/* May this word stand in a person's name whose tokens so far are first … i-1? */
static bool is_name_token(const Reading *r, uint32_t i, uint32_t first)
{
    const WordKinds people = *names_of_people();
    const WordKinds never = WORD_MONTH | WORD_WEEKDAY | WORD_FUNCTION | WORD_PREPOSITION | WORD_AGENCY_OF |
                            WORD_AGENCY_END | WORD_COMPANY_SUFFIX | WORD_EVENT | WORD_GOVERNMENT | WORD_PORTFOLIO |
                            WORD_NO_ORGANISATION | WORD_PLACE_SUFFIX | WORD_SAY | WORD_ACT | WORD_INSTRUMENT |
                            WORD_DIRECTION | WORD_GROUP_ADJECTIVE | WORD_MEMBER_NOUN | WORD_SIDE_NOUN | WORD_OFFICE |
                            WORD_PERSON_NOUN | WORD_OFFICE_MODIFIER;
    WordKinds k = reading_kinds(r, i);
    uint32_t flags = reading_flags(r, i);
    if (!reading_capital(r, i) || flags & TOKEN_NUMBER)
        return false;
    bool after_given = i > first && reading_kinds(r, i - 1) & (WORD_GIVEN_NAME | WORD_FAMILY_FIRST);
    const Span *over = reading_over(r, i);
    if (over && !(over->kind == MARK_PLACE && over->end - over->first == 1 && (after_given || k & people)))
        return false;
    bool idle = i == first && k & WORD_FUNCTION && !(k & WORD_FAMILY_FIRST); /* "Will" begins a question, or a name */
    if (k & people)
        return !idle || (!(flags & (TOKEN_SENTENCE | TOKEN_HEADLINE)) && reading_kinds(r, i + 1) & people);
    if (k & (WORD_HONORIFIC | WORD_RANK) && i == first)
        return false;
    if (k & never)
        return after_given && i == first + 1 && !(flags & TOKEN_HEADLINE) &&
               !(k & (WORD_FUNCTION | WORD_MONTH | WORD_WEEKDAY | WORD_PREPOSITION | WORD_EVENT | WORD_AGENCY_OF |
                      WORD_AGENCY_END | WORD_COMPANY_SUFFIX | WORD_OFFICE | WORD_SAY | WORD_PORTFOLIO |
                      WORD_GROUP_ADJECTIVE));
    if (k & WORD_COMMON) /* Jack Ward, Marc Lamont Hill */
        return (after_given || (i == first + 2 && reading_kinds(r, first) & WORD_GIVEN_NAME)) &&
               !(flags & (TOKEN_HEADLINE | TOKEN_SENTENCE)) && !reading_is(r, i + 1, ":");
    bool shouting = flags & TOKEN_ALL_CAPS && !(flags & (TOKEN_HEADLINE | TOKEN_CAPS_ONLY));
    if (shouting && r->token[i].to - r->token[i].from > 3) { /* Mr. KURATA Norihiro, Koffi ATSOU MENSAH */
        bool titled =
            i == first && i > 0 && k == 0 && reading_kinds(r, i - 1) & (WORD_HONORIFIC | WORD_RANK | WORD_OFFICE);
        bool goes_on = i > first + 1 && k == 0 && reading_flags(r, i - 1) & TOKEN_ALL_CAPS;
        return titled || goes_on || (i > first && reading_kinds(r, i - 1) & people);
    }
    if (shouting)
        return i > first && reading_flags(r, i - 1) & TOKEN_ALL_CAPS && after_given;
    return true;
}

static bool joined_hyphen(const Reading *r, uint32_t i, uint32_t end)
{
    return i + 1 < end && reading_is(r, i, "-") && reading_flags(r, i) & TOKEN_JOINED &&
           reading_flags(r, i + 1) & TOKEN_JOINED && reading_flags(r, i + 1) & TOKEN_WORD;
}

/* "bin", "van der", "al-": leads to a capital soon. */
static uint32_t over_particles(const Reading *r, uint32_t i, uint32_t end)
{
    uint32_t k = i;
    while (k < end && k < i + 3 && reading_kinds(r, k) & WORD_NAME_PARTICLE && !reading_capital(r, k)) {
        k++;
        if (joined_hyphen(r, k, end))
            k++;
    }
    return k > i && reading_capital(r, k) && !reading_over(r, k) ? k : 0;
}

uint32_t person_name_end(const Reading *r, uint32_t i, uint32_t end)
{
    uint32_t k = i, n = 0;
    while (k < end && n < LONGEST_NAME) {
        uint32_t particle = over_particles(r, k, end);
        if (particle && (k > i || reading_is(r, k + 1, "-"))) {
            k = particle + 1;
            n++;
        } else if (is_name_token(r, k, i)) {
            k++;
            n++;
        } else {
            break;
        }
        while (joined_hyphen(r, k, end) && (reading_capital(r, k + 1) || r->token[k + 1].to - r->token[k + 1].from < 6))
            k += 2;
    }
    if (k > i && k < end && reading_kinds(r, k) & WORD_NAME_SUFFIX && reading_capital(r, k) &&
        !(reading_kinds(r, k) & WORD_OFFICE))
        k++;
    return k;
}
