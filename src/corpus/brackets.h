/* brackets.h - marks written as brackets round words: coreference in CoNLL, Entity= in CoNLL-U. */
#ifndef ENTENTE_BRACKETS_H
#define ENTENTE_BRACKETS_H

#include "rows.h"
#include "standoff.h"

/* "(12|(3)" and "12)" of CoNLL-2012, "(person-1)", "(place-3-Mecca" and "place-3-Mecca)" of GUM, and
 * "(21-organization-new-…-United_Nations" with "21)" of CoNLL-U: nested, crossing, several in one cell. What closes
 * names the bracket it closes by the same text or by its id alone; the last one opened is meant. */
typedef struct Brackets {
    Standoff *s;
    const Rows *rows;
    int id, type, identity; /* which field of what is opened is what; -1: none is */
    unsigned n_fields;      /* 0: not told; by what stands there */
    GArray *open;           /* private */
} Brackets;
void brackets_init(Brackets *, Standoff *, const Rows *);
void brackets_clear(Brackets *);
/* "GRP-etype-infstat-salience-…-identity": the fields as "# global.Entity" names them. */
void brackets_set_fields(Brackets *, Cell);
/* A cell at a word. Marks get the id as chain, the type as label, the identity (a title of Wikipedia) as name. What
 * closes nothing and what cannot be read is reported as unbalanced. At most 1,000 are open at once. */
void brackets_read(Brackets *, Cell cell, Span word);
/* The document ends: what is still open is reported where it was opened, and its mark dropped. */
void brackets_end(Brackets *);

#endif
