/* register.c - all records of a corpus by id and by name, grouped into actors to be. */
#include "register.h"
#include "utf8.h"
#include <stdlib.h>
#include <string.h>

Candidate *register_candidate(const Register *r, uint32_t i) { return &g_array_index(r->candidate, Candidate, i); }

uint32_t register_by_id(const Register *r, const char *id)
{
    return (uint32_t)GPOINTER_TO_SIZE(g_hash_table_lookup(r->id, id)) - 1;
}

static uint64_t local_key(DocumentId document, uint32_t first) { return (uint64_t)document.i << 32 | first; }

uint32_t register_local(const Register *r, DocumentId document, const char *id)
{
    uint32_t first = register_by_id(r, id);
    uint64_t key = local_key(document, first);
    if (first == ID_NONE)
        return ID_NONE;
    size_t record = GPOINTER_TO_SIZE(g_hash_table_lookup(r->local, &key));
    return record ? r->record_candidate[record - 1] : ID_NONE;
}

/* At the end of its id's chain, so that the first candidate, which numbers the id, stays. */
static uint32_t add_candidate(Register *r, Candidate c)
{
    uint32_t number = r->candidate->len, at = register_by_id(r, c.id);
    c.next = c.first_record = c.last_record = ID_NONE;
    g_array_append_val(r->candidate, c);
    if (at == ID_NONE) {
        g_hash_table_insert(r->id, (char *)c.id, GSIZE_TO_POINTER((size_t)number + 1));
        return number;
    }
    while (register_candidate(r, at)->next != ID_NONE)
        at = register_candidate(r, at)->next;
    register_candidate(r, at)->next = number;
    return number;
}

uint32_t register_add(Register *r, const char *id, ActorType type, const char *label, Place place)
{
    return add_candidate(r, (Candidate){.id = id, .type = type, .label = label, .place = place});
}

/* --- records → candidates --- */

static void join(Register *r, uint32_t number, uint32_t record)
{
    const Record *row = &r->corpus->record[record];
    Candidate *c = register_candidate(r, number);
    r->record_candidate[record] = number;
    if (c->first_record == ID_NONE)
        c->first_record = record;
    else
        r->record_next[c->last_record] = record;
    c->last_record = record;
    c->in_register = true;
    if (!row->from_table) {
        c->registered = true;
        c->authority |= r->corpus->document[row->document.i].authority;
    }
    if (!c->subtype)
        c->subtype = row->subtype;
    uint32_t first = register_by_id(r, row->id); /* none for a table's row that joined by its name */
    r->local_key[record] = local_key(row->document, first);
    if (first != ID_NONE && !g_hash_table_contains(r->local, &r->local_key[record]))
        g_hash_table_insert(r->local, &r->local_key[record], GSIZE_TO_POINTER((size_t)record + 1));
}

static const char *label_of(const Record *row) { return row->label && *row->label ? row->label : row->id; }

static void tell_clash(Register *r, const Record *row, const Candidate *other)
{
    diagnostics_add(r->diagnostics, DIAGNOSTIC_ID_CLASH, row->place, NULL,
                    "%s is the %s %s here, but the %s %s in %s, line %u", row->id, actor_type_name(row->type),
                    label_of(row), actor_type_name(other->type), other->label,
                    other->place.path ? other->place.path : "?", other->place.line);
}

static uint32_t candidate_of(Register *r, const Record *row)
{
    Candidate c = {.id = row->id, .type = row->type, .label = label_of(row), .place = row->place};
    return add_candidate(r, c);
}

/* What an annotator wrote: same id, type and label is one actor; else they clash. */
static void add_record(Register *r, uint32_t record)
{
    const Record *row = &r->corpus->record[record];
    uint32_t first = register_by_id(r, row->id), at = first;
    for (; at != ID_NONE; at = register_candidate(r, at)->next) {
        const Candidate *c = register_candidate(r, at);
        if (c->type == row->type && strcmp(c->label, label_of(row)) == 0)
            break;
    }
    if (at == ID_NONE && first != ID_NONE)
        tell_clash(r, row, register_candidate(r, first));
    join(r, at != ID_NONE ? at : candidate_of(r, row), record);
}

/* A row of a table knows little: it joins whoever has its id and type, or bears its name. One without type reads as an
 * official (ruling 13), so an annotator's record of the id beats that type; any other type that differs is a clash. */
static void add_table_record(Register *r, uint32_t record)
{
    const Record *row = &r->corpus->record[record];
    ActorType type = row->type == ACTOR_OFFICIAL ? ACTOR_UNKNOWN : row->type;
    uint32_t first = register_by_id(r, row->id), at = first;
    bool several;
    if (at != ID_NONE && !register_candidate(r, at)->registered)
        type = row->type; /* two rows of tables: their types must agree */
    while (at != ID_NONE) {
        const Candidate *c = register_candidate(r, at);
        if (c->type == row->type || type == ACTOR_UNKNOWN)
            break;
        at = c->next;
    }
    if (at == ID_NONE && first == ID_NONE)
        at = register_by_name(r, row->id, document_id_none(), type, &several);
    if (at == ID_NONE && first != ID_NONE)
        tell_clash(r, row, register_candidate(r, first));
    if (at == ID_NONE)
        at = candidate_of(r, row);
    Candidate *c = register_candidate(r, at);
    if (!c->registered && strcmp(c->label, c->id) == 0)
        c->label = label_of(row);
    join(r, at, record);
}

/* --- names --- */

static uint32_t name_number(Register *r, const char *name, bool add)
{
    g_autofree char *collapsed = utf8_collapse(name, strlen(name));
    size_t n = strlen(collapsed);
    const char *own = add ? pool_intern(r->pool, collapsed, n) : pool_find(r->pool, collapsed, n);
    size_t number = own ? GPOINTER_TO_SIZE(g_hash_table_lookup(r->name, own)) : 0;
    if (number == 0 && add) {
        number = g_hash_table_size(r->name) + 1;
        g_hash_table_insert(r->name, (char *)own, GSIZE_TO_POINTER(number));
    }
    return (uint32_t)number - 1;
}

static int by_name(const void *a, const void *b)
{
    const NameEntry *x = a, *y = b;
    if (x->name != y->name)
        return x->name < y->name ? -1 : 1;
    if (x->document != y->document)
        return x->document < y->document ? -1 : 1;
    return (x->candidate > y->candidate) - (x->candidate < y->candidate);
}

static void index_names(Register *r)
{
    const Corpus *corpus = r->corpus;
    g_autoptr(GArray) entry = g_array_new(false, false, sizeof(NameEntry));
    for (uint32_t i = 0; i < corpus->n_records; i++) {
        const Record *row = &corpus->record[i];
        if (row->from_table)
            continue;
        NameEntry e = {name_number(r, label_of(row), true), row->document.i, r->record_candidate[i]};
        g_array_append_val(entry, e);
        for (uint32_t v = 0; v < row->variants.n; v++) {
            e.name = name_number(r, corpus->variant[row->variants.first + v], true);
            g_array_append_val(entry, e);
        }
    }
    g_array_sort(entry, by_name);
    r->n_entries = entry->len;
    r->entry = (NameEntry *)(void *)g_array_free(g_steal_pointer(&entry), false);
}

uint32_t register_by_name(const Register *r, const char *name, DocumentId document, ActorType type, bool *several)
{
    uint32_t number = r->n_entries ? name_number((Register *)r, name, false) : ID_NONE, found = ID_NONE;
    bool any_document = document_id_is_none(document);
    *several = false;
    if (number == ID_NONE)
        return ID_NONE;
    NameEntry key = {number, any_document ? 0 : document.i, 0};
    size_t low = 0, high = r->n_entries;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by_name(&r->entry[middle], &key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < r->n_entries && r->entry[low].name == number; low++) {
        const NameEntry *e = &r->entry[low];
        if (!any_document && e->document != document.i)
            break;
        if (type != ACTOR_UNKNOWN && register_candidate(r, e->candidate)->type != type)
            continue;
        *several |= found != ID_NONE && found != e->candidate;
        found = e->candidate;
    }
    return *several ? ID_NONE : found;
}

/* --- the whole --- */

Register *register_new(const Corpus *corpus, Pool *pool, Diagnostics *diagnostics)
{
    Register *r = g_new0(Register, 1);
    r->corpus = corpus;
    r->diagnostics = diagnostics;
    r->pool = pool;
    r->candidate = g_array_new(false, false, sizeof(Candidate));
    r->id = g_hash_table_new(g_direct_hash, g_direct_equal);
    r->local = g_hash_table_new(g_int64_hash, g_int64_equal);
    r->name = g_hash_table_new(g_direct_hash, g_direct_equal);
    r->local_key = g_new0(uint64_t, corpus->n_records + 1);
    r->record_candidate = g_new(uint32_t, corpus->n_records + 1);
    r->record_next = g_new(uint32_t, corpus->n_records + 1);
    memset(r->record_next, 0xff, (corpus->n_records + 1) * sizeof *r->record_next);
    for (uint32_t i = 0; i < corpus->n_records; i++)
        if (!corpus->record[i].from_table)
            add_record(r, i);
    index_names(r);
    for (uint32_t i = 0; i < corpus->n_records; i++)
        if (corpus->record[i].from_table)
            add_table_record(r, i);
    return r;
}

void register_free(Register *r)
{
    if (!r)
        return;
    g_array_unref(r->candidate);
    g_hash_table_unref(r->id);
    g_hash_table_unref(r->local);
    g_hash_table_unref(r->name);
    g_free(r->local_key);
    g_free(r->record_candidate);
    g_free(r->record_next);
    g_free(r->entry);
    g_free(r);
}
