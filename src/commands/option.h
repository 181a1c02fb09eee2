/* option.h - the one table of options: it makes the parser, --help, the manual and shell completion. */
#ifndef ENTENTE_OPTION_H
#define ENTENTE_OPTION_H

#include "invocation.h"

typedef enum OptionGroup {
    OPTIONS_GENERAL = 1 << 0, /* every verb */
    OPTIONS_READING = 1 << 1,
    OPTIONS_SELECTION = 1 << 2,
    OPTIONS_MEASURE = 1 << 3,
    OPTIONS_TABLE = 1 << 4,
    OPTIONS_FILE = 1 << 5,
    OPTIONS_PICTURE = 1 << 6,
    OPTIONS_EXPORT = 1 << 7,
    OPTIONS_TIME = 1 << 8,
    OPTIONS_SIDES = 1 << 9,
    OPTIONS_AUDIT = 1 << 10,
    OPTIONS_METHODS = 1 << 11,
    OPTIONS_EVAL = 1 << 12,
    OPTIONS_DRAW = 1 << 13,
    OPTIONS_IMAGE = 1 << 14,
    OPTIONS_MODES = 1 << 15,
    OPTIONS_ANNOTATE = 1 << 16,
} OptionGroup;
enum { N_OPTION_GROUPS = 17 };

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
const char *option_group_title(OptionGroup);
bool option_of_verb(const Option *, const Verb *);
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
