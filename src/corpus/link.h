/* link.h - private to finishing: where each target leads, and the tables that come out. */
#ifndef ENTENTE_LINK_H
#define ENTENTE_LINK_H

#include "builder.h"

typedef struct Linker {
    Builder *b;
    GHashTable *path;       /* absolute path → first document there, plus one */
    Lookup *event_by_id;    /* (document, id) → draft; scope AUTHORITY: those that authority files register */
    Lookup *mention_by_id;  /* (document, id) → mention */
    Lookup *other_by_id;    /* (document or AUTHORITY, id) → row of other */
    Lookup *record_by_id;   /* (document or AUTHORITY, id) → row of record */
    Lookup *ref_by_text[3]; /* one a RefKind: (document, text) → row of ref */
    uint32_t *root;         /* draft → the draft it is one event with */
    uint32_t *said;         /* participation draft → root draft of its event, or UINT32_MAX */
    GArray *ref;            /* Ref */
    GArray *mention_ref;    /* RefId */
    GArray *event;          /* Event */
    GArray *participation;  /* Participation; event and said_of are drafts until events_number */
    GArray *evidence;       /* MentionId */
    GArray *event_document; /* DocumentId */
    GArray *affiliation;    /* Affiliation */
} Linker;

enum { AUTHORITY = UINT32_MAX };

/* Rows of documents that stand in the file a target names: first … first+n-1; n = 0 when it is not read. */
Slice linker_documents(const Linker *, const char *file);
/* The row of a table that an id means, seen from a document: its own, its file's, an authority file's; UINT32_MAX. */
uint32_t linker_find(const Linker *, const Lookup *, DocumentId scope, const Target *);
/* The reference row of a target, made at its first use. */
RefId linker_ref(Linker *, DocumentId scope, const Target *, Place);

/* Frees what only targets need, once all of them are followed: the drafts of statements, and where ids lead. */
void linker_forget(Linker *);

/* event.c: which drafts are one event, who belongs to which parent; said of every participation draft. */
void events_link(Linker *);
/* The drafts that count as events become rows, drafts in participations become their ids. keep_annotated is false where
 * units stand for events. */
void events_number(Linker *, bool keep_annotated);
/* participation.c: both written forms become rows, each with its evidence; no target can be followed after it. */
void participations_link(Linker *);
/* unit.c: the default unit where none is asked for; an event of each unit instance. */
Unit unit_choose(const Linker *, Unit asked);
void unit_make_events(Linker *, Unit);

#endif
