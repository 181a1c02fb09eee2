/* null_rank.h - what chance alone would give each actor: a measure in random networks with the same activity and sizes.
 */
#ifndef ENTENTE_NULL_RANK_H
#define ENTENTE_NULL_RANK_H

#include "measure.h"

/* The measure in many draws of the fixed degree sequence model (curveball.h): everybody takes part in as many events,
 * every event has as many participants, who meets whom is chance. A high score with a high p is what activity alone
 * explains. */
typedef struct NullRankOptions {
    bool by_year; /* chance within each calendar year */
    size_t draws; /* 0: 1,000, fewer where that takes longer than about two seconds */
    MeasureOptions measure;
} NullRankOptions;

typedef struct NullRank {
    size_t n_nodes, draws;
    double *mean; /* by node: of the draws */
    double *z;    /* (score − mean)/sd; NaN for betweenness, whose draws are skewed, and where the sd is 0 */
    double *p; /* one-sided, upper: (1 + draws at least as high)/(1 + draws) (Phipson and Smyth 2010); for betweenness
                  mid-p: draws as high count half, and half is added for the observed (Lancaster 1961) */
    bool mid_p;
} NullRank;

enum { NULL_RANK_DRAWS = 1000 };

/* scores must hold the measure, of the whole projection. NULL with ERROR_USAGE and a sentence where there is no null to
 * hold it against: what the model keeps constant (events, strength under newman), groups, delegations (--no-kin), and
 * filtered networks, backbones among them. O(draws × (cells + the measure)); one thread. */
NullRank *null_rank(const Scores *, Measure, const Selection *, const NullRankOptions *, GError **);
void null_rank_free(NullRank *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(NullRank, null_rank_free)

#endif
