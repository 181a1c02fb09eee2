/* fuzz_snapshot.c - any bytes as a snapshot: refused with the builder as it was, or a corpus that fits together. */
#include "reading.h"
#include "snapshot.h"

static void check_same_again(const Builder *builder, const BuilderMark *start, Diagnostics *told)
{
    bool alone;
    g_autoptr(GByteArray) once = snapshot_new(builder, start, 0, told, &alone);
    g_autoptr(Diagnostics) told_again = diagnostics_new();
    g_autoptr(Builder) copy = builder_new(builder->options, told_again);
    g_assert(snapshot_read(copy, once->data, once->len, NULL));
    g_autoptr(GByteArray) twice = snapshot_new(copy, start, 0, told_again, &alone);
    g_assert(once->len == twice->len && memcmp(once->data, twice->data, once->len) == 0);
}

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
    static const ReadOptions options = {.keep_text = true};
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Builder) builder = builder_new(&options, diagnostics);
    g_autoptr(GError) error = NULL;
    BuilderMark start = builder_mark(builder), after;
    if (!snapshot_read(builder, bytes, n, &error)) {
        after = builder_mark(builder);
        g_assert(error && memcmp(&start, &after, sizeof start) == 0);
        return 0;
    }
    check_same_again(builder, &start, diagnostics);
    g_autoptr(Corpus) corpus = builder_finish(builder);
    reading_check_rows(corpus);
    reading_check_network(corpus, diagnostics);
    return 0;
}
