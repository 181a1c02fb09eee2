/* encoding.h - bytes in any encoding → UTF-8 that XML can hold; what had to be guessed is said. */
#ifndef ENTENTE_ENCODING_H
#define ENTENTE_ENCODING_H

#include "diagnostic.h"
#include <stdbool.h>
#include <stddef.h>

/* The text of n bytes, NUL-terminated, its length in *n_text. The encoding is, in this order: what a byte order mark
 * says; what declared says (NULL or "" = nothing) where the bytes agree; UTF-16 by its zero bytes; UTF-8 where the
 * bytes are valid; else windows-1252, whatever the bytes are. As on the web, iso-8859-1 and ascii mean windows-1252 and
 * gb2312 means gb18030. Where the declaration is not known or the bytes do not agree with it, and where windows-1252 is
 * only a guess, DIAGNOSTIC_GUESSED_ENCODING says what was taken.
 * The mark is dropped, CRLF and CR become LF (XML would do it anyway), and each character that XML forbids becomes one
 * U+FFFD, with DIAGNOSTIC_BAD_CHARACTER. Heap. O(n). */
char *encoding_decode(const char *path, const char *bytes, size_t n, const char *declared, size_t *n_text,
                      Diagnostics *);

/* The charset that the first 4096 bytes of a page declare, <meta charset>, <meta http-equiv> or <?xml encoding?>, as it
 * stands there; NULL = none. Heap. */
char *encoding_of_page(const char *bytes, size_t n);

#endif
