/* scene.h - a finished picture as a list of shapes, in px, y downwards; what svg.c and raster.c draw. */
#ifndef ENTENTE_SCENE_H
#define ENTENTE_SCENE_H

#include "hull.h"
#include "picture.h"

typedef enum Layer { LAYER_PAGE, LAYER_GROUPS, LAYER_TIES, LAYER_ACTORS, LAYER_LABELS, LAYER_LEGEND, N_LAYERS } Layer;

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
    char *text;    /* clean (label.h) */
    char *tooltip; /* clean, or NULL */
} Shape;

struct Scene {
    double width, height;
    GArray *shape; /* of Shape, in the order of drawing, layer by layer */
    GArray *point; /* of Point */
    char *title, *description, *caption;
};

extern const char *const scene_fonts[2]; /* first choice, then the next */

Scene *scene_new(void);
/* Appends a shape with full opacity and no paint, to be filled in; valid until the next one is added. */
Shape *scene_add(Scene *, Layer, ShapeKind);
/* A text in the table's width. */
Shape *scene_text(Scene *, Layer, double x, double y, double font, bool bold, const char *colour, const char *text);
void scene_add_point(Scene *, Shape *, double x, double y);
/* The sign of an actor type: circle for countries, and square, triangle, diamond for agencies, officials, others. */
Shape *scene_sign(Scene *, Layer, ActorType, double x, double y, double radius);

#endif
