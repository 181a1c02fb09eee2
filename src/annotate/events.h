/* events.h - private to this room: which mentions are one event, what is told of it, and who took part. */
#ifndef ENTENTE_EVENTS_H
#define ENTENTE_EVENTS_H

#include "clause.h"

/* Links the spans of events with one another and fills draft->event: mentions of one name, of its acronym, "the drill"
 * after a drill, "the event". Dates and places come from their sentences. Status is preliminary. reading_sort first. */
void reading_link_events(Reading *);
/* Fills draft->participation, with the marks that show it; then the status of events, and who is only mentioned beside
 * one (PART_COMENTION). Marks must stand. */
void reading_participate(Reading *);

/* The event a span means, or ID_NONE. */
static inline uint32_t reading_event(const Reading *r, const Span *s)
{
    return s->kind == MARK_EVENT && s->targets.n ? draft_target(r->draft, s->targets.first) : ID_NONE;
}

#endif
