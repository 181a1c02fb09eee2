/* replicate_clustering.h - private to this room: clustering in every replicate. */
#ifndef ENTENTE_REPLICATE_CLUSTERING_H
#define ENTENTE_REPLICATE_CLUSTERING_H

#include "network.h"
#include "replicate.h"

/* Fills score[node * n + replicate] with local transitivity, one small network a replicate: O(Σk² + triangles) each. */
void replicate_clustering(const Network *, const Replicates *, unsigned n_threads, double *score);

#endif
