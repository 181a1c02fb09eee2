/* krylov.h - private to this room: the two largest eigenvalues of one component, and the vector of the largest. */
#ifndef ENTENTE_KRYLOV_H
#define ENTENTE_KRYLOV_H

#include "adjacency.h"

typedef struct Principal {
    double value, second; /* largest eigenvalues; second is -infinity for one node */
    double *vector;       /* of the component's members in order, length 1, non-negative; NULL: no convergence */
} Principal;

/* Block Lanczos of width 2 with full reorthogonalisation and thick restarts (Golub and Underwood 1977; Wu and Simon
 * 2000) on the weighted adjacency matrix of one component, from a fixed start: same network, same digits. Two vectors a
 * step, because one cannot see that an eigenvalue is double. The error is near 1e-11 wherever the gap to the second
 * eigenvalue allows; a gap below 1e-9 of the largest is left for the caller to judge by value and second.
 * PRINCIPAL_RESTARTS are enough for a chain of 1,500 actors. */
enum { PRINCIPAL_RESTARTS = 400 };
void principal_find(const Adjacency *, uint32_t component, int max_restarts, Principal *);
void principal_clear(Principal *);

#endif
