/* lookalike.c - pairs of actors that may be one: blocking, comparing, and what forbids it. */
#include "lookalike.h"
#include "country.h"
#include "name_key.h"
#include "utf8.h"
#include <stdlib.h>
#include <string.h>

enum { WIDEST_BLOCK = 60 };

typedef struct Entry {
    char *block;
    uint32_t actor, name; /* row of cast->name */
} Entry;

typedef struct Search {
    const Corpus *corpus;
    const Cast *cast;
    const Hierarchy *hierarchy;
    NameWords *words;
    char **key;                    /* one a name of the cast: its normal form */
    GArray *entry;                 /* Entry */
    GHashTable *apart;             /* "a\tb" of decisions */
    uint32_t *text_first, *text;   /* actor → documents of text that name it, ascending */
    uint32_t *event_first, *event; /* actor → events it takes part in, ascending */
    uint32_t *actor_first, *part;  /* event → actors */
    uint32_t *seen;                /* scratch of partners */
} Search;

/* --- rows by actor --- */

typedef struct Row {
    uint32_t key, value;
} Row;

static int by_row(const void *a, const void *b)
{
    const Row *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->value > y->value) - (x->value < y->value);
}

/* Sorted, without repeats, in compressed rows. */
static uint32_t *compress(GArray *row, size_t n_keys, uint32_t **first)
{
    g_array_sort(row, by_row);
    uint32_t *value = g_new(uint32_t, row->len + 1);
    uint32_t n = 0;
    *first = g_new0(uint32_t, n_keys + 2);
    for (guint i = 0; i < row->len; i++) {
        const Row *r = &g_array_index(row, Row, i);
        if (i && by_row(r, r - 1) == 0)
            continue;
        value[n++] = r->value;
        (*first)[r->key + 1] = n;
    }
    for (size_t k = 0; k < n_keys; k++)
        (*first)[k + 1] = MAX((*first)[k + 1], (*first)[k]);
    return value;
}

static void list_documents(Search *s)
{
    const Corpus *c = s->corpus;
    g_autoptr(GArray) row = g_array_new(FALSE, FALSE, sizeof(Row));
    for (size_t i = 0; i < c->n_mentions; i++)
        for (uint32_t k = 0; c->mention[i].kind == MENTION_ACTOR && k < c->mention[i].refs.n; k++) {
            ActorId actor = s->cast->ref_actor[c->mention_ref[c->mention[i].refs.first + k].i];
            Row r = {actor.i, c->mention[i].document.i};
            if (!actor_id_is_none(actor))
                g_array_append_val(row, r);
        }
    s->text = compress(row, s->cast->n_actors, &s->text_first);
}

static void list_events(Search *s)
{
    const Corpus *c = s->corpus;
    g_autoptr(GArray) event = g_array_new(FALSE, FALSE, sizeof(Row));
    g_autoptr(GArray) actor = g_array_new(FALSE, FALSE, sizeof(Row));
    for (size_t i = 0; i < c->n_participations; i++) {
        ActorId who = s->cast->ref_actor[c->participation[i].actor.i];
        Row r = {who.i, c->participation[i].event.i}, t = {r.value, r.key};
        if (actor_id_is_none(who))
            continue;
        g_array_append_val(event, r);
        g_array_append_val(actor, t);
    }
    s->event = compress(event, s->cast->n_actors, &s->event_first);
    s->part = compress(actor, c->n_events, &s->actor_first);
    s->seen = g_new0(uint32_t, s->cast->n_actors + 1);
}

static bool share(const uint32_t *first, const uint32_t *value, uint32_t a, uint32_t b)
{
    uint32_t i = first[a], j = first[b];
    while (i < first[a + 1] && j < first[b + 1]) {
        if (value[i] == value[j])
            return true;
        if (value[i] < value[j])
            i++;
        else
            j++;
    }
    return false;
}

/* Actors that were in an event with either. */
static uint32_t count_partners(Search *s, uint32_t a, uint32_t b, uint32_t mark)
{
    uint32_t n = 0;
    for (int side = 0; side < 2; side++) {
        uint32_t actor = side ? b : a;
        for (uint32_t e = s->event_first[actor]; e < s->event_first[actor + 1]; e++)
            for (uint32_t p = s->actor_first[s->event[e]]; p < s->actor_first[s->event[e] + 1]; p++) {
                uint32_t partner = s->part[p];
                n += side && s->seen[partner] == mark;
                s->seen[partner] = side ? (s->seen[partner] == mark ? mark + 1 : s->seen[partner]) : mark;
            }
    }
    return n;
}

/* --- blocks --- */

static void block(Search *s, uint32_t actor, uint32_t name, const char *format, ...) G_GNUC_PRINTF(4, 5);
static void block(Search *s, uint32_t actor, uint32_t name, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    Entry e = {g_strdup_printf("%d%s", (int)s->cast->actor[actor].type, text), actor, name};
    g_array_append_val(s->entry, e);
}

static char *beginning(const char *word, glong n)
{
    return g_utf8_strlen(word, -1) > n ? g_utf8_substring(word, 0, n) : g_strdup(word);
}

/* Under the initials of a longer name, and under an acronym its own letters. */
static void block_acronym(Search *s, uint32_t actor, uint32_t name, size_t n)
{
    const char *text = s->cast->name[name];
    if (name_is_acronym(text)) {
        g_auto(GStrv) part = g_strsplit(s->key[name], " ", -1);
        g_autofree char *letters = g_strjoinv("", part);
        block(s, actor, name, "a%s", letters);
        return;
    }
    g_autoptr(GString) some = g_string_new(NULL);
    g_auto(GStrv) written = g_strsplit_set(text, " -/", -1);
    for (size_t i = 0; written[i]; i++) {
        g_autofree char *key = utf8_key(written[i]);
        if (*key && g_unichar_isupper(g_utf8_get_char_validated(written[i], -1)))
            g_string_append_unichar(some, g_utf8_get_char(key));
    }
    if (n > 1 && some->len > 1)
        block(s, actor, name, "a%s", some->str);
}

static void block_name(Search *s, uint32_t actor, uint32_t name)
{
    ActorType type = s->cast->actor[actor].type;
    g_auto(GStrv) word = g_strsplit(s->key[name], " ", -1);
    size_t n = g_strv_length(word);
    if (!n || !*word[0])
        return;
    g_autofree char *fingerprint = name_fingerprint(s->words, s->cast->name[name], type);
    g_autofree char *first = beginning(word[0], 4), *last = beginning(word[n - 1], 4);
    g_autofree char *initial = beginning(word[0], 1), *final = beginning(word[n - 1], 1);
    const char *code = type == ACTOR_COUNTRY ? country_by_name(s->cast->name[name], NULL, NULL) : NULL;
    block(s, actor, name, "f%s", fingerprint);
    block(s, actor, name, "w%s %s", first, final);
    if (n > 1)
        block(s, actor, name, "w%s %s", last, initial);
    if (type == ACTOR_OFFICIAL) {
        block(s, actor, name, "t%s", word[0]);
        if (n > 1)
            block(s, actor, name, "t%s", word[n - 1]);
    }
    if (type == ACTOR_AGENCY || type == ACTOR_BLOC)
        block_acronym(s, actor, name, n);
    if (code)
        block(s, actor, name, "c%s", code);
}

static int by_block(const void *a, const void *b)
{
    const Entry *x = a, *y = b;
    int order = strcmp(x->block, y->block);
    if (order)
        return order;
    if (x->actor != y->actor)
        return x->actor < y->actor ? -1 : 1;
    return (x->name > y->name) - (x->name < y->name);
}

static void clear_entry(void *entry) { g_free(((Entry *)entry)->block); }

static void make_blocks(Search *s)
{
    for (uint32_t i = 0; i < s->cast->n_actors; i++) {
        const Actor *a = &s->cast->actor[i];
        for (uint32_t k = 0; k < a->names.n && a->type != ACTOR_UNKNOWN; k++) {
            uint32_t name = a->names.first + k;
            s->key[name] = name_key(s->words, s->cast->name[name], a->type);
            block_name(s, i, name);
        }
    }
    g_array_sort(s->entry, by_block);
}

/* --- pairs --- */

static bool told_apart_by(const Search *s, const char *a, const char *b)
{
    g_autofree char *pair = strcmp(a, b) <= 0 ? g_strconcat(a, "\t", b, NULL) : g_strconcat(b, "\t", a, NULL);
    return g_hash_table_contains(s->apart, pair);
}

static bool decided_apart(const Search *s, uint32_t a, uint32_t b)
{
    const Actor *x = &s->cast->actor[a], *y = &s->cast->actor[b];
    if (!g_hash_table_size(s->apart))
        return false;
    g_autofree char *word_a = lookalike_word(s->cast, actor_id_of(a)),
                    *word_b = lookalike_word(s->cast, actor_id_of(b));
    bool apart = told_apart_by(s, word_a, word_b) || told_apart_by(s, x->id, y->id);
    for (uint32_t i = 0; i < x->names.n && !apart; i++) {
        const char *name = s->cast->name[x->names.first + i];
        apart = told_apart_by(s, name, y->id);
        for (uint32_t j = 0; j < y->names.n && !apart; j++)
            apart = told_apart_by(s, name, s->cast->name[y->names.first + j]) ||
                    told_apart_by(s, x->id, s->cast->name[y->names.first + j]);
    }
    return apart;
}

static void list_apart(Search *s)
{
    s->apart = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t i = 0; i < s->corpus->n_decisions; i++) {
        const Decision *d = &s->corpus->decision[i];
        if (d->kind == DECISION_ACTOR && d->verdict == VERDICT_DIFFERENT)
            g_hash_table_add(s->apart, strcmp(d->a, d->b) <= 0 ? g_strconcat(d->a, "\t", d->b, NULL)
                                                               : g_strconcat(d->b, "\t", d->a, NULL));
    }
}

/* Two names of one block, compared. */
static Resemblance resemble(const Search *s, const Entry *x, const Entry *y, double *score)
{
    ActorType type = s->cast->actor[x->actor].type;
    const char *a = s->cast->name[x->name], *b = s->cast->name[y->name];
    *score = 0.99;
    if (x->block[1] == 'f')
        return *score = 1, RESEMBLE_KEY;
    if (x->block[1] == 'c')
        return RESEMBLE_COUNTRY;
    if (x->block[1] == 'a' && name_is_acronym(a) != name_is_acronym(b)) {
        *score = 0.9;
        return RESEMBLE_ACRONYM;
    }
    return x->block[1] == 'a' ? RESEMBLE_NOT : likeness_of_names(s->key[x->name], s->key[y->name], type, score);
}

/* People and organisations of two countries; two countries by the table. */
static bool are_of_two_countries(const Search *s, uint32_t a, uint32_t b)
{
    const Actor *x = &s->cast->actor[a], *y = &s->cast->actor[b];
    if (x->type == ACTOR_COUNTRY) {
        const char *code = country_by_name(x->label, NULL, NULL);
        const char *other = country_by_name(y->label, NULL, NULL);
        return code && other && strcmp(code, other) != 0;
    }
    if (x->type == ACTOR_BLOC)
        return false;
    ActorId home = hierarchy_home(s->hierarchy, actor_id_of(a)), away = hierarchy_home(s->hierarchy, actor_id_of(b));
    return !actor_id_is_none(home) && !actor_id_is_none(away) && !actor_id_equal(home, away);
}

static bool is_forbidden(const Search *s, uint32_t a, uint32_t b, Resemblance how)
{
    bool partial = how == RESEMBLE_PART || how == RESEMBLE_ACRONYM || how == RESEMBLE_KEY || how == RESEMBLE_COUNTRY;
    return share(s->event_first, s->event, a, b) || (!partial && share(s->text_first, s->text, a, b)) ||
           are_of_two_countries(s, a, b) || decided_apart(s, a, b);
}

static void add_pair(Search *s, GArray *pair, const Entry *x, const Entry *y)
{
    Lookalike l = {actor_id_of(x->actor),  actor_id_of(y->actor), 0, RESEMBLE_NOT, 0,
                   s->cast->name[x->name], s->cast->name[y->name]};
    l.how = resemble(s, x, y, &l.score);
    if (l.how != RESEMBLE_NOT)
        g_array_append_val(pair, l);
}

static int by_actors(const void *a, const void *b)
{
    const Lookalike *x = a, *y = b;
    if (x->a.i != y->a.i)
        return x->a.i < y->a.i ? -1 : 1;
    if (x->b.i != y->b.i)
        return x->b.i < y->b.i ? -1 : 1;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    if (x->how != y->how)
        return x->how > y->how ? -1 : 1;
    int order = strcmp(x->name_a, y->name_a);
    return order ? order : strcmp(x->name_b, y->name_b);
}

static int by_score(const void *a, const void *b)
{
    const Lookalike *x = a, *y = b;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    if (x->n_partners != y->n_partners)
        return x->n_partners > y->n_partners ? -1 : 1;
    return by_actors(a, b);
}

static GArray *compare_blocks(Search *s)
{
    GArray *pair = g_array_new(FALSE, FALSE, sizeof(Lookalike));
    for (guint i = 0; i < s->entry->len; i++) {
        const Entry *x = &g_array_index(s->entry, Entry, i);
        for (guint j = i + 1; j < s->entry->len && j - i <= WIDEST_BLOCK; j++) {
            const Entry *y = &g_array_index(s->entry, Entry, j);
            if (strcmp(x->block, y->block) != 0)
                break;
            if (x->actor != y->actor)
                add_pair(s, pair, x, y);
        }
    }
    g_array_sort(pair, by_actors);
    return pair;
}

Lookalike *lookalikes_find(const Corpus *corpus, const Cast *cast, const Hierarchy *hierarchy, size_t *n)
{
    g_autoptr(NameWords) words = name_words_new();
    Search s = {.corpus = corpus, .cast = cast, .hierarchy = hierarchy, .words = words};
    s.key = g_new0(char *, cast->n_names + 1);
    s.entry = g_array_new(FALSE, FALSE, sizeof(Entry));
    g_array_set_clear_func(s.entry, clear_entry);
    list_apart(&s);
    list_documents(&s);
    list_events(&s);
    make_blocks(&s);
    g_autoptr(GArray) pair = compare_blocks(&s);
    Lookalike *found = g_new(Lookalike, pair->len + 1);
    *n = 0;
    for (guint i = 0; i < pair->len; i++) {
        Lookalike l = g_array_index(pair, Lookalike, i);
        if (*n && actor_id_equal(found[*n - 1].a, l.a) && actor_id_equal(found[*n - 1].b, l.b))
            continue;
        if (is_forbidden(&s, l.a.i, l.b.i, l.how))
            continue;
        l.n_partners = count_partners(&s, l.a.i, l.b.i, 2 * i + 1);
        found[(*n)++] = l;
    }
    qsort(found, *n, sizeof *found, by_score);
    g_array_unref(s.entry);
    g_hash_table_unref(s.apart);
    for (size_t i = 0; i < cast->n_names; i++)
        g_free(s.key[i]);
    g_free(s.key);
    g_free(s.text);
    g_free(s.text_first);
    g_free(s.event);
    g_free(s.event_first);
    g_free(s.part);
    g_free(s.actor_first);
    g_free(s.seen);
    return found;
}

/* --- words about them --- */

MentionId *lookalike_mentions(const Corpus *c, const Cast *cast)
{
    MentionId *first = g_new(MentionId, cast->n_actors + 1);
    for (size_t i = 0; i < cast->n_actors; i++)
        first[i] = mention_id_none();
    for (uint32_t i = 0; i < c->n_mentions; i++)
        for (uint32_t k = 0; k < c->mention[i].refs.n; k++) {
            ActorId actor = cast->ref_actor[c->mention_ref[c->mention[i].refs.first + k].i];
            bool sentence = !passage_id_is_none(c->mention[i].passage[PASSAGE_SENTENCE]);
            if (actor_id_is_none(actor))
                continue;
            MentionId known = first[actor.i];
            if (mention_id_is_none(known) ||
                (sentence && passage_id_is_none(c->mention[known.i].passage[PASSAGE_SENTENCE])))
                first[actor.i] = mention_id_of(i);
        }
    return first;
}

char *lookalike_word(const Cast *cast, ActorId actor)
{
    const Actor *a = &cast->actor[actor.i];
    for (uint32_t i = 0; i < cast->n_actors; i++)
        if (i != actor.i && cast->actor[i].type == a->type && strcmp(cast->actor[i].id, a->id) == 0 && a->place.path)
            return g_strdup_printf("%s#%s", a->place.path, a->id);
    return g_strdup(a->id);
}
