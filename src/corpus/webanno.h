/* webanno.h - private to reading WebAnno TSV 3: layers, the text that is put together, and what rows say of it. */
#ifndef ENTENTE_WEBANNO_H
#define ENTENTE_WEBANNO_H

#include "rows.h"
#include "standoff.h"

typedef enum WebannoKind { WEBANNO_SPAN, WEBANNO_RELATION, WEBANNO_CHAIN } WebannoKind;

/* What one column of a layer holds. */
typedef enum WebannoColumnKind {
    WEBANNO_NOTHING, /* the layer has no features: * where there is a mark */
    WEBANNO_FEATURE,
    WEBANNO_ROLES,   /* of a slot: "p1;p2", and in the column after: */
    WEBANNO_FILLERS, /* "1-2;1-4[2]" */
    WEBANNO_BASE,    /* of a relation: where it comes from, "1-1[1_2]" */
    WEBANNO_LINK,    /* of a chain: "*->1-2", and in the column after: */
    WEBANNO_TYPE,    /* "*[1]" */
} WebannoColumnKind;

typedef struct WebannoColumn {
    WebannoColumnKind kind;
    char *name;   /* of the feature */
    char *target; /* FILLERS and BASE: the layer that is pointed to */
} WebannoColumn;

typedef struct WebannoLayer {
    WebannoKind kind;
    char *name;
    unsigned first, n; /* its columns */
    int label;         /* the column of the label, or -1 */
    bool passed_over;  /* of words, or a relation between words */
} WebannoLayer;

/* What a row's annotation became, to be found by what points to it. */
typedef struct WebannoPlaced {
    uint64_t unit; /* sentence, token, part of it */
    unsigned layer;
    uint32_t id, mark;
} WebannoPlaced;

/* What points to an annotation that may come later. */
typedef struct WebannoPointer {
    unsigned layer;     /* whose column it is in */
    const char *target; /* layer */
    uint64_t from, to;  /* units; of a slot only to */
    uint32_t from_id, to_id;
    uint32_t relation; /* row of it, or STANDOFF_NONE: a slot */
    uint32_t host;     /* mark with the slot */
    char *role;        /* of the slot */
    Place place;
} WebannoPointer;

typedef struct Webanno {
    Builder *builder;
    Rows rows;
    Standoff *s;
    GArray *layer;     /* WebannoLayer */
    GArray *column;    /* WebannoColumn: all of them, in order */
    GArray *placed;    /* WebannoPlaced */
    GArray *pointer;   /* WebannoPointer */
    GHashTable *known; /* (layer, id) → mark + 1 */
    GString *given;    /* "#Text=" of the sentence that begins */
    bool has_given, in_sentence, skipping;
    uint32_t n_units;                      /* UTF-16 units of the text so far */
    uint32_t sentence_byte, sentence_unit; /* where the sentence begins */
    uint32_t cursor_byte, cursor_unit;     /* a border of characters in it */
} Webanno;

/* webanno_layers.c: "#T_SP=…", "#T_RL=…", "#T_CH=…". false: it is none of these. */
bool webanno_read_layer(Webanno *);
void webanno_free_layers(Webanno *);
void webanno_finish_layers(Webanno *); /* the header is read */

/* webanno_cells.c: what the columns of a row say of bytes of the text. */
void webanno_read_cells(Webanno *, uint64_t unit, Span, const Cell *cell);
/* All rows are read: what points is tied to what it points to. */
void webanno_resolve(Webanno *);
/* "1-2.1" at the beginning of a cell; false: it is no such number. *rest is what follows. */
bool webanno_read_unit(Cell, uint64_t *unit, Cell *rest);
/* Without backslashes: "\_", "\|", "\t" … Heap. */
char *webanno_unescape(Cell);

/* What a feature says of a mark, by its name; NULL: it is the label. The value may be changed. */
void webanno_set_feature(Standoff *, uint32_t mark, const char *name, char *value, Place);

/* Reads one file into an empty Standoff and settles it, but delivers nothing: what conversions and tests compare. */
bool webanno_fill(Standoff *, Builder *, const Source *, GError **);
/* The first bytes of a file: is it WebAnno TSV 3? */
bool webanno_is(const char *head, size_t n);
/* The same for version 2: layers in the first line, "#id=", "#text=", numbered words (webanno_two.c). */
bool webanno_two_is(const char *head, size_t n);

#endif
