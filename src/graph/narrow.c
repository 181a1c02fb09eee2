/* narrow.c - what a selection leaves of a network: heavy ties, an ego's neighbourhood, the largest component, company.
 */
#include "narrow.h"
#include "disjoint.h"
#include "error.h"
#include "filter.h"
#include <string.h>

/* While narrowing, keep[node] marks the nodes and a tie of weight 0 is gone. */

static void drop_light_ties(Network *net, double min_weight)
{
    for (size_t i = 0; i < net->n_ties; i++)
        if (net->tie[i].weight < min_weight)
            net->tie[i].weight = 0;
}

static bool tie_stays(const Tie *tie, const bool *keep) { return tie->weight > 0 && keep[tie->a] && keep[tie->b]; }

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

static void keep_largest_component(const Network *net, bool *keep)
{
    g_autofree uint32_t *parent = g_new(uint32_t, net->n_nodes + 1);
    g_autofree size_t *n_actors = g_new0(size_t, net->n_nodes + 1);
    g_autofree size_t *n_ties = g_new0(size_t, net->n_nodes + 1);
    for (uint32_t i = 0; i < net->n_nodes; i++)
        parent[i] = i;
    for (size_t i = 0; i < net->n_ties; i++)
        if (tie_stays(&net->tie[i], keep))
            disjoint_unite(parent, net->tie[i].a, net->tie[i].b);
    for (uint32_t i = 0; i < net->n_nodes; i++)
        if (keep[i])
            n_actors[disjoint_root(parent, i)]++;
    for (size_t i = 0; i < net->n_ties; i++)
        if (tie_stays(&net->tie[i], keep))
            n_ties[disjoint_root(parent, net->tie[i].a)]++;
    uint32_t best = 0; /* roots are their component's first actor, so the first of equals wins */
    for (uint32_t i = 1; i < net->n_nodes; i++)
        if (n_actors[i] > n_actors[best] || (n_actors[i] == n_actors[best] && n_ties[i] > n_ties[best]))
            best = i;
    for (uint32_t i = 0; i < net->n_nodes; i++)
        keep[i] = keep[i] && disjoint_root(parent, i) == best;
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

bool network_narrow(Network *net, const Selection *s, GError **error)
{
    g_autofree bool *keep = g_new(bool, net->n_nodes + 1);
    memset(keep, true, net->n_nodes + 1);
    if (s->min_weight > 0)
        drop_light_ties(net, s->min_weight);
    if (s->ego) {
        ActorId actor = cast_find_one(net->incidence->cast, "--ego", s->ego, error);
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
