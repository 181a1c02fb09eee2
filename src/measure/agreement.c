/* agreement.c - how far two rankings, or two divisions into groups, say the same. */
#include "agreement.h"
#include "number.h"
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct Pair {
    double x, y;
} Pair;

static int by_both(const void *a, const void *b)
{
    const Pair *p = a, *q = b;
    if (p->x != q->x)
        return p->x < q->x ? -1 : 1;
    return (p->y > q->y) - (p->y < q->y);
}

/* Sorts y ascending and returns how many pairs stood the wrong way round: a merge sort that counts. */
static double count_swaps(double *y, double *scratch, size_t n)
{
    if (n < 2)
        return 0;
    size_t half = n / 2, i = 0, j = half, at = 0;
    double swaps = count_swaps(y, scratch, half) + count_swaps(y + half, scratch, n - half);
    while (i < half || j < n) {
        bool left = j == n || (i < half && y[i] <= y[j]);
        swaps += left ? 0 : (double)(half - i);
        scratch[at++] = left ? y[i++] : y[j++];
    }
    memcpy(y, scratch, n * sizeof *y);
    return swaps;
}

static double pairs_of(size_t n) { return (double)n * ((double)n - 1) / 2; }

/* Pairs within runs of equal pairs: of x alone, or of x and y. */
static double tied_pairs(const Pair *pair, size_t n, bool both)
{
    double tied = 0;
    for (size_t i = 0, run; i < n; i += run) {
        for (run = 1; i + run < n && pair[i + run].x == pair[i].x && (!both || pair[i + run].y == pair[i].y);)
            run++;
        tied += pairs_of(run);
    }
    return tied;
}

static double tied_values(const double *sorted, size_t n)
{
    double tied = 0;
    for (size_t i = 0, run; i < n; i += run) {
        for (run = 1; i + run < n && sorted[i + run] == sorted[i];)
            run++;
        tied += pairs_of(run);
    }
    return tied;
}

double agreement_tau(const double *x, const double *y, size_t n)
{
    g_autofree Pair *pair = g_new(Pair, n + 1);
    g_autofree double *value = g_new(double, n + 1);
    g_autofree double *scratch = g_new(double, n + 1);
    size_t m = 0;
    for (size_t i = 0; i < n; i++)
        if (!isnan(x[i]) && !isnan(y[i]))
            pair[m++] = (Pair){number_round(x[i], 12), number_round(y[i], 12)};
    qsort(pair, m, sizeof *pair, by_both);
    for (size_t i = 0; i < m; i++)
        value[i] = pair[i].y;
    double all = pairs_of(m), tied_x = tied_pairs(pair, m, false), tied_both = tied_pairs(pair, m, true);
    double discordant = count_swaps(value, scratch, m), tied_y = tied_values(value, m);
    double scale = (all - tied_x) * (all - tied_y);
    return m < 2 || scale <= 0 ? NAN : (all - tied_x - tied_y + tied_both - 2 * discordant) / sqrt(scale);
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Pairs of things that stand together in one division. */
static double pairs_together(const uint32_t *group, size_t n)
{
    g_autofree double *sorted = g_new(double, n + 1);
    for (size_t i = 0; i < n; i++)
        sorted[i] = group[i];
    qsort(sorted, n, sizeof *sorted, by_value);
    return tied_values(sorted, n);
}

double agreement_rand(const uint32_t *a, const uint32_t *b, size_t n)
{
    g_autofree Pair *pair = g_new(Pair, n + 1);
    for (size_t i = 0; i < n; i++)
        pair[i] = (Pair){a[i], b[i]};
    qsort(pair, n, sizeof *pair, by_both);
    double both = tied_pairs(pair, n, true), in_a = pairs_together(a, n), in_b = pairs_together(b, n);
    double all = pairs_of(n), expected = all > 0 ? in_a * in_b / all : 0, most = (in_a + in_b) / 2;
    return most - expected == 0 ? 1 : (both - expected) / (most - expected);
}
