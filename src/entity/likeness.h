/* likeness.h - how alike two names are: Jaro and Winkler for words, words against words for names. */
#ifndef ENTENTE_LIKENESS_H
#define ENTENTE_LIKENESS_H

#include "corpus.h"

/* Jaro–Winkler similarity of two texts by their characters, 0 … 1: Jaro plus a tenth of what is missing to 1 for each
 * of at most four equal first characters (Winkler 1990). Texts beyond 100 characters are cut there. Two empty ones: 1.
 */
double likeness_of_words(const char *a, const char *b);

/* How two normal forms (name_key.h) are alike. */
typedef enum Resemblance {
    RESEMBLE_NOT,
    RESEMBLE_SPELLING, /* the same words, some spelled otherwise: each pair at least 0.88 alike */
    RESEMBLE_INITIALS, /* … some given by their first letter: "t lam", "to lam" */
    RESEMBLE_PART,     /* the words of one among those of the other: "hung", "nguyen thanh hung" */
    RESEMBLE_WORDS,    /* the same words in another order */
    RESEMBLE_ACRONYM,  /* one the initials of the other */
    RESEMBLE_COUNTRY,  /* two names of one country */
    RESEMBLE_KEY,      /* one fingerprint */
} Resemblance;
enum { N_RESEMBLANCES = 8 };
const char *resemblance_name(Resemblance); /* "spelling", "initials" … */

/* Compares two normal forms of a type, words apart by single blanks; *score 0 … 1. Of organisations no part but one
 * missing word of at least three counts, since "ministry" is part of every ministry's name. */
Resemblance likeness_of_names(const char *a, const char *b, ActorType, double *score);

#endif
