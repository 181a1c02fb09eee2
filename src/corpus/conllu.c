/* conllu.c - CoNLL-U: words with entities in MISC, as GUM, CorefUD, Stanza and spaCy write them. */
#include "brackets.h"
#include "conll.h"
#include "failure.h"
#include "format.h"
#include "tags.h"
#include "words.h"
#include <string.h>

enum { N_COLUMNS = 10, MISC = 9, LONGEST_RANGE = 1000 };

typedef struct Conllu {
    Builder *builder;
    Rows rows;
    Words words;
    TagRun tags;
    Brackets brackets;
    uint32_t number; /* of the word before */
    uint32_t until;  /* last word of the multiword token that is read, or 0 */
    Span token;      /* it */
    uint32_t used;   /* bytes of it that its words have taken */
    Cell shared;     /* its form */
} Conllu;

static bool is_tag_key(Cell key)
{
    static const char *const known[] = {"ner", "NER", "ne", "NE", "NamedEntity", "ent", "Ner"};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        if (cell_is(key, known[i]))
            return true;
    }
    return false;
}

/* The value of a key of MISC, "A=x|B=y"; false: it has none such. */
static bool find_value(Cell misc, bool (*wanted)(Cell), Cell *value)
{
    const char *end = misc.at + misc.n;
    if (misc.n < 3) /* "_": most are */
        return false;
    for (const char *at = misc.at; at < end;) {
        const char *stop = memchr(at, '|', (size_t)(end - at));
        stop = stop ? stop : end;
        const char *equals = memchr(at, '=', (size_t)(stop - at));
        if (equals && wanted((Cell){at, (size_t)(equals - at)})) {
            *value = (Cell){equals + 1, (size_t)(stop - equals - 1)};
            return true;
        }
        at = stop + 1;
    }
    return false;
}

static bool is_entity(Cell key) { return cell_is(key, "Entity"); }
static bool is_space(Cell key) { return cell_is(key, "SpaceAfter"); }

static bool has_space_after(Cell misc)
{
    Cell value;
    return !find_value(misc, is_space, &value) || !cell_is(value, "No");
}

/* Entity= holds brackets, but some tools write tags there. */
static void read_misc(Conllu *c, Cell misc, Span word)
{
    Cell value;
    bool entity = find_value(misc, is_entity, &value);
    bool brackets = entity && (memchr(value.at, '(', value.n) || memchr(value.at, ')', value.n));
    if (brackets)
        brackets_read(&c->brackets, value, word);
    if (word.begin == word.end)
        return;
    if (!brackets && (entity || find_value(misc, is_tag_key, &value)))
        tag_run_add(&c->tags, value, word);
    else
        tag_run_add(&c->tags, (Cell){misc.at, 0}, word);
}

static void end_sentence(Conllu *c)
{
    tag_run_end(&c->tags);
    words_end_sentence(&c->words);
    c->number = c->until = 0;
}

/* "3", "3-4", "5.1" */
typedef struct WordId {
    uint32_t first, last, empty;
    bool is_range, is_empty;
} WordId;

static bool read_id(Cell f, WordId *id)
{
    const char *mark = f.n ? memchr(f.at, '-', f.n) : NULL;
    const char *dot = f.n && !mark ? memchr(f.at, '.', f.n) : NULL;
    const char *split = mark ? mark : dot;
    *id = (WordId){.is_range = mark, .is_empty = dot};
    Cell first = {f.at, split ? (size_t)(split - f.at) : f.n};
    Cell second = split ? (Cell){split + 1, (size_t)(f.at + f.n - split - 1)} : first;
    if (!cell_number(first, UINT32_MAX - 1, &id->first) || !cell_number(second, UINT32_MAX - 1, &id->last))
        return false;
    if (dot) {
        id->empty = id->last;
        id->last = id->first;
    }
    return !mark || (id->last > id->first && id->last - id->first < LONGEST_RANGE);
}

/* A word inside a multiword token: its own part of the token's text where the parts make it up, else all of it. */
static Span inner_span(Conllu *c, Cell form)
{
    bool fits = c->used + form.n <= c->shared.n && memcmp(c->shared.at + c->used, form.at, form.n) == 0;
    if (!fits) {
        c->used = (uint32_t)c->shared.n; /* nor do the words after it */
        return c->token;
    }
    Span span = {c->token.begin + c->used, c->token.begin + c->used + (uint32_t)form.n};
    c->used += (uint32_t)form.n;
    return span;
}

static void report_id(Conllu *c, Cell id)
{
    g_autofree char *shown = cell_shown(id);
    rows_report(&c->rows, DIAGNOSTIC_BAD_ROW, id.at,
                "words are numbered 1, 2, 3 …; 3-4 is a token of two, 5.1 an empty node",
                "\"%s\" is not the number of the next word", shown);
}

static void read_word(Conllu *c, const Cell *field)
{
    WordId id;
    Cell form = field[1], misc = field[MISC];
    if (!read_id(field[0], &id)) {
        report_id(c, field[0]);
        return;
    }
    if (id.is_empty) { /* says nothing in the text, but may open what the next word is in */
        uint32_t at = (uint32_t)c->words.s->text->len;
        read_misc(c, misc, (Span){at, at});
        return;
    }
    if (id.first != c->number + 1 && c->number != UINT32_MAX)
        report_id(c, field[0]);
    if (form.n == 0) {
        rows_report(&c->rows, DIAGNOSTIC_BAD_ROW, form.at, NULL, "the row has no word; it is passed over");
        return;
    }
    if (id.is_range) {
        c->token = words_add(&c->words, form, has_space_after(misc));
        c->shared = form;
        c->used = 0;
        c->until = id.last;
        c->number = id.first - 1;
        return;
    }
    bool inner = c->until && id.first <= c->until;
    Span word = inner ? inner_span(c, form) : words_add(&c->words, form, has_space_after(misc));
    c->number = id.first;
    c->until = inner ? c->until : 0;
    read_misc(c, misc, word);
}

static void read_row(Conllu *c)
{
    Cell field[N_COLUMNS];
    unsigned n = rows_split(&c->rows, true, field, N_COLUMNS);
    bool blanks = n == 1;
    if (blanks) /* pasted from somewhere: tabs became blanks */
        n = rows_split(&c->rows, false, field, N_COLUMNS);
    if (n != N_COLUMNS) {
        const char *help = rows_is_cut(&c->rows) ? "the file ends in the middle of a row: fetch it again"
                                                 : "ten columns, separated by one tab each, _ where there is nothing";
        rows_report(&c->rows, DIAGNOSTIC_BAD_ROW, n > N_COLUMNS ? field[MISC].at + field[MISC].n : c->rows.end, help,
                    "%u column%s instead of %d", n, n == 1 ? "" : "s", N_COLUMNS);
        if (n < 2)
            return;
        for (unsigned i = n; i < N_COLUMNS; i++)
            field[i] = (Cell){c->rows.end, 0};
    }
    read_word(c, field);
}

static bool read_comment(Conllu *c, GError **error)
{
    Cell name, value;
    words_split_comment(&c->rows, &name, &value);
    if (cell_is(name, "newdoc id") || cell_is(name, "newdoc")) {
        end_sentence(c);
        brackets_end(&c->brackets);
        return words_begin_document(&c->words, value, error);
    }
    if (cell_is(name, "global.Entity"))
        brackets_set_fields(&c->brackets, value);
    else
        words_read_comment(&c->words, name, value);
    return true;
}

/* Tags need their scheme before the first is read; where it is MISC, only a look at all of it tells. Documents are
 * counted beside. */
static Scheme look_ahead(Conllu *c)
{
    TagUse use = {0};
    unsigned n_documents = 0;
    Cell field[N_COLUMNS], value;
    Diagnostics *told = c->rows.diagnostics;
    g_autoptr(Diagnostics) unheard = diagnostics_new();
    c->rows.diagnostics = unheard;
    while (rows_next(&c->rows)) {
        if (c->rows.line == c->rows.end) {
            use.after = false;
        } else if (*c->rows.line == '#') {
            n_documents += strncmp(c->rows.line, "# newdoc", 8) == 0 || strncmp(c->rows.line, "#newdoc", 7) == 0;
        } else if (rows_split(&c->rows, true, field, N_COLUMNS) == N_COLUMNS) {
            bool tagged = find_value(field[MISC], is_tag_key, &value) ||
                          (find_value(field[MISC], is_entity, &value) && !memchr(value.at, '(', value.n) &&
                           !memchr(value.at, ')', value.n));
            tag_use_add(&use, tagged ? tag_read(value) : (Tag){.prefix = 'O'});
        }
    }
    rows_rewind(&c->rows);
    c->rows.diagnostics = told;
    c->words.several = n_documents > 1;
    return tag_use_scheme(&use);
}

static bool read_file(Conllu *c, GError **error)
{
    tag_run_init(&c->tags, c->words.s, &c->rows, look_ahead(c));
    while (rows_next(&c->rows)) {
        const Rows *r = &c->rows;
        bool comment = r->line < r->end && *r->line == '#';
        if (r->line == r->end) {
            end_sentence(c);
        } else if (comment) {
            if (!read_comment(c, error))
                return false;
        } else {
            c->words.n_begun = MAX(c->words.n_begun, 1); /* a file need not say that its first document begins */
            read_row(c);
        }
    }
    end_sentence(c);
    brackets_end(&c->brackets);
    return words_finish(&c->words, error);
}

bool conllu_is(const char *head, size_t n)
{
    const char *end = head + n;
    if (n >= 3 && memcmp(head, "\xEF\xBB\xBF", 3) == 0)
        head += 3;
    while (head < end) {
        const char *stop = memchr(head, '\n', (size_t)(end - head));
        if (!stop || memchr(head, '\0', (size_t)(stop - head)))
            return false;
        if (*head != '#' && *head != '\n' && *head != '\r') {
            unsigned tabs = 0;
            const char *last = head;
            for (const char *c = head; c < stop; c++) {
                tabs += *c == '\t';
                last = *c == '\t' ? c + 1 : last;
            }
            bool misc = *last == '_' || memchr(last, '=', (size_t)(stop - last));
            return tabs == N_COLUMNS - 1 && g_ascii_isdigit(*head) && misc;
        }
        head = stop + 1;
    }
    return false;
}

bool conllu_read(Builder *builder, const Source *source, GError **error)
{
    Conllu c = {.builder = builder};
    bool done = rows_open(&c.rows, builder, source, error);
    words_init(&c.words, builder, &c.rows, source);
    brackets_init(&c.brackets, c.words.s, &c.rows);
    done = done && read_file(&c, error);
    brackets_clear(&c.brackets);
    words_clear(&c.words);
    rows_clear(&c.rows);
    return done;
}
