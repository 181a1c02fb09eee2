/* test_lookup.c - rows by scope and interned string, through growth and clearing. */
#include "lookup.h"

static void test_many(void)
{
    g_autoptr(Lookup) lookup = lookup_new();
    g_autofree char *text = g_malloc0(5000); /* its addresses are the keys */
    g_assert_cmpuint(lookup_get(lookup, 0, text), ==, UINT32_MAX);
    for (uint32_t i = 0; i < 5000; i++)
        lookup_set(lookup, i % 3, text + i, i);
    for (uint32_t i = 0; i < 5000; i++) {
        g_assert_cmpuint(lookup_get(lookup, i % 3, text + i), ==, i);
        g_assert_cmpuint(lookup_get(lookup, i % 3 + 1, text + i), ==, UINT32_MAX);
    }
    lookup_set(lookup, 0, text, 7);
    g_assert_cmpuint(lookup_get(lookup, 0, text), ==, 7);
    lookup_clear(lookup);
    for (uint32_t i = 0; i < 5000; i++)
        g_assert_cmpuint(lookup_get(lookup, i % 3, text + i), ==, UINT32_MAX);
    lookup_set(lookup, UINT32_MAX, text, 1);
    g_assert_cmpuint(lookup_get(lookup, UINT32_MAX, text), ==, 1);
    lookup_clear(lookup);
    g_assert_cmpuint(lookup_get(lookup, UINT32_MAX, text), ==, UINT32_MAX);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/lookup/many", test_many);
    return g_test_run();
}
