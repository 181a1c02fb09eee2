/* deciding_files.h - page, style and script of commands/deciding, made by scripts/embed.cmake. */
#ifndef ENTENTE_DECIDING_FILES_H
#define ENTENTE_DECIDING_FILES_H

#include <stddef.h>

typedef struct DecidingFile {
    const char *name, *text; /* "page", "style", "script"; NUL-terminated */
    size_t n;
} DecidingFile;
extern const DecidingFile deciding_files[]; /* ends with name NULL */

#endif
