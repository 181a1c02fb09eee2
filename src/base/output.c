/* output.c - files that appear whole or not at all: a temporary beside the target, then a rename. */
#include "output.h"
#include "error.h"
#include "interrupt.h"
#include "ours.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BUFFER_BYTES = 64 * 1024, MOST_ATTEMPTS = 1000 };

struct Output {
    char *path;      /* as the user named it */
    char *target;    /* where it ends up: symbolic links followed */
    char *temporary; /* NULL: written directly (standard output, devices, pipes) */
    int fd, slot;
    int failure; /* errno of the first write that failed */
    bool is_standard;
    size_t n;
    char buffer[BUFFER_BYTES];
};

static void set_error(GError **error, const char *what, const char *path, int reason)
{
    const char *way_out =
        reason == ENOSPC  ? "; free some space, or write elsewhere with -o"
        : reason == EFBIG ? "; the limit on the size of files (ulimit -f) is in the way"
        : reason == EACCES || reason == EROFS || reason == EPERM || reason == ENOENT || reason == ENOTDIR
            ? "; choose another place with -o"
            : "";
    g_set_error(error, ENTENTE_ERROR, ERROR_IO, "cannot %s %s: %s%s", what, path, g_strerror(reason), way_out);
}

/* Between the making of the temporary and its registration a signal would leave it behind: so none is let in. */
static int open_registered(const char *temporary, int *slot)
{
    sigset_t blocked, before;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGINT);
    sigaddset(&blocked, SIGTERM);
    sigaddset(&blocked, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &blocked, &before);
    int fd = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    int reason = errno;
    *slot = fd < 0 ? -1 : interrupt_register(temporary);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    errno = reason;
    return fd;
}

/* ".entente-HOST-": processes are known by their numbers on one machine only. */
static char *own_prefix(void)
{
    char host[64] = "";
    if (gethostname(host, sizeof host - 1) != 0)
        *host = '\0';
    g_strcanon(host, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_.", '_');
    return g_strdup_printf(".entente-%s-", host);
}

/* The process that a temporary "PREFIX123-0" is of; 0: it is none. */
static pid_t writer_of(const char *name, const char *prefix)
{
    char *end;
    if (!g_str_has_prefix(name, prefix) || !g_ascii_isdigit(name[strlen(prefix)]))
        return 0;
    guint64 process = g_ascii_strtoull(name + strlen(prefix), &end, 10);
    if (*end != '-' || process > G_MAXINT32 || end[1 + strspn(end + 1, "0123456789")])
        return 0;
    return (pid_t)process;
}

/* Removes what runs of this machine left that were killed before they could. */
static void remove_abandoned(const char *folder, const char *prefix)
{
    g_autoptr(GDir) all = g_dir_open(folder, 0, NULL);
    for (const char *name; all && (name = g_dir_read_name(all));) {
        pid_t writer = writer_of(name, prefix);
        if (writer > 0 && kill(writer, 0) != 0 && errno == ESRCH) {
            g_autofree char *path = g_build_filename(folder, name, NULL);
            unlink(path);
        }
    }
}

/* A name that nothing else has; O_EXCL and not mkstemp, so that the umask decides the mode. */
static bool open_temporary(Output *output, GError **error)
{
    static atomic_uint counter;
    g_autofree char *folder = g_path_get_dirname(output->target), *prefix = own_prefix();
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        unsigned number = atomic_fetch_add(&counter, 1);
        if (number == 0)
            remove_abandoned(folder, prefix);
        g_autofree char *name = g_strdup_printf("%s%ld-%u", prefix, (long)getpid(), number);
        g_autofree char *temporary = g_build_filename(folder, name, NULL);
        output->fd = open_registered(temporary, &output->slot);
        if (output->fd >= 0) {
            output->temporary = g_steal_pointer(&temporary);
            return true;
        }
        if (errno != EEXIST && errno != EINTR)
            break;
    }
    set_error(error, "write", output->path, errno);
    return false;
}

static bool open_direct(Output *output, GError **error)
{
    output->fd = open(output->target, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (output->fd < 0)
        set_error(error, "write", output->path, errno);
    return output->fd >= 0;
}

/* The file is there: may it be replaced, and with which mode? */
static bool check_replaceable(const Output *output, const struct stat *there, bool force, GError **error)
{
    if (S_ISDIR(there->st_mode)) {
        g_set_error(error, ENTENTE_ERROR, ERROR_IO, "cannot write %s: it is a folder; name a file in it", output->path);
        return false;
    }
    if (!force && !ours_may_replace(output->target)) {
        g_set_error(error, ENTENTE_ERROR, ERROR_IO,
                    "%s exists and was not written by entente; choose another name, or replace it with --force",
                    output->path);
        return false;
    }
    return true;
}

static bool open_target(Output *output, bool force, GError **error)
{
    struct stat there;
    bool exists = stat(output->target, &there) == 0;
    if (exists && !S_ISREG(there.st_mode) && !S_ISDIR(there.st_mode))
        return open_direct(output, error);
    if (exists && !check_replaceable(output, &there, force, error))
        return false;
    if (!open_temporary(output, error))
        return false;
    if (exists) /* a file that is replaced keeps its mode; where the system refuses, the umask's is as good */
        (void)!fchmod(output->fd, there.st_mode & 07777);
    return true;
}

Output *output_open(const char *path, bool force, GError **error)
{
    g_autoptr(Output) output = g_malloc(sizeof *output);
    memset(output, 0, offsetof(Output, buffer)); /* not the buffer: many small files are written */
    output->path = g_strdup(path);
    output->fd = output->slot = -1;
    if (strcmp(path, "-") == 0 || strcmp(path, "/dev/stdout") == 0 || strcmp(path, "/dev/fd/1") == 0) {
        output->is_standard = true;
        output->fd = STDOUT_FILENO;
        return g_steal_pointer(&output);
    }
    if (!*path) {
        g_set_error_literal(error, ENTENTE_ERROR, ERROR_IO, "cannot write to a file without a name; give one with -o");
        return NULL;
    }
    char *followed = realpath(path, NULL);
    output->target = g_strdup(followed ? followed : path);
    free(followed); /* realpath's own allocation */
    return open_target(output, force, error) ? g_steal_pointer(&output) : NULL;
}

static int close_file(Output *output)
{
    int fd = output->fd;
    output->fd = -1;
    return fd < 0 || output->is_standard ? 0 : close(fd);
}

static void remove_temporary(Output *output)
{
    if (output->temporary) {
        unlink(output->temporary);
        interrupt_forget(output->slot);
    }
    g_clear_pointer(&output->temporary, g_free);
}

void output_free(Output *output)
{
    if (!output)
        return;
    close_file(output);
    remove_temporary(output);
    g_free(output->path);
    g_free(output->target);
    g_free(output);
}

static void write_all(Output *output, const char *bytes, size_t n)
{
    while (n && !output->failure) {
        ssize_t written = write(output->fd, bytes, n);
        if (written < 0) {
            if (errno != EINTR)
                output->failure = errno;
            continue;
        }
        bytes += written;
        n -= (size_t)written;
    }
}

static void flush(Output *output)
{
    write_all(output, output->buffer, output->n);
    output->n = 0;
}

void output_bytes(Output *output, const void *bytes, size_t n)
{
    if (n > BUFFER_BYTES - output->n)
        flush(output);
    if (n >= BUFFER_BYTES) {
        write_all(output, bytes, n);
    } else if (n) {
        memcpy(output->buffer + output->n, bytes, n);
        output->n += n;
    }
}

void output_text(Output *output, const char *text) { output_bytes(output, text, strlen(text)); }

void output_printf(Output *output, const char *format, ...)
{
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    int n = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (n < (int)sizeof text) {
        output_bytes(output, text, n > 0 ? (size_t)n : 0);
        return;
    }
    va_start(arguments, format);
    g_autofree char *longer = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    output_text(output, longer);
}

const char *output_path(const Output *output) { return output->path; }

bool output_failed(const Output *output) { return output->failure != 0; }

/* Pipes and a few file systems know no fsync: that is no failure. */
static int sync_file(const Output *output)
{
    if (!output->temporary || fsync(output->fd) == 0 || errno == EINVAL || errno == ENOTSUP)
        return 0;
    return errno;
}

static int finish(Output *output)
{
    flush(output);
    int reason = output->failure ? output->failure : sync_file(output);
    if (close_file(output) != 0 && !reason)
        reason = errno;
    if (!reason && output->temporary) {
        if (rename(output->temporary, output->target) != 0)
            return errno;
        interrupt_forget(output->slot);
        g_clear_pointer(&output->temporary, g_free);
    }
    return reason;
}

const char *output_temporary(const Output *output) { return output->temporary; }

bool output_commit(Output *output, GError **error)
{
    int reason = finish(output);
    if (!reason)
        return true;
    output->failure = reason;
    remove_temporary(output);
    if (reason == EPIPE) /* the reader (head, less) has seen enough: nobody wants to be told */
        g_set_error_literal(error, ENTENTE_ERROR, ERROR_IO, "");
    else
        set_error(error, "write", output->is_standard ? "to standard output" : output->path, reason);
    return false;
}

bool output_make_folder(const char *path, GError **error)
{
    if (g_mkdir_with_parents(path, 0777) == 0)
        return true;
    set_error(error, "make the folder", path, errno);
    return false;
}
