/* assessment_events.c - which event of one annotation is which of the other, and who takes part in both. */
#include "assessment.h"
#include <string.h>

/* A stated participation that makes ties under the defaults. */
typedef struct Taking {
    uint32_t event, actor, participation;
} Taking;

static bool makes_ties(const Corpus *corpus, const Participation *p)
{
    EventStatus status = corpus->event[p->event.i].status;
    return p->status == PART_STATED && !(p->flags & PART_COMENTION) &&
           (status == EVENT_FOCAL || status == EVENT_RELATED || status == EVENT_UNSTATED);
}

static int compare_takings(const void *a, const void *b)
{
    const Taking *x = a, *y = b;
    if (x->event != y->event)
        return x->event < y->event ? -1 : 1;
    if (x->actor != y->actor)
        return x->actor < y->actor ? -1 : 1;
    return x->participation < y->participation ? -1 : x->participation > y->participation;
}

/* Documents that are scored. */
static bool *scored(const Assessment *a, int side)
{
    bool *is = g_new0(bool, a->side[side].corpus->n_documents + 1);
    for (size_t p = 0; p < a->n_documents; p++)
        is[a->document[p].id[side].i] = true;
    return is;
}

/* By event, then actor, then row; one actor in several roles has a row for each. */
static GArray *takings_of(const Assessment *a, int side)
{
    const Corpus *corpus = a->side[side].corpus;
    GArray *list = g_array_new(FALSE, FALSE, sizeof(Taking));
    g_autofree bool *is = scored(a, side);
    for (uint32_t i = 0; i < corpus->n_participations; i++) {
        const Participation *p = &corpus->participation[i];
        ActorId actor = a->side[side].cast->ref_actor[p->actor.i];
        Taking t = {p->event.i, actor.i, i};
        if (is[p->document.i] && !actor_id_is_none(actor) && makes_ties(corpus, p))
            g_array_append_val(list, t);
    }
    g_array_sort(list, compare_takings);
    return list;
}

/* Where each event's rows begin; n_events + 1. */
static uint32_t *first_of(const GArray *takings, size_t n_events)
{
    uint32_t *first = g_new0(uint32_t, n_events + 2);
    for (guint i = 0; i < takings->len; i++)
        first[g_array_index(takings, Taking, i).event + 1]++;
    for (size_t e = 0; e < n_events; e++)
        first[e + 1] += first[e];
    return first;
}

/* --- which events a mention means --- */

/* Events by id and document: a mention's reference is an id that one document uses. */
static GHashTable *events_by_id(const Corpus *corpus)
{
    GHashTable *table = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (uint32_t e = (uint32_t)corpus->n_events; e-- > 0;) {
        const Event *event = &corpus->event[e];
        for (uint32_t i = 0; event->id && i < event->documents.n; i++) {
            DocumentId d = corpus->event_document[event->documents.first + i];
            g_hash_table_insert(table, g_strdup_printf("%u %s", d.i, event->id), GUINT_TO_POINTER(e + 1));
        }
    }
    return table;
}

static uint32_t event_of_span(const Corpus *corpus, GHashTable *by_id, const AgreedSpan *s)
{
    if (s->class != SPAN_EVENT || mention_id_is_none(s->mention))
        return ASSESSMENT_NONE;
    const char *id = corpus->marking ? corpus->marking[s->mention.i].event : NULL;
    if (!id)
        return ASSESSMENT_NONE;
    g_autofree char *key = g_strdup_printf("%u %s", corpus->mention[s->mention.i].document.i, id);
    uint32_t e = GPOINTER_TO_UINT(g_hash_table_lookup(by_id, key));
    return e ? e - 1 : ASSESSMENT_NONE;
}

/* --- how alike --- */

typedef struct Likeness {
    uint32_t gold, system;
    double mentions, members, score; /* mentions both have; members both have */
} Likeness;

typedef struct Matching {
    Assessment *a;
    GArray *taking[N_SIDES];
    uint32_t *first[N_SIDES];
    uint32_t *n_mentions[N_SIDES]; /* by event */
    GHashTable *likeness;          /* "gold system" as one number → row of list, plus one */
    GArray *list;                  /* Likeness */
} Matching;

static void matching_clear(Matching *m)
{
    for (int side = GOLD; side < N_SIDES; side++) {
        g_clear_pointer(&m->taking[side], g_array_unref);
        g_free(m->first[side]);
        g_free(m->n_mentions[side]);
    }
    g_clear_pointer(&m->likeness, g_hash_table_unref);
    g_clear_pointer(&m->list, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Matching, matching_clear)

static Likeness *likeness_of(Matching *m, uint32_t gold, uint32_t system)
{
    gint64 key = (gint64)gold << 32 | system;
    guint row = GPOINTER_TO_UINT(g_hash_table_lookup(m->likeness, &key));
    if (!row) {
        Likeness fresh = {.gold = gold, .system = system};
        gint64 *kept = g_new(gint64, 1);
        *kept = key;
        g_array_append_val(m->list, fresh);
        row = m->list->len;
        g_hash_table_insert(m->likeness, kept, GUINT_TO_POINTER(row));
    }
    return &g_array_index(m->list, Likeness, row - 1);
}

static void count_mentions(Matching *m)
{
    g_autoptr(GHashTable) gold_ids = events_by_id(m->a->side[GOLD].corpus);
    g_autoptr(GHashTable) system_ids = events_by_id(m->a->side[SYSTEM].corpus);
    GHashTable *const by_id[N_SIDES] = {gold_ids, system_ids};
    for (int side = GOLD; side < N_SIDES; side++) {
        m->n_mentions[side] = g_new0(uint32_t, m->a->side[side].corpus->n_events + 1);
        for (size_t i = 0; i < m->a->n_spans[side]; i++) {
            const AgreedSpan *s = &m->a->span[side][i];
            uint32_t e = event_of_span(m->a->side[side].corpus, by_id[side], s);
            if (e == ASSESSMENT_NONE)
                continue;
            m->n_mentions[side][e]++;
            uint32_t other =
                side == GOLD && s->overlap != ASSESSMENT_NONE
                    ? event_of_span(m->a->side[SYSTEM].corpus, by_id[SYSTEM], &m->a->span[SYSTEM][s->overlap])
                    : ASSESSMENT_NONE;
            if (other != ASSESSMENT_NONE)
                likeness_of(m, e, other)->mentions++;
        }
    }
}

/* An actor in several roles has several rows: the first of them. */
static bool is_first(const GArray *takings, guint i)
{
    const Taking *t = &g_array_index(takings, Taking, i);
    return i == 0 || t[-1].event != t->event || t[-1].actor != t->actor;
}

static bool share_document(const Assessment *a, uint32_t gold, uint32_t system)
{
    const Corpus *g = a->side[GOLD].corpus, *s = a->side[SYSTEM].corpus;
    for (size_t p = 0; p < a->n_documents; p++)
        if (a->document[p].id[GOLD].i == g->event[gold].document.i &&
            a->document[p].id[SYSTEM].i == s->event[system].document.i)
            return true;
    return false;
}

/* Members both have, through the events of the system's actor. */
static void count_members(Matching *m)
{
    size_t n_actors = m->a->side[SYSTEM].cast->n_actors;
    g_autofree uint32_t *first = g_new0(uint32_t, n_actors + 2), *event = g_new(uint32_t, m->taking[SYSTEM]->len + 1);
    for (int pass = 0; pass < 2; pass++) {
        for (guint i = 0; i < m->taking[SYSTEM]->len; i++) {
            const Taking *t = &g_array_index(m->taking[SYSTEM], Taking, i);
            if (!is_first(m->taking[SYSTEM], i))
                continue;
            if (pass == 0)
                first[t->actor + 2]++;
            else
                event[first[t->actor + 1]++] = t->event;
        }
        for (size_t s = 0; pass == 0 && s < n_actors; s++)
            first[s + 2] += first[s + 1];
    }
    for (guint i = 0; i < m->taking[GOLD]->len; i++) {
        const Taking *t = &g_array_index(m->taking[GOLD], Taking, i);
        uint32_t actor = m->a->actor_of[t->actor];
        if (actor == ASSESSMENT_NONE || !is_first(m->taking[GOLD], i))
            continue;
        for (uint32_t k = first[actor]; k < first[actor + 1]; k++)
            if (share_document(m->a, t->event, event[k]))
                likeness_of(m, t->event, event[k])->members++;
    }
}

static double n_members(const Matching *m, int side, uint32_t event)
{
    double n = 0;
    for (uint32_t i = m->first[side][event]; i < m->first[side][event + 1]; i++)
        n += is_first(m->taking[side], i);
    return n;
}

/* Dice's coefficient of the mentions, Jaccard's of the members, and half a point for or against by the day. */
static void score(const Matching *m, Likeness *l)
{
    const Event *gold = &m->a->side[GOLD].corpus->event[l->gold];
    const Event *system = &m->a->side[SYSTEM].corpus->event[l->system];
    double mentions = m->n_mentions[GOLD][l->gold] + m->n_mentions[SYSTEM][l->system];
    double members = n_members(m, GOLD, l->gold) + n_members(m, SYSTEM, l->system) - l->members;
    l->score = (mentions > 0 ? 2 * l->mentions / mentions : 0) + (members > 0 ? l->members / members : 0);
    DateOrder order = date_compare(gold->first, system->first);
    l->score += order == DATE_SAME ? 0.5 : order == DATE_INDETERMINATE ? 0 : -0.5;
}

static int compare_likeness(const void *a, const void *b)
{
    const Likeness *x = a, *y = b;
    if (x->score < y->score || x->score > y->score)
        return x->score > y->score ? -1 : 1;
    if (x->gold != y->gold)
        return x->gold < y->gold ? -1 : 1;
    return x->system < y->system ? -1 : x->system > y->system;
}

static void match_best_first(Matching *m)
{
    Assessment *a = m->a;
    size_t n = a->side[GOLD].corpus->n_events;
    g_autofree bool *taken = g_new0(bool, a->side[SYSTEM].corpus->n_events + 1);
    a->event_of = g_new(uint32_t, n + 1);
    for (size_t e = 0; e < n; e++)
        a->event_of[e] = ASSESSMENT_NONE;
    for (guint i = 0; i < m->list->len; i++)
        score(m, &g_array_index(m->list, Likeness, i));
    g_array_sort(m->list, compare_likeness);
    for (guint i = 0; i < m->list->len; i++) {
        const Likeness *l = &g_array_index(m->list, Likeness, i);
        if (l->score <= 0 || a->event_of[l->gold] != ASSESSMENT_NONE || taken[l->system])
            continue;
        a->event_of[l->gold] = l->system;
        taken[l->system] = true;
    }
}

/* --- participations --- */

static bool share_role(const Matching *m, guint g, guint s)
{
    const Taking *gold = &g_array_index(m->taking[GOLD], Taking, g), *system;
    for (guint i = g; i < m->taking[GOLD]->len; i++) {
        const Taking *t = &g_array_index(m->taking[GOLD], Taking, i);
        if (t->event != gold->event || t->actor != gold->actor)
            break;
        const char *role = m->a->side[GOLD].corpus->participation[t->participation].role;
        system = &g_array_index(m->taking[SYSTEM], Taking, s);
        for (guint k = s; k < m->taking[SYSTEM]->len; k++) {
            const Taking *u = &g_array_index(m->taking[SYSTEM], Taking, k);
            if (u->event != system->event || u->actor != system->actor)
                break;
            if (g_str_equal(role, m->a->side[SYSTEM].corpus->participation[u->participation].role))
                return true;
        }
    }
    return false;
}

static guint find_taking(const Matching *m, uint32_t event, uint32_t actor)
{
    for (uint32_t i = m->first[SYSTEM][event]; i < m->first[SYSTEM][event + 1]; i++)
        if (g_array_index(m->taking[SYSTEM], Taking, i).actor == actor)
            return i;
    return ASSESSMENT_NONE;
}

static void list_participations(Matching *m, uint32_t *row[N_SIDES])
{
    for (int side = GOLD; side < N_SIDES; side++) {
        GArray *takings = m->taking[side];
        m->a->participation[side] = g_new(AgreedParticipation, takings->len + 1);
        row[side] = g_new(uint32_t, takings->len + 1);
        for (guint i = 0; i < takings->len; i++) {
            const Taking *t = &g_array_index(takings, Taking, i);
            row[side][i] = (uint32_t)m->a->n_participations[side];
            if (is_first(takings, i))
                m->a->participation[side][m->a->n_participations[side]++] = (AgreedParticipation){
                    .participation = participation_id_of(t->participation), .other = ASSESSMENT_NONE};
        }
    }
}

static void match_participations(Matching *m)
{
    Assessment *a = m->a;
    uint32_t *row[N_SIDES];
    list_participations(m, row);
    for (guint g = 0; g < m->taking[GOLD]->len; g++) {
        const Taking *t = &g_array_index(m->taking[GOLD], Taking, g);
        uint32_t event = a->event_of[t->event], actor = a->actor_of[t->actor];
        if (event == ASSESSMENT_NONE || actor == ASSESSMENT_NONE || !is_first(m->taking[GOLD], g))
            continue;
        guint s = find_taking(m, event, actor);
        if (s == ASSESSMENT_NONE)
            continue;
        AgreedParticipation *gold = &a->participation[GOLD][row[GOLD][g]];
        AgreedParticipation *system = &a->participation[SYSTEM][row[SYSTEM][s]];
        gold->same_role = system->same_role = share_role(m, g, s);
        gold->other = row[SYSTEM][s];
        system->other = row[GOLD][g];
        a->participations.n_match++;
        a->n_same_role += gold->same_role;
    }
    a->participations.n_gold = a->n_participations[GOLD];
    a->participations.n_system = a->n_participations[SYSTEM];
    for (int side = GOLD; side < N_SIDES; side++)
        g_free(row[side]);
}

/* Events in which somebody takes part. */
static void count_events(Matching *m)
{
    Assessment *a = m->a;
    const uint32_t *gold = m->first[GOLD], *system = m->first[SYSTEM];
    for (size_t e = 0; e < a->side[GOLD].corpus->n_events; e++) {
        uint32_t other = a->event_of[e];
        a->events.n_gold += gold[e + 1] > gold[e];
        a->events.n_match += gold[e + 1] > gold[e] && other != ASSESSMENT_NONE && system[other + 1] > system[other];
    }
    for (size_t e = 0; e < a->side[SYSTEM].corpus->n_events; e++)
        a->events.n_system += system[e + 1] > system[e];
}

void assessment_match_events(Assessment *a)
{
    g_auto(Matching) m = {.a = a,
                          .likeness = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL),
                          .list = g_array_new(FALSE, FALSE, sizeof(Likeness))};
    for (int side = GOLD; side < N_SIDES; side++) {
        m.taking[side] = takings_of(a, side);
        m.first[side] = first_of(m.taking[side], a->side[side].corpus->n_events);
    }
    count_mentions(&m);
    count_members(&m);
    match_best_first(&m);
    match_participations(&m);
    count_events(&m);
}

/* --- ties --- */

static const Tie *tie_between(const Assessment *a, const Network *gold, const Network *system, const Tie *tie)
{
    uint32_t end[2] = {tie->a, tie->b}, node[2];
    for (int i = 0; i < 2; i++) {
        uint32_t actor = a->actor_of[gold->incidence->actor[gold->row[end[i]]].i];
        node[i] = actor == ASSESSMENT_NONE ? ASSESSMENT_NONE : network_node_of(system, actor_id_of(actor));
        if (node[i] == ASSESSMENT_NONE)
            return NULL;
    }
    return network_tie(system, node[0], node[1]);
}

AssessmentCount assessment_ties(const Assessment *a, const Network *gold, const Network *system, GArray *missing,
                                GArray *surplus)
{
    AssessmentCount count = {.n_gold = gold->n_ties, .n_system = system->n_ties};
    g_autofree bool *found = g_new0(bool, system->n_ties + 1);
    for (uint32_t i = 0; i < gold->n_ties; i++) {
        const Tie *tie = tie_between(a, gold, system, &gold->tie[i]);
        if (tie)
            found[tie - system->tie] = true;
        else if (missing)
            g_array_append_val(missing, i);
        count.n_match += tie != NULL;
    }
    for (uint32_t i = 0; surplus && i < system->n_ties; i++)
        if (!found[i])
            g_array_append_val(surplus, i);
    return count;
}
