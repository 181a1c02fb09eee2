/* actor_decision.c - decisions of actors, done: candidates that are the same, names that are not. */
#include "decisions.h"
#include "disjoint.h"
#include "resolver.h"
#include "utf8.h"
#include <string.h>

/* --- words alone --- */

void actor_decisions_check(Resolver *s)
{
    const Corpus *c = s->corpus;
    g_autoptr(GHashTable) number = g_hash_table_new(g_direct_hash, g_direct_equal); /* interned text → number + 1 */
    g_autofree uint32_t(*thing)[2] = g_malloc_n(c->n_decisions + 1, sizeof *thing);
    uint32_t n = 0;
    for (size_t r = 0; r < c->n_decisions; r++) {
        const char *const text[2] = {c->decision[r].a, c->decision[r].b};
        for (int i = 0; i < 2; i++) {
            uint32_t known = GPOINTER_TO_UINT(g_hash_table_lookup(number, text[i]));
            if (!known)
                g_hash_table_insert(number, (gpointer)text[i], GUINT_TO_POINTER(known = ++n));
            thing[r][i] = known - 1;
        }
    }
    g_autofree uint32_t *parent = g_new(uint32_t, n + 1);
    decisions_unite(c, DECISION_ACTOR, thing, n, parent, s->void_row, s->diagnostics);
}

struct ToldApart {
    GHashTable *pair; /* "a\tb", a before b by bytes */
};

static char *pair_of(const char *a, const char *b)
{
    return strcmp(a, b) <= 0 ? g_strconcat(a, "\t", b, NULL) : g_strconcat(b, "\t", a, NULL);
}

ToldApart *told_apart_new(const Resolver *s)
{
    ToldApart *t = g_new0(ToldApart, 1);
    t->pair = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t r = 0; r < s->corpus->n_decisions; r++) {
        const Decision *d = &s->corpus->decision[r];
        if (d->kind == DECISION_ACTOR && d->verdict == VERDICT_DIFFERENT && !s->void_row[r])
            g_hash_table_add(t->pair, pair_of(d->a, d->b));
    }
    return t;
}

void told_apart_free(ToldApart *t)
{
    if (t)
        g_hash_table_unref(t->pair);
    g_free(t);
}

bool told_apart(const ToldApart *t, const char *a, const char *b)
{
    if (!g_hash_table_size(t->pair))
        return false;
    g_autofree char *pair = pair_of(a, b);
    return g_hash_table_contains(t->pair, pair);
}

bool told_apart_from(const ToldApart *t, const Resolver *s, const char *name, uint32_t candidate)
{
    const Candidate *c = register_candidate(s->reg, candidate);
    if (!g_hash_table_size(t->pair))
        return false;
    if (told_apart(t, name, c->id) || told_apart(t, name, c->label))
        return true;
    for (uint32_t r = c->first_record; r != ID_NONE; r = s->reg->record_next[r]) {
        const Record *row = &s->corpus->record[r];
        for (uint32_t v = 0; v < row->variants.n; v++)
            if (told_apart(t, name, s->corpus->variant[row->variants.first + v]))
                return true;
    }
    return false;
}

/* --- candidates --- */

typedef struct Names {
    const Resolver *s;
    GHashTable *bearer; /* name → GArray of candidates */
} Names;

static void bear(Names *n, const char *name, uint32_t candidate)
{
    GArray *all = name ? g_hash_table_lookup(n->bearer, name) : NULL;
    if (!name)
        return;
    if (!all) {
        all = g_array_new(FALSE, FALSE, sizeof(uint32_t));
        g_hash_table_insert(n->bearer, (gpointer)name, all);
    }
    for (guint i = 0; i < all->len; i++)
        if (g_array_index(all, uint32_t, i) == candidate)
            return;
    g_array_append_val(all, candidate);
}

static void names_init(Names *n, const Resolver *s)
{
    const Corpus *corpus = s->corpus;
    *n = (Names){s, g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_array_unref)};
    for (uint32_t i = 0; i < s->reg->candidate->len; i++) {
        const Candidate *c = register_candidate(s->reg, i);
        bear(n, c->label, i);
        for (uint32_t r = c->first_record; r != ID_NONE; r = s->reg->record_next[r]) {
            const Record *row = &corpus->record[r];
            bear(n, row->label, i);
            for (uint32_t v = 0; v < row->variants.n; v++)
                bear(n, corpus->variant[row->variants.first + v], i);
        }
    }
    for (uint32_t i = 0; i < corpus->n_refs; i++)
        if (s->candidate[i] != ID_NONE && corpus->ref[i].kind != REF_ID)
            bear(n, corpus->ref[i].text, s->candidate[i]);
}

static bool fits(const Resolver *s, uint32_t candidate, ActorType type)
{
    return type == ACTOR_UNKNOWN || register_candidate(s->reg, candidate)->type == type;
}

/* FILE#id. */
static uint32_t find_local(const Resolver *s, const char *text)
{
    const char *hash = strrchr(text, '#');
    g_autofree char *file = hash ? g_strndup(text, (size_t)(hash - text)) : NULL;
    const char *id = hash ? pool_find(s->corpus->pool, hash + 1, strlen(hash + 1)) : NULL;
    for (uint32_t d = 0; id && d < s->corpus->n_documents; d++) {
        const Document *document = &s->corpus->document[d];
        if (strcmp(document->id, file) == 0 || strcmp(document->name, file) == 0 || strcmp(document->path, file) == 0) {
            uint32_t local = register_local(s->reg, document_id_of(d), id);
            if (local != ID_NONE)
                return local;
        }
    }
    return ID_NONE;
}

/* The one candidate a word of a decision means: an id, FILE#id, else a name; ID_NONE, and *several where it is not one.
 */
static uint32_t find_candidate(const Names *n, const char *text, ActorType type, bool *several)
{
    const Resolver *s = n->s;
    uint32_t found = ID_NONE;
    *several = false;
    for (uint32_t at = register_by_id(s->reg, text); at != ID_NONE; at = register_candidate(s->reg, at)->next)
        if (fits(s, at, type)) {
            *several |= found != ID_NONE;
            found = at;
        }
    if (found == ID_NONE)
        found = find_local(s, text);
    const GArray *all = found == ID_NONE ? g_hash_table_lookup(n->bearer, text) : NULL;
    for (guint i = 0; all && i < all->len; i++)
        if (fits(s, g_array_index(all, uint32_t, i), type)) {
            *several |= found != ID_NONE;
            found = g_array_index(all, uint32_t, i);
        }
    return *several ? ID_NONE : found;
}

/* Of those that are one the annotator's, an authority's first, gives its id and label; else the first by label. */
static bool leads(const Candidate *a, const Candidate *b)
{
    if (a->authority != b->authority)
        return a->authority;
    if (a->registered != b->registered)
        return a->registered;
    int order = utf8_compare(a->label, b->label);
    if (order == 0)
        order = strcmp(a->id, b->id);
    return order ? order < 0 : a->type < b->type;
}

static void find_things(Resolver *s, uint32_t (*thing)[2])
{
    const Corpus *c = s->corpus;
    Names names;
    names_init(&names, s);
    for (size_t r = 0; r < c->n_decisions; r++) {
        const Decision *d = &c->decision[r];
        const char *const text[2] = {d->a, d->b};
        thing[r][0] = thing[r][1] = UINT32_MAX;
        for (int i = 0; i < 2 && d->kind == DECISION_ACTOR && !s->void_row[r]; i++) {
            bool several;
            thing[r][i] = find_candidate(&names, text[i], d->type, &several);
            if (thing[r][i] == ID_NONE)
                diagnostics_add(s->diagnostics, DIAGNOSTIC_DECISION_UNKNOWN, d->place,
                                several ? "write its id, or FILE#id" : NULL,
                                several ? "several actors are called %s" : "nobody is called %s", text[i]);
        }
    }
    g_hash_table_unref(names.bearer);
}

void actor_decisions_apply(Resolver *s)
{
    const Corpus *c = s->corpus;
    uint32_t n = s->reg->candidate->len;
    s->into = g_new(uint32_t, n + 1);
    for (uint32_t i = 0; i < n; i++)
        s->into[i] = i;
    if (!c->n_decisions)
        return;
    g_autofree uint32_t(*thing)[2] = g_malloc_n(c->n_decisions, sizeof *thing);
    g_autofree uint32_t *parent = g_new(uint32_t, n + 1);
    g_autofree uint32_t *leader = g_new(uint32_t, n + 1);
    find_things(s, thing);
    decisions_unite(c, DECISION_ACTOR, thing, n, parent, s->void_row, s->diagnostics);
    for (uint32_t i = 0; i < n; i++)
        leader[i] = i;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t root = disjoint_root(parent, i);
        if (leads(register_candidate(s->reg, i), register_candidate(s->reg, leader[root])))
            leader[root] = i;
    }
    for (uint32_t i = 0; i < n; i++)
        s->into[i] = leader[disjoint_root(parent, i)];
    for (size_t r = 0; r < c->n_decisions; r++)
        s->n_decided += thing[r][0] != UINT32_MAX && thing[r][1] != UINT32_MAX && !s->void_row[r];
    for (uint32_t i = 0; i < c->n_refs; i++)
        if (s->candidate[i] != ID_NONE && s->into[s->candidate[i]] != s->candidate[i])
            s->by[i] = IDENTIFIED_BY_DECISION;
}
