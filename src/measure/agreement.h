/* agreement.h - how far two rankings, or two divisions into groups, say the same. */
#ifndef ENTENTE_AGREEMENT_H
#define ENTENTE_AGREEMENT_H

#include <stddef.h>
#include <stdint.h>

/* Kendall's (1945, Biometrika 33) tau-b between two columns of scores over the same n things:
 *     (concordant − discordant) / √((pairs − pairs tied in x) · (pairs − pairs tied in y)).
 * 1: the same order, ties included; -1: reversed; 0: no more concordant pairs than discordant ones. Scores equal after
 * rounding to 12 significant digits are tied, as in a ranking. Things whose score is NaN in either column are left
 * out. NaN with fewer than two things, or where all are equal in a column. O(n log n): Knight 1966, JASA 61. */
double agreement_tau(const double *x, const double *y, size_t n);

/* The adjusted Rand index (Hubert and Arabie 1985, Journal of Classification 2) of two divisions of the same n things:
 * group numbers, any. 1: the same division; 0: as much agreement as chance gives to groups of these sizes. 1 where
 * both divisions are trivial in the same way (one group, or every thing alone). O(n log n). */
double agreement_rand(const uint32_t *a, const uint32_t *b, size_t n);

#endif
