/* column.h - the one description of what a node and a tie carry: every format walks these columns. */
#ifndef ENTENTE_COLUMN_H
#define ENTENTE_COLUMN_H

#include "export.h"
#include "phrase.h"
#include "two_mode.h"

/* Columns of nodes (a column that no node of the file can have is not there at all):
 *   name          the actor's or event's id, as in the texts
 *   label         preferred name, title of an event
 *   mode          two-mode: "actor", "bloc" or "event"
 *   bipartite     two-mode: false for actors and blocs, true for events (as NetworkX and igraph want it)
 *   type          country, agency, official, bloc; of an event its type: conference, drill …
 *   subtype       kind of organisation
 *   country       name of the country an actor belongs to (itself for a country), country_id its id
 *   aliases       other names, identifiers: "wikidata:Q30"; several are joined by "; "
 *   events        number of the actor's events; participants: of an event, number of actors and blocs in the file
 *   first, last   days of the actor's first and last event; of an event its own
 *   status, series, place, documents   of an event
 *   degree …      the measures that were computed, by their names, in their order (events: see above)
 *   note          a word on this actor's values (ruling 9)
 *   x, y          of the layout, y *upwards* as Gephi, Graphviz and sigma have it; size = radius; color = "#rrggbb"
 * Columns of ties:
 *   weight, n_events, n_documents, first, last (days), event_ids, event_titles, documents (ids)
 *   quote         one sentence that shows both actors in an event they share, and where it stands: quote_source
 * Columns of the participations of a two-mode file (one tie a cell, its claims joined without repeats):
 *   role, status, event_status, cert, date (first day of the event), documents, through (officials and agencies an
 *   inferred one came by), quote, quote_source
 * Names are lower case, NMTOKENs, and avoid the words Gephi gives a meaning of its own (formats.md). */
typedef enum FieldKind { FIELD_STRING, FIELD_INT, FIELD_DOUBLE, FIELD_BOOL } FieldKind;

/* What stands in one cell of a sheet. */
typedef struct Field {
    bool present;     /* false: missing, empty, NaN or infinite; such a field is left out of every file */
    const char *text; /* escaped; a number: the shortest that reads back; "true", "false". Until the next row */
    size_t length;    /* bytes of text */
    double number;    /* all kinds but FIELD_STRING; FIELD_BOOL: 0 or 1 */
} Field;

/* Numbers and days as text, remembered: those of ties repeat, and formatting them would be half the work of a file. */
typedef struct Remembered {
    uint64_t key;
    char text[DATE_SIZE]; /* "": free */
} Remembered;

typedef struct Sheet Sheet;

typedef struct Column {
    const char *name;
    FieldKind kind;
    void (*get)(Sheet *, struct Column *, Field *);
    const double *value;       /* a measure: one a node of the network */
    const double *event_value; /* two-mode: one a column of the incidence, or NULL */
    Line room;                 /* for the text of the present field */
} Column;

/* The nodes or the ties of one file, a row at a time. Columns that are made by several others (support and quote of
 * a tie) are computed once a row. */
struct Sheet {
    const Export *export;
    const TwoMode *two_mode; /* NULL: one-mode */
    Column *column;
    size_t n_columns;
    Field *field; /* of the present row, one a column */
    size_t n_rows;
    size_t row; /* the present row */
    /* Private to the getters: */
    void (*begin)(Sheet *);
    double *event_value[N_MEASURES]; /* two-mode: values of the events, by column of the incidence */
    TieSupport support;              /* of the present tie */
    MentionId quoted;                /* of the present tie or participation, or none */
    uint32_t *event_column;          /* event → column of the incidence, for quotes; NULL: no quotes */
    Phrases *phrases;
    Remembered *numbers, *days;
};

/* Sheets of what the Export asks for; two_mode NULL for a one-mode file, else the view both sheets share. Texts come
 * escaped for the format (NULL: as they are). Keeps pointers to export and two_mode. sheet_nodes fails only where
 * measures of events cannot be computed. */
Sheet *sheet_nodes(const Export *, const TwoMode *, Escape, GError **);
Sheet *sheet_ties(const Export *, const TwoMode *, Escape);
void sheet_free(Sheet *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Sheet, sheet_free)

/* Makes row the present one: fills field[]. */
void sheet_go(Sheet *, size_t row);
/* The nodes at the two ends of a tie (rows of sheet_nodes). */
void sheet_ends(const Sheet *, size_t row, uint32_t *a, uint32_t *b);
/* The name a node is shown with. */
const char *sheet_label(const Export *, const TwoMode *, uint32_t node);
/* Column of that name, or -1. */
int sheet_find(const Sheet *, const char *name);

/* Title of the file, provenance and notes of whole measures ("eigenvector: not unique …"). Heap, NULL where there is
 * none. */
char *sheet_title(const Export *);
char *sheet_provenance(const Export *);
char *sheet_notes(const Export *);

/* For the makers of columns (node_columns.c, tie_columns.c): */
void sheet_add(GArray *columns, const char *name, FieldKind, void (*get)(Sheet *, Column *, Field *));
void field_text(Sheet *, Column *, Field *, const char *); /* of the corpus, not a buffer; NULL and "" are missing */
void field_number(Sheet *, Column *, Field *, double);     /* NaN and infinities are missing */
void field_bool(Field *, bool);
void field_day(Sheet *, Column *, Field *, Date); /* unknown days are missing */
/* A list grows in column->room, its parts set apart by "; ", and becomes the field. */
void join_text(Sheet *, Column *, const char *);     /* NULL and "" are passed over */
void join_new_text(Sheet *, Column *, const char *); /* so is what the list already holds */
void field_joined(Field *, Column *);
/* Columns for an export; the array is of Column. */
bool node_columns(Sheet *, GArray *, GError **);
void tie_columns(Sheet *, GArray *);
void participation_columns(Sheet *, GArray *);

#endif
