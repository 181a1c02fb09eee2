/* fuzz_brat.c - any bytes as .ann and .txt: read or refused; every mention that is kept stands in its text. */
#include "corpus.h"
#include "utf8.h"
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n);

static char *ann_path, *text_path;

static void remove_files(void)
{
    g_remove(ann_path);
    g_remove(text_path);
}

static void write_file(const char *path, const unsigned char *bytes, size_t n)
{
    g_assert(g_file_set_contents_full(path, (const char *)bytes, (gssize)n, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void check(const Corpus *c)
{
    for (size_t i = 0; i < c->n_mentions; i++) {
        const Mention *m = &c->mention[i];
        const Marking *k = &c->marking[i];
        const Document *d = &c->document[m->document.i];
        g_assert(k->from < k->to && k->to <= d->n_text);
        g_autofree char *words = utf8_collapse(d->text + k->from, k->to - k->from);
        g_assert(utf8_is_xml_text(m->text, strlen(m->text)));
        g_assert(strcmp(words, m->text) == 0);
        PassageId sentence = m->passage[PASSAGE_SENTENCE];
        if (!passage_id_is_none(sentence))
            g_assert(m->begin <= m->end && m->end <= strlen(c->passage[sentence.i].text));
    }
    for (size_t i = 0; i < c->n_participations; i++) {
        g_assert(c->participation[i].event.i < c->n_events);
        g_assert(c->participation[i].actor.i < c->n_refs);
    }
}

/* The annotation, then a line "==", then the text. */
int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
    if (!ann_path) {
        const char *folder = g_access("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir();
        ann_path = g_strdup_printf("%s/entente-fuzz-%ld.ann", folder, (long)getpid());
        text_path = g_strdup_printf("%s/entente-fuzz-%ld.txt", folder, (long)getpid());
        atexit(remove_files);
    }
    size_t cut = 0;
    while (cut + 4 <= n && memcmp(bytes + cut, "\n==\n", 4) != 0)
        cut++;
    bool both = cut + 4 <= n;
    write_file(ann_path, bytes, both ? cut + 1 : n);
    write_file(text_path, both ? bytes + cut + 4 : bytes, both ? n - cut - 4 : 0);
    g_autoptr(GError) error = NULL;
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    const char *inputs[] = {ann_path};
    ReadOptions options = {.keep_text = true};
    g_autoptr(Corpus) corpus = corpus_read(inputs, 1, &options, diagnostics, &error);
    g_assert(!corpus == !!error);
    if (corpus)
        check(corpus);
    return 0;
}
