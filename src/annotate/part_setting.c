/* part_setting.c - taking part as the setting tells it: "at the forum, A and B …", "A … during the drill". */
#include "taking_part.h"
#include <string.h>

enum { OPENING = 12 };

/* "at the", "during this year's": the preposition before the event that starts at token i; or the sentence's end. */
static uint32_t preposition(const Meeting *m, uint32_t i)
{
    static const char *const at[] = {"at", "At", "during", "During", "throughout", "in", "In", "for", "For", NULL};
    static const char *const skip[] = {"the",   "this", "a",  "an",   "their", "its", "that",
                                       "these", "“",    "\"", "year", "’s",    "'s",  NULL};
    while (i > m->c.s.first && !m->c.at[i - 1] && reading_is_one(m->r, i - 1, skip))
        i--;
    bool is_at = i > m->c.s.first && !m->c.at[i - 1] && reading_is_one(m->r, i - 1, at);
    return is_at ? i - 1 : m->c.s.end;
}

/* "was praised", "is at risk", "did not": of whom such things are told need not be there. */
static bool is_passive(const Meeting *m, uint32_t i)
{
    static const char *const be[] = {"was",   "were",  "is",   "are",    "has", "have",  "had", "did",
                                     "could", "would", "will", "should", "may", "might", "can", NULL};
    return !m->c.at[i] && reading_is_one(m->r, i, be);
}

/* "was at", "were also at": the verb of those who are there, right before the preposition. */
static bool is_there(const Meeting *m, uint32_t be, uint32_t at)
{
    static const char *const words[] = {"also", "both", "all", "there", "present", "again", "not", NULL};
    while (be + 1 < at && !m->c.at[be + 1] && reading_is_one(m->r, be + 1, words))
        be++;
    return be + 1 == at;
}

/* "travelled to Lima for the forum": who went there. */
static bool is_motion(const Meeting *m, uint32_t at)
{
    static const char *const verbs[] = {"came",     "went",    "travelled", "traveled", "flew",
                                        "gathered", "arrived", "assembled", "convened", "returned",
                                        "met",      "headed",  "journeyed", NULL};
    uint32_t low = at > m->c.s.first + OPENING ? at - OPENING : m->c.s.first;
    for (uint32_t i = at; i-- > low;) {
        if (!m->c.at[i] && reading_is_one(m->r, i, verbs))
            return true;
    }
    return false;
}

static void claim_setting(Meeting *m, uint32_t event)
{
    guint kept = 0;
    for (guint i = 0; i < m->list->len; i++) {
        uint32_t row = g_array_index(m->list, uint32_t, i);
        uint32_t actor = reading_actor(m->r, reading_span(m->r, row));
        if (actor == ID_NONE || !meeting_has(m, event, actor, NULL))
            g_array_index(m->list, uint32_t, kept++) = row;
    }
    g_array_set_size(m->list, kept);
    Claim claim = {.event = event, .role = "attendee", .rule = "setting", .cert = CERT_MEDIUM, .status = PART_STATED};
    meeting_claim_list(m, claim);
}

/* "At the forum in Lima, A and B called …": who stands behind the comma, before the verb. */
static void setting_first(Meeting *m, const Chunk *u, uint32_t event)
{
    uint32_t k = u->end;
    while (k < m->c.s.end && k < u->end + OPENING && (m->c.at[k] || !reading_is(m->r, k, ",")))
        k++;
    while (clause_over(&m->c, k + 1) && reading_is(m->r, clause_over(&m->c, k + 1)->end, ",") &&
           clause_span(&m->c, clause_over(&m->c, k + 1))->kind >= MARK_PLACE) /* ", on Monday," */
        k = clause_over(&m->c, k + 1)->end;
    if (k >= m->c.s.end || !reading_is(m->r, k, ","))
        return;
    g_array_set_size(m->list, 0);
    uint32_t end = clause_list(&m->c, k + 1, clause_end(&m->c, k), m->list);
    bool stopped = end > k + 1 && end <= m->c.s.end && (is_passive(m, end - 1) || is_passive(m, end));
    if (!stopped && !clause_negated(&m->c, end))
        claim_setting(m, event);
}

/* "A and B … during the drill": the subject of the sentence. */
static void setting_last(Meeting *m, uint32_t at, uint32_t event)
{
    const Reading *r = m->r;
    uint32_t v = m->c.s.first;
    while (v < at && (m->c.at[v] || !clause_is_verb(&m->c, v)))
        v++;
    if (v < at && is_passive(m, v) && !is_there(m, v, at))
        return;
    for (uint32_t i = m->c.s.first; i < at; i++) {
        if (!m->c.at[i] && reading_is_one(r, i, (const char *const[]){",", "that", ":", "“", "\"", NULL}) && i > v)
            return;
    }
    g_array_set_size(m->list, 0);
    if (v < at)
        clause_subject(&m->c, v, m->list);
    if (!clause_negated(&m->c, at) && !clause_planned(&m->c, v + 1))
        claim_setting(m, event);
}

/* "the drill, in which A and B rehearse": those before the verb. */
static void in_which(Meeting *m, const Chunk *u, uint32_t event)
{
    const Reading *r = m->r;
    uint32_t i = u->end + reading_is(r, u->end, ",");
    bool which =
        reading_is_one(r, i, (const char *const[]){"in", "at", "during", NULL}) && reading_is(r, i + 1, "which");
    if (!which && !reading_is(r, i, "where"))
        return;
    i += which ? 2 : 1;
    g_array_set_size(m->list, 0);
    uint32_t end = clause_list(&m->c, i, clause_end(&m->c, i), m->list);
    if (m->list->len && reading_span(r, g_array_index(m->list, uint32_t, 0))->first <= i + 6 &&
        !clause_negated(&m->c, end) && !is_passive(m, end - 1))
        claim_setting(m, event);
}

void meeting_read_settings(Meeting *m)
{
    for (guint i = 0; i < m->c.chunk->len; i++) {
        const Chunk *u = clause_chunk(&m->c, i);
        const Span *s = clause_span(&m->c, u);
        uint32_t event = s->kind == MARK_EVENT && strcmp(s->class, "trg") != 0 ? reading_event(m->r, s) : ID_NONE;
        if (event == ID_NONE || !meeting_is_gathering(m, event) || meeting_here(m, 0) != event)
            continue;
        in_which(m, u, event);
        uint32_t at = preposition(m, u->first);
        bool reason = at < m->c.s.end && reading_is_one(m->r, at, (const char *const[]){"for", "For", NULL});
        if (at == m->c.s.first && !reason)
            setting_first(m, u, event);
        else if (at < m->c.s.end && (!reason || is_motion(m, at)))
            setting_last(m, at, event);
    }
}
