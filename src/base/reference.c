/* reference.c - the reference tables of data/, looked up by name, and merged with those of a user's folder. */
#include "reference.h"
#include "delimited.h"
#include "failure.h"
#include "reference_data.h"
#include "utf8.h"
#include <errno.h>
#include <string.h>

/* What a table became; rows of the built-in one that the user's do not beat, then the user's. */
typedef struct Extended {
    const char *name;
    GString *text; /* NULL: as it was built in */
} Extended;

static Extended extended[] = {
    {"abbreviations", NULL}, {"legal-suffixes", NULL}, {"organisation-kinds", NULL}, {"titles", NULL}};
static char *digest;

static const ReferenceData *built_in(const char *name)
{
    for (const ReferenceData *table = reference_data; table->name; table++)
        if (strcmp(table->name, name) == 0)
            return table;
    return NULL;
}

const char *reference_table(const char *name, size_t *n)
{
    for (size_t i = 0; i < G_N_ELEMENTS(extended); i++)
        if (extended[i].text && strcmp(extended[i].name, name) == 0) {
            *n = extended[i].text->len;
            return extended[i].text->str;
        }
    const ReferenceData *table = built_in(name);
    *n = table ? table->n : 0;
    return table ? table->text : NULL;
}

const char *reference_digest(void) { return digest; }

/* --- the folder --- */

/* Labels have an option of their own, and members of blocs stand in authority files. */
static bool is_for_users(const char *file)
{
    g_autofree char *name = g_strndup(file, strlen(file) - strlen(".tsv"));
    return built_in(name) && strcmp(name, "label-map") != 0 && strcmp(name, "bloc-members") != 0;
}

bool reference_check(const char *folder, GError **error)
{
    if (!folder)
        return true;
    GDir *dir = g_dir_open(folder, 0, NULL);
    if (!dir) {
        failure_set(error, ERROR_IO, (Place){g_intern_string(folder), 0, 0}, "unreadable",
                    "--words wants a folder with tables, say titles.tsv", "%s", g_strerror(errno));
        return false;
    }
    g_autofree char *stray = NULL;
    for (const char *f = g_dir_read_name(dir); f; f = g_dir_read_name(dir)) {
        bool wrong = *f != '.' && g_str_has_suffix(f, ".tsv") && !is_for_users(f);
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
                "its name must be that of a word list in data/README.md", "nothing reads a word list of this name");
    return false;
}

/* --- merging --- */

/* The row as the columns of the built-in table have it. */
static void append_row(GString *text, const Delimited *row, const int *column, size_t n)
{
    for (size_t i = 0; i < n; i++)
        g_string_append_printf(text, "%s%s", i ? "\t" : "", delimited_field(row, column[i]));
    g_string_append_c(text, '\n');
}

static bool says_nothing(const Delimited *row, const int *column, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (*delimited_field(row, column[i]))
            return false;
    return true;
}

/* Where the columns of the built-in table stand in the user's; false: one is missing that it needs. */
static bool find_columns(const Delimited *own, const Delimited *known, int *column, GError **error)
{
    for (size_t i = 0; i < delimited_n_columns(known); i++) {
        const char *name = delimited_column(known, i);
        column[i] = delimited_find(own, (const char *const[]){name, NULL});
        if (column[i] >= 0 || strcmp(name, "note") == 0)
            continue;
        failure_set(error, ERROR_IO, delimited_place(own, 0), "bad-row", "see data/README.md",
                    "the table needs the column %s", name);
        return false;
    }
    return true;
}

/* Rows of the user's table into text; their keys into beaten. */
static bool take_own(Delimited *own, const int *column, size_t n, GString *text, GHashTable *beaten, GError **error)
{
    GError *failure = NULL;
    while (delimited_next(own, NULL, &failure)) {
        g_hash_table_add(beaten, utf8_key(delimited_field(own, column[0])));
        if (!says_nothing(own, column, n))
            append_row(text, own, column, n);
    }
    if (failure)
        g_propagate_error(error, failure);
    return !failure;
}

static GString *merge(Delimited *known, Delimited *own, GError **error)
{
    size_t n = delimited_n_columns(known);
    g_autofree int *column = g_new0(int, n + 1), *same = g_new0(int, n + 1);
    g_autoptr(GHashTable) beaten = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GString) added = g_string_new(NULL), text = g_string_new(NULL);
    if (!find_columns(own, known, column, error) || !take_own(own, column, n, added, beaten, error))
        return NULL;
    for (size_t i = 0; i < n; i++) {
        same[i] = (int)i;
        g_string_append_printf(text, "%s%s", i ? "\t" : "", delimited_column(known, i));
    }
    g_string_append_c(text, '\n');
    while (delimited_next(known, NULL, NULL)) {
        g_autofree char *key = utf8_key(delimited_field(known, 0));
        if (!g_hash_table_contains(beaten, key))
            append_row(text, known, same, n);
    }
    g_string_append_len(text, added->str, (gssize)added->len);
    return g_steal_pointer(&text);
}

bool reference_extend(const char *folder, GError **error)
{
    if (!reference_check(folder, error))
        return false;
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    bool any = false;
    for (size_t i = 0; i < G_N_ELEMENTS(extended); i++) {
        g_autofree char *path = g_strdup_printf("%s/%s.tsv", folder, extended[i].name);
        if (!g_file_test(path, G_FILE_TEST_EXISTS))
            continue;
        size_t n;
        const char *text = reference_table(extended[i].name, &n);
        g_autoptr(Delimited) known = delimited_memory(extended[i].name, text, n, error);
        g_autoptr(Delimited) own = known ? delimited_open(path, error) : NULL;
        GString *merged = own ? merge(known, own, error) : NULL;
        if (!merged)
            return false;
        g_clear_pointer(&known, delimited_free); /* it reads what is now freed */
        if (extended[i].text)
            g_string_free(extended[i].text, TRUE);
        extended[i].text = merged;
        g_checksum_update(sum, (const guchar *)extended[i].name, -1);
        g_checksum_update(sum, (const guchar *)delimited_digest(own), -1);
        any = true;
    }
    if (any) {
        g_free(digest);
        digest = g_strdup(g_checksum_get_string(sum));
    }
    return true;
}
