/* markup.c - text as XML holds it, in elements and in attributes, so that every reader gets it back as it was. */
#include "markup.h"

const char *markup_reference(char c, bool attribute)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '\r':
        return "&#13;";
    case '"':
        return attribute ? "&quot;" : NULL;
    case '\n':
        return attribute ? "&#10;" : NULL;
    case '\t':
        return attribute ? "&#9;" : NULL;
    default:
        return NULL;
    }
}

/* Are there two references with nothing but blanks between them? from: where the first may be. */
static bool blanks_between_references(const char *from)
{
    for (const char *p = strpbrk(from, "&<>"); p; p = strpbrk(p, "&<>")) {
        p++;
        size_t blanks = strspn(p, " \t\n");
        if (blanks && p[blanks] && strchr("&<>", p[blanks]))
            return true;
    }
    return false;
}

static void append_cdata(Line *out, const char *text)
{
    line_text(out, "<![CDATA[");
    for (const char *end; (end = strstr(text, "]]>")); text = end + 2) {
        line_bytes(out, text, (size_t)(end - text + 2));
        line_text(out, "]]><![CDATA[");
    }
    line_text(out, text);
    line_text(out, "]]>");
}

static void append_escaped(Line *out, const char *text, size_t length, bool attribute)
{
    const char *end = text + length, *run = text;
    for (const char *p = text; p < end; p++) {
        if (*p > '>' || *p < 0) /* nothing to escape there, and most text is */
            continue;
        const char *as = markup_reference(*p, attribute);
        if (as) {
            line_bytes(out, run, (size_t)(p - run));
            line_text(out, as);
            run = p + 1;
        }
    }
    line_bytes(out, run, (size_t)(end - run));
}

void markup_text(Line *out, const char *text, size_t length)
{
    size_t plain = strcspn(text, "&<>\r"); /* most text, to its end */
    if (plain == length)
        line_bytes(out, text, length);
    else if (blanks_between_references(text + plain) && !memchr(text, '\r', length))
        append_cdata(out, text);
    else
        append_escaped(out, text, length, false);
}

void markup_attribute(Line *out, const char *text, size_t length) { append_escaped(out, text, length, true); }
