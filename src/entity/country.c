/* country.c - countries by their names in many languages: the tables countries and country-aliases, sorted by key. */
#include "country.h"
#include "country_rows.h"
#include "utf8.h"
#include <string.h>

static const char *const kinds[N_COUNTRY_NAME_KINDS] = {"name", "alias", "former", "demonym", "capital"};

const char *country_name_kind_name(CountryNameKind kind) { return kinds[kind]; }

size_t countries_size(void) { return n_country_rows; }

CountryName country_name(size_t i)
{
    const CountryRow *row = &country_rows[i];
    return (CountryName){.code = country_text + row->code,
                         .name = country_text + row->name,
                         .languages = country_text + row->languages,
                         .key = country_text + row->key,
                         .kind = (CountryNameKind)row->kind,
                         .capitals = row->capitals};
}

static const char *row_key(size_t i) { return country_text + country_rows[i].key; }
static const char *label_code(size_t i) { return country_text + country_labels[i].code; }

/* The first of n sorted rows whose word is not before this one. O(log n). */
static size_t first_from(const char *word, size_t n, const char *(*word_of)(size_t))
{
    size_t low = 0;
    while (low < n) {
        size_t middle = low + (n - low) / 2;
        if (strcmp(word_of(middle), word) < 0)
            low = middle + 1;
        else
            n = middle;
    }
    return low;
}

static size_t find_key(const char *key, size_t *n)
{
    size_t low = first_from(key, n_country_rows, row_key), high;
    for (high = low; high < n_country_rows && strcmp(row_key(high), key) == 0;)
        high++;
    *n = high - low;
    return low;
}

size_t countries_find(const char *name, size_t *n)
{
    g_autofree char *whole = utf8_key(name);
    char *key = g_strchomp(whole);
    size_t found = 0;
    *n = 0;
    for (int possessive = 0; possessive < 2 && !*n; possessive++) {
        if (*key)
            found = find_key(key, n);
        if (!*n && g_str_has_prefix(key, "the "))
            found = find_key(key + 4, n);
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

/* The one country among the n rows from first of a language (NULL: of any) by their best kind; *several where that has
 * more. Without a code: there is none. */
static CountryName best(size_t first, size_t n, const char *language, bool small, bool *several)
{
    CountryName found = {.code = NULL};
    *several = false;
    for (size_t i = first; i < first + n; i++) {
        CountryName row = country_name(i);
        if ((row.capitals && small) || (language && !has_language(&row, language)))
            continue;
        if (found.code && language && found.kind != row.kind)
            break;
        *several |= found.code && found.code != row.code;
        found = found.code ? found : row;
    }
    return found;
}

const char *country_by_name(const char *name, const char *language, CountryNameKind *kind)
{
    size_t n, first = countries_find(name, &n);
    const char *const order[] = {language, "en", NULL};
    if (!n)
        return NULL;
    g_autofree char *bare = g_strdup(name);
    char *possessive = g_strrstr(bare, "'s");
    bool several = false, small;
    if (possessive && possessive[2] == '\0')
        *possessive = '\0';
    small = has_small_letters(g_str_has_prefix(bare, "the ") ? bare + 4 : bare);
    for (size_t i = language ? 0 : 1; i < G_N_ELEMENTS(order); i++) {
        CountryName found = best(first, n, order[i], small, &several);
        if (found.code && kind)
            *kind = found.kind;
        if (found.code)
            return several ? NULL : found.code;
    }
    return NULL;
}

const char *country_label(const char *code)
{
    size_t i = first_from(code, n_country_labels, label_code);
    bool found = i < n_country_labels && strcmp(label_code(i), code) == 0;
    return found ? country_text + country_labels[i].label : NULL;
}
