/* leave_out.h - what a standing hangs on: strength and ties with one event left out. */
#ifndef ENTENTE_LEAVE_OUT_H
#define ENTENTE_LEAVE_OUT_H

#include "measure.h"

/* An actor without the one event it owes most to: the one whose absence lowers its rank most, then its strength most,
 * then the earliest. */
typedef struct LeaveOut {
    uint32_t column; /* of the incidence; UINT32_MAX: the actor has no event with company */
    double score;    /* strength without it */
    uint32_t rank;   /* standing without it, everybody else's strength recomputed too */
} LeaveOut;

/* Is strength without an event a matter of subtraction? Only for additive weights (newman, count, fractional, …: not
 * binary, jaccard, cosine, association) and where no filter on ties or actors came after the projection. */
bool leave_out_possible(const Network *);
/* Fills out for one actor; scores must hold STRENGTH. O(events of the actor × actors). */
void leave_out_strength(const Scores *, uint32_t node, LeaveOut *out);

/* What an event with k participants hands to each pair, 0 for k < 2 (additive weights). */
double leave_out_share(Weight, uint32_t k);
/* Partners of a cell's actor in that event: all but its own delegation. */
uint32_t leave_out_partners(const Incidence *, uint32_t column, uint32_t cell);

/* What the network as a whole hangs on. */
typedef struct Keystone {
    size_t n_tie_making;     /* events with at least two participants */
    uint32_t column;         /* the event that alone carries most ties; UINT32_MAX: none */
    size_t n_ties_of_column; /* ties that would be gone without it */
    uint32_t node;           /* the actor in most tie-making events */
    size_t n_events_of_node;
} Keystone;
void keystone_find(const Network *, Keystone *out);

#endif
