/* inference.c - inferred participations that a file carries, held against ours. */
#include "inference.h"
#include <stdlib.h>
#include <string.h>

enum { N_KINDS = 3 }; /* inferred-affiliation, -parent, -expansion */

/* What one event's participants entail, as marks of actors: bit of each kind, and whether the actor is stated. */
enum { STATED = 1 << N_KINDS, CARRIED = 1 << (N_KINDS + 1) };

typedef struct Entailment {
    const Corpus *corpus;
    const Cast *cast;
    const Hierarchy *hierarchy;
    Diagnostics *diagnostics;
    Date day;
    uint8_t *mark;  /* one an actor; zero between events */
    GArray *marked; /* ActorId: those with a mark */
    Step *step;     /* scratch */
    ActorId *superior;
    size_t n_step, n_superior;
} Entailment;

static unsigned kind_bit(ParticipationStatus status) { return 1u << (status - PART_INFERRED_AFFILIATION); }

static bool is_carried(const Participation *p)
{
    return p->status >= PART_INFERRED_AFFILIATION && p->status <= PART_INFERRED_EXPANSION && !(p->flags & PART_TABLE);
}

static void mark(Entailment *e, ActorId actor, unsigned bit)
{
    if (!e->mark[actor.i])
        g_array_append_val(e->marked, actor);
    e->mark[actor.i] |= (uint8_t)bit;
}

typedef size_t (*StepsOf)(const Hierarchy *, ActorId, Date, Step *, size_t);

static void mark_steps(Entailment *e, StepsOf steps_of, ActorId actor, unsigned bit)
{
    size_t n;
    while ((n = steps_of(e->hierarchy, actor, e->day, e->step, e->n_step)) > e->n_step) {
        e->step = g_renew(Step, e->step, n);
        e->n_step = n;
    }
    for (size_t i = 0; i < n; i++)
        mark(e, e->step[i].actor, bit);
}

static void mark_countries(Entailment *e, ActorId actor)
{
    size_t n;
    while ((n = hierarchy_countries(e->hierarchy, actor, e->day, e->superior, e->n_superior)) > e->n_superior) {
        e->superior = g_renew(ActorId, e->superior, n);
        e->n_superior = n;
    }
    for (size_t i = 0; i < n; i++)
        mark(e, e->superior[i], kind_bit(PART_INFERRED_AFFILIATION));
}

/* Agencies above an agency, at any height. */
static void mark_parents(Entailment *e, ActorId agency)
{
    size_t n;
    while ((n = hierarchy_superiors(e->hierarchy, agency, e->day, e->superior, e->n_superior)) > e->n_superior) {
        e->superior = g_renew(ActorId, e->superior, n);
        e->n_superior = n;
    }
    for (size_t i = 0; i < n; i++)
        if (e->cast->actor[e->superior[i].i].type == ACTOR_AGENCY)
            mark(e, e->superior[i], kind_bit(PART_INFERRED_PARENT));
}

static void entail(Entailment *e, const Participation *p)
{
    ActorId actor = e->cast->ref_actor[p->actor.i];
    ActorType type = e->cast->actor[actor.i].type;
    mark(e, actor, STATED);
    if (type == ACTOR_OFFICIAL)
        mark_steps(e, hierarchy_agencies, actor, kind_bit(PART_INFERRED_AFFILIATION));
    if (type == ACTOR_OFFICIAL || type == ACTOR_AGENCY)
        mark_countries(e, actor);
    if (type == ACTOR_BLOC && p->flags & PART_BLOC_EXPAND)
        mark_steps(e, hierarchy_members, actor, kind_bit(PART_INFERRED_EXPANSION));
}

static void tell_extra(const Entailment *e, const Participation *p)
{
    const Ref *source = ref_id_is_none(p->source) ? NULL : &e->corpus->ref[p->source.i];
    diagnostics_add(e->diagnostics, DIAGNOSTIC_INFERENCE_DIFFERS, p->place, NULL,
                    "the file has %s in %s as %s%s%s, which the affiliations do not give",
                    e->corpus->ref[p->actor.i].text, e->corpus->event[p->event.i].id,
                    participation_status_name(p->status), source ? " from " : "", source ? source->text : "");
}

static int by_actor(const void *a, const void *b)
{
    uint32_t x = ((const ActorId *)a)->i, y = ((const ActorId *)b)->i;
    return (x > y) - (x < y);
}

/* What we infer of a kind the file carries, for an actor it has in no way at all. */
static void tell_missing(const Entailment *e, EventId event, unsigned kinds)
{
    g_array_sort(e->marked, by_actor);
    for (guint i = 0; i < e->marked->len; i++) {
        ActorId actor = g_array_index(e->marked, ActorId, i);
        unsigned m = e->mark[actor.i];
        for (int s = PART_INFERRED_AFFILIATION; s <= PART_INFERRED_EXPANSION; s++) {
            unsigned bit = kind_bit((ParticipationStatus)s);
            if (m & (STATED | CARRIED) || !(m & bit & kinds))
                continue;
            diagnostics_add(e->diagnostics, DIAGNOSTIC_INFERENCE_DIFFERS, e->corpus->event[event.i].place, NULL,
                            "the affiliations give %s in %s as %s, which the file does not have",
                            e->cast->actor[actor.i].id, e->corpus->event[event.i].id,
                            participation_status_name((ParticipationStatus)s));
            break;
        }
    }
}

/* rows: the participations of one event. */
static void compare_event(Entailment *e, EventId event, const uint32_t *rows, size_t n)
{
    unsigned kinds = 0;
    e->day = e->corpus->event[event.i].first;
    for (size_t i = 0; i < n; i++) {
        const Participation *p = &e->corpus->participation[rows[i]];
        if (actor_id_is_none(e->cast->ref_actor[p->actor.i]))
            continue;
        if (p->status == PART_STATED)
            entail(e, p);
        else if (is_carried(p))
            kinds |= kind_bit(p->status);
    }
    guint n_marked = e->marked->len; /* parents of agencies, stated or inferred from an official */
    for (guint i = 0; i < n_marked; i++) {
        ActorId actor = g_array_index(e->marked, ActorId, i);
        if (e->cast->actor[actor.i].type == ACTOR_AGENCY)
            mark_parents(e, actor);
    }
    for (size_t i = 0; i < n; i++) {
        const Participation *p = &e->corpus->participation[rows[i]];
        ActorId actor = e->cast->ref_actor[p->actor.i];
        if (!is_carried(p) || actor_id_is_none(actor))
            continue;
        if (!(e->mark[actor.i] & kind_bit(p->status)))
            tell_extra(e, p);
        mark(e, actor, CARRIED);
    }
    tell_missing(e, event, kinds);
    for (guint i = 0; i < e->marked->len; i++)
        e->mark[g_array_index(e->marked, ActorId, i).i] = 0;
    g_array_set_size(e->marked, 0);
}

/* Participations of the events that carry anything inferred, by event. */
static uint32_t *rows_by_event(const Corpus *corpus, const bool *carries, uint32_t *first)
{
    memset(first, 0, (corpus->n_events + 1) * sizeof *first);
    for (size_t i = 0; i < corpus->n_participations; i++)
        if (carries[corpus->participation[i].event.i])
            first[corpus->participation[i].event.i + 1]++;
    for (size_t e = 0; e < corpus->n_events; e++)
        first[e + 1] += first[e];
    uint32_t *row = g_new(uint32_t, first[corpus->n_events] + 1);
    g_autofree uint32_t *next = g_memdup2(first, (corpus->n_events + 1) * sizeof *first);
    for (uint32_t i = 0; i < corpus->n_participations; i++)
        if (carries[corpus->participation[i].event.i])
            row[next[corpus->participation[i].event.i]++] = i;
    return row;
}

void inference_compare(const Corpus *corpus, const Cast *cast, const Hierarchy *hierarchy, Diagnostics *diagnostics)
{
    g_autofree bool *carries = g_new0(bool, corpus->n_events + 1);
    bool any = false;
    for (size_t i = 0; i < corpus->n_participations; i++)
        if (is_carried(&corpus->participation[i]))
            any = carries[corpus->participation[i].event.i] = true;
    if (!any)
        return;
    Entailment e = {.corpus = corpus,
                    .cast = cast,
                    .hierarchy = hierarchy,
                    .diagnostics = diagnostics,
                    .n_step = 16,
                    .n_superior = 16};
    g_autofree uint32_t *first = g_new(uint32_t, corpus->n_events + 1);
    g_autofree uint32_t *row = rows_by_event(corpus, carries, first);
    e.mark = g_new0(uint8_t, cast->n_actors + 1);
    e.marked = g_array_new(false, false, sizeof(ActorId));
    e.step = g_new(Step, e.n_step);
    e.superior = g_new(ActorId, e.n_superior);
    for (uint32_t i = 0; i < corpus->n_events; i++)
        if (carries[i])
            compare_event(&e, event_id_of(i), row + first[i], first[i + 1] - first[i]);
    g_free(e.mark);
    g_array_unref(e.marked);
    g_free(e.step);
    g_free(e.superior);
}
