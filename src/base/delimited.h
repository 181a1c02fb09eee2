/* delimited.h - tables as text: CSV (RFC 4180) and TSV, read with places, written with quotes where needed. */
#ifndef ENTENTE_DELIMITED_H
#define ENTENTE_DELIMITED_H

#include "output.h"
#include "place.h"
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* Reads one table row by row. Separator: tab, comma or semicolon, the one that occurs most in the header. Quoted fields
 * may hold separators, doubled quotes and line ends (CSV); in TSV a quote is special only at the start of a field, and
 * a field that only begins like a quoted one is taken as it stands. BOM and CRLF are accepted; empty lines, and lines
 * that start with '#' before the header, are passed over. Bounds: 16 MB a row, 10,000 fields. Invalid UTF-8 and
 * control characters are an error with their place, a table without a header another. */
typedef struct Delimited Delimited;

Delimited *delimited_open(const char *path, GError **);                               /* "-" = standard input */
Delimited *delimited_memory(const char *name, const char *text, size_t n, GError **); /* text must outlive it */
/* A table that stands in no file of its own but inside another (a database): from now on it is opened under this path.
 * The text is copied and lives as long as the process. Not thread-safe. */
void delimited_offer(const char *path, const char *text, size_t n);
/* Appends the paths offered so far that stand in a folder and whose names begin so, in order, each on the heap. */
void delimited_add_offered(GPtrArray *path, const char *folder, const char *beginning);
void delimited_free(Delimited *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Delimited, delimited_free)

size_t delimited_n_columns(const Delimited *);
const char *delimited_column(const Delimited *, size_t i); /* header cell, trimmed */
/* Column whose header equals one of the NULL-terminated names, case ignored; -1 = none. */
int delimited_find(const Delimited *, const char *const *names);
/* Next row: true, and n_columns fields valid until the next call; false at the end or on failure (error set). A row
 * with another number of fields is returned with *n_fields telling so; missing fields read as "". */
bool delimited_next(Delimited *, size_t *n_fields, GError **);
const char *delimited_field(const Delimited *, int column); /* trimmed; column -1 gives "" */
Place delimited_place(const Delimited *, int column);       /* of the field in the present row */
/* sha256 (hex) of the bytes read so far. */
const char *delimited_digest(Delimited *);

typedef enum DelimitedKind { DELIMITED_TSV, DELIMITED_CSV } DelimitedKind;
/* One field: quoted where RFC 4180 wants it; in TSV tabs and line ends inside a field become blanks. */
void delimited_write_field(Output *, DelimitedKind, const char *text);

#endif
