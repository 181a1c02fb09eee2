/* igraph_bridge.c - igraph behind our manners: errors as GError, the igraph_t of a network, 0.10 and 1.0 alike. */
#include "igraph_bridge.h"

#include "error.h"

struct NetworkGraph {
    igraph_t graph;
    igraph_vector_t weight, length; /* zeroed until asked for */
};

/* igraph has one error handler a process and computes on one thread, so one buffer is enough. */
static char message[512];

/* Each level of igraph reports the error again on its way up, with less to say: the first message is the one to keep.
 */
static void keep_message(const char *reason, const char *file, int line, igraph_error_t code)
{
    if (!*message)
        g_strlcpy(message, reason && *reason ? reason : igraph_strerror(code), sizeof message);
    IGRAPH_FINALLY_FREE();
}

/* What igraph warns of (unreachable vertices, say) our definitions rule, and notes say. */
static void ignore_warning(const char *reason, const char *file, int line) {}

void igraph_bridge_init(void)
{
    static bool done;
    if (done)
        return;
    done = true;
#if IGRAPH_VERSION_MAJOR >= 1
    igraph_setup();
#endif
    igraph_set_error_handler(keep_message);
    igraph_set_warning_handler(ignore_warning);
}

bool igraph_bridge_ok(igraph_error_t code, GError **error)
{
    if (code == IGRAPH_SUCCESS)
        return true;
    g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "igraph cannot compute this: %s",
                *message ? message : igraph_strerror(code));
    *message = '\0';
    return false;
}

static bool create(igraph_t *graph, const Network *network, GError **error)
{
    g_auto(igraph_vector_int_t) edges = {0};
    if (!igraph_bridge_ok(igraph_vector_int_init(&edges, 2 * (igraph_integer_t)network->n_ties), error))
        return false;
    for (size_t i = 0; i < network->n_ties; i++) {
        VECTOR(edges)[2 * i] = network->tie[i].a;
        VECTOR(edges)[2 * i + 1] = network->tie[i].b;
    }
    return igraph_bridge_ok(igraph_create(graph, &edges, (igraph_integer_t)network->n_nodes, IGRAPH_UNDIRECTED), error);
}

/* The igraph_t is a cache: a const Network still reads the same. */
static struct NetworkGraph *graph_of(const Network *network, GError **error)
{
    if (network->graph)
        return network->graph;
    igraph_bridge_init();
    struct NetworkGraph *made = g_new0(struct NetworkGraph, 1);
    if (!create(&made->graph, network, error)) {
        g_free(made);
        return NULL;
    }
    return ((Network *)network)->graph = made;
}

const igraph_t *network_igraph(const Network *network, GError **error)
{
    struct NetworkGraph *of = graph_of(network, error);
    return of ? &of->graph : NULL;
}

const igraph_vector_t *network_igraph_weights(const Network *network, GError **error)
{
    struct NetworkGraph *of = graph_of(network, error);
    if (!of || VECTOR(of->weight))
        return of ? &of->weight : NULL;
    if (!igraph_bridge_ok(igraph_vector_init(&of->weight, (igraph_integer_t)network->n_ties), error))
        return NULL;
    for (size_t i = 0; i < network->n_ties; i++)
        VECTOR(of->weight)[i] = network->tie[i].weight;
    return &of->weight;
}

const igraph_vector_t *network_igraph_lengths(const Network *network, GError **error)
{
    struct NetworkGraph *of = graph_of(network, error);
    if (!of || VECTOR(of->length))
        return of ? &of->length : NULL;
    if (!igraph_bridge_ok(igraph_vector_init(&of->length, (igraph_integer_t)network->n_ties), error))
        return NULL;
    for (size_t i = 0; i < network->n_ties; i++)
        VECTOR(of->length)[i] = 1 / network->tie[i].weight;
    return &of->length;
}

void network_graph_free(struct NetworkGraph *of)
{
    if (!of)
        return;
    igraph_destroy(&of->graph);
    igraph_vector_destroy(&of->weight);
    igraph_vector_destroy(&of->length);
    g_free(of);
}

const char *network_library(void)
{
    static char words[64];
    const char *version = NULL;
    igraph_version(&version, NULL, NULL, NULL);
    g_snprintf(words, sizeof words, "igraph %s", version);
    return words;
}

bool igraph_bridge_betweenness(const igraph_t *graph, const igraph_vector_t *lengths, igraph_vector_t *out,
                               GError **error)
{
#if IGRAPH_VERSION_MAJOR >= 1
    return igraph_bridge_ok(igraph_betweenness(graph, lengths, out, igraph_vss_all(), IGRAPH_UNDIRECTED, false), error);
#else
    return igraph_bridge_ok(igraph_betweenness(graph, out, igraph_vss_all(), IGRAPH_UNDIRECTED, lengths), error);
#endif
}

bool igraph_bridge_leiden(const igraph_t *graph, const igraph_vector_t *edge_weights,
                          const igraph_vector_t *node_weights, double resolution, bool go_on, int n_iterations,
                          igraph_vector_int_t *membership, double *quality, GError **error)
{
    const double beta = 0.01; /* randomness of the refinement: igraph's and leidenalg's default */
#if IGRAPH_VERSION_MAJOR >= 1
    return igraph_bridge_ok(igraph_community_leiden(graph, edge_weights, node_weights, NULL, resolution, beta, go_on,
                                                    n_iterations, membership, NULL, quality),
                            error);
#else
    return igraph_bridge_ok(igraph_community_leiden(graph, edge_weights, node_weights, resolution, beta, go_on,
                                                    n_iterations, membership, NULL, quality),
                            error);
#endif
}
