/* fuzz_tei.c - any bytes as a document: it is read or refused, and what was read can be resolved and projected. */
#include "reading.h"

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
    static const ReadOptions ways[] = {
        {.unit = {.kind = UNIT_DEFAULT}},
        {.unit = {.kind = UNIT_SENTENCE}},
        {.unit = {.kind = UNIT_SCENE}, .keep_text = true},
    };
    const char *path = reading_file(".xml", bytes, n);
    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
        g_autoptr(Diagnostics) diagnostics = diagnostics_new();
        g_autoptr(Corpus) corpus = reading_of_file(path, &ways[i], diagnostics);
        if (!corpus)
            break;
        reading_check_places(diagnostics, path, bytes, n);
        if (i == n % G_N_ELEMENTS(ways)) /* it takes longer than all that is read */
            reading_check_network(corpus, diagnostics);
    }
    return 0;
}
