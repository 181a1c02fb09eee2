/* tail.h - how likely a sum of independent counts reaches c, exactly. Private to graph/. */
#ifndef ENTENTE_TAIL_H
#define ENTENTE_TAIL_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* P(X ≥ c) of X = X1 + X2 + …, each binomial or hypergeometric: the distribution of what is still below c is convolved
 * part by part, and what has reached c is added up. Only positive terms are summed, so that the result is exact to
 * about 1e-12 of itself however small it is; no normal or Poisson approximation is ever made. The Poisson-binomial of n
 * events falls into as many binomial parts as there are different probabilities among them (event sizes): O(parts × c²)
 * instead of O(n × c). */
typedef struct Tail {
    uint32_t most; /* largest c, n, m it can be asked about */
    double *log_factorial;
    uint32_t c;
    double reached;
    double *below, *part, *upper;
} Tail;

void tail_init(Tail *, uint32_t most);
void tail_clear(Tail *);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Tail, tail_clear)

/* Begins anew with X = 0. */
void tail_start(Tail *, uint32_t c);
/* Of n trials, each with success probability p. */
void tail_add_binomial(Tail *, uint32_t n, double p);
/* Of b draws without replacement from m, a of which are marked. a, b ≤ m. */
void tail_add_hypergeometric(Tail *, uint32_t m, uint32_t a, uint32_t b);
double tail_of(const Tail *);

#endif
