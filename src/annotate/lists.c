/* lists.c - the tables of data/ that tell running text from junk. */
#include "lists.h"
#include "tables.h"
#include "utf8.h"
#include <string.h>

enum { LONGEST_STOP_LINE = 120, LONGEST_LABEL = 40, MOST_COLUMNS = 4 };

typedef void (*Take)(Lists *, const Delimited *, const int *column);

typedef struct ListTable {
    const char *name;
    const char *columns[MOST_COLUMNS + 1]; /* NULL-terminated */
    Take take;
} ListTable;

typedef struct ListTaking {
    Lists *lists;
    const ListTable *table;
} ListTaking;

static bool take_rows(void *context, Delimited *rows, bool own, GError **error)
{
    const ListTaking *t = context;
    int column[MOST_COLUMNS] = {-1, -1, -1, -1};
    if (!tables_columns(rows, t->table->name, t->table->columns, column, error))
        return false;
    GError *failure = NULL;
    while (delimited_next(rows, NULL, &failure))
        t->table->take(t->lists, rows, column);
    if (failure)
        g_propagate_error(error, failure);
    return !failure;
}

static void take_phrase(Lists *lists, const Delimited *row, const int *column)
{
    g_autofree char *key = utf8_key(delimited_field(row, column[0]));
    StopPhrase p = {pool_string(lists->pool, key),
                    strcmp(delimited_field(row, column[2]), "sidebar") == 0 ? BLOCK_SIDEBAR : BLOCK_BOILERPLATE,
                    strcmp(delimited_field(row, column[1]), "start") == 0,
                    strcmp(delimited_field(row, column[3]), "rest") == 0};
    if (p.start)
        g_array_append_val(lists->start, p);
    else
        g_hash_table_insert(lists->phrase, (void *)(uintptr_t)p.key, g_memdup2(&p, sizeof p));
}

static void take_page_word(Lists *lists, const Delimited *row, const int *column)
{
    static const char *const name[] = {"good", "strong", "bad", "always"};
    PageWord w = {pool_string(lists->pool, delimited_field(row, column[0])), strlen(delimited_field(row, column[0])),
                  PAGE_BAD};
    for (size_t i = 0; i < G_N_ELEMENTS(name); i++) {
        if (strcmp(delimited_field(row, column[1]), name[i]) == 0)
            w.weight = (PageWeight)i;
    }
    g_array_append_val(lists->page_word, w);
}

static void take_month(Lists *lists, const Delimited *row, const int *column)
{
    g_autofree char *key = utf8_key(delimited_field(row, column[0]));
    guint64 month = g_ascii_strtoull(delimited_field(row, column[1]), NULL, 10);
    g_hash_table_insert(lists->month, (void *)(uintptr_t)pool_string(lists->pool, key), GUINT_TO_POINTER((guint)month));
}

static void take_field(Lists *lists, const Delimited *row, const int *column)
{
    static const char *const name[] = {"",       "title",    "date", "outlet", "language", "url",
                                       "byline", "dateline", "body", "notice", "tail",     "other"};
    for (guint i = 1; i < G_N_ELEMENTS(name); i++) {
        if (strcmp(delimited_field(row, column[1]), name[i]) == 0)
            g_hash_table_insert(lists->field,
                                (void *)(uintptr_t)pool_string(lists->pool, delimited_field(row, column[0])),
                                GUINT_TO_POINTER(i));
    }
}

static void take_stop_words(Lists *lists, const Delimited *row, const int *column)
{
    const char *language = delimited_field(row, column[0]);
    guint i = 0;
    while (i < lists->language->len && strcmp(lists->language->pdata[i], language) != 0)
        i++;
    if (i == 64) /* one bit a language */
        return;
    if (i == lists->language->len)
        g_ptr_array_add(lists->language, (void *)(uintptr_t)pool_string(lists->pool, language));
    guint64 bit = (guint64)1 << i;
    g_auto(GStrv) word = g_strsplit(delimited_field(row, column[1]), " ", -1);
    for (size_t k = 0; word[k]; k++) {
        const char *key = pool_string(lists->pool, word[k]);
        lists->longest_stop_word = MAX(lists->longest_stop_word, strlen(key));
        guint64 *bits = g_hash_table_lookup(lists->stop_word, key);
        if (!bits) {
            bits = g_new0(guint64, 1);
            g_hash_table_insert(lists->stop_word, (void *)(uintptr_t)key, bits);
        }
        *bits |= bit;
    }
}

Lists *lists_new(const char *folder, GError **error)
{
    g_autoptr(Lists) lists = g_new0(Lists, 1);
    lists->pool = pool_new();
    lists->phrase = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    lists->start = g_array_new(FALSE, FALSE, sizeof(StopPhrase));
    lists->page_word = g_array_new(FALSE, FALSE, sizeof(PageWord));
    lists->month = g_hash_table_new(g_str_hash, g_str_equal);
    lists->field = g_hash_table_new(g_str_hash, g_str_equal);
    lists->language = g_ptr_array_new();
    lists->stop_word = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    static const ListTable tables[] = {
        {"stop-phrases", {"phrase", "how", "zone", "reach"}, take_phrase},
        {"page-words", {"word", "weight"}, take_page_word},
        {"months", {"name", "month"}, take_month},
        {"article-fields", {"label", "meaning"}, take_field},
        {"stop-words", {"language", "words"}, take_stop_words},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
        ListTaking taking = {lists, &tables[i]};
        if (!tables_read(tables[i].name, folder, take_rows, &taking, error))
            return NULL;
    }
    return g_steal_pointer(&lists);
}

void lists_free(Lists *lists)
{
    if (!lists)
        return;
    g_hash_table_unref(lists->phrase);
    g_array_unref(lists->start);
    g_array_unref(lists->page_word);
    g_hash_table_unref(lists->month);
    g_hash_table_unref(lists->field);
    g_ptr_array_unref(lists->language);
    g_hash_table_unref(lists->stop_word);
    pool_free(lists->pool);
    g_free(lists);
}

/* Does key begin with the phrase, ending at a border of words? */
static bool begins(const char *key, const char *phrase)
{
    size_t n = strlen(phrase);
    return n && strncmp(key, phrase, n) == 0 && (key[n] == '\0' || key[n] == ' ');
}

const StopPhrase *lists_stop_phrase(const Lists *lists, const char *line, size_t n)
{
    if (n == 0 || n > LONGEST_STOP_LINE)
        return NULL;
    g_autofree char *text = g_strndup(line, n), *key = utf8_key(text);
    if (!*key)
        return NULL;
    const StopPhrase *p = g_hash_table_lookup(lists->phrase, key);
    for (guint i = 0; !p && i < lists->start->len; i++) {
        if (begins(key, g_array_index(lists->start, StopPhrase, i).key))
            p = &g_array_index(lists->start, StopPhrase, i);
    }
    return p;
}

unsigned lists_month(const Lists *lists, const char *name, size_t n)
{
    g_autofree char *text = g_strndup(name, n), *key = utf8_key(text);
    return GPOINTER_TO_UINT(g_hash_table_lookup(lists->month, key));
}

FieldMeaning lists_field(const Lists *lists, const char *line, size_t n, size_t *value)
{
    char label[LONGEST_LABEL + 1];
    size_t i = 0;
    while (i < n && i < LONGEST_LABEL && line[i] != ':' && !(i == 2 && line[i] == ' ' && i + 1 < n && line[3] == ' ')) {
        label[i] = g_ascii_tolower(line[i]);
        i++;
    }
    bool factiva = i == 2 && n > 3 && line[2] == ' ' && g_ascii_isupper(line[0]) && g_ascii_isupper(line[1]);
    if (i == 0 || i == n || (line[i] != ':' && !factiva))
        return FIELD_NONE;
    label[i] = '\0';
    FieldMeaning meaning = (FieldMeaning)GPOINTER_TO_UINT(g_hash_table_lookup(lists->field, label));
    if (meaning != FIELD_NONE) {
        *value = i + 1;
        while (*value < n && g_ascii_isspace(line[*value]))
            ++*value;
    }
    return meaning;
}
