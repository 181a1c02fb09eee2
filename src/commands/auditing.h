/* auditing.h - private to rank: the same question asked in other ways, and which ranks survive. */
#ifndef ENTENTE_AUDITING_H
#define ENTENTE_AUDITING_H

#include "invocation.h"

/* rank --audit. The pipeline holds the scores of the ranking as it was asked for. The ways, each alone:
 *   level      every other one;
 *   unit       where texts are annotated with events: co-presence in a document and in a sentence instead; else the
 *              other units there are;
 *   weight     every other one that the measure depends on; for strength only those whose sums mean something;
 *   roll-up, expand-blocs, no-kin, comention: the other choice;
 *   role       without attendees; without supporters, sponsors and funders;
 *   certainty  only medium and high; only high;
 *   event      the event with most participants left out; and held twice;
 *   source     without what only one outlet tells, for each of the five that tell most;
 *   backbone   only ties that beat chance, or all of them where a backbone was asked for.
 * What gives the very same network is named and not counted. */
int auditing_run(Invocation *, const Pipeline *, GError **);

#endif
