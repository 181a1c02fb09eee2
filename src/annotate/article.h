/* article.h - private to this room: what the blocks of one article are, and what its first lines tell. */
#ifndef ENTENTE_ARTICLE_H
#define ENTENTE_ARTICLE_H

#include "lists.h"

/* Looks through the blocks of a draft, leaving those that are junk already, and sets:
 * - the headline: the block that repeats draft->title where that is known, else the first short line without a full
 *   stop among the first; short lines above it are boilerplate (notices, sections);
 * - datelines: short lines at the head and foot with a date, a byline or a source; the first date there is the
 *   article's, where it is unknown; the place before the dash of the first paragraph is draft->place;
 * - captions: lines that repeat the headline or name a photographer;
 * - stop phrases (data/stop-phrases.tsv): the line, and where it says so all that follows it, once the article has
 *   ARTICLE_SHORTEST bytes and unless more running text follows than stands before. */
enum { ARTICLE_SHORTEST = 500 };
void article_label(Draft *, const Lists *);

/* The same for an article out of a newspaper database (LexisNexis, Nexis Uni, Factiva, ProQuest), whose head and foot
 * are fields: outlet, date, title, length, notice of copyright. false where it has none of these: nothing is done. */
bool clipping_label(Draft *, const Lists *);

#endif
