/* clause.h - private to this room: a sentence as names and words between; who stands before and behind a verb. */
#ifndef ENTENTE_CLAUSE_H
#define ENTENTE_CLAUSE_H

#include "reading.h"

/* An outermost span of the sentence: "ten ASEAN countries", not the ASEAN within it. Events, dates, places too. */
typedef struct Chunk {
    uint32_t first, end; /* tokens */
    uint32_t span;       /* row */
} Chunk;

/* The block in which a token stands, and its kind; a draft without blocks is one paragraph. */
static inline uint32_t reading_block(const Reading *r, uint32_t token)
{
    return draft_block_at(r->draft, r->token[token].from);
}
static inline BlockKind reading_block_kind(const Reading *r, uint32_t token)
{
    uint32_t block = reading_block(r, token);
    return block < r->draft->block->len ? draft_block(r->draft, block)->kind : BLOCK_PARAGRAPH;
}

typedef struct Clause {
    Reading *r;
    Sentence s;
    GArray *chunk;  /* Chunk, in order */
    uint32_t *at;   /* by token of the text: chunk + 1, or 0; set where the sentence stands, else 0 */
    uint32_t order; /* where in reading->order the next sentence begins */
    uint32_t *first, *passive, n_actors; /* actor a belongs to passive[first[a] … first[a + 1] - 1] */
} Clause;

void clause_init(Clause *, Reading *); /* after reading_affiliate */
void clause_clear(Clause *);
/* Reads the next sentence; sentences must be read in order. O(its tokens and spans). */
void clause_read(Clause *, Sentence);

static inline const Chunk *clause_chunk(const Clause *c, uint32_t i) { return &g_array_index(c->chunk, Chunk, i); }
static inline const Chunk *clause_over(const Clause *c, uint32_t token)
{
    return token >= c->s.first && token < c->s.end && c->at[token] ? clause_chunk(c, c->at[token] - 1) : NULL;
}
static inline const Span *clause_span(const Clause *c, const Chunk *u) { return reading_span(c->r, u->span); }
/* The event mentioned over this token, or NULL. */
const Span *clause_event(const Clause *c, uint32_t token);

/* What a word does with an event, from participation-words.tsv. */
typedef struct Verb {
    uint32_t first, end;
    const char *role; /* organiser, host, chair … ; meet, agree, hold */
    const char *form; /* "" of a finite verb, by, list, base, gerund */
} Verb;
/* The participation verb at token i, outside any name. */
bool clause_verb(const Clause *, uint32_t i, Verb *);
/* Any finite verb the lists know. */
bool clause_is_verb(const Clause *, uint32_t i);

/* The actors of a list "A, head of X, and representatives of B and C" between two tokens, as rows of spans, appended to
 * out: appositions, possessors and venues are left out, and so is all behind the list's end. Where it ended. */
uint32_t clause_list(const Clause *, uint32_t from, uint32_t end, GArray *out);
/* The subject of the verb at token v. */
void clause_subject(const Clause *, uint32_t v, GArray *out);
/* Where the clause behind a verb ends. */
uint32_t clause_end(const Clause *, uint32_t from);
/* not, never, declined to … before the verb. */
bool clause_negated(const Clause *, uint32_t v);
/* will, to, is expected to … before the verb. */
bool clause_planned(const Clause *, uint32_t v);

#endif
