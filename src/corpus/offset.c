/* offset.c - offsets in the units that programs count in, as bytes of UTF-8 and back. */
#include "offset.h"
#include <string.h>

enum { BLOCK = 64, WORD = 8 };

struct OffsetIndex {
    const unsigned char *text;
    uint32_t n, n_units, n_blocks;
    OffsetUnit unit;
    bool plain;       /* a unit is a byte */
    uint32_t *before; /* units that begin before the block */
};

const char *offset_unit_name(OffsetUnit unit)
{
    static const char *const name[N_OFFSET_UNITS] = {"bytes", "characters", "UTF-16 units"};
    return name[unit];
}

static bool is_continuation(unsigned char c) { return (c & 0xC0) == 0x80; }

/* Units that begin with this byte. */
static uint32_t weight(OffsetUnit unit, unsigned char c)
{
    if (unit == OFFSET_BYTE)
        return 1;
    return is_continuation(c) ? 0 : unit == OFFSET_UTF16 && c >= 0xF0 ? 2 : 1;
}

/* The same of eight bytes at once. */
static uint32_t word_weight(OffsetUnit unit, const unsigned char *at)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t w;
    memcpy(&w, at, sizeof w);
    if (unit == OFFSET_BYTE || (w & ones << 7) == 0)
        return WORD;
    uint64_t behind = w >> 7 & ~(w >> 6) & ones;                /* 10xxxxxx */
    uint64_t beyond = w >> 7 & w >> 6 & w >> 5 & w >> 4 & ones; /* 1111xxxx: two units of UTF-16 */
    uint32_t n = WORD - (uint32_t)(behind * ones >> 56);
    return unit == OFFSET_UTF16 ? n + (uint32_t)(beyond * ones >> 56) : n;
}

/* Units that begin in the bytes from … to. */
static uint32_t weigh(const OffsetIndex *x, uint32_t from, uint32_t to)
{
    uint32_t units = 0;
    for (; from + WORD <= to; from += WORD)
        units += word_weight(x->unit, x->text + from);
    for (; from < to; from++)
        units += weight(x->unit, x->text[from]);
    return units;
}

OffsetIndex *offset_index_new(const char *text, size_t n, OffsetUnit unit)
{
    OffsetIndex *x = g_new0(OffsetIndex, 1);
    x->text = (const unsigned char *)text;
    x->n = (uint32_t)n;
    x->unit = unit;
    x->n_blocks = (uint32_t)(n / BLOCK + 1);
    x->before = g_new(uint32_t, x->n_blocks);
    for (uint32_t i = 0; i < x->n_blocks; i++) {
        x->before[i] = x->n_units;
        x->n_units += weigh(x, i * BLOCK, MIN(x->n, (i + 1) * BLOCK));
    }
    x->plain = x->n_units == x->n;
    return x;
}

void offset_index_free(OffsetIndex *x)
{
    if (!x)
        return;
    g_free(x->before);
    g_free(x);
}

uint32_t offset_index_size(const OffsetIndex *x) { return x->n_units; }

/* The last block that no more than this many units stand before: characters of one length are spread evenly, so that
 * it is looked for from where it then would be. */
static uint32_t find_block(const OffsetIndex *x, uint32_t unit)
{
    uint32_t low = x->n_units ? (uint32_t)((uint64_t)unit * (x->n_blocks - 1) / x->n_units) : 0, high, step = 1;
    while (x->before[low] > unit) {
        low -= MIN(low, step);
        step *= 2;
    }
    for (high = low + 1, step = 1; high < x->n_blocks && x->before[high] <= unit; step *= 2) {
        low = high;
        high += step;
    }
    high = MIN(high, x->n_blocks);
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
    if (!x->plain) {
        uint32_t block = find_block(x, unit), seen = x->before[block], more;
        at = block * BLOCK;
        for (; at + WORD <= x->n && seen + (more = word_weight(x->unit, x->text + at)) <= unit; at += WORD)
            seen += more;
        for (; at < x->n && (seen < unit || is_continuation(x->text[at])); at++)
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
    if (x->plain)
        return byte;
    return x->before[byte / BLOCK] + weigh(x, byte / BLOCK * BLOCK, byte);
}
