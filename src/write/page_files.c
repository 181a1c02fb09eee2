/* page_files.c - the parts a page is put together from, and the policy that lets nothing else in. */
#include "page_files.h"
#include <glib.h>
#include <string.h>

const PageFile *page_file(const PageFile *file, const char *name)
{
    while (file->name && strcmp(file->name, name) != 0)
        file++;
    g_assert(file->name);
    return file;
}

static char *source_hash(const PageFile *file)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    guint8 digest[32];
    gsize n = sizeof digest;
    g_checksum_update(sum, (const guchar *)file->text, (gssize)file->n);
    g_checksum_get_digest(sum, digest, &n);
    return g_base64_encode(digest, n);
}

char *page_policy(const PageFile *files, const char *more)
{
    g_autofree char *script = source_hash(page_file(files, "script"));
    g_autofree char *style = source_hash(page_file(files, "style"));
    return g_strdup_printf("default-src 'none'; script-src 'sha256-%s'; style-src 'sha256-%s'%s; base-uri 'none'; "
                           "form-action 'none'",
                           script, style, more);
}
