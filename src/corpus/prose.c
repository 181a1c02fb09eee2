/* prose.c - collapsing, counting and cutting running text. */
#include "prose.h"
#include "sentence.h"
#include <string.h>

void prose_init(Prose *p, Builder *builder)
{
    *p = (Prose){.builder = builder,
                 .text = g_string_new(NULL),
                 .pending = g_array_new(FALSE, FALSE, sizeof(MentionId)),
                 .open = g_array_new(FALSE, FALSE, sizeof(MentionId)),
                 .ends = g_array_new(FALSE, FALSE, sizeof(size_t))};
}

void prose_clear(Prose *p)
{
    g_string_free(p->text, TRUE);
    g_array_free(p->pending, TRUE);
    g_array_free(p->open, TRUE);
    g_array_free(p->ends, TRUE);
}

void prose_start(Prose *p, DocumentId document)
{
    prose_drop(p);
    p->document = document;
    p->whole = p->counting = false;
    p->n_words = 0;
}

void prose_drop(Prose *p)
{
    g_string_truncate(p->text, 0);
    g_array_set_size(p->pending, 0);
    g_array_set_size(p->open, 0);
    p->blank = true;
}

static Mention *pending_mention(const Prose *p, guint i)
{
    return builder_mention(p->builder, g_array_index(p->pending, MentionId, i));
}

/* Sentence ends that fall inside a mention are none: its sentence goes on. Mentions are in order of their begin. */
static void join_across_mentions(const Prose *p)
{
    guint kept = 0, m = 0;
    uint32_t covered = 0; /* end of the mentions that begin before the sentence end looked at */
    for (guint i = 0; i < p->ends->len; i++) {
        size_t end = g_array_index(p->ends, size_t, i);
        for (; m < p->pending->len && pending_mention(p, m)->begin < end; m++)
            covered = MAX(covered, pending_mention(p, m)->end);
        if (covered <= end)
            g_array_index(p->ends, size_t, kept++) = end;
    }
    g_array_set_size(p->ends, kept);
}

/* Makes a passage of the sentence from … to for its mentions, the pending ones from *m on. */
static void store_sentence(Prose *p, size_t from, size_t to, bool last, guint *m)
{
    PassageId sentence = passage_id_none();
    for (; *m < p->pending->len && (last || pending_mention(p, *m)->begin < to); (*m)++) {
        Mention *mention = pending_mention(p, *m);
        if (passage_id_is_none(sentence)) {
            sentence = builder_add_passage(p->builder, PASSAGE_SENTENCE, p->document, mention->place);
            if (!p->builder->options->no_sentences)
                g_array_index(p->builder->passage, Passage, sentence.i).text =
                    pool_intern(p->builder->pool, p->text->str + from, to - from);
        }
        mention->begin = MAX(mention->begin, (uint32_t)from) - (uint32_t)from;
        mention->end = MAX(mention->end, (uint32_t)from) - (uint32_t)from;
        mention->passage[PASSAGE_SENTENCE] = sentence;
    }
}

void prose_break(Prose *p)
{
    prose_blank(p);
    if (p->open->len)
        return;
    if (p->pending->len) {
        size_t n = p->text->len, from = 0;
        guint m = 0;
        g_array_set_size(p->ends, 0);
        bool unasked = p->builder->options->no_sentences && p->builder->options->unit.kind != UNIT_SENTENCE;
        if (p->whole || n == 0 || unasked)
            g_array_append_val(p->ends, n);
        else
            sentence_ends(p->text->str, n, p->ends);
        join_across_mentions(p);
        for (guint i = 0; i < p->ends->len; i++) {
            size_t to = g_array_index(p->ends, size_t, i);
            store_sentence(p, from, to, i + 1 == p->ends->len, &m);
            from = to + (to < n && p->text->str[to] == ' ');
        }
    }
    prose_drop(p);
}

void prose_blank(Prose *p) { p->blank = true; }

/* Length of the white space at s, or 0. */
static size_t blank_length(const char *s, size_t n)
{
    unsigned char b = (unsigned char)*s;
    if (b <= ' ')
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    if (b < 0xC2 || b > 0xE3 || n < 2)
        return 0;
    return g_unichar_isspace(g_utf8_get_char(s)) ? (size_t)(g_utf8_next_char(s) - s) : 0;
}

/* Room for n more bytes and a blank before each of them. */
static void reserve(GString *text, size_t n)
{
    size_t length = text->len;
    if (length + n + 2 > text->allocated_len) {
        g_string_set_size(text, length + n + 2);
        g_string_truncate(text, length);
    }
}

/* A word begins: what stands before is cut when it has become too long, else kept apart by one blank. */
static void begin_word(Prose *p, size_t more)
{
    if (p->text->len >= PROSE_LONGEST && !p->open->len) {
        prose_break(p);
        reserve(p->text, more);
    }
    if (p->text->len)
        p->text->str[p->text->len++] = ' ';
    p->n_words += p->counting;
    p->blank = false;
}

/* How much of s, which goes on inside a word, is plain: words of ASCII with one blank between them and none at the end.
 * Eight bytes at a time; *n_blanks counts. */
static size_t plain_length(const char *s, size_t n, uint32_t *n_blanks)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones << 7;
    uint64_t before = 0; /* 0x80: the last byte is a blank */
    size_t i = 0;
    for (; i + 8 <= n; i += 8) {
        uint64_t w;
        memcpy(&w, s + i, sizeof w);
        w = GUINT64_FROM_LE(w);
        if ((w | (w - ones * ' ')) & high) /* beyond ASCII, or a control */
            break;
        uint64_t blank = ~((w ^ ones * ' ') + ~high) & high;
        if (blank & (blank << 8 | before))
            break;
        before = blank >> 56;
        *n_blanks += (uint32_t)((blank >> 7) * ones >> 56);
    }
    if (before) {
        i--;
        (*n_blanks)--;
    }
    return i;
}

/* Copies what is plain, or else what there is of one word; returns how much that was. */
static size_t add_words(Prose *p, const char *s, size_t n)
{
    GString *text = p->text;
    size_t room = p->open->len ? n : PROSE_LONGEST - MIN(text->len, (size_t)PROSE_LONGEST);
    uint32_t n_blanks = 0;
    size_t i = plain_length(s, MIN(n, room), &n_blanks);
    char *out = text->str + text->len;
    memcpy(out, s, i);
    p->n_words += p->counting ? n_blanks : 0;
    if (i == 0) {
        do {
            out[i] = s[i];
            i++;
        } while (i < n && (unsigned char)s[i] > ' ' && ((unsigned char)s[i] < 0xC2 || !blank_length(s + i, n - i)));
    }
    text->len += i;
    return i;
}

bool prose_add(Prose *p, const char *s, size_t n)
{
    GString *text = p->text;
    reserve(text, 2 * n); /* a blank and a character for each byte at most */
    for (size_t i = 0; i < n;) {
        size_t blank = blank_length(s + i, n - i);
        if (blank) {
            p->blank = true;
            i += blank;
            continue;
        }
        if (p->blank)
            begin_word(p, 2 * (n - i));
        i += add_words(p, s + i, n - i);
    }
    text->str[text->len] = '\0';
    return !p->open->len ||
           text->len - builder_mention(p->builder, g_array_index(p->open, MentionId, 0))->begin <= PROSE_LONGEST_NAME;
}

void prose_begin_mention(Prose *p, MentionId id)
{
    Mention *m = builder_mention(p->builder, id);
    m->begin = (uint32_t)p->text->len + (p->blank && p->text->len);
    m->word = p->n_words - (!p->blank && p->n_words);
    g_array_append_val(p->pending, id);
    g_array_append_val(p->open, id);
}

void prose_end_mention(Prose *p, MentionId id)
{
    Mention *m = builder_mention(p->builder, id);
    m->end = (uint32_t)p->text->len;
    m->begin = MIN(m->begin, m->end);
    if (m->begin < m->end && p->text->str[m->begin] == ' ') { /* it began with the blank after a word */
        m->begin++;
        m->word += p->counting;
    }
    m->text = pool_intern(p->builder->pool, p->text->str + m->begin, m->end - m->begin);
    g_array_set_size(p->open, p->open->len - 1);
}
