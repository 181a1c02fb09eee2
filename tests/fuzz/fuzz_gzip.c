/* fuzz_gzip.c - any bytes as a compressed file: inflated alike in pieces of any size, or refused; never without bound.
 */
#include "error.h"
#include "failure.h"
#include "inflate.h"
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n);

/* Hash of what comes out, or UINT64_MAX on failure. The first bytes are given, the others come from a file. */
static uint64_t unpack(const unsigned char *bytes, size_t n, size_t n_head, size_t most)
{
    int end[2];
    n = MIN(n, n_head + 60000); /* what a pipe holds */
    g_assert(pipe(end) == 0);
    g_assert(write(end[1], bytes + n_head, n - n_head) == (ssize_t)(n - n_head));
    close(end[1]);
    g_autoptr(Inflate) i = inflate_new("f.gz", end[0], (const char *)bytes, n_head);
    g_autoptr(GError) error = NULL;
    char chunk[4096];
    uint64_t hash = 1, size = 0;
    ssize_t got;
    while ((got = inflate_read(i, chunk, most, &error)) > 0) {
        g_assert((size_t)got <= most);
        size += (uint64_t)got;
        for (ssize_t b = 0; b < got; b++)
            hash = (hash ^ (unsigned char)chunk[b]) * UINT64_C(1099511628211);
    }
    close(end[0]);
    g_assert(size <= INFLATE_FREE || size <= INFLATE_RATIO * (uint64_t)n);
    g_assert((got < 0) == (error != NULL));
    if (error)
        g_assert(failure_of(error).code && failure_of(error).help);
    return error ? UINT64_MAX : hash;
}

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
    if (n > 60000)
        return 0;
    uint64_t whole = unpack(bytes, n, MIN(n, (size_t)3), 4096);
    g_assert(unpack(bytes, n, n, 13) == whole);
    g_assert(unpack(bytes, n, 0, 1000) == whole);
    return 0;
}
