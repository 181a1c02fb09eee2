/* resolve_page.h - private to resolve: pairs that may be one as a page to read and decide. */
#ifndef ENTENTE_RESOLVE_PAGE_H
#define ENTENTE_RESOLVE_PAGE_H

#include "corpus.h"
#include "output.h"

/* One pair. a, b, evidence and sources are heap strings of its own; the others are the corpus's. */
typedef struct Suggestion {
    DecisionKind kind;
    const char *type, *shown; /* as programs and as people name it */
    char *a, *b;              /* the words of a decision */
    const char *name_a, *name_b;
    double score;
    char *evidence;
    const char *sentence_a, *sentence_b; /* NULL where there is none */
    char *source_a, *source_b;
} Suggestion;

/* One HTML page that loads nothing: its one script, whose hash the policy names, has buttons and keys for same,
 * different and unsure, and writes the table of decisions to be saved or copied. Every text is escaped. Where scripts
 * do not run, the last column is the row of decisions.tsv to copy. */
void resolve_page(Output *, const char *title, const Suggestion *, size_t n);

#endif
