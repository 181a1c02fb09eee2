/* conll.c - CoNLL columns: a word a row, with a tag (IOB1, IOB2, BIOES, BILOU) or brackets of coreference. */
#include "conll.h"
#include "brackets.h"
#include "coreference.h"
#include "failure.h"
#include "format.h"
#include "words.h"
#include <string.h>

typedef struct Conll {
    Builder *builder;
    const Source *source;
    Rows rows;
    Words words;
    ConllLayout layout;
    TagRun tags;
    Brackets chains;
    uint32_t name;   /* CoNLL-2012: mark of the name that is open, or STANDOFF_NONE */
    uint32_t number; /* of the word before */
} Conll;

static void end_sentence(Conll *c)
{
    tag_run_end(&c->tags);
    c->name = STANDOFF_NONE;
    c->number = 0;
    words_end_sentence(&c->words);
}

static void end_document(Conll *c)
{
    end_sentence(c);
    brackets_end(&c->chains);
    if (c->layout.chain >= 0 && (c->layout.name >= 0 || c->layout.tag >= 0))
        coreference_join(c->words.s);
}

/* "(bc/cctv_0001); part 002" is a document of its own, "… part 000" is the first. */
static bool begin_document(Conll *c, const Cell *field, unsigned n, GError **error)
{
    Cell name, part;
    conll_begins_document(&c->rows, field, n, &name, &part);
    end_document(c);
    uint32_t number = 0;
    if (cell_number(part, UINT32_MAX, &number) && number > 0) {
        g_autofree char *id = g_strdup_printf("%.*s-%u", (int)MIN(name.n, 1000), name.at, number);
        return words_begin_document(&c->words, (Cell){id, strlen(id)}, error);
    }
    return words_begin_document(&c->words, name, error);
}

/* "(PERSON*", "*)", "(GPE)", "*": names do not nest. */
static void read_name(Conll *c, Cell cell, Span word)
{
    Standoff *s = c->words.s;
    bool closes = cell.n && cell.at[cell.n - 1] == ')';
    if (cell.n && *cell.at == '(') {
        size_t n = 1;
        while (n < cell.n && cell.at[n] != '*' && cell.at[n] != ')')
            n++;
        g_autofree char *label = g_strndup(cell.at + 1, n - 1);
        c->name = standoff_add_mark(
            s, &(StandoffMark){
                   .label = label, .span = word, .cert = CERT_UNSTATED, .place = rows_place(&c->rows, cell.at)});
    } else if (c->name != STANDOFF_NONE) {
        standoff_mark(s, c->name)->span.end = word.end;
    } else if (closes) {
        rows_report(&c->rows, DIAGNOSTIC_UNBALANCED, cell.at, NULL, "a name is closed that is not open");
    }
    if (closes)
        c->name = STANDOFF_NONE;
}

/* The tag of a row that has too few or too many fields: its last, if that is one. */
static Cell find_tag(const Conll *c, const Cell *field, unsigned n)
{
    unsigned tag = (unsigned)c->layout.tag;
    if (n == c->layout.n_columns)
        return field[tag];
    Tag last = tag_read(field[n - 1]);
    bool plausible = n > 1 && (last.prefix || c->layout.scheme == SCHEME_BARE);
    return tag == c->layout.n_columns - 1 && plausible ? field[n - 1] : (Cell){field[n - 1].at, 0};
}

static Cell find_word(const Conll *c, const Cell *field, unsigned n)
{
    unsigned token = (unsigned)c->layout.token;
    if (c->layout.n_columns == 2 && n > 2 && token == 0) /* a word with blanks in it */
        return (Cell){field[0].at, (size_t)(field[n - 2].at + field[n - 2].n - field[0].at)};
    return token < n ? field[token] : (Cell){0};
}

static void report_width(const Conll *c, const Cell *field, unsigned n)
{
    const ConllLayout *l = &c->layout;
    const char *at = n > l->n_columns ? field[MIN(l->n_columns, CONLL_MOST_COLUMNS - 1)].at : c->rows.end;
    const char *help = rows_is_cut(&c->rows) ? "the file ends in the middle of a row: fetch it again"
                       : n < l->n_columns    ? "a word and all that is said of it stand on one line"
                       : l->tabs             ? "columns are separated by one tab each"
                                             : "columns are separated by blanks: a word holds none";
    rows_report(&c->rows, DIAGNOSTIC_BAD_ROW, at, help, "%u column%s where the file has %u", n, n == 1 ? "" : "s",
                l->n_columns);
}

static void read_row(Conll *c, const Cell *field, unsigned n)
{
    const ConllLayout *l = &c->layout;
    uint32_t number = 0;
    if (n != l->n_columns && !l->varies)
        report_width(c, field, n);
    n = MIN(n, CONLL_MOST_COLUMNS);
    Cell form = find_word(c, field, n);
    if (form.n == 0) {
        if (n == l->n_columns)
            rows_report(&c->rows, DIAGNOSTIC_BAD_ROW, field[0].at, NULL, "the row has no word; it is passed over");
        return;
    }
    if (l->numbered && cell_number(field[0], UINT32_MAX, &number)) {
        if (number < c->number)
            end_sentence(c);
        c->number = number;
    }
    Span word = words_add(&c->words, form, true);
    if (l->tag >= 0)
        tag_run_add(&c->tags, find_tag(c, field, n), word);
    if (l->name >= 0 && (unsigned)l->name < n)
        read_name(c, field[l->name], word);
    Cell chain = field[n - 1];
    if (l->chain >= 0 && (n == l->n_columns || l->varies) && !cell_is(chain, "_") && !cell_is(chain, "-"))
        brackets_read(&c->chains, chain, word);
}

static bool read_line(Conll *c, GError **error)
{
    Cell field[CONLL_MOST_COLUMNS], name, value;
    unsigned n;
    switch (conll_line(&c->layout, &c->rows, field, &n)) {
    case CONLL_BLANK:
        end_sentence(c);
        return true;
    case CONLL_DOCUMENT:
        return begin_document(c, field, MIN(n, CONLL_MOST_COLUMNS), error);
    case CONLL_COMMENT:
        words_split_comment(&c->rows, &name, &value);
        if (words_read_comment(&c->words, name, value))
            tag_run_end(&c->tags);
        return true;
    case CONLL_ROW:
        c->words.n_begun = MAX(c->words.n_begun, 1); /* a file need not say that its first document begins */
        read_row(c, field, n);
    }
    return true;
}

/* No column of tags: a failure when the user named the file, else it is passed over. */
static bool refuse(const Conll *c, GError **error)
{
    Place place = {c->rows.path, 0, 0};
    if (c->source->direct)
        failure_set(error, ERROR_IO, place, "unknown-format",
                    "a row is a word and, in the last column, O, B-PER, I-PER … or brackets such as (12",
                    "no column holds tags");
    else
        diagnostics_add(c->builder->diagnostics, DIAGNOSTIC_UNKNOWN_FORMAT, place, NULL,
                        "no column holds tags; the file is passed over");
    return !c->source->direct;
}

static bool read_file(Conll *c, GError **error)
{
    if (!conll_layout_find(&c->layout, &c->rows))
        return refuse(c, error);
    tag_run_init(&c->tags, c->words.s, &c->rows, c->layout.scheme);
    c->words.several = c->layout.n_documents > 1;
    c->words.no_sentences = !c->layout.has_sentences && !c->layout.numbered;
    c->name = STANDOFF_NONE;
    while (rows_next(&c->rows)) {
        if (!read_line(c, error))
            return false;
    }
    end_document(c);
    return words_finish(&c->words, error);
}

bool conll_read(Builder *builder, const Source *source, GError **error)
{
    Conll c = {.builder = builder, .source = source};
    bool done = rows_open(&c.rows, builder, source, error);
    words_init(&c.words, builder, &c.rows, source);
    brackets_init(&c.chains, c.words.s, &c.rows);
    done = done && read_file(&c, error);
    brackets_clear(&c.chains);
    words_clear(&c.words);
    rows_clear(&c.rows);
    return done;
}
