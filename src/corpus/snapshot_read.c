/* snapshot_read.c - a snapshot back in the builder: bytes that anyone may have made, checked before they are believed.
 */
#include "error.h"
#include "snapshot_shape.h"
#include <string.h>

typedef struct SnapshotReader {
    Builder *builder;
    BuilderMark base;
    const uint8_t *at, *end;
    GPtrArray *string;
    uint32_t n[N_TABLES]; /* rows of each table of this file, once read */
    bool broken;
} SnapshotReader;

static uint64_t get_number(SnapshotReader *r)
{
    uint64_t n = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        if (r->at == r->end)
            break;
        uint8_t byte = *r->at++;
        n |= (uint64_t)(byte & 0x7F) << shift;
        if (byte < 0x80)
            return n;
    }
    r->broken = true;
    return 0;
}

static uint32_t get_below(SnapshotReader *r, uint64_t limit)
{
    uint64_t n = get_number(r);
    r->broken = r->broken || n >= limit;
    return r->broken ? 0 : (uint32_t)n;
}

static void get_strings(SnapshotReader *r)
{
    uint64_t n = get_number(r);
    r->string = g_ptr_array_new();
    for (uint64_t i = 0; i < n && !r->broken; i++) {
        uint64_t length = get_number(r);
        if (length > (uint64_t)(r->end - r->at) || !g_utf8_validate_len((const char *)r->at, length, NULL)) {
            r->broken = true;
            return;
        }
        g_ptr_array_add(r->string, (void *)pool_intern(r->builder->pool, (const char *)r->at, length));
        r->at += length;
    }
}

static const char *get_string(SnapshotReader *r)
{
    uint32_t number = get_below(r, (uint64_t)r->string->len + 1);
    return number ? g_ptr_array_index(r->string, number - 1) : NULL;
}

/* The row of a document that a table of an earlier file named. */
static uint32_t named_document(SnapshotReader *r, const char *id)
{
    Builder *b = r->builder;
    uint32_t row = id ? lookup_get(b->table_document, 0, id) : UINT32_MAX;
    r->broken = r->broken || row >= r->base.length[DOCUMENT];
    return row;
}

static uint32_t get_row(SnapshotReader *r, Table t)
{
    uint64_t n = get_number(r);
    if (n == 0)
        return UINT32_MAX;
    if (n % 2 == 0 && t == DOCUMENT)
        return named_document(r, get_string(r));
    r->broken = r->broken || n % 2 == 0 || n / 2 >= UINT32_MAX - r->base.length[t];
    return r->broken ? UINT32_MAX : r->base.length[t] + (uint32_t)(n / 2);
}

static void get_slice(SnapshotReader *r, Table t, Slice *slice)
{
    uint32_t first = get_below(r, UINT32_MAX), n = get_below(r, UINT32_MAX);
    if ((uint64_t)first + n > UINT32_MAX - r->base.length[t])
        r->broken = true;
    else
        *slice = (Slice){n ? r->base.length[t] + first : 0, n};
}

static void get_field(SnapshotReader *r, const Field *f, void *row)
{
    char *at = (char *)row + f->offset;
    Place *place = (Place *)(void *)at;
    Date *date = (Date *)(void *)at;
    switch (f->kind) {
    case NUMBER:
        *(uint32_t *)(void *)at = get_below(r, f->more ? f->more : (uint64_t)UINT32_MAX + 1);
        break;
    case BOOL:
        *(bool *)(void *)at = get_below(r, 2);
        break;
    case STRING:
        *(const char **)(void *)at = get_string(r);
        break;
    case PLACE:
        place->path = g_intern_string(get_string(r));
        place->line = get_below(r, UINT32_MAX);
        place->column = get_below(r, UINT32_MAX);
        break;
    case DATE:
        date->earliest = (int32_t)get_below(r, (uint64_t)UINT32_MAX + 1);
        date->latest = (int32_t)get_below(r, (uint64_t)UINT32_MAX + 1);
        break;
    case ROW:
        *(uint32_t *)(void *)at = get_row(r, f->more);
        break;
    case SLICE:
        get_slice(r, f->more, (Slice *)(void *)at);
        break;
    }
}

/* Marks and texts are passed over where the builder keeps none. */
static void get_table(SnapshotReader *r, Table t)
{
    bool kept = r->builder->options->keep_text || (t != MARKING && t != REMARK && t != STRETCH);
    union {
        Document document;
        Mention mention;
        EventDraft event;
        ParticipationDraft participation;
        AffiliationDraft affiliation;
        Remark remark;
        Marking marking;
        Record record;
        Passage passage;
        Target target;
        OtherId other;
        Stretch stretch;
        Identifier identifier;
        const char *variant;
    } row;
    r->n[t] = get_below(r, (uint64_t)(r->end - r->at) + 1); /* a row is a byte at least */
    for (uint32_t i = 0; i < r->n[t] && !r->broken; i++) {
        memset(&row, 0, sizeof row);
        for (uint32_t f = 0; f < snapshot_shape[t].n_fields; f++)
            get_field(r, &snapshot_shape[t].field[f], &row);
        bool named = t == DOCUMENT && get_below(r, 2);
        if (t == DOCUMENT && !r->builder->options->keep_text) {
            row.document.text = NULL;
            row.document.n_text = 0;
        }
        if (r->broken || !kept)
            continue;
        if (t == MARKING)
            builder_set_marking(r->builder, mention_id_of(r->base.length[MENTION] + i), row.marking);
        else
            g_array_append_vals(snapshot_table(r->builder, t), &row, 1);
        if (named)
            lookup_set(r->builder->table_document, 0, row.document.id, r->base.length[DOCUMENT] + i);
    }
}

static void get_told(SnapshotReader *r)
{
    uint64_t n = get_number(r);
    for (uint64_t i = 0; i < n && !r->broken; i++) {
        DiagnosticCode code;
        const char *name = get_string(r);
        r->broken = r->broken || !name || !diagnostic_code_by_name(name, &code);
        Place place = {.path = g_intern_string(get_string(r))};
        place.line = get_below(r, UINT32_MAX);
        place.column = get_below(r, UINT32_MAX);
        const char *text = get_string(r), *help = get_string(r);
        if (!r->broken && text)
            diagnostics_add(r->builder->diagnostics, code, place, help, "%s", text);
    }
}

/* --- does what was read fit together? --- */

static bool within(const SnapshotReader *r, const Field *f, const void *row)
{
    const void *at = (const char *)row + f->offset;
    uint64_t end = f->kind == ROW || f->kind == SLICE ? (uint64_t)r->base.length[f->more] + r->n[f->more] : 0;
    if (f->kind == ROW) /* every row stands in a document; other things may be none */
        return *(const uint32_t *)at < end || (*(const uint32_t *)at == UINT32_MAX && f->more != DOCUMENT);
    const Slice *s = f->kind == SLICE ? at : NULL;
    return !s || s->n == 0 || (uint64_t)s->first + s->n <= end;
}

static bool rows_fit(const SnapshotReader *r, Table t)
{
    const GArray *table = snapshot_table(r->builder, t);
    for (guint i = r->base.length[t]; i < table->len; i++)
        for (uint32_t f = 0; f < snapshot_shape[t].n_fields; f++)
            if (!within(r, &snapshot_shape[t].field[f], table->data + (size_t)i * snapshot_shape[t].size))
                return false;
    return true;
}

/* from … to at borders of characters of the text. */
static bool cuts(const char *text, size_t n, uint32_t from, uint32_t to)
{
    return from <= to && to <= n && (n == 0 || ((text[from] & 0xC0) != 0x80 && (text[to] & 0xC0) != 0x80));
}

static bool cuts_document(const SnapshotReader *r, DocumentId document, uint32_t from, uint32_t to)
{
    if (from == to)
        return true;
    if (document_id_is_none(document))
        return false;
    const Document *d = builder_document(r->builder, document);
    return d->text && cuts(d->text, d->n_text, from, to);
}

static bool documents_fit(const SnapshotReader *r)
{
    for (guint i = r->base.length[DOCUMENT]; i < r->builder->document->len; i++) {
        const Document *d = builder_document(r->builder, document_id_of(i));
        if (!d->id || !d->path || !d->name || (d->text ? strlen(d->text) : 0) != d->n_text)
            return false;
    }
    return true;
}

static bool mentions_fit(const SnapshotReader *r)
{
    const Builder *b = r->builder;
    for (guint i = r->base.length[MENTION]; i < b->mention->len; i++) {
        const Mention *m = builder_mention(b, mention_id_of(i));
        PassageId sentence = m->passage[PASSAGE_SENTENCE];
        const char *text = passage_id_is_none(sentence) ? NULL : g_array_index(b->passage, Passage, sentence.i).text;
        if (!m->text || document_id_is_none(m->document) || (text && !cuts(text, strlen(text), m->begin, m->end)))
            return false;
        const Marking *k = i < b->marking->len ? &g_array_index(b->marking, Marking, i) : NULL;
        if (k && !cuts_document(r, m->document, k->from, k->to))
            return false;
    }
    return true;
}

static bool stretches_fit(const SnapshotReader *r)
{
    const Builder *b = r->builder;
    for (guint i = r->base.length[REMARK]; i < b->remark->len; i++) {
        const Remark *m = &g_array_index(b->remark, Remark, i);
        if (!cuts_document(r, m->document, m->from, m->to))
            return false;
    }
    for (guint i = r->base.length[STRETCH]; i < b->stretch->len; i++) {
        const Stretch *s = &g_array_index(b->stretch, Stretch, i);
        if (!cuts_document(r, s->document, s->from, s->to))
            return false;
    }
    return true;
}

static bool all_fits(const SnapshotReader *r)
{
    for (Table t = 0; t < N_TABLES; t++)
        if (t != MARKING && !rows_fit(r, t))
            return false;
    return documents_fit(r) && mentions_fit(r) && stretches_fit(r);
}

bool snapshot_read(Builder *b, const uint8_t *bytes, size_t n, GError **error)
{
    const uint8_t *at = n ? bytes : (const uint8_t *)""; /* what is empty may be nowhere */
    SnapshotReader r = {.builder = b, .base = builder_mark(b), .at = at, .end = at + n};
    r.broken = get_number(&r) != SNAPSHOT_VERSION;
    uint64_t n_bytes = get_number(&r);
    get_strings(&r);
    for (Table t = 0; t < N_TABLES && !r.broken; t++)
        get_table(&r, t);
    if (!r.broken)
        get_told(&r);
    g_ptr_array_unref(r.string);
    if (!r.broken && r.at == r.end && all_fits(&r)) {
        b->n_bytes += n_bytes;
        return true;
    }
    builder_rewind(b, &r.base);
    g_set_error_literal(error, ENTENTE_ERROR, ERROR_IO, "what was kept of a file does not fit together");
    return false;
}
