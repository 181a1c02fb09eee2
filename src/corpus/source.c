/* source.c - the bytes of a source in pieces or as a whole, compressed or not. */
#include "source.h"
#include "failure.h"
#include "inflate.h"
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

enum { CHUNK = 1 << 16 };

static bool set_unreadable(const char *path, int why, GError **error)
{
    failure_set(error, ERROR_IO, (Place){g_intern_string(path), 0, 0}, "unreadable",
                "check the name and its permissions", "cannot be read: %s", g_strerror(why));
    return false;
}

ssize_t source_read(const Source *source, char *into, size_t most, GError **error)
{
    if (source->inflate)
        return inflate_read(source->inflate, into, most, error);
    if (source->fd < 0)
        return 0;
    ssize_t n;
    do
        n = read(source->fd, into, most);
    while (n < 0 && errno == EINTR);
    if (n < 0)
        set_unreadable(source->path, errno, error);
    return n;
}

bool source_read_all(const Source *source, size_t most, GString *into, GError **error)
{
    size_t before = into->len;
    g_string_append_len(into, source->head, (gssize)source->n_head);
    for (;;) {
        size_t length = into->len;
        g_string_set_size(into, length + CHUNK);
        ssize_t n = source_read(source, into->str + length, CHUNK, error);
        g_string_set_size(into, length + (size_t)MAX(n, 0));
        if (n <= 0)
            return n == 0;
        if (into->len - before > most) {
            failure_set(error, ERROR_IO, (Place){g_intern_string(source->path), 0, 0}, "too-long",
                        "split it into its documents", "more than %zu MB in one file", most >> 20);
            return false;
        }
    }
}

bool source_read_beside(const char *path, size_t most, GString *into, GError **error)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return set_unreadable(path, errno, error);
    char head[3];
    Source source = {.path = path, .name = path, .fd = fd, .head = head};
    ssize_t n = 1;
    for (; n > 0 && source.n_head<sizeof head; source.n_head += n> 0 ? (size_t)n : 0)
        n = source_read(&source, head + source.n_head, sizeof head - source.n_head, error);
    g_autoptr(Inflate) inflate = NULL;
    if (n >= 0 && inflate_is_gzip(head, source.n_head)) {
        inflate = source.inflate = inflate_new(path, fd, head, source.n_head);
        source.n_head = 0;
    }
    bool done = n >= 0 && source_read_all(&source, most, into, error);
    close(fd);
    return done;
}
