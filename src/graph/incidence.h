/* incidence.h - the two-mode network: which actor of the level took part in which event, and by which claims.
 *
 *            events →
 *   actors    1 . 1 1      B, kept in compressed rows both ways; every 1 (a *cell*) knows the participations
 *     ↓       . 1 1 .      that prove it and, where it was inferred, the chain of affiliations.              */
#ifndef ENTENTE_INCIDENCE_H
#define ENTENTE_INCIDENCE_H

#include "hierarchy.h"
#include "selection.h"

/* Why a cell is 1: a participation, reached directly or through a chain of actors (official → ministry → country). */
typedef struct Claim {
    ParticipationId participation;
    ParticipationStatus status;  /* stated, inferred-affiliation or inferred-expansion */
    Slice via;                   /* rows of incidence->via: the steps up from the participation's actor, the last one's
                                    actor is the cell's; empty when stated */
} Claim;

typedef struct Incidence {
    const Corpus *corpus;        /* borrowed: must outlive this */
    const Cast *cast;
    const Hierarchy *hierarchy;
    Level level;                 /* as chosen: never LEVEL_DEFAULT */
    bool level_was_default;

    ActorId *actor;    size_t n_actors;  /* row → actor, in cast order; each has at least one cell (ruling 1) */
    EventId *event;    size_t n_events;  /* column → event, by first day, undated last, then corpus order */
    size_t n_cells;
    uint32_t *event_first;  /* n_events+1: cells of column e are event_first[e] … */
    uint32_t *cell_actor;   /* row of each cell, ascending within a column */
    uint32_t *actor_first;  /* n_actors+1 */
    uint32_t *actor_event;  /* columns of each row, ascending */
    uint32_t *actor_cell;   /* the cell of each */
    uint32_t *claim_first;  /* n_cells+1 */
    Claim *claim;      size_t n_claims;
    Step *via;         size_t n_via;
    /* --no-kin: actors of one affiliation chain form one delegation; without it each actor is its own. */
    uint32_t *cell_delegation;  /* NULL without --no-kin; else number of the cell's delegation within its event */
    uint32_t *event_k;          /* participants (or delegations) that weights count with */
    /* Blocs that took part, for two-mode files and extract: never rows. */
    ParticipationId *bloc; size_t n_blocs;
    size_t n_not_counted[N_EVENT_STATUSES]; /* events left out, by status */
} Incidence;

/* Applies the selection (model.md "Levels", rulings 1–6, 8, 11): status of events and participations, dates, roles,
 * certainty; roll-up through affiliations valid on the event's first day; bloc expansion; one cell per actor and event.
 * Default level: country where at least two countries take part, else all. Inferred participations that a file carries
 * are compared with ours (DIAGNOSTIC_INFERENCE_DIFFERS) and never counted, except rows of an incidence table, which
 * count as they are for actors of the level. No event at the level is not a failure: DIAGNOSTIC_NO_EVENTS and an empty
 * incidence. NULL with ERROR_USAGE where exclude, role, status or ego name nothing known. O(participations × chain). */
Incidence *incidence_build(const Corpus *, const Cast *, const Hierarchy *, const Selection *, Diagnostics *,
                           GError **);
void incidence_free(Incidence *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Incidence, incidence_free)

/* Cell of row and column, or UINT32_MAX. O(log). */
uint32_t incidence_cell(const Incidence *, uint32_t row, uint32_t column);
/* Columns that both rows share, ascending, as a new array (g_free); *n their number. O(events of both). */
uint32_t *incidence_shared(const Incidence *, uint32_t row_a, uint32_t row_b, size_t *n);
/* A copy of the columns that are marked: what every leave-out and every half-sample is projected from. Rows are kept,
 * so that an actor may be left without cells. O(cells + claims). */
Incidence *incidence_subset(const Incidence *, const bool *keep);
/* A copy in which one event took place n times: 0 leaves it out. */
Incidence *incidence_repeating(const Incidence *, uint32_t column, unsigned n);
Incidence *incidence_without(const Incidence *, uint32_t column);

#endif
