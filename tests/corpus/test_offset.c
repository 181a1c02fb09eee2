/* test_offset.c - offsets in three units, on texts whose characters have every length. */
#include "offset.h"
#include <string.h>

/* Every unit of the text by walking it, held against the index. */
static void check(const char *text, OffsetUnit unit)
{
    g_autoptr(OffsetIndex) index = offset_index_new(text, strlen(text), unit);
    uint32_t at = 0, byte = UINT32_MAX;
    for (const char *c = text; *c; c = g_utf8_next_char(c)) {
        uint32_t length = (uint32_t)(g_utf8_next_char(c) - c);
        uint32_t units = unit == OFFSET_BYTE ? length : unit == OFFSET_UTF16 && length == 4 ? 2 : 1;
        g_assert_cmpint(offset_to_byte(index, at, &byte), ==, OFFSET_FITS);
        g_assert_cmpuint(byte, ==, (uint32_t)(c - text));
        g_assert_cmpuint(offset_of_byte(index, byte), ==, at);
        for (uint32_t k = 1; k < units; k++)
            g_assert_cmpint(offset_to_byte(index, at + k, &byte), ==, OFFSET_INSIDE);
        at += units;
    }
    g_assert_cmpuint(offset_index_size(index), ==, at);
    g_assert_cmpint(offset_to_byte(index, at, &byte), ==, OFFSET_FITS);
    g_assert_cmpuint(byte, ==, strlen(text));
    g_assert_cmpint(offset_to_byte(index, at + 1, &byte), ==, OFFSET_BEYOND);
    g_assert_cmpint(offset_to_byte(index, UINT32_MAX, &byte), ==, OFFSET_BEYOND);
}

static void test_walk(void)
{
    static const char *const piece[] = {"", "a", "é", "東", "😀", "a\n😀é", "\r\n", "e\xCC\x81"};
    for (size_t i = 0; i < G_N_ELEMENTS(piece); i++) {
        for (size_t n = 1; n < 700; n += 61) { /* across the borders of blocks, at every phase */
            g_autoptr(GString) text = g_string_new(NULL);
            for (size_t k = 0; k < n; k++)
                g_string_append(text, k % 7 == 3 ? "x" : piece[i]);
            for (unsigned unit = 0; unit < N_OFFSET_UNITS; unit++)
                check(text->str, (OffsetUnit)unit);
        }
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/offset/walk", test_walk);
    return g_test_run();
}
