/* compare_match.h - who and what two incidences have in common, as one table to be compared. */
#ifndef ENTENTE_COMPARE_MATCH_H
#define ENTENTE_COMPARE_MATCH_H

#include "compare.h"

/* Two sides laid over each other. Of one corpus: actors and events are the same where their rows are. Of two corpora:
 * an actor is the same where id and type are, else where the keys (utf8_key) of its only namesake of that type are; an
 * event where id, title and day are. An event that both sides hold with the same actors is one event on both sides;
 * with others, it is one on each side, in one cluster. */
typedef struct Matched {
    const Incidence *side[2]; /* borrowed */
    Compared compared;
    uint32_t *actor_of_row[2], *row_of_actor[2]; /* row ↔ actor; UINT32_MAX: not on that side */
    uint32_t *event_of_column[2], *column_of_event[2];
    ActorId *actor;   /* one of each, side 0's where it has it (row_of_actor tells) */
    size_t n_by_name; /* actors of two corpora that are taken for one by their names alone */
} Matched;

/* whole: an incidence that holds the events of both sides, so that a cluster is seen across their border, or NULL: then
 * clusters of the two sides become one where they share an event or (by default and by series) the name of a series.
 * by chooses the shares: strength under an additive weight (newman, count, fractional), else events. */
Matched *match_sides(const Incidence *a, const Incidence *b, const Incidence *whole, ResampleBy, Measure by, Weight);
void matched_free(Matched *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Matched, matched_free)

#endif
