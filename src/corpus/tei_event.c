/* tei_event.c - events of a register, and the long form of participation: relations inside them. */
#include "tei.h"
#include <string.h>

static OpenEvent *present(const Tei *t)
{
    return &g_array_index(t->event, OpenEvent, t->event->len - 1);
}

static Target target_of(Tei *t, TeiAttribute attribute)
{
    XmlText value = xml_attribute(t->xml, attribute);
    return value.n ? builder_target(t->builder, t->document, value.s, value.n) : (Target){0};
}

static Slice targets_of(Tei *t, TeiAttribute attribute)
{
    XmlText value = xml_attribute(t->xml, attribute);
    return value.n ? builder_add_targets(t->builder, t->document, value.s, value.n) : (Slice){0, 0};
}

static EventStatus read_status(Tei *t, bool nested)
{
    EventStatus status = nested ? EVENT_SUBEVENT : EVENT_UNSTATED;
    const char *text = tei_string(t, TEI_A_SUBTYPE);
    if (text && !event_status_by_name(text, &status))
        diagnostics_add(t->builder->diagnostics, DIAGNOSTIC_BAD_ATTRIBUTE, xml_place(t->xml),
                        "subtype is focal, related, subevent, background, scheduled or sidebar",
                        "unknown event status \"%s\"; the event counts", text);
    return status;
}

void tei_start_event(Tei *t)
{
    Builder *b = t->builder;
    bool repeated, nested = t->event->len > 0;
    const char *id = tei_id(t, &repeated), *ana = tei_string(t, TEI_A_ANA);
    EventDraft draft = {.event = {.id = id,
                                  .type = tei_string(t, TEI_A_TYPE),
                                  .status = read_status(t, nested),
                                  .kind = EVENT_ANNOTATED,
                                  .parent = event_id_none(),
                                  .document = t->document,
                                  .place = xml_place(t->xml),
                                  .resp = tei_string(t, TEI_A_RESP),
                                  .open = ana && strstr(ana, "#open")},
                        .scope = t->document,
                        .nested_in = nested ? present(t)->draft : event_id_none(),
                        .same_as = target_of(t, TEI_A_SAME_AS),
                        .where = target_of(t, TEI_A_WHERE),
                        .anonymous = !id};
    if (!id) {
        g_autofree char *numbered = g_strdup_printf("%s-event-%u", builder_document(b, t->document)->id, ++t->n_events);
        draft.event.id = pool_string(b->pool, numbered);
    }
    if (draft.event.status == EVENT_SUBEVENT)
        draft.parent = target_of(t, TEI_A_CORRESP);
    g_autofree char *what = g_strdup_printf("event \"%s\"", draft.event.id);
    tei_dates(t, what, &draft.event.first, &draft.event.last);
    OpenEvent open = {event_id_of(b->event->len), xml_depth(t->xml), false};
    g_array_append_val(b->event, draft);
    g_array_append_val(t->event, open);
    tei_frame(t)->undo |= UNDO_EVENT;
}

void tei_end_event(Tei *t)
{
    g_array_set_size(t->event, t->event->len - 1);
}

void tei_start_in_event(Tei *t, TeiElement element)
{
    switch (element) {
    case TEI_EVENT_NAME:
        tei_capture(t, CAPTURE_EVENT_NAME);
        break;
    case TEI_LABEL:
        tei_capture(t, CAPTURE_EVENT_LABEL);
        break;
    case TEI_IDNO:
        if (tei_is(t, TEI_A_TYPE, "series"))
            tei_capture(t, CAPTURE_SERIES);
        break;
    case TEI_PLACE_NAME:
        tei_capture(t, CAPTURE_WHERE);
        break;
    default:
        break;
    }
}

void tei_captured_in_event(Tei *t, CaptureFor what, const char *text)
{
    OpenEvent *open = present(t);
    Event *e = &builder_event(t->builder, open->draft)->event;
    if (*text == '\0')
        return;
    const char *value = pool_string(t->builder->pool, text);
    if (what == CAPTURE_EVENT_NAME && !open->named) {
        e->label = value;
        open->named = true;
    } else if (what == CAPTURE_EVENT_LABEL && !e->label) {
        e->label = value;
    } else if (what == CAPTURE_SERIES && !e->series) {
        e->series = value;
    } else if (what == CAPTURE_WHERE && !e->where) {
        e->where = value;
    }
}

static ParticipationStatus relation_status(Tei *t)
{
    ParticipationStatus status = PART_STATED;
    const char *text = tei_string(t, TEI_A_SUBTYPE);
    if (text && !participation_status_by_name(text, &status))
        diagnostics_add(t->builder->diagnostics, DIAGNOSTIC_BAD_ATTRIBUTE, xml_place(t->xml),
                        "subtype is stated, absent, planned or inferred-affiliation, -parent, -expansion",
                        "unknown status \"%s\"; the participation counts as stated", text);
    return status;
}

static void report_incomplete(Tei *t, DiagnosticCode code, const char *what)
{
    diagnostics_add(t->builder->diagnostics, code, xml_place(t->xml), NULL, "the relation names no %s; it is left out",
                    what);
}

void tei_participation_relation(Tei *t)
{
    Builder *b = t->builder;
    Slice active = targets_of(t, TEI_A_ACTIVE), passive = targets_of(t, TEI_A_PASSIVE);
    ParticipationStatus status = relation_status(t);
    bool inferred = status >= PART_INFERRED_AFFILIATION && status <= PART_INFERRED_EXPANSION;
    const char *role = tei_string(t, TEI_A_NAME);
    ParticipationDraft draft = {
        .row = {.role = role ? role : pool_string(b->pool, inferred ? "represented" : "attendee"),
                .status = status,
                .cert = tei_cert(t),
                .flags = PART_LONG_FORM | tei_ana_flags(t),
                .document = t->document,
                .place = xml_place(t->xml),
                .resp = tei_string(t, TEI_A_RESP)},
        .draft = event_id_none(),
        .source = target_of(t, TEI_A_SOURCE),
        .scope = t->document,
        .hint = ACTOR_UNKNOWN,
        .mention = mention_id_none(),
        .pointer = targets_of(t, TEI_A_CORRESP)};
    if (passive.n == 0 && t->event->len)
        draft.draft = present(t)->draft;
    if (active.n == 0)
        report_incomplete(t, DIAGNOSTIC_BAD_ATTRIBUTE, "actor in @active");
    if (passive.n == 0 && !t->event->len)
        report_incomplete(t, DIAGNOSTIC_UNKNOWN_EVENT, "event in @passive");
    uint32_t n_events = event_id_is_none(draft.draft) ? passive.n : 1;
    if (!tei_may_pair(t, n_events, active.n))
        return;
    for (uint32_t e = 0; e < n_events; e++) {
        if (event_id_is_none(draft.draft) || passive.n)
            draft.event = g_array_index(b->target, Target, passive.first + e);
        for (uint32_t a = 0; a < active.n; a++) {
            draft.actor = g_array_index(b->target, Target, active.first + a);
            g_array_append_val(b->participation, draft);
        }
    }
}
