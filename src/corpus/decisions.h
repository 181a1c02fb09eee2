/* decisions.h - decisions.tsv: what people decided of actors, events and participations, read and replayed.
 *
 *     decision   kind           type      a                     b             role      who   why
 *     same       actor          official  to-lam                Gen. To Lam             ktv   one photo, two captions
 *     different  actor          agency    mic-vn                MIC                     ktv   the Singaporean one
 *     same       event                    e003-1                e007-2                  ktv
 *     drop       participation            e003-1                to-lam        attendee  ktv   he sent a deputy
 *     role:chair participation            e003-1                s-iswaran     speaker   ktv
 *
 * In decisions.tsv and decisions-*.tsv of every input that is a folder. `entente resolve` prints this table with the
 * decision left empty; rows without a decision are passed over, columns that are not known too. What `extract` prints
 * with a column decision put in is another form of it: event is a, id (of the actor) is b, the kind is participation.
 * An id or a name stands for itself; where two files use one id for two, FILE#id tells which. Any order of rows gives
 * the same result. */
#ifndef ENTENTE_DECISIONS_H
#define ENTENTE_DECISIONS_H

#include "corpus.h"

const char *decision_kind_name(DecisionKind); /* "actor", "event", "participation" */
/* "same", "different", "keep", "drop", "role:chair". Heap. */
char *decision_verdict(const Decision *);

/* decisions.tsv and decisions-*.tsv of the inputs that are folders, or databases that hold them, by name.
 * NULL-terminated, heap (g_strfreev). */
char **decisions_files(const char *const *input, size_t n_inputs);

/* Fills corpus->decision in order of file and row, and decisions_digest. Rows that say nothing known are
 * DIAGNOSTIC_BAD_DECISION. ERROR_IO when a file cannot be read or has no columns decision, a and b. */
bool decisions_read(Corpus *, const char *const *input, size_t n_inputs, Diagnostics *, GError **);

/* Does what the rows say of events, and finds those of participations (cast_decide does the rest): events that are the
 * same become the first of them, with the documents and participations of all and what one of them knows and the first
 * does not; those told apart are listed in corpus->distinct. Rows that name nothing here are
 * DIAGNOSTIC_DECISION_UNKNOWN; same and different in one circle is DIAGNOSTIC_DECISION_CONFLICT, and none of its rows
 * counts. */
void decide(Corpus *, Diagnostics *);

/* Contradictions among rows of a kind: n things, of which rows say that some are one and some are not. things: the two
 * that a row is about, UINT32_MAX where it names none. Reports each group with rows that contradict and sets their
 * void_row; parent (n, see disjoint.h) becomes the sets of what is the same by the rows that are left. */
void decisions_unite(const Corpus *, DecisionKind, uint32_t (*thing)[2], size_t n, uint32_t *parent, bool *void_row,
                     Diagnostics *);

#endif
