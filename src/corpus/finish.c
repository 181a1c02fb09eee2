/* finish.c - from what was read to a Corpus: references numbered, mentions and affiliations linked, tables handed over.
 */
#include "link.h"
#include <stdlib.h>

/* Was the document named after its file, for want of an xml:id? */
static bool is_named_by_file(const Document *d)
{
    const char *base = strrchr(d->name, '/') ? strrchr(d->name, '/') + 1 : d->name;
    size_t n = strlen(d->id);
    return strncmp(base, d->id, n) == 0 && (base[n] == '\0' || base[n] == '.');
}

/* A name that no other document has: the file's with its folder, or numbered. */
static const char *other_name(Builder *b, GHashTable *n_of, const Document *d, bool by_file)
{
    g_autofree char *name = g_strdup(d->name);
    char *base = strrchr(name, '/'), *dot = strrchr(base ? base : name, '.');
    if (dot && base)
        *dot = '\0';
    if (base && by_file && !g_hash_table_contains(n_of, name))
        return pool_string(b->pool, name);
    for (guint n = GPOINTER_TO_UINT(g_hash_table_lookup(n_of, d->id));;) {
        g_autofree char *numbered = g_strdup_printf("%s#%u", d->id, ++n);
        g_hash_table_insert(n_of, (gpointer)d->id, GUINT_TO_POINTER(n));
        if (!g_hash_table_contains(n_of, numbered))
            return pool_string(b->pool, numbered);
    }
}

/* Documents are cited by their ids, and units are named by them: each gets one of its own. Those that a table names in
 * its rows are what other rows mean by the same name. */
static void name_documents(Builder *b)
{
    g_autoptr(GHashTable) n_of = g_hash_table_new(g_str_hash, g_str_equal); /* how many had this id */
    for (guint i = 0; i < b->document->len; i++) {
        Document *d = builder_document(b, document_id_of(i));
        const char *id = d->id;
        if (g_hash_table_contains(n_of, id) && id != d->name) {
            bool by_file = is_named_by_file(d);
            d->id = other_name(b, n_of, d, by_file);
            if (!by_file && !d->authority)
                diagnostics_add(b->diagnostics, DIAGNOSTIC_DUPLICATE_ID, (Place){g_intern_string(d->path), 0, 0},
                                "give each document of a corpus an xml:id of its own",
                                "another document has the xml:id \"%s\"; this one is called %s", id, d->id);
        }
        if (!g_hash_table_contains(n_of, d->id))
            g_hash_table_insert(n_of, (gpointer)d->id, GUINT_TO_POINTER(1));
    }
}

/* Paths are compared as absolute ones, so that "." and a full path may be mixed. */
static void index_paths(Linker *l)
{
    l->path = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < l->b->document->len; i++) {
        const Document *d = &g_array_index(l->b->document, Document, i);
        char *absolute = g_canonicalize_filename(d->path, NULL);
        if (g_hash_table_contains(l->path, absolute))
            g_free(absolute);
        else
            g_hash_table_insert(l->path, absolute, GUINT_TO_POINTER(i + 1));
    }
}

Slice linker_documents(const Linker *l, const char *file)
{
    g_autofree char *absolute = g_canonicalize_filename(file, NULL);
    Slice slice = {GPOINTER_TO_UINT(g_hash_table_lookup(l->path, absolute)), 0};
    if (slice.first-- == 0)
        return (Slice){0, 0};
    const char *path = builder_document(l->b, document_id_of(slice.first))->path;
    while (slice.first + slice.n < l->b->document->len &&
           builder_document(l->b, document_id_of(slice.first + slice.n))->path == path)
        slice.n++;
    return slice;
}

/* Documents of one file stand side by side, and share its path. */
static Slice documents_beside(const Linker *l, DocumentId scope)
{
    const Document *d = builder_document(l->b, scope), *first = d, *last = d;
    const Document *begin = (const Document *)(void *)l->b->document->data, *end = begin + l->b->document->len;
    while (first > begin && first[-1].path == d->path)
        first--;
    while (last + 1 < end && last[1].path == d->path)
        last++;
    return (Slice){(uint32_t)(first - begin), (uint32_t)(last - first + 1)};
}

uint32_t linker_find(const Linker *l, const Lookup *lookup, DocumentId scope, const Target *target)
{
    if (!target->file) {
        uint32_t own = lookup_get(lookup, scope.i, target->text);
        if (own != UINT32_MAX)
            return own;
    }
    Slice file = target->file ? linker_documents(l, target->file) : documents_beside(l, scope);
    for (uint32_t i = 0; i < file.n; i++) {
        uint32_t row = lookup_get(lookup, file.first + i, target->text);
        if (row != UINT32_MAX)
            return row;
    }
    return target->file ? UINT32_MAX : lookup_get(lookup, AUTHORITY, target->text);
}

RefId linker_ref(Linker *l, DocumentId scope, const Target *target, Place place)
{
    const char *file = target->file;
    if (file) { /* named as the user named it, where it is part of this run */
        Slice documents = linker_documents(l, file);
        if (documents.n)
            file = builder_document(l->b, document_id_of(documents.first))->path;
        if (file == builder_document(l->b, scope)->path)
            file = NULL;
    }
    const char *key = target->text;
    if (file) {
        g_autofree char *both = g_strconcat(file, "#", target->text, NULL);
        key = pool_string(l->b->pool, both);
    }
    Lookup *lookup = l->ref_by_text[target->kind];
    uint32_t row = lookup_get(lookup, scope.i, key);
    if (row == UINT32_MAX) {
        Ref ref = {target->kind, target->text, file, scope, place, ACTOR_UNKNOWN, NULL};
        row = l->ref->len;
        g_array_append_val(l->ref, ref);
        lookup_set(lookup, scope.i, key, row);
    }
    Ref *ref = &g_array_index(l->ref, Ref, row);
    if (place.path == ref->place.path &&
        (place.line < ref->place.line || (place.line == ref->place.line && place.column < ref->place.column)))
        ref->place = place;
    return ref_id_of(row);
}

/* The first row with an id counts, in its document and among the authority files. */
static void index_id(Linker *l, Lookup *lookup, DocumentId document, const char *id, uint32_t row)
{
    if (lookup_get(lookup, document.i, id) == UINT32_MAX)
        lookup_set(lookup, document.i, id, row);
    if (builder_document(l->b, document)->authority && lookup_get(lookup, AUTHORITY, id) == UINT32_MAX)
        lookup_set(lookup, AUTHORITY, id, row);
}

static void index_ids(Linker *l)
{
    Builder *b = l->b;
    for (guint i = 0; i < b->mention->len; i++) {
        const Mention *m = &g_array_index(b->mention, Mention, i);
        if (m->id)
            index_id(l, l->mention_by_id, m->document, m->id, i);
    }
    for (guint i = 0; i < b->other->len; i++) {
        const OtherId *o = &g_array_index(b->other, OtherId, i);
        index_id(l, l->other_by_id, o->scope, o->id, i);
    }
    for (guint i = 0; i < b->record->len; i++) {
        const Record *r = &g_array_index(b->record, Record, i);
        index_id(l, l->record_by_id, r->document, r->id, i);
    }
}

/* A mention without a type of its own may point to an event or a place: that is no actor. */
static bool points_to_actor(const Linker *l, const Mention *m, const Target *target)
{
    if (m->type != ACTOR_UNKNOWN || target->kind != REF_ID)
        return true;
    uint32_t other = linker_find(l, l->other_by_id, m->document, target);
    if (other != UINT32_MAX)
        return g_array_index(l->b->other, OtherId, other).is_actor;
    return linker_find(l, l->event_by_id, m->document, target) == UINT32_MAX;
}

static void link_mentions(Linker *l)
{
    for (guint i = 0; i < l->b->mention->len; i++) {
        Mention *m = &g_array_index(l->b->mention, Mention, i);
        Slice targets = m->refs;
        m->refs = (Slice){l->mention_ref->len, 0};
        for (uint32_t k = 0; k < targets.n; k++) {
            const Target *target = &g_array_index(l->b->target, Target, targets.first + k);
            if (!points_to_actor(l, m, target))
                continue;
            RefId id = linker_ref(l, m->document, target, m->place);
            Ref *ref = &g_array_index(l->ref, Ref, id.i);
            if (ref->hint == ACTOR_UNKNOWN)
                ref->hint = m->type;
            if (!ref->surface && m->kind == MENTION_ACTOR && m->text && *m->text)
                ref->surface = m->text;
            g_array_append_val(l->mention_ref, id);
        }
        m->refs.n = l->mention_ref->len - m->refs.first;
        if (!targets.n || m->refs.n)
            continue;
        m->kind = MENTION_EVENT;
        if (l->b->options->keep_text)
            g_array_index(l->b->marking, Marking, i).event =
                g_array_index(l->b->target, Target, targets.first).text;
    }
}

static int compare_affiliations(const void *a, const void *b)
{
    const Affiliation *x = *(const Affiliation *const *)a, *y = *(const Affiliation *const *)b;
    const int64_t difference[] = {
        (int64_t)x->document.i - y->document.i,       (int64_t)x->active.i - y->active.i,
        (int64_t)x->passive.i - y->passive.i,         (int64_t)x->kind - (int64_t)y->kind,
        (int64_t)x->from.earliest - y->from.earliest, (int64_t)x->from.latest - y->from.latest,
        (int64_t)x->to.earliest - y->to.earliest,     (int64_t)x->to.latest - y->to.latest};
    for (size_t i = 0; i < G_N_ELEMENTS(difference); i++) {
        if (difference[i])
            return difference[i] < 0 ? -1 : 1;
    }
    return 0;
}

static int compare_affiliations_in_order(const void *a, const void *b)
{
    int order = compare_affiliations(a, b);
    const Affiliation *x = *(const Affiliation *const *)a, *y = *(const Affiliation *const *)b;
    return order ? order : x < y ? -1 : x > y;
}

/* The element form and the relation form of one statement are one row. */
static void link_affiliations(Linker *l)
{
    guint n = l->b->affiliation->len;
    g_autofree Affiliation *all = g_new(Affiliation, n);
    g_autofree Affiliation **order = g_new(Affiliation *, n);
    for (guint i = 0; i < n; i++) {
        const AffiliationDraft *draft = &g_array_index(l->b->affiliation, AffiliationDraft, i);
        all[i] = draft->row;
        all[i].active = linker_ref(l, draft->row.document, &draft->active, draft->row.place);
        all[i].passive = linker_ref(l, draft->row.document, &draft->passive, draft->row.place);
        order[i] = &all[i];
    }
    if (n)
        qsort(order, n, sizeof *order, compare_affiliations_in_order);
    g_autofree bool *repeated = g_new0(bool, n + 1);
    for (guint i = 1; i < n; i++)
        repeated[order[i] - all] = compare_affiliations(&order[i - 1], &order[i]) == 0;
    for (guint i = 0; i < n; i++) {
        if (!repeated[i])
            g_array_append_val(l->affiliation, all[i]);
    }
}

/* Places that turned out to be no country left an empty row. */
static void drop_empty_records(Builder *b)
{
    guint kept = 0;
    for (guint i = 0; i < b->record->len; i++) {
        Record *r = &g_array_index(b->record, Record, i);
        if (r->id)
            g_array_index(b->record, Record, kept++) = *r;
    }
    g_array_set_size(b->record, kept);
}

static int compare_stretches(const void *a, const void *b)
{
    const Stretch *x = a, *y = b;
    if (x->document.i != y->document.i)
        return x->document.i < y->document.i ? -1 : 1;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    if (x->to != y->to)
        return x->to > y->to ? -1 : 1;
    return (int)x->kind - (int)y->kind;
}

static int compare_remarks(const void *a, const void *b)
{
    const Remark *x = a, *y = b;
    Stretch p = {STRETCH_ZONE, x->document, x->from, x->to, NULL};
    Stretch q = {STRETCH_ZONE, y->document, y->from, y->to, NULL};
    int order = compare_stretches(&p, &q);
    return order ? order : (int)x->kind - (int)y->kind;
}

/* Readers add these as they come to them; mentions whose marking was never set stand nowhere. */
static void order_text(Builder *b)
{
    if (!b->options->keep_text)
        return;
    if (b->marking->len < b->mention->len)
        builder_set_marking(b, mention_id_of(b->mention->len - 1), (Marking){.cert = CERT_UNSTATED});
    g_array_sort(b->stretch, compare_stretches); /* a merge sort: equal rows keep their order */
    g_array_sort(b->remark, compare_remarks);
}

/* The array becomes a plain one; n gets its length. */
static void *take(GArray **array, size_t *n)
{
    *n = (*array)->len;
    return g_array_free(g_steal_pointer(array), FALSE);
}

static Corpus *hand_over(Linker *l)
{
    Builder *b = l->b;
    Corpus *c = g_new0(Corpus, 1);
    c->pool = g_steal_pointer(&b->pool);
    c->document = take(&b->document, &c->n_documents);
    c->passage = take(&b->passage, &c->n_passages);
    c->mention = take(&b->mention, &c->n_mentions);
    c->mention_ref = take(&l->mention_ref, &c->n_mention_refs);
    c->ref = take(&l->ref, &c->n_refs);
    c->record = take(&b->record, &c->n_records);
    c->variant = take(&b->variant, &c->n_variants);
    c->identifier = take(&b->identifier, &c->n_identifiers);
    c->event = take(&l->event, &c->n_events);
    c->event_document = take(&l->event_document, &c->n_event_documents);
    c->participation = take(&l->participation, &c->n_participations);
    c->evidence = take(&l->evidence, &c->n_evidence);
    c->affiliation = take(&l->affiliation, &c->n_affiliations);
    if (b->options->keep_text) {
        size_t n_markings;
        c->marking = take(&b->marking, &n_markings);
        c->remark = take(&b->remark, &c->n_remarks);
        c->stretch = take(&b->stretch, &c->n_stretches);
    }
    c->n_bytes = b->n_bytes;
    return c;
}

static void linker_init(Linker *l, Builder *b)
{
    *l = (Linker){.b = b,
                  .event_by_id = lookup_new(),
                  .mention_by_id = lookup_new(),
                  .other_by_id = lookup_new(),
                  .record_by_id = lookup_new(),
                  .ref = g_array_new(FALSE, FALSE, sizeof(Ref)),
                  .mention_ref = g_array_new(FALSE, FALSE, sizeof(RefId)),
                  .event = g_array_new(FALSE, FALSE, sizeof(Event)),
                  .participation = g_array_new(FALSE, FALSE, sizeof(Participation)),
                  .evidence = g_array_new(FALSE, FALSE, sizeof(MentionId)),
                  .event_document = g_array_new(FALSE, FALSE, sizeof(DocumentId)),
                  .affiliation = g_array_new(FALSE, FALSE, sizeof(Affiliation))};
    for (size_t i = 0; i < G_N_ELEMENTS(l->ref_by_text); i++)
        l->ref_by_text[i] = lookup_new();
}

void linker_forget(Linker *l)
{
    g_clear_pointer(&l->path, g_hash_table_unref);
    g_clear_pointer(&l->event_by_id, lookup_free);
    g_clear_pointer(&l->mention_by_id, lookup_free);
    g_clear_pointer(&l->other_by_id, lookup_free);
    g_clear_pointer(&l->record_by_id, lookup_free);
    for (size_t i = 0; i < G_N_ELEMENTS(l->ref_by_text); i++)
        g_clear_pointer(&l->ref_by_text[i], lookup_free);
    g_clear_pointer(&l->said, g_free);
    GArray **const draft[] = {&l->b->participation, &l->b->affiliation, &l->b->target, &l->b->other};
    for (size_t i = 0; i < G_N_ELEMENTS(draft); i++)
        g_clear_pointer(draft[i], g_array_unref);
}

Corpus *builder_finish(Builder *b)
{
    Linker l;
    linker_init(&l, b);
    name_documents(b);
    index_paths(&l);
    drop_empty_records(b);
    order_text(b);
    index_ids(&l);
    events_link(&l);
    link_mentions(&l);
    link_affiliations(&l);
    participations_link(&l);
    Unit asked = b->options->unit, unit = unit_choose(&l, asked);
    events_number(&l, unit.kind == UNIT_EVENT);
    g_clear_pointer(&l.root, g_free);
    g_clear_pointer(&b->event, g_array_unref);
    if (unit.kind != UNIT_EVENT)
        unit_make_events(&l, unit);
    Corpus *corpus = hand_over(&l);
    corpus->unit = unit;
    corpus->title = b->title;
    corpus->unit_was_default = asked.kind == UNIT_DEFAULT;
    corpus->labels_digest = g_strdup(label_map_digest(b->labels));
    return corpus;
}
