/* fuzz_delimited.c - any bytes as a table: it ends, every field is text, every place lies in the file. */
#include "delimited.h"
#include "utf8.h"
#include <string.h>

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n);

static void read_rows(Delimited *d)
{
    size_t n_fields, n_columns = delimited_n_columns(d);
    GError *error = NULL;
    uint32_t line = 0;
    while (delimited_next(d, &n_fields, &error)) {
        g_assert(n_fields > 0 && n_fields <= 10000);
        for (size_t i = 0; i < MAX(n_fields, n_columns); i++) {
            const char *field = delimited_field(d, (int)i);
            g_assert(utf8_is_xml_text(field, strlen(field)));
        }
        Place place = delimited_place(d, -1);
        g_assert(place.line > line);
        line = place.line;
    }
    g_assert(!error || strlen(error->message) > 0);
    g_clear_error(&error);
}

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
    g_autoptr(Delimited) d = delimited_memory("input", (const char *)bytes, n, NULL);
    if (d)
        read_rows(d);
    return 0;
}
