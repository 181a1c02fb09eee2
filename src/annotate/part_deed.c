/* part_deed.c - taking part as deeds for an event tell it: "A paid for it", "A sent observers", "A told the delegates".
 */
#include "taking_part.h"
#include <string.h>

enum { WORDS = 4, OBJECT = 6 };

/* What is done for an event that is spoken of; "~" stands for an article or a possessive. */
typedef struct Deed {
    const char *word[WORDS + 1];
    const char *role;
} Deed;

static const Deed deeds[] = {
    {{"paid", "for"}, "supporter"},
    {{"met", "~", "cost"}, "supporter"},
    {{"met", "~", "costs"}, "supporter"},
    {{"covered", "~", "cost"}, "supporter"},
    {{"covered", "~", "costs"}, "supporter"},
    {{"bore", "~", "cost"}, "supporter"},
    {{"bore", "~", "costs"}, "supporter"},
    {{"footed", "~", "bill"}, "supporter"},
    {{"paid", "~", "bill"}, "supporter"},
    {{"seconded"}, "supporter"},
    {{"lent"}, "supporter"},
    {{"donated"}, "supporter"},
    {{"financed"}, "supporter"},
    {{"underwrote"}, "supporter"},
    {{"gave", "support"}, "supporter"},
    {{"gave", "funding"}, "supporter"},
    {{"provided", "support"}, "supporter"},
    {{"provided", "funding"}, "supporter"},
    {{"provided", "technical"}, "supporter"},
    {{"provided", "financial"}, "supporter"},
    {{"provided", "~", "platform"}, "supporter"},
    {{"provided", "~", "venue"}, "host"},
    {{"put", "up", "~", "money"}, "supporter"},
    {{"ran", "~", "event"}, "organiser"},
    {{"put", "it", "on"}, "organiser"},
};

/* The end of the deed at token i, or 0. */
static uint32_t deed_end(const Meeting *m, uint32_t i, const Deed *d)
{
    static const char *const article[] = {"the", "a", "an", "its", "their", "most", "all", NULL};
    uint32_t k = i;
    for (unsigned w = 0; d->word[w]; w++, k++) {
        bool any = d->word[w][0] == '~';
        if (k >= m->c.s.end || m->c.at[k] ||
            !(any ? reading_is_one(m->r, k, article) : reading_is(m->r, k, d->word[w])))
            return 0;
    }
    return k;
}

static void claim_deed(Meeting *m, const char *role, uint32_t v, Certainty cert)
{
    uint32_t event = meeting_here(m, 1);
    if (event == ID_NONE || !meeting_is_gathering(m, event) || clause_planned(&m->c, v) || clause_negated(&m->c, v))
        return;
    g_array_set_size(m->list, 0);
    meeting_subject(m, v);
    Claim claim = {.event = event, .role = role, .rule = "deed", .cert = cert, .status = PART_STATED};
    meeting_claim_list(m, claim);
}

/* "sent observers", "dispatched two frigates and a team": those who were sent stand a few words behind the verb. */
static bool sends(const Meeting *m, uint32_t i)
{
    static const char *const sent[] = {"sent", "sends", "dispatched", "fielded", "entered", "contributed", NULL};
    if (!reading_is_one(m->r, i, sent))
        return false;
    for (uint32_t k = i + 1; k < m->c.s.end && k <= i + OBJECT && !m->c.at[k]; k++) {
        if (reading_kinds(m->r, k) & WORD_DELEGATE)
            return true;
        if (!(reading_flags(m->r, k) & (TOKEN_WORD | TOKEN_NUMBER)) || reading_kinds(m->r, k) & WORD_PREPOSITION)
            return false;
    }
    return false;
}

/* "told the delegates", "briefed participants", "taught officers of B": to those who are there one speaks there. */
static bool speaks_to_those_there(const Meeting *m, uint32_t i)
{
    static const char *const verbs[] = {"told",     "tells",    "briefed", "briefs",   "taught", "trained",
                                        "thanked",  "welcomed", "greeted", "reminded", "urged",  "lectured",
                                        "informed", "walked",   "showed",  "guided",   NULL};
    static const char *const there[] = {"participants", "attendees", "crews",     "audience", "guests",   "trainees",
                                        "conference",   "meeting",   "forum",     "summit",   "workshop", "gathering",
                                        "seminar",      "ceremony",  "opening",   "plenary",  "session",  "colleagues",
                                        "counterparts", "hosts",     "symposium", NULL};
    if (!reading_is_one(m->r, i, verbs))
        return false;
    for (uint32_t k = i + 1; k < m->c.s.end && k <= i + 3; k++) {
        if ((!m->c.at[k] || clause_event(&m->c, k)) &&
            (reading_is_one(m->r, k, there) || reading_kinds(m->r, k) & WORD_DELEGATE))
            return true;
    }
    return false;
}

/* "A, together with B, brought officials to Lima for a conference": A holds it. */
static void brings(Meeting *m, uint32_t i)
{
    static const char *const verbs[] = {"brought", "invited", "gathered", "assembled", "summoned", "called", NULL};
    static const char *const with[] = {"with", "alongside", NULL};
    if (!reading_is_one(m->r, i, verbs) || !(reading_kinds(m->r, i + 1) & WORD_DELEGATE))
        return;
    uint32_t event = meeting_object(m, i + 1), before = m->c.s.first;
    if (event == ID_NONE || clause_planned(&m->c, i) || clause_negated(&m->c, i))
        return;
    g_array_set_size(m->list, 0);
    meeting_subject(m, i);
    while (before < i && (m->c.at[before] || !reading_is_one(m->r, before, with)))
        before++;
    if (before < i)
        clause_list(&m->c, before + 1, i, m->list);
    bool several = meeting_list_distinct(m) > 1;
    Claim claim = {.event = event, .rule = "deed", .cert = CERT_MEDIUM, .status = PART_STATED};
    claim.role = several ? "co-organiser" : "organiser";
    meeting_claim_list(m, claim);
}

/* "It worked hand in hand with A and B": those at its side. */
static void works_with(Meeting *m, uint32_t i)
{
    static const char *const how[] = {"hand", "in", "closely", "together", "side", "by", "alongside", "jointly", NULL};
    uint32_t k = i + 1;
    if (!reading_is_one(m->r, i, (const char *const[]){"worked", "cooperated", "teamed", "liaised", NULL}))
        return;
    while (k < m->c.s.end && !m->c.at[k] && (reading_is_one(m->r, k, how) || reading_is(m->r, k, "up")))
        k++;
    uint32_t event = k > i + 1 && reading_is(m->r, k, "with") ? meeting_here(m, 1) : ID_NONE;
    if (event == ID_NONE || !meeting_is_gathering(m, event) || clause_negated(&m->c, i) || clause_planned(&m->c, i))
        return;
    g_array_set_size(m->list, 0);
    clause_list(&m->c, k + 1, clause_end(&m->c, k), m->list);
    Claim claim = {.event = event, .role = "attendee", .rule = "deed", .cert = CERT_MEDIUM, .status = PART_STATED};
    meeting_claim_list(m, claim);
}

void meeting_read_deeds(Meeting *m)
{
    if (m->recent == ID_NONE && meeting_in_sentence(m) == ID_NONE)
        return;
    for (uint32_t i = m->c.s.first; i < m->c.s.end; i++) {
        if (m->c.at[i] || reading_flags(m->r, i) & TOKEN_UPPER || !(reading_flags(m->r, i) & TOKEN_WORD) ||
            reading_kinds(m->r, i) & (WORD_FUNCTION | WORD_PREPOSITION))
            continue; /* deeds are told between names */
        char first = m->r->draft->text[m->r->token[i].from];
        for (size_t d = 0; d < G_N_ELEMENTS(deeds); d++) {
            if (*deeds[d].word[0] == first && deed_end(m, i, &deeds[d])) /* most often not; none begins with "~" */
                claim_deed(m, deeds[d].role, i, CERT_MEDIUM);
        }
        brings(m, i);
        works_with(m, i);
        if (sends(m, i))
            claim_deed(m, "attendee", i, CERT_MEDIUM);
        else if (speaks_to_those_there(m, i))
            claim_deed(m, "speaker", i, CERT_MEDIUM);
    }
}
