/* inflate.h - gzip files, inflated as they are read. */
#ifndef ENTENTE_INFLATE_H
#define ENTENTE_INFLATE_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* One file on its way through zlib (RFC 1950–1952): two buffers, whatever its size. Members that follow each other (as
 * pigz and bgzip write them) are one text; NULs behind the last are padding. */
typedef struct Inflate Inflate;

/* What comes out is bounded: INFLATE_MOST bytes, and INFLATE_RATIO times what went in once it is more than
 * INFLATE_FREE. Texts shrink to a third, tables of one repeated row to a hundredth; a bomb to a thousandth. */
#define INFLATE_MOST (UINT64_C(4) << 30)
#define INFLATE_FREE (UINT64_C(32) << 20)
enum { INFLATE_RATIO = 200 };

/* The two magic bytes and the method (deflate, the only one there is). */
bool inflate_is_gzip(const void *head, size_t n);
/* Of a file whose first n bytes (copied) have been read from fd; fd -1: they are all there is. path is for messages;
 * it and fd stay the caller's, and must outlive it. */
Inflate *inflate_new(const char *path, int fd, const char *head, size_t n);
void inflate_free(Inflate *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Inflate, inflate_free)
/* As read(2): at most so many bytes; 0 at the end; -1 with ERROR_IO. Codes: truncated (the file is cut off), malformed
 * (damaged, or its check sum differs; what stands behind it is no gzip), gzip-bomb, unreadable. Each tells the byte of
 * the file as it is on disk. */
ssize_t inflate_read(Inflate *, char *into, size_t most, GError **);
/* Length of the name without ".gz", or of the whole. */
size_t inflate_stem(const char *name);

#endif
