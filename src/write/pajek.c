/* pajek.c - Pajek's .net, with labels that Pajek, igraph, NetworkX and Gephi all read. */
#include "column.h"
#include "number.h"
#include "utf8.h"
#include <string.h>

/* Rules (each tried with the readers named above): one section of links, because NetworkX reads no second one; labels
 * in quotes and unique, since NetworkX takes them for ids; no quote or backslash inside, which each reader takes in its
 * own way; no BOM, which hides *Vertices from NetworkX; places within 0 … 1, y downwards. In a two-mode file actors and
 * blocs come first and their number is told, as Pajek and igraph want it (NetworkX does not read such a line). What
 * cannot be helped: Gephi takes all links of a Pajek file for directed ones. */

/* One line without what would end a label. */
static char *plain_of(const char *text)
{
    g_autofree char *clean = utf8_clean(text, strlen(text));
    char *plain = utf8_collapse(clean, strlen(clean));
    for (char *p = plain; *p; p++)
        *p = *p == '"' ? '\'' : *p == '\\' ? '/' : *p;
    return plain;
}

/* label, or "label (2)", "label (3)" … where another vertex has it; taken owns it. */
static const char *own_label(GHashTable *taken, const char *text)
{
    g_autofree char *plain = plain_of(text);
    char *label = g_strdup(plain);
    for (unsigned n = 2; g_hash_table_contains(taken, label); n++) {
        g_free(label);
        label = g_strdup_printf("%s (%u)", plain, n);
    }
    g_hash_table_add(taken, label);
    return label;
}

/* Where a layout lies, and how much of it is 1. */
typedef struct Frame {
    double left, top, extent;
} Frame;

static Frame frame_of(const Layout *layout)
{
    double right = 0, bottom = 0;
    Frame frame = {0};
    for (size_t i = 0; i < layout->n_nodes; i++) {
        frame.left = i ? MIN(frame.left, layout->x[i]) : layout->x[i];
        frame.top = i ? MIN(frame.top, layout->y[i]) : layout->y[i];
        right = i ? MAX(right, layout->x[i]) : layout->x[i];
        bottom = i ? MAX(bottom, layout->y[i]) : layout->y[i];
    }
    frame.extent = MAX(right - frame.left, bottom - frame.top);
    if (frame.extent <= 0)
        frame.extent = 1;
    return frame;
}

/* A margin of a twentieth keeps labels on Pajek's page. */
static void write_place(Output *out, double offset, double extent)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    output_printf(out, " %s", g_ascii_formatd(text, sizeof text, "%.4f", 0.05 + 0.9 * offset / extent));
}

static void write_vertices(const Export *export, const TwoMode *two_mode, size_t n, Output *out)
{
    g_autoptr(GHashTable) taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const Layout *layout = two_mode ? NULL : export->layout;
    Frame frame = layout ? frame_of(layout) : (Frame){0};
    output_printf(out, "*Vertices %zu", n);
    if (two_mode)
        output_printf(out, " %zu", two_mode->n_actors + two_mode->n_blocs);
    output_text(out, "\n");
    for (size_t i = 0; i < n && !output_failed(out); i++) {
        output_printf(out, "%zu \"%s\"", i + 1, own_label(taken, sheet_label(export, two_mode, (uint32_t)i)));
        if (layout) {
            write_place(out, layout->x[i] - frame.left, frame.extent);
            write_place(out, layout->y[i] - frame.top, frame.extent);
            output_text(out, " 0.5");
        }
        output_text(out, "\n");
    }
}

bool write_pajek(const Export *export, Output *out, GError **error)
{
    g_autoptr(TwoMode) two_mode = export->two_mode ? two_mode_new(export->network) : NULL;
    size_t n = two_mode ? two_mode->n_nodes : export->network->n_nodes;
    size_t n_ties = two_mode ? two_mode->n_ties : export->network->n_ties;
    char weight[NUMBER_SIZE];
    g_autofree char *provenance = sheet_provenance(export);
    g_autofree char *title = sheet_title(export);
    output_printf(out, "%% %s\n", provenance);
    if (title)
        output_printf(out, "%% %s\n", title);
    write_vertices(export, two_mode, n, out);
    output_text(out, "*Edges\n");
    for (size_t i = 0; i < n_ties && !output_failed(out); i++) {
        if (two_mode)
            output_printf(out, "%u %u 1\n", two_mode->tie[i].actor + 1, two_mode->tie[i].event + 1);
        else
            output_printf(out, "%u %u %s\n", export->network->tie[i].a + 1, export->network->tie[i].b + 1,
                          number_exact(export->network->tie[i].weight, weight));
    }
    return true;
}
