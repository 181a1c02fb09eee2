/* part_verb.c - taking part as verbs tell it: hosted by, attended, chaired, met, agreed, signed, spoke. */
#include "taking_part.h"
#include <string.h>

static Certainty weaker(Certainty a, Certainty b) { return MIN(a, b); }

static uint32_t event_over(const Meeting *m, uint32_t token)
{
    const Span *s = clause_event(&m->c, token);
    return s ? reading_event(m->r, s) : ID_NONE;
}

static bool is_participle_of_be(const Meeting *m, uint32_t v)
{
    static const char *const be[] = {"was", "were", "is", "are", "be", "been", "being", NULL};
    for (uint32_t i = v; i-- > m->c.s.first && i + 4 > v && !m->c.at[i];) {
        if (reading_is_one(m->r, i, be))
            return true;
    }
    return false;
}

/* The "by" of a passive, a few words behind its verb; 0 without. */
static uint32_t by_behind(const Meeting *m, uint32_t from)
{
    uint32_t words = 0;
    for (uint32_t i = from; i < m->c.s.end && words < 5; i++) {
        const Chunk *u = clause_over(&m->c, i);
        words += !u && !(reading_kinds(m->r, i) & WORD_PREPOSITION);
        bool venue = u && clause_span(&m->c, u)->kind <= MARK_AGENCY &&
                     (reading_is(m->r, u->first - 1, "in") ||
                      (reading_is(m->r, u->first - 1, "of") && reading_is(m->r, u->first - 2, "behalf")));
        if (u && clause_span(&m->c, u)->kind != MARK_DATE && clause_span(&m->c, u)->kind != MARK_PLACE && !venue)
            return 0;
        if (!u && reading_is(m->r, i, "by"))
            return i;
        Verb other;
        if (!u && (clause_is_verb(&m->c, i) || clause_verb(&m->c, i, &other)))
            return 0; /* "hosted it and was represented by" */
        if (!u && !(reading_flags(m->r, i) & TOKEN_WORD) && !(reading_is(m->r, i, "-")))
            return 0;
    }
    return 0;
}

static Claim claim_of(const Meeting *m, const Verb *v, uint32_t event, Certainty cert, const char *rule)
{
    static const char *const expected[] = {
        "expected", "set",     "due",   "scheduled", "slated",  "plans",    "planning",  "plan",   "proposal", "offer",
        "bid",      "intends", "going", "ready",     "invited", "proposed", "announced", "agreed", NULL};
    Claim c = {.event = event, .role = v->role, .rule = rule, .cert = cert, .status = PART_STATED};
    if (clause_negated(&m->c, v->first) || strcmp(v->form, "absent") == 0) {
        c.status = PART_ABSENT;
    } else if (clause_planned(&m->c, v->first)) {
        bool to = v->first > m->c.s.first && reading_is(m->r, v->first - 1, "to");
        bool headline = clause_over(&m->c, v->first - 2) != NULL;
        for (uint32_t i = m->c.s.first; i < v->first; i++)
            headline &= !clause_is_verb(&m->c, i);
        bool future = !to || headline || reading_is_one(m->r, v->first - 2, expected);
        c.status = future ? PART_PLANNED : PART_STATED;
        c.cert = weaker(cert, to ? CERT_MEDIUM : CERT_HIGH);
    }
    return c;
}

/* "a delegation led by A", "A led the delegation": not the event. */
static bool leads_delegates(const Meeting *m, const Verb *v)
{
    if (strcmp(v->role, "chair") != 0)
        return false;
    uint32_t low = v->first > m->c.s.first + 4 ? v->first - 4 : m->c.s.first;
    for (uint32_t i = low; i < v->end + 4 && i < m->c.s.end; i++) {
        if (!m->c.at[i] && (reading_kinds(m->r, i) & WORD_DELEGATE || reading_is(m->r, i, "side")))
            return true;
    }
    return false;
}

static bool names_official(const Meeting *m)
{
    bool person = false;
    for (guint i = 0; i < m->list->len; i++)
        person |= reading_span(m->r, g_array_index(m->list, uint32_t, i))->kind == MARK_OFFICIAL;
    return person;
}

/* Where people are named, they chair, and not the bodies of their titles. */
static void prefer_officials(Meeting *m)
{
    if (names_official(m))
        meeting_list_officials(m);
}

/* "signed on behalf of Peru by A and for Chile by B": Peru and Chile, and B, behind the end of the first list. */
static void for_whom(Meeting *m, uint32_t from, uint32_t end)
{
    const Reading *r = m->r;
    for (uint32_t i = from; i + 1 < m->c.s.end; i++) {
        const Chunk *u = clause_over(&m->c, i + 1 + reading_is(r, i + 1, "the"));
        bool behalf = reading_is(r, i, "of") && i > from && reading_is(r, i - 1, "behalf");
        if (m->c.at[i] || !u || clause_span(&m->c, u)->kind > MARK_BLOC)
            continue;
        if (behalf || (reading_is(r, i, "for") && reading_is(r, u->end, "by")))
            g_array_append_val(m->list, u->span);
        else if (reading_is(r, i, "by") && i >= end)
            clause_list(&m->c, i + 1, clause_end(&m->c, i), m->list);
    }
}

/* What "met" or "visited" tells in this sentence, or ID_NONE. */
static uint32_t told_by_verb(const Meeting *m)
{
    for (guint i = 0; i < m->c.chunk->len; i++) {
        const Span *s = clause_span(&m->c, clause_chunk(&m->c, i));
        if (s->kind == MARK_EVENT && strcmp(s->class, "trg") == 0)
            return reading_event(m->r, s);
    }
    return ID_NONE;
}

/* "organised by A and B", "attended by delegates from A". */
static bool passive(Meeting *m, const Verb *v)
{
    uint32_t by = *v->form == 0 ? by_behind(m, v->end) : 0;
    if (!by || strcmp(v->role, "meet") == 0 || strcmp(v->role, "agree") == 0)
        return false;
    uint32_t event = meeting_before(m, v->first, 20);
    bool here = event != ID_NONE;
    bool pronoun = reading_is_one(m->r, m->c.s.first, (const char *const[]){"It", "They", "This", "There", NULL}) ||
                   is_participle_of_be(m, v->first);
    if (!here)
        event = meeting_in_sentence(m);
    if (event == ID_NONE && leads_delegates(m, v))
        event = told_by_verb(m);
    if (event == ID_NONE && pronoun)
        event = meeting_of_context(m);
    if (event == ID_NONE)
        return true;
    g_array_set_size(m->list, 0);
    if (reading_is(m->r, v->first, "represented")) /* both they and whom they sent */
        meeting_subject(m, v->first);
    uint32_t end = clause_list(&m->c, by + 1, clause_end(&m->c, by), m->list);
    if (strcmp(v->role, "signatory") == 0)
        for_whom(m, v->end, end);
    Claim claim = claim_of(m, v, event, here ? CERT_HIGH : CERT_MEDIUM, "passive-by");
    if (strcmp(v->role, "hold") == 0)
        claim.role = "organiser";
    if (leads_delegates(m, v))
        claim.role = "attendee";
    if (strcmp(v->role, "speaker") == 0)
        meeting_list_officials(m);
    else if (strcmp(v->role, "chair") == 0)
        prefer_officials(m);
    meeting_claim_list(m, claim);
    return true;
}

static bool inaugurates(const Meeting *m, const Verb *v)
{
    return g_str_has_prefix(m->r->draft->text + m->r->token[v->first].from, "inaugurat");
}

/* "remarks were made by A", but "a decision made by A". */
static bool makes_no_speech(const Meeting *m, const Verb *v)
{
    static const char *const speech[] = {"remarks",
                                         "Remarks",
                                         "statements",
                                         "Statements",
                                         "speeches",
                                         "Speeches",
                                         "presentations",
                                         "comments",
                                         "Comments",
                                         "speech",
                                         "contributions",
                                         "interventions",
                                         "Interventions",
                                         "Presentations",
                                         "address",
                                         "addresses",
                                         "presentation",
                                         "statement",
                                         NULL};
    if (!reading_is(m->r, v->first, "made"))
        return false;
    for (uint32_t i = v->first; i-- > m->c.s.first && i + 8 > v->first && !m->c.at[i];) {
        if (reading_is_one(m->r, i, speech))
            return false;
    }
    return true;
}

/* "with support from A", "Attending were A, B and C": whoever is listed behind it. */
static bool listing(Meeting *m, const Verb *v)
{
    if (strcmp(v->form, "list") != 0 || makes_no_speech(m, v))
        return false;
    uint32_t event = meeting_in_sentence(m);
    Certainty cert = event == ID_NONE ? CERT_MEDIUM : CERT_HIGH;
    if (event == ID_NONE)
        event = meeting_of_context(m);
    bool co = strcmp(v->role, "co-organiser") == 0, help = strcmp(v->role, "supporter") == 0;
    if (event == ID_NONE || (cert == CERT_MEDIUM && (co || help)))
        return true;
    if (co || help) { /* of organising, not of something else in the sentence */
        bool organises = false;
        for (uint32_t i = m->c.s.first; i < m->c.s.end && !organises; i++) {
            Verb other;
            organises = clause_verb(&m->c, i, &other) && other.first != v->first &&
                        (strstr(other.role, "organiser") || strcmp(other.role, "hold") == 0 ||
                         strcmp(other.role, "host") == 0 || inaugurates(m, &other));
        }
        if (!organises)
            return true;
    }
    g_array_set_size(m->list, 0);
    uint32_t from = v->end + reading_is(m->r, v->end, "by") + reading_is(m->r, v->end, "from");
    clause_list(&m->c, from, clause_end(&m->c, from), m->list);
    if (strcmp(v->role, "speaker") == 0)
        meeting_list_officials(m);
    meeting_claim_list(m, claim_of(m, v, event, cert, co ? "together-with" : help ? "with-support" : "listed"));
    return true;
}

/* "Peru's proposal to host a summit": Peru. */
static void possessor(Meeting *m, uint32_t v)
{
    static const char *const nouns[] = {"proposal", "plan", "plans", "offer", "bid", "decision", "intention", NULL};
    if (v < m->c.s.first + 4 || !reading_is(m->r, v - 1, "to") || !reading_is_one(m->r, v - 2, nouns) ||
        !(reading_flags(m->r, v - 3) & TOKEN_POSSESSIVE))
        return;
    const Chunk *u = clause_over(&m->c, v - 4);
    if (u && clause_span(&m->c, u)->kind <= MARK_BLOC)
        g_array_append_val(m->list, u->span);
}

/* "with B" behind what A held or signed. */
static void with_whom(Meeting *m, uint32_t from)
{
    for (uint32_t i = from; i < m->c.s.end && i < from + 20; i++) {
        if (!m->c.at[i] && reading_is_one(m->r, i, (const char *const[]){"with", "between", NULL})) {
            clause_list(&m->c, i + 1, clause_end(&m->c, i), m->list);
            return;
        }
        if (clause_is_verb(&m->c, i) || (!m->c.at[i] && reading_is(m->r, i, ",")))
            return;
    }
}

/* "Attending the workshop, Mr A said": whoever stands behind the comma. */
static void behind_comma(Meeting *m, uint32_t from)
{
    uint32_t k = from;
    static const char *const ends[] = {",", "were", "was", "are", "is", NULL};
    while (k < m->c.s.end && (m->c.at[k] || !reading_is_one(m->r, k, ends)))
        k++;
    if (k < m->c.s.end)
        clause_list(&m->c, k + 1, m->c.s.end, m->list);
}

/* "A hosted leaders of B and C at the event": B and C. */
static void guests(Meeting *m, const Verb *v, Claim claim)
{
    uint32_t end = v->end;
    while (end < m->c.s.end && event_over(m, end) != claim.event)
        end++;
    if (end == m->c.s.end)
        return;
    g_array_set_size(m->list, 0);
    clause_list(&m->c, v->end, end, m->list);
    claim.role = "attendee";
    claim.rule = "hosted-guests";
    claim.cert = CERT_MEDIUM;
    meeting_claim_list(m, claim);
}

/* "A chaired.", "A and B presided together": the event is understood. */
static bool is_intransitive(const Meeting *m, const Verb *v)
{
    static const char *const verbs[] = {"attended", "participated", "took",      "chaired",   "co-chaired", "presided",
                                        "hosted",   "co-hosted",    "moderated", "organised", "organized",  NULL};
    static const char *const after[] = {"and",    "together", "jointly", "alone",     "as", "at", "for",
                                        "online", "with",     "too",     "virtually", "on", NULL};
    return reading_is_one(m->r, v->first, verbs) && *v->form == 0 &&
           (!(reading_flags(m->r, v->end) & TOKEN_WORD) || reading_is_one(m->r, v->end, after)) &&
           !reading_is(m->r, v->end, "(") && !(reading_flags(m->r, v->end) & TOKEN_NUMBER);
}

/* Which event the verb is about: its object, what "which" or "it" stands for, or what is spoken of. */
static uint32_t event_of_verb(const Meeting *m, const Verb *v, Certainty *cert)
{
    static const char *const pronoun[] = {"it", "them", "this", NULL};
    uint32_t event = meeting_object(m, v->end);
    if (event != ID_NONE)
        return event;
    event = meeting_of_relative(m, v->first);
    if (event != ID_NONE)
        return event;
    bool it = reading_is_one(m->r, v->end, pronoun) &&
              !(reading_flags(m->r, v->end + 1) & TOKEN_WORD && reading_capital(m->r, v->end + 1));
    bool attends = is_intransitive(m, v);
    if (!it && !attends)
        return ID_NONE;
    *cert = CERT_MEDIUM;
    event = meeting_here(m, 2);
    return event != ID_NONE || !reading_is_one(m->r, v->first, (const char *const[]){"attended", "took", NULL})
               ? event
               : meeting_of_context(m);
}

/* Those who held, hosted or chaired it with the subject: "with B", "jointly with B", behind the verb or the event. */
static void with_partners(Meeting *m, const Verb *v)
{
    static const char *const skip[] = {"it", "together", "jointly", "along", "alongside", NULL};
    uint32_t i = v->end;
    while (i < m->c.s.end &&
           (clause_event(&m->c, i) || (i < v->end + 6 && !m->c.at[i] && !reading_is(m->r, i, "with") &&
                                       (reading_kinds(m->r, i) & WORD_FUNCTION || reading_is_one(m->r, i, skip)))))
        i++;
    const Chunk *u = clause_over(&m->c, i + 1 + reading_is(m->r, i + 1, "the"));
    if (reading_is(m->r, i, "with") && u && clause_span(&m->c, u)->kind <= MARK_BLOC &&
        !(reading_kinds(m->r, u->end) & WORD_DELEGATE))
        clause_list(&m->c, i + 1, clause_end(&m->c, i), m->list);
}

/* The role of those who held an event: of a meeting its parties attend, of anything else they organise. */
static const char *holder_role(Meeting *m, const Verb *v, uint32_t event)
{
    uint32_t before = m->list->len;
    bool meeting = meeting_is_plain(meeting_type(m, event));
    if (meeting || strcmp(meeting_type(m, event), "agreement") == 0)
        with_whom(m, v->end);
    else
        with_partners(m, v);
    return meeting && (meeting_list_distinct(m) > 1 || m->list->len > before) ? "attendee"
           : meeting_list_distinct(m) > 1                                     ? "co-organiser"
                                                                              : "organiser";
}

/* What the verb says of its subjects, which are in m->list; others may join them. NULL: nothing. */
static const char *role_of_verb(Meeting *m, const Verb *v, uint32_t event)
{
    if (strcmp(v->role, "hold") == 0)
        return holder_role(m, v, event);
    if (strcmp(v->role, "signatory") == 0) {
        bool agreement = strcmp(meeting_type(m, event), "agreement") == 0;
        if (!agreement && !reading_is(m->r, v->first, "concluded"))
            return NULL;
        with_whom(m, v->end);
        return agreement ? v->role : "attendee";
    }
    if (leads_delegates(m, v))
        return "attendee";
    if (strcmp(v->role, "organiser") == 0 || strcmp(v->role, "host") == 0 || strcmp(v->role, "chair") == 0)
        with_partners(m, v);
    if (strcmp(v->role, "organiser") == 0 && meeting_list_distinct(m) > 1)
        return "co-organiser";
    if (strcmp(v->role, "chair") == 0)
        prefer_officials(m);
    return v->role;
}

/* A hosts, attends, chairs … an event. */
static void active(Meeting *m, const Verb *v)
{
    bool first = v->first <= m->c.s.first + 1 && strcmp(v->form, "gerund") == 0;
    Certainty cert = CERT_HIGH;
    uint32_t event = event_of_verb(m, v, &cert);
    if (event == ID_NONE || (is_participle_of_be(m, v->first) && *v->form == 0 &&
                             !g_str_has_prefix(m->r->draft->text + m->r->token[v->first].from, "w")))
        return;
    g_array_set_size(m->list, 0);
    if (first)
        behind_comma(m, v->end);
    else
        meeting_subject(m, v->first);
    if (m->list->len == 0)
        possessor(m, v->first);
    if (strcmp(v->form, "gerund") == 0 && !first && !is_participle_of_be(m, v->first))
        cert = weaker(cert, CERT_MEDIUM);
    if (m->list->len == 0)
        return;
    const char *role = role_of_verb(m, v, event);
    if (!role)
        return;
    Claim claim = claim_of(m, v, event, cert, "active-verb");
    claim.role = role;
    meeting_remember_party(m);
    meeting_claim_list(m, claim);
    if (strcmp(v->role, "host") == 0 && claim.status == PART_STATED)
        guests(m, v, claim);
}

/* A met B; A received B; A visited B; A and B agreed, or trained together. */
static void encounter(Meeting *m, const Verb *v)
{
    bool agree = strcmp(v->role, "agree") == 0, receive = strcmp(v->role, "receive") == 0,
         visit = strcmp(v->role, "visit") == 0, drill = strcmp(v->role, "drill") == 0;
    uint32_t event = ID_NONE;
    for (uint32_t i = v->first; i < v->end && event == ID_NONE; i++)
        event = event_over(m, i);
    bool own = event != ID_NONE;
    if (!own)
        event = meeting_in_sentence(m);
    if (event == ID_NONE ||
        (!own && !agree && (receive || visit || drill || !meeting_is_plain(meeting_type(m, event)))))
        return;
    g_array_set_size(m->list, 0);
    meeting_subject(m, v->first);
    uint32_t left = m->list->len;
    Claim claim = claim_of(m, v, event, own && !visit && !drill ? CERT_HIGH : CERT_MEDIUM,
                           agree     ? "agreed"
                           : receive ? "received"
                           : visit   ? "visited"
                                     : "met");
    claim.role = agree ? "signatory" : receive ? "host" : "attendee";
    if (receive) {
        meeting_claim_list(m, claim);
        claim.role = "attendee";
    }
    if (visit) {
        meeting_claim_list(m, claim);
        claim.role = "host";
    }
    if (!agree && !drill)
        clause_list(&m->c, v->end + reading_is(m->r, v->end, "with"), clause_end(&m->c, v->end), m->list);
    bool bloc = left == 1 && reading_span(m->r, g_array_index(m->list, uint32_t, 0))->kind == MARK_BLOC;
    if (agree ? meeting_list_distinct(m) < 2 && !bloc : left == 0 || (m->list->len == left && left < 2))
        return;
    meeting_remember_party(m);
    if (receive || visit)
        g_array_remove_range(m->list, 0, left);
    meeting_claim_list(m, claim);
}

/* Those who deliver speeches, at the event named beside it or the one the text is about. */
static void speech(Meeting *m, const Verb *v)
{
    uint32_t event = meeting_in_sentence(m);
    Certainty cert = event == ID_NONE ? CERT_MEDIUM : CERT_HIGH;
    if (event == ID_NONE)
        event = meeting_of_context(m);
    if (event == ID_NONE)
        return;
    g_array_set_size(m->list, 0);
    bool first = v->first <= m->c.s.first + 1 && strcmp(v->form, "gerund") == 0;
    if (first)
        behind_comma(m, v->end);
    else
        meeting_subject(m, v->first);
    bool gives = g_str_has_prefix(m->r->draft->text + m->r->token[v->first].from, "deliver") &&
                 event_over(m, v->end + 1) == event;
    Claim claim = claim_of(m, v, event, cert, "speech");
    if (gives) /* "APNIC delivered a workshop": they hold it */
        claim.role = "organiser";
    else if (inaugurates(m, v) && !names_official(m))
        claim.role = meeting_list_distinct(m) > 1 ? "co-organiser" : "organiser";
    else
        meeting_list_officials(m);
    meeting_claim_list(m, claim);
}

void meeting_read_verb(Meeting *m, const Verb *v)
{
    static const char *const both[] = {"meet", "agree", "receive", "visit", "drill", NULL};
    if (g_strv_contains(both, v->role))
        encounter(m, v);
    else if (passive(m, v) || listing(m, v))
        return;
    else if (strcmp(v->role, "speaker") == 0)
        speech(m, v);
    else
        active(m, v);
}
