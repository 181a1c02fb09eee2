/* leave_out.c - what a standing hangs on: strength and ties with one event left out. */
#include "leave_out.h"
#include "number.h"
#include <math.h>

bool leave_out_possible(const Network *network)
{
    Weight w = network->weight;
    return (w == WEIGHT_NEWMAN || w == WEIGHT_COUNT || w == WEIGHT_FRACTIONAL) &&
           !network->filtered;
}

double leave_out_share(Weight weight, uint32_t k)
{
    if (k < 2)
        return 0;
    return weight == WEIGHT_NEWMAN ? 1.0 / (k - 1) : weight == WEIGHT_FRACTIONAL ? 2.0 / ((double)k * (k - 1)) : 1;
}

uint32_t leave_out_partners(const Incidence *in, uint32_t column, uint32_t cell)
{
    uint32_t n = in->event_first[column + 1] - in->event_first[column];
    if (!in->cell_delegation)
        return n - 1;
    for (uint32_t c = in->event_first[column]; c < in->event_first[column + 1]; c++)
        n -= in->cell_delegation[c] == in->cell_delegation[cell];
    return n;
}

/* What each participant's strength owes to this event, into loss (by row, zeroed elsewhere by the caller). */
static void event_losses(const Network *network, uint32_t column, double *loss)
{
    const Incidence *in = network->incidence;
    double w = leave_out_share(network->weight, in->event_k[column]);
    for (uint32_t c = in->event_first[column]; c < in->event_first[column + 1]; c++)
        loss[in->cell_actor[c]] = w * leave_out_partners(in, column, c);
}

void leave_out_strength(const Scores *scores, uint32_t node, LeaveOut *out)
{
    const Network *network = scores->network;
    const Incidence *in = network->incidence;
    const double *strength = scores->value[MEASURE_STRENGTH];
    g_autofree double *loss = g_new0(double, in->n_actors);
    uint32_t row = network->row[node];
    *out = (LeaveOut){.column = UINT32_MAX};
    for (uint32_t i = in->actor_first[row]; i < in->actor_first[row + 1]; i++) {
        uint32_t column = in->actor_event[i];
        if (in->event_k[column] < 2)
            continue;
        event_losses(network, column, loss);
        double mine = number_round(strength[node] - loss[row], 9); /* differences of sums: forget their last digits */
        uint32_t rank = 1;
        for (uint32_t other = 0; other < network->n_nodes; other++)
            rank += number_round(strength[other] - loss[network->row[other]], 9) > mine;
        if (out->column == UINT32_MAX || rank > out->rank || (rank == out->rank && mine < out->score))
            *out = (LeaveOut){column, fabs(mine) < 1e-9 ? 0 : mine, rank};
        for (uint32_t c = in->event_first[column]; c < in->event_first[column + 1]; c++)
            loss[in->cell_actor[c]] = 0;
    }
}

void keystone_find(const Network *network, Keystone *out)
{
    const Incidence *in = network->incidence;
    *out = (Keystone){.column = UINT32_MAX};
    for (uint32_t e = 0; e < in->n_events; e++)
        out->n_tie_making += in->event_k[e] > 1;

    g_autofree size_t *carried = g_new0(size_t, in->n_events + 1);
    for (size_t t = 0; t < network->n_ties; t++) {
        if (network->tie[t].n_events != 1)
            continue;
        size_t n;
        g_autofree uint32_t *shared =
            incidence_shared(in, network->row[network->tie[t].a], network->row[network->tie[t].b], &n);
        if (n)
            carried[shared[0]]++;
    }
    for (uint32_t e = 0; e < in->n_events; e++)
        if (carried[e] > out->n_ties_of_column) {
            out->column = e;
            out->n_ties_of_column = carried[e];
        }

    for (uint32_t i = 0; i < network->n_nodes; i++) {
        size_t n = 0;
        for (uint32_t j = in->actor_first[network->row[i]]; j < in->actor_first[network->row[i] + 1]; j++)
            n += in->event_k[in->actor_event[j]] > 1;
        if (n > out->n_events_of_node) {
            out->node = i;
            out->n_events_of_node = n;
        }
    }
}
