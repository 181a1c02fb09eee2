/* ranking.c - who stands where by one measure: 1-1-3 ranks, equals together in the order of their names. */
#include "measure.h"
#include "number.h"

#include <math.h>
#include <stdlib.h>

typedef struct Standing {
    double key; /* rounded; larger comes first; NaN = undefined */
    uint32_t node;
} Standing;

/* Nodes are numbered in the order of the cast: by name, then id. */
static int compare(const void *x, const void *y)
{
    const Standing *a = x, *b = y;
    if (isnan(a->key) != isnan(b->key))
        return isnan(a->key) ? 1 : -1;
    if (a->key != b->key && !isnan(a->key))
        return a->key > b->key ? -1 : 1;
    return a->node < b->node ? -1 : a->node > b->node;
}

Ranking *ranking_new(const Scores *scores, Measure measure)
{
    g_return_val_if_fail(scores->value[measure], NULL);
    size_t n = scores->n_nodes, n_defined = 0;
    double sign = measure == MEASURE_CONSTRAINT ? -1 : 1;
    g_autofree Standing *standing = g_new(Standing, n + 1);
    for (uint32_t v = 0; v < n; v++) {
        standing[v] = (Standing){sign * number_round(scores->value[measure][v], 12), v};
        n_defined += !isnan(standing[v].key);
    }
    qsort(standing, n, sizeof *standing, compare);

    Ranking *ranking = g_new0(Ranking, 1);
    ranking->n = n;
    ranking->node = g_new(uint32_t, n + 1);
    ranking->rank = g_new0(uint32_t, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        ranking->node[i] = standing[i].node;
        if (i < n_defined)
            ranking->rank[i] = i > 0 && standing[i].key == standing[i - 1].key ? ranking->rank[i - 1] : i + 1;
    }
    ranking->all_tied = n_defined > 1 && ranking->rank[n_defined - 1] == 1;
    return ranking;
}

void ranking_free(Ranking *ranking)
{
    if (!ranking)
        return;
    g_free(ranking->node);
    g_free(ranking->rank);
    g_free(ranking);
}
