/* documents.h - documents.tsv: title, source and date of texts that do not carry them. */
#ifndef ENTENTE_DOCUMENTS_H
#define ENTENTE_DOCUMENTS_H

#include "builder.h"

/* Fills what the documents named in the table leave empty. whole: a row for a file that was not read is reported
 * (DIAGNOSTIC_KEY_MISSING). ERROR_IO when the table cannot be read or has no column for the file. */
bool documents_fill(Builder *, const char *path, bool whole, GError **);

#endif
