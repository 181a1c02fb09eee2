/* provenance.c - what made a file, as one line. */
#include "provenance.h"

void provenance_clear(Provenance *provenance)
{
    g_clear_pointer(&provenance->version, g_free);
    g_clear_pointer(&provenance->options, g_free);
    g_clear_pointer(&provenance->inputs, g_free);
}

char *provenance_line(const Provenance *provenance)
{
    const char *options = provenance->options ? provenance->options : "";
    GString *line = g_string_new("entente ");
    g_string_append(line, provenance->version ? provenance->version : ENTENTE_VERSION);
    if (*options)
        g_string_append_printf(line, " · %s", options);
    g_string_append_printf(line, " · seed %lu · %u document%s", provenance->seed, provenance->n_documents,
                           provenance->n_documents == 1 ? "" : "s");
    if (provenance->inputs) /* sixteen digits tell any two corpora apart and leave the line readable */
        g_string_append_printf(line, " sha256:%.16s", provenance->inputs);
    return g_string_free(line, FALSE);
}
