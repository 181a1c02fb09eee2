/* lookup.h - rows found by the table or document they belong to and an interned string. */
#ifndef ENTENTE_LOOKUP_H
#define ENTENTE_LOOKUP_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Open-addressing table from (scope, pointer of an interned string) to a row. It is only ever asked, never walked. */
typedef struct Lookup Lookup;

Lookup *lookup_new(void);
void lookup_free(Lookup *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Lookup, lookup_free)
void lookup_clear(Lookup *);

/* The row, or UINT32_MAX. */
uint32_t lookup_get(const Lookup *, uint32_t scope, const char *text);
/* Enters the row, in place of one that may be there. */
void lookup_set(Lookup *, uint32_t scope, const char *text, uint32_t row);

#endif
