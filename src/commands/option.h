/* option.h - the one table of options: it makes the parser, --help, the manual and shell completion. */
#ifndef ENTENTE_OPTION_H
#define ENTENTE_OPTION_H

#include "invocation.h"

/* Which options a verb takes: it has the group of each in Verb.options. One that has no say in a verb is not taken
 * there; one that has it only beside others stands in conditions.c as well. */
typedef enum OptionGroup {
    OPTIONS_GENERAL = 1 << 0, /* every verb */
    OPTIONS_READING = 1 << 1,
    OPTIONS_UNIT = 1 << 2,
    OPTIONS_SELECTION = 1 << 3, /* who took part in what */
    OPTIONS_TIES = 1 << 4,      /* what makes a tie, and how strong it is */
    OPTIONS_NARROWING = 1 << 5, /* which ties and actors are left of the network */
    OPTIONS_BY = 1 << 6,
    OPTIONS_COLUMNS = 1 << 7,
    OPTIONS_PATHS = 1 << 8,
    OPTIONS_RESAMPLING = 1 << 9,
    OPTIONS_JOBS = 1 << 10,
    OPTIONS_SEED = 1 << 11,
    OPTIONS_ROWS = 1 << 12,
    OPTIONS_FORMAT = 1 << 13,
    OPTIONS_FILE = 1 << 14,
    OPTIONS_PICTURE = 1 << 15,
    OPTIONS_INK = 1 << 16,
    OPTIONS_IMAGE = 1 << 17,
    OPTIONS_DRAW = 1 << 18,
    OPTIONS_EXPORT = 1 << 19,
    OPTIONS_MODES = 1 << 20,
    OPTIONS_TIME = 1 << 21,
    OPTIONS_SIDES = 1 << 22,
    OPTIONS_AUDIT = 1 << 23,
    OPTIONS_METHODS = 1 << 24,
    OPTIONS_EVAL = 1 << 25,
    OPTIONS_ANNOTATE = 1 << 26,
} OptionGroup;
enum { N_OPTION_GROUPS = 27 };

typedef struct Option {
    const char *name;  /* "level", without dashes */
    char letter;       /* 'n' or 0 */
    /* NULL: a flag; "[=ALPHA]": --name or --name=ALPHA, never the next word; "a|b|c": one of these; "a|b|c,…": some of
     * these; "|a|b": the same, "MEASURE" in help; else what to write in help: "FILE", "N" */
    const char *value;
    const char *what;  /* one line, no full stop */
    unsigned group;    /* OptionGroup bits */
    /* Takes the value (NULL for a flag, or where it is left out). false: the value is not one; the parser says
     * what is allowed. */
    bool (*set)(Invocation *, const char *value);
} Option;

const Option *options(size_t *n);
/* Headings of help and manual, in their order; NULL after the last one. */
const char *option_heading_at(size_t);
/* Under which of them an option stands. */
const char *option_heading(const Option *);
bool option_of_verb(const Option *, const Verb *);
/* The verbs that take it: "rank, explain and run". Heap. */
char *option_verbs(const Option *);
/* The choices of a value "a|b|c" (g_strfreev), or NULL where it is free. */
char **option_choices(const Option *);
/* May its value be left out? */
bool option_value_optional(const Option *);
/* May it be several of them, separated by commas? */
bool option_is_list(const Option *);
/* How the value is called in help: "N", "low|medium|high", "MEASURE,…"; "" for a flag. */
const char *option_value_name(const Option *);
/* "--level country|agency|official|all", "--backbone[=ALPHA]", "--force". Heap. */
char *option_usage(const Option *);

#endif
