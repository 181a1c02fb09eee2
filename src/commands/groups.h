/* groups.h - private to groups and report: communities as a table. */
#ifndef ENTENTE_GROUPS_H
#define ENTENTE_GROUPS_H

#include "invocation.h"

#define GROUPS_MEASURES (MEASURE_BIT(MEASURE_CONSTRAINT) | MEASURE_BIT(MEASURE_STRENGTH))

/* For people a row a group, at most v->top of them, and sentences; for programs a row an actor. The pipeline's scores
 * must hold GROUPS_MEASURES. */
Report *groups_table(const Invocation *, const Pipeline *, bool people, GError **);

#endif
