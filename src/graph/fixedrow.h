/* fixedrow.h - chance when only the actors' numbers of events are kept: the hypergeometric. Private to graph/. */
#ifndef ENTENTE_FIXEDROW_H
#define ENTENTE_FIXEDROW_H

#include "strata.h"
#include "tail.h"

/* P(two actors share at least c events) when each chooses its events out of all events of the stratum alike
 * (Tumminello, Miccichè, Lillo, Piilo and Mantegna 2011; "fixed row model" in Neal, Domagalski and Sagan 2021). The
 * sizes of the events are not kept, so that a plenary makes all its participants look like friends: with a tenth of
 * plenaries among 60 to 200 events it flags 41 to 85 % of the pairs at 5 % although chance made them all. Right where
 * events have about equal sizes. O(c) a stratum. */
double fixedrow_tail(const Strata *, size_t n_actors, Tail *, uint32_t row_a, uint32_t row_b, uint32_t c);

#endif
