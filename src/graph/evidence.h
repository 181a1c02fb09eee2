/* evidence.h - the sentences behind a participation, with the names marked. */
#ifndef ENTENTE_EVIDENCE_H
#define ENTENTE_EVIDENCE_H

#include "incidence.h"

typedef struct Mark {
    uint32_t begin, end;
} Mark; /* bytes of the sentence */

typedef struct Quote {
    DocumentId document;
    Place place;      /* of the mention, else of the relation */
    const char *text; /* the sentence; NULL where there is none (a table row, a relation without mention) */
    Mark *mark;
    size_t n_marks; /* of the mentions that prove it, ascending, not overlapping */
} Quote;

/* Evidence of one cell (ruling 7): the mentions of its claims in document order, one quote a sentence with all
 * marks; else the relation's own line; an inferred claim shows its source's. Heap array of n (quotes_free). */
Quote *evidence_of_cell(const Incidence *, uint32_t cell, size_t *n);
/* The one sentence that best shows two actors in an event: one that names both if there is one, else the first of
 * either; ties by document order. false where there is no text at all. *out is cleared by quote_clear. */
bool evidence_best(const Incidence *, uint32_t column, uint32_t row_a, uint32_t row_b, Quote *out);
/* The same choice without marks and without allocation, for files of many ties: the first mention in that sentence, and
 * whether the sentence names both. O(mentions of a × mentions of b), mostly 1. */
bool evidence_sentence(const Incidence *, uint32_t column, uint32_t row_a, uint32_t row_b, MentionId *,
                       bool *names_both);
void quote_clear(Quote *);
void quotes_free(Quote *, size_t n);

#endif
