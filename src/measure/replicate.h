/* replicate.h - the corpus gathered again, many times: a weight for every event in every replicate. */
#ifndef ENTENTE_REPLICATE_H
#define ENTENTE_REPLICATE_H

#include "cluster.h"

/* Replicates stand side by side so that kernels go through the incidence once for many of them. An event in several
 * clusters (documents that tell it) weighs as often as its most frequent one: it stays while any of them stays. */
typedef struct Replicates {
    size_t n; /* replicates, a multiple of REPLICATE_LANES; the last n - n_real only fill up */
    size_t n_real;
    size_t n_columns, n_clusters;
    uint8_t *weight;         /* [column * n + replicate] */
    uint8_t *cluster_weight; /* [cluster * n + replicate] */
} Replicates;
enum { REPLICATE_LANES = 64 };

/* Each replicate draws as many clusters as there are, with replacement (Efron 1979; clusters: Davison and Hinkley
 * 1997, 3.8). */
Replicates *replicates_bootstrap(const Clusters *, size_t n_columns, size_t n, uint64_t seed);
/* Half of the clusters without replacement, in complementary pairs (2i and 2i+1 split one shuffle). */
Replicates *replicates_half(const Clusters *, size_t n_columns, size_t n, uint64_t seed);
/* One replicate a cluster: all but that one. */
Replicates *replicates_leave_out(const Clusters *, size_t n_columns);
void replicates_free(Replicates *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Replicates, replicates_free)

#endif
