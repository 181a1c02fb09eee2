/* relation.c - the rows behind a Hierarchy: sorted, without repeats, cycles or relations that say nothing. */
#include "relation.h"
#include "cycle.h"

typedef struct Draft {
    uint32_t source;
    Relation relation;
    RelationRow row;
} Draft;

size_t relation_rows(const Hierarchy *h, Relation relation, ActorId actor, const RelationRow **row)
{
    if (h->stand_in && (relation == RELATION_PARENT || relation == RELATION_COUNTRY))
        actor.i = h->stand_in[actor.i];
    *row = h->row[relation] + h->first[relation][actor.i];
    return h->first[relation][actor.i + 1] - h->first[relation][actor.i];
}

/* --- what an affiliation says, by the types of its ends --- */

static bool relation_of(ActorType active, ActorType passive, AffiliationKind kind, Relation *relation)
{
    static const ActorType usual[] = {
        [AFFILIATION_MEMBER_OF] = ACTOR_AGENCY,  [AFFILIATION_REPRESENTS] = ACTOR_COUNTRY,
        [AFFILIATION_AGENCY_OF] = ACTOR_COUNTRY, [AFFILIATION_PART_OF] = ACTOR_AGENCY,
        [AFFILIATION_SUCCEEDS] = ACTOR_UNKNOWN,  [AFFILIATION_BLOC_MEMBER] = ACTOR_BLOC,
    };
    if (kind == AFFILIATION_SUCCEEDS) {
        *relation = RELATION_PREDECESSOR;
        return active == passive || active == ACTOR_UNKNOWN || passive == ACTOR_UNKNOWN;
    }
    bool person_or_body = active != ACTOR_COUNTRY && active != ACTOR_BLOC;
    switch (passive == ACTOR_UNKNOWN ? usual[kind] : passive) {
    case ACTOR_COUNTRY:
        *relation = RELATION_COUNTRY;
        return person_or_body;
    case ACTOR_AGENCY:
        *relation = active == ACTOR_OFFICIAL || (active == ACTOR_UNKNOWN && kind == AFFILIATION_MEMBER_OF)
                        ? RELATION_AGENCY
                        : RELATION_PARENT;
        return person_or_body;
    case ACTOR_BLOC:
        *relation = RELATION_BLOC;
        return active == ACTOR_COUNTRY || active == ACTOR_UNKNOWN;
    default:
        return false;
    }
}

/* An agency or official of a bloc (its secretariat) is no mistake; it just leads to no country. */
static bool is_mistake(ActorType active, ActorType passive) { return passive != ACTOR_BLOC || active == ACTOR_BLOC; }

static bool draft_of(const Hierarchy *h, uint32_t i, Draft *draft, Diagnostics *diagnostics)
{
    const Affiliation *a = &h->corpus->affiliation[i];
    ActorId active = h->cast->ref_actor[a->active.i], passive = h->cast->ref_actor[a->passive.i];
    if (actor_id_is_none(active) || actor_id_is_none(passive))
        return false;
    const Actor *below = &h->cast->actor[active.i], *above = &h->cast->actor[passive.i];
    *draft = (Draft){.source = active.i, .row = {passive, {i}, a->from, a->to}};
    if (relation_of(below->type, above->type, a->kind, &draft->relation))
        return true;
    if (is_mistake(below->type, above->type))
        diagnostics_add(diagnostics, DIAGNOSTIC_BAD_ATTRIBUTE, a->place,
                        "correct the relation, or the types of its two ends",
                        "%s from %s (%s) to %s (%s) is no affiliation", affiliation_kind_name(a->kind), below->id,
                        actor_type_name(below->type), above->id, actor_type_name(above->type));
    return false;
}

/* --- cycles --- */

typedef struct CycleContext {
    const Hierarchy *h;
    const Draft *draft;
    const uint32_t *number; /* edge → draft */
    Diagnostics *diagnostics;
} CycleContext;

static void tell_cycle(void *context, size_t edge, const uint32_t *vertex, size_t n)
{
    const CycleContext *c = context;
    const Draft *d = &c->draft[c->number[edge]];
    g_autoptr(GString) way = g_string_new(NULL);
    for (size_t i = 0; i < n; i++)
        g_string_append_printf(way, "%s%s", i ? " → " : "", c->h->cast->actor[vertex[i]].id);
    diagnostics_add(c->diagnostics, DIAGNOSTIC_AFFILIATION_CYCLE, c->h->corpus->affiliation[d->row.affiliation.i].place,
                    NULL, "this relation closes a cycle and is left out: %s", way->str);
}

static void break_cycles(const Hierarchy *h, GArray *draft, Relation relation, Diagnostics *diagnostics)
{
    Draft *d = (Draft *)(void *)draft->data;
    g_autofree CycleEdge *edge = g_new(CycleEdge, draft->len + 1);
    g_autofree uint32_t *number = g_new(uint32_t, draft->len + 1);
    size_t n = 0;
    for (uint32_t i = 0; i < draft->len; i++) {
        if (d[i].relation != relation)
            continue;
        int32_t from = relation == RELATION_PARENT ? d[i].row.from.earliest : INT32_MIN;
        int32_t to = relation == RELATION_PARENT ? d[i].row.to.latest : INT32_MAX;
        number[n] = i;
        edge[n++] = (CycleEdge){d[i].source, d[i].row.target.i, from, to, false};
    }
    CycleContext context = {h, d, number, diagnostics};
    cycle_break(edge, n, h->cast->n_actors, tell_cycle, &context);
    for (size_t i = n; i-- > 0;)
        if (edge[i].dropped)
            g_array_remove_index(draft, number[i]);
}

/* --- sorted rows --- */

static int by_source(const void *a, const void *b)
{
    const Draft *x = a, *y = b;
    if (x->source != y->source)
        return x->source < y->source ? -1 : 1;
    if (x->row.target.i != y->row.target.i)
        return x->row.target.i < y->row.target.i ? -1 : 1;
    uint32_t p = x->row.affiliation.i, q = y->row.affiliation.i;
    return (p > q) - (p < q);
}

static bool date_equal(Date a, Date b) { return a.earliest == b.earliest && a.latest == b.latest; }

static void publish(Hierarchy *h, Relation relation, GArray *draft)
{
    g_array_sort(draft, by_source);
    const Draft *d = (const Draft *)(const void *)draft->data;
    uint32_t *first = h->first[relation] = g_new0(uint32_t, h->cast->n_actors + 1);
    RelationRow *row = h->row[relation] = g_new(RelationRow, draft->len + 1);
    uint32_t n = 0;
    for (guint i = 0; i < draft->len; i++) {
        bool repeated = false;
        for (guint j = i; j-- > 0 && d[j].source == d[i].source && actor_id_equal(d[j].row.target, d[i].row.target);)
            repeated |= date_equal(d[j].row.from, d[i].row.from) && date_equal(d[j].row.to, d[i].row.to);
        if (repeated)
            continue;
        row[n++] = d[i].row;
        first[d[i].source + 1]++;
    }
    for (size_t a = 0; a < h->cast->n_actors; a++)
        first[a + 1] += first[a];
}

/* The rows of one relation, or of its opposite read backwards. */
static void publish_relation(Hierarchy *h, const GArray *draft, Relation relation, bool backwards, Relation as)
{
    g_autoptr(GArray) chosen = g_array_new(false, false, sizeof(Draft));
    for (guint i = 0; i < draft->len; i++) {
        Draft d = g_array_index(draft, Draft, i);
        if (d.relation != relation)
            continue;
        if (backwards) {
            uint32_t source = d.source;
            d.source = d.row.target.i;
            d.row.target.i = source;
        }
        g_array_append_val(chosen, d);
    }
    publish(h, as, chosen);
}

void relation_build(Hierarchy *h, Diagnostics *diagnostics)
{
    g_autoptr(GArray) draft = g_array_new(false, false, sizeof(Draft));
    for (uint32_t i = 0; i < h->corpus->n_affiliations; i++) {
        Draft d;
        if (draft_of(h, i, &d, diagnostics))
            g_array_append_val(draft, d);
    }
    break_cycles(h, draft, RELATION_PARENT, diagnostics);
    break_cycles(h, draft, RELATION_PREDECESSOR, diagnostics);
    publish_relation(h, draft, RELATION_AGENCY, false, RELATION_AGENCY);
    publish_relation(h, draft, RELATION_PARENT, false, RELATION_PARENT);
    publish_relation(h, draft, RELATION_COUNTRY, false, RELATION_COUNTRY);
    publish_relation(h, draft, RELATION_BLOC, false, RELATION_BLOC);
    publish_relation(h, draft, RELATION_BLOC, true, RELATION_MEMBER);
    publish_relation(h, draft, RELATION_PREDECESSOR, false, RELATION_PREDECESSOR);
    publish_relation(h, draft, RELATION_PREDECESSOR, true, RELATION_SUCCESSOR);
}
