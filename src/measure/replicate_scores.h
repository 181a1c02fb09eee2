/* replicate_scores.h - one measure in every replicate at once, on the incidence, without building a network. */
#ifndef ENTENTE_REPLICATE_SCORES_H
#define ENTENTE_REPLICATE_SCORES_H

#include "measure.h"
#include "replicate.h"

/* Which measures have a kernel; the network must not be filtered after projection. Under --no-kin only strength and
 * events. */
bool replicate_scores_possible(const Network *, Measure);
/* start: scores by node that are near (the network's own), from which walks then begin; NULL: from nowhere.
 * score[node * replicates->n + b]. Same definitions as measure_network, to 1e-6 where iterated. Threads share the
 * replicates (0 = all processors); the result does not depend on their number. NULL where there is no kernel.
 * Cost a replicate: strength, events O(cells); PageRank, eigenvector O(cells) a step; degree O(Σk²)/64; clustering
 * O(Σk² + triangles); harmonic and closeness O(actors × cells × diameter)/64. */
double *replicate_scores(const Network *, Measure, const Replicates *, const double *start, unsigned n_threads);

#endif
