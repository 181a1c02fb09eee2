/* hierarchy.c - official → agency → parent agency → country, and country in bloc, as of a given day. */
#include "hierarchy.h"
#include "relation.h"
#include <string.h>

/* A day, or any day at all. */
typedef struct When {
    Date day;
    bool any;
} When;

Hierarchy *hierarchy_new(const Corpus *corpus, const Cast *cast, Diagnostics *diagnostics)
{
    Hierarchy *h = g_new0(Hierarchy, 1);
    h->corpus = corpus;
    h->cast = cast;
    relation_build(h, diagnostics);
    succession_build(h);
    organisation_kind_build(h);
    return h;
}

void hierarchy_free(Hierarchy *h)
{
    if (!h)
        return;
    for (unsigned i = 0; i < N_RELATIONS; i++) {
        g_free(h->row[i]);
        g_free(h->first[i]);
    }
    g_free(h->stand_in);
    g_hash_table_unref(h->kind);
    g_free(h);
}

/* Valid rows of one kind, one step a target, in the targets' order; a sure row is preferred to an indeterminate one. */
static size_t valid_steps(const Hierarchy *h, Relation relation, ActorId actor, When when, Step *out, size_t max)
{
    const RelationRow *row;
    size_t n_rows = relation_rows(h, relation, actor, &row), n = 0;
    for (size_t i = 0; i < n_rows;) {
        const RelationRow *best = NULL;
        bool sure = false;
        ActorId target = row[i].target;
        for (; i < n_rows && actor_id_equal(row[i].target, target); i++) {
            DateWithin within = when.any ? DATE_WITHIN_YES : date_within(when.day, row[i].from, row[i].to);
            if (within == DATE_WITHIN_NO || (best && (sure || within == DATE_WITHIN_MAYBE)))
                continue;
            best = &row[i];
            sure = within == DATE_WITHIN_YES;
        }
        if (!best)
            continue;
        Step step = {best->affiliation, target, !sure};
        if (!when.any)
            step.actor = succession_on(h, target, when.day, &step.indeterminate);
        bool repeated = false;
        for (size_t j = 0; j < MIN(n, max) && !repeated; j++)
            repeated = actor_id_equal(out[j].actor, step.actor);
        if (repeated)
            continue;
        if (n < max)
            out[n] = step;
        n++;
    }
    return n;
}

/* --- climbing: breadth first, each level in cast order --- */

typedef struct Rung {
    Step step;
    uint32_t below; /* the rung it was reached from */
} Rung;

typedef struct Climb {
    Rung *rung;
    size_t n, room;
    size_t level; /* first rung of the topmost level */
    Rung local[24];
    Step step[16], *steps;
    size_t n_steps;
} Climb;

static void climb_start(Climb *c, ActorId actor)
{
    c->rung = c->local;
    c->room = G_N_ELEMENTS(c->local);
    c->steps = c->step;
    c->n_steps = G_N_ELEMENTS(c->step);
    c->n = 1;
    c->level = 0;
    c->rung[0] = (Rung){{{ID_NONE}, actor, false}, UINT32_MAX};
}

static void climb_end(Climb *c)
{
    if (c->rung != c->local)
        g_free(c->rung);
    if (c->steps != c->step)
        g_free(c->steps);
}

static void climb_push(Climb *c, Step step, uint32_t below)
{
    for (size_t i = 0; i < c->n; i++)
        if (actor_id_equal(c->rung[i].step.actor, step.actor))
            return;
    if (c->n == c->room) {
        Rung *wider = g_new(Rung, c->room * 2);
        memcpy(wider, c->rung, c->n * sizeof *wider);
        if (c->rung != c->local)
            g_free(c->rung);
        c->rung = wider;
        c->room *= 2;
    }
    c->rung[c->n++] = (Rung){step, below};
}

/* The valid steps of one rung, in c->steps, which grows. */
static size_t climb_steps(Climb *c, const Hierarchy *h, Relation relation, ActorId actor, When when)
{
    size_t n;
    while ((n = valid_steps(h, relation, actor, when, c->steps, c->n_steps)) > c->n_steps) {
        if (c->steps != c->step)
            g_free(c->steps);
        c->steps = g_new(Step, n);
        c->n_steps = n;
    }
    return n;
}

static void climb_push_all(Climb *c, const Hierarchy *h, Relation relation, ActorId actor, When when, uint32_t below)
{
    size_t n = climb_steps(c, h, relation, actor, when);
    for (size_t i = 0; i < n; i++)
        climb_push(c, c->steps[i], below);
}

/* Adds the next level of agencies; false at the top. */
static bool climb_level(Climb *c, const Hierarchy *h, When when)
{
    size_t end = c->n;
    for (size_t i = c->level; i < end; i++) {
        ActorId actor = c->rung[i].step.actor;
        climb_push_all(c, h, RELATION_AGENCY, actor, when, (uint32_t)i);
        climb_push_all(c, h, RELATION_PARENT, actor, when, (uint32_t)i);
    }
    for (size_t i = end + 1; i < c->n; i++) { /* few rungs, mostly in order */
        Rung rung = c->rung[i];
        size_t j = i;
        for (; j > end && c->rung[j - 1].step.actor.i > rung.step.actor.i; j--)
            c->rung[j] = c->rung[j - 1];
        c->rung[j] = rung;
    }
    c->level = end;
    return c->n > end;
}

/* --- answers --- */

size_t hierarchy_agencies(const Hierarchy *h, ActorId official, Date day, Step *out, size_t max)
{
    return valid_steps(h, RELATION_AGENCY, official, (When){day, false}, out, max);
}

size_t hierarchy_parents(const Hierarchy *h, ActorId agency, Date day, Step *out, size_t max)
{
    return valid_steps(h, RELATION_PARENT, agency, (When){day, false}, out, max);
}

size_t hierarchy_direct_countries(const Hierarchy *h, ActorId actor, Date day, Step *out, size_t max)
{
    return valid_steps(h, RELATION_COUNTRY, actor, (When){day, false}, out, max);
}

size_t hierarchy_members(const Hierarchy *h, ActorId bloc, Date day, Step *out, size_t max)
{
    return valid_steps(h, RELATION_MEMBER, bloc, (When){day, false}, out, max);
}

size_t hierarchy_blocs(const Hierarchy *h, ActorId country, Date day, ActorId *out, size_t max)
{
    g_autofree Step *step = g_new(Step, max + 1);
    size_t n = valid_steps(h, RELATION_BLOC, country, (When){day, false}, step, max);
    for (size_t i = 0; i < MIN(n, max); i++)
        out[i] = step[i].actor;
    return n;
}

static size_t countries_when(const Hierarchy *h, ActorId actor, When when, ActorId *out, size_t max)
{
    Climb c;
    size_t n = 0;
    climb_start(&c, actor);
    do {
        for (size_t i = c.level; i < c.n && n == 0; i++)
            n = climb_steps(&c, h, RELATION_COUNTRY, c.rung[i].step.actor, when);
    } while (n == 0 && climb_level(&c, h, when));
    for (size_t i = 0; i < MIN(n, max); i++)
        out[i] = c.steps[i].actor;
    climb_end(&c);
    return n;
}

size_t hierarchy_countries(const Hierarchy *h, ActorId actor, Date day, ActorId *country, size_t max)
{
    return countries_when(h, actor, (When){day, false}, country, max);
}

/* The steps from the bottom to this rung, then the last one. */
static size_t write_chain(const Climb *c, uint32_t rung, Step last, Step *out, size_t max)
{
    size_t n = 1, at;
    for (uint32_t i = rung; i != 0; i = c->rung[i].below)
        n++;
    if (n <= max)
        out[n - 1] = last;
    at = n - 1;
    for (uint32_t i = rung; i != 0 && n <= max; i = c->rung[i].below)
        out[--at] = c->rung[i].step;
    return n;
}

size_t hierarchy_chain(const Hierarchy *h, ActorId actor, ActorId country, Date day, Step *out, size_t max)
{
    When when = {day, false};
    Climb c;
    size_t n = 0;
    climb_start(&c, actor);
    do {
        for (size_t i = c.level; i < c.n && n == 0; i++) {
            size_t n_found = climb_steps(&c, h, RELATION_COUNTRY, c.rung[i].step.actor, when);
            for (size_t j = 0; j < n_found && n == 0; j++)
                if (actor_id_equal(c.steps[j].actor, country))
                    n = write_chain(&c, (uint32_t)i, c.steps[j], out, max);
        }
    } while (n == 0 && climb_level(&c, h, when));
    climb_end(&c);
    return n;
}

/* Everyone above: all agencies by level, then the countries of each. */
static void climb_to_the_top(Climb *c, const Hierarchy *h, ActorId actor, When when)
{
    climb_start(c, actor);
    while (climb_level(c, h, when))
        continue;
    size_t n_agencies = c->n;
    for (size_t i = 0; i < n_agencies; i++)
        climb_push_all(c, h, RELATION_COUNTRY, c->rung[i].step.actor, when, (uint32_t)i);
}

size_t hierarchy_superiors(const Hierarchy *h, ActorId actor, Date day, ActorId *out, size_t max)
{
    Climb c;
    climb_to_the_top(&c, h, actor, (When){day, false});
    size_t n = c.n - 1;
    for (size_t i = 0; i < MIN(n, max); i++)
        out[i] = c.rung[i + 1].step.actor;
    climb_end(&c);
    return n;
}

bool hierarchy_above(const Hierarchy *h, ActorId a, ActorId b, Date day)
{
    Climb c;
    bool above = false;
    climb_to_the_top(&c, h, a, (When){day, false});
    for (size_t i = 1; i < c.n && !above; i++)
        above = actor_id_equal(c.rung[i].step.actor, b);
    climb_end(&c);
    return above;
}

ActorId hierarchy_home(const Hierarchy *h, ActorId actor)
{
    ActorId country[2];
    if (h->cast->actor[actor.i].type == ACTOR_COUNTRY)
        return actor;
    size_t n = countries_when(h, actor, (When){DATE_UNKNOWN, true}, country, G_N_ELEMENTS(country));
    return n == 1 ? country[0] : actor_id_none();
}
