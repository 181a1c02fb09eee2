/* label_map.h - what the labels of annotation formats mean here: data/label-map.tsv, and what the user adds to it. */
#ifndef ENTENTE_LABEL_MAP_H
#define ENTENTE_LABEL_MAP_H

#include "corpus.h"
#include <glib.h>
#include <stdbool.h>

typedef enum LabelOf { LABEL_OF_MARK, LABEL_OF_RELATION, LABEL_OF_ROLE, LABEL_OF_EVENT } LabelOf;
enum { N_LABEL_OFS = 4 };
const char *label_of_name(LabelOf); /* "mark", "relation", "role", "event" */

typedef enum Meaning {
    MEANING_UNKNOWN, /* not in the table */
    MEANING_IGNORE,  /* known, and nothing to the network */
    /* of marks */
    MEANING_OFFICIAL, MEANING_AGENCY, MEANING_COUNTRY, MEANING_BLOC,
    MEANING_PLACE,   /* an actor if it is a country */
    MEANING_DEMONYM, /* likewise: "Swiss"; other groups of people are none */
    MEANING_EVENT,
    MEANING_DATE, MEANING_ROLE, MEANING_NAME,
    /* of relations; "role" as well: the second end is the office of the first */
    MEANING_PARTICIPATION, /* of roles, too */
    MEANING_AFFILIATION,
    MEANING_AFFILIATED,    /* the other way round: "employs" */
    MEANING_SUBEVENT,
    MEANING_SAME,          /* coreference */
    /* of roles */
    MEANING_WHERE, MEANING_WHEN,
} Meaning;
enum { N_MEANINGS = MEANING_WHEN + 1 };

typedef struct LabelMap LabelMap;

/* The built-in table. */
LabelMap *label_map_new(void);
void label_map_free(LabelMap *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(LabelMap, label_map_free)
/* Rows of a table with the columns of, label, meaning and (at will) word; "of" may be missing: marks are meant. They
 * beat what is there. false and ERROR_IO: unreadable, a meaning that is none or not one of this kind of label. */
bool label_map_add_file(LabelMap *, const char *path, GError **);
/* sha256 (hex) of the file that was added, or NULL: it decides what is read. */
const char *label_map_digest(const LabelMap *);
/* Case, blanks and - _ . : do not count; a mark's label may begin with B- I- E- S- L- U-. *word (may be NULL) gets what
 * the row says beside, or NULL; it lives as long as the map. O(label). */
Meaning label_map_find(const LabelMap *, LabelOf, const char *label, const char **word);
/* Reports a label nobody knows (unknown-label) with the known ones and the nearest; once each, whatever its place. */
void label_map_report(LabelMap *, LabelOf, const char *label, Place, Diagnostics *);

#endif
