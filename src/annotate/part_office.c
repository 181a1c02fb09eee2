/* part_office.c - taking part as nouns of office tell it: "with A in the chair", "A and B as hosts", "A was the host".
 */
#include "taking_part.h"
#include <string.h>

enum { BE_REACH = 6, WITH_REACH = 30 };

typedef struct Office {
    const char *word, *role;
} Office;

static const char *office_role(const Meeting *m, uint32_t i)
{
    static const Office offices[] = {
        {"host", "host"},
        {"hosts", "host"},
        {"co-host", "host"},
        {"co-hosts", "host"},
        {"chair", "chair"},
        {"chairs", "chair"},
        {"co-chair", "chair"},
        {"co-chairs", "chair"},
        {"chairman", "chair"},
        {"chairperson", "chair"},
        {"chairwoman", "chair"},
        {"chairmen", "chair"},
        {"moderator", "chair"},
        {"moderators", "chair"},
        {"facilitator", "chair"},
        {"vice-chair", "chair"},
        {"organiser", "organiser"},
        {"organizer", "organiser"},
        {"organisers", "organiser"},
        {"organizers", "organiser"},
        {"co-organiser", "co-organiser"},
        {"co-organizer", "co-organiser"},
        {"co-organisers", "co-organiser"},
        {"partner", "co-organiser"},
        {"partners", "co-organiser"},
        {"sponsor", "supporter"},
        {"sponsors", "supporter"},
        {"observer", "attendee"},
        {"observers", "attendee"},
        {"participant", "attendee"},
        {"participants", "attendee"},
        {"guest", "attendee"},
        {"guests", "attendee"},
        {"speaker", "speaker"},
        {"speakers", "speaker"},
    };
    if (m->c.at[i])
        return NULL;
    for (size_t k = 0; k < G_N_ELEMENTS(offices); k++) {
        if (reading_is(m->r, i, offices[k].word))
            return offices[k].role;
        size_t n = strcspn(offices[k].word, "-"); /* "co-host" is three tokens */
        bool joined = offices[k].word[n] == '-' && i + 2 < m->c.s.end && reading_is(m->r, i + 1, "-");
        if (joined && reading_is(m->r, i + 2, offices[k].word + n + 1) &&
            n == m->r->token[i].to - m->r->token[i].from &&
            strncmp(m->r->draft->text + m->r->token[i].from, offices[k].word, n) == 0)
            return offices[k].role;
    }
    return NULL;
}

static void claim_office(Meeting *m, uint32_t event, const char *role, const char *rule, Certainty cert)
{
    Claim claim = {.event = event, .role = role, .rule = rule, .cert = cert, .status = PART_STATED};
    meeting_claim_list(m, claim);
}

/* The end of "as host", "as its chairs", "in the chair", "in attendance" at token i, with its role; or 0. */
static uint32_t office_phrase(const Meeting *m, uint32_t i, const char **role)
{
    static const char *const skip[] = {"its", "the", "a", "an", "joint", "guest", "special", "one", "of", "-", NULL};
    const Reading *r = m->r;
    if (reading_is(r, i, "in") && reading_is(r, i + 1, "attendance") && !m->c.at[i]) {
        *role = "attendee";
        return i + 2;
    }
    if (reading_is(r, i, "in") && reading_is(r, i + 1, "the") && reading_is(r, i + 2, "chair")) {
        *role = "chair";
        return i + 3;
    }
    if (m->c.at[i] || !reading_is(r, i, "as"))
        return 0;
    uint32_t k = i + 1;
    while (k < m->c.s.end && k < i + 4 && !m->c.at[k] && reading_is_one(r, k, skip))
        k++;
    *role = k < m->c.s.end ? office_role(m, k) : NULL;
    return *role ? k + 1 : 0;
}

/* "with A and B as hosts", "with A in the chair". */
static void with_office(Meeting *m, uint32_t with)
{
    for (uint32_t i = with + 1; i < m->c.s.end && i < with + WITH_REACH; i++) {
        const char *role = NULL;
        uint32_t end = office_phrase(m, i, &role);
        if (!end)
            continue;
        uint32_t event = meeting_here(m, 1);
        if (event == ID_NONE)
            return;
        g_array_set_size(m->list, 0);
        clause_list(&m->c, with + 1, i, m->list);
        claim_office(m, event, role, "with-office", CERT_HIGH);
        return;
    }
}

/* "A was the host of the forum", "A and B were joint hosts", "A was in the chair", "A shared the chair of it". */
static void was_office(Meeting *m, uint32_t be)
{
    static const char *const skip[] = {"the",  "its",   "a",  "one", "local", "main", "of",    "joint",
                                       "also", "again", "an", "-",   "there", "both", "among", NULL};
    const Reading *r = m->r;
    uint32_t i = be + 1;
    while (i < m->c.s.end && i < be + BE_REACH && !m->c.at[i] && reading_is_one(r, i, skip))
        i++;
    const char *role = NULL;
    uint32_t end = office_phrase(m, i, &role);
    bool shared = reading_is_one(r, be, (const char *const[]){"shared", "shares", "took", "takes", NULL});
    if (!end) {
        role = i < m->c.s.end ? office_role(m, i) : NULL;
        end = i + 1;
    }
    if (!role || (shared && strcmp(role, "chair") != 0) || clause_planned(&m->c, be) || clause_negated(&m->c, be + 1))
        return;
    bool of =
        reading_is(r, end, "of") || reading_is(r, end, "at") || reading_is(r, end, "in") || reading_is(r, end, "for");
    uint32_t event = of ? meeting_object(m, end) : ID_NONE;
    bool more = end < m->c.s.end && reading_flags(r, end) & TOKEN_WORD;
    if (event == ID_NONE && more && !reading_is_one(r, end, (const char *const[]){"with", "of", "and", "for", NULL}))
        return;
    bool it = reading_is(r, end + 1, "it") || reading_is(r, end + 2, "meeting") || !of;
    Certainty cert = event != ID_NONE ? CERT_HIGH : CERT_MEDIUM;
    event = event == ID_NONE && it ? meeting_here(m, 1) : event;
    if (event == ID_NONE)
        return;
    g_array_set_size(m->list, 0);
    meeting_subject(m, be);
    if (reading_is(r, end, "with"))
        clause_list(&m->c, end + 1, clause_end(&m->c, end), m->list);
    claim_office(m, event, role, "was-office", cert);
}

/* "under the chairmanship of A", "under the auspices of A". */
static void under(Meeting *m, uint32_t i)
{
    static const Office ways[] = {{"chairmanship", "chair"}, {"co-chairmanship", "chair"}, {"auspices", "organiser"},
                                  {"presidency", "chair"},   {"patronage", "supporter"},   {"sponsorship", "supporter"},
                                  {"invitation", "host"},    {"aegis", "organiser"}};
    const Reading *r = m->r;
    uint32_t k = i + 1;
    while (k < m->c.s.end && k < i + 5 && !m->c.at[k] && !reading_is(r, k, "of"))
        k++;
    const char *role = NULL;
    for (size_t w = 0; w < G_N_ELEMENTS(ways); w++)
        role = reading_is(r, k - 1, ways[w].word) ? ways[w].role : role;
    uint32_t event = role && reading_is(r, k, "of") ? meeting_here(m, 1) : ID_NONE;
    if (event == ID_NONE)
        return;
    g_array_set_size(m->list, 0);
    clause_list(&m->c, k + 1, clause_end(&m->c, k), m->list);
    claim_office(m, event, role, "under-office", CERT_HIGH);
}

/* "A followed it as an observer". */
static void as_office(Meeting *m, uint32_t as)
{
    static const char *const guests[] = {"observer",    "observers",    "guest", "guests",
                                         "participant", "participants", NULL};
    const char *role = NULL;
    uint32_t end = office_phrase(m, as, &role),
             event = end && reading_is_one(m->r, end - 1, guests) ? meeting_here(m, 1) : ID_NONE;
    if (event == ID_NONE || clause_planned(&m->c, as) || clause_negated(&m->c, as))
        return;
    g_array_set_size(m->list, 0);
    meeting_subject(m, as);
    if (reading_is(m->r, end, ",") && reading_is(m->r, end + 1, "as") &&
        reading_is_one(m->r, end + 2, (const char *const[]){"did", "was", "were", NULL}))
        clause_list(&m->c, end + 3, clause_end(&m->c, end), m->list); /* ", as did B" */
    claim_office(m, event, role, "as-office", CERT_MEDIUM);
}

void meeting_read_offices(Meeting *m)
{
    static const char *const be[] = {"was",    "were",   "is",     "are",  "served", "acted",
                                     "serves", "shared", "shares", "took", "acts",   NULL};
    int64_t with = -WITH_REACH - 1;
    for (uint32_t i = m->c.s.first; i < m->c.s.end; i++) {
        if (m->c.at[i])
            continue;
        bool chair = i == m->c.s.first && reading_is(m->r, i, "In") && reading_is(m->r, i + 2, "chair") &&
                     reading_is_one(m->r, i + 3, (const char *const[]){"was", "were", "sat", NULL});
        uint32_t event = chair ? meeting_here(m, 2) : ID_NONE;
        if (event != ID_NONE) { /* "In the chair was A" */
            g_array_set_size(m->list, 0);
            clause_list(&m->c, i + 4, clause_end(&m->c, i), m->list);
            claim_office(m, event, "chair", "was-office", CERT_HIGH);
        }
        if (reading_is_one(m->r, i, (const char *const[]){"with", "With", NULL})) {
            with_office(m, i);
            with = i;
        } else if (reading_is(m->r, i, "as") && i > with + WITH_REACH)
            as_office(m, i);
        else if (reading_is_one(m->r, i, (const char *const[]){"under", "Under", NULL}) ||
                 (reading_is_one(m->r, i, (const char *const[]){"at", "At", NULL}) &&
                  reading_is(m->r, i + 2, "invitation")))
            under(m, i);
        else if (reading_is_one(m->r, i, be))
            was_office(m, i);
    }
}
