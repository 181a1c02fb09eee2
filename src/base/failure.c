/* failure.c - a failure that has a place: worded like a diagnostic, with the line, a caret and a way out. */
#include "failure.h"
#include "excerpt.h"
#include "utf8.h"
#include <stdarg.h>

enum { MOST_COLUMNS = 400 };

void failure_set(GError **error, ErrorCode exit_code, Place place, const char *code, const char *help,
                 const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *raw = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_autofree char *visible = utf8_visible(raw), *text = utf8_cut(visible, MOST_COLUMNS);
    g_autofree char *path = utf8_visible(place.path);
    g_autofree char *at = place.line ? g_strdup_printf(":%u:%u", place.line, place.column) : g_strdup("");
    g_autoptr(ExcerptReader) reader = excerpt_reader_new();
    g_autofree char *excerpt = excerpt_lines(reader, place, false);
    g_set_error(error, ENTENTE_ERROR, exit_code, "%s%s: error: %s [%s]\n%s  help: %s", path, at, text, code, excerpt,
                help);
}
