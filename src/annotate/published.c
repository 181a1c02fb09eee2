/* published.c - days as articles write them above or below their text. */
#include "published.h"
#include <string.h>

static bool make(unsigned year, unsigned month, unsigned day, Date *date)
{
    if (year < 1900 || year > 2099 || month > 12 || day > 31)
        return false;
    char text[32];
    g_snprintf(text, sizeof text, "%04u-%02u-%02u", year, month, day);
    return date_parse(text, date);
}

/* A number of at most max digits at s; its length, 0 = none or longer. */
static size_t number(const char *s, size_t n, size_t max, unsigned *value)
{
    size_t i = 0;
    *value = 0;
    while (i < n && g_ascii_isdigit(s[i])) {
        if (i == max)
            return 0;
        *value = *value * 10 + (unsigned)(s[i++] - '0');
    }
    return i;
}

static size_t blanks(const char *s, size_t n, const char *also)
{
    size_t i = 0;
    while (i < n && (s[i] == ' ' || s[i] == '\t' || (s[i] && strchr(also, s[i]))))
        i++;
    return i;
}

/* 2020-09-30, 30/09/2020, 30.9.2020: three numbers with one separator. Length or 0. */
static size_t in_figures(const char *s, size_t n, Date *date)
{
    unsigned a, b, c;
    size_t i = number(s, n, 4, &a), k;
    if (i == 0 || i == 3 || i >= n || !strchr("-/.", s[i]))
        return 0;
    char separator = s[i];
    size_t j = number(s + i + 1, n - i - 1, 2, &b);
    if (j == 0 || i + 1 + j >= n || s[i + 1 + j] != separator)
        return 0;
    size_t at = i + 1 + j + 1;
    k = number(s + at, n - at, 4, &c);
    bool found = false;
    if (i == 4 && (k == 1 || k == 2))
        found = make(a, b, c, date);
    else if (i <= 2 && k == 4)
        found = make(c, b, a, date) || (separator == '/' && make(c, a, b, date));
    return found ? at + k : 0;
}

/* 20200930 */
static size_t run_together(const char *s, size_t n, Date *date)
{
    unsigned value;
    return number(s, n, 8, &value) == 8 && make(value / 10000, value / 100 % 100, value % 100, date) ? 8 : 0;
}

static size_t east_asian(const char *s, size_t n, Date *date)
{
    static const char *const unit[] = {"年", "月", "日"}, *const hangul[] = {"년", "월", "일"};
    unsigned part[3];
    size_t at = 0;
    for (int i = 0; i < 3; i++) {
        at += blanks(s + at, n - at, "");
        size_t k = number(s + at, n - at, 4, &part[i]);
        at += k;
        if (k == 0 || n - at < 3 || (memcmp(s + at, unit[i], 3) != 0 && memcmp(s + at, hangul[i], 3) != 0))
            return 0;
        at += 3;
    }
    return make(part[0], part[1], part[2], date) ? at : 0;
}

static size_t letters(const char *s, size_t n)
{
    size_t i = 0;
    while (i < n && (g_ascii_isalpha(s[i]) || (unsigned char)s[i] >= 0x80))
        i++;
    return i;
}

/* 30 September 2020, 30th of September, 2020 */
static size_t day_first(const Lists *lists, const char *s, size_t n, Date *date)
{
    unsigned day, year, month;
    size_t at = number(s, n, 2, &day), k;
    if (at == 0)
        return 0;
    if (n - at >= 2 &&
        (!memcmp(s + at, "st", 2) || !memcmp(s + at, "nd", 2) || !memcmp(s + at, "rd", 2) || !memcmp(s + at, "th", 2)))
        at += 2;
    at += blanks(s + at, n - at, ".-");
    if (n - at >= 3 && (!memcmp(s + at, "of ", 3) || !memcmp(s + at, "de ", 3)))
        at += 3;
    k = letters(s + at, n - at);
    month = k && k < 32 ? lists_month(lists, s + at, k) : 0;
    if (!month)
        return 0;
    at += k;
    at += blanks(s + at, n - at, ".,-");
    if (n - at >= 3 && !memcmp(s + at, "de ", 3))
        at += 3;
    k = number(s + at, n - at, 4, &year);
    return k == 4 && make(year, month, day, date) ? at + k : 0;
}

/* September 30, 2020; Sept. 30th 2020 */
static size_t month_first(const Lists *lists, const char *s, size_t n, Date *date)
{
    unsigned day, year, month;
    size_t at = letters(s, n), k;
    month = at && at < 32 ? lists_month(lists, s, at) : 0;
    if (!month)
        return 0;
    at += blanks(s + at, n - at, ".");
    k = number(s + at, n - at, 2, &day);
    if (k == 0)
        return 0;
    at += k;
    if (n - at >= 2 && g_ascii_isalpha(s[at]))
        at += 2;
    at += blanks(s + at, n - at, ",");
    k = number(s + at, n - at, 4, &year);
    return k == 4 && make(year, month, day, date) ? at + k : 0;
}

bool published_find(const Lists *lists, const char *s, size_t n, Date *date, size_t *from, size_t *to)
{
    bool word = false; /* the byte before belongs to the same word or number */
    for (size_t i = 0; i < n; i++) {
        bool digit = g_ascii_isdigit(s[i]), letter = g_ascii_isalpha(s[i]) || (unsigned char)s[i] >= 0x80;
        size_t k = 0;
        if (digit && !word) {
            k = in_figures(s + i, n - i, date);
            k = k ? k : run_together(s + i, n - i, date);
            k = k ? k : day_first(lists, s + i, n - i, date);
        }
        if (digit && !k && (i == 0 || !g_ascii_isdigit(s[i - 1])))
            k = east_asian(s + i, n - i, date); /* may stand right behind other characters */
        if (letter && !word)
            k = month_first(lists, s + i, n - i, date);
        bool goes_on =
            k && i + k < n &&
            (g_ascii_isdigit(s[i + k]) || (i + k + 1 < n && strchr("./-", s[i + k]) && g_ascii_isdigit(s[i + k + 1])));
        if (k && !goes_on) { /* "1.2.2020.4" is a version */
            if (from)
                *from = i;
            if (to)
                *to = i + k;
            return true;
        }
        word = digit || letter;
    }
    return false;
}
