/* trend.h - whether a row of numbers goes up or down. */
#ifndef ENTENTE_TREND_H
#define ENTENTE_TREND_H

#include <stddef.h>

enum { TREND_MIN = 4 }; /* numbers below which there is no trend to speak of */

/* Kendall's tau-b (1945) between the order of the numbers and their size: 1 where each is larger than the one before,
 * -1 where each is smaller; its numerator is Mann's (1945) S. NaNs are skipped; NaN with fewer than TREND_MIN numbers
 * or where all are equal. A description, not a test: neighbouring years of one corpus are not independent. O(n²). */
double trend_tau(const double *number, size_t n);

#endif
