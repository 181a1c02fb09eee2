/* standoff_claims.c - what the relations and arguments of a Standoff say: who took part, who belongs to whom. */
#include "standoff_delivery.h"
#include <string.h>

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
    const char *resp;
    Place place;
} Claim;

static void add_drafts(const Delivery *d, const Claim *c, Target actor, ActorType hint)
{
    ParticipationDraft draft = {.row = {.role = c->role ? c->role : pool_string(d->b->pool, "attendee"),
                                        .status = c->status,
                                        .cert = c->cert,
                                        .flags = PART_LONG_FORM | c->flags,
                                        .document = d->document,
                                        .resp = c->resp,
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

/* Is the end a mark whose label says nothing to the network? That was told, or is no mistake. */
static bool is_passed_over(const Delivery *d, Anchor a)
{
    if (a.kind != ANCHOR_MARK)
        return a.kind == ANCHOR_EVENT && event_id_is_none(d->event[a.row]);
    Meaning m = d->meaning[a.row];
    return m == MEANING_UNKNOWN || m == MEANING_IGNORE || m == MEANING_PLACE || m == MEANING_DEMONYM ||
           m == MEANING_NAME;
}

static void report_ends(const Delivery *d, const StandoffRelation *r, const char *what)
{
    if (is_passed_over(d, r->from) || is_passed_over(d, r->to))
        return;
    diagnostics_add(d->b->diagnostics, DIAGNOSTIC_BAD_RELATION, delivery_place(d, r->place), NULL,
                    "%s%s\"%s\" %s; it is left out", r->id ? r->id : "", r->id ? ": " : "", r->label, what);
}

static void add_participation(Delivery *d, uint32_t row, const char *role)
{
    const StandoffRelation *r = &g_array_index(d->s->relation, StandoffRelation, row);
    EventId from = delivery_anchor_event(d, r->from), to = delivery_anchor_event(d, r->to);
    Anchor who = event_id_is_none(from) ? r->from : r->to;
    if (event_id_is_none(from) == event_id_is_none(to) || who.kind != ANCHOR_MARK) {
        report_ends(d, r, event_id_is_none(from) ? "ties no event" : "ties two events");
        return;
    }
    if (!is_actor_mark(d, who)) {
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
        c.event = delivery_pointed_event(d, event, unnamed);
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
            AffiliationDraft draft = {.row = {.kind = kind,
                                              .from = from,
                                              .to = to,
                                              .document = d->document,
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
        EventId part = delivery_anchor_event(d, r->from), whole = delivery_anchor_event(d, r->to);
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
    EventId other = delivery_anchor_event(d, a->filler);
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
               .resp = delivery_own(d, a->resp),
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
            const char *variant =
                pool_string(d->b->pool, g_array_index(s->variant, const char *, r->variants.first + k));
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
            .row = {.kind = a->kind,
                    .from = a->from,
                    .to = a->to,
                    .document = d->document,
                    .resp = delivery_own(d, a->resp),
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
    delivery_mark_events(d);
}
