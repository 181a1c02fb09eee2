/* backbone.h - which ties beat chance: null models of who meets whom, and the ties that exceed them. */
#ifndef ENTENTE_BACKBONE_H
#define ENTENTE_BACKBONE_H

#include "network.h"

/* A tie beats chance when two actors share more events than they would if who takes part in what were random, given how
 * active the actors and how large the events are. Each method keeps something else of these margins:
 *
 *   sdsm       both on average. Exact, fast, a little conservative; the default.
 *   fdsm       both exactly: random matrices by curveball (curveball.h), p by counting draws, plus one
 *              (Phipson and Smyth 2010): (1 + draws with at least as many shared events) / (1 + draws).
 *   fixedrow   the actors' only: the hypergeometric; wrong where event sizes differ much (fixedrow.h).
 *   disparity  nothing of the events: thins the projected network out (disparity.h); no p, no error rate.
 *
 * The family of tests is all n(n-1)/2 pairs of actors, tied or not: Benjamini and Hochberg's (1995) false discovery
 * rate is at most alpha over it; a tie is kept where q ≤ alpha. (Disparity: where its score < alpha.) With strata by
 * year the events shared are those of all years together, and chance is that within each year.
 */
typedef struct BackboneMethodText {
    const char *name, *title; /* "sdsm", "SDSM" */
    const char *what;         /* one sentence */
    const char *paper;
} BackboneMethodText;
const BackboneMethodText *backbone_methods(size_t *n); /* in the order of BackboneMethod; for help */

typedef struct BackboneOptions {
    BackboneMethod method;
    double alpha;
    bool by_year;
    size_t draws;       /* fdsm; 0: enough for a single tie to be kept, within about three processor seconds */
    uint64_t seed;      /* fdsm */
    unsigned n_threads; /* 0 = all processors; the result does not depend on it */
} BackboneOptions;

enum { BACKBONE_DRAWS = 1000, BACKBONE_MAX_DRAWS = 10000000 };

typedef struct BackboneTie {
    uint32_t a, b; /* rows of the incidence, a < b */
    uint32_t n_events;
    double p, q;  /* NaN for disparity */
    double score; /* disparity's; else NaN */
    bool kept;
} BackboneTie;

typedef struct Backbone {
    BackboneMethod method;
    double alpha;
    bool by_year;
    size_t draws; /* fdsm, else 0 */
    size_t n_strata;
    BackboneTie *tie; /* every tie of the projection, by a, then b */
    size_t n_ties, n_kept, n_pairs;
    char *why_not; /* a sentence where nothing is kept, else NULL */
    char *warning; /* a sentence, or NULL */
} Backbone;

/* Of a network projected without narrowing; it is only read. ERROR_USAGE under --no-kin (chance among delegations is
 * not defined) and for disparity by year. Cost: sdsm O(ties × event sizes × shared²) after the fit, fixedrow O(ties ×
 * shared²), fdsm O(draws × (cells + Σk²)), disparity O(ties). */
Backbone *backbone_find(const Network *, const BackboneOptions *, GError **);
void backbone_free(Backbone *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Backbone, backbone_free)

/* The network a selection asks for. With a backbone: projected, ties that do not beat chance taken out, then narrowed;
 * without, network_project. *found, where not NULL, is the backbone, the caller's, or NULL. */
Network *backbone_project(const Incidence *, const Selection *, uint64_t seed, unsigned n_threads, Backbone **found,
                          GError **);
/* What was found about two rows, or NULL where they share nothing. O(log). */
const BackboneTie *backbone_tie(const Backbone *, uint32_t row_a, uint32_t row_b);
/* "backbone SDSM α 0.05: 61 of 493 ties". Heap. */
char *backbone_title(const Backbone *);

/* Benjamini and Hochberg's adjusted p: q[i] for n p-values out of a family of n_family ≥ n, the others being 1. */
void backbone_adjust(const double *p, size_t n, size_t n_family, double *q);

#endif
