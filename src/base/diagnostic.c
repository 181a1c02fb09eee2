/* diagnostic.c - dirt in the data: collected, counted, sorted, printed. */
#include "diagnostic.h"
#include "excerpt.h"
#include "utf8.h"
#include <stdarg.h>
#include <string.h>

enum { MOST_COLUMNS = 400, MOST_PRINTED = 20 };

struct Diagnostics {
    GArray *row;
    size_t n_of[DIAGNOSTIC_N_CODES];
    bool sorted;
};

static void clear_row(void *row)
{
    Diagnostic *diagnostic = row;
    g_free(diagnostic->text);
    g_free(diagnostic->help);
}

Diagnostics *diagnostics_new(void)
{
    Diagnostics *diagnostics = g_new0(Diagnostics, 1);
    diagnostics->row = g_array_new(FALSE, FALSE, sizeof(Diagnostic));
    g_array_set_clear_func(diagnostics->row, clear_row);
    return diagnostics;
}

void diagnostics_free(Diagnostics *diagnostics)
{
    if (!diagnostics)
        return;
    g_array_free(diagnostics->row, TRUE);
    g_free(diagnostics);
}

void diagnostics_add(Diagnostics *diagnostics, DiagnosticCode code, Place place, const char *help, const char *format,
                     ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_autofree char *cut = utf8_cut(text, MOST_COLUMNS);
    g_autofree char *cut_help = help ? utf8_cut(help, MOST_COLUMNS) : NULL;
    Diagnostic diagnostic = {
        .code = code, .place = place, .text = utf8_visible(cut), .help = cut_help ? utf8_visible(cut_help) : NULL};
    g_array_append_val(diagnostics->row, diagnostic);
    diagnostics->n_of[code]++;
    diagnostics->sorted = false;
}

size_t diagnostics_count(const Diagnostics *diagnostics, Severity at_least)
{
    size_t n = 0;
    for (size_t code = 0; code < DIAGNOSTIC_N_CODES; code++)
        n += diagnostic_code_severity((DiagnosticCode)code) >= at_least ? diagnostics->n_of[code] : 0;
    return n;
}

size_t diagnostics_count_code(const Diagnostics *diagnostics, DiagnosticCode code) { return diagnostics->n_of[code]; }

size_t diagnostics_size(const Diagnostics *diagnostics) { return diagnostics->row->len; }

/* Files in byte order, what concerns the whole corpus last; the text decides where all else is equal. */
static int compare(const void *a, const void *b)
{
    const Diagnostic *x = a, *y = b;
    if (!x->place.path != !y->place.path)
        return x->place.path ? -1 : 1;
    int order = x->place.path ? strcmp(x->place.path, y->place.path) : 0;
    if (order == 0 && x->place.line != y->place.line)
        order = x->place.line < y->place.line ? -1 : 1;
    if (order == 0 && x->place.column != y->place.column)
        order = x->place.column < y->place.column ? -1 : 1;
    if (order == 0)
        order = (int)x->code - (int)y->code;
    return order ? order : strcmp(x->text, y->text);
}

const Diagnostic *diagnostics_get(Diagnostics *diagnostics, size_t i)
{
    if (!diagnostics->sorted)
        g_array_sort(diagnostics->row, compare);
    diagnostics->sorted = true;
    return &g_array_index(diagnostics->row, Diagnostic, i);
}

static const char *severity_name(Severity severity)
{
    static const char *const name[] = {"note", "warning", "error"};
    return name[severity];
}

static const char *severity_colour(Severity severity)
{
    static const char *const colour[] = {"\033[1;36m", "\033[1;33m", "\033[1;31m"};
    return colour[severity];
}

static void print_place(FILE *file, Place place)
{
    if (!place.path)
        return;
    g_autofree char *path = utf8_visible(place.path);
    fputs(path, file);
    if (place.line)
        fprintf(file, ":%u", place.line);
    if (place.line && place.column)
        fprintf(file, ":%u", place.column);
    fputs(": ", file);
}

static void print_text(FILE *file, ExcerptReader *reader, const Diagnostic *diagnostic, bool colour)
{
    Severity severity = diagnostic_code_severity(diagnostic->code);
    print_place(file, diagnostic->place);
    fprintf(file, "%s%s:%s %s [%s]\n", colour ? severity_colour(severity) : "", severity_name(severity),
            colour ? "\033[0m" : "", diagnostic->text, diagnostic_code_name(diagnostic->code));
    g_autofree char *excerpt = excerpt_lines(reader, diagnostic->place, colour);
    fputs(excerpt, file);
    fprintf(file, "  help: %s\n", diagnostic->help ? diagnostic->help : diagnostic_code_help(diagnostic->code));
}

static void print_json_text(FILE *file, const char *key, const char *text)
{
    fprintf(file, "\"%s\":\"", key);
    for (const char *p = text; *p; p++) {
        if (*p == '"' || *p == '\\')
            fputc('\\', file);
        if ((unsigned char)*p < 0x20)
            fprintf(file, "\\u%04x", (unsigned)*p);
        else
            fputc(*p, file);
    }
    fputc('"', file);
}

static void print_json(FILE *file, const Diagnostic *diagnostic)
{
    fputc('{', file);
    if (diagnostic->place.path) {
        g_autofree char *path = utf8_clean(diagnostic->place.path, strlen(diagnostic->place.path));
        print_json_text(file, "path", path);
        fprintf(file, ",\"line\":%u,\"column\":%u,", diagnostic->place.line, diagnostic->place.column);
    }
    print_json_text(file, "severity", severity_name(diagnostic_code_severity(diagnostic->code)));
    fputc(',', file);
    print_json_text(file, "code", diagnostic_code_name(diagnostic->code));
    fputc(',', file);
    print_json_text(file, "text", diagnostic->text);
    fputc(',', file);
    print_json_text(file, "help", diagnostic->help ? diagnostic->help : diagnostic_code_help(diagnostic->code));
    fputs("}\n", file);
}

void diagnostics_print(Diagnostics *diagnostics, FILE *file, Severity at_least, DiagnosticFormat format, bool colour)
{
    g_autoptr(ExcerptReader) reader = excerpt_reader_new();
    size_t n_printed[DIAGNOSTIC_N_CODES] = {0};
    for (size_t i = 0; i < diagnostics_size(diagnostics); i++) {
        const Diagnostic *diagnostic = diagnostics_get(diagnostics, i);
        if (diagnostic_code_severity(diagnostic->code) < at_least)
            continue;
        if (format == DIAGNOSTIC_JSONL)
            print_json(file, diagnostic);
        else if (n_printed[diagnostic->code]++ < MOST_PRINTED)
            print_text(file, reader, diagnostic, colour);
    }
    for (size_t code = 0; code < DIAGNOSTIC_N_CODES; code++) {
        if (n_printed[code] > MOST_PRINTED)
            fprintf(file, "… and %zu more [%s]\n", n_printed[code] - MOST_PRINTED,
                    diagnostic_code_name((DiagnosticCode)code));
    }
}
