/* rank_set.h - which ranks an actor may hold, from the scores and what each cluster contributes to them. */
#ifndef ENTENTE_RANK_SET_H
#define ENTENTE_RANK_SET_H

#include <stddef.h>
#include <stdint.h>

/* Rank sets of Mogstad, Romano, Shaikh and Wilhelm (2024, Review of Economic Studies, doi 10.1093/restud/rdad006):
 * two-sided confidence sets for all differences of scores, with the critical value from the largest studentised
 * difference (max-t) in multiplier draws of the influence values; a rank is excluded when the differences exclude it.
 * Rank 1 = largest score. */
typedef struct RankSets {
    uint32_t *marginal_lo, *marginal_hi; /* covers one given actor's rank with probability 1-α */
    uint32_t *lo, *hi;                   /* simultaneous: covers all actors' ranks at once */
    size_t n;
} RankSets;

/* score: n; influence: [cluster * n + actor], such that Σ_clusters influence² is the variance of a score. α = 0.05.
 * O(draws × n²) time, O(n²) memory, over threads; the result does not depend on their number. */
RankSets *rank_sets(const double *score, const double *influence, size_t n, size_t n_clusters, unsigned draws,
                    uint64_t seed, unsigned n_threads);
/* The same from bootstrap replicates themselves, replicate[actor * stride + draw]: their deviations from their mean are
 * the draws, their covariance gives the standard errors. O(draws × n²), whatever the number of clusters. */
RankSets *rank_sets_of_replicates(const double *score, const double *replicate, size_t stride, size_t n, unsigned draws,
                                  unsigned n_threads);
void rank_sets_free(RankSets *);

#endif
