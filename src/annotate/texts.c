/* texts.c - folders walked in the order of their names. */
#include "texts.h"
#include "failure.h"
#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>

enum { DEEPEST_FOLDER = 16 };

static bool fail(GError **error, const char *path, const char *code, const char *help, const char *text)
{
    failure_set(error, ERROR_IO, (Place){g_intern_string(path), 0, 0}, code, help, "%s", text);
    return false;
}

static bool is_text(const char *name)
{
    static const char *const extension[] = {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".xml"};
    for (size_t i = 0; i < G_N_ELEMENTS(extension); i++) {
        size_t n = strlen(name), k = strlen(extension[i]);
        if (n > k && g_ascii_strcasecmp(name + n - k, extension[i]) == 0)
            return true;
    }
    return false;
}

static int by_name(gconstpointer a, gconstpointer b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static void add(GPtrArray *path, GHashTable *seen, const char *name)
{
    if (path->len < TEXTS_MOST && !g_hash_table_contains(seen, name)) {
        char *copy = g_strdup(name);
        g_ptr_array_add(path, copy);
        g_hash_table_add(seen, copy);
    }
}

static bool walk(GPtrArray *path, GHashTable *seen, const char *folder, unsigned depth, GError **error)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    if (!dir)
        return fail(error, folder, "unreadable", "look at the name and at who may read it", g_strerror(errno));
    g_autoptr(GPtrArray) name = g_ptr_array_new_with_free_func(g_free);
    for (const char *n = g_dir_read_name(dir); n; n = g_dir_read_name(dir)) {
        if (*n != '.')
            g_ptr_array_add(name, g_strdup(n));
    }
    g_dir_close(dir);
    g_ptr_array_sort(name, by_name);
    for (guint i = 0; i < name->len; i++) {
        g_autofree char *full = g_build_filename(folder, name->pdata[i], NULL);
        struct stat s;
        if (lstat(full, &s) != 0)
            continue;
        if (S_ISDIR(s.st_mode)) {
            if (depth < DEEPEST_FOLDER && !walk(path, seen, full, depth + 1, error))
                return false;
        } else if (is_text(name->pdata[i])) {
            add(path, seen, full);
        }
    }
    return true;
}

GPtrArray *texts_find(const char *const *operand, size_t n, GError **error)
{
    g_autoptr(GPtrArray) path = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < n; i++) {
        struct stat s;
        if (strcmp(operand[i], "-") == 0) {
            add(path, seen, operand[i]);
        } else if (stat(operand[i], &s) != 0) {
            fail(error, operand[i], "unreadable", "look at the name and at who may read it", g_strerror(errno));
            return NULL;
        } else if (!S_ISDIR(s.st_mode)) {
            add(path, seen, operand[i]);
        } else if (!walk(path, seen, operand[i], 0, error)) {
            return NULL;
        }
    }
    if (path->len == 0) {
        fail(error, n ? operand[0] : "no input", "nothing-to-annotate", "texts end with .txt, .md, .html or .htm",
             "there is no text here");
        return NULL;
    }
    return g_steal_pointer(&path);
}
