/* review.h - what the rules said, as rows to be looked through: where, what, how sure, by which rule. */
#ifndef ENTENTE_REVIEW_H
#define ENTENTE_REVIEW_H

#include "draft.h"

/* One statement of a draft. */
typedef struct ReviewRow {
    const Draft *draft;
    uint32_t line, column; /* in the file; of a web page, in the text taken from it; 0: nowhere in the text */
    uint32_t at;           /* byte, for the order */
    char *text;            /* the words, at most 80 columns; or "Viet Nam: host of …" */
    const char *type;      /* country, agency, official, bloc, event, place, name, date, role; participation,
                              affiliation, event (of a register) */
    char *ref;             /* ids, between blanks; "" */
    Certainty cert;
    const char *rule; /* NULL: a person */
} ReviewRow;
void review_row_clear(ReviewRow *);

/* Rows (ReviewRow, cleared with the array) of a draft: marks, participations, affiliations, in the order of the text.
 */
void review_rows(const Draft *, GArray *row);
/* The least certain first, else as they were. */
void review_sort(GArray *row);
GArray *review_new(void);

/* What stands in a draft, to be counted over all of them. */
typedef struct ReviewCounts {
    size_t n_documents, n_set_aside, n_marks, n_actors, n_events, n_open, n_participations, n_comentions;
    size_t n_cert[CERT_UNSTATED + 1]; /* marks and participations made by rules */
} ReviewCounts;
void review_count(const Draft *, ReviewCounts *);

#endif
