/* format.c - the table of readers: every input format is one entry. */
#include "format.h"
#include "conll.h"
#include "database.h"
#include "webanno.h"
#include <string.h>

typedef struct Format {
    const char *name;
    const char *extension[8];                       /* ends with NULL */
    bool (*recognises)(const char *head, size_t n); /* NULL: by its extension alone */
    Reader *read;
} Format;

/* '<' after a byte order mark and white space, in UTF-8 or UTF-16. */
static bool looks_like_xml(const char *head, size_t n)
{
    const char *end = head + n;
    if (n >= 2 && (memcmp(head, "\xFF\xFE", 2) == 0 || memcmp(head, "\xFE\xFF", 2) == 0))
        return true;
    if (n >= 2 && (memcmp(head, "<\0", 2) == 0 || memcmp(head, "\0<", 2) == 0))
        return true;
    if (n >= 3 && memcmp(head, "\xEF\xBB\xBF", 3) == 0)
        head += 3;
    while (head < end && g_ascii_isspace(*head))
        head++;
    return head < end && *head == '<';
}

/* A first line with a separator and without NUL. */
static bool looks_like_table(const char *head, size_t n)
{
    const char *end = memchr(head, '\n', n);
    size_t line = end ? (size_t)(end - head) : n;
    if (memchr(head, '\0', line))
        return false;
    return memchr(head, '\t', line) || memchr(head, ',', line) || memchr(head, ';', line);
}

/* An object or an array. */
static bool looks_like_json(const char *head, size_t n)
{
    const char *end = head + n;
    if (n >= 3 && memcmp(head, "\xEF\xBB\xBF", 3) == 0)
        head += 3;
    while (head < end && g_ascii_isspace(*head))
        head++;
    if (head == end || (*head != '{' && *head != '['))
        return false;
    for (head++; head < end && g_ascii_isspace(*head);)
        head++;
    return head < end && strchr("{[\"}]", *head);
}

/* What shares an extension is told apart by content, and what has none is known by content alone: the first that
 * recognises its own has it, so that the special stand before the general (every XML before TEI, every JSON before JSON
 * lines, every kind of columns before tables). What nobody recognises goes to the last with its extension. */
static const Format format[] = {
    {"database", {".db"}, database_is, database_read},
    {"brat", {".ann"}, NULL, brat_read},
    {"JSON lines", {".jsonl", ".ndjson", ".json"}, looks_like_json, jsonl_read},
    {"TEI", {".xml", ".tei"}, looks_like_xml, tei_read},
    {"WebAnno TSV", {".tsv"}, webanno_is, webanno_read},
    {"CoNLL-U", {".conllu", ".conll"}, conllu_is, conllu_read},
    {"CoNLL", {".conll", ".iob", ".iob2", ".bio", ".tsv", ".conll.txt"}, conll_is, conll_read},
    {"table", {".csv", ".tsv"}, looks_like_table, table_read},
};

static bool has_extension(const Format *f, const char *name)
{
    for (const char *const *e = f->extension; *e; e++) {
        size_t n = strlen(*e), length = strlen(name);
        if (length > n && g_ascii_strcasecmp(name + length - n, *e) == 0)
            return true;
    }
    return false;
}

static bool recognises(const Format *f, const char *head, size_t n)
{
    return f->recognises && f->recognises(head, n);
}

Reader *format_reader(const char *path, const char *head, size_t n_head)
{
    Reader *by_name = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(format); i++) {
        if (!has_extension(&format[i], path))
            continue;
        if (recognises(&format[i], head, n_head))
            return format[i].read;
        by_name = format[i].read;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(format) && !by_name; i++) {
        if (recognises(&format[i], head, n_head))
            return format[i].read;
    }
    return by_name;
}

bool format_is_candidate(const char *name)
{
    static const char *const apart[] = {"documents.tsv", "labels.tsv", "decisions.tsv"};
    for (size_t i = 0; i < G_N_ELEMENTS(apart); i++) {
        if (g_ascii_strcasecmp(name, apart[i]) == 0)
            return false;
    }
    if (g_str_has_prefix(name, "decisions-") || g_str_has_suffix(name, ".db")) /* made of what stands beside it */
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(format); i++) {
        if (*name != '.' && has_extension(&format[i], name))
            return true;
    }
    return false;
}

char *format_list(void)
{
    GString *list = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(format); i++) {
        g_autofree char *extensions = g_strjoinv(", ", (char **)format[i].extension);
        g_string_append_printf(list, "%s%s (%s)", i ? ", " : "", format[i].name, extensions);
    }
    return g_string_free(list, FALSE);
}
