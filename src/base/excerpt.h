/* excerpt.h - one line of a file, cut around a column, to be shown with a caret. */
#ifndef ENTENTE_EXCERPT_H
#define ENTENTE_EXCERPT_H

#include "place.h"
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* Reads lines back from files. Asking in order of file and line costs one pass over each file. */
typedef struct ExcerptReader ExcerptReader;

ExcerptReader *excerpt_reader_new(void);
void excerpt_reader_free(ExcerptReader *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ExcerptReader, excerpt_reader_free)

/* At most about 100 characters of the line around the column, tabs and control characters shown as blanks, bad bytes as
 * U+FFFD, "…" where it was cut; *caret = terminal columns before the place's column. NULL where the line cannot be read
 * again (standard input, pipes, a file that changed). Heap. */
char *excerpt_read(ExcerptReader *, Place, size_t *caret);

/* The line and the caret under it, as every problem shows them ("" where the line cannot be read again):
 *       214 | <persName ref="#nobody">
 *           |           ^                 */
char *excerpt_lines(ExcerptReader *, Place, bool colour);

#endif
