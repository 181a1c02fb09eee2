/* xmi.h - private to reading XMI: the feature structures of one file, before anybody knows which text they are of.
 *
 * The text (Sofa) stands behind what is marked in it, and what refers to an id may stand before what has it. So all
 * that matters is collected first: xmi.c; then every sofa becomes a Standoff: xmi_marks.c. */
#ifndef ENTENTE_XMI_H
#define ENTENTE_XMI_H

#include "lookup.h"
#include "pool.h"
#include "source.h"
#include "standoff.h"

typedef struct XmiFeature {
    const char *name, *value;
} XmiFeature;

/* One element below the root. Strings are in the file's own pool. */
typedef struct XmiStructure {
    const char *space, *name; /* of its type: namespace, local name */
    const char *id, *sofa;    /* NULL: none */
    Span span;
    bool placed;    /* it has begin and end */
    Slice features; /* the others */
    uint32_t row;   /* its mark in the Standoff of its sofa, or STANDOFF_NONE */
    Place place;
} XmiStructure;

typedef struct XmiSofa {
    const char *id, *name; /* "12", "_InitialView" */
    char *text;            /* NULL: it lies elsewhere */
    size_t n_text;
    uint32_t n_structures; /* placed in it */
    Place place;
} XmiSofa;

typedef struct Xmi {
    Builder *builder;
    const Source *source;
    Pool *pool;
    GArray *structure; /* XmiStructure */
    GArray *feature;   /* XmiFeature */
    GArray *sofa;      /* XmiSofa */
    Lookup *id;        /* → row of structure; of those that are passed over STANDOFF_NONE - 1 */
} Xmi;

/* Marks, relations, events, sentences of one sofa; the Standoff is empty but for its text. */
void xmi_read_marks(Xmi *, const XmiSofa *, Standoff *);
/* The value of a feature, NULL where there is none or "". */
const char *xmi_feature(const Xmi *, const XmiStructure *, const char *name);

#endif
