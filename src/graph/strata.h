/* strata.h - the parts of an incidence within which a null model moves participations. Private to graph/ and
 * measure/. */
#ifndef ENTENTE_STRATA_H
#define ENTENTE_STRATA_H

#include "incidence.h"

/* One stratum: all events; or one a calendar year of the event's first day (its earliest possible day), undated events
 * in one of their own: else a minister of 2024 would attend in 2015. */
typedef struct Strata {
    size_t n;
    uint32_t *of_column; /* stratum of each event */
    uint32_t *degree;    /* [stratum * n_actors + row]: events of the actor in the stratum */
    uint32_t *n_events;  /* of each stratum, with at least one participant */
    uint32_t *size;      /* of each column: its participants */
} Strata;

Strata *strata_new(const Incidence *, bool by_year);
void strata_free(Strata *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Strata, strata_free)

/* Most events that two actors can share, given their events in each stratum. */
uint32_t strata_most_shared(const Strata *, size_t n_actors, uint32_t row_a, uint32_t row_b);

#endif
