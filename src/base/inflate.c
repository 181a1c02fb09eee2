/* inflate.c - zlib's inflate over a file descriptor: members in a row, bounds, and damage told by its byte. */
#include "inflate.h"
#include "failure.h"
#include <errno.h>
#include <string.h>
#include <unistd.h>
#define ZLIB_CONST
#include <zlib.h>

enum { CHUNK = 1 << 16, GZIP_WINDOW = 15 + 16, MOST_AT_ONCE = 1 << 30 };

struct Inflate {
    const char *path;
    int fd;
    z_stream z;
    unsigned char *buffer;
    size_t size;
    uint64_t n_in, n_out; /* read from the file; given out */
    bool between;         /* a member has ended, none has begun */
    bool exhausted;       /* the file has */
    bool failed;
};

bool inflate_is_gzip(const void *head, size_t n) { return n >= 3 && memcmp(head, "\x1F\x8B\x08", 3) == 0; }

size_t inflate_stem(const char *name)
{
    size_t n = strlen(name);
    return n > 3 && g_ascii_strcasecmp(name + n - 3, ".gz") == 0 ? n - 3 : n;
}

Inflate *inflate_new(const char *path, int fd, const char *head, size_t n)
{
    Inflate *i = g_new0(Inflate, 1);
    i->path = path;
    i->fd = fd;
    i->size = MAX(n, (size_t)CHUNK);
    i->buffer = g_malloc(i->size);
    if (n)
        memcpy(i->buffer, head, n);
    i->n_in = n;
    i->exhausted = fd < 0;
    i->z.next_in = i->buffer;
    i->z.avail_in = (uInt)n;
    if (inflateInit2(&i->z, GZIP_WINDOW) != Z_OK)
        g_error("out of memory");
    return i;
}

void inflate_free(Inflate *i)
{
    if (!i)
        return;
    inflateEnd(&i->z);
    g_free(i->buffer);
    g_free(i);
}

static ssize_t fail(Inflate *i, const char *code, const char *help, const char *what, GError **error)
{
    failure_set(error, ERROR_IO, (Place){g_intern_string(i->path), 0, 0}, code, help,
                "%s (byte %" G_GUINT64_FORMAT " of the compressed file, %" G_GUINT64_FORMAT " of what is in it)", what,
                i->n_in - i->z.avail_in, i->n_out);
    i->failed = true;
    return -1;
}

/* More of the file, when all there was is used; false on failure. */
static bool fill(Inflate *i, GError **error)
{
    if (i->z.avail_in > 0 || i->exhausted)
        return true;
    ssize_t n;
    do
        n = read(i->fd, i->buffer, i->size);
    while (n < 0 && errno == EINTR);
    if (n < 0) {
        g_autofree char *what = g_strdup_printf("cannot be read: %s", g_strerror(errno));
        fail(i, "unreadable", "check the file and its permissions", what, error);
        return false;
    }
    i->z.next_in = i->buffer;
    i->z.avail_in = (uInt)n;
    i->n_in += (uint64_t)n;
    i->exhausted = n == 0;
    return true;
}

/* Behind a member: the next one (1), the end of the file (0), something else (-1). */
static int next_member(Inflate *i, GError **error)
{
    bool padding = false;
    for (; fill(i, error); i->z.next_in++, i->z.avail_in--) {
        if (i->z.avail_in == 0)
            return 0;
        if (*i->z.next_in == 0x1F && !padding)
            return inflateReset(&i->z) == Z_OK;
        if (*i->z.next_in != 0)
            return (int)fail(i, "malformed", "gzip -t tells the same; take away what stands behind, or pack it anew",
                             "something that is not gzip stands behind the compressed text", error);
        padding = true;
    }
    return -1;
}

static ssize_t check_bounds(Inflate *i, size_t n, GError **error)
{
    i->n_out += n;
    uint64_t used = i->n_in - i->z.avail_in;
    if (i->n_out > INFLATE_MOST)
        return fail(i, "gzip-bomb", "split it into its documents", "more than 4 GB are in it", error);
    if (i->n_out > INFLATE_FREE && i->n_out / INFLATE_RATIO > used)
        return fail(i, "gzip-bomb", "texts shrink to a third or a tenth: unpack it and look what it is",
                    "it blows up to more than 200 times its size", error);
    return (ssize_t)n;
}

/* One step of zlib's: bytes that came out, 0 where it wants more, -1 on failure. */
static ssize_t step(Inflate *i, char *into, size_t most, GError **error)
{
    i->z.next_out = (unsigned char *)into;
    i->z.avail_out = (uInt)MIN(most, (size_t)MOST_AT_ONCE);
    size_t room = i->z.avail_out;
    int result = inflate(&i->z, Z_NO_FLUSH);
    i->between = result == Z_STREAM_END;
    if (result == Z_MEM_ERROR)
        g_error("out of memory");
    if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) {
        g_autofree char *what =
            g_strdup_printf("the compressed data are damaged: %s", i->z.msg ? i->z.msg : "not gzip");
        return fail(i, "malformed", "gzip -t tells the same; get the file again", what, error);
    }
    return check_bounds(i, room - i->z.avail_out, error);
}

ssize_t inflate_read(Inflate *i, char *into, size_t most, GError **error)
{
    if (i->failed)
        return fail(i, "unreadable", "look at the problem before this one", "it could not be read further", error);
    for (;;) {
        int more = i->between ? next_member(i, error) : 1;
        if (more <= 0)
            return more;
        i->between = false;
        if (!fill(i, error))
            return -1;
        if (i->z.avail_in == 0 && i->exhausted && i->n_in == 0)
            return 0;
        bool starved = i->z.avail_in == 0 && i->exhausted;
        ssize_t n = step(i, into, most, error);
        if (n != 0)
            return n;
        if (starved && !i->between)
            return fail(i, "truncated", "the file is cut off: get the whole of it", "the compressed data end too early",
                        error);
    }
}
