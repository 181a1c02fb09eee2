/* cohesion.c - what holds a network together: cut actors, bridges, brokers, and who keeps to their own kind. */
#include "cohesion.h"
#include "adjacency.h"
#include "igraph_bridge.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Walks from one node without going over the node or the tie that is out; returns how many were met, marks them. */
static uint32_t reach(const Adjacency *a, uint32_t from, uint32_t out, const Tie *gone, uint32_t *mark, uint32_t number,
                      uint32_t *queue)
{
    uint32_t n = 0;
    queue[n++] = from;
    mark[from] = number;
    for (uint32_t at = 0; at < n; at++) {
        uint32_t v = queue[at];
        for (uint64_t e = a->first[v]; e < a->first[v + 1]; e++) {
            uint32_t w = a->neighbour[e];
            bool over = gone && ((v == gone->a && w == gone->b) || (v == gone->b && w == gone->a));
            if (w == out || over || mark[w] == number)
                continue;
            mark[w] = number;
            queue[n++] = w;
        }
    }
    return n;
}

/* Parts among a node's neighbours, the node taken out. mark and number are the caller's, so that nothing is cleared. */
static uint32_t parts_without(const Adjacency *a, uint32_t node, uint32_t *mark, uint32_t number, uint32_t *queue)
{
    uint32_t parts = 0;
    for (uint64_t e = a->first[node]; e < a->first[node + 1]; e++)
        if (mark[a->neighbour[e]] != number) {
            reach(a, a->neighbour[e], node, NULL, mark, number, queue);
            parts++;
        }
    return parts;
}

static bool find_articulations(Cohesion *c, const Network *network, const Adjacency *a, uint32_t *mark,
                               uint32_t *number, uint32_t *queue, GError **error)
{
    const igraph_t *graph = network_igraph(network, error);
    g_auto(igraph_vector_int_t) found = {0};
    if (!graph || !igraph_bridge_ok(igraph_vector_int_init(&found, 0), error) ||
        !igraph_bridge_ok(igraph_articulation_points(graph, &found), error))
        return false;
    for (uint32_t v = 0; v < c->n_nodes; v++)
        c->parts[v] = adjacency_degree(a, v) ? 1 : 0;
    c->n_articulations = (size_t)igraph_vector_int_size(&found);
    for (size_t i = 0; i < c->n_articulations; i++) {
        uint32_t v = (uint32_t)VECTOR(found)[i];
        c->parts[v] = parts_without(a, v, mark, ++*number, queue);
    }
    return true;
}

static int by_smaller(const void *x, const void *y)
{
    const Bridge *a = x, *b = y;
    if (a->smaller != b->smaller)
        return a->smaller > b->smaller ? -1 : 1;
    return (a->tie > b->tie) - (a->tie < b->tie);
}

static bool find_bridges(Cohesion *c, const Network *network, const Adjacency *a, uint32_t *mark, uint32_t *number,
                         uint32_t *queue, GError **error)
{
    const igraph_t *graph = network_igraph(network, error);
    g_auto(igraph_vector_int_t) found = {0};
    if (!graph || !igraph_bridge_ok(igraph_vector_int_init(&found, 0), error) ||
        !igraph_bridge_ok(igraph_bridges(graph, &found), error))
        return false;
    c->n_bridges = (size_t)igraph_vector_int_size(&found);
    c->bridge = g_new(Bridge, c->n_bridges + 1);
    for (size_t i = 0; i < c->n_bridges; i++) {
        uint32_t tie = (uint32_t)VECTOR(found)[i];
        const Tie *gone = &network->tie[tie];
        uint32_t side = reach(a, gone->a, UINT32_MAX, gone, mark, ++*number, queue);
        uint32_t all = adjacency_component_size(a, a->component[gone->a]);
        c->bridge[i] = (Bridge){tie, MIN(side, all - side)};
    }
    qsort(c->bridge, c->n_bridges, sizeof *c->bridge, by_smaller);
    return true;
}

double cohesion_assortativity(const Network *network, const uint32_t *label, size_t *n_ties)
{
    g_autoptr(GHashTable) ends = g_hash_table_new(g_direct_hash, g_direct_equal); /* label + 1 → ends */
    double same = 0, square = 0;
    *n_ties = 0;
    for (size_t i = 0; i < network->n_ties; i++) {
        uint32_t end[] = {label[network->tie[i].a], label[network->tie[i].b]};
        if (end[0] == UINT32_MAX || end[1] == UINT32_MAX)
            continue;
        ++*n_ties;
        same += end[0] == end[1];
        for (int side = 0; side < 2; side++) {
            gpointer key = GUINT_TO_POINTER(end[side] + 1);
            size_t n = GPOINTER_TO_SIZE(g_hash_table_lookup(ends, key));
            square += 2 * (double)n + 1; /* (n+1)² − n²: whole numbers, so that no order of summing shows */
            g_hash_table_insert(ends, key, GSIZE_TO_POINTER(n + 1));
        }
    }
    double all = (double)*n_ties, chance = square / (4 * all * all);
    return *n_ties == 0 || chance >= 1 ? NAN : (same / all - chance) / (1 - chance);
}

static void find_mixing(Cohesion *c, const Network *network, const uint32_t *group)
{
    const Incidence *in = network->incidence;
    g_autofree uint32_t *type = g_new(uint32_t, c->n_nodes + 1);
    g_autofree uint32_t *country = g_new(uint32_t, c->n_nodes + 1);
    for (uint32_t v = 0; v < c->n_nodes; v++) {
        type[v] = network_actor(network, v)->type;
        ActorId home =
            in->hierarchy ? hierarchy_home(in->hierarchy, in->actor[network->row[v]]) : (ActorId){UINT32_MAX};
        country[v] = in->level == LEVEL_COUNTRY || actor_id_is_none(home) ? UINT32_MAX : home.i;
    }
    size_t n;
    c->by_type = cohesion_assortativity(network, type, &n);
    c->by_country = cohesion_assortativity(network, country, &c->n_country_ties);
    c->by_group = group ? cohesion_assortativity(network, group, &n) : NAN;
}

Cohesion *cohesion_find(const Network *network, const uint32_t *group, GError **error)
{
    g_autoptr(Cohesion) c = g_new0(Cohesion, 1);
    c->n_nodes = network->n_nodes;
    c->parts = g_new0(uint32_t, c->n_nodes + 1);
    find_mixing(c, network, group);
    if (!network->n_ties)
        return g_steal_pointer(&c);
    g_autoptr(Adjacency) a = adjacency_new(network);
    g_autofree uint32_t *mark = g_new0(uint32_t, c->n_nodes + 1);
    g_autofree uint32_t *queue = g_new(uint32_t, c->n_nodes + 1);
    uint32_t number = 0;
    if (!find_articulations(c, network, a, mark, &number, queue, error) ||
        !find_bridges(c, network, a, mark, &number, queue, error))
        return NULL;
    return g_steal_pointer(&c);
}

void cohesion_free(Cohesion *c)
{
    if (!c)
        return;
    g_free(c->parts);
    g_free(c->bridge);
    g_free(c);
}
