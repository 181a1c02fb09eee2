/* test_pool.c - one copy of each text, whatever its length. */
#include "pool.h"
#include <string.h>

static void test_same_text_same_pointer(void)
{
    g_autoptr(Pool) pool = pool_new();
    char text[] = "Nguyễn";
    const char *a = pool_string(pool, text);
    text[0] = 'X';
    g_assert_cmpstr(a, ==, "Nguyễn");
    g_assert_true(pool_intern(pool, "Nguyễn Văn", strlen("Nguyễn")) == a);
    g_assert_true(pool_string(pool, "nguyễn") != a);
    g_assert_null(pool_string(pool, NULL));
}

static void test_empty_and_zero_bytes(void)
{
    g_autoptr(Pool) pool = pool_new();
    const char *empty = pool_intern(pool, NULL, 0);
    g_assert_cmpstr(empty, ==, "");
    g_assert_true(pool_string(pool, "") == empty);
    const char *with_zero = pool_intern(pool, "a\0b", 3);
    g_assert_true(with_zero != pool_intern(pool, "a\0c", 3));
    g_assert_true(with_zero != pool_intern(pool, "a", 1));
    g_assert_cmpmem(with_zero, 4, "a\0b", 4);
}

static void test_every_length(void)
{
    g_autoptr(Pool) pool = pool_new();
    char text[100];
    memset(text, 'x', sizeof text);
    const char *known[sizeof text];
    for (size_t n = 0; n < sizeof text; n++)
        known[n] = pool_intern(pool, text, n);
    for (size_t n = 0; n < sizeof text; n++) {
        g_assert_cmpuint(strlen(known[n]), ==, n);
        g_assert_true(pool_find(pool, text, n) == known[n]);
    }
    /* a difference in any one byte makes another text */
    for (size_t i = 0; i < 40; i++) {
        text[i] = 'y';
        g_assert_null(pool_find(pool, text, 40));
        text[i] = 'x';
    }
}

static void test_find_does_not_add(void)
{
    g_autoptr(Pool) pool = pool_new();
    g_assert_null(pool_find(pool, "x", 1));
    g_assert_null(pool_find(pool, "", 0));
    const char *x = pool_intern(pool, "x", 1);
    g_assert_true(pool_find(pool, "xy", 1) == x);
}

static void test_growth_keeps_pointers(void)
{
    enum { N = 50000 };
    g_autoptr(Pool) pool = pool_new();
    g_autofree const char **known = g_new(const char *, N);
    for (int i = 0; i < N; i++) {
        g_autofree char *text = g_strdup_printf("actor-%d", i);
        known[i] = pool_string(pool, text);
    }
    for (int i = 0; i < N; i++) {
        g_autofree char *text = g_strdup_printf("actor-%d", i);
        g_assert_true(pool_string(pool, text) == known[i]);
        g_assert_cmpstr(known[i], ==, text);
    }
}

static void test_long_text_leaves_chunk_open(void)
{
    g_autoptr(Pool) pool = pool_new();
    const char *before = pool_string(pool, "before");
    g_autofree char *million = g_strnfill(1000000, 'm');
    const char *kept = pool_string(pool, million);
    const char *after = pool_string(pool, "after");
    g_assert_cmpuint(strlen(kept), ==, 1000000);
    g_assert_true(pool_string(pool, million) == kept);
    g_assert_true(after > before && after < before + 64); /* the next short text follows the last */
    g_assert_cmpuint(pool_bytes(pool), >=, 1000000);
    g_assert_cmpuint(pool_bytes(pool), <, 1100000);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/pool/same-text-same-pointer", test_same_text_same_pointer);
    g_test_add_func("/pool/empty-and-zero-bytes", test_empty_and_zero_bytes);
    g_test_add_func("/pool/every-length", test_every_length);
    g_test_add_func("/pool/find-does-not-add", test_find_does_not_add);
    g_test_add_func("/pool/growth-keeps-pointers", test_growth_keeps_pointers);
    g_test_add_func("/pool/long-text-leaves-chunk-open", test_long_text_leaves_chunk_open);
    return g_test_run();
}
