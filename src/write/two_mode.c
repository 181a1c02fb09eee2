/* two_mode.c - the two-mode network as it stands in a file: actors, blocs and events, tied by participations. */
#include "two_mode.h"

/* One participation of a bloc, before participations in the same event become one tie. */
typedef struct BlocPart {
    ActorId bloc;
    uint32_t event; /* row of node */
    ParticipationId participation;
} BlocPart;

static int compare_bloc_parts(const void *x, const void *y)
{
    const BlocPart *a = x, *b = y;
    if (a->bloc.i != b->bloc.i)
        return a->bloc.i < b->bloc.i ? -1 : 1;
    if (a->event != b->event)
        return a->event < b->event ? -1 : 1;
    return a->participation.i < b->participation.i ? -1 : a->participation.i > b->participation.i;
}

/* One an event of the corpus: 0 where an actor of the network has a cell, else UINT32_MAX. */
static uint32_t *events_in_use(const Network *network)
{
    const Incidence *b = network->incidence;
    uint32_t *event_node = g_new(uint32_t, b->corpus->n_events + 1);
    memset(event_node, 0xff, (b->corpus->n_events + 1) * sizeof *event_node);
    for (size_t i = 0; i < network->n_nodes; i++) {
        uint32_t row = network->row[i];
        for (uint32_t j = b->actor_first[row]; j < b->actor_first[row + 1]; j++)
            event_node[b->event[b->actor_event[j]].i] = 0;
    }
    return event_node;
}

static void add_node(GArray *nodes, ActorId actor, EventId event, uint32_t node, uint32_t column)
{
    TwoModeNode n = {.actor = actor, .event = event, .node = node, .column = column};
    g_array_append_val(nodes, n);
}

/* Who the bloc of a participation is; none where nobody knows. */
static ActorId bloc_of(const Incidence *b, ParticipationId id)
{
    return b->cast->ref_actor[b->corpus->participation[id.i].actor.i];
}

/* Blocs that took part in an event of the file (event_node not UINT32_MAX), or in any. */
static void add_blocs(GArray *nodes, const Incidence *b, const uint32_t *event_node, bool any_event)
{
    g_autofree bool *seen = g_new0(bool, b->cast->n_actors + 1);
    for (size_t i = 0; i < b->n_blocs; i++) {
        ActorId bloc = bloc_of(b, b->bloc[i]);
        EventId event = b->corpus->participation[b->bloc[i].i].event;
        if (!actor_id_is_none(bloc) && (any_event || event_node[event.i] != UINT32_MAX))
            seen[bloc.i] = true;
    }
    for (uint32_t i = 0; i < b->cast->n_actors; i++)
        if (seen[i])
            add_node(nodes, actor_id_of(i), event_id_none(), UINT32_MAX, UINT32_MAX);
}

static GArray *bloc_parts(const Incidence *b, const uint32_t *event_node)
{
    GArray *parts = g_array_new(FALSE, FALSE, sizeof(BlocPart));
    for (size_t i = 0; i < b->n_blocs; i++) {
        BlocPart part = {bloc_of(b, b->bloc[i]), event_node[b->corpus->participation[b->bloc[i].i].event.i],
                         b->bloc[i]};
        if (!actor_id_is_none(part.bloc) && part.event != UINT32_MAX)
            g_array_append_val(parts, part);
    }
    g_array_sort(parts, compare_bloc_parts);
    return parts;
}

static void tie_actors(const Network *network, const uint32_t *event_node, GArray *ties)
{
    const Incidence *b = network->incidence;
    for (uint32_t i = 0; i < network->n_nodes; i++) {
        uint32_t row = network->row[i];
        for (uint32_t j = b->actor_first[row]; j < b->actor_first[row + 1]; j++) {
            uint32_t cell = b->actor_cell[j];
            TwoModeTie tie = {i, event_node[b->event[b->actor_event[j]].i], b->claim + b->claim_first[cell],
                              b->claim_first[cell + 1] - b->claim_first[cell]};
            g_array_append_val(ties, tie);
        }
    }
}

static void tie_blocs(TwoMode *view, const Incidence *b, const uint32_t *event_node, GArray *ties)
{
    g_autoptr(GArray) parts = bloc_parts(b, event_node);
    view->bloc_claim = g_new0(Claim, parts->len + 1);
    uint32_t node = (uint32_t)view->n_actors;
    for (guint i = 0; i < parts->len; i++) {
        const BlocPart *part = &g_array_index(parts, BlocPart, i);
        const BlocPart *before = i ? part - 1 : NULL;
        view->bloc_claim[i] = (Claim){.participation = part->participation,
                                      .status = b->corpus->participation[part->participation.i].status};
        while (view->node[node].actor.i != part->bloc.i)
            node++;
        if (before && before->bloc.i == part->bloc.i && before->event == part->event) {
            g_array_index(ties, TwoModeTie, ties->len - 1).n_claims++;
        } else {
            TwoModeTie tie = {node, part->event, view->bloc_claim + i, 1};
            g_array_append_val(ties, tie);
        }
    }
}

/* Events of the incidence, then those that only blocs took part in; event_node learns their rows. */
static void add_events(GArray *nodes, const Incidence *b, uint32_t *event_node, bool any_event)
{
    for (uint32_t c = 0; c < b->n_events; c++)
        if (event_node[b->event[c].i] != UINT32_MAX) {
            event_node[b->event[c].i] = nodes->len;
            add_node(nodes, actor_id_none(), b->event[c], UINT32_MAX, c);
        }
    for (size_t i = 0; any_event && i < b->n_blocs; i++) {
        EventId event = b->corpus->participation[b->bloc[i].i].event;
        if (event_node[event.i] == UINT32_MAX && !actor_id_is_none(bloc_of(b, b->bloc[i]))) {
            event_node[event.i] = nodes->len;
            add_node(nodes, actor_id_none(), event, UINT32_MAX, UINT32_MAX);
        }
    }
}

TwoMode *two_mode_new(const Network *network)
{
    const Incidence *b = network->incidence;
    bool whole = network->n_nodes == b->n_actors;
    g_autofree uint32_t *event_node = events_in_use(network);
    TwoMode *view = g_new0(TwoMode, 1);

    GArray *nodes = g_array_new(FALSE, FALSE, sizeof(TwoModeNode));
    for (uint32_t i = 0; i < network->n_nodes; i++)
        add_node(nodes, b->actor[network->row[i]], event_id_none(), i, UINT32_MAX);
    view->n_actors = nodes->len;
    add_blocs(nodes, b, event_node, whole);
    view->n_blocs = nodes->len - view->n_actors;
    add_events(nodes, b, event_node, whole);
    view->n_nodes = nodes->len;
    view->node = (TwoModeNode *)g_array_free(nodes, FALSE);

    GArray *ties = g_array_new(FALSE, FALSE, sizeof(TwoModeTie));
    tie_actors(network, event_node, ties);
    tie_blocs(view, b, event_node, ties);
    view->n_ties = ties->len;
    view->tie = (TwoModeTie *)g_array_free(ties, FALSE);
    for (size_t i = 0; i < view->n_ties; i++) {
        view->node[view->tie[i].actor].degree++;
        view->node[view->tie[i].event].degree++;
    }
    return view;
}

void two_mode_free(TwoMode *view)
{
    if (!view)
        return;
    g_free(view->node);
    g_free(view->tie);
    g_free(view->bloc_claim);
    g_free(view);
}
