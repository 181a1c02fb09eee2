/* deliver_number.c - ids that hold across all drafts of a run. */
#include "deliver.h"
#include "utf8.h"
#include <string.h>

/* The first draft that uses an id says whom it means. */
typedef struct Known {
    ActorType type;
    const char *label;
    char *key; /* of the label */
} Known;

static void known_free(void *p)
{
    Known *k = p;
    g_free(k->key);
    g_free(k);
}

static char *key_of(const char *label) { return utf8_key(label ? label : ""); }

/* The actor's id, or the first of id-2, id-3 … that means the same or nothing yet. */
static void settle(GHashTable *known, Draft *d, DraftActor *a)
{
    g_autofree char *key = key_of(a->label);
    for (unsigned n = 1;; n++) {
        g_autofree char *id = n == 1 ? g_strdup(a->id) : g_strdup_printf("%s-%u", a->id, n);
        Known *k = g_hash_table_lookup(known, id);
        bool given = !a->rule; /* by a person, who may call them what they like */
        if (k && !given && (k->type != a->type || strcmp(k->key, key) != 0))
            continue;
        if (!k) {
            k = g_new0(Known, 1);
            *k = (Known){a->type, a->label, g_steal_pointer(&key)};
            g_hash_table_insert(known, g_strdup(id), k);
        }
        a->id = pool_string(d->pool, id);
        a->label = given ? a->label : pool_string(d->pool, k->label);
        return;
    }
}

/* Ids that a person gave are taken. */
static bool is_taken(const Draft *d, const char *id)
{
    for (guint i = 0; i < d->mark->len; i++) {
        const Mark *m = draft_mark(d, i);
        if (!m->rule && m->id && strcmp(m->id, id) == 0)
            return true;
    }
    for (guint i = 0; i < d->event->len; i++) {
        const DraftEvent *e = draft_event(d, i);
        if (!e->rule && e->id && strcmp(e->id, id) == 0)
            return true;
    }
    return false;
}

/* Puts "-m12" behind the id of the document: printf would take half the time of numbering. */
static void number_id(GString *id, size_t n_document, char letter, unsigned n)
{
    char digits[16], *p = digits + sizeof digits;
    *--p = '\0';
    for (; n || p == digits + sizeof digits - 1; n /= 10)
        *--p = (char)('0' + n % 10);
    g_string_truncate(id, n_document);
    g_string_append_c(id, '-');
    g_string_append_c(id, letter);
    g_string_append(id, p);
}

/* id: scratch, begins with the document's. */
static const char *next_id(Draft *d, GString *id, char letter, unsigned *n)
{
    size_t n_document = strlen(d->id);
    for (;;) {
        number_id(id, n_document, letter, ++*n);
        if (d->source != DRAFT_TEI || !is_taken(d, id->str))
            return pool_intern(d->pool, id->str, id->len);
    }
}

void deliver_number(GPtrArray *drafts)
{
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, known_free);
    for (guint i = 0; i < drafts->len; i++) {
        Draft *d = drafts->pdata[i];
        unsigned n_marks = 0, n_events = 0;
        g_autoptr(GString) id = g_string_new(d->id);
        for (guint k = 0; k < d->actor->len; k++)
            settle(known, d, draft_actor(d, k));
        for (guint k = 0; k < d->mark->len; k++) {
            Mark *m = draft_mark(d, k);
            m->id = m->id ? m->id : next_id(d, id, 'm', &n_marks);
        }
        for (guint k = 0; k < d->event->len; k++) {
            DraftEvent *e = draft_event(d, k);
            e->id = e->id ? e->id : next_id(d, id, 'e', &n_events);
        }
    }
}
