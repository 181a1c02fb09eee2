/* rollup.h - which participations reach which actor at a level: the claims of an incidence. Private to graph/. */
#ifndef ENTENTE_ROLLUP_H
#define ENTENTE_ROLLUP_H

#include "filter.h"
#include "incidence.h"

/* One claim before it has a cell. */
typedef struct Reach {
    EventId event;
    ActorId actor;
    Claim claim; /* via: rows of the Reaches' via */
} Reach;

typedef struct Reaches {
    GArray *reach; /* Reach, in order of the participations */
    GArray *via;   /* Step */
    GArray *bloc;  /* ParticipationId: blocs that took part */
} Reaches;

Reaches *reaches_new(void);
void reaches_free(Reaches *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Reaches, reaches_free)

/* Carries every participation that counts up to the actors of the level (model.md "Levels"). diagnostics may be
 * NULL; else unknown kinds, indeterminate dates and blocs without members are told, each once. */
Reaches *rollup(const Corpus *, const Cast *, const Hierarchy *, const Filter *, Level, const Selection *,
                Diagnostics *);
/* Would at least two countries take part at the level country? Stops at the second. */
bool rollup_finds_two_countries(const Corpus *, const Cast *, const Hierarchy *, const Filter *, const Selection *);

#endif
