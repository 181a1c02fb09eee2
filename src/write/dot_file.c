/* dot_file.c - a DOT file under construction: cgraph behind a door that knows what cgraph cannot write. */
#include "dot_file.h"
#include "error.h"
#include <graphviz/cgraph.h>
#include <stdio.h>
#include <string.h>

struct DotFile {
    Agraph_t *graph;
    GPtrArray *attribute; /* Agsym_t */
    GPtrArray *node;      /* Agnode_t */
    void *present;        /* node or edge */
    GString *text;
};

static bool is_bare_foreign(const char *word)
{
    if (*word == '"')
        return false;
    while (*word && (unsigned char)*word < 0x80)
        word++;
    return *word != '\0';
}

/* agwrite hands over one word at a time. It leaves "Nguyễn" and "😀" without quotes, which pydot reads up to U+FFFF
 * only. */
static int put_string(void *channel, const char *text)
{
    Output *out = channel;
    if (is_bare_foreign(text)) {
        output_text(out, "\"");
        output_text(out, text);
        output_text(out, "\"");
        return output_failed(out) ? EOF : 0;
    }
    for (const char *cut; (cut = strstr(text, "\\\n")); text = cut + 2)
        output_bytes(out, text, (size_t)(cut - text));
    output_text(out, text);
    return output_failed(out) ? EOF : 0;
}

static int put_flush(void *channel) { return 0; }
static int read_nothing(void *channel, char *buffer, int size) { return 0; }

static Agiodisc_t io_discipline = {.afread = read_nothing, .putstr = put_string, .flush = put_flush};

DotFile *dot_file_new(void)
{
    Agdisc_t discipline = {.id = &AgIdDisc, .io = &io_discipline};
    static char name[] = "entente";
    DotFile *file = g_new0(DotFile, 1);
    file->graph = agopen(name, Agundirected, &discipline);
    file->attribute = g_ptr_array_new();
    file->node = g_ptr_array_new();
    file->text = g_string_new(NULL);
    return file;
}

void dot_file_free(DotFile *file)
{
    if (!file)
        return;
    agclose(file->graph);
    g_ptr_array_free(file->attribute, TRUE);
    g_ptr_array_free(file->node, TRUE);
    g_string_free(file->text, TRUE);
    g_free(file);
}

/* Ends the text at the start of a character and says how long it was. */
static void cut(GString *out, const char *rest, size_t length)
{
    size_t at = out->len;
    if (((unsigned char)*rest & 0xC0) == 0x80) { /* out ends within a character */
        while (at > 0 && ((unsigned char)out->str[at - 1] & 0xC0) == 0x80)
            at--;
        at -= at > 0;
    }
    g_string_truncate(out, at);
    g_string_append_printf(out, "… (cut: %zu bytes)", length);
}

static void escape(GString *out, const char *text)
{
    enum { ROOM_FOR_WORD = 64 };
    size_t written = 0; /* bytes in the file: agwrite puts a backslash before every quote */
    g_string_truncate(out, 0);
    for (const char *p = text; *p; p++) {
        if (written > DOT_LONGEST - 2 * ROOM_FOR_WORD && strlen(p) > ROOM_FOR_WORD) {
            cut(out, p, strlen(text));
            return;
        }
        if (*p == '\\')
            g_string_append(out, "\\\\");
        else if (*p == '\n')
            g_string_append(out, "\\n");
        else
            g_string_append_c(out, *p == '\r' ? ' ' : *p);
        written += *p == '\\' || *p == '\n' || *p == '"' ? 2 : 1;
    }
}

int dot_file_attribute(DotFile *file, DotPart part, const char *name, const char *standard)
{
    static const int kind[] = {[DOT_GRAPH] = AGRAPH, [DOT_NODE] = AGNODE, [DOT_EDGE] = AGEDGE};
    escape(file->text, standard);
    g_ptr_array_add(file->attribute, agattr(file->graph, kind[part], (char *)name, file->text->str));
    return (int)file->attribute->len - 1;
}

void dot_file_node(DotFile *file)
{
    char id[24];
    g_snprintf(id, sizeof id, "n%u", file->node->len);
    file->present = agnode(file->graph, id, 1);
    g_ptr_array_add(file->node, file->present);
}

void dot_file_edge(DotFile *file, uint32_t a, uint32_t b)
{
    file->present = agedge(file->graph, g_ptr_array_index(file->node, a), g_ptr_array_index(file->node, b), NULL, 1);
}

void dot_file_set(DotFile *file, int attribute, const char *text)
{
    escape(file->text, text);
    agxset(file->present, g_ptr_array_index(file->attribute, attribute), file->text->str);
}

bool dot_file_write(DotFile *file, const char *const *comment, size_t n_comments, Output *out, GError **error)
{
    for (size_t i = 0; i < n_comments; i++) {
        output_text(out, "// ");
        output_text(out, comment[i]);
        output_text(out, "\n");
    }
    if (agwrite(file->graph, out) == 0 || output_failed(out)) /* a failed write is reported by output_commit */
        return true;
    g_set_error(error, ENTENTE_ERROR, ERROR_IO, "cannot write %s as DOT: Graphviz gave up; try --as graphml",
                output_path(out));
    return false;
}
