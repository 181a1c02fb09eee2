/* rule_date.c - dates as they are written: absolute ones, and those counted from the day of publication. */
#include "reading.h"
#include <string.h>

enum { DAYS_AHEAD = 120, DAYS_BACK = 245 }; /* a day without a year: reports look back further than ahead */

typedef struct Written { /* a date as it is written; 0 = not told */
    uint32_t end;
    unsigned year, month, day, last_month, last_day;
} Written;

static unsigned figures(const Reading *r, uint32_t i, unsigned n_max)
{
    const DraftToken *t = &r->token[i];
    unsigned v = 0, n = 0;
    for (uint32_t k = t->from; k < t->to && g_ascii_isdigit(r->draft->text[k]) && n <= n_max; k++, n++)
        v = v * 10 + (unsigned)(r->draft->text[k] - '0');
    uint32_t rest = t->to - t->from - n;
    static const char *const ordinal[] = {"st", "nd", "rd", "th"};
    for (size_t k = 0; rest == 2 && k < 4; k++) {
        if (memcmp(r->draft->text + t->from + n, ordinal[k], 2) == 0)
            rest = 0;
    }
    return rest == 0 && n && n <= n_max ? v : 0;
}

static unsigned day_at(const Reading *r, uint32_t i, uint32_t end)
{
    if (i >= end || !(reading_flags(r, i) & TOKEN_NUMBER))
        return 0;
    unsigned v = figures(r, i, 2);
    return v <= 31 ? v : 0;
}

static unsigned year_at(const Reading *r, uint32_t i, uint32_t end)
{
    if (i >= end || !(reading_flags(r, i) & TOKEN_NUMBER) || r->token[i].to - r->token[i].from != 4)
        return 0;
    unsigned v = figures(r, i, 4);
    return v >= 1900 && v <= 2099 ? v : 0;
}

static unsigned month_at(const Reading *r, uint32_t i, uint32_t end)
{
    if (i >= end || !(reading_kinds(r, i) & WORD_MONTH))
        return 0;
    const LexiconEntry *e = lexicon_word_entry(r->lexicon, r->token[i].word, WORD_MONTH);
    return e ? (unsigned)g_ascii_strtoull(e->value, NULL, 10) : 0;
}

static bool is_range_word(const Reading *r, uint32_t i)
{
    return reading_is_one(r, i, (const char *const[]){"-", "–", "to", "and", "until", "through", "/", NULL});
}

/* ", 2021" or "2021" behind a date. */
static uint32_t take_year(const Reading *r, uint32_t i, uint32_t end, Written *w)
{
    uint32_t k = i + (reading_is(r, i, ",") && year_at(r, i + 1, end));
    w->year = year_at(r, k, end);
    return w->year ? k + 1 : i;
}

/* 29 September 2021; 2-3 December; 30 November to 2 December 2015; 30th of May. */
static bool day_first(const Reading *r, uint32_t i, uint32_t end, Written *w)
{
    *w = (Written){.day = day_at(r, i, end)};
    if (!w->day)
        return false;
    uint32_t k = i + 1;
    if (is_range_word(r, k) && day_at(r, k + 1, end)) {
        w->last_day = day_at(r, k + 1, end);
        k += 2;
    }
    k += reading_is(r, k, "of");
    w->month = month_at(r, k, end);
    if (!w->month || (w->last_day && w->last_day <= w->day))
        return false;
    k++;
    Written other;
    if (!w->last_day && is_range_word(r, k) && day_at(r, k + 1, end) && month_at(r, k + 2, end) &&
        !reading_is(r, k, "and") && day_first(r, k + 1, end, &other) && !other.last_day) {
        w->last_day = other.day;
        w->last_month = other.month;
        w->year = other.year;
        k = other.end;
    } else {
        k = take_year(r, k, end, w);
    }
    w->end = k;
    return true;
}

/* September 29, 2021; Dec. 2-3; October 5 to 9; November 30 – December 2, 2015. */
static bool month_first(const Reading *r, uint32_t i, uint32_t end, Written *w)
{
    *w = (Written){.month = month_at(r, i, end)};
    uint32_t k = i + 1;
    w->day = w->month ? day_at(r, k, end) : 0;
    if (!w->day || reading_kinds(r, k + 1) & WORD_MONTH)
        return false;
    k++;
    if (is_range_word(r, k) && day_at(r, k + 1, end) > w->day && !month_at(r, k + 2, end)) {
        w->last_day = day_at(r, k + 1, end);
        k += 2;
    } else if (is_range_word(r, k) && month_at(r, k + 1, end) && day_at(r, k + 2, end) && !reading_is(r, k, "and")) {
        w->last_month = month_at(r, k + 1, end);
        w->last_day = day_at(r, k + 2, end);
        k += 3;
    }
    w->end = take_year(r, k, end, w);
    return true;
}

/* 2021-09-29; 29/9/2021 and 29.9.2021 where only one reading makes a day. */
static bool in_figures(const Reading *r, uint32_t i, uint32_t end, Written *w)
{
    if (i + 5 > end || !reading_is_one(r, i + 1, (const char *const[]){"/", "-", ".", NULL}) ||
        r->token[i + 1].word != r->token[i + 3].word || !(reading_flags(r, i + 4) & TOKEN_JOINED))
        return false;
    unsigned a = day_at(r, i, end), b = day_at(r, i + 2, end), y = year_at(r, i + 4, end), first = year_at(r, i, end);
    *w = (Written){.end = i + 5};
    if (first && b && b <= 12 && day_at(r, i + 4, end)) {
        w->year = first;
        w->month = b;
        w->day = day_at(r, i + 4, end);
        return true;
    }
    bool day_month = b >= 1 && b <= 12, month_day = a >= 1 && a <= 12;
    if (!y || !a || !b || (day_month && month_day && a != b) || !(day_month || month_day))
        return false;
    w->year = y;
    w->day = day_month ? a : b;
    w->month = day_month ? b : a;
    return true;
}

/* September 2021; 2021; "in September". */
static bool month_or_year(const Reading *r, uint32_t i, Sentence s, Written *w)
{
    static const char *const before[] = {"in",    "In",     "since",  "Since", "by",   "By",   "until",
                                         "Until", "during", "During", "from",  "of",   "late", "early",
                                         "mid",   "last",   "this",   "next",  "year", NULL};
    bool prepared = i > s.first && reading_is_one(r, i - 1, before);
    *w = (Written){.month = month_at(r, i, s.end), .end = i + 1};
    if (w->month) {
        w->end = take_year(r, i + 1, s.end, w);
        return w->year || prepared;
    }
    w->year = year_at(r, i, s.end);
    bool list = i > s.first + 1 && reading_is_one(r, i - 1, (const char *const[]){",", "and", NULL}) &&
                (year_at(r, i - 2, s.end) || year_at(r, i - 3, s.end));
    if (reading_is_one(r, i + 1, (const char *const[]){"-", "–", NULL}))
        return false; /* of a plan that runs for years */
    prepared &=
        i > s.first &&
        !reading_is_one(r, i - 1, (const char *const[]){"by", "By", "until", "Until", NULL}); /* an aim, no date */
    bool unit = i + 1 < s.end && reading_flags(r, i + 1) & TOKEN_WORD &&
                !(reading_kinds(r, i + 1) & (WORD_FUNCTION | WORD_PREPOSITION));
    return w->year && (prepared || list) && !reading_is(r, i - 1, "of") && (!unit || list);
}

static Date day_of(unsigned year, unsigned month, unsigned day)
{
    Date d = DATE_UNKNOWN;
    char text[16];
    if (day)
        g_snprintf(text, sizeof text, "%04u-%02u-%02u", year, month, day);
    else if (month)
        g_snprintf(text, sizeof text, "%04u-%02u", year, month);
    else
        g_snprintf(text, sizeof text, "%04u", year);
    return date_parse(text, &d) ? d : DATE_UNKNOWN;
}

static void parts_of(int32_t day, unsigned *year, unsigned *month)
{
    char text[DATE_SIZE];
    date_format_day(day, text);
    *year = (unsigned)g_ascii_strtoull(text, NULL, 10);
    *month = (unsigned)g_ascii_strtoull(text + 5, NULL, 10);
}

static int32_t middle(Date d) { return d.earliest + (d.latest - d.earliest) / 2; }

/* The year in which a day without one lies nearest to the day the text is from. */
static unsigned nearest_year(const Reading *r, unsigned month, unsigned day)
{
    if (date_is_unknown(r->today))
        return 0;
    unsigned year, ignored;
    parts_of(middle(r->today), &year, &ignored);
    Date d = day_of(year, month, day ? day : 15);
    if (date_is_unknown(d))
        return year;
    int32_t off = d.earliest - middle(r->today);
    return off > DAYS_AHEAD ? year - 1 : off < -DAYS_BACK ? year + 1 : year;
}

static void add_date(Reading *r, uint32_t first, uint32_t end, Date from, Date to, Certainty cert, const char *rule)
{
    Span span = {.first = first, .end = end, .kind = MARK_DATE, .cert = cert, .rule = rule};
    uint32_t row = reading_add(r, &span, false);
    if (row == ID_NONE)
        return;
    DateRange range = {from, to};
    reading_span(r, row)->other = r->date->len;
    g_array_append_val(r->date, range);
}

static uint32_t take_written(Reading *r, uint32_t i, Sentence s)
{
    Written w;
    if (!(day_first(r, i, s.end, &w) || month_first(r, i, s.end, &w) || in_figures(r, i, s.end, &w) ||
          month_or_year(r, i, s, &w)))
        return 0;
    bool told = w.year;
    Certainty cert = told ? CERT_HIGH : date_is_unknown(r->draft->date) ? CERT_LOW : w.day ? CERT_HIGH : CERT_MEDIUM;
    if (!told)
        w.year = nearest_year(r, w.month, w.day);
    Date first = w.year ? day_of(w.year, w.month, w.day) : DATE_UNKNOWN, last = DATE_UNKNOWN;
    if (w.year && date_is_unknown(first))
        return 0; /* 31 June */
    if (w.year && w.last_day) {
        bool over = w.last_month && w.last_month < w.month; /* 30 December to 2 January 2016 */
        last = day_of(w.year, w.last_month ? w.last_month : w.month, w.last_day);
        if (over && told)
            first = day_of(w.year - 1, w.month, w.day);
        else if (over)
            last = day_of(w.year + 1, w.last_month, w.last_day);
    }
    if (w.year && w.day && date_is_unknown(r->draft->date) &&
        (date_is_unknown(r->today) || r->today.earliest != r->today.latest))
        r->today = first; /* the best there is to count from */
    add_date(r, i, w.end, first, last, cert, w.day ? "date" : "date-rough");
    return w.end;
}

/* --- counted from the day of publication -------------------------------------------------------------------------- */

/* 0 = Monday. */
static unsigned weekday_of(int32_t day) { return (unsigned)(((day + 3) % 7 + 7) % 7); }

static int weekday_at(const Reading *r, uint32_t i)
{
    static const char *const name[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    if (!(reading_kinds(r, i) & WORD_WEEKDAY) || !reading_capital(r, i))
        return -1;
    for (int k = 0; k < 7; k++) {
        if (g_ascii_strncasecmp(r->draft->text + r->token[i].from, name[k], 3) == 0)
            return k;
    }
    return -1;
}

static Date whole(const char *unit, int32_t today, int step)
{
    unsigned year, month;
    parts_of(today, &year, &month);
    if (*unit == 'w') {
        int32_t monday = today - (int32_t)weekday_of(today) + 7 * step;
        return (Date){monday, monday + 6};
    }
    if (*unit == 'y')
        return day_of((unsigned)((int)year + step), 0, 0);
    int months = (int)(year * 12 + month - 1) + step;
    return day_of((unsigned)months / 12, (unsigned)months % 12 + 1, 0);
}

/* "on Monday", "last Friday", "next Tuesday": the one nearest in that direction. */
static uint32_t take_weekday(Reading *r, uint32_t i, Sentence s)
{
    int day = weekday_at(r, i);
    if (day < 0)
        return 0;
    bool next = i > s.first && reading_is(r, i - 1, "next"), last = i > s.first && reading_is(r, i - 1, "last");
    for (uint32_t k = s.first; k < i && !last && !next; k++)
        next = reading_is(r, k, "will");
    Date d = DATE_UNKNOWN;
    if (!date_is_unknown(r->draft->date)) {
        int32_t today = r->draft->date.earliest;
        int32_t back = ((int32_t)weekday_of(today) - day + 7) % 7;
        back = last && back == 0 ? 7 : back;
        d.earliest = d.latest = next ? today + (7 - back) : today - back;
    }
    uint32_t first = next || last ? i - (reading_is(r, i - 1, "next") || reading_is(r, i - 1, "last")) : i;
    if (reading_is(r, i + 1, ",") && (month_at(r, i + 2, s.end) || day_at(r, i + 2, s.end)))
        return 0; /* "Monday, 12 May" says it itself */
    add_date(r, first, i + 1, d, DATE_UNKNOWN, CERT_MEDIUM, "date-weekday");
    return i + 1;
}

/* yesterday, last week, earlier this month, next year. */
static uint32_t take_relative(Reading *r, uint32_t i, Sentence s)
{
    static const char *const units[] = {"week", "month", "year", NULL}, *const days[] = {"today", "yesterday",
                                                                                         "tomorrow", NULL};
    static const char *const early[] = {"earlier", "Earlier", "later", "Later", NULL};
    bool known =
        !date_is_unknown(r->today) && !(date_is_unknown(r->draft->date) && r->today.latest != r->today.earliest);
    int32_t today = known ? r->today.earliest : 0;
    char initial = g_ascii_tolower(r->draft->text[r->token[i].from]);
    if (r->token[i].to - r->token[i].from < 4 || !strchr("eltny", initial))
        return 0; /* most words */
    uint32_t k = i + reading_is_one(r, i, early);
    if (reading_is_one(r, i, days) ||
        reading_is_one(r, i, (const char *const[]){"Today", "Yesterday", "Tomorrow", NULL})) {
        char c = g_ascii_tolower(r->draft->text[r->token[i].from + 2]);
        int32_t day = today + (c == 's' ? -1 : c == 'm' ? 1 : 0);
        if (reading_flags(r, i + 1) & TOKEN_POSSESSIVE)
            return 0;
        bool sure = !date_is_unknown(r->draft->date);
        add_date(r, i, i + 1, known && sure ? (Date){day, day} : DATE_UNKNOWN, DATE_UNKNOWN, CERT_MEDIUM,
                 "date-relative");
        return i + 1;
    }
    bool last = reading_is_one(r, k, (const char *const[]){"last", "Last", NULL});
    bool this = reading_is_one(r, k, (const char *const[]){"this", "This", NULL});
    bool next = reading_is_one(r, k, (const char *const[]){"next", "Next", NULL});
    if (!(last || this || next) || !reading_is_one(r, k + 1, units) || k + 2 > s.end ||
        reading_flags(r, k + 2) & TOKEN_POSSESSIVE)
        return 0;
    if (this && (k == i || date_is_unknown(r->draft->date)) && k == i)
        return 0; /* "this year" alone dates nothing */
    Date d = DATE_UNKNOWN;
    if (known) {
        const char *unit = r->draft->text + r->token[k + 1].from;
        d = whole(unit, today, last ? -1 : next ? 1 : 0);
        if (date_is_unknown(r->draft->date) && *unit == 'w') { /* counted from a guess: no nearer than the month */
            unsigned year, month;
            parts_of(today, &year, &month);
            d = day_of(year, month, 0);
        }
    }
    add_date(r, i, k + 2, d, DATE_UNKNOWN, CERT_LOW, "date-relative");
    return k + 2;
}

/* A text that tells no date of its own is as old as the first year of an event's name, or of a date. */
static void guess_today(Reading *r)
{
    r->today = r->draft->date;
    for (uint32_t i = 0; i < r->n && date_is_unknown(r->today); i++) {
        const Span *over = reading_over(r, i);
        bool named = over && over->kind == MARK_EVENT;
        bool dated = !over && i > 0 && (reading_is(r, i - 1, ",") || reading_kinds(r, i - 1) & WORD_MONTH) &&
                     reading_flags(r, i) & TOKEN_NUMBER;
        unsigned year = named || dated ? year_at(r, i, r->n) : 0;
        if (year)
            r->today = day_of(year, 0, 0);
    }
}

void rule_dates(Reading *r)
{
    guess_today(r);
    for (uint32_t pass = 0; pass < 2; pass++) { /* what is written counts before what is counted from it */
        for (uint32_t n = 0; n < reading_n_sentences(r); n++) {
            Sentence s = reading_sentence(r, n);
            for (uint32_t i = s.first, next; i < s.end; i = next ? next : i + 1) {
                next = 0;
                if (reading_over(r, i))
                    continue;
                bool absolute = reading_flags(r, i) & TOKEN_NUMBER || reading_kinds(r, i) & WORD_MONTH;
                if (pass == 0 && absolute)
                    next = take_written(r, i, s);
                else if (pass == 1 && !absolute && reading_flags(r, i) & TOKEN_WORD)
                    next = reading_kinds(r, i) & WORD_WEEKDAY ? take_weekday(r, i, s) : take_relative(r, i, s);
            }
        }
    }
}
