/* reading.h - what fuzz targets of readers share: bytes become a file, and what is read of it stands in its text. */
#ifndef ENTENTE_FUZZ_READING_H
#define ENTENTE_FUZZ_READING_H

#include "corpus.h"
#include "utf8.h"
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n);

static char *reading_path;

static inline void reading_remove(void) { g_remove(reading_path); }

/* One file for the whole run: in memory where there is such a place, for fuzzing is fast. */
static inline const char *reading_file(const char *extension, const unsigned char *bytes, size_t n)
{
    if (!reading_path) {
        const char *folder = g_access("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir();
        reading_path = g_strdup_printf("%s/entente-fuzz-%ld%s", folder, (long)getpid(), extension);
        atexit(reading_remove);
    }
    FILE *file = fopen(reading_path, "wb"); /* g_file_set_contents_full would leave the tail of a longer one */
    g_assert(file && fwrite(bytes, 1, n, file) == n);
    fclose(file);
    return reading_path;
}

/* Every mention has the words of the bytes it is said to stand on, and lies in its sentence; rows refer to rows. */
static inline void reading_check_corpus(const Corpus *c)
{
    for (size_t i = 0; i < c->n_mentions; i++) {
        const Mention *m = &c->mention[i];
        const Marking *k = &c->marking[i];
        const Document *d = &c->document[m->document.i];
        g_assert(k->from < k->to && k->to <= d->n_text);
        g_autofree char *words = utf8_collapse(d->text + k->from, k->to - k->from);
        g_assert(utf8_is_xml_text(m->text, strlen(m->text)));
        g_assert(strcmp(words, m->text) == 0);
        g_assert(m->place.line > 0 && m->place.column > 0);
        PassageId sentence = m->passage[PASSAGE_SENTENCE];
        if (!passage_id_is_none(sentence))
            g_assert(m->begin <= m->end && m->end <= strlen(c->passage[sentence.i].text));
    }
    for (size_t i = 0; i < c->n_participations; i++) {
        g_assert(c->participation[i].event.i < c->n_events);
        g_assert(c->participation[i].actor.i < c->n_refs);
    }
}

/* Diagnostics point into the file: no line beyond its last, no column beyond its line. */
static inline void reading_check_places(Diagnostics *diagnostics, const unsigned char *bytes, size_t n)
{
    uint32_t n_lines = 1;
    for (size_t i = 0; i < n; i++)
        n_lines += bytes[i] == '\n';
    for (size_t i = 0; i < diagnostics_size(diagnostics); i++) {
        Place place = diagnostics_get(diagnostics, i)->place; /* of other files the folder may hold: documents.tsv */
        g_assert(g_strcmp0(place.path, reading_path) != 0 || place.line <= n_lines);
    }
}

static inline void reading_check(const char *extension, const unsigned char *bytes, size_t n)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    const char *inputs[] = {reading_file(extension, bytes, n)};
    ReadOptions options = {.keep_text = true};
    g_autoptr(Corpus) corpus = corpus_read(inputs, 1, &options, diagnostics, &error);
    g_assert(!corpus == !!error);
    reading_check_places(diagnostics, bytes, n);
    if (corpus)
        reading_check_corpus(corpus);
}

#endif
