/* test_multiples.c - panels: one place and scale for all, no label on another, few events said. */
#include "boxes.h"
#include "drawn.h"
#include "multiples.h"

#include <math.h>

static Box text_box(const Shape *s)
{
    double left = s->anchor == ANCHOR_MIDDLE ? s->x - s->width / 2 : s->x;
    return (Box){left, s->y - .8 * s->font, left + s->width, s->y + .2 * s->font};
}

/* Every text beside every other but the second line of its own label, and inside the page. */
static void check_texts(const Scene *scene)
{
    for (unsigned i = 0; i < scene->shape->len; i++) {
        const Shape *a = &g_array_index(scene->shape, Shape, i);
        if (a->kind != SHAPE_TEXT)
            continue;
        Box box = text_box(a);
        g_assert_true(box.left >= 0 && box.top >= 0 && box.right <= scene->width && box.bottom <= scene->height);
        for (unsigned j = 0; j < i; j++) {
            const Shape *b = &g_array_index(scene->shape, Shape, j);
            bool lines_of_one = a->layer == LAYER_LABELS && b->layer == LAYER_LABELS && fabs(a->x - b->x) < .01;
            if (b->kind == SHAPE_TEXT && !lines_of_one && box_overlap(box, text_box(b)))
                g_error("“%s” and “%s” overlap", a->text, b->text);
        }
    }
}

static Scene *draw(Drawn *whole, Drawn **slice, const size_t *n_events, size_t n)
{
    g_autofree Panel *panel = g_new0(Panel, n);
    for (size_t i = 0; i < n; i++)
        panel[i] = (Panel){"2016", n_events[i], slice[i] ? slice[i]->sociogram : NULL};
    multiples_share(whole->sociogram, panel, n);
    g_autoptr(GError) error = NULL;
    layout_free(whole->layout);
    whole->layout = layout_sociogram(whole->sociogram, &whole->options, &error);
    g_assert_no_error(error);
    return scene_multiples(whole->sociogram, whole->layout, panel, n, &whole->options);
}

/* The cast is the made one's own; here all panels are cut from one. */
static Drawn *part_of(const Drawn *whole, uint32_t every)
{
    Drawn *part = g_new0(Drawn, 1);
    Selection selection;
    selection_init(&selection);
    g_autofree bool *keep = g_new0(bool, whole->made->incidence->n_events + 1);
    for (size_t e = 0; e < whole->made->incidence->n_events; e++)
        keep[e] = e % every == 0;
    part->made = g_new0(Made, 1);
    part->made->incidence = incidence_subset(whole->made->incidence, keep);
    part->network = network_project(part->made->incidence, &selection, NULL);
    part->scores = measure_network(part->network, whole->scores->computed, &(MeasureOptions){.seed = 42}, NULL);
    part->sociogram = whole->two_mode ? sociogram_two_mode(part->network, part->scores, &whole->options)
                                      : sociogram_network(part->network, part->scores, &whole->options);
    return part;
}

static void part_free(Drawn *part)
{
    sociogram_free(part->sociogram);
    scores_free(part->scores);
    network_free(part->network);
    incidence_free(part->made->incidence);
    g_free(part->made);
    g_free(part);
}

static void test_panels(void)
{
    static const unsigned size[] = {5, 40, 90};
    for (size_t i = 0; i < 2 * G_N_ELEMENTS(size); i++) {
        g_auto(GStrv) pairs = drawn_pairs(size[i / 2], size[i / 2] * 2, 0);
        g_autoptr(Drawn) whole = drawn_new((const char *const *)pairs);
        whole->two_mode = i % 2;
        drawn_draw(whole);
        Drawn *slice[] = {part_of(whole, 2), NULL, part_of(whole, 5), part_of(whole, 7)};
        static const size_t n_events[] = {40, 0, 12, 2};
        Scene *scene = draw(whole, slice, n_events, 4), *again = draw(whole, slice, n_events, 4);
        g_autofree char *svg = scene_svg_markup(scene), *same = scene_svg_markup(again);
        check_texts(scene);
        g_assert_cmpstr(svg, ==, same);
        g_assert_nonnull(strstr(svg, "2 events: too few to compare"));
        g_assert_null(strstr(svg, "12 events: too few"));
        g_assert_nonnull(strstr(svg, "faint dots: not in that slice"));
        scene_free(scene);
        scene_free(again);
        for (size_t k = 0; k < 4; k++)
            if (slice[k])
                part_free(slice[k]);
    }
}

/* One scale: the same score has the same size in every panel, and the place is the whole's. */
static void test_scale(void)
{
    g_auto(GStrv) pairs = drawn_pairs(20, 60, 0);
    g_autoptr(Drawn) whole = drawn_new((const char *const *)pairs);
    Drawn *slice[] = {part_of(whole, 1), part_of(whole, 1)};
    static const size_t n_events[] = {60, 60};
    Scene *scene = draw(whole, slice, n_events, 2);
    g_autoptr(GHashTable) first = g_hash_table_new(g_str_hash, g_str_equal);
    size_t n_again = 0;
    for (unsigned i = 0; i < scene->shape->len; i++) {
        Shape *s = &g_array_index(scene->shape, Shape, i);
        Shape *before = s->id ? g_hash_table_lookup(first, s->id) : NULL;
        if (before) {
            g_assert_cmpfloat(before->width, ==, s->width);
            g_assert_cmpfloat(before->at.x, ==, s->at.x);
            g_assert_cmpstr(before->fill, ==, s->fill);
            n_again++;
        } else if (s->id) {
            g_hash_table_insert(first, s->id, s);
        }
    }
    g_assert_cmpuint(n_again, ==, 20);
    scene_free(scene);
    part_free(slice[0]);
    part_free(slice[1]);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/multiples/panels", test_panels);
    g_test_add_func("/multiples/scale", test_scale);
    return g_test_run();
}
