/* test_pack.c - parts side by side: nothing overlaps, little is wasted. */
#include "pack.h"

#include <glib.h>
#include <stdbool.h>

static bool apart(const Part *a, const Part *b, double gap)
{
    gap -= 1e-6;
    return a->left + a->width + gap <= b->left || b->left + b->width + gap <= a->left ||
           a->top + a->height + gap <= b->top || b->top + b->height + gap <= a->top;
}

static void check(Part *part, size_t n, double gap, double waste)
{
    double width, height, area = 0;
    pack_parts(part, n, gap, 1.45, &width, &height);
    for (size_t i = 0; i < n; i++) {
        g_assert_cmpfloat(part[i].left, >=, 0);
        g_assert_cmpfloat(part[i].top, >=, 0);
        g_assert_cmpfloat(part[i].left + part[i].width, <=, width + 1e-9);
        g_assert_cmpfloat(part[i].top + part[i].height, <=, height + 1e-9);
        area += (part[i].width + gap) * (part[i].height + gap);
        for (size_t j = 0; j < i; j++)
            g_assert_true(apart(&part[i], &part[j], gap));
    }
    g_assert_cmpfloat((width + gap) * (height + gap), <, waste * area);
}

static void test_parts(void)
{
    Part one[] = {{.width = 300, .height = 200}};
    check(one, 1, 40, 1.001);
    Part main_and_pairs[] = {{.width = 800, .height = 600}, {.width = 120, .height = 50}, {.width = 110, .height = 50}};
    check(main_and_pairs, 3, 40, 1.6);
    g_assert_cmpfloat(main_and_pairs[0].left, ==, 0);
    g_assert_cmpfloat(main_and_pairs[0].top, ==, 0);
    g_assert_cmpfloat(main_and_pairs[1].top, >, 600); /* crumbs go below, they do not widen the page */

    Part many[60] = {{.width = 0}};
    g_autoptr(GRand) rand = g_rand_new_with_seed(3);
    for (size_t i = 0; i < G_N_ELEMENTS(many); i++)
        many[i] = (Part){.width = g_rand_double_range(rand, 50, 300), .height = g_rand_double_range(rand, 40, 200)};
    check(many, G_N_ELEMENTS(many), 30, 1.7);
}

static void test_none(void)
{
    double width = 9, height = 9;
    pack_parts(NULL, 0, 40, 1.45, &width, &height);
    g_assert_cmpfloat(width, ==, 0);
    g_assert_cmpfloat(height, ==, 0);
}

static void test_columns(void)
{
    double cell[] = {100, 50, 60, 80, 90}, column[5];
    size_t columns;
    pack_columns(cell, 5, 10, 1000, &columns, column);
    g_assert_cmpuint(columns, ==, 5);
    pack_columns(cell, 5, 10, 250, &columns, column); /* 3: 100, 90, 60 and two gaps are 270; 2: 100, 80 and one */
    g_assert_cmpuint(columns, ==, 2);
    g_assert_cmpfloat(column[0], ==, 100);
    g_assert_cmpfloat(column[1], ==, 80);
    pack_columns(cell, 5, 10, 20, &columns, column);
    g_assert_cmpuint(columns, ==, 1);
    g_assert_cmpfloat(column[0], ==, 100);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/pack/parts", test_parts);
    g_test_add_func("/pack/none", test_none);
    g_test_add_func("/pack/columns", test_columns);
    return g_test_run();
}
