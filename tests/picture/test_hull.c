/* test_hull.c - convex hulls. */
#include "hull.h"

#include <glib.h>

static void test_square(void)
{
    Point p[] = {{0, 0}, {2, 0}, {1, 0}, {2, 2}, {0, 2}, {1, 1}, {0, 0}, {0, 1}};
    size_t n = hull_convex(p, G_N_ELEMENTS(p));
    g_assert_cmpuint(n, ==, 4);
    double area = 0;
    for (size_t i = 0; i < n; i++)
        area += p[i].x * p[(i + 1) % n].y - p[(i + 1) % n].x * p[i].y;
    g_assert_cmpfloat(area / 2, ==, 4);
    g_assert_true(hull_contains(p, n, (Point){1, 1}));
    g_assert_false(hull_contains(p, n, (Point){2, 1})); /* on its rim */
    g_assert_false(hull_contains(p, n, (Point){3, 1}));
}

static void test_degenerate(void)
{
    Point same[] = {{1, 1}, {1, 1}, {1, 1}}, line[] = {{0, 0}, {3, 3}, {1, 1}, {2, 2}}, one[] = {{5, 5}};
    g_assert_cmpuint(hull_convex(NULL, 0), ==, 0);
    g_assert_cmpuint(hull_convex(one, 1), ==, 1);
    g_assert_cmpuint(hull_convex(same, 3), ==, 1);
    g_assert_cmpuint(hull_convex(line, 4), ==, 2);
    g_assert_false(hull_contains(line, 2, (Point){1, 1}));
}

static void test_holds_all(void)
{
    Point p[200], copy[200];
    g_autoptr(GRand) rand = g_rand_new_with_seed(7);
    for (size_t i = 0; i < G_N_ELEMENTS(p); i++)
        copy[i] = p[i] = (Point){g_rand_double(rand), g_rand_double(rand)};
    size_t n = hull_convex(p, G_N_ELEMENTS(p));
    for (size_t i = 0; i < G_N_ELEMENTS(copy); i++) {
        bool corner = false;
        for (size_t k = 0; k < n; k++)
            corner |= copy[i].x == p[k].x && copy[i].y == p[k].y;
        g_assert_true(corner || hull_contains(p, n, copy[i]));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/hull/square", test_square);
    g_test_add_func("/hull/degenerate", test_degenerate);
    g_test_add_func("/hull/holds-all", test_holds_all);
    return g_test_run();
}
