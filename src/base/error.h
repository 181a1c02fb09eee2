/* error.h - failures: the one GError domain, whose codes are the program's exit codes. */
#ifndef ENTENTE_ERROR_H
#define ENTENTE_ERROR_H

#include <glib.h>

/* A failure stops the run: it travels as GError, and commands/main.c alone prints it. Dirt in the data is not a
 * failure but a diagnostic (diagnostic.h). */
#define ENTENTE_ERROR (entente_error_quark())
GQuark entente_error_quark(void);

typedef enum ErrorCode {
    ERROR_NO = 1,            /* finished, but the answer is "problems" or "no" */
    ERROR_USAGE = 2,         /* the command line asks for something that cannot be */
    ERROR_IO = 3,            /* cannot read or write; a document that is not well-formed */
    ERROR_INTERRUPTED = 130, /* Ctrl-C */
} ErrorCode;

#endif
