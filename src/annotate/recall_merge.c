/* recall_merge.c - what rules found is added to what a person marked, and never gainsays it. */
#include "recall.h"
#include "utf8.h"
#include <string.h>

typedef struct Merge {
    Draft *into;
    const Draft *from;
    uint32_t n_given;               /* marks of the person: the first of into */
    uint32_t *actor, *event, *mark; /* by row of from: row of into, or ID_NONE */
} Merge;

static const char *own(const Merge *m, const char *s) { return pool_string(m->into->pool, s); }

static bool same_name(const char *a, const char *b)
{
    if (!a || !b)
        return false;
    g_autofree char *x = utf8_key(a), *y = utf8_key(b);
    return strcmp(x, y) == 0;
}

static void map_actors(Merge *m)
{
    guint n_given = m->into->actor->len;
    for (guint i = 0; i < m->from->actor->len; i++) {
        DraftActor a = *draft_actor(m->from, i);
        m->actor[i] = ID_NONE;
        for (guint k = 0; k < n_given && m->actor[i] == ID_NONE; k++) {
            const DraftActor *given = draft_actor(m->into, k);
            if (strcmp(given->id, a.id) == 0 || (given->type == a.type && same_name(given->label, a.label)))
                m->actor[i] = k;
        }
        if (m->actor[i] != ID_NONE)
            continue;
        Slice variants = {m->into->variant->len, a.variants.n};
        for (uint32_t k = 0; k < a.variants.n; k++) {
            const char *variant = own(m, g_array_index(m->from->variant, const char *, a.variants.first + k));
            g_array_append_val(m->into->variant, variant);
        }
        a.variants = variants;
        const char **text[] = {&a.id, &a.label, &a.subtype, &a.scheme, &a.identifier, &a.rule};
        for (size_t k = 0; k < G_N_ELEMENTS(text); k++)
            *text[k] = own(m, *text[k]);
        m->actor[i] = m->into->actor->len;
        g_array_append_val(m->into->actor, a);
    }
}

/* The person's mark of an event that a mark of the rules overlaps. */
static uint32_t given_event_at(const Merge *m, const Mark *mark)
{
    for (uint32_t i = 0; i < m->n_given; i++) {
        const Mark *given = draft_mark(m->into, i);
        if (given->kind == MARK_EVENT && given->targets.n && given->from < mark->to && mark->from < given->to)
            return draft_target(m->into, given->targets.first);
    }
    return ID_NONE;
}

static void map_events(Merge *m)
{
    guint n_given = m->into->event->len;
    for (guint i = 0; i < m->from->event->len; i++)
        m->event[i] = ID_NONE;
    for (guint i = 0; i < m->from->mark->len; i++) {
        const Mark *mark = draft_mark(m->from, i);
        if (mark->kind != MARK_EVENT || mark->targets.n == 0)
            continue;
        uint32_t *row = &m->event[draft_target(m->from, mark->targets.first)];
        *row = *row == ID_NONE ? given_event_at(m, mark) : *row;
    }
    for (guint i = 0; i < m->from->event->len; i++) {
        DraftEvent e = *draft_event(m->from, i);
        for (guint k = 0; k < n_given && m->event[i] == ID_NONE; k++) {
            if (same_name(draft_event(m->into, k)->label, e.label))
                m->event[i] = k;
        }
        if (m->event[i] != ID_NONE)
            continue;
        const char **text[] = {&e.label, &e.type, &e.series, &e.where, &e.rule};
        for (size_t k = 0; k < G_N_ELEMENTS(text); k++)
            *text[k] = own(m, *text[k]);
        e.id = NULL; /* numbered anew */
        e.parent = e.parent != ID_NONE && e.parent < i ? m->event[e.parent] : ID_NONE;
        m->event[i] = m->into->event->len;
        g_array_append_val(m->into->event, e);
    }
}

/* The person's mark on the same words; *crosses: one that this one may not stand beside. */
static uint32_t given_mark_at(const Merge *m, const Mark *mark, bool *crosses)
{
    *crosses = false;
    for (uint32_t i = 0; i < m->n_given; i++) {
        const Mark *g = draft_mark(m->into, i);
        if (g->to <= mark->from || mark->to <= g->from)
            continue;
        if (g->from == mark->from && g->to == mark->to)
            return i;
        bool nested = (g->from <= mark->from && mark->to <= g->to) || (mark->from <= g->from && g->to <= mark->to);
        *crosses = *crosses || !nested || g->kind == mark->kind;
    }
    return ID_NONE;
}

static void add_marks(Merge *m)
{
    for (guint i = 0; i < m->from->mark->len; i++) {
        Mark mark = *draft_mark(m->from, i);
        bool crosses;
        m->mark[i] = given_mark_at(m, &mark, &crosses);
        if (m->mark[i] != ID_NONE || crosses)
            continue;
        Slice targets = {m->into->target->len, mark.targets.n};
        for (uint32_t k = 0; k < mark.targets.n; k++) {
            uint32_t row = draft_target(m->from, mark.targets.first + k);
            row = mark.kind == MARK_EVENT ? m->event[row] : m->actor[row];
            g_array_append_val(m->into->target, row);
        }
        mark.targets = targets;
        mark.class = own(m, mark.class);
        mark.rule = own(m, mark.rule);
        mark.id = NULL;
        m->mark[i] = m->into->mark->len;
        g_array_append_val(m->into->mark, mark);
    }
}

static void add_participations(Merge *m)
{
    guint n_given = m->into->participation->len;
    for (guint i = 0; i < m->from->participation->len; i++) {
        DraftParticipation p = *draft_row(m->from->participation, DraftParticipation, i);
        p.event = m->event[p.event];
        p.actor = m->actor[p.actor];
        bool told = false;
        for (guint k = 0; k < n_given; k++) {
            const DraftParticipation *g = draft_row(m->into->participation, DraftParticipation, k);
            told = told || (g->event == p.event && g->actor == p.actor);
        }
        if (told)
            continue;
        Slice evidence = {m->into->target->len, 0};
        for (uint32_t k = 0; k < p.evidence.n; k++) {
            uint32_t row = m->mark[draft_target(m->from, p.evidence.first + k)];
            if (row != ID_NONE) {
                g_array_append_val(m->into->target, row);
                evidence.n++;
            }
        }
        p.evidence = evidence;
        p.role = own(m, p.role);
        p.rule = own(m, p.rule);
        g_array_append_val(m->into->participation, p);
    }
}

static void add_affiliations(Merge *m)
{
    guint n_given = m->into->affiliation->len;
    for (guint i = 0; i < m->from->affiliation->len; i++) {
        DraftAffiliation a = *draft_row(m->from->affiliation, DraftAffiliation, i);
        a.active = m->actor[a.active];
        a.passive = m->actor[a.passive];
        a.basis = own(m, a.basis);
        a.rule = own(m, a.rule);
        bool told = false;
        for (guint k = 0; k < n_given; k++) {
            const DraftAffiliation *g = draft_row(m->into->affiliation, DraftAffiliation, k);
            told = told || (g->kind == a.kind && g->active == a.active && g->passive == a.passive);
        }
        if (!told)
            g_array_append_val(m->into->affiliation, a);
    }
}

void recall_add(Draft *into, const Draft *from)
{
    Merge m = {into,
               from,
               into->mark->len,
               g_new(uint32_t, from->actor->len + 1),
               g_new(uint32_t, from->event->len + 1),
               g_new(uint32_t, from->mark->len + 1)};
    map_actors(&m);
    map_events(&m);
    add_marks(&m);
    add_participations(&m);
    add_affiliations(&m);
    into->set_aside = from->set_aside;
    g_free(m.actor);
    g_free(m.event);
    g_free(m.mark);
}
