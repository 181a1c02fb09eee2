/* corpus.c - reading a corpus: every input file through its reader, then documents.tsv, then all is linked. */
#include "database.h"
#include "decisions.h"
#include "documents.h"
#include "error.h"
#include "failure.h"
#include "format.h"
#include "inflate.h"
#include "inputs.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static bool set_unreadable(GError **error, const char *path, int why)
{
    failure_set(error, ERROR_IO, (Place){path, 0, 0}, "unreadable", "check the name and its permissions",
                "cannot be read: %s", g_strerror(why));
    return false;
}

/* As many of the first bytes as there are, at most FORMAT_HEAD. */
static bool read_head(Source *source, char *head, GError **error)
{
    for (source->n_head = 0; source->n_head < FORMAT_HEAD;) {
        ssize_t n = source_read(source, head + source->n_head, FORMAT_HEAD - source->n_head, error);
        if (n <= 0)
            return n == 0;
        source->n_head += (size_t)n;
    }
    return true;
}

/* What is compressed is told by its content from what it is, and called as it would be unpacked. */
static bool read_open_file(Builder *builder, const InputFile *file, int fd, GError **error)
{
    char head[FORMAT_HEAD];
    g_autofree char *name = g_strndup(file->name, inflate_stem(file->name));
    g_autoptr(Inflate) inflate = NULL;
    const char *path = g_intern_string(file->path);
    Source source = {.path = path, .name = file->name, .direct = file->direct, .fd = fd, .head = head};
    if (!read_head(&source, head, error))
        return false;
    if (inflate_is_gzip(head, source.n_head)) {
        inflate = source.inflate = inflate_new(file->path, fd, head, source.n_head);
        source.name = name;
        if (!read_head(&source, head, error))
            return false;
    }
    Reader *reader = format_reader(source.inflate ? name : file->path, head, source.n_head);
    if (reader)
        return reader(builder, &source, error);
    failure_set(error, ERROR_IO, (Place){file->path, 0, 0}, "unknown-format", FORMAT_HELP,
                source.n_head ? "neither its name nor its first line tells what it is" : "it is empty");
    return false;
}

static bool read_file(Builder *builder, const InputFile *file, GError **error)
{
    bool standard = strcmp(file->path, "-") == 0;
    int fd = standard ? STDIN_FILENO : open(file->path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return set_unreadable(error, file->path, errno);
    bool done = read_open_file(builder, file, fd, error);
    if (!standard)
        close(fd);
    return done;
}

/* As kept_read_file wants it. */
static bool read_kept(Builder *builder, const void *file, GError **error) { return read_file(builder, file, error); }

/* --keep-going: a failure as a diagnostic at its place. */
static void report_failure(Diagnostics *diagnostics, const char *path, const GError *error)
{
    Failure failure = failure_of(error);
    Place place = failure.place.path ? failure.place : (Place){path, 0, 0};
    place.path = g_intern_string(place.path); /* a failure's goes with it */
    diagnostics_add(diagnostics, DIAGNOSTIC_UNREADABLE, place, failure.help, "%s", failure.text);
}

static bool read_files(Builder *builder, const Inputs *inputs, GError **error)
{
    for (guint i = 0; i < inputs->file->len; i++) {
        const InputFile *file = &g_array_index(inputs->file, InputFile, i);
        BuilderMark mark = builder_mark(builder);
        struct Kept *kept = builder->options->kept;
        GError *failure = NULL;
        if (kept ? kept_read_file(kept, builder, file->path, file->name, read_kept, file, &failure)
                 : read_file(builder, file, &failure))
            continue;
        if (!builder->options->keep_going) {
            g_propagate_error(error, failure);
            return false;
        }
        builder_rewind(builder, &mark);
        report_failure(builder->diagnostics, file->path, failure);
        g_error_free(failure);
    }
    return true;
}

static bool read_tables(Builder *builder, const Inputs *inputs, GError **error)
{
    for (guint i = 0; i < inputs->table->len; i++) {
        const InputTable *table = &g_array_index(inputs->table, InputTable, i);
        GError *failure = NULL;
        struct Kept *kept = builder->options->kept;
        if (documents_fill(builder, table->path, table->whole, &failure) &&
            (!kept || kept_add_table(kept, table->path, "documents.tsv", table->whole, &failure)))
            continue;
        if (!builder->options->keep_going) {
            g_propagate_error(error, failure);
            return false;
        }
        report_failure(builder->diagnostics, table->path, failure);
        g_error_free(failure);
    }
    return true;
}

Corpus *corpus_read(const char *const *input, size_t n_inputs, const ReadOptions *options, Diagnostics *diagnostics,
                    GError **error)
{
    g_autoptr(Inputs) inputs = inputs_new(input, n_inputs, options->keep_going, diagnostics, error);
    if (!inputs)
        return NULL;
    g_autoptr(Builder) builder = builder_new(options, diagnostics);
    if (options->labels && !label_map_add_file(builder->labels, options->labels, error))
        return NULL;
    if (!read_files(builder, inputs, error) || !read_tables(builder, inputs, error))
        return NULL;
    if (builder->document->len > 0) {
        g_autoptr(Corpus) corpus = builder_finish(builder);
        if (!decisions_read(corpus, input, n_inputs, diagnostics, error))
            return NULL;
        decide(corpus, diagnostics);
        return g_steal_pointer(&corpus);
    }
    g_autoptr(GString) named = g_string_new(n_inputs ? NULL : "no input");
    for (size_t i = 0; i < n_inputs; i++)
        g_string_append_printf(named, "%s%s", i ? ", " : "", input[i]);
    failure_set(error, ERROR_IO, (Place){named->str, 0, 0}, "empty-corpus", FORMAT_HELP, "there is nothing to read");
    return NULL;
}

void corpus_free(Corpus *corpus)
{
    if (!corpus)
        return;
    pool_free(corpus->pool);
    g_free(corpus->document);
    g_free(corpus->passage);
    g_free(corpus->mention);
    g_free(corpus->mention_ref);
    g_free(corpus->ref);
    g_free(corpus->record);
    g_free(corpus->variant);
    g_free(corpus->identifier);
    g_free(corpus->event);
    g_free(corpus->event_document);
    g_free(corpus->participation);
    g_free(corpus->evidence);
    g_free(corpus->affiliation);
    g_free(corpus->decision);
    g_free(corpus->distinct);
    g_free(corpus->decisions_digest);
    g_free(corpus->labels_digest);
    g_free(corpus->marking);
    g_free(corpus->remark);
    g_free(corpus->stretch);
    g_free(corpus);
}

static int compare_documents(const void *a, const void *b)
{
    const Document *x = *(const Document *const *)a, *y = *(const Document *const *)b;
    int order = strcmp(x->name, y->name);
    return order ? order : strcmp(x->digest, y->digest);
}

char *corpus_digest(const Corpus *corpus)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    for (size_t i = 0; i < corpus->n_documents; i++) {
        if (corpus->document[i].digest) /* documents that a table names have none */
            g_ptr_array_add(list, &corpus->document[i]);
    }
    g_ptr_array_sort(list, compare_documents);
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    for (guint i = 0; i < list->len; i++) {
        const Document *d = g_ptr_array_index(list, i);
        g_checksum_update(sum, (const guchar *)d->digest, -1);
    }
    if (corpus->decisions_digest)
        g_checksum_update(sum, (const guchar *)corpus->decisions_digest, -1);
    if (corpus->labels_digest)
        g_checksum_update(sum, (const guchar *)corpus->labels_digest, -1);
    return g_strdup(g_checksum_get_string(sum));
}
