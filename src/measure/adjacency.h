/* adjacency.h - private to this room: every node's neighbours in compressed rows, and the components. */
#ifndef ENTENTE_ADJACENCY_H
#define ENTENTE_ADJACENCY_H

#include "network.h"

/* What the measures walk; each tie stands in it twice. O(nodes + ties) to make. */
typedef struct Adjacency {
    size_t n_nodes;
    uint64_t *first;      /* n_nodes+1: neighbours of node v are first[v] … */
    uint32_t *neighbour;  /* ascending within a node */
    double *weight;
    /* Components, numbered by their first node. */
    uint32_t *component;     /* of each node */
    uint32_t *member_first;  /* n_components+1 */
    uint32_t *member;        /* nodes of each component, ascending */
    uint32_t *place;         /* of each node among its component's members */
    size_t n_components;
} Adjacency;

Adjacency *adjacency_new(const Network *);
void adjacency_free(Adjacency *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Adjacency, adjacency_free)

static inline uint32_t adjacency_degree(const Adjacency *a, uint32_t node)
{
    return (uint32_t)(a->first[node + 1] - a->first[node]);
}

static inline uint32_t adjacency_component_size(const Adjacency *a, uint32_t component)
{
    return a->member_first[component + 1] - a->member_first[component];
}

/* Sum of the weights of a node's ties. */
double adjacency_strength(const Adjacency *, uint32_t node);

#endif
