/* inputs.c - files and folders of a run, in an order that does not depend on the file system. */
#include "inputs.h"
#include "error.h"
#include "failure.h"
#include "format.h"
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

enum { DEEPEST_FOLDER = 100 };

typedef struct Search {
    Inputs *inputs;
    GHashTable *folder; /* device and number of every folder entered: links may form a circle */
    GHashTable *path;   /* absolute path of every file taken */
    bool keep_going;
    Diagnostics *diagnostics;
} Search;

static void clear_file(void *p)
{
    InputFile *file = p;
    g_free(file->path);
    g_free(file->name);
}

static void clear_table(void *p) { g_free(((InputTable *)p)->path); }

void inputs_free(Inputs *inputs)
{
    if (!inputs)
        return;
    g_array_free(inputs->file, TRUE);
    g_array_free(inputs->table, TRUE);
    g_free(inputs);
}

static int compare_files(const void *a, const void *b)
{
    const InputFile *x = a, *y = b;
    int order = strcmp(x->name, y->name);
    return order ? order : strcmp(x->path, y->path);
}

static int compare_tables(const void *a, const void *b)
{
    const InputTable *x = a, *y = b;
    int order = strcmp(x->path, y->path);
    return order ? order : (int)y->whole - (int)x->whole;
}

static bool set_unreadable(GError **error, const char *path, int why)
{
    failure_set(error, ERROR_IO, (Place){path, 0, 0}, "unreadable", "check the name and its permissions",
                "cannot be read: %s", g_strerror(why));
    return false;
}

static void add_file(Search *s, const char *path, const char *name, bool direct)
{
    char *absolute = g_canonicalize_filename(path, NULL);
    if (!g_hash_table_add(s->path, absolute))
        return;
    InputFile file = {g_strdup(path), g_strdup(name), direct};
    g_array_append_val(s->inputs->file, file);
}

static void add_table(Search *s, const char *folder, bool whole)
{
    g_autofree char *path = g_build_filename(folder, "documents.tsv", NULL);
    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return;
    g_autofree char *shown = strcmp(folder, ".") == 0 ? g_strdup("documents.tsv") : g_strdup(path);
    InputTable table = {g_steal_pointer(&shown), whole};
    g_array_append_val(s->inputs->table, table);
}

static bool add_folder(Search *s, const char *path, const char *below, int depth, GError **error);

/* One name of a folder: a file to read, a folder to enter, or neither. */
static bool add_entry(Search *s, const char *folder, const char *below, const char *entry, int depth, GError **error)
{
    g_autofree char *path = g_build_filename(folder, entry, NULL);
    g_autofree char *name = *below ? g_build_filename(below, entry, NULL) : g_strdup(entry);
    struct stat status;
    if (*entry == '.')
        return true;
    bool there = stat(path, &status) == 0; /* a link to nowhere is a document that cannot be read: reading tells */
    if ((!there || S_ISREG(status.st_mode)) && format_is_candidate(entry))
        add_file(s, path, name, false);
    if (!there || !S_ISDIR(status.st_mode) || depth >= DEEPEST_FOLDER)
        return true;
    g_autofree char *identity = g_strdup_printf("%ju:%ju", (uintmax_t)status.st_dev, (uintmax_t)status.st_ino);
    if (!g_hash_table_add(s->folder, g_steal_pointer(&identity)))
        return true;
    GError *failure = NULL;
    if (add_folder(s, path, name, depth + 1, &failure))
        return true;
    if (!s->keep_going) {
        g_propagate_error(error, failure);
        return false;
    }
    diagnostics_add(s->diagnostics, DIAGNOSTIC_UNREADABLE, (Place){g_intern_string(path), 0, 0}, NULL,
                    "the folder cannot be read");
    g_error_free(failure);
    return true;
}

static bool add_folder(Search *s, const char *path, const char *below, int depth, GError **error)
{
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    if (!dir)
        return set_unreadable(error, path, errno);
    add_table(s, path, true);
    for (const char *entry; (entry = g_dir_read_name(dir));) {
        if (!add_entry(s, path, below, entry, depth, error))
            return false;
    }
    return true;
}

static bool add_input(Search *s, const char *path, GError **error)
{
    struct stat status;
    if (strcmp(path, "-") == 0) {
        add_file(s, path, path, true);
        return true;
    }
    if (stat(path, &status) != 0)
        return set_unreadable(error, path, errno);
    if (S_ISDIR(status.st_mode)) {
        g_autofree char *trimmed = g_strdup(path);
        for (size_t n = strlen(trimmed); n > 1 && trimmed[n - 1] == '/'; n--)
            trimmed[n - 1] = '\0';
        return add_folder(s, trimmed, "", 0, error);
    }
    g_autofree char *name = g_path_get_basename(path), *folder = g_path_get_dirname(path);
    add_file(s, path, name, true);
    add_table(s, folder, false);
    return true;
}

/* The same table found through several inputs counts once, as strictly as it can. */
static void drop_repeated_tables(GArray *table)
{
    g_array_sort(table, compare_tables);
    for (guint i = 1; i < table->len;) {
        const InputTable *t = &g_array_index(table, InputTable, i);
        if (strcmp(t->path, (t - 1)->path) == 0)
            g_array_remove_index(table, i);
        else
            i++;
    }
}

Inputs *inputs_new(const char *const *input, size_t n, bool keep_going, Diagnostics *diagnostics, GError **error)
{
    g_autoptr(Inputs) inputs = g_new0(Inputs, 1);
    inputs->file = g_array_new(FALSE, FALSE, sizeof(InputFile));
    inputs->table = g_array_new(FALSE, FALSE, sizeof(InputTable));
    g_array_set_clear_func(inputs->file, clear_file);
    g_array_set_clear_func(inputs->table, clear_table);
    g_autoptr(GHashTable) folder = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) path = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Search search = {inputs, folder, path, keep_going, diagnostics};
    for (size_t i = 0; i < n; i++) {
        if (!add_input(&search, input[i], error))
            return NULL;
    }
    g_array_sort(inputs->file, compare_files);
    drop_repeated_tables(inputs->table);
    return g_steal_pointer(&inputs);
}
