/* part_noun.c - taking part as nouns tell it: talks between A and B, experts from A, the summit of a bloc. */
#include "taking_part.h"
#include <string.h>

enum { PAIR = 4 };

static bool is_bilateral_noun(const char *type)
{
    return meeting_is_plain(type) || strcmp(type, "agreement") == 0 || strcmp(type, "forum") == 0;
}

/* "talks between A and B", "agreement with B". */
static void between(Meeting *m, const Chunk *u, uint32_t event)
{
    static const char *const topical[] = {"cooperation",   "relations", "ties",  "partnership",
                                          "collaboration", "links",     "trade", NULL};
    const Span *s = clause_span(&m->c, u);
    bool agreement = strcmp(meeting_type(m, event), "agreement") == 0,
         general = agreement && strcmp(s->rule, "event-noun") == 0;
    if (strcmp(s->class, "trg") == 0 || (u->end > u->first + 2 && reading_is_one(m->r, u->end - 1, topical)))
        return;
    for (uint32_t i = u->end; i < m->c.s.end && i < u->end + (general ? 14 : 9); i++) {
        const Chunk *over = clause_over(&m->c, i);
        if (over && clause_span(&m->c, over)->kind != MARK_DATE && clause_span(&m->c, over)->kind != MARK_PLACE &&
            over != u)
            return;
        if (over || (clause_is_verb(&m->c, i) && !general))
            continue;
        bool with = i <= u->end + 1 && is_bilateral_noun(meeting_type(m, event)) && reading_is(m->r, i, "with");
        if (!reading_is(m->r, i, "between") && !with)
            continue;
        g_array_set_size(m->list, 0);
        clause_list(&m->c, i + 1, clause_end(&m->c, i), m->list);
        bool far = general && i > u->end + 2;
        Claim claim = {.event = event,
                       .role = agreement ? "signatory" : "attendee",
                       .rule = with ? "event-with" : "event-between",
                       .cert = far                      ? CERT_LOW
                               : with || i > u->end + 4 ? CERT_MEDIUM
                                                        : CERT_HIGH,
                       .status = PART_STATED};
        if (with ? m->list->len > 0
                 : meeting_list_distinct(m) > 1 ||
                       (m->list->len && reading_span(m->r, g_array_index(m->list, uint32_t, 0))->targets.n > 1))
            meeting_claim_list(m, claim);
        return;
    }
}

/* "the annual meeting of A and B", "APCERT's drill", "the exercise of the APCERT": whose it is. */
static void owners(Meeting *m, const Chunk *u, uint32_t event)
{
    const Reading *r = m->r;
    const Span *s = clause_span(&m->c, u);
    Claim claim = {.event = event, .rule = "event-of", .cert = CERT_MEDIUM, .status = PART_STATED};
    if (strcmp(s->class, "nom") != 0 || !meeting_is_gathering(m, event))
        return;
    g_array_set_size(m->list, 0);
    if (reading_is(r, u->end, "of")) {
        clause_list(&m->c, u->end + 1, clause_end(&m->c, u->end), m->list);
    } else if (u->first > m->c.s.first + 1 && reading_flags(r, u->first - 1) & TOKEN_POSSESSIVE) {
        const Chunk *owner = clause_over(&m->c, u->first - 2);
        if (owner && clause_span(&m->c, owner)->kind == MARK_AGENCY)
            g_array_append_val(m->list, owner->span);
    }
    bool near = m->list->len && reading_span(r, g_array_index(m->list, uint32_t, 0))->first <= u->end + 3;
    bool agency = m->list->len && reading_span(r, g_array_index(m->list, uint32_t, 0))->kind == MARK_AGENCY;
    if (!near || (meeting_list_distinct(m) < 2 && !agency))
        return;
    claim.role = meeting_list_distinct(m) > 1 ? "attendee" : "organiser";
    meeting_claim_list(m, claim);
}

/* "The dialogue brought A and B together in Lima". */
static void brought_together(Meeting *m)
{
    for (uint32_t i = m->c.s.first; i < m->c.s.end; i++) {
        if (m->c.at[i] || !reading_is_one(m->r, i, (const char *const[]){"brought", "brings", "bring", NULL}))
            continue;
        uint32_t k = i + 1;
        while (k < m->c.s.end && (m->c.at[k] || !reading_is(m->r, k, "together")))
            k++;
        uint32_t event = k < m->c.s.end && k > i + 1 ? meeting_here(m, 1) : ID_NONE;
        if (event == ID_NONE)
            return;
        g_array_set_size(m->list, 0);
        clause_list(&m->c, i + 1, k, m->list);
        Claim claim = {
            .event = event, .role = "attendee", .rule = "brought-together", .cert = CERT_HIGH, .status = PART_STATED};
        meeting_claim_list(m, claim);
        return;
    }
}

/* "The aim of the event was to enhance cooperation between A and B." */
static void aim(Meeting *m)
{
    bool aims = false;
    for (uint32_t i = m->c.s.first; i < m->c.s.end; i++) {
        aims |= i < m->c.s.first + 6 && reading_kinds(m->r, i) & WORD_EVENT_AIM;
        if (!aims || m->c.at[i] || !reading_is(m->r, i, "between"))
            continue;
        uint32_t event = meeting_in_sentence(m);
        g_array_set_size(m->list, 0);
        clause_list(&m->c, i + 1, clause_end(&m->c, i), m->list);
        Claim claim = {
            .event = event, .role = "attendee", .rule = "event-aim", .cert = CERT_MEDIUM, .status = PART_STATED};
        if (event != ID_NONE)
            meeting_claim_list(m, claim);
        return;
    }
}

/* "experts from A, B and C" where an event, or who was there, is spoken of. */
static void delegates(Meeting *m)
{
    const Reading *r = m->r;
    uint32_t event = meeting_in_sentence(m);
    static const char *const surely[] = {"Delegations", "Delegates", "Participants", "Representatives", "Observers",
                                         "delegations", "delegates", "participants", "representatives", "observers",
                                         "Teams",       "Trainees",  "Attendees",    "Visitors",        NULL};
    bool there = reading_is(r, m->c.s.first, "There") || reading_is(r, m->c.s.first, "Participants");
    if (event == ID_NONE && there)
        event = meeting_of_context(m);
    for (uint32_t i = m->c.s.first; event == ID_NONE && i < m->c.s.first + 3 && i < m->c.s.end; i++) {
        if (!m->c.at[i] && reading_is_one(r, i, surely) &&
            reading_is_one(r, i + 1, (const char *const[]){"from", "of", NULL}))
            event = meeting_here(m, 1);
    }
    for (uint32_t i = m->c.s.first; i < m->c.s.end; i++) {
        if (m->c.at[i] || !(reading_kinds(r, i) & WORD_DELEGATE))
            continue;
        uint32_t from = i + 1;
        bool were = reading_is_one(r, from, (const char *const[]){"were", "came", "come", "are", NULL}) &&
                    reading_is(r, from + 1, "from");
        if (event == ID_NONE && were)
            event = meeting_of_context(m);
        uint32_t ahead = event == ID_NONE && m->recent == ID_NONE ? meeting_ahead(m) : ID_NONE;
        if (event == ID_NONE && ahead == ID_NONE)
            continue;
        while (from < i + 4 && from < m->c.s.end && !m->c.at[from] && !reading_is(r, from, "from") &&
               reading_flags(r, from) & TOKEN_WORD)
            from++;
        if (!reading_is(r, from, "from"))
            continue;
        g_array_set_size(m->list, 0);
        uint32_t end = clause_list(&m->c, from + 1, clause_end(&m->c, from), m->list);
        if (ahead != ID_NONE && meeting_list_distinct(m) < 3)
            continue;
        bool says = end < m->c.s.end && reading_kinds(r, end > from + 1 ? end - 1 : end) & WORD_SAY;
        Claim claim = {
            .event = event, .role = "attendee", .rule = "delegates-from", .cert = CERT_MEDIUM, .status = PART_STATED};
        if (ahead != ID_NONE) {
            claim.event = ahead;
            claim.cert = CERT_LOW;
        }
        if (!says)
            meeting_claim_list(m, claim);
        i = end > i ? end - 1 : i;
    }
}

/* The ministers' meeting, the summit of a bloc: all of it was there. */
static void bloc_meeting(Meeting *m, const Chunk *u, uint32_t event)
{
    const Reading *r = m->r;
    const Span *s = clause_span(&m->c, u);
    bool high = strcmp(s->value, "summit") == 0 || strcmp(s->value, "ministerial-meeting") == 0;
    bool conference = s->class[0] == 'n' && strcmp(s->class, "nom") == 0 &&
                      (strcmp(s->value, "conference") == 0 || strcmp(s->value, "meeting") == 0);
    if (!high && !conference && strcmp(s->class, "nam") == 0) { /* "Defence Ministers' Meeting" */
        for (uint32_t i = u->first; i + 1 < u->end && !high; i++)
            high = reading_is_one(r, i, (const char *const[]){"Ministers", "Ministerial", "Leaders", "Summit", NULL});
    }
    if (!high && !conference)
        return;
    for (uint32_t i = u->first; i < u->end; i++) {
        LexiconMatch match;
        if (!reading_match(r, i, u->end, WORD_BLOC, &match))
            continue;
        const LexiconEntry *e = lexicon_entry(r->lexicon, &match, WORD_BLOC, NULL);
        uint32_t actor = GPOINTER_TO_UINT(g_hash_table_lookup(m->bloc, e->value));
        Claim claim = {.event = event,
                       .role = "attendee",
                       .rule = "bloc-meeting",
                       .cert = CERT_MEDIUM,
                       .status = PART_STATED,
                       .flags = PART_BLOC_EXPAND};
        if (actor)
            meeting_add(m, &claim, actor - 1, NULL);
        return;
    }
}

/* The country or bloc that tokens i … mean, by their words alone, as a row of draft->actor + 1; 0: none. */
static uint32_t party_at(const Meeting *m, uint32_t i, uint32_t end, uint32_t *after)
{
    const WordKinds kinds[] = {WORD_COUNTRY, WORD_COUNTRY_ALIAS, WORD_DEMONYM, WORD_BLOC};
    for (unsigned k = 0; k < G_N_ELEMENTS(kinds); k++) {
        LexiconMatch match;
        if (!reading_match(m->r, i, end, kinds[k], &match))
            continue;
        const LexiconEntry *e = lexicon_entry(m->r->lexicon, &match, kinds[k], NULL);
        uint32_t actor = GPOINTER_TO_UINT(g_hash_table_lookup(m->bloc, e->value));
        *after = i + match.n;
        if (actor)
            return actor;
    }
    return 0;
}

/* "the 4th Peru-Chile Consultations", "the Peruvian-Chilean dialogue": both of whom it is. */
static void pair(Meeting *m, const Chunk *u, uint32_t event)
{
    const Reading *r = m->r;
    const Span *s = clause_span(&m->c, u);
    uint32_t low = u->first > m->c.s.first + PAIR ? u->first - PAIR : m->c.s.first, after = 0, end = 0;
    if (strcmp(s->class, "trg") == 0 || !meeting_is_gathering(m, event))
        return;
    for (uint32_t i = low; i < u->end; i++) {
        uint32_t a = party_at(m, i, u->end, &after);
        bool joined = a && reading_is_one(r, after, (const char *const[]){"-", "–", "—", NULL});
        uint32_t b = joined ? party_at(m, after + 1, u->end, &end) : 0;
        if (!b || a == b || (i < u->first && end != u->first))
            continue;
        Claim claim = {
            .event = event, .role = "attendee", .rule = "event-pair", .cert = CERT_MEDIUM, .status = PART_STATED};
        uint32_t both[2] = {a - 1, b - 1};
        for (unsigned k = 0; k < 2; k++) {
            claim.flags = draft_actor(r->draft, both[k])->type == ACTOR_BLOC ? PART_BLOC_EXPAND : 0;
            if (!meeting_has(m, event, both[k], NULL))
                meeting_add(m, &claim, both[k], NULL);
        }
        return;
    }
}

void meeting_read_nouns(Meeting *m)
{
    for (guint i = 0; i < m->c.chunk->len; i++) {
        const Chunk *u = clause_chunk(&m->c, i);
        uint32_t event = reading_event(m->r, clause_span(&m->c, u));
        if (event == ID_NONE)
            continue;
        bloc_meeting(m, u, event);
        between(m, u, event);
        owners(m, u, event);
        pair(m, u, event);
    }
    brought_together(m);
    aim(m);
    delegates(m);
}
