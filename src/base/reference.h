/* reference.h - the reference tables of data/, built into the program, and what a user's folder says instead. */
#ifndef ENTENTE_REFERENCE_H
#define ENTENTE_REFERENCE_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* Text of data/NAME.tsv as it was at build time (NUL-terminated, length in *n), or NULL. Read it with
 * delimited_memory. After reference_extend with the user's rows in it. */
const char *reference_table(const char *name, size_t *n);

/* Is this a folder, and is every *.tsv in it called like a table that users may add to? A misspelt name is ERROR_IO:
 * it would add nothing without a word. NULL is no folder, and right. */
bool reference_check(const char *folder, GError **);

/* Takes a user's folder: from now on the tables by which names are compared and organisations roll up (titles,
 * legal-suffixes, abbreviations, organisation-kinds) hold its rows. A row beats those built in that have the same first
 * field, letter case and marks aside; one that says nothing beside its first field takes them away. The tables of the
 * room annotate are read from the folder there. ERROR_IO with place: not such a folder, unreadable, a column missing.
 * Once, before anything asks for a table: not thread-safe. What is taken lives as long as the process. */
bool reference_extend(const char *folder, GError **);
/* sha256 (hex) over the tables that reference_extend took, in order of their names; NULL where it took none. */
const char *reference_digest(void);

#endif
