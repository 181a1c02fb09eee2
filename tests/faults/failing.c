/* failing.c - preloaded, lets one system call fail: the n-th of its kind on files below a path.
 *
 * ENTENTE_FAIL_CALL   open, read, write, fsync, close or rename
 * ENTENTE_FAIL_AT     which of them, from 1
 * ENTENTE_FAIL_PATH   only on files whose path contains this; "-" is standard output
 * ENTENTE_FAIL_ERRNO  the error's number (5 = EIO)
 * ENTENTE_FAIL_MARK   file that is made when the call was let fail
 */
#undef _POSIX_C_SOURCE
#define _GNU_SOURCE /* RTLD_NEXT */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { MOST_FILES = 1024 };
static bool watched[MOST_FILES]; /* file descriptors on watched paths */
static long n_calls;

#define REAL(name) ((name##_function *)dlsym(RTLD_NEXT, #name))
typedef int open_function(const char *, int, ...);
typedef int open64_function(const char *, int, ...);
typedef FILE *fopen_function(const char *, const char *);
typedef FILE *fopen64_function(const char *, const char *);
typedef ssize_t read_function(int, void *, size_t);
typedef ssize_t write_function(int, const void *, size_t);
typedef int fsync_function(int);
typedef int close_function(int);
typedef int rename_function(const char *, const char *);

static bool is_watched(const char *path)
{
    const char *part = getenv("ENTENTE_FAIL_PATH");
    return part && path && strstr(path, part);
}

static bool is_watched_file(int fd)
{
    const char *part = getenv("ENTENTE_FAIL_PATH");
    if (fd == STDOUT_FILENO && part && strcmp(part, "-") == 0)
        return true;
    return fd >= 0 && fd < MOST_FILES && watched[fd];
}

/* Counts a call of this kind; true where it is the one that fails, with errno set. */
static bool fails(const char *call)
{
    const char *wanted = getenv("ENTENTE_FAIL_CALL"), *at = getenv("ENTENTE_FAIL_AT");
    if (!wanted || !at || strcmp(wanted, call) != 0 || ++n_calls != atol(at))
        return false;
    const char *mark = getenv("ENTENTE_FAIL_MARK"), *number = getenv("ENTENTE_FAIL_ERRNO");
    int fd = mark ? REAL(open)(mark, O_WRONLY | O_CREAT, 0600) : -1;
    if (fd >= 0)
        REAL(close)(fd);
    errno = number ? atoi(number) : EIO;
    return true;
}

static int opened(int fd, const char *path)
{
    if (fd >= 0 && fd < MOST_FILES)
        watched[fd] = is_watched(path);
    return fd;
}

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    int mode = flags & O_CREAT ? va_arg(arguments, int) : 0;
    va_end(arguments);
    return is_watched(path) && fails("open") ? -1 : opened(REAL(open)(path, flags, mode), path);
}

int open64(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    int mode = flags & O_CREAT ? va_arg(arguments, int) : 0;
    va_end(arguments);
    return is_watched(path) && fails("open") ? -1 : opened(REAL(open64)(path, flags, mode), path);
}

FILE *fopen(const char *path, const char *mode)
{
    return is_watched(path) && fails("open") ? NULL : REAL(fopen)(path, mode);
}

FILE *fopen64(const char *path, const char *mode)
{
    return is_watched(path) && fails("open") ? NULL : REAL(fopen64)(path, mode);
}

ssize_t read(int fd, void *bytes, size_t n)
{
    return is_watched_file(fd) && fails("read") ? -1 : REAL(read)(fd, bytes, n);
}

/* The failing write takes half of the bytes first, as a disk that fills up does. */
ssize_t write(int fd, const void *bytes, size_t n)
{
    if (!is_watched_file(fd) || !fails("write"))
        return REAL(write)(fd, bytes, n);
    int reason = errno;
    if (REAL(write)(fd, bytes, n / 2) < 0)
        return -1;
    errno = reason;
    return -1;
}

int fsync(int fd)
{
    return is_watched_file(fd) && fails("fsync") ? -1 : REAL(fsync)(fd);
}

int close(int fd)
{
    bool failing = is_watched_file(fd) && fails("close");
    int reason = errno;
    if (fd >= 0 && fd < MOST_FILES)
        watched[fd] = false;
    int result = REAL(close)(fd);
    if (!failing)
        return result;
    errno = reason;
    return -1;
}

int rename(const char *from, const char *to)
{
    return is_watched(to) && fails("rename") ? -1 : REAL(rename)(from, to);
}
