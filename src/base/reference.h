/* reference.h - the reference tables of data/, built into the program. */
#ifndef ENTENTE_REFERENCE_H
#define ENTENTE_REFERENCE_H

#include <stddef.h>

/* Text of data/NAME.tsv as it was at build time (NUL-terminated, length in *n), or NULL. Read it with
 * delimited_memory. */
const char *reference_table(const char *name, size_t *n);

#endif
