/* tei_file.h - private to the TEI writer: a file under construction, its ids and its pointers. */
#ifndef ENTENTE_TEI_FILE_H
#define ENTENTE_TEI_FILE_H

#include "annotation.h"
#include "line.h"

typedef struct TeiFile {
    const Annotation *w;
    const Corpus *corpus;
    DocumentId document; /* none: an authority file for all */
    Output *out;
    Line line;              /* what goes to out next */
    GHashTable *taken;      /* ids of this file, as they are written */
    GHashTable *mention_id; /* row of mention, plus one → id as it is written */
    GHashTable *place;      /* where events were: name → id as it is written */
} TeiFile;

void tei_file_init(TeiFile *, const Annotation *, DocumentId, Output *);
void tei_file_clear(TeiFile *); /* all is with out then */

/* Content of an element; attribute="value" where value is not NULL. */
void tei_text(TeiFile *, const char *s, size_t n);
void tei_attribute(TeiFile *, const char *name, const char *value);
/* Of a value that TEI wants to be one word: blanks become hyphens, which is counted. */
void tei_word(TeiFile *, const char *name, const char *value);
void tei_cert_attribute(TeiFile *, Certainty);
/* <name, to be followed by attributes and ">"; </name> */
void tei_begin(TeiFile *, const char *name);
void tei_end(TeiFile *, const char *name);
/* <name type="…">content</name> */
void tei_element(TeiFile *, const char *name, const char *type, const char *content);
/* when, from, to, notBefore, notAfter. */
void tei_period(TeiFile *, Date first, Date last);
void tei_validity(TeiFile *, Date from, Date to);

/* An id as XML wants it: what no name may hold is written _xHEX_. Heap. */
char *tei_name(const char *id);
/* Adds to a list of pointers: "#a other.xml#b". */
void tei_point(TeiFile *, GString *pointers, const char *id, const char *file);
void tei_point_ref(TeiFile *, GString *pointers, RefId); /* nothing for a name without an id */
void tei_point_mention(TeiFile *, GString *pointers, MentionId);

/* tei_body.c: the text. others: marks that are no elements in it (TextMark). */
void tei_write_body(TeiFile *, GArray *marks, GArray *others);
/* tei_standoff.c: standOff. */
typedef struct TeiRegister {
    GArray *record, *event, *affiliation, *participation; /* rows */
} TeiRegister;
void tei_write_register(TeiFile *, const TeiRegister *);

#endif
