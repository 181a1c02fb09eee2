/* scene.h - a finished picture as a list of shapes, in px, y downwards; what svg.c and raster.c draw. */
#ifndef ENTENTE_SCENE_H
#define ENTENTE_SCENE_H

#include "hull.h"
#include "sociogram.h"

typedef enum Layer {
    LAYER_PAGE,
    LAYER_GRID, /* of plots: axes and what lies behind the marks */
    LAYER_GROUPS,
    LAYER_TIES,
    LAYER_ACTORS,
    LAYER_MARKS, /* of plots: dots, bars, cells, lines */
    LAYER_LABELS,
    LAYER_LEGEND,
    N_LAYERS
} Layer;

typedef enum ShapeKind {
    SHAPE_RECTANGLE, /* x, y left top; width, height, corner */
    SHAPE_CIRCLE,    /* x, y centre; width = radius */
    SHAPE_POLYGON,   /* point; closed, with round joins */
    SHAPE_CURVE,     /* x, y to end, bent towards control; round caps */
    SHAPE_TEXT,      /* x, y on the baseline; width is what the text must measure; stroke is its halo */
} ShapeKind;

typedef enum Anchor { ANCHOR_START, ANCHOR_MIDDLE } Anchor;

typedef struct Shape {
    ShapeKind kind;
    Layer layer;
    double x, y, width, height, corner;
    Point end, control;
    Slice point;               /* rows of scene->point */
    const char *fill, *stroke; /* "#rrggbb", static; NULL = none */
    double stroke_width;
    double opacity; /* of the shape as a whole */
    double font;    /* px */
    bool bold;
    Anchor anchor;
    bool upwards;  /* a text turned about x, y so that it reads from below */
    char *text;    /* clean (label.h) */
    char *tooltip; /* clean, or NULL */
    char *id, *name; /* of a glyph, clean; else NULL */
    Point at;        /* of a glyph: where the layout has it, whatever the page around it */
} Shape;

struct Scene {
    double width, height;
    GArray *shape; /* of Shape, in the order of drawing, layer by layer */
    GArray *point; /* of Point */
    char *title, *description, *caption;
    const char *prefix; /* borrowed; of the ids in its SVG where several share a page; NULL = none */
};

extern const char *const scene_fonts[2]; /* first choice, then the next */

Scene *scene_new(void);
/* Appends a shape with full opacity and no paint, to be filled in; valid until the next one is added. */
Shape *scene_add(Scene *, Layer, ShapeKind);
/* A text in the table's width. */
Shape *scene_text(Scene *, Layer, double x, double y, double font, bool bold, const char *colour, const char *text);
void scene_add_point(Scene *, Shape *, double x, double y);
/* Moves shapes first … end-1 and points of the same stretch; what they say of the layout stays. */
void scene_move(Scene *, unsigned first, unsigned end, unsigned first_point, unsigned end_point, Point by);
/* Moves another scene's shapes to the end of this one. */
void scene_append(Scene *, Scene *other, Point by);
/* Circle for countries; square, triangle, diamond for agencies, officials, others; a card, wider than high, for events.
 */
Shape *scene_sign(Scene *, Layer, Sign, double x, double y, double radius);

#endif
