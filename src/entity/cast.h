/* cast.h - who is who: references become actors, by id through the registers, else by exact name. */
#ifndef ENTENTE_CAST_H
#define ENTENTE_CAST_H

#include "corpus.h"

DEFINE_ID(ActorId, actor_id)

/* One real actor. Strings are the Corpus's (or the Cast's own, for labels from labels.tsv). */
typedef struct Actor {
    const char *id;        /* as in the texts, without # */
    const char *label;     /* preferred name; labels.tsv beats the record, the record beats the first mention */
    const char *subtype;   /* kind of organisation or NULL */
    ActorType type;
    bool registered;       /* has an authority record */
    Place place;           /* of the record, else of the first mention */
    Slice names;           /* rows of cast->name: preferred, then variants, without repeats */
    Slice identifiers;     /* rows of corpus->identifier */
} Actor;

typedef struct Cast {
    Actor *actor;         size_t n_actors;  /* ordered by label (utf8_compare), then id, then type */
    const char **name;    size_t n_names;
    ActorId *ref_actor;                     /* one a row of corpus->ref; none where it is no actor or unresolved */
    Pool *pool;                             /* strings of its own */
} Cast;

/* Ruling 2 of model.md: ids are local to their file; the same id with the same type and label in two files is one
 * actor; with another, DIAGNOSTIC_ID_CLASH and two actors; an authority file names ids for the whole corpus. An id
 * that a file uses but does not register is the authority's, else that of the other files' registers where they
 * agree on one actor; else it becomes an actor of its own (DIAGNOSTIC_UNKNOWN_REF, once an id), typed by its first
 * typed use (DIAGNOSTIC_UNKNOWN_TYPE where there is none), one with the unregistered uses of the same id and type in
 * other files. A mention without ref is the actor of its type whose preferred or variant name it equals, in its
 * document first, then in the corpus (white space collapsed, else exact); unknown or ambiguous:
 * DIAGNOSTIC_UNRESOLVED_MENTION, once a name, and no actor. A cell of a table is an annotated id, else an annotated
 * name, else a new actor. References that only events use are none of ours. labels: labels.tsv files (id, label[,
 * type]), the later beat the earlier. Never NULL except on an unreadable labels file. O(n) with hashing. */
Cast *cast_resolve(const Corpus *, const char *const *label_files, size_t n_label_files, Diagnostics *, GError **);
void cast_free(Cast *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Cast, cast_free)

/* The labels.tsv files that stand in the inputs that are folders. NULL-terminated, heap (g_strfreev). */
char **cast_label_files(const char *const *inputs, size_t n_inputs);

/* Actors that a person's words may mean: exact id, else equal key of a name, else names that contain all its words.
 * Fills out (ordered as the cast) with at most max; returns how many there are. */
size_t cast_find(const Cast *, const char *words, ActorId *out, size_t max);

#endif
