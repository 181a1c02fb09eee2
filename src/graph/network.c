/* network.c - the one-mode network: made by projection, asked for ties and what they rest on. */
#include "network.h"
#include "delegation.h"
#include "igraph_bridge.h"
#include "narrow.h"
#include "projection.h"
#include <stdlib.h>

static size_t count_kin_ties(const Network *net)
{
    const Incidence *inc = net->incidence;
    size_t n_kin, n = 0;
    bool mixes = inc->level == LEVEL_ALL || inc->level == LEVEL_AGENCY;
    if (inc->cell_delegation || !mixes || inc->corpus->n_affiliations == 0)
        return 0;
    g_autofree uint64_t *kin = delegation_kin(inc, &n_kin);
    for (size_t i = 0; i < n_kin; i++) {
        uint32_t a = net->node[kin[i] >> 32], b = net->node[kin[i] & UINT32_MAX];
        n += a != UINT32_MAX && b != UINT32_MAX && network_tie(net, a, b);
    }
    return n;
}

static bool network_finish(Network *net, const Selection *s, GError **error)
{
    size_t n_ties = net->n_ties, n_nodes = net->n_nodes;
    if (!network_narrow(net, s, error))
        return false;
    net->filtered |= net->n_ties != n_ties || net->n_nodes != n_nodes;
    net->n_kin_ties = count_kin_ties(net);
    return true;
}

Network *network_project(const Incidence *incidence, const Selection *s, GError **error)
{
    g_autoptr(Network) net = g_new0(Network, 1);
    net->incidence = incidence;
    net->weight = s->weight;
    net->n_nodes = incidence->n_actors;
    net->row = g_new(uint32_t, net->n_nodes + 1);
    net->node = g_new(uint32_t, net->n_nodes + 1);
    for (uint32_t i = 0; i < net->n_nodes; i++)
        net->row[i] = net->node[i] = i;
    projection_ties(net);
    return network_finish(net, s, error) ? g_steal_pointer(&net) : NULL;
}

bool network_keep(Network *net, const bool *keep, const Selection *s, GError **error)
{
    size_t n = 0;
    for (uint32_t a = 0; a < net->n_nodes; a++) {
        uint64_t from = net->tie_first[a], end = net->tie_first[a + 1];
        net->tie_first[a] = n;
        for (uint64_t i = from; i < end; i++)
            if (keep[i])
                net->tie[n++] = net->tie[i];
    }
    net->tie_first[net->n_nodes] = net->n_ties = n;
    net->filtered = true;
    return network_finish(net, s, error);
}

void network_free(Network *net)
{
    if (!net)
        return;
    network_graph_free(net->graph);
    g_free(net->row);
    g_free(net->node);
    g_free(net->tie);
    g_free(net->tie_first);
    g_free(net);
}

const Actor *network_actor(const Network *net, uint32_t node)
{
    const Incidence *inc = net->incidence;
    return &inc->cast->actor[inc->actor[net->row[node]].i];
}

/* Rows stand in cast order, so the actor's row is found by halving. */
uint32_t network_node_of(const Network *net, ActorId actor)
{
    const Incidence *inc = net->incidence;
    size_t low = 0, high = inc->n_actors;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (inc->actor[middle].i < actor.i)
            low = middle + 1;
        else
            high = middle;
    }
    return low < inc->n_actors && actor_id_equal(inc->actor[low], actor) ? net->node[low] : UINT32_MAX;
}

const Tie *network_tie(const Network *net, uint32_t a, uint32_t b)
{
    uint32_t lower = MIN(a, b), upper = MAX(a, b);
    uint64_t low = net->tie_first[lower], end = net->tie_first[lower + 1], high = end;
    while (low < high) {
        uint64_t middle = low + (high - low) / 2;
        if (net->tie[middle].b < upper)
            low = middle + 1;
        else
            high = middle;
    }
    return low < end && net->tie[low].b == upper ? &net->tie[low] : NULL;
}

/* --- what a tie rests on --- */

static int by_id(const void *a, const void *b)
{
    uint32_t x = ((const DocumentId *)a)->i, y = ((const DocumentId *)b)->i;
    return (x > y) - (x < y);
}

static void collect_documents(const Corpus *corpus, TieSupport *support)
{
    size_t n = 0;
    for (size_t i = 0; i < support->n_events; i++)
        n += corpus->event[support->event[i].i].documents.n;
    support->document = g_new(DocumentId, n + 1);
    n = 0;
    for (size_t i = 0; i < support->n_events; i++) {
        Slice told = corpus->event[support->event[i].i].documents;
        for (uint32_t j = 0; j < told.n; j++)
            support->document[n++] = corpus->event_document[told.first + j];
    }
    qsort(support->document, n, sizeof *support->document, by_id);
    for (size_t i = 0; i < n; i++)
        if (i == 0 || !document_id_equal(support->document[i], support->document[i - 1]))
            support->document[support->n_documents++] = support->document[i];
}

static void find_ends(const Corpus *corpus, TieSupport *support)
{
    support->first = support->last = DATE_UNKNOWN;
    for (size_t i = 0; i < support->n_events; i++) {
        const Event *e = &corpus->event[support->event[i].i];
        Date end = date_is_unknown(e->last) ? e->first : e->last;
        if (date_is_unknown(support->first))
            support->first = e->first; /* events stand by date, undated ones last */
        if (!date_is_unknown(end) && (date_is_unknown(support->last) || end.latest > support->last.latest))
            support->last = end;
    }
}

void network_tie_support(const Network *net, const Tie *tie, TieSupport *support)
{
    const Incidence *inc = net->incidence;
    uint32_t a = net->row[tie->a], b = net->row[tie->b];
    size_t n;
    g_autofree uint32_t *shared = incidence_shared(inc, a, b, &n);
    *support = (TieSupport){.event = g_new(EventId, n + 1)};
    for (size_t i = 0; i < n; i++) {
        const uint32_t *delegation = inc->cell_delegation;
        if (delegation &&
            delegation[incidence_cell(inc, a, shared[i])] == delegation[incidence_cell(inc, b, shared[i])])
            continue;
        support->event[support->n_events++] = inc->event[shared[i]];
    }
    collect_documents(inc->corpus, support);
    find_ends(inc->corpus, support);
}

void tie_support_clear(TieSupport *support)
{
    g_free(support->event);
    g_free(support->document);
    *support = (TieSupport){0};
}
