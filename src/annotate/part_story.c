/* part_story.c - taking part as a story tells it: behind the event that a report is about, who does something is there.
 */
#include "taking_part.h"
#include <string.h>

enum { OPENING = 4, NAMES = 30 };

/* "was", "has", "will", "said": no deed at the event; and what those do who stay away. */
static bool is_no_deed(const Meeting *m, uint32_t v)
{
    static const char *const none[] = {
        "announced",  "reported",   "published", "confirmed", "cancelled", "canceled", "withdrew",
        "declined",   "refused",    "expected",  "planned",   "hoped",     "wanted",   "needed",
        "decided",    "launched",   "adopted",   "passed",    "became",    "began",    "issued",
        "released",   "required",   "caused",    "increased", "claimed",   "denied",   "postponed",
        "apologised", "apologized", "missed",    "skipped",   "boycotted", "pulled",   "stayed",
        "criticised", "condemned",  "accused",   "saw",       "won",       "lost",     "fell",
        "rose",       "suffered",   "faced",     "died",      "bought",    "sold",     NULL};
    static const char *const auxiliary[] = {"is",   "are",   "was", "were",  "has", "have",   "had",
                                            "will", "would", "can", "could", "may", "should", "must",
                                            "did",  "does",  "do",  "might", NULL};
    return reading_is_one(m->r, v, none) || reading_is_one(m->r, v, auxiliary);
}

static bool is_past(const Meeting *m, uint32_t v)
{
    const DraftToken *t = &m->r->token[v];
    bool regular = t->to - t->from > 4 && memcmp(m->r->draft->text + t->to - 2, "ed", 2) == 0;
    return !m->c.at[v] && !(t->flags & TOKEN_UPPER) && (regular || clause_is_verb(&m->c, v)) &&
           m->r->draft->text[t->to - 1] != 's';
}

/* The verb of the clause that begins at token `from`: a form of the past right behind its first names, or 0. */
static uint32_t deed_of(const Meeting *m, uint32_t from)
{
    const Chunk *first = NULL;
    uint32_t limit = MIN(m->c.s.end, from + NAMES);
    for (uint32_t i = from; i < limit; i++) {
        const Chunk *u = clause_over(&m->c, i);
        if (u && !first && clause_span(&m->c, u)->kind > MARK_BLOC && clause_span(&m->c, u)->kind != MARK_ROLE)
            return 0;
        if (u) {
            first = first ? first : u;
            i = u->end - 1;
            continue;
        }
        if (!first && i >= from + OPENING)
            return 0;
        if (first && reading_is(m->r, i, ",") &&
            reading_is_one(m->r, i + 1, (const char *const[]){"which", "who", "whose", NULL})) {
            for (i++; i < limit && (m->c.at[i] || !reading_is(m->r, i, ","));) /* "A, which has no seat, sat in" */
                i++;
            continue;
        }
        if (first && is_past(m, i))
            return is_no_deed(m, i) ? 0 : i;
        if (reading_is_one(m->r, i,
                           (const char *const[]){"“", "\"", ":", ";", "that", "which", "who", "whose", NULL}) ||
            clause_is_verb(&m->c, i))
            return 0;
    }
    return 0;
}

/* Countries and bodies that only say something may say it from afar. */
static bool drop_distant(Meeting *m, uint32_t v)
{
    guint kept = 0;
    bool says = reading_kinds(m->r, v) & WORD_SAY;
    for (guint i = 0; i < m->list->len; i++) {
        uint32_t row = g_array_index(m->list, uint32_t, i);
        if (!says || reading_span(m->r, row)->kind == MARK_OFFICIAL)
            g_array_index(m->list, uint32_t, kept++) = row;
    }
    g_array_set_size(m->list, kept);
    return kept > 0;
}

static void read_clause(Meeting *m, uint32_t event, uint32_t v)
{
    g_array_set_size(m->list, 0);
    meeting_subject(m, v);
    if (!drop_distant(m, v) || clause_negated(&m->c, v) || clause_planned(&m->c, v))
        return;
    Claim claim = {.event = event, .role = "attendee", .rule = "story", .cert = CERT_LOW, .status = PART_STATED};
    for (guint i = 0; i < m->list->len; i++) {
        uint32_t row = g_array_index(m->list, uint32_t, i), actor = reading_actor(m->r, reading_span(m->r, row));
        if (actor != ID_NONE && !meeting_has(m, event, actor, NULL))
            meeting_claim(m, claim, row);
    }
}

void meeting_read_story(Meeting *m)
{
    uint32_t event = m->recent;
    if (event == ID_NONE || meeting_in_sentence(m) != ID_NONE || event != m->main || m->latest != event ||
        m->recent_block + (m->lone == event ? 8 : 2) < reading_block(m->r, m->c.s.first) ||
        !meeting_is_gathering(m, event) || !m->told[event])
        return;
    for (guint i = 0; i < m->c.chunk->len; i++) {
        if (clause_span(&m->c, clause_chunk(&m->c, i))->kind == MARK_DATE)
            return; /* another day, another story */
    }
    for (uint32_t i = m->c.s.first; i < m->c.s.end; i++) {
        bool begins = i == m->c.s.first || (!m->c.at[i - 1] && reading_is(m->r, i - 1, ";"));
        uint32_t v = begins ? deed_of(m, i) : 0;
        if (v)
            read_clause(m, event, v);
    }
}
