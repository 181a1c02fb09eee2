/* participations.h - who took part in what, one row a claim: the table that extract prints and the reader reads. */
#ifndef ENTENTE_PARTICIPATIONS_H
#define ENTENTE_PARTICIPATIONS_H

#include "delimited.h"
#include "incidence.h"

/* The header: event (id), actor (name), type, role, status, event_status, cert, date (first day of the event), document
 * (id), place (file:line:column of the first mention that proves it, else of the relation), and what a reader needs
 * besides to find the same network: id (of the actor), event_title, event_type, to (last day), series, where.
 *
 * One row a claim: a country that two ministers represent has two. By event, then actor; blocs after all others, in
 * event order. Read back as an incidence table, the rows give the network they came from. Ids are local to their file;
 * where two events or two actors have one id, the second is written as id#2. Nothing is left out: not even an empty
 * table, which is its header. */
bool participations_write(const Incidence *, DelimitedKind, Output *, GError **);

/* The same behind a column slice with this label in every row; header: write it too. */
bool participations_write_slice(const Incidence *, DelimitedKind, const char *slice, bool header, Output *, GError **);

/* The role a claim gives its actor: its participation's, or "represented" where it was inferred. */
const char *claim_role(const Corpus *, const Claim *);

#endif
