/* inference.h - inferred participations that a file carries, held against ours (ruling 6). Private to graph/. */
#ifndef ENTENTE_INFERENCE_H
#define ENTENTE_INFERENCE_H

#include "hierarchy.h"

/* For every event that carries an inferred participation of a kind: what it carries and our inference does not give,
 * and what ours gives and it lacks, each as DIAGNOSTIC_INFERENCE_DIFFERS. Ours: from the stated participations of
 * the event, through any organisation, at all levels. O(participations × chain) of the events that carry any. */
void inference_compare(const Corpus *, const Cast *, const Hierarchy *, Diagnostics *);

#endif
