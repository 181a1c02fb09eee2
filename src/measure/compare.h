/* compare.h - two sides of a comparison: how much an actor's standing differs, and whether that is more than chance. */
#ifndef ENTENTE_COMPARE_H
#define ENTENTE_COMPARE_H

#include "cluster.h"
#include "measure.h"

/* One event as the test sees it. */
typedef struct ComparedEvent {
    bool in[2];       /* sides that hold it: one, or both */
    uint32_t cluster; /* events of one cluster change sides together */
    Slice cells;      /* rows of Compared.cell */
} ComparedEvent;

typedef struct ComparedCell {
    uint32_t actor;
    uint32_t delegation; /* no two cells of an event that share it tie their actors */
    double share;        /* what the event adds to the actor's standing */
} ComparedCell;

/* Both sides in one table: actors 0 … n_actors-1, clusters 0 … n_clusters-1. */
typedef struct Compared {
    ComparedEvent *event;
    size_t n_events;
    ComparedCell *cell;
    size_t n_cells;
    size_t n_actors, n_clusters;
} Compared;

void compared_clear(Compared *);

typedef struct CompareOptions {
    Measure by;
    unsigned n_permutations; /* 0: COMPARE_PERMUTATIONS */
    unsigned n_threads;
    uint64_t seed;
    const char *why_not; /* a sentence: no test, because the sides are not two samples; else NULL */
} CompareOptions;

enum {
    COMPARE_PERMUTATIONS = 2000,
    COMPARE_MIN_CLUSTERS = 30, /* below it no p: plain facts */
};

/* value[side][actor]:
 *   strength, events   the sum of shares divided by the side's number of events, so that a side with twice the events
 * does not rise for that; degree             partners in as many events as the smaller side has, drawn without
 * replacement (rarefied): Σ_j [1 − C(m−c_ij, b)/C(m, b)], m events of the side, c_ij shared, b the smaller m (Hurlbert
 * 1971). difference = value[1] − value[0].
 *
 * p: under the null hypothesis clusters are exchangeable between the sides (Good 2005; uncertainty.md rule 8: permuting
 * single events gives a type I error of .16–.23). A cluster on one side only is dealt to a side at random, as many to
 * each as there were; of one on both sides (a series that ran through both periods) as many events of either half as
 * the smaller half has change places or none does, by a fair coin; events that both sides hold stay. Two-sided, add-one
 * (Phipson and Smyth 2010). p_max: the same, corrected for all actors at once: single-step maxT of differences divided
 * by their standard deviation over the permutations (Westfall and Young 1993). Both NaN where why_not says so.
 * Suspected duplicates are found within one corpus only: two corpora that tell the same events under different ids are
 * dependent, and this does not know.
 * Time O(permutations × cells), for degree O(permutations × Σ k²); memory O(permutations × actors). The same for any
 * number of threads. */
typedef struct Comparison {
    size_t n_actors;
    double *value[2], *difference, *p, *p_max;
    size_t n_events[2];       /* of each side; n_shared of them are on both */
    size_t n_shared, smaller; /* smaller: the b of the rarefaction */
    size_t n_clusters, n_dealt, n_exchanged, n_fixed;
    unsigned n_permutations;
    char *why_not; /* a sentence where there is no p, else NULL */
} Comparison;

/* Can this measure be compared? strength, events, degree. */
bool compare_knows(Measure);
Comparison *compare_sides(const Compared *, const CompareOptions *);
void comparison_free(Comparison *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Comparison, comparison_free)

/* Partners expected in b of m events, given how many events are shared with each of n others (shared[j] may be 0). */
double compare_rarefied(const uint32_t *shared, size_t n, size_t m, size_t b);

#endif
