/* dealt.h - two sides of a comparison between which nothing has changed, drawn at random. */
#ifndef ENTENTE_DEALT_H
#define ENTENTE_DEALT_H

#include "compare.h"
#include "random.h"

/* How events depend on each other: not at all; editions of a series keep 80 % of their core; reports of one event,
 * told 2.4 times, unmerged; series of which both sides hold editions. */
typedef enum Dependence { INDEPENDENT, SERIES, DUPLICATES, THROUGHOUT, N_DEPENDENCES } Dependence;
extern const char *const dependence_names[];

enum { DEALT_ACTORS = 18 };

/* n clusters on side 0, twice as many on side 1 (THROUGHOUT: n clusters on both, with 2.4 and 4.8 editions); half of
 * the events are bilateral, 40 % have three to six actors, 10 % are plenaries of one of three groups; lognormal
 * activity. Shares are those of strength under newman. by_event: every event a cluster of its own, as a naive test
 * would have it. */
void dealt_draw(Compared *, Random *, int n, Dependence, bool by_event);

#endif
