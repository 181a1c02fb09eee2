/* reading.c - how long the readers alone take: files into a Builder, nothing linked, no names resolved.
 *
 * usage: reading ROUNDS INPUT…
 *
 * Reads all inputs (files, folders) ROUNDS times, each into a Builder of its own, as `entente check` would have them
 * read. One row: seconds of the best round, bytes, documents, mentions. reading.py holds it against Python. */
#include "builder.h"
#include "format.h"
#include "inputs.h"
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static bool read_one(Builder *b, const InputFile *file, GError **error)
{
    char head[FORMAT_HEAD];
    int fd = open(file->path, O_RDONLY | O_CLOEXEC);
    Source source = {.path = file->path, .name = file->name, .direct = file->direct, .fd = fd, .head = head};
    ssize_t n = fd < 0 ? -1 : 1;
    while (n > 0 && source.n_head < sizeof head) {
        n = source_read(&source, head + source.n_head, sizeof head - source.n_head, error);
        source.n_head += (size_t)MAX(n, 0);
    }
    Reader *reader = n < 0 ? NULL : format_reader(file->path, head, source.n_head);
    bool done = reader && reader(b, &source, error);
    if (fd >= 0)
        close(fd);
    return done;
}

static bool read_all(Builder *b, const Inputs *inputs)
{
    g_autoptr(GError) error = NULL;
    for (guint i = 0; i < inputs->file->len; i++) {
        const InputFile *file = &g_array_index(inputs->file, InputFile, i);
        if (!read_one(b, file, &error)) {
            fprintf(stderr, "%s: %s\n", file->path, error ? error->message : "cannot be read");
            return false;
        }
    }
    return true;
}

int main(int argc, char **argv)
{
    int64_t best = INT64_MAX;
    if (argc < 3) {
        fprintf(stderr, "usage: reading ROUNDS INPUT…\n");
        return 2;
    }
    for (guint64 round = g_ascii_strtoull(argv[1], NULL, 10); round > 0; round--) {
        ReadOptions options = {.no_sentences = true};
        g_autoptr(Diagnostics) diagnostics = diagnostics_new();
        g_autoptr(GError) error = NULL;
        g_autoptr(Inputs) inputs =
            inputs_new((const char *const *)argv + 2, (size_t)argc - 2, false, diagnostics, &error);
        g_autoptr(Builder) b = builder_new(&options, diagnostics);
        if (!inputs) {
            fprintf(stderr, "%s\n", error->message);
            return 3;
        }
        int64_t start = g_get_monotonic_time();
        if (!read_all(b, inputs))
            return 3;
        best = MIN(best, g_get_monotonic_time() - start);
        if (round == 1)
            printf("%.6f\t%" G_GUINT64_FORMAT "\t%u\t%u\n", (double)best / 1e6, b->n_bytes, b->document->len,
                   b->mention->len);
    }
    return 0;
}
