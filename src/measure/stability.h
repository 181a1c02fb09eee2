/* stability.h - the groups of a network, and whether they would be found again: in half of the data, under other seeds.
 */
#ifndef ENTENTE_STABILITY_H
#define ENTENTE_STABILITY_H

#include "cluster.h"
#include "measure.h"

/* Co-membership of two actors: the share of runs in which both stand in the same group (Hopcroft, Khan, Kulis and
 * Selman 2004 compare runs in this spirit). An actor's stability is its mean co-membership with the others of its
 * group, a group's the mean over all its pairs; NaN for a group of one.
 *
 * over the data: Leiden runs anew on the network of half of the clusters of events, drawn without replacement; an actor
 *   without a tie there is alone. A group that is the participants of one event thus comes out near ½, however
 *   clearly Leiden finds it in the whole: a clique projection makes a group of every large event.
 * over seeds: Leiden runs anew on the whole network. This is a property of the algorithm, not of the world. */
typedef struct Stability {
    size_t n_nodes, n_groups;
    uint32_t *group; /* of each node, 0 … by size, then first actor: measure community, less 1 */
    uint32_t *size;  /* of each group */
    double modularity;
    unsigned n_halves, n_seeds;                 /* runs; n_halves 0: why_not says why */
    double *over_data, *over_seeds;             /* of each node */
    double *group_over_data, *group_over_seeds; /* of each group */
    double rand_seeds;               /* mean adjusted Rand index of the runs under other seeds and the groups */
    size_t n_clusters, n_tie_making; /* independent clusters; those that hold an event with company */
    char *why_not;                   /* a sentence, or NULL */
} Stability;

typedef struct StabilityOptions {
    ResampleBy by;
    unsigned n_halves; /* 0: by size, see stability_halves */
    unsigned n_seeds;  /* 0: STABILITY_SEEDS */
    bool few;          /* run over the data however few clusters there are */
    uint64_t seed;     /* of the groups themselves */
} StabilityOptions;

enum { STABILITY_SEEDS = 20, STABILITY_HALVES = 200, STABILITY_MIN_CLUSTERS = 30 };

/* selection: that of the network, to project halves of it alike. Below STABILITY_MIN_CLUSTERS clusters with company
 * nothing is said about the data; nor under a backbone, whose ties are not a function of the events kept. igraph: one
 * thread. O((halves + seeds) × Leiden). */
Stability *stability_find(const Network *, const Selection *, const StabilityOptions *, GError **);
void stability_free(Stability *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Stability, stability_free)

/* 200 half-samples up to 500 ties, fewer in proportion above, at least 10: by size, not by a clock. A second or two up
 * to 5,000 ties. */
unsigned stability_halves(size_t n_ties);

#endif
