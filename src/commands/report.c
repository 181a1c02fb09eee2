/* report.c - a result as rows and columns, for people and for programs. */
#include "report.h"
#include "delimited.h"
#include "number.h"
#include "utf8.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct Column {
    const char *name, *heading;
    ReportKind kind;
    ReportAudience audience;
} Column;

typedef struct Cell {
    char *text; /* NULL: a number, or empty when that is NaN */
    double number;
} Cell;

struct Report {
    GArray *column; /* Column */
    GArray *cell;   /* Cell, row by row */
    char *title;
    GPtrArray *footer;
};

static void clear_cell(gpointer cell) { g_free(((Cell *)cell)->text); }

Report *report_new(void)
{
    Report *r = g_new0(Report, 1);
    r->column = g_array_new(FALSE, FALSE, sizeof(Column));
    r->cell = g_array_new(FALSE, FALSE, sizeof(Cell));
    g_array_set_clear_func(r->cell, clear_cell);
    r->footer = g_ptr_array_new_with_free_func(g_free);
    return r;
}

void report_free(Report *r)
{
    if (!r)
        return;
    g_array_unref(r->column);
    g_array_unref(r->cell);
    g_ptr_array_unref(r->footer);
    g_free(r->title);
    g_free(r);
}

void report_column(Report *r, const char *name, const char *heading, ReportKind kind, ReportAudience audience)
{
    Column c = {name, heading ? heading : name, kind, audience};
    g_array_append_val(r->column, c);
}

void report_text(Report *r, const char *text)
{
    Cell c = {g_strdup(text ? text : ""), NAN};
    g_array_append_val(r->cell, c);
}

void report_number(Report *r, double number)
{
    Cell c = {NULL, number};
    g_array_append_val(r->cell, c);
}

void report_printf(Report *r, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    Cell c = {g_strdup_vprintf(format, arguments), NAN};
    va_end(arguments);
    g_array_append_val(r->cell, c);
}

/* Words for a terminal: on one line, and nothing in them acts. Heap. */
static char *seen(const char *words)
{
    g_autofree char *line = g_strdup(words);
    g_strdelimit(line, "\t\r\n", ' ');
    return utf8_visible(line);
}

void report_title(Report *r, const char *title)
{
    g_free(r->title);
    r->title = seen(title);
}

void report_footer(Report *r, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_ptr_array_add(r->footer, utf8_visible(text));
}

size_t report_n_rows(const Report *r) { return r->column->len ? r->cell->len / r->column->len : 0; }

static const Cell *cell_at(const Report *r, size_t row, guint column);

static guint column_by_name(const Report *r, const char *name)
{
    guint c = 0;
    while (c < r->column->len && !g_str_equal(g_array_index(r->column, Column, c).name, name))
        c++;
    return c;
}

static void copy_cell(Report *into, const Cell *cell)
{
    if (cell && !cell->text)
        report_number(into, cell->number);
    else
        report_text(into, cell ? cell->text : NULL);
}

void report_gather(Report *into, const Report *lead, const Report *one)
{
    if (!into->column->len) {
        g_array_append_vals(into->column, lead->column->data, lead->column->len);
        g_array_append_vals(into->column, one->column->data, one->column->len);
    }
    for (size_t row = 0; row < report_n_rows(one); row++) {
        for (guint c = 0; c < lead->column->len; c++)
            copy_cell(into, cell_at(lead, 0, c));
        for (guint c = lead->column->len; c < into->column->len; c++) {
            guint from = column_by_name(one, g_array_index(into->column, Column, c).name);
            copy_cell(into, from < one->column->len ? cell_at(one, row, from) : NULL);
        }
    }
}

static const Cell *cell_at(const Report *r, size_t row, guint column)
{
    return &g_array_index(r->cell, Cell, row * r->column->len + column);
}

/* The cell as text; number is where a number is spelled. */
static const char *spell(const Cell *c, bool exact, char number[NUMBER_SIZE])
{
    if (c->text)
        return c->text;
    return exact ? number_exact(c->number, number) : number_short(c->number, number);
}

static char *seen_cell(const Cell *c)
{
    char number[NUMBER_SIZE];
    return seen(spell(c, false, number));
}

static bool shown(const Report *r, guint column, ReportAudience audience)
{
    return g_array_index(r->column, Column, column).audience & audience;
}

static void print_delimited(const Report *r, DelimitedKind kind, Output *out)
{
    for (size_t row = 0; row <= report_n_rows(r); row++) { /* row 0 is the header */
        const char *separator = "";
        for (guint c = 0; c < r->column->len; c++) {
            if (!shown(r, c, FOR_PROGRAMS))
                continue;
            char number[NUMBER_SIZE];
            output_text(out, separator);
            delimited_write_field(out, kind,
                                  row ? spell(cell_at(r, row - 1, c), true, number)
                                      : g_array_index(r->column, Column, c).name);
            separator = kind == DELIMITED_CSV ? "," : "\t";
        }
        output_text(out, kind == DELIMITED_CSV ? "\r\n" : "\n");
    }
}

static void print_json_string(Output *out, const char *s)
{
    output_text(out, "\"");
    for (; *s; s++) {
        if (*s == '"' || *s == '\\')
            output_printf(out, "\\%c", *s);
        else if ((unsigned char)*s < 0x20)
            output_printf(out, "\\u%04x", (unsigned char)*s);
        else
            output_bytes(out, s, 1);
    }
    output_text(out, "\"");
}

static void print_json(const Report *r, bool lines, Output *out)
{
    size_t n = report_n_rows(r);
    output_text(out, lines ? "" : "[\n");
    for (size_t row = 0; row < n; row++) {
        const char *separator = "{";
        for (guint c = 0; c < r->column->len; c++) {
            if (!shown(r, c, FOR_PROGRAMS))
                continue;
            const Cell *cell = cell_at(r, row, c);
            char number[NUMBER_SIZE];
            output_text(out, separator);
            print_json_string(out, g_array_index(r->column, Column, c).name);
            output_text(out, ": ");
            if (cell->text)
                print_json_string(out, cell->text);
            else
                output_text(out, isfinite(cell->number) ? number_exact(cell->number, number) : "null");
            separator = ", ";
        }
        output_text(out, lines || row + 1 == n ? "}\n" : "},\n");
    }
    output_text(out, lines ? "" : "]\n");
}

static void print_markdown(const Report *r, Output *out)
{
    if (r->title)
        output_printf(out, "**%s**\n\n", r->title);
    for (size_t row = 0; row < report_n_rows(r) + 2; row++) { /* header, rule, rows */
        for (guint c = 0; c < r->column->len; c++) {
            if (!shown(r, c, FOR_PEOPLE))
                continue;
            const Column *column = &g_array_index(r->column, Column, c);
            g_autofree char *text = row == 0   ? g_strdup(column->heading)
                                    : row == 1 ? g_strdup(column->kind == REPORT_NUMBER ? "---:" : "---")
                                               : seen_cell(cell_at(r, row - 2, c));
            g_auto(GStrv) part = g_strsplit(text, "|", -1);
            g_autofree char *safe = g_strjoinv("\\|", part);
            output_printf(out, "| %s ", safe);
        }
        output_text(out, "|\n");
    }
    for (guint i = 0; i < r->footer->len; i++)
        output_printf(out, "\n%s\n", (const char *)r->footer->pdata[i]);
}

static bool headed(const Report *r)
{
    for (guint c = 0; c < r->column->len; c++)
        if (shown(r, c, FOR_PEOPLE) && *g_array_index(r->column, Column, c).heading)
            return true;
    return false;
}

enum { WIDEST = 60 }; /* columns of the terminal a cell may take, unless it is the last one */

static void print_table(const Report *r, bool colour, Output *out)
{
    size_t n = report_n_rows(r);
    guint last = 0;
    g_autofree size_t *width = g_new0(size_t, r->column->len + 1);
    for (guint c = 0; c < r->column->len; c++) {
        if (!shown(r, c, FOR_PEOPLE))
            continue;
        last = c;
        width[c] = utf8_width(g_array_index(r->column, Column, c).heading);
        for (size_t row = 0; row < n; row++) {
            g_autofree char *text = seen_cell(cell_at(r, row, c));
            width[c] = MAX(width[c], utf8_width(text));
        }
        width[c] = MIN(width[c], WIDEST);
    }
    if (r->title)
        output_printf(out, "%s%s%s\n", colour ? "\033[1m" : "", r->title, colour ? "\033[0m" : "");
    for (size_t row = headed(r) ? 0 : 1; n && row <= n; row++) {
        output_text(out, colour && !row ? "\033[2m" : "");
        for (guint c = 0; c < r->column->len; c++) {
            if (!shown(r, c, FOR_PEOPLE))
                continue;
            const Column *column = &g_array_index(r->column, Column, c);
            g_autofree char *text = row ? seen_cell(cell_at(r, row - 1, c)) : g_strdup(column->heading);
            g_autofree char *cut = c == last ? g_strdup(text) : utf8_cut(text, WIDEST);
            size_t pad = width[c] > utf8_width(cut) ? width[c] - utf8_width(cut) : 0;
            bool right = column->kind == REPORT_NUMBER;
            output_printf(out, "%s%*s%s%*s", c ? "  " : "", right ? (int)pad : 0, "", cut,
                          right || c == last ? 0 : (int)pad, "");
        }
        output_text(out, colour && !row ? "\033[0m\n" : "\n");
    }
    for (guint i = 0; i < r->footer->len; i++)
        output_printf(out, "%s\n", (const char *)r->footer->pdata[i]);
}

size_t report_n_columns(const Report *r) { return r->column->len; }

bool report_is_shown(const Report *r, size_t column) { return shown(r, (guint)column, FOR_PEOPLE); }

const char *report_heading(const Report *r, size_t column, ReportKind *kind)
{
    *kind = g_array_index(r->column, Column, column).kind;
    return g_array_index(r->column, Column, column).heading;
}

char *report_cell(const Report *r, size_t row, size_t column) { return seen_cell(cell_at(r, row, (guint)column)); }

size_t report_n_footers(const Report *r) { return r->footer->len; }

const char *report_footer_at(const Report *r, size_t i) { return r->footer->pdata[i]; }

void report_print(const Report *r, ReportFormat format, bool colour, Output *out)
{
    switch (format) {
    case REPORT_AUTO:
    case REPORT_TABLE:
        print_table(r, colour, out);
        break;
    case REPORT_TSV:
        print_delimited(r, DELIMITED_TSV, out);
        break;
    case REPORT_CSV:
        print_delimited(r, DELIMITED_CSV, out);
        break;
    case REPORT_JSON:
    case REPORT_JSONL:
        print_json(r, format == REPORT_JSONL, out);
        break;
    case REPORT_MD:
        print_markdown(r, out);
        break;
    }
}

ReportFormat report_format_for(ReportFormat asked, const char *output)
{
    if (asked != REPORT_AUTO)
        return asked;
    static const struct {
        const char *extension;
        ReportFormat format;
    } known[] = {{".tsv", REPORT_TSV},     {".csv", REPORT_CSV}, {".json", REPORT_JSON},
                 {".jsonl", REPORT_JSONL}, {".md", REPORT_MD},   {".txt", REPORT_TABLE}};
    for (unsigned i = 0; i < G_N_ELEMENTS(known); i++)
        if (g_str_has_suffix(output, known[i].extension))
            return known[i].format;
    return g_str_equal(output, "-") && isatty(STDOUT_FILENO) ? REPORT_TABLE : REPORT_TSV;
}

bool colour_wanted(ColourMode mode, int fd)
{
    if (mode != COLOUR_AUTO)
        return mode == COLOUR_ALWAYS;
    const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
    return isatty(fd) && !(no_color && *no_color) && !(term && g_str_equal(term, "dumb"));
}
