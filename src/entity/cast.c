/* cast.c - who is who: references become actors. */
#include "cast.h"
#include "label_table.h"
#include "register.h"
#include "utf8.h"
#include <stdlib.h>
#include <string.h>

typedef struct Resolver {
    const Corpus *corpus;
    Diagnostics *diagnostics;
    Register *reg;
    bool *used;            /* one a reference: it stands for an actor */
    ActorType *usual;      /* type a reference's uses suggest, where its mention has none */
    uint32_t *candidate;   /* one a reference */
    GHashTable *id_type;   /* unregistered id → type of its first typed use + 1 */
    GHashTable *told;      /* names that are reported */
    GHashTable *path;      /* path or name of a document → its number + 1 */
    const char **known_id; /* registered ids, for did-you-mean */
    size_t n_known_ids, n_suggestions;
} Resolver;

/* --- which references stand for actors, and what their uses say of them --- */

static void use(Resolver *s, RefId ref, ActorType usual)
{
    if (ref_id_is_none(ref))
        return;
    s->used[ref.i] = true;
    if (s->usual[ref.i] == ACTOR_UNKNOWN)
        s->usual[ref.i] = usual;
}

static void use_affiliation(Resolver *s, const Affiliation *a)
{
    static const struct {
        ActorType active, passive;
    } ends[] = {
        [AFFILIATION_MEMBER_OF] = {ACTOR_OFFICIAL, ACTOR_AGENCY},
        [AFFILIATION_REPRESENTS] = {ACTOR_UNKNOWN, ACTOR_COUNTRY},
        [AFFILIATION_AGENCY_OF] = {ACTOR_AGENCY, ACTOR_COUNTRY},
        [AFFILIATION_PART_OF] = {ACTOR_AGENCY, ACTOR_AGENCY},
        [AFFILIATION_SUCCEEDS] = {ACTOR_UNKNOWN, ACTOR_UNKNOWN},
        [AFFILIATION_BLOC_MEMBER] = {ACTOR_COUNTRY, ACTOR_BLOC},
    };
    use(s, a->active, ends[a->kind].active);
    use(s, a->passive, ends[a->kind].passive);
}

static void find_uses(Resolver *s)
{
    const Corpus *c = s->corpus;
    for (size_t i = 0; i < c->n_refs; i++)
        s->usual[i] = c->ref[i].hint;
    for (size_t i = 0; i < c->n_mentions; i++) {
        const Mention *m = &c->mention[i];
        for (uint32_t j = 0; m->kind != MENTION_EVENT && j < m->refs.n; j++)
            use(s, c->mention_ref[m->refs.first + j], m->kind == MENTION_SPEAKER ? ACTOR_OFFICIAL : m->type);
    }
    for (size_t i = 0; i < c->n_participations; i++) {
        use(s, c->participation[i].actor, ACTOR_UNKNOWN);
        use(s, c->participation[i].source, ACTOR_UNKNOWN);
    }
    for (size_t i = 0; i < c->n_affiliations; i++)
        use_affiliation(s, &c->affiliation[i]);
    for (size_t i = 0; i < c->n_refs; i++)
        if (c->ref[i].kind == REF_KEY && s->usual[i] == ACTOR_UNKNOWN)
            s->usual[i] = ACTOR_OFFICIAL; /* ruling 13 */
}

/* --- registered references --- */

/* The authority's candidate of an id, else the only one there is. */
static uint32_t agreed_candidate(const Resolver *s, uint32_t first)
{
    for (uint32_t at = first; at != ID_NONE; at = register_candidate(s->reg, at)->next)
        if (register_candidate(s->reg, at)->authority)
            return at;
    return first != ID_NONE && register_candidate(s->reg, first)->next == ID_NONE ? first : ID_NONE;
}

static DocumentId document_of(const Resolver *s, const Ref *ref)
{
    size_t number = ref->file ? GPOINTER_TO_SIZE(g_hash_table_lookup(s->path, ref->file)) : ref->document.i + (size_t)1;
    return number ? document_id_of((uint32_t)number - 1) : document_id_none();
}

static uint32_t by_id(const Resolver *s, const Ref *ref)
{
    DocumentId document = document_of(s, ref);
    uint32_t local = document_id_is_none(document) ? ID_NONE : register_local(s->reg, document, ref->text);
    return local != ID_NONE ? local : agreed_candidate(s, register_by_id(s->reg, ref->text));
}

static uint32_t by_name(const Resolver *s, uint32_t i, bool *several)
{
    const Ref *ref = &s->corpus->ref[i];
    uint32_t local = register_by_name(s->reg, ref->text, ref->document, ref->hint, several);
    if (local != ID_NONE || *several)
        return local;
    return register_by_name(s->reg, ref->text, document_id_none(), ref->hint, several);
}

/* A cell of a table: an annotator's id, an annotator's name, else what the tables say. */
static uint32_t by_key(const Resolver *s, uint32_t i)
{
    const Ref *ref = &s->corpus->ref[i];
    bool several;
    uint32_t at = by_id(s, ref);
    if (at != ID_NONE && register_candidate(s->reg, at)->registered)
        return at;
    ActorType type = ref->hint == ACTOR_OFFICIAL ? ACTOR_UNKNOWN : ref->hint; /* official: perhaps for want of a type */
    uint32_t named = register_by_name(s->reg, ref->text, document_id_none(), type, &several);
    return named != ID_NONE ? named : at;
}

static void tell_unresolved(Resolver *s, const Ref *ref, bool several)
{
    if (!g_hash_table_add(s->told, (char *)ref->text))
        return;
    if (several)
        diagnostics_add(s->diagnostics, DIAGNOSTIC_UNRESOLVED_MENTION, ref->place, "give the mention a @ref",
                        "several actors are called %s", ref->text);
    else if (ref->hint != ACTOR_UNKNOWN)
        diagnostics_add(s->diagnostics, DIAGNOSTIC_UNRESOLVED_MENTION, ref->place, NULL, "no %s is called %s",
                        actor_type_name(ref->hint), ref->text);
    else
        diagnostics_add(s->diagnostics, DIAGNOSTIC_UNRESOLVED_MENTION, ref->place, NULL, "nobody is called %s",
                        ref->text);
}

static void resolve_registered(Resolver *s)
{
    for (uint32_t i = 0; i < s->corpus->n_refs; i++) {
        const Ref *ref = &s->corpus->ref[i];
        bool several = false;
        s->candidate[i] = ID_NONE;
        if (!s->used[i])
            continue;
        if (ref->kind == REF_ID)
            s->candidate[i] = by_id(s, ref);
        else if (ref->kind == REF_KEY)
            s->candidate[i] = by_key(s, i);
        else
            s->candidate[i] = by_name(s, i, &several);
        if (ref->kind == REF_NAME && s->candidate[i] == ID_NONE)
            tell_unresolved(s, ref, several);
    }
}

/* --- unregistered ids: actors of their own, typed by their uses --- */

enum { MAX_SUGGESTIONS = 100 }; /* each looks at every id; more are not printed anyway */

static char *suggestion(Resolver *s, const char *id)
{
    const char *near = NULL;
    if (s->n_suggestions++ < MAX_SUGGESTIONS)
        near = utf8_nearest(id, s->known_id, s->n_known_ids);
    return near ? g_strdup_printf("did you mean %s? Else register the id in a list or authority file", near) : NULL;
}

static void tell_unknown(Resolver *s, const Ref *ref, ActorType type)
{
    g_autofree char *help = suggestion(s, ref->text);
    bool clash = register_by_id(s->reg, ref->text) != ID_NONE &&
                 register_candidate(s->reg, register_by_id(s->reg, ref->text))->in_register;
    diagnostics_add(s->diagnostics, DIAGNOSTIC_UNKNOWN_REF, ref->place, clash ? NULL : help,
                    clash ? "%s is not registered in this file, and other files register it as different actors"
                          : "%s is not registered anywhere",
                    ref->text);
    if (type == ACTOR_UNKNOWN)
        diagnostics_add(s->diagnostics, DIAGNOSTIC_UNKNOWN_TYPE, ref->place, NULL,
                        "nothing says what kind of actor %s is", ref->text);
}

static uint32_t unregistered(Resolver *s, uint32_t i, ActorType type)
{
    const Ref *ref = &s->corpus->ref[i];
    for (uint32_t at = register_by_id(s->reg, ref->text); at != ID_NONE;) {
        Candidate *c = register_candidate(s->reg, at);
        if (!c->in_register && c->type == type) {
            if (c->label == c->id && ref->surface)
                c->label = ref->surface;
            return at;
        }
        at = c->next;
    }
    if (ref->kind == REF_ID)
        tell_unknown(s, ref, type);
    const char *label = ref->kind == REF_ID && ref->surface && *ref->surface ? ref->surface : ref->text;
    return register_add(s->reg, ref->text, type, label, ref->place);
}

static void resolve_unregistered(Resolver *s)
{
    const Corpus *c = s->corpus;
    for (uint32_t i = 0; i < c->n_refs; i++)
        if (s->used[i] && s->candidate[i] == ID_NONE && s->usual[i] != ACTOR_UNKNOWN &&
            !g_hash_table_contains(s->id_type, c->ref[i].text))
            g_hash_table_insert(s->id_type, (char *)c->ref[i].text, GSIZE_TO_POINTER((size_t)s->usual[i] + 1));
    for (uint32_t i = 0; i < c->n_refs; i++) {
        if (!s->used[i] || s->candidate[i] != ID_NONE || c->ref[i].kind == REF_NAME)
            continue;
        ActorType type = s->usual[i];
        size_t first_typed = GPOINTER_TO_SIZE(g_hash_table_lookup(s->id_type, c->ref[i].text));
        if (type == ACTOR_UNKNOWN && first_typed)
            type = (ActorType)(first_typed - 1);
        s->candidate[i] = unregistered(s, i, type);
    }
}

/* --- candidates → cast --- */

typedef struct Standing {
    char *key;
    const Candidate *candidate;
    uint32_t number;
} Standing;

static int by_label(const void *a, const void *b)
{
    const Standing *x = a, *y = b;
    int order = strcmp(x->key, y->key);
    if (order == 0)
        order = strcmp(x->candidate->label, y->candidate->label);
    if (order == 0)
        order = strcmp(x->candidate->id, y->candidate->id);
    if (order == 0)
        order = (x->candidate->type > y->candidate->type) - (x->candidate->type < y->candidate->type);
    return order ? order : (x->number > y->number) - (x->number < y->number);
}

static void add_name(GArray *name, guint first, const char *text)
{
    if (!text || !*text)
        return;
    for (guint i = first; i < name->len; i++)
        if (strcmp(g_array_index(name, const char *, i), text) == 0)
            return;
    g_array_append_val(name, text);
}

static void publish_actor(const Resolver *s, const Candidate *c, Actor *actor, GArray *name)
{
    const Corpus *corpus = s->corpus;
    guint first = name->len;
    *actor = (Actor){.id = c->id,
                     .label = c->label,
                     .subtype = c->subtype,
                     .type = c->type,
                     .registered = c->registered,
                     .place = c->place};
    add_name(name, first, c->label);
    for (uint32_t r = c->first_record; r != ID_NONE; r = s->reg->record_next[r]) {
        const Record *row = &corpus->record[r];
        add_name(name, first, row->label);
        for (uint32_t v = 0; v < row->variants.n; v++)
            add_name(name, first, corpus->variant[row->variants.first + v]);
        if (actor->identifiers.n == 0)
            actor->identifiers = row->identifiers;
    }
    actor->names = (Slice){first, name->len - first};
}

static void publish(const Resolver *s, Cast *cast)
{
    size_t n = s->reg->candidate->len;
    g_autofree Standing *standing = g_new(Standing, n + 1);
    g_autofree uint32_t *actor_of = g_new(uint32_t, n + 1);
    g_autoptr(GArray) name = g_array_new(false, false, sizeof(const char *));
    for (uint32_t i = 0; i < n; i++) {
        const Candidate *c = register_candidate(s->reg, i);
        standing[i] = (Standing){utf8_key(c->label), c, i};
    }
    qsort(standing, n, sizeof *standing, by_label);
    cast->n_actors = n;
    cast->actor = g_new0(Actor, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        actor_of[standing[i].number] = i;
        publish_actor(s, standing[i].candidate, &cast->actor[i], name);
        g_free(standing[i].key);
    }
    cast->n_names = name->len;
    cast->name = (const char **)(void *)g_array_free(g_steal_pointer(&name), false);
    cast->ref_actor = g_new(ActorId, s->corpus->n_refs + 1);
    for (size_t i = 0; i < s->corpus->n_refs; i++)
        cast->ref_actor[i] = s->candidate[i] == ID_NONE ? actor_id_none() : actor_id_of(actor_of[s->candidate[i]]);
}

/* --- the whole --- */

static void resolver_init(Resolver *s, const Corpus *corpus, Register *reg, Diagnostics *diagnostics)
{
    *s = (Resolver){.corpus = corpus, .diagnostics = diagnostics, .reg = reg};
    s->used = g_new0(bool, corpus->n_refs + 1);
    s->usual = g_new(ActorType, corpus->n_refs + 1);
    s->candidate = g_new(uint32_t, corpus->n_refs + 1);
    s->id_type = g_hash_table_new(g_direct_hash, g_direct_equal);
    s->told = g_hash_table_new(g_direct_hash, g_direct_equal);
    s->path = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = corpus->n_documents; i-- > 0;) { /* backwards: the first of equal names stays */
        g_hash_table_insert(s->path, (char *)corpus->document[i].name, GSIZE_TO_POINTER(i + 1));
        g_hash_table_insert(s->path, (char *)corpus->document[i].path, GSIZE_TO_POINTER(i + 1));
    }
    s->known_id = g_new(const char *, reg->candidate->len + 1);
    for (uint32_t i = 0; i < reg->candidate->len; i++)
        s->known_id[s->n_known_ids++] = register_candidate(reg, i)->id;
}

static void resolver_clear(Resolver *s)
{
    g_free(s->used);
    g_free(s->usual);
    g_free(s->candidate);
    g_hash_table_unref(s->id_type);
    g_hash_table_unref(s->told);
    g_hash_table_unref(s->path);
    g_free(s->known_id);
}

Cast *cast_resolve(const Corpus *corpus, const char *const *label_files, size_t n_label_files, Diagnostics *diagnostics,
                   GError **error)
{
    g_autoptr(Cast) cast = g_new0(Cast, 1);
    cast->pool = pool_new();
    g_autoptr(Register) reg = register_new(corpus, cast->pool, diagnostics);
    Resolver resolver;
    resolver_init(&resolver, corpus, reg, diagnostics);
    find_uses(&resolver);
    resolve_registered(&resolver);
    resolve_unregistered(&resolver);
    bool labelled = true;
    for (size_t i = 0; i < n_label_files && labelled; i++)
        labelled = label_table_read(label_files[i], reg, corpus->pool, error);
    if (labelled)
        publish(&resolver, cast);
    resolver_clear(&resolver);
    return labelled ? g_steal_pointer(&cast) : NULL;
}

void cast_free(Cast *cast)
{
    if (!cast)
        return;
    g_free(cast->actor);
    g_free(cast->name);
    g_free(cast->ref_actor);
    pool_free(cast->pool);
    g_free(cast);
}
