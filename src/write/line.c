/* line.c - a text that grows: what rows of files are put together in. */
#include "line.h"

void line_grow(Line *line, size_t by)
{
    line->room = MAX(line->room * 2, line->n + by + 64);
    line->text = g_realloc(line->text, line->room);
}

void line_free(Line *line)
{
    g_free(line->text);
    *line = (Line){0};
}

void line_number(Line *line, uint64_t number)
{
    char digit[24], *p = digit + sizeof digit;
    do
        *--p = (char)('0' + number % 10);
    while (number /= 10);
    line_bytes(line, p, (size_t)(digit + sizeof digit - p));
}

void line_id(Line *line, const char *before, char kind, uint64_t number)
{
    line_text(line, before);
    line_bytes(line, &kind, 1);
    line_number(line, number);
    line_bytes(line, "\"", 1);
}

void line_printf(Line *line, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    line_text(line, text);
}
