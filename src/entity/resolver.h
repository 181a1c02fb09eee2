/* resolver.h - private to entity: what is known while references become actors. */
#ifndef ENTENTE_RESOLVER_H
#define ENTENTE_RESOLVER_H

#include "register.h"

typedef struct Resolver {
    const Corpus *corpus;
    Diagnostics *diagnostics;
    Register *reg;
    bool *used;            /* one a reference: it stands for an actor */
    bool *several;         /* one a reference: a name that several actors bear, letter for letter */
    ActorType *usual;      /* type a reference's uses suggest, where its mention has none */
    uint32_t *candidate;   /* one a reference */
    IdentifiedBy *by;      /* one a reference */
    GHashTable *id_type;   /* unregistered id → type of its first typed use + 1 */
    GHashTable *told;      /* names that are reported */
    GHashTable *path;      /* path or name of a document → its number + 1 */
    const char **known_id; /* registered ids, for did-you-mean */
    size_t n_known_ids, n_suggestions;
    bool *void_row;   /* one a decision: it contradicts others */
    uint32_t *into;   /* one a candidate: the one it is by decision, itself without */
    size_t n_decided; /* decisions of actors in force */
} Resolver;

/* naming.c: gives the names without ids their candidates: by decision, country table, fingerprint, acronym or short
 * form in their document, else as actors of their own. Those that no rule may touch stay ID_NONE and are reported. */
void resolver_name(Resolver *);

/* short_form.c: references of one document by name that stand for a fuller one before them. */
typedef struct ShortForms ShortForms;
struct NameForms;
ShortForms *short_forms_new(const Resolver *, struct NameForms *);
void short_forms_free(ShortForms *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ShortForms, short_forms_free)
/* The reference that this one, which has no candidate yet, stands for; none. Linear in the document's names that share
 * a word with it; cheapest where all of one document are asked before those of the next. */
RefId short_form_of(ShortForms *, RefId, IdentifiedBy *);

/* actor_decision.c */
typedef struct ToldApart ToldApart;
/* Which decisions of actors contradict each other by their words alone: fills void_row, reports them. */
void actor_decisions_check(Resolver *);
/* Pairs of ids and names that were told apart. */
ToldApart *told_apart_new(const Resolver *);
void told_apart_free(ToldApart *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ToldApart, told_apart_free)
bool told_apart(const ToldApart *, const char *a, const char *b);
bool told_apart_from(const ToldApart *, const Resolver *, const char *name, uint32_t candidate);
/* Makes candidates one that a person called the same: fills into, which is empty before. */
void actor_decisions_apply(Resolver *);

/* cast_publish.c: candidates → cast. */
void resolver_publish(const Resolver *, Cast *);

#endif
