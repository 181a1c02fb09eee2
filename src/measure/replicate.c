/* replicate.c - the corpus gathered again, many times: a weight for every event in every replicate. */
#include "replicate.h"
#include "random.h"

static Replicates *replicates_new(const Clusters *clusters, size_t n_columns, size_t n)
{
    Replicates *r = g_new0(Replicates, 1);
    r->n_real = n;
    r->n = (n + REPLICATE_LANES - 1) / REPLICATE_LANES * REPLICATE_LANES;
    r->n_columns = n_columns;
    r->n_clusters = clusters->n;
    r->weight = g_new0(uint8_t, n_columns * r->n + 1);
    r->cluster_weight = g_new0(uint8_t, clusters->n * r->n + 1);
    return r;
}

/* From clusters to events. */
static void weigh_columns(Replicates *r, const Clusters *clusters)
{
    for (size_t e = 0; e < r->n_columns; e++) {
        uint8_t *w = r->weight + e * r->n;
        for (uint32_t i = clusters->first[e]; i < clusters->first[e + 1]; i++) {
            const uint8_t *c = r->cluster_weight + clusters->cluster[i] * r->n;
            for (size_t b = 0; b < r->n; b++)
                w[b] = MAX(w[b], c[b]);
        }
    }
}

Replicates *replicates_bootstrap(const Clusters *clusters, size_t n_columns, size_t n, uint64_t seed)
{
    Replicates *r = replicates_new(clusters, n_columns, n);
    for (size_t b = 0; b < r->n; b++) {
        Random random;
        random_init(&random, seed, b);
        for (size_t i = 0; i < clusters->n; i++) {
            uint8_t *w = &r->cluster_weight[random_below(&random, (uint32_t)clusters->n) * r->n + b];
            *w = (uint8_t)MIN(*w + 1, UINT8_MAX);
        }
    }
    weigh_columns(r, clusters);
    return r;
}

Replicates *replicates_half(const Clusters *clusters, size_t n_columns, size_t n, uint64_t seed)
{
    Replicates *r = replicates_new(clusters, n_columns, n);
    g_autofree uint32_t *order = g_new(uint32_t, clusters->n + 1);
    size_t half = clusters->n / 2;
    for (size_t b = 0; b < r->n; b += 2) { /* n is even */
        Random random;
        random_init(&random, seed, b);
        for (uint32_t c = 0; c < clusters->n; c++)
            order[c] = c;
        random_shuffle(&random, order, (uint32_t)clusters->n);
        for (size_t i = 0; i < half; i++) {
            r->cluster_weight[order[i] * r->n + b] = 1;
            r->cluster_weight[order[half + i] * r->n + b + 1] = 1;
        }
    }
    weigh_columns(r, clusters);
    return r;
}

Replicates *replicates_leave_out(const Clusters *clusters, size_t n_columns)
{
    Replicates *r = replicates_new(clusters, n_columns, clusters->n);
    for (size_t c = 0; c < clusters->n; c++)
        for (size_t b = 0; b < r->n; b++)
            r->cluster_weight[c * r->n + b] = b != c;
    weigh_columns(r, clusters);
    return r;
}

void replicates_free(Replicates *r)
{
    if (!r)
        return;
    g_free(r->weight);
    g_free(r->cluster_weight);
    g_free(r);
}
