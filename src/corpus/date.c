/* date.c - days known only roughly: reading, comparing and writing them. */
#include "date.h"
#include <glib.h>
#include <string.h>

/* Days since 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant's days_from_civil): years begin in March,
 * so that the leap day is the last of a year. */
static int32_t day_of(int year, int month, int day)
{
    int y = month <= 2 ? year - 1 : year;
    int era = (y >= 0 ? y : y - 399) / 400;
    int year_of_era = y - era * 400;
    int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

static void civil_of(int32_t days, int *year, int *month, int *day)
{
    int64_t z = (int64_t)days + 719468;
    int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    int day_of_era = (int)(z - era * 146097);
    int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int shifted = (5 * day_of_year + 2) / 153;
    *day = day_of_year - (153 * shifted + 2) / 5 + 1;
    *month = shifted < 10 ? shifted + 3 : shifted - 9;
    *year = (int)(year_of_era + era * 400) + (*month <= 2);
}

static int days_in(int year, int month)
{
    static const int length[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return length[month - 1] + (month == 2 && leap);
}

/* Exactly n digits at *s, which moves past them. */
static bool take_number(const char **s, int n, int *value)
{
    *value = 0;
    for (int i = 0; i < n; i++, (*s)++) {
        if (!g_ascii_isdigit(**s))
            return false;
        *value = *value * 10 + (**s - '0');
    }
    return true;
}

bool date_parse(const char *s, Date *date)
{
    int year, month, day;
    if (!take_number(&s, 4, &year) || year < 1)
        return false;
    if (*s == '\0') {
        *date = (Date){day_of(year, 1, 1), day_of(year, 12, 31)};
        return true;
    }
    if (*s++ != '-' || !take_number(&s, 2, &month) || month < 1 || month > 12)
        return false;
    if (*s == '\0') {
        *date = (Date){day_of(year, month, 1), day_of(year, month, days_in(year, month))};
        return true;
    }
    if (*s++ != '-' || !take_number(&s, 2, &day) || day < 1 || day > days_in(year, month))
        return false;
    if (*s == 'T' && g_ascii_isdigit(s[1]))
        s += strspn(s, "T0123456789:.,+-Z");
    date->earliest = date->latest = day_of(year, month, day);
    return *s == '\0';
}

DateOrder date_compare(Date a, Date b)
{
    if (a.latest < b.earliest)
        return DATE_BEFORE;
    if (a.earliest > b.latest)
        return DATE_AFTER;
    bool one_day = a.earliest == a.latest && b.earliest == b.latest;
    return one_day ? DATE_SAME : DATE_INDETERMINATE;
}

DateWithin date_within(Date day, Date from, Date to)
{
    bool open_start = date_is_unknown(from), open_end = date_is_unknown(to);
    if ((!open_start && day.latest < from.earliest) || (!open_end && day.earliest > to.latest))
        return DATE_WITHIN_NO;
    if ((open_start || day.earliest >= from.latest) && (open_end || day.latest <= to.earliest))
        return DATE_WITHIN_YES;
    return DATE_WITHIN_MAYBE;
}

char *date_format_day(int32_t day, char out[DATE_SIZE])
{
    int y, m, d;
    civil_of(day, &y, &m, &d);
    g_snprintf(out, DATE_SIZE, "%04d-%02d-%02d", y, m, d);
    return out;
}

/* One end of a range: a day, or ".." where it is open. */
static void append_end(char *out, int32_t day)
{
    char text[DATE_SIZE];
    bool open = day == INT32_MIN || day == INT32_MAX;
    g_strlcat(out, open ? ".." : date_format_day(day, text), DATE_SIZE);
}

char *date_format(Date date, char out[DATE_SIZE])
{
    *out = '\0';
    if (date_is_unknown(date))
        return out;
    if (date.earliest == date.latest)
        return date_format_day(date.earliest, out);
    if (date.earliest != INT32_MIN && date.latest != INT32_MAX) {
        int y, m, d;
        civil_of(date.earliest, &y, &m, &d);
        if (d == 1 && m == 1 && date.latest == day_of(y, 12, 31)) {
            g_snprintf(out, DATE_SIZE, "%04d", y);
            return out;
        }
        if (d == 1 && date.latest == day_of(y, m, days_in(y, m))) {
            g_snprintf(out, DATE_SIZE, "%04d-%02d", y, m);
            return out;
        }
    }
    append_end(out, date.earliest);
    g_strlcat(out, "/", DATE_SIZE);
    append_end(out, date.latest);
    return out;
}
