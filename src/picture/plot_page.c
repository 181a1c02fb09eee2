/* plot_page.c - what plots share: title and caption around them, axes with round numbers, lines, keys. */
#include "plot_page.h"
#include "advance.h"
#include "label.h"
#include "number.h"

#include <math.h>
#include <string.h>

#define NARROWEST 560.0
#define LINES 1.32 /* from baseline to baseline */

PlotPage plot_page_begin(const PictureOptions *options, double width)
{
    return (PlotPage){.scene = frame_begin(options),
                      .ink = palette_inks(options->dark),
                      .options = options,
                      .right = ceil(fmax(width, NARROWEST))};
}

void plot_page_note(PlotPage *page, const char *text)
{
    const double font = 11;
    g_auto(GStrv) line = label_wrap(text, (page->right - page->left) / font, false);
    page->y += 6;
    for (size_t i = 0; line[i]; i++, page->y += font * LINES)
        scene_text(page->scene, LAYER_LEGEND, page->left, page->y + font, font, false, page->ink->muted, line[i]);
}

Scene *plot_page_end(PlotPage *page, const char *what, char *description)
{
    g_autofree char *more = label_clean(page->options->subtitle, 500);
    g_autofree char *below = g_strconcat(what, *more ? " · " : "", more, NULL);
    g_autoptr(Scene) legend = scene_new();
    page->scene->description = description;
    frame_set(page->scene, (Box){0, 0, page->right, page->y}, below, legend, page->ink, NULL);
    return page->scene;
}

/* ---- numbers ---- */

/* The next of 1, 2, 5, 10 … not below x > 0. */
static double round_up(double x)
{
    double power = pow(10, floor(log10(x))), digit = number_round(x / power, 9);
    return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
}

Ticks plot_ticks(double smallest, double largest, unsigned most, bool whole)
{
    if (!isfinite(smallest) || !isfinite(largest))
        return (Ticks){0, 1, 2};
    if (!(largest > smallest)) /* one value: a stretch around it */
        largest = smallest + fmax(fabs(smallest) * .1, whole ? 1 : .1);
    double step = round_up((largest - smallest) / (most - 1));
    if (whole)
        step = fmax(step, 1);
    for (;; step = round_up(step * 1.5)) { /* rounding both ends outwards may take one step more */
        double low = floor(number_round(smallest / step, 9)), high = ceil(number_round(largest / step, 9));
        double n = fmax(high - low, 1) + 1;
        if (n <= most)
            return (Ticks){number_round(low * step, 9), step, (unsigned)n};
    }
}

char *plot_number(double value)
{
    char plain[NUMBER_SIZE];
    double rounded = fabs(value) >= 1000 ? round(value) : number_round(value, 3);
    number_short(rounded, plain);
    GString *text = g_string_new(plain);
    if (fabs(rounded) >= 10000 && fabs(rounded) < 1e15)
        for (gssize at = (gssize)text->len - 3; at > (rounded < 0); at -= 3)
            g_string_insert_c(text, at, ',');
    return g_string_free(text, FALSE);
}

/* ---- shapes ---- */

static double before(Side side, double width)
{
    return side == SIDE_RIGHT ? width : side == SIDE_MIDDLE ? width / 2 : 0;
}

Shape *plot_text(PlotPage *page, Side side, double x, double baseline, double font, bool bold, const char *colour,
                 const char *text)
{
    Shape *shape = scene_text(page->scene, LAYER_LEGEND, x, baseline, font, bold, colour, text);
    shape->x -= before(side, shape->width);
    return shape;
}

Shape *plot_text_upwards(PlotPage *page, Side side, double x, double y, double font, const char *colour,
                         const char *text)
{
    Shape *shape = scene_text(page->scene, LAYER_LEGEND, x, y, font, false, colour, text);
    shape->y += before(side, shape->width);
    shape->upwards = true;
    return shape;
}

Shape *plot_line(PlotPage *page, Layer layer, Point from, Point to, const char *colour, double width)
{
    Shape *line = scene_add(page->scene, layer, SHAPE_CURVE);
    line->x = from.x;
    line->y = from.y;
    line->end = to;
    line->control = (Point){(from.x + to.x) / 2, (from.y + to.y) / 2};
    line->stroke = colour;
    line->stroke_width = width;
    return line;
}

Shape *plot_bar(PlotPage *page, Layer layer, double x, double y, double width, double height, const char *colour)
{
    Shape *bar = scene_add(page->scene, layer, SHAPE_RECTANGLE);
    bar->x = x;
    bar->y = y;
    bar->width = width;
    bar->height = height;
    bar->fill = colour;
    return bar;
}

/* ---- keys ---- */

void plot_key(PlotPage *page, const KeyEntry *entry, size_t n)
{
    const double r = 5.5, row = 20, gap = 18;
    double x = page->left;
    for (size_t i = 0; i < n; i++) {
        g_autofree char *clean = label_clean(entry[i].text, 60);
        double width = 2 * r + 6 + PLOT_FONT * advance_width(clean, false);
        if (i > 0 && x + width > page->right) {
            x = page->left;
            page->y += row;
        }
        Shape *sign = scene_sign(page->scene, LAYER_LEGEND, entry[i].sign, x + r, page->y + row / 2, r);
        sign->fill = entry[i].colour;
        sign->opacity = entry[i].opacity > 0 ? entry[i].opacity : 1;
        plot_text(page, SIDE_LEFT, x + 2 * r + 6, page->y + row / 2 + PLOT_FONT * .36, PLOT_FONT, false,
                  page->ink->text, clean);
        x += width + gap;
    }
    if (n)
        page->y += row + 6;
}

void plot_sign_key(PlotPage *page, const Sociogram *sociogram, const uint32_t *mark, size_t n)
{
    static const char *const name[] = {"country", "organisation", "person", "other"};
    KeyEntry entry[G_N_ELEMENTS(name)];
    size_t n_entries = 0;
    for (Sign sign = SIGN_COUNTRY; sign <= SIGN_OTHER; sign++)
        for (size_t i = 0; i < n; i++)
            if (sociogram->glyph[mark[i]].sign == sign) {
                entry[n_entries++] = (KeyEntry){sign, page->ink->muted, name[sign], 1};
                break;
            }
    if (n_entries > 1)
        plot_key(page, entry, n_entries);
}
