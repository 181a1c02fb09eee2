/* told.h - a corpus from a few lines: what the tests of entity and graph read instead of files. */
#ifndef ENTENTE_TOLD_H
#define ENTENTE_TOLD_H

#include "incidence.h"
#include <glib.h>

/* Lines of fields between '|', missing ones empty, the list NULL-terminated; all belong to the document named last:
 *     document|NAME[|authority]
 *     record|ID|TYPE|LABEL|KIND|VARIANT;VARIANT        table-record|ID|TYPE|LABEL
 *     sentence|TEXT
 *     mention|ID|TYPE|REF|SURFACE                      speaker|ID|REF   ("-" as TYPE: unknown)
 *     event|ID|FIRST DAY|STATUS|LAST DAY
 *     took|EVENT|REF|ROLE|STATUS|CERT|FLAGS|MENTION,MENTION|SOURCE   FLAGS: letters e(xpand) t(able) c(omention) u(nit)
 *     is|KIND|REF|REF|FROM|TO                          KIND as affiliation_kind_name says it
 * REF is an id; "name:X" is a name without id, "key:X" a cell of a table, "FILE#X" an id of another file. Places: path
 * is the document's name, line the number of the line here. The caller frees with corpus_free. */
Corpus *told_corpus(const char *const *lines);

/* The corpus with its cast, hierarchy, and the diagnostics of making them. Freed by told_free. */
typedef struct Told {
    Corpus *corpus;
    Cast *cast;
    Hierarchy *hierarchy;
    Diagnostics *diagnostics;
    Incidence *incidence; /* of the last told_select */
    Selection selection;  /* to be set by the test; initialised */
} Told;
Told *told_new(const char *const *lines);
void told_free(Told *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Told, told_free)

/* (Re)builds the incidence under told->selection; fails the test on an error. */
Incidence *told_select(Told *);
ActorId told_actor(const Told *, const char *id); /* the first of that id; fails the test when there is none */
/* "e1: JP VN | e2: SG VN", events and actors by id, in the incidence's order but the actors sorted by id. Heap. */
char *told_cells(const Told *);

#endif
