/* unit.c - co-presence: every scene, paragraph, sentence … that names actors becomes an event. */
#include "link.h"
#include <stdlib.h>
#include <string.h>

/* One mention in one unit instance. */
typedef struct Presence {
    uint32_t document, instance; /* instance: row of passage, block of words, or 0 */
    uint32_t mention;
} Presence;

typedef struct UnitMaker {
    Linker *l;
    Unit unit;
    const char *role;
    const char *type;
    uint32_t *ordinal; /* passage → its number among those of its kind in its document */
    GArray *presence;
} UnitMaker;

Unit unit_choose(const Linker *l, Unit asked)
{
    if (asked.kind != UNIT_DEFAULT)
        return asked;
    if (l->participation->len)
        return (Unit){UNIT_EVENT, 0};
    for (guint i = 0; i < l->b->passage->len; i++) {
        if (g_array_index(l->b->passage, Passage, i).kind == PASSAGE_SCENE)
            return (Unit){UNIT_SCENE, 0};
    }
    return (Unit){UNIT_PARAGRAPH, 0};
}

static bool kind_of(UnitKind unit, PassageKind *kind)
{
    switch (unit) {
    case UNIT_SENTENCE:
        *kind = PASSAGE_SENTENCE;
        return true;
    case UNIT_PARAGRAPH:
        *kind = PASSAGE_PARAGRAPH;
        return true;
    case UNIT_SPEECH:
        *kind = PASSAGE_SPEECH;
        return true;
    case UNIT_SCENE:
        *kind = PASSAGE_SCENE;
        return true;
    default:
        return false;
    }
}

/* Does the mention count in the unit, and in which instance? */
static bool find_instance(const UnitMaker *u, const Mention *m, uint32_t *instance)
{
    if (m->kind == MENTION_EVENT || m->in_zone || m->refs.n == 0)
        return false;
    if (u->unit.kind == UNIT_SCENE && m->kind != MENTION_SPEAKER)
        return false;
    PassageKind kind;
    if (!kind_of(u->unit.kind, &kind)) {
        *instance = u->unit.kind == UNIT_WINDOW ? m->word / u->unit.window : 0;
        return true;
    }
    *instance = m->passage[kind].i;
    return !passage_id_is_none(m->passage[kind]);
}

static int compare_presences(const void *a, const void *b)
{
    const Presence *x = a, *y = b;
    if (x->document != y->document)
        return x->document < y->document ? -1 : 1;
    if (x->instance != y->instance)
        return x->instance < y->instance ? -1 : 1;
    return x->mention < y->mention ? -1 : x->mention > y->mention;
}

static void list_presences(UnitMaker *u)
{
    for (guint i = 0; i < u->l->b->mention->len; i++) {
        const Mention *m = &g_array_index(u->l->b->mention, Mention, i);
        Presence p = {.document = m->document.i, .mention = i};
        if (find_instance(u, m, &p.instance))
            g_array_append_val(u->presence, p);
    }
    const Presence *row = (const Presence *)(void *)u->presence->data;
    bool ordered = true; /* they are, where passages of the kind do not lie in each other */
    for (guint i = 1; i < u->presence->len && ordered; i++)
        ordered = compare_presences(&row[i - 1], &row[i]) < 0;
    if (!ordered)
        qsort(u->presence->data, u->presence->len, sizeof(Presence), compare_presences);
}

static void number_passages(UnitMaker *u)
{
    GArray *passage = u->l->b->passage;
    uint32_t n = 0, document = UINT32_MAX;
    PassageKind kind;
    u->ordinal = g_new0(uint32_t, passage->len + 1);
    if (!kind_of(u->unit.kind, &kind))
        return;
    for (guint i = 0; i < passage->len; i++) {
        const Passage *p = &g_array_index(passage, Passage, i);
        n = p->document.i == document ? n : 0;
        document = p->document.i;
        if (p->kind == kind)
            u->ordinal[i] = ++n;
    }
}

/* An event for one instance, without participants yet. */
static void add_event(UnitMaker *u, const Presence *first)
{
    const Linker *l = u->l;
    Pool *pool = l->b->pool;
    const Document *d = builder_document(l->b, document_id_of(first->document));
    const char *title = d->title ? d->title : d->id;
    Event e = {.type = u->type,
               .status = EVENT_UNSTATED,
               .kind = EVENT_UNIT,
               .first = d->date,
               .last = d->date,
               .parent = event_id_none(),
               .document = document_id_of(first->document),
               .documents = {l->event_document->len, 1},
               .place = builder_mention(l->b, mention_id_of(first->mention))->place};
    PassageKind kind;
    uint32_t number = first->instance + 1;
    const char *text = NULL;
    if (kind_of(u->unit.kind, &kind)) {
        const Passage *p = &g_array_index(l->b->passage, Passage, first->instance);
        number = u->ordinal[first->instance];
        e.place = p->place;
        text = kind == PASSAGE_SCENE ? p->text : NULL;
    }
    bool whole = u->unit.kind == UNIT_DOCUMENT;
    g_autofree char *id =
        whole ? g_strdup_printf("%s-document", d->id) : g_strdup_printf("%s-%s-%u", d->id, u->type, number);
    g_autofree char *label = g_strdup_printf("%s %u of %s", u->type, number, title);
    e.id = pool_string(pool, id);
    e.label = whole ? title : text ? text : pool_string(pool, label);
    g_array_append_val(l->event, e);
    g_array_append_val(l->event_document, e.document);
}

/* A pair of reference and mention within one instance. */
typedef struct Sighting {
    uint32_t ref, mention;
} Sighting;

static int compare_sightings(const void *a, const void *b)
{
    const Sighting *x = a, *y = b;
    if (x->ref != y->ref)
        return x->ref < y->ref ? -1 : 1;
    return x->mention < y->mention ? -1 : x->mention > y->mention;
}

/* Those who are present: one row a reference, its mentions as evidence. */
static void add_participants(UnitMaker *u, const Presence *from, size_t n, GArray *sighting)
{
    Linker *l = u->l;
    g_array_set_size(sighting, 0);
    for (size_t i = 0; i < n; i++) {
        const Mention *m = builder_mention(l->b, mention_id_of(from[i].mention));
        for (uint32_t k = 0; k < m->refs.n; k++) {
            Sighting s = {g_array_index(l->mention_ref, RefId, m->refs.first + k).i, from[i].mention};
            g_array_append_val(sighting, s);
        }
    }
    g_array_sort(sighting, compare_sightings);
    EventId event = event_id_of(l->event->len - 1);
    for (guint i = 0; i < sighting->len; i++) {
        const Sighting *s = &g_array_index(sighting, Sighting, i);
        MentionId mention = mention_id_of(s->mention);
        if (i > 0 && compare_sightings(s, s - 1) == 0)
            continue;
        if (i == 0 || s->ref != (s - 1)->ref) {
            Participation p = {.event = event,
                               .said_of = event,
                               .actor = ref_id_of(s->ref),
                               .role = u->role,
                               .status = PART_STATED,
                               .cert = CERT_UNSTATED,
                               .flags = PART_UNIT,
                               .document = document_id_of(from->document),
                               .place = builder_mention(l->b, mention)->place,
                               .evidence = {l->evidence->len, 0},
                               .source = ref_id_none()};
            g_array_append_val(l->participation, p);
        }
        g_array_append_val(l->evidence, mention);
        g_array_index(l->participation, Participation, l->participation->len - 1).evidence.n++;
    }
}

void unit_make_events(Linker *l, Unit unit)
{
    g_autofree char *name = unit_name((Unit){unit.kind, 1});
    name[strcspn(name, ":")] = '\0';
    UnitMaker u = {.l = l,
                   .unit = unit,
                   .role = pool_string(l->b->pool, "present"),
                   .type = pool_string(l->b->pool, name),
                   .presence = g_array_new(FALSE, FALSE, sizeof(Presence))};
    g_autoptr(GArray) sighting = g_array_new(FALSE, FALSE, sizeof(Sighting));
    number_passages(&u);
    list_presences(&u);
    const Presence *p = (const Presence *)(void *)u.presence->data;
    for (guint from = 0, to; from < u.presence->len; from = to) {
        for (to = from + 1;
             to < u.presence->len && p[to].document == p[from].document && p[to].instance == p[from].instance;)
            to++;
        add_event(&u, &p[from]);
        add_participants(&u, &p[from], to - from, sighting);
    }
    g_array_free(u.presence, TRUE);
    g_free(u.ordinal);
}
