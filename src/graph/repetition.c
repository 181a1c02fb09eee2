/* repetition.c - how much of a network is one event told twice: projected once with all reports, once with one each. */
#include "repetition.h"
#include "network.h"

static double total(const Incidence *in, const Selection *selection)
{
    g_autoptr(Network) network = network_project(in, selection, NULL);
    double sum = 0;
    for (size_t i = 0; network && i < network->n_ties; i++)
        sum += network->tie[i].weight;
    return sum;
}

char *repetition_sentence(const Incidence *in, const Selection *selection)
{
    g_autofree bool *keep = g_new(bool, in->n_events + 1);
    size_t n = cluster_told_once(in, keep);
    if (n == in->n_events)
        return NULL;
    g_autoptr(Incidence) once = incidence_subset(in, keep);
    double all = total(in, selection), rest = total(once, selection);
    return g_strdup_printf("%zu events may be %zu: repetition adds up to %.0f %% of tie weight", in->n_events, n,
                           all > 0 ? 100 * (all - rest) / all : 0.0);
}
