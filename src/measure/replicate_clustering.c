/* replicate_clustering.c - clustering in every replicate: triangles have no sum over events, so each is a network. */
#include "replicate_clustering.h"
#include "measuring.h"
#include "parallel.h"

typedef struct Clustering {
    const Network *network;
    const Replicates *replicates;
    double *score;
} Clustering;

static void cluster_replicate(void *context, size_t b)
{
    const Clustering *c = context;
    size_t n = c->replicates->n, n_nodes = c->network->n_nodes;
    g_autofree bool *keep = g_new0(bool, c->replicates->n_columns + 1);
    g_autofree double *value = g_new0(double, n_nodes + 1);
    double closed, open;
    Selection selection;
    for (size_t e = 0; e < c->replicates->n_columns; e++)
        keep[e] = c->replicates->weight[e * n + b] > 0;
    selection_init(&selection);
    selection.weight = WEIGHT_BINARY;
    g_autoptr(Incidence) kept = incidence_subset(c->network->incidence, keep);
    g_autoptr(Network) network = network_project(kept, &selection, NULL); /* rows are kept, so nodes are the same */
    g_autoptr(Adjacency) adjacency = adjacency_new(network);
    triangles_clustering(adjacency, value, &closed, &open);
    for (size_t v = 0; v < n_nodes; v++)
        c->score[v * n + b] = value[v];
}

void replicate_clustering(const Network *network, const Replicates *replicates, unsigned n_threads, double *score)
{
    Clustering c = {network, replicates, score};
    parallel_for(replicates->n_real, n_threads, cluster_replicate, &c);
}
