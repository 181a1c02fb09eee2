/* ties.h - private to ties and report: the strongest ties as a table. */
#ifndef ENTENTE_TIES_H
#define ENTENTE_TIES_H

#include "invocation.h"

/* Heaviest first, equal weights in the order of the network. Heap array of network->n_ties. */
const Tie **ties_strongest(const Network *);
/* The first n of them and what they rest on. */
Report *ties_table(const Invocation *, const Pipeline *, size_t n);

#endif
