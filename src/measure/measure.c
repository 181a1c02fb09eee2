/* measure.c - the names of the measures, and which file computes which. */
#include "measuring.h"

#include <math.h>

static const struct {
    const char *name, *heading, *definition;
} measures[] = {
#define X(symbol, name, heading, definition) {name, heading, definition},
    MEASURES(X)
#undef X
};

const char *measure_name(Measure m) { return measures[m].name; }
const char *measure_heading(Measure m) { return measures[m].heading; }
const char *measure_definition(Measure m) { return measures[m].definition; }

bool measure_by_name(const char *name, Measure *out)
{
    for (int m = 0; m < N_MEASURES; m++)
        if (g_str_equal(name, measures[m].name)) {
            *out = (Measure)m;
            return true;
        }
    return false;
}

void measuring_note(Measuring *m, Measure measure, const char *format, ...)
{
    char **note = &m->scores->note[measure];
    if (!m->scores->value[measure])
        return;
    va_list args;
    va_start(args, format);
    g_autofree char *sentence = g_strdup_vprintf(format, args);
    va_end(args);
    g_autofree char *before = *note;
    *note = before ? g_strdup_printf("%s; %s", before, sentence) : g_strdup(sentence);
}

const char *measuring_name(const Measuring *m, uint32_t node) { return network_actor(m->network, node)->label; }

static Scores *scores_new(const Network *network, MeasureSet set)
{
    Scores *scores = g_new0(Scores, 1);
    scores->network = network;
    scores->n_nodes = network->n_nodes;
    scores->computed = set & MEASURE_SET_ALL;
    for (int m = 0; m < N_MEASURES; m++)
        if (scores->computed & MEASURE_BIT(m))
            scores->value[m] = g_new0(double, network->n_nodes + 1); /* never NULL, even for an empty network */
    scores->node_note = g_new0(char *, network->n_nodes + 1);
    return scores;
}

void scores_free(Scores *scores)
{
    if (!scores)
        return;
    for (int m = 0; m < N_MEASURES; m++) {
        g_free(scores->value[m]);
        g_free(scores->note[m]);
    }
    for (size_t v = 0; v < scores->n_nodes; v++)
        g_free(scores->node_note[v]);
    g_free(scores->node_note);
    g_free(scores);
}

static bool alone_in_all_its_events(const Incidence *in, uint32_t row)
{
    for (uint32_t i = in->actor_first[row]; i < in->actor_first[row + 1]; i++) {
        uint32_t column = in->actor_event[i];
        if (in->event_first[column + 1] - in->event_first[column] > 1)
            return false;
    }
    return true;
}

static void note_isolates(Measuring *m)
{
    for (uint32_t v = 0; v < m->network->n_nodes; v++)
        if (adjacency_degree(m->adjacency, v) == 0)
            m->scores->node_note[v] = g_strdup(alone_in_all_its_events(m->network->incidence, m->network->row[v])
                                                   ? "isolate: alone in all its events"
                                                   : "isolate: the selection leaves it no tie");
}

Scores *measure_network(const Network *network, MeasureSet set, const MeasureOptions *options, GError **error)
{
    g_autoptr(Scores) scores = scores_new(network, set);
    g_autoptr(Adjacency) adjacency = adjacency_new(network);
    Measuring m = {.network = network, .adjacency = adjacency, .options = *options, .scores = scores};

    note_isolates(&m);
    measure_triangles(&m);
    measure_spectral(&m);
    if (!measure_centrality(&m, error) || !measure_paths(&m, error) || !measure_community(&m, error) ||
        !measure_twomode(&m, error))
        return NULL;
    return g_steal_pointer(&scores);
}
