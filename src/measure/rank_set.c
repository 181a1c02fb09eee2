/* rank_set.c - which ranks an actor may hold: max-t over multiplier draws of the influence values. */
#include "rank_set.h"
#include "parallel.h"
#include "random.h"
#include <glib.h>
#include <math.h>
#include <stdlib.h>

typedef struct Draws {
    const double *influence;
    const double *inverse; /* [i * n + j]: 1 / standard error of the difference, 0 where it has none */
    size_t n, n_clusters;
    uint64_t seed;
    double *largest; /* [i * draws + d]: max over j of |t_ij| in draw d */
    double *overall; /* [d] */
    size_t n_draws;
} Draws;

static void draw(void *context, size_t d)
{
    const Draws *w = context;
    Random random;
    random_init(&random, w->seed, d);
    g_autofree double *z = g_new0(double, w->n + 1);
    g_autofree double *largest = g_new0(double, w->n + 1);
    for (size_t c = 0; c < w->n_clusters; c++) {
        double xi = random_normal(&random);
        const double *psi = w->influence + c * w->n;
        for (size_t i = 0; i < w->n; i++)
            z[i] += xi * psi[i];
    }
    for (size_t i = 0; i < w->n; i++) {
        const double *inverse = w->inverse + i * w->n;
        double most = largest[i];
        for (size_t j = i + 1; j < w->n; j++) {
            double t = fabs(z[i] - z[j]) * inverse[j];
            most = t > most ? t : most;
            largest[j] = t > largest[j] ? t : largest[j];
        }
        largest[i] = most;
    }
    double overall = 0;
    for (size_t i = 0; i < w->n; i++) {
        w->largest[i * w->n_draws + d] = largest[i];
        overall = MAX(overall, largest[i]);
    }
    w->overall[d] = overall;
}

typedef struct Errors {
    const double *influence;
    size_t n, n_clusters;
    double *inverse;
} Errors;

static void standard_errors(void *context, size_t i)
{
    const Errors *w = context;
    double *out = w->inverse + i * w->n;
    for (size_t c = 0; c < w->n_clusters; c++) {
        const double *psi = w->influence + c * w->n;
        for (size_t j = 0; j < w->n; j++)
            out[j] += (psi[i] - psi[j]) * (psi[i] - psi[j]);
    }
    for (size_t j = 0; j < w->n; j++)
        out[j] = out[j] > 1e-24 ? 1 / sqrt(out[j]) : 0;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The smallest value that at least 95 % of the draws do not exceed; sorts. */
static double critical(double *value, size_t n)
{
    qsort(value, n, sizeof *value, by_value);
    size_t at = (size_t)ceil(0.95 * (double)n);
    return value[at ? at - 1 : 0];
}

static void exclude(const double *score, const double *inverse, size_t n, size_t i, double c, uint32_t *lo,
                    uint32_t *hi)
{
    uint32_t above = 0, below = 0;
    for (size_t j = 0; j < n; j++) {
        double t = (score[i] - score[j]) * inverse[i * n + j];
        above += t < -c;
        below += t > c;
    }
    *lo = 1 + above;
    *hi = (uint32_t)n - below;
}

RankSets *rank_sets(const double *score, const double *influence, size_t n, size_t n_clusters, unsigned draws,
                    uint64_t seed, unsigned n_threads)
{
    RankSets *r = g_new0(RankSets, 1);
    r->n = n;
    r->marginal_lo = g_new0(uint32_t, n + 1);
    r->marginal_hi = g_new0(uint32_t, n + 1);
    r->lo = g_new0(uint32_t, n + 1);
    r->hi = g_new0(uint32_t, n + 1);
    g_autofree double *inverse = g_new0(double, n *n + 1);
    g_autofree double *largest = g_new0(double, n *draws + 1);
    g_autofree double *overall = g_new0(double, draws + 1);
    Errors errors = {influence, n, n_clusters, inverse};
    parallel_for(n, n_threads, standard_errors, &errors);
    Draws work = {influence, inverse, n, n_clusters, seed, largest, overall, draws};
    parallel_for(draws, n_threads, draw, &work);
    double simultaneous = critical(overall, draws);
    for (size_t i = 0; i < n; i++) {
        exclude(score, inverse, n, i, critical(largest + i * draws, draws), &r->marginal_lo[i], &r->marginal_hi[i]);
        exclude(score, inverse, n, i, simultaneous, &r->lo[i], &r->hi[i]);
    }
    return r;
}

void rank_sets_free(RankSets *r)
{
    if (!r)
        return;
    g_free(r->marginal_lo);
    g_free(r->marginal_hi);
    g_free(r->lo);
    g_free(r->hi);
    g_free(r);
}
