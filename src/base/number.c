/* number.c - numbers as text and back, the same in every locale. */
#include "number.h"
#include <float.h>
#include <glib.h>
#include <math.h>
#include <string.h>

/* Integers up to here are exact, and their digits are their shortest text. */
static const double whole_limit = 1e15;

static bool is_whole(double v) { return fabs(v) < whole_limit && v == (double)(int64_t)v; }

static char *format_whole(double v, char out[NUMBER_SIZE])
{
    int64_t whole = (int64_t)v; /* minus zero becomes 0 here */
    uint64_t rest = whole < 0 ? -(uint64_t)whole : (uint64_t)whole;
    char digits[NUMBER_SIZE];
    size_t n = 0;
    do {
        digits[n++] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    char *p = out;
    if (whole < 0)
        *p++ = '-';
    while (n)
        *p++ = digits[--n];
    *p = '\0';
    return out;
}

char *number_exact(double v, char out[NUMBER_SIZE])
{
    static const char *const format[] = {"%.15g", "%.16g", "%.17g"};
    out[0] = '\0';
    if (!isfinite(v))
        return out;
    if (is_whole(v))
        return format_whole(v, out);
    for (size_t i = 0; i < G_N_ELEMENTS(format); i++) {
        g_ascii_formatd(out, NUMBER_SIZE, format[i], v);
        if (g_ascii_strtod(out, NULL) == v)
            break;
    }
    return out;
}

char *number_short(double v, char out[NUMBER_SIZE])
{
    out[0] = '\0';
    if (!isfinite(v))
        return out;
    return is_whole(v) ? format_whole(v, out) : g_ascii_formatd(out, NUMBER_SIZE, "%.6g", v);
}

static const char *skip_digits(const char *s)
{
    while (g_ascii_isdigit(*s))
        s++;
    return s;
}

/* [+-] digits [. digits] [e [+-] digits], with a digit before or after the point: no blanks, hexadecimals or "inf". */
static bool is_number_text(const char *s)
{
    if (*s == '+' || *s == '-')
        s++;
    const char *after = skip_digits(s);
    bool digits = after > s;
    s = after;
    if (*s == '.') {
        after = skip_digits(s + 1);
        digits = digits || after > s + 1;
        s = after;
    }
    if (!digits)
        return false;
    if (*s == 'e' || *s == 'E') {
        s++;
        if (*s == '+' || *s == '-')
            s++;
        after = skip_digits(s);
        if (after == s)
            return false;
        s = after;
    }
    return *s == '\0';
}

bool number_parse(const char *s, double *out)
{
    if (!s || !is_number_text(s))
        return false;
    double v = g_ascii_strtod(s, NULL);
    if (!isfinite(v))
        return false;
    *out = v;
    return true;
}

bool number_parse_uint(const char *s, uint64_t *out)
{
    if (!s || !*s || *skip_digits(s))
        return false;
    uint64_t v = 0;
    for (; *s; s++) {
        unsigned digit = (unsigned)(*s - '0');
        if (v > (UINT64_MAX - digit) / 10)
            return false;
        v = v * 10 + digit;
    }
    *out = v;
    return true;
}

double number_round(double v, int significant)
{
    if (!isfinite(v) || v == 0)
        return v == 0 ? 0 : v;
    char format[16], text[64];
    g_snprintf(format, sizeof format, "%%.%de", CLAMP(significant, 1, DBL_DECIMAL_DIG) - 1);
    return g_ascii_strtod(g_ascii_formatd(text, sizeof text, format, v), NULL);
}
