/* phrase.h - texts of a corpus as one format writes them: checked and escaped once, found again by where they lie. */
#ifndef ENTENTE_PHRASE_H
#define ENTENTE_PHRASE_H

#include "line.h"

/* Appends text as the format writes it. */
typedef void (*Escape)(Line *, const char *text, size_t length);

/* The titles and sentences behind ties stand in thousands of ties each. A table of the most recent ones: O(1) a
 * look-up. */
typedef struct Phrases Phrases;

Phrases *phrases_new(Escape); /* NULL: as it is */
void phrases_free(Phrases *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Phrases, phrases_free)

/* Appends text, which must not change as long as the Phrases live: names, titles, sentences, not a buffer that is used
 * again. What XML cannot hold becomes U+FFFD: readers refuse it, but one such character makes Gephi drop a whole file.
 */
void phrases_append(Phrases *, Line *, const char *text);

#endif
