/* rollup.c - which participations reach which actor at a level: stated, through affiliation, as members of a bloc. */
#include "rollup.h"

typedef struct Climber {
    const Corpus *corpus;
    const Cast *cast;
    const Hierarchy *hierarchy;
    const Filter *filter;
    Level level;
    RollUp roll_up;
    bool expand_blocs;
    Diagnostics *diagnostics; /* or NULL */
    bool *told_affiliation;   /* one an affiliation: its coarse dates are told */
    bool *told_actor;         /* one an actor: its unknown kind, or its lack of members, is told */
    Step *step, *chain;       /* scratch */
    size_t n_step, n_chain;   /* their room */
    ActorId *country;
    size_t n_country;
    Reaches *out;
} Climber;

Reaches *reaches_new(void)
{
    Reaches *r = g_new0(Reaches, 1);
    r->reach = g_array_new(false, false, sizeof(Reach));
    r->via = g_array_new(false, false, sizeof(Step));
    r->bloc = g_array_new(false, false, sizeof(ParticipationId));
    return r;
}

void reaches_free(Reaches *r)
{
    if (!r)
        return;
    g_array_unref(r->reach);
    g_array_unref(r->via);
    g_array_unref(r->bloc);
    g_free(r);
}

typedef size_t (*StepsOf)(const Hierarchy *, ActorId, Date, Step *, size_t);

/* All the steps, whatever their number, in a scratch array that grows. */
static size_t all_steps(const Climber *c, StepsOf steps_of, ActorId actor, Date day, Step **step, size_t *room)
{
    size_t n;
    while ((n = steps_of(c->hierarchy, actor, day, *step, *room)) > *room) {
        *step = g_renew(Step, *step, n);
        *room = n;
    }
    return n;
}

static size_t all_countries(Climber *c, ActorId actor, Date day)
{
    size_t n;
    while ((n = hierarchy_countries(c->hierarchy, actor, day, c->country, c->n_country)) > c->n_country) {
        c->country = g_renew(ActorId, c->country, n);
        c->n_country = n;
    }
    return n;
}

static void tell_indeterminate(Climber *c, const Step *step, EventId event)
{
    if (!step->indeterminate || !c->diagnostics || c->told_affiliation[step->affiliation.i])
        return;
    const Affiliation *a = &c->corpus->affiliation[step->affiliation.i];
    c->told_affiliation[step->affiliation.i] = true;
    diagnostics_add(c->diagnostics, DIAGNOSTIC_DATE_INDETERMINATE, a->place, NULL,
                    "whether %s %s %s on the day of %s cannot be told from its dates", c->corpus->ref[a->active.i].text,
                    affiliation_kind_name(a->kind), c->corpus->ref[a->passive.i].text, c->corpus->event[event.i].id);
}

static void add(Climber *c, ParticipationId id, ActorId actor, ParticipationStatus status, const Step *via, size_t n)
{
    if (c->filter->out[actor.i] || !(c->filter->status & 1u << status))
        return;
    EventId event = c->corpus->participation[id.i].event;
    Reach reach = {event, actor, {id, status, {c->out->via->len, (uint32_t)n}}};
    for (size_t i = 0; i < n; i++)
        tell_indeterminate(c, &via[i], event);
    if (n)
        g_array_append_vals(c->out->via, via, (guint)n);
    g_array_append_val(c->out->reach, reach);
}

static bool is_known_state_body(Climber *c, ActorId agency, bool *known)
{
    bool state = hierarchy_is_state_body(c->hierarchy, agency, known);
    return *known ? state : false;
}

static void tell_unknown_kind(Climber *c, ActorId agency)
{
    const Actor *a = &c->cast->actor[agency.i];
    if (!c->diagnostics || c->told_actor[agency.i])
        return;
    c->told_actor[agency.i] = true;
    if (a->subtype)
        diagnostics_add(c->diagnostics, DIAGNOSTIC_UNKNOWN_KIND, a->place, NULL,
                        "%s (%s) is a %s, which the table of organisation kinds does not know", a->label, a->id,
                        a->subtype);
    else
        diagnostics_add(c->diagnostics, DIAGNOSTIC_UNKNOWN_KIND, a->place, NULL,
                        "%s (%s) does not say what kind of organisation it is", a->label, a->id);
}

/* The countries of from (the participant itself, or the agency its first n_via steps lead to). */
static size_t add_countries(Climber *c, ParticipationId id, ActorId from, size_t n_via, Date day)
{
    size_t n = all_countries(c, from, day);
    for (size_t i = 0; i < n; i++) {
        size_t length;
        while ((length = hierarchy_chain(c->hierarchy, from, c->country[i], day, c->chain + n_via,
                                         c->n_chain - n_via)) > c->n_chain - n_via) {
            c->n_chain = n_via + length;
            c->chain = g_renew(Step, c->chain, c->n_chain);
        }
        add(c, id, c->country[i], PART_INFERRED_AFFILIATION, c->chain, n_via + length);
    }
    return n;
}

static void agency_to_country(Climber *c, ParticipationId id, ActorId agency, Date day)
{
    bool known = true;
    if (c->roll_up == ROLL_UP_STATE && !is_known_state_body(c, agency, &known) && known)
        return;
    if (add_countries(c, id, agency, 0, day) && !known)
        tell_unknown_kind(c, agency);
}

/* Through one nearest agency: the countries the official represents, if any, else the agency's. */
static bool through_agency(Climber *c, ParticipationId id, ActorId official, Step first, Date day)
{
    if (hierarchy_direct_countries(c->hierarchy, official, day, NULL, 0))
        return add_countries(c, id, official, 0, day) > 0;
    c->chain[0] = first;
    return add_countries(c, id, first.actor, 1, day) > 0;
}

/* Under --roll-up state the nearest agencies decide where there are any: a known state body first, else one whose
 * kind nobody knows. */
static void official_to_country(Climber *c, ParticipationId id, ActorId official, Date day)
{
    size_t n = c->roll_up == ROLL_UP_STATE ? all_steps(c, hierarchy_agencies, official, day, &c->step, &c->n_step) : 0;
    if (n == 0) {
        add_countries(c, id, official, 0, day);
        return;
    }
    for (int unknown = 0; unknown < 2; unknown++)
        for (size_t i = 0; i < n; i++) {
            bool known = true;
            bool state = is_known_state_body(c, c->step[i].actor, &known);
            if ((unknown ? known : !state) || !through_agency(c, id, official, c->step[i], day))
                continue;
            if (!known)
                tell_unknown_kind(c, c->step[i].actor);
            return;
        }
}

static void bloc_to_members(Climber *c, ParticipationId id, ActorId bloc, Date day)
{
    size_t n = all_steps(c, hierarchy_members, bloc, day, &c->step, &c->n_step);
    for (size_t i = 0; i < n; i++)
        add(c, id, c->step[i].actor, PART_INFERRED_EXPANSION, &c->step[i], 1);
    if (n || !c->diagnostics || c->told_actor[bloc.i])
        return;
    const Participation *p = &c->corpus->participation[id.i];
    c->told_actor[bloc.i] = true;
    diagnostics_add(c->diagnostics, DIAGNOSTIC_NO_MEMBERS, p->place, NULL, "%s has no members on the day of %s",
                    c->cast->actor[bloc.i].label, c->corpus->event[p->event.i].id);
}

static bool type_fits(Level level, ActorType type)
{
    switch (level) {
    case LEVEL_OFFICIAL:
        return type == ACTOR_OFFICIAL;
    case LEVEL_AGENCY:
        return type == ACTOR_AGENCY;
    case LEVEL_COUNTRY:
        return type == ACTOR_COUNTRY;
    default:
        return type != ACTOR_BLOC;
    }
}

static void carry_up(Climber *c, ParticipationId id)
{
    const Participation *p = &c->corpus->participation[id.i];
    ActorId actor = c->cast->ref_actor[p->actor.i];
    ActorType type = c->cast->actor[actor.i].type;
    Date day = c->corpus->event[p->event.i].first;

    if (type == ACTOR_BLOC && c->filter->status & 1u << p->status)
        g_array_append_val(c->out->bloc, id);
    if (type_fits(c->level, type))
        add(c, id, actor, p->status, NULL, 0);
    if (p->status != PART_STATED)
        return;
    if (type == ACTOR_BLOC) {
        bool level_expands = c->level == LEVEL_COUNTRY || c->level == LEVEL_ALL;
        if (c->expand_blocs && level_expands && p->flags & PART_BLOC_EXPAND)
            bloc_to_members(c, id, actor, day);
    } else if (c->level == LEVEL_AGENCY && type == ACTOR_OFFICIAL) {
        size_t n = all_steps(c, hierarchy_agencies, actor, day, &c->step, &c->n_step);
        for (size_t i = 0; i < n; i++)
            add(c, id, c->step[i].actor, PART_INFERRED_AFFILIATION, &c->step[i], 1);
    } else if (c->level == LEVEL_COUNTRY && type == ACTOR_AGENCY) {
        agency_to_country(c, id, actor, day);
    } else if (c->level == LEVEL_COUNTRY && type == ACTOR_OFFICIAL) {
        official_to_country(c, id, actor, day);
    }
}

static void climber_init(Climber *c, const Corpus *corpus, const Cast *cast, const Hierarchy *hierarchy,
                         const Filter *filter, Level level, const Selection *s, Diagnostics *diagnostics)
{
    *c = (Climber){.corpus = corpus,
                   .cast = cast,
                   .hierarchy = hierarchy,
                   .filter = filter,
                   .level = level,
                   .roll_up = s->roll_up,
                   .expand_blocs = s->expand_blocs,
                   .diagnostics = diagnostics,
                   .n_step = 16,
                   .n_chain = 16,
                   .n_country = 16};
    c->told_affiliation = g_new0(bool, corpus->n_affiliations + 1);
    c->told_actor = g_new0(bool, cast->n_actors + 1);
    c->step = g_new(Step, c->n_step);
    c->chain = g_new(Step, c->n_chain);
    c->country = g_new(ActorId, c->n_country);
    c->out = reaches_new();
}

static Reaches *climber_clear(Climber *c)
{
    g_free(c->told_affiliation);
    g_free(c->told_actor);
    g_free(c->step);
    g_free(c->chain);
    g_free(c->country);
    return c->out;
}

Reaches *rollup(const Corpus *corpus, const Cast *cast, const Hierarchy *hierarchy, const Filter *filter, Level level,
                const Selection *s, Diagnostics *diagnostics)
{
    Climber c;
    climber_init(&c, corpus, cast, hierarchy, filter, level, s, diagnostics);
    for (uint32_t i = 0; i < corpus->n_participations; i++)
        if (filter_takes(filter, cast, &corpus->participation[i]))
            carry_up(&c, participation_id_of(i));
    return climber_clear(&c);
}

bool rollup_finds_two_countries(const Corpus *corpus, const Cast *cast, const Hierarchy *hierarchy,
                                const Filter *filter, const Selection *s)
{
    Climber c;
    ActorId first = actor_id_none();
    bool two = false;
    climber_init(&c, corpus, cast, hierarchy, filter, LEVEL_COUNTRY, s, NULL);
    for (uint32_t i = 0; i < corpus->n_participations && !two; i++) {
        if (!filter_takes(filter, cast, &corpus->participation[i]))
            continue;
        carry_up(&c, participation_id_of(i));
        for (guint j = 0; j < c.out->reach->len && !two; j++) {
            ActorId actor = g_array_index(c.out->reach, Reach, j).actor;
            if (actor_id_is_none(first))
                first = actor;
            two = !actor_id_equal(first, actor);
        }
        g_array_set_size(c.out->reach, 0);
        g_array_set_size(c.out->via, 0);
        g_array_set_size(c.out->bloc, 0);
    }
    reaches_free(climber_clear(&c));
    return two;
}
