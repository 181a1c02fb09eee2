/* svg.c - scene → SVG: plain, accessible, without scripts, the same bytes for the same scene. */
#include "provenance.h"
#include "scene.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* One decimal, by whole numbers: no locale, no "-0". */
static void put_number(GString *out, double value)
{
    long tenths = lround(value * 10);
    if (tenths < 0)
        g_string_append_c(out, '-');
    tenths = labs(tenths);
    g_string_append_printf(out, "%ld", tenths / 10);
    if (tenths % 10)
        g_string_append_printf(out, ".%ld", tenths % 10);
}

static void put_attribute(GString *out, const char *name, double value)
{
    g_string_append_printf(out, " %s=\"", name);
    put_number(out, value);
    g_string_append_c(out, '"');
}

/* Opacities and widths of ties differ by less than a tenth. */
static void put_fine(GString *out, const char *name, double value)
{
    long hundredths = lround(value * 100);
    g_string_append_printf(out, " %s=\"%s", name, hundredths < 0 ? "-" : "");
    hundredths = labs(hundredths);
    g_string_append_printf(out, "%ld", hundredths / 100);
    if (hundredths % 100)
        g_string_append_printf(out, hundredths % 10 ? ".%02ld" : ".%ld",
                               hundredths % 10 ? hundredths % 100 : hundredths % 100 / 10);
    g_string_append_c(out, '"');
}

static void put_point(GString *out, char command, Point p)
{
    g_string_append_c(out, command);
    put_number(out, p.x);
    g_string_append_c(out, ' ');
    put_number(out, p.y);
}

static void put_escaped(GString *out, const char *text)
{
    static const char special[] = "&<>\"'";
    static const char *const escaped[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
    for (const char *p = text; *p; p++) {
        const char *at = strchr(special, *p);
        if (at)
            g_string_append(out, escaped[at - special]);
        else
            g_string_append_c(out, *p);
    }
}

static void put_element(GString *out, const char *name, const char *text)
{
    g_string_append_printf(out, "<%s>", name);
    put_escaped(out, text);
    g_string_append_printf(out, "</%s>", name);
}

/* What most shapes of a layer share is said once, on its group. */
static const struct LayerStyle {
    const char *class, *attributes;
} layer_style[N_LAYERS] = {
    [LAYER_PAGE] = {"page", ""},
    [LAYER_GRID] = {"grid", ""},
    [LAYER_GROUPS] = {"groups", " stroke-linejoin=\"round\""},
    [LAYER_TIES] = {"ties", " fill=\"none\" stroke-linecap=\"round\""},
    [LAYER_ACTORS] = {"actors", " stroke-linejoin=\"round\""},
    [LAYER_MARKS] = {"marks", " stroke-linecap=\"round\" stroke-linejoin=\"round\""},
    [LAYER_LABELS] = {"labels", " text-anchor=\"middle\" stroke-linejoin=\"round\" paint-order=\"stroke\""},
    [LAYER_LEGEND] = {"legend", ""},
};

static void put_paint(GString *out, const Shape *shape)
{
    if (shape->fill)
        g_string_append_printf(out, " fill=\"%s\"", shape->fill);
    else if (shape->layer != LAYER_TIES)
        g_string_append(out, " fill=\"none\"");
    if (shape->stroke) {
        g_string_append_printf(out, " stroke=\"%s\"", shape->stroke);
        put_fine(out, "stroke-width", shape->stroke_width);
    }
    if (shape->opacity < 1)
        put_fine(out, "opacity", shape->opacity);
}

static const char *put_geometry(GString *out, const Scene *scene, const Shape *shape)
{
    switch (shape->kind) {
    case SHAPE_RECTANGLE:
        g_string_append(out, "<rect");
        put_attribute(out, "x", shape->x);
        put_attribute(out, "y", shape->y);
        put_attribute(out, "width", shape->width);
        put_attribute(out, "height", shape->height);
        if (shape->corner > 0)
            put_attribute(out, "rx", shape->corner);
        return "rect";
    case SHAPE_CIRCLE:
        g_string_append(out, "<circle");
        put_attribute(out, "cx", shape->x);
        put_attribute(out, "cy", shape->y);
        put_attribute(out, "r", shape->width);
        return "circle";
    case SHAPE_POLYGON:
        g_string_append(out, "<path d=\"");
        for (uint32_t i = 0; i < shape->point.n; i++)
            put_point(out, i ? 'L' : 'M', g_array_index(scene->point, Point, shape->point.first + i));
        g_string_append(out, "Z\"");
        return "path";
    case SHAPE_CURVE:
        g_string_append(out, "<path d=\"");
        put_point(out, 'M', (Point){shape->x, shape->y});
        put_point(out, 'Q', shape->control);
        put_point(out, ' ', shape->end);
        g_string_append_c(out, '"');
        return "path";
    case SHAPE_TEXT:
        g_string_append(out, "<text");
        put_attribute(out, "x", shape->x);
        put_attribute(out, "y", shape->y);
        put_attribute(out, "font-size", shape->font);
        put_attribute(out, "textLength", shape->width);
        g_string_append(out, " lengthAdjust=\"spacingAndGlyphs\"");
        if (shape->bold)
            g_string_append(out, " font-weight=\"bold\"");
        if (shape->anchor == ANCHOR_MIDDLE && shape->layer != LAYER_LABELS)
            g_string_append(out, " text-anchor=\"middle\"");
        if (shape->upwards) {
            g_string_append(out, " transform=\"rotate(-90 ");
            put_number(out, shape->x);
            g_string_append_c(out, ' ');
            put_number(out, shape->y);
            g_string_append(out, ")\"");
        }
        return "text";
    }
    return "";
}

/* Who it is, and where the layout has it: what --positions reads back. */
static void put_glyph(GString *out, const Shape *shape)
{
    g_string_append(out, " data-id=\"");
    put_escaped(out, shape->id);
    if (strcmp(shape->id, shape->name) != 0) {
        g_string_append(out, "\" data-name=\"");
        put_escaped(out, shape->name);
    }
    g_string_append_c(out, '"');
    put_fine(out, "data-x", shape->at.x);
    put_fine(out, "data-y", shape->at.y);
}

static void put_shape(GString *out, const Scene *scene, const Shape *shape)
{
    const char *name = put_geometry(out, scene, shape);
    put_paint(out, shape);
    if (shape->id)
        put_glyph(out, shape);
    if (!shape->text && !shape->tooltip) {
        g_string_append(out, "/>\n");
        return;
    }
    g_string_append_c(out, '>');
    if (shape->tooltip)
        put_element(out, "title", shape->tooltip);
    if (shape->text)
        put_escaped(out, shape->text);
    g_string_append_printf(out, "</%s>\n", name);
}

static void put_head(GString *out, const Scene *scene)
{
    g_string_append(
        out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
    put_number(out, scene->width);
    g_string_append_c(out, ' ');
    put_number(out, scene->height);
    g_string_append_c(out, '"');
    put_attribute(out, "width", scene->width);
    put_attribute(out, "height", scene->height);
    const char *prefix = scene->prefix ? scene->prefix : "";
    g_string_append_printf(
        out, " font-family=\"'%s','%s',sans-serif\" role=\"img\" aria-labelledby=\"%stitle %sdesc\">\n", scene_fonts[0],
        scene_fonts[1], prefix, prefix);
    g_string_append_printf(out, "<title id=\"%stitle\">", prefix);
    put_escaped(out, *scene->title ? scene->title : "Network");
    g_string_append_printf(out, "</title>\n<desc id=\"%sdesc\">", prefix);
    put_escaped(out, scene->description);
    g_string_append(out, "</desc>\n<metadata>");
    if (!strstr(scene->caption, "entente")) /* by this word we know our own files again (output.h) */
        put_escaped(out, *scene->caption ? "entente " ENTENTE_VERSION " · " : "entente " ENTENTE_VERSION);
    put_escaped(out, scene->caption);
    g_string_append(out, "</metadata>\n");
}

char *scene_svg_markup(const Scene *scene)
{
    GString *out = g_string_new(NULL);
    put_head(out, scene);
    Layer layer = N_LAYERS;
    for (unsigned i = 0; i < scene->shape->len; i++) {
        const Shape *shape = &g_array_index(scene->shape, Shape, i);
        if (shape->layer != layer) {
            if (layer != N_LAYERS)
                g_string_append(out, "</g>\n");
            layer = shape->layer;
            g_string_append_printf(out, "<g class=\"%s\"%s>\n", layer_style[layer].class,
                                   layer_style[layer].attributes);
        }
        put_shape(out, scene, shape);
    }
    if (layer != N_LAYERS)
        g_string_append(out, "</g>\n");
    g_string_append(out, "</svg>\n");
    return g_string_free(out, FALSE);
}

bool scene_svg(const Scene *scene, Output *output, GError **error)
{
    (void)error; /* write errors are output_commit's to tell */
    g_autofree char *markup = scene_svg_markup(scene);
    output_text(output, markup);
    return true;
}
