/* replay.c - runs a fuzz target over folders of kept inputs: what stands in for libFuzzer in the normal tests. */
#include <glib.h>
#include <stdbool.h>
#include <stdio.h>

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n);

static int compare(const void *a, const void *b)
{
    return g_strcmp0(*(char *const *)a, *(char *const *)b);
}

/* false: a file cannot be read, or there is none. */
static bool replay_folder(const char *path, unsigned *n_done)
{
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (const char *name; folder && (name = g_dir_read_name(folder));)
        g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, compare);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *input = g_build_filename(path, names->pdata[i], NULL), *bytes = NULL;
        gsize n;
        if (!g_file_get_contents(input, &bytes, &n, NULL))
            return false;
        /* said before the run too, so that a crash is known by its input */
        fprintf(stderr, "# %s\n", (char *)names->pdata[i]);
        LLVMFuzzerTestOneInput((const unsigned char *)bytes, n);
        printf("ok %u - %s\n", ++*n_done, (char *)names->pdata[i]);
    }
    return names->len > 0;
}

int main(int argc, char **argv)
{
    unsigned n_done = 0;
    for (int i = 1; i < argc; i++)
        if (!replay_folder(argv[i], &n_done))
            return 3;
    printf("1..%u\n", n_done);
    return n_done == 0;
}
