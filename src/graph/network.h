/* network.h - the one-mode network: actors tied by the events they share. */
#ifndef ENTENTE_NETWORK_H
#define ENTENTE_NETWORK_H

#include "incidence.h"

/* Never a self-loop, never a parallel tie, never weight 0. */
typedef struct Tie {
    uint32_t a, b;      /* nodes, a < b */
    uint32_t n_events;  /* shared */
    double weight;
} Tie;

/* Ties carry their events through the incidence they were projected from, which must outlive the network: provenance
 * costs no memory. */
typedef struct Network {
    const Incidence *incidence;
    Weight weight;
    uint32_t *row;      size_t n_nodes;  /* node → row of the incidence, ascending; isolates are kept */
    uint32_t *node;                      /* row → node, UINT32_MAX where the selection dropped it */
    Tie *tie;           size_t n_ties;   /* by a, then b */
    uint64_t *tie_first;                 /* n_nodes+1: ties whose lower end is this node */
    bool filtered;                       /* ties or nodes of the projection were taken out */
    size_t n_kin_ties;                   /* ties between an actor and its own superior: what --no-kin drops */
    struct NetworkGraph *graph;          /* the igraph_t, made when first needed; see igraph_bridge.h */
} Network;

/* B W Bᵀ by rows with a dense accumulator (Gustavson 1978), two passes: O(Σ k²) time, O(ties + actors) memory. The
 * seven weights are defined in model.md. Then min_weight, ego, largest_component (ties: the one with most ties, then
 * the first actor), drop_isolates, in this order. ERROR_USAGE when ego is unknown. */
Network *network_project(const Incidence *, const Selection *, GError **);
/* Takes out the ties that are not marked (nodes stay), then narrows as the selection asks, like network_project. For a
 * network that was projected without narrowing, before anything is measured. */
bool network_keep(Network *, const bool *keep, const Selection *, GError **);
void network_free(Network *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Network, network_free)

const Actor *network_actor(const Network *, uint32_t node);
uint32_t network_node_of(const Network *, ActorId); /* UINT32_MAX when it is not in the network */
/* The tie between two nodes or NULL. O(log). */
const Tie *network_tie(const Network *, uint32_t a, uint32_t b);

/* The library that computes behind networks: "igraph 0.10.2". */
const char *network_library(void);

typedef struct TieSupport { /* what a tie rests on */
    EventId *event;       size_t n_events;    /* ascending by date */
    DocumentId *document; size_t n_documents; /* distinct, in order */
    Date first, last;                         /* day of the first and last event */
} TieSupport;
void network_tie_support(const Network *, const Tie *, TieSupport *);
void tie_support_clear(TieSupport *);

#endif
