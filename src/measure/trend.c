/* trend.c - whether a row of numbers goes up or down. */
#include "trend.h"
#include "number.h"
#include <math.h>

double trend_tau(const double *number, size_t n)
{
    double s = 0, pairs = 0, untied = 0;
    size_t n_given = 0;
    for (size_t j = 0; j < n; j++) {
        n_given += !isnan(number[j]);
        for (size_t i = 0; i < j; i++) {
            if (isnan(number[i]) || isnan(number[j]))
                continue;
            double before = number_round(number[i], 12), after = number_round(number[j], 12);
            s += (after > before) - (after < before);
            untied += after != before;
            pairs++;
        }
    }
    return n_given < TREND_MIN || untied == 0 ? NAN : s / sqrt(pairs * untied);
}
