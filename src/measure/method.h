/* method.h - every method of the program by name: what it gives, formula, paper, cost; for help and methods paragraphs.
 */
#ifndef ENTENTE_METHOD_H
#define ENTENTE_METHOD_H

#include "measure.h"

/* What stands beside the tables of measures (measure.h), weights (selection.h) and backbones (backbone.h). */
typedef struct Method {
    const char *group, *name; /* "weights", "newman" */
    const char *what;         /* one sentence or two, no full stop at the end */
    const char *formula;      /* or NULL */
    const char *paper;        /* "Newman 2001", or NULL where it is plain counting */
    const char *cost;         /* or NULL */
} Method;

/* Group by group, in the order of help. */
const Method *methods(size_t *n);
/* NULL where there is none. */
const Method *method_find(const char *group, const char *name);
/* What a measure costs: "O(nodes × ties)". */
const char *method_cost(Measure);

#endif
