/* failure.h - a failure that has a place: worded like a diagnostic, with the line, a caret and a way out. */
#ifndef ENTENTE_FAILURE_H
#define ENTENTE_FAILURE_H

#include "error.h"
#include "place.h"

/* Sets *error (unless it is NULL) to
 *     letters/1954.xml:214:9: error: the text ends before its elements do [truncated]
 *       214 | <persName ref="#nobody">
 *           |         ^
 *       help: …
 * The place's line and column may be 0: then they and the excerpt are left out. The text is one sentence without full
 * stop; what in it acts on a terminal is spelled, what is long is cut. */
void failure_set(GError **error, ErrorCode, Place, const char *code, const char *help, const char *format, ...)
    G_GNUC_PRINTF(6, 7);

/* The same in parts, for whoever tells it otherwise; owned by the error. Of an ENTENTE_ERROR that was not made by
 * failure_set: no place, no code, no help, and the message as text. */
typedef struct Failure {
    Place place;
    const char *code, *help, *text;
} Failure;
Failure failure_of(const GError *);

#endif
