/* utf8.h - names in every script: validity, keys for comparison, width on a terminal; no locale is asked. */
#ifndef ENTENTE_UTF8_H
#define ENTENTE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/* Columns a terminal needs (combining marks 0, East Asian wide 2). */
size_t utf8_width(const char *s);
/* Heap copy cut to at most this many columns, with "…" where something was cut. */
char *utf8_cut(const char *s, size_t columns);
/* Comparison key: compatibility-decomposed, marks dropped, case folded, ø ł đ æ ß … spelled out, punctuation and
 * white space runs to one blank. "Nguyễn" and "NGUYEN" have one key. Heap. */
char *utf8_key(const char *s);
/* Total order for people: by key, then by bytes. */
int utf8_compare(const char *a, const char *b);
/* White space runs to one blank, none at the ends. Heap. */
char *utf8_collapse(const char *s, size_t n);
/* The first byte that is not the beginning of a character of UTF-8, or NULL where all is valid. NUL is a character. */
const char *utf8_find_invalid(const char *s, size_t n);
/* Strictly valid (no overlong forms, surrogates, > U+10FFFF) and free of characters XML 1.0 forbids. */
bool utf8_is_xml_text(const char *s, size_t n);
/* Heap copy in which each byte or character that XML forbids is shown as U+FFFD. */
char *utf8_clean(const char *s, size_t n);
/* Heap copy in which bytes that are no UTF-8 and characters that act on a terminal instead of being seen (controls,
 * direction overrides) are spelled \x{…}. */
char *utf8_visible(const char *s);
/* Edit distance (optimal string alignment) on characters of the keys, for did-you-mean. */
size_t utf8_distance(const char *a, const char *b);
/* The candidate nearest to word if near enough (distance ≤ 2 and < half its length), or NULL. */
const char *utf8_nearest(const char *word, const char *const *candidate, size_t n);

#endif
