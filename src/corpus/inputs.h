/* inputs.h - which files a run reads: those named, those found in folders, and the documents.tsv beside them. */
#ifndef ENTENTE_INPUTS_H
#define ENTENTE_INPUTS_H

#include "diagnostic.h"

typedef struct InputFile {
    char *path; /* as the user named it, extended by what was found below */
    char *name; /* below the input it was found in */
    bool direct;
} InputFile;

typedef struct InputTable {
    char *path; /* of a documents.tsv */
    bool whole; /* all files beside it are read: a row for another one is a mistake */
} InputTable;

typedef struct Inputs {
    GArray *file;  /* InputFile, by name, then path; each file once */
    GArray *table; /* InputTable, by path */
} Inputs;

/* NULL and ERROR_IO when an input is not there or cannot be opened. With keep_going unreadable folders below an input
 * are diagnostics. */
Inputs *inputs_new(const char *const *input, size_t n, bool keep_going, Diagnostics *, GError **);
void inputs_free(Inputs *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Inputs, inputs_free)

#endif
