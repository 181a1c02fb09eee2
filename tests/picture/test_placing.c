/* test_placing.c - who was there stays there; newcomers find room. */
#include "boxes.h"
#include "drawn.h"
#include "error.h"

#include <math.h>

static Positions *positions_of(const Drawn *drawn)
{
    char *folder = support_folder();
    g_autofree char *path = support_file(folder, "old.svg", drawn->svg);
    g_autoptr(GError) error = NULL;
    Positions *positions = positions_read(path, &error);
    g_assert_no_error(error);
    support_remove_folder(folder);
    return positions;
}

/* Nothing new: the same picture, to the byte. */
static void test_same(void)
{
    static const unsigned size[] = {1, 2, 15, 81, 300};
    for (size_t i = 0; i < G_N_ELEMENTS(size); i++) {
        g_auto(GStrv) pairs = drawn_pairs(size[i], size[i], 0);
        g_autoptr(Drawn) drawn = drawn_new((const char *const *)pairs);
        g_autoptr(Positions) known = positions_of(drawn);
        g_autofree char *before = g_strdup(drawn->svg);
        drawn->options.known = known;
        drawn_draw(drawn);
        g_assert_cmpstr(before, ==, drawn->svg);
    }
}

/* Of n actors only the first share was there before: they stay in proportion, all find room. */
static void check_growth(unsigned n, unsigned before, unsigned shift)
{
    g_auto(GStrv) few = drawn_pairs(before, before * 2, 0), many = drawn_pairs(n, n * 2, shift);
    g_autoptr(Drawn) old = drawn_new((const char *const *)few), new = drawn_new((const char *const *)many);
    g_autoptr(Positions) known = positions_of(old);
    new->options.known = known;
    drawn_draw(new);
    g_assert_cmpuint(layout_overlaps(new->layout, new->sociogram), ==, 0);
    double ox = NAN, oy = NAN, px = NAN, py = NAN, factor = NAN;
    size_t n_known = 0;
    for (size_t i = 0; i < new->layout->n_nodes; i++) {
        double x, y;
        const Glyph *glyph = &new->sociogram->glyph[i];
        if (!positions_find(known, glyph->id, glyph->name, &x, &y))
            continue;
        if (!n_known++) { /* all else in proportion to the first two */
            ox = x, oy = y, px = new->layout->x[i], py = new->layout->y[i];
            continue;
        }
        double then = hypot(x - ox, y - oy), now = hypot(new->layout->x[i] - px, new->layout->y[i] - py);
        factor = isnan(factor) ? now / then : factor;
        g_assert_cmpfloat(factor, >=, .999);
        g_assert_cmpfloat(factor, <=, 1.51);
        g_assert_cmpfloat_with_epsilon(now, then * factor, .05 + then * .001);
    }
    g_assert_cmpuint(n_known, ==, before);
}

static void test_growth(void)
{
    check_growth(20, 15, 0);
    check_growth(60, 20, 0);
    check_growth(120, 90, 0);
    check_growth(300, 40, 0);
}

static void test_order_free(void)
{
    g_auto(GStrv) few = drawn_pairs(20, 40, 0), many = drawn_pairs(40, 80, 0), turned = drawn_pairs(40, 80, 31);
    g_autoptr(Drawn) old = drawn_new((const char *const *)few);
    g_autoptr(Drawn) a = drawn_new((const char *const *)many), b = drawn_new((const char *const *)turned);
    g_autoptr(Positions) known = positions_of(old);
    a->options.known = b->options.known = known;
    drawn_draw(a);
    drawn_draw(b);
    g_assert_cmpstr(a->svg, ==, b->svg);
}

/* A file in any unit: scaled to ours, in proportion; on one spot: no label on another. */
static void test_foreign(void)
{
    static const char *const pairs[] = {"Aa 1", "Bb 1", "Cc 1", "Dd 1", NULL};
    g_autoptr(Drawn) drawn = drawn_new(pairs);
    for (double unit = 1e-3; unit < 1e5; unit *= 1e6) {
        g_autoptr(Positions) known = positions_new("made");
        positions_add(known, "Aa", "", 0, 0);
        positions_add(known, "Bb", "", unit, 0);
        positions_add(known, "Cc", "", 0, unit);
        drawn->options.known = known;
        drawn_draw(drawn);
        const Layout *l = drawn->layout;
        g_assert_cmpuint(layout_overlaps(l, drawn->sociogram), ==, 0);
        g_assert_cmpfloat(hypot(l->x[1] - l->x[0], l->y[1] - l->y[0]), >, 50);
        g_assert_cmpfloat(hypot(l->x[1] - l->x[0], l->y[1] - l->y[0]), <, 500);
        drawn->options.known = NULL;
    }
    g_autoptr(Positions) one = positions_new("made");
    for (size_t i = 0; i < 4; i++)
        positions_add(one, (const char *const[]){"Aa", "Bb", "Cc", "Dd"}[i], "", 5, 5);
    drawn->options.known = one;
    drawn_draw(drawn);
    size_t n_labels = 0;
    for (size_t i = 0; i < 4; i++)
        n_labels += drawn->layout->font[i] > 0;
    g_assert_cmpuint(n_labels, <=, 1);
}

static void test_nobody(void)
{
    static const char *const pairs[] = {"A 1", "B 1", NULL};
    g_autoptr(Drawn) drawn = drawn_new(pairs);
    g_autoptr(Positions) known = positions_new("made.svg");
    g_autoptr(GError) error = NULL;
    positions_add(known, "Z", "Zed", 1, 1);
    drawn->options.known = known;
    g_assert_null(layout_sociogram(drawn->sociogram, &drawn->options, &error));
    g_assert_error(error, ENTENTE_ERROR, ERROR_NO);
    g_assert_nonnull(strstr(error->message, "made.svg"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/placing/same", test_same);
    g_test_add_func("/placing/growth", test_growth);
    g_test_add_func("/placing/order-free", test_order_free);
    g_test_add_func("/placing/foreign", test_foreign);
    g_test_add_func("/placing/nobody", test_nobody);
    return g_test_run();
}
