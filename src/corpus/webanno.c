/* webanno.c - WebAnno TSV 3 of WebAnno and INCEpTION: the text from its sentences, every word held against it. */
#include "webanno.h"
#include "coreference.h"
#include "failure.h"
#include "format.h"
#include <string.h>

enum { N_FIXED = 3, MOST_GAP = 1 << 16 };

static const char count_help[] =
    "offsets count UTF-16 units from the beginning of the text: a character such as 😊 is two";

static uint32_t count_units(const char *text, size_t n)
{
    uint32_t units = 0;
    for (const char *c = text, *end = text + n; c < end; c++)
        units += ((unsigned char)*c & 0xC0) != 0x80 ? ((unsigned char)*c >= 0xF0 ? 2 : 1) : 0;
    return units;
}

static void append(Webanno *w, const char *text, size_t n)
{
    g_string_append_len(w->s->text, text, (gssize)n);
    w->n_units += count_units(text, n);
}

/* What stands between sentences and words nobody tells: one unit is a blank, more are line ends between sentences. */
static bool pad(Webanno *w, uint32_t until, const char *at, char filling)
{
    if (until < w->n_units || until - w->n_units > MOST_GAP || w->s->text->len > STANDOFF_LONGEST_TEXT) {
        rows_report(&w->rows, DIAGNOSTIC_BAD_OFFSET, at, count_help,
                    until < w->n_units ? "this begins at %u, before what stands above it ends at %u"
                                       : "this begins at %u, far beyond the end of what stands above it at %u",
                    until, w->n_units);
        return false;
    }
    while (w->n_units < until)
        append(w, &filling, 1);
    return true;
}

static void end_sentence(Webanno *w)
{
    Span span = {w->sentence_byte, (uint32_t)w->s->text->len};
    if (w->in_sentence && span.begin < span.end)
        g_array_append_val(w->s->sentence, span);
    w->in_sentence = w->skipping = w->has_given = false;
    g_string_truncate(w->given, 0);
}

/* The first word of a sentence tells where its text stands. */
static bool begin_sentence(Webanno *w, uint32_t begin, const char *form, const char *at)
{
    size_t blanks = 0;
    while (w->has_given && !g_ascii_isspace(*form) && g_ascii_isspace(w->given->str[blanks]))
        blanks++;
    uint32_t from = begin >= blanks ? begin - (uint32_t)blanks : 0;
    bool several = w->s->text->len > 0 && from > w->n_units + 1;
    w->in_sentence = true;
    w->skipping = !pad(w, from, at, several ? '\n' : ' ');
    w->sentence_byte = w->cursor_byte = (uint32_t)w->s->text->len;
    w->sentence_unit = w->cursor_unit = w->n_units;
    if (!w->skipping && w->has_given)
        append(w, w->given->str, w->given->len);
    return !w->skipping;
}

/* The byte of the sentence where a unit begins; the cursor goes along. */
static bool find_byte(Webanno *w, uint32_t unit, uint32_t *byte)
{
    if (unit < w->cursor_unit) {
        w->cursor_byte = w->sentence_byte;
        w->cursor_unit = w->sentence_unit;
    }
    const char *text = w->s->text->str;
    while (w->cursor_unit < unit && w->cursor_byte < w->s->text->len) {
        unsigned char lead = (unsigned char)text[w->cursor_byte];
        w->cursor_unit += lead >= 0xF0 ? 2 : 1;
        w->cursor_byte += lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    }
    *byte = w->cursor_byte;
    return w->cursor_unit == unit;
}

static bool read_offsets(Cell f, Span *span)
{
    const char *middle = f.n ? memchr(f.at, '-', f.n) : NULL;
    return middle && cell_number((Cell){f.at, (size_t)(middle - f.at)}, INT32_MAX, &span->begin) &&
           cell_number((Cell){middle + 1, (size_t)(f.at + f.n - middle - 1)}, INT32_MAX, &span->end) &&
           span->begin <= span->end;
}

/* The row's word as bytes of the text; false and a report when it does not stand where it says. */
static bool find_span(Webanno *w, uint64_t unit, const Cell *cell, Span *byte)
{
    Span span;
    if (!read_offsets(cell[1], &span)) {
        g_autofree char *shown = cell_shown(cell[1]);
        rows_report(&w->rows, DIAGNOSTIC_BAD_OFFSET, cell[1].at, "offsets are written 0-4",
                    "\"%s\" does not tell where the word stands; the row is passed over", shown);
        return false;
    }
    g_autofree char *form = webanno_unescape(cell[2]);
    bool whole = (unit & 0xFFFF) == 0;
    if (!w->in_sentence && !begin_sentence(w, span.begin, form, cell[1].at))
        return false;
    if (!w->has_given && whole) {
        if (!pad(w, span.begin, cell[1].at, ' '))
            return false;
        append(w, form, strlen(form));
    }
    bool there =
        span.begin >= w->sentence_unit && find_byte(w, span.begin, &byte->begin) && find_byte(w, span.end, &byte->end);
    size_t n = strlen(form);
    if (there && byte->end - byte->begin == n && memcmp(w->s->text->str + byte->begin, form, n) == 0)
        return true;
    g_autofree char *shown = cell_shown(cell[2]);
    rows_report(&w->rows, DIAGNOSTIC_BAD_OFFSET, cell[1].at, count_help,
                "\"%s\" does not stand there in the text; the row is passed over", shown);
    return false;
}

static void report_width(const Webanno *w, unsigned n)
{
    const char *help = rows_is_cut(&w->rows) ? "the file ends in the middle of a row: fetch it again"
                                             : "a column for every feature of the header, separated by one tab each";
    rows_report(&w->rows, DIAGNOSTIC_BAD_ROW, w->rows.end, help, "%u columns where the header has %u", n,
                w->column->len + N_FIXED);
}

static void read_row(Webanno *w, Cell *cell)
{
    unsigned wanted = w->column->len + N_FIXED, n = rows_split(&w->rows, true, cell, wanted + 1);
    bool trailing = n == wanted + 1 && cell[wanted].n == 0;
    uint64_t unit;
    Cell rest;
    Span span;
    if (w->skipping)
        return;
    if (n != wanted && !trailing)
        report_width(w, n);
    if (n < N_FIXED)
        return;
    for (unsigned i = n; i < wanted; i++)
        cell[i] = (Cell){w->rows.end, 0};
    if (!webanno_read_unit(cell[0], &unit, &rest) || rest.n) {
        g_autofree char *shown = cell_shown(cell[0]);
        rows_report(&w->rows, DIAGNOSTIC_BAD_ROW, cell[0].at,
                    "the second word of the first sentence is 1-2, a part of it 1-2.1",
                    "\"%s\" is no number of a word; the row is passed over", shown);
        return;
    }
    if (find_span(w, unit, cell, &span))
        webanno_read_cells(w, unit, span, cell + N_FIXED);
}

/* "#Text=…": several of them are lines of one sentence. */
static void read_comment(Webanno *w)
{
    static const char key[] = "#Text=";
    Cell line = {w->rows.line, (size_t)(w->rows.end - w->rows.line)};
    if (line.n < strlen(key) || strncmp(line.at, key, strlen(key)) != 0) {
        webanno_read_layer(w);
        return;
    }
    if (w->in_sentence)
        end_sentence(w);
    g_autofree char *text = webanno_unescape((Cell){line.at + strlen(key), line.n - strlen(key)});
    if (w->has_given)
        g_string_append_c(w->given, '\n');
    g_string_append(w->given, text);
    w->has_given = true;
}

static void read_lines(Webanno *w)
{
    g_autofree Cell *cell = NULL;
    while (rows_next(&w->rows)) {
        if (w->rows.line == w->rows.end) {
            if (w->in_sentence)
                end_sentence(w);
        } else if (*w->rows.line == '#' && !cell) {
            read_comment(w);
        } else if (*w->rows.line == '#') {
            if (w->rows.end - w->rows.line > 6 && strncmp(w->rows.line, "#T_", 3) == 0)
                rows_report(&w->rows, DIAGNOSTIC_BAD_LINE, w->rows.line, "layers are named before the first sentence",
                            "a layer is named after its columns; it is passed over");
            else
                read_comment(w);
        } else {
            if (!cell) {
                webanno_finish_layers(w);
                cell = g_new(Cell, w->column->len + N_FIXED + 1);
            }
            read_row(w, cell);
        }
    }
    end_sentence(w);
}

bool webanno_fill(Standoff *s, Builder *builder, const Source *source, GError **error)
{
    Webanno w = {.builder = builder,
                 .s = s,
                 .layer = g_array_new(FALSE, FALSE, sizeof(WebannoLayer)),
                 .column = g_array_new(FALSE, FALSE, sizeof(WebannoColumn)),
                 .placed = g_array_new(FALSE, FALSE, sizeof(WebannoPlaced)),
                 .pointer = g_array_new(FALSE, FALSE, sizeof(WebannoPointer)),
                 .known = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL),
                 .given = g_string_new(NULL)};
    bool done = rows_open(&w.rows, builder, source, error);
    s->head.path = w.rows.path;
    s->head.name = source->name;
    if (done) {
        read_lines(&w);
        webanno_resolve(&w);
        s->head.digest = pool_string(builder->pool, w.rows.digest);
        done = standoff_settle(s, OFFSET_BYTE, error);
    }
    webanno_free_layers(&w);
    g_array_free(w.placed, TRUE);
    g_array_free(w.pointer, TRUE);
    g_hash_table_destroy(w.known);
    g_string_free(w.given, TRUE);
    rows_clear(&w.rows);
    return done;
}

bool webanno_is(const char *head, size_t n)
{
    static const char begin[] = "#FORMAT=WebAnno TSV 3";
    if (n >= 3 && memcmp(head, "\xEF\xBB\xBF", 3) == 0) {
        head += 3;
        n -= 3;
    }
    return n >= strlen(begin) && memcmp(head, begin, strlen(begin)) == 0;
}

bool webanno_read(Builder *builder, const Source *source, GError **error)
{
    g_autoptr(Standoff) s = standoff_new(builder->pool, builder->diagnostics);
    if (!webanno_fill(s, builder, source, error))
        return false;
    coreference_join(s);
    standoff_deliver(s, builder);
    return true;
}
