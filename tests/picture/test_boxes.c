/* test_boxes.c - the room actors take, and pushing them apart. */
#include "boxes.h"
#include "drawn.h"

#include <math.h>

static void test_share(void)
{
    g_assert_cmpfloat(size_share(4, 1, 4), ==, 1);
    g_assert_cmpfloat(size_share(1, 1, 4), ==, .5);
    g_assert_cmpfloat(size_share(0, 0, 4), ==, 0);
    g_assert_cmpfloat(size_share(-1, -1, 4), ==, 0);
    g_assert_cmpfloat(size_share(NAN, 1, 4), ==, 0);
    g_assert_cmpfloat(size_share(3, 3, 3), ==, .5); /* nobody stands out */
    g_assert_cmpfloat(size_share(0, 0, 0), ==, 0);
}

static void test_steady(void)
{
    g_assert_cmpfloat(steady(.1 + .2), ==, steady(.3));
    g_assert_cmpfloat(steady(1. / 3 + 1. / 7 + 1. / 11), ==, steady(1. / 11 + 1. / 7 + 1. / 3));
    g_assert_cmpfloat(steady(.3), !=, steady(.3 + 1e-9));
    g_assert_cmpfloat(steady(0), ==, 0);
    g_assert_true(isnan(steady(NAN)));
}

static void test_figure(void)
{
    static const char *const pairs[] = {"Viet Nam a", "Bộ Công an Cộng hòa xã hội chủ nghĩa Việt Nam a", NULL};
    g_autoptr(Drawn) drawn = drawn_new(pairs);
    Figure *figure = figures_new(drawn->sociogram, drawn->layout);
    for (size_t i = 0; i < 2; i++) {
        g_assert_cmpuint(figure[i].label.n_lines, ==, i == 0 ? 2 : 1); /* B before V */
        g_assert_cmpfloat(figure[i].text.top, >, figure[i].circle.bottom);
        g_assert_cmpfloat(figure[i].whole.top, ==, -drawn->layout->radius[i]);
        g_assert_cmpfloat(figure[i].whole.bottom, ==, figure[i].text.bottom);
        g_assert_cmpfloat_with_epsilon(
            figure[i].text.right - figure[i].text.left,
            figure[i].label.width[figure[i].label.width[1] > figure[i].label.width[0]] * drawn->layout->font[i], 1e-9);
    }
    figures_free(figure, 2);
}

static void test_separate(void)
{
    enum { N = 120 };
    Box box[N];
    double x[N], y[N];
    g_autoptr(GRand) rand = g_rand_new_with_seed(5);
    for (size_t i = 0; i < N; i++) {
        double w = g_rand_double_range(rand, 10, 120), h = g_rand_double_range(rand, 10, 40);
        box[i] = (Box){-w / 2, -10, w / 2, h};
        x[i] = i < 3 ? 0 : g_rand_double_range(rand, 0, 200); /* three on one spot */
        y[i] = i < 3 ? 0 : g_rand_double_range(rand, 0, 200);
    }
    boxes_separate(box, x, y, N, 2);
    for (size_t i = 0; i < N; i++)
        for (size_t j = 0; j < i; j++)
            g_assert_false(box_overlap(box_at(box[i], x[i], y[i]), box_at(box[j], x[j], y[j])));
    g_autofree double *before = g_new(double, N);
    memcpy(before, x, sizeof x);
    boxes_separate(box, x, y, N, 1); /* what is apart stays where it is */
    g_assert_cmpmem(before, sizeof x, x, sizeof x);
    boxes_separate(box, x, y, 0, 2);
}

static void test_overlaps(void)
{
    static const char *const pairs[] = {"Viet Nam a", "Singapore a", NULL};
    g_autoptr(Drawn) drawn = drawn_new(pairs);
    Layout *layout = drawn->layout;
    g_assert_cmpuint(layout_overlaps(layout, drawn->sociogram), ==, 0);
    layout->x[0] = layout->x[1];
    layout->y[0] = layout->y[1];
    g_assert_cmpuint(layout_overlaps(layout, drawn->sociogram), ==, 2); /* circles, labels */
    layout->y[0] = layout->y[1] + layout->radius[1] + layout->font[1] * .6;
    g_assert_cmpuint(layout_overlaps(layout, drawn->sociogram), >=, 1); /* a circle on a label */
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/boxes/share", test_share);
    g_test_add_func("/boxes/steady", test_steady);
    g_test_add_func("/boxes/figure", test_figure);
    g_test_add_func("/boxes/separate", test_separate);
    g_test_add_func("/boxes/overlaps", test_overlaps);
    return g_test_run();
}
