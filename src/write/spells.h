/* spells.h - when the actors, events and ties of a file were there: the days of their events as disjoint spells. */
#ifndef ENTENTE_SPELLS_H
#define ENTENTE_SPELLS_H

#include "column.h"

/* What time is in a file. Units: all events are scenes, paragraphs … of texts that have one date or none, and their
 * order is the time of the text. No order is invented for annotated events without a date. */
typedef enum TimeScale { TIME_NONE, TIME_DAYS, TIME_UNITS } TimeScale;

typedef struct Spell {
    int32_t first, last; /* both included; days since 1970-01-01, or numbers of units: the first of the corpus is 1 */
} Spell;

typedef struct Spells Spells;

/* Keeps pointers to export and two_mode (NULL: one-mode). */
Spells *spells_new(const Export *, const TwoMode *);
void spells_free(Spells *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Spells, spells_free)

TimeScale spells_scale(const Spells *);
/* Spells of a node and of the present row of the sheet of ties, ascending and disjoint: events that overlap or follow
 * each other within a day are one spell. An actor has those of all its events; a tie those of the events behind it; a
 * participation its event's. An event known to the month lasts the month; of one known on one side only the known day
 * counts; an undated one gives none. Valid until the next call. O(events · log events). */
const Spell *spells_of_node(Spells *, size_t node, size_t *n);
const Spell *spells_of_tie(Spells *, const Sheet *ties, size_t *n);

#endif
