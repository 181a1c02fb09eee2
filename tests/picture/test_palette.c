/* test_palette.c - colours differ, and can be seen on their page. */
#include "palette.h"
#include "picture.h"

#include <glib.h>
#include <math.h>

static double channel(guint64 rgb, int shift)
{
    double c = (double)(rgb >> shift & 255) / 255;
    return c <= .04045 ? c / 12.92 : pow((c + .055) / 1.055, 2.4);
}

/* WCAG 2 contrast. */
static double contrast(const char *a, const char *b)
{
    double light[2];
    for (int i = 0; i < 2; i++) {
        guint64 rgb = g_ascii_strtoull((i ? b : a) + 1, NULL, 16);
        light[i] = .2126 * channel(rgb, 16) + .7152 * channel(rgb, 8) + .0722 * channel(rgb, 0) + .05;
    }
    return fmax(light[0] / light[1], light[1] / light[0]);
}

static void test_groups(void)
{
    for (uint32_t i = 0; i <= N_GROUP_COLOURS; i++)
        for (uint32_t j = 0; j < i; j++)
            for (int dark = 0; dark < 2; dark++)
                g_assert_cmpstr(palette_group(i, dark), !=, palette_group(j, dark));
    g_assert_cmpstr(palette_group(6, false), ==, palette_group(UINT32_MAX, false));
    g_assert_cmpstr(picture_group_colour(0), ==, "#4477aa");
    g_assert_cmpstr(picture_group_colour(UINT32_MAX), ==, palette_group(600, false));
}

static void test_contrast(void)
{
    for (int dark = 0; dark < 2; dark++) {
        const Inks *ink = palette_inks(dark);
        g_assert_cmpfloat(contrast(ink->text, ink->page), >, 12);
        g_assert_cmpfloat(contrast(ink->muted, ink->page), >, 4.5);
        g_assert_cmpfloat(contrast(ink->between, ink->page), >, 3);
        for (uint32_t g = 0; g < N_GROUP_COLOURS; g++)
            g_assert_cmpfloat(contrast(palette_group(g, dark), ink->page), >, dark ? 3.9 : 1.7);
    }
}

/* Blocks of the same hue are told apart by lightness, on either page, and from what has no group. */
static void test_many(void)
{
    for (int dark = 0; dark < 2; dark++) {
        for (uint32_t g = 0; g < N_GROUP_STEPS; g++) {
            const char *one = palette_group_of_many(g, dark);
            g_assert_cmpfloat(contrast(one, palette_inks(dark)->page), >, dark ? 1.7 : 1.2);
            g_assert_cmpstr(one, !=, palette_group(UINT32_MAX, dark));
            for (uint32_t other = 0; other < g; other++)
                g_assert_cmpstr(one, !=, palette_group_of_many(other, dark));
            if (g >= N_GROUP_COLOURS) {
                const char *hue = palette_group(g % N_GROUP_COLOURS, dark);
                double ratio = contrast(one, hue);
                g_assert_cmpfloat(ratio > 1 ? ratio : 1 / ratio, >, 1.3);
            }
        }
        g_assert_cmpstr(palette_group_of_many(N_GROUP_STEPS, dark), ==, palette_group(UINT32_MAX, dark));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/palette/groups", test_groups);
    g_test_add_func("/palette/contrast", test_contrast);
    g_test_add_func("/palette/many", test_many);
    return g_test_run();
}
