/* occasion.c - whether a group is more than the participants of one event. */
#include "occasion.h"

static void try_column(const Network *network, const uint32_t *group, uint32_t column, uint32_t *count, Occasion *out)
{
    const Incidence *in = network->incidence;
    uint32_t participants = 0;
    for (uint32_t cell = in->event_first[column]; cell < in->event_first[column + 1]; cell++) {
        uint32_t node = network->node[in->cell_actor[cell]];
        participants += node != UINT32_MAX;
        if (node != UINT32_MAX)
            count[group[node]]++;
    }
    for (uint32_t cell = in->event_first[column]; participants > 1 && cell < in->event_first[column + 1]; cell++) {
        uint32_t node = network->node[in->cell_actor[cell]];
        Occasion *o = node == UINT32_MAX ? NULL : &out[group[node]];
        uint32_t members = o ? count[group[node]] : 0;
        if (members < 2 || members < o->n_members || (members == o->n_members && participants >= o->n_participants))
            continue;
        o->column = column;
        o->n_members = members;
        o->n_participants = participants;
    }
    for (uint32_t cell = in->event_first[column]; cell < in->event_first[column + 1]; cell++)
        if (network->node[in->cell_actor[cell]] != UINT32_MAX)
            count[group[network->node[in->cell_actor[cell]]]] = 0;
}

Occasion *occasions_find(const Network *network, const uint32_t *group, size_t n_groups)
{
    const Incidence *in = network->incidence;
    Occasion *out = g_new0(Occasion, n_groups + 1);
    g_autofree uint32_t *count = g_new0(uint32_t, n_groups + 1);
    for (size_t g = 0; g < n_groups; g++)
        out[g].column = UINT32_MAX;
    for (size_t v = 0; v < network->n_nodes; v++)
        out[group[v]].size++;
    for (uint32_t column = 0; column < in->n_events; column++)
        try_column(network, group, column, count, out);
    for (size_t i = 0; i < network->n_ties; i++) {
        const Tie *tie = &network->tie[i];
        Occasion *o = &out[group[tie->a]];
        if (group[tie->a] != group[tie->b])
            continue;
        o->n_inner++;
        o->n_only += o->column != UINT32_MAX && tie->n_events == 1 &&
                     incidence_cell(in, network->row[tie->a], o->column) != UINT32_MAX &&
                     incidence_cell(in, network->row[tie->b], o->column) != UINT32_MAX;
    }
    return out;
}

bool occasion_is_all(const Occasion *o) { return o->size > 2 && o->n_inner && o->n_only * 5 >= o->n_inner * 4; }

const char *occasion_extent(const Occasion *o)
{
    return o->n_members < o->size ? "nearly" : o->n_members < o->n_participants ? "some of" : "just";
}
