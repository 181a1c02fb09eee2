/* paths.c - how near an actor is to the others and how often it lies between them: betweenness, closeness, harmonic. */
#include "igraph_bridge.h"
#include "measuring.h"

#include <math.h>

static bool fill_betweenness(Measuring *m, const igraph_t *graph, const igraph_vector_t *lengths, GError **error)
{
    double *norm = m->scores->value[MEASURE_BETWEENNESS], *raw = m->scores->value[MEASURE_BETWEENNESS_RAW];
    if (!norm && !raw)
        return true;
    g_auto(igraph_vector_t) out = {0};
    if (!igraph_bridge_ok(igraph_vector_init(&out, 0), error) ||
        !igraph_bridge_betweenness(graph, lengths, &out, error))
        return false;
    double n = (double)m->network->n_nodes, pairs = (n - 1) * (n - 2) / 2;
    for (size_t v = 0; v < m->network->n_nodes; v++) {
        if (raw)
            raw[v] = VECTOR(out)[v];
        if (norm)
            norm[v] = n < 3 ? 0 : VECTOR(out)[v] / pairs;
    }
    if (n == 1 || n == 2)
        measuring_note(m, MEASURE_BETWEENNESS, "0 by definition: it takes three actors for one to lie between two");
    return true;
}

/* igraph gives (r-1)/sum of distances, undefined for isolates; Wasserman and Faust scale it by the share reached. */
static bool fill_closeness(Measuring *m, const igraph_t *graph, const igraph_vector_t *lengths, GError **error)
{
    double *closeness = m->scores->value[MEASURE_CLOSENESS];
    if (!closeness)
        return true;
    g_auto(igraph_vector_t) out = {0};
    if (!igraph_bridge_ok(igraph_vector_init(&out, 0), error) ||
        !igraph_bridge_ok(igraph_closeness(graph, &out, NULL, NULL, igraph_vss_all(), IGRAPH_ALL, lengths, true),
                          error))
        return false;
    const Adjacency *a = m->adjacency;
    for (size_t v = 0; v < a->n_nodes; v++) {
        uint32_t reached = adjacency_component_size(a, a->component[v]) - 1;
        closeness[v] = reached ? VECTOR(out)[v] * reached / (double)(a->n_nodes - 1) : 0;
    }
    if (a->n_components > 1)
        measuring_note(m, MEASURE_CLOSENESS,
                       "%zu components: distances within each, scaled by the share of actors in it", a->n_components);
    return true;
}

static bool fill_harmonic(Measuring *m, const igraph_t *graph, const igraph_vector_t *lengths, GError **error)
{
    double *harmonic = m->scores->value[MEASURE_HARMONIC], *norm = m->scores->value[MEASURE_HARMONIC_NORM];
    if (!harmonic && !norm)
        return true;
    g_auto(igraph_vector_t) out = {0};
    if (!igraph_bridge_ok(igraph_vector_init(&out, 0), error) ||
        !igraph_bridge_ok(igraph_harmonic_centrality(graph, &out, igraph_vss_all(), IGRAPH_ALL, lengths, false), error))
        return false;
    size_t n = m->network->n_nodes;
    for (size_t v = 0; v < n; v++) {
        double sum = n > 1 ? VECTOR(out)[v] : 0; /* igraph leaves a lone vertex undefined */
        if (harmonic)
            harmonic[v] = sum;
        if (norm)
            norm[v] = n > 1 ? sum / (double)(n - 1) : NAN;
    }
    if (n == 1)
        measuring_note(m, MEASURE_HARMONIC_NORM, "undefined: there is no other actor");
    return true;
}

bool measure_paths(Measuring *m, GError **error)
{
    const MeasureSet paths = MEASURE_BIT(MEASURE_BETWEENNESS) | MEASURE_BIT(MEASURE_BETWEENNESS_RAW) |
                             MEASURE_BIT(MEASURE_CLOSENESS) | MEASURE_BIT(MEASURE_HARMONIC) |
                             MEASURE_BIT(MEASURE_HARMONIC_NORM);
    if (!(m->scores->computed & paths) || m->network->n_nodes == 0)
        return true;
    const igraph_t *graph = network_igraph(m->network, error);
    if (!graph)
        return false;
    const igraph_vector_t *lengths = NULL;
    if (m->options.weighted_paths && !(lengths = network_igraph_lengths(m->network, error)))
        return false;
    return fill_betweenness(m, graph, lengths, error) && fill_closeness(m, graph, lengths, error) &&
           fill_harmonic(m, graph, lengths, error);
}
