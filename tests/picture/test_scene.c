/* test_scene.c - what a scene holds, and that nothing covers the drawing. */
#include "boxes.h"
#include "drawn.h"

static size_t count(const Drawn *drawn, Layer layer)
{
    size_t n = 0;
    for (unsigned i = 0; i < drawn->scene->shape->len; i++)
        n += drawn_shape(drawn, i)->layer == layer;
    return n;
}

static const Shape *with_text(const Drawn *drawn, const char *part)
{
    for (unsigned i = 0; i < drawn->scene->shape->len; i++) {
        const Shape *s = drawn_shape(drawn, i);
        if ((s->text && strstr(s->text, part)) || (s->tooltip && strstr(s->tooltip, part)))
            return s;
    }
    return NULL;
}

static Box around(const Scene *scene, const Shape *s)
{
    double left = s->anchor == ANCHOR_MIDDLE ? s->x - s->width / 2 : s->x;
    switch (s->kind) {
    case SHAPE_RECTANGLE:
        return (Box){s->x, s->y, s->x + s->width, s->y + s->height};
    case SHAPE_CIRCLE:
        return (Box){s->x - s->width, s->y - s->width, s->x + s->width, s->y + s->width};
    case SHAPE_TEXT:
        return (Box){left, s->y - .8 * s->font, left + s->width, s->y + .24 * s->font};
    case SHAPE_CURVE: {
        double mx = (s->x + s->end.x) / 4 + s->control.x / 2, my = (s->y + s->end.y) / 4 + s->control.y / 2;
        return box_union((Box){s->x, s->y, s->x, s->y},
                         box_union((Box){mx, my, mx, my}, (Box){s->end.x, s->end.y, s->end.x, s->end.y}));
    }
    default: {
        Point first = g_array_index(scene->point, Point, s->point.first);
        Box box = {first.x, first.y, first.x, first.y};
        for (uint32_t i = 1; i < s->point.n; i++) {
            Point p = g_array_index(scene->point, Point, s->point.first + i);
            box = box_union(box, (Box){p.x, p.y, p.x, p.y});
        }
        return box;
    }
    }
}

/* Everything on the page; title, legend and caption beside the drawing and beside one another. */
static void check_frame(const Drawn *drawn)
{
    const Scene *scene = drawn->scene;
    Box page = {0, 0, scene->width, scene->height};
    for (unsigned i = 0; i < scene->shape->len; i++) {
        Box box = around(scene, drawn_shape(drawn, i));
        g_assert_cmpfloat(box.left, >=, page.left);
        g_assert_cmpfloat(box.top, >=, page.top);
        g_assert_cmpfloat(box.right, <=, page.right + .01);
        g_assert_cmpfloat(box.bottom, <=, page.bottom + .01);
        if (drawn_shape(drawn, i)->layer != LAYER_LEGEND || drawn_shape(drawn, i)->kind != SHAPE_TEXT)
            continue;
        for (unsigned j = 0; j < scene->shape->len; j++)
            if (j != i && drawn_shape(drawn, j)->layer != LAYER_PAGE &&
                (drawn_shape(drawn, j)->layer != LAYER_LEGEND || drawn_shape(drawn, j)->kind == SHAPE_TEXT))
                if (box_overlap(box, around(scene, drawn_shape(drawn, j))))
                    g_error("“%s” is covered by shape %u", drawn_shape(drawn, i)->text, j);
    }
}

static void test_frame(void)
{
    static const unsigned size[] = {1, 2, 6, 30, 90, 200};
    for (size_t i = 0; i < G_N_ELEMENTS(size); i++) {
        g_auto(GStrv) pairs = drawn_pairs(size[i], size[i] * 3 / 2, 0);
        g_autoptr(Drawn) drawn = drawn_new((const char *const *)pairs);
        check_frame(drawn);
        drawn->options.title = "A title that is so long that it needs two lines at least, on any page that is not very "
                               "wide, and perhaps even a third one, who knows";
        drawn->options.subtitle =
            "A subtitle · that · has · many · words · in · it · because · it · lists · all · the · "
            "options · that · there · are · and · some · more";
        drawn_draw(drawn);
        check_frame(drawn);
    }
}

static void test_tooltips(void)
{
    static const char *const pairs[] = {"A 1", "B 1", "A 2", "B 2", "C 2", NULL};
    g_autoptr(Drawn) drawn = drawn_new(pairs);
    g_assert_nonnull(with_text(drawn, "A — B: 2 events, weight 1.5"));
    g_assert_nonnull(with_text(drawn, "A — C: 1 event, weight 0.5"));
    g_assert_nonnull(with_text(drawn, "A (official): events 2, degree 2, strength 2"));
    g_assert_cmpuint(count(drawn, LAYER_TIES), ==, 3);
    g_assert_cmpuint(count(drawn, LAYER_ACTORS), ==, 3);
    g_assert_cmpuint(count(drawn, LAYER_LABELS), ==, 3);
    g_assert_cmpstr(drawn->scene->description, ==, "3 actors, 3 ties. Largest by events: A (2), B (2), C (1).");
}

static void test_heavy_last_small_on_top(void)
{
    g_auto(GStrv) pairs = drawn_pairs(30, 60, 0);
    g_autoptr(Drawn) drawn = drawn_new((const char *const *)pairs);
    const Shape *before = NULL;
    Layer layer = LAYER_PAGE;
    for (unsigned i = 0; i < drawn->scene->shape->len; i++) {
        const Shape *s = drawn_shape(drawn, i);
        g_assert_cmpint(s->layer, >=, layer); /* layer by layer */
        if (s->layer == LAYER_TIES && layer == LAYER_TIES)
            g_assert_cmpfloat(s->stroke_width, >=, before->stroke_width);
        if (s->layer == LAYER_ACTORS && layer == LAYER_ACTORS)
            g_assert_cmpfloat(s->width, <=, before->width);
        layer = s->layer;
        before = s;
    }
}

/* One type: circles, no word about shapes. Several: each its sign, and all are explained. */
static void test_types(void)
{
    static const char *const pairs[] = {"A 1", "B 1", "C 1", "D 1", NULL};
    g_autoptr(Drawn) drawn = drawn_new(pairs);
    g_assert_null(with_text(drawn, "Shape:"));
    for (unsigned i = 0; i < drawn->scene->shape->len; i++)
        if (drawn_shape(drawn, i)->layer == LAYER_ACTORS)
            g_assert_cmpint(drawn_shape(drawn, i)->kind, ==, SHAPE_CIRCLE);
    static const ActorType type[] = {ACTOR_COUNTRY, ACTOR_AGENCY, ACTOR_OFFICIAL, ACTOR_UNKNOWN};
    for (size_t i = 0; i < 4; i++)
        drawn->made->cast->actor[i].type = type[i];
    drawn_draw(drawn);
    static const char *const name[] = {"Shape:", "country", "organisation", "person", "other"};
    for (size_t i = 0; i < G_N_ELEMENTS(name); i++)
        g_assert_nonnull(with_text(drawn, name[i]));
    uint32_t corners[4] = {0};
    for (unsigned i = 0, k = 0; i < drawn->scene->shape->len; i++)
        if (drawn_shape(drawn, i)->layer == LAYER_ACTORS)
            corners[k++] = drawn_shape(drawn, i)->kind == SHAPE_CIRCLE      ? 1
                           : drawn_shape(drawn, i)->kind == SHAPE_RECTANGLE ? 2
                                                                            : drawn_shape(drawn, i)->point.n + 2;
    g_assert_cmpuint(corners[0], ==, 1);
    g_assert_cmpuint(corners[1], ==, 2);
    g_assert_cmpuint(corners[2], ==, 5);
    g_assert_cmpuint(corners[3], ==, 6);
}

static void test_legend(void)
{
    static const char *const pairs[] = {"Ann 1", "Bob 1", "Cy 1", "Ann 2", "Bob 2", "Ann 3", "Bob 3",
                                        "Ann 4", "Bob 4", "Xi 5", "Yo 5",  "Zoe 6", NULL};
    g_autoptr(Drawn) drawn = drawn_new(pairs);
    g_assert_nonnull(with_text(drawn, "Ann, Bob"));
    g_assert_nonnull(with_text(drawn, "(3)"));
    g_assert_nonnull(with_text(drawn, "Xi, Yo"));
    g_assert_nonnull(with_text(drawn, "without ties"));
    g_assert_nonnull(with_text(drawn, "Without ties"));
    g_assert_nonnull(with_text(drawn, "Size: events"));
    g_assert_nonnull(with_text(drawn, "Width: tie weight (newman)"));

    static const char *const alike[] = {"Ann 1", "Bob 1", "Cy 1", NULL};
    g_autoptr(Drawn) plain = drawn_new(alike); /* one group, one size, one width: nothing to explain */
    g_assert_null(with_text(plain, "Colour:"));
    g_assert_null(with_text(plain, "Size:"));
    g_assert_null(with_text(plain, "Width:"));
}

static void test_says_what_is_left_out(void)
{
    g_auto(GStrv) pairs = drawn_pairs(120, 1500, 0);
    g_autoptr(Drawn) drawn = drawn_new((const char *const *)pairs);
    g_assert_cmpuint(count(drawn, LAYER_TIES), ==, 1000);
    g_assert_nonnull(with_text(drawn, "strongest 1,000 of "));
    g_assert_nonnull(with_text(drawn, "60 of 120 actors labelled"));
    size_t n_tooltips = 0;
    for (unsigned i = 0; i < drawn->scene->shape->len; i++)
        n_tooltips += drawn_shape(drawn, i)->layer == LAYER_ACTORS && drawn_shape(drawn, i)->tooltip;
    g_assert_cmpuint(n_tooltips, ==, 120);
}

/* A ground only where few others stand on it. */
static void test_grounds(void)
{
    g_autoptr(GPtrArray) pair = g_ptr_array_new_with_free_func(g_free);
    for (int i = 0; i < 12; i++)
        g_ptr_array_add(pair, g_strdup_printf("Actor %d part%d", i, i / 6));
    g_ptr_array_add(pair, g_strdup("Actor 0 bridge"));
    g_ptr_array_add(pair, g_strdup("Actor 6 bridge"));
    g_ptr_array_add(pair, NULL);
    g_autoptr(Drawn) drawn = drawn_new((const char *const *)pair->pdata);
    g_assert_cmpuint(drawn->layout->n_groups, >=, 2);
    g_assert_cmpuint(count(drawn, LAYER_GROUPS), >=, 1);
    for (size_t i = 0; i < 12; i++) { /* both on the same ground */
        drawn->layout->x[i] = (double)(i * 5 % 12) * 150;
        drawn->layout->y[i] = (double)(i * 7 % 12) * 150;
    }
    g_autoptr(Scene) mixed = scene_network(drawn->network, drawn->scores, drawn->layout, &drawn->options);
    size_t n_grounds = 0;
    for (unsigned i = 0; i < mixed->shape->len; i++)
        n_grounds += g_array_index(mixed->shape, Shape, i).layer == LAYER_GROUPS;
    g_assert_cmpuint(n_grounds, ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/scene/frame", test_frame);
    g_test_add_func("/scene/tooltips", test_tooltips);
    g_test_add_func("/scene/order", test_heavy_last_small_on_top);
    g_test_add_func("/scene/types", test_types);
    g_test_add_func("/scene/legend", test_legend);
    g_test_add_func("/scene/left-out", test_says_what_is_left_out);
    g_test_add_func("/scene/grounds", test_grounds);
    return g_test_run();
}
