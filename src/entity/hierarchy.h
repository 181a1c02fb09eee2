/* hierarchy.h - official → agency → parent agency → country, and country in bloc, as of a given day. */
#ifndef ENTENTE_HIERARCHY_H
#define ENTENTE_HIERARCHY_H

#include "cast.h"

/* One valid affiliation: which row of the corpus says so, and who is at its upper end. */
typedef struct Step {
    AffiliationId affiliation;
    ActorId actor;
    bool indeterminate; /* its dates are too coarse to be sure */
} Step;

typedef struct Hierarchy Hierarchy;

/* Indexes corpus->affiliation by actor. Cycles of agencies are broken at their last relation and reported
 * (DIAGNOSTIC_AFFILIATION_CYCLE), with every member named. Repeated rows are one. Keeps pointers to both arguments. */
Hierarchy *hierarchy_new(const Corpus *, const Cast *, Diagnostics *);
void hierarchy_free(Hierarchy *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Hierarchy, hierarchy_free)

/* Every function that fills an array returns how many there are, which may be more than max: ask again with room for
 * all. All answers are as of day: valid where from ≤ day ≤ to may hold (ruling 4: undated and indeterminate ones
 * count; the caller reports the latter). A body that was renamed (succeeds) stands for its predecessor before the
 * day of change and its successor after it: an affiliation to one of them holds for whichever of the line existed on
 * that day. */

/* Agencies an official is directly affiliated with ("nearest", ruling 3). Fills at most max; returns the number. */
size_t hierarchy_agencies(const Hierarchy *, ActorId official, Date day, Step *out, size_t max);
/* Direct parent agencies of an agency. */
size_t hierarchy_parents(const Hierarchy *, ActorId agency, Date day, Step *out, size_t max);
/* The chain from an official or agency to its country: a direct `represents` or `agency_of` wins, else climb from
 * agency to agency (breadth first, ties by cast order) to the first that has a country. Fills the steps in order,
 * the last is the country; 0 = none. Several direct countries: all are given as chains by hierarchy_countries. */
size_t hierarchy_countries(const Hierarchy *, ActorId, Date day, ActorId *country, size_t max);
size_t hierarchy_chain(const Hierarchy *, ActorId, ActorId country, Date day, Step *out, size_t max);
/* Only the countries an official or agency is directly tied to (represents, agency_of). */
size_t hierarchy_direct_countries(const Hierarchy *, ActorId, Date day, Step *out, size_t max);
/* Everyone above an official or agency at any height, countries included, nearest first. */
size_t hierarchy_superiors(const Hierarchy *, ActorId, Date day, ActorId *out, size_t max);
/* Members of a bloc on that day, in cast order. */
size_t hierarchy_members(const Hierarchy *, ActorId bloc, Date day, Step *out, size_t max);
/* Blocs a country is in on that day, in cast order. */
size_t hierarchy_blocs(const Hierarchy *, ActorId country, Date day, ActorId *out, size_t max);
/* Is b above a (at any height, countries included) on that day? What --no-kin calls kin. */
bool hierarchy_above(const Hierarchy *, ActorId a, ActorId b, Date day);
/* The country an actor is shown with: itself for a country, else hierarchy_countries on any day; none if none or
 * several. */
ActorId hierarchy_home(const Hierarchy *, ActorId);

/* Is this agency a state body? By @subtype and data/organisation-kinds.tsv; unknown kinds count (*known = false). */
bool hierarchy_is_state_body(const Hierarchy *, ActorId agency, bool *known);

#endif
