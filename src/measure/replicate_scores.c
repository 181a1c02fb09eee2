/* replicate_scores.c - one measure in every replicate at once: linear sums, walks, and which kernel is whose. */
#include "replicate_scores.h"
#include "leave_out.h"
#include "parallel.h"
#include "replicate_clustering.h"
#include "replicate_paths.h"
#include <math.h>
#include <string.h>

enum { LANES = 16 }; /* replicates a walk carries side by side */

typedef struct Kernel {
    const Network *network;
    const Incidence *incidence;
    const Replicates *replicates;
    double *share;       /* what an event of weight 1 hands to each pair; 0 where it makes no tie */
    const double *start; /* by node: where a walk begins, or NULL */
    double *score;
    Measure measure;
} Kernel;

bool replicate_scores_possible(const Network *network, Measure m)
{
    bool additive = leave_out_possible(network), whole = !network->filtered;
    bool cliques = !network->incidence->cell_delegation;
    switch (m) {
    case MEASURE_EVENTS:
        return whole;
    case MEASURE_STRENGTH:
        return additive;
    case MEASURE_PAGERANK:
    case MEASURE_EIGENVECTOR:
        return additive && cliques;
    case MEASURE_DEGREE:
    case MEASURE_DEGREE_NORM:
    case MEASURE_HARMONIC:
    case MEASURE_HARMONIC_NORM:
    case MEASURE_CLOSENESS:
    case MEASURE_CLUSTERING:
        return whole && cliques;
    default:
        return false;
    }
}

/* --- sums over an actor's events --- */

static void sum_row(void *context, size_t node)
{
    const Kernel *k = context;
    const Incidence *in = k->incidence;
    uint32_t row = k->network->row[node];
    double *s = k->score + node * k->replicates->n;
    for (uint32_t i = in->actor_first[row]; i < in->actor_first[row + 1]; i++) {
        uint32_t e = in->actor_event[i];
        const uint8_t *w = k->replicates->weight + e * k->replicates->n;
        double each = k->measure == MEASURE_EVENTS ? 1 : k->share[e] * leave_out_partners(in, e, in->actor_cell[i]);
        for (size_t b = 0; b < k->replicates->n; b++)
            s[b] += each * w[b];
    }
}

/* --- walks: PageRank and the principal eigenvector, LANES replicates at a time --- */

typedef struct Walk {
    double (*x)[LANES], (*flow)[LANES], (*next)[LANES]; /* by row */
    double (*own)[LANES];                               /* Σ of weight × share over a row's events: the diagonal */
    double (*strength)[LANES];
    double (*sum)[LANES]; /* by column */
} Walk;

static void walk_init(Walk *w, const Kernel *k, size_t block)
{
    const Incidence *in = k->incidence;
    size_t n = in->n_actors;
    w->x = g_malloc0_n(n + 1, sizeof *w->x);
    w->flow = g_malloc0_n(n + 1, sizeof *w->flow);
    w->next = g_malloc0_n(n + 1, sizeof *w->next);
    w->own = g_malloc0_n(n + 1, sizeof *w->own);
    w->strength = g_malloc0_n(n + 1, sizeof *w->strength);
    w->sum = g_malloc0_n(in->n_events + 1, sizeof *w->sum);
    for (size_t e = 0; e < in->n_events; e++) {
        const uint8_t *weight = k->replicates->weight + e * k->replicates->n + block * LANES;
        for (uint32_t c = in->event_first[e]; c < in->event_first[e + 1]; c++)
            for (int b = 0; b < LANES; b++) {
                w->own[in->cell_actor[c]][b] += k->share[e] * weight[b];
                w->strength[in->cell_actor[c]][b] += k->share[e] * weight[b] * (in->event_k[e] - 1.0);
            }
    }
}

static void walk_clear(Walk *w)
{
    g_free(w->x);
    g_free(w->flow);
    g_free(w->next);
    g_free(w->own);
    g_free(w->strength);
    g_free(w->sum);
}

/* next = A flow in every lane. */
static void walk_multiply(Walk *w, const Kernel *k, size_t block)
{
    const Incidence *in = k->incidence;
    for (size_t e = 0; e < in->n_events; e++) {
        const uint8_t *weight = k->replicates->weight + e * k->replicates->n + block * LANES;
        double *sum = w->sum[e];
        memset(sum, 0, sizeof w->sum[e]);
        for (uint32_t c = in->event_first[e]; c < in->event_first[e + 1]; c++)
            for (int b = 0; b < LANES; b++)
                sum[b] += w->flow[in->cell_actor[c]][b];
        for (int b = 0; b < LANES; b++)
            sum[b] *= k->share[e] * weight[b];
    }
    for (size_t v = 0; v < in->n_actors; v++) {
        double *next = w->next[v];
        for (int b = 0; b < LANES; b++)
            next[b] = -w->own[v][b] * w->flow[v][b];
        for (uint32_t i = in->actor_first[v]; i < in->actor_first[v + 1]; i++)
            for (int b = 0; b < LANES; b++)
                next[b] += w->sum[in->actor_event[i]][b];
    }
}

static void pagerank(Walk *w, const Kernel *k, size_t block)
{
    enum { STEPS = 90 }; /* 0.85^90 < 1e-6 */
    const double damping = 0.85, n = (double)k->incidence->n_actors;
    for (size_t v = 0; v < k->incidence->n_actors; v++)
        for (int b = 0; b < LANES; b++)
            w->x[v][b] = k->start ? k->start[v] : 1 / n;
    double change = 1;
    for (int step = 0; step < STEPS && change > 1e-9; step++) {
        double lost[LANES] = {0};
        for (size_t v = 0; v < k->incidence->n_actors; v++)
            for (int b = 0; b < LANES; b++) {
                bool tied = w->strength[v][b] > 0;
                w->flow[v][b] = tied ? w->x[v][b] / w->strength[v][b] : 0;
                lost[b] += tied ? 0 : w->x[v][b];
            }
        walk_multiply(w, k, block);
        change = 0;
        for (size_t v = 0; v < k->incidence->n_actors; v++)
            for (int b = 0; b < LANES; b++) {
                double y = (1 - damping + damping * lost[b]) / n + damping * w->next[v][b];
                change = MAX(change, fabs(y - w->x[v][b]));
                w->x[v][b] = y;
            }
    }
}

/* Power iteration on A + shift, shift = mean strength, so that a bipartite network does not swing. */
static void eigenvector(Walk *w, const Kernel *k, size_t block)
{
    enum { STEPS = 200 };
    size_t n = k->incidence->n_actors;
    double shift[LANES] = {0}, change = 1;
    for (size_t v = 0; v < n; v++)
        for (int b = 0; b < LANES; b++) {
            w->x[v][b] = (k->start ? k->start[v] : w->strength[v][b]) + 1e-9;
            shift[b] += w->strength[v][b] / (double)n;
        }
    for (int step = 0; step < STEPS && change > 1e-7; step++) {
        double square[LANES] = {0};
        memcpy(w->flow, w->x, n * sizeof *w->x);
        walk_multiply(w, k, block);
        for (size_t v = 0; v < n; v++)
            for (int b = 0; b < LANES; b++) {
                w->next[v][b] += shift[b] * w->x[v][b];
                square[b] += w->next[v][b] * w->next[v][b];
            }
        change = 0;
        for (size_t v = 0; v < n; v++)
            for (int b = 0; b < LANES; b++) {
                double y = square[b] > 0 ? w->next[v][b] / sqrt(square[b]) : 0;
                change = MAX(change, fabs(y - w->x[v][b]));
                w->x[v][b] = y;
            }
    }
}

static void walk_block(void *context, size_t block)
{
    const Kernel *k = context;
    Walk w;
    walk_init(&w, k, block);
    if (k->measure == MEASURE_PAGERANK)
        pagerank(&w, k, block);
    else
        eigenvector(&w, k, block);
    for (size_t node = 0; node < k->network->n_nodes; node++)
        memcpy(k->score + node * k->replicates->n + block * LANES, w.x[k->network->row[node]], sizeof *w.x);
    walk_clear(&w);
}

double *replicate_scores(const Network *network, Measure m, const Replicates *replicates, const double *start,
                         unsigned n_threads)
{
    if (!replicate_scores_possible(network, m))
        return NULL;
    const Incidence *in = network->incidence;
    g_autofree double *share = g_new0(double, in->n_events + 1);
    for (size_t e = 0; e < in->n_events; e++)
        share[e] = leave_out_share(network->weight, in->event_k[e]);
    Kernel k = {network, in, replicates, share, start, g_new0(double, network->n_nodes * replicates->n + 1), m};
    if (m == MEASURE_STRENGTH || m == MEASURE_EVENTS)
        parallel_for(network->n_nodes, n_threads, sum_row, &k);
    else if (m == MEASURE_PAGERANK || m == MEASURE_EIGENVECTOR)
        parallel_for(replicates->n / LANES, n_threads, walk_block, &k);
    else if (m == MEASURE_CLUSTERING)
        replicate_clustering(network, replicates, n_threads, k.score);
    else
        replicate_paths(network, m, replicates, n_threads, k.score);
    return k.score;
}
