/* adjacency.c - every node's neighbours in compressed rows, and the components. */
#include "adjacency.h"

#include <float.h>
#include <math.h>

/* Ties come by a, then b: filling in that order leaves each row ascending, lower neighbours before higher ones. */
static void fill_rows(Adjacency *a, const Network *network)
{
    for (size_t i = 0; i < network->n_ties; i++) {
        a->first[network->tie[i].a + 1]++;
        a->first[network->tie[i].b + 1]++;
    }
    for (size_t v = 0; v < a->n_nodes; v++)
        a->first[v + 1] += a->first[v];

    g_autofree uint64_t *next = g_new(uint64_t, a->n_nodes + 1);
    for (size_t v = 0; v < a->n_nodes; v++)
        next[v] = a->first[v];
    for (size_t i = 0; i < network->n_ties; i++) {
        const Tie *tie = &network->tie[i];
        a->neighbour[next[tie->a]] = tie->b;
        a->weight[next[tie->a]++] = tie->weight;
        a->neighbour[next[tie->b]] = tie->a;
        a->weight[next[tie->b]++] = tie->weight;
    }
}

static void flood(Adjacency *a, uint32_t start, uint32_t component, uint32_t *queue)
{
    size_t head = 0, tail = 0;
    queue[tail++] = start;
    a->component[start] = component;
    while (head < tail) {
        uint32_t v = queue[head++];
        for (uint64_t e = a->first[v]; e < a->first[v + 1]; e++) {
            uint32_t u = a->neighbour[e];
            if (a->component[u] == UINT32_MAX) {
                a->component[u] = component;
                queue[tail++] = u;
            }
        }
    }
}

static void find_components(Adjacency *a)
{
    g_autofree uint32_t *queue = g_new(uint32_t, a->n_nodes + 1);
    for (size_t v = 0; v < a->n_nodes; v++)
        a->component[v] = UINT32_MAX;
    for (uint32_t v = 0; v < a->n_nodes; v++)
        if (a->component[v] == UINT32_MAX)
            flood(a, v, (uint32_t)a->n_components++, queue);

    a->member_first = g_new0(uint32_t, a->n_components + 2);
    for (size_t v = 0; v < a->n_nodes; v++)
        a->member_first[a->component[v] + 2]++;
    for (size_t c = 0; c < a->n_components; c++)
        a->member_first[c + 2] += a->member_first[c + 1];
    for (uint32_t v = 0; v < a->n_nodes; v++)
        a->member[a->member_first[a->component[v] + 1]++] = v;
    for (uint32_t v = 0; v < a->n_nodes; v++)
        a->place[a->member[v]] = v - a->member_first[a->component[a->member[v]]];
}

Adjacency *adjacency_new(const Network *network)
{
    Adjacency *a = g_new0(Adjacency, 1);
    a->n_nodes = network->n_nodes;
    a->first = g_new0(uint64_t, a->n_nodes + 1);
    a->neighbour = g_new(uint32_t, 2 * network->n_ties);
    a->weight = g_new(double, 2 * network->n_ties);
    a->component = g_new(uint32_t, a->n_nodes);
    a->member = g_new(uint32_t, a->n_nodes);
    a->place = g_new(uint32_t, a->n_nodes);
    fill_rows(a, network);
    find_components(a);
    return a;
}

void adjacency_free(Adjacency *a)
{
    if (!a)
        return;
    g_free(a->first);
    g_free(a->neighbour);
    g_free(a->weight);
    g_free(a->component);
    g_free(a->member_first);
    g_free(a->member);
    g_free(a->place);
    g_free(a);
}

/* A sum within its own rounding error of a whole number is given as that number, so that under newman "6 events with
 * company" does not read 5.999999999999999. */
double adjacency_strength(const Adjacency *a, uint32_t node)
{
    double sum = 0;
    for (uint64_t e = a->first[node]; e < a->first[node + 1]; e++)
        sum += a->weight[e];
    double whole = rint(sum);
    return fabs(sum - whole) <= adjacency_degree(a, node) * DBL_EPSILON * sum ? whole : sum;
}
