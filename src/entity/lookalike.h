/* lookalike.h - pairs of actors that may be one: found in blocks of like names, with what speaks for it. */
#ifndef ENTENTE_LOOKALIKE_H
#define ENTENTE_LOOKALIKE_H

#include "hierarchy.h"
#include "likeness.h"

typedef struct Lookalike {
    ActorId a, b; /* a stands before b in the cast */
    double score; /* 0 … 1 by their names alone; see likeness.h */
    Resemblance how;
    uint32_t n_partners;         /* actors that share an event with both */
    const char *name_a, *name_b; /* the two names that are alike */
} Lookalike;

/* Candidates for one actor, never merged unasked: fuzzy matches find one more of a thousand and mistake as many. Best
 * first, then those with more partners, then in the order of the cast. Left out: other types; pairs that a decision
 * told apart; pairs that share an event or are named in full in one text, unless one is part or acronym of the other;
 * people and organisations of two countries; names that the country table gives to two countries.
 *
 * Names are compared inside blocks only (the fingerprint; the beginning of the first word with the initial of the last
 * and the other way round; first and last word of people; initials; country): 20,000 names give some 40,000 pairs, and
 * no block is searched beyond 60 names to either side, so the cost is O(names log names). Heap array of *n. */
Lookalike *lookalikes_find(const Corpus *, const Cast *, const Hierarchy *, size_t *n);

/* One an actor: its first mention, preferably one in a sentence; none where no text names it. Heap. */
MentionId *lookalike_mentions(const Corpus *, const Cast *);
/* How a decision names an actor: its id, or PATH#id where another has it, too. Heap. */
char *lookalike_word(const Cast *, ActorId);

#endif
