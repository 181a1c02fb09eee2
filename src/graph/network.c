/* network.c - the one-mode network: projection, what the selection leaves of it, and what its ties rest on. */
#include "network.h"
#include "delegation.h"
#include "filter.h"
#include "error.h"
#include "igraph_bridge.h"
#include "projection.h"
#include <stdlib.h>
#include <string.h>

/* --- what the selection leaves: keep[node] and a tie's weight 0 are the marks --- */

static void drop_light_ties(Network *net, double min_weight)
{
    for (size_t i = 0; i < net->n_ties; i++)
        if (net->tie[i].weight < min_weight)
            net->tie[i].weight = 0;
}

static bool tie_stays(const Tie *tie, const bool *keep)
{
    return tie->weight > 0 && keep[tie->a] && keep[tie->b];
}

/* Walks once over the ties, not along them: radius is 1 or 2. */
static void keep_ego(const Network *net, bool *keep, uint32_t ego, unsigned radius)
{
    g_autofree bool *near = g_new0(bool, net->n_nodes + 1);
    near[ego] = true;
    for (unsigned step = 0; step < radius; step++) {
        g_autofree bool *next = g_memdup2(near, (net->n_nodes + 1) * sizeof *near);
        for (size_t i = 0; i < net->n_ties; i++) {
            const Tie *t = &net->tie[i];
            if (tie_stays(t, keep) && (near[t->a] || near[t->b]))
                next[t->a] = next[t->b] = true;
        }
        memcpy(near, next, net->n_nodes * sizeof *near);
    }
    for (size_t i = 0; i < net->n_nodes; i++)
        keep[i] = keep[i] && near[i];
}

static uint32_t root_of(uint32_t *parent, uint32_t i)
{
    while (parent[i] != i)
        i = parent[i] = parent[parent[i]];
    return i;
}

static void keep_largest_component(const Network *net, bool *keep)
{
    g_autofree uint32_t *parent = g_new(uint32_t, net->n_nodes + 1);
    g_autofree size_t *n_actors = g_new0(size_t, net->n_nodes + 1);
    g_autofree size_t *n_ties = g_new0(size_t, net->n_nodes + 1);
    for (uint32_t i = 0; i < net->n_nodes; i++)
        parent[i] = i;
    for (size_t i = 0; i < net->n_ties; i++)
        if (tie_stays(&net->tie[i], keep)) {
            uint32_t a = root_of(parent, net->tie[i].a), b = root_of(parent, net->tie[i].b);
            parent[MAX(a, b)] = MIN(a, b);
        }
    for (uint32_t i = 0; i < net->n_nodes; i++)
        if (keep[i])
            n_actors[root_of(parent, i)]++;
    for (size_t i = 0; i < net->n_ties; i++)
        if (tie_stays(&net->tie[i], keep))
            n_ties[root_of(parent, net->tie[i].a)]++;
    uint32_t best = 0; /* roots are their component's first actor, so the first of equals wins */
    for (uint32_t i = 1; i < net->n_nodes; i++)
        if (n_actors[i] > n_actors[best] || (n_actors[i] == n_actors[best] && n_ties[i] > n_ties[best]))
            best = i;
    for (uint32_t i = 0; i < net->n_nodes; i++)
        keep[i] = keep[i] && root_of(parent, i) == best;
}

static void keep_company(const Network *net, bool *keep)
{
    g_autofree bool *tied = g_new0(bool, net->n_nodes + 1);
    for (size_t i = 0; i < net->n_ties; i++)
        if (tie_stays(&net->tie[i], keep))
            tied[net->tie[i].a] = tied[net->tie[i].b] = true;
    for (size_t i = 0; i < net->n_nodes; i++)
        keep[i] = keep[i] && tied[i];
}

/* Closes the gaps: nodes and ties that stay keep their order. */
static void compress(Network *net, const bool *keep)
{
    size_t n_nodes = 0, n_ties = 0;
    for (size_t i = 0; i < net->n_nodes; i++) {
        net->node[i] = keep[i] ? (uint32_t)n_nodes : UINT32_MAX;
        if (keep[i])
            net->row[n_nodes++] = (uint32_t)i;
    }
    for (size_t i = 0; i < net->n_ties; i++) {
        Tie t = net->tie[i];
        if (tie_stays(&t, keep))
            net->tie[n_ties++] = (Tie){net->node[t.a], net->node[t.b], t.n_events, t.weight};
    }
    net->n_nodes = n_nodes;
    net->n_ties = n_ties;
    memset(net->tie_first, 0, (n_nodes + 1) * sizeof *net->tie_first);
    for (size_t i = 0; i < n_ties; i++)
        net->tie_first[net->tie[i].a + 1]++;
    for (size_t i = 0; i < n_nodes; i++)
        net->tie_first[i + 1] += net->tie_first[i];
}

static bool select_nodes(Network *net, const Selection *s, GError **error)
{
    g_autofree bool *keep = g_new(bool, net->n_nodes + 1);
    memset(keep, true, net->n_nodes + 1);
    if (s->min_weight > 0)
        drop_light_ties(net, s->min_weight);
    if (s->ego) {
        ActorId actor = filter_actor(net->incidence->cast, "--ego", s->ego, error);
        if (actor_id_is_none(actor))
            return false;
        uint32_t ego = network_node_of(net, actor);
        if (ego == UINT32_MAX) {
            g_set_error(error, ENTENTE_ERROR, ERROR_USAGE,
                        "--ego: %s takes part in no event at the level %s under this selection",
                        net->incidence->cast->actor[actor.i].label, level_name(net->incidence->level));
            return false;
        }
        keep_ego(net, keep, ego, s->ego_radius);
    }
    if (s->largest_component)
        keep_largest_component(net, keep);
    if (s->drop_isolates)
        keep_company(net, keep);
    if (s->min_weight > 0 || s->ego || s->largest_component || s->drop_isolates)
        compress(net, keep);
    return true;
}

static size_t count_kin_ties(const Network *net)
{
    size_t n_kin, n = 0;
    if (net->incidence->cell_delegation || net->incidence->level != LEVEL_ALL)
        return 0;
    g_autofree uint64_t *kin = delegation_kin(net->incidence, &n_kin);
    for (size_t i = 0; i < n_kin; i++) {
        uint32_t a = net->node[kin[i] >> 32], b = net->node[kin[i] & UINT32_MAX];
        n += a != UINT32_MAX && b != UINT32_MAX && network_tie(net, a, b);
    }
    return n;
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
    if (!select_nodes(net, s, error))
        return NULL;
    net->n_kin_ties = count_kin_ties(net);
    return g_steal_pointer(&net);
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
        if (delegation && delegation[incidence_cell(inc, a, shared[i])] == delegation[incidence_cell(inc, b, shared[i])])
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
