/* cycle.h - relations that would put someone above itself. Private to entity/. */
#ifndef ENTENTE_CYCLE_H
#define ENTENTE_CYCLE_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct CycleEdge {
    uint32_t below, above;     /* vertices */
    int32_t from, to;          /* days it may hold on, inclusive */
    bool dropped;
} CycleEdge;

/* Told of each edge that was dropped: the vertices of the cycle, from its below, through its above, back to its
 * below. */
typedef void (*CycleReport)(void *context, size_t edge, const uint32_t *vertex, size_t n);

/* Takes the edges in order and drops each that closes a cycle whose edges can all hold on one day. O(edges) where
 * there is no cycle; else O(edges²) over those that lie on or between cycles. */
void cycle_break(CycleEdge *, size_t n, size_t n_vertices, CycleReport, void *context);

#endif
