/* reading.h - what fuzz targets of readers share: bytes read from a file or in pieces, and what must hold after. */
#ifndef ENTENTE_FUZZ_READING_H
#define ENTENTE_FUZZ_READING_H

#include "error.h"
#include "failure.h"
#include "format.h"
#include "incidence.h"
#include "utf8.h"
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n);

static GPtrArray *reading_paths; /* one an extension */

static inline void reading_remove(void)
{
    for (guint i = 0; i < reading_paths->len; i++)
        g_remove(reading_paths->pdata[i]);
    g_ptr_array_free(reading_paths, TRUE);
}

/* The bytes as a file, which is the same one for the whole run: in memory where there is such a place, for fuzzing is
 * fast. */
static inline const char *reading_file(const char *extension, const unsigned char *bytes, size_t n)
{
    const char *path = NULL;
    if (!reading_paths) {
        reading_paths = g_ptr_array_new_with_free_func(g_free);
        atexit(reading_remove);
    }
    for (guint i = 0; i < reading_paths->len; i++)
        if (g_str_has_suffix(reading_paths->pdata[i], extension))
            path = reading_paths->pdata[i];
    if (!path) {
        const char *folder = g_access("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir();
        g_ptr_array_add(reading_paths, g_strdup_printf("%s/entente-fuzz-%ld%s", folder, (long)getpid(), extension));
        path = reading_paths->pdata[reading_paths->len - 1];
    }
    FILE *file = fopen(path, "wb"); /* g_file_set_contents would make a file and rename it, every time */
    g_assert(file && fwrite(bytes, 1, n, file) == n && fclose(file) == 0);
    return path;
}

static inline void reading_check_slice(Slice slice, size_t n)
{
    g_assert(slice.first <= n && slice.n <= n - slice.first);
}

/* Every mention has the words of the bytes it is said to stand on, and lies in its sentence. */
static inline void reading_check_mention(const Corpus *c, size_t i)
{
    const Mention *m = &c->mention[i];
    g_assert(utf8_is_xml_text(m->text, strlen(m->text)));
    PassageId sentence = m->passage[PASSAGE_SENTENCE];
    if (!passage_id_is_none(sentence) && c->passage[sentence.i].text)
        g_assert(m->begin <= m->end && m->end <= strlen(c->passage[sentence.i].text));
    if (!c->marking)
        return;
    const Marking *k = &c->marking[i];
    const Document *d = &c->document[m->document.i];
    g_assert(k->from <= k->to && k->to <= d->n_text);
    if (k->from == k->to)
        return; /* nowhere in the text */
    g_assert(((unsigned char)d->text[k->from] & 0xC0) != 0x80);
    g_autofree char *words = utf8_collapse(d->text + k->from, k->to - k->from);
    if (strcmp(words, m->text) != 0)
        g_error("\"%s\" stands where \"%s\" is said to", words, m->text);
}

/* Rows refer to rows. */
static inline void reading_check_rows(const Corpus *c)
{
    for (size_t i = 0; i < c->n_mentions; i++) {
        g_assert(c->mention[i].document.i < c->n_documents);
        reading_check_slice(c->mention[i].refs, c->n_mention_refs);
    }
    for (size_t i = 0; i < c->n_mention_refs; i++)
        g_assert(c->mention_ref[i].i < c->n_refs);
    for (size_t i = 0; i < c->n_events; i++)
        reading_check_slice(c->event[i].documents, c->n_event_documents);
    for (size_t i = 0; i < c->n_participations; i++) {
        g_assert(c->participation[i].event.i < c->n_events && c->participation[i].said_of.i < c->n_events);
        g_assert(c->participation[i].actor.i < c->n_refs);
        reading_check_slice(c->participation[i].evidence, c->n_evidence);
    }
    for (size_t i = 0; i < c->n_affiliations; i++)
        g_assert(c->affiliation[i].active.i < c->n_refs && c->affiliation[i].passive.i < c->n_refs);
    for (size_t i = 0; i < c->n_remarks; i++)
        g_assert(c->remark[i].from <= c->remark[i].to &&
                 c->remark[i].to <= c->document[c->remark[i].document.i].n_text);
    for (size_t i = 0; i < c->n_stretches; i++)
        g_assert(c->stretch[i].from < c->stretch[i].to &&
                 c->stretch[i].to <= c->document[c->stretch[i].document.i].n_text);
}

static inline void reading_check_corpus(const Corpus *c)
{
    reading_check_rows(c);
    for (size_t i = 0; i < c->n_mentions; i++)
        reading_check_mention(c, i);
}

/* What was read can be resolved, decided and projected. */
static inline void reading_check_network(Corpus *corpus, Diagnostics *diagnostics)
{
    g_autoptr(Cast) cast = cast_resolve(corpus, NULL, 0, diagnostics, NULL);
    g_assert(cast);
    cast_decide(corpus, cast, diagnostics);
    g_autoptr(Hierarchy) hierarchy = hierarchy_new(corpus, cast, diagnostics);
    Selection selection;
    selection_init(&selection);
    selection.level = LEVEL_ALL;
    g_autoptr(Incidence) incidence = incidence_build(corpus, cast, hierarchy, &selection, diagnostics, NULL);
    g_assert(incidence);
    for (size_t i = 0; i < incidence->n_cells; i++)
        g_assert(incidence->cell_actor[i] < incidence->n_actors);
}

/* Diagnostics point into the file: no line beyond its last. Places in other files are not looked at. */
static inline void reading_check_places(Diagnostics *diagnostics, const char *path, const unsigned char *bytes,
                                        size_t n)
{
    uint32_t n_lines = 1;
    for (size_t i = 0; i < n; i++)
        n_lines += bytes[i] == '\n';
    for (size_t i = 0; i < diagnostics_size(diagnostics); i++) {
        Place place = diagnostics_get(diagnostics, i)->place;
        g_assert(g_strcmp0(place.path, path) != 0 || place.line <= n_lines);
    }
}

/* A file as the program reads it: NULL where it is refused, else what was read, looked through. */
static inline Corpus *reading_of_file(const char *path, const ReadOptions *options, Diagnostics *diagnostics)
{
    g_autoptr(GError) error = NULL;
    Corpus *corpus = corpus_read(&path, 1, options, diagnostics, &error);
    g_assert(!corpus == !!error);
    if (corpus)
        reading_check_corpus(corpus);
    return corpus;
}

static inline void reading_check(const char *extension, const unsigned char *bytes, size_t n)
{
    ReadOptions options = {.keep_text = true};
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    const char *path = reading_file(extension, bytes, n);
    corpus_free(reading_of_file(path, &options, diagnostics));
    reading_check_places(diagnostics, path, bytes, n);
}

/* How many mentions come out when the first n_head bytes are there and the others come through a pipe, a chunk at a
 * time; SIZE_MAX on failure, which has a code and a way out. */
static inline size_t reading_count(const unsigned char *bytes, size_t n, size_t n_head, size_t chunk, Reader *read)
{
    int end[2] = {-1, -1};
    if (n_head < n) {
        g_assert(pipe(end) == 0 && write(end[1], bytes + n_head, n - n_head) == (ssize_t)(n - n_head));
        close(end[1]);
    }
    ReadOptions options = {.keep_text = true};
    g_autoptr(GError) error = NULL;
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Builder) builder = builder_new(&options, diagnostics);
    Source source = {
        .path = "f", .name = "f", .fd = end[0], .head = (const char *)bytes, .n_head = n_head, .chunk = chunk};
    bool done = read(builder, &source, &error);
    if (end[0] >= 0)
        close(end[0]);
    g_assert(done == !error);
    if (!done) {
        g_assert(failure_of(error).code && failure_of(error).help);
        return SIZE_MAX;
    }
    g_autoptr(Corpus) corpus = builder_finish(builder);
    reading_check_corpus(corpus);
    return corpus->n_mentions;
}

/* The same bytes whole and seven at a time, of which what a pipe holds comes through one: read or refused alike. */
static inline void reading_check_pieces(const unsigned char *bytes, size_t n, Reader *read)
{
    g_assert(reading_count(bytes, n, n, 0, read) == reading_count(bytes, n, n - MIN(n / 2, 32768), 7, read));
}

#endif
