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

/* A key and where its words lie in it, a blank between any two. A word that is spelled out may hold blanks. */
typedef struct Words {
    char *text;
    uint32_t *from, *to; /* of each word */
    guint first, end;    /* those that are left */
} Words;

static void words_clear(Words *w)
{
    g_free(w->text);
    g_free(w->from);
    g_free(w->to);
}

static void words_init(Words *w, char *key)
{
    size_t n = strlen(key);
    *w = (Words){.text = key, .from = g_new(uint32_t, n / 2 + 2), .to = g_new(uint32_t, n / 2 + 2)};
    for (size_t at = 0; at < n; at++) {
        w->from[w->end] = (uint32_t)at;
        at += strcspn(key + at, " ");
        w->to[w->end++] = (uint32_t)at;
    }
}

static guint n_left(const Words *w) { return w->end - w->first; }

static bool is_word(const Words *w, guint i, const char *text)
{
    size_t n = strlen(text);
    return w->to[i] - w->from[i] == n && memcmp(w->text + w->from[i], text, n) == 0;
}

/* What the table says of words first … first+n-1. */
static gpointer look_up(GHashTable *table, const Words *w, guint first, guint n)
{
    char *end = w->text + w->to[first + n - 1], was = *end;
    *end = '\0';
    gpointer found = g_hash_table_lookup(table, w->text + w->from[first]);
    *end = was;
    return found;
}

/* How many words before or at the end are in the table, the longest match; one word has to stay. */
static guint match(GHashTable *table, const Words *w, Side side)
{
    for (guint n = n_left(w) ? MIN(n_left(w) - 1, MOST_WORDS) : 0; n > 0; n--)
        if (GPOINTER_TO_UINT(look_up(table, w, side == SIDE_BEFORE ? w->first : w->end - n, n)) & side)
            return n;
    return 0;
}

static void strip(GHashTable *table, Words *w)
{
    for (guint n; (n = match(table, w, SIDE_BEFORE)) > 0;)
        w->first += n;
    for (guint n; (n = match(table, w, SIDE_AFTER)) > 0;)
        w->end -= n;
}

/* Words i … i+n-1 become one. */
static void replace(Words *w, guint i, guint n, const char *meant)
{
    uint32_t from = w->from[i], to = w->to[i + n - 1], length = (uint32_t)strlen(meant);
    w->text[from] = '\0';
    char *text = g_strconcat(w->text, meant, w->text + to, NULL);
    g_free(w->text);
    w->text = text;
    w->to[i] = from + length;
    for (guint j = i + n; j < w->end; j++) {
        w->from[j - n + 1] = w->from[j] - to + from + length;
        w->to[j - n + 1] = w->to[j] - to + from + length;
    }
    w->end -= n - 1;
}

static void spell_out(GHashTable *table, Words *w)
{
    for (guint i = w->first; i < w->end; i++)
        for (guint n = MIN(w->end - i, 4); n > 0; n--) {
            const char *meant = look_up(table, w, i, n);
            if (!meant)
                continue;
            replace(w, i, n, meant);
            break;
        }
}

/* From here on the words no longer lie side by side. */
static void drop_word(Words *w, const char *text)
{
    for (guint i = w->end; i-- > w->first;)
        if (n_left(w) > 1 && is_word(w, i, text)) {
            memmove(w->from + i, w->from + i + 1, (w->end - i - 1) * sizeof *w->from);
            memmove(w->to + i, w->to + i + 1, (w->end - i - 1) * sizeof *w->to);
            w->end--;
        }
}

static bool is_possessive(const char *name)
{
    return g_str_has_suffix(name, "'s") || g_str_has_suffix(name, "’s") || g_str_has_suffix(name, "'S");
}

static void words_of(Words *w, const NameWords *known, const char *name, ActorType type)
{
    g_autofree char *acronym = name_own_acronym(name);
    g_autofree char *bare = g_strdup(name);
    if (acronym)
        bare[strrchr(bare, '(') - bare] = '\0';
    g_strstrip(bare);
    words_init(w, utf8_key(bare));
    if (w->end > 1 && is_possessive(bare) && is_word(w, w->end - 1, "s"))
        w->end--;
    if (n_left(w) > 1 && is_word(w, 0, "the"))
        w->first++;
    if (type == ACTOR_OFFICIAL)
        strip(known->title, w);
    if (type == ACTOR_AGENCY || type == ACTOR_BLOC) {
        spell_out(known->abbreviation, w);
        strip(known->legal, w);
        drop_word(w, "and");
        drop_word(w, "the");
    }
}

/* The words that are left, in the order given by them (NULL: as they are). */
static char *joined(const Words *w, const guint *order)
{
    size_t n = 0;
    for (guint i = w->first; i < w->end; i++)
        n += w->to[i] - w->from[i] + 1;
    char *text = g_malloc(n + 1), *to = text;
    for (guint k = w->first; k < w->end; k++) {
        guint i = order ? order[k - w->first] : k;
        size_t length = w->to[i] - w->from[i];
        if (k > w->first)
            *to++ = ' ';
        memcpy(to, w->text + w->from[i], length);
        to += length;
    }
    *to = '\0';
    return text;
}

char *name_key(const NameWords *known, const char *name, ActorType type)
{
    Words w;
    words_of(&w, known, name, type);
    char *key = joined(&w, NULL);
    words_clear(&w);
    return key;
}

static gint by_bytes(gconstpointer a, gconstpointer b, gpointer words)
{
    const Words *w = words;
    guint i = *(const guint *)a, j = *(const guint *)b;
    size_t n_i = w->to[i] - w->from[i], n_j = w->to[j] - w->from[j];
    int order = memcmp(w->text + w->from[i], w->text + w->from[j], MIN(n_i, n_j));
    return order ? order : (n_i > n_j) - (n_i < n_j);
}

static guint *sorted(Words *w)
{
    guint *order = g_new(guint, n_left(w) + 1);
    for (guint i = 0; i < n_left(w); i++)
        order[i] = w->first + i;
    g_qsort_with_data(order, (gint)n_left(w), sizeof *order, by_bytes, w);
    return order;
}

char *name_fingerprint(const NameWords *known, const char *name, ActorType type)
{
    Words w;
    words_of(&w, known, name, type);
    g_autofree guint *order = type == ACTOR_OFFICIAL ? sorted(&w) : NULL;
    char *fingerprint = joined(&w, order);
    words_clear(&w);
    return fingerprint;
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
    size_t n = strlen(name);
    const char *open = n && name[n - 1] == ')' ? strrchr(name, '(') : NULL;
    if (!open || open == name || name + n - 1 == open + 1)
        return NULL;
    g_autofree char *inner = g_strndup(open + 1, (size_t)(name + n - 1 - (open + 1)));
    return name_is_acronym(g_strstrip(inner)) ? g_steal_pointer(&inner) : NULL;
}

char *name_letters(const char *acronym)
{
    char *key = utf8_key(acronym), *to = key;
    for (const char *from = key; *from; from++)
        if (*from != ' ')
            *to++ = *from;
    *to = '\0';
    return key;
}

bool name_acronym_fits(const char *letters, const char *key)
{
    const char *at = letters;
    if (*at != *key)
        return false;
    for (const char *p = key; *p && *at; p++)
        at += *p == *at;
    return *at == '\0' && strlen(letters) < strlen(key);
}

void name_initials(const char *name, char **capitals, char **all)
{
    g_auto(GStrv) part = g_strsplit_set(name, " -/", -1);
    GString *some = g_string_new(NULL), *every = g_string_new(NULL);
    for (size_t i = 0; part[i]; i++) {
        g_autofree char *key = utf8_key(part[i]);
        gunichar first = g_utf8_get_char_validated(part[i], -1);
        if (!*key)
            continue;
        g_string_append_unichar(every, g_utf8_get_char(key));
        if (g_unichar_isupper(first) || g_unichar_isdigit(first))
            g_string_append_unichar(some, g_utf8_get_char(key));
    }
    *capitals = g_string_free(some, FALSE);
    *all = g_string_free(every, FALSE);
}
