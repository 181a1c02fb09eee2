/* conll_layout.c - which column of a CoNLL file holds the words, which the tags, and by which scheme. */
#include "conll.h"
#include "words.h"
#include <string.h>

enum { HEAD_ROWS = 200 };

/* What occurs in a column. */
typedef struct Column {
    unsigned n, n_number, n_outside, n_prefixed, n_bare, n_none, n_bracket, n_star;
} Column;

typedef struct Sample {
    Column column[CONLL_MOST_COLUMNS], last;
    unsigned n_rows, n_of[CONLL_MOST_COLUMNS + 1];
    TagUse use;  /* of the column that is thought to hold tags */
    bool single; /* widths and columns in one look */
    bool unsure; /* a line is another thing before and after the width is known */
} Sample;

static bool is_outside(Cell f) { return cell_is(f, "O"); }

static bool is_prefixed(Cell f)
{
    Tag tag = tag_read(f);
    return tag.prefix && tag.prefix != 'O' && (f.n == 1 || tag.type.at == f.at + 2);
}

/* "PERSON", "GPE": what tools write that know no B-. */
static bool is_bare(Cell f)
{
    for (size_t i = 0; i < f.n; i++) {
        if (!g_ascii_isupper(f.at[i]) && f.at[i] != '_')
            return false;
    }
    return f.n > 1 && f.n < 32;
}

static bool is_bracket(Cell f)
{
    if (f.n < 2 || (f.at[0] != '(' && f.at[f.n - 1] != ')'))
        return false;
    for (size_t i = 0; i < f.n; i++) {
        if (g_ascii_isalnum(f.at[i]))
            return true;
    }
    return false;
}

static bool is_star(Cell f) { return memchr(f.at, '*', f.n) || (f.n > 2 && f.at[0] == '(' && f.at[f.n - 1] == ')'); }

static void add_cell(Column *c, Cell f)
{
    uint32_t number;
    char only = f.n == 1 ? *f.at : '\0';
    c->n++;
    c->n_number += cell_number(f, UINT32_MAX, &number);
    c->n_outside += only == 'O';
    c->n_none += only == '_' || only == '-' || only == '*';
    if (f.n < 2) { /* most cells, and no more to be seen in them */
        c->n_prefixed += only == 'B' || only == 'I';
        c->n_star += only == '*';
        return;
    }
    c->n_prefixed += is_prefixed(f);
    c->n_bare += is_bare(f);
    c->n_bracket += is_bracket(f);
    c->n_star += is_star(f);
}

ConllLine conll_line(const ConllLayout *l, const Rows *r, Cell *field, unsigned *n_fields)
{
    *n_fields = rows_split(r, l->tabs, field, CONLL_MOST_COLUMNS);
    if (l->tabs && *n_fields == 1)
        *n_fields = rows_split(r, false, field, CONLL_MOST_COLUMNS);
    unsigned n = MIN(*n_fields, CONLL_MOST_COLUMNS);
    Cell name, part;
    if (n == 0 || (n == 1 && field[0].n == 0))
        return CONLL_BLANK;
    bool hash = *r->line == '#';
    bool tagged = n > 1 && (is_outside(field[n - 1]) || is_prefixed(field[n - 1]));
    bool row = l->tabs ? memchr(r->line, '\t', (size_t)(r->end - r->line)) != NULL : tagged;
    if (hash && row && (l->n_columns == 0 || *n_fields == l->n_columns))
        return CONLL_ROW;
    if (conll_begins_document(r, field, n, &name, &part))
        return CONLL_DOCUMENT;
    return hash ? CONLL_COMMENT : CONLL_ROW;
}

bool conll_begins_document(const Rows *r, const Cell *field, unsigned n, Cell *name, Cell *part)
{
    Cell key;
    *name = *part = (Cell){0};
    if (n && field[0].n >= 10 && memcmp(field[0].at, "-DOCSTART-", 10) == 0)
        return true;
    if (*r->line != '#')
        return false;
    words_split_comment(r, &key, name);
    if (cell_is(key, "newdoc id") || cell_is(key, "newdoc"))
        return true;
    static const char begin[] = "begin document";
    if (key.n < sizeof begin - 1 || memcmp(key.at, begin, sizeof begin - 1) != 0)
        return false;
    const char *at = key.at + sizeof begin - 1, *end = r->end;
    while (at < end && (*at == ' ' || *at == '('))
        at++;
    const char *stop = at;
    while (stop < end && !strchr(") \t;", *stop))
        stop++;
    *name = (Cell){at, (size_t)(stop - at)};
    const char *last = end;
    while (last > stop && g_ascii_isdigit(last[-1]))
        last--;
    *part = (Cell){last, (size_t)(end - last)};
    return true;
}

/* Rows of another width are wrong and tell nothing of the columns. */
static void add_row(Sample *s, const Cell *field, unsigned n, unsigned wanted)
{
    for (unsigned i = 0; i < n && n == wanted; i++)
        add_cell(&s->column[i], field[i]);
    if (wanted)
        add_cell(&s->last, field[n - 1]);
    if (!wanted || s->single)
        s->n_of[n]++;
    s->n_rows++;
}

/* Nearly all: a file may have a few rows that are wrong, and they are to be told. */
static bool nearly(unsigned part, unsigned all) { return all > 0 && (uint64_t)part * 20 >= (uint64_t)all * 19; }

static int find_tags(const Sample *s, unsigned n_columns)
{
    for (unsigned i = n_columns; i-- > 0;) {
        const Column *c = &s->column[i];
        if (c->n_prefixed && nearly(c->n_prefixed + c->n_outside, c->n))
            return (int)i;
    }
    for (unsigned i = n_columns; i-- > 1;) {
        const Column *c = &s->column[i];
        if (c->n_outside * 4 >= c->n && nearly(c->n_outside + c->n_bare, c->n))
            return (int)i;
    }
    return -1;
}

static bool find_columns(ConllLayout *l, const Sample *s)
{
    const Column *c = s->column;
    unsigned n = l->n_columns;
    l->token = l->tag = l->name = l->chain = -1;
    if (n < 2)
        return false;
    l->varies = n >= 11 && c[1].n_number == c[1].n && c[2].n_number == c[2].n;
    if (s->last.n_bracket && nearly(s->last.n_bracket + s->last.n_none, s->last.n))
        l->chain = (int)n - 1;
    if (l->varies && nearly(c[10].n_star, c[10].n))
        l->name = 10;
    if (l->name < 0)
        l->tag = find_tags(s, n);
    l->numbered = n > 2 && l->tag != 1 && c[0].n_number == c[0].n;
    l->token = l->varies ? 3 : l->tag == 0 || l->numbered ? 1 : 0;
    return l->tag >= 0 || l->chain >= 0 || l->name >= 0;
}

/* Does a line before the first plain row read as a row, with tabs or without? */
static bool is_early_row(const ConllLayout *l, const Rows *r, ConllLine kind)
{
    Cell field[CONLL_MOST_COLUMNS];
    unsigned n;
    ConllLayout blank = *l;
    blank.tabs = false;
    blank.n_columns = 0;
    return kind == CONLL_ROW || conll_line(&blank, r, field, &n) == CONLL_ROW;
}

/* Does a line that begins with # read as a row only as long as the width is not known? */
static bool is_row_of_another_width(const ConllLayout *l, const Rows *r, ConllLine kind)
{
    Cell field[CONLL_MOST_COLUMNS];
    unsigned n;
    ConllLayout any = *l;
    any.n_columns = 0;
    return *r->line == '#' && kind != CONLL_ROW && conll_line(&any, r, field, &n) == CONLL_ROW;
}

/* One look at the rows: how wide they are and, once that is known, what is in the columns. Documents and ends of
 * sentences are counted beside, and how the column is used that is thought to hold tags. */
static void take_sample(ConllLayout *l, Rows *r, Sample *s, unsigned most)
{
    Cell field[CONLL_MOST_COLUMNS];
    unsigned n, wanted = l->n_columns;
    bool blank = false, rows_before = false, first = true;
    l->n_documents = s->n_rows = 0;
    while (rows_next(r) && s->n_rows < most) {
        bool early = first;
        if (first && r->line < r->end && *r->line != '#' && *r->line != '-') {
            l->tabs = memchr(r->line, '\t', (size_t)(r->end - r->line)) != NULL;
            early = first = false;
        }
        ConllLine kind = conll_line(l, r, field, &n);
        if (s->single && ((early && is_early_row(l, r, kind)) || is_row_of_another_width(l, r, kind)))
            s->unsure = true;
        if (kind == CONLL_ROW)
            add_row(s, field, MIN(n, CONLL_MOST_COLUMNS), wanted);
        if (kind == CONLL_ROW && n == wanted && l->tag >= 0)
            tag_use_add(&s->use, tag_read(field[l->tag]));
        else if (kind != CONLL_COMMENT)
            s->use.after = false;
        l->n_documents += kind == CONLL_DOCUMENT;
        l->has_sentences |= kind == CONLL_ROW && blank && rows_before;
        rows_before = (rows_before && kind != CONLL_DOCUMENT) || kind == CONLL_ROW;
        blank = kind == CONLL_BLANK || (blank && kind == CONLL_COMMENT);
    }
    rows_rewind(r);
}

static unsigned usual_width(const Sample *s)
{
    unsigned n = 1;
    for (unsigned i = 1; i <= CONLL_MOST_COLUMNS; i++)
        n = s->n_of[i] > s->n_of[n] ? i : n;
    return n;
}

static bool look(ConllLayout *l, Rows *r, Sample *s, unsigned most)
{
    take_sample(l, r, s, most);
    l->n_columns = usual_width(s);
    take_sample(l, r, s, most);
    return find_columns(l, s);
}

/* Holds what the first rows make one think against all of them, in a single look; false where it does not hold, or no
 * single look can tell. */
static bool holds(ConllLayout *l, Rows *r, Sample *s)
{
    ConllLayout thought = *l;
    l->has_sentences = false;
    *s = (Sample){.single = true};
    take_sample(l, r, s, UINT32_MAX);
    return !s->unsure && l->tabs == thought.tabs && usual_width(s) == thought.n_columns && find_columns(l, s) &&
           l->tag == thought.tag;
}

static Scheme find_scheme(const ConllLayout *l, Rows *r)
{
    Sample s = {0};
    ConllLayout known = *l;
    take_sample(&known, r, &s, UINT32_MAX);
    return tag_use_scheme(&s.use);
}

bool conll_layout_find(ConllLayout *l, Rows *r)
{
    Sample sample = {0};
    Diagnostics *told = r->diagnostics;
    g_autoptr(Diagnostics) unheard = diagnostics_new(); /* what is wrong with lines is told when they are read */
    r->diagnostics = unheard;
    *l = (ConllLayout){.tag = -1};
    bool found = look(l, r, &sample, HEAD_ROWS), all = sample.n_rows < HEAD_ROWS;
    bool once = !all && found && holds(l, r, &sample);
    if (!all && !once) {
        sample = (Sample){0};
        *l = (ConllLayout){.tag = -1};
        found = look(l, r, &sample, UINT32_MAX);
    }
    if (l->tag >= 0)
        l->scheme = once ? tag_use_scheme(&sample.use) : find_scheme(l, r);
    r->diagnostics = told;
    return found;
}

bool conll_is(const char *head, size_t n)
{
    g_autoptr(GString) bytes = g_string_new_len(head, (gssize)n);
    g_autoptr(Diagnostics) unheard = diagnostics_new();
    Rows rows = {.diagnostics = unheard, .path = "", .bytes = bytes};
    ConllLayout layout = {.tag = -1};
    Sample sample = {0};
    if (memchr(head, '\0', n))
        return false;
    char *last = strrchr(bytes->str, '\n'); /* the line that the head cuts off tells nothing */
    if (last && n > 1024)
        g_string_truncate(bytes, (gsize)(last + 1 - bytes->str));
    rows_rewind(&rows);
    return look(&layout, &rows, &sample, HEAD_ROWS) && sample.n_rows > 1 &&
           nearly(sample.n_of[layout.n_columns], layout.varies ? 1 : sample.n_rows);
}
