/* report.h - a result as rows and columns, for people (aligned, titled) and for programs (TSV, CSV, JSON, JSON lines,
 * Markdown). */
#ifndef ENTENTE_REPORT_H
#define ENTENTE_REPORT_H

#include "output.h"
#include <glib.h>
#include <stdint.h>

typedef enum ReportFormat {
    REPORT_AUTO,
    REPORT_TABLE,
    REPORT_TSV,
    REPORT_CSV,
    REPORT_JSON,
    REPORT_JSONL,
    REPORT_MD
} ReportFormat;
typedef enum ColourMode { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER } ColourMode;

/* Which formats show a column: the table for people, the files for programs, or both. */
typedef enum ReportAudience { FOR_PEOPLE = 1, FOR_PROGRAMS = 2, FOR_ALL = 3 } ReportAudience;
typedef enum ReportKind { REPORT_TEXT, REPORT_NUMBER } ReportKind;

typedef struct Report Report;

Report *report_new(void);
void report_free(Report *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Report, report_free)

/* Columns first, then cells row by row, in the order of the columns. name: the header for programs; heading: for people
 * (NULL: the name). */
void report_column(Report *, const char *name, const char *heading, ReportKind, ReportAudience);
void report_text(Report *, const char *); /* NULL = empty */
void report_number(Report *, double);     /* NaN = empty */
void report_printf(Report *, const char *format, ...) G_GNUC_PRINTF(2, 3);
void report_title(Report *, const char *);
void report_footer(Report *, const char *format, ...) G_GNUC_PRINTF(2, 3); /* one line; may be repeated */
size_t report_n_rows(const Report *);

/* The rows of one below those of into, each behind the first row of lead. The first call gives into the columns of lead
 * and of one; later ones fill columns by name, so that what one of them lacks stays empty. */
void report_gather(Report *into, const Report *lead, const Report *one);

/* What people see: columns by number, of which those not shown to them are passed over; cells as they would be printed;
 * the lines below. */
size_t report_n_columns(const Report *);
bool report_is_shown(const Report *, size_t column);
const char *report_heading(const Report *, size_t column, ReportKind *);
char *report_cell(const Report *, size_t row, size_t column); /* heap */
size_t report_n_footers(const Report *);
const char *report_footer_at(const Report *, size_t);

/* AUTO: a table where standard output is a terminal and the output is "-", else TSV. Numbers: 6 significant digits for
 * people, exact for programs. */
void report_print(const Report *, ReportFormat, bool colour, Output *);
ReportFormat report_format_for(ReportFormat asked, const char *output);

/* Is colour wanted on this stream? --color, NO_COLOR, TERM=dumb, isatty. */
bool colour_wanted(ColourMode, int fd);

#endif
