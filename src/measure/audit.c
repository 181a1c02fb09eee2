/* audit.c - one ranking held against others that might as well have been asked for. */
#include "audit.h"
#include "agreement.h"
#include "number.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static void variation_free(gpointer data)
{
    Variation *v = data;
    g_free(v->what);
    g_free(v->options);
    g_free(v->score);
    g_free(v->rank);
    g_free(v);
}

static char *words_of(const Actor *actor)
{
    return g_strjoin("\n", actor->id, actor_type_name(actor->type), actor->label, NULL);
}

Audit *audit_new(const Scores *base, Measure by)
{
    Audit *a = g_new0(Audit, 1);
    a->base = base;
    a->by = by;
    a->ranking = ranking_new(base, by);
    a->rank = g_new0(uint32_t, base->n_nodes + 1);
    for (size_t i = 0; i < a->ranking->n; i++)
        a->rank[a->ranking->node[i]] = a->ranking->rank[i];
    a->variation = g_ptr_array_new_with_free_func(variation_free);
    a->unchanged = g_ptr_array_new_with_free_func(g_free);
    a->apart = g_ptr_array_new_with_free_func(g_free);
    a->node_of = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (uint32_t v = 0; v < base->n_nodes; v++)
        g_hash_table_insert(a->node_of, words_of(network_actor(base->network, v)), GUINT_TO_POINTER(v + 1));
    return a;
}

void audit_free(Audit *a)
{
    if (!a)
        return;
    ranking_free(a->ranking);
    g_free(a->rank);
    g_ptr_array_unref(a->variation);
    g_ptr_array_unref(a->unchanged);
    g_ptr_array_unref(a->apart);
    g_hash_table_unref(a->node_of);
    g_free(a);
}

/* Do the same actors have the same ties, from as many events? to: node of b → node of a, UINT32_MAX where unknown. */
static bool same_network(const Network *a, const Network *b, const uint32_t *to)
{
    if (a->n_nodes != b->n_nodes || a->n_ties != b->n_ties || a->incidence->n_cells != b->incidence->n_cells)
        return false;
    for (size_t v = 0; v < b->n_nodes; v++)
        if (to[v] == UINT32_MAX)
            return false;
    for (size_t i = 0; i < b->n_ties; i++) {
        const Tie *tie = &b->tie[i], *other = network_tie(a, to[tie->a], to[tie->b]);
        if (!other || other->n_events != tie->n_events || other->weight != tie->weight)
            return false;
    }
    return true;
}

typedef struct Scored {
    double score;
    uint32_t node;
} Scored;

static int by_score(const void *x, const void *y)
{
    const Scored *a = x, *b = y;
    if (a->score != b->score)
        return a->score > b->score ? -1 : 1;
    return (a->node > b->node) - (a->node < b->node);
}

static void rank_common(const Audit *a, Variation *v)
{
    size_t n = 0;
    g_autofree Scored *scored = g_new(Scored, a->base->n_nodes + 1);
    for (uint32_t node = 0; node < a->base->n_nodes; node++)
        if (!isnan(v->score[node]))
            scored[n++] = (Scored){number_round(v->score[node], 12) * (a->by == MEASURE_CONSTRAINT ? -1 : 1), node};
    qsort(scored, n, sizeof *scored, by_score);
    for (size_t i = 0; i < n; i++)
        v->rank[scored[i].node] =
            i && scored[i].score == scored[i - 1].score ? v->rank[scored[i - 1].node] : (uint32_t)i + 1;
}

void audit_add(Audit *a, const char *what, const char *options, const Scores *scores)
{
    const Network *network = scores->network;
    const Incidence *in = network->incidence;
    g_autofree uint32_t *to = g_new(uint32_t, network->n_nodes + 1);
    Variation *v = g_new0(Variation, 1);
    *v = (Variation){.what = g_strdup(what), .options = g_strdup(options), .n_ties = network->n_ties};
    v->score = g_new(double, a->base->n_nodes + 1);
    v->rank = g_new0(uint32_t, a->base->n_nodes + 1);
    for (size_t node = 0; node < a->base->n_nodes; node++)
        v->score[node] = NAN;
    for (uint32_t node = 0; node < network->n_nodes; node++) {
        uint32_t row = network->row[node];
        g_autofree char *words = words_of(network_actor(network, node));
        to[node] = GPOINTER_TO_UINT(g_hash_table_lookup(a->node_of, words)) - 1;
        if (in->actor_first[row + 1] == in->actor_first[row])
            continue;
        v->n_actors++;
        v->n_common += to[node] != UINT32_MAX;
        if (to[node] != UINT32_MAX)
            v->score[to[node]] = scores->value[a->by][node];
    }
    bool same = same_network(a->base->network, network, to);
    bool without_ties = !network->n_ties && a->base->network->n_ties;
    if (same || without_ties || v->n_common < 2) {
        g_ptr_array_add(same ? a->unchanged : a->apart, g_strdup(options));
        variation_free(v);
        return;
    }
    v->tau = agreement_tau(a->base->value[a->by], v->score, a->base->n_nodes);
    rank_common(a, v);
    g_ptr_array_add(a->variation, v);
}

void audit_range(const Audit *a, uint32_t node, AuditRange *out)
{
    uint32_t now = a->rank[node], furthest = 0;
    *out = (AuditRange){.lo = now, .hi = now, .most = SIZE_MAX};
    for (size_t i = 0; i < a->variation->len; i++) {
        uint32_t rank = audit_variation(a, i)->rank[node];
        if (!rank)
            continue;
        out->n_there++;
        out->n_first += rank == 1;
        out->n_same += rank == now;
        out->lo = out->lo ? MIN(out->lo, rank) : rank;
        out->hi = MAX(out->hi, rank);
        uint32_t moved = rank > now ? rank - now : now - rank;
        if (moved > furthest) {
            furthest = moved;
            out->most = i;
        }
    }
}

void audit_top(const Audit *a, size_t variation, size_t n, uint32_t *lo, uint32_t *hi)
{
    *lo = *hi = 0;
    for (size_t i = 0; i < MIN(n, a->ranking->n); i++) {
        uint32_t rank = audit_variation(a, variation)->rank[a->ranking->node[i]];
        if (!rank)
            continue;
        *lo = *lo ? MIN(*lo, rank) : rank;
        *hi = MAX(*hi, rank);
    }
}
