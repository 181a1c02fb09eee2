/* ours.c - recognises the files this program wrote, so that it replaces no others. */
#include "ours.h"
#include <fcntl.h>
#include <glib.h>
#include <string.h>
#include <unistd.h>

enum { LOOKED_AT = 4096 };
static const char word[] = "entente";

static bool holds_word(const char *text, ssize_t n)
{
    const size_t length = sizeof word - 1;
    for (ssize_t i = 0; i + (ssize_t)length <= n; i++) {
        if (memcmp(text + i, word, length) == 0)
            return true;
    }
    return false;
}

/* SQLite keeps the application id, four letters of the word, at byte 68 of its file format. */
static bool is_database(const char *text, ssize_t n)
{
    return n >= 72 && memcmp(text, "SQLite format 3", 16) == 0 && memcmp(text + 68, word, 4) == 0;
}

/* *empty is set where the file has no bytes. */
static bool file_holds_word(const char *path, bool *empty)
{
    char text[LOOKED_AT];
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    ssize_t n = read(fd, text, sizeof text);
    *empty = n == 0;
    bool found = holds_word(text, n) || is_database(text, n);
    if (!found && n > 4 && memcmp(text, "%PDF", 4) == 0 && lseek(fd, -(off_t)sizeof text, SEEK_END) > 0)
        found = holds_word(text, read(fd, text, sizeof text));
    close(fd);
    return found;
}

static bool sidecar_holds_word(const char *stem, size_t n)
{
    bool empty = false;
    g_autofree char *path = g_strdup_printf("%.*s-provenance.txt", (int)n, stem);
    return file_holds_word(path, &empty);
}

bool ours_may_replace(const char *path)
{
    bool empty = false;
    if (file_holds_word(path, &empty) || empty)
        return true;
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.'), *dash = strrchr(name, '-');
    size_t stem = dot && dot > name ? (size_t)(dot - path) : strlen(path);
    return sidecar_holds_word(path, stem) || (dash && dash > name && sidecar_holds_word(path, (size_t)(dash - path)));
}
