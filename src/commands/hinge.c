/* hinge.c - where an actor would stand without an event, a series, an outlet or a document. */
#include "hinge.h"
#include "cluster.h"
#include <math.h>
#include <stdlib.h>

bool hinge_measure(const Invocation *v, const Pipeline *p, ActorId actor, const Incidence *rest, Without *out,
                   GError **error)
{
    g_autoptr(Network) network =
        backbone_project(rest, &v->request.selection, v->request.measure.seed, v->n_threads, NULL, error);
    g_autoptr(Scores) scores =
        network ? measure_network(network, MEASURE_BIT(v->by), &v->request.measure, error) : NULL;
    if (!scores)
        return false;
    g_autoptr(Ranking) ranking = ranking_new(scores, v->by);
    *out = (Without){NAN, 0};
    for (size_t i = 0; i < ranking->n; i++)
        if (actor_id_equal(network->incidence->actor[network->row[ranking->node[i]]], actor))
            *out = (Without){scores->value[v->by][ranking->node[i]], ranking->rank[i]};
    return true;
}

/* One series, outlet or document: the events that go with it. */
typedef struct Bundle {
    uint32_t cluster, first;  /* first: its earliest column that goes */
    uint32_t n_events, n_own; /* that go; those of the actor */
} Bundle;

static bool goes(const Clusters *c, uint32_t column, uint32_t cluster)
{
    return c->first[column + 1] - c->first[column] == 1 && c->cluster[c->first[column]] == cluster;
}

static int by_own(const void *x, const void *y)
{
    const Bundle *a = x, *b = y;
    if (a->n_own != b->n_own)
        return a->n_own > b->n_own ? -1 : 1;
    return (a->cluster > b->cluster) - (a->cluster < b->cluster);
}

static Bundle *find_bundles(const Incidence *in, const Clusters *c, uint32_t row)
{
    Bundle *bundle = g_new0(Bundle, c->n + 1);
    for (uint32_t i = 0; i < c->n; i++)
        bundle[i] = (Bundle){.cluster = i, .first = UINT32_MAX};
    for (uint32_t e = 0; e < in->n_events; e++)
        if (c->first[e + 1] - c->first[e] == 1) {
            Bundle *b = &bundle[c->cluster[c->first[e]]];
            b->first = MIN(b->first, e);
            b->n_events++;
            b->n_own += incidence_cell(in, row, e) != UINT32_MAX;
        }
    qsort(bundle, c->n, sizeof *bundle, by_own);
    return bundle;
}

/* Its name, for a sentence; NULL for a document that tells no outlet, as an outlet. Heap. */
static char *name_of(const Incidence *in, ResampleBy by, const Bundle *b)
{
    const Event *e = &in->corpus->event[in->event[b->first].i];
    if (by == RESAMPLE_SERIES)
        return g_strdup_printf("the series %s", e->series);
    const Document *d = &in->corpus->document[in->corpus->event_document[e->documents.first].i];
    if (by == RESAMPLE_SOURCE)
        return g_strdup(d->outlet);
    return d->title ? g_strdup_printf("%s (%s)", d->id, d->title) : g_strdup(d->id);
}

/* The bundle without which the rank is lowest; *out is its standing then, rank as it is where none lowers it. */
static bool find_worst(const Invocation *v, const Pipeline *p, uint32_t node, ResampleBy by, const Clusters *clusters,
                       Bundle *worst, Without *out, GError **error)
{
    const Incidence *in = p->incidence;
    g_autofree Bundle *bundle = find_bundles(in, clusters, p->network->row[node]);
    g_autofree bool *keep = g_new(bool, in->n_events + 1);
    for (size_t i = 0; i < MIN(clusters->n, HINGE_TRIED) && bundle[i].n_own; i++) {
        if (bundle[i].n_events < 2 || bundle[i].n_events == in->n_events)
            continue;
        g_autofree char *name = name_of(in, by, &bundle[i]);
        for (uint32_t e = 0; e < in->n_events; e++)
            keep[e] = !goes(clusters, e, bundle[i].cluster);
        Without now;
        if (!name)
            continue;
        g_autoptr(Incidence) rest = incidence_subset(in, keep);
        if (!hinge_measure(v, p, in->actor[p->network->row[node]], rest, &now, error))
            return false;
        if (now.rank > out->rank) {
            *worst = bundle[i];
            *out = now;
        }
    }
    return true;
}

bool hinge_say(Report *r, const Invocation *v, const Pipeline *p, uint32_t node, uint32_t rank, GError **error)
{
    static const ResampleBy kind[] = {RESAMPLE_SERIES, RESAMPLE_SOURCE, RESAMPLE_DOCUMENT};
    bool hangs = false;
    for (size_t i = 0; i < G_N_ELEMENTS(kind); i++) {
        g_autoptr(Clusters) clusters = clusters_new(p->incidence, kind[i]);
        Bundle worst = {0};
        Without out = {NAN, rank};
        if (!find_worst(v, p, node, kind[i], clusters, &worst, &out, error))
            return false;
        if (out.rank == rank)
            continue;
        hangs = true;
        char place[16];
        g_autofree char *name = name_of(p->incidence, kind[i], &worst);
        g_autofree char *without =
            kind[i] == RESAMPLE_SERIES
                ? g_strdup_printf("without the %u edition%s it took part in", worst.n_own, worst.n_own == 1 ? "" : "s")
                : g_strdup_printf("without the %u of its events that only this %s tells", worst.n_own,
                                  kind[i] == RESAMPLE_SOURCE ? "outlet" : "document");
        report_footer(r, "Hangs on %s: %s, %s.", name, without, ordinal(out.rank, place));
    }
    if (!hangs)
        report_footer(r, "Without any one series, outlet or document that tells several events it stands as high.");
    return true;
}
