/* part_quoted.c - taking part as quotes tell it: who is quoted in a report of an event spoke there. */
#include "taking_part.h"
#include <string.h>

/* "A said", "said A": at the event of the sentence, or of a report of one event. */
void meeting_read_quoted(Meeting *m, uint32_t i)
{
    uint32_t event = meeting_in_sentence(m);
    bool here = event != ID_NONE;
    if (!here)
        event = m->main;
    /* of an event nobody is said to have been at, nothing is guessed */
    if (event == ID_NONE || !(here || m->told[event] || m->lone == event) ||
        (!here && draft_event(m->r->draft, event)->status != EVENT_FOCAL))
        return;
    g_array_set_size(m->list, 0);
    meeting_subject(m, i);
    uint32_t from = i + 1;
    const Chunk *next = clause_over(&m->c, from);
    while (next && (clause_span(&m->c, next)->kind == MARK_ROLE || reading_flags(m->r, next->end) & TOKEN_POSSESSIVE)) {
        from = next->end + (clause_span(&m->c, next)->kind != MARK_ROLE); /* "said Peru's A" */
        next = clause_over(&m->c, from);
    }
    bool ends = next && clause_span(&m->c, next)->kind == MARK_OFFICIAL && !clause_is_verb(&m->c, next->end) &&
                !(reading_flags(m->r, next->end) & TOKEN_WORD);
    if (m->list->len == 0 && ends)
        g_array_append_val(m->list, next->span);
    meeting_list_officials(m);
    /* "In remarks at the workshop, A said": before the verb, the event is where it was said */
    uint32_t setting = meeting_before(m, i, 40);
    bool set = setting != ID_NONE && setting == event && reading_kinds(m->r, m->c.s.first) & WORD_PREPOSITION;
    if (here && !set && event != m->main)
        return;
    for (guint k = 0; k < m->list->len; k++) {
        uint32_t row = g_array_index(m->list, uint32_t, k), actor = reading_actor(m->r, reading_span(m->r, row));
        if (actor == ID_NONE || meeting_has(m, event, actor, "chair"))
            continue;
        bool other = false; /* whose own meeting is told has another setting */
        for (uint32_t p = g_array_index(m->chain, uint32_t, actor); p && !set;
             p = g_array_index(m->next, uint32_t, p - 1))
            other |= g_array_index(m->r->draft->participation, DraftParticipation, p - 1).event != event;
        Claim claim = {.event = event,
                       .role = "speaker",
                       .rule = "quoted",
                       .cert = set ? CERT_HIGH : CERT_MEDIUM,
                       .status = PART_STATED};
        if (!other)
            meeting_claim(m, claim, row);
    }
}
