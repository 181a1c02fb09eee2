/* frame.c - title, legend and caption around what was drawn, and the page under all of it. */
#include "frame.h"
#include "label.h"

#include <math.h>

#define MARGIN 36.0
#define LEGEND_GAP 44.0
#define NARROWEST 560.0
#define LOWEST 240.0
#define TITLE_FONT 22.0
#define SUBTITLE_FONT 13.0
#define CAPTION_FONT 10.5
#define LINES 1.32 /* from baseline to baseline */

double frame_scale(Box extent)
{
    double area = (extent.right - extent.left) * (extent.bottom - extent.top);
    return fmax(1, fmin(1.7, sqrt(area) / 950));
}

Scene *frame_begin(const PictureOptions *options)
{
    Scene *scene = scene_new();
    if (!options->transparent)
        scene_add(scene, LAYER_PAGE, SHAPE_RECTANGLE)->fill = palette_inks(options->dark)->page;
    scene->title = label_clean(options->title, 300);
    scene->caption = label_clean(options->caption, 1000);
    return scene;
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

/* The page, where there is one, is the first shape. */
static Shape *page_of(Scene *scene)
{
    Shape *first = scene->shape->len ? &g_array_index(scene->shape, Shape, 0) : NULL;
    return first && first->layer == LAYER_PAGE ? first : NULL;
}

void frame_set(Scene *scene, Box extent, const char *subtitle, Scene *legend, const Inks *ink, const char *instead)
{
    unsigned n_page = page_of(scene) != NULL, n_shapes = scene->shape->len, n_points = scene->point->len;
    double inner = extent.right - extent.left, tall = extent.bottom - extent.top;
    double k = frame_scale(extent), margin = MARGIN * k;
    double legend_room = legend->width > 0 ? legend->width + LEGEND_GAP * k : 0;
    scene->width = ceil(fmax(inner + legend_room, NARROWEST) + 2 * margin);
    double text_width = scene->width - 2 * margin;

    double y = margin + SUBTITLE_FONT * k;
    if (*scene->title)
        y = add_lines(scene, scene->title, text_width, margin, margin + 10 * k, TITLE_FONT * k, true, ink->text) -
            5 * k;
    double top = add_lines(scene, subtitle, text_width, margin, y, SUBTITLE_FONT * k, false, ink->muted) + 14 * k;
    double room = fmax(fmax(tall, legend->height), LOWEST);
    scene_append(scene, legend, (Point){scene->width - margin - legend->width, top});
    scene->height = top + room + margin;
    if (*scene->caption)
        scene->height = add_lines(scene, scene->caption, text_width, margin, scene->height + 4 * k, CAPTION_FONT * k,
                                  false, ink->muted) +
                        6 * k;
    scene->height = ceil(scene->height);

    Point to = {margin + (text_width - legend_room - inner) / 2 - extent.left, top + (room - tall) / 2 - extent.top};
    scene_move(scene, n_page, n_shapes, 0, n_points, to);
    if (instead)
        scene_text(scene, LAYER_LEGEND, scene->width / 2, top + room / 2, 15, false, ink->muted, instead)->anchor =
            ANCHOR_MIDDLE;
    if (n_page) {
        page_of(scene)->width = scene->width;
        page_of(scene)->height = scene->height;
    }
}
