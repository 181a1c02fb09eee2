/* annotated.h - an annotated text as writers of annotation walk it, and what they had to leave out. */
#ifndef ENTENTE_ANNOTATED_H
#define ENTENTE_ANNOTATED_H

#include "cast.h"
#include "corpus.h"
#include <glib.h>

/* What a format cannot hold: counted by kind, told by the caller; nothing is dropped in silence. */
typedef struct Loss {
    const char *what; /* "mentions that overlap another": a plural, static */
    size_t n;
} Loss;
typedef struct Losses {
    Loss loss[32];
    size_t n_losses; /* in the order they were first met */
} Losses;
void losses_add(Losses *, const char *what, size_t n); /* n = 0 does nothing */

/* Rows of each document, in their order. Documents beyond the last have none. */
typedef struct RowsByDocument {
    uint32_t *first; /* n_documents + 1 of them */
    uint32_t *row;
} RowsByDocument;

/* A corpus that was read with keep_text, indexed by document. Units of co-presence and what follows from them are left
 * out: they are no annotation. Borrows corpus and cast. */
typedef struct Annotated {
    const Corpus *corpus;
    const Cast *cast; /* NULL: names without an id stay without */
    RowsByDocument mention, remark, stretch, record, event, participation, affiliation;
    GHashTable *document_of; /* path → row of document, plus one: the first of it */
} Annotated;
Annotated *annotated_new(const Corpus *, const Cast *);
void annotated_free(Annotated *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Annotated, annotated_free)

static inline size_t rows_of(const RowsByDocument *rows, DocumentId d, const uint32_t **row)
{
    *row = rows->row + rows->first[d.i];
    return rows->first[d.i + 1] - rows->first[d.i];
}

/* Is it an authority file or a table: no text, nothing marked? */
bool annotated_has_text(const Annotated *, DocumentId);

/* A marked stretch of a text: a mention, or a remark. */
typedef struct TextMark {
    uint32_t from, to;
    bool is_remark;
    uint32_t row; /* of corpus->mention or ->remark */
} TextMark;

/* All marks that stand in the text, by their begin, the longer first; an array of TextMark. Mentions that stand nowhere
 * are counted in losses (speakers, names of the header, empty elements), unless it is NULL. */
GArray *annotated_marks(const Annotated *, DocumentId, Losses *);

/* Where marks overlap without nesting, the longer stays, the earlier of equals; the others are taken out and returned:
 * heap array of TextMark, in order. */
GArray *marks_untangle(GArray *marks);

/* Type of the mention, else of the record its first reference means. */
ActorType annotated_type(const Annotated *, const Mention *);
/* The id that a reference stands for: its own, or, of a name without one, that of the registered actor it was resolved
 * to; NULL: it stays a name. */
const char *annotated_id(const Annotated *, RefId);
/* The word a format writes for a mark: "Official", "Event", "Date". */
const char *mark_label(const Annotated *, const TextMark *);

#endif
