/* run.c - everything: read, resolve, measure, write all files and pictures, print the rankings. */
#include "error.h"
#include "files.h"
#include "participations.h"
#include "plotting.h"
#include <string.h>

/* Events, ties, ranking as tables, by the verbs' own printers, so that run writes what they print. */
static bool write_table(Invocation *v, const Pipeline *read, const char *folder, const char *name,
                        int (*verb)(Invocation *, GError **), GError **error)
{
    Invocation one = *v;
    one.read = read;
    g_autofree char *path = g_build_filename(folder, name, NULL);
    one.output = path;
    one.format = REPORT_TSV;
    one.all_measures = true;
    one.top = 0;
    one.quiet = true;
    one.diagnostics = diagnostics_new();
    one.request.selection.level = v->request.selection.level;
    int status = verb(&one, error);
    diagnostics_free(one.diagnostics);
    return status >= 0;
}

static bool write_networks(const Invocation *v, Files *f, const char *folder, GError **error)
{
    static const struct {
        const char *format, *file;
        bool two_mode;
    } file[] = {{"graphml", "network.graphml", false}, {"gexf", "network.gexf", false},
                {"dot", "network.dot", false},         {"styled-dot", "network-styled.dot", false},
                {"csv", "network.csv", false},         {"json", "network.json", false},
                {"graphml", "two-mode.graphml", true}, {"csv", "two-mode.csv", true}};
    for (size_t i = 0; i < G_N_ELEMENTS(file); i++) {
        g_autofree char *path = g_build_filename(folder, file[i].file, NULL);
        f->bundle.two_mode = file[i].two_mode;
        if (!files_export(f, export_format_by_name(file[i].format), path, v->force, error))
            return false;
    }
    return true;
}

static bool write_pictures(Invocation *v, Files *f, const char *folder, GError **error)
{
    static const char *const name[] = {"network.svg", "network.png", "network.pdf", "network-dark.svg"};
    for (size_t i = 0; i < G_N_ELEMENTS(name); i++) {
        g_autofree char *path = g_build_filename(folder, name[i], NULL);
        g_autoptr(GError) failure = NULL;
        f->picture.dark = v->dark || strstr(name[i], "dark");
        if (files_draw(f, v, path, NULL, &failure))
            continue;
        if (failure->code != ERROR_USAGE) { /* built without cairo is no reason to stop */
            g_propagate_error(error, g_steal_pointer(&failure));
            return false;
        }
        invocation_note(v, "%s not drawn: %s", name[i], failure->message);
    }
    return true;
}

static bool write_plots(const Invocation *v, Files *f, const Pipeline *p, const char *folder, GError **error)
{
    static const struct {
        PlotKind kind;
        const char *file;
    } plot[] = {{PLOT_RANKING, "ranking.svg"},
                {PLOT_MATRIX, "matrix.svg"},
                {PLOT_DEGREES, "degrees.svg"},
                {PLOT_TIMELINE, "timeline.svg"}};
    f->picture.dark = v->dark;
    for (size_t i = 0; i < G_N_ELEMENTS(plot); i++) {
        g_autofree char *path = g_build_filename(folder, plot[i].file, NULL);
        g_autoptr(Scene) scene = plotting_scene(v, p, plot[i].kind, &f->picture, error);
        if (!scene || !files_scene(scene, v, path, "svg", error))
            return false;
    }
    return true;
}

/* All files of one level; false without error where nobody takes part at it. */
static bool write_level(Invocation *v, Pipeline *p, Level level, const char *root, GError **error)
{
    v->request.selection.level = level;
    g_autoptr(Diagnostics) repeated = diagnostics_new(); /* what reading has told is not told at every level */
    if (!pipeline_select(p, &v->request, STAGE_SCORES, repeated, error) || !p->network->n_nodes)
        return false;
    g_autofree char *folder = g_build_filename(root, level_name(level), NULL);
    if (!output_make_folder(folder, error))
        return false;
    Files f;
    bool done = files_init(&f, v, p, true, error) && write_networks(v, &f, folder, error) &&
                write_pictures(v, &f, folder, error) && write_plots(v, &f, p, folder, error);
    files_clear(&f);
    return done && write_table(v, p, folder, "ranking.tsv", rank_run, error) &&
           write_table(v, p, folder, "ties.tsv", ties_run, error) &&
           write_table(v, p, folder, "events.tsv", events_run, error) &&
           write_table(v, p, folder, "participations.tsv", extract_run, error);
}

/* The ranking a person wants to see first: the default level's. */
static bool print_ranking(Invocation *v, const Pipeline *read, GError **error)
{
    Invocation one = *v;
    one.read = read;
    one.output = "-";
    one.format = v->format == REPORT_AUTO ? REPORT_TABLE : v->format;
    one.top = v->top_given ? v->top : 10;
    one.top_given = true;
    one.quiet = true;
    one.diagnostics = diagnostics_new();
    int status = rank_run(&one, error);
    diagnostics_free(one.diagnostics);
    return status >= 0;
}

int run_run(Invocation *v, GError **error)
{
    static const Level all[] = {LEVEL_COUNTRY, LEVEL_AGENCY, LEVEL_OFFICIAL, LEVEL_ALL};
    if (g_str_equal(v->output, "-")) {
        g_set_error(error, ENTENTE_ERROR, ERROR_USAGE,
                    "run wants a folder for its files\nhelp: entente run corpus/ -o graphs/");
        return -1;
    }
    if (v->operand->len == 0 || g_str_equal(v->operand->pdata[0], "-")) {
        g_set_error(error, ENTENTE_ERROR, ERROR_USAGE,
                    "run wants a folder or file of annotated texts\nhelp: entente run corpus/ -o graphs/");
        return -1;
    }
    Level asked = v->request.selection.level;
    v->request.measures = MEASURE_SET_ALL;
    g_autoptr(Pipeline) p = invocation_pipeline(v, STAGE_CAST, error);
    if (!p)
        return -1;
    unsigned n_levels = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++) {
        g_autoptr(GError) failure = NULL;
        if (asked != LEVEL_DEFAULT && asked != all[i])
            continue;
        if (write_level(v, p, all[i], v->output, &failure))
            n_levels++;
        else if (failure) {
            g_propagate_error(error, g_steal_pointer(&failure));
            return -1;
        }
    }
    if (!n_levels) {
        g_set_error(error, ENTENTE_ERROR, ERROR_NO,
                    "nobody takes part in any event%s: nothing was written\nhelp: entente info and entente "
                    "check tell what was read",
                    asked == LEVEL_DEFAULT ? "" : " at that level");
        return -1;
    }
    v->request.selection.level = asked;
    if (!print_ranking(v, p, error))
        return -1;
    invocation_note(v, "files of %u level%s in %s", n_levels, n_levels == 1 ? "" : "s", v->output);
    return 0;
}
