/* repetition.h - how much of a network is one event told twice. */
#ifndef ENTENTE_REPETITION_H
#define ENTENTE_REPETITION_H

#include "cluster.h"

/* "12 events may be 9: repetition adds up to 25 % of tie weight", or NULL where no two events are suspected to be one
 * (cluster.h). The share is of the weight of all ties, had each of these events been told once, by its longest list.
 * Heap.
 */
char *repetition_sentence(const Incidence *, const Selection *);

#endif
