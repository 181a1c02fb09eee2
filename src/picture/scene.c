/* scene.c - network → scene: the drawing, and around it title, legend and caption. */
#include "drawing.h"
#include "drawn_ties.h"
#include "legend.h"
#include "number.h"
#include "stature.h"

#include <math.h>
#include <string.h>

#define MARGIN 36.0
#define LEGEND_GAP 44.0
#define NARROWEST 560.0
#define LOWEST 240.0
#define TITLE_FONT 22.0
#define SUBTITLE_FONT 13.0
#define CAPTION_FONT 10.5
#define LINES 1.32 /* from baseline to baseline */

/* ---- around the drawing ---- */

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

static char *counts(const Network *network)
{
    g_autofree char *actors = count_text(network->n_nodes), *ties = count_text(network->n_ties);
    return g_strdup_printf("%s actor%s, %s tie%s", actors, network->n_nodes == 1 ? "" : "s", ties,
                           network->n_ties == 1 ? "" : "s");
}

/* The caller's, or the counts; and what is not shown. */
static char *subtitle(const Drawing *drawing)
{
    const Network *network = drawing->network;
    g_autoptr(GString) text = g_string_new(NULL);
    g_autofree char *own = drawing->options->subtitle ? label_clean(drawing->options->subtitle, 500) : counts(network);
    g_string_append(text, own);
    if (drawing->n_ties < network->n_ties) {
        g_autofree char *drawn = count_text(drawing->n_ties), *all = count_text(network->n_ties);
        g_string_append_printf(text, "%sstrongest %s of %s ties drawn", text->len ? " · " : "", drawn, all);
    }
    if (drawing->n_labels < network->n_nodes) {
        g_autofree char *labelled = count_text(drawing->n_labels), *all = count_text(network->n_nodes);
        g_string_append_printf(text, "%s%s of %s actors labelled", text->len ? " · " : "", labelled, all);
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

/* For those who cannot see it: counts and the largest three. */
static char *description(const Drawing *drawing)
{
    g_autofree char *own = counts(drawing->network);
    g_autoptr(GString) text = g_string_new(own);
    Measure which;
    const double *column = size_column(drawing->scores, drawing->options, &which);
    for (size_t i = 0; column && i < MIN(drawing->layout->n_nodes, 3); i++) {
        g_autofree char *name = label_clean(network_actor(drawing->network, drawing->node[i])->label, 100);
        char number[NUMBER_SIZE];
        if (i == 0)
            g_string_append_printf(text, ". Largest by %s: ", measure_heading(which));
        g_string_append_printf(text, "%s%s (%s)", i ? ", " : "", name, number_short(column[drawing->node[i]], number));
    }
    g_string_append_c(text, '.');
    return g_string_free(g_steal_pointer(&text), FALSE);
}

/* Lines of one text, the first on y; returns where the next would stand. */
static double add_lines(Scene *scene, const char *text, double width, double x, double y, double font, bool bold,
                        const char *colour)
{
    g_auto(GStrv) line = label_wrap(text, width / font, bold);
    for (size_t i = 0; line[i]; i++, y += font * LINES)
        scene_text(scene, LAYER_LEGEND, x, y, font, bold, colour, line[i]);
    return y;
}

/* Shapes first … end-1 and points of the same stretch. */
static void move_shapes(Scene *scene, unsigned first, unsigned end, unsigned first_point, unsigned end_point, Point by)
{
    for (unsigned i = first; i < end; i++) {
        Shape *shape = &g_array_index(scene->shape, Shape, i);
        shape->x += by.x;
        shape->y += by.y;
        shape->end = (Point){shape->end.x + by.x, shape->end.y + by.y};
        shape->control = (Point){shape->control.x + by.x, shape->control.y + by.y};
    }
    for (unsigned i = first_point; i < end_point; i++) {
        Point *point = &g_array_index(scene->point, Point, i);
        *point = (Point){point->x + by.x, point->y + by.y};
    }
}

/* Moves another scene's shapes to the end of this one. */
static void append(Scene *scene, Scene *other, Point by)
{
    unsigned first = scene->shape->len, first_point = scene->point->len;
    g_array_append_vals(scene->shape, other->shape->data, other->shape->len);
    g_array_append_vals(scene->point, other->point->data, other->point->len);
    g_array_set_size(other->shape, 0);
    for (unsigned i = first; i < scene->shape->len; i++)
        g_array_index(scene->shape, Shape, i).point.first += first_point;
    move_shapes(scene, first, scene->shape->len, first_point, scene->point->len, by);
}

static Scene *legend_of(const Drawing *drawing, double scale)
{
    return legend_new(&(LegendOptions){.network = drawing->network,
                                       .scores = drawing->scores,
                                       .layout = drawing->layout,
                                       .options = drawing->options,
                                       .show_types = drawing->show_types,
                                       .lightest = drawing->lightest,
                                       .heaviest = drawing->heaviest,
                                       .scale = scale});
}

/* Sets the drawing, which is all the scene holds but the page, between title, legend and caption. Their text grows
 * with the page, which is looked at as a whole. */
static void frame(Drawing *drawing, unsigned n_page)
{
    const Inks *ink = drawing->ink;
    Scene *scene = drawing->scene;
    unsigned n_shapes = scene->shape->len, n_points = scene->point->len;
    bool empty = drawing->layout->n_nodes == 0;
    Box extent = empty ? (Box){0, 0, 0, 0} : drawing->extent;
    double inner = extent.right - extent.left, tall = extent.bottom - extent.top;
    double k = fmax(1, fmin(1.7, sqrt(inner * tall) / 950)), margin = MARGIN * k;
    g_autoptr(Scene) legend = legend_of(drawing, k);
    double legend_room = legend->width > 0 ? legend->width + LEGEND_GAP * k : 0;
    scene->width = ceil(fmax(inner + legend_room, NARROWEST) + 2 * margin);
    double text_width = scene->width - 2 * margin;

    g_autofree char *below = subtitle(drawing);
    double y = margin + SUBTITLE_FONT * k;
    if (*scene->title)
        y = add_lines(scene, scene->title, text_width, margin, margin + 10 * k, TITLE_FONT * k, true, ink->text) -
            5 * k;
    double top = add_lines(scene, below, text_width, margin, y, SUBTITLE_FONT * k, false, ink->muted) + 14 * k;
    double room = fmax(fmax(tall, legend->height), LOWEST);
    append(scene, legend, (Point){scene->width - margin - legend->width, top});
    scene->height = top + room + margin;
    if (*scene->caption)
        scene->height = add_lines(scene, scene->caption, text_width, margin, scene->height + 4 * k, CAPTION_FONT * k,
                                  false, ink->muted) +
                        6 * k;
    scene->height = ceil(scene->height);

    Point to = {margin + (text_width - legend_room - inner) / 2 - extent.left, top + (room - tall) / 2 - extent.top};
    move_shapes(scene, n_page, n_shapes, 0, n_points, to);
    if (empty)
        scene_text(scene, LAYER_LEGEND, scene->width / 2, top + room / 2, 15, false, ink->muted,
                   "No actors in this selection.")
            ->anchor = ANCHOR_MIDDLE;
}

/* Small ones last, so that none hides behind a large one. */
static int largest_first(const void *a, const void *b, void *user)
{
    const Layout *layout = user;
    double p = layout->radius[*(const uint32_t *)a], q = layout->radius[*(const uint32_t *)b];
    return (p < q) - (p > q);
}

static bool several_types(const Network *network)
{
    for (uint32_t i = 1; i < network->n_nodes; i++)
        if (network_actor(network, i)->type != network_actor(network, 0)->type)
            return true;
    return false;
}

Scene *scene_network(const Network *network, const Scores *scores, const Layout *layout, const PictureOptions *options)
{
    Scene *scene = scene_new();
    g_autofree uint32_t *node = nodes_by_name(network);
    g_qsort_with_data(node, (int)layout->n_nodes, sizeof *node, largest_first, (void *)layout);
    Figure *figure = figures_new(network, layout);
    Drawing drawing = {.network = network,
                       .scores = scores,
                       .layout = layout,
                       .options = options,
                       .node = node,
                       .figure = figure,
                       .ink = palette_inks(options->dark),
                       .show_types = several_types(network),
                       .scene = scene};
    g_autofree uint32_t *tie = drawn_ties(network, &drawing.n_ties);
    drawing.tie = tie;
    if (drawing.n_ties > 0) {
        drawing.lightest = network->tie[tie[0]].weight;
        drawing.heaviest = network->tie[tie[drawing.n_ties - 1]].weight;
    }
    if (!options->transparent)
        scene_add(scene, LAYER_PAGE, SHAPE_RECTANGLE)->fill = drawing.ink->page;
    unsigned n_page = scene->shape->len;
    drawing_add(&drawing);
    scene->title = label_clean(options->title, 300);
    scene->caption = label_clean(options->caption, 1000);
    scene->description = description(&drawing);
    frame(&drawing, n_page);
    if (n_page) {
        Shape *page = &g_array_index(scene->shape, Shape, 0);
        page->width = scene->width;
        page->height = scene->height;
    }
    figures_free(figure, layout->n_nodes);
    return scene;
}
