/* webanno_two.c - WebAnno TSV 2: numbered words, and tags in columns that the first line names, layer by layer. */
#include "coreference.h"
#include "format.h"
#include "layer.h"
#include "webanno.h"
#include "words.h"
#include <string.h>

/*     # de…NamedEntity | value # webanno.custom.Works | role | AttachTo=de…NamedEntity
 *     #id=1
 *     #text=Ms. Haag plays
 *     1-1    Ms.      B-PER        _       _
 *     1-2    Haag     I-PER|B-X    _       _
 *
 * A layer that may cover several words has B- and I-, another the bare value; "O" and "_" are nothing, "O-_" stands
 * where another of the stacked marks is meant. A relation stands at the word where it ends, with the number of the word
 * where it begins. */
enum { N_FIXED = 2, MOST_COLUMNS = 1000, MOST_STACKED = 64 };

typedef struct Layer {
    char *name;
    GPtrArray *feature;          /* char *, one a column; of a relation without the last */
    char *attach;                /* of a relation: the layer of its ends, whose column is the last; else NULL */
    int label;                   /* which feature, or -1 */
    bool passed_over;            /* of words, or between words */
    uint32_t open[MOST_STACKED]; /* marks that go on, by their place in the stack; STANDOFF_NONE */
} Layer;

typedef struct Pending { /* a relation whose ends may come later */
    uint32_t relation, layer;
    uint64_t from, to;
} Pending;

typedef struct Two {
    Rows rows;
    Words words;
    GPtrArray *layer; /* Layer */
    unsigned n_columns;
    GArray *pending;
    GHashTable *begun; /* "layer 1-2" → the first mark that begins there, plus one */
} Two;

static void layer_free(Layer *l)
{
    g_free(l->name);
    g_free(l->attach);
    g_ptr_array_free(l->feature, TRUE);
    g_free(l);
}

static void forget_open(Two *t)
{
    for (guint i = 0; i < t->layer->len; i++)
        for (unsigned k = 0; k < MOST_STACKED; k++)
            ((Layer *)t->layer->pdata[i])->open[k] = STANDOFF_NONE;
}

static void end_sentence(Two *t)
{
    forget_open(t);
    words_end_sentence(&t->words);
}

/* "name | feature | AttachTo=layer" */
static void add_layer(Two *t, const char *text)
{
    g_auto(GStrv) part = g_strsplit(text, "|", -1);
    if (t->n_columns + g_strv_length(part) > MOST_COLUMNS || !part[0] || !*g_strstrip(part[0])) {
        rows_report(&t->rows, DIAGNOSTIC_BAD_LINE, t->rows.line, "# name.of.Layer | feature | feature",
                    "this names no layer; the columns after it may be misread");
        return;
    }
    Layer *l = g_new0(Layer, 1);
    l->name = g_strdup(part[0]);
    l->feature = g_ptr_array_new_with_free_func(g_free);
    for (char **p = part + 1; *p; p++) {
        const char *name = g_strstrip(*p);
        if (g_str_has_prefix(name, "AttachTo=")) {
            g_free(l->attach);
            l->attach = g_strdup(name + strlen("AttachTo="));
        } else if (*name) {
            g_ptr_array_add(l->feature, g_strdup(name));
        }
    }
    l->label = l->feature->len ? layer_label_feature((const char *const *)l->feature->pdata, l->feature->len) : -1;
    l->passed_over = layer_is_of_words(l->name) || (l->attach && layer_is_of_words(l->attach));
    t->n_columns += l->feature->len + (l->attach != NULL);
    g_ptr_array_add(t->layer, l);
}

static void read_header(Two *t)
{
    g_autofree char *line = g_strndup(t->rows.line, (size_t)(t->rows.end - t->rows.line));
    g_auto(GStrv) layer = g_strsplit(line, "#", -1);
    for (char **l = layer + 1; *layer && *l; l++)
        add_layer(t, *l);
    forget_open(t);
}

static bool next_part(Cell *rest, Cell *part)
{
    if (!rest->at)
        return false;
    const char *bar = rest->n ? memchr(rest->at, '|', rest->n) : NULL;
    *part = (Cell){rest->at, bar ? (size_t)(bar - rest->at) : rest->n};
    *rest = bar ? (Cell){bar + 1, rest->n - part->n - 1} : (Cell){NULL, 0};
    return true;
}

/* A value of NULL is written as the layer's name and "_". */
static char *value_of(const Layer *l, Cell text)
{
    size_t n = strlen(l->name);
    if (text.n == 0 || (text.n == 1 && strchr("_O", *text.at)) || (text.n > n && memcmp(text.at, l->name, n) == 0))
        return NULL;
    return g_strndup(text.at, text.n);
}

static void note_begin(Two *t, const Layer *l, uint64_t unit, uint32_t mark)
{
    char *key = g_strdup_printf("%s %" G_GUINT64_FORMAT, l->name, unit);
    if (g_hash_table_contains(t->begun, key))
        g_free(key);
    else
        g_hash_table_insert(t->begun, key, GUINT_TO_POINTER(mark + 1));
}

/* One of the stacked values of a column at a word. fresh: the marks of this layer that begin at this word. */
static void read_value(Two *t, Layer *l, guint feature, unsigned k, Cell part, uint64_t unit, Span word,
                       uint32_t *fresh)
{
    char prefix = part.n > 1 && part.at[1] == '-' && strchr("BIO", *part.at) ? *part.at : 0;
    Cell text = prefix ? (Cell){part.at + 2, part.n - 2} : part;
    Place place = rows_place(&t->rows, part.at);
    if (prefix == 'O' || (prefix && cell_is(text, "_")))
        return;
    if (prefix == 'I' && fresh[k] == STANDOFF_NONE) {
        if (l->open[k] != STANDOFF_NONE) {
            standoff_mark(t->words.s, l->open[k])->span.end = word.end;
            return;
        }
        g_autofree char *shown = cell_shown(part);
        rows_report(&t->rows, DIAGNOSTIC_BAD_TAG, part.at, NULL, "the tag \"%s\" goes on with nothing", shown);
    }
    if (fresh[k] == STANDOFF_NONE) {
        StandoffMark mark = {.label = layer_short_name(l->name), .span = word, .cert = CERT_UNSTATED, .place = place};
        fresh[k] = standoff_add_mark(t->words.s, &mark);
        l->open[k] = prefix ? fresh[k] : STANDOFF_NONE;
        note_begin(t, l, unit, fresh[k]);
    }
    g_autofree char *value = value_of(l, text);
    if (value)
        webanno_set_feature(t->words.s, fresh[k], (int)feature == l->label ? NULL : l->feature->pdata[feature], value,
                            place);
}

static void read_spans(Two *t, Layer *l, const Cell *cell, uint64_t unit, Span word)
{
    uint32_t fresh[MOST_STACKED];
    for (unsigned k = 0; k < MOST_STACKED; k++)
        fresh[k] = STANDOFF_NONE;
    for (guint f = 0; f < l->feature->len; f++) {
        Cell rest = cell[f], part;
        unsigned k = 0;
        if (!cell_is(cell[f], "O") && !cell_is(cell[f], "_") && cell[f].n)
            for (; k < MOST_STACKED && next_part(&rest, &part); k++)
                read_value(t, l, f, k, part, unit, word, fresh);
        for (; k < MOST_STACKED && f == 0; k++)
            l->open[k] = STANDOFF_NONE;
    }
}

/* Features and, in the last column, where each relation begins. */
static void read_relations(Two *t, guint row, const Cell *cell, uint64_t unit)
{
    const Layer *l = t->layer->pdata[row];
    Cell rest = cell[l->feature->len], from, nothing, label = {0};
    Cell labels = l->label >= 0 ? cell[l->label] : (Cell){0};
    while (!cell_is(cell[l->feature->len], "_") && next_part(&rest, &from)) {
        Pending p = {.layer = row, .to = unit};
        bool labelled = next_part(&labels, &label);
        g_autofree char *value = labelled ? value_of(l, label) : NULL;
        if (!webanno_read_unit(from, &p.from, &nothing) || nothing.n) {
            g_autofree char *shown = cell_shown(from);
            rows_report(&t->rows, DIAGNOSTIC_BAD_LINE, from.at, "where a relation comes from is written 4-16",
                        "\"%s\" is no end of a relation; it is passed over", shown);
            continue;
        }
        p.relation =
            standoff_add_relation(t->words.s, &(StandoffRelation){.label = value ? value : layer_short_name(l->name),
                                                                  .place = rows_place(&t->rows, from.at)});
        g_array_append_val(t->pending, p);
    }
}

static void read_row(Two *t)
{
    unsigned wanted = t->n_columns + N_FIXED;
    g_autofree Cell *cell = g_new0(Cell, wanted + 1);
    unsigned n = rows_split(&t->rows, true, cell, wanted + 1);
    uint64_t unit;
    Cell rest;
    if (n != wanted && !(n == wanted + 1 && cell[wanted].n == 0))
        rows_report(&t->rows, DIAGNOSTIC_BAD_ROW, t->rows.end,
                    rows_is_cut(&t->rows) ? "the file ends in the middle of a row: fetch it again"
                                          : "a column for every feature of the header, separated by one tab each",
                    "%u columns where the header has %u", n, wanted);
    if (n < N_FIXED || cell[1].n == 0)
        return;
    if (!webanno_read_unit(cell[0], &unit, &rest) || rest.n) {
        g_autofree char *shown = cell_shown(cell[0]);
        rows_report(&t->rows, DIAGNOSTIC_BAD_ROW, cell[0].at, "the second word of the first sentence is 1-2",
                    "\"%s\" is no number of a word; the row is passed over", shown);
        return;
    }
    Span word = words_add(&t->words, cell[1], true);
    const Cell *at = cell + N_FIXED;
    for (guint i = 0; i < t->layer->len; i++) {
        Layer *l = t->layer->pdata[i];
        if (!l->passed_over && l->attach)
            read_relations(t, i, at, unit);
        else if (!l->passed_over)
            read_spans(t, l, at, unit, word);
        at += l->feature->len + (l->attach != NULL);
    }
}

/* Does the line begin with the number of a word and a tab? Sentences may break into lines that do not. */
static bool is_row(const Rows *r)
{
    const char *tab = memchr(r->line, '\t', (size_t)(r->end - r->line));
    uint64_t unit;
    Cell rest;
    return tab &&
           (webanno_read_unit((Cell){r->line, (size_t)(tab - r->line)}, &unit, &rest) || g_ascii_isdigit(*r->line));
}

static void read_lines(Two *t)
{
    while (rows_next(&t->rows)) {
        Cell name, value;
        const char *line = t->rows.line;
        bool sharp =
            line < t->rows.end && (*line == '#' || (line[0] == ' ' && line + 1 < t->rows.end && line[1] == '#'));
        if (line == t->rows.end) {
            end_sentence(t);
        } else if (sharp && t->words.s->text->len == 0 && g_strstr_len(line, t->rows.end - line, " | ") &&
                   !g_str_has_prefix(line, "#text=")) {
            read_header(t);
        } else if (sharp && *line == '#') {
            words_split_comment(&t->rows, &name, &value);
            if (cell_is(name, "text") || cell_is(name, "id"))
                end_sentence(t);
            if (cell_is(name, "text"))
                words_expect(&t->words, value);
        } else if (is_row(&t->rows)) {
            read_row(t);
        }
    }
    end_sentence(t);
}

static uint32_t find_begun(const Two *t, const char *layer, uint64_t unit)
{
    g_autofree char *key = g_strdup_printf("%s %" G_GUINT64_FORMAT, layer, unit);
    gpointer known = g_hash_table_lookup(t->begun, key);
    return known ? GPOINTER_TO_UINT(known) - 1 : STANDOFF_NONE;
}

static void resolve(Two *t)
{
    Standoff *s = t->words.s;
    for (guint i = 0; i < t->pending->len; i++) {
        const Pending *p = &g_array_index(t->pending, Pending, i);
        const Layer *l = t->layer->pdata[p->layer];
        StandoffRelation *relation = &g_array_index(s->relation, StandoffRelation, p->relation);
        uint32_t from = find_begun(t, l->attach, p->from), to = find_begun(t, l->attach, p->to);
        if (from == STANDOFF_NONE || to == STANDOFF_NONE) {
            uint64_t lost = from == STANDOFF_NONE ? p->from : p->to;
            diagnostics_add(t->rows.diagnostics, DIAGNOSTIC_UNKNOWN_ID, relation->place, NULL,
                            "nothing of layer %s begins at %u-%u; what refers to it is left out",
                            layer_short_name(l->attach), (unsigned)(lost >> 40), (unsigned)(lost >> 16 & 0xFFFFFF));
            continue;
        }
        relation->from = anchor_mark(from);
        relation->to = anchor_mark(to);
    }
}

bool webanno_two_read(Builder *builder, const Source *source, GError **error)
{
    Two t = {.layer = g_ptr_array_new_with_free_func((GDestroyNotify)layer_free),
             .pending = g_array_new(FALSE, FALSE, sizeof(Pending)),
             .begun = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    bool done = rows_open(&t.rows, builder, source, error);
    words_init(&t.words, builder, &t.rows, source);
    if (done) {
        t.words.n_begun = 1;
        read_lines(&t);
        resolve(&t);
        done = words_finish(&t.words, error);
    }
    words_clear(&t.words);
    rows_clear(&t.rows);
    g_ptr_array_free(t.layer, TRUE);
    g_array_free(t.pending, TRUE);
    g_hash_table_destroy(t.begun);
    return done;
}

/* A first line of layers with features, then sentences that begin with their number. */
bool webanno_two_is(const char *head, size_t n)
{
    if (n >= 3 && memcmp(head, "\xEF\xBB\xBF", 3) == 0) {
        head += 3;
        n -= 3;
    }
    const char *end = n ? memchr(head, '\n', n) : NULL;
    size_t line = end ? (size_t)(end - head) : 0;
    bool named = line > 3 && (g_str_has_prefix(head, " # ") || g_str_has_prefix(head, "# ")) &&
                 g_strstr_len(head, (gssize)line, " | ") && !memchr(head, '\t', line);
    return named &&
           (g_strstr_len(end, (gssize)(n - line), "\n#id=") || g_strstr_len(end, (gssize)(n - line), "\n#text="));
}
