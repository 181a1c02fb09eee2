/* delimited.c - CSV and TSV: a streaming reader that knows where each field stands, and a writer of fields. */
#include "delimited.h"
#include "failure.h"
#include "utf8.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { CHUNK_BYTES = 64 * 1024, MOST_FIELDS = 10000, MOST_ROW_BYTES = 16 * 1024 * 1024, END = -1 };

typedef struct Cell {
    size_t offset, length; /* in row */
    uint32_t line, column;
    bool quoted;
} Cell;

struct Delimited {
    const char *path; /* interned */
    int fd;           /* -1: from memory, or read to the end */
    int failure;      /* errno of the read that failed */
    char *chunk;      /* NULL: from memory */
    const char *next, *end;
    GChecksum *checksum;
    char *digest;

    char separator;
    uint32_t line, column; /* of the next byte */
    uint32_t row_line;
    GString *row; /* the fields of the row, each ended by NUL */
    GArray *cell;
    GPtrArray *header;
};

static void set_error_at(GError **error, const Delimited *d, uint32_t line, uint32_t column, const char *what)
{
    failure_set(error, ERROR_IO, (Place){d->path, line, column}, "bad-table", "correct the table there", "%s", what);
}

static void set_unreadable(GError **error, const char *path, int why)
{
    failure_set(error, ERROR_IO, (Place){path, 0, 0}, "unreadable", "check the name and its permissions",
                "cannot be read: %s", g_strerror(why));
}

/* Appends to what is left in the chunk; false at the end of the file, or where the chunk is full. */
static bool fill(Delimited *d)
{
    size_t left = (size_t)(d->end - d->next);
    if (d->fd < 0 || left == CHUNK_BYTES)
        return false;
    memmove(d->chunk, d->next, left);
    d->next = d->chunk;
    d->end = d->chunk + left;
    ssize_t n;
    do
        n = read(d->fd, d->chunk + left, CHUNK_BYTES - left);
    while (n < 0 && errno == EINTR);
    if (n > 0) {
        g_checksum_update(d->checksum, (const guchar *)d->end, n);
        d->end += n;
        return true;
    }
    d->failure = n < 0 ? errno : 0;
    if (d->fd != STDIN_FILENO)
        close(d->fd);
    d->fd = -1;
    return false;
}

static int peek(Delimited *d)
{
    if (d->next == d->end && !fill(d))
        return END;
    return (unsigned char)*d->next;
}

/* Takes the byte that peek saw. A carriage return alone ends a line, one before a line feed does not. */
static void take(Delimited *d)
{
    char c = *d->next++;
    bool ends_line = c == '\n' || (c == '\r' && peek(d) != '\n');
    if (ends_line) {
        d->line++;
        d->column = 1;
    } else if (c != '\r' && ((unsigned char)c & 0xC0) != 0x80) {
        d->column++;
    }
}

static bool ends_field(const Delimited *d, int c) { return c == END || c == d->separator || c == '\n' || c == '\r'; }

/* After the opening quote, up to and with the closing one. */
static bool read_quoted(Delimited *d, const Cell *cell, GError **error)
{
    take(d);
    for (int c; (c = peek(d)) != END;) {
        take(d);
        if (c == '"' && peek(d) != '"')
            return true;
        if (c == '"')
            take(d);
        g_string_append_c(d->row, (char)c);
        if (d->row->len > MOST_ROW_BYTES)
            break;
    }
    set_error_at(error, d, cell->line, cell->column, "the quoted field that begins here does not end; close its quote");
    return false;
}

static bool read_cell(Delimited *d, GError **error)
{
    Cell cell = {.offset = d->row->len, .line = d->line, .column = d->column, .quoted = peek(d) == '"'};
    if (cell.quoted && !read_quoted(d, &cell, error))
        return false;
    if (cell.quoted && !ends_field(d, peek(d))) {
        if (d->separator != '\t') {
            set_error_at(error, d, d->line, d->column,
                         "text after the closing quote of a field; double the quotes inside a quoted field");
            return false;
        }
        /* TSV is often written without quoting: what only looked like a quoted field keeps its quotes */
        g_string_insert_c(d->row, (gssize)cell.offset, '"');
        g_string_append_c(d->row, '"');
        cell.quoted = false;
    }
    for (int c; !ends_field(d, c = peek(d));) {
        take(d);
        g_string_append_c(d->row, (char)c);
        if (d->row->len > MOST_ROW_BYTES) {
            set_error_at(error, d, d->row_line, 1, "a row of more than 16 MB; this is no table");
            return false;
        }
    }
    cell.length = d->row->len - cell.offset;
    g_string_append_c(d->row, '\0');
    g_array_append_val(d->cell, cell);
    return true;
}

/* Where the first bad byte of the field stands: the same walk as the reader's. */
static void set_bad_text(GError **error, const Delimited *d, const Cell *cell)
{
    const char *begin = d->row->str + cell->offset, *p = begin, *end = p + cell->length;
    uint32_t line = cell->line, column = cell->column + cell->quoted;
    for (size_t n = 1; p < end; p += n) {
        const char *after = p + 1;
        while (after < end && ((unsigned char)*after & 0xC0) == 0x80)
            after++;
        n = (size_t)(after - p);
        if (!utf8_is_xml_text(p, n))
            break;
        column += *p == '"' && cell->quoted ? 2 : 1;
        if (*p == '\n' || (*p == '\r' && after < end && *after != '\n')) {
            line++;
            column = 1;
        }
    }
    bool utf16 = begin[0] == '\xFF' ? begin[1] == '\xFE' : begin[0] == '\xFE' && begin[1] == '\xFF';
    const char *what = utf16 ? "UTF-16, not UTF-8; convert the file, for example with iconv -f utf-16 -t utf-8"
                       : p < end && (unsigned char)*p < 0x20
                           ? "a control character; take it out"
                           : "not valid UTF-8; convert the file, for example with iconv -f windows-1252 -t utf-8";
    set_error_at(error, d, line, column, what);
}

/* Blanks at the ends of a field go, and its place moves with them. */
static void trim(Delimited *d, Cell *cell)
{
    char *text = d->row->str;
    while (cell->length && g_ascii_isspace(text[cell->offset + cell->length - 1]))
        cell->length--;
    while (cell->length && g_ascii_isspace(text[cell->offset])) {
        cell->column += !cell->quoted;
        cell->offset++;
        cell->length--;
    }
    text[cell->offset + cell->length] = '\0';
}

static bool check_row(Delimited *d, GError **error)
{
    for (guint i = 0; i < d->cell->len; i++) {
        Cell *cell = &g_array_index(d->cell, Cell, i);
        if (!utf8_is_xml_text(d->row->str + cell->offset, cell->length)) {
            set_bad_text(error, d, cell);
            return false;
        }
        trim(d, cell);
    }
    return true;
}

/* The next line that is not empty; false at the end (no error) or on failure. */
static bool read_row(Delimited *d, GError **error)
{
    while (peek(d) == '\n' || peek(d) == '\r')
        take(d);
    g_string_truncate(d->row, 0);
    g_array_set_size(d->cell, 0);
    d->row_line = d->line;
    for (int c = peek(d); c != END || d->cell->len;) {
        if (d->cell->len >= MOST_FIELDS) {
            set_error_at(error, d, d->line, d->column, "more than 10,000 fields in a row; this is no table");
            return false;
        }
        if (!read_cell(d, error))
            return false;
        c = peek(d);
        if (c == END || c == '\n' || c == '\r')
            break;
        take(d); /* the separator */
    }
    if (d->failure) {
        set_unreadable(error, d->path, d->failure);
        return false;
    }
    return d->cell->len > 0 && check_row(d, error);
}

static void skip_line(Delimited *d)
{
    for (int c; (c = peek(d)) != END && c != '\n' && c != '\r';)
        take(d);
}

static void skip_to_header(Delimited *d)
{
    if (d->end - d->next >= 3 && memcmp(d->next, "\xEF\xBB\xBF", 3) == 0)
        d->next += 3;
    for (int c; (c = peek(d)) == '#' || c == '\n' || c == '\r';) {
        if (c == '#')
            skip_line(d);
        else
            take(d);
    }
}

/* The separator that stands most often in the header, outside quotes; the first of tab, comma, semicolon on a draw. */
static char find_separator(const Delimited *d)
{
    static const char known[] = "\t,;";
    size_t count[3] = {0};
    bool quoted = false;
    for (const char *p = d->next; p < d->end && (quoted || (*p != '\n' && *p != '\r')); p++) {
        if (*p == '"')
            quoted = !quoted;
        const char *which = quoted ? NULL : memchr(known, *p, 3);
        if (which)
            count[which - known]++;
    }
    size_t best = 0;
    for (size_t i = 1; i < 3; i++)
        best = count[i] > count[best] ? i : best;
    return known[best];
}

static bool read_header(Delimited *d, GError **error)
{
    while (fill(d)) /* all of the first 64 kB, also from a pipe */
        continue;
    skip_to_header(d);
    while (fill(d))
        continue;
    d->separator = find_separator(d);
    GError *failure = NULL;
    if (!read_row(d, &failure)) {
        if (failure)
            g_propagate_error(error, failure);
        else
            failure_set(error, ERROR_IO, (Place){d->path, 0, 0}, "bad-table",
                        "a table begins with a row of column names", "it is empty");
        return false;
    }
    for (guint i = 0; i < d->cell->len; i++)
        g_ptr_array_add(d->header, g_strdup(d->row->str + g_array_index(d->cell, Cell, i).offset));
    return true;
}

static Delimited *delimited_new(const char *path)
{
    Delimited *d = g_new0(Delimited, 1);
    d->path = g_intern_string(path);
    d->fd = -1;
    d->checksum = g_checksum_new(G_CHECKSUM_SHA256);
    d->line = d->column = 1;
    d->row = g_string_new(NULL);
    d->cell = g_array_new(FALSE, FALSE, sizeof(Cell));
    d->header = g_ptr_array_new_with_free_func(g_free);
    return d;
}

static GHashTable *offered; /* path → GBytes */

void delimited_offer(const char *path, const char *text, size_t n)
{
    if (!offered)
        offered = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
    g_hash_table_replace(offered, g_strdup(path), g_bytes_new(text, n));
}

static gint by_path(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void delimited_add_offered(GPtrArray *path, const char *folder, const char *beginning)
{
    g_autofree char *prefix = g_build_filename(folder, beginning, NULL);
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    GHashTableIter all;
    gpointer known;
    if (!offered)
        return;
    for (g_hash_table_iter_init(&all, offered); g_hash_table_iter_next(&all, &known, NULL);)
        if (g_str_has_prefix(known, prefix))
            g_ptr_array_add(list, known);
    g_ptr_array_sort(list, by_path);
    for (guint i = 0; i < list->len; i++)
        g_ptr_array_add(path, g_strdup(list->pdata[i]));
}

Delimited *delimited_open(const char *path, GError **error)
{
    GBytes *inside = offered ? g_hash_table_lookup(offered, path) : NULL;
    if (inside) {
        gsize n;
        const char *text = g_bytes_get_data(inside, &n);
        return delimited_memory(path, text ? text : "", n, error);
    }
    g_autoptr(Delimited) d = delimited_new(path);
    d->fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (d->fd < 0) {
        set_unreadable(error, d->path, errno);
        return NULL;
    }
    d->chunk = g_malloc(CHUNK_BYTES);
    d->next = d->end = d->chunk;
    return read_header(d, error) ? g_steal_pointer(&d) : NULL;
}

Delimited *delimited_memory(const char *name, const char *text, size_t n, GError **error)
{
    g_autoptr(Delimited) d = delimited_new(name);
    d->next = text;
    d->end = text + n;
    g_checksum_update(d->checksum, (const guchar *)text, (gssize)n);
    return read_header(d, error) ? g_steal_pointer(&d) : NULL;
}

void delimited_free(Delimited *d)
{
    if (!d)
        return;
    if (d->fd > STDIN_FILENO)
        close(d->fd);
    g_checksum_free(d->checksum);
    g_string_free(d->row, TRUE);
    g_array_free(d->cell, TRUE);
    g_ptr_array_free(d->header, TRUE);
    g_free(d->chunk);
    g_free(d->digest);
    g_free(d);
}

size_t delimited_n_columns(const Delimited *d) { return d->header->len; }

const char *delimited_column(const Delimited *d, size_t i) { return g_ptr_array_index(d->header, i); }

int delimited_find(const Delimited *d, const char *const *names)
{
    for (; *names; names++) {
        for (guint i = 0; i < d->header->len; i++) {
            if (g_ascii_strcasecmp(g_ptr_array_index(d->header, i), *names) == 0)
                return (int)i;
        }
    }
    return -1;
}

bool delimited_next(Delimited *d, size_t *n_fields, GError **error)
{
    bool found = read_row(d, error);
    if (n_fields)
        *n_fields = found ? d->cell->len : 0;
    return found;
}

const char *delimited_field(const Delimited *d, int column)
{
    if (column < 0 || (guint)column >= d->cell->len)
        return "";
    return d->row->str + g_array_index(d->cell, Cell, column).offset;
}

Place delimited_place(const Delimited *d, int column)
{
    if (column < 0 || (guint)column >= d->cell->len)
        return (Place){d->path, d->row_line, 1};
    const Cell *cell = &g_array_index(d->cell, Cell, column);
    return (Place){d->path, cell->line, cell->column};
}

const char *delimited_digest(Delimited *d)
{
    g_autoptr(GChecksum) so_far = g_checksum_copy(d->checksum);
    g_free(d->digest);
    d->digest = g_strdup(g_checksum_get_string(so_far));
    return d->digest;
}

void delimited_write_field(Output *output, DelimitedKind kind, const char *text)
{
    bool quoted = kind == DELIMITED_CSV ? text[strcspn(text, ",\"\r\n")] != '\0' : *text == '"';
    if (quoted)
        output_bytes(output, "\"", 1);
    for (const char *p = text; *p;) {
        size_t n = strcspn(p, "\"\t\r\n");
        output_bytes(output, p, n);
        p += n;
        if (!*p)
            break;
        if (*p == '"' && quoted)
            output_bytes(output, "\"\"", 2);
        else
            output_bytes(output, kind == DELIMITED_TSV && *p != '"' ? " " : p, 1);
        p++;
    }
    if (quoted)
        output_bytes(output, "\"", 1);
}
