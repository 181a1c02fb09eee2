/* label_map.c - what the labels of annotation formats mean here: data/label-map.tsv, and what the user adds to it. */
#include "label_map.h"
#include "delimited.h"
#include "failure.h"
#include "reference.h"
#include "utf8.h"
#include <string.h>

enum { MOST_KNOWN_SHOWN = 24 };

typedef struct Row {
    char *label, *word;
    Meaning meaning;
} Row;

struct LabelMap {
    const LabelMap *below;             /* the program's own, where this one does not say otherwise; NULL: this is it */
    GHashTable *row[N_LABEL_OFS];      /* key → Row */
    GPtrArray *label[N_LABEL_OFS];     /* const char *, as the tables have them, in their order */
    GHashTable *reported[N_LABEL_OFS]; /* key */
    char *digest;                      /* of the user's file */
};

static const char *const of_name[N_LABEL_OFS] = {"mark", "relation", "role", "event"};

static const struct {
    const char *name;
    unsigned of; /* a bit for each LabelOf */
} meaning_word[N_MEANINGS] = {
    [MEANING_UNKNOWN] = {"", 0},
    [MEANING_IGNORE] = {"ignore", 15},
    [MEANING_OFFICIAL] = {"official", 1},
    [MEANING_AGENCY] = {"agency", 1},
    [MEANING_COUNTRY] = {"country", 1},
    [MEANING_BLOC] = {"bloc", 1},
    [MEANING_PLACE] = {"place", 1},
    [MEANING_DEMONYM] = {"demonym", 1},
    [MEANING_EVENT] = {"event", 1 | 8},
    [MEANING_DATE] = {"date", 1},
    [MEANING_ROLE] = {"role", 1 | 2},
    [MEANING_NAME] = {"name", 1},
    [MEANING_PARTICIPATION] = {"participation", 2 | 4},
    [MEANING_AFFILIATION] = {"affiliation", 2},
    [MEANING_AFFILIATED] = {"affiliated", 2},
    [MEANING_SUBEVENT] = {"subevent", 2 | 4},
    [MEANING_SAME] = {"same", 2},
    [MEANING_WHERE] = {"where", 4},
    [MEANING_WHEN] = {"when", 4},
};

const char *label_of_name(LabelOf of) { return of_name[of]; }

static void free_row(void *p)
{
    Row *row = p;
    g_free(row->label);
    g_free(row->word);
    g_free(row);
}

/* A label as it is compared: no longer than it was. */
static void write_key(const char *label, char *key)
{
    for (char c; (c = *label) != '\0'; label++) {
        if (c != ' ' && c != '\t' && c != '-' && c != '_' && c != '.' && c != ':')
            *key++ = g_ascii_tolower(c);
    }
    *key = '\0';
}

static char *key_of(const char *label)
{
    char *key = g_malloc(strlen(label) + 1);
    write_key(label, key);
    return key;
}

typedef struct Columns {
    int of, label, meaning, word;
} Columns;

static bool set_bad_row(GError **error, Place place, const char *help, const char *what, const char *cell)
{
    failure_set(error, ERROR_IO, place, "bad-label", help, "%s \"%s\"", what, cell);
    return false;
}

static bool meaning_by_name(LabelOf of, const char *name, Meaning *meaning)
{
    for (unsigned m = MEANING_IGNORE; m < N_MEANINGS; m++) {
        if ((meaning_word[m].of & 1u << of) && g_ascii_strcasecmp(meaning_word[m].name, name) == 0) {
            *meaning = (Meaning)m;
            return true;
        }
    }
    /* what people call our types */
    ActorType type;
    static const Meaning of_type[N_ACTOR_TYPES] = {[ACTOR_COUNTRY] = MEANING_COUNTRY,
                                                   [ACTOR_AGENCY] = MEANING_AGENCY,
                                                   [ACTOR_OFFICIAL] = MEANING_OFFICIAL,
                                                   [ACTOR_BLOC] = MEANING_BLOC};
    if (of != LABEL_OF_MARK || !actor_type_by_name(name, &type) || type == ACTOR_UNKNOWN)
        return false;
    *meaning = of_type[type];
    return true;
}

static char *list_meanings(LabelOf of)
{
    g_autoptr(GString) list = g_string_new(NULL);
    for (unsigned m = MEANING_IGNORE; m < N_MEANINGS; m++) {
        if (meaning_word[m].of & 1u << of)
            g_string_append_printf(list, "%s%s", list->len ? ", " : "", meaning_word[m].name);
    }
    return g_strdup_printf("a %s means one of: %s", of_name[of], list->str);
}

static void set_row(LabelMap *map, LabelOf of, const char *label, Meaning meaning, const char *word)
{
    Row *row = g_new0(Row, 1);
    row->label = g_strdup(label);
    row->word = *word ? g_strdup(word) : NULL;
    row->meaning = meaning;
    char *key = key_of(label);
    const Row *old = g_hash_table_lookup(map->row[of], key);
    if (old)
        g_ptr_array_remove(map->label[of], old->label);
    g_ptr_array_add(map->label[of], row->label);
    g_hash_table_replace(map->row[of], key, row);
}

static bool add_row(LabelMap *map, const Delimited *rows, const Columns *c, GError **error)
{
    const char *name = delimited_field(rows, c->of), *label = delimited_field(rows, c->label);
    const char *word = delimited_field(rows, c->meaning);
    unsigned of = 0;
    while (*name && of < N_LABEL_OFS && g_ascii_strcasecmp(name, of_name[of]) != 0)
        of++;
    if (of == N_LABEL_OFS)
        return set_bad_row(error, delimited_place(rows, c->of), "labels are of: mark, relation, role, event",
                           "there are no labels of a", name);
    if (!*label)
        return set_bad_row(error, delimited_place(rows, c->label), "give every row a label",
                           "a row without a label:", word);
    Meaning meaning;
    if (!meaning_by_name((LabelOf)of, word, &meaning)) {
        g_autofree char *known = list_meanings((LabelOf)of);
        return set_bad_row(error, delimited_place(rows, c->meaning), known, "there is no meaning", word);
    }
    set_row(map, (LabelOf)of, label, meaning, delimited_field(rows, c->word));
    return true;
}

static bool add_rows(LabelMap *map, Delimited *rows, const char *path, GError **error)
{
    static const char *const of[] = {"of", "what", "kind", NULL}, *const label[] = {"label", "name", "tag", NULL};
    static const char *const meaning[] = {"meaning", "type", "means", NULL}, *const word[] = {"word", "role", NULL};
    Columns c = {delimited_find(rows, of), delimited_find(rows, label), delimited_find(rows, meaning),
                 delimited_find(rows, word)};
    if (c.label < 0 || c.meaning < 0) {
        failure_set(error, ERROR_IO, (Place){g_intern_string(path), 1, 1}, "not-a-table",
                    "the columns of a table of labels are: of, label, meaning, word", "no column for the %s",
                    c.label < 0 ? "label" : "meaning");
        return false;
    }
    GError *failure = NULL;
    while (delimited_next(rows, NULL, &failure) && add_row(map, rows, &c, &failure))
        ;
    if (failure)
        g_propagate_error(error, failure);
    return !failure;
}

static LabelMap *new_map(const LabelMap *below)
{
    LabelMap *map = g_new0(LabelMap, 1);
    map->below = below;
    for (size_t i = 0; i < N_LABEL_OFS; i++) {
        map->row[i] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_row);
        map->label[i] = g_ptr_array_new();
        map->reported[i] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    }
    return map;
}

/* data/label-map.tsv, read once a process: many corpora may be read in one. */
static const LabelMap *own_map(void)
{
    static gsize made;
    static LabelMap *map;
    if (!g_once_init_enter(&made))
        return map;
    map = new_map(NULL);
    size_t n;
    const char *text = reference_table("label-map", &n);
    g_autoptr(GError) error = NULL;
    g_autoptr(Delimited) rows = text ? delimited_memory("label-map.tsv", text, n, &error) : NULL;
    if (!rows || !add_rows(map, rows, "label-map.tsv", &error))
        g_error("data/label-map.tsv: %s", error ? error->message : "not there"); /* a fault of the program's own */
    g_once_init_leave(&made, 1);
    return map;
}

LabelMap *label_map_new(void) { return new_map(own_map()); }

void label_map_free(LabelMap *map)
{
    if (!map)
        return;
    for (size_t i = 0; i < N_LABEL_OFS; i++) {
        g_hash_table_unref(map->row[i]);
        g_ptr_array_free(map->label[i], TRUE);
        g_hash_table_unref(map->reported[i]);
    }
    g_free(map->digest);
    g_free(map);
}

bool label_map_add_file(LabelMap *map, const char *path, GError **error)
{
    g_autoptr(Delimited) rows = delimited_open(path, error);
    if (!rows || !add_rows(map, rows, path, error))
        return false;
    g_free(map->digest);
    map->digest = g_strdup(delimited_digest(rows));
    return true;
}

const char *label_map_digest(const LabelMap *map) { return map->digest; }

static const Row *find_row(const LabelMap *map, LabelOf of, const char *key)
{
    const Row *row = NULL;
    for (; map && !row; map = map->below)
        row = g_hash_table_lookup(map->row[of], key);
    return row;
}

Meaning label_map_find(const LabelMap *map, LabelOf of, const char *label, const char **word)
{
    char brief[64]; /* most labels: asked twice a mark, and worth no allocation */
    g_autofree char *heap = strlen(label) < sizeof brief ? NULL : key_of(label);
    char *key = heap ? heap : brief;
    if (!heap)
        write_key(label, brief);
    const Row *row = find_row(map, of, key);
    if (!row && of == LABEL_OF_MARK && strchr("BIESLUbieslu", *label) && *label && strchr("-_", label[1]) && label[1])
        row = find_row(map, of, key + 1);
    if (word)
        *word = row ? row->word : NULL;
    return row ? row->meaning : MEANING_UNKNOWN;
}

/* The labels there are: the program's own, as far as the user's do not stand for them, then the user's. */
static GPtrArray *list_labels(const LabelMap *map, LabelOf of)
{
    GPtrArray *list = g_ptr_array_new();
    for (guint i = 0; map->below && i < map->below->label[of]->len; i++) {
        g_autofree char *key = key_of(map->below->label[of]->pdata[i]);
        if (!g_hash_table_contains(map->row[of], key))
            g_ptr_array_add(list, map->below->label[of]->pdata[i]);
    }
    for (guint i = 0; i < map->label[of]->len; i++)
        g_ptr_array_add(list, map->label[of]->pdata[i]);
    return list;
}

void label_map_report(LabelMap *map, LabelOf of, const char *label, Place place, Diagnostics *diagnostics)
{
    if (!g_hash_table_add(map->reported[of], key_of(label)))
        return;
    g_autoptr(GPtrArray) known = list_labels(map, of);
    g_autoptr(GString) help = g_string_new(NULL);
    const char *near = utf8_nearest(label, (const char *const *)known->pdata, known->len);
    if (near)
        g_string_append_printf(help, "did you mean \"%s\"? ", near);
    g_string_append_printf(
        help, "give it a meaning with --labels FILE (%s<TAB>%s<TAB>meaning); known are: ", of_name[of], label);
    for (guint i = 0; i < MIN(known->len, MOST_KNOWN_SHOWN); i++)
        g_string_append_printf(help, "%s%s", i ? ", " : "", (const char *)known->pdata[i]);
    g_string_append(help, known->len > MOST_KNOWN_SHOWN ? " …" : "");
    diagnostics_add(diagnostics, DIAGNOSTIC_UNKNOWN_LABEL, place, help->str,
                    "the label \"%s\" of a %s is not known; what bears it is passed over", label, of_name[of]);
}
