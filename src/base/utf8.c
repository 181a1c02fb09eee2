/* utf8.c - names in every script: validity, width, comparison keys, distance. */
#include "utf8.h"
#include <glib.h>
#include <stdint.h>
#include <string.h>

static const char replacement[] = "\xEF\xBF\xBD"; /* U+FFFD */

/* Length of the character at p (p < end) and the character, or 0 where the bytes are no valid UTF-8. */
static size_t decode(const char *p, const char *end, gunichar *c)
{
    const unsigned char *b = (const unsigned char *)p;
    size_t n = b[0] < 0x80 ? 1 : b[0] < 0xC2 ? 0 : b[0] < 0xE0 ? 2 : b[0] < 0xF0 ? 3 : b[0] < 0xF5 ? 4 : 0;
    if (n == 0 || (size_t)(end - p) < n)
        return 0;
    static const unsigned char first_mask[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    gunichar value = b[0] & first_mask[n];
    for (size_t i = 1; i < n; i++) {
        if ((b[i] & 0xC0) != 0x80)
            return 0;
        value = value << 6 | (b[i] & 0x3F);
    }
    static const gunichar smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (value < smallest[n] || (value >= 0xD800 && value <= 0xDFFF) || value > 0x10FFFF)
        return 0;
    *c = value;
    return n;
}

static bool xml_allows(gunichar c)
{
    return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n' || c == '\r';
}

/* Are these eight bytes all in 0x20 … 0x7F? */
static bool plain_word(const char *p)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones << 7;
    uint64_t w;
    memcpy(&w, p, sizeof w);
    return ((w | (w - ones * 0x20)) & high) == 0;
}

const char *utf8_find_invalid(const char *s, size_t n)
{
    const uint64_t high = UINT64_C(0x8080808080808080);
    for (const char *p = s, *end = s + n; p < end;) {
        uint64_t w[2];
        gunichar c;
        if (end - p >= 16 && (memcpy(w, p, sizeof w), ((w[0] | w[1]) & high) == 0)) {
            p += 16;
            continue;
        }
        size_t length = (unsigned char)*p < 0x80 ? 1 : decode(p, end, &c);
        if (length == 0)
            return p;
        p += length;
    }
    return NULL;
}

bool utf8_is_xml_text(const char *s, size_t n)
{
    const char *p = s, *end = s + n;
    while (p < end) {
        if (end - p >= 8 && plain_word(p)) {
            p += 8;
            continue;
        }
        gunichar c = 0;
        size_t length = decode(p, end, &c);
        if (length == 0 || !xml_allows(c))
            return false;
        p += length;
    }
    return true;
}

char *utf8_clean(const char *s, size_t n)
{
    GString *out = g_string_sized_new(n + 1);
    for (const char *p = s, *end = s + n; p < end;) {
        gunichar c = 0;
        size_t length = decode(p, end, &c);
        if (length && xml_allows(c))
            g_string_append_len(out, p, (gssize)length);
        else
            g_string_append(out, replacement);
        p += length ? length : 1;
    }
    return g_string_free(out, FALSE);
}

static size_t char_width(gunichar c)
{
    if (c < 0x7F)
        return c >= 0x20;
    if (g_unichar_iszerowidth(c) || g_unichar_type(c) == G_UNICODE_CONTROL)
        return 0;
    return g_unichar_iswide(c) ? 2 : 1;
}

/* One step through text that may be invalid: a bad byte is one column wide, as U+FFFD would be. */
static const char *step(const char *p, const char *end, size_t *width)
{
    gunichar c = 0;
    size_t length = decode(p, end, &c);
    *width = length ? char_width(c) : 1;
    return p + (length ? length : 1);
}

size_t utf8_width(const char *s)
{
    size_t total = 0, width;
    for (const char *p = s, *end = s + strlen(s); p < end; total += width)
        p = step(p, end, &width);
    return total;
}

char *utf8_cut(const char *s, size_t columns)
{
    const char *end = s + strlen(s), *kept = s;
    size_t total = 0, width;
    for (const char *p = s; p < end;) {
        p = step(p, end, &width);
        total += width;
        if (total < columns)
            kept = p;
        if (total > columns)
            return columns ? g_strdup_printf("%.*s…", (int)(kept - s), s) : g_strdup("");
    }
    return g_strdup(s);
}

static size_t blank_length(const char *p, const char *end)
{
    unsigned char b = (unsigned char)*p;
    if (b <= ' ')
        return b == ' ' || (b >= '\t' && b <= '\r');
    if (b < 0xC2 || b > 0xE3)
        return 0;
    gunichar c = 0;
    size_t length = decode(p, end, &c);
    return length && g_unichar_isspace(c) ? length : 0;
}

char *utf8_collapse(const char *s, size_t n)
{
    char *out = g_malloc(n + 1), *q = out;
    bool blank = false;
    for (const char *p = s, *end = s + n; p < end;) {
        size_t skip = blank_length(p, end);
        if (skip) {
            blank = true;
            p += skip;
            continue;
        }
        if (blank && q > out)
            *q++ = ' ';
        blank = false;
        do /* what can neither be a blank nor begin one */
            *q++ = *p++;
        while (p < end && (unsigned char)*p > ' ' && (unsigned char)*p < 0xC2);
    }
    *q = '\0';
    return out;
}

/* Characters that would act on a terminal instead of being shown: controls, and those that turn the direction of text.
 */
static bool acts(gunichar c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
}

char *utf8_visible(const char *text)
{
    GString *out = g_string_sized_new(strlen(text) + 1);
    while (*text) {
        gunichar c = g_utf8_get_char_validated(text, -1);
        bool valid = c != (gunichar)-1 && c != (gunichar)-2;
        size_t n = valid ? (size_t)(g_utf8_next_char(text) - text) : 1;
        if (!valid || acts(c))
            g_string_append_printf(out, "\\x{%x}", valid ? c : (unsigned)(unsigned char)*text);
        else
            g_string_append_len(out, text, (gssize)n);
        text += n;
    }
    return g_string_free(out, FALSE);
}
