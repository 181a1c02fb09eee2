/* register.h - all records of a corpus by id and by name, while the cast is being made. Private to entity/. */
#ifndef ENTENTE_REGISTER_H
#define ENTENTE_REGISTER_H

#include "cast.h"

/* An actor to be. */
typedef struct Candidate {
    const char *id, *label, *subtype;
    ActorType type;
    Place place;
    bool registered;        /* an annotator wrote a record for it */
    bool authority;         /* … in an authority file */
    bool in_register;       /* has any record, of a table too; false: only used */
    uint32_t first_record, last_record; /* chain through record_next; ID_NONE without records */
    uint32_t next;          /* next candidate of the same id, ID_NONE at the end */
} Candidate;

typedef struct NameEntry {
    uint32_t name, document, candidate;
} NameEntry;

typedef struct Register {
    const Corpus *corpus;
    Diagnostics *diagnostics;
    Pool *pool;                 /* collapsed names; the cast's */
    GArray *candidate;          /* Candidate */
    GHashTable *id;             /* id (the corpus's pointer) → number of its first candidate + 1 */
    GHashTable *local;          /* &local_key[record] → number of the record + 1 */
    uint64_t *local_key;        /* document and number of the id's first candidate */
    uint32_t *record_candidate, *record_next;
    GHashTable *name;           /* collapsed name (pool's pointer) → number + 1 */
    NameEntry *entry;           /* by name, document, candidate; without repeats */
    size_t n_entries;
} Register;

/* Groups the records into candidates (ruling 2): clashes are told. Rows of tables join what annotators wrote. */
Register *register_new(const Corpus *, Pool *, Diagnostics *);
void register_free(Register *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Register, register_free)

Candidate *register_candidate(const Register *, uint32_t i);
/* Candidates of an id, chained by next; ID_NONE when there is none. */
uint32_t register_by_id(const Register *, const char *id);
/* The candidate one document's own register gives the id; ID_NONE. */
uint32_t register_local(const Register *, DocumentId, const char *id);
/* A candidate without record, new. */
uint32_t register_add(Register *, const char *id, ActorType, const char *label, Place);

/* Who bears exactly this name (white space collapsed), in one document's register or, with document_id_none(), in
 * any. type ACTOR_UNKNOWN takes all types. The one, or ID_NONE with *several telling whether there was more than
 * one. */
uint32_t register_by_name(const Register *, const char *name, DocumentId, ActorType, bool *several);

#endif
