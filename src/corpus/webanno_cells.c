/* webanno_cells.c - what a row of WebAnno TSV says: marks, stacked ones too, relations, slots and chains. */
#include "layer.h"
#include "utf8.h"
#include "webanno.h"
#include <stdlib.h>
#include <string.h>

enum { MOST_STACKED = 256, MOST_ID = (1 << 24) - 1, MOST_PART = (1 << 16) - 1 };

/* One of the values of a cell, "PER[3]" in "PER[3]|LOC[4]". */
typedef struct Value {
    Cell text;   /* without the id; still escaped */
    uint32_t id; /* 0: none */
} Value;

typedef struct Row {
    Webanno *w;
    uint64_t unit;
    Span span;
    unsigned layer;
    const WebannoLayer *l;
    const Cell *cell; /* of the layer's first column */
} Row;

bool webanno_read_unit(Cell f, uint64_t *unit, Cell *rest)
{
    uint64_t number[3] = {0, 0, 0};
    size_t at = 0;
    static const uint64_t most[] = {MOST_ID, MOST_ID, MOST_PART};
    for (unsigned i = 0; i < 3; i++) {
        size_t begin = at;
        for (; at < f.n && g_ascii_isdigit(f.at[at]) && at - begin < 9; at++)
            number[i] = number[i] * 10 + (uint64_t)(f.at[at] - '0');
        if (at == begin || number[i] > most[i])
            return false;
        if (i < 2 && (at == f.n || f.at[at] != "-."[i])) {
            if (i == 0)
                return false;
            break;
        }
        at += i < 2;
    }
    *unit = number[0] << 40 | number[1] << 16 | number[2];
    *rest = (Cell){f.at + at, f.n - at};
    return true;
}

char *webanno_unescape(Cell f)
{
    GString *text = g_string_sized_new(f.n);
    for (size_t i = 0; i < f.n; i++) {
        char c = f.at[i];
        if (c == '\\' && i + 1 < f.n) {
            static const char from[] = "tnrfb", to[] = "\t\n\r\f\b";
            c = f.at[++i];
            const char *known = c ? strchr(from, c) : NULL;
            c = known ? to[known - from] : c;
        }
        if (c)
            g_string_append_c(text, c);
    }
    return g_string_free(text, FALSE);
}

static bool is_none(Cell f) { return f.n == 0 || cell_is(f, "_"); }
static bool is_null(Cell f) { return cell_is(f, "*") || is_none(f); }

/* What stands before an unescaped separator; *at then stands after it, or at the end. false: nothing is left. */
static bool next_part(const char **at, const char *end, char separator, Cell *part)
{
    if (*at > end)
        return false;
    const char *c = *at;
    while (c < end && *c != separator)
        c += *c == '\\' && c + 1 < end ? 2 : 1;
    *part = (Cell){*at, (size_t)(c - *at)};
    *at = c + 1;
    return true;
}

static bool is_escaped(Cell f, size_t at)
{
    size_t n = 0;
    while (at > n && f.at[at - n - 1] == '\\')
        n++;
    return n % 2 == 1;
}

/* "PER[3]" → "PER", 3 */
static Value read_value(Cell part)
{
    Value value = {part, 0};
    uint32_t id;
    if (part.n < 3 || part.at[part.n - 1] != ']' || is_escaped(part, part.n - 1))
        return value;
    size_t open = part.n - 1;
    while (open > 0 && part.at[open] != '[')
        open--;
    if (part.at[open] == '[' && !is_escaped(part, open) &&
        cell_number((Cell){part.at + open + 1, part.n - open - 2}, MOST_ID, &id))
        value = (Value){{part.at, open}, id};
    return value;
}

/* The stacked values of a cell; more than 256 are not read. */
static unsigned read_values(Cell f, Value *value)
{
    unsigned n = 0;
    Cell part;
    const char *at = f.at, *end = f.at + f.n;
    if (is_none(f))
        return 0;
    while (n < MOST_STACKED && next_part(&at, end, '|', &part))
        value[n++] = read_value(part);
    return n;
}

static const WebannoColumn *column_of(const Row *r, unsigned i)
{
    return &g_array_index(r->w->column, WebannoColumn, r->l->first + i);
}

static const char *own(const Standoff *s, const char *text)
{
    g_autofree char *clean = utf8_clean(text, strlen(text));
    return pool_string(s->pool, clean);
}

void webanno_set_feature(Standoff *s, uint32_t mark, const char *name, char *value, Place place)
{
    FeatureUse use = name ? feature_use(name) : FEATURE_LABEL;
    if (!name)
        standoff_mark(s, mark)->label = own(s, value);
    else if (use == FEATURE_REFERENCE && g_ascii_strcasecmp(value, "NIL") != 0)
        standoff_add_reference(s, anchor_mark(mark), feature_reference(value), place);
    else if (use == FEATURE_NAME) {
        g_autofree char *said = g_uri_unescape_string(value, NULL);
        bool fine = said && g_utf8_validate(said, -1, NULL);
        standoff_mark(s, mark)->name = own(s, g_strdelimit(fine ? said : value, "_", ' '));
    } else {
        standoff_add_attribute(s, anchor_mark(mark), name, value, place);
    }
}

static Place place_of(const Row *r, const char *at) { return rows_place(&r->w->rows, at); }

/* The mark of an annotation: one that began in a row above goes on here, else a new one. */
static uint32_t find_mark(Row *r, uint64_t key, const char *at, bool *fresh)
{
    Webanno *w = r->w;
    gpointer known = key ? g_hash_table_lookup(w->known, &key) : NULL;
    *fresh = !known;
    if (known) {
        uint32_t mark = GPOINTER_TO_UINT(known) - 1;
        Span *span = &standoff_mark(w->s, mark)->span;
        *span = (Span){MIN(span->begin, r->span.begin), MAX(span->end, r->span.end)};
        return mark;
    }
    uint32_t mark = standoff_add_mark(
        w->s, &(StandoffMark){.label = r->l->kind == WEBANNO_CHAIN ? NULL : layer_short_name(r->l->name),
                              .span = r->span,
                              .cert = CERT_UNSTATED,
                              .place = place_of(r, at)});
    if (key)
        g_hash_table_insert(w->known, g_memdup2(&key, sizeof key), GUINT_TO_POINTER(mark + 1));
    return mark;
}

static uint64_t key_of(const Row *r, uint32_t id, uint32_t link)
{
    return id ? (uint64_t)(r->layer + 1) << 48 | (uint64_t)link << 24 | id : 0; /* GLib hashes the lower half */
}

static void set_feature(Row *r, unsigned i, uint32_t mark, Cell text)
{
    const WebannoColumn *column = column_of(r, i);
    if (column->kind != WEBANNO_FEATURE || is_null(text))
        return;
    g_autofree char *value = webanno_unescape(text);
    bool is_label = (int)(r->l->first + i) == r->l->label;
    webanno_set_feature(r->w->s, mark, is_label ? NULL : column->name, value, place_of(r, text.at));
}

/* "p1;p2" and "1-2;1-4[2]" of one host. */
static void add_slots(Row *r, unsigned i, uint32_t host, Cell roles, Cell fillers)
{
    const char *role_at = roles.at, *role_end = roles.at + roles.n;
    const char *filler_at = fillers.at, *filler_end = fillers.at + fillers.n;
    Cell role, filler, rest;
    const WebannoColumn *column = column_of(r, i + 1);
    while (!is_null(fillers) && next_part(&filler_at, filler_end, ';', &filler)) {
        bool named = next_part(&role_at, role_end, ';', &role) && !is_null(role);
        Value value = read_value(filler);
        WebannoPointer p = {.layer = r->layer,
                            .target = column->target,
                            .to_id = value.id,
                            .relation = STANDOFF_NONE,
                            .host = host,
                            .place = place_of(r, filler.at)};
        if (!webanno_read_unit(value.text, &p.to, &rest) || rest.n) {
            g_autofree char *shown = cell_shown(filler);
            rows_report(&r->w->rows, DIAGNOSTIC_BAD_LINE, filler.at, "a filler is the number of its first word: 1-2[3]",
                        "\"%s\" fills no slot; it is passed over", shown);
            continue;
        }
        p.role = named ? webanno_unescape(role) : g_strdup(column->name);
        g_array_append_val(r->w->pointer, p);
    }
}

/* Annotations of a row that a layer's columns have named so far. */
typedef struct Seen {
    uint32_t id, mark;
    bool fresh; /* it begins in this row: its features are read here, and not again below */
} Seen;

static Cell nth_part(Cell f, unsigned n)
{
    const char *at = f.at, *end = f.at + f.n;
    Cell part = {f.at, 0};
    for (unsigned i = 0; i <= n; i++) {
        if (!next_part(&at, end, '|', &part))
            return (Cell){f.at, 0};
    }
    return part;
}

static const Seen *see(Row *r, Value value, Seen *seen, unsigned *n)
{
    for (unsigned i = 0; i < *n; i++) {
        if (seen[i].id == value.id)
            return &seen[i];
    }
    if (*n == MOST_STACKED)
        return NULL;
    Seen *s = &seen[(*n)++];
    s->id = value.id;
    s->mark = find_mark(r, key_of(r, value.id, 0), value.text.at, &s->fresh);
    WebannoPlaced placed = {r->unit, r->layer, s->id, s->mark};
    g_array_append_val(r->w->placed, placed);
    return s;
}

static void read_spans(Row *r)
{
    Value value[MOST_STACKED];
    Seen seen[MOST_STACKED];
    unsigned n_seen = 0;
    for (unsigned i = 0; i < r->l->n; i++) {
        WebannoColumnKind kind = column_of(r, i)->kind;
        unsigned n = kind == WEBANNO_FILLERS ? 0 : read_values(r->cell[i], value);
        if (kind == WEBANNO_FILLERS && cell_is(r->cell[i], "*") && is_none(r->cell[i - 1])) /* slots, but none filled */
            see(r, (Value){r->cell[i], 0}, seen, &n_seen);
        for (unsigned k = 0; k < n; k++) {
            const Seen *s = see(r, value[k], seen, &n_seen);
            if (!s || !s->fresh)
                continue;
            if (kind == WEBANNO_ROLES) /* brackets of fillers are their own, not the host's */
                add_slots(r, i, s->mark, value[k].text, nth_part(r->cell[i + 1], k));
            else
                set_feature(r, i, s->mark, value[k].text);
        }
    }
}

/* "coref", … and "4-16[26_1]": from the mark 26 of 4-16 to the mark 1 of this row. */
static void add_relation(Row *r, unsigned base, unsigned k, Cell part)
{
    Webanno *w = r->w;
    Cell rest, ids = {0};
    WebannoPointer p = {
        .layer = r->layer, .target = column_of(r, base)->target, .to = r->unit, .place = place_of(r, part.at)};
    bool fine = webanno_read_unit(part, &p.from, &rest);
    if (fine && rest.n > 2 && rest.at[0] == '[' && rest.at[rest.n - 1] == ']') {
        ids = (Cell){rest.at + 1, rest.n - 2};
        const char *middle = memchr(ids.at, '_', ids.n);
        fine = middle && cell_number((Cell){ids.at, (size_t)(middle - ids.at)}, MOST_ID, &p.from_id) &&
               cell_number((Cell){middle + 1, (size_t)(ids.at + ids.n - middle - 1)}, MOST_ID, &p.to_id);
    } else {
        fine = fine && rest.n == 0;
    }
    if (!fine) {
        g_autofree char *shown = cell_shown(part);
        rows_report(&w->rows, DIAGNOSTIC_BAD_LINE, part.at, "where a relation comes from is written 4-16 or 4-16[26_1]",
                    "\"%s\" is no end of a relation; it is passed over", shown);
        return;
    }
    Value value[MOST_STACKED];
    g_autofree char *label = NULL;
    int at = r->l->label - (int)r->l->first;
    if (r->l->label >= 0 && read_values(r->cell[at], value) > k && !is_null(value[k].text))
        label = webanno_unescape(value[k].text);
    p.relation = standoff_add_relation(
        w->s, &(StandoffRelation){.label = label ? label : layer_short_name(r->l->name), .place = p.place});
    for (unsigned i = 0; i < r->l->n; i++) {
        if (column_of(r, i)->kind != WEBANNO_FEATURE || (int)i == at)
            continue;
        if (read_values(r->cell[i], value) <= k || is_null(value[k].text))
            continue;
        g_autofree char *text = webanno_unescape(value[k].text);
        standoff_add_attribute(w->s, (Anchor){ANCHOR_RELATION, p.relation, NULL}, column_of(r, i)->name, text,
                               place_of(r, value[k].text.at));
    }
    g_array_append_val(w->pointer, p);
}

static void read_relations(Row *r)
{
    for (unsigned i = 0; i < r->l->n; i++) {
        const char *at = r->cell[i].at, *end = at + r->cell[i].n;
        Cell part;
        if (column_of(r, i)->kind != WEBANNO_BASE || is_none(r->cell[i]))
            continue;
        for (unsigned k = 0; k < MOST_STACKED && next_part(&at, end, '|', &part); k++)
            add_relation(r, i, k, part);
    }
}

/* "*->1-2": the second mark of the first chain. */
static bool read_link(Cell f, uint32_t *chain, uint32_t *link)
{
    size_t at = f.n;
    while (at >= 2 && !(f.at[at - 2] == '-' && f.at[at - 1] == '>'))
        at--;
    const char *from = f.at + at;
    const char *middle = at >= 2 ? memchr(from, '-', f.n - at) : NULL;
    return middle && cell_number((Cell){from, (size_t)(middle - from)}, MOST_ID, chain) &&
           cell_number((Cell){middle + 1, (size_t)(f.at + f.n - middle - 1)}, MOST_ID, link) && *chain > 0;
}

static void read_chains(Row *r)
{
    Value link[MOST_STACKED], type[MOST_STACKED];
    unsigned n = read_values(r->cell[0], link), n_types = read_values(r->cell[1], type);
    for (unsigned k = 0; k < n; k++) {
        uint32_t chain, number;
        bool fresh;
        if (!read_link(link[k].text, &chain, &number)) {
            g_autofree char *shown = cell_shown(link[k].text);
            rows_report(&r->w->rows, DIAGNOSTIC_BAD_LINE, link[k].text.at,
                        "the second mark of the first chain is *->1-2",
                        "\"%s\" is no place in a chain; it is passed over", shown);
            continue;
        }
        uint32_t mark = find_mark(r, key_of(r, chain, number), link[k].text.at, &fresh);
        StandoffMark *m = standoff_mark(r->w->s, mark);
        g_autofree char *name = g_strdup_printf("%u-%u", r->layer, chain);
        m->chain = pool_string(r->w->s->pool, name);
        if (k < n_types && !is_null(type[k].text)) {
            g_autofree char *label = webanno_unescape(type[k].text);
            m->label = own(r->w->s, label);
        }
    }
}

void webanno_read_cells(Webanno *w, uint64_t unit, Span span, const Cell *cell)
{
    static void (*const read[])(Row *) = {read_spans, read_relations, read_chains};
    for (guint i = 0; i < w->layer->len; i++) {
        const WebannoLayer *l = &g_array_index(w->layer, WebannoLayer, i);
        Row row = {w, unit, span, i, l, cell + l->first};
        if (!l->passed_over)
            read[l->kind](&row);
    }
}

static int compare_placed(const void *a, const void *b)
{
    const WebannoPlaced *x = a, *y = b;
    if (x->unit != y->unit)
        return x->unit < y->unit ? -1 : 1;
    return x->mark < y->mark ? -1 : x->mark > y->mark;
}

/* The mark that stands at a unit, of a layer, with an id if one is told. */
static uint32_t find_placed(const Webanno *w, const char *target, uint64_t unit, uint32_t id)
{
    bool any = strcmp(target, "uima.tcas.Annotation") == 0;
    guint low = 0, high = w->placed->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (g_array_index(w->placed, WebannoPlaced, middle).unit < unit)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < w->placed->len; low++) {
        const WebannoPlaced *p = &g_array_index(w->placed, WebannoPlaced, low);
        const WebannoLayer *l = &g_array_index(w->layer, WebannoLayer, p->layer);
        if (p->unit != unit)
            break;
        if ((any || strcmp(l->name, target) == 0) && (id == 0 || p->id == id))
            return p->mark;
    }
    return STANDOFF_NONE;
}

static void report_lost(const Webanno *w, const WebannoPointer *p, uint64_t unit)
{
    diagnostics_add(w->builder->diagnostics, DIAGNOSTIC_UNKNOWN_ID, p->place, NULL,
                    "nothing of layer %s stands at %u-%u; what refers to it is left out", layer_short_name(p->target),
                    (unsigned)(unit >> 40), (unsigned)(unit >> 16 & MOST_ID));
}

/* A mark with filled slots is an event: they say who took part. */
static uint32_t event_of(Webanno *w, GHashTable *event, const WebannoPointer *p)
{
    gpointer known = g_hash_table_lookup(event, GUINT_TO_POINTER(p->host + 1));
    if (known)
        return GPOINTER_TO_UINT(known) - 1;
    const StandoffMark *host = standoff_mark(w->s, p->host);
    uint32_t row = standoff_add_event(w->s, &(StandoffEvent){.label = host->label,
                                                             .trigger = anchor_mark(p->host),
                                                             .status = EVENT_UNSTATED,
                                                             .first = DATE_UNKNOWN,
                                                             .last = DATE_UNKNOWN,
                                                             .place = host->place});
    g_hash_table_insert(event, GUINT_TO_POINTER(p->host + 1), GUINT_TO_POINTER(row + 1));
    return row;
}

void webanno_resolve(Webanno *w)
{
    g_autoptr(GHashTable) event = g_hash_table_new(NULL, NULL);
    if (w->placed->len)
        qsort(w->placed->data, w->placed->len, sizeof(WebannoPlaced), compare_placed);
    for (guint i = 0; i < w->pointer->len; i++) {
        WebannoPointer *p = &g_array_index(w->pointer, WebannoPointer, i);
        uint32_t to = find_placed(w, p->target, p->to, p->to_id);
        uint32_t from = p->relation == STANDOFF_NONE ? p->host : find_placed(w, p->target, p->from, p->from_id);
        if (to == STANDOFF_NONE || from == STANDOFF_NONE) {
            report_lost(w, p, to == STANDOFF_NONE ? p->to : p->from);
        } else if (p->relation == STANDOFF_NONE) {
            StandoffArgument a = {.event = event_of(w, event, p),
                                  .role = p->role,
                                  .filler = anchor_mark(to),
                                  .cert = CERT_UNSTATED,
                                  .place = p->place};
            standoff_add_argument(w->s, &a);
        } else {
            StandoffRelation *relation = &g_array_index(w->s->relation, StandoffRelation, p->relation);
            relation->from = anchor_mark(from);
            relation->to = anchor_mark(to);
        }
        g_clear_pointer(&p->role, g_free);
    }
}
