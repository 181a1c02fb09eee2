/* tables.h - private to this room: the tables of data/, each followed by what a user's folder adds to it. */
#ifndef ENTENTE_TABLES_H
#define ENTENTE_TABLES_H

#include "delimited.h"

/* Takes all rows of one table. own: it is the user's. */
typedef bool (*TablesTake)(void *context, Delimited *rows, bool own, GError **);

/* Hands over the table built in and, where folder is not NULL and has a NAME.tsv, that one after it. */
bool tables_read(const char *name, const char *folder, TablesTake, void *context, GError **);

/* The columns of these names (NULL-terminated, at most n) as they stand in the table. false: one is missing, which is
 * an error with its place, for its rows would be taken for empty ones. */
bool tables_columns(const Delimited *, const char *name, const char *const *columns, int *column, GError **);

#endif
