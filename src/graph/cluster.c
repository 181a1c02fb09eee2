/* cluster.c - which events stand or fall together when a corpus is imagined to be gathered again. */
#include "cluster.h"
#include "disjoint.h"
#include "utf8.h"
#include <string.h>

static const char *const names[] = {"default", "event", "series", "document", "source"};

const char *resample_by_name(ResampleBy by) { return names[by]; }

bool resample_by_by_name(const char *name, ResampleBy *by)
{
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (g_str_equal(name, names[i])) {
            *by = (ResampleBy)i;
            return true;
        }
    return false;
}

static const Event *event_at(const Incidence *in, uint32_t column) { return &in->corpus->event[in->event[column].i]; }

static bool share_document(const Incidence *in, const Event *a, const Event *b)
{
    for (uint32_t i = 0; i < a->documents.n; i++)
        for (uint32_t j = 0; j < b->documents.n; j++)
            if (document_id_equal(in->corpus->event_document[a->documents.first + i],
                                  in->corpus->event_document[b->documents.first + j]))
                return true;
    return false;
}

static bool days_may_meet(Date a, Date b)
{
    if (date_is_unknown(a) || date_is_unknown(b))
        return false;
    return (int64_t)a.earliest <= (int64_t)b.latest + 1 && (int64_t)b.earliest <= (int64_t)a.latest + 1;
}

/* Did a person say that they are two? */
static bool told_apart(const Incidence *in, uint32_t a, uint32_t b)
{
    const Corpus *c = in->corpus;
    uint32_t x = MIN(in->event[a].i, in->event[b].i), y = MAX(in->event[a].i, in->event[b].i);
    size_t low = 0, high = c->n_distinct;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const EventPair *p = &c->distinct[middle];
        if (p->a.i < x || (p->a.i == x && p->b.i < y))
            low = middle + 1;
        else
            high = middle;
    }
    return low < c->n_distinct && c->distinct[low].a.i == x && c->distinct[low].b.i == y;
}

static bool may_be_one(const Incidence *in, uint32_t a, uint32_t b)
{
    const Event *x = event_at(in, a), *y = event_at(in, b);
    return x->kind != EVENT_UNIT && days_may_meet(x->first, y->first) && !share_document(in, x, y) &&
           !told_apart(in, a, b);
}

/* Actors that take part in both, and in either. */
static uint32_t overlap(const Incidence *in, uint32_t a, uint32_t b, uint32_t *either)
{
    uint32_t i = in->event_first[a], j = in->event_first[b], end_i = in->event_first[a + 1],
             end_j = in->event_first[b + 1], both = 0;
    uint32_t all = end_i - i + end_j - j;
    while (i < end_i && j < end_j) {
        uint32_t p = in->cell_actor[i], q = in->cell_actor[j];
        both += p == q;
        i += p <= q;
        j += q <= p;
    }
    *either = all - both;
    return both;
}

static bool are_suspect(uint32_t both, uint32_t either) { return both >= 2 && both * 5 >= either * 3; }

bool cluster_suspects(const Incidence *in, uint32_t a, uint32_t b)
{
    uint32_t either, both = may_be_one(in, a, b) ? overlap(in, a, b, &either) : 0;
    return both && are_suspect(both, either);
}

/* --- one cluster an event: union of columns --- */

static void unite_series(const Incidence *in, uint32_t *parent, Clusters *c)
{
    g_autoptr(GHashTable) first = g_hash_table_new(g_direct_hash, g_direct_equal); /* interned series → column + 1 */
    g_autofree bool *counted = g_new0(bool, in->n_events + 1);
    for (uint32_t e = 0; e < in->n_events; e++) {
        const char *series = event_at(in, e)->series;
        uint32_t other = series ? GPOINTER_TO_UINT(g_hash_table_lookup(first, series)) : 0;
        if (!series)
            continue;
        if (!other)
            g_hash_table_insert(first, (gpointer)series, GUINT_TO_POINTER(e + 1));
        else {
            disjoint_unite(parent, other - 1, e);
            c->n_series += !counted[other - 1];
            counted[other - 1] = true;
        }
    }
}

/* Columns stand by day, so only neighbours in time are compared. */
EventTwins *cluster_twins(const Incidence *in, size_t *n)
{
    g_autoptr(GArray) twins = g_array_new(FALSE, FALSE, sizeof(EventTwins));
    for (uint32_t a = 0; a < in->n_events; a++) {
        Date day = event_at(in, a)->first;
        if (date_is_unknown(day))
            continue;
        for (uint32_t b = a + 1; b < in->n_events; b++) {
            Date other = event_at(in, b)->first;
            if (date_is_unknown(other) || (int64_t)other.earliest > (int64_t)day.latest + 1)
                break;
            EventTwins t = {.a = a, .b = b};
            if (!may_be_one(in, a, b) || !(t.both = overlap(in, a, b, &t.either)))
                continue;
            t.suspected = are_suspect(t.both, t.either);
            t.series = event_at(in, a)->series && event_at(in, a)->series == event_at(in, b)->series;
            t.name = utf8_distance(event_at(in, a)->label, event_at(in, b)->label) == 0;
            if (t.suspected || t.series || t.name)
                g_array_append_val(twins, t);
        }
    }
    *n = twins->len;
    return (EventTwins *)(void *)g_array_free(g_steal_pointer(&twins), FALSE);
}

static void unite_duplicates(const Incidence *in, uint32_t *parent, Clusters *c)
{
    size_t n;
    g_autofree EventTwins *twins = cluster_twins(in, &n);
    for (size_t i = 0; i < n; i++)
        if (twins[i].suspected) {
            c->n_duplicates++;
            disjoint_unite(parent, twins[i].a, twins[i].b);
        }
}

size_t cluster_told_once(const Incidence *in, bool *keep)
{
    size_t n, left = in->n_events;
    g_autofree EventTwins *twins = cluster_twins(in, &n);
    g_autofree uint32_t *parent = g_new(uint32_t, in->n_events + 1);
    g_autofree uint32_t *largest = g_new(uint32_t, in->n_events + 1);
    for (uint32_t e = 0; e < in->n_events; e++) {
        parent[e] = largest[e] = e;
        keep[e] = true;
    }
    for (size_t i = 0; i < n; i++)
        if (twins[i].suspected)
            left -= disjoint_unite(parent, twins[i].a, twins[i].b);
    for (uint32_t e = 0; e < in->n_events; e++) {
        uint32_t *most = &largest[disjoint_root(parent, e)];
        if (in->event_k[e] > in->event_k[*most])
            *most = e;
    }
    for (uint32_t e = 0; e < in->n_events; e++)
        keep[e] = largest[disjoint_root(parent, e)] == e;
    return left;
}

static void number_columns(const Incidence *in, Clusters *c, uint32_t *parent)
{
    g_autofree uint32_t *number = g_new(uint32_t, in->n_events + 1);
    c->cluster = g_new(uint32_t, in->n_events + 1);
    for (uint32_t e = 0; e < in->n_events; e++) {
        uint32_t root = disjoint_root(parent, e); /* never later than e */
        number[e] = root == e ? (uint32_t)c->n++ : number[root];
        c->first[e] = e;
        c->cluster[e] = number[e];
    }
    c->first[in->n_events] = (uint32_t)in->n_events;
}

/* --- several clusters an event: its documents, or their outlets --- */

static void number_documents(const Incidence *in, Clusters *c)
{
    const Corpus *corpus = in->corpus;
    g_autoptr(GHashTable) outlet = g_hash_table_new(g_direct_hash, g_direct_equal);
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    g_autofree uint32_t *number = g_new(uint32_t, corpus->n_documents + 1);
    memset(number, 0xff, (corpus->n_documents + 1) * sizeof *number);
    for (uint32_t e = 0; e < in->n_events; e++) {
        const Event *event = event_at(in, e);
        c->first[e] = all->len;
        for (uint32_t i = 0; i < event->documents.n; i++) {
            uint32_t d = corpus->event_document[event->documents.first + i].i;
            const char *source = c->by == RESAMPLE_SOURCE ? corpus->document[d].outlet : NULL;
            uint32_t known = source ? GPOINTER_TO_UINT(g_hash_table_lookup(outlet, source)) : number[d] + 1;
            if (!known) {
                known = (uint32_t)++c->n;
                if (source)
                    g_hash_table_insert(outlet, (gpointer)source, GUINT_TO_POINTER(known));
                else
                    number[d] = known - 1;
            }
            bool repeated = false;
            for (uint32_t j = c->first[e]; j < all->len; j++)
                repeated |= g_array_index(all, uint32_t, j) == known - 1;
            if (!repeated) {
                uint32_t cluster = known - 1;
                g_array_append_val(all, cluster);
            }
        }
    }
    c->first[in->n_events] = all->len;
    c->cluster = g_memdup2(all->data, all->len * sizeof(uint32_t));
}

Clusters *clusters_new(const Incidence *in, ResampleBy by)
{
    Clusters *c = g_new0(Clusters, 1);
    c->by = by;
    c->first = g_new0(uint32_t, in->n_events + 1);
    if (by == RESAMPLE_DOCUMENT || by == RESAMPLE_SOURCE) {
        number_documents(in, c);
        return c;
    }
    g_autofree uint32_t *parent = g_new(uint32_t, in->n_events + 1);
    for (uint32_t e = 0; e < in->n_events; e++)
        parent[e] = e;
    if (by != RESAMPLE_EVENT)
        unite_series(in, parent, c);
    if (by == RESAMPLE_DEFAULT)
        unite_duplicates(in, parent, c);
    number_columns(in, c, parent);
    return c;
}

size_t clusters_tie_making(const Clusters *c, const Incidence *in)
{
    g_autofree bool *makes = g_new0(bool, c->n + 1);
    size_t n = 0;
    for (size_t e = 0; e < in->n_events; e++)
        for (uint32_t i = c->first[e]; i < c->first[e + 1]; i++)
            makes[c->cluster[i]] |= in->event_k[e] > 1;
    for (size_t i = 0; i < c->n; i++)
        n += makes[i];
    return n;
}

void clusters_free(Clusters *c)
{
    if (!c)
        return;
    g_free(c->first);
    g_free(c->cluster);
    g_free(c);
}
