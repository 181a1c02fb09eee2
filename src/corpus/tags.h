/* tags.h - one tag a word: IOB1, IOB2, BIOES and BILOU, told apart by their use, and the marks they make. */
#ifndef ENTENTE_TAGS_H
#define ENTENTE_TAGS_H

#include "rows.h"
#include "standoff.h"

/* IOB1: B- only between two marks of one type that touch (Ramshaw and Marcus 1995). IOB2: every mark begins with B-.
 * BIOES (IOBES, with M- BMES) and BILOU also say where a mark ends, and that it has one word. Bare: "PER" or "O". */
typedef enum Scheme { SCHEME_IOB1, SCHEME_IOB2, SCHEME_BIOES, SCHEME_BILOU, SCHEME_BARE } Scheme;
const char *scheme_name(Scheme);

typedef struct Tag {
    char prefix; /* 'B', 'I', 'E', 'S'; 0 = bare, 'O' = outside. L- is E, U- is S, M- is I */
    char letter; /* as it is written */
    Cell type;
} Tag;
/* "B-PER", "B_PER", "PER", "O", "_", "-", "" … of any case in front. */
Tag tag_read(Cell);

/* How often what occurs: what the scheme is known by. */
typedef struct TagUse {
    Tag last;   /* of the word before; prefix 0 = none */
    bool after; /* is there a word before? */
    uint64_t n_bare, n_after, n_needless, n_orphan, n_bioes, n_bilou;
} TagUse;
/* Counts a tag; at the end of a sentence use->after = false. */
void tag_use_add(TagUse *, Tag);
Scheme tag_use_scheme(const TagUse *);

/* The marks of one sequence of tags. */
typedef struct TagRun {
    Standoff *s;
    const Rows *rows;
    Scheme scheme;
    uint32_t open; /* row of mark, or STANDOFF_NONE */
    Tag tag;       /* the last of it */
} TagRun;
void tag_run_init(TagRun *, Standoff *, const Rows *, Scheme);
/* A word and its tag at a place of the row. What does not follow the scheme is reported as bad-tag and read as it is
 * meant: what goes on with nothing begins a mark. */
void tag_run_add(TagRun *, Cell tag, Span word);
/* No mark goes on beyond: the end of a sentence or document. */
void tag_run_end(TagRun *);

#endif
