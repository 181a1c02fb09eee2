/* audit.h - one ranking held against others that might as well have been asked for. */
#ifndef ENTENTE_AUDIT_H
#define ENTENTE_AUDIT_H

#include "measure.h"

/* One other way to ask. Ranks are those among the actors that both rankings have: a level with people beside
 * countries does not push a country down. */
typedef struct Variation {
    char *what, *options; /* "weight", "--weight count" */
    size_t n_actors, n_ties, n_common;
    double tau;     /* Kendall's tau-b over the common actors (agreement.h); NaN where it is not defined */
    double *score;  /* by node of the base; NaN: not there */
    uint32_t *rank; /* 0: not there, or without a score; 1-1-3 as in a Ranking */
} Variation;

typedef struct Audit {
    const Scores *base; /* borrowed */
    Measure by;
    Ranking *ranking;     /* of the base */
    uint32_t *rank;       /* of the base, by node */
    GPtrArray *variation; /* Variation *, in the order they were added */
    GPtrArray *unchanged; /* options that give the very same network */
    GPtrArray *apart;     /* options that give one without ties, or with fewer than two actors in common */
    GHashTable *node_of;  /* an actor's words → node + 1 */
} Audit;

Audit *audit_new(const Scores *, Measure);
void audit_free(Audit *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Audit, audit_free)
/* Adds a variation; its scores are not kept. An actor is known again by id, type and name, so that it may be of another
 * Cast; one without an event counts as not there. O(n log n). */
void audit_add(Audit *, const char *what, const char *options, const Scores *);

typedef struct AuditRange {
    uint32_t lo, hi;        /* best and worst rank, the base's included */
    size_t n_there, n_same; /* variations in which the actor is ranked; those in which as in the base */
    size_t n_first;         /* those in which it is first */
    size_t most;            /* the variation that moves it most; SIZE_MAX: none moves it */
} AuditRange;
void audit_range(const Audit *, uint32_t node, AuditRange *);
/* Best and worst rank that the first n actors of the base have in a variation; 0 and 0: none is there. */
void audit_top(const Audit *, size_t variation, size_t n, uint32_t *lo, uint32_t *hi);
static inline const Variation *audit_variation(const Audit *a, size_t i) { return a->variation->pdata[i]; }

#endif
