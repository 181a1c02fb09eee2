/* participation_decision.c - decisions of participations, done: they stay, go, or get another role. */
#include "cast.h"
#include <string.h>

typedef struct Decider {
    Corpus *corpus;
    const Cast *cast;
    Diagnostics *diagnostics;
} Decider;

/* By its id or a name of its, or as the text itself says it. */
static bool names_actor(const Decider *s, RefId ref, const char *text)
{
    ActorId actor = s->cast->ref_actor[ref.i];
    if (strcmp(s->corpus->ref[ref.i].text, text) == 0)
        return true;
    if (actor_id_is_none(actor))
        return false;
    const Actor *a = &s->cast->actor[actor.i];
    bool named = strcmp(a->id, text) == 0;
    for (uint32_t i = 0; i < a->names.n && !named; i++)
        named = strcmp(s->cast->name[a->names.first + i], text) == 0;
    return named;
}

static bool is_of_document(const Document *d, const char *text)
{
    return g_strcmp0(d->id, text) == 0 || g_strcmp0(d->name, text) == 0 || g_strcmp0(d->path, text) == 0;
}

/* Is the row about this participation? */
static bool is_about(const Decider *s, const Decision *d, const Participation *p)
{
    return names_actor(s, p->actor, d->b) && (!d->role || strcmp(d->role, p->role) == 0) &&
           (!d->document || is_of_document(&s->corpus->document[p->document.i], d->document));
}

/* The participations a row is about that a row before it has not spoken of otherwise. */
static void decide_row(Decider *s, uint32_t row, const uint32_t *of_event, uint32_t *spoken)
{
    Corpus *c = s->corpus;
    const Decision *d = &c->decision[row];
    size_t n = 0;
    for (uint32_t i = of_event[d->event.i]; i != UINT32_MAX; i = of_event[c->n_events + i]) {
        if (!is_about(s, d, &c->participation[i]))
            continue;
        n++;
        const Decision *other = spoken[i] == UINT32_MAX ? NULL : &c->decision[spoken[i]];
        if (!other)
            spoken[i] = row;
        else if (other->verdict != d->verdict || g_strcmp0(other->new_role, d->new_role) != 0) {
            diagnostics_add(s->diagnostics, DIAGNOSTIC_DECISION_CONFLICT, d->place, NULL,
                            "line %u decides otherwise of %s in %s: none of them is applied", other->place.line, d->b,
                            d->a);
            spoken[i] = UINT32_MAX - 1;
            return;
        }
    }
    c->n_decided += n > 0;
    if (!n)
        diagnostics_add(s->diagnostics, DIAGNOSTIC_DECISION_UNKNOWN, d->place, NULL, "%s does not take part in %s%s%s",
                        d->b, d->a, d->role ? " as " : "", d->role ? d->role : "");
}

void cast_decide(Corpus *c, const Cast *cast, Diagnostics *diagnostics)
{
    Decider s = {c, cast, diagnostics};
    bool any = false;
    for (size_t r = 0; r < c->n_decisions; r++)
        any |= c->decision[r].kind == DECISION_PARTICIPATION && !event_id_is_none(c->decision[r].event);
    if (!any)
        return;
    g_autofree uint32_t *chain = g_new(uint32_t, c->n_events + c->n_participations + 1); /* by event, then by row */
    g_autofree uint32_t *spoken = g_new(uint32_t, c->n_participations + 1);
    memset(chain, 0xff, (c->n_events + c->n_participations + 1) * sizeof *chain);
    memset(spoken, 0xff, (c->n_participations + 1) * sizeof *spoken);
    for (size_t i = c->n_participations; i-- > 0;) {
        chain[c->n_events + i] = chain[c->participation[i].event.i];
        chain[c->participation[i].event.i] = (uint32_t)i;
    }
    for (uint32_t r = 0; r < c->n_decisions; r++)
        if (c->decision[r].kind == DECISION_PARTICIPATION && !event_id_is_none(c->decision[r].event))
            decide_row(&s, r, chain, spoken);
    size_t kept = 0;
    for (size_t i = 0; i < c->n_participations; i++) {
        const Decision *d = spoken[i] < c->n_decisions ? &c->decision[spoken[i]] : NULL;
        if (d && d->verdict == VERDICT_DROP)
            continue;
        c->participation[kept] = c->participation[i];
        if (d && d->verdict == VERDICT_ROLE)
            c->participation[kept].role = d->new_role;
        kept++;
    }
    c->n_participations = kept;
}
