/* delegation.h - who in an event belongs to whom: one affiliation chain is one delegation. Private to graph/. */
#ifndef ENTENTE_DELEGATION_H
#define ENTENTE_DELEGATION_H

#include "incidence.h"

/* Fills cell_delegation and event_k: actors of one chain that are both in an event form one delegation there (the
 * connected parts of "is above"). O(cells × chain). */
void delegation_count(Incidence *);
/* The pairs of rows of which one is above the other on the day of an event they share, as a<<32|b with a < b,
 * ascending, each once. Heap array of uint64_t; *n their number. */
uint64_t *delegation_kin(const Incidence *, size_t *n);

#endif
