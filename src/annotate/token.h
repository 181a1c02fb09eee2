/* token.h - running text as tokens and sentences: the alphabet of the grammar.
 *
 * A token is a word, a number, or one mark. Hyphens, slashes and brackets are tokens of their own, marked as joined to
 * their neighbours, so that "ASEAN-Japan" shows both names; a final 's is one ("Vietnam" "’s"); a full stop belongs to
 * initials and abbreviations ("S.", "U.S.", "Gen."). Of scripts that write no blanks every character is one. */
#ifndef ENTENTE_TOKEN_H
#define ENTENTE_TOKEN_H

#include "vocabulary.h"

/* Fills draft->token and draft->sentence from its text and blocks (a draft without blocks is one). words is
 * initialised. O(n), about 100 MB a second. */
void tokens_cut(Draft *, const Lexicon *, Vocabulary *words);

/* Cuts a phrase of a table: appends (from, to) of every token. For lexicon.c. */
void tokens_of_phrase(const char *phrase, GArray *range);
typedef struct TokenRange {
    uint32_t from, to;
    uint32_t flags;
} TokenRange;

#endif
