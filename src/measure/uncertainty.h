/* uncertainty.h - how sure a ranking is: intervals and rank sets where they mean something, a sentence where not. */
#ifndef ENTENTE_UNCERTAINTY_H
#define ENTENTE_UNCERTAINTY_H

#include "cluster.h"
#include "measure.h"

/* What is estimated: the score if as many events of this kind had been reported again. Of a census the same figures say
 * how sensitive it is. Coverage of the nominal 95 % was simulated (tests/bench/coverage); what missed is not offered.
 */
typedef enum UncertaintyMethod {
    UNCERTAINTY_NONE,
    /* Percentiles 2.5 and 97.5 over resamples of clusters with replacement (Efron 1979); influence values by leaving
     * out one cluster (the jackknife). Strength, events, PageRank; eigenvector under weight count. */
    UNCERTAINTY_BOOTSTRAP,
    /* Half of the clusters without replacement, standard error by the infinitesimal jackknife with its Monte-Carlo bias
     * removed (Wager, Hastie and Efron 2014; Wager and Athey 2018): the interval is of the score in half the events.
     * Degree, harmonic, closeness, clustering: a resample with replacement holds but 63 % of the distinct events, which
     * biases them. */
    UNCERTAINTY_HALVES,
} UncertaintyMethod;

typedef struct UncertaintyOptions {
    ResampleBy by;
    bool none;            /* asked for no interval */
    unsigned n_resamples; /* 0: 1,000 where that is quick (see uncertainty_is_quick), else none */
    unsigned n_threads;   /* 0: all processors */
    uint64_t seed;
} UncertaintyOptions;

enum {
    UNCERTAINTY_MIN_CLUSTERS = 30, /* below it no interval, no "first in": leave-one-out and plain facts instead */
    UNCERTAINTY_RESAMPLES = 1000,
    UNCERTAINTY_MAX_RANKED = 3000, /* above it no rank sets: they want all pairs of actors */
};

typedef struct Uncertainty {
    UncertaintyMethod method;
    ResampleBy by;
    char *why_not;     /* sentence, where method is NONE */
    size_t n_clusters; /* independent clusters; n_tie_making of them hold an event with company */
    size_t n_tie_making, n_series, n_duplicates;
    size_t n_nodes;
    unsigned n_resamples;
    double *estimate; /* by node: the score, or its mean in half the events */
    double *lo, *hi;
    uint32_t *rank_lo, *rank_hi; /* simultaneous 95 % rank set, 0 = none */
    uint32_t *marginal_lo, *marginal_hi;
    double *first_in;  /* share of resamples in which the actor is first; shared when several are */
    double *influence; /* [cluster * n_nodes + node]; NULL where a bootstrap has more clusters than resamples */
} Uncertainty;

/* Never fails: where nothing may be said, method is NONE and why_not says why. scores must hold the measure. */
Uncertainty *uncertainty_estimate(const Scores *, Measure, const UncertaintyOptions *);
void uncertainty_free(Uncertainty *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Uncertainty, uncertainty_free)

/* Would 1,000 resamples take well under two seconds? By size, not by a clock: the same on every machine. */
bool uncertainty_is_quick(const Network *, Measure);

#endif
