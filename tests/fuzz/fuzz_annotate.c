/* fuzz_annotate.c - any bytes as a file to annotate: refused, or drafts whose corpus has every mark in its text. */
#include "deliver.h"
#include "grammar.h"
#include "raw_text.h"
#include "reading.h"

static void check_draft(const Draft *d)
{
    for (guint i = 0; i < d->mark->len; i++) {
        const Mark *m = &g_array_index(d->mark, Mark, i);
        g_assert(m->from < m->to && m->to <= d->n_text);
        g_assert(((unsigned char)d->text[m->from] & 0xC0) != 0x80 && ((unsigned char)d->text[m->to] & 0xC0) != 0x80);
        reading_check_slice(m->targets, d->target->len);
    }
}

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
    static Lists *lists;
    static Lexicon *lexicon;
    if (!lists)
        lists = lists_new(NULL, NULL);
    if (!lexicon)
        lexicon = lexicon_new(NULL, NULL);
    g_assert(lists && lexicon);
    g_autoptr(GError) error = NULL;
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func((GDestroyNotify)draft_free);
    bool done = raw_text_read(reading_file(".txt", bytes, n), lists, drafts, diagnostics, &error);
    g_assert(done == !error && done == (drafts->len > 0));
    if (!done) {
        g_assert(failure_of(error).code && failure_of(error).help);
        return 0;
    }
    for (guint i = 0; i < drafts->len; i++) {
        grammar_mark(drafts->pdata[i], lexicon);
        check_draft(drafts->pdata[i]);
    }
    deliver_number(drafts);
    g_autoptr(Corpus) corpus = deliver_corpus(drafts, drafts->len > 1 ? "authority" : NULL, diagnostics);
    reading_check_corpus(corpus);
    return 0;
}
