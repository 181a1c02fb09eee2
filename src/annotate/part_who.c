/* part_who.c - who does it: subjects, those "he", "they" and "both ministries" mean, and lists behind a colon. */
#include "taking_part.h"
#include <string.h>

enum { PRONOUN_REACH = 5, FEW = 6, ABSOLUTE = 20 };

/* What stands between a pronoun and its verb. */
static bool is_between(const Reading *r, uint32_t i)
{
    static const char *const words[] = {"also", "then",    "later", "afterwards", "has",   "have",    "had",
                                        "was",  "were",    "is",    "are",        "first", "now",     "in",
                                        "turn", "himself", "both",  "again",      "will",  "jointly", "so",
                                        "too",  "who",     ",",     NULL};
    return reading_is_one(r, i, words);
}

/* "Both ministries", "the two agencies", "the pair": a set that nobody marked. */
static bool is_both(const Meeting *m, uint32_t i)
{
    static const char *const nouns[] = {
        "sides",        "ministers",   "ministries",    "agencies",      "parties",     "countries",
        "teams",        "leaders",     "officials",     "bodies",        "delegations", "diplomats",
        "institutions", "governments", "organisations", "organizations", "services",    NULL};
    const Reading *r = m->r;
    if (reading_is_one(r, i, (const char *const[]){"pair", "duo", NULL}))
        return true;
    return i > m->c.s.first && reading_is_one(r, i, nouns) &&
           reading_is_one(r, i - 1, (const char *const[]){"both", "Both", "two", "Two", NULL});
}

static void take_pronoun(Meeting *m, uint32_t v)
{
    const Reading *r = m->r;
    for (uint32_t i = v; i-- > m->c.s.first && i + PRONOUN_REACH > v && !m->c.at[i];) {
        bool near = m->he != ID_NONE && m->he_block + 1 >= reading_block(r, i);
        static const char *const he[] = {"he", "she", "He", "She", "delegation", "mission", NULL};
        if (reading_is_one(r, i, he) && near) {
            g_array_append_val(m->list, m->he);
            return;
        }
        if (reading_is_one(r, i, (const char *const[]){"they", "They", NULL}) || is_both(m, i)) {
            g_array_append_vals(m->list, m->party->data, m->party->len);
            return;
        }
        if (!is_between(r, i))
            return;
    }
}

/* "Two ministers took the floor at the forum: A and B". */
static void take_colon(Meeting *m, uint32_t v)
{
    for (uint32_t i = m->c.s.first; i < v; i++) {
        const Chunk *u = clause_over(&m->c, i);
        if (u && clause_span(&m->c, u)->kind == MARK_OFFICIAL)
            return;
    }
    for (uint32_t i = v; i < m->c.s.end; i++) {
        if (m->c.at[i] || !reading_is(m->r, i, ":"))
            continue;
        clause_list(&m->c, i + 1, m->c.s.end, m->list);
        if (meeting_list_distinct(m) < 2)
            g_array_set_size(m->list, 0);
        return;
    }
}

/* "with A, then the minister, speaking at the opening". */
static void take_absolute(Meeting *m, uint32_t v)
{
    uint32_t low = v > m->c.s.first + ABSOLUTE ? v - ABSOLUTE : m->c.s.first;
    for (uint32_t i = v; i-- > low;) {
        if (!m->c.at[i] && reading_is_one(m->r, i, (const char *const[]){"with", "With", NULL})) {
            clause_list(&m->c, i + 1, v, m->list);
            return;
        }
        if (clause_is_verb(&m->c, i))
            return;
    }
}

/* "Peru, which has no seat, sat in": who stands before the relative clause that the verb follows. */
static void take_before_relative(Meeting *m, uint32_t v)
{
    for (uint32_t i = m->c.s.first + 1; i + 1 < v; i++) {
        bool opens = !m->c.at[i] && reading_is(m->r, i, ",") && m->c.at[i - 1] &&
                     reading_is_one(m->r, i + 1, (const char *const[]){"which", "who", "whose", NULL});
        if (!opens)
            continue;
        for (uint32_t k = v; k-- > i + 1;) {
            if (m->c.at[k] || !reading_is(m->r, k, ","))
                continue;
            if (v - k < PRONOUN_REACH)
                clause_list(&m->c, m->c.s.first, i, m->list);
            return;
        }
        return;
    }
}

void meeting_subject(Meeting *m, uint32_t v)
{
    clause_subject(&m->c, v, m->list);
    if (m->list->len == 0 && memcmp(m->r->draft->text + m->r->token[v].to - 3, "ing", 3) == 0)
        take_absolute(m, v);
    if (m->list->len == 0)
        take_pronoun(m, v);
    if (m->list->len == 0)
        take_before_relative(m, v);
    if (m->list->len == 0)
        take_colon(m, v);
}

void meeting_remember_party(Meeting *m)
{
    uint32_t n = meeting_list_distinct(m);
    if (n < 2 || n > FEW)
        return;
    g_array_set_size(m->party, 0);
    g_array_append_vals(m->party, m->list->data, m->list->len);
}

/* The first official of a sentence is whom the next ones mean by "he" or "she". */
void meeting_remember_people(Meeting *m)
{
    for (guint i = 0; i < m->c.chunk->len; i++) {
        const Chunk *u = clause_chunk(&m->c, i);
        const Span *s = clause_span(&m->c, u);
        if (s->kind != MARK_OFFICIAL || s->targets.n != 1)
            continue;
        m->he = u->span;
        m->he_block = reading_block(m->r, u->first);
        return;
    }
}
