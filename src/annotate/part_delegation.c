/* part_delegation.c - taking part as delegations tell it: who leads one, whose it is, who belongs to it. */
#include "taking_part.h"
#include <string.h>

enum { NEAR = 6 };

static bool is_delegation(const Meeting *m, uint32_t i)
{
    static const char *const nouns[] = {"delegation", "delegations", "team", "mission", "contingent", "side", NULL};
    return !m->c.at[i] && reading_is_one(m->r, i, nouns);
}

/* Whose delegation stands at token i: "the Peruvian delegation", "Peru's team", "the delegation of Peru". */
static void add_sender(Meeting *m, uint32_t i)
{
    const Reading *r = m->r;
    const Chunk *u = i > m->c.s.first ? clause_over(&m->c, i - 1) : NULL;
    if (!u && i > m->c.s.first + 1 && reading_flags(r, i - 1) & TOKEN_POSSESSIVE)
        u = clause_over(&m->c, i - 2);
    uint32_t k = i + 2 + reading_is(r, i + 2, "the");
    if (!u && reading_is_one(r, i + 1, (const char *const[]){"of", "from", NULL}))
        u = clause_over(&m->c, k);
    if (u && clause_span(&m->c, u)->kind <= MARK_BLOC && clause_span(&m->c, u)->kind != MARK_OFFICIAL)
        g_array_append_val(m->list, u->span);
}

static void claim_delegation(Meeting *m, uint32_t v)
{
    uint32_t event = meeting_here(m, 2);
    if (event == ID_NONE || !meeting_is_gathering(m, event) || clause_negated(&m->c, v) || clause_planned(&m->c, v))
        return;
    Claim claim = {
        .event = event, .role = "attendee", .rule = "delegation", .cert = CERT_MEDIUM, .status = PART_STATED};
    meeting_claim_list(m, claim);
}

/* "A headed the Peruvian delegation", "Peru's delegation was led by A". */
static void heads(Meeting *m, uint32_t v)
{
    const Reading *r = m->r;
    bool by = reading_is(r, v + 1, "by");
    uint32_t i = by ? v : v + 1, low = v > m->c.s.first + NEAR ? v - NEAR : m->c.s.first;
    if (by) {
        while (i > low && !is_delegation(m, i))
            i--;
    } else {
        while (i < m->c.s.end && i < v + NEAR && !is_delegation(m, i))
            i++;
    }
    if (i >= m->c.s.end || !is_delegation(m, i))
        return;
    g_array_set_size(m->list, 0);
    if (by)
        clause_list(&m->c, v + 2, clause_end(&m->c, v), m->list);
    else
        meeting_subject(m, v);
    meeting_list_officials(m);
    if (m->list->len == 0)
        return;
    add_sender(m, i);
    claim_delegation(m, v);
}

/* "The delegation comprised A and B", "The team was made up of A and B", "… also included A". */
static void comprises(Meeting *m, uint32_t i)
{
    static const char *const before[] = {"also", "was", "were", "which", ",", NULL};
    static const char *const verbs[] = {"included", "includes", "comprised", "comprises", "consisted", "made", NULL};
    uint32_t k = i + 1;
    while (k < m->c.s.end && !m->c.at[k] && reading_is_one(m->r, k, before))
        k++;
    if (k >= m->c.s.end || m->c.at[k] || !reading_is_one(m->r, k, verbs))
        return;
    k += 1 + reading_is(m->r, k + 1, "up");
    k += reading_is(m->r, k, "of");
    g_array_set_size(m->list, 0);
    clause_list(&m->c, k, clause_end(&m->c, k), m->list);
    if (m->list->len && reading_span(m->r, g_array_index(m->list, uint32_t, 0))->first < k + NEAR)
        claim_delegation(m, i);
}

/* "Minister A represented Peru": A was there. */
static void represents(Meeting *m, uint32_t v)
{
    uint32_t k = v + 1 + reading_is(m->r, v + 1, "the");
    const Chunk *whom = clause_over(&m->c, k);
    bool his = reading_is_one(m->r, k, (const char *const[]){"his", "her", "their", NULL});
    if (!his && !(whom && clause_span(&m->c, whom)->kind <= MARK_BLOC))
        return;
    g_array_set_size(m->list, 0);
    meeting_subject(m, v);
    meeting_list_officials(m);
    claim_delegation(m, v);
}

void meeting_read_delegations(Meeting *m)
{
    static const char *const lead[] = {"led", "leads", "headed", "heads", NULL};
    for (uint32_t i = m->c.s.first; i < m->c.s.end; i++) {
        if (m->c.at[i])
            continue;
        if (reading_is_one(m->r, i, lead))
            heads(m, i);
        else if (is_delegation(m, i))
            comprises(m, i);
        else if (reading_is_one(m->r, i, (const char *const[]){"represented", "represents", NULL}))
            represents(m, i);
    }
}
