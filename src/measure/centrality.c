/* centrality.c - what an actor's own ties say: degree, strength, events; PageRank and k-core. */
#include "igraph_bridge.h"
#include "measuring.h"

#include <math.h>

static void fill_degree(Measuring *m)
{
    double *degree = m->scores->value[MEASURE_DEGREE], *norm = m->scores->value[MEASURE_DEGREE_NORM];
    size_t n = m->network->n_nodes;
    for (uint32_t v = 0; v < n; v++) {
        uint32_t d = adjacency_degree(m->adjacency, v);
        if (degree)
            degree[v] = d;
        if (norm)
            norm[v] = n > 1 ? d / (double)(n - 1) : NAN;
    }
    if (n == 1)
        measuring_note(m, MEASURE_DEGREE_NORM, "undefined: there is no other actor");
}

static void fill_strength(Measuring *m)
{
    double *strength = m->scores->value[MEASURE_STRENGTH];
    for (uint32_t v = 0; strength && v < m->network->n_nodes; v++)
        strength[v] = adjacency_strength(m->adjacency, v);
}

static void fill_events(Measuring *m)
{
    double *events = m->scores->value[MEASURE_EVENTS];
    const Incidence *in = m->network->incidence;
    for (uint32_t v = 0; events && v < m->network->n_nodes; v++) {
        uint32_t row = m->network->row[v];
        events[v] = in->actor_first[row + 1] - in->actor_first[row];
    }
}

/* One step of the walk: from x to next. flow is scratch. */
static void pagerank_step(const Adjacency *a, const double *strength, const double *x, double *flow, double *next)
{
    const double damping = 0.85;
    double lost = 0;
    for (uint32_t v = 0; v < a->n_nodes; v++) {
        flow[v] = strength[v] > 0 ? x[v] / strength[v] : 0;
        lost += strength[v] > 0 ? 0 : x[v];
    }
    double base = ((1 - damping) + damping * lost) / (double)a->n_nodes;
    for (uint32_t v = 0; v < a->n_nodes; v++) {
        double in = 0;
        for (uint64_t e = a->first[v]; e < a->first[v + 1]; e++)
            in += a->weight[e] * flow[a->neighbour[e]];
        next[v] = base + damping * in;
    }
}

/* Power iteration: each step shrinks the error by 0.85 at least, so 250 steps always reach 1e-15, and a dozen usually
 * do. It is several times faster than PRPACK on the igraph_t it would need. */
static void fill_pagerank(Measuring *m)
{
    double *x = m->scores->value[MEASURE_PAGERANK];
    size_t n = m->network->n_nodes;
    if (!x || n == 0)
        return;
    g_autofree double *strength = g_new(double, n);
    g_autofree double *flow = g_new(double, n);
    g_autofree double *next = g_new(double, n);
    for (uint32_t v = 0; v < n; v++) {
        strength[v] = adjacency_strength(m->adjacency, v);
        x[v] = 1.0 / (double)n;
    }
    double change = 1;
    for (int step = 0; step < 250 && change > 1e-15; step++) {
        pagerank_step(m->adjacency, strength, x, flow, next);
        change = 0;
        for (size_t v = 0; v < n; v++) {
            change += fabs(next[v] - x[v]);
            x[v] = next[v];
        }
    }
}

static bool fill_core(Measuring *m, GError **error)
{
    double *core = m->scores->value[MEASURE_CORE];
    if (!core)
        return true;
    const igraph_t *graph = network_igraph(m->network, error);
    g_auto(igraph_vector_int_t) out = {0};
    if (!graph || !igraph_bridge_ok(igraph_vector_int_init(&out, 0), error) ||
        !igraph_bridge_ok(igraph_coreness(graph, &out, IGRAPH_ALL), error))
        return false;
    for (size_t v = 0; v < m->network->n_nodes; v++)
        core[v] = (double)VECTOR(out)[v];
    return true;
}

bool measure_centrality(Measuring *m, GError **error)
{
    fill_degree(m);
    fill_strength(m);
    fill_events(m);
    fill_pagerank(m);
    return fill_core(m, error);
}
