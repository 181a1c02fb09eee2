/* audit_table.h - private to rank: which ranks survive, as two tables for people and one for programs. */
#ifndef ENTENTE_AUDIT_TABLE_H
#define ENTENTE_AUDIT_TABLE_H

#include "audit.h"
#include "invocation.h"

/* People get one row a variation and one row an actor, the first 10 (-n); programs one row a variation and actor. */
bool audit_table_print(Invocation *, const Pipeline *, const Audit *, GError **);

#endif
