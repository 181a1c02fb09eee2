/* conll.h - private to reading CoNLL columns: which column is what. */
#ifndef ENTENTE_CONLL_H
#define ENTENTE_CONLL_H

#include "tags.h"

enum { CONLL_MOST_COLUMNS = 64 };

/* Columns have no names: what is in them tells. -1: there is none. */
typedef struct ConllLayout {
    bool tabs;          /* between single tabs, else between blanks */
    bool varies;        /* CoNLL-2012: as many columns more as a sentence has predicates */
    bool numbered;      /* the first column counts the words of a sentence */
    unsigned n_columns; /* of most rows */
    int token, tag;
    int name;  /* CoNLL-2012: "(PERSON*", "*)" */
    int chain; /* "(12|(3)": n_columns - 1, the last of each row */
    Scheme scheme;
    unsigned n_documents; /* that begin with a mark of their own */
    bool has_sentences;   /* something tells where they end */
} ConllLayout;

/* Looks through the whole file once, or three times where its first rows are not like the rest; O(bytes). false: no
 * column holds tags or brackets. */
bool conll_layout_find(ConllLayout *, Rows *);
/* The first bytes of a file: is it CoNLL columns? */
bool conll_is(const char *head, size_t n);
/* The same for CoNLL-U: ten columns, the first a number, the last _ or name=value. */
bool conllu_is(const char *head, size_t n);

/* What a line is. Comments begin with #, but "# O" is a word. */
typedef enum ConllLine { CONLL_BLANK, CONLL_COMMENT, CONLL_DOCUMENT, CONLL_ROW } ConllLine;
ConllLine conll_line(const ConllLayout *, const Rows *, Cell *field, unsigned *n_fields);
/* The name of the document that begins with this line ("# newdoc id = a", "#begin document (a); part 000"); false: none
 * does. at NULL in name: it has none. */
bool conll_begins_document(const Rows *, const Cell *field, unsigned n_fields, Cell *name, Cell *part);

#endif
