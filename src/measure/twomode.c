/* twomode.c - degree, betweenness and closeness of actors and events in the two-mode network. */
#include "igraph_bridge.h"
#include "measuring.h"

#include <math.h>

/* After Borgatti and Everett 1997. Values of all rows, then all columns; NULL where not wanted. */
typedef struct TwoMode {
    double *degree, *betweenness, *closeness;
    bool disconnected; /* set with closeness */
} TwoMode;

static void two_mode_clear(TwoMode *t)
{
    g_free(t->degree);
    g_free(t->betweenness);
    g_free(t->closeness);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(TwoMode, two_mode_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(igraph_t, igraph_destroy)

static void fill_degree(const Incidence *in, double *degree)
{
    double n = (double)in->n_actors, m = (double)in->n_events;
    for (size_t i = 0; i < in->n_actors; i++)
        degree[i] = m > 0 ? (in->actor_first[i + 1] - in->actor_first[i]) / m : NAN;
    for (size_t e = 0; e < in->n_events; e++)
        degree[in->n_actors + e] = n > 0 ? (in->event_first[e + 1] - in->event_first[e]) / n : NAN;
}

static bool create(const Incidence *in, igraph_t *graph, GError **error)
{
    g_auto(igraph_vector_int_t) edges = {0};
    igraph_bridge_init();
    if (!igraph_bridge_ok(igraph_vector_int_init(&edges, 2 * (igraph_integer_t)in->n_cells), error))
        return false;
    for (size_t e = 0; e < in->n_events; e++)
        for (size_t c = in->event_first[e]; c < in->event_first[e + 1]; c++) {
            VECTOR(edges)[2 * c] = in->cell_actor[c];
            VECTOR(edges)[2 * c + 1] = (igraph_integer_t)(in->n_actors + e);
        }
    return igraph_bridge_ok(
        igraph_create(graph, &edges, (igraph_integer_t)(in->n_actors + in->n_events), IGRAPH_UNDIRECTED), error);
}

/* The largest betweenness a vertex can have where its own mode has `own` vertices and the other `other`. */
static double largest_betweenness(size_t own, size_t other)
{
    if (own == 0 || other == 0)
        return 0;
    double s = (double)((own - 1) / other), t = (double)((own - 1) % other), m = (double)other;
    return (m * m * (s + 1) * (s + 1) + m * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2;
}

static bool fill_betweenness(const Incidence *in, const igraph_t *graph, double *betweenness, GError **error)
{
    g_auto(igraph_vector_t) out = {0};
    if (!igraph_bridge_ok(igraph_vector_init(&out, 0), error) || !igraph_bridge_betweenness(graph, NULL, &out, error))
        return false;
    double of_actor = largest_betweenness(in->n_actors, in->n_events);
    double of_event = largest_betweenness(in->n_events, in->n_actors);
    for (size_t v = 0; v < in->n_actors + in->n_events; v++) {
        double largest = v < in->n_actors ? of_actor : of_event;
        betweenness[v] = largest > 0 ? VECTOR(out)[v] / largest : 0;
    }
    return true;
}

/* igraph gives (vertices reached)/(sum of distances); the smallest sum possible is 1 to each vertex of the other mode
 * and 2 to each of the own. */
static bool fill_closeness(const Incidence *in, const igraph_t *graph, TwoMode *t, GError **error)
{
    g_auto(igraph_vector_t) out = {0};
    g_auto(igraph_vector_int_t) reached = {0};
    if (!igraph_bridge_ok(igraph_vector_init(&out, 0), error) ||
        !igraph_bridge_ok(igraph_vector_int_init(&reached, 0), error) ||
        !igraph_bridge_ok(igraph_closeness(graph, &out, &reached, NULL, igraph_vss_all(), IGRAPH_ALL, NULL, true),
                          error))
        return false;
    double n = (double)in->n_actors, m = (double)in->n_events;
    for (size_t v = 0; v < in->n_actors + in->n_events; v++) {
        double smallest = v < in->n_actors ? m + 2 * (n - 1) : n + 2 * (m - 1);
        double others = (double)VECTOR(reached)[v];
        t->closeness[v] = others > 0 ? smallest * VECTOR(out)[v] / (n + m - 1) : 0;
        t->disconnected |= others < n + m - 1;
    }
    return true;
}

static bool compute(const Incidence *in, TwoMode *t, GError **error)
{
    if (t->degree)
        fill_degree(in, t->degree);
    if (!(t->betweenness || t->closeness) || in->n_actors + in->n_events == 0)
        return true;
    g_auto(igraph_t) graph = {0};
    if (!create(in, &graph, error))
        return false;
    return (!t->betweenness || fill_betweenness(in, &graph, t->betweenness, error)) &&
           (!t->closeness || fill_closeness(in, &graph, t, error));
}

static double *values_of(const Incidence *in, bool wanted)
{
    return wanted ? g_new0(double, in->n_actors + in->n_events + 1) : NULL;
}

bool measure_twomode(Measuring *m, GError **error)
{
    const Incidence *in = m->network->incidence;
    double **column = m->scores->value;
    g_auto(TwoMode) t = {
        .degree = values_of(in, column[MEASURE_TWOMODE_DEGREE]),
        .betweenness = values_of(in, column[MEASURE_TWOMODE_BETWEENNESS]),
        .closeness = values_of(in, column[MEASURE_TWOMODE_CLOSENESS]),
    };
    if (!compute(in, &t, error))
        return false;
    if (t.disconnected)
        measuring_note(
            m, MEASURE_TWOMODE_CLOSENESS,
            "disconnected: distances within components, scaled by the share reached; small ones may exceed 1");
    for (uint32_t v = 0; v < m->network->n_nodes; v++) {
        uint32_t row = m->network->row[v];
        if (t.degree)
            column[MEASURE_TWOMODE_DEGREE][v] = t.degree[row];
        if (t.betweenness)
            column[MEASURE_TWOMODE_BETWEENNESS][v] = t.betweenness[row];
        if (t.closeness)
            column[MEASURE_TWOMODE_CLOSENESS][v] = t.closeness[row];
    }
    return true;
}

static void hand_over(const Incidence *in, const double *from, double **to)
{
    if (!to)
        return;
    *to = g_new0(double, in->n_events + 1);
    for (size_t e = 0; e < in->n_events; e++)
        (*to)[e] = from[in->n_actors + e];
}

bool measure_events(const Incidence *in, double **degree, double **betweenness, double **closeness, GError **error)
{
    g_auto(TwoMode) t = {
        .degree = values_of(in, degree),
        .betweenness = values_of(in, betweenness),
        .closeness = values_of(in, closeness),
    };
    if (!compute(in, &t, error))
        return false;
    hand_over(in, t.degree, degree);
    hand_over(in, t.betweenness, betweenness);
    hand_over(in, t.closeness, closeness);
    return true;
}
