/* replicate_paths.c - degree and distances in 64 replicates at once: one bit a replicate, sums in bit planes. */
#include "replicate_paths.h"
#include "parallel.h"
#include <string.h>

enum { PLANES = 32 };

typedef struct Paths {
    const Network *network;
    const Incidence *incidence;
    const Replicates *replicates;
    Measure measure;
    uint64_t *kept; /* [block * n_events + column]: in which replicates of the block it stands */
    double *score;
} Paths;

/* 64 counters, bit i of all of them in plane i. */
typedef struct Counter {
    uint64_t plane[PLANES];
} Counter;

static inline void counter_add(Counter *c, uint64_t bits)
{
    for (int i = 0; bits; i++) {
        uint64_t carry = c->plane[i] & bits;
        c->plane[i] ^= bits;
        bits = carry;
    }
}

static uint32_t counter_read(const Counter *c, int lane)
{
    uint32_t n = 0;
    for (int i = 0; i < PLANES; i++)
        n |= (uint32_t)(c->plane[i] >> lane & 1) << i;
    return n;
}

static void degree_of(const Paths *p, size_t block, uint32_t source, uint64_t *met, uint32_t *touched, double *out)
{
    const Incidence *in = p->incidence;
    const uint64_t *kept = p->kept + block * in->n_events;
    Counter partners = {{0}};
    size_t n = 0;
    for (uint32_t i = in->actor_first[source]; i < in->actor_first[source + 1]; i++) {
        uint32_t e = in->actor_event[i];
        for (uint32_t c = in->event_first[e]; c < in->event_first[e + 1]; c++) {
            uint32_t v = in->cell_actor[c];
            if (v != source && !met[v])
                touched[n++] = v; /* again where no replicate keeps the event: harmless, it adds nothing */
            met[v] |= v == source ? 0 : kept[e];
        }
    }
    for (size_t i = 0; i < n; i++) {
        counter_add(&partners, met[touched[i]]);
        met[touched[i]] = 0;
    }
    for (int b = 0; b < REPLICATE_LANES; b++)
        out[b] = counter_read(&partners, b);
}

/* What a search from one source finds in each replicate: per distance, how many. */
typedef struct Found {
    double harmonic[REPLICATE_LANES], sum[REPLICATE_LANES], reached[REPLICATE_LANES];
} Found;

static void search(const Paths *p, size_t block, uint32_t source, uint64_t *frontier, uint64_t *seen, Found *found)
{
    const Incidence *in = p->incidence;
    const uint64_t *kept = p->kept + block * in->n_events;
    g_autofree uint64_t *crossed = g_new(uint64_t, in->n_events + 1);
    memset(found, 0, sizeof *found);
    memset(frontier, 0, in->n_actors * sizeof *frontier);
    memset(seen, 0, in->n_actors * sizeof *seen);
    frontier[source] = seen[source] = UINT64_MAX;
    for (uint32_t distance = 1;; distance++) {
        Counter arrived = {{0}};
        uint64_t any = 0;
        for (size_t e = 0; e < in->n_events; e++) {
            uint64_t on = 0;
            for (uint32_t c = in->event_first[e]; c < in->event_first[e + 1]; c++)
                on |= frontier[in->cell_actor[c]];
            crossed[e] = on & kept[e];
        }
        for (size_t v = 0; v < in->n_actors; v++) {
            uint64_t now = 0;
            for (uint32_t i = in->actor_first[v]; i < in->actor_first[v + 1]; i++)
                now |= crossed[in->actor_event[i]];
            now &= ~seen[v];
            frontier[v] = now;
            seen[v] |= now;
            any |= now;
            counter_add(&arrived, now);
        }
        if (!any)
            return;
        for (int b = 0; b < REPLICATE_LANES; b++) {
            uint32_t n = counter_read(&arrived, b);
            found->harmonic[b] += n / (double)distance;
            found->sum[b] += n * (double)distance;
            found->reached[b] += n;
        }
    }
}

static void score_block(void *context, size_t block)
{
    const Paths *p = context;
    const Incidence *in = p->incidence;
    g_autofree uint64_t *frontier = g_new0(uint64_t, in->n_actors + 1);
    g_autofree uint64_t *seen = g_new0(uint64_t, in->n_actors + 1);
    g_autofree uint32_t *touched = g_new(uint32_t, in->n_cells + 1);
    double others = p->network->n_nodes > 1 ? (double)(p->network->n_nodes - 1) : 1;
    for (size_t node = 0; node < p->network->n_nodes; node++) {
        double *out = p->score + node * p->replicates->n + block * REPLICATE_LANES;
        Found found;
        if (p->measure == MEASURE_DEGREE || p->measure == MEASURE_DEGREE_NORM)
            degree_of(p, block, p->network->row[node], frontier, touched, out);
        else
            search(p, block, p->network->row[node], frontier, seen, &found);
        for (int b = 0; b < REPLICATE_LANES; b++)
            switch (p->measure) {
            case MEASURE_DEGREE:
                break;
            case MEASURE_DEGREE_NORM:
                out[b] /= others;
                break;
            case MEASURE_CLOSENESS:
                out[b] = found.sum[b] > 0 ? found.reached[b] / others * found.reached[b] / found.sum[b] : 0;
                break;
            case MEASURE_HARMONIC_NORM:
                out[b] = found.harmonic[b] / others;
                break;
            default:
                out[b] = found.harmonic[b];
            }
    }
}

void replicate_paths(const Network *network, Measure m, const Replicates *replicates, unsigned n_threads, double *score)
{
    const Incidence *in = network->incidence;
    size_t n_blocks = replicates->n / REPLICATE_LANES;
    g_autofree uint64_t *kept = g_new0(uint64_t, n_blocks * in->n_events + 1);
    for (size_t block = 0; block < n_blocks; block++)
        for (size_t e = 0; e < in->n_events; e++)
            for (int b = 0; b < REPLICATE_LANES; b++)
                kept[block * in->n_events + e] |=
                    (uint64_t)(replicates->weight[e * replicates->n + block * REPLICATE_LANES + (size_t)b] > 0) << b;
    Paths p = {network, in, replicates, m, kept, score};
    parallel_for(n_blocks, n_threads, score_block, &p);
}
