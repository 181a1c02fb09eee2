/* sliced_rank.c - actors × slices: who was central when, for people. */
#include "sliced.h"
#include "trend.h"
#include <math.h>

enum { FEWEST = 3 }; /* events below which a slice shows no value */

/* value[slice * n_actors + actor of the cast]; NaN where it has none. */
typedef struct Grid {
    double *value;
    size_t n_actors;
} Grid;

/* Of an actor who is in no event of a slice some measures are 0; of others nothing can be said. */
static double value_of_absent(Measure m)
{
    return m == MEASURE_STRENGTH || m == MEASURE_EVENTS || m == MEASURE_DEGREE ? 0 : NAN;
}

static bool fill(Grid *g, const Invocation *v, const Pipeline *whole, const Slices *slices, GError **error)
{
    g->n_actors = whole->cast->n_actors;
    g->value = g_new(double, slices->n * g->n_actors + 1);
    for (size_t i = 0; i < slices->n; i++) {
        double *row = g->value + i * g->n_actors;
        bool enough = slices->period[i].n_events >= FEWEST;
        for (size_t a = 0; a < g->n_actors; a++)
            row[a] = enough ? value_of_absent(v->by) : NAN;
        if (!enough)
            continue;
        g_autoptr(GError) failure = NULL;
        g_autoptr(Pipeline) p = sliced_again(v, whole, &slices->period[i], STAGE_SCORES, &failure);
        if (failure) {
            g_propagate_error(error, g_steal_pointer(&failure));
            return false;
        }
        for (uint32_t node = 0; p && node < p->network->n_nodes; node++)
            row[p->incidence->actor[p->network->row[node]].i] = p->scores->value[v->by][node];
    }
    return true;
}

/* Does the measure, divided by the events of a slice, mean the same in each of them? */
static bool has_trend(const Invocation *v, const Slices *slices)
{
    Weight w = v->request.selection.weight;
    bool additive = w == WEIGHT_NEWMAN || w == WEIGHT_COUNT || w == WEIGHT_FRACTIONAL;
    size_t n_filled = 0;
    for (size_t i = 0; i < slices->n; i++)
        n_filled += slices->period[i].n_events >= FEWEST;
    return !slices->overlap && n_filled >= TREND_MIN &&
           (v->by == MEASURE_EVENTS || (v->by == MEASURE_STRENGTH && additive));
}

static void print_trend(Report *r, const Grid *g, const Slices *slices, uint32_t actor)
{
    g_autofree double *share = g_new(double, slices->n + 1);
    for (size_t i = 0; i < slices->n; i++)
        share[i] = g->value[i * g->n_actors + actor] / (double)slices->period[i].n_events;
    double tau = trend_tau(share, slices->n);
    if (isnan(tau))
        report_text(r, "");
    else
        report_printf(r, "%s%d.%02d", tau < 0 ? "−" : "+", (int)(fabs(tau) + 0.005),
                      (int)(fabs(tau) * 100 + 0.5) % 100);
}

static void count_row(Report *r, const char *what, const Slices *slices, bool documents, size_t all, bool typed,
                      bool trend)
{
    report_text(r, "");
    report_text(r, what);
    if (typed)
        report_text(r, "");
    for (size_t i = 0; i < slices->n; i++)
        report_number(r, (double)(documents ? slices->period[i].n_documents : slices->period[i].n_events));
    report_number(r, all ? (double)all : NAN);
    if (trend)
        report_text(r, "");
}

static void add_rows(Report *r, const Invocation *v, const Pipeline *whole, const Slices *slices, const Grid *g,
                     bool trend)
{
    bool typed = v->request.selection.level == LEVEL_ALL;
    g_autoptr(Ranking) ranking = ranking_new(whole->scores, v->by);
    size_t n = v->top ? MIN(v->top, ranking->n) : ranking->n;
    count_row(r, "(events)", slices, false, whole->incidence->n_events, typed, trend);
    count_row(r, "(documents)", slices, true, 0, typed, trend);
    for (size_t i = 0; i < n; i++) {
        uint32_t node = ranking->node[i], rank = ranking->rank[i];
        const Actor *actor = network_actor(whole->network, node);
        uint32_t number = whole->incidence->actor[whole->network->row[node]].i;
        report_number(r, rank ? rank : NAN);
        report_text(r, actor->label);
        if (typed)
            report_text(r, type_on_screen(actor->type));
        for (size_t s = 0; s < slices->n; s++)
            report_number(r, g->value[s * g->n_actors + number]);
        report_number(r, whole->scores->value[v->by][node]);
        if (trend)
            print_trend(r, g, slices, number);
    }
    if (n < ranking->n)
        report_footer(r, "… and %zu more: -n 0 shows all.", ranking->n - n);
}

int sliced_rank(Invocation *v, const Pipeline *whole, const Slices *slices, GError **error)
{
    g_autoptr(Diagnostics) repeated = diagnostics_new();
    v->request.measures = MEASURE_BIT(v->by);
    g_autoptr(Pipeline) all = pipeline_again(whole, &v->request, STAGE_SCORES, repeated, error);
    Grid g = {NULL, 0};
    if (!all || !fill(&g, v, whole, slices, error)) {
        g_free(g.value);
        return -1;
    }
    bool trend = has_trend(v, slices), blanks = false;
    g_autoptr(Report) r = report_new();
    g_autofree char *heading = invocation_heading(v, all);
    report_title(r, heading);
    report_column(r, "rank", "#", REPORT_NUMBER, FOR_ALL);
    report_column(r, "actor", NULL, REPORT_TEXT, FOR_ALL);
    if (v->request.selection.level == LEVEL_ALL)
        report_column(r, "type", NULL, REPORT_TEXT, FOR_ALL);
    for (size_t i = 0; i < slices->n; i++) {
        report_column(r, slices->period[i].label, NULL, REPORT_NUMBER, FOR_ALL);
        blanks |= slices->period[i].n_events < FEWEST;
    }
    report_column(r, "all", NULL, REPORT_NUMBER, FOR_ALL);
    if (trend)
        report_column(r, "trend", NULL, REPORT_NUMBER, FOR_ALL);
    add_rows(r, v, all, slices, &g, trend);
    bool newman = v->by == MEASURE_STRENGTH && v->request.selection.weight == WEIGHT_NEWMAN;
    report_footer(r, "In the cells: %s; # and all: the whole time.",
                  newman ? weight_meaning(WEIGHT_NEWMAN) : measure_heading(v->by));
    if (blanks)
        report_footer(r, "Slices of fewer than %d events show no values.", FEWEST);
    if (trend)
        report_footer(r,
                      "trend: Kendall's tau between time and the value per event of the slice; it describes, and tests "
                      "nothing.");
    sliced_footers(r, slices);
    g_free(g.value);
    return invocation_print(v, r, error) ? 0 : -1;
}
