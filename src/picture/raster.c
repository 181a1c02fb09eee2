/* raster.c - scene → PNG and PDF through cairo, where the program was built with it. */
#include "error.h"
#include "provenance.h"
#include "scene.h"

#ifndef HAVE_CAIRO

static bool fail(const char *format, GError **error)
{
    g_set_error(error, ENTENTE_ERROR, ERROR_USAGE,
                "this program was built without cairo and cannot draw %s: choose SVG, or "
                "install libcairo2-dev and libpango1.0-dev and build again",
                format);
    return false;
}

bool scene_png(const Scene *scene, double scale, Output *output, GError **error) { return fail("PNG", error); }

bool scene_pdf(const Scene *scene, Output *output, GError **error) { return fail("PDF", error); }

#else

#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

enum { MOST_PIXELS = 30000 }; /* a side; cairo's images end at 32767 */

/* ---- drawing ---- */

static void set_colour(cairo_t *cr, const char *colour, double opacity)
{
    guint64 rgb = g_ascii_strtoull(colour + 1, NULL, 16);
    cairo_set_source_rgba(cr, (double)(rgb >> 16) / 255, (double)(rgb >> 8 & 255) / 255, (double)(rgb & 255) / 255,
                          opacity);
}

/* Fill, then stroke; a shape that is both and translucent is painted as one. */
static void paint(cairo_t *cr, const Shape *shape)
{
    bool both = shape->fill && shape->stroke && shape->opacity < 1;
    double opacity = both ? 1 : shape->opacity;
    if (both)
        cairo_push_group(cr);
    if (shape->fill) {
        set_colour(cr, shape->fill, opacity);
        cairo_fill_preserve(cr);
    }
    if (shape->stroke) {
        set_colour(cr, shape->stroke, opacity);
        cairo_set_line_width(cr, shape->stroke_width);
        cairo_stroke_preserve(cr);
    }
    cairo_new_path(cr);
    if (both) {
        cairo_pop_group_to_source(cr);
        cairo_paint_with_alpha(cr, shape->opacity);
    }
}

static void trace_rectangle(cairo_t *cr, const Shape *s)
{
    double r = s->corner, right = s->x + s->width, bottom = s->y + s->height;
    if (r <= 0) {
        cairo_rectangle(cr, s->x, s->y, s->width, s->height);
        return;
    }
    cairo_new_sub_path(cr);
    cairo_arc(cr, right - r, s->y + r, r, -G_PI_2, 0);
    cairo_arc(cr, right - r, bottom - r, r, 0, G_PI_2);
    cairo_arc(cr, s->x + r, bottom - r, r, G_PI_2, G_PI);
    cairo_arc(cr, s->x + r, s->y + r, r, G_PI, 3 * G_PI_2);
    cairo_close_path(cr);
}

static void trace(cairo_t *cr, const Scene *scene, const Shape *s)
{
    cairo_new_path(cr);
    switch (s->kind) {
    case SHAPE_RECTANGLE:
        trace_rectangle(cr, s);
        break;
    case SHAPE_CIRCLE:
        cairo_arc(cr, s->x, s->y, s->width, 0, 2 * G_PI);
        cairo_close_path(cr);
        break;
    case SHAPE_POLYGON:
        for (uint32_t i = 0; i < s->point.n; i++) {
            Point p = g_array_index(scene->point, Point, s->point.first + i);
            cairo_line_to(cr, p.x, p.y);
        }
        cairo_close_path(cr);
        break;
    case SHAPE_CURVE: /* the quadratic as a cubic */
        cairo_move_to(cr, s->x, s->y);
        cairo_curve_to(cr, s->x + (s->control.x - s->x) * 2 / 3, s->y + (s->control.y - s->y) * 2 / 3,
                       s->end.x + (s->control.x - s->end.x) * 2 / 3, s->end.y + (s->control.y - s->end.y) * 2 / 3,
                       s->end.x, s->end.y);
        break;
    case SHAPE_TEXT:
        break;
    }
}

static PangoFontDescription *font_new(double size, bool bold)
{
    g_autofree char *families = g_strjoin(", ", scene_fonts[0], scene_fonts[1], NULL);
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family(font, families);
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_font_description_set_weight(font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    return font;
}

/* Text set in the installed font and fitted to the table's width, so that all formats agree; a halo is stroked first.
 */
static void draw_text(cairo_t *cr, PangoLayout *layout, const Shape *s)
{
    PangoFontDescription *font = font_new(s->font, s->bold);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_text(layout, s->text, -1);
    PangoRectangle logical;
    pango_layout_get_extents(layout, NULL, &logical);
    double natural = (double)logical.width / PANGO_SCALE,
           stretch = natural > 0 && s->width > 0 ? s->width / natural : 1;

    cairo_save(cr);
    cairo_translate(cr, s->x, s->y);
    if (s->upwards)
        cairo_rotate(cr, -G_PI_2);
    if (s->anchor == ANCHOR_MIDDLE)
        cairo_translate(cr, -s->width / 2, 0);
    cairo_scale(cr, stretch, 1);
    cairo_move_to(cr, 0, -(double)pango_layout_get_baseline(layout) / PANGO_SCALE);
    if (s->stroke) {
        set_colour(cr, s->stroke, 1);
        cairo_set_line_width(cr, s->stroke_width);
        pango_cairo_layout_path(cr, layout);
        cairo_stroke(cr);
        cairo_move_to(cr, 0, -(double)pango_layout_get_baseline(layout) / PANGO_SCALE);
    }
    set_colour(cr, s->fill, 1);
    pango_cairo_show_layout(cr, layout);
    cairo_restore(cr);
}

/* Without any, pango would draw boxes, and other ones each time. */
static bool has_fonts(PangoContext *context, GError **error)
{
    PangoFontDescription *wanted = font_new(12, false);
    PangoFont *font = pango_context_load_font(context, wanted);
    pango_font_description_free(wanted);
    if (!font)
        g_set_error_literal(error, ENTENTE_ERROR, ERROR_USAGE,
                            "no fonts are installed to draw PNG or PDF with: install fonts-noto-core, or choose SVG");
    else
        g_object_unref(font);
    return font != NULL;
}

static void draw_shapes(cairo_t *cr, PangoContext *context, const Scene *scene)
{
    PangoLayout *layout = pango_layout_new(context);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    for (unsigned i = 0; i < scene->shape->len; i++) {
        const Shape *shape = &g_array_index(scene->shape, Shape, i);
        if (shape->kind == SHAPE_TEXT) {
            draw_text(cr, layout, shape);
            continue;
        }
        trace(cr, scene, shape);
        paint(cr, shape);
    }
    g_object_unref(layout);
}

/* With a font map of its own, freed with all it holds: pango's default one would stay to the end of the program. */
static bool draw_scene(cairo_t *cr, const Scene *scene, GError **error)
{
    g_autoptr(PangoFontMap) fonts = pango_cairo_font_map_new();
    PangoContext *context = pango_font_map_create_context(fonts);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    bool fine = has_fonts(context, error);
    if (fine)
        draw_shapes(cr, context, scene);
    g_object_unref(context);
    cairo_status_t status = cairo_status(cr);
    if (fine && status != CAIRO_STATUS_SUCCESS)
        g_set_error(error, ENTENTE_ERROR, ERROR_IO, "cairo could not draw the picture: %s",
                    cairo_status_to_string(status));
    return fine && status == CAIRO_STATUS_SUCCESS;
}

static cairo_status_t collect(void *bytes, const unsigned char *part, unsigned length)
{
    g_byte_array_append(bytes, part, length);
    return CAIRO_STATUS_SUCCESS;
}

/* ---- PNG ---- */

static uint32_t crc32_of(const unsigned char *bytes, size_t n)
{
    uint32_t crc = 0xffffffffu;
    for (size_t i = 0; i < n; i++) {
        crc ^= bytes[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
    }
    return ~crc;
}

static void append_be32(GByteArray *bytes, uint32_t value)
{
    unsigned char be[4] = {(unsigned char)(value >> 24), (unsigned char)(value >> 16), (unsigned char)(value >> 8),
                           (unsigned char)value};
    g_byte_array_append(bytes, be, sizeof be);
}

/* tEXt chunk: by its Software field we know our own files again (output.h). */
static GByteArray *software_chunk(void)
{
    static const char text[] = "tEXtSoftware\0entente " ENTENTE_VERSION;
    GByteArray *chunk = g_byte_array_new();
    append_be32(chunk, (uint32_t)(sizeof text - 1 - 4));
    g_byte_array_append(chunk, (const unsigned char *)text, sizeof text - 1);
    append_be32(chunk, crc32_of((const unsigned char *)text, sizeof text - 1));
    return chunk;
}

bool scene_png(const Scene *scene, double scale, Output *output, GError **error)
{
    enum { AFTER_IHDR = 8 + 25 };
    double width = floor(scene->width * scale), height = floor(scene->height * scale);
    if (!(width >= 1 && height >= 1 && width <= MOST_PIXELS && height <= MOST_PIXELS)) {
        g_set_error(error, ENTENTE_ERROR, ERROR_USAGE,
                    "a PNG of %.0f × %.0f px cannot be drawn (at most %d a side): choose "
                    "a smaller scale, or SVG or PDF",
                    width, height, MOST_PIXELS);
        return false;
    }
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, (int)width, (int)height);
    cairo_t *cr = cairo_create(surface);
    cairo_scale(cr, scale, scale);
    bool fine = draw_scene(cr, scene, error);
    g_autoptr(GByteArray) png = g_byte_array_new(), chunk = software_chunk();
    if (fine)
        cairo_surface_write_to_png_stream(surface, collect, png);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    if (!fine)
        return false;
    if (png->len <= AFTER_IHDR) {
        g_set_error_literal(error, ENTENTE_ERROR, ERROR_IO, "cairo could not write the PNG: choose SVG");
        return false;
    }
    output_bytes(output, png->data, AFTER_IHDR);
    output_bytes(output, chunk->data, chunk->len);
    output_bytes(output, png->data + AFTER_IHDR, png->len - AFTER_IHDR);
    return true;
}

/* ---- PDF ---- */

bool scene_pdf(const Scene *scene, Output *output, GError **error)
{
    g_autoptr(GByteArray) pdf = g_byte_array_new();
    const double points = .75; /* a px is 1/96 inch */
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(collect, pdf, scene->width * points, scene->height * points);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, scene->title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, scene->caption);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "entente " ENTENTE_VERSION);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, ""); /* no date: the same bytes again */
    cairo_t *cr = cairo_create(surface);
    cairo_scale(cr, points, points);
    bool fine = draw_scene(cr, scene, error);
    cairo_show_page(cr);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    if (fine)
        output_bytes(output, pdf->data, pdf->len);
    return fine;
}

#endif
