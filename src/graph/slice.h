/* slice.h - a period cut into years, quarters, months, equal parts or rolling windows. */
#ifndef ENTENTE_SLICE_H
#define ENTENTE_SLICE_H

#include "incidence.h"

typedef enum SliceUnit { SLICE_NONE, SLICE_PARTS, SLICE_YEAR, SLICE_QUARTER, SLICE_MONTH } SliceUnit;

typedef struct SliceRule {
    SliceUnit unit;
    uint32_t n; /* PARTS: how many; else units in a slice: more than 1 only where it is rolling */
} SliceRule;

/* year, quarter, month; a number N: so many parts of equal length; rolling:3, rolling:3years, rolling:4quarters,
 * rolling:12months: windows of so many units, one unit apart (a bare number means years). */
bool slice_rule_parse(const char *, SliceRule *);

/* First and last day are single days. */
typedef struct Period {
    char
        label[DATE_SIZE]; /* "2016", "2016-Q3", "2016-07", "2014..2016", "2014-02-11..2017-05-03": fit for file names */
    Date from, to;
    size_t n_events, n_documents; /* that surely lie inside; documents that tell them */
} Period;

typedef struct Slices {
    Period *period; /* in time; empty ones too */
    size_t n;
    bool overlap;      /* rolling: an event lies in several */
    size_t n_unplaced; /* events that surely lie in no slice, because their day is known too roughly or not at all */
    size_t n_undated;  /* those of them of which no day is known */
} Slices;

enum { SLICES_MAX = 1200 };

/* Slices of the time from --from to --to, where one is not given from the earliest to the latest day an event of the
 * incidence may have begun; calendar slices are cut off there. An event belongs to the slice in which its first day
 * surely lies: an event of "2016" lies in the year 2016 and in no month. (Counting it wherever it may lie would
 * count it twelve times.) ERROR_NO where no event has a date; ERROR_USAGE where there would be more than SLICES_MAX
 * slices, or parts of less than a day. O(events × log + slices). */
Slices *slices_cut(const SliceRule *, const Incidence *, const Selection *, GError **);
void slices_free(Slices *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Slices, slices_free)

/* The same selection, of events that surely lie in the period only. */
Selection slice_selection(const Selection *, const Period *);
/* Events of an incidence that may lie inside --from and --to or outside: counted, and said to be so. */
size_t slice_n_uncertain(const Incidence *, const Selection *);
/* "2013..2018", "2013..", "..2018", "2016", "2016-03..2016-09-15". false for anything else or an end before its
 * start. */
bool slice_period_parse(const char *, Date *from, Date *to);

#endif
