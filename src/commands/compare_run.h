/* compare_run.h - private to compare: its two sides, and the parts of the answer. */
#ifndef ENTENTE_COMPARE_RUN_H
#define ENTENTE_COMPARE_RUN_H

#include "compare_match.h"
#include "invocation.h"

typedef enum SidesKind { SIDES_PERIODS, SIDES_LEVELS, SIDES_CORPORA } SidesKind;

typedef struct Sides {
    SidesKind kind;
    Pipeline *base[2]; /* what was read; base[1] is NULL where both sides are of one corpus */
    Pipeline *side[2]; /* as far as the network */
    Selection selection[2];
    const char *label[2]; /* as typed */
    Matched *matched;
    Comparison *comparison;
} Sides;

/* Reads, selects, matches and tests. false with ERROR_USAGE where the command line names no two sides, or a measure
 * or an option that cannot be compared. */
bool sides_init(Sides *, Invocation *, GError **);
void sides_clear(Sides *);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Sides, sides_clear)

/* The columns of the one long table for programs: change, a, a_id, b, b_id, type, value_a, value_b, difference, p,
 * p_max, events, sentence, source, cause. */
void compare_columns(Report *);
/* Cells that a row has none for. */
void compare_empty(Report *, unsigned n);

/* Ties that are new, lost, stronger, weaker, as rows of the long table or as a table of their own. */
void compare_ties(const Sides *, const Invocation *, bool people, Report *);
/* What the difference comes from: rows, or footers. */
void compare_causes(const Sides *, bool people, Report *);
/* In one word, what an event that only one side holds owes that to: "period", "level", "documents", "text", "other". */
const char *compare_cause_of(const Sides *, int side, uint32_t column);
const char *compare_label(const Sides *, uint32_t actor);
const char *compare_id(const Sides *, uint32_t actor);

#endif
