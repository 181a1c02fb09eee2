/* source.c - a source read as a whole, for formats that must see all of a file before they know what it says. */
#include "source.h"
#include "failure.h"
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

static bool append_rest(int fd, const char *path, size_t most, GString *into, GError **error)
{
    size_t before = into->len;
    char *chunk = g_malloc(CHUNK);
    bool done = true;
    for (ssize_t n = 1; n != 0 && done;) {
        n = read(fd, chunk, CHUNK);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            done = set_unreadable(path, errno, error);
        else
            g_string_append_len(into, chunk, n);
        if (done && into->len - before > most) {
            failure_set(error, ERROR_IO, (Place){g_intern_string(path), 0, 0}, "too-long",
                        "split it into its documents", "more than %zu MB in one file", most >> 20);
            done = false;
        }
    }
    g_free(chunk);
    return done;
}

bool source_read_all(const Source *source, size_t most, GString *into, GError **error)
{
    g_string_append_len(into, source->head, (gssize)source->n_head);
    return source->fd < 0 || append_rest(source->fd, source->path, most, into, error);
}

bool source_read_beside(const char *path, size_t most, GString *into, GError **error)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return set_unreadable(path, errno, error);
    bool done = append_rest(fd, path, most, into, error);
    close(fd);
    return done;
}
