/* viewer_files.h - page, style and script of picture/viewer, made by scripts/embed.cmake; only page.c reads it. */
#ifndef ENTENTE_VIEWER_FILES_H
#define ENTENTE_VIEWER_FILES_H

#include <stddef.h>

typedef struct ViewerFile {
    const char *name, *text; /* "page", "style", "script"; NUL-terminated */
    size_t n;
} ViewerFile;
extern const ViewerFile viewer_files[]; /* ends with name NULL */

#endif
