/* texts.h - which files a run annotates: those named, and the texts and pages below folders. */
#ifndef ENTENTE_TEXTS_H
#define ENTENTE_TEXTS_H

#include <glib.h>
#include <stddef.h>

/* Paths (heap, freed with the array) of the operands, in their order; a folder stands for the *.txt, *.text, *.md,
 * *.html,
 * *.htm, *.xhtml and *.xml below it, in the order of their names; names that begin with a dot are passed over, and so
 * are links to folders. "-" stays. A path occurs once. NULL and ERROR_IO where an operand is not there, a folder cannot
 * be read, or there is nothing to annotate. At most 16 folders deep, TEXTS_MOST files. */
enum { TEXTS_MOST = 1000000 };
GPtrArray *texts_find(const char *const *operand, size_t n, GError **);

#endif
