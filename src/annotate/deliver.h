/* deliver.h - drafts → the corpus that writers of annotated text write. */
#ifndef ENTENTE_DELIVER_H
#define ENTENTE_DELIVER_H

#include "draft.h"

/* What @resp says of all that rules made: this and the name of the rule, "#entente-country-name". */
#define DELIVER_RESP "#entente"

/* Numbers what has no id (marks "ID-m1", events "ID-e1", ID the draft's own) and gives actors that drafts use under one
 * id with different labels or types ids of their own, but for differences of spelling, which the first draft's label
 * settles. In order of the drafts. */
void deliver_number(GPtrArray *drafts);

/* The drafts as one corpus: documents with their text, marks, remarks and stretches (ReadOptions.keep_text), registers,
 * events, participations, affiliations. With authority: countries, blocs and memberships, and whoever occurs in more
 * than one draft, are records of a document of that id that comes first (Document.authority), and of no other. The
 * corpus copies everything. O(rows). */
Corpus *deliver_corpus(const GPtrArray *drafts, const char *authority, Diagnostics *);

#endif
