/* cast.c - who is who: references become actors. */
#include "cast.h"
#include "label_table.h"
#include "resolver.h"
#include "utf8.h"
#include <string.h>

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

static void resolve_registered(Resolver *s)
{
    for (uint32_t i = 0; i < s->corpus->n_refs; i++) {
        const Ref *ref = &s->corpus->ref[i];
        s->candidate[i] = ID_NONE;
        if (!s->used[i])
            continue;
        if (ref->kind == REF_ID)
            s->candidate[i] = by_id(s, ref);
        else if (ref->kind == REF_KEY)
            s->candidate[i] = by_key(s, i);
        else
            s->candidate[i] = by_name(s, i, &s->several[i]);
        if (s->candidate[i] != ID_NONE)
            s->by[i] = ref->kind == REF_ID ? IDENTIFIED_BY_ID : IDENTIFIED_BY_NAME;
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
        s->by[i] = c->ref[i].kind == REF_ID ? IDENTIFIED_BY_ID : IDENTIFIED_BY_OWN_NAME;
    }
}

/* --- the whole --- */

const char *identified_by_name(IdentifiedBy by)
{
    static const char *const names[N_IDENTIFIED_BY] = {
        "not at all",  "id",      "name in a register", "name",    "country table",
        "fingerprint", "acronym", "short form",         "decision"};
    return names[by];
}

static void resolver_init(Resolver *s, const Corpus *corpus, Register *reg, Diagnostics *diagnostics)
{
    *s = (Resolver){.corpus = corpus, .diagnostics = diagnostics, .reg = reg};
    s->used = g_new0(bool, corpus->n_refs + 1);
    s->usual = g_new(ActorType, corpus->n_refs + 1);
    s->candidate = g_new(uint32_t, corpus->n_refs + 1);
    s->several = g_new0(bool, corpus->n_refs + 1);
    s->by = g_new0(IdentifiedBy, corpus->n_refs + 1);
    s->void_row = g_new0(bool, corpus->n_decisions + 1);
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
    g_free(s->several);
    g_free(s->by);
    g_free(s->void_row);
    g_free(s->into);
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
    actor_decisions_check(&resolver);
    resolve_registered(&resolver);
    resolver_name(&resolver);
    resolve_unregistered(&resolver);
    actor_decisions_apply(&resolver);
    bool labelled = true;
    for (size_t i = 0; i < n_label_files && labelled; i++)
        labelled = label_table_read(label_files[i], reg, corpus->pool, error);
    if (labelled)
        resolver_publish(&resolver, cast);
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
    g_free(cast->ref_by);
    pool_free(cast->pool);
    g_free(cast);
}
