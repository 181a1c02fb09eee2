/* lexicon.c - words and phrases of the tables as one trie over word numbers, kept in two open-addressing tables. */
#include "lexicon.h"
#include "failure.h"
#include "reference.h"
#include "tables.h"
#include "token.h"
#include "utf8.h"
#include <string.h>

enum { LONGEST_PHRASE = 16, LONGEST_WORD = 256 };

typedef struct WordRow {
    const char *text;
    uint32_t n, hash;
    uint32_t state; /* after this word as the first of a phrase; 0 = begins none */
    WordKinds kinds;
    WordKinds starts; /* kinds of all phrases that begin so */
} WordRow;

typedef struct WordSlot {
    uint32_t hash, row; /* row + 1; 0 = free */
} WordSlot;

/* Where the trie is after some words. */
typedef struct State {
    WordKinds kinds;
    uint32_t entry; /* first row */
} State;

typedef struct Step { /* from a state over a word to the next */
    uint32_t state, word, next;
} Step;

typedef struct KnownActor {
    const char *id, *label, *subtype;
} KnownActor;

struct Lexicon {
    Pool *pool;
    GArray *word, *state, *entry;
    GHashTable *label; /* code → preferred name, both of the pool */
    GHashTable *known; /* kind and key of a name → KnownActor */
    WordSlot *word_slot;
    size_t n_word_slots;
    Step *step; /* next 0 = free */
    size_t n_steps, n_step_slots;
    GArray *range; /* TokenRange: of the phrase that is being added */
};

static const char *const kind_name[N_WORD_KINDS] = {
#define X(symbol, name) name,
    WORD_KINDS(X)
#undef X
};

bool word_kind_by_name(const char *name, WordKinds *bit)
{
    for (unsigned i = 0; i < N_WORD_KINDS; i++) {
        if (strcmp(kind_name[i], name) == 0) {
            *bit = UINT64_C(1) << i;
            return true;
        }
    }
    return false;
}

static WordRow *word_row(const Lexicon *l, uint32_t i) { return &g_array_index(l->word, WordRow, i); }
static State *state_row(const Lexicon *l, uint32_t i) { return &g_array_index(l->state, State, i); }
static LexiconEntry *entry_row(const Lexicon *l, uint32_t i) { return &g_array_index(l->entry, LexiconEntry, i); }

/* Tables write plain apostrophes: ’ of a text is one byte there. */
static bool same(const char *plain, size_t n, const char *word, size_t m)
{
    if (n == m)
        return memcmp(plain, word, n) == 0;
    size_t i = 0;
    for (size_t k = 0; k < m; i++) {
        bool curly = m - k >= 3 && memcmp(word + k, "’", 3) == 0;
        if (i >= n || plain[i] != (curly ? '\'' : word[k]))
            return false;
        k += curly ? 3 : 1;
    }
    return i == n;
}

static WordSlot *word_slot(const Lexicon *l, const char *word, size_t n, uint32_t hash)
{
    size_t mask = l->n_word_slots - 1, i = hash & mask;
    for (; l->word_slot[i].row; i = (i + 1) & mask) {
        if (l->word_slot[i].hash != hash)
            continue;
        const WordRow *w = word_row(l, l->word_slot[i].row - 1);
        if (same(w->text, w->n, word, n))
            break;
    }
    return &l->word_slot[i];
}

static void grow_words(Lexicon *l)
{
    g_free(l->word_slot);
    l->n_word_slots *= 2;
    l->word_slot = g_new0(WordSlot, l->n_word_slots);
    for (uint32_t k = 0; k < l->word->len; k++) {
        uint32_t hash = word_row(l, k)->hash;
        size_t mask = l->n_word_slots - 1, i = hash & mask;
        while (l->word_slot[i].row)
            i = (i + 1) & mask;
        l->word_slot[i] = (WordSlot){hash, k + 1};
    }
}

static uint32_t add_word(Lexicon *l, const char *word, size_t n)
{
    uint32_t hash = token_hash(word, n);
    WordSlot *slot = word_slot(l, word, n, hash);
    if (slot->row)
        return slot->row - 1;
    WordRow row = {.text = pool_intern(l->pool, word, n), .n = (uint32_t)n, .hash = hash};
    g_array_append_val(l->word, row);
    *slot = (WordSlot){hash, l->word->len};
    if (l->word->len * 2 > l->n_word_slots)
        grow_words(l);
    return l->word->len - 1;
}

static size_t step_hash(uint32_t state, uint32_t word)
{
    uint64_t h = ((uint64_t)state << 32 | word) * UINT64_C(0x9E3779B97F4A7C15);
    return (size_t)(h >> 32);
}

static Step *step_slot(const Lexicon *l, uint32_t state, uint32_t word)
{
    size_t mask = l->n_step_slots - 1, i = step_hash(state, word) & mask;
    while (l->step[i].next && (l->step[i].state != state || l->step[i].word != word))
        i = (i + 1) & mask;
    return &l->step[i];
}

static uint32_t add_state(Lexicon *l)
{
    State s = {0, LEXICON_NONE};
    g_array_append_val(l->state, s);
    return l->state->len - 1;
}

static void grow_steps(Lexicon *l)
{
    Step *old = l->step;
    size_t n = l->n_step_slots;
    l->n_step_slots *= 2;
    l->step = g_new0(Step, l->n_step_slots);
    for (size_t i = 0; i < n; i++) {
        if (old[i].next)
            *step_slot(l, old[i].state, old[i].word) = old[i];
    }
    g_free(old);
}

static uint32_t add_step(Lexicon *l, uint32_t state, uint32_t word)
{
    if (state == 0) {
        if (!word_row(l, word)->state) {
            uint32_t first = add_state(l);
            word_row(l, word)->state = first;
        }
        return word_row(l, word)->state;
    }
    Step *s = step_slot(l, state, word);
    if (s->next)
        return s->next;
    *s = (Step){state, word, add_state(l)};
    uint32_t next = s->next;
    if (++l->n_steps * 2 > l->n_step_slots)
        grow_steps(l);
    return next;
}

static void add_entry(Lexicon *l, uint32_t state, const LexiconEntry *e)
{
    State *s = state_row(l, state);
    uint32_t *last = &s->entry;
    while (*last != LEXICON_NONE) {
        const LexiconEntry *known = entry_row(l, *last);
        if (known->kind == e->kind && known->value == e->value && known->extra == e->extra)
            return;
        last = &entry_row(l, *last)->next;
    }
    s->kinds |= e->kind;
    uint32_t row = l->entry->len;
    *last = row;
    g_array_append_val(l->entry, *e);
}

static void add_spelling(Lexicon *l, const char *phrase, const GArray *range, const LexiconEntry *e)
{
    uint32_t state = 0, word = 0, first = 0;
    for (guint i = 0; i < range->len; i++) {
        const TokenRange *t = &g_array_index(range, TokenRange, i);
        word = add_word(l, phrase + t->from, t->to - t->from);
        state = add_step(l, state, word);
        first = i ? first : word;
    }
    word_row(l, first)->starts |= e->kind;
    add_entry(l, state, e);
    if (range->len == 1)
        word_row(l, word)->kinds = state_row(l, state)->kinds;
}

static bool stays_small(const char *word, size_t n)
{
    static const char *const small[] = {"of", "for", "the", "and", "de", "du", "in"};
    for (size_t i = 0; i < G_N_ELEMENTS(small); i++) {
        if (n == strlen(small[i]) && memcmp(word, small[i], n) == 0)
            return true;
    }
    return false;
}

static void add_phrase(Lexicon *l, const char *written, const LexiconEntry *e)
{
    GArray *range = l->range;
    g_autoptr(GString) plain = g_string_new(written);
    g_string_replace(plain, "’", "'", 0); /* or "Bahama’s" of one table hides "People's" of another */
    const char *phrase = plain->str;
    g_array_set_size(range, 0);
    if (strlen(phrase) < LONGEST_WORD)
        tokens_of_phrase(phrase, range);
    if (range->len == 0 || range->len > LONGEST_PHRASE)
        return;
    add_spelling(l, phrase, range, e);
    if (!g_ascii_islower(*phrase) || e->kind & WORD_NAME_PARTICLE)
        return;
    g_autofree char *capital = g_strdup(phrase);
    *capital = g_ascii_toupper(*capital); /* "Prime minister" begins a sentence */
    add_spelling(l, capital, range, e);
    for (guint i = 1; i < range->len; i++) {
        const TokenRange *t = &g_array_index(range, TokenRange, i);
        if (!stays_small(phrase + t->from, t->to - t->from))
            capital[t->from] = g_ascii_toupper(capital[t->from]);
    }
    add_spelling(l, capital, range, e);
}

void lexicon_add(Lexicon *l, const char *phrase, WordKinds kind, const char *value, const char *extra)
{
    LexiconEntry e = {kind, pool_string(l->pool, value), pool_string(l->pool, extra), "", LEXICON_NONE};
    add_phrase(l, phrase, &e);
}

/* Heap. */
static char *known_key(MarkKind kind, const char *name)
{
    g_autofree char *key = utf8_key(name);
    return g_strdup_printf("%d %s", (int)kind, key);
}

void lexicon_know(Lexicon *l, MarkKind kind, const char *name, const char *id, const char *label, const char *subtype)
{
    g_autofree char *key = known_key(kind, name);
    KnownActor a = {pool_string(l->pool, id), pool_string(l->pool, label), pool_string(l->pool, subtype)};
    if (!g_hash_table_contains(l->known, key))
        g_hash_table_insert(l->known, g_steal_pointer(&key), g_memdup2(&a, sizeof a));
}

bool lexicon_known(const Lexicon *l, DraftActor *a)
{
    if (g_hash_table_size(l->known) == 0)
        return false;
    g_autofree char *key = known_key(a->kind, a->label);
    const KnownActor *known = g_hash_table_lookup(l->known, key);
    if (!known)
        return false;
    a->id = known->id;
    a->label = known->label ? known->label : a->label;
    a->subtype = known->subtype;
    return true;
}

/* --- tables ------------------------------------------------------------------------------------------------------- */

typedef struct LexiconTable {
    const char *name, *phrase, *value, *extra; /* columns */
    WordKinds kind;                            /* 0: the column "kind" says it */
} LexiconTable;

/* A country is called by its English short name, as country_label says it; a bloc as its table does. */
static void keep_label(Lexicon *l, const LexiconEntry *e, const char *phrase, bool own)
{
    const char *known = g_hash_table_lookup(l->label, e->value);
    bool country = e->kind == WORD_COUNTRY && (!known || !own);
    if (country) {
        bool english = !*e->extra || lexicon_has_language(e->extra, "en");
        bool abbreviation = strlen(phrase) < 4; /* UK */
        country = english && !abbreviation && (!known || strlen(phrase) < strlen(known));
    }
    if (country || (e->kind == WORD_BLOC && !known))
        g_hash_table_insert(l->label, (void *)(uintptr_t)e->value,
                            (void *)(uintptr_t)(*e->name ? e->name : pool_string(l->pool, phrase)));
}

typedef struct LexiconTaking {
    Lexicon *lexicon;
    const LexiconTable *table;
} LexiconTaking;

static bool take_rows(void *context, Delimited *rows, bool own, GError **error)
{
    Lexicon *l = ((LexiconTaking *)context)->lexicon;
    const LexiconTable *table = ((LexiconTaking *)context)->table;
    int phrase = delimited_find(rows, (const char *const[]){table->phrase, NULL});
    int kind = delimited_find(rows, (const char *const[]){"kind", NULL});
    int value = delimited_find(rows, (const char *const[]){table->value, NULL});
    int extra = delimited_find(rows, (const char *const[]){table->extra, NULL});
    int label = delimited_find(rows, (const char *const[]){"label", NULL});
    if (phrase < 0 || (kind < 0 && !table->kind)) {
        failure_set(error, ERROR_IO, delimited_place(rows, 0), "bad-row", "see data/README.md", "table %s needs %s",
                    table->name, phrase < 0 ? table->phrase : "kind");
        return false;
    }
    GError *failure = NULL;
    while (delimited_next(rows, NULL, &failure)) {
        LexiconEntry e = {.kind = table->kind, .next = LEXICON_NONE};
        if (!e.kind && !word_kind_by_name(delimited_field(rows, kind), &e.kind)) {
            failure_set(error, ERROR_IO, delimited_place(rows, kind), "bad-attribute", "see data/README.md",
                        "nobody knows words of kind “%s”", delimited_field(rows, kind));
            return false;
        }
        e.value = pool_string(l->pool, delimited_field(rows, value));
        e.extra = pool_string(l->pool, extra < 0 ? "" : delimited_field(rows, extra));
        e.name = pool_string(l->pool, delimited_field(rows, label));
        add_phrase(l, delimited_field(rows, phrase), &e);
        keep_label(l, &e, delimited_field(rows, phrase), own);
    }
    if (failure)
        g_propagate_error(error, failure);
    return !failure;
}

Lexicon *lexicon_new(const char *folder, GError **error)
{
    if (!reference_check(folder, error))
        return NULL;
    g_autoptr(Lexicon) l = g_new0(Lexicon, 1);
    l->pool = pool_new();
    l->range = g_array_new(FALSE, FALSE, sizeof(TokenRange));
    l->label = g_hash_table_new(g_str_hash, g_str_equal);
    l->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    l->word = g_array_new(FALSE, FALSE, sizeof(WordRow));
    l->state = g_array_new(FALSE, FALSE, sizeof(State));
    l->entry = g_array_new(FALSE, FALSE, sizeof(LexiconEntry));
    l->n_word_slots = l->n_step_slots = 1 << 16;
    l->word_slot = g_new0(WordSlot, l->n_word_slots);
    l->step = g_new0(Step, l->n_step_slots);
    add_state(l); /* 0: before the first word */
    const LexiconTable table[] = {
        {"countries", "name", "country", "languages", WORD_COUNTRY},
        {"country-aliases", "name", "country", "languages", 0},
        {"blocs", "word", "value", "country", 0},
        {"places", "word", "value", "country", 0},
        {"organisations", "word", "value", "country", 0},
        {"given-names", "word", "value", "country", 0},
        {"family-names", "word", "value", "country", 0},
        {"person-words", "word", "value", "country", 0},
        {"agency-words", "word", "value", "country", 0},
        {"event-words", "word", "value", "country", 0},
        {"participation-words", "word", "value", "form", 0},
        {"place-words", "word", "value", "country", 0},
        {"grammar-words", "word", "value", "country", 0},
        {"common-words", "word", "value", "country", 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
        LexiconTaking taking = {l, &table[i]};
        if (!tables_read(table[i].name, folder, take_rows, &taking, error))
            return NULL;
    }
    return g_steal_pointer(&l);
}

void lexicon_free(Lexicon *l)
{
    if (!l)
        return;
    pool_free(l->pool);
    g_hash_table_unref(l->label);
    g_hash_table_unref(l->known);
    g_array_unref(l->range);
    g_array_unref(l->word);
    g_array_unref(l->state);
    g_array_unref(l->entry);
    g_free(l->word_slot);
    g_free(l->step);
    g_free(l);
}

/* --- looking up --------------------------------------------------------------------------------------------------- */

const char *lexicon_label(const Lexicon *l, const char *code) { return g_hash_table_lookup(l->label, code); }

bool lexicon_has_language(const char *languages, const char *language)
{
    size_t n = strlen(language);
    for (const char *p = languages; (p = strstr(p, language)) != NULL; p++) {
        if ((p == languages || p[-1] == ' ') && (p[n] == ' ' || p[n] == '\0'))
            return true;
    }
    return false;
}

uint32_t lexicon_n_words(const Lexicon *l) { return l->word->len; }

uint32_t lexicon_word(const Lexicon *l, const char *word, size_t n, uint32_t hash)
{
    uint32_t row = word_slot(l, word, n, hash)->row;
    return row ? row - 1 : LEXICON_NONE;
}

WordKinds lexicon_kinds(const Lexicon *l, uint32_t word) { return word < l->word->len ? word_row(l, word)->kinds : 0; }

WordKinds lexicon_starts(const Lexicon *l, uint32_t word)
{
    return word < l->word->len ? word_row(l, word)->starts : 0;
}

bool lexicon_match(const Lexicon *l, const DraftToken *token, size_t n, WordKinds wanted, LexiconMatch *match)
{
    if (n == 0 || token->word >= l->word->len)
        return false;
    uint32_t state = word_row(l, token->word)->state;
    bool found = false;
    for (uint32_t i = 1; state; i++) {
        const State *s = state_row(l, state);
        if (s->kinds & wanted) {
            *match = (LexiconMatch){i, s->kinds, s->entry};
            found = true;
        }
        if (i >= n || token[i].word >= l->word->len)
            break;
        state = step_slot(l, state, token[i].word)->next;
    }
    return found;
}

const LexiconEntry *lexicon_entry(const Lexicon *l, const LexiconMatch *m, WordKinds kinds, const LexiconEntry *after)
{
    uint32_t row = after ? after->next : m->entry;
    while (row != LEXICON_NONE && !(entry_row(l, row)->kind & kinds))
        row = entry_row(l, row)->next;
    return row == LEXICON_NONE ? NULL : entry_row(l, row);
}

const LexiconEntry *lexicon_word_entry(const Lexicon *l, uint32_t word, WordKinds kinds)
{
    if (word >= l->word->len || !word_row(l, word)->state)
        return NULL;
    LexiconMatch m = {1, 0, state_row(l, word_row(l, word)->state)->entry};
    return lexicon_entry(l, &m, kinds, NULL);
}
