/* sliced_counts.c - a row a slice: what info counts, and one actor or tie through time. */
#include "sliced.h"
#include <math.h>

/* Calls row for every slice, with a pipeline as far as last or NULL; prints the report. */
static int print_rows(Invocation *v, const Pipeline *whole, const Slices *slices, Stage last, Report *r,
                      void (*row)(Report *, const Invocation *, const Pipeline *, const void *), const void *what,
                      GError **error)
{
    for (size_t i = 0; i < slices->n; i++) {
        g_autoptr(GError) failure = NULL;
        g_autoptr(Pipeline) p = sliced_again(v, whole, &slices->period[i], last, &failure);
        if (failure) {
            g_propagate_error(error, g_steal_pointer(&failure));
            return -1;
        }
        sliced_cells(r, &slices->period[i]);
        row(r, v, p, what);
    }
    sliced_footers(r, slices);
    return invocation_print(v, r, error) ? 0 : -1;
}

static void number_columns(Report *r, const char *const *name, size_t n)
{
    for (size_t i = 0; i < n; i++)
        report_column(r, name[i], NULL, REPORT_NUMBER, FOR_ALL);
}

/* --- info --- */

static void count_network(Report *r, const Invocation *v, const Pipeline *p, const void *unused)
{
    Structure s = {0};
    g_autoptr(GError) failure = NULL;
    bool measured = p && measure_structure(p->network, &v->request.measure, &s, &failure);
    report_number(r, p ? (double)p->network->n_nodes : 0);
    report_number(r, p ? (double)p->network->n_ties : 0);
    report_number(r, measured ? (double)s.n_components : NAN);
    report_number(r, measured ? s.density : NAN);
}

int sliced_info(Invocation *v, const Pipeline *whole, const Slices *slices, GError **error)
{
    static const char *const name[] = {"actors", "ties", "components", "density"};
    g_autoptr(Report) r = report_new();
    g_autofree char *heading = invocation_heading(v, whole);
    report_title(r, heading);
    report_column(r, "slice", NULL, REPORT_TEXT, FOR_ALL);
    report_column(r, "from", NULL, REPORT_TEXT, FOR_PROGRAMS);
    report_column(r, "to", NULL, REPORT_TEXT, FOR_PROGRAMS);
    report_column(r, "slice_events", "events", REPORT_NUMBER, FOR_ALL);
    report_column(r, "slice_documents", "documents", REPORT_NUMBER, FOR_ALL);
    number_columns(r, name, G_N_ELEMENTS(name));
    return print_rows(v, whole, slices, STAGE_NETWORK, r, count_network, NULL, error);
}

/* --- explain --- */

typedef struct Subject {
    ActorId actor[2];
} Subject;

static void tell_actor(Report *r, const Invocation *v, const Pipeline *p, const void *what)
{
    const Subject *s = what;
    uint32_t node = p ? network_node_of(p->network, s->actor[0]) : UINT32_MAX;
    uint32_t rank = 0, row = node == UINT32_MAX ? 0 : p->network->row[node];
    double score = NAN, events = 0;
    if (node != UINT32_MAX) {
        g_autoptr(Ranking) ranking = ranking_new(p->scores, v->by);
        for (size_t i = 0; i < ranking->n; i++)
            rank = ranking->node[i] == node ? ranking->rank[i] : rank;
        score = p->scores->value[v->by][node];
        events = p->incidence->actor_first[row + 1] - p->incidence->actor_first[row];
    }
    report_number(r, events);
    report_number(r, score);
    report_number(r, rank ? rank : NAN);
}

static void tell_tie(Report *r, const Invocation *v, const Pipeline *p, const void *what)
{
    const Subject *s = what;
    uint32_t a = p ? network_node_of(p->network, s->actor[0]) : UINT32_MAX,
             b = p ? network_node_of(p->network, s->actor[1]) : UINT32_MAX;
    const Tie *tie = a == UINT32_MAX || b == UINT32_MAX || a == b ? NULL : network_tie(p->network, a, b);
    g_autoptr(GString) titles = g_string_new(NULL);
    if (tie) {
        TieSupport support;
        network_tie_support(p->network, tie, &support);
        for (size_t i = 0; i < support.n_events; i++)
            g_string_append_printf(titles, "%s%s", i ? "; " : "", p->corpus->event[support.event[i].i].label);
        tie_support_clear(&support);
    }
    report_number(r, tie ? tie->n_events : 0);
    report_number(r, tie ? tie->weight : 0);
    report_text(r, titles->str);
}

int sliced_explain(Invocation *v, const char *const name[2], size_t n_names, const Pipeline *whole,
                   const Slices *slices, GError **error)
{
    Subject s = {{actor_id_none(), actor_id_none()}};
    for (size_t i = 0; i < n_names; i++)
        if (actor_id_is_none(s.actor[i] = cast_find_one(whole->cast, NULL, name[i], error)))
            return -1;
    g_autoptr(Report) r = report_new();
    const Actor *a = &whole->cast->actor[s.actor[0].i];
    const Actor *b = n_names == 2 ? &whole->cast->actor[s.actor[1].i] : NULL;
    g_autofree char *title = g_strdup_printf("%s%s%s through time", a->label, b ? " — " : "", b ? b->label : "");
    report_title(r, title);
    sliced_columns(r);
    v->request.measures = MEASURE_BIT(v->by) | MEASURE_BIT(MEASURE_STRENGTH);
    if (b) {
        report_column(r, "shared", "shared events", REPORT_NUMBER, FOR_ALL);
        report_column(r, "weight", NULL, REPORT_NUMBER, FOR_ALL);
        report_column(r, "event_titles", "they share", REPORT_TEXT, FOR_ALL);
        return print_rows(v, whole, slices, STAGE_NETWORK, r, tell_tie, &s, error);
    }
    report_column(r, "actor_events", "events", REPORT_NUMBER, FOR_ALL);
    report_column(r, measure_name(v->by), measure_heading(v->by), REPORT_NUMBER, FOR_ALL);
    report_column(r, "rank", NULL, REPORT_NUMBER, FOR_ALL);
    return print_rows(v, whole, slices, STAGE_SCORES, r, tell_actor, &s, error);
}
