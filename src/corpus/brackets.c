/* brackets.c - marks written as brackets round words: coreference in CoNLL, Entity= in CoNLL-U. */
#include "brackets.h"
#include <string.h>

enum { MOST_OPEN = 1000, MOST_FIELDS = 32 };

typedef struct Open {
    Cell body, id;
    uint32_t mark;
} Open;

void brackets_init(Brackets *b, Standoff *s, const Rows *rows)
{
    *b = (Brackets){.s = s, .rows = rows, .open = g_array_new(FALSE, FALSE, sizeof(Open))};
}

void brackets_clear(Brackets *b) { g_array_free(b->open, TRUE); }

/* What stands between hyphens; the last of many takes the rest. */
static unsigned split(Cell body, Cell field[MOST_FIELDS])
{
    unsigned n = 0;
    const char *at = body.at, *end = body.at + body.n;
    for (;;) {
        const char *stop = n < MOST_FIELDS - 1 ? memchr(at, '-', (size_t)(end - at)) : NULL;
        field[n++] = (Cell){at, (size_t)((stop ? stop : end) - at)};
        if (!stop)
            return n;
        at = stop + 1;
    }
}

void brackets_set_fields(Brackets *b, Cell names)
{
    Cell field[MOST_FIELDS];
    b->n_fields = split(names, field);
    b->id = b->type = b->identity = -1;
    for (unsigned i = 0; i < b->n_fields; i++) {
        if (cell_is(field[i], "GRP") || cell_is(field[i], "eid"))
            b->id = (int)i;
        else if (cell_is(field[i], "etype") || cell_is(field[i], "entity"))
            b->type = (int)i;
        else if (cell_is(field[i], "identity"))
            b->identity = (int)i;
    }
}

static bool is_number(Cell f)
{
    uint32_t number;
    return cell_number(f, UINT32_MAX, &number);
}

/* Which field is what, where the file does not tell: "12", "person-1", "place-3-Mecca", "1-person-…-Title". */
static void guess(unsigned n, const Cell *field, int *id, int *type, int *identity)
{
    bool id_first = n == 1 || is_number(field[0]);
    *id = id_first ? 0 : 1;
    *type = n == 1 ? -1 : id_first ? 1 : 0;
    *identity = n == 3 ? 2 : -1;
}

/* The title of a page of Wikipedia as a name: "Washington%2C_D.C." → "Washington, D.C."; NULL for none. */
static char *read_title(Cell f)
{
    if (f.n == 0 || cell_is(f, "_") || cell_is(f, "*"))
        return NULL;
    g_autofree char *title = g_uri_unescape_segment(f.at, f.at + f.n, NULL);
    if (!title || !g_utf8_validate(title, -1, NULL))
        return g_strdelimit(g_strndup(f.at, f.n), "_", ' ');
    return g_strdelimit(g_steal_pointer(&title), "_", ' ');
}

static char *copy(const Cell *field, unsigned n, int i)
{
    return i >= 0 && (unsigned)i < n ? g_strndup(field[i].at, field[i].n) : NULL;
}

static void open_bracket(Brackets *b, Cell body, Span word, bool stays)
{
    Cell field[MOST_FIELDS];
    unsigned n = split(body, field);
    int id = b->id, type = b->type, identity = b->identity;
    if (b->n_fields == 0)
        guess(n, field, &id, &type, &identity);
    g_autofree char *chain = copy(field, n, id), *label = copy(field, n, type);
    g_autofree char *name = identity >= 0 && (unsigned)identity < n ? read_title(field[identity]) : NULL;
    if (body.n == 0 || b->open->len >= MOST_OPEN) {
        rows_report(b->rows, DIAGNOSTIC_UNBALANCED, body.at - 1, NULL,
                    body.n ? "more than %d brackets are open here; it is passed over" : "a bracket opens nothing",
                    MOST_OPEN);
        return;
    }
    uint32_t mark = standoff_add_mark(b->s, &(StandoffMark){.label = label && *label ? label : NULL,
                                                            .chain = chain && *chain ? chain : NULL,
                                                            .name = name,
                                                            .span = word,
                                                            .cert = CERT_UNSTATED,
                                                            .place = rows_place(b->rows, body.at - 1)});
    Open open = {body, id >= 0 && (unsigned)id < n ? field[id] : body, mark};
    if (stays)
        g_array_append_val(b->open, open);
}

static bool same(Cell a, Cell b) { return a.n == b.n && memcmp(a.at, b.at, a.n) == 0; }

static void close_bracket(Brackets *b, Cell body, Span word)
{
    for (guint i = b->open->len; i-- > 0;) {
        const Open *open = &g_array_index(b->open, Open, i);
        if (!same(open->body, body) && !same(open->id, body))
            continue;
        Span *span = &standoff_mark(b->s, open->mark)->span;
        span->end = MAX(span->begin, word.end);
        while (span->begin < span->end && b->s->text->str[span->begin] == ' ') /* opened by an empty node */
            span->begin++;
        g_array_remove_index(b->open, i);
        return;
    }
    g_autofree char *shown = cell_shown(body);
    rows_report(b->rows, DIAGNOSTIC_UNBALANCED, body.at, NULL, "\"%s)\" closes what is not open", shown);
}

void brackets_read(Brackets *b, Cell cell, Span word)
{
    const char *at = cell.at, *end = cell.at + cell.n;
    while (at < end) {
        if (*at == '|' || *at == ' ') {
            at++;
            continue;
        }
        bool opens = *at == '(';
        const char *from = at + opens, *stop = from;
        while (stop < end && !strchr("()|", *stop))
            stop++;
        bool closes = stop < end && *stop == ')';
        Cell body = {from, (size_t)(stop - from)};
        at = closes ? stop + 1 : stop;
        if (opens) {
            open_bracket(b, body, word, !closes);
        } else if (closes) {
            close_bracket(b, body, word);
        } else {
            g_autofree char *shown = cell_shown(body);
            rows_report(b->rows, DIAGNOSTIC_UNBALANCED, from, NULL, "\"%s\" is no bracket", shown);
            at += at == from; /* a NUL */
        }
    }
}

void brackets_end(Brackets *b)
{
    for (guint i = 0; i < b->open->len; i++) {
        const Open *open = &g_array_index(b->open, Open, i);
        StandoffMark *m = standoff_mark(b->s, open->mark);
        g_autofree char *shown = cell_shown(open->body);
        diagnostics_add(b->rows->diagnostics, DIAGNOSTIC_UNBALANCED, m->place, NULL,
                        "\"(%s\" is not closed before the document ends", shown);
        m->dropped = true;
    }
    g_array_set_size(b->open, 0);
}
