/* source.h - one input file, opened: its first bytes are read, the rest is still to come, inflated where it is gzip. */
#ifndef ENTENTE_SOURCE_H
#define ENTENTE_SOURCE_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

typedef struct Source {
    const char *path; /* as the user named it; "-" = standard input; interned, for places keep it */
    const char *name; /* below the input it was found in, without ".gz" */
    bool direct;      /* named by the user, not found in a folder */
    int fd;           /* -1: head is all there is */
    const char *head; /* inflated */
    size_t n_head;
    size_t chunk;            /* bytes to read at a time; 0 = the reader's own choice */
    struct Inflate *inflate; /* what the rest comes through (fd is its affair); NULL: the file is not compressed */
} Source;

/* The bytes after head, as read(2) gives them, but not interrupted: 0 at the end, -1 with ERROR_IO. Digests are of
 * these bytes: a text has the same provenance compressed and not. */
ssize_t source_read(const Source *, char *into, size_t most, GError **);
/* Appends all there is; false and ERROR_IO: unreadable, or more than so many bytes (the rest is not read). */
bool source_read_all(const Source *, size_t most, GString *into, GError **);
/* The same of a file that belongs to one; it may be compressed. */
bool source_read_beside(const char *path, size_t most, GString *into, GError **);

#endif
