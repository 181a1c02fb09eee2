/* slice.c - a period cut into years, quarters, months, equal parts or rolling windows. */
#include "slice.h"
#include "error.h"
#include "number.h"
#include <string.h>

static bool unit_by_name(const char *s, SliceUnit *unit)
{
    static const char *const name[] = {"year", "quarter", "month"};
    for (unsigned i = 0; i < G_N_ELEMENTS(name); i++) {
        size_t n = strlen(name[i]);
        if (strncmp(s, name[i], n) == 0 && (!s[n] || g_str_equal(s + n, "s"))) {
            *unit = SLICE_YEAR + i;
            return true;
        }
    }
    return false;
}

bool slice_rule_parse(const char *s, SliceRule *rule)
{
    bool rolling = g_str_has_prefix(s, "rolling:");
    SliceUnit unit = rolling ? SLICE_YEAR : SLICE_PARTS;
    s += rolling ? strlen("rolling:") : 0;
    if (!rolling && unit_by_name(s, &unit)) {
        *rule = (SliceRule){unit, 1};
        return true;
    }
    size_t n_digits = strspn(s, "0123456789");
    g_autofree char *digits = g_strndup(s, n_digits);
    uint64_t n;
    if (!number_parse_uint(digits, &n) || n < (rolling ? 2 : 1) || n > SLICES_MAX)
        return false;
    if (s[n_digits] && (!rolling || !unit_by_name(s + n_digits, &unit)))
        return false;
    *rule = (SliceRule){unit, (uint32_t)n};
    return true;
}

/* --- calendar units, counted from the year 0 --- */

static const int per_year[] = {[SLICE_YEAR] = 1, [SLICE_QUARTER] = 4, [SLICE_MONTH] = 12};

static int unit_of_day(SliceUnit unit, int32_t day)
{
    char text[DATE_SIZE];
    date_format_day(day, text); /* YYYY-MM-DD */
    int year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
    int month = (text[5] - '0') * 10 + (text[6] - '0') - 1;
    return year * per_year[unit] + month * per_year[unit] / 12;
}

/* First to last day of one unit. */
static Date days_of_unit(SliceUnit unit, int number)
{
    int months = 12 / per_year[unit], year = number / per_year[unit], month = number % per_year[unit] * months + 1;
    char text[DATE_SIZE];
    Date first, last;
    g_snprintf(text, sizeof text, "%04d-%02d", year, month);
    date_parse(text, &first);
    g_snprintf(text, sizeof text, "%04d-%02d", year, month + months - 1);
    date_parse(text, &last);
    return (Date){first.earliest, last.latest};
}

static void label_unit(SliceUnit unit, int number, char out[DATE_SIZE])
{
    if (unit == SLICE_QUARTER)
        g_snprintf(out, DATE_SIZE, "%04d-Q%d", number / 4, number % 4 + 1);
    else
        date_format(days_of_unit(unit, number), out);
}

static Date one_day(int32_t day) { return (Date){day, day}; }

static void cut_calendar(Slices *s, const SliceRule *rule, int32_t first, int32_t last)
{
    int start = unit_of_day(rule->unit, first), n_units = unit_of_day(rule->unit, last) - start + 1;
    int length = MIN((int)rule->n, n_units);
    s->n = (size_t)(n_units - length + 1);
    s->overlap = length > 1 && s->n > 1;
    s->period = g_new0(Period, s->n);
    for (int i = 0; i < (int)s->n; i++) {
        char end[DATE_SIZE];
        Period *p = &s->period[i];
        label_unit(rule->unit, start + i, p->label);
        if (length > 1) {
            label_unit(rule->unit, start + i + length - 1, end);
            g_strlcat(p->label, "..", DATE_SIZE);
            g_strlcat(p->label, end, DATE_SIZE);
        }
        p->from = one_day(MAX(first, days_of_unit(rule->unit, start + i).earliest));
        p->to = one_day(MIN(last, days_of_unit(rule->unit, start + i + length - 1).latest));
    }
}

static void cut_parts(Slices *s, uint32_t n, int32_t first, int32_t last)
{
    int64_t length = (int64_t)last - first + 1;
    s->n = n;
    s->period = g_new0(Period, n);
    for (int64_t i = 0; i < n; i++) {
        Period *p = &s->period[i];
        char end[DATE_SIZE];
        p->from = one_day((int32_t)(first + i * length / n));
        p->to = one_day((int32_t)(first + (i + 1) * length / n - 1));
        date_format_day(p->from.earliest, p->label);
        g_strlcat(p->label, "..", DATE_SIZE);
        g_strlcat(p->label, date_format_day(p->to.earliest, end), DATE_SIZE);
    }
}

/* From when to when the events may have begun, within what the selection asks for. */
static bool time_of(const Incidence *in, const Selection *selection, int32_t *first, int32_t *last)
{
    *first = INT32_MAX;
    *last = INT32_MIN;
    for (size_t e = 0; e < in->n_events; e++) {
        Date day = in->corpus->event[in->event[e].i].first;
        if (day.earliest != INT32_MIN)
            *first = MIN(*first, day.earliest);
        if (day.latest != INT32_MAX)
            *last = MAX(*last, day.latest);
    }
    if (!date_is_unknown(selection->from))
        *first = selection->from.earliest;
    if (!date_is_unknown(selection->to))
        *last = selection->to.latest;
    return *first <= *last;
}

static void count_documents(const Incidence *in, Period *p, const uint32_t *column, size_t n)
{
    g_autofree bool *seen = g_new0(bool, in->corpus->n_documents + 1);
    for (size_t i = 0; i < n; i++) {
        const Event *event = &in->corpus->event[in->event[column[i]].i];
        for (uint32_t d = 0; d < event->documents.n; d++) {
            bool *told = &seen[in->corpus->event_document[event->documents.first + d].i];
            p->n_documents += !*told;
            *told = true;
        }
    }
}

static void place_events(Slices *s, const Incidence *in)
{
    g_autofree bool *placed = g_new0(bool, in->n_events + 1);
    g_autofree uint32_t *column = g_new(uint32_t, in->n_events + 1);
    for (size_t i = 0; i < s->n; i++) {
        Period *p = &s->period[i];
        for (uint32_t e = 0; e < in->n_events; e++)
            if (date_within(in->corpus->event[in->event[e].i].first, p->from, p->to) == DATE_WITHIN_YES) {
                placed[e] = true;
                column[p->n_events++] = e;
            }
        count_documents(in, p, column, p->n_events);
    }
    for (size_t e = 0; e < in->n_events; e++) {
        s->n_unplaced += !placed[e];
        s->n_undated += date_is_unknown(in->corpus->event[in->event[e].i].first);
    }
}

Slices *slices_cut(const SliceRule *rule, const Incidence *in, const Selection *selection, GError **error)
{
    int32_t first, last;
    if (!time_of(in, selection, &first, &last)) {
        g_set_error(error, ENTENTE_ERROR, ERROR_NO, "no event has a date: there is no time to cut into slices");
        return NULL;
    }
    int64_t n = rule->unit == SLICE_PARTS ? rule->n
                                          : (int64_t)unit_of_day(rule->unit, last) - unit_of_day(rule->unit, first) + 1;
    if (n > SLICES_MAX || n > (int64_t)last - first + 1) {
        char from[DATE_SIZE], to[DATE_SIZE];
        g_set_error(error, ENTENTE_ERROR, ERROR_USAGE, "%" G_GINT64_FORMAT " slices of %s to %s are too many\nhelp: %s",
                    n, date_format_day(first, from), date_format_day(last, to),
                    n > SLICES_MAX ? "ask for longer slices, or for less time with --from and --to"
                                   : "no slice can be shorter than a day");
        return NULL;
    }
    Slices *s = g_new0(Slices, 1);
    if (rule->unit == SLICE_PARTS)
        cut_parts(s, rule->n, first, last);
    else
        cut_calendar(s, rule, first, last);
    place_events(s, in);
    return s;
}

void slices_free(Slices *s)
{
    if (!s)
        return;
    g_free(s->period);
    g_free(s);
}

Selection slice_selection(const Selection *whole, const Period *p)
{
    Selection s = *whole;
    s.from = p->from;
    s.to = p->to;
    s.surely = true;
    return s;
}

size_t slice_n_uncertain(const Incidence *in, const Selection *selection)
{
    size_t n = 0;
    for (size_t e = 0; e < in->n_events; e++)
        n += selection_within(selection, in->corpus->event[in->event[e].i].first) == DATE_WITHIN_MAYBE;
    return n;
}

bool slice_period_parse(const char *s, Date *from, Date *to)
{
    const char *dots = strstr(s, "..");
    g_autofree char *start = dots ? g_strndup(s, (size_t)(dots - s)) : g_strdup(s);
    const char *end = dots ? dots + 2 : s;
    *from = *to = DATE_UNKNOWN;
    if ((*start && !date_parse(start, from)) || (*end && !date_parse(end, to)) || (!*start && !*end))
        return false;
    return date_is_unknown(*from) || date_is_unknown(*to) || from->earliest <= to->latest;
}
