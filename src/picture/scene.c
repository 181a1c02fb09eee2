/* scene.c - network → scene: the drawing, its legend, and what the picture says of itself. */
#include "drawing.h"
#include "drawn_ties.h"
#include "frame.h"
#include "legend.h"
#include "number.h"

#include <math.h>
#include <string.h>

static char *count_text(size_t n)
{
    g_autofree char *plain = g_strdup_printf("%zu", n);
    g_autoptr(GString) text = g_string_new(NULL);
    size_t length = strlen(plain);
    for (size_t i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0)
            g_string_append_c(text, ',');
        g_string_append_c(text, plain[i]);
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

/* "1 event", "1,200 ties". Heap. */
static char *counted(size_t n, const char *what)
{
    g_autofree char *number = count_text(n);
    return g_strdup_printf("%s %s%s", number, what, n == 1 ? "" : "s");
}

static char *counts(const Sociogram *sociogram)
{
    bool two_mode = sociogram_is_two_mode(sociogram);
    g_autofree char *actors = counted(sociogram->n_actors, "actor");
    g_autofree char *events = counted(sociogram->n_glyphs - sociogram->n_actors, "event");
    g_autofree char *ties = counted(sociogram->n_ties, two_mode ? "participation" : "tie");
    return two_mode ? g_strconcat(actors, ", ", events, ", ", ties, NULL) : g_strconcat(actors, ", ", ties, NULL);
}

static void say_labelled(GString *text, const Drawing *drawing, size_t first, size_t end, const char *what)
{
    size_t n = 0;
    for (size_t i = first; i < end; i++)
        n += drawing->figure[i].label.n_lines > 0;
    if (n == end - first)
        return;
    g_autofree char *labelled = count_text(n), *all = count_text(end - first);
    g_string_append_printf(text, "%s%s of %s %s labelled", text->len ? " · " : "", labelled, all, what);
}

/* The caller's, or the counts; and what is not shown. */
static char *subtitle(const Drawing *drawing)
{
    const Sociogram *sociogram = drawing->sociogram;
    g_autofree char *own =
        drawing->options->subtitle ? label_clean(drawing->options->subtitle, 500) : counts(sociogram);
    g_autoptr(GString) text = g_string_new(own);
    if (drawing->n_ties < sociogram->n_ties) {
        g_autofree char *drawn = count_text(drawing->n_ties), *all = count_text(sociogram->n_ties);
        g_string_append_printf(text, "%s%s%s of %s %s drawn", text->len ? " · " : "",
                               sociogram_is_two_mode(sociogram) ? "" : "strongest ", drawn, all,
                               sociogram_is_two_mode(sociogram) ? "participations" : "ties");
    }
    say_labelled(text, drawing, 0, sociogram->n_actors, "actors");
    say_labelled(text, drawing, sociogram->n_actors, sociogram->n_glyphs, "events");
    return g_string_free(g_steal_pointer(&text), FALSE);
}

/* For those who cannot see it: counts and the largest three. */
static char *description(const Drawing *drawing)
{
    const Sociogram *sociogram = drawing->sociogram;
    g_autofree char *own = counts(sociogram);
    g_autoptr(GString) text = g_string_new(own);
    for (size_t i = 0, n = 0; sociogram->sized && i < sociogram->n_glyphs && n < 3; i++) {
        const Glyph *glyph = &sociogram->glyph[drawing->node[i]];
        char number[NUMBER_SIZE];
        if (glyph->sign == SIGN_EVENT)
            continue;
        g_autofree char *name = label_clean(glyph->name, 100);
        if (n == 0)
            g_string_append_printf(text, ". Largest by %s: ", measure_heading(sociogram->sized_by));
        g_string_append_printf(text, "%s%s (%s)", n++ ? ", " : "", name, number_short(glyph->score, number));
    }
    g_string_append_c(text, '.');
    return g_string_free(g_steal_pointer(&text), FALSE);
}

Scene *scene_sociogram(const Sociogram *sociogram, const Layout *layout, const PictureOptions *options)
{
    bool empty = sociogram->n_glyphs == 0;
    g_autofree uint32_t *node = drawing_order(sociogram, layout);
    Figure *figure = figures_new(sociogram, layout);
    Drawing drawing = {.sociogram = sociogram,
                       .layout = layout,
                       .options = options,
                       .node = node,
                       .figure = figure,
                       .ink = palette_inks(options->dark),
                       .thickness = 1,
                       .show_types = drawing_shows_types(sociogram),
                       .scene = frame_begin(options)};
    g_autofree uint32_t *tie = drawn_ties(sociogram, &drawing.n_ties);
    drawing.tie = tie;
    if (drawing.n_ties > 0) {
        drawing.lightest = sociogram->tie[tie[0]].weight;
        drawing.heaviest = sociogram->tie[tie[drawing.n_ties - 1]].weight;
    }
    drawing_add(&drawing);
    Box extent = empty ? (Box){0, 0, 0, 0} : drawing.extent;
    g_autoptr(Scene) legend = legend_new(&(LegendOptions){.sociogram = sociogram,
                                                          .options = options,
                                                          .show_types = drawing.show_types,
                                                          .lightest = drawing.lightest,
                                                          .heaviest = drawing.heaviest,
                                                          .scale = frame_scale(extent),
                                                          .reduced = 1});
    g_autofree char *below = subtitle(&drawing);
    drawing.scene->description = description(&drawing);
    frame_set(drawing.scene, extent, below, legend, drawing.ink, empty ? "No actors in this selection." : NULL);
    figures_free(figure, layout->n_nodes);
    return drawing.scene;
}

Scene *scene_network(const Network *network, const Scores *scores, const Layout *layout, const PictureOptions *options)
{
    g_autoptr(Sociogram) sociogram = sociogram_network(network, scores, options);
    return scene_sociogram(sociogram, layout, options);
}
