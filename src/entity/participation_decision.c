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

/* The participations a row is about. Two rows that decide otherwise of one become void. false: there is none. */
static bool decide_row(Decider *s, uint32_t row, const uint32_t *of_event, uint32_t *spoken, bool *void_row)
{
    Corpus *c = s->corpus;
    const Decision *d = &c->decision[row];
    bool any = false, told = false;
    for (uint32_t i = of_event[d->event.i]; i != UINT32_MAX; i = of_event[c->n_events + i]) {
        if (!is_about(s, d, &c->participation[i]))
            continue;
        any = true;
        if (spoken[i] == UINT32_MAX)
            spoken[i] = row;
        const Decision *other = &c->decision[spoken[i]];
        if (other->verdict == d->verdict && g_strcmp0(other->new_role, d->new_role) == 0)
            continue;
        void_row[row] = void_row[spoken[i]] = true;
        if (!told)
            diagnostics_add(s->diagnostics, DIAGNOSTIC_DECISION_CONFLICT, d->place, NULL,
                            "line %u decides otherwise of %s in %s: none of them is applied", other->place.line, d->b,
                            d->a);
        told = true;
    }
    if (!any)
        diagnostics_add(s->diagnostics, DIAGNOSTIC_DECISION_UNKNOWN, d->place, NULL, "%s does not take part in %s%s%s",
                        d->b, d->a, d->role ? " as " : "", d->role ? d->role : "");
    return any;
}

/* By event, the first participation; behind them, by participation, the next of its event. Heap. */
static uint32_t *chain_by_event(const Corpus *c)
{
    uint32_t *chain = g_new(uint32_t, c->n_events + c->n_participations + 1);
    memset(chain, 0xff, (c->n_events + c->n_participations + 1) * sizeof *chain);
    for (size_t i = c->n_participations; i-- > 0;) {
        chain[c->n_events + i] = chain[c->participation[i].event.i];
        chain[c->participation[i].event.i] = (uint32_t)i;
    }
    return chain;
}

static bool is_of_participation(const Decision *d)
{
    return d->kind == DECISION_PARTICIPATION && !event_id_is_none(d->event);
}

void cast_decide(Corpus *c, const Cast *cast, Diagnostics *diagnostics)
{
    Decider s = {c, cast, diagnostics};
    bool any = false;
    for (size_t r = 0; r < c->n_decisions; r++)
        any |= is_of_participation(&c->decision[r]);
    if (!any)
        return;
    g_autofree uint32_t *chain = chain_by_event(c);
    g_autofree uint32_t *spoken = g_new(uint32_t, c->n_participations + 1); /* the first row about each */
    g_autofree bool *void_row = g_new0(bool, c->n_decisions), *counts = g_new0(bool, c->n_decisions);
    memset(spoken, 0xff, (c->n_participations + 1) * sizeof *spoken);
    for (uint32_t r = 0; r < c->n_decisions; r++)
        counts[r] = is_of_participation(&c->decision[r]) && decide_row(&s, r, chain, spoken, void_row);
    for (size_t r = 0; r < c->n_decisions; r++)
        c->n_decided += counts[r] && !void_row[r];
    size_t kept = 0;
    for (size_t i = 0; i < c->n_participations; i++) {
        const Decision *d = spoken[i] == UINT32_MAX || void_row[spoken[i]] ? NULL : &c->decision[spoken[i]];
        if (d && d->verdict == VERDICT_DROP)
            continue;
        c->participation[kept] = c->participation[i];
        if (d && d->verdict == VERDICT_ROLE)
            c->participation[kept].role = d->new_role;
        kept++;
    }
    c->n_participations = kept;
}
