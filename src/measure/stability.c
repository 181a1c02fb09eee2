/* stability.c - the groups of a network, and whether they would be found again: in half of the data, under other seeds.
 */
#include "stability.h"
#include "agreement.h"
#include "measuring.h"
#include "replicate.h"
#include <math.h>

unsigned stability_halves(size_t n_ties)
{
    return n_ties ? (unsigned)CLAMP(100000 / n_ties, 10, STABILITY_HALVES) : STABILITY_HALVES;
}

static char *refusal(const Stability *s, const Selection *selection, const StabilityOptions *options)
{
    if (selection->backbone)
        return g_strdup("no stability over the data: which ties beat chance was asked of all events together");
    if (s->n_tie_making < STABILITY_MIN_CLUSTERS && !options->few)
        return g_strdup_printf("no stability over the data: %zu independent event%s with company %s too few (%d are "
                               "wanted)",
                               s->n_tie_making, s->n_tie_making == 1 ? "" : "s", s->n_tie_making == 1 ? "is" : "are",
                               STABILITY_MIN_CLUSTERS);
    return NULL;
}

/* Adds 1 to sum[v] for every other member of v's group that stands with v in this run: found[] by node, UINT32_MAX
 * where it is not there. O(Σ sizes of the groups × runs' groups), by counting. */
static void count_together(const Stability *s, const uint32_t *found, size_t n_found, double *sum)
{
    g_autoptr(GHashTable) count = g_hash_table_new(g_int64_hash, g_int64_equal);
    g_autofree gint64 *key = g_new(gint64, s->n_nodes + 1);
    for (size_t v = 0; v < s->n_nodes; v++) {
        if (found[v] == UINT32_MAX)
            continue;
        key[v] = (gint64)((uint64_t)s->group[v] * (n_found + 1) + found[v]);
        guint n = GPOINTER_TO_UINT(g_hash_table_lookup(count, &key[v]));
        g_hash_table_insert(count, &key[v], GUINT_TO_POINTER(n + 1));
    }
    for (size_t v = 0; v < s->n_nodes; v++)
        if (found[v] != UINT32_MAX)
            sum[v] += GPOINTER_TO_UINT(g_hash_table_lookup(count, &key[v])) - 1;
}

/* Sums over the runs become means over pairs and runs. */
static void finish(const Stability *s, double *node, double *group, unsigned n_runs)
{
    for (size_t v = 0; v < s->n_nodes; v++) {
        uint32_t g = s->group[v], others = s->size[g] - 1;
        node[v] = others && n_runs ? node[v] / others / n_runs : NAN;
        group[g] += others && n_runs ? node[v] / s->size[g] : NAN;
    }
}

static bool run_seeds(Stability *s, const Network *network, const Adjacency *a, const StabilityOptions *options,
                      GError **error)
{
    s->n_seeds = options->n_seeds ? options->n_seeds : STABILITY_SEEDS;
    for (unsigned i = 0; i < s->n_seeds; i++) {
        size_t n;
        double modularity;
        unsigned long seed = (unsigned long)((options->seed + 1 + i) & UINT32_MAX);
        g_autofree uint32_t *found = community_find(network, a, seed, &n, &modularity, error);
        if (!found)
            return false;
        s->rand_seeds += agreement_rand(s->group, found, s->n_nodes) / s->n_seeds;
        count_together(s, found, n, s->over_seeds);
    }
    finish(s, s->over_seeds, s->group_over_seeds, s->n_seeds);
    return true;
}

/* The groups of one half, by node of the whole. */
static bool run_half(const Stability *s, const Network *whole, const Selection *selection, const bool *keep,
                     uint64_t seed, double *sum, GError **error)
{
    g_autoptr(Incidence) rest = incidence_subset(whole->incidence, keep);
    g_autoptr(Network) network = network_project(rest, selection, error);
    if (!network)
        return false;
    g_autoptr(Adjacency) a = adjacency_new(network);
    size_t n;
    double modularity;
    g_autofree uint32_t *group = community_find(network, a, (unsigned long)(seed & UINT32_MAX), &n, &modularity, error);
    g_autofree uint32_t *found = g_new(uint32_t, whole->n_nodes + 1);
    for (size_t v = 0; group && v < whole->n_nodes; v++) {
        uint32_t node = network->node[whole->row[v]];
        found[v] = node == UINT32_MAX ? UINT32_MAX : group[node];
    }
    if (group)
        count_together(s, found, n, sum);
    return group;
}

static bool run_halves(Stability *s, const Network *network, const Selection *selection, const Clusters *clusters,
                       const StabilityOptions *options, GError **error)
{
    size_t n_events = network->incidence->n_events;
    s->n_halves = options->n_halves ? options->n_halves : stability_halves(network->n_ties);
    g_autoptr(Replicates) halves = replicates_half(clusters, n_events, s->n_halves, options->seed);
    g_autofree bool *keep = g_new(bool, n_events + 1);
    for (unsigned b = 0; b < s->n_halves; b++) {
        for (size_t e = 0; e < n_events; e++)
            keep[e] = halves->weight[e * halves->n + b];
        if (!run_half(s, network, selection, keep, options->seed, s->over_data, error))
            return false;
    }
    return true;
}

Stability *stability_find(const Network *network, const Selection *selection, const StabilityOptions *options,
                          GError **error)
{
    g_autoptr(Stability) s = g_new0(Stability, 1);
    g_autoptr(Adjacency) a = adjacency_new(network);
    g_autoptr(Clusters) clusters = clusters_new(network->incidence, options->by);
    s->n_nodes = network->n_nodes;
    s->n_clusters = clusters->n;
    s->n_tie_making = clusters_tie_making(clusters, network->incidence);
    s->group =
        community_find(network, a, (unsigned long)(options->seed & UINT32_MAX), &s->n_groups, &s->modularity, error);
    if (!s->group)
        return NULL;
    s->size = g_new0(uint32_t, s->n_groups + 1);
    for (size_t v = 0; v < s->n_nodes; v++)
        s->size[s->group[v]]++;
    s->over_data = g_new0(double, s->n_nodes + 1);
    s->over_seeds = g_new0(double, s->n_nodes + 1);
    s->group_over_data = g_new0(double, s->n_groups + 1);
    s->group_over_seeds = g_new0(double, s->n_groups + 1);
    if (!run_seeds(s, network, a, options, error))
        return NULL;
    s->why_not = refusal(s, selection, options);
    if (!s->why_not && !run_halves(s, network, selection, clusters, options, error))
        return NULL;
    finish(s, s->over_data, s->group_over_data, s->n_halves);
    return g_steal_pointer(&s);
}

void stability_free(Stability *s)
{
    if (!s)
        return;
    g_free(s->group);
    g_free(s->size);
    g_free(s->over_data);
    g_free(s->over_seeds);
    g_free(s->group_over_data);
    g_free(s->group_over_seeds);
    g_free(s->why_not);
    g_free(s);
}
