/* tables.c - the tables built in and those of a user's folder, read one after the other. */
#include "tables.h"
#include "failure.h"
#include "reference.h"
#include <string.h>

bool tables_read(const char *name, const char *folder, TablesTake take, void *context, GError **error)
{
    size_t n = 0;
    const char *text = reference_table(name, &n);
    g_autoptr(Delimited) built_in = delimited_memory(name, text ? text : "", n, error);
    if (!built_in || !take(context, built_in, false, error))
        return false;
    g_autofree char *file = folder ? g_strdup_printf("%s/%s.tsv", folder, name) : NULL;
    if (!file || !g_file_test(file, G_FILE_TEST_EXISTS))
        return true;
    g_autoptr(Delimited) own = delimited_open(file, error);
    return own && take(context, own, true, error);
}

bool tables_columns(const Delimited *rows, const char *name, const char *const *columns, int *column, GError **error)
{
    for (size_t i = 0; columns[i]; i++) {
        column[i] = delimited_find(rows, (const char *const[]){columns[i], NULL});
        if (column[i] < 0) {
            failure_set(error, ERROR_IO, delimited_place(rows, 0), "bad-row", "see data/README.md",
                        "table %s needs the column %s", name, columns[i]);
            return false;
        }
    }
    return true;
}
