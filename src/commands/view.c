/* view.c - one HTML file that shows the network, its levels and the sentences behind it, offline. */
#include "error.h"
#include "files.h"
#include "page.h"
#include "scene.h"
#include <unistd.h>

enum {
    MOST_ACTORS = 20000,       /* more would take minutes to lay out */
    MOST_TIES = 150000,        /* more would make a browser stumble */
    MOST_ACTORS_BESIDE = 3000, /* of levels that are not the one asked for */
    MOST_ACTORS_STILL = 1500,  /* in the picture for those who run no scripts */
};

#define VIEW_MEASURES (PICTURE_MEASURES | MEASURE_BIT(MEASURE_BETWEENNESS) | MEASURE_BIT(MEASURE_PAGERANK))

/* One level of the page, ready to be written; owns what it was made from. */
typedef struct Shown {
    Pipeline *pipeline;
    Files files;
} Shown;

static void shown_free(void *data)
{
    Shown *shown = data;
    files_clear(&shown->files);
    pipeline_free(shown->pipeline);
    g_free(shown);
}

static void estimate(const Invocation *v, PageLevel *level)
{
    static const Measure estimated[] = {MEASURE_STRENGTH, MEASURE_DEGREE, MEASURE_EVENTS, MEASURE_BETWEENNESS,
                                        MEASURE_PAGERANK};
    UncertaintyOptions options = {.by = v->resample,
                                  .none = v->resamples_given && !v->n_resamples,
                                  .n_resamples = v->n_resamples,
                                  .n_threads = v->n_threads,
                                  .seed = v->request.measure.seed};
    for (size_t i = 0; i < G_N_ELEMENTS(estimated); i++)
        level->uncertainty[estimated[i]] = uncertainty_estimate(level->scores, estimated[i], &options);
}

/* NULL without error: nobody takes part at this level, or too many. */
static Shown *show_level(const Invocation *v, const Pipeline *corpus, Level level, bool asked, GError **error)
{
    Request request = v->request;
    request.selection.level = level;
    request.measures = VIEW_MEASURES | MEASURE_BIT(v->size_by);
    g_autoptr(Diagnostics) told = diagnostics_new(); /* reading has told it; other levels do not repeat it */
    g_autoptr(Pipeline) p = pipeline_again(corpus, &request, STAGE_NETWORK, asked ? v->diagnostics : told, error);
    if (!p || !p->network->n_nodes)
        return NULL;
    size_t most = asked ? MOST_ACTORS : MOST_ACTORS_BESIDE;
    if (p->network->n_nodes > most || p->network->n_ties > MOST_TIES) {
        if (asked)
            g_set_error(error, ENTENTE_ERROR, ERROR_NO,
                        "%zu actors and %zu ties are too many for a page\nhelp: --backbone, --min-weight, --ego or "
                        "--largest-component leave fewer; entente export writes all of them",
                        p->network->n_nodes, p->network->n_ties);
        else
            invocation_note(v, "level %s is not on the page: %zu actors, %zu ties; --level %s makes a page of it",
                            level_name(level), p->network->n_nodes, p->network->n_ties, level_name(level));
        return NULL;
    }
    p->scores = measure_network(p->network, request.measures, &request.measure, error);
    if (!p->scores)
        return NULL;
    Shown *shown = g_new0(Shown, 1);
    bool done = files_init(&shown->files, v, p, true, error);
    shown->pipeline = g_steal_pointer(&p);
    if (!done)
        g_clear_pointer(&shown, shown_free);
    return shown;
}

static bool write_page(const Invocation *v, GPtrArray *levels, size_t start, GError **error)
{
    g_autofree PageLevel *level = g_new0(PageLevel, levels->len);
    for (guint i = 0; i < levels->len; i++) {
        const Shown *shown = levels->pdata[i];
        level[i] = (PageLevel){
            .network = shown->pipeline->network, .scores = shown->pipeline->scores, .layout = shown->files.layout};
        estimate(v, &level[i]);
    }
    const Shown *first = levels->pdata[start];
    g_autoptr(Scene) still =
        level[start].network->n_nodes > MOST_ACTORS_STILL
            ? NULL
            : scene_network(level[start].network, level[start].scores, level[start].layout, &first->files.picture);
    Page page = {.title = first->files.title,
                 .caption = first->files.caption,
                 .level = level,
                 .n_levels = levels->len,
                 .start = start,
                 .picture = still,
                 .dark = v->dark};
    g_autoptr(Output) out = output_open(v->output, v->force, error);
    bool done = out && page_write(&page, out, error) && output_commit(out, error);
    for (guint i = 0; i < levels->len; i++)
        for (unsigned m = 0; m < N_MEASURES; m++)
            uncertainty_free(level[i].uncertainty[m]);
    return done;
}

int view_run(Invocation *v, GError **error)
{
    static const Level all[] = {LEVEL_COUNTRY, LEVEL_AGENCY, LEVEL_OFFICIAL, LEVEL_ALL};
    if (g_str_equal(v->output, "-") && isatty(STDOUT_FILENO)) {
        g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "where should the page go?\nhelp: -o network.html");
        return -1;
    }
    Level asked = v->request.selection.level;
    g_autoptr(Pipeline) p = invocation_pipeline(v, STAGE_INCIDENCE, error);
    if (!p)
        return -1;
    Level first = p->incidence->level;
    g_autoptr(GPtrArray) levels = g_ptr_array_new_with_free_func(shown_free);
    size_t start = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++) {
        g_autoptr(GError) failure = NULL;
        if (all[i] != first && asked != LEVEL_DEFAULT)
            continue;
        Shown *shown = show_level(v, p, all[i], all[i] == first, &failure);
        if (failure) {
            g_propagate_error(error, g_steal_pointer(&failure));
            return -1;
        }
        if (shown && all[i] == first)
            start = levels->len;
        if (shown)
            g_ptr_array_add(levels, shown);
    }
    if (!levels->len) {
        g_set_error(error, ENTENTE_ERROR, ERROR_NO,
                    "there is nothing to show: no actor takes part in an event at level %s", level_name(first));
        return -1;
    }
    return write_page(v, levels, start, error) ? 0 : -1;
}
