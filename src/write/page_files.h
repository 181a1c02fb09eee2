/* page_files.h - template, style and script of the pages, made by scripts/embed.cmake, and the policy they need. */
#ifndef ENTENTE_PAGE_FILES_H
#define ENTENTE_PAGE_FILES_H

#include <stddef.h>

typedef struct PageFile {
    const char *name, *text; /* "page", "style", "script"; NUL-terminated */
    size_t n;
} PageFile;
extern const PageFile viewer_files[];   /* of picture/viewer; ends with name NULL */
extern const PageFile deciding_files[]; /* of commands/deciding */

/* The file of that name; it must be there. */
const PageFile *page_file(const PageFile *, const char *name);
/* Content-Security-Policy that lets run this script and this style, by their sha256, and nothing else but what more
 * allows ("; img-src data:" or ""). Heap. */
char *page_policy(const PageFile *, const char *more);

#endif
