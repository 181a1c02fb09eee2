/* standoff_events.c - the events of a Standoff: those that are marked as such, and those that marks point to. */
#include "standoff_delivery.h"
#include <string.h>

static const StandoffReference *reference_at(const Delivery *d, Slice slice, uint32_t i)
{
    return &g_array_index(d->s->reference, StandoffReference, d->reference_order[slice.first + i]);
}

static const StandoffEvent *event_at(const Delivery *d, uint32_t row)
{
    return &g_array_index(d->s->event, StandoffEvent, row);
}

static EventId add_draft(const Delivery *d, Event event, bool anonymous, bool pointed)
{
    EventDraft draft = {
        .event = event, .scope = d->document, .nested_in = event_id_none(), .anonymous = anonymous, .pointed = pointed};
    draft.event.kind = EVENT_ANNOTATED;
    draft.event.parent = event_id_none();
    draft.event.document = d->document;
    g_array_append_val(d->b->event, draft);
    return event_id_of(d->b->event->len - 1);
}

/* An event of this document alone, whose id needs the document's before it. */
static const char *local_id(const Delivery *d, const char *id, char kind, uint32_t row)
{
    const char *document = builder_document(d->b, d->document)->id;
    g_autofree char *name =
        id ? g_strdup_printf("%s-%s", document, id) : g_strdup_printf("%s-%c%u", document, kind, row + 1);
    return pool_string(d->b->pool, name);
}

static Place mark_place(const Delivery *d, uint32_t row)
{
    Place place = standoff_text_place(d->s, standoff_mark(d->s, row)->span.begin);
    return delivery_place(d, place.path ? place : standoff_mark(d->s, row)->place);
}

/* Of the marks that point to one event the one that names it best: no "it", no "the meeting" where there is a name. */
static void find_event_names(const Delivery *d)
{
    for (guint i = 0; i < d->s->mark->len; i++) {
        if (d->meaning[i] != MEANING_EVENT || d->mark_reference[i].n == 0)
            continue;
        const char *reference = delivery_own(d, reference_at(d, d->mark_reference[i], 0)->text);
        uint32_t known = lookup_get(d->name_of, 0, reference);
        if (known == UINT32_MAX || delivery_nameness(d, i) > delivery_nameness(d, known))
            lookup_set(d->name_of, 0, reference, i);
    }
}

EventId delivery_pointed_event(const Delivery *d, const char *reference, Event event)
{
    event.id = delivery_own(d, reference);
    uint32_t row = lookup_get(d->draft_of, 0, event.id), name = lookup_get(d->name_of, 0, event.id);
    if (row == UINT32_MAX) {
        if (name != UINT32_MAX)
            event.label = delivery_words(d, standoff_mark(d->s, name)->span);
        row = add_draft(d, event, false, true).i;
        lookup_set(d->draft_of, 0, event.id, row);
    }
    return event_id_of(row);
}

/* "<ministry> <meeting>" and ACE's "Contact:Meet" as types are written here; NULL where the label says nothing. */
static const char *event_type(const Delivery *d, const char *label)
{
    const char *word = NULL;
    if (!label || label_map_find(d->b->labels, LABEL_OF_EVENT, label, &word) == MEANING_EVENT) {
        return word && strcmp(word, "event") != 0 ? pool_string(d->b->pool, word) : NULL;
    }
    g_autofree char *lower = g_ascii_strdown(label, -1);
    return pool_string(d->b->pool, lower);
}

static void add_event(Delivery *d, uint32_t row)
{
    const StandoffEvent *e = event_at(d, row);
    bool triggered = e->trigger.kind == ANCHOR_MARK;
    Slice refs = d->event_reference[row];
    if (refs.n == 0 && triggered)
        refs = d->mark_reference[e->trigger.row];
    Event event = {.label = delivery_own(d, e->name),
                   .type = event_type(d, e->label),
                   .series = delivery_own(d, e->series),
                   .where = delivery_own(d, e->where),
                   .status = e->status,
                   .first = e->first,
                   .last = e->last,
                   .open = e->open,
                   .resp = delivery_own(d, e->resp),
                   .place = triggered ? mark_place(d, e->trigger.row) : delivery_place(d, e->place)};
    if (!event.label && triggered)
        event.label = delivery_words(d, standoff_mark(d->s, e->trigger.row)->span);
    if (refs.n) {
        d->event[row] = delivery_pointed_event(d, reference_at(d, refs, 0)->text, event);
        return;
    }
    bool global = e->global && e->id;
    event.id = global ? delivery_own(d, e->id) : local_id(d, e->id, 'E', row);
    d->event[row] = add_draft(d, event, !global, false);
}

void delivery_add_events(Delivery *d)
{
    find_event_names(d);
    for (guint i = 0; i < d->s->event->len; i++) {
        const char *label = event_at(d, i)->label;
        d->event[i] = event_id_none();
        if (!label || label_map_find(d->b->labels, LABEL_OF_EVENT, label, NULL) != MEANING_IGNORE)
            add_event(d, i);
    }
}

/* The event a mark that means one stands for. */
static EventId named_event(Delivery *d, uint32_t mark)
{
    if (d->triggered[mark] != STANDOFF_NONE)
        return d->event[d->triggered[mark]];
    if (!event_id_is_none(d->named[mark]))
        return d->named[mark];
    const StandoffMark *m = standoff_mark(d->s, mark);
    Event event = {.label = delivery_words(d, m->span),
                   .status = EVENT_UNSTATED,
                   .first = DATE_UNKNOWN,
                   .last = DATE_UNKNOWN,
                   .place = mark_place(d, mark)};
    Slice refs = d->mark_reference[mark];
    if (refs.n)
        return d->named[mark] = delivery_pointed_event(d, reference_at(d, refs, 0)->text, event);
    if (m->chain) {
        g_autofree char *chain = g_strdup_printf("%s-%s", builder_document(d->b, d->document)->id, m->chain);
        event.id = pool_string(d->b->pool, chain);
        uint32_t row = lookup_get(d->draft_of, 1, event.id);
        if (row == UINT32_MAX) {
            row = add_draft(d, event, true, false).i;
            lookup_set(d->draft_of, 1, event.id, row);
        }
        return d->named[mark] = event_id_of(row);
    }
    event.id = local_id(d, m->id, 'M', mark);
    return d->named[mark] = add_draft(d, event, true, false);
}

EventId delivery_anchor_event(Delivery *d, Anchor a)
{
    if (a.kind == ANCHOR_EVENT)
        return d->event[a.row];
    if (a.kind == ANCHOR_MARK && d->meaning[a.row] == MEANING_EVENT)
        return named_event(d, a.row);
    return event_id_none();
}

void delivery_mark_events(Delivery *d)
{
    for (guint i = 0; i < d->s->mark->len && d->b->options->keep_text; i++) {
        if (mention_id_is_none(d->mention[i]) || d->meaning[i] != MEANING_EVENT)
            continue;
        EventId event = d->triggered[i] == STANDOFF_NONE ? d->named[i] : d->event[d->triggered[i]];
        Slice refs = d->mark_reference[i];
        Marking *m = &g_array_index(d->b->marking, Marking, d->mention[i].i);
        if (!event_id_is_none(event))
            m->event = builder_event(d->b, event)->event.id;
        else if (refs.n)
            m->event = delivery_own(d, reference_at(d, refs, 0)->text);
    }
}
