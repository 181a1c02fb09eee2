/* kept.c - what a build keeps of every file it reads, and what it takes over from the build before. */
#include "database.h"
#include "digest.h"
#include "format.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { LARGEST_TABLE = 1 << 30 };

static void kept_file_free(void *data)
{
    KeptFile *f = data;
    g_free(f->path);
    g_free(f->name);
    g_free(f->fingerprint);
    g_byte_array_unref(f->bytes);
    g_free(f);
}

static void kept_table_free(void *data)
{
    KeptTable *t = data;
    g_free(t->path);
    g_free(t->name);
    g_byte_array_unref(t->bytes);
    g_free(t);
}

Kept *kept_new(void)
{
    Kept *k = g_new0(Kept, 1);
    k->file = g_ptr_array_new_with_free_func(kept_file_free);
    k->table = g_ptr_array_new_with_free_func(kept_table_free);
    k->earlier = g_ptr_array_new_with_free_func(kept_file_free);
    k->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return k;
}

void kept_free(Kept *k)
{
    if (!k)
        return;
    g_ptr_array_unref(k->file);
    g_ptr_array_unref(k->table);
    g_hash_table_unref(k->known);
    g_ptr_array_unref(k->earlier);
    g_free(k);
}

/* Passes the bytes of a file to the digest; false where it cannot be read. */
static bool pass_file(const char *path, Digest *digest)
{
    guint8 chunk[1 << 16];
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t n = fd < 0 ? -1 : 1;
    while (n > 0) {
        n = read(fd, chunk, sizeof chunk);
        if (n < 0 && errno == EINTR)
            n = 1;
        else if (n > 0)
            digest_add(digest, chunk, (size_t)n);
    }
    if (fd >= 0)
        close(fd);
    return n == 0;
}

/* Of brat's marks the text and the configuration are part, of what other readers read the file alone. NULL where a part
 * cannot be read: the reader will say so. */
static char *fingerprint(const char *path)
{
    Digest digest;
    char hex[DIGEST_SIZE];
    digest_init(&digest);
    if (strcmp(path, "-") == 0 || !pass_file(path, &digest))
        return NULL;
    if (g_str_has_suffix(path, ".ann") || g_str_has_suffix(path, ".ann.gz")) {
        g_autofree char *text = brat_text_beside(path);
        if (!pass_file(text, &digest))
            return NULL;
        for (size_t i = 0; i < N_BRAT_CONFIGURATIONS; i++) {
            g_autofree char *configuration = brat_configuration(path, i);
            digest_add(&digest, "", 1);
            if (g_file_test(configuration, G_FILE_TEST_EXISTS) && !pass_file(configuration, &digest))
                return NULL;
        }
    }
    return g_strdup(digest_hex(&digest, hex));
}

bool kept_add_table(Kept *k, const char *path, const char *name, bool whole, GError **error)
{
    GString *text = g_string_new(NULL);
    bool done = source_read_beside(path, LARGEST_TABLE, text, error);
    gsize n = text->len;
    GByteArray *bytes = g_byte_array_new_take((guint8 *)g_string_free(text, FALSE), n);
    if (!done) {
        g_byte_array_unref(bytes);
        return false;
    }
    KeptTable *t = g_new0(KeptTable, 1);
    *t = (KeptTable){g_strdup(path), g_strdup(name), bytes, whole};
    g_ptr_array_add(k->table, t);
    return true;
}

bool kept_read_file(Kept *k, Builder *b, const char *path, const char *name,
                    bool (*read_file)(Builder *, const void *file, GError **), const void *file, GError **error)
{
    g_autofree char *print = fingerprint(path), *key = g_strdup_printf("%s\n%s\n%s", path, name, print ? print : "");
    const KeptFile *old = print ? g_hash_table_lookup(k->known, key) : NULL;
    KeptFile *fresh = g_new0(KeptFile, 1);
    *fresh = (KeptFile){.path = g_strdup(path), .name = g_strdup(name), .fingerprint = g_steal_pointer(&print)};
    if (old && snapshot_read(b, old->bytes->data, old->bytes->len, NULL)) {
        fresh->bytes = g_byte_array_ref(old->bytes);
        fresh->alone = fresh->reused = true;
        g_ptr_array_add(k->file, fresh);
        return true;
    }
    g_autoptr(Diagnostics) told = diagnostics_new();
    Diagnostics *all = b->diagnostics;
    BuilderMark mark = builder_mark(b);
    uint64_t n_bytes = b->n_bytes;
    b->diagnostics = told;
    bool done = read_file(b, file, error);
    b->diagnostics = all;
    for (size_t i = 0; i < diagnostics_size(told); i++) {
        const Diagnostic *d = diagnostics_get(told, i);
        diagnostics_add(all, d->code, d->place, d->help, "%s", d->text);
    }
    fresh->bytes = done ? snapshot_new(b, &mark, b->n_bytes - n_bytes, told, &fresh->alone) : g_byte_array_new();
    if (done)
        g_ptr_array_add(k->file, fresh);
    else
        kept_file_free(fresh);
    return done;
}
