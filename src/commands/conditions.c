/* conditions.c - options that have a say only beside others: which, and what is told where they are not beside them. */
#include "conditions.h"
#include "error.h"
#include "files.h"

/* --- when --- */

static bool is_of_paths(Measure m)
{
    return m == MEASURE_BETWEENNESS || m == MEASURE_BETWEENNESS_RAW || m == MEASURE_CLOSENESS ||
           m == MEASURE_HARMONIC || m == MEASURE_HARMONIC_NORM;
}

static bool says_period(const Invocation *v)
{
    return !date_is_unknown(v->request.selection.from) || !date_is_unknown(v->request.selection.to) || v->slices.unit;
}

static bool ranks_in_plot(const Invocation *v) { return v->plot == PLOT_RANKING || v->plot == PLOT_TIMELINE; }
static bool has_intervals(const Invocation *v) { return v->plot == PLOT_RANKING; }
static bool has_circles(const Invocation *v) { return v->plot == PLOT_NONE; }

static bool draws(const Invocation *v, const char *wanted)
{
    const char *kind = files_picture(v->output, v->as, NULL);
    return !kind || g_str_equal(kind, wanted); /* no picture: draw says so */
}

static bool draws_png(const Invocation *v) { return draws(v, "png"); }

static bool draws_no_dot(const Invocation *v)
{
    const char *kind = files_picture(v->output, v->as, NULL);
    return !kind || !g_str_equal(kind, "dot");
}

static bool draws_lengths(const Invocation *v)
{
    return has_circles(v) ? is_of_paths(v->size_by) : ranks_in_plot(v) && is_of_paths(v->by);
}

static bool ranks_lengths(const Invocation *v) { return v->all_measures || is_of_paths(v->by); }
static bool tells_methods(const Invocation *v) { return v->methods; }

static bool tells_weights(const Invocation *v)
{
    return v->methods || v->request.selection.backbone || v->request.selection.min_weight > 0;
}

static bool shows_intervals(const Invocation *v)
{
    bool people = report_format_for(v->format, v->output) == REPORT_TABLE;
    return !v->all_measures && !v->audit && !(v->slices.unit && people);
}

static bool ranks_once(const Invocation *v) { return !v->audit; }
static bool has_chance(const Invocation *v) { return v->request.selection.backbone || v->null_model; }

static bool draws_chance(const Invocation *v)
{
    return v->null_model || v->request.selection.backbone_method == BACKBONE_FDSM;
}

static bool compares_corpora_or_levels(const Invocation *v)
{
    Level level;
    return !v->between || level_by_name(v->between, &level);
}

static bool compares_no_levels(const Invocation *v) { return !v->between || !compares_corpora_or_levels(v); }
static bool tells_scores(const Invocation *v) { return !v->errors; }
static bool prints_marks(const Invocation *v) { return v->why || v->review; }
static bool prints_rows(const Invocation *v) { return !g_str_has_suffix(v->output, ".html"); }

static bool prints_problems(const Invocation *v)
{
    return v->format == REPORT_TABLE || v->format == REPORT_JSON || v->format == REPORT_JSONL;
}

static bool prints_participations(const Invocation *v) { return v->format == REPORT_TSV || v->format == REPORT_CSV; }

static bool reports_markdown(const Invocation *v)
{
    return v->format == REPORT_MD || g_str_has_suffix(v->output, ".md") || g_str_has_suffix(v->output, ".markdown");
}

/* --- which --- */

#define SELECTING                                                                                                      \
    "level", "roll-up", "expand-blocs", "from", "to", "surely", "role", "status", "event-status", "min-cert",          \
        "comention", "exclude"

enum { MOST = 13 };

static const struct {
    int (*verb)(Invocation *, GError **); /* NULL: all */
    const char *option[MOST];
    bool (*holds)(const Invocation *);
    const char *why;
} table[] = {
    {NULL,
     {"backbone-method", "backbone-draws", "backbone-strata"},
     has_chance,
     "it says how, not whether: add --backbone"},
    {NULL, {"backbone-draws"}, draws_chance, "only --backbone-method fdsm draws random matrices"},
    {NULL, {"surely"}, says_period, "it tells how strictly --from and --to hold: add one"},
    {rank_run,
     {"resample", "resamples"},
     shows_intervals,
     "--all-measures, --audit and a table of --slices show no intervals"},
    {rank_run, {"all-measures", "null-model"}, ranks_once, "--audit goes by one measure and shows ranks"},
    {rank_run, {"weighted-paths"}, ranks_lengths, "it is for --by betweenness, closeness and harmonic"},
    {explain_run, {"weighted-paths"}, ranks_lengths, "it is for --by betweenness, closeness and harmonic"},
    {info_run,
     {"by", "all-measures", "weighted-paths", "resample", "resamples"},
     tells_methods,
     "only --methods speaks of measures"},
    {info_run, {"weight"}, tells_weights, "only --methods, --min-weight and --backbone go by it"},
    {compare_run, {"from", "to", "surely"}, compares_corpora_or_levels, "--between and --and are the periods"},
    {compare_run, {"level"}, compares_no_levels, "--between and --and are the levels"},
    {draw_run, {"by"}, ranks_in_plot, "only --plot ranking and --plot timeline go by it; --size-by is for the circles"},
    {draw_run, {"resample", "resamples"}, has_intervals, "only --plot ranking has intervals"},
    {draw_run,
     {"weighted-paths"},
     draws_lengths,
     "it is for --size-by, or --by of a plot, betweenness, closeness or harmonic"},
    {draw_run, {"size-by", "colour-by", "codes", "positions"}, has_circles, "a plot has no circles"},
    {draw_run, {"two-mode"}, has_circles, "a plot has no events to show"},
    {draw_run, {"transparent", "dark"}, draws_no_dot, "DOT leaves the page to the program that draws it"},
    {draw_run, {"scale"}, draws_png, "it is the size of a PNG"},
    {report_run,
     {"dark"},
     reports_markdown,
     "the page is dark where its reader's system is; it is for the pictures beside Markdown"},
    {check_run, {"format"}, prints_problems, "problems are printed as text, or with jsonl as JSON lines"},
    {extract_run, {"format"}, prints_participations, "participations are written as tsv or csv"},
    {resolve_run, {"format"}, prints_rows, "the page is no table"},
    {annotate_run, {"format"}, prints_marks, "it is for the rows of --why and --report"},
    {eval_run, {SELECTING}, tells_scores, "--errors lists what is annotated, whatever a network takes of it"},
};

bool conditions_refuse(const Invocation *v, const char *const *option, const char *why, GError **error)
{
    for (; *option; option++) {
        if (!invocation_given(v, *option))
            continue;
        g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "--%s changes nothing here\nhelp: %s", *option, why);
        return false;
    }
    return true;
}

bool conditions_hold(const Invocation *v, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
        if (v->verb && (!table[i].verb || table[i].verb == v->verb->run) && !table[i].holds(v) &&
            !conditions_refuse(v, table[i].option, table[i].why, error))
            return false;
    return true;
}
