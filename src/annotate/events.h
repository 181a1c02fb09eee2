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

/* event_likeness.c: what the words of mentions say. Numbers of an edition ("5th", "ninth") and of a year; 0: none. */
void event_numbers(const Reading *, const Span *, unsigned *edition, unsigned *year);
/* The words that tell which event, without articles, editions, years; how many. word: room for EVENT_WORDS tokens. */
enum { EVENT_WORDS = 24 };
unsigned event_words(const Reading *, const Span *, uint32_t *word);
bool event_same_word(const Reading *, uint32_t a, uint32_t b); /* without regard to case */
/* Is every telling word of the shorter name in the longer? */
bool event_names_agree(const Reading *, const Span *, const Span *);
bool event_types_agree(const char *, const char *); /* equal, one unknown, or two kinds of meetings */
uint32_t event_head(const Reading *, const Span *); /* its noun: "drill" of "5th Harbour Drill on fire" */
bool event_is_part(const Reading *, uint32_t head); /* "the opening", "the debriefing": of another event */

#endif
