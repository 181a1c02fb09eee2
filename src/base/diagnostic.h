/* diagnostic.h - dirt in the data: collected while reading, printed with place, line, caret and a way out. */
#ifndef ENTENTE_DIAGNOSTIC_H
#define ENTENTE_DIAGNOSTIC_H

#include "diagnostic_code.h"
#include "place.h"
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

typedef enum Severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR } Severity;

typedef struct Diagnostic {
    DiagnosticCode code;
    Place place; /* path NULL: about the corpus as a whole */
    char *text;  /* one sentence in lower case, no full stop, no newline */
    char *help;  /* what to do about it, or NULL: the code's standing advice is printed */
} Diagnostic;

/* Every diagnostic of a run, in the order of discovery. Not thread-safe. */
typedef struct Diagnostics Diagnostics;

Diagnostics *diagnostics_new(void);
void diagnostics_free(Diagnostics *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Diagnostics, diagnostics_free)

/* Adds one. help may be NULL. Control characters and invalid UTF-8 in the text are escaped as \x{..}; texts are cut at
 * 400 columns. */
void diagnostics_add(Diagnostics *, DiagnosticCode, Place, const char *help, const char *format, ...)
    G_GNUC_PRINTF(5, 6);

size_t diagnostics_count(const Diagnostics *, Severity at_least);
size_t diagnostics_count_code(const Diagnostics *, DiagnosticCode);
/* Row i in order of file, line, column, code (total order); sorts on first use. */
const Diagnostic *diagnostics_get(Diagnostics *, size_t i);
size_t diagnostics_size(const Diagnostics *);

typedef enum DiagnosticFormat { DIAGNOSTIC_TEXT, DIAGNOSTIC_JSONL } DiagnosticFormat;

/* Prints all of at least this severity, sorted:
 *     letters/1954.xml:214:9: error: … [unknown-ref]
 *       214 | <persName ref="#nobody">
 *           |           ^
 *       help: …
 * re-reading the line from the file. At most 20 per code, then "… and 431 more [code]"; as JSON lines all of them. */
void diagnostics_print(Diagnostics *, FILE *, Severity at_least, DiagnosticFormat, bool colour);

const char *diagnostic_code_name(DiagnosticCode);     /* "unknown-ref" */
Severity diagnostic_code_severity(DiagnosticCode);
const char *diagnostic_code_help(DiagnosticCode);     /* standing advice */
bool diagnostic_code_by_name(const char *name, DiagnosticCode *);

#endif
