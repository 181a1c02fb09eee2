/* short_form.c - names of one document that stand for a fuller one before them: acronyms, family names, beginnings. */
#include "lookup.h"
#include "name_form.h"
#include "resolver.h"
#include <string.h>

/* One name of a document: a reference by name, or one more name of a reference by id. */
typedef struct Form {
    uint32_t ref, name; /* name: its number among the NameForms */
    ActorType type;
    const char *text;
    const Mention *first; /* mention */
} Form;

/* Forms of one document that share something, in order: rows of occurrence, chained. */
typedef struct Chain {
    uint32_t first, last;
} Chain;

typedef struct Occurrence {
    uint32_t form, next;
} Occurrence;

enum { BY_WORD, BY_INITIAL }; /* scopes of Index.chain */

/* What is asked is asked of one document after the other: only one is indexed at a time. */
typedef struct Index {
    uint32_t document; /* ID_NONE: none yet */
    Lookup *chain_of;
    GArray *chain;      /* Chain */
    GArray *occurrence; /* Occurrence */
} Index;

struct ShortForms {
    const Resolver *resolver;
    NameForms *names;
    GArray *form;  /* Form; by document, place, text */
    uint32_t *own; /* one a reference: its form where it is by name, or ID_NONE */
    Index index;
};

static uint32_t words_in(const char *text)
{
    uint32_t n = 0;
    bool inside = false;
    for (const char *p = text; *p; p++) {
        bool blank = g_ascii_isspace(*p);
        n += !blank && !inside;
        inside = !blank;
    }
    return n;
}

static ActorType type_of(const Resolver *s, uint32_t ref)
{
    if (s->candidate[ref] != ID_NONE)
        return register_candidate(s->reg, s->candidate[ref])->type;
    return s->usual[ref];
}

static int by_place(const void *a, const void *b)
{
    const Form *x = a, *y = b;
    const Mention *m = x->first, *n = y->first;
    const uint32_t key[][2] = {
        {m->document.i, n->document.i}, {m->place.line, n->place.line}, {m->place.column, n->place.column}};
    for (size_t i = 0; i < G_N_ELEMENTS(key); i++)
        if (key[i][0] != key[i][1])
            return key[i][0] < key[i][1] ? -1 : 1;
    return x->text == y->text ? 0 : strcmp(x->text, y->text);
}

static void add_form(ShortForms *f, uint32_t ref, const char *text, const Mention *m)
{
    ActorType type = type_of(f->resolver, ref);
    if (type == ACTOR_COUNTRY || type == ACTOR_UNKNOWN)
        return;
    Form form = {ref, name_forms_number(f->names, text, type), type, text, m};
    if (f->resolver->corpus->ref[ref].kind == REF_NAME)
        f->own[ref] = f->form->len;
    g_array_append_val(f->form, form);
}

static Form *form_at(const ShortForms *f, uint32_t i) { return &g_array_index(f->form, Form, i); }

/* Readers deliver in order, but for texts that mark one place twice. */
static void order_forms(ShortForms *f)
{
    bool ordered = true;
    for (uint32_t i = 1; i < f->form->len && ordered; i++)
        ordered = by_place(form_at(f, i - 1), form_at(f, i)) <= 0;
    if (ordered)
        return;
    g_array_sort(f->form, by_place);
    for (uint32_t i = 0; i < f->form->len; i++)
        if (f->resolver->corpus->ref[form_at(f, i)->ref].kind == REF_NAME)
            f->own[form_at(f, i)->ref] = i;
}

/* Every text under which a reference is first mentioned in its document; a reference by name has one. */
static void list_forms(ShortForms *f)
{
    const Corpus *c = f->resolver->corpus;
    g_autoptr(Lookup) seen = lookup_new();
    for (size_t i = 0; i < c->n_mentions; i++) {
        const Mention *m = &c->mention[i];
        RefId ref = m->refs.n == 1 ? c->mention_ref[m->refs.first] : ref_id_none();
        if (m->kind != MENTION_ACTOR || ref_id_is_none(ref) || !m->text)
            continue;
        bool by_name = c->ref[ref.i].kind == REF_NAME;
        if (by_name ? f->own[ref.i] != ID_NONE : lookup_get(seen, ref.i, m->text) != UINT32_MAX)
            continue;
        if (!by_name)
            lookup_set(seen, ref.i, m->text, 0);
        add_form(f, ref.i, by_name ? c->ref[ref.i].text : m->text, m);
    }
    order_forms(f);
}

/* --- which forms of a document share a word or an initial --- */

static void enter(Index *x, uint32_t scope, const char *text, uint32_t form)
{
    uint32_t number = lookup_get(x->chain_of, scope, text);
    Occurrence occurrence = {form, ID_NONE};
    Chain fresh = {x->occurrence->len, x->occurrence->len};
    if (number == UINT32_MAX) {
        lookup_set(x->chain_of, scope, text, x->chain->len);
        g_array_append_val(x->chain, fresh);
    } else {
        Chain *chain = &g_array_index(x->chain, Chain, number);
        Occurrence *last = &g_array_index(x->occurrence, Occurrence, chain->last);
        if (last->form == form)
            return;
        last->next = chain->last = x->occurrence->len;
    }
    g_array_append_val(x->occurrence, occurrence);
}

static void enter_form(ShortForms *f, uint32_t i)
{
    const Form *form = form_at(f, i);
    const NameForm *name = name_forms_row(f->names, form->name);
    for (uint32_t w = 0; w < name->words.n; w++)
        enter(&f->index, BY_WORD, name_forms_word(f->names, name->words.first + w), i);
    if (form->type != ACTOR_OFFICIAL && name->words.n > 1)
        enter(&f->index, BY_INITIAL, name_forms_spelling(f->names, form->name)->initial, i);
}

static void index_document(ShortForms *f, uint32_t number)
{
    uint32_t document = form_at(f, number)->first->document.i, from = number;
    if (f->index.document == document)
        return;
    f->index.document = document;
    lookup_clear(f->index.chain_of);
    g_array_set_size(f->index.chain, 0);
    g_array_set_size(f->index.occurrence, 0);
    while (from > 0 && form_at(f, from - 1)->first->document.i == document)
        from--;
    for (; from < f->form->len && form_at(f, from)->first->document.i == document; from++)
        enter_form(f, from);
}

ShortForms *short_forms_new(const Resolver *s, NameForms *names)
{
    ShortForms *f = g_new0(ShortForms, 1);
    f->resolver = s;
    f->names = names;
    f->form = g_array_new(FALSE, FALSE, sizeof(Form));
    f->own = g_new(uint32_t, s->corpus->n_refs + 1);
    memset(f->own, 0xff, (s->corpus->n_refs + 1) * sizeof *f->own);
    f->index = (Index){ID_NONE, lookup_new(), g_array_new(FALSE, FALSE, sizeof(Chain)),
                       g_array_new(FALSE, FALSE, sizeof(Occurrence))};
    list_forms(f);
    return f;
}

void short_forms_free(ShortForms *f)
{
    if (!f)
        return;
    g_array_unref(f->form);
    lookup_free(f->index.chain_of);
    g_array_unref(f->index.chain);
    g_array_unref(f->index.occurrence);
    g_free(f->own);
    g_free(f);
}

/* --- is one the short form of the other? --- */

static bool has_word(const NameForms *names, Slice words, const char *one)
{
    for (uint32_t i = 0; i < words.n; i++)
        if (name_forms_word(names, words.first + i) == one)
            return true;
    return false;
}

/* "Hung", "Thanh Hung", "Nguyen" of "Nguyen Thanh Hung": fewer words, all of them in it, its first or last among them.
 */
static bool is_part_of_person(const NameForms *names, Slice some, Slice all)
{
    if (some.n >= all.n)
        return false;
    for (uint32_t i = 0; i < some.n; i++)
        if (!has_word(names, all, name_forms_word(names, some.first + i)))
            return false;
    return has_word(names, some, name_forms_word(names, all.first)) ||
           has_word(names, some, name_forms_word(names, all.first + all.n - 1));
}

/* "Cyber Security Agency" of "Cyber Security Agency of Singapore": two words at least, at its beginning or end. */
static bool is_part_of_agency(const char *key, const char *full)
{
    size_t n = strlen(key), n_full = strlen(full);
    if (n >= n_full || !strchr(key, ' '))
        return false;
    return (strncmp(full, key, n) == 0 && full[n] == ' ') ||
           (strcmp(full + n_full - n, key) == 0 && full[n_full - n - 1] == ' ');
}

/* "Ministry of Public Security (MPS)": the long form says so itself, stands right before, or has just these initials.
 */
static bool is_acronym_of(NameForms *names, const Form *form, const Form *full)
{
    const Spelling *s = name_forms_spelling(names, form->name), *t = name_forms_spelling(names, full->name);
    if (t->own && strcmp(t->own, form->text) == 0)
        return true;
    if (full->first->word + words_in(full->first->text) == form->first->word && name_acronym_fits(s->letters, t->key))
        return true;
    return strlen(t->all) > 1 && (s->letters == t->capitals || s->letters == t->all);
}

static bool stands_for(NameForms *names, const Form *form, const Form *full, bool acronym)
{
    if (full->type != form->type)
        return false;
    if (acronym)
        return is_acronym_of(names, form, full);
    const NameForm *a = name_forms_row(names, form->name), *b = name_forms_row(names, full->name);
    if (form->type == ACTOR_OFFICIAL)
        return is_part_of_person(names, a->words, b->words);
    return form->type == ACTOR_AGENCY && is_part_of_agency(a->key, b->key);
}

/* Do two full names mean one? By their actor where they have it, else by the words of their names. */
static bool is_one(const ShortForms *f, const Form *a, const Form *b)
{
    const uint32_t *candidate = f->resolver->candidate;
    if (a->ref == b->ref)
        return true;
    if (candidate[a->ref] != ID_NONE || candidate[b->ref] != ID_NONE)
        return candidate[a->ref] == candidate[b->ref];
    return name_forms_row(f->names, a->name)->fingerprint == name_forms_row(f->names, b->name)->fingerprint ||
           stands_for(f->names, a, b, false) || stands_for(f->names, b, a, false);
}

/* The fullest of the forms before that this one stands for, if they all are one. */
static const Form *fullest(ShortForms *f, uint32_t number, bool acronym)
{
    const Form *form = form_at(f, number), *found = NULL;
    const char *at = acronym ? name_forms_spelling(f->names, form->name)->initial
                             : name_forms_word(f->names, name_forms_row(f->names, form->name)->words.first);
    index_document(f, number);
    uint32_t chain = lookup_get(f->index.chain_of, acronym ? BY_INITIAL : BY_WORD, at);
    uint32_t i = chain == UINT32_MAX ? ID_NONE : g_array_index(f->index.chain, Chain, chain).first;
    for (Occurrence o; i != ID_NONE; i = o.next) {
        o = g_array_index(f->index.occurrence, Occurrence, i);
        if (o.form >= number)
            break;
        const Form *full = form_at(f, o.form);
        if (full->ref == form->ref || !stands_for(f->names, form, full, acronym))
            continue;
        if (found && !is_one(f, found, full))
            return NULL;
        if (!found ||
            strlen(name_forms_row(f->names, full->name)->key) > strlen(name_forms_row(f->names, found->name)->key))
            found = full;
    }
    return found;
}

RefId short_form_of(ShortForms *f, RefId ref, IdentifiedBy *by)
{
    uint32_t number = f->own[ref.i];
    if (number == ID_NONE || !*name_forms_row(f->names, form_at(f, number)->name)->key)
        return ref_id_none();
    const Form *form = form_at(f, number);
    bool acronym = form->type != ACTOR_OFFICIAL && name_forms_spelling(f->names, form->name)->is_acronym;
    const Form *full = fullest(f, number, acronym);
    *by = acronym ? IDENTIFIED_BY_ACRONYM : IDENTIFIED_BY_SHORT_FORM;
    return full ? ref_id_of(full->ref) : ref_id_none();
}
