/* name_form.c - the distinct names of a corpus and their normal forms, each made once. */
#include "name_form.h"
#include "lookup.h"
#include "utf8.h"
#include <string.h>

struct NameForms {
    NameWords *words;
    Pool *pool;
    Lookup *number;      /* (type, text) → row of form */
    GArray *form;        /* NameForm */
    GArray *word;        /* const char * */
    GPtrArray *spelling; /* one a form, as far as they are made; NULL where nobody asked */
};

NameForms *name_forms_new(void)
{
    NameForms *f = g_new0(NameForms, 1);
    f->words = name_words_new();
    f->pool = pool_new();
    f->number = lookup_new();
    f->form = g_array_new(FALSE, FALSE, sizeof(NameForm));
    f->word = g_array_new(FALSE, FALSE, sizeof(const char *));
    f->spelling = g_ptr_array_new_with_free_func(g_free);
    return f;
}

void name_forms_free(NameForms *f)
{
    if (!f)
        return;
    name_words_free(f->words);
    pool_free(f->pool);
    lookup_free(f->number);
    g_array_unref(f->form);
    g_array_unref(f->word);
    g_ptr_array_unref(f->spelling);
    g_free(f);
}

/* The pool's copy of a text, which is freed. */
static const char *intern(NameForms *f, char *text)
{
    const char *own = pool_string(f->pool, text);
    g_free(text);
    return own;
}

static void add_words(NameForms *f, NameForm *form)
{
    form->words.first = f->word->len;
    for (const char *at = form->key; *at; at += *at == ' ') {
        size_t n = strcspn(at, " ");
        const char *word = pool_intern(f->pool, at, n);
        g_array_append_val(f->word, word);
        at += n;
    }
    form->words.n = f->word->len - form->words.first;
}

uint32_t name_forms_number(NameForms *f, const char *text, ActorType type)
{
    uint32_t number = lookup_get(f->number, (uint32_t)type, text);
    if (number != UINT32_MAX)
        return number;
    NameForm form = {.text = text, .type = type, .key = intern(f, name_key(f->words, text, type))};
    form.fingerprint = type == ACTOR_OFFICIAL ? intern(f, name_fingerprint(f->words, text, type)) : form.key;
    add_words(f, &form);
    number = f->form->len;
    g_array_append_val(f->form, form);
    lookup_set(f->number, (uint32_t)type, text, number);
    return number;
}

const NameForm *name_forms_row(const NameForms *f, uint32_t number)
{
    return &g_array_index(f->form, NameForm, number);
}

uint32_t name_forms_size(const NameForms *f) { return f->form->len; }

const char *name_forms_word(const NameForms *f, uint32_t i) { return g_array_index(f->word, const char *, i); }

const Spelling *name_forms_spelling(NameForms *f, uint32_t number)
{
    if (f->spelling->len <= number)
        g_ptr_array_set_size(f->spelling, (int)f->form->len);
    if (f->spelling->pdata[number])
        return f->spelling->pdata[number];
    const char *text = name_forms_row(f, number)->text;
    char *capitals, *all;
    name_initials(text, &capitals, &all);
    Spelling *s = g_new0(Spelling, 1);
    s->key = intern(f, utf8_key(text));
    s->initial = pool_intern(f->pool, s->key, *s->key ? (size_t)(g_utf8_next_char(s->key) - s->key) : 0);
    s->letters = intern(f, name_letters(text));
    s->own = intern(f, name_own_acronym(text));
    s->capitals = intern(f, capitals);
    s->all = intern(f, all);
    s->is_acronym = name_is_acronym(text);
    return f->spelling->pdata[number] = s;
}
