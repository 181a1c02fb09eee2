/* recall.h - annotated texts → drafts that keep what a person marked, so that rules can add to it. */
#ifndef ENTENTE_RECALL_H
#define ENTENTE_RECALL_H

#include "draft.h"

/* Appends a draft (Draft *) for every text of these TEI files, read as one corpus: authority files among them say who
 * is meant. A draft has the text, its blocks, and every mark, event, participation and affiliation whose @resp does not
 * begin with "#entente", with rule NULL: a person's. Of the registers it has the actors that these refer to. What rules
 * had made is left out, for rules will make it again.
 * false: as corpus_read. */
bool recall_read(const char *const *path, size_t n, GPtrArray *drafts, Diagnostics *, GError **);

/* Adds what the rules made of the same text (a draft of its own, from) to a recalled one: marks that cross none of the
 * person's and are no second mark of their kind on the same words; actors and events unless they are the person's, by
 * id, by name, or by the words that mark them; participations and affiliations that the person does not tell in another
 * way. Nothing of the person's is changed. O(marks of both). */
void recall_add(Draft *, const Draft *from);

#endif
