/* community.c - groups: Leiden on modularity, the same for the same network and seed. */
#include "igraph_bridge.h"
#include "measuring.h"

#include <math.h>

/* What every run of Leiden on a network needs. */
typedef struct Leiden {
    const igraph_t *graph;
    const igraph_vector_t *weights;
    igraph_vector_t strength;
    double resolution;
} Leiden;

static void leiden_clear(Leiden *l) { igraph_vector_destroy(&l->strength); }
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Leiden, leiden_clear)

static bool leiden_init(Leiden *l, const Network *network, const Adjacency *a, GError **error)
{
    l->graph = network_igraph(network, error);
    l->weights = l->graph ? network_igraph_weights(network, error) : NULL;
    if (!l->weights || !igraph_bridge_ok(igraph_vector_init(&l->strength, (igraph_integer_t)a->n_nodes), error))
        return false;
    double total = 0;
    for (uint32_t v = 0; v < a->n_nodes; v++)
        total += VECTOR(l->strength)[v] = adjacency_strength(a, v);
    l->resolution = 1 / total;
    return true;
}

/* From every actor for itself, until two further rounds find nothing better; Leiden never makes the quality worse. */
static bool leiden_run(const Leiden *l, igraph_vector_int_t *membership, double *quality, GError **error)
{
    *quality = -INFINITY;
    for (int round = 0; round < 100; round++) {
        double now;
        if (!igraph_bridge_leiden(l->graph, l->weights, &l->strength, l->resolution, round > 0, 2, membership, &now,
                                  error))
            return false;
        if (now <= *quality + 1e-12)
            break;
        *quality = now;
    }
    return true;
}

/* The best of ten runs; of fewer above 20,000 ties, where one is rarely stuck and takes its time. */
static bool leiden_best(const Leiden *l, size_t n_ties, uint32_t *group, size_t n, GError **error)
{
    g_auto(igraph_vector_int_t) membership = {0};
    double best = -INFINITY, quality;
    size_t n_runs = CLAMP(200000 / n_ties, 1, 10);
    if (!igraph_bridge_ok(igraph_vector_int_init(&membership, 0), error))
        return false;
    for (size_t run = 0; run < n_runs; run++) {
        if (!leiden_run(l, &membership, &quality, error))
            return false;
        if (quality <= best + 1e-12)
            continue;
        best = quality;
        for (size_t v = 0; v < n; v++)
            group[v] = (uint32_t)VECTOR(membership)[v];
    }
    return true;
}

typedef struct Group {
    uint32_t number, size, first;
} Group;

static int compare_groups(const void *x, const void *y)
{
    const Group *a = x, *b = y;
    if (a->size != b->size)
        return a->size > b->size ? -1 : 1;
    return a->first < b->first ? -1 : a->first > b->first;
}

/* Numbers by size, then first member, whatever numbers igraph gave. */
static size_t renumber(uint32_t *group, size_t n)
{
    g_autofree Group *groups = g_new0(Group, n + 1);
    g_autofree uint32_t *rank = g_new(uint32_t, n + 1);
    size_t n_groups = 0;
    for (uint32_t v = 0; v < n; v++) {
        Group *g = &groups[group[v]];
        if (g->size++ == 0)
            *g = (Group){group[v], 1, v};
        n_groups = MAX(n_groups, group[v] + 1);
    }
    qsort(groups, n_groups, sizeof *groups, compare_groups);
    while (n_groups && groups[n_groups - 1].size == 0)
        n_groups--;
    for (uint32_t i = 0; i < n_groups; i++)
        rank[groups[i].number] = i;
    for (size_t v = 0; v < n; v++)
        group[v] = rank[group[v]];
    return n_groups;
}

/* Newman 2004: share of weight inside groups less what strength alone would give. */
static double modularity_of(const Network *network, const Adjacency *a, const uint32_t *group, size_t n_groups)
{
    g_autofree double *strength = g_new0(double, n_groups + 1);
    double inside = 0, total = 0, expected = 0;
    for (size_t i = 0; i < network->n_ties; i++) {
        const Tie *tie = &network->tie[i];
        total += tie->weight;
        inside += group[tie->a] == group[tie->b] ? tie->weight : 0;
    }
    for (uint32_t v = 0; v < a->n_nodes; v++)
        strength[group[v]] += adjacency_strength(a, v);
    for (size_t g = 0; g < n_groups; g++)
        expected += (strength[g] / (2 * total)) * (strength[g] / (2 * total));
    return network->n_ties ? inside / total - expected : NAN;
}

uint32_t *community_find(const Network *network, const Adjacency *a, unsigned long seed, size_t *n_groups,
                         double *modularity, GError **error)
{
    g_autofree uint32_t *group = g_new(uint32_t, a->n_nodes + 1);
    g_auto(Leiden) leiden = {0};
    for (uint32_t v = 0; v < a->n_nodes; v++)
        group[v] = v;
    if (network->n_ties && (!leiden_init(&leiden, network, a, error) ||
                            !igraph_bridge_ok(igraph_rng_seed(igraph_rng_default(), seed), error) ||
                            !leiden_best(&leiden, network->n_ties, group, a->n_nodes, error)))
        return NULL;
    *n_groups = renumber(group, a->n_nodes);
    *modularity = modularity_of(network, a, group, *n_groups);
    return g_steal_pointer(&group);
}

bool measure_community(Measuring *m, GError **error)
{
    double *community = m->scores->value[MEASURE_COMMUNITY], modularity;
    size_t n_groups;
    if (!community)
        return true;
    g_autofree uint32_t *group =
        community_find(m->network, m->adjacency, m->options.seed, &n_groups, &modularity, error);
    if (!group)
        return false;
    for (size_t v = 0; v < m->network->n_nodes; v++)
        community[v] = group[v] + 1;
    if (m->network->n_nodes && m->network->n_ties == 0)
        measuring_note(m, MEASURE_COMMUNITY, "every actor is a group of its own: there are no ties");
    return true;
}
