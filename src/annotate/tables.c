/* tables.c - the tables built in and those of a user's folder, read one after the other. */
#include "tables.h"
#include "failure.h"
#include "reference.h"
#include <errno.h>
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

/* Tables of the rooms that read annotated texts. */
static const char *const elsewhere[] = {"abbreviations",  "bloc-members",       "label-map",
                                        "legal-suffixes", "organisation-kinds", "titles"};

static bool is_read(const char *file)
{
    size_t n = 0;
    g_autofree char *name = g_strndup(file, strlen(file) - strlen(".tsv"));
    bool read = reference_table(name, &n) != NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(elsewhere); i++)
        read &= strcmp(name, elsewhere[i]) != 0;
    return read;
}

bool tables_check(const char *folder, GError **error)
{
    if (!folder)
        return true;
    GDir *dir = g_dir_open(folder, 0, NULL);
    if (!dir) {
        failure_set(error, ERROR_IO, (Place){g_intern_string(folder), 0, 0}, "unreadable",
                    "--words wants a folder with tables, say blocs.tsv", "%s", g_strerror(errno));
        return false;
    }
    g_autofree char *stray = NULL;
    for (const char *f = g_dir_read_name(dir); f; f = g_dir_read_name(dir)) {
        bool wrong = *f != '.' && g_str_has_suffix(f, ".tsv") && !is_read(f);
        if (wrong && (!stray || strcmp(f, stray) < 0)) { /* the first by name, whatever the order of the folder */
            g_free(stray);
            stray = g_strdup(f);
        }
    }
    g_dir_close(dir);
    if (!stray)
        return true;
    g_autofree char *file = g_build_filename(folder, stray, NULL);
    failure_set(error, ERROR_IO, (Place){g_intern_string(file), 0, 0}, "unknown-table",
                "its name must be that of a word list in data/README.md", "annotate reads no word list of this name");
    return false;
}
