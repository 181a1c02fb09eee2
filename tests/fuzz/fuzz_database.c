/* fuzz_database.c - any bytes as a database that build made: read or refused, and rows refer to rows. */
#include "reading.h"

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
    ReadOptions options = {.keep_text = true};
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    const char *path = reading_file(".db", bytes, n);
    g_autoptr(GError) error = NULL;
    g_autoptr(Corpus) corpus = corpus_read(&path, 1, &options, diagnostics, &error);
    g_assert(!corpus == !!error);
    if (corpus)
        reading_check_rows(corpus);
    else
        g_assert(failure_of(error).code && failure_of(error).help);
    return 0;
}
