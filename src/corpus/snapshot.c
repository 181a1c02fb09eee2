/* snapshot.c - what a reader added to the builder for one file, as bytes. */
#include "snapshot_shape.h"
#include <string.h>

typedef struct Writer {
    const Builder *builder;
    const BuilderMark *since;
    GByteArray *rows;
    GHashTable *number; /* string by address → number, from 1 */
    GPtrArray *string;  /* in order of number */
    bool alone;
} Writer;

static void put_number(GByteArray *out, uint64_t n)
{
    guint8 byte[10], length = 0;
    for (; n >= 0x80; n >>= 7)
        byte[length++] = (guint8)(n | 0x80);
    byte[length++] = (guint8)n;
    g_byte_array_append(out, byte, length);
}

static void put_string(Writer *w, const char *s)
{
    guint number = s ? GPOINTER_TO_UINT(g_hash_table_lookup(w->number, s)) : 0;
    if (s && !number) {
        g_ptr_array_add(w->string, (void *)s);
        number = w->string->len;
        g_hash_table_insert(w->number, (void *)s, GUINT_TO_POINTER(number));
    }
    put_number(w->rows, number);
}

/* 0: none; odd: a row of this file; even: a document that another file made, by its id. */
static void put_row(Writer *w, Table t, uint32_t row)
{
    if (row == UINT32_MAX) {
        put_number(w->rows, 0);
    } else if (row >= w->since->length[t]) {
        put_number(w->rows, 2 * (uint64_t)(row - w->since->length[t]) + 1);
    } else {
        g_assert(t == DOCUMENT);
        w->alone = false;
        put_number(w->rows, 2);
        put_string(w, builder_document(w->builder, document_id_of(row))->id);
    }
}

static void put_field(Writer *w, const Field *f, const void *row)
{
    const char *at = (const char *)row + f->offset;
    const Place *place = (const Place *)(const void *)at;
    const Date *date = (const Date *)(const void *)at;
    const Slice *slice = (const Slice *)(const void *)at;
    switch (f->kind) {
    case NUMBER:
        put_number(w->rows, *(const uint32_t *)(const void *)at);
        break;
    case BOOL:
        put_number(w->rows, *(const bool *)(const void *)at);
        break;
    case STRING:
        put_string(w, *(const char *const *)(const void *)at);
        break;
    case PLACE:
        put_string(w, place->path);
        put_number(w->rows, place->line);
        put_number(w->rows, place->column);
        break;
    case DATE:
        put_number(w->rows, (uint32_t)date->earliest);
        put_number(w->rows, (uint32_t)date->latest);
        break;
    case ROW:
        put_row(w, f->more, *(const uint32_t *)(const void *)at);
        break;
    case SLICE:
        put_number(w->rows, slice->n ? slice->first - w->since->length[f->more] : 0);
        put_number(w->rows, slice->n);
        break;
    }
}

static void put_table(Writer *w, Table t)
{
    const GArray *table = snapshot_table(w->builder, t);
    static const Marking nowhere = {.cert = CERT_UNSTATED};
    guint end = t == MARKING ? w->builder->mention->len : table->len;
    guint begin = w->since->length[t == MARKING ? MENTION : t];
    put_number(w->rows, end - begin);
    for (guint i = begin; i < end; i++) {
        const void *row = i < table->len ? table->data + (size_t)i * snapshot_shape[t].size : (const void *)&nowhere;
        for (uint32_t f = 0; f < snapshot_shape[t].n_fields; f++)
            put_field(w, &snapshot_shape[t].field[f], row);
        if (t == DOCUMENT) { /* a document that a row of a table names may be named by another table too */
            const Document *d = row;
            bool named = lookup_get(w->builder->table_document, 0, d->id) == i;
            w->alone = w->alone && !named;
            put_number(w->rows, named);
        }
    }
}

static void put_told(Writer *w, Diagnostics *told)
{
    size_t n = diagnostics_size(told);
    put_number(w->rows, n);
    for (size_t i = 0; i < n; i++) {
        const Diagnostic *d = diagnostics_get(told, i);
        put_string(w, diagnostic_code_name(d->code));
        put_string(w, d->place.path);
        put_number(w->rows, d->place.line);
        put_number(w->rows, d->place.column);
        put_string(w, d->text);
        put_string(w, d->help);
    }
}

GByteArray *snapshot_new(const Builder *b, const BuilderMark *since, uint64_t n_bytes, Diagnostics *told, bool *alone)
{
    g_autoptr(GHashTable) number = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) string = g_ptr_array_new();
    g_autoptr(GByteArray) rows = g_byte_array_new();
    Writer w = {b, since, rows, number, string, true};
    for (Table t = 0; t < N_TABLES; t++)
        put_table(&w, t);
    put_told(&w, told);
    GByteArray *out = g_byte_array_new();
    put_number(out, SNAPSHOT_VERSION);
    put_number(out, n_bytes);
    put_number(out, string->len);
    for (guint i = 0; i < string->len; i++) {
        const char *s = g_ptr_array_index(string, i);
        put_number(out, strlen(s));
        g_byte_array_append(out, (const guint8 *)s, (guint)strlen(s));
    }
    g_byte_array_append(out, rows->data, rows->len);
    *alone = w.alone;
    return out;
}
