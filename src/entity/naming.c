/* naming.c - names without ids: whom they mean by decision, country table, fingerprint or short form, or who they are.
 */
#include "country.h"
#include "lookup.h"
#include "name_form.h"
#include "resolver.h"
#include <stdlib.h>
#include <string.h>

enum { SEVERAL = UINT32_MAX - 1, N_CODES = 26 * 26 };

/* Which country a name means in texts of one language. */
typedef struct Meant {
    const char *code; /* NULL: none */
    CountryNameKind kind;
} Meant;

typedef struct Naming {
    Resolver *s;
    NameForms *forms;
    ToldApart *apart;
    GHashTable *decided;       /* interned name → candidate + 1 */
    uint32_t country[N_CODES]; /* candidate, SEVERAL, or ID_NONE */
    Lookup *fingerprint;       /* (type, fingerprint of a form) → candidate or SEVERAL */
    Lookup *language;          /* language of a document → number */
    Lookup *meant_by;          /* (number of a language, text) → row of meant */
    GArray *meant;             /* Meant */
    uint32_t n_languages;
    RefId *stands_for; /* one a reference: the fuller one in its document, or none */
} Naming;

static uint32_t *country_slot(Naming *n, const char *code)
{
    return &n->country[(code[0] - 'A') * 26 + (code[1] - 'A')];
}

/* --- what there is to find --- */

static void enter_name(Naming *n, const char *name, uint32_t candidate, ActorType type)
{
    if (!name)
        return;
    const NameForm *form = name_forms_row(n->forms, name_forms_number(n->forms, name, type));
    uint32_t known = lookup_get(n->fingerprint, (uint32_t)type, form->fingerprint);
    if (*form->fingerprint && known != candidate)
        lookup_set(n->fingerprint, (uint32_t)type, form->fingerprint, known == ID_NONE ? candidate : SEVERAL);
}

static void enter_country(Naming *n, const Candidate *c, uint32_t number)
{
    const Corpus *corpus = n->s->corpus;
    const char *code = strlen(c->id) == 2 && country_label(c->id) ? c->id : NULL;
    if (!code)
        code = country_by_name(c->label, NULL, NULL);
    for (uint32_t r = c->first_record; r != ID_NONE && !code; r = n->s->reg->record_next[r])
        for (uint32_t v = 0; v < corpus->record[r].variants.n && !code; v++)
            code = country_by_name(corpus->variant[corpus->record[r].variants.first + v], NULL, NULL);
    if (code)
        *country_slot(n, code) = *country_slot(n, code) == ID_NONE ? number : SEVERAL;
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

/* country_by_name, asked once for a name and a language. */
static Meant country_meant(Naming *n, const Ref *ref)
{
    const char *language = n->s->corpus->document[ref->document.i].language;
    uint32_t number = language ? lookup_get(n->language, 0, language) : 0;
    if (number == UINT32_MAX)
        lookup_set(n->language, 0, language, number = ++n->n_languages);
    uint32_t row = lookup_get(n->meant_by, number, ref->text);
    if (row != UINT32_MAX)
        return g_array_index(n->meant, Meant, row);
    Meant meant = {NULL, COUNTRY_NAME};
    meant.code = country_by_name(ref->text, language, &meant.kind);
    lookup_set(n->meant_by, number, ref->text, n->meant->len);
    g_array_append_val(n->meant, meant);
    return meant;
}

static uint32_t by_country(Naming *n, const Ref *ref)
{
    if (ref->hint != ACTOR_COUNTRY && ref->hint != ACTOR_UNKNOWN)
        return ID_NONE;
    Meant meant = country_meant(n, ref);
    if (!meant.code || meant.kind == COUNTRY_CAPITAL || (ref->hint == ACTOR_UNKNOWN && meant.kind > COUNTRY_ALIAS))
        return ID_NONE;
    uint32_t *known = country_slot(n, meant.code);
    if (*known != ID_NONE)
        return *known == SEVERAL || told_apart_from(n->apart, n->s, ref->text, *known) ? ID_NONE : *known;
    const char *id = pool_find(n->s->corpus->pool, meant.code, strlen(meant.code));
    id = id ? id : pool_string(n->s->reg->pool, meant.code);
    const char *label = pool_string(n->s->reg->pool, country_label(meant.code));
    return *known = register_add(n->s->reg, id, ACTOR_COUNTRY, label, ref->place);
}

static uint32_t by_fingerprint(Naming *n, const Ref *ref)
{
    if (ref->hint == ACTOR_UNKNOWN)
        return ID_NONE;
    const NameForm *form = name_forms_row(n->forms, name_forms_number(n->forms, ref->text, ref->hint));
    uint32_t at = lookup_get(n->fingerprint, (uint32_t)ref->hint, form->fingerprint);
    return at >= SEVERAL || told_apart_from(n->apart, n->s, ref->text, at) ? ID_NONE : at;
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
    g_autoptr(ShortForms) forms = short_forms_new(n->s, n->forms);
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

/* A name, and its references: rows of OwnNames.ref. */
typedef struct Own {
    const NameForm *form;
    Slice refs;
} Own;

static int by_key(const void *a, const void *b)
{
    const NameForm *x = ((const Own *)a)->form, *y = ((const Own *)b)->form;
    int order = (x->type > y->type) - (x->type < y->type);
    if (order == 0 && x->fingerprint != y->fingerprint)
        order = strcmp(x->fingerprint, y->fingerprint);
    return order ? order : strcmp(x->text, y->text);
}

/* How the texts mostly call them; where that does not tell, without titles, then in order of bytes. */
static const char *usual_name(const Own *own, const uint32_t *member, size_t n)
{
    const Own *best = &own[member[0]];
    for (size_t i = 1; i < n; i++) {
        const Own *other = &own[member[i]];
        if (other->refs.n > best->refs.n ||
            (other->refs.n == best->refs.n && strlen(other->form->text) < strlen(best->form->text)))
            best = other;
    }
    return best->form->text;
}

/* Names of one fingerprint: one actor, unless a person told some of them apart. */
static void make_actors(Naming *n, const Own *own, size_t n_own, const uint32_t *ref)
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
                apart = told_apart(n->apart, own[member[j]].form->text, own[i].form->text);
            if (apart)
                continue;
            member[n_members++] = (uint32_t)i;
            taken[i] = true;
        }
        const char *label = usual_name(own, member, n_members);
        const Ref *first = &s->corpus->ref[ref[own[member[0]].refs.first]];
        uint32_t made = register_add(s->reg, label, first->hint, label, first->place);
        for (size_t i = 0; i < n_members; i++) {
            const Own *name = &own[member[i]];
            for (uint32_t k = 0; k < name->refs.n; k++)
                give(n, ref[name->refs.first + k], made,
                     name->form->text == label ? IDENTIFIED_BY_OWN_NAME : IDENTIFIED_BY_FINGERPRINT);
        }
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

/* The name of a reference that stands for an actor of its own, or ID_NONE; what it is not is told. */
static uint32_t own_name(Naming *n, uint32_t i)
{
    const Ref *ref = &n->s->corpus->ref[i];
    if (!is_open(n->s, i) || !ref_id_is_none(n->stands_for[i]))
        return ID_NONE;
    uint32_t name = name_forms_number(n->forms, ref->text, ref->hint);
    bool made = !n->s->several[i] && ref->hint != ACTOR_UNKNOWN && *name_forms_row(n->forms, name)->fingerprint;
    tell(n, ref, n->s->several[i], made);
    return made ? name : ID_NONE;
}

static void name_the_rest(Naming *n)
{
    size_t n_refs = n->s->corpus->n_refs;
    g_autofree uint32_t *name = g_new(uint32_t, n_refs + 1);
    for (uint32_t i = 0; i < n_refs; i++)
        name[i] = own_name(n, i);
    uint32_t n_names = name_forms_size(n->forms), n_own = 0, n_named = 0;
    g_autofree Own *own = g_new0(Own, n_names + 1);
    g_autofree uint32_t *ref = g_new(uint32_t, n_refs + 1);
    for (uint32_t i = 0; i < n_refs; i++)
        if (name[i] != ID_NONE)
            own[name[i]].refs.n++;
    for (uint32_t i = 0; i < n_names; i++) {
        own[i].form = name_forms_row(n->forms, i);
        own[i].refs.first = n_named;
        n_named += own[i].refs.n;
        own[i].refs.n = 0;
    }
    for (uint32_t i = 0; i < n_refs; i++)
        if (name[i] != ID_NONE)
            ref[own[name[i]].refs.first + own[name[i]].refs.n++] = i;
    for (uint32_t i = 0; i < n_names; i++)
        if (own[i].refs.n)
            own[n_own++] = own[i];
    qsort(own, n_own, sizeof *own, by_key);
    for (uint32_t from = 0, to; from < n_own; from = to) {
        const NameForm *form = own[from].form;
        for (to = from + 1;
             to < n_own && own[to].form->type == form->type && own[to].form->fingerprint == form->fingerprint;)
            to++;
        make_actors(n, own + from, to - from, ref);
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
    g_autoptr(NameForms) forms = name_forms_new();
    g_autoptr(ToldApart) apart = told_apart_new(s);
    g_autoptr(GHashTable) decided = g_hash_table_new(g_direct_hash, g_direct_equal);
    g_autoptr(Lookup) fingerprint = lookup_new(), language = lookup_new(), meant_by = lookup_new();
    g_autoptr(GArray) meant = g_array_new(FALSE, FALSE, sizeof(Meant));
    g_autofree RefId *stands_for = g_new(RefId, s->corpus->n_refs + 1);
    Naming n = {.s = s,
                .forms = forms,
                .apart = apart,
                .decided = decided,
                .fingerprint = fingerprint,
                .language = language,
                .meant_by = meant_by,
                .meant = meant,
                .stands_for = stands_for};
    memset(n.country, 0xff, sizeof n.country);
    enter_candidates(&n);
    enter_decisions(&n);
    name_across(&n);
    name_within(&n);
    name_the_rest(&n);
    follow(&n);
}
