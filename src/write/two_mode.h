/* two_mode.h - the two-mode network as it stands in a file: actors, blocs and events, tied by participations. */
#ifndef ENTENTE_TWO_MODE_H
#define ENTENTE_TWO_MODE_H

#include "network.h"

/* One of actor and event is none. */
typedef struct TwoModeNode {
    ActorId actor;
    EventId event;
    uint32_t node;   /* of the network: an actor that is in it; else UINT32_MAX */
    uint32_t column; /* of the incidence: an event that has cells; else UINT32_MAX */
    uint32_t degree; /* ties in this file */
} TwoModeNode;

/* A cell of the incidence, or a bloc in an event: who, in what, and by which claims. */
typedef struct TwoModeTie {
    uint32_t actor, event; /* rows of node */
    const Claim *claim;    /* of the incidence or of this view */
    size_t n_claims;
} TwoModeTie;

typedef struct TwoMode {
    TwoModeNode *node;
    size_t n_nodes; /* actors in network order, blocs in cast order, events in order of the incidence */
    TwoModeTie *tie;
    size_t n_ties; /* by actor, then event; never two between the same nodes */
    size_t n_actors, n_blocs;
    Claim *bloc_claim;
} TwoMode;

/* The actors of the network (so that ego, isolates … hold here too) with the events they took part in; blocs that took
 * part in these, and, where no actor was dropped, events that only blocs took part in (last). The network must outlive
 * it. O(cells). */
TwoMode *two_mode_new(const Network *);
void two_mode_free(TwoMode *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TwoMode, two_mode_free)

#endif
