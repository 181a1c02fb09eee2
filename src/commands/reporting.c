/* reporting.c - one page about a network: picture, ranking, groups, time, ties with sentences, methods, quality. */
#include "reporting.h"
#include "error.h"
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

enum { MOST_ACTORS_DRAWN = 1500 };

/* HTML or Markdown? ERROR_USAGE for anything else. */
static bool choose(const Invocation *v, bool *markdown, GError **error)
{
    const char *dot = strrchr(v->output, '.');
    bool md = dot && (g_str_equal(dot, ".md") || g_str_equal(dot, ".markdown"));
    bool html = dot && (g_str_equal(dot, ".html") || g_str_equal(dot, ".htm"));
    *markdown = md || (!html && v->format == REPORT_MD);
    if (v->format != REPORT_AUTO && v->format != REPORT_MD)
        g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "a report is a page, not a table\nhelp: --format md, or none");
    else if (html && v->format == REPORT_MD)
        g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "--format md contradicts -o %s\nhelp: leave one out", v->output);
    else if (g_str_equal(v->output, "-") && isatty(STDOUT_FILENO))
        g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "where should the report go?\nhelp: -o report.html (or .md)");
    else if (!g_str_equal(v->output, "-") && !md && !html && !*markdown)
        g_set_error(error, ENTENTE_ERROR, ERROR_USAGE,
                    "a report is HTML or Markdown\nhelp: -o report.html or -o "
                    "report.md");
    else
        return true;
    return false;
}

/* ---- files ---- */

typedef struct File {
    Output *output;
    bool is_new; /* nothing stood there */
} File;

static void clear_file(void *file) { output_free(((File *)file)->output); }

static Output *open_file(GArray *files, const char *path, bool force, GError **error)
{
    File file = {.is_new = !g_file_test(path, G_FILE_TEST_EXISTS)};
    file.output = output_open(path, force, error);
    if (file.output)
        g_array_append_val(files, file);
    return file.output;
}

/* All, or none of those that were not there before. */
static bool commit(GArray *files, GError **error)
{
    for (guint i = 0; i < files->len; i++) {
        if (output_commit(g_array_index(files, File, i).output, error))
            continue;
        while (i-- > 0)
            if (g_array_index(files, File, i).is_new)
                g_unlink(output_path(g_array_index(files, File, i).output));
        return false;
    }
    return true;
}

/* Pictures first: where the text is, they are. */
static bool open_pictures(const Dossier *dossier, const char *stem, GArray *files, bool force, GError **error)
{
    for (guint i = 0; i < dossier->block->len; i++) {
        const Block *block = &g_array_index(dossier->block, Block, i);
        if (block->kind != BLOCK_PICTURE)
            continue;
        g_autofree char *path = g_strdup_printf("%s-%s.svg", stem, block->name);
        Output *output = open_file(files, path, force, error);
        if (!output || !scene_svg(block->scene, output, error))
            return false;
    }
    return true;
}

static bool write_markdown(const Invocation *v, const Dossier *dossier, GArray *files, GError **error)
{
    bool beside = !g_str_equal(v->output, "-");
    const char *dot = strrchr(v->output, '.'), *slash = strrchr(v->output, '/');
    g_autofree char *stem = dot && dot > slash ? g_strndup(v->output, (size_t)(dot - v->output)) : g_strdup(v->output);
    g_autofree char *name = g_path_get_basename(stem);
    if (beside && !open_pictures(dossier, stem, files, v->force, error))
        return false;
    Output *text = open_file(files, v->output, v->force, error);
    if (text)
        dossier_markdown(dossier, beside ? name : NULL, text);
    return text;
}

static bool write_all(const Invocation *v, const Dossier *dossier, bool markdown, GError **error)
{
    g_autoptr(GArray) files = g_array_new(FALSE, FALSE, sizeof(File));
    g_array_set_clear_func(files, clear_file);
    if (markdown)
        return write_markdown(v, dossier, files, error) && commit(files, error);
    Output *page = open_file(files, v->output, v->force, error);
    if (page)
        dossier_html(dossier, page);
    return page && commit(files, error);
}

/* ---- all ---- */

int report_run(Invocation *v, GError **error)
{
    bool markdown;
    if (!choose(v, &markdown, error))
        return -1;
    v->request.measures =
        v->all_measures ? MEASURE_SET_ALL : REPORTING_MEASURES | MEASURE_BIT(v->by) | MEASURE_BIT(v->size_by);
    g_autoptr(Pipeline) p = invocation_pipeline(v, STAGE_SCORES, error);
    if (!p)
        return -1;
    if (!p->network->n_nodes) {
        g_set_error(error, ENTENTE_ERROR, ERROR_NO,
                    "there is nothing to report: no actor takes part in an event at level %s",
                    level_name(p->incidence->level));
        return -1;
    }
    v->request.selection.level = p->incidence->level;
    Files files;
    bool done = files_init(&files, v, p, p->network->n_nodes <= MOST_ACTORS_DRAWN, error);
    g_autoptr(Dossier) dossier = dossier_new(files.title, files.subtitle, files.caption);
    Reporting r = {.v = v, .p = p, .files = &files, .picture = files.picture, .dossier = dossier};
    r.n = v->top ? v->top : SIZE_MAX;
    r.picture.title = NULL;
    r.picture.caption = markdown ? files.caption : NULL;
    r.picture.subtitle = NULL;
    if (!markdown) {
        r.picture.dark = false;
        r.picture.transparent = true;
    }
    done =
        done && reporting_results(&r, error) && reporting_grounds(&r, error) && write_all(v, dossier, markdown, error);
    files_clear(&files);
    return done ? 0 : -1;
}
