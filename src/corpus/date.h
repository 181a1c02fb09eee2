/* date.h - days that may be known only roughly, and what can be said of two of them. */
#ifndef ENTENTE_DATE_H
#define ENTENTE_DATE_H

#include <stdbool.h>
#include <stdint.h>

/* One day, known to lie in earliest … latest (days since 1970-01-01, proleptic Gregorian, years 0001–9999).
 * "2021-06" is 2021-06-01 … 2021-06-30. Unknown on a side: INT32_MIN, INT32_MAX. Unknown day: both. */
typedef struct Date {
    int32_t earliest, latest;
} Date;

#define DATE_UNKNOWN ((Date){INT32_MIN, INT32_MAX})

typedef enum DateOrder { DATE_BEFORE, DATE_SAME, DATE_AFTER, DATE_INDETERMINATE } DateOrder;

static inline bool date_is_unknown(Date d) { return d.earliest == INT32_MIN && d.latest == INT32_MAX; }
/* YYYY, YYYY-MM, YYYY-MM-DD, with or without a time part after T, which is ignored; false for anything else or a day
 * that does not exist. */
bool date_parse(const char *s, Date *);
/* Partial order on ranges: "2021-06" against "2021-06-24" is indeterminate; SAME only for two equal single days. */
DateOrder date_compare(Date a, Date b);
/* Does day lie within from … to? Unknown ends are open. YES, NO or cannot be told. */
typedef enum DateWithin { DATE_WITHIN_NO, DATE_WITHIN_YES, DATE_WITHIN_MAYBE } DateWithin;
DateWithin date_within(Date day, Date from, Date to);

enum { DATE_SIZE = 32 };
/* "2021-06-24", "2021-06", "2021", "2021-06-03/2021-06-15", "../2021-06-15", "" when unknown. Returns out. */
char *date_format(Date, char out[DATE_SIZE]);
/* The single day as YYYY-MM-DD. */
char *date_format_day(int32_t day, char out[DATE_SIZE]);

#endif
