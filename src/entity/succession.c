/* succession.c - renamed bodies: which of a line existed on a day, and whose affiliations they share. */
#include "relation.h"

/* The only other body on this side; none where there is none, or several. */
static const RelationRow *only_row(const Hierarchy *h, Relation relation, ActorId actor)
{
    const RelationRow *row;
    size_t n = relation_rows(h, relation, actor, &row);
    for (size_t i = 1; i < n; i++)
        if (!actor_id_equal(row[i].target, row[0].target))
            return NULL;
    return n ? row : NULL;
}

/* Has the change happened by day? Without a day of change nobody can say: then the body stands as it is written. */
static DateWithin happened(const RelationRow *row, Date day)
{
    return date_is_unknown(row->from) ? DATE_WITHIN_MAYBE : date_within(day, row->from, DATE_UNKNOWN);
}

ActorId succession_on(const Hierarchy *h, ActorId actor, Date day, bool *indeterminate)
{
    if (!h->stand_in)
        return actor;
    const RelationRow *row = only_row(h, RELATION_SUCCESSOR, actor);
    DateWithin change = row ? happened(row, day) : DATE_WITHIN_NO;
    bool forward = change == DATE_WITHIN_YES;
    while (row && change == DATE_WITHIN_YES) {
        actor = row->target;
        row = only_row(h, RELATION_SUCCESSOR, actor);
        change = row ? happened(row, day) : DATE_WITHIN_NO;
    }
    *indeterminate |= row && change == DATE_WITHIN_MAYBE && !date_is_unknown(row->from);
    if (forward)
        return actor;
    row = only_row(h, RELATION_PREDECESSOR, actor);
    while (row && happened(row, day) == DATE_WITHIN_NO) {
        actor = row->target;
        row = only_row(h, RELATION_PREDECESSOR, actor);
    }
    *indeterminate |= row && happened(row, day) == DATE_WITHIN_MAYBE && !date_is_unknown(row->from);
    return actor;
}

static bool has_superiors(const Hierarchy *h, ActorId actor)
{
    const RelationRow *row;
    return relation_rows(h, RELATION_PARENT, actor, &row) || relation_rows(h, RELATION_COUNTRY, actor, &row);
}

/* A register often gives the country of only one of a renamed body's names: look along the line, later names first. */
static ActorId find_stand_in(const Hierarchy *h, ActorId actor)
{
    static const Relation direction[] = {RELATION_SUCCESSOR, RELATION_PREDECESSOR};
    if (has_superiors(h, actor))
        return actor;
    for (size_t i = 0; i < G_N_ELEMENTS(direction); i++)
        for (const RelationRow *row = only_row(h, direction[i], actor); row;
             row = only_row(h, direction[i], row->target))
            if (has_superiors(h, row->target))
                return row->target;
    return actor;
}

void succession_build(Hierarchy *h)
{
    if (h->first[RELATION_SUCCESSOR][h->cast->n_actors] == 0)
        return;
    uint32_t *stand_in = g_new(uint32_t, h->cast->n_actors + 1);
    for (uint32_t i = 0; i < h->cast->n_actors; i++)
        stand_in[i] = find_stand_in(h, actor_id_of(i)).i;
    h->stand_in = stand_in;
}
