/* disparity.h - ties that carry more of an actor's strength than an even share would. Private to graph/. */
#ifndef ENTENTE_DISPARITY_H
#define ENTENTE_DISPARITY_H

#include "network.h"

/* The disparity filter (Serrano, Boguñá and Vespignani 2009): for each end of a tie of weight w, with k ties of sum s,
 * (1 − w/s)^(k−1): how likely a tie this heavy is where s is broken at random into k pieces; 1 where k = 1. Of both
 * ends the smaller. It knows the projected network only, not the events: a way to thin ties out, without an error rate
 * against chance in who meets whom. Heap array, one a tie. O(ties). */
double *disparity_scores(const Network *);

#endif
