/* annotation.h - annotated texts → files for people and programs that annotate: one table of formats.
 *
 * What goes out is what was read, not what the network made of it. What a format cannot hold is counted in Losses.
 * The text comes through character for character in TEI, brat and JSON lines (offsets count code points in the latter
 * two); CoNLL has words only. */
#ifndef ENTENTE_ANNOTATION_H
#define ENTENTE_ANNOTATION_H

#include "annotated.h"
#include "output.h"
#include "provenance.h"

/* What the documents of one run are written from. names: how each document's file is called, below the folder and
 * without extension; unique. */
typedef struct Annotation {
    const Annotated *annotated;
    const Provenance *provenance;
    char *const *name;
    Losses *losses;
    bool with_authority; /* authority.xml is written beside: registers, events, affiliations are not lost */
} Annotation;

/* One file of a document. */
typedef struct AnnotationPart {
    const char *extension; /* ".ann" */
    bool (*write)(const Annotation *, DocumentId, Output *, GError **);
} AnnotationPart;
/* One file for all documents together. */
typedef struct AnnotationSheet {
    const char *name; /* "annotation.conf" */
    bool (*write)(const Annotation *, Output *, GError **);
} AnnotationSheet;
enum { N_ANNOTATION_PARTS = 2, N_ANNOTATION_SHEETS = 3 };

typedef struct AnnotationFormat {
    const char *name; /* --as */
    const char *what; /* one line for help */
    bool registers;   /* documents without a text (authority files) become files as well */
    bool joined;      /* documents may stand one after the other in one file */
    AnnotationPart part[N_ANNOTATION_PARTS];
    AnnotationSheet sheet[N_ANNOTATION_SHEETS];
} AnnotationFormat;

/* tei, brat, conll, jsonl. */
const AnnotationFormat *annotation_formats(size_t *n);
const AnnotationFormat *annotation_format_by_name(const char *);

/* Names for Annotation.name: from the files the documents were read from; those of one file have their id added. Heap,
 * NULL-terminated, one a document. */
char **annotation_names(const Corpus *);

/* TEI P5 as model.md wants it, valid against tei_all. Its body has xml:space="preserve": the text is its content,
 * character for character (a carriage return is &#13;). Paragraphs and heads are p and head, zones div, sentences s;
 * what stands outside all of them is a paragraph a line. Of marks that overlap without nesting the longer is an element
 * in the text, the other a span with from and to (string-range) in standOff. Characters that XML 1.0 cannot hold become
 * U+FFFD and are counted. */
bool write_tei(const Annotation *, DocumentId, Output *, GError **);
/* Registers, events, affiliations of all documents as one authority file, with the participations that no mention
 * proves. */
bool write_tei_authority(const Annotation *, Output *, GError **);

/* brat standoff: NAME.txt, NAME.ann; ids are references (N), participations are relations with their role, certainty
 * and status in notes, as brat's relations have no attributes. An event that is not mentioned gets a mark of its own on
 * the words that prove a participation, with the class "anchor". With them stand annotation.conf, authority.xml
 * (registers, dates and status of events, affiliations) and documents.tsv. */
bool write_brat_text(const Annotation *, DocumentId, Output *, GError **);
bool write_brat_marks(const Annotation *, DocumentId, Output *, GError **);
bool write_brat_configuration(const Annotation *, Output *, GError **);
bool write_documents_table(const Annotation *, Output *, GError **);

/* CoNLL: a word and its BIO tag a line, an empty line after a sentence, -DOCSTART- before each document. */
bool write_conll(const Annotation *, DocumentId, Output *, GError **);
/* JSON lines as doccano reads and writes them: a document a line, with text, entities and relations. In a folder
 * authority.xml stands beside, as with brat. */
bool write_jsonl(const Annotation *, DocumentId, Output *, GError **);

/* An event as a document's marks stand for it. */
typedef struct EventAnchor {
    uint32_t event;    /* row of corpus->event */
    uint32_t mark;     /* the first mark that names it, a row of marks; UINT32_MAX: */
    uint32_t from, to; /* words to stand for it */
} EventAnchor;
/* One participation told by one mark. */
typedef struct MarkedClaim {
    uint32_t participation; /* row of corpus->participation */
    uint32_t mark;          /* row of marks */
    uint32_t anchor;        /* row of anchor */
} MarkedClaim;
/* Who took part, as arcs between marks can tell it: claim (MarkedClaim) and anchor (EventAnchor). Returns how many
 * participations no mark proves, so that they are not among them. */
size_t annotation_claims(const Annotated *, DocumentId, const GArray *marks, GArray *claim, GArray *anchor);

#endif
