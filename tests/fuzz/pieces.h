/* pieces.h - what fuzz targets of readers share: the same bytes whole and seven at a time, and what must hold after.
 */
#ifndef ENTENTE_FUZZ_PIECES_H
#define ENTENTE_FUZZ_PIECES_H

#include "error.h"
#include "failure.h"
#include "format.h"
#include "utf8.h"
#include <string.h>

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n);

static inline void pieces_check_corpus(const Corpus *c)
{
    for (size_t i = 0; i < c->n_mentions; i++) {
        const Mention *m = &c->mention[i];
        const Marking *k = &c->marking[i];
        g_assert(m->document.i < c->n_documents);
        const Document *d = &c->document[m->document.i];
        g_assert(k->from < k->to && k->to <= d->n_text);
        g_assert(utf8_is_xml_text(m->text, strlen(m->text)));
        g_assert(((unsigned char)d->text[k->from] & 0xC0) != 0x80);
        g_autofree char *words = utf8_collapse(d->text + k->from, k->to - k->from);
        g_assert(strcmp(words, m->text) == 0);
        PassageId sentence = m->passage[PASSAGE_SENTENCE];
        if (!passage_id_is_none(sentence))
            g_assert(m->begin <= m->end && m->end <= strlen(c->passage[sentence.i].text));
    }
    for (size_t i = 0; i < c->n_participations; i++)
        g_assert(c->participation[i].event.i < c->n_events && c->participation[i].actor.i < c->n_refs);
    for (size_t i = 0; i < c->n_affiliations; i++)
        g_assert(c->affiliation[i].active.i < c->n_refs && c->affiliation[i].passive.i < c->n_refs);
}

/* How many mentions come out, or SIZE_MAX on failure, which has a code and a way out. */
static inline size_t pieces_count(const unsigned char *bytes, size_t n, size_t chunk, Reader *read)
{
    ReadOptions options = {.keep_text = true};
    g_autoptr(GError) error = NULL;
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Builder) builder = builder_new(&options, diagnostics);
    Source source = {.path = "f", .name = "f.xml", .fd = -1, .head = (const char *)bytes, .n_head = n, .chunk = chunk};
    bool done = read(builder, &source, &error);
    g_assert(done == !error);
    if (!done) {
        g_assert(failure_of(error).code && failure_of(error).help);
        return SIZE_MAX;
    }
    g_autoptr(Corpus) corpus = builder_finish(builder);
    pieces_check_corpus(corpus);
    return corpus->n_mentions;
}

static inline void pieces_check(const unsigned char *bytes, size_t n, Reader *read)
{
    g_assert(pieces_count(bytes, n, 7, read) == pieces_count(bytes, n, 0, read));
}

#endif
