/* sliced_draw.c - --slices in one picture: a panel a slice, everybody at one place in all. */
#include "error.h"
#include "files.h"
#include "multiples.h"
#include "sliced.h"
#include <string.h>

/* What a slice is drawn from. */
typedef struct Shown {
    Pipeline *pipeline;
    Sociogram *sociogram;
} Shown;

static void shown_clear(void *shown)
{
    sociogram_free(((Shown *)shown)->sociogram);
    pipeline_free(((Shown *)shown)->pipeline);
}

/* NULL: nobody is there in this slice, or an error. */
static Sociogram *show(const Invocation *v, const Files *whole, const Period *period, GArray *shown, GError **error)
{
    Pipeline *p = sliced_again(v, whole->pipeline, period, STAGE_SCORES, error);
    if (!p || !p->network->n_nodes) {
        pipeline_free(p);
        return NULL;
    }
    Shown one = {p, v->two_mode ? sociogram_two_mode(p->network, p->scores, &whole->picture)
                                : sociogram_network(p->network, p->scores, &whole->picture)};
    g_array_append_val(shown, one);
    return one.sociogram;
}

static Scene *draw(const Invocation *v, Files *whole, const Slices *slices, GError **error)
{
    g_autoptr(GArray) shown = g_array_new(FALSE, FALSE, sizeof(Shown));
    g_array_set_clear_func(shown, shown_clear);
    g_autofree Panel *panel = g_new0(Panel, slices->n + 1);
    for (size_t i = 0; i < slices->n; i++) {
        g_autoptr(GError) failure = NULL;
        panel[i] = (Panel){.title = slices->period[i].label, .n_events = slices->period[i].n_events};
        panel[i].shown = show(v, whole, &slices->period[i], shown, &failure);
        if (failure) {
            g_propagate_error(error, g_steal_pointer(&failure));
            return NULL;
        }
    }
    multiples_share(whole->sociogram, panel, slices->n);
    if (!files_lay_out(whole, error))
        return NULL;
    return scene_multiples(whole->sociogram, whole->layout, panel, slices->n, &whole->picture);
}

int sliced_draw(Invocation *v, Pipeline *whole, const Slices *slices, GError **error)
{
    const char *kind = files_picture(v->output, v->as, error);
    if (!kind)
        return -1;
    if (g_str_equal(kind, "dot") || slices->n > PANELS_MAX) {
        if (slices->n > PANELS_MAX)
            g_set_error(error, ENTENTE_ERROR, ERROR_USAGE,
                        "%zu slices are too many for one picture, which holds %d\nhelp: longer slices, or a shorter "
                        "time: --slices year, --from, --to",
                        slices->n, PANELS_MAX);
        else
            g_set_error(error, ENTENTE_ERROR, ERROR_USAGE,
                        "DOT cannot hold several panels\nhelp: choose svg, png or pdf");
        return -1;
    }
    if (!whole->network->n_nodes) {
        g_set_error(error, ENTENTE_ERROR, ERROR_NO, "there is nothing to draw in any slice");
        return -1;
    }
    whole->scores = measure_network(whole->network, v->request.measures, &v->request.measure, error);
    if (!whole->scores)
        return -1;
    Files f;
    g_autoptr(Scene) scene = files_begin(&f, v, whole, error) ? draw(v, &f, slices, error) : NULL;
    bool done = scene && files_scene(scene, v, v->output, kind, error);
    files_clear(&f);
    return done ? 0 : -1;
}
