/* fuzz_jsonl.c - any bytes as JSON lines, in pieces of any size: read or refused alike, mentions in their texts. */
#include "error.h"
#include "format.h"
#include "utf8.h"
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n);

static void check(const Corpus *c)
{
    for (size_t i = 0; i < c->n_mentions; i++) {
        const Mention *m = &c->mention[i];
        const Marking *k = &c->marking[i];
        const Document *d = &c->document[m->document.i];
        g_assert(m->document.i < c->n_documents);
        g_assert(k->from < k->to && k->to <= d->n_text);
        g_assert(utf8_is_xml_text(m->text, strlen(m->text)));
        g_assert(((unsigned char)d->text[k->from] & 0xC0) != 0x80);
    }
    for (size_t i = 0; i < c->n_affiliations; i++)
        g_assert(c->affiliation[i].active.i < c->n_refs && c->affiliation[i].passive.i < c->n_refs);
}

/* How many mentions come out, or SIZE_MAX on failure. The bytes come through a pipe, a chunk at a time. */
static size_t read_bytes(const unsigned char *bytes, size_t n, size_t chunk)
{
    int end[2];
    g_assert(pipe(end) == 0);
    size_t head = n > 32768 ? n - 32768 : 0; /* what a pipe holds */
    g_assert(write(end[1], bytes + head, n - head) == (ssize_t)(n - head));
    close(end[1]);
    ReadOptions options = {.keep_text = true};
    g_autoptr(GError) error = NULL;
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Builder) builder = builder_new(&options, diagnostics);
    Source source = {.path = "f.jsonl", .name = "f.jsonl", .fd = end[0], .head = (const char *)bytes, .n_head = head,
                     .chunk = chunk};
    bool done = jsonl_read(builder, &source, &error);
    close(end[0]);
    g_assert(done == !error);
    if (!done)
        return SIZE_MAX;
    g_autoptr(Corpus) corpus = builder_finish(builder);
    check(corpus);
    return corpus->n_mentions;
}

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
    size_t whole = read_bytes(bytes, n, 0);
    g_assert(read_bytes(bytes, n, 7) == whole);
    return 0;
}
