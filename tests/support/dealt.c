/* dealt.c - two sides of a comparison between which nothing has changed, drawn at random. */
#include "dealt.h"
#include <math.h>

const char *const dependence_names[] = {"independent", "series", "duplicates", "series throughout"};

enum { GROUPS = 3 };

static const double *activity(void)
{
    static double of[DEALT_ACTORS];
    Random r;
    random_init(&r, 7, 0);
    for (int i = 0; i < DEALT_ACTORS; i++)
        of[i] = exp(0.7 * random_normal(&r));
    return of;
}

/* Bits of the actors: k of them by weighted sampling without replacement (Efraimidis and Spirakis 2006). */
static uint32_t draw_event(Random *r, const double *active)
{
    double u = random_unit(r), key[DEALT_ACTORS];
    uint32_t home = random_below(r, GROUPS), bits = 0, k = u < 0.5 ? 2 : 3 + random_below(r, 4);
    for (uint32_t i = 0; u >= 0.9 && i < DEALT_ACTORS; i++)
        bits |= (uint32_t)(random_unit(r) < (i % GROUPS == home ? 0.85 : 0.15)) << i;
    for (uint32_t i = 0; u < 0.9 && i < DEALT_ACTORS; i++)
        key[i] = log(random_unit(r) + 1e-300) / (active[i] * (i % GROUPS == home ? 1 : exp(-1.8)));
    for (uint32_t taken = 0; u < 0.9 && taken < k; taken++) {
        int best = -1;
        for (int i = 0; i < DEALT_ACTORS; i++)
            if (!(bits >> i & 1) && (best < 0 || key[i] > key[best]))
                best = i;
        bits |= 1u << best;
    }
    return bits;
}

static int poisson(Random *r, double mean)
{
    double p = exp(-mean), u = random_unit(r), sum = p;
    int k = 0;
    while (u > sum && k < 30)
        sum += p *= mean / ++k;
    return k;
}

static void add_event(GArray *events, GArray *cells, uint32_t bits, int side, uint32_t cluster)
{
    ComparedEvent e = {.in = {side == 0, side == 1}, .cluster = cluster, .cells = {cells->len, 0}};
    uint32_t k = 0;
    for (int i = 0; i < DEALT_ACTORS; i++)
        k += bits >> i & 1;
    for (uint32_t i = 0; i < DEALT_ACTORS; i++)
        if (bits >> i & 1) {
            ComparedCell cell = {i, e.cells.n++, k > 1};
            g_array_append_val(cells, cell);
        }
    g_array_append_val(events, e);
}

static void draw_editions(GArray *events, GArray *cells, Random *r, uint32_t base, int n, Dependence how, int side,
                          uint32_t cluster)
{
    for (int e = 0; e < n; e++) {
        uint32_t bits = base;
        for (int i = 0; (how == SERIES || how == THROUGHOUT) && i < DEALT_ACTORS; i++)
            if (base >> i & 1 ? random_unit(r) > 0.8 : random_unit(r) < 0.02)
                bits ^= 1u << i;
        add_event(events, cells, bits, side, cluster);
    }
}

void dealt_draw(Compared *out, Random *r, int n, Dependence how, bool by_event)
{
    g_autoptr(GArray) events = g_array_new(FALSE, FALSE, sizeof(ComparedEvent));
    g_autoptr(GArray) cells = g_array_new(FALSE, FALSE, sizeof(ComparedCell));
    const double *active = activity();
    for (int c = 0; c < (how == THROUGHOUT ? n : 3 * n); c++) {
        uint32_t base = draw_event(r, active);
        int side = c >= n, editions = how == INDEPENDENT ? 1 : 1 + poisson(r, 1.4);
        draw_editions(events, cells, r, base, editions, how, side, (uint32_t)c);
        if (how == THROUGHOUT)
            draw_editions(events, cells, r, base, 1 + poisson(r, 3.8), how, 1, (uint32_t)c);
    }
    *out = (Compared){.n_events = events->len, .n_cells = cells->len, .n_actors = DEALT_ACTORS};
    out->n_clusters = by_event ? events->len : (size_t)(how == THROUGHOUT ? n : 3 * n);
    out->event = g_memdup2(events->data, events->len * sizeof(ComparedEvent));
    out->cell = g_memdup2(cells->data, cells->len * sizeof(ComparedCell));
    for (uint32_t e = 0; by_event && e < events->len; e++)
        out->event[e].cluster = e;
}
