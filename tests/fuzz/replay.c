/* replay.c - runs a fuzz target over kept inputs: what stands in for libFuzzer in the normal tests. */
#include <glib.h>
#include <stdio.h>

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n);

static int compare(const void *a, const void *b)
{
    return g_strcmp0(*(char *const *)a, *(char *const *)b);
}

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    g_autoptr(GDir) folder = g_dir_open(argv[1], 0, NULL);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (const char *name; folder && (name = g_dir_read_name(folder));)
        g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, compare);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *path = g_build_filename(argv[1], names->pdata[i], NULL), *bytes = NULL;
        gsize n;
        if (!g_file_get_contents(path, &bytes, &n, NULL))
            return 3;
        /* said before the run too, so that a crash is known by its input */
        fprintf(stderr, "# %s\n", (char *)names->pdata[i]);
        LLVMFuzzerTestOneInput((const unsigned char *)bytes, n);
        printf("ok %u - %s\n", i + 1, (char *)names->pdata[i]);
    }
    printf("1..%u\n", names->len);
    return names->len == 0;
}
