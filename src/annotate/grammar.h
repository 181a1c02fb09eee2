/* grammar.h - names in running text: countries, blocs, bodies, people, places, and who belongs to whom. */
#ifndef ENTENTE_GRAMMAR_H
#define ENTENTE_GRAMMAR_H

#include "lexicon.h"

/* Fills token, sentence, mark, target, actor, variant, affiliation, event and participation of a draft whose text and
 * blocks stand. Marks
 * come in order of from, longer first; each carries the name of its rule and how sure that rule is (grammar_rules).
 * What can be linked within the text is linked: equal names, acronyms, short forms, "the ministry"; nothing across
 * texts. Of a text whose language has no grammar (all but English) only countries are marked, and draft->set_aside is
 * set. Deterministic; O(n) but for the spans of one text among themselves. */
void grammar_mark(Draft *, const Lexicon *);

#endif
