/* excerpt.c - reads a line back from its file and cuts it around a column. */
#include "excerpt.h"
#include "inflate.h"
#include "utf8.h"
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SHOWN = 100, MOST_BYTES = 4 * 2 * SHOWN, MOST_UNPACKED = 1 << 30 };

struct ExcerptReader {
    const char *path; /* of the open file, interned */
    FILE *file;       /* NULL: cannot be read */
    uint32_t line;    /* where line_start is */
    off_t line_start;
};

ExcerptReader *excerpt_reader_new(void) { return g_new0(ExcerptReader, 1); }

void excerpt_reader_free(ExcerptReader *reader)
{
    if (!reader)
        return;
    if (reader->file)
        fclose(reader->file);
    g_free(reader);
}

/* The file, or what is in it: a line of a compressed file is one of the text. Where it is damaged, what comes before.
 */
static FILE *unpacked(FILE *file)
{
    char head[3], chunk[1 << 14];
    size_t n_head = fread(head, 1, sizeof head, file);
    bool plain = !inflate_is_gzip(head, n_head);
    rewind(file);
    FILE *text = plain ? NULL : tmpfile();
    if (!text || lseek(fileno(file), 0, SEEK_SET) != 0)
        return file;
    g_autoptr(Inflate) inflate = inflate_new("", fileno(file), NULL, 0);
    uint64_t size = 0;
    for (ssize_t n; size < MOST_UNPACKED && (n = inflate_read(inflate, chunk, sizeof chunk, NULL)) > 0;)
        size += fwrite(chunk, 1, (size_t)n, text);
    fclose(file);
    return text;
}

static void open_file(ExcerptReader *reader, const char *path)
{
    struct stat there;
    if (reader->file)
        fclose(reader->file);
    bool regular = strcmp(path, "-") != 0 && stat(path, &there) == 0 && S_ISREG(there.st_mode);
    *reader = (ExcerptReader){.path = path, .file = regular ? fopen(path, "rb") : NULL, .line = 1};
    if (reader->file)
        reader->file = unpacked(reader->file);
}

/* Goes to the start of the line; a carriage return alone ends a line as it does for libxml2 and our tables. */
static bool find_line(ExcerptReader *reader, uint32_t line)
{
    if (line < reader->line) {
        reader->line = 1;
        reader->line_start = 0;
    }
    if (fseeko(reader->file, reader->line_start, SEEK_SET) != 0)
        return false;
    off_t at = reader->line_start;
    while (reader->line < line) {
        int c = getc_unlocked(reader->file);
        if (c == EOF)
            return false;
        at++;
        if (c == '\n') {
            reader->line++;
            reader->line_start = at;
        }
    }
    return true;
}

/* The characters first … first+n-1 of the line that begins here, and whether the line goes on behind them. */
static GString *read_window(FILE *file, uint32_t first, uint32_t n, bool *goes_on)
{
    GString *text = g_string_sized_new(MOST_BYTES);
    uint32_t character = 0;
    *goes_on = false;
    for (int c; (c = getc_unlocked(file)) != EOF && c != '\n';) {
        character += (c & 0xC0) != 0x80;
        if (character >= first + n) {
            *goes_on = true;
            break;
        }
        if (character >= first && text->len < MOST_BYTES)
            g_string_append_c(text, (char)c);
    }
    if (text->len && text->str[text->len - 1] == '\r')
        g_string_truncate(text, text->len - 1);
    return text;
}

static char *show(const char *text, size_t n)
{
    char *clean = utf8_clean(text, n);
    for (char *p = clean; *p; p++) {
        if ((unsigned char)*p < ' ' || *p == 0x7F)
            *p = ' ';
    }
    return clean;
}

/* Byte offset of character i in valid text, or its length. */
static const char *character_at(const char *text, size_t i)
{
    while (*text && i--)
        text = g_utf8_next_char(text);
    return text;
}

char *excerpt_read(ExcerptReader *reader, Place place, size_t *caret)
{
    if (!place.path || place.line == 0)
        return NULL;
    if (reader->path != place.path)
        open_file(reader, place.path);
    if (!reader->file || !find_line(reader, place.line))
        return NULL;

    uint32_t column = place.column ? place.column : 1;
    uint32_t first = column > SHOWN ? column - SHOWN + 1 : 1;
    bool goes_on;
    g_autoptr(GString) window = read_window(reader->file, first, 2 * SHOWN, &goes_on);
    g_autofree char *text = show(window->str, window->len);
    size_t n = (size_t)g_utf8_strlen(text, -1), at = column - first;
    if (at > n)
        return NULL; /* the file is no longer what was read */

    size_t from = at > SHOWN / 2 ? at - SHOWN / 2 : 0;
    size_t to = MIN(n, from + SHOWN);
    from = to - MIN(to, SHOWN); /* near the end of the line more of what stands before is shown */
    const char *begin = character_at(text, from), *end = character_at(text, to);
    bool cut_left = from > 0 || first > 1, cut_right = to < n || goes_on;
    g_autofree char *before = g_strndup(begin, (size_t)(character_at(text, at) - begin));
    *caret = utf8_width(before) + cut_left;
    return g_strdup_printf("%s%.*s%s", cut_left ? "…" : "", (int)(end - begin), begin, cut_right ? "…" : "");
}

char *excerpt_lines(ExcerptReader *reader, Place place, bool colour)
{
    size_t caret;
    g_autofree char *line = excerpt_read(reader, place, &caret);
    if (!line)
        return g_strdup("");
    g_autofree char *shown = utf8_visible(line), *number = g_strdup_printf("  %u", place.line);
    GString *out = g_string_new(NULL);
    g_string_printf(out, "%s | %s\n", number, shown);
    if (place.column)
        g_string_append_printf(out, "%*s | %*s%s^%s\n", (int)strlen(number), "", (int)caret, "",
                               colour ? "\033[1;32m" : "", colour ? "\033[0m" : "");
    return g_string_free(out, FALSE);
}
