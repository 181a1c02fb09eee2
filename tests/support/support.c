/* support.c - temporary files and shared data for the unit tests. */
#include "support.h"
#include <glib/gstdio.h>
#include <sys/stat.h>

char *support_folder(void)
{
    GError *error = NULL;
    char *path = g_dir_make_tmp("entente-test-XXXXXX", &error);
    g_assert_no_error(error);
    return path;
}

static void remove_all(const char *path)
{
    struct stat there;
    if (g_lstat(path, &there) == 0 && S_ISDIR(there.st_mode)) {
        (void)!g_chmod(path, 0700);
        g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
        const char *name;
        while (folder && (name = g_dir_read_name(folder))) {
            g_autofree char *inner = g_build_filename(path, name, NULL);
            remove_all(inner);
        }
    }
    g_remove(path);
}

void support_remove_folder(char *path)
{
    remove_all(path);
    g_free(path);
}

char *support_file(const char *folder, const char *name, const char *text)
{
    GError *error = NULL;
    char *path = g_build_filename(folder, name, NULL);
    g_autofree char *parent = g_path_get_dirname(path);
    g_assert_cmpint(g_mkdir_with_parents(parent, 0777), ==, 0);
    g_file_set_contents(path, text, -1, &error);
    g_assert_no_error(error);
    return path;
}

char *support_shared(const char *name)
{
    const char *set = g_getenv("ENTENTE_SHARED");
    g_autofree char *root = set ? g_strdup(set) : g_build_filename(ENTENTE_SOURCE_DIR, "..", "shared", "data", NULL);
    char *path = g_build_filename(root, name, NULL);
    if (g_file_test(path, G_FILE_TEST_EXISTS))
        return path;
    g_autofree char *why = g_strdup_printf("shared test data missing: %s (set ENTENTE_SHARED)", name);
    g_test_skip(why);
    g_free(path);
    return NULL;
}
