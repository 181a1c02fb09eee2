/* coreference.h - marks of chains laid on the labelled marks of the same words. */
#ifndef ENTENTE_COREFERENCE_H
#define ENTENTE_COREFERENCE_H

#include "standoff.h"

/* Formats that tell names and chains apart (CoNLL-2012, WebAnno, UIMA, CoreNLP) have two marks where a name is in a
 * chain. The labelled one gets the chain of the unlabelled one with the same span, which is dropped. Before or after
 * settling. O(marks log marks). */
void coreference_join(Standoff *);

#endif
