/* rows.h - a text file as lines of fields: what CoNLL, CoNLL-U and WebAnno have in common, each with its place. */
#ifndef ENTENTE_ROWS_H
#define ENTENTE_ROWS_H

#include "builder.h"
#include "digest.h"
#include "source.h"
#include <string.h>

enum { ROWS_LONGEST_LINE = 1 << 20 }; /* bytes; a longer line is no row */

/* Some bytes of the file; not NUL-terminated. */
typedef struct Cell {
    const char *at;
    size_t n;
} Cell;

typedef struct Rows {
    Diagnostics *diagnostics;
    const char *path; /* interned */
    GString *bytes;
    const char *line, *end; /* the line that is read, without its end */
    const char *next;
    uint32_t number;
    char digest[DIGEST_SIZE];
} Rows;

/* Reads the whole file (UTF-8, a byte order mark is passed over); false and ERROR_IO: unreadable, more than 512 MB, or
 * not UTF-8, with the place. rows_clear either way. */
bool rows_open(Rows *, Builder *, const Source *, GError **);
void rows_clear(Rows *);
/* The next line, ended by LF or CRLF; false at the end. A line that is too long is reported and passed over. */
bool rows_next(Rows *);
/* Back to before the first line, silently: for readers that look at all of it first. */
void rows_rewind(Rows *);
/* Is this the last line, and without an end? Then the file may have been cut off. */
bool rows_is_cut(const Rows *);

/* The fields of the line, between single tabs or between runs of blanks and tabs; returns how many there are, of which
 * at most so many are set. */
unsigned rows_split(const Rows *, bool tabs, Cell *field, unsigned most);
/* Where a byte of the line stands. */
Place rows_place(const Rows *, const char *at);
void rows_report(const Rows *, DiagnosticCode, const char *at, const char *help, const char *format, ...)
    G_GNUC_PRINTF(5, 6);

/* As messages show it: cut where it is long. Heap. */
char *cell_shown(Cell);
static inline bool cell_is(Cell f, const char *text) { return f.n == strlen(text) && memcmp(f.at, text, f.n) == 0; }
/* A whole number, all of it, at most most. */
bool cell_number(Cell, uint32_t most, uint32_t *number);

#endif
