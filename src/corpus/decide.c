/* decide.c - decisions of events, done: those that are the same become one, those that are not are listed. */
#include "decisions.h"
#include "disjoint.h"
#include <stdlib.h>
#include <string.h>

typedef struct Decider {
    Corpus *corpus;
    Diagnostics *diagnostics;
    GHashTable *event; /* id → row of the first event that has it, plus one */
    bool *shared;      /* one an event: a later one has its id */
} Decider;

static bool is_of_file(const Corpus *c, DocumentId document, const char *file, size_t n)
{
    const Document *d = &c->document[document.i];
    const char *const known[] = {d->id, d->name, d->path};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (known[i] && strlen(known[i]) == n && strncmp(known[i], file, n) == 0)
            return true;
    return false;
}

/* The event of an id, or of FILE#id; UINT32_MAX and *several where the id alone does not tell. */
static uint32_t find_event(const Decider *s, const char *text, bool *several)
{
    uint32_t row = GPOINTER_TO_UINT(g_hash_table_lookup(s->event, text));
    const char *hash = strchr(text, '#');
    *several = row && s->shared[row - 1];
    if (row)
        return *several ? UINT32_MAX : row - 1;
    for (uint32_t e = 0; hash && e < s->corpus->n_events; e++)
        if (strcmp(s->corpus->event[e].id, hash + 1) == 0 &&
            is_of_file(s->corpus, s->corpus->event[e].document, text, (size_t)(hash - text)))
            return e;
    return UINT32_MAX;
}

static void tell_unknown(const Decider *s, const Decision *d, const char *text, bool several)
{
    if (several)
        diagnostics_add(s->diagnostics, DIAGNOSTIC_DECISION_UNKNOWN, d->place, "write FILE#id",
                        "several events have the id %s", text);
    else
        diagnostics_add(s->diagnostics, DIAGNOSTIC_DECISION_UNKNOWN, d->place, NULL, "no event has the id %s", text);
}

/* --- events --- */

static void absorb(Event *e, const Event *other)
{
    if (!e->type || strcmp(e->type, "event") == 0)
        e->type = other->type ? other->type : e->type;
    e->series = e->series ? e->series : other->series;
    e->where = e->where ? e->where : other->where;
    if (date_is_unknown(e->first) && date_is_unknown(e->last)) {
        e->first = other->first;
        e->last = other->last;
    }
    e->status = MIN(e->status, other->status); /* who saw it held knows better than who announced it */
}

static void add_documents(const Corpus *c, Slice from, GArray *all, guint first)
{
    for (uint32_t i = 0; i < from.n; i++) {
        DocumentId document = c->event_document[from.first + i];
        bool known = false;
        for (guint j = first; j < all->len; j++)
            known |= document_id_equal(g_array_index(all, DocumentId, j), document);
        if (!known)
            g_array_append_val(all, document);
    }
}

static gint by_document(gconstpointer a, gconstpointer b)
{
    const DocumentId *x = a, *y = b;
    return (x->i > y->i) - (x->i < y->i);
}

/* Documents of every event that stays, those of its others with them, in order. */
static void unite_documents(Corpus *c, uint32_t *parent, GArray *all)
{
    g_autofree uint32_t *next = g_new(uint32_t, c->n_events + 1); /* members of a set, chained from its root */
    g_autofree uint32_t *last = g_new(uint32_t, c->n_events + 1);
    for (uint32_t e = 0; e < c->n_events; e++) {
        uint32_t root = disjoint_root(parent, e);
        next[e] = UINT32_MAX;
        if (root != e)
            next[last[root]] = e;
        last[root] = e;
    }
    for (uint32_t e = 0; e < c->n_events; e++) {
        guint first = all->len;
        if (disjoint_root(parent, e) != e)
            continue;
        for (uint32_t m = e; m != UINT32_MAX; m = next[m]) {
            add_documents(c, c->event[m].documents, all, first);
            if (m != e)
                absorb(&c->event[e], &c->event[m]);
        }
        if (next[e] != UINT32_MAX)
            qsort(&g_array_index(all, DocumentId, first), all->len - first, sizeof(DocumentId), by_document);
        c->event[e].documents = (Slice){first, all->len - first};
    }
}

/* Leaves the roots; number: old row → new row. */
static void merge_events(Corpus *c, uint32_t *parent, uint32_t *number)
{
    GArray *all = g_array_new(FALSE, FALSE, sizeof(DocumentId));
    uint32_t n = 0;
    unite_documents(c, parent, all);
    for (uint32_t e = 0; e < c->n_events; e++)
        number[e] = disjoint_root(parent, e) == e ? n++ : number[disjoint_root(parent, e)];
    for (uint32_t e = 0; e < c->n_events; e++)
        if (disjoint_root(parent, e) == e) {
            Event row = c->event[e];
            if (!event_id_is_none(row.parent))
                row.parent = event_id_of(number[row.parent.i]);
            if (row.parent.i == number[e])
                row.parent = event_id_none();
            c->event[number[e]] = row;
        }
    c->n_events = n;
    for (size_t i = 0; i < c->n_participations; i++) {
        c->participation[i].event = event_id_of(number[c->participation[i].event.i]);
        c->participation[i].said_of = event_id_of(number[c->participation[i].said_of.i]);
    }
    c->n_event_documents = all->len;
    g_free(c->event_document);
    c->event_document = (DocumentId *)(void *)g_array_free(all, FALSE);
}

static int by_events(const void *a, const void *b)
{
    const EventPair *x = a, *y = b;
    if (x->a.i != y->a.i)
        return x->a.i < y->a.i ? -1 : 1;
    return (x->b.i > y->b.i) - (x->b.i < y->b.i);
}

static void decide_events(Decider *s, uint32_t (*thing)[2])
{
    Corpus *c = s->corpus;
    g_autofree uint32_t *parent = g_new(uint32_t, c->n_events + 1);
    g_autofree uint32_t *number = g_new(uint32_t, c->n_events + 1);
    g_autofree bool *void_row = g_new0(bool, c->n_decisions + 1);
    decisions_unite(c, DECISION_EVENT, thing, c->n_events, parent, void_row, s->diagnostics);
    for (uint32_t e = 0; e < c->n_events; e++)
        number[e] = e;
    g_autoptr(GArray) distinct = g_array_new(FALSE, FALSE, sizeof(EventPair));
    bool merges = false;
    for (size_t r = 0; r < c->n_decisions; r++) {
        if (c->decision[r].kind != DECISION_EVENT || thing[r][0] == UINT32_MAX || thing[r][1] == UINT32_MAX ||
            void_row[r])
            continue;
        c->n_decided++;
        merges |= c->decision[r].verdict == VERDICT_SAME;
    }
    if (merges)
        merge_events(c, parent, number);
    for (size_t r = 0; r < c->n_decisions; r++) {
        if (c->decision[r].kind != DECISION_EVENT || c->decision[r].verdict != VERDICT_DIFFERENT || void_row[r] ||
            thing[r][0] == UINT32_MAX || thing[r][1] == UINT32_MAX)
            continue;
        uint32_t a = number[thing[r][0]], b = number[thing[r][1]];
        EventPair pair = {event_id_of(MIN(a, b)), event_id_of(MAX(a, b))};
        g_array_append_val(distinct, pair);
    }
    g_array_sort(distinct, by_events);
    c->n_distinct = distinct->len;
    c->distinct = (EventPair *)(void *)g_array_free(g_steal_pointer(&distinct), FALSE);
    for (size_t r = 0; r < c->n_decisions; r++) /* what participations are about moved, too */
        if (thing[r][0] != UINT32_MAX)
            thing[r][0] = number[thing[r][0]];
}

void decide(Corpus *c, Diagnostics *diagnostics)
{
    bool events = false;
    for (size_t r = 0; r < c->n_decisions; r++)
        events |= c->decision[r].kind != DECISION_ACTOR;
    if (!events)
        return;
    g_autoptr(GHashTable) event = g_hash_table_new(g_str_hash, g_str_equal);
    g_autofree bool *shared = g_new0(bool, c->n_events + 1);
    g_autofree uint32_t(*thing)[2] = g_malloc_n(c->n_decisions, sizeof *thing);
    Decider s = {c, diagnostics, event, shared};
    for (uint32_t e = 0; e < c->n_events; e++) {
        uint32_t known = GPOINTER_TO_UINT(g_hash_table_lookup(event, c->event[e].id));
        if (known)
            shared[known - 1] = true;
        else
            g_hash_table_insert(event, (char *)c->event[e].id, GUINT_TO_POINTER(e + 1));
    }
    for (size_t r = 0; r < c->n_decisions; r++) {
        const Decision *d = &c->decision[r];
        const char *const text[2] = {d->a, d->b};
        thing[r][0] = thing[r][1] = UINT32_MAX;
        for (int i = 0; i < (d->kind == DECISION_EVENT ? 2 : d->kind == DECISION_PARTICIPATION ? 1 : 0); i++) {
            bool several;
            thing[r][i] = find_event(&s, text[i], &several);
            if (thing[r][i] == UINT32_MAX)
                tell_unknown(&s, d, text[i], several);
        }
    }
    decide_events(&s, thing);
    for (size_t r = 0; r < c->n_decisions; r++)
        c->decision[r].event = event_id_of(c->decision[r].kind == DECISION_PARTICIPATION ? thing[r][0] : UINT32_MAX);
}
