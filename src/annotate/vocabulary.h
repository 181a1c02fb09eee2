/* vocabulary.h - the words of one text, numbered, and what tokens look like. */
#ifndef ENTENTE_VOCABULARY_H
#define ENTENTE_VOCABULARY_H

#include "lexicon.h"

/* DraftToken.flags */
enum {
    TOKEN_WORD = 1 << 0,        /* has a letter */
    TOKEN_UPPER = 1 << 1,       /* begins with a capital, or with a letter of a script without case */
    TOKEN_ALL_CAPS = 1 << 2,    /* two or more letters, all capitals: "ASEAN", "CERTs" is not */
    TOKEN_MIXED = 1 << 3,       /* a capital after a small letter: "McKay", "iPhone" */
    TOKEN_NUMBER = 1 << 4,      /* begins with a digit: "24", "2,000", "5th", "3G" */
    TOKEN_JOINED = 1 << 5,      /* no blank before it */
    TOKEN_SENTENCE = 1 << 6,    /* first word of its sentence (quotes and bullets do not count) */
    TOKEN_STOP = 1 << 7,        /* ends with a full stop that belongs to it */
    TOKEN_INITIAL = 1 << 8,     /* "S.", "J.P." */
    TOKEN_HANDLE = 1 << 9,      /* @name, #tag, address of a page or of mail */
    TOKEN_POSSESSIVE = 1 << 10, /* ’s or ’ after a name */
    TOKEN_HEADLINE = 1 << 11,   /* in a line whose words all begin with capitals: they say little there */
    TOKEN_UNSPACED = 1 << 12,   /* a character of a script that writes no blanks */
    TOKEN_CAPS_ONLY = 1 << 13,  /* known only by its spelling in small letters: "MINISTER" */
};

/* The words of one text that are in no table. */
typedef struct Vocabulary {
    const Lexicon *lexicon;
    const char *text;
    GArray *word; /* private: where each stands first, and its hash */
    uint32_t *slot;
    size_t n_slots;
    GArray *small; /* bool, by word: it occurs in small letters */
} Vocabulary;

void vocabulary_init(Vocabulary *, const Lexicon *, const char *text);
void vocabulary_clear(Vocabulary *);
/* Does the word of this token also occur in small letters? "Assets" is no name where "assets" is written. */
bool vocabulary_in_small(const Vocabulary *, const DraftToken *);
/* Gives the token its word and its kinds. Capitals and marks do not hide a known word: "MINISTER", "Đặng". */
void vocabulary_number(Vocabulary *, DraftToken *);

/* The same hash for a word in a text and in a table; typographic apostrophes count as plain ones. */
uint32_t token_hash(const char *word, size_t n);

#endif
