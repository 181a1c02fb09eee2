/* kept_text.c - the whole text of a document as it is walked, its white space and borders by one rule. */
#include "kept_text.h"
#include <string.h>

struct KeptText {
    Builder *builder;
    DocumentId document;
    GString *text;
    GString *pending;      /* white space whose meaning what follows decides */
    GArray *open;          /* Stretch: to is not known yet */
    unsigned n_paragraphs; /* of them, heads and paragraphs */
    bool verbatim, border;
};

KeptText *kept_text_new(Builder *builder)
{
    if (!builder->options->keep_text)
        return NULL;
    KeptText *k = g_new0(KeptText, 1);
    k->builder = builder;
    k->text = g_string_new(NULL);
    k->pending = g_string_new(NULL);
    k->open = g_array_new(FALSE, FALSE, sizeof(Stretch));
    return k;
}

void kept_text_free(KeptText *k)
{
    if (!k)
        return;
    g_string_free(k->text, TRUE);
    g_string_free(k->pending, TRUE);
    g_array_free(k->open, TRUE);
    g_free(k);
}

void kept_text_start(KeptText *k, DocumentId document)
{
    if (!k)
        return;
    k->document = document;
    g_string_truncate(k->text, 0);
    g_string_truncate(k->pending, 0);
    g_array_set_size(k->open, 0);
    k->n_paragraphs = 0;
    k->verbatim = k->border = false;
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

static bool has_line_end(const GString *s) { return memchr(s->str, '\n', s->len) != NULL; }

static char last_of(const KeptText *k) { return k->text->len ? k->text->str[k->text->len - 1] : '\n'; }

/* The pending white space lies between paragraphs. */
static void settle_between(KeptText *k)
{
    bool line_end = has_line_end(k->pending);
    for (gsize i = 0; i < k->pending->len && k->text->len; i++) {
        if (!line_end ? !k->border : k->pending->str[i] == '\n')
            g_string_append_c(k->text, k->pending->str[i]);
    }
    if (k->border && last_of(k) != '\n')
        g_string_append_c(k->text, '\n');
    k->border = false;
    g_string_truncate(k->pending, 0);
}

/* It lies in a paragraph, before a character or before its end. */
static void settle_inside(KeptText *k, bool at_end)
{
    const Stretch *paragraph = &g_array_index(k->open, Stretch, k->open->len - 1);
    if (!has_line_end(k->pending))
        g_string_append_len(k->text, k->pending->str, (gssize)k->pending->len);
    else if (!at_end && k->text->len > paragraph->from && !is_blank(last_of(k)))
        g_string_append_c(k->text, ' ');
    g_string_truncate(k->pending, 0);
}

static void settle(KeptText *k)
{
    if (k->n_paragraphs && !k->border)
        settle_inside(k, false);
    else
        settle_between(k);
}

void kept_text_set_verbatim(KeptText *k, bool verbatim)
{
    if (!k || k->verbatim == verbatim)
        return;
    if (verbatim)
        settle(k);
    k->verbatim = verbatim;
}

bool kept_text_is_verbatim(const KeptText *k) { return k && k->verbatim; }

bool kept_text_add(KeptText *k, const char *s, size_t n)
{
    if (!k)
        return true;
    if (k->verbatim)
        g_string_append_len(k->text, s, (gssize)n);
    for (size_t i = 0, to; !k->verbatim && i < n; i = to) {
        for (to = i; to < n && is_blank(s[to]);)
            to++;
        g_string_append_len(k->pending, s + i, (gssize)(to - i));
        i = to;
        while (to < n && !is_blank(s[to]))
            to++;
        if (to == i)
            continue;
        settle(k);
        g_string_append_len(k->text, s + i, (gssize)(to - i));
    }
    return k->text->len + k->pending->len <= KEPT_TEXT_LONGEST;
}

void kept_text_border(KeptText *k)
{
    if (!k || k->verbatim)
        return;
    if (k->n_paragraphs && !k->border)
        settle_inside(k, true);
    k->border = true;
}

void kept_text_gap(KeptText *k)
{
    if (k && !k->verbatim && k->pending->len == 0)
        g_string_append_c(k->pending, '\n'); /* in a paragraph a line end is a blank that ends leave out */
}

void kept_text_open(KeptText *k, StretchKind kind, const char *type)
{
    if (!k)
        return;
    if (kind != STRETCH_SENTENCE)
        kept_text_border(k);
    if (!k->verbatim)
        settle(k);
    Stretch stretch = {.kind = kind, .document = k->document, .from = (uint32_t)k->text->len, .type = type};
    g_array_append_val(k->open, stretch);
    k->n_paragraphs += kind == STRETCH_HEAD || kind == STRETCH_PARAGRAPH;
}

void kept_text_close(KeptText *k)
{
    if (!k || k->open->len == 0)
        return;
    Stretch stretch = g_array_index(k->open, Stretch, k->open->len - 1);
    if (stretch.kind != STRETCH_SENTENCE)
        kept_text_border(k);
    stretch.to = MAX(stretch.from, (uint32_t)k->text->len);
    k->n_paragraphs -= stretch.kind == STRETCH_HEAD || stretch.kind == STRETCH_PARAGRAPH;
    g_array_set_size(k->open, k->open->len - 1);
    builder_add_stretch(k->builder, stretch);
}

uint32_t kept_text_begin(KeptText *k)
{
    if (!k)
        return 0;
    if (!k->verbatim)
        settle(k);
    return (uint32_t)k->text->len;
}

uint32_t kept_text_end(const KeptText *k, uint32_t *from)
{
    if (!k)
        return *from;
    uint32_t to = (uint32_t)k->text->len;
    while (*from < to && is_blank(k->text->str[*from]))
        ++*from;
    while (to > *from && is_blank(k->text->str[to - 1]))
        to--;
    return to;
}

void kept_text_finish(KeptText *k)
{
    if (!k)
        return;
    while (k->open->len)
        kept_text_close(k);
    if (!k->verbatim && has_line_end(k->pending))
        settle_between(k);
    builder_keep_text(k->builder, k->document, k->text->str, k->text->len);
}
