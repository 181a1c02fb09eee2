/* scene_shapes.c - adding shapes to a scene. */
#include "advance.h"
#include "boxes.h"
#include "scene.h"

const char *const scene_fonts[2] = {"Noto Sans", "DejaVu Sans"};

Scene *scene_new(void)
{
    Scene *scene = g_new0(Scene, 1);
    scene->shape = g_array_new(FALSE, TRUE, sizeof(Shape));
    scene->point = g_array_new(FALSE, TRUE, sizeof(Point));
    return scene;
}

void scene_free(Scene *scene)
{
    if (!scene)
        return;
    for (unsigned i = 0; i < scene->shape->len; i++) {
        Shape *shape = &g_array_index(scene->shape, Shape, i);
        g_free(shape->text);
        g_free(shape->tooltip);
        g_free(shape->id);
        g_free(shape->name);
    }
    g_array_free(scene->shape, TRUE);
    g_array_free(scene->point, TRUE);
    g_free(scene->title);
    g_free(scene->description);
    g_free(scene->caption);
    g_free(scene);
}

Shape *scene_add(Scene *scene, Layer layer, ShapeKind kind)
{
    g_array_set_size(scene->shape, scene->shape->len + 1);
    Shape *shape = &g_array_index(scene->shape, Shape, scene->shape->len - 1);
    *shape = (Shape){.kind = kind, .layer = layer, .opacity = 1};
    return shape;
}

Shape *scene_text(Scene *scene, Layer layer, double x, double y, double font, bool bold, const char *colour,
                  const char *text)
{
    Shape *shape = scene_add(scene, layer, SHAPE_TEXT);
    shape->x = x;
    shape->y = y;
    shape->font = font;
    shape->bold = bold;
    shape->fill = colour;
    shape->text = g_strdup(text);
    shape->width = font * advance_width(text, bold);
    return shape;
}

void scene_add_point(Scene *scene, Shape *shape, double x, double y)
{
    if (shape->point.n == 0)
        shape->point.first = scene->point->len;
    Point point = {x, y};
    g_array_append_val(scene->point, point);
    shape->point.n++;
}

/* Factors make the signs look equally large. */
Shape *scene_sign(Scene *scene, Layer layer, Sign sign, double x, double y, double r)
{
    static const Point triangle[] = {{0, -1.18}, {1.1, .78}, {-1.1, .78}};
    static const Point diamond[] = {{0, -1.24}, {1.24, 0}, {0, 1.24}, {-1.24, 0}};
    Shape *shape;
    switch (sign) {
    case SIGN_COUNTRY:
        shape = scene_add(scene, layer, SHAPE_CIRCLE);
        shape->x = x;
        shape->y = y;
        shape->width = r;
        return shape;
    case SIGN_AGENCY:
        shape = scene_add(scene, layer, SHAPE_RECTANGLE);
        shape->x = x - .9 * r;
        shape->y = y - .9 * r;
        shape->width = shape->height = 1.8 * r;
        shape->corner = .22 * r;
        return shape;
    case SIGN_EVENT:
        shape = scene_add(scene, layer, SHAPE_RECTANGLE);
        shape->x = x - EVENT_WIDER * r;
        shape->y = y - r;
        shape->width = 2 * EVENT_WIDER * r;
        shape->height = 2 * r;
        shape->corner = .5 * r;
        return shape;
    default: {
        const Point *corner = sign == SIGN_OFFICIAL ? triangle : diamond;
        size_t n = sign == SIGN_OFFICIAL ? G_N_ELEMENTS(triangle) : G_N_ELEMENTS(diamond);
        shape = scene_add(scene, layer, SHAPE_POLYGON);
        for (size_t i = 0; i < n; i++)
            scene_add_point(scene, shape, x + r * corner[i].x, y + r * corner[i].y);
        return shape;
    }
    }
}

void scene_move(Scene *scene, unsigned first, unsigned end, unsigned first_point, unsigned end_point, Point by)
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

void scene_append(Scene *scene, Scene *other, Point by)
{
    unsigned first = scene->shape->len, first_point = scene->point->len;
    g_array_append_vals(scene->shape, other->shape->data, other->shape->len);
    g_array_append_vals(scene->point, other->point->data, other->point->len);
    g_array_set_size(other->shape, 0);
    for (unsigned i = first; i < scene->shape->len; i++)
        g_array_index(scene->shape, Shape, i).point.first += first_point;
    scene_move(scene, first, scene->shape->len, first_point, scene->point->len, by);
}
