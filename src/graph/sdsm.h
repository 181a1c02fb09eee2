/* sdsm.h - chance when actors and events keep their sizes on average: the bipartite configuration model. Private to
 * graph/. */
#ifndef ENTENTE_SDSM_H
#define ENTENTE_SDSM_H

#include "strata.h"
#include "tail.h"

/* The matrix of probabilities of largest entropy whose row and column sums are the given ones (bipartite configuration
 * model: Saracco, Di Clemente, Gabrielli and Squartini 2015): p_ij = x_i y_j / (1 + x_i y_j). Equal degrees have equal
 * probabilities, so that rows and columns are kept as classes. Cells that are 1 (or 0) in every matrix with these
 * margins, such as those of a full row, are found first by the Gale–Ryser inequalities, which fall tight there, and
 * set: what is left has a finite solution. It is found by fixed-point iteration to 1e-9 in every degree. */
typedef struct Bicm {
    size_t n_rows, n_columns; /* classes, by degree, descending */
    uint32_t *row_degree, *row_count, *column_degree, *column_count;
    double *p;    /* [row class * n_columns + column class] */
    double error; /* largest |expected − given| degree; more than 1e-9 where the iteration was given up */
    unsigned sweeps;
} Bicm;

/* degree: n of them, size: m of them, with the same sum. O(classes² × sweeps). */
Bicm *bicm_fit(const uint32_t *degree, size_t n, const uint32_t *size, size_t m);
void bicm_free(Bicm *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Bicm, bicm_free)
/* Class of a degree among row_degree or column_degree. */
size_t bicm_class(const uint32_t *degrees, size_t n, uint32_t degree);

/* The stochastic degree sequence model (Neal 2014; by the configuration model: Neal, Domagalski and Sagan 2021): one
 * fit a stratum. */
typedef struct Sdsm {
    size_t n_strata, n_actors;
    Bicm **fit;
    uint32_t *row_class; /* [stratum * n_actors + row] */
    double error;        /* the worst fit's */
} Sdsm;

Sdsm *sdsm_new(const Strata *, size_t n_actors, size_t n_events);
void sdsm_free(Sdsm *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Sdsm, sdsm_free)

/* P(two actors share at least c events): the tail of the Poisson-binomial over all events of all strata, exact
 * (tail.h). O(event sizes × c²) a stratum. */
double sdsm_tail(const Sdsm *, Tail *, uint32_t row_a, uint32_t row_b, uint32_t c);

#endif
