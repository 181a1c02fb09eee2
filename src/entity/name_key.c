/* name_key.c - normal forms of names, by tables of words that belong to no name. */
#include "name_key.h"
#include "delimited.h"
#include "reference.h"
#include "utf8.h"
#include <stdlib.h>
#include <string.h>

enum { MOST_WORDS = 8 }; /* of a title or abbreviation */

typedef enum Side { SIDE_BEFORE = 1 << 0, SIDE_AFTER = 1 << 1 } Side;

struct NameWords {
    GHashTable *title;        /* key → Sides */
    GHashTable *legal;        /* key → Sides */
    GHashTable *abbreviation; /* key → key */
};

static void read_table(const char *name, const char *first, const char *second, GHashTable *into, bool sides)
{
    size_t n;
    const char *text = reference_table(name, &n);
    g_autoptr(Delimited) rows = text ? delimited_memory(name, text, n, NULL) : NULL;
    if (!rows)
        return;
    int a = delimited_find(rows, (const char *const[]){first, NULL});
    int b = delimited_find(rows, (const char *const[]){second, NULL});
    while (delimited_next(rows, NULL, NULL)) {
        char *key = utf8_key(delimited_field(rows, a));
        const char *value = delimited_field(rows, b);
        if (!sides) {
            g_hash_table_replace(into, key, g_strdup(value));
            continue;
        }
        Side side = strcmp(value, "after") == 0 ? SIDE_AFTER : SIDE_BEFORE;
        unsigned known = GPOINTER_TO_UINT(g_hash_table_lookup(into, key));
        g_hash_table_replace(into, key, GUINT_TO_POINTER(known | side));
    }
}

NameWords *name_words_new(void)
{
    NameWords *w = g_new0(NameWords, 1);
    w->title = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    w->legal = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    w->abbreviation = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    read_table("titles", "title", "place", w->title, true);
    read_table("legal-suffixes", "suffix", "place", w->legal, true);
    read_table("abbreviations", "written", "meant", w->abbreviation, false);
    return w;
}

void name_words_free(NameWords *w)
{
    if (!w)
        return;
    g_hash_table_unref(w->title);
    g_hash_table_unref(w->legal);
    g_hash_table_unref(w->abbreviation);
    g_free(w);
}

/* --- the words of a key --- */

/* Words first … first+n-1 as one key. */
static char *phrase(const GPtrArray *word, guint first, guint n)
{
    GString *text = g_string_new(word->pdata[first]);
    for (guint i = 1; i < n; i++) {
        g_string_append_c(text, ' ');
        g_string_append(text, word->pdata[first + i]);
    }
    return g_string_free(text, FALSE);
}

/* How many words before or at the end are in the table, the longest match; one word has to stay. */
static guint match(GHashTable *table, const GPtrArray *word, Side side)
{
    for (guint n = word->len ? MIN(word->len - 1, MOST_WORDS) : 0; n > 0; n--) {
        g_autofree char *text = phrase(word, side == SIDE_BEFORE ? 0 : word->len - n, n);
        if (GPOINTER_TO_UINT(g_hash_table_lookup(table, text)) & side)
            return n;
    }
    return 0;
}

static void strip(GHashTable *table, GPtrArray *word)
{
    for (guint n; (n = match(table, word, SIDE_BEFORE)) > 0;)
        g_ptr_array_remove_range(word, 0, n);
    for (guint n; (n = match(table, word, SIDE_AFTER)) > 0;)
        g_ptr_array_remove_range(word, word->len - n, n);
}

static void spell_out(GHashTable *table, GPtrArray *word)
{
    for (guint i = 0; i < word->len; i++)
        for (guint n = MIN(word->len - i, 4); n > 0; n--) {
            g_autofree char *text = phrase(word, i, n);
            const char *meant = g_hash_table_lookup(table, text);
            if (!meant)
                continue;
            g_ptr_array_remove_range(word, i, n);
            g_ptr_array_insert(word, (gint)i, g_strdup(meant));
            break;
        }
}

static void drop_word(GPtrArray *word, const char *text)
{
    for (guint i = word->len; i-- > 0;)
        if (word->len > 1 && strcmp(word->pdata[i], text) == 0)
            g_ptr_array_remove_index(word, i);
}

static bool is_possessive(const char *name)
{
    return g_str_has_suffix(name, "'s") || g_str_has_suffix(name, "’s") || g_str_has_suffix(name, "'S");
}

static GPtrArray *words_of(const NameWords *w, const char *name, ActorType type)
{
    g_autofree char *acronym = name_own_acronym(name);
    g_autofree char *bare = g_strdup(name);
    if (acronym)
        bare[strrchr(bare, '(') - bare] = '\0';
    g_strstrip(bare);
    g_autofree char *key = utf8_key(bare);
    g_auto(GStrv) part = g_strsplit(g_strstrip(key), " ", -1);
    GPtrArray *word = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; part[i]; i++)
        if (*part[i])
            g_ptr_array_add(word, g_strdup(part[i]));
    if (word->len > 1 && is_possessive(bare) && strcmp(word->pdata[word->len - 1], "s") == 0)
        g_ptr_array_remove_index(word, word->len - 1);
    if (word->len > 1 && strcmp(word->pdata[0], "the") == 0)
        g_ptr_array_remove_index(word, 0);
    if (type == ACTOR_OFFICIAL)
        strip(w->title, word);
    if (type == ACTOR_AGENCY || type == ACTOR_BLOC) {
        spell_out(w->abbreviation, word);
        strip(w->legal, word);
        drop_word(word, "and");
        drop_word(word, "the");
    }
    return word;
}

static char *joined(const GPtrArray *word) { return word->len ? phrase(word, 0, word->len) : g_strdup(""); }

char *name_key(const NameWords *w, const char *name, ActorType type)
{
    g_autoptr(GPtrArray) word = words_of(w, name, type);
    return joined(word);
}

static gint by_bytes(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

char *name_fingerprint(const NameWords *w, const char *name, ActorType type)
{
    g_autoptr(GPtrArray) word = words_of(w, name, type);
    if (type == ACTOR_OFFICIAL)
        g_ptr_array_sort(word, by_bytes);
    return joined(word);
}

/* --- acronyms --- */

bool name_is_acronym(const char *name)
{
    size_t capitals = 0, others = 0;
    for (const char *p = name; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isspace(c))
            return false;
        capitals += g_unichar_isupper(c);
        others += g_unichar_islower(c) || g_unichar_isdigit(c);
    }
    return capitals >= 2 && capitals > others && capitals + others <= 12;
}

char *name_own_acronym(const char *name)
{
    const char *open = strrchr(name, '(');
    size_t n = strlen(name);
    if (!open || open == name || name[n - 1] != ')' || name + n - 1 == open + 1)
        return NULL;
    g_autofree char *inner = g_strndup(open + 1, (size_t)(name + n - 1 - (open + 1)));
    return name_is_acronym(g_strstrip(inner)) ? g_steal_pointer(&inner) : NULL;
}

/* The letters and digits of an acronym, as one key without blanks. */
static char *letters_of(const char *acronym)
{
    char *key = utf8_key(acronym), *to = key;
    for (const char *from = key; *from; from++)
        if (*from != ' ')
            *to++ = *from;
    *to = '\0';
    return key;
}

bool name_acronym_fits(const char *acronym, const char *name)
{
    g_autofree char *letter = letters_of(acronym);
    g_autofree char *key = utf8_key(name);
    const char *at = letter;
    if (*at != *key)
        return false;
    for (const char *p = key; *p && *at; p++)
        at += *p == *at;
    return *at == '\0' && strlen(letter) < strlen(key);
}

bool name_acronym_is_initials(const char *acronym, const char *name)
{
    g_autofree char *letter = letters_of(acronym);
    g_auto(GStrv) part = g_strsplit_set(name, " -/", -1);
    g_autoptr(GString) some = g_string_new(NULL);
    g_autoptr(GString) all = g_string_new(NULL);
    for (size_t i = 0; part[i]; i++) {
        g_autofree char *key = utf8_key(part[i]);
        gunichar first = g_utf8_get_char_validated(part[i], -1);
        if (!*key)
            continue;
        g_string_append_unichar(all, g_utf8_get_char(key));
        if (g_unichar_isupper(first) || g_unichar_isdigit(first))
            g_string_append_unichar(some, g_utf8_get_char(key));
    }
    return all->len > 1 && (strcmp(letter, some->str) == 0 || strcmp(letter, all->str) == 0);
}
