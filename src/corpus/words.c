/* words.c - a text put together from words in rows: documents, paragraphs, sentences, and what comments say of them. */
#include "words.h"
#include "utf8.h"
#include <string.h>

void words_init(Words *w, Builder *b, const Rows *rows, const Source *source)
{
    *w = (Words){.builder = b,
                 .rows = rows,
                 .name = source->name,
                 .s = standoff_new(b->pool, b->diagnostics),
                 .sentence = STANDOFF_NONE,
                 .paragraph = STANDOFF_NONE};
}

void words_clear(Words *w)
{
    standoff_free(w->s);
    g_free(w->id);
}

static uint32_t length(const Words *w) { return (uint32_t)w->s->text->len; }

static void add_span(GArray *spans, uint32_t *begin, uint32_t end)
{
    Span span = {*begin, end};
    if (*begin != STANDOFF_NONE && *begin < end)
        g_array_append_val(spans, span);
    *begin = STANDOFF_NONE;
}

static void report_difference(Words *w, size_t at)
{
    Place place = w->given_place;
    place.column += (uint32_t)g_utf8_strlen(w->given_line, (gssize)at);
    diagnostics_add(w->builder->diagnostics, DIAGNOSTIC_TEXT_DIFFERS, place, NULL,
                    "from here on the words of the sentence are not those of its \"# text\"");
    w->given = (Cell){0};
}

static size_t count_blanks(Cell f)
{
    size_t n = 0;
    if (f.n && *f.at > ' ' && (unsigned char)*f.at < 0x80) /* most are */
        return 0;
    while (n < f.n && g_unichar_isspace(g_utf8_get_char(f.at + n)))
        n += (size_t)(g_utf8_next_char(f.at + n) - (f.at + n));
    return n;
}

/* Passes the word in the given text; whether a blank follows it there. */
static bool pass_given(Words *w, Cell form, bool space_after)
{
    size_t blanks = count_blanks(w->given);
    Cell *g = &w->given;
    if (g->n - blanks < form.n || memcmp(g->at + blanks, form.at, form.n) != 0) {
        report_difference(w, (size_t)(g->at + blanks - w->given_line));
        return space_after;
    }
    g->at += blanks + form.n;
    g->n -= blanks + form.n;
    return g->n ? count_blanks(*g) > 0 : space_after;
}

Span words_add(Words *w, Cell form, bool space_after)
{
    if (w->given.at)
        space_after = pass_given(w, form, space_after);
    if (w->space && w->s->text->len && w->s->text->str[w->s->text->len - 1] != '\n')
        g_string_append_c(w->s->text, ' ');
    Span span = {length(w), length(w) + (uint32_t)form.n};
    w->sentence = w->sentence == STANDOFF_NONE ? span.begin : w->sentence;
    g_string_append_len(w->s->text, form.at, (gssize)form.n);
    w->space = space_after;
    return span;
}

void words_expect(Words *w, Cell text)
{
    w->given = text;
    w->given_line = text.at;
    w->given_place = rows_place(w->rows, text.at);
}

void words_end_sentence(Words *w)
{
    if (w->given.at && w->sentence != STANDOFF_NONE && count_blanks(w->given) < w->given.n)
        report_difference(w, (size_t)(w->given.at - w->given_line));
    if (w->sentence != STANDOFF_NONE) {
        w->given = (Cell){0};
        w->space = true;
    }
    add_span(w->s->sentence, &w->sentence, length(w));
}

void words_begin_paragraph(Words *w)
{
    words_end_sentence(w);
    uint32_t end = length(w);
    bool first = w->paragraph == STANDOFF_NONE && w->s->paragraph->len == 0;
    if (first)
        w->paragraph = 0; /* what stood before the first mark */
    add_span(w->s->paragraph, &w->paragraph, end);
    if (end && w->s->text->str[end - 1] != '\n')
        g_string_append_c(w->s->text, '\n');
    w->paragraph = length(w);
}

/* The pool's copy, without what XML forbids. */
static const char *own(const Words *w, const char *text, size_t n)
{
    g_autofree char *clean = utf8_clean(text, n);
    return pool_string(w->builder->pool, clean);
}

/* A document without an id is known by the file's name, with a number where it holds several. */
static const char *document_id(const Words *w)
{
    if (w->id)
        return own(w, w->id, strlen(w->id));
    if (!w->several)
        return NULL;
    g_autofree char *base = g_path_get_basename(w->name);
    char *dot = strrchr(base, '.');
    if (dot && dot > base)
        *dot = '\0';
    g_autofree char *id = g_strdup_printf("%s-%u", base, w->n_begun);
    return pool_string(w->builder->pool, id);
}

static bool deliver(Words *w, GError **error)
{
    Standoff *s = w->s;
    words_end_sentence(w);
    add_span(s->paragraph, &w->paragraph, length(w));
    if (s->text->len == 0)
        return true;
    if (w->no_sentences)
        g_array_set_size(s->sentence, 0);
    s->head.path = w->rows->path;
    s->head.name = w->name;
    s->head.id = document_id(w);
    s->head.digest = w->rows->digest;
    if (!standoff_settle(s, OFFSET_BYTE, error))
        return false;
    standoff_deliver(s, w->builder);
    w->n_delivered++;
    return true;
}

bool words_begin_document(Words *w, Cell id, GError **error)
{
    if (!deliver(w, error))
        return false;
    standoff_clear(w->s);
    g_free(w->id);
    w->id = id.n ? g_strndup(id.at, id.n) : NULL;
    w->n_begun++;
    w->space = false;
    w->given = (Cell){0};
    return true;
}

bool words_finish(Words *w, GError **error) { return deliver(w, error); }

static Cell trim(const char *from, const char *to)
{
    while (from < to && g_ascii_isspace(*from))
        from++;
    while (to > from && g_ascii_isspace(to[-1]))
        to--;
    return (Cell){from, (size_t)(to - from)};
}

void words_split_comment(const Rows *r, Cell *name, Cell *value)
{
    const char *from = r->line;
    while (from < r->end && *from == '#')
        from++;
    const char *equals = memchr(from, '=', (size_t)(r->end - from));
    *name = trim(from, equals ? equals : r->end);
    *value = equals ? trim(equals + 1, r->end) : (Cell){r->end, 0};
}

/* What is said of the document goes to its head. */
static bool read_head(Words *w, Cell name, Cell value)
{
    Document *head = &w->s->head;
    struct {
        const char *name, **to;
    } known[] = {{"meta::title", &head->title},
                 {"meta::sourceURL", &head->url},
                 {"meta::source", &head->outlet},
                 {"title", &head->title},
                 {"url", &head->url},
                 {"newdoc_url", &head->url},
                 {"meta::language", &head->language},
                 {"language", &head->language}};
    if (cell_is(name, "meta::dateCreated") || cell_is(name, "date")) {
        head->date = builder_date(w->builder, value.at, value.n, rows_place(w->rows, value.at));
        return true;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        if (!cell_is(name, known[i].name) || value.n == 0)
            continue;
        *known[i].to = own(w, value.at, value.n);
        return true;
    }
    return false;
}

bool words_read_comment(Words *w, Cell name, Cell value)
{
    if (cell_is(name, "text")) {
        words_end_sentence(w);
        words_expect(w, value);
    } else if (cell_is(name, "newpar") || cell_is(name, "newpar id")) {
        words_begin_paragraph(w);
    } else {
        return read_head(w, name, value);
    }
    return true;
}
