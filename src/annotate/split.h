/* split.h - private to this room: files of newspaper databases, cut into their articles. */
#ifndef ENTENTE_SPLIT_H
#define ENTENTE_SPLIT_H

#include "id.h"
#include <glib.h>
#include <stddef.h>

/* Appends to part (Slice of bytes) the articles of a text, together the whole of it: one, unless it has lines that
 * databases set between articles:
 *     Document 1 of 25, 1 of 25 DOCUMENTS         begin one (LexisNexis, ProQuest)
 *     End of Document                             ends one (Nexis Uni)
 *     Document VNNA000020200930eg9u0005l          ends one (Factiva)
 * What stands before the first (cover, list of contents) belongs to the first, what stands after the last to the last.
 * At most SPLIT_MOST articles; what comes after belongs to the last. O(n). */
enum { SPLIT_MOST = 10000 };
void split_articles(const char *text, size_t n, GArray *part);

/* Is this line one of those above? */
typedef enum SplitLine { SPLIT_NONE, SPLIT_BEGINS, SPLIT_ENDS } SplitLine;
SplitLine split_line(const char *s, size_t n);

#endif
