/* pool.h - interned strings: one copy of each text, compared by pointer, freed as a whole. */
#ifndef ENTENTE_POOL_H
#define ENTENTE_POOL_H

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

/* Open-addressing hash over an arena; a string costs its bytes + 5 and a table slot. Hashing is unseeded, and the table
 * is only ever looked up, never walked, so order never depends on it. */
typedef struct Pool Pool;

Pool *pool_new(void);
void pool_free(Pool *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Pool, pool_free)

/* The pool's copy of the n bytes at s (NUL-terminated there); the same pointer for the same bytes. Valid until
 * pool_free. Amortised O(n). s need not be NUL-terminated. */
const char *pool_intern(Pool *, const char *s, size_t n);
const char *pool_string(Pool *, const char *s); /* NULL gives NULL */
/* The pool's copy if it has one, else NULL. */
const char *pool_find(const Pool *, const char *s, size_t n);
size_t pool_bytes(const Pool *);

#endif
