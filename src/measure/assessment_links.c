/* assessment_links.c - which actor of one annotation is which of the other, and how well each keeps its mentions
 * together. */
#include "assessment.h"
#include "igraph_bridge.h"
#include "utf8.h"
#include <math.h>

/* The one actor a span names, or none: a set ("both ministers") has several. */
static uint32_t actor_of_span(const AssessmentSide *side, const AgreedSpan *s)
{
    if (mention_id_is_none(s->mention))
        return ASSESSMENT_NONE;
    const Mention *m = &side->corpus->mention[s->mention.i];
    if (m->kind != MENTION_ACTOR || m->refs.n != 1)
        return ASSESSMENT_NONE;
    ActorId actor = side->cast->ref_actor[side->corpus->mention_ref[m->refs.first].i];
    return actor_id_is_none(actor) ? ASSESSMENT_NONE : actor.i;
}

/* A mention that both sides have, and whom each means. */
typedef struct Meeting {
    uint32_t pair, gold, system;
} Meeting;

static int compare_meetings(const void *a, const void *b)
{
    const Meeting *x = a, *y = b;
    if (x->pair != y->pair)
        return x->pair < y->pair ? -1 : 1;
    if (x->gold != y->gold)
        return x->gold < y->gold ? -1 : 1;
    return x->system < y->system ? -1 : x->system > y->system;
}

static GArray *meetings_of(const Assessment *a)
{
    GArray *list = g_array_new(FALSE, FALSE, sizeof(Meeting));
    for (size_t i = 0; i < a->n_spans[GOLD]; i++) {
        const AgreedSpan *g = &a->span[GOLD][i];
        if (g->overlap == ASSESSMENT_NONE)
            continue;
        Meeting m = {g->pair, actor_of_span(&a->side[GOLD], g),
                     actor_of_span(&a->side[SYSTEM], &a->span[SYSTEM][g->overlap])};
        if (m.gold != ASSESSMENT_NONE && m.system != ASSESSMENT_NONE)
            g_array_append_val(list, m);
    }
    g_array_sort(list, compare_meetings);
    return list;
}

/* How often a gold actor and a system actor meet. */
typedef struct Meet {
    uint32_t gold, system, n;
} Meet;

/* Runs of equal meetings of one stretch of the sorted list as rows, numbered from 0 on either side. */
typedef struct Table {
    GArray *meet;          /* Meet, by gold then system, as numbers of this table */
    GArray *size[N_SIDES]; /* uint32_t: mentions of each */
} Table;

static void table_clear(Table *t)
{
    g_clear_pointer(&t->meet, g_array_unref);
    for (int side = GOLD; side < N_SIDES; side++)
        g_clear_pointer(&t->size[side], g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Table, table_clear)

static uint32_t number_of(GHashTable *number, uint32_t actor, GArray *size)
{
    uint32_t known = GPOINTER_TO_UINT(g_hash_table_lookup(number, GUINT_TO_POINTER(actor + 1)));
    if (!known) {
        uint32_t none = 0;
        g_array_append_val(size, none);
        known = size->len;
        g_hash_table_insert(number, GUINT_TO_POINTER(actor + 1), GUINT_TO_POINTER(known));
    }
    g_array_index(size, uint32_t, known - 1)++;
    return known - 1;
}

static void table_init(Table *t, const Meeting *m, size_t n)
{
    g_autoptr(GHashTable) gold = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) system = g_hash_table_new(NULL, NULL);
    t->meet = g_array_new(FALSE, FALSE, sizeof(Meet));
    for (int side = GOLD; side < N_SIDES; side++)
        t->size[side] = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    for (size_t i = 0; i < n; i++) {
        Meet row = {number_of(gold, m[i].gold, t->size[GOLD]), number_of(system, m[i].system, t->size[SYSTEM]), 1};
        if (i && m[i].gold == m[i - 1].gold && m[i].system == m[i - 1].system)
            g_array_index(t->meet, Meet, t->meet->len - 1).n++;
        else
            g_array_append_val(t->meet, row);
    }
}

/* Σ over mentions of the share of their cluster that the other side keeps with them. */
static void add_b3(const Table *t, double *precision, double *recall)
{
    for (guint i = 0; i < t->meet->len; i++) {
        const Meet *m = &g_array_index(t->meet, Meet, i);
        double squared = (double)m->n * m->n;
        *precision += squared / g_array_index(t->size[SYSTEM], uint32_t, m->system);
        *recall += squared / g_array_index(t->size[GOLD], uint32_t, m->gold);
    }
}

/* φ4 of two clusters: Dice's coefficient of their mentions (Luo 2005). */
static double likeness(const Table *t, const Meet *m)
{
    return 2.0 * m->n /
           (g_array_index(t->size[GOLD], uint32_t, m->gold) + g_array_index(t->size[SYSTEM], uint32_t, m->system));
}

/* The greatest Σ φ4 over one-to-one matchings of clusters: the assignment problem (igraph's, on whole millionths, so
 * that its comparisons with 0 are exact). */
static double best_matching(const Table *t)
{
    enum { MILLION = 1000000 };
    g_auto(igraph_matrix_t) cost = {0};
    g_auto(igraph_vector_int_t) partner = {0};
    igraph_integer_t n = MAX(t->size[GOLD]->len, t->size[SYSTEM]->len);
    igraph_bridge_init();
    if (!igraph_bridge_ok(igraph_matrix_init(&cost, n, n), NULL) ||
        !igraph_bridge_ok(igraph_vector_int_init(&partner, n), NULL))
        return NAN;
    igraph_matrix_fill(&cost, MILLION);
    for (guint i = 0; i < t->meet->len; i++) {
        const Meet *m = &g_array_index(t->meet, Meet, i);
        MATRIX(cost, m->gold, m->system) = MILLION - round(MILLION * likeness(t, m));
    }
    if (!igraph_bridge_ok(igraph_solve_lsap(&cost, n, &partner), NULL))
        return NAN;
    double sum = 0;
    for (guint i = 0; i < t->meet->len; i++) {
        const Meet *m = &g_array_index(t->meet, Meet, i);
        if (VECTOR(partner)[m->gold] == (igraph_integer_t)m->system)
            sum += likeness(t, m);
    }
    return sum;
}

static double f1(double precision, double recall)
{
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : NAN;
}

LinkScore assessment_links(const Assessment *a)
{
    g_autoptr(GArray) list = meetings_of(a);
    const Meeting *m = (const Meeting *)(const void *)list->data;
    LinkScore s = {.n_mentions = list->len};
    double precision = 0, recall = 0, matched = 0, n_clusters[N_SIDES] = {0, 0};
    for (size_t from = 0, to; from < list->len; from = to) {
        g_auto(Table) t = {0};
        for (to = from; to < list->len && m[to].pair == m[from].pair;)
            to++;
        table_init(&t, m + from, to - from);
        add_b3(&t, &precision, &recall);
        matched += best_matching(&t);
        for (int side = GOLD; side < N_SIDES; side++)
            n_clusters[side] += t.size[side]->len;
    }
    double n = list->len ? (double)list->len : NAN;
    s.b3_precision = precision / n;
    s.b3_recall = recall / n;
    s.b3_f1 = f1(s.b3_precision, s.b3_recall);
    s.ceaf_precision = n_clusters[SYSTEM] > 0 ? matched / n_clusters[SYSTEM] : NAN;
    s.ceaf_recall = n_clusters[GOLD] > 0 ? matched / n_clusters[GOLD] : NAN;
    s.ceaf_f1 = f1(s.ceaf_precision, s.ceaf_recall);
    return s;
}

/* --- who is who, over all documents --- */

static int compare_meets(const void *a, const void *b)
{
    const Meet *x = a, *y = b;
    if (x->n != y->n)
        return x->n > y->n ? -1 : 1;
    if (x->gold != y->gold)
        return x->gold < y->gold ? -1 : 1;
    return x->system < y->system ? -1 : x->system > y->system;
}

/* Matches the actors left over whose text is the same: their id, or the key of their label. */
static void match_by_text(Assessment *a, bool *taken, bool by_label)
{
    const Cast *gold = a->side[GOLD].cast, *system = a->side[SYSTEM].cast;
    g_autoptr(GHashTable) row = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (uint32_t s = (uint32_t)system->n_actors; s-- > 0;)
        if (!taken[s])
            g_hash_table_insert(row, by_label ? utf8_key(system->actor[s].label) : g_strdup(system->actor[s].id),
                                GUINT_TO_POINTER(s + 1));
    for (uint32_t g = 0; g < gold->n_actors; g++) {
        if (a->actor_of[g] != ASSESSMENT_NONE)
            continue;
        g_autofree char *text = by_label ? utf8_key(gold->actor[g].label) : g_strdup(gold->actor[g].id);
        uint32_t s = GPOINTER_TO_UINT(g_hash_table_lookup(row, text));
        if (!s || taken[s - 1] || gold->actor[g].type != system->actor[s - 1].type)
            continue;
        a->actor_of[g] = s - 1;
        taken[s - 1] = true;
    }
}

void assessment_match_actors(Assessment *a)
{
    size_t n_gold = a->side[GOLD].cast->n_actors, n_system = a->side[SYSTEM].cast->n_actors;
    g_autoptr(GArray) list = meetings_of(a);
    g_autoptr(GArray) meet = g_array_new(FALSE, FALSE, sizeof(Meet));
    g_autofree bool *taken = g_new0(bool, n_system + 1);
    for (guint i = 0; i < list->len; i++)
        g_array_index(list, Meeting, i).pair = 0;
    g_array_sort(list, compare_meetings);
    for (guint i = 0; i < list->len; i++) {
        const Meeting *m = &g_array_index(list, Meeting, i);
        Meet row = {m->gold, m->system, 1};
        Meet *last = meet->len ? &g_array_index(meet, Meet, meet->len - 1) : NULL;
        if (last && last->gold == row.gold && last->system == row.system)
            last->n++;
        else
            g_array_append_val(meet, row);
    }
    g_array_sort(meet, compare_meets);
    a->actor_of = g_new(uint32_t, n_gold + 1);
    for (size_t g = 0; g < n_gold; g++)
        a->actor_of[g] = ASSESSMENT_NONE;
    for (guint i = 0; i < meet->len; i++) {
        const Meet *m = &g_array_index(meet, Meet, i);
        if (a->actor_of[m->gold] != ASSESSMENT_NONE || taken[m->system])
            continue;
        a->actor_of[m->gold] = m->system;
        taken[m->system] = true;
    }
    match_by_text(a, taken, false);
    match_by_text(a, taken, true);
}
