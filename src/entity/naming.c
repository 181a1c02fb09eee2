/* naming.c - names without ids: whom they mean by decision, country table, fingerprint or short form, or who they are.
 */
#include "country.h"
#include "name_key.h"
#include "resolver.h"
#include "utf8.h"
#include <stdlib.h>
#include <string.h>

typedef struct Naming {
    Resolver *s;
    NameWords *words;
    Countries *countries;
    ToldApart *apart;
    GHashTable *decided;     /* interned name → candidate + 1 */
    GHashTable *country;     /* code → candidate + 1, or SEVERAL */
    GHashTable *fingerprint; /* "type fingerprint" → candidate + 1, or SEVERAL */
    RefId *stands_for;       /* one a reference: the fuller one in its document, or none */
} Naming;

enum { SEVERAL = UINT32_MAX };

/* Registered under this key: once, or SEVERAL. */
static void enter(GHashTable *table, char *key, uint32_t candidate)
{
    uint32_t known = GPOINTER_TO_UINT(g_hash_table_lookup(table, key));
    if (!known)
        g_hash_table_insert(table, key, GUINT_TO_POINTER(candidate + 1));
    else {
        if (known != candidate + 1)
            g_hash_table_insert(table, g_strdup(key), GUINT_TO_POINTER(SEVERAL));
        g_free(key);
    }
}

static uint32_t look_up(GHashTable *table, const char *key)
{
    uint32_t known = GPOINTER_TO_UINT(g_hash_table_lookup(table, key));
    return known && known != SEVERAL ? known - 1 : ID_NONE;
}

static char *typed(ActorType type, const char *fingerprint)
{
    const char digit[] = {(char)('0' + type), '\0'};
    return g_strconcat(digit, " ", fingerprint, NULL);
}

/* --- what there is to find --- */

static void enter_name(Naming *n, const char *name, uint32_t candidate, ActorType type)
{
    if (!name)
        return;
    g_autofree char *fingerprint = name_fingerprint(n->words, name, type);
    if (*fingerprint)
        enter(n->fingerprint, typed(type, fingerprint), candidate);
}

static void enter_country(Naming *n, const Candidate *c, uint32_t number)
{
    const Corpus *corpus = n->s->corpus;
    const char *code = strlen(c->id) == 2 && country_label(n->countries, c->id) ? c->id : NULL;
    if (!code)
        code = country_by_name(n->countries, c->label, NULL, NULL);
    for (uint32_t r = c->first_record; r != ID_NONE && !code; r = n->s->reg->record_next[r])
        for (uint32_t v = 0; v < corpus->record[r].variants.n && !code; v++)
            code = country_by_name(n->countries, corpus->variant[corpus->record[r].variants.first + v], NULL, NULL);
    if (code)
        enter(n->country, g_strdup(code), number);
}

static void enter_candidates(Naming *n)
{
    const Corpus *corpus = n->s->corpus;
    for (uint32_t i = 0; i < n->s->reg->candidate->len; i++) {
        const Candidate *c = register_candidate(n->s->reg, i);
        if (c->type == ACTOR_COUNTRY)
            enter_country(n, c, i);
        if (!c->registered)
            continue;
        enter_name(n, c->label, i, c->type);
        for (uint32_t r = c->first_record; r != ID_NONE; r = n->s->reg->record_next[r])
            for (uint32_t v = 0; v < corpus->record[r].variants.n; v++)
                enter_name(n, corpus->variant[corpus->record[r].variants.first + v], i, c->type);
    }
}

/* "same" between a name and an id that is here. */
static void enter_decisions(Naming *n)
{
    const Corpus *c = n->s->corpus;
    for (size_t r = 0; r < c->n_decisions; r++) {
        const Decision *d = &c->decision[r];
        if (d->kind != DECISION_ACTOR || d->verdict != VERDICT_SAME || n->s->void_row[r])
            continue;
        uint32_t a = register_by_id(n->s->reg, d->a), b = register_by_id(n->s->reg, d->b);
        if ((a == ID_NONE) == (b == ID_NONE))
            continue;
        const char *name = a == ID_NONE ? d->a : d->b;
        uint32_t at = a == ID_NONE ? b : a;
        if (register_candidate(n->s->reg, at)->next == ID_NONE)
            g_hash_table_insert(n->decided, (gpointer)name, GUINT_TO_POINTER(at + 1));
    }
}

/* --- one name --- */

static uint32_t by_country(Naming *n, const Ref *ref)
{
    CountryNameKind kind;
    const char *language = n->s->corpus->document[ref->document.i].language;
    const char *code = ref->hint == ACTOR_COUNTRY || ref->hint == ACTOR_UNKNOWN
                           ? country_by_name(n->countries, ref->text, language, &kind)
                           : NULL;
    if (!code || kind == COUNTRY_CAPITAL || (ref->hint == ACTOR_UNKNOWN && kind > COUNTRY_ALIAS))
        return ID_NONE;
    uint32_t known = GPOINTER_TO_UINT(g_hash_table_lookup(n->country, code));
    if (known)
        return known == SEVERAL || told_apart_from(n->apart, n->s, ref->text, known - 1) ? ID_NONE : known - 1;
    const char *id = pool_find(n->s->corpus->pool, code, strlen(code));
    id = id ? id : pool_string(n->s->reg->pool, code);
    const char *label = pool_string(n->s->reg->pool, country_label(n->countries, code));
    uint32_t made = register_add(n->s->reg, id, ACTOR_COUNTRY, label, ref->place);
    enter(n->country, g_strdup(code), made);
    return made;
}

static uint32_t by_fingerprint(Naming *n, const Ref *ref)
{
    if (ref->hint == ACTOR_UNKNOWN)
        return ID_NONE;
    g_autofree char *fingerprint = name_fingerprint(n->words, ref->text, ref->hint);
    g_autofree char *key = typed(ref->hint, fingerprint);
    uint32_t at = look_up(n->fingerprint, key);
    return at != ID_NONE && told_apart_from(n->apart, n->s, ref->text, at) ? ID_NONE : at;
}

static bool give(Naming *n, uint32_t ref, uint32_t candidate, IdentifiedBy by)
{
    if (candidate == ID_NONE)
        return false;
    n->s->candidate[ref] = candidate;
    n->s->by[ref] = by;
    return true;
}

static bool is_open(const Resolver *s, uint32_t i)
{
    return s->used[i] && s->corpus->ref[i].kind == REF_NAME && s->candidate[i] == ID_NONE;
}

static void name_across(Naming *n)
{
    const Corpus *c = n->s->corpus;
    for (uint32_t i = 0; i < c->n_refs; i++) {
        const Ref *ref = &c->ref[i];
        if (!is_open(n->s, i))
            continue;
        uint32_t decided = GPOINTER_TO_UINT(g_hash_table_lookup(n->decided, ref->text));
        if (decided && give(n, i, decided - 1, IDENTIFIED_BY_DECISION))
            continue;
        if (!n->s->several[i] && !give(n, i, by_country(n, ref), IDENTIFIED_BY_COUNTRY))
            give(n, i, by_fingerprint(n, ref), IDENTIFIED_BY_FINGERPRINT);
    }
}

/* Within a document. Linked to a reference before it, so that chains end. */
static void name_within(Naming *n)
{
    const Corpus *c = n->s->corpus;
    g_autoptr(ShortForms) forms = short_forms_new(n->s, n->words);
    for (uint32_t i = 0; i < c->n_refs; i++) {
        IdentifiedBy by;
        n->stands_for[i] = ref_id_none();
        if (!is_open(n->s, i) || n->s->several[i])
            continue;
        RefId full = short_form_of(forms, ref_id_of(i), &by);
        if (ref_id_is_none(full) || told_apart(n->apart, c->ref[i].text, c->ref[full.i].text) ||
            (n->s->candidate[full.i] != ID_NONE &&
             told_apart_from(n->apart, n->s, c->ref[i].text, n->s->candidate[full.i])))
            continue;
        n->stands_for[i] = full;
        n->s->by[i] = by;
    }
}

/* --- actors of their own --- */

typedef struct Own {
    char *key; /* type and fingerprint */
    const char *text;
    uint32_t ref;
} Own;

static int by_key(const void *a, const void *b)
{
    const Own *x = a, *y = b;
    int order = strcmp(x->key, y->key);
    if (order == 0)
        order = strcmp(x->text, y->text);
    return order ? order : (x->ref > y->ref) - (x->ref < y->ref);
}

static void clear_own(void *own) { g_free(((Own *)own)->key); }

/* How the texts mostly call them; where that does not tell, without titles, then in order of bytes. */
static const char *usual_name(const Own *own, const uint32_t *member, size_t n)
{
    const char *best = NULL;
    size_t most = 0;
    for (size_t i = 0, end; i < n; i = end) {
        const char *text = own[member[i]].text;
        for (end = i + 1; end < n && own[member[end]].text == text;)
            end++;
        if (!best || end - i > most || (end - i == most && strlen(text) < strlen(best))) {
            most = end - i;
            best = text;
        }
    }
    return best;
}

/* Names of one fingerprint: one actor, unless a person told some of them apart. */
static void make_actors(Naming *n, const Own *own, size_t n_own)
{
    Resolver *s = n->s;
    g_autofree bool *taken = g_new0(bool, n_own);
    g_autofree uint32_t *member = g_new(uint32_t, n_own);
    for (size_t from = 0; from < n_own; from++) {
        size_t n_members = 0;
        if (taken[from])
            continue;
        for (size_t i = from; i < n_own; i++) {
            bool apart = taken[i];
            for (size_t j = 0; j < n_members && !apart; j++)
                apart = own[member[j]].text != own[i].text && told_apart(n->apart, own[member[j]].text, own[i].text);
            if (apart)
                continue;
            member[n_members++] = (uint32_t)i;
            taken[i] = true;
        }
        const char *label = usual_name(own, member, n_members);
        const Ref *first = &s->corpus->ref[own[member[0]].ref];
        uint32_t made = register_add(s->reg, label, first->hint, label, first->place);
        for (size_t i = 0; i < n_members; i++)
            give(n, own[member[i]].ref, made,
                 own[member[i]].text == label ? IDENTIFIED_BY_OWN_NAME : IDENTIFIED_BY_FINGERPRINT);
    }
}

static void tell(Naming *n, const Ref *ref, bool several, bool made)
{
    Resolver *s = n->s;
    if ((!several && !s->n_known_ids) || !g_hash_table_add(s->told, (char *)ref->text))
        return; /* where nobody is registered, names are all there is */
    if (several)
        diagnostics_add(s->diagnostics, DIAGNOSTIC_UNRESOLVED_MENTION, ref->place, "give the mention a @ref",
                        "several actors are called %s", ref->text);
    else if (made)
        diagnostics_add(s->diagnostics, DIAGNOSTIC_UNRESOLVED_MENTION, ref->place, NULL, "no %s is called %s",
                        actor_type_name(ref->hint), ref->text);
    else
        diagnostics_add(s->diagnostics, DIAGNOSTIC_UNRESOLVED_MENTION, ref->place, NULL, "nobody is called %s",
                        ref->text);
}

static void name_the_rest(Naming *n)
{
    Resolver *s = n->s;
    g_autoptr(GArray) own = g_array_new(FALSE, FALSE, sizeof(Own));
    g_array_set_clear_func(own, clear_own);
    for (uint32_t i = 0; i < s->corpus->n_refs; i++) {
        const Ref *ref = &s->corpus->ref[i];
        if (!is_open(s, i) || !ref_id_is_none(n->stands_for[i]))
            continue;
        g_autofree char *fingerprint = name_fingerprint(n->words, ref->text, ref->hint);
        bool made = !s->several[i] && ref->hint != ACTOR_UNKNOWN && *fingerprint;
        tell(n, ref, s->several[i], made);
        Own row = {made ? typed(ref->hint, fingerprint) : NULL, ref->text, i};
        if (made)
            g_array_append_val(own, row);
    }
    g_array_sort(own, by_key);
    const Own *row = (const Own *)(void *)own->data;
    for (guint from = 0, to; from < own->len; from = to) {
        for (to = from + 1; to < own->len && strcmp(row[to].key, row[from].key) == 0;)
            to++;
        make_actors(n, row + from, to - from);
    }
}

/* Short forms take the candidate of what they stand for. */
static void follow(Naming *n)
{
    for (uint32_t i = 0; i < n->s->corpus->n_refs; i++) {
        uint32_t at = i;
        for (size_t steps = 0; !ref_id_is_none(n->stands_for[at]) && steps < n->s->corpus->n_refs; steps++)
            at = n->stands_for[at].i;
        if (at == i)
            continue;
        n->s->candidate[i] = n->s->candidate[at];
        if (n->s->candidate[i] == ID_NONE)
            n->s->by[i] = IDENTIFIED_NOT;
    }
}

void resolver_name(Resolver *s)
{
    bool any = false;
    for (uint32_t i = 0; i < s->corpus->n_refs && !any; i++)
        any = is_open(s, i);
    if (!any)
        return;
    g_autoptr(NameWords) words = name_words_new();
    g_autoptr(Countries) countries = countries_new();
    g_autoptr(ToldApart) apart = told_apart_new(s);
    g_autoptr(GHashTable) decided = g_hash_table_new(g_direct_hash, g_direct_equal);
    g_autoptr(GHashTable) country = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) fingerprint = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autofree RefId *stands_for = g_new(RefId, s->corpus->n_refs + 1);
    Naming n = {s, words, countries, apart, decided, country, fingerprint, stands_for};
    enter_candidates(&n);
    enter_decisions(&n);
    name_across(&n);
    name_within(&n);
    name_the_rest(&n);
    follow(&n);
}
