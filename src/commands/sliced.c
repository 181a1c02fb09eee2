/* sliced.c - --slices: a verb asked once a slice of time, its answers in one table or one file each. */
#include "sliced.h"
#include "error.h"
#include "explain.h"
#include "files.h"
#include "participations.h"
#include <string.h>
#include <unistd.h>

void sliced_columns(Report *r)
{
    report_column(r, "slice", NULL, REPORT_TEXT, FOR_ALL);
    report_column(r, "from", NULL, REPORT_TEXT, FOR_PROGRAMS);
    report_column(r, "to", NULL, REPORT_TEXT, FOR_PROGRAMS);
    report_column(r, "slice_events", NULL, REPORT_NUMBER, FOR_PROGRAMS);
    report_column(r, "slice_documents", NULL, REPORT_NUMBER, FOR_PROGRAMS);
}

void sliced_cells(Report *r, const Period *p)
{
    char day[DATE_SIZE];
    report_text(r, p->label);
    report_text(r, date_format(p->from, day));
    report_text(r, date_format(p->to, day));
    report_number(r, (double)p->n_events);
    report_number(r, (double)p->n_documents);
}

static char *say_unplaced(const Slices *s)
{
    g_autofree char *undated = s->n_undated ? g_strdup_printf(", %zu of them undated", s->n_undated) : g_strdup("");
    return g_strdup_printf("%zu event%s cannot be placed in one slice%s, and %s in none", s->n_unplaced,
                           s->n_unplaced == 1 ? "" : "s", undated, s->n_unplaced == 1 ? "counts" : "count");
}

void sliced_footers(Report *r, const Slices *s)
{
    if (s->n_unplaced) {
        g_autofree char *unplaced = say_unplaced(s);
        report_footer(r, "%s.", unplaced);
    }
    if (s->overlap)
        report_footer(r, "The slices overlap: an event counts in several.");
}

/* The same for what is no table of ours. */
static void note_slices(const Invocation *v, const Slices *s)
{
    if (s->n_unplaced) {
        g_autofree char *unplaced = say_unplaced(s);
        invocation_note(v, "%s", unplaced);
    }
    if (s->overlap)
        invocation_note(v, "the slices overlap: an event counts in several");
}

Pipeline *sliced_again(const Invocation *v, const Pipeline *whole, const Period *period, Stage last, GError **error)
{
    g_autoptr(Diagnostics) repeated = diagnostics_new(); /* what reading has told is not told for every slice */
    g_autoptr(GError) failure = NULL;
    Request request = v->request;
    request.selection = slice_selection(&v->request.selection, period);
    Pipeline *p = pipeline_again(whole, &request, last, repeated, &failure);
    if (failure && !g_error_matches(failure, ENTENTE_ERROR, ERROR_USAGE))
        g_propagate_error(error, g_steal_pointer(&failure));
    return p;
}

Pipeline *sliced_pipeline(Invocation *v, Stage last, GError **error)
{
    g_autoptr(Diagnostics) repeated = diagnostics_new();
    return pipeline_again(v->slicing->whole, &v->request, last, repeated, error);
}

bool sliced_print(const Invocation *v, const Report *one)
{
    if (!v->slicing->gathered)
        return false;
    g_autoptr(Report) lead = report_new();
    sliced_columns(lead);
    sliced_cells(lead, v->slicing->period);
    report_gather(v->slicing->gathered, lead, one);
    return true;
}

/* The verb itself for one slice, with its output somewhere else. */
static int run_for(const Invocation *v, const Slicing *slicing, const char *output, GError **error)
{
    Invocation one = *v;
    one.slicing = slicing;
    one.request.selection = slice_selection(&v->request.selection, slicing->period);
    one.output = output;
    one.quiet = true;
    return v->verb->run(&one, error);
}

/* What a slice cannot give (nothing to draw, an ego not there yet) is no reason to stop; false where there is one. */
static bool forgive(const Invocation *v, const Period *period, GError **failure, GError **error)
{
    if (!*failure)
        return true;
    if (g_error_matches(*failure, ENTENTE_ERROR, ERROR_USAGE) || g_error_matches(*failure, ENTENTE_ERROR, ERROR_NO)) {
        invocation_note(v, "%s: %s", period->label, (*failure)->message);
        g_clear_error(failure);
        return true;
    }
    g_propagate_error(error, g_steal_pointer(failure));
    return false;
}

/* --- one table --- */

static int gather(Invocation *v, const Pipeline *whole, const Slices *slices, GError **error)
{
    enum { EACH = 5 }; /* rows a slice that a person wants to see */
    bool people = report_format_for(v->format, v->output) == REPORT_TABLE, cut = people && !v->top_given;
    g_autoptr(Report) all = report_new();
    g_autofree char *heading = invocation_heading(v, whole);
    report_title(all, heading);
    if (cut) {
        v->top = EACH;
        v->top_given = true;
    }
    for (size_t i = 0; i < slices->n; i++) {
        Slicing slicing = {whole, &slices->period[i], all};
        g_autoptr(GError) failure = NULL;
        run_for(v, &slicing, v->output, &failure);
        if (!forgive(v, slicing.period, &failure, error))
            return -1;
    }
    if (cut)
        report_footer(all, "At most %d rows a slice: -n 0 shows all.", EACH);
    if (people)
        sliced_footers(all, slices);
    else
        note_slices(v, slices);
    return invocation_print(v, all, error) ? 0 : -1;
}

/* --- one file a slice --- */

/* "maps/net.svg" → "maps/net-2016.svg". Heap. */
static char *path_of(const char *output, const char *label)
{
    const char *slash = strrchr(output, '/'), *name = slash ? slash + 1 : output, *dot = strrchr(name, '.');
    size_t stem = dot && dot > name ? (size_t)(dot - output) : strlen(output);
    return g_strdup_printf("%.*s-%s%s", (int)stem, output, label, output + stem);
}

static int write_files(const Invocation *v, const Pipeline *whole, const Slices *slices, GError **error)
{
    size_t n = 0;
    for (size_t i = 0; i < slices->n; i++) {
        Slicing slicing = {whole, &slices->period[i], NULL};
        g_autofree char *path = path_of(v->output, slicing.period->label);
        g_autoptr(GError) failure = NULL;
        n += run_for(v, &slicing, path, &failure) == 0;
        if (!forgive(v, slicing.period, &failure, error))
            return -1;
    }
    note_slices(v, slices);
    invocation_note(v, "%zu file%s: one a slice", n, n == 1 ? "" : "s");
    return n ? 0 : ERROR_NO;
}

/* --- participations --- */

static int extract(Invocation *v, const Pipeline *whole, const Slices *slices, GError **error)
{
    g_autoptr(Output) out = invocation_output(v, error);
    DelimitedKind kind = report_format_for(v->format, v->output) == REPORT_CSV ? DELIMITED_CSV : DELIMITED_TSV;
    for (size_t i = 0; out && i < slices->n; i++) {
        g_autoptr(GError) failure = NULL;
        g_autoptr(Pipeline) p = sliced_again(v, whole, &slices->period[i], STAGE_INCIDENCE, &failure);
        if (failure) {
            g_propagate_error(error, g_steal_pointer(&failure));
            return -1;
        }
        if (p && !participations_write_slice(p->incidence, kind, slices->period[i].label, i == 0, out, error))
            return -1;
    }
    note_slices(v, slices);
    return out && output_commit(out, error) ? 0 : -1;
}

int sliced_run(Invocation *v, GError **error)
{
    if (v->plot == PLOT_TIMELINE) /* shows all slices in one picture */
        return v->verb->run(v, error);
    int (*verb)(Invocation *, GError **) = v->verb->run;
    bool to_files = verb == export_run || verb == draw_run, panels = verb == draw_run && v->plot == PLOT_NONE;
    const char *name[2] = {NULL, NULL};
    size_t n_names = 0;
    if (panels && g_str_equal(v->output, "-") && isatty(STDOUT_FILENO))
        return draw_run(v, error); /* which asks where to */
    if (to_files && !panels && g_str_equal(v->output, "-")) {
        g_set_error(error, ENTENTE_ERROR, ERROR_USAGE,
                    "--slices makes one file a slice\nhelp: name them with -o, NAME.%s becomes NAME-2016.%s …",
                    verb == draw_run ? "svg" : "graphml", verb == draw_run ? "svg" : "graphml");
        return -1;
    }
    if (v->audit || v->methods) {
        g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "--%s is about one network: it does not go with --slices",
                    v->audit ? "audit" : "methods");
        return -1;
    }
    if (panels)
        v->request.measures = PICTURE_MEASURES | MEASURE_BIT(v->size_by);
    if (verb == explain_run && !explain_operands(v, name, &n_names, error))
        return -1;
    g_autoptr(Pipeline) whole = invocation_pipeline(v, STAGE_NETWORK, error);
    if (!whole)
        return -1;
    v->request.selection.level = whole->incidence->level; /* one level for all slices */
    g_autoptr(Slices) slices = slices_cut(&v->slices, whole->incidence, &v->request.selection, error);
    if (!slices)
        return -1;
    if (panels) {
        int status = sliced_draw(v, whole, slices, error);
        note_slices(v, slices);
        return status;
    }
    bool people = report_format_for(v->format, v->output) == REPORT_TABLE;
    if (verb == explain_run)
        return sliced_explain(v, name, n_names, whole, slices, error);
    if (verb == info_run)
        return sliced_info(v, whole, slices, error);
    if (verb == extract_run)
        return extract(v, whole, slices, error);
    if (verb == rank_run && people && !v->all_measures)
        return sliced_rank(v, whole, slices, error);
    return to_files ? write_files(v, whole, slices, error) : gather(v, whole, slices, error);
}
