/* builder.h - the growing tables of a corpus that is being read: readers add rows as they meet them, finishing links
 * them.
 *
 * While files are read nothing is linked, because a text may point to what stands later or in another file. What a text
 * points to is kept as a Target; finish.c turns targets into events, references and evidence once all is read. */
#ifndef ENTENTE_BUILDER_H
#define ENTENTE_BUILDER_H

#include "corpus.h"
#include "label_map.h"
#include "lookup.h"

/* What an attribute or a cell points to. text NULL = nothing. */
typedef struct Target {
    RefKind kind;
    const char *text;
    const char *file; /* path of another document, cleaned of . and .., or NULL */
} Target;

typedef struct EventDraft {
    Event event;       /* label and type NULL where not given; parent and documents are for finishing */
    DocumentId scope;  /* whose ids its id belongs to: the table, where a row names another document */
    EventId nested_in; /* draft it stands in, or none */
    Target same_as, parent;
    Target where;   /* a place by its id */
    bool anonymous; /* without xml:id: kept only where somebody takes part */
    bool pointed;   /* known by what points to its id: where that is registered, the register says what it is */
} EventDraft;

typedef struct ParticipationDraft {
    Participation row; /* event, actor, evidence and source are for finishing */
    EventId draft;     /* row of builder->event, or none: then by target */
    Target event, actor, source;
    DocumentId scope;  /* whose ids the targets are */
    ActorType hint;    /* type in a table row */
    MentionId mention; /* short form: the mention that says so, else none */
    Slice pointer;     /* long form: rows of builder->target, the mentions named in @corresp */
} ParticipationDraft;

typedef struct AffiliationDraft {
    Affiliation row; /* active and passive are for finishing */
    Target active, passive;
} AffiliationDraft;

/* An id that names a place, an instrument …; of these only countries are actors. */
typedef struct OtherId {
    DocumentId scope;
    const char *id, *label; /* label NULL = none */
    bool is_actor;
} OtherId;

/* What brat's annotation.conf says of the labels in one folder. */
typedef struct BratTypes {
    const char *folder; /* interned; NULL: none was read */
    GHashTable *parent; /* label → label above it */
} BratTypes;

typedef struct Builder {
    Pool *pool;
    const ReadOptions *options;
    Diagnostics *diagnostics;
    GArray *document;       /* Document */
    GArray *passage;        /* Passage */
    GArray *mention;        /* Mention; refs are rows of target */
    GArray *record;         /* Record */
    GArray *variant;        /* const char * */
    GArray *identifier;     /* Identifier */
    GArray *target;         /* Target */
    GArray *event;          /* EventDraft */
    GArray *participation;  /* ParticipationDraft */
    GArray *affiliation;    /* AffiliationDraft */
    GArray *other;          /* OtherId */
    GArray *marking;        /* Marking, as mention; grows only by builder_set_marking */
    GArray *remark;         /* Remark */
    GArray *stretch;        /* Stretch */
    Lookup *id;             /* ids of the document being read → line: builder_claim */
    Lookup *table_document; /* documents that rows of tables name */
    LabelMap *labels;       /* what the labels of standoff formats mean */
    BratTypes brat;         /* of the folder read last */
    const char *title;      /* of a database: what the corpus was called when it was built; NULL */
    uint64_t n_bytes;
} Builder;

Builder *builder_new(const ReadOptions *, Diagnostics *);
void builder_free(Builder *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Builder, builder_free)

static inline Document *builder_document(const Builder *b, DocumentId i)
{
    return &g_array_index(b->document, Document, i.i);
}
static inline Mention *builder_mention(const Builder *b, MentionId i)
{
    return &g_array_index(b->mention, Mention, i.i);
}
static inline EventDraft *builder_event(const Builder *b, EventId i)
{
    return &g_array_index(b->event, EventDraft, i.i);
}

/* A new document row with these paths (interned here) and nothing else; ids claimed so far are forgotten. */
DocumentId builder_add_document(Builder *, const char *path, const char *name);
PassageId builder_add_passage(Builder *, PassageKind, DocumentId, Place);
/* Notes an xml:id of the document being read; false and DIAGNOSTIC_DUPLICATE_ID when it is taken. id must be interned.
 */
bool builder_claim(Builder *, const char *id, Place);
/* Reads white-space separated pointers ("#a other.xml#b c") of a document into targets; "#" alone is nothing. */
Slice builder_add_targets(Builder *, DocumentId, const char *text, size_t n);
/* The first of them only; text NULL when there is none. */
Target builder_target(Builder *, DocumentId, const char *text, size_t n);
/* Reads a date; DATE_UNKNOWN for "", and with DIAGNOSTIC_BAD_DATE for what is none. */
Date builder_date(Builder *, const char *text, size_t n, Place);

/* With ReadOptions.keep_text; otherwise these four do nothing. Offsets are bytes in the document's text. */

/* The whole text of a document, valid UTF-8, copied; the offsets in it may be set before or after. */
void builder_keep_text(Builder *, DocumentId, const char *text, size_t n);
/* Where a mention that has been appended stands. Those never set stand nowhere (from == to). */
void builder_set_marking(Builder *, MentionId, Marking);
/* In any order; finishing sorts. Strings interned. */
void builder_add_remark(Builder *, Remark);
/* Those without length are left out. */
void builder_add_stretch(Builder *, Stretch);

/* How much is there: what a document that turns out unreadable takes back. */
typedef struct BuilderMark {
    guint length[14];
} BuilderMark;
BuilderMark builder_mark(const Builder *);
void builder_rewind(Builder *, const BuilderMark *);

/* Path without ".", "..", "//" as far as the text alone tells. Heap. */
char *path_clean(const char *path);

/* Links everything and hands over the tables; the builder is empty after. */
Corpus *builder_finish(Builder *);

#endif
