/* replicate_paths.h - private to this room: degree and distances in 64 replicates at once, one bit each. */
#ifndef ENTENTE_REPLICATE_PATHS_H
#define ENTENTE_REPLICATE_PATHS_H

#include "measure.h"
#include "replicate.h"

/* Fills score[node * n + replicate] for DEGREE, HARMONIC, their norms, or CLOSENESS. */
void replicate_paths(const Network *, Measure, const Replicates *, unsigned n_threads, double *score);

#endif
