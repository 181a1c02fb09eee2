/* annotations.h - private to export: annotated texts as files of another format. */
#ifndef ENTENTE_ANNOTATIONS_H
#define ENTENTE_ANNOTATIONS_H

#include "annotation.h"
#include "invocation.h"

/* Reads the operands with their text and writes them in a format: one document into -o FILE or standard output, several
 * into -o FOLDER, where each gets a file of its own; formats whose documents may follow one another go into one file.
 * What the format cannot hold is counted on standard error. Files are replaced with --force only: somebody may have
 * worked on them. Exit status, or -1 with error. */
int annotations_export(Invocation *, const AnnotationFormat *, GError **);

#endif
