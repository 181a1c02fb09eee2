/* rank.h - private to rank and report: who is central, as a table. */
#ifndef ENTENTE_RANK_H
#define ENTENTE_RANK_H

#include "invocation.h"

/* The first n of the ranking by v->by, with intervals or what stands in their place; below it, for people, what the
 * ranking hangs on. The pipeline's scores must hold the measure and strength. */
Report *rank_table(const Invocation *, const Pipeline *, bool people, size_t n, GError **);

#endif
