/* line.h - a text that grows: what rows of files are put together in. */
#ifndef ENTENTE_LINE_H
#define ENTENTE_LINE_H

#include <glib.h>
#include <stdint.h>
#include <string.h>

/* Zeroed is empty. Like GString, but appending compiles into the caller: rows are made of many short pieces. */
typedef struct Line {
    char *text; /* NUL-terminated once something was appended */
    size_t n, room;
} Line;

void line_grow(Line *, size_t by);
void line_free(Line *);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Line, line_free)

static inline void line_clear(Line *line) { line->n = 0; }

static inline void line_bytes(Line *line, const char *bytes, size_t n)
{
    if (line->room - line->n <= n)
        line_grow(line, n);
    memcpy(line->text + line->n, bytes, n);
    line->n += n;
    line->text[line->n] = '\0';
}

static inline void line_text(Line *line, const char *text) { line_bytes(line, text, strlen(text)); }

void line_number(Line *, uint64_t);
void line_id(Line *, const char *before, char kind, uint64_t number); /* id="n12": before is all up to the n */
void line_printf(Line *, const char *format, ...) G_GNUC_PRINTF(2, 3); /* no %f: use number.h */

#endif
