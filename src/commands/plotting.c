/* plotting.c - numbers of a pipeline as plots: ranking, matrix, degrees, timeline. */
#include "plotting.h"
#include "error.h"
#include "files.h"
#include "interval.h"
#include <unistd.h>

MeasureSet plotting_measures(const Invocation *v, PlotKind kind)
{
    switch (kind) {
    case PLOT_MATRIX:
        return MEASURE_BIT(MEASURE_STRENGTH) | MEASURE_BIT(MEASURE_COMMUNITY);
    case PLOT_DEGREES:
        return MEASURE_BIT(MEASURE_DEGREE);
    case PLOT_NONE:
    case PLOT_RANKING:
    case PLOT_TIMELINE:
        break;
    }
    return MEASURE_BIT(v->by);
}

/* --- time --- */

/* As asked; else years, months where there are few, parts where there are many. */
static SliceRule slice_rule(const Invocation *v, const Incidence *in)
{
    enum { FEW_YEARS = 4, MANY_YEARS = 40, FEW_MONTHS = 18, PARTS = 20 };
    const int32_t day_of_month = 30, day_of_year = 365;
    int32_t first = INT32_MAX, last = INT32_MIN;
    if (v->slices.unit)
        return v->slices;
    for (size_t e = 0; e < in->n_events; e++) {
        Date day = in->corpus->event[in->event[e].i].first;
        if (day.earliest == INT32_MIN || day.latest == INT32_MAX)
            continue;
        first = MIN(first, day.earliest);
        last = MAX(last, day.latest);
    }
    int32_t days = last > first ? last - first : 0;
    SliceUnit unit = days > MANY_YEARS * day_of_year        ? SLICE_PARTS
                     : days > (FEW_YEARS - 1) * day_of_year ? SLICE_YEAR
                     : days > FEW_MONTHS * day_of_month     ? SLICE_QUARTER
                                                            : SLICE_MONTH;
    return (SliceRule){unit, unit == SLICE_PARTS ? PARTS : 1};
}

/* Ranks of the leading actors (of the cast) in one slice. */
static void find_ranks(const Invocation *v, const Pipeline *slice, const uint32_t *leading, size_t n, uint32_t *rank)
{
    g_autoptr(Ranking) ranking = ranking_new(slice->scores, v->by);
    for (size_t i = 0; i < ranking->n; i++) {
        uint32_t actor = slice->incidence->actor[slice->network->row[ranking->node[i]]].i;
        for (size_t k = 0; k < n; k++)
            if (leading[k] == actor)
                rank[k] = ranking->rank[i];
    }
}

static bool fill_ranks(const Invocation *v, const Pipeline *p, const Slices *slices, const uint32_t *leading, size_t n,
                       uint32_t *rank, GError **error)
{
    Invocation ranked = *v;
    ranked.request.measures = MEASURE_BIT(v->by);
    for (size_t s = 0; s < slices->n; s++) {
        g_autoptr(GError) failure = NULL;
        if (slices->period[s].n_events < TIMELINE_FEWEST || !n)
            continue;
        g_autoptr(Pipeline) slice = sliced_again(&ranked, p, &slices->period[s], STAGE_SCORES, &failure);
        if (failure) {
            g_propagate_error(error, g_steal_pointer(&failure));
            return false;
        }
        if (slice)
            find_ranks(v, slice, leading, n, rank + s * n);
    }
    return true;
}

/* No slices without error: no event has a date. */
static Slices *cut(const Invocation *v, const Pipeline *p, GError **error)
{
    g_autoptr(GError) failure = NULL;
    SliceRule rule = slice_rule(v, p->incidence);
    Slices *slices = slices_cut(&rule, p->incidence, &v->request.selection, &failure);
    if (!slices && g_error_matches(failure, ENTENTE_ERROR, ERROR_NO))
        return g_new0(Slices, 1);
    if (!slices)
        g_propagate_error(error, g_steal_pointer(&failure));
    return slices;
}

static Scene *timeline(const Invocation *v, const Pipeline *p, const PictureOptions *options, GError **error)
{
    g_autoptr(Slices) slices = cut(v, p, error);
    if (!slices)
        return NULL;
    if (slices->overlap) {
        g_set_error(error, ENTENTE_ERROR, ERROR_USAGE,
                    "a timeline cannot have slices that overlap\nhelp: --slices year, quarter, month or a number");
        return NULL;
    }
    g_autoptr(Ranking) ranking = ranking_new(p->scores, v->by);
    const char *name[TIMELINE_LEADING];
    uint32_t leading[TIMELINE_LEADING];
    size_t n = 0;
    for (; n < MIN(ranking->n, TIMELINE_LEADING) && ranking->rank[n] && !ranking->all_tied; n++) {
        leading[n] = p->incidence->actor[p->network->row[ranking->node[n]]].i;
        name[n] = network_actor(p->network, ranking->node[n])->label;
    }
    g_autofree uint32_t *rank = g_new0(uint32_t, slices->n * n + 1);
    if (!fill_ranks(v, p, slices, leading, n, rank, error))
        return NULL;
    return plot_timeline(&(Timeline){.incidence = p->incidence,
                                     .slices = slices,
                                     .heading = invocation_measured(v, v->by),
                                     .leading = name,
                                     .n_leading = n,
                                     .rank = rank},
                         options);
}

/* --- all --- */

Scene *plotting_scene(const Invocation *v, const Pipeline *p, PlotKind kind, const PictureOptions *options,
                      GError **error)
{
    if (kind == PLOT_MATRIX)
        return plot_matrix(p->scores, options);
    if (kind == PLOT_DEGREES)
        return plot_degrees(p->scores, options);
    if (kind == PLOT_TIMELINE)
        return timeline(v, p, options, error);
    const Uncertainty *u = interval_estimate(v, p->scores);
    return plot_ranking(p->scores, v->by, invocation_measured(v, v->by), u, options);
}

int plotting_run(Invocation *v, GError **error)
{
    const char *kind = files_picture(v->output, v->as, error);
    if (!kind)
        return -1;
    if (g_str_equal(kind, "dot")) {
        g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "a plot cannot be DOT\nhelp: choose svg, png or pdf");
        return -1;
    }
    v->request.measures = plotting_measures(v, v->plot);
    g_autoptr(Pipeline) p = invocation_pipeline(v, STAGE_SCORES, error);
    if (!p)
        return -1;
    if (!p->network->n_nodes) {
        g_set_error(error, ENTENTE_ERROR, ERROR_NO,
                    "there is nothing to draw: no actor takes part in an event at level %s",
                    level_name(p->incidence->level));
        return -1;
    }
    Files f;
    bool done = files_init(&f, v, p, false, error);
    g_autoptr(Scene) scene = done ? plotting_scene(v, p, v->plot, &f.picture, error) : NULL;
    done = scene && files_scene(scene, v, v->output, kind, error);
    files_clear(&f);
    return done ? 0 : -1;
}
