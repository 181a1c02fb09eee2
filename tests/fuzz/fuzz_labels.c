/* fuzz_labels.c - any bytes as a table of labels: refused with its place, or a map that answers every label of it. */
#include "label_map.h"
#include "delimited.h"
#include "reading.h"

static void check_map(LabelMap *map, const char *path)
{
    g_autoptr(Delimited) table = delimited_open(path, NULL);
    int column = delimited_find(table, (const char *const[]){"label", NULL});
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    while (delimited_next(table, NULL, NULL)) {
        g_autofree char *label = g_strdup(delimited_field(table, column));
        unsigned known = 0;
        for (int of = 0; of < N_LABEL_OFS; of++) {
            Meaning meaning = label_map_find(map, (LabelOf)of, label, NULL);
            g_assert((int)meaning < (int)N_MEANINGS);
            known += meaning != MEANING_UNKNOWN;
            label_map_report(map, (LabelOf)of, label, (Place){path, 1, 1}, diagnostics);
        }
        g_assert(known > 0 || !*label);
    }
}

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(LabelMap) map = label_map_new();
    const char *path = reading_file(".tsv", bytes, n);
    bool done = label_map_add_file(map, path, &error);
    g_assert(done == !error);
    if (done) {
        check_map(map, path);
        return 0;
    }
    g_assert(failure_of(error).code && failure_of(error).help);
    return 0;
}
