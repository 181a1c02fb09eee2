/* cohesion.h - what holds a network together: cut actors, bridges, brokers, and who keeps to their own kind. */
#ifndef ENTENTE_COHESION_H
#define ENTENTE_COHESION_H

#include "measure.h"

typedef struct Bridge {
    uint32_t tie;     /* of the network */
    uint32_t smaller; /* actors on the smaller side, once it is gone */
} Bridge;

typedef struct Cohesion {
    size_t n_nodes;
    /* By node: how many parts its component falls into without it: 1 for most, 2 and more for an articulation point
     * (cut actor: Harary 1969), 0 for an isolate. */
    uint32_t *parts;
    size_t n_articulations;
    /* Ties whose removal disconnects, by the larger smaller side first, then in order. */
    Bridge *bridge;
    size_t n_bridges;
    /* Newman's (2003, Physical Review E 67, 026126) assortativity of a label: (Σ e_ii − Σ a_i²) / (1 − Σ a_i²), e_ij
     * the share of ties that join labels i and j, a_i that of their ends; 1: ties only among equals, 0: as chance
     * gives. By number of ties, not weight. NaN without ties or with one label only. by_country: ties of which
     * both ends have a country (that of a country is itself, so only above that level); n_country_ties of them. */
    double by_type, by_country, by_group;
    size_t n_country_ties;
} Cohesion;

/* group: of each node, or NULL. O(nodes + ties), and O(ties) for every articulation point and bridge. */
Cohesion *cohesion_find(const Network *, const uint32_t *group, GError **);
void cohesion_free(Cohesion *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Cohesion, cohesion_free)

/* Assortativity of any label over the ties whose ends both have one (UINT32_MAX: none); *n_ties their number. */
double cohesion_assortativity(const Network *, const uint32_t *label, size_t *n_ties);

#endif
