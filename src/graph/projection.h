/* projection.h - the kernel of B W Bᵀ: ties of an incidence with their counts and weights. Private to graph/. */
#ifndef ENTENTE_PROJECTION_H
#define ENTENTE_PROJECTION_H

#include "network.h"

/* Fills tie, n_ties and tie_first of a network whose nodes are the rows of its incidence. Sums run in order of the
 * events. O(Σ k²) time, O(actors) memory beside the result. */
void projection_ties(Network *);

#endif
