/* failure.c - a failure that has a place: worded like a diagnostic, with the line, a caret and a way out. */
#include "failure.h"
#include "excerpt.h"
#include "utf8.h"
#include <stdarg.h>

enum { MOST_COLUMNS = 400 };

/* What an error of this domain carries beside its message. */
typedef struct EntenteErrorPrivate {
    Place place;
    char *code, *help, *text;
} EntenteErrorPrivate;

static void entente_error_private_init(EntenteErrorPrivate *p) { *p = (EntenteErrorPrivate){.text = NULL}; }

static void entente_error_private_copy(const EntenteErrorPrivate *from, EntenteErrorPrivate *to)
{
    *to = (EntenteErrorPrivate){from->place, g_strdup(from->code), g_strdup(from->help), g_strdup(from->text)};
}

static void entente_error_private_clear(EntenteErrorPrivate *p)
{
    g_free(p->code);
    g_free(p->help);
    g_free(p->text);
}

G_DEFINE_EXTENDED_ERROR(EntenteError, entente_error)

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
    if (!error)
        return;
    g_set_error(error, ENTENTE_ERROR, exit_code, "%s%s: error: %s [%s]\n%s  help: %s", path, at, text, code, excerpt,
                help);
    EntenteErrorPrivate *p = entente_error_get_private(*error);
    p->place = (Place){place.path ? g_intern_string(place.path) : NULL, place.line, place.column};
    p->code = g_strdup(code);
    p->help = g_strdup(help);
    p->text = g_steal_pointer(&text);
}

Failure failure_of(const GError *error)
{
    EntenteErrorPrivate *p = error->domain == ENTENTE_ERROR ? entente_error_get_private(error) : NULL;
    if (!p || !p->text)
        return (Failure){.text = error->message};
    return (Failure){p->place, p->code, p->help, p->text};
}
