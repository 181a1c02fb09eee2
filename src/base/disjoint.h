/* disjoint.h - which of n things belong together: disjoint sets with path halving (Tarjan and van Leeuwen 1984). */
#ifndef ENTENTE_DISJOINT_H
#define ENTENTE_DISJOINT_H

#include <stdbool.h>
#include <stdint.h>

/* parent[i] = i at the start. The root of a set is its smallest member. */
static inline uint32_t disjoint_root(uint32_t *parent, uint32_t i)
{
    while (parent[i] != i)
        i = parent[i] = parent[parent[i]];
    return i;
}

/* Were they apart? */
static inline bool disjoint_unite(uint32_t *parent, uint32_t a, uint32_t b)
{
    a = disjoint_root(parent, a);
    b = disjoint_root(parent, b);
    parent[a > b ? a : b] = a < b ? a : b;
    return a != b;
}

#endif
