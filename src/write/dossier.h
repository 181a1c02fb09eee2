/* dossier.h - a text about a network: sections of sentences, tables, quotations and pictures, as HTML or Markdown. */
#ifndef ENTENTE_DOSSIER_H
#define ENTENTE_DOSSIER_H

#include "evidence.h"
#include "output.h"
#include "scene.h"

/* What is said is said once, here; the two renderings add no words of their own. Texts become clean as they come in:
 * valid UTF-8 on one line, without control characters or bidirectional overrides. */

typedef enum BlockKind {
    BLOCK_SECTION, /* text: heading; name: its address on the page */
    BLOCK_TOPIC,   /* text: heading below a section's */
    BLOCK_PARAGRAPH,
    BLOCK_NOTE, /* small print */
    BLOCK_TABLE,
    BLOCK_QUOTATION,
    BLOCK_PICTURE,
} BlockKind;

/* A stretch of a quotation. */
typedef struct Piece {
    char *text;
    bool marked;
} Piece;

typedef struct Heading {
    char *text;
    bool number; /* the column's cells are figures */
} Heading;

typedef struct Block {
    BlockKind kind;
    char *text;        /* of a table or picture: its caption */
    char *name;        /* of a section and a picture: a-z and -, unique */
    GArray *heading;   /* Heading */
    GPtrArray *cell;   /* char *, row by row */
    GArray *piece;     /* Piece */
    char *source;      /* of a quotation: "Nhan Dan, 2021-06-24", or empty */
    char *url;         /* http or https, or NULL */
    Scene *scene;
} Block;

typedef struct Dossier {
    char *title, *subtitle, *provenance;
    GArray *block; /* Block */
} Dossier;

Dossier *dossier_new(const char *title, const char *subtitle, const char *provenance);
void dossier_free(Dossier *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Dossier, dossier_free)

void dossier_section(Dossier *, const char *name, const char *heading);
void dossier_topic(Dossier *, const char *heading);
void dossier_say(Dossier *, const char *format, ...) G_GNUC_PRINTF(2, 3);
void dossier_note(Dossier *, const char *format, ...) G_GNUC_PRINTF(2, 3);
/* A table begins; then its columns, then its cells row by row. */
void dossier_table(Dossier *, const char *caption);
void dossier_column(Dossier *, const char *heading, bool number);
void dossier_cell(Dossier *, const char *text); /* NULL = empty */
void dossier_quotation(Dossier *, const Quote *, const Document *);
/* Takes the scene, which needs no title drawn; name: also of its file beside a Markdown text. */
void dossier_picture(Dossier *, const char *name, const char *caption, Scene *);

/* One file that needs nothing else: no script, no network, a policy that lets only its own style in; light or dark as
 * the reader's system is, and light in print. Pictures stand in it as SVG, their inks exchanged by style where it is
 * dark: they should be drawn light and transparent. */
void dossier_html(const Dossier *, Output *);
/* Pictures as links to NAME-picture.svg beside it; name NULL: their descriptions instead. */
void dossier_markdown(const Dossier *, const char *name, Output *);

#endif
