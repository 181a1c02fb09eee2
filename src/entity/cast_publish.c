/* cast_publish.c - candidates → cast: ordered by label, with all their names. */
#include "lookup.h"
#include "resolver.h"
#include "utf8.h"
#include <stdlib.h>
#include <string.h>

typedef struct Standing {
    char *key;
    const Candidate *candidate;
    uint32_t number;
} Standing;

static int by_label(const void *a, const void *b)
{
    const Standing *x = a, *y = b;
    int order = strcmp(x->key, y->key);
    if (order == 0)
        order = strcmp(x->candidate->label, y->candidate->label);
    if (order == 0)
        order = strcmp(x->candidate->id, y->candidate->id);
    if (order == 0)
        order = (x->candidate->type > y->candidate->type) - (x->candidate->type < y->candidate->type);
    return order ? order : (x->number > y->number) - (x->number < y->number);
}

static void add_name(GArray *name, guint first, const char *text)
{
    if (!text || !*text)
        return;
    for (guint i = first; i < name->len; i++)
        if (strcmp(g_array_index(name, const char *, i), text) == 0)
            return;
    g_array_append_val(name, text);
}

/* Names of one candidate, and what its records know. */
static void add_candidate(const Resolver *s, const Candidate *c, Actor *actor, GArray *name, guint first)
{
    const Corpus *corpus = s->corpus;
    add_name(name, first, c->label);
    for (uint32_t r = c->first_record; r != ID_NONE; r = s->reg->record_next[r]) {
        const Record *row = &corpus->record[r];
        add_name(name, first, row->label);
        for (uint32_t v = 0; v < row->variants.n; v++)
            add_name(name, first, corpus->variant[row->variants.first + v]);
        if (actor->identifiers.n == 0)
            actor->identifiers = row->identifiers;
    }
    if (!actor->subtype)
        actor->subtype = c->subtype;
}

/* What is one with a candidate by decision: ring[i] is the next of them. */
static uint32_t *rings_of(const Resolver *s, uint32_t n)
{
    uint32_t *ring = g_new(uint32_t, n + 1);
    for (uint32_t i = 0; i < n; i++)
        ring[i] = i;
    for (uint32_t i = n; i-- > 0;)
        if (s->into[i] != i) {
            ring[i] = ring[s->into[i]];
            ring[s->into[i]] = i;
        }
    return ring;
}

typedef struct Called {
    char *key; /* utf8_key of the text */
    const char *text;
} Called;

static int by_name(const void *a, const void *b)
{
    const Called *x = a, *y = b;
    int order = strcmp(x->key, y->key);
    return order ? order : strcmp(x->text, y->text);
}

/* As utf8_compare has it, each key made once. */
static void sort_names(const char **text, uint32_t n)
{
    g_autofree Called *called = g_new(Called, n);
    for (uint32_t i = 0; i < n; i++)
        called[i] = (Called){utf8_key(text[i]), text[i]};
    qsort(called, n, sizeof *called, by_name);
    for (uint32_t i = 0; i < n; i++) {
        text[i] = called[i].text;
        g_free(called[i].key);
    }
}

/* The names under which texts speak of those that no annotator registered: by candidate they end up as, in order. */
typedef struct Spoken {
    uint32_t *first; /* n+1 */
    const char **text;
} Spoken;

/* The candidate that a reference by name, the first of this text, ends up as; ID_NONE where it is none of these. */
static uint32_t spoken_of(const Resolver *s, Lookup *seen, uint32_t ref)
{
    const char *text = s->corpus->ref[ref].text;
    uint32_t at = s->candidate[ref];
    if (at == ID_NONE || s->corpus->ref[ref].kind != REF_NAME)
        return ID_NONE;
    at = s->into[at];
    if (register_candidate(s->reg, at)->registered || lookup_get(seen, at, text) != UINT32_MAX)
        return ID_NONE;
    lookup_set(seen, at, text, ref);
    return at;
}

static void spoken_init(Spoken *p, const Resolver *s, uint32_t n)
{
    size_t n_refs = s->corpus->n_refs;
    g_autoptr(Lookup) seen = lookup_new();
    g_autofree uint32_t *of = g_new(uint32_t, n_refs + 1);
    p->first = g_new0(uint32_t, n + 2);
    p->text = g_new(const char *, n_refs + 1);
    for (uint32_t i = 0; i < n_refs; i++) {
        of[i] = spoken_of(s, seen, i);
        if (of[i] != ID_NONE)
            p->first[of[i] + 2]++;
    }
    for (uint32_t i = 0; i < n; i++)
        p->first[i + 2] += p->first[i + 1];
    for (uint32_t i = 0; i < n_refs; i++)
        if (of[i] != ID_NONE)
            p->text[p->first[of[i] + 1]++] = s->corpus->ref[i].text;
    for (uint32_t i = 0; i < n; i++)
        if (p->first[i + 1] - p->first[i] > 1)
            sort_names(p->text + p->first[i], p->first[i + 1] - p->first[i]);
}

static void publish_actor(const Resolver *s, const Standing *standing, const uint32_t *ring, const Spoken *spoken,
                          Actor *actor, GArray *name)
{
    const Candidate *c = standing->candidate;
    guint first = name->len;
    *actor = (Actor){.id = c->id, .label = c->label, .type = c->type, .registered = c->registered, .place = c->place};
    add_candidate(s, c, actor, name, first);
    for (uint32_t i = ring[standing->number]; i != standing->number; i = ring[i])
        add_candidate(s, register_candidate(s->reg, i), actor, name, first);
    for (uint32_t i = spoken->first[standing->number]; i < spoken->first[standing->number + 1]; i++)
        add_name(name, first, spoken->text[i]);
    actor->names = (Slice){first, name->len - first};
}

void resolver_publish(const Resolver *s, Cast *cast)
{
    uint32_t n = s->reg->candidate->len, n_actors = 0;
    g_autofree Standing *standing = g_new(Standing, n + 1);
    g_autofree uint32_t *actor_of = g_new(uint32_t, n + 1);
    g_autofree uint32_t *ring = rings_of(s, n);
    g_autoptr(GArray) name = g_array_new(false, false, sizeof(const char *));
    Spoken spoken;
    spoken_init(&spoken, s, n);
    for (uint32_t i = 0; i < n; i++)
        if (s->into[i] == i) {
            const Candidate *c = register_candidate(s->reg, i);
            standing[n_actors++] = (Standing){utf8_key(c->label), c, i};
        }
    qsort(standing, n_actors, sizeof *standing, by_label);
    cast->n_actors = n_actors;
    cast->actor = g_new0(Actor, n_actors + 1);
    for (uint32_t i = 0; i < n_actors; i++) {
        actor_of[standing[i].number] = i;
        publish_actor(s, &standing[i], ring, &spoken, &cast->actor[i], name);
        g_free(standing[i].key);
    }
    cast->n_names = name->len;
    cast->name = (const char **)(void *)g_array_free(g_steal_pointer(&name), false);
    cast->ref_actor = g_new(ActorId, s->corpus->n_refs + 1);
    cast->ref_by = g_memdup2(s->by, (s->corpus->n_refs + 1) * sizeof *s->by);
    cast->n_decided = s->n_decided;
    for (size_t i = 0; i < s->corpus->n_refs; i++)
        cast->ref_actor[i] =
            s->candidate[i] == ID_NONE ? actor_id_none() : actor_id_of(actor_of[s->into[s->candidate[i]]]);
    g_free(spoken.first);
    g_free(spoken.text);
}
