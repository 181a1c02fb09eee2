/* structure.c - numbers of the network as a whole: size, density, components, path lengths, clustering, modularity. */
#include "igraph_bridge.h"
#include "measuring.h"

#include <math.h>

/* Length of the longest and mean length of all shortest paths there are, in hops. */
static bool fill_paths(const Network *network, Structure *s, GError **error)
{
    s->diameter = s->mean_path = NAN;
    if (network->n_ties == 0)
        return true;
    const igraph_t *graph = network_igraph(network, error);
    g_auto(igraph_vector_t) histogram = {0};
    igraph_real_t unreachable;
    if (!graph || !igraph_bridge_ok(igraph_vector_init(&histogram, 0), error) ||
        !igraph_bridge_ok(igraph_path_length_hist(graph, &histogram, &unreachable, IGRAPH_UNDIRECTED), error))
        return false;
    double pairs = 0, hops = 0;
    igraph_integer_t longest = igraph_vector_size(&histogram);
    for (igraph_integer_t i = 0; i < longest; i++) {
        pairs += VECTOR(histogram)[i];
        hops += VECTOR(histogram)[i] * (double)(i + 1);
    }
    s->diameter = (double)longest;
    s->mean_path = hops / pairs;
    return true;
}

static void fill_clustering(const Adjacency *a, Structure *s)
{
    g_autofree double *clustering = g_new(double, a->n_nodes + 1);
    double closed, open, sum = 0;
    triangles_clustering(a, clustering, &closed, &open);
    for (size_t v = 0; v < a->n_nodes; v++)
        sum += clustering[v];
    s->mean_clustering = a->n_nodes ? sum / (double)a->n_nodes : NAN;
    s->transitivity = open > 0 ? 3 * closed / open : NAN;
}

bool measure_structure(const Network *network, const MeasureOptions *options, Structure *out, GError **error)
{
    g_autoptr(Adjacency) a = adjacency_new(network);
    double n = (double)network->n_nodes, ties = (double)network->n_ties;
    Structure s = {.n_actors = network->n_nodes,
                   .n_ties = network->n_ties,
                   .n_events = network->incidence->n_events,
                   .n_components = a->n_components};
    for (uint32_t c = 0; c < a->n_components; c++) {
        uint32_t size = adjacency_component_size(a, c);
        s.n_isolates += size == 1;
        s.largest_component = MAX(s.largest_component, size);
    }
    s.density = n > 1 ? 2 * ties / (n * (n - 1)) : NAN;
    s.mean_degree = n > 0 ? 2 * ties / n : NAN;
    fill_clustering(a, &s);
    g_autofree uint32_t *group = community_find(network, a, options->seed, &s.n_communities, &s.modularity, error);
    if (!group || !fill_paths(network, &s, error))
        return false;
    *out = s;
    return true;
}
