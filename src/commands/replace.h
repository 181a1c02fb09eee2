/* replace.h - whether the table that stands in the way of a new one is an earlier one of ours. */
#ifndef ENTENTE_REPLACE_H
#define ENTENTE_REPLACE_H

#include <stdbool.h>

/* Tables for programs have no room for a provenance by which base/ours.h would know them: they are known by their
 * columns. True where the first bytes of the file are those of a table that a verb of ours prints. */
bool replace_table(const char *path);

#endif
