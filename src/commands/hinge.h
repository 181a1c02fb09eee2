/* hinge.h - private to explain: where an actor would stand without an event, a series, an outlet or a document. */
#ifndef ENTENTE_HINGE_H
#define ENTENTE_HINGE_H

#include "invocation.h"

typedef struct Without {
    double score;
    uint32_t rank; /* 0: not ranked without it */
} Without;

/* Score and rank of the actor in a part of the incidence, everything measured again. */
bool hinge_measure(const Invocation *, const Pipeline *, ActorId, const Incidence *rest, Without *, GError **);
/* A footer for the series, the outlet and the document without which the actor falls lowest, where it falls; one
 * sentence where it does not. An event goes when nothing else tells it. What takes but one event is left to the table
 * of events. rank: as things are. At most HINGE_TRIED of each kind are tried, those that hold most of its events. */
bool hinge_say(Report *, const Invocation *, const Pipeline *, uint32_t node, uint32_t rank, GError **);
enum { HINGE_TRIED = 50 };

#endif
