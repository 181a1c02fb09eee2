/* short_form.c - names of one document that stand for a fuller one before them: acronyms, family names, beginnings. */
#include "name_key.h"
#include "resolver.h"
#include "utf8.h"
#include <stdlib.h>
#include <string.h>

/* One name of a document: a reference by name, or one more name of a reference by id. */
typedef struct Form {
    uint32_t ref;
    const char *text;
    char *key; /* normal form */
    ActorType type;
    uint32_t document, line, column;
    uint32_t word, n_words; /* of its first mention; word UINT32_MAX where it has none */
} Form;

struct ShortForms {
    const Resolver *resolver;
    const NameWords *words;
    GArray *form;     /* Form; by document, place, text */
    uint32_t *own;    /* one a reference by name: its form, or UINT32_MAX */
    GHashTable *word; /* "document word" → GArray of forms that have it, in order */
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
    const uint32_t key[][2] = {{x->document, y->document}, {x->line, y->line}, {x->column, y->column}};
    for (size_t i = 0; i < G_N_ELEMENTS(key); i++)
        if (key[i][0] != key[i][1])
            return key[i][0] < key[i][1] ? -1 : 1;
    return strcmp(x->text, y->text);
}

static void add_form(ShortForms *f, uint32_t ref, const char *text, const Mention *m)
{
    const Resolver *s = f->resolver;
    ActorType type = type_of(s, ref);
    if (type == ACTOR_COUNTRY || type == ACTOR_UNKNOWN || !text)
        return;
    Form form = {.ref = ref,
                 .text = text,
                 .key = name_key(f->words, text, type),
                 .type = type,
                 .document = m->document.i,
                 .line = m->place.line,
                 .column = m->place.column,
                 .word = m->word,
                 .n_words = words_in(m->text ? m->text : "")};
    g_array_append_val(f->form, form);
}

/* A text under the number of a row: made for every mention, hence without printf. Heap. */
static char *row_key(uint32_t row, const char *text)
{
    char digit[11], *first = digit + sizeof digit - 1;
    *first = '\0';
    do
        *--first = (char)('0' + row % 10);
    while (row /= 10);
    return g_strconcat(first, " ", text, NULL);
}

/* Every text under which a reference is first mentioned in its document. */
static void list_forms(ShortForms *f)
{
    const Corpus *c = f->resolver->corpus;
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t i = 0; i < c->n_mentions; i++) {
        const Mention *m = &c->mention[i];
        RefId ref = m->refs.n == 1 ? c->mention_ref[m->refs.first] : ref_id_none();
        if (m->kind != MENTION_ACTOR || ref_id_is_none(ref) || !m->text)
            continue;
        const char *text = c->ref[ref.i].kind == REF_NAME ? c->ref[ref.i].text : m->text;
        g_autofree char *key = row_key(ref.i, text);
        if (g_hash_table_add(seen, g_steal_pointer(&key)))
            add_form(f, ref.i, text, m);
    }
    g_array_sort(f->form, by_place);
}

static void index_words(ShortForms *f)
{
    for (uint32_t i = 0; i < f->form->len; i++) {
        const Form *form = &g_array_index(f->form, Form, i);
        g_auto(GStrv) word = g_strsplit(form->key, " ", -1);
        if (f->resolver->corpus->ref[form->ref].kind == REF_NAME && f->own[form->ref] == UINT32_MAX)
            f->own[form->ref] = i;
        for (size_t w = 0; word[w]; w++) {
            char *key = row_key(form->document, word[w]);
            GArray *all = g_hash_table_lookup(f->word, key);
            if (!all) {
                all = g_array_new(FALSE, FALSE, sizeof(uint32_t));
                g_hash_table_insert(f->word, key, all);
            } else
                g_free(key);
            if (!all->len || g_array_index(all, uint32_t, all->len - 1) != i)
                g_array_append_val(all, i);
        }
    }
}

/* Acronyms are found by the letter their long form begins with, under a word that no key holds. */
static void index_initials(ShortForms *f)
{
    for (uint32_t i = 0; i < f->form->len; i++) {
        const Form *form = &g_array_index(f->form, Form, i);
        char first[8] = {'\t'};
        if (form->type == ACTOR_OFFICIAL || !strchr(form->key, ' '))
            continue;
        g_autofree char *key = utf8_key(form->text);
        g_utf8_strncpy(first + 1, key, 1);
        char *at = row_key(form->document, first);
        GArray *all = g_hash_table_lookup(f->word, at);
        if (!all) {
            all = g_array_new(FALSE, FALSE, sizeof(uint32_t));
            g_hash_table_insert(f->word, at, all);
        } else
            g_free(at);
        g_array_append_val(all, i);
    }
}

ShortForms *short_forms_new(const Resolver *s, const NameWords *words)
{
    ShortForms *f = g_new0(ShortForms, 1);
    f->resolver = s;
    f->words = words;
    f->form = g_array_new(FALSE, FALSE, sizeof(Form));
    f->own = g_new(uint32_t, s->corpus->n_refs + 1);
    memset(f->own, 0xff, (s->corpus->n_refs + 1) * sizeof *f->own);
    f->word = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
    list_forms(f);
    index_words(f);
    index_initials(f);
    return f;
}

void short_forms_free(ShortForms *f)
{
    if (!f)
        return;
    for (guint i = 0; i < f->form->len; i++)
        g_free(g_array_index(f->form, Form, i).key);
    g_array_unref(f->form);
    g_hash_table_unref(f->word);
    g_free(f->own);
    g_free(f);
}

/* --- is one the short form of the other? --- */

static bool has_word(char **word, const char *one)
{
    for (; *word; word++)
        if (strcmp(*word, one) == 0)
            return true;
    return false;
}

/* "Hung", "Thanh Hung", "Nguyen" of "Nguyen Thanh Hung": fewer words, all of them in it, its first or last among them.
 */
static bool is_part_of_person(const char *key, const char *full)
{
    g_auto(GStrv) some = g_strsplit(key, " ", -1), all = g_strsplit(full, " ", -1);
    size_t n = g_strv_length(some), n_all = g_strv_length(all);
    if (n >= n_all)
        return false;
    for (size_t i = 0; i < n; i++)
        if (!has_word(all, some[i]))
            return false;
    return has_word(some, all[0]) || has_word(some, all[n_all - 1]);
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
static bool is_acronym_of(const Form *form, const Form *full)
{
    g_autofree char *own = name_own_acronym(full->text);
    if (own && strcmp(own, form->text) == 0)
        return true;
    if (full->word + full->n_words == form->word && name_acronym_fits(form->text, full->text))
        return true;
    return name_acronym_is_initials(form->text, full->text);
}

static bool stands_for(const Form *form, const Form *full, bool acronym)
{
    if (full->type != form->type)
        return false;
    if (acronym)
        return is_acronym_of(form, full);
    if (form->type == ACTOR_OFFICIAL)
        return is_part_of_person(form->key, full->key);
    return form->type == ACTOR_AGENCY && is_part_of_agency(form->key, full->key);
}

/* Do two full names mean one? By their actor where they have it, else by the words of their names. */
static bool is_one(const ShortForms *f, const Form *a, const Form *b)
{
    const uint32_t *candidate = f->resolver->candidate;
    if (a->ref == b->ref)
        return true;
    if (candidate[a->ref] != ID_NONE || candidate[b->ref] != ID_NONE)
        return candidate[a->ref] == candidate[b->ref];
    g_autofree char *x = name_fingerprint(f->words, a->text, a->type);
    g_autofree char *y = name_fingerprint(f->words, b->text, b->type);
    return strcmp(x, y) == 0 || stands_for(a, b, false) || stands_for(b, a, false);
}

/* The fullest of the forms before that this one stands for, if they all are one. */
static const Form *fullest(const ShortForms *f, uint32_t number, bool acronym)
{
    const Form *form = &g_array_index(f->form, Form, number), *found = NULL;
    char initial[8] = {'\t'};
    g_autofree char *lower = utf8_key(form->text);
    g_utf8_strncpy(initial + 1, lower, 1);
    g_autofree char *word = g_strndup(form->key, strcspn(form->key, " "));
    g_autofree char *at = row_key(form->document, acronym ? initial : word);
    const GArray *all = g_hash_table_lookup(f->word, at);
    for (guint i = 0; all && i < all->len && g_array_index(all, uint32_t, i) < number; i++) {
        const Form *full = &g_array_index(f->form, Form, g_array_index(all, uint32_t, i));
        if (full->ref == form->ref || !stands_for(form, full, acronym))
            continue;
        if (found && !is_one(f, found, full))
            return NULL;
        if (!found || strlen(full->key) > strlen(found->key))
            found = full;
    }
    return found;
}

RefId short_form_of(const ShortForms *f, RefId ref, IdentifiedBy *by)
{
    uint32_t number = f->own[ref.i];
    if (number == UINT32_MAX || !*g_array_index(f->form, Form, number).key)
        return ref_id_none();
    const Form *form = &g_array_index(f->form, Form, number);
    bool acronym = form->type != ACTOR_OFFICIAL && name_is_acronym(form->text);
    const Form *full = fullest(f, number, acronym);
    *by = acronym ? IDENTIFIED_BY_ACRONYM : IDENTIFIED_BY_SHORT_FORM;
    return full ? ref_id_of(full->ref) : ref_id_none();
}
