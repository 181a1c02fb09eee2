/* annotation_conll.c - CoNLL: a word and its BIO tag a line, for programs that learn to find names. */
#include "annotation.h"
#include "sentence.h"
#include <string.h>

typedef struct ConllFile {
    const Annotation *w;
    Output *out;
    const char *text;
    GArray *marks; /* the outermost */
    bool in_sentence;
} ConllFile;

/* Letters, digits and what stands on them hold together; every other sign is a word of its own. */
static uint32_t word_end(const char *text, uint32_t from, uint32_t to)
{
    uint32_t at = from;
    while (at < to) {
        gunichar c = g_utf8_get_char(text + at);
        if (!g_unichar_isalnum(c) && !g_unichar_ismark(c))
            break;
        at = (uint32_t)(g_utf8_next_char(text + at) - text);
    }
    return at > from ? at : MIN(to, (uint32_t)(g_utf8_next_char(text + from) - text));
}

static void end_sentence(ConllFile *f)
{
    if (f->in_sentence)
        output_text(f->out, "\n");
    f->in_sentence = false;
}

/* The first mark that ends after this byte. */
static const TextMark *mark_at(const ConllFile *f, uint32_t at)
{
    guint low = 0, high = f->marks->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (g_array_index(f->marks, TextMark, middle).to <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low < f->marks->len ? &g_array_index(f->marks, TextMark, low) : NULL;
}

static void write_words(ConllFile *f, uint32_t from, uint32_t to)
{
    const TextMark *inside = NULL;
    for (uint32_t at = from, end; at < to; at = end) {
        const TextMark *m = mark_at(f, at);
        uint32_t limit = m && m->from > at ? MIN(to, m->from) : m ? MIN(to, m->to) : to;
        if (g_unichar_isspace(g_utf8_get_char(f->text + at))) {
            end = (uint32_t)(g_utf8_next_char(f->text + at) - f->text);
            continue;
        }
        end = word_end(f->text, at, limit);
        bool marked = m && m->from <= at;
        output_bytes(f->out, f->text + at, end - at);
        if (marked) {
            g_autofree char *label = g_ascii_strdown(mark_label(f->w->annotated, m), -1);
            output_printf(f->out, " %c-%s\n", inside == m ? 'I' : 'B', label);
        } else {
            output_text(f->out, " O\n");
        }
        inside = marked ? m : NULL;
        f->in_sentence = true;
    }
}

/* Sentences by rule within lines; a mark that goes on goes on in one sentence. */
static void write_sentences(ConllFile *f, uint32_t n)
{
    g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (uint32_t line = 0, stop; line < n; line = stop + 1) {
        const char *end = memchr(f->text + line, '\n', n - line);
        stop = end ? (uint32_t)(end - f->text) : n;
        for (const TextMark *m = mark_at(f, stop); m && m->from < stop && stop < n; m = mark_at(f, stop)) {
            end = memchr(f->text + m->to, '\n', n - m->to);
            stop = end ? (uint32_t)(end - f->text) : n;
        }
        g_array_set_size(ends, 0);
        if (stop > line)
            sentence_ends(f->text + line, stop - line, ends);
        uint32_t from = line;
        for (guint i = 0; i < ends->len; i++) {
            uint32_t to = line + (uint32_t)g_array_index(ends, size_t, i);
            const TextMark *m = to < stop ? mark_at(f, to) : NULL;
            if (m && m->from < to)
                continue;
            write_words(f, from, to);
            end_sentence(f);
            from = to;
        }
        write_words(f, from, stop);
        end_sentence(f);
    }
}

/* Only the outermost of nested marks: a word has one tag. */
static void keep_outermost(GArray *marks, Losses *losses)
{
    guint kept = 0;
    uint32_t end = 0;
    for (guint i = 0; i < marks->len; i++) {
        TextMark m = g_array_index(marks, TextMark, i);
        if (kept && m.from < end)
            continue;
        end = m.to;
        g_array_index(marks, TextMark, kept++) = m;
    }
    losses_add(losses, "marks within other marks", marks->len - kept);
    g_array_set_size(marks, kept);
}

bool write_conll(const Annotation *w, DocumentId id, Output *out, GError **error)
{
    const Annotated *a = w->annotated;
    const Document *d = &a->corpus->document[id.i];
    g_autoptr(GArray) marks = annotated_marks(a, id, w->losses), others = marks_untangle(marks);
    const uint32_t *row;
    losses_add(w->losses, "marks that overlap others", others->len);
    keep_outermost(marks, w->losses);
    for (guint i = 0; i < marks->len; i++) {
        const TextMark *m = &g_array_index(marks, TextMark, i);
        losses_add(w->losses, "references (who is meant)",
                   !m->is_remark && (a->corpus->mention[m->row].refs.n || a->corpus->marking[m->row].event));
    }
    losses_add(w->losses, "participations", rows_of(&a->participation, id, &row));
    losses_add(w->losses, "events", rows_of(&a->event, id, &row));
    losses_add(w->losses, "register entries", rows_of(&a->record, id, &row));
    losses_add(w->losses, "affiliations", rows_of(&a->affiliation, id, &row));
    if (!annotated_has_text(a, id))
        return true;
    ConllFile f = {.w = w, .out = out, .text = d->text ? d->text : "", .marks = marks};
    output_text(out, "-DOCSTART- O\n\n");
    write_sentences(&f, d->n_text);
    return true;
}
