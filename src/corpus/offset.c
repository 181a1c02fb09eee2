/* offset.c - offsets in the units that programs count in, as bytes of UTF-8 and back. */
#include "offset.h"

enum { BLOCK = 256 };

struct OffsetIndex {
    const unsigned char *text;
    uint32_t n, n_units, n_blocks;
    OffsetUnit unit;
    bool plain;       /* a unit is a byte, and every byte a character */
    uint32_t *before; /* units that begin before the block */
};

const char *offset_unit_name(OffsetUnit unit)
{
    static const char *const name[N_OFFSET_UNITS] = {"bytes", "characters", "UTF-16 units"};
    return name[unit];
}

static bool is_continuation(unsigned char c)
{
    return (c & 0xC0) == 0x80;
}

/* Units that begin with this byte. */
static uint32_t weight(OffsetUnit unit, unsigned char c)
{
    if (unit == OFFSET_BYTE)
        return 1;
    return is_continuation(c) ? 0 : unit == OFFSET_UTF16 && c >= 0xF0 ? 2 : 1;
}

OffsetIndex *offset_index_new(const char *text, size_t n, OffsetUnit unit)
{
    OffsetIndex *x = g_new0(OffsetIndex, 1);
    x->text = (const unsigned char *)text;
    x->n = (uint32_t)n;
    x->unit = unit;
    x->n_blocks = (uint32_t)(n / BLOCK + 1);
    x->before = g_new(uint32_t, x->n_blocks);
    unsigned char any = 0;
    for (uint32_t i = 0; i < x->n; i++) {
        if (i % BLOCK == 0)
            x->before[i / BLOCK] = x->n_units;
        any |= x->text[i];
        x->n_units += weight(unit, x->text[i]);
    }
    if (x->n % BLOCK == 0)
        x->before[x->n / BLOCK] = x->n_units;
    x->plain = any < 0x80;
    return x;
}

void offset_index_free(OffsetIndex *x)
{
    if (!x)
        return;
    g_free(x->before);
    g_free(x);
}

uint32_t offset_index_size(const OffsetIndex *x)
{
    return x->n_units;
}

/* The last block that no more than this many units stand before. */
static uint32_t find_block(const OffsetIndex *x, uint32_t unit)
{
    uint32_t low = 0, high = x->n_blocks;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (x->before[middle] <= unit)
            low = middle;
        else
            high = middle;
    }
    return low;
}

OffsetFit offset_to_byte(const OffsetIndex *x, uint32_t unit, uint32_t *byte)
{
    if (unit > x->n_units)
        return OFFSET_BEYOND;
    uint32_t at = unit;
    if (!x->plain && x->unit != OFFSET_BYTE) {
        uint32_t block = find_block(x, unit), seen = x->before[block];
        for (at = block * BLOCK; at < x->n && (seen < unit || is_continuation(x->text[at])); at++)
            seen += weight(x->unit, x->text[at]);
        if (seen > unit)
            return OFFSET_INSIDE;
    }
    if (at < x->n && is_continuation(x->text[at]))
        return OFFSET_INSIDE;
    *byte = at;
    return OFFSET_FITS;
}

uint32_t offset_of_byte(const OffsetIndex *x, uint32_t byte)
{
    byte = MIN(byte, x->n);
    if (x->plain || x->unit == OFFSET_BYTE)
        return byte;
    uint32_t units = x->before[byte / BLOCK];
    for (uint32_t at = byte / BLOCK * BLOCK; at < byte; at++)
        units += weight(x->unit, x->text[at]);
    return units;
}
