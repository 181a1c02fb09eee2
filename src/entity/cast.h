/* cast.h - who is who: references become actors, by id through the registers, else by name. */
#ifndef ENTENTE_CAST_H
#define ENTENTE_CAST_H

#include "corpus.h"

DEFINE_ID(ActorId, actor_id)

/* One real actor. Strings are the Corpus's (or the Cast's own, for labels from labels.tsv). */
typedef struct Actor {
    const char *id;      /* as in the texts, without # */
    const char *label;   /* preferred name; labels.tsv beats the record, the record beats the first mention */
    const char *subtype; /* kind of organisation or NULL */
    ActorType type;
    bool registered;   /* has an authority record */
    Place place;       /* of the record, else of the first mention */
    Slice names;       /* rows of cast->name: preferred, then variants, without repeats */
    Slice identifiers; /* rows of corpus->identifier */
} Actor;

/* By which evidence a reference, and every mention that makes it, became its actor. */
typedef enum IdentifiedBy {
    IDENTIFIED_NOT,            /* no actor */
    IDENTIFIED_BY_ID,          /* the text gives an id */
    IDENTIFIED_BY_NAME,        /* a register has this name, letter for letter */
    IDENTIFIED_BY_OWN_NAME,    /* nobody is registered under it: the name itself is the actor's */
    IDENTIFIED_BY_COUNTRY,     /* data/countries.tsv and country-aliases.tsv (country.h) */
    IDENTIFIED_BY_FINGERPRINT, /* the same but for case, marks, titles, legal forms, order of a person's names
                                  (name_key.h) */
    IDENTIFIED_BY_ACRONYM,     /* its document defines it, or has one name before with these initials */
    IDENTIFIED_BY_SHORT_FORM,  /* part of the one fuller name before it in its document */
    IDENTIFIED_BY_DECISION,    /* a person said so: decisions.tsv */
} IdentifiedBy;
enum { N_IDENTIFIED_BY = 9 };
const char *identified_by_name(IdentifiedBy); /* "id", "name in a register", "name", "country table" … */

typedef struct Cast {
    Actor *actor;
    size_t n_actors; /* ordered by label (utf8_compare), then id, then type */
    const char **name;
    size_t n_names;
    ActorId *ref_actor;   /* one a row of corpus->ref; none where it is no actor or unresolved */
    IdentifiedBy *ref_by; /* one a row of corpus->ref: by which evidence */
    size_t n_decided;     /* decisions of actors in force */
    Pool *pool;           /* strings of its own */
} Cast;

/* Ruling 2 of model.md: ids are local to their file; the same id with the same type and label in two files is one
 * actor; with another, DIAGNOSTIC_ID_CLASH and two actors; an authority file names ids for the whole corpus. An id
 * that a file uses but does not register is the authority's, else that of the other files' registers where they
 * agree on one actor; else it becomes an actor of its own (DIAGNOSTIC_UNKNOWN_REF, once an id), typed by its first
 * typed use (DIAGNOSTIC_UNKNOWN_TYPE where there is none), one with the unregistered uses of the same id and type in
 * other files.
 *
 * A mention without ref is whoever of its type bears its name: in its document's register, then in any (white space
 * collapsed, else letter for letter); then by the country table; then by the fingerprint of a registered name; then, in
 * its document, an acronym that stands for a name before it or a part of the one fuller name before it; else it is an
 * actor of its own, one with all names of its type and fingerprint (DIAGNOSTIC_UNRESOLVED_MENTION, once a name, where
 * the corpus has registers). A name that several bear, or that has no type, is no actor. Ids are never made one, and
 * names never across types. What decisions.tsv says of actors beats every rule: names and ids that are the same become
 * one (an authority's record, else a register's gives id and label), names that are different stay apart.
 *
 * A cell of a table is an annotated id, else an annotated name, else a new actor. References that only events use are
 * none of ours. labels: labels.tsv files (id, label[, type]), the later beat the earlier. Never NULL except on an
 * unreadable labels file. O(n log n) with hashing. */
Cast *cast_resolve(const Corpus *, const char *const *label_files, size_t n_label_files, Diagnostics *, GError **);
void cast_free(Cast *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Cast, cast_free)

/* What decisions.tsv says of participations, done: dropped, or given another role. The actor of a row is found by its
 * id or any of its names. A row about nobody is DIAGNOSTIC_DECISION_UNKNOWN; rows that contradict each other are
 * DIAGNOSTIC_DECISION_CONFLICT and change nothing. Counts in corpus->n_decided. */
void cast_decide(Corpus *, const Cast *, Diagnostics *);

/* The labels.tsv files that stand in the inputs that are folders. NULL-terminated, heap (g_strfreev). */
char **cast_label_files(const char *const *inputs, size_t n_inputs);

/* Actors that a person's words may mean: exact id, else equal key of a name, else names that contain all its words.
 * Fills out (ordered as the cast) with at most max; returns how many there are. */
size_t cast_find(const Cast *, const char *words, ActorId *out, size_t max);
/* The one actor they mean; none and ERROR_USAGE, with the nearest names or those that are meant, when nobody or
 * several. option: what the message begins with, or NULL. */
ActorId cast_find_one(const Cast *, const char *option, const char *words, GError **);

#endif
