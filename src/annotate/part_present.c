/* part_present.c - taking part as sentences of presence tell it: who was there, behind the one that names the event. */
#include "taking_part.h"
#include <string.h>

enum { PRESENT_MAX = 5, FEW = 3, SUBJECT_MAX = 14, WITH_MAX = 7, FAR = 2 };

/* Who was there, without the event: "A and B took part", "A, B and C came". */
typedef struct Presence {
    const char *word[PRESENT_MAX + 1];
    bool sure; /* says participation; else a list of FEW has to say it */
} Presence;

static const Presence presences[] = {
    {{"took", "part"}, true},
    {{"taking", "part"}, true},
    {{"participated"}, true},
    {{"were", "present"}, true},
    {{"was", "present"}, true},
    {{"was", "there"}, true},
    {{"were", "there"}, true},
    {{"were", "represented"}, true},
    {{"was", "represented"}, true},
    {{"were", "in", "attendance"}, true},
    {{"attended"}, true},
    {{"joined"}, false},
    {{"joined", "in"}, false},
    {{"came"}, false},
    {{"had", "come"}, false},
    {{"flew", "in"}, false},
    {{"travelled"}, false},
    {{"traveled"}, false},
    {{"was", "on", "hand"}, true},
    {{"were", "on", "hand"}, true},
    {{"dialled", "in"}, true},
    {{"dialed", "in"}, true},
    {{"looked", "on"}, false},
    {{"took", "seats"}, false},
    {{"sat", "around", "the", "table"}, true},
    {{"answered", "the", "invitation"}, true},
    {{"accepted", "the", "invitation"}, false},
    {{"came", "as", "well"}, true},
    {{"was", "among", "those", "present"}, true},
    {{"were", "among", "those", "present"}, true},
    {{"was", "among", "the", "guests"}, true},
    {{"were", "among", "the", "guests"}, true},
    {{"was", "among", "the", "participants"}, true},
    {{"were", "among", "the", "participants"}, true},
    {{"were", "the", "visitors"}, true},
    {{"were", "the", "guests"}, true},
    {{"were", "the", "participants"}, true},
    {{"sent", "teams"}, true},
    {{"sent", "delegates"}, true},
    {{"sent", "delegations"}, true},
    {{"sent", "experts"}, false},
    {{"sent", "officials"}, false},
    {{"sent", "representatives"}, true},
    {{"practised", "alongside"}, false},
    {{"exercised", "together"}, false},
};

/* The end of the phrase at token i, or 0; the longest wins. */
static uint32_t presence_at(const Meeting *m, uint32_t i, const Presence **found)
{
    uint32_t end = 0;
    char first = m->r->draft->text[m->r->token[i].from];
    if (m->c.at[i])
        return 0;
    for (size_t p = 0; p < G_N_ELEMENTS(presences); p++) {
        if (*presences[p].word[0] != first)
            continue;
        uint32_t w = 0, k = i;
        while (presences[p].word[w] && k < m->c.s.end && !m->c.at[k]) {
            bool same = reading_is(m->r, k, presences[p].word[w]);
            if (!same && !(w && reading_is_one(m->r, k, (const char *const[]){"also", "both", "all", "again", NULL})))
                break;
            w += same;
            k++;
        }
        if (presences[p].word[w] || k <= end)
            continue;
        end = k;
        *found = &presences[p];
    }
    return end;
}

/* "Unlike A", "as in 2015", "if B came": not this event, or not so. */
static bool is_elsewhere(const Meeting *m, uint32_t end)
{
    static const char *const words[] = {"Unlike",     "unlike",  "than",    "If",      "if",      "would", "could",
                                        "previous",   "Earlier", "earlier", "usually", "Usually", "often", "Whenever",
                                        "previously", "Had",     "had",     "whether", "never",   "might", NULL};
    for (uint32_t i = m->c.s.first; i < end; i++) {
        if (!m->c.at[i] && reading_is_one(m->r, i, words))
            return true;
    }
    return false;
}

static uint32_t countries_and_agencies(const Meeting *m)
{
    uint32_t n = 0;
    for (guint i = 0; i < m->list->len; i++) {
        const Span *s = reading_span(m->r, g_array_index(m->list, uint32_t, i));
        if (s->kind == MARK_BLOC && strcmp(s->class, "grp") == 0)
            return FEW; /* "the ASEAN states" */
        n += s->kind != MARK_OFFICIAL;
    }
    return MIN(n, meeting_list_distinct(m));
}

static void claim_present(Meeting *m, uint32_t event, Certainty cert, const char *rule)
{
    Claim claim = {.event = event, .role = "attendee", .rule = rule, .cert = cert, .status = PART_STATED};
    meeting_claim_list(m, claim);
}

/* Does the clause end here, but for "as well", "together with B", "from afar"? "A joined a party" goes on. */
static bool goes_nowhere(const Meeting *m, uint32_t i)
{
    static const char *const after[] = {"as",     "too",     "all",       "also",     "together",   "alongside",
                                        "beside", "besides", "and",       "at",       "in",         "on",
                                        "from",   "for",     "online",    "with",     "by",         "each",
                                        "every",  "there",   "virtually", "remotely", "throughout", NULL};
    bool by = reading_is(m->r, i, "by") &&
              !reading_is_one(m->r, i + 1, (const char *const[]){"video", "phone", "telephone", "satellite", NULL});
    return i >= m->c.s.end ||
           (!m->c.at[i] && !by && (!(reading_flags(m->r, i) & TOKEN_WORD) || reading_is_one(m->r, i, after)));
}

/* "… took part together with A and B", "… came, and so did A". */
static void companions(Meeting *m, uint32_t from)
{
    static const char *const with[] = {"with", "alongside", "did", "them", "including", NULL};
    for (uint32_t i = from; i < m->c.s.end && i < from + WITH_MAX; i++) {
        if (m->c.at[i])
            return;
        bool as_were =
            reading_is(m->r, i, "as") && reading_is_one(m->r, i + 1, (const char *const[]){"were", "was", "did", NULL});
        i += as_were;
        if (!as_were && !reading_is_one(m->r, i, with))
            continue;
        clause_list(&m->c, i + 1, clause_end(&m->c, i), m->list);
        return;
    }
}

/* "All ten were there: A, B and C": where the list begins, or 0. */
static uint32_t behind_colon(const Meeting *m, uint32_t from)
{
    for (uint32_t i = from; i < m->c.s.end && i < from + 6; i++) {
        if (m->c.at[i])
            return 0;
        if (reading_is(m->r, i, ":"))
            return i + 1;
    }
    return 0;
}

/* "Ms A had come from Lima", "A flew in": whoever is named came for what is told of. */
static bool has_travelled(const Meeting *m, uint32_t i)
{
    return reading_is_one(m->r, i, (const char *const[]){"came", "come", "flew", "travelled", "traveled", NULL});
}

static bool only_officials(const Meeting *m)
{
    for (guint i = 0; i < m->list->len; i++) {
        if (reading_span(m->r, g_array_index(m->list, uint32_t, i))->kind != MARK_OFFICIAL)
            return false;
    }
    return m->list->len > 0;
}

/* "A and B took part.", "Nine answered the invitation: A, B …" */
static void were_there(Meeting *m, uint32_t i, uint32_t end, const Presence *p)
{
    uint32_t event = meeting_here(m, p->sure ? FAR : 1), colon = behind_colon(m, end);
    if (event == ID_NONE || clause_planned(&m->c, i) || clause_negated(&m->c, i) || !goes_nowhere(m, end) ||
        meeting_object(m, end) != ID_NONE || is_elsewhere(m, i))
        return;
    g_array_set_size(m->list, 0);
    if (colon)
        clause_list(&m->c, colon, m->c.s.end, m->list);
    if (colon && countries_and_agencies(m) >= FEW) {
        claim_present(m, event, CERT_HIGH, "there-list");
        return;
    }
    g_array_set_size(m->list, 0);
    meeting_subject(m, i);
    bool some = m->list->len > 0;
    companions(m, end);
    if (!some && meeting_list_distinct(m) < 2)
        return;
    bool remote = reading_is(m->r, end, "by") ||
                  reading_is_one(m->r, end, (const char *const[]){"online", "remotely", "virtually", NULL});
    if (p->sure || remote || countries_and_agencies(m) >= FEW ||
        ((has_travelled(m, i) || has_travelled(m, end - 1)) && only_officials(m)))
        claim_present(m, event, p->sure ? CERT_HIGH : CERT_MEDIUM, "was-there");
}

/* Who is said to be there by the word alone, or, like colleagues, when a list of FEW follows. */
static bool is_guest_word(const Meeting *m, uint32_t i, bool *sure)
{
    static const char *const surely[] = {
        "participating", "Participating", "participants", "Participants", "attendees", "Attendees",   "present",
        "attending",     "visitors",      "guests",       "Visitors",     "Guests",    "contestants", NULL};
    static const char *const maybe[] = {"colleagues", "Colleagues", "counterparts", "trainees", "Trainees",
                                        "players",    "Players",    "They",         "Others",   NULL};
    *sure |= reading_is_one(m->r, i, surely);
    return *sure || reading_kinds(m->r, i) & WORD_DELEGATE || reading_is_one(m->r, i, maybe);
}

/* "Present were A", "Also taking part are A", "Among those attending was A". */
static bool is_inverted(const Meeting *m, uint32_t i)
{
    static const char *const before[] = {"Also", "Among", "those", "the", NULL};
    static const char *const there[] = {"present", "Present", "attending",     "Attending",
                                        "taking",  "Taking",  "participating", "Participating",
                                        "joining", "Joining", "attendance",    NULL};
    while (i < m->c.s.end && !m->c.at[i] && reading_is_one(m->r, i, before))
        i++;
    i += reading_is(m->r, i, "in") || reading_is(m->r, i, "In");
    return i < m->c.s.end && !m->c.at[i] && reading_is_one(m->r, i, there);
}

/* "The participating economies were A, B and C", "The visitors came from A, B and C", "Present were A and B". */
static void guests_were(Meeting *m)
{
    static const char *const be[] = {"were",  "included", "represented", "are",       "was",      "is", "names",
                                     "named", "lists",    "listed",      "comprised", "includes", NULL},
                             *const came[] = {"came", "were", "hailed", NULL};
    const Reading *r = m->r;
    bool guests = false, sure = false;
    uint32_t first = m->c.s.first, end = MIN(m->c.s.end, first + SUBJECT_MAX), i = first;
    bool inverted = is_inverted(m, first);
    for (; i < end && !reading_is_one(r, i, be) && !reading_is(r, i, "came") && !reading_is(r, i, "hailed"); i++) {
        Verb v;
        bool names_event = clause_event(&m->c, i) != NULL;
        if (!m->c.at[i] && is_guest_word(m, i, &sure))
            guests = true;
        else if (!names_event && !m->c.at[i] && !inverted &&
                 (clause_is_verb(&m->c, i) || (clause_verb(&m->c, i, &v) && strcmp(v.form, "gerund") != 0) ||
                  reading_is_one(r, i, (const char *const[]){",", ";", ":", NULL})))
            return;
    }
    bool from = reading_is_one(r, i, came) && reading_is(r, i + 1, "from");
    if (!inverted && reading_is_one(r, i, (const char *const[]){"are", "was", "is", NULL}))
        return;
    if (i >= end || m->c.at[i] || !(guests || inverted) || !(from || reading_is_one(r, i, be)))
        return;
    uint32_t event = meeting_here(m, 1);
    g_array_set_size(m->list, 0);
    clause_list(&m->c, i + 1 + from, clause_end(&m->c, i), m->list);
    bool enough = meeting_list_distinct(m) >= (inverted ? 1 : sure ? 2 : FEW);
    bool list_at_once =
        from || m->list->len == 0 || reading_span(r, g_array_index(m->list, uint32_t, 0))->first <= i + 3;
    if (event == ID_NONE || !enough || !list_at_once || is_elsewhere(m, i))
        return;
    claim_present(m, event, sure || inverted ? CERT_HIGH : CERT_MEDIUM, from ? "came-from" : "guests-were");
}

/* "It had two chairs: A, …, and B". */
static void chairs(Meeting *m)
{
    static const char *const word[] = {"chairs", "chair", "co-chairs", "chairmen", "chairpersons", NULL};
    static const char *const had[] = {"had", "sent", "were", "were:", NULL};
    bool has = false, chair = false;
    for (uint32_t i = m->c.s.first; i < m->c.s.end; i++) {
        has |= !m->c.at[i] && reading_is_one(m->r, i, had);
        chair |= has && reading_is_one(m->r, i, word);
        if (m->c.at[i] || !reading_is(m->r, i, ":"))
            continue;
        uint32_t event = chair ? meeting_here(m, 1) : ID_NONE;
        if (event == ID_NONE)
            return;
        g_array_set_size(m->list, 0);
        clause_list(&m->c, i + 1, m->c.s.end, m->list);
        meeting_list_officials(m);
        Claim claim = {.event = event, .role = "chair", .rule = "chairs-list", .cert = CERT_HIGH};
        claim.status = PART_STATED;
        if (meeting_list_distinct(m) > 1)
            meeting_claim_list(m, claim);
        return;
    }
}

/* "Besides A, the exercise brought in B and C". */
static void brought_in(Meeting *m, uint32_t i)
{
    uint32_t event = meeting_before(m, i, 4);
    if (event == ID_NONE || is_elsewhere(m, i))
        return;
    g_array_set_size(m->list, 0);
    if (reading_is_one(m->r, m->c.s.first, (const char *const[]){"Besides", "Beside", "Alongside", NULL}))
        clause_list(&m->c, m->c.s.first + 1, i, m->list);
    clause_list(&m->c, i + 2, clause_end(&m->c, i), m->list);
    if (countries_and_agencies(m) >= 2)
        claim_present(m, event, CERT_HIGH, "brought-in");
}

/* "A exercised with B and C", "A were joined by B", "A had company from B": both sides of it. */
static void were_with(Meeting *m, uint32_t i)
{
    static const char *const trained[] = {"exercised", "trained", "practised", "practiced", "drilled", NULL};
    static const char *const peers[] = {"counterparts", "colleagues", "partners", "teams", NULL};
    bool joined = reading_is(m->r, i, "joined") && reading_is(m->r, i - 1, "were");
    bool company = reading_is(m->r, i, "company") && reading_is(m->r, i - 1, "had");
    bool worked = reading_is(m->r, i, "worked");
    const char *link = joined ? "by" : company ? "from" : "with";
    uint32_t with = i + 1;
    if (i == m->c.s.first || m->c.at[i] || !(joined || company || worked || reading_is_one(m->r, i, trained)))
        return;
    while (with < m->c.s.end && with < i + WITH_MAX && !reading_is(m->r, with, link) &&
           (!m->c.at[with] || clause_event(&m->c, with)))
        with++;
    uint32_t event = meeting_here(m, 1);
    if (event == ID_NONE || with >= m->c.s.end || !reading_is(m->r, with, link) ||
        (worked && !reading_is_one(m->r, with + 1, peers)) || clause_planned(&m->c, i) || clause_negated(&m->c, i) ||
        is_elsewhere(m, i - company))
        return;
    g_array_set_size(m->list, 0);
    clause_subject(&m->c, i - company, m->list);
    uint32_t subjects = m->list->len;
    clause_list(&m->c, with + 1, clause_end(&m->c, with), m->list);
    if (subjects && m->list->len > subjects && countries_and_agencies(m) >= FEW)
        claim_present(m, event, joined ? CERT_HIGH : CERT_MEDIUM, "were-with");
}

void meeting_read_presence(Meeting *m)
{
    bool told = meeting_here(m, FAR) != ID_NONE; /* else nobody can have been there */
    if (told) {
        guests_were(m);
        chairs(m);
    }
    for (uint32_t i = m->c.s.first; i < m->c.s.end; i++) {
        const Presence *p = NULL;
        if (told)
            were_with(m, i);
        uint32_t end = told ? presence_at(m, i, &p) : 0;
        if (end)
            were_there(m, i, end, p);
        else if (!m->c.at[i] && reading_is(m->r, i, "brought") && reading_is(m->r, i + 1, "in"))
            brought_in(m, i);
    }
}
