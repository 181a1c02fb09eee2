/* ink.h - the characters of two texts that are not blank, and which of one answers which of the other. */
#ifndef ENTENTE_INK_H
#define ENTENTE_INK_H

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

/* Two files of one text differ in their blanks (tokens apart, lines broken anew) before they differ in anything else:
 * so a place in a text is the number of characters before it that are not blank. */
typedef struct Ink {
    uint32_t *character; /* code points */
    uint32_t n;
    uint32_t *before; /* n_bytes + 1: characters before each byte of the text */
    size_t n_bytes;
} Ink;

/* text: valid UTF-8 of n bytes, fewer than 2^32. O(n). */
Ink *ink_new(const char *text, size_t n);
void ink_free(Ink *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Ink, ink_free)

/* For every character of b the one of a that it is, UINT32_MAX where a lacks it. Where they part they are joined again
 * at the next 16 characters of b that stand in a as well; a stretch of equal length between is taken for the same with
 * other letters (quotes, brackets). Ascending. O(a + b) expected. The caller frees (g_free). */
uint32_t *ink_align(const Ink *a, const Ink *b);

#endif
