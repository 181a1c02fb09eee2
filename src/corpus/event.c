/* event.c - which drafts tell of one event: equal ids, @sameAs, and subevents that count for their parents. */
#include "link.h"

static EventDraft *draft_of(const Linker *l, uint32_t i)
{
    return &g_array_index(l->b->event, EventDraft, i);
}

static uint32_t root_of(const Linker *l, uint32_t i)
{
    while (l->root[i] != i)
        i = l->root[i];
    return i;
}

static void index_events(Linker *l)
{
    for (guint i = 0; i < l->b->event->len; i++) {
        const EventDraft *d = draft_of(l, i);
        l->root[i] = i;
        if (d->anonymous)
            continue;
        if (lookup_get(l->event_by_id, d->scope.i, d->event.id) == UINT32_MAX)
            lookup_set(l->event_by_id, d->scope.i, d->event.id, i);
        bool authority = builder_document(l->b, d->scope)->authority;
        if (authority && lookup_get(l->event_by_id, AUTHORITY, d->event.id) == UINT32_MAX)
            lookup_set(l->event_by_id, AUTHORITY, d->event.id, i);
    }
}

/* Ruling 2: the same id with the same type and label is one event. What a table leaves out does not differ. */
static bool is_same(const EventDraft *a, const EventDraft *b)
{
    bool table = a->event.kind == EVENT_TABLE || b->event.kind == EVENT_TABLE;
    bool type = a->event.type == b->event.type || !a->event.type || !b->event.type;
    bool label =
        a->event.label == b->event.label ? a->event.label || table : table && (!a->event.label || !b->event.label);
    return type && label;
}

/* Takes from the other what is not known here. */
static void absorb(Event *e, const Event *other)
{
    e->label = e->label ? e->label : other->label;
    e->type = e->type ? e->type : other->type;
    e->series = e->series ? e->series : other->series;
    e->where = e->where ? e->where : other->where;
    if (date_is_unknown(e->first) && date_is_unknown(e->last)) {
        e->first = other->first;
        e->last = other->last;
    }
}

static void report_dates(Linker *l, const EventDraft *here, const EventDraft *there)
{
    DateOrder order = date_compare(here->event.first, there->event.first);
    bool unknown = date_is_unknown(here->event.first) || date_is_unknown(there->event.first);
    char a[DATE_SIZE], b[DATE_SIZE];
    if (!unknown && (order == DATE_BEFORE || order == DATE_AFTER))
        diagnostics_add(l->b->diagnostics, DIAGNOSTIC_ID_CLASH, here->event.place, "give one date, or two ids",
                        "event \"%s\" is dated %s here, %s in %s; the latter is used", here->event.id,
                        date_format(here->event.first, a), date_format(there->event.first, b), there->event.place.path);
}

/* Events that are known by what points to their id are those that bear it; else the first of them stands for all. */
static void merge_pointed(Linker *l, Lookup *first)
{
    for (uint32_t i = 0; i < l->b->event->len; i++) {
        EventDraft *d = draft_of(l, i);
        if (!d->pointed)
            continue;
        uint32_t k = lookup_get(first, 0, d->event.id);
        if (k == UINT32_MAX)
            lookup_set(first, 0, d->event.id, i);
        else
            l->root[i] = k;
        if (k != UINT32_MAX && draft_of(l, k)->pointed)
            absorb(&draft_of(l, k)->event, &d->event);
    }
}

/* Events of several documents that bear one id: one event, or a clash. */
static void merge_equal_ids(Linker *l)
{
    guint n = l->b->event->len;
    g_autoptr(Lookup) first = lookup_new();
    g_autofree uint32_t *next = g_new(uint32_t, n + 1); /* the next event of that id, all different */
    for (uint32_t i = 0; i < n; i++) {
        EventDraft *d = draft_of(l, i);
        next[i] = UINT32_MAX;
        if (d->anonymous || d->pointed)
            continue;
        uint32_t last = UINT32_MAX, k = lookup_get(first, 0, d->event.id);
        if (k == UINT32_MAX)
            lookup_set(first, 0, d->event.id, i);
        for (; k != UINT32_MAX; last = k, k = next[k]) {
            EventDraft *known = draft_of(l, k);
            bool repeated = document_id_equal(known->scope, d->scope); /* reported as duplicate id */
            if (!repeated && !is_same(known, d))
                continue;
            l->root[i] = k;
            known->event.status =
                MIN(known->event.status, d->event.status); /* it counts where one document counts it */
            if (!repeated)
                report_dates(l, d, known);
            absorb(&known->event, &d->event);
            break;
        }
        if (k != UINT32_MAX || last == UINT32_MAX)
            continue;
        next[last] = i;
        const EventDraft *other = draft_of(l, lookup_get(first, 0, d->event.id));
        diagnostics_add(l->b->diagnostics, DIAGNOSTIC_ID_CLASH, d->event.place, NULL,
                        "event \"%s\" is another one in %s line %u (\"%s\"); they count as two", d->event.id,
                        other->event.place.path, other->event.place.line,
                        other->event.label ? other->event.label : "without a name");
    }
    merge_pointed(l, first);
}

static void merge_same_as(Linker *l)
{
    for (uint32_t i = 0; i < l->b->event->len; i++) {
        const EventDraft *d = draft_of(l, i);
        if (!d->same_as.text)
            continue;
        uint32_t target = linker_find(l, l->event_by_id, d->scope, &d->same_as);
        if (target != UINT32_MAX) {
            uint32_t from = root_of(l, i), to = root_of(l, target);
            l->root[from] = to;
            if (from != to)
                absorb(&draft_of(l, to)->event, &draft_of(l, from)->event);
        } else if (!d->same_as.file || linker_documents(l, d->same_as.file).n) {
            diagnostics_add(l->b->diagnostics, DIAGNOSTIC_UNKNOWN_EVENT, d->event.place, NULL,
                            "sameAs of event \"%s\" names \"%s\", which is no event", d->event.id, d->same_as.text);
        }
    }
}

/* The parent that any of the drafts of a subevent names, by @corresp or by standing in it. */
static void find_parents(Linker *l)
{
    for (uint32_t i = 0; i < l->b->event->len; i++) {
        const EventDraft *d = draft_of(l, i);
        Event *e = &draft_of(l, root_of(l, i))->event;
        if (e->status != EVENT_SUBEVENT || !event_id_is_none(e->parent))
            continue;
        uint32_t parent = d->parent.text ? linker_find(l, l->event_by_id, d->scope, &d->parent) : d->nested_in.i;
        if (parent != UINT32_MAX && root_of(l, parent) != root_of(l, i))
            e->parent = event_id_of(root_of(l, parent));
    }
}

/* Cuts what would never end and names subevents whose participants would be lost. */
static void check_parents(Linker *l)
{
    for (uint32_t i = 0; i < l->b->event->len; i++) {
        if (l->root[i] != i || draft_of(l, i)->event.status != EVENT_SUBEVENT)
            continue;
        Event *e = &draft_of(l, i)->event;
        uint32_t steps = 0, at = i;
        while (!event_id_is_none(draft_of(l, at)->event.parent) && steps++ <= l->b->event->len)
            at = draft_of(l, at)->event.parent.i;
        if (steps > l->b->event->len)
            e->parent = event_id_none();
        if (event_id_is_none(e->parent))
            diagnostics_add(l->b->diagnostics, DIAGNOSTIC_UNKNOWN_EVENT, e->place,
                            "put it inside its event, or name that one in @corresp",
                            "subevent \"%s\" belongs to no event; its participants count nowhere", e->id);
    }
}

/* The name of the place whose id an event gives; the id itself where no register has it. */
static void name_places(Linker *l)
{
    for (uint32_t i = 0; i < l->b->event->len; i++) {
        EventDraft *d = draft_of(l, i);
        if (!d->where.text || d->event.where)
            continue;
        uint32_t other = linker_find(l, l->other_by_id, d->scope, &d->where);
        const char *label = other == UINT32_MAX ? NULL : g_array_index(l->b->other, OtherId, other).label;
        d->event.where = label ? label : d->where.text;
    }
}

/* A short form whose @corresp points to a person, a mention or a place is no participation, and no mistake. */
static bool points_elsewhere(const Linker *l, const ParticipationDraft *p)
{
    return (p->row.flags & PART_SHORT_FORM) && (linker_find(l, l->mention_by_id, p->scope, &p->event) != UINT32_MAX ||
                                                linker_find(l, l->record_by_id, p->scope, &p->event) != UINT32_MAX ||
                                                linker_find(l, l->other_by_id, p->scope, &p->event) != UINT32_MAX);
}

void events_link(Linker *l)
{
    l->root = g_new(uint32_t, l->b->event->len + 1);
    index_events(l);
    name_places(l);
    merge_equal_ids(l);
    merge_same_as(l);
    find_parents(l);
    check_parents(l);
    l->said = g_new(uint32_t, l->b->participation->len + 1);
    for (guint i = 0; i < l->b->participation->len; i++) {
        const ParticipationDraft *p = &g_array_index(l->b->participation, ParticipationDraft, i);
        uint32_t draft = p->draft.i;
        if (event_id_is_none(p->draft))
            draft = linker_find(l, l->event_by_id, p->scope, &p->event);
        l->said[i] = draft == UINT32_MAX ? UINT32_MAX : root_of(l, draft);
        if (draft == UINT32_MAX && !points_elsewhere(l, p))
            diagnostics_add(l->b->diagnostics, DIAGNOSTIC_UNKNOWN_EVENT, p->row.place, NULL,
                            "no event \"%s\" is registered", p->event.text);
    }
}

typedef struct Telling {
    EventId event;
    DocumentId document;
} Telling;

static int compare_tellings(const void *a, const void *b)
{
    const Telling *x = a, *y = b;
    if (x->event.i != y->event.i)
        return x->event.i < y->event.i ? -1 : 1;
    return x->document.i < y->document.i ? -1 : x->document.i > y->document.i;
}

/* Which documents tell each event: those that register it or say who took part; a mere authority file only if no other.
 */
static void list_documents(Linker *l, const EventId *number)
{
    g_autoptr(GArray) told = g_array_new(FALSE, FALSE, sizeof(Telling));
    for (guint i = 0; i < l->b->event->len; i++) {
        Telling t = {number[root_of(l, i)], draft_of(l, i)->event.document};
        bool tells = !builder_document(l->b, t.document)->authority && !draft_of(l, i)->pointed;
        if (!event_id_is_none(t.event) && tells)
            g_array_append_val(told, t);
    }
    for (guint i = 0; i < l->participation->len; i++) {
        const Participation *p = &g_array_index(l->participation, Participation, i);
        Telling t = {p->said_of, p->document};
        g_array_append_val(told, t);
        t.event = p->event;
        g_array_append_val(told, t);
    }
    g_array_sort(told, compare_tellings);
    guint k = 0;
    for (guint i = 0; i < l->event->len; i++) {
        Event *e = &g_array_index(l->event, Event, i);
        e->documents.first = l->event_document->len;
        for (; k < told->len && g_array_index(told, Telling, k).event.i == i; k++) {
            const Telling *t = &g_array_index(told, Telling, k);
            if (k == 0 || compare_tellings(t, t - 1) != 0)
                g_array_append_val(l->event_document, t->document);
        }
        if (l->event_document->len == e->documents.first)
            g_array_append_val(l->event_document, e->document);
        e->documents.n = l->event_document->len - e->documents.first;
    }
}

/* The event whose tie a draft makes: itself, or the one a subevent is part of in the end. */
static uint32_t counting_draft(const Linker *l, uint32_t i)
{
    while (draft_of(l, i)->event.status == EVENT_SUBEVENT && !event_id_is_none(draft_of(l, i)->event.parent))
        i = draft_of(l, i)->event.parent.i;
    return i;
}

/* Numbers the drafts that become events; the others get none. */
static EventId *number_drafts(Linker *l, bool keep_annotated)
{
    guint n = l->b->event->len;
    g_autofree bool *wanted = g_new0(bool, n + 1);
    for (guint i = 0; i < n; i++)
        wanted[root_of(l, i)] |= !draft_of(l, i)->anonymous && !draft_of(l, i)->pointed;
    for (guint i = 0; i < l->participation->len; i++) {
        const Participation *p = &g_array_index(l->participation, Participation, i);
        wanted[p->said_of.i] = wanted[counting_draft(l, p->said_of.i)] = true;
    }
    EventId *number = g_new(EventId, n + 1);
    uint32_t next = 0;
    for (guint i = 0; i < n; i++) {
        bool kept = l->root[i] == i && wanted[i] && (keep_annotated || draft_of(l, i)->event.kind == EVENT_TABLE);
        number[i] = kept ? event_id_of(next++) : event_id_none();
    }
    return number;
}

void events_number(Linker *l, bool keep_annotated)
{
    g_autofree EventId *number = number_drafts(l, keep_annotated);
    for (guint i = 0; i < l->b->event->len; i++) {
        Event e = draft_of(l, i)->event;
        if (event_id_is_none(number[i]))
            continue;
        e.label = e.label ? e.label : e.id;
        e.type = e.type ? e.type : pool_string(l->b->pool, "event");
        e.parent = event_id_is_none(e.parent) ? e.parent : number[e.parent.i];
        g_array_append_val(l->event, e);
    }
    guint kept = 0;
    for (guint i = 0; i < l->participation->len; i++) {
        Participation p = g_array_index(l->participation, Participation, i);
        p.event = number[counting_draft(l, p.said_of.i)];
        p.said_of = number[p.said_of.i];
        if (!event_id_is_none(p.event) && !event_id_is_none(p.said_of))
            g_array_index(l->participation, Participation, kept++) = p;
    }
    g_array_set_size(l->participation, kept);
    list_documents(l, number);
}
