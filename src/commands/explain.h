/* explain.h - private to explain: the two answers, and the words they share. */
#ifndef ENTENTE_EXPLAIN_H
#define ENTENTE_EXPLAIN_H

#include "evidence.h"
#include "invocation.h"

/* Which operands are inputs (they stay in v->operand) and which one or two are names: those after the last that exists.
 */
bool explain_operands(Invocation *, const char *name[2], size_t *n_names, GError **);
/* A tie, or why there is none. Returns the exit status: 0, or 1 where there is no tie. */
int explain_tie(Invocation *, const Pipeline *, ActorId a, ActorId b, Output *);
/* Where one actor stands and what that hangs on. */
int explain_actor(Invocation *, const Pipeline *, ActorId, Output *, GError **);

/* "co-organiser", "represented by S. Iswaran → Ministry of … → Singapore": all claims of a cell, without repeats. Heap.
 */
char *explain_claims(const Pipeline *, uint32_t cell);
/* The sentence, its names underlined on a terminal, and where it stands. */
void explain_quote(const Pipeline *, const Quote *, bool colour, Output *);
bool explain_colour(const Invocation *);
/* Why an actor is no node: level, events not counted, never took part. Heap sentence. */
char *explain_absence(const Pipeline *, ActorId);

#endif
