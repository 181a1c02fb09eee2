/* standoff_claims.c - what the rows of a Standoff say: events, who took part in them, who belongs to whom. */
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
    EventDraft draft = {.event = event,
                        .scope = d->document,
                        .nested_in = event_id_none(),
                        .anonymous = anonymous,
                        .pointed = pointed};
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

/* The event a reference points to. */
static EventId pointed_event(const Delivery *d, const char *reference, Event event)
{
    event.id = delivery_own(d, reference);
    uint32_t row = lookup_get(d->draft_of, 0, event.id);
    if (row == UINT32_MAX) {
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
                   .place = triggered ? mark_place(d, e->trigger.row) : delivery_place(d, e->place)};
    if (!event.label && triggered)
        event.label = delivery_words(d, standoff_mark(d->s, e->trigger.row)->span);
    if (refs.n) {
        d->event[row] = pointed_event(d, reference_at(d, refs, 0)->text, event);
        return;
    }
    bool global = e->global && e->id;
    event.id = global ? delivery_own(d, e->id) : local_id(d, e->id, 'E', row);
    d->event[row] = add_draft(d, event, !global, false);
}

void delivery_add_events(Delivery *d)
{
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
        return d->named[mark] = pointed_event(d, reference_at(d, refs, 0)->text, event);
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

/* The event an end of a relation stands for, or none. */
static EventId anchor_event_of(Delivery *d, Anchor a)
{
    if (a.kind == ANCHOR_EVENT)
        return d->event[a.row];
    if (a.kind == ANCHOR_MARK && d->meaning[a.row] == MEANING_EVENT)
        return named_event(d, a.row);
    return event_id_none();
}

static bool is_actor_mark(const Delivery *d, Anchor a)
{
    return a.kind == ANCHOR_MARK && meaning_is_actor(d->meaning[a.row]) && !mention_id_is_none(d->mention[a.row]);
}

/* One statement of participation, before it is a draft for each actor and each piece of evidence. */
typedef struct Claim {
    EventId event;
    uint32_t mark;     /* who */
    const char *actor; /* an id instead, or NULL */
    const char *role;  /* of the builder's pool, or NULL */
    ParticipationStatus status;
    Certainty cert;
    unsigned flags;
    Slice evidence;
    Place place;
} Claim;

static void add_drafts(const Delivery *d, const Claim *c, Target actor, ActorType hint)
{
    ParticipationDraft draft = {.row = {.role = c->role ? c->role : pool_string(d->b->pool, "attendee"),
                                        .status = c->status,
                                        .cert = c->cert,
                                        .flags = PART_LONG_FORM | c->flags,
                                        .document = d->document,
                                        .place = delivery_place(d, c->place)},
                                .draft = c->event,
                                .actor = actor,
                                .scope = d->document,
                                .hint = hint,
                                .mention = mention_id_none()};
    uint32_t n = c->evidence.n ? c->evidence.n : 1, n_added = 0;
    for (uint32_t i = 0; i < n; i++) { /* equal statements become one, with the mentions of all */
        uint32_t mark = c->evidence.n ? g_array_index(d->s->evidence, uint32_t, c->evidence.first + i) : c->mark;
        if (mark == STANDOFF_NONE || mention_id_is_none(d->mention[mark]) || d->meaning[mark] == MEANING_EVENT)
            continue;
        draft.mention = d->mention[mark];
        g_array_append_val(d->b->participation, draft);
        n_added++;
    }
    if (n_added == 0)
        g_array_append_val(d->b->participation, draft);
}

static void add_claim(const Delivery *d, const Claim *c)
{
    ActorType hint = ACTOR_UNKNOWN;
    Slice refs = {0, 0};
    if (c->mark != STANDOFF_NONE && !mention_id_is_none(d->mention[c->mark])) {
        const Mention *m = builder_mention(d->b, d->mention[c->mark]);
        hint = m->type;
        refs = m->refs;
    }
    if (c->actor)
        add_drafts(d, c, (Target){.kind = REF_ID, .text = c->actor}, hint);
    for (uint32_t i = 0; i < MIN(refs.n, (uint32_t)STANDOFF_MOST_REFERENCES) && !c->actor; i++)
        add_drafts(d, c, g_array_index(d->b->target, Target, refs.first + i), hint);
}

static unsigned flags_of(const Delivery *d, AnchorKind kind, uint32_t row)
{
    static const struct {
        const char *attribute, *value;
        unsigned flag;
    } known[] = {{"bloc", "expand", PART_BLOC_EXPAND},
                 {"bloc", "partial", PART_BLOC_PARTIAL},
                 {"bloc-expand", NULL, PART_BLOC_EXPAND},
                 {"bloc-partial", NULL, PART_BLOC_PARTIAL},
                 {"comention", NULL, PART_COMENTION}};
    unsigned flags = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        const char *value = delivery_attribute(d, kind, row, known[i].attribute, NULL);
        if (value && (!known[i].value || g_ascii_strcasecmp(value, known[i].value) == 0))
            flags |= known[i].flag;
    }
    return flags;
}

static void report_value(const Delivery *d, Place place, const char *what, const char *value, const char *taken_as)
{
    diagnostics_add(d->b->diagnostics, DIAGNOSTIC_BAD_ATTRIBUTE, place, NULL, "unknown %s \"%s\"; it is read as %s",
                    what, value, taken_as);
}

/* What attributes on a relation or an event say of the participation. */
static void read_attributes(const Delivery *d, AnchorKind kind, uint32_t row, Claim *c)
{
    Place place;
    const char *value = delivery_attribute(d, kind, row, "role", NULL);
    if (value && *value)
        c->role = pool_string(d->b->pool, value);
    value = delivery_attribute(d, kind, row, "cert", &place);
    value = value ? value : delivery_attribute(d, kind, row, "certainty", &place);
    if (value && !certainty_by_name(value, &c->cert))
        report_value(d, place, "certainty", value, "not given");
    value = delivery_attribute(d, kind, row, "status", &place);
    if (value && *value && !participation_status_by_name(value, &c->status))
        report_value(d, place, "status", value, "stated");
    value = delivery_attribute(d, kind, row, "actor", NULL);
    if (value && *value)
        c->actor = pool_string(d->b->pool, value);
    c->flags |= flags_of(d, kind, row);
}

static void report_ends(const Delivery *d, const StandoffRelation *r, const char *what)
{
    diagnostics_add(d->b->diagnostics, DIAGNOSTIC_BAD_RELATION, delivery_place(d, r->place), NULL,
                    "%s%s\"%s\" %s; it is left out", r->id ? r->id : "", r->id ? ": " : "", r->label, what);
}

static void add_participation(Delivery *d, uint32_t row, const char *role)
{
    const StandoffRelation *r = &g_array_index(d->s->relation, StandoffRelation, row);
    EventId from = anchor_event_of(d, r->from), to = anchor_event_of(d, r->to);
    Anchor who = event_id_is_none(from) ? r->from : r->to;
    if (event_id_is_none(from) == event_id_is_none(to) || who.kind != ANCHOR_MARK) {
        report_ends(d, r, event_id_is_none(from) ? "ties no event" : "ties two events");
        return;
    }
    if (!is_actor_mark(d, who)) {
        if (d->meaning[who.row] != MEANING_PLACE && d->meaning[who.row] != MEANING_DEMONYM)
            report_ends(d, r, "ties no actor to the event");
        return;
    }
    Claim c = {.event = event_id_is_none(from) ? to : from,
               .mark = who.row,
               .role = role ? pool_string(d->b->pool, role) : NULL,
               .status = PART_STATED,
               .cert = CERT_UNSTATED,
               .place = r->place};
    read_attributes(d, ANCHOR_RELATION, row, &c);
    const char *event = delivery_attribute(d, ANCHOR_RELATION, row, "event", NULL);
    if (event && *event) {
        const Event unnamed = {.status = EVENT_UNSTATED,
                               .first = DATE_UNKNOWN,
                               .last = DATE_UNKNOWN,
                               .place = delivery_place(d, r->place)};
        c.event = pointed_event(d, event, unnamed);
    }
    add_claim(d, &c);
}

/* What a relation of two actors is, by what they are. */
static bool kind_by_types(ActorType active, ActorType passive, AffiliationKind *kind)
{
    static const struct {
        ActorType active, passive;
        AffiliationKind kind;
    } known[] = {{ACTOR_OFFICIAL, ACTOR_AGENCY, AFFILIATION_MEMBER_OF},
                 {ACTOR_OFFICIAL, ACTOR_COUNTRY, AFFILIATION_REPRESENTS},
                 {ACTOR_AGENCY, ACTOR_COUNTRY, AFFILIATION_AGENCY_OF},
                 {ACTOR_AGENCY, ACTOR_AGENCY, AFFILIATION_PART_OF},
                 {ACTOR_COUNTRY, ACTOR_BLOC, AFFILIATION_BLOC_MEMBER}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        if (known[i].active == active && known[i].passive == passive) {
            *kind = known[i].kind;
            return true;
        }
    }
    return false;
}

static Date date_attribute(const Delivery *d, uint32_t row, const char *name)
{
    Place place = {0};
    const char *value = delivery_attribute(d, ANCHOR_RELATION, row, name, &place);
    return value ? builder_date(d->b, value, strlen(value), place) : DATE_UNKNOWN;
}

static void add_affiliation(Delivery *d, uint32_t row, const char *word, bool reversed)
{
    const StandoffRelation *r = &g_array_index(d->s->relation, StandoffRelation, row);
    Anchor active = reversed ? r->to : r->from, passive = reversed ? r->from : r->to;
    if (!is_actor_mark(d, active) || !is_actor_mark(d, passive)) {
        bool places = (active.kind == ANCHOR_MARK && d->meaning[active.row] == MEANING_PLACE) ||
                      (passive.kind == ANCHOR_MARK && d->meaning[passive.row] == MEANING_PLACE);
        if (!places) /* who sits in a town is known, and nothing to the network */
            report_ends(d, r, "does not tie two actors");
        return;
    }
    const Mention *who = builder_mention(d->b, d->mention[active.row]);
    const Mention *whose = builder_mention(d->b, d->mention[passive.row]);
    AffiliationKind kind;
    const char *basis = delivery_attribute(d, ANCHOR_RELATION, row, "basis", NULL);
    basis = basis ? basis : delivery_attribute(d, ANCHOR_RELATION, row, "kind", NULL);
    bool known = (basis && affiliation_kind_by_name(basis, &kind)) || (word && affiliation_kind_by_name(word, &kind)) ||
                 kind_by_types(who->type, whose->type, &kind);
    if (!known) {
        g_autofree char *what = g_strdup_printf("ties %s to %s, which is no affiliation the program knows",
                                                actor_type_name(who->type), actor_type_name(whose->type));
        report_ends(d, r, what);
        return;
    }
    Date from = date_attribute(d, row, "from"), to = date_attribute(d, row, "to");
    for (uint32_t i = 0; i < MIN(who->refs.n, (uint32_t)STANDOFF_MOST_REFERENCES); i++) {
        for (uint32_t k = 0; k < MIN(whose->refs.n, (uint32_t)STANDOFF_MOST_REFERENCES); k++) {
            AffiliationDraft draft = {
                .row = {.kind = kind, .from = from, .to = to, .document = d->document,
                        .place = delivery_place(d, r->place)},
                .active = g_array_index(d->b->target, Target, who->refs.first + i),
                .passive = g_array_index(d->b->target, Target, whose->refs.first + k)};
            g_array_append_val(d->b->affiliation, draft);
        }
    }
}

/* The first event becomes a part of the second. */
static void add_subevent(const Delivery *d, EventId part, EventId whole)
{
    EventDraft *draft = builder_event(d->b, part);
    draft->event.status = EVENT_SUBEVENT;
    draft->nested_in = whole;
}

static void add_relation(Delivery *d, uint32_t row)
{
    const StandoffRelation *r = &g_array_index(d->s->relation, StandoffRelation, row);
    if (r->from.kind == ANCHOR_NONE || r->to.kind == ANCHOR_NONE || !r->label)
        return;
    const char *word;
    Meaning meaning = label_map_find(d->b->labels, LABEL_OF_RELATION, r->label, &word);
    if (meaning == MEANING_UNKNOWN)
        label_map_report(d->b->labels, LABEL_OF_RELATION, r->label, delivery_place(d, r->place), d->b->diagnostics);
    if (meaning == MEANING_PARTICIPATION)
        add_participation(d, row, word);
    if (meaning == MEANING_AFFILIATION || meaning == MEANING_AFFILIATED)
        add_affiliation(d, row, word, meaning == MEANING_AFFILIATED);
    if (meaning == MEANING_SUBEVENT) {
        EventId part = anchor_event_of(d, r->from), whole = anchor_event_of(d, r->to);
        if (event_id_is_none(part) || event_id_is_none(whole))
            report_ends(d, r, "does not tie two events");
        else
            add_subevent(d, part, whole);
    }
}

/* Where or when: the words of a mark, unless the event is known to be somewhere. */
static void describe_event(const Delivery *d, const StandoffArgument *a, Meaning meaning)
{
    Event *e = &builder_event(d->b, d->event[a->event])->event;
    if (a->filler.kind != ANCHOR_MARK)
        return;
    const char *words = delivery_words(d, standoff_mark(d->s, a->filler.row)->span);
    const char *when = delivery_attribute(d, ANCHOR_MARK, a->filler.row, "when", NULL);
    Date date;
    if (meaning == MEANING_WHERE && !e->where)
        e->where = words;
    if (meaning == MEANING_WHEN && date_is_unknown(e->first) && date_parse(when && *when ? when : words, &date))
        e->first = e->last = date;
}

/* "Agent2" is a second Agent; "Person-Arg" says no more than Person. */
static Meaning role_meaning(const Delivery *d, const char *role, const char **word)
{
    *word = NULL;
    if (!role)
        return MEANING_PARTICIPATION;
    Meaning meaning = label_map_find(d->b->labels, LABEL_OF_ROLE, role, word);
    size_t n = strlen(role);
    while (n > 1 && g_ascii_isdigit(role[n - 1]))
        n--;
    if (n > 4 && g_ascii_strncasecmp(role + n - 4, "-Arg", 4) == 0)
        n -= 4;
    g_autofree char *stem = g_strndup(role, n);
    if (meaning == MEANING_UNKNOWN && role[n])
        meaning = label_map_find(d->b->labels, LABEL_OF_ROLE, stem, word);
    if (meaning == MEANING_UNKNOWN || (meaning == MEANING_PARTICIPATION && !*word)) {
        *word = pool_string(d->b->pool, stem); /* any other word is kept as it is */
        return MEANING_PARTICIPATION;
    }
    return meaning;
}

static void add_argument(Delivery *d, const StandoffArgument *a)
{
    const char *word;
    Meaning meaning = role_meaning(d, a->role, &word);
    if (a->event >= d->s->event->len || event_id_is_none(d->event[a->event]))
        return;
    if (meaning == MEANING_WHERE || meaning == MEANING_WHEN)
        describe_event(d, a, meaning);
    EventId other = anchor_event_of(d, a->filler);
    if (meaning == MEANING_SUBEVENT && !event_id_is_none(other))
        add_subevent(d, other, d->event[a->event]);
    if (meaning != MEANING_PARTICIPATION || (!is_actor_mark(d, a->filler) && !a->actor))
        return;
    Claim c = {.event = d->event[a->event],
               .mark = a->filler.kind == ANCHOR_MARK ? a->filler.row : STANDOFF_NONE,
               .actor = delivery_own(d, a->actor),
               .role = word ? pool_string(d->b->pool, word) : NULL,
               .status = a->status,
               .cert = a->cert,
               .flags = a->flags,
               .evidence = a->evidence,
               .place = a->place};
    add_claim(d, &c);
}

static void add_records(const Delivery *d)
{
    const Standoff *s = d->s;
    for (guint i = 0; i < s->record->len; i++) {
        const StandoffRecord *r = &g_array_index(s->record, StandoffRecord, i);
        Record record = {.id = delivery_own(d, r->id),
                         .type = r->type,
                         .label = delivery_own(d, r->label ? r->label : r->id),
                         .subtype = delivery_own(d, r->subtype),
                         .variants = {d->b->variant->len, r->variants.n},
                         .identifiers = {d->b->identifier->len, r->identifiers.n},
                         .document = d->document,
                         .place = delivery_place(d, r->place)};
        for (uint32_t k = 0; k < r->variants.n; k++) {
            const char *variant = pool_string(d->b->pool, g_array_index(s->variant, const char *, r->variants.first + k));
            g_array_append_val(d->b->variant, variant);
        }
        for (uint32_t k = 0; k < r->identifiers.n; k++) {
            Identifier own = g_array_index(s->identifier, Identifier, r->identifiers.first + k);
            own = (Identifier){pool_string(d->b->pool, own.scheme), pool_string(d->b->pool, own.value)};
            g_array_append_val(d->b->identifier, own);
        }
        g_array_append_val(d->b->record, record);
    }
    for (guint i = 0; i < s->affiliation->len; i++) {
        const StandoffAffiliation *a = &g_array_index(s->affiliation, StandoffAffiliation, i);
        AffiliationDraft draft = {
            .row = {.kind = a->kind, .from = a->from, .to = a->to, .document = d->document,
                    .place = delivery_place(d, a->place)},
            .active = {.kind = a->active_is_name ? REF_NAME : REF_ID, .text = delivery_own(d, a->active)},
            .passive = {.kind = a->passive_is_name ? REF_NAME : REF_ID, .text = delivery_own(d, a->passive)}};
        g_array_append_val(d->b->affiliation, draft);
    }
}

void delivery_add_claims(Delivery *d)
{
    for (guint i = 0; i < d->s->argument->len; i++)
        add_argument(d, &g_array_index(d->s->argument, StandoffArgument, i));
    for (guint i = 0; i < d->s->relation->len; i++)
        add_relation(d, i);
    add_records(d);
}
