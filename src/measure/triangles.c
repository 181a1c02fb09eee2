/* triangles.c - how far an actor's partners are each other's partners: clustering and Burt's constraint. */
#include "measuring.h"

#include <math.h>

/* Nodes ranked by falling degree, and for each rank the neighbours of lower rank: no row is longer than the square root
 * of twice the ties, and what is met most lies together. */
typedef struct Ranked {
    uint32_t *node; /* of each rank */
    uint64_t *first;
    uint32_t *lower; /* ranks */
} Ranked;

static void ranked_clear(Ranked *r)
{
    g_free(r->node);
    g_free(r->first);
    g_free(r->lower);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Ranked, ranked_clear)

/* Counting sort; equals in the order of their numbers. */
static void rank_by_degree(const Adjacency *a, uint32_t *node, uint32_t *rank)
{
    g_autofree uint32_t *next = g_new0(uint32_t, a->n_nodes + 1); /* a degree is less than n_nodes */
    for (uint32_t v = 0; v < a->n_nodes; v++)
        next[adjacency_degree(a, v)]++;
    uint32_t before = 0;
    for (size_t degree = a->n_nodes; degree-- > 0;) {
        uint32_t here = next[degree];
        next[degree] = before;
        before += here;
    }
    for (uint32_t v = 0; v < a->n_nodes; v++) {
        rank[v] = next[adjacency_degree(a, v)]++;
        node[rank[v]] = v;
    }
}

static void ranked_init(Ranked *r, const Adjacency *a)
{
    r->node = g_new(uint32_t, a->n_nodes + 1);
    r->first = g_new(uint64_t, a->n_nodes + 1);
    r->lower = g_new(uint32_t, a->first[a->n_nodes] / 2 + 1);
    g_autofree uint32_t *rank = g_new(uint32_t, a->n_nodes + 1);
    rank_by_degree(a, r->node, rank);
    uint64_t next = 0;
    for (uint32_t i = 0; i < a->n_nodes; i++) {
        r->first[i] = next;
        for (uint64_t e = a->first[r->node[i]]; e < a->first[r->node[i] + 1]; e++)
            if (rank[a->neighbour[e]] < i)
                r->lower[next++] = rank[a->neighbour[e]];
    }
    r->first[a->n_nodes] = next;
}

/* Every triangle is met once, at its highest rank (Chiba and Nishizeki 1985): O(ties^1.5). triangles: by rank. */
static void count(const Ranked *r, size_t n, uint64_t *triangles)
{
    g_autofree uint8_t *mark = g_new0(uint8_t, n + 1); /* neighbours of i of lower rank */
    for (uint32_t i = 0; i < n; i++) {
        const uint32_t *end = r->lower + r->first[i + 1];
        for (const uint32_t *j = r->lower + r->first[i]; j < end; j++)
            mark[*j] = 1;
        for (const uint32_t *j = r->lower + r->first[i]; j < end; j++) {
            const uint32_t *stop = r->lower + r->first[*j + 1];
            uint32_t found = 0;
            for (const uint32_t *k = r->lower + r->first[*j]; k < stop; k++) {
                uint32_t hit = mark[*k]; /* no branch: nobody could predict it */
                triangles[*k] += hit;
                found += hit;
            }
            triangles[*j] += found;
            triangles[i] += found;
        }
        for (const uint32_t *j = r->lower + r->first[i]; j < end; j++)
            mark[*j] = 0;
    }
}

void triangles_clustering(const Adjacency *a, double *clustering, double *closed, double *open)
{
    g_autofree uint64_t *triangles = g_new0(uint64_t, a->n_nodes + 1);
    g_auto(Ranked) ranked = {0};
    ranked_init(&ranked, a);
    count(&ranked, a->n_nodes, triangles);
    *closed = *open = 0;
    for (uint32_t i = 0; i < a->n_nodes; i++) {
        uint32_t v = ranked.node[i];
        double degree = adjacency_degree(a, v), pairs = degree * (degree - 1) / 2;
        clustering[v] = pairs > 0 ? (double)triangles[i] / pairs : 0;
        *closed += (double)triangles[i] / 3;
        *open += pairs;
    }
}

/* For each v: sum over its contacts u of (p_vu + sum over contacts q of p_vq p_qu)², p = share of strength. Only the
 * sums at contacts of v are read, so only they are cleared. O(sum of squared degrees). */
static void fill_constraint(Measuring *m, double *constraint)
{
    const Adjacency *a = m->adjacency;
    g_autofree double *strength = g_new(double, a->n_nodes);
    g_autofree double *through = g_new0(double, a->n_nodes);
    size_t isolates = 0;
    for (uint32_t v = 0; v < a->n_nodes; v++)
        strength[v] = adjacency_strength(a, v);
    for (uint32_t v = 0; v < a->n_nodes; v++) {
        for (uint64_t e = a->first[v]; e < a->first[v + 1]; e++)
            through[a->neighbour[e]] = 0;
        for (uint64_t e = a->first[v]; e < a->first[v + 1]; e++) {
            uint32_t q = a->neighbour[e];
            double p = a->weight[e] / strength[v] / strength[q];
            for (uint64_t f = a->first[q]; f < a->first[q + 1]; f++)
                through[a->neighbour[f]] += p * a->weight[f];
        }
        constraint[v] = 0;
        for (uint64_t e = a->first[v]; e < a->first[v + 1]; e++) {
            double share = a->weight[e] / strength[v] + through[a->neighbour[e]];
            constraint[v] += share * share;
        }
        if (adjacency_degree(a, v) == 0) {
            constraint[v] = NAN;
            isolates++;
        }
    }
    if (isolates)
        measuring_note(m, MEASURE_CONSTRAINT, "undefined for %zu isolate%s", isolates, isolates == 1 ? "" : "s");
}

void measure_triangles(Measuring *m)
{
    double *clustering = m->scores->value[MEASURE_CLUSTERING], *constraint = m->scores->value[MEASURE_CONSTRAINT];
    double closed, open;
    if (clustering)
        triangles_clustering(m->adjacency, clustering, &closed, &open);
    if (constraint)
        fill_constraint(m, constraint);
}
