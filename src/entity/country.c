/* country.c - countries by their names in many languages: the tables countries and country-aliases, sorted by key. */
#include "country.h"
#include "delimited.h"
#include "pool.h"
#include "reference.h"
#include "utf8.h"
#include <stdlib.h>
#include <string.h>

struct Countries {
    Pool *pool;
    CountryName *row;
    size_t n;
    unsigned n_holders;
};

static const char *const kinds[N_COUNTRY_NAME_KINDS] = {"name", "alias", "former", "demonym", "capital"};

const char *country_name_kind_name(CountryNameKind kind) { return kinds[kind]; }

static CountryNameKind kind_by_name(const char *name)
{
    for (size_t i = 0; i < N_COUNTRY_NAME_KINDS; i++)
        if (strcmp(kinds[i], name) == 0)
            return (CountryNameKind)i;
    return COUNTRY_ALIAS;
}

/* "US", "U.S.A.", "PNG": capitals and full stops only. */
static bool is_abbreviation(const char *name)
{
    size_t letters = 0;
    for (const char *p = name; *p; p++) {
        if (!g_ascii_isupper(*p) && *p != '.')
            return false;
        letters += *p != '.';
    }
    return letters > 1 && letters < 6;
}

static int by_key(const void *a, const void *b)
{
    const CountryName *x = a, *y = b;
    int order = strcmp(x->key, y->key);
    if (order == 0)
        order = (x->kind > y->kind) - (x->kind < y->kind);
    if (order == 0)
        order = strcmp(x->code, y->code);
    return order ? order : strcmp(x->name, y->name);
}

static void read_table(Countries *c, GArray *row, const char *table)
{
    size_t n;
    const char *text = reference_table(table, &n);
    g_autoptr(Delimited) rows = text ? delimited_memory(table, text, n, NULL) : NULL;
    if (!rows)
        return;
    int code = delimited_find(rows, (const char *const[]){"country", NULL});
    int name = delimited_find(rows, (const char *const[]){"name", NULL});
    int kind = delimited_find(rows, (const char *const[]){"kind", NULL});
    int languages = delimited_find(rows, (const char *const[]){"languages", NULL});
    while (delimited_next(rows, NULL, NULL)) {
        const char *written = delimited_field(rows, name);
        g_autofree char *key = utf8_key(written);
        CountryName r = {.code = pool_string(c->pool, delimited_field(rows, code)),
                         .name = pool_string(c->pool, written),
                         .languages = languages < 0 ? "en" : pool_string(c->pool, delimited_field(rows, languages)),
                         .key = pool_string(c->pool, key),
                         .kind = kind < 0 ? COUNTRY_NAME : kind_by_name(delimited_field(rows, kind)),
                         .capitals = is_abbreviation(written)};
        g_array_append_val(row, r);
    }
}

static Countries *make(void)
{
    Countries *c = g_new0(Countries, 1);
    GArray *row = g_array_new(false, false, sizeof(CountryName));
    c->pool = pool_new();
    read_table(c, row, "countries");
    read_table(c, row, "country-aliases");
    g_array_sort(row, by_key);
    c->n = row->len;
    c->row = (CountryName *)(void *)g_array_free(row, false);
    return c;
}

/* The one that is held somewhere: reading, resolving and comparing names ask the same rows. */
static GMutex lock;
static Countries *held;

Countries *countries_new(void)
{
    g_mutex_lock(&lock);
    held = held ? held : make();
    held->n_holders++;
    Countries *c = held;
    g_mutex_unlock(&lock);
    return c;
}

void countries_free(Countries *c)
{
    if (!c)
        return;
    g_mutex_lock(&lock);
    bool last = --c->n_holders == 0;
    held = last ? NULL : held;
    g_mutex_unlock(&lock);
    if (!last)
        return;
    pool_free(c->pool);
    g_free(c->row);
    g_free(c);
}

const CountryName *countries_names(const Countries *c, size_t *n)
{
    *n = c->n;
    return c->row;
}

static const CountryName *find_key(const Countries *c, const char *key, size_t *n)
{
    size_t low = 0, high = c->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(c->row[middle].key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (high = low; high < c->n && strcmp(c->row[high].key, key) == 0;)
        high++;
    *n = high - low;
    return *n ? &c->row[low] : NULL;
}

const CountryName *countries_find(const Countries *c, const char *name, size_t *n)
{
    g_autofree char *whole = utf8_key(name);
    char *key = g_strchomp(whole);
    const CountryName *found = NULL;
    *n = 0;
    for (int possessive = 0; possessive < 2 && !found; possessive++) {
        found = *key ? find_key(c, key, n) : NULL;
        if (!found && g_str_has_prefix(key, "the "))
            found = find_key(c, key + 4, n);
        if (!g_str_has_suffix(key, " s"))
            break;
        key[strlen(key) - 2] = '\0';
    }
    return found;
}

static bool has_language(const CountryName *row, const char *language)
{
    size_t n = strlen(language);
    for (const char *at = row->languages; (at = strstr(at, language)); at += n)
        if ((at == row->languages || at[-1] == ' ') && (at[n] == ' ' || at[n] == '\0'))
            return true;
    return false;
}

static bool has_small_letters(const char *text)
{
    for (; *text; text++)
        if (g_ascii_islower(*text))
            return true;
    return false;
}

/* The one country among the rows of a language (NULL: of any) by their best kind; *several where that has more. */
static const CountryName *best(const CountryName *row, size_t n, const char *language, bool small, bool *several)
{
    const CountryName *found = NULL;
    *several = false;
    for (size_t i = 0; i < n; i++) {
        if ((row[i].capitals && small) || (language && !has_language(&row[i], language)))
            continue;
        if (found && language && found->kind != row[i].kind)
            break;
        *several |= found && found->code != row[i].code;
        found = found ? found : &row[i];
    }
    return found;
}

const char *country_by_name(const Countries *c, const char *name, const char *language, CountryNameKind *kind)
{
    size_t n;
    const CountryName *row = countries_find(c, name, &n);
    const char *const order[] = {language, "en", NULL};
    g_autofree char *bare = g_strdup(name);
    char *possessive = g_strrstr(bare, "'s");
    bool several = false, small;
    if (possessive && possessive[2] == '\0')
        *possessive = '\0';
    small = has_small_letters(g_str_has_prefix(bare, "the ") ? bare + 4 : bare);
    for (size_t i = language ? 0 : 1; i < G_N_ELEMENTS(order); i++) {
        const CountryName *found = best(row, n, order[i], small, &several);
        if (found && kind)
            *kind = found->kind;
        if (found)
            return several ? NULL : found->code;
    }
    return NULL;
}

const char *country_label(const Countries *c, const char *code)
{
    const CountryName *found = NULL;
    for (size_t i = 0; i < c->n; i++) {
        const CountryName *row = &c->row[i];
        if (row->kind == COUNTRY_NAME && strcmp(row->code, code) == 0 && has_language(row, "en") && !row->capitals &&
            (!found || strlen(row->name) < strlen(found->name)))
            found = row;
    }
    return found ? found->name : NULL;
}
