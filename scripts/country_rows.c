/* country_rows.c - data/countries.tsv and data/country-aliases.tsv as sorted tables in C, with the keys of all names.
 *
 * usage: country_rows > FILE.c     run by the build; see src/entity/country_rows.h */
#include "country_rows.h"
#include "country.h"
#include "delimited.h"
#include "pool.h"
#include "reference.h"
#include "utf8.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const kinds[N_COUNTRY_NAME_KINDS] = {"name", "alias", "former", "demonym", "capital"};

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

static void read_table(GArray *row, Pool *pool, const char *table)
{
    size_t n;
    const char *text = reference_table(table, &n);
    g_autoptr(Delimited) rows = delimited_memory(table, text, n, NULL);
    int code = delimited_find(rows, (const char *const[]){"country", NULL});
    int name = delimited_find(rows, (const char *const[]){"name", NULL});
    int kind = delimited_find(rows, (const char *const[]){"kind", NULL});
    int languages = delimited_find(rows, (const char *const[]){"languages", NULL});
    while (delimited_next(rows, NULL, NULL)) {
        const char *written = delimited_field(rows, name);
        g_autofree char *key = utf8_key(written);
        CountryName r = {.code = pool_string(pool, delimited_field(rows, code)),
                         .name = pool_string(pool, written),
                         .languages = pool_string(pool, languages < 0 ? "en" : delimited_field(rows, languages)),
                         .key = pool_string(pool, key),
                         .kind = kind < 0 ? COUNTRY_NAME : kind_by_name(delimited_field(rows, kind)),
                         .capitals = is_abbreviation(written)};
        g_array_append_val(row, r);
    }
}

/* Where a text lies in country_text; it is written there at its first use. */
static unsigned offset_of(GHashTable *offset, GString *all, const char *text)
{
    gpointer known;
    if (g_hash_table_lookup_extended(offset, text, NULL, &known))
        return GPOINTER_TO_UINT(known);
    unsigned at = (unsigned)all->len;
    g_hash_table_insert(offset, (char *)text, GUINT_TO_POINTER(at));
    g_string_append_len(all, text, (gssize)strlen(text) + 1);
    return at;
}

static void print_text(const GString *all)
{
    printf("const char country_text[] =\n    \"");
    for (size_t i = 0; i < all->len; i++) {
        unsigned char c = (unsigned char)all->str[i];
        if (c < ' ' || c > '~' || strchr("\"\\?", c))
            printf("\\%03o", c);
        else
            putchar(c);
        if (c == '\0' && i + 1 < all->len)
            printf("\"\n    \"");
    }
    printf("\";\n");
}

static bool is_english(const CountryName *row)
{
    g_auto(GStrv) language = g_strsplit(row->languages, " ", -1);
    return row->kind == COUNTRY_NAME && !row->capitals && g_strv_contains((const char *const *)language, "en");
}

/* The shortest English name of every code, the first by key of those; codes in order. */
static void print_labels(const GArray *row, GHashTable *offset, GString *all)
{
    enum { N_CODES = 26 * 26 };
    const CountryName *label[N_CODES] = {NULL};
    for (guint i = 0; i < row->len; i++) {
        const CountryName *r = &g_array_index(row, CountryName, i);
        size_t code = (size_t)(r->code[0] - 'A') * 26 + (size_t)(r->code[1] - 'A');
        g_assert(code < N_CODES && strlen(r->code) == 2);
        if (is_english(r) && (!label[code] || strlen(r->name) < strlen(label[code]->name)))
            label[code] = r;
    }
    printf("const CountryLabel country_labels[] = {\n");
    for (size_t i = 0; i < N_CODES; i++)
        if (label[i])
            printf("    {%u, %u},\n", offset_of(offset, all, label[i]->code), offset_of(offset, all, label[i]->name));
    printf("};\nconst size_t n_country_labels = sizeof country_labels / sizeof *country_labels;\n");
}

int main(void)
{
    g_autoptr(Pool) pool = pool_new();
    g_autoptr(GArray) row = g_array_new(FALSE, FALSE, sizeof(CountryName));
    g_autoptr(GHashTable) offset = g_hash_table_new(g_direct_hash, g_direct_equal);
    g_autoptr(GString) all = g_string_new(NULL);
    read_table(row, pool, "countries");
    read_table(row, pool, "country-aliases");
    g_array_sort(row, by_key);
    for (guint i = 0; i < row->len; i++) /* codes first: their offsets have 16 bits */
        offset_of(offset, all, g_array_index(row, CountryName, i).code);
    printf("/* Made by scripts/country_rows.c. */\n#include \"country_rows.h\"\nconst CountryRow country_rows[] = {\n");
    for (guint i = 0; i < row->len; i++) {
        const CountryName *r = &g_array_index(row, CountryName, i);
        unsigned key = offset_of(offset, all, r->key), name = offset_of(offset, all, r->name);
        printf("    {%u, %u, %u, %u, %d, %d},\n", key, name, offset_of(offset, all, r->languages),
               offset_of(offset, all, r->code), (int)r->kind, r->capitals);
    }
    printf("};\nconst size_t n_country_rows = sizeof country_rows / sizeof *country_rows;\n");
    print_labels(row, offset, all);
    print_text(all);
    return fflush(stdout) == 0 && !ferror(stdout) ? EXIT_SUCCESS : EXIT_FAILURE;
}
