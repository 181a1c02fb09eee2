/* ours.h - whether this program wrote the file that stands in the way. */
#ifndef ENTENTE_OURS_H
#define ENTENTE_OURS_H

#include <stdbool.h>

/* True for an empty file; for a SQLite database with our application id; for one whose first 4 kB hold the word entente
 * (a PDF: or its last 4 kB, where its Creator stands); and for NAME-anything.ext or NAME.ext beside a
 * NAME-provenance.txt that says so: tables carry no provenance of their own. False where it cannot be read. */
bool ours_may_replace(const char *path);

#endif
