/* test_advance.c - widths of texts against the font's own table. */
#include "advance.h"

static void test_known(void)
{
    /* sums of hmtx advances, read with fontTools from NotoSans-Regular.ttf and NotoSans-Bold.ttf 2.004 */
    static const struct {
        const char *text;
        double regular, bold;
    } known[] = {
        {"Singapore", 4.798, 5.047}, {"Bộ Công an", 5.424, 5.618}, {"Министерство", 7.102, 7.651},
        {"Ελλάδα", 3.474, 3.703},    {"Łódź – “ư”…", 5.417, 5.83},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        g_assert_cmpfloat_with_epsilon(advance_width(known[i].text, false), known[i].regular, 1e-9);
        g_assert_cmpfloat_with_epsilon(advance_width(known[i].text, true), known[i].bold, 1e-9);
    }
    g_assert_cmpfloat(advance_width("", false), ==, 0);
}

static void test_marks_are_free(void)
{
    /* e + circumflex + dot below, and the composed letter */
    g_assert_cmpfloat(advance_width("Vi\x65\xcc\x82\xcc\xa3t", false), ==, advance_width("Việt", false));
    g_assert_cmpuint(advance_of(0x200d, false), ==, 0);
}

static void test_other_scripts(void)
{
    g_assert_cmpfloat(advance_width("東京都", false), ==, 3);
    g_assert_cmpfloat(advance_width("국가", true), ==, 2);
    for (gunichar c = 0x20; c < 0x3000; c++) {
        if (!g_unichar_isgraph(c) || g_unichar_iszerowidth(c) || g_unichar_combining_class(c))
            continue;
        g_assert_cmpuint(advance_of(c, false), >, 0); /* nothing visible is without width */
        g_assert_cmpuint(advance_of(c, true), <, 2500);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/advance/known", test_known);
    g_test_add_func("/advance/marks", test_marks_are_free);
    g_test_add_func("/advance/other-scripts", test_other_scripts);
    return g_test_run();
}
