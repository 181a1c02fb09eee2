/* relation.h - the rows behind a Hierarchy: who is directly related to whom, sorted for look-up. Private to entity/. */
#ifndef ENTENTE_RELATION_H
#define ENTENTE_RELATION_H

#include "hierarchy.h"

/* By the types of both ends, not by the word the text used: an official's agency, an agency's parent, the country of
 * either, a country's bloc and the same from the bloc's side, and the two directions of succession. */
typedef enum Relation {
    RELATION_AGENCY, RELATION_PARENT, RELATION_COUNTRY, RELATION_BLOC, RELATION_MEMBER,
    RELATION_PREDECESSOR, RELATION_SUCCESSOR,
} Relation;
enum { N_RELATIONS = 7 };

typedef struct RelationRow {
    ActorId target;
    AffiliationId affiliation;
    Date from, to;
} RelationRow;

struct Hierarchy {
    const Corpus *corpus;
    const Cast *cast;
    RelationRow *row[N_RELATIONS];
    uint32_t *first[N_RELATIONS];   /* n_actors+1 */
    uint32_t *stand_in;             /* actor → whose upward rows it has, its own or its line's; NULL: all their own */
    GHashTable *kind;               /* kind of organisation → "yes" or "no" */
};

/* Fills row and first from corpus->affiliation: repeated rows once, cycles broken, relations that say nothing
 * reported. */
void relation_build(Hierarchy *, Diagnostics *);
/* Direct rows of an actor, ordered by target, then as the texts have them. A renamed body without rows of its own
 * upwards has those of its line. */
size_t relation_rows(const Hierarchy *, Relation, ActorId, const RelationRow **);

/* Fills stand_in. */
void succession_build(Hierarchy *);
/* Which body of a renamed one's line existed on that day; *indeterminate is set where the day of change is too coarse.
 * Where a body was split or merged the line is not followed past that point: nobody can tell which is meant. */
ActorId succession_on(const Hierarchy *, ActorId, Date day, bool *indeterminate);

/* The table of kinds: fills kind. */
void organisation_kind_build(Hierarchy *);

#endif
