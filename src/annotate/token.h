/* token.h - running text as tokens and sentences: the alphabet of the grammar.
 *
 * A token is a word, a number, or one mark. Hyphens, slashes and brackets are tokens of their own, marked as joined to
 * their neighbours, so that "ASEAN-Japan" shows both names; a final 's is one ("Vietnam" "’s"); a full stop belongs to
 * initials and abbreviations ("S.", "U.S.", "Gen."). Of scripts that write no blanks every character is one. */
#ifndef ENTENTE_TOKEN_H
#define ENTENTE_TOKEN_H

#include "lexicon.h"

/* DraftToken.flags */
enum {
    TOKEN_WORD = 1 << 0,      /* has a letter */
    TOKEN_UPPER = 1 << 1,     /* begins with a capital, or with a letter of a script without case */
    TOKEN_ALL_CAPS = 1 << 2,  /* two or more letters, all capitals: "ASEAN", "CERTs" is not */
    TOKEN_MIXED = 1 << 3,     /* a capital after a small letter: "McKay", "iPhone" */
    TOKEN_NUMBER = 1 << 4,    /* begins with a digit: "24", "2,000", "5th", "3G" */
    TOKEN_JOINED = 1 << 5,    /* no blank before it */
    TOKEN_SENTENCE = 1 << 6,  /* first word of its sentence (quotes and bullets do not count) */
    TOKEN_STOP = 1 << 7,      /* ends with a full stop that belongs to it */
    TOKEN_INITIAL = 1 << 8,   /* "S.", "J.P." */
    TOKEN_HANDLE = 1 << 9,    /* @name, #tag, address of a page or of mail */
    TOKEN_POSSESSIVE = 1 << 10, /* ’s or ’ after a name */
    TOKEN_HEADLINE = 1 << 11, /* in a line whose words all begin with capitals: they say little there */
    TOKEN_UNSPACED = 1 << 12, /* a character of a script that writes no blanks */
    TOKEN_CAPS_ONLY = 1 << 13, /* known only by its spelling in small letters: "MINISTER" */
};

/* The words of one text that are in no table. */
typedef struct Words {
    const Lexicon *lexicon;
    const char *text;
    GArray *word;     /* private: where each stands first, and its hash */
    uint32_t *slot;
    size_t n_slots;
    GArray *small;    /* bool, by word: it occurs in small letters */
} Words;

void words_clear(Words *);
/* Does the word of this token also occur in small letters? "Assets" is no name where "assets" is written. */
bool words_in_small(const Words *, const DraftToken *);

/* Fills draft->token and draft->sentence from its text and blocks (a draft without blocks is one). words is
 * initialised. O(n), about 100 MB a second. */
void tokens_cut(Draft *, const Lexicon *, Words *words);

/* The same hash for a word in a text and in a table; typographic apostrophes count as plain ones. */
uint32_t token_hash(const char *word, size_t n);
/* Cuts a phrase of a table: appends (from, to) of every token. For lexicon.c. */
void tokens_of_phrase(const char *phrase, GArray *range);
typedef struct TokenRange {
    uint32_t from, to;
    uint32_t flags;
} TokenRange;

#endif
