/* rows.c - a text file as lines of fields: what CoNLL, CoNLL-U and WebAnno have in common, each with its place. */
#include "rows.h"
#include "failure.h"
#include "utf8.h"
#include <stdarg.h>
#include <string.h>

enum { MOST_BYTES = 512 * 1024 * 1024, MOST_SHOWN = 60 };

static const char *begin_of(const Rows *r)
{
    return r->bytes->str + (g_str_has_prefix(r->bytes->str, "\xEF\xBB\xBF") ? 3 : 0);
}

static bool check_encoding(const Rows *r, GError **error)
{
    const char *bad = utf8_find_invalid(r->bytes->str, r->bytes->len);
    if (!bad)
        return true;
    Place place = {r->path, 1, 1};
    const char *line = begin_of(r);
    for (const char *c = line; (c = memchr(c, '\n', (size_t)(bad - c))); c++) {
        place.line++;
        line = c + 1;
    }
    place.column = (uint32_t)g_utf8_strlen(line, bad - line) + 1;
    failure_set(error, ERROR_IO, place, "bad-encoding", "save the file as UTF-8", "byte 0x%02X is not UTF-8",
                (unsigned char)*bad);
    return false;
}

bool rows_open(Rows *r, Builder *b, const Source *source, GError **error)
{
    *r = (Rows){.diagnostics = b->diagnostics, .path = g_intern_string(source->path), .bytes = g_string_new(NULL)};
    if (!source_read_all(source, MOST_BYTES, r->bytes, error) || !check_encoding(r, error))
        return false;
    Digest digest;
    digest_init(&digest);
    digest_add(&digest, r->bytes->str, r->bytes->len);
    digest_hex(&digest, r->digest);
    b->n_bytes += r->bytes->len;
    rows_rewind(r);
    return true;
}

void rows_clear(Rows *r) { g_string_free(r->bytes, TRUE); }

void rows_rewind(Rows *r)
{
    r->next = r->line = r->end = begin_of(r);
    r->number = 0;
}

bool rows_next(Rows *r)
{
    const char *end = r->bytes->str + r->bytes->len;
    while (r->next < end) {
        const char *stop = memchr(r->next, '\n', (size_t)(end - r->next));
        r->line = r->next;
        r->end = stop ? stop : end;
        r->next = stop ? stop + 1 : end;
        r->number++;
        if (r->end > r->line && r->end[-1] == '\r')
            r->end--;
        if (r->end - r->line <= ROWS_LONGEST_LINE)
            return true;
        rows_report(r, DIAGNOSTIC_BAD_LINE, r->line, "is it a file of rows at all?",
                    "a line of more than %d kB; it is passed over", ROWS_LONGEST_LINE / 1024);
    }
    return false;
}

bool rows_is_cut(const Rows *r)
{
    const char *end = r->bytes->str + r->bytes->len;
    return r->next == end && (r->bytes->len == 0 || end[-1] != '\n');
}

/* A line ends at LF, CR or the NUL behind the text, so that one look at a byte tells whether a field may end there. */
static unsigned split_at_tabs(const Rows *r, Cell *field, unsigned most)
{
    unsigned n = 0;
    for (const char *from = r->line, *at = from;; at++) {
        while ((unsigned char)*at > '\r')
            at++;
        if (at < r->end && *at != '\t')
            continue;
        if (n < most)
            field[n] = (Cell){from, (size_t)(at - from)};
        n++;
        if (at >= r->end)
            return n;
        from = at + 1;
    }
}

static unsigned split_at_blanks(const Rows *r, Cell *field, unsigned most)
{
    unsigned n = 0;
    for (const char *at = r->line;;) {
        while (at < r->end && (*at == ' ' || *at == '\t'))
            at++;
        if (at >= r->end)
            return n;
        const char *from = at;
        do {
            while ((unsigned char)*at > ' ')
                at++;
        } while (at < r->end && *at != ' ' && *at != '\t' && at++);
        if (n < most)
            field[n] = (Cell){from, (size_t)(at - from)};
        n++;
    }
}

unsigned rows_split(const Rows *r, bool tabs, Cell *field, unsigned most)
{
    return tabs ? split_at_tabs(r, field, most) : split_at_blanks(r, field, most);
}

Place rows_place(const Rows *r, const char *at)
{
    return (Place){r->path, r->number, (uint32_t)g_utf8_strlen(r->line, at - r->line) + 1};
}

void rows_report(const Rows *r, DiagnosticCode code, const char *at, const char *help, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    diagnostics_add(r->diagnostics, code, rows_place(r, at), help, "%s", text);
}

char *cell_shown(Cell f)
{
    size_t n = MIN(f.n, (size_t)(4 * MOST_SHOWN));
    while (n < f.n && n > 0 && ((unsigned char)f.at[n] & 0xC0) == 0x80)
        n--;
    g_autofree char *text = g_strndup(f.at, n);
    return utf8_cut(text, MOST_SHOWN);
}

bool cell_number(Cell f, uint32_t most, uint32_t *number)
{
    uint64_t value = 0;
    if (f.n == 0 || f.n > 10)
        return false;
    for (size_t i = 0; i < f.n; i++) {
        if (!g_ascii_isdigit(f.at[i]))
            return false;
        value = value * 10 + (uint64_t)(f.at[i] - '0');
    }
    *number = (uint32_t)value;
    return value <= most;
}
