/* rank_set.c - which ranks an actor may hold: max-t over multiplier draws of the influence values. */
#include "rank_set.h"
#include "parallel.h"
#include "random.h"
#include <glib.h>
#include <math.h>
#include <stdlib.h>

enum {
    BLOCK = 8, /* draws, or rows, that share one reading of the influence values */
    LANES = 8, /* maxima kept apart, so that the compiler may take several at once */
};

typedef struct Draws {
    const double *influence; /* NULL: the draws are given */
    const double *given;     /* [d * n + i] */
    const double *inverse;   /* [i * n + j]: 1 / standard error of the difference, 0 where it has none */
    size_t n, n_clusters;
    uint64_t seed;
    double *largest; /* [i * draws + d]: max over j of |t_ij| in draw d */
    double *overall; /* [d] */
    size_t n_draws;
} Draws;

/* The largest studentised difference of every actor, and of all, under one draw z. */
static void study_draw(const Draws *w, const double *z, double *largest, size_t d)
{
    for (size_t i = 0; i < w->n; i++)
        largest[i] = 0;
    for (size_t i = 0; i < w->n; i++) {
        const double *inverse = w->inverse + i * w->n;
        double most[LANES] = {largest[i]}, own = z[i];
        size_t j = i + 1;
        for (; j + LANES <= w->n; j += LANES)
            for (int k = 0; k < LANES; k++) {
                double t = fabs(own - z[j + (size_t)k]) * inverse[j + (size_t)k];
                most[k] = t > most[k] ? t : most[k];
                largest[j + (size_t)k] = t > largest[j + (size_t)k] ? t : largest[j + (size_t)k];
            }
        for (; j < w->n; j++) {
            double t = fabs(own - z[j]) * inverse[j];
            most[0] = MAX(most[0], t);
            largest[j] = MAX(largest[j], t);
        }
        for (int k = 0; k < LANES; k++)
            largest[i] = MAX(largest[i], most[k]);
    }
    double overall = 0;
    for (size_t i = 0; i < w->n; i++) {
        w->largest[i * w->n_draws + d] = largest[i];
        overall = MAX(overall, largest[i]);
    }
    w->overall[d] = overall;
}

static void given_draw(void *context, size_t d)
{
    const Draws *w = context;
    g_autofree double *largest = g_new(double, w->n + 1);
    study_draw(w, w->given + d * w->n, largest, d);
}

static void draw_block(void *context, size_t block)
{
    const Draws *w = context;
    size_t first = block * BLOCK, n_here = MIN((size_t)BLOCK, w->n_draws - first);
    Random random[BLOCK];
    for (size_t k = 0; k < n_here; k++)
        random_init(&random[k], w->seed, first + k);
    g_autofree double *z = g_new0(double, w->n *BLOCK + 1);
    g_autofree double *largest = g_new(double, w->n + 1);
    for (size_t c = 0; c < w->n_clusters; c++) {
        const double *psi = w->influence + c * w->n;
        for (size_t k = 0; k < n_here; k++) {
            double xi = random_normal(&random[k]), *zk = z + k * w->n;
            for (size_t i = 0; i < w->n; i++)
                zk[i] += xi * psi[i];
        }
    }
    for (size_t k = 0; k < n_here; k++)
        study_draw(w, z + k * w->n, largest, first + k);
}

typedef struct Errors {
    const double *influence;
    size_t n, n_clusters;
    double *inverse;
} Errors;

/* BLOCK rows of the upper triangle. */
static void standard_errors(void *context, size_t block)
{
    const Errors *w = context;
    size_t first = block * BLOCK, end = MIN(first + BLOCK, w->n);
    for (size_t c = 0; c < w->n_clusters; c++) {
        const double *psi = w->influence + c * w->n;
        for (size_t i = first; i < end; i++) {
            double *out = w->inverse + i * w->n, own = psi[i];
            for (size_t j = first; j < w->n; j++)
                out[j] += (own - psi[j]) * (own - psi[j]);
        }
    }
    for (size_t i = first; i < end; i++)
        for (size_t j = i + 1; j < w->n; j++) {
            double variance = w->inverse[i * w->n + j];
            w->inverse[i * w->n + j] = w->inverse[j * w->n + i] = variance > 1e-24 ? 1 / sqrt(variance) : 0;
        }
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

/* From the standard errors of the differences and the studentised draws to the sets. */
static RankSets *conclude(const double *score, Draws *work, unsigned n_threads)
{
    size_t n = work->n;
    RankSets *r = g_new0(RankSets, 1);
    r->n = n;
    r->marginal_lo = g_new0(uint32_t, n + 1);
    r->marginal_hi = g_new0(uint32_t, n + 1);
    r->lo = g_new0(uint32_t, n + 1);
    r->hi = g_new0(uint32_t, n + 1);
    g_autofree double *largest = work->largest = g_new0(double, n * work->n_draws + 1);
    g_autofree double *overall = work->overall = g_new0(double, work->n_draws + 1);
    if (work->given)
        parallel_for(work->n_draws, n_threads, given_draw, work);
    else
        parallel_for((work->n_draws + BLOCK - 1) / BLOCK, n_threads, draw_block, work);
    double simultaneous = critical(overall, work->n_draws);
    for (size_t i = 0; i < n; i++) {
        double marginal = critical(largest + i * work->n_draws, work->n_draws);
        exclude(score, work->inverse, n, i, marginal, &r->marginal_lo[i], &r->marginal_hi[i]);
        exclude(score, work->inverse, n, i, simultaneous, &r->lo[i], &r->hi[i]);
    }
    return r;
}

RankSets *rank_sets(const double *score, const double *influence, size_t n, size_t n_clusters, unsigned draws,
                    uint64_t seed, unsigned n_threads)
{
    g_autofree double *inverse = g_new0(double, n *n + 1);
    Errors errors = {influence, n, n_clusters, inverse};
    parallel_for((n + BLOCK - 1) / BLOCK, n_threads, standard_errors, &errors);
    Draws work = {
        .influence = influence, .inverse = inverse, .n = n, .n_clusters = n_clusters, .seed = seed, .n_draws = draws};
    return conclude(score, &work, n_threads);
}

RankSets *rank_sets_of_replicates(const double *score, const double *replicate, size_t stride, size_t n, unsigned draws,
                                  unsigned n_threads)
{
    g_autofree double *inverse = g_new0(double, n *n + 1);
    g_autofree double *deviation = g_new(double, n *draws + 1);
    for (size_t i = 0; i < n; i++) {
        double mean = 0;
        for (unsigned d = 0; d < draws; d++)
            mean += replicate[i * stride + d] / draws;
        for (unsigned d = 0; d < draws; d++) /* as if each were one cluster's influence: Σ of squares is the variance */
            deviation[d * n + i] = (replicate[i * stride + d] - mean) / sqrt(draws);
    }
    Errors errors = {deviation, n, draws, inverse};
    parallel_for((n + BLOCK - 1) / BLOCK, n_threads, standard_errors, &errors);
    for (size_t k = 0; k < n * draws; k++)
        deviation[k] *= sqrt(draws);
    Draws work = {.given = deviation, .inverse = inverse, .n = n, .n_draws = draws};
    return conclude(score, &work, n_threads);
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
