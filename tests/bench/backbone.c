/* backbone.c - how often each backbone flags pairs that chance alone made, and how long large networks take.
 *
 * usage: backbone [CORPORA] [DRAWS]      (120 400)
 *
 * 20 actors of lognormal activity; events either half bilateral, 40 % of three to five, 10 % plenaries of 16, or all of
 * four; who meets whom depends on activity and size only. One row a cell: the share of all pairs flagged at 5 %
 * (disparity: score < .05), and the share of corpora in which anything is kept at a false discovery rate of 5 %. */
#include "backbone.h"
#include "random.h"
#include "support.h"
#include <math.h>
#include <stdio.h>

enum { ACTORS = 20 };

typedef struct Cell {
    unsigned n_events;
    bool unequal;
} Cell;

static Made *draw(const Cell *cell, uint64_t seed)
{
    Random r;
    double activity[ACTORS];
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(g_free);
    random_init(&r, 2026, seed);
    for (int i = 0; i < ACTORS; i++)
        activity[i] = .8 * random_normal(&r);
    for (unsigned e = 0; e < cell->n_events; e++) {
        double key[ACTORS];
        uint32_t kind = random_below(&r, 10), some = 3 + random_below(&r, 3);
        uint32_t k = !cell->unequal ? 4 : kind < 5 ? 2 : kind < 9 ? some : 16;
        for (int i = 0; i < ACTORS; i++)
            key[i] = activity[i] - log(-log(random_unit(&r) + 1e-300)); /* Gumbel: without replacement, by activity */
        for (int i = 0; i < ACTORS; i++) {
            uint32_t before = 0;
            for (int j = 0; j < ACTORS; j++)
                before += key[j] > key[i];
            if (before < k)
                g_ptr_array_add(all, g_strdup_printf("%c %u", 'a' + i, e));
        }
    }
    g_ptr_array_add(all, NULL);
    return made_new((const char *const *)all->pdata);
}

static void study(const Cell *cell, unsigned n_corpora, size_t draws)
{
    double flagged[N_BACKBONE_METHODS] = {0}, found[N_BACKBONE_METHODS] = {0}, pairs = 0;
    for (unsigned c = 0; c < n_corpora; c++) {
        g_autoptr(Made) made = draw(cell, c);
        Selection s;
        selection_init(&s);
        s.weight = WEIGHT_COUNT;
        g_autoptr(Network) net = network_project(made->incidence, &s, NULL);
        for (BackboneMethod m = 0; (int)m < N_BACKBONE_METHODS; m++) {
            BackboneOptions options = {.method = m, .alpha = .05, .draws = draws, .seed = c};
            g_autoptr(Backbone) b = backbone_find(net, &options, NULL);
            for (size_t t = 0; t < b->n_ties; t++)
                flagged[m] += (m == BACKBONE_DISPARITY ? b->tie[t].score : b->tie[t].p) < .05;
            found[m] += b->n_kept > 0;
            pairs += m ? 0 : (double)b->n_pairs;
        }
    }
    printf("%u\t%s", cell->n_events, cell->unequal ? "10 % plenaries" : "all of four");
    for (int m = 0; m < N_BACKBONE_METHODS; m++)
        printf("\t%.4f\t%.2f", flagged[m] / pairs, found[m] / n_corpora);
    printf("\n");
    fflush(stdout);
}

/* Activity falls with the square root of the rank; half the events are bilateral, a hundredth have a hundred actors. */
static Made *draw_large(uint32_t n_actors, unsigned n_events)
{
    Random r;
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(g_free);
    random_init(&r, 1, 0);
    for (unsigned e = 0; e < n_events; e++) {
        uint32_t k = e % 100 == 0 ? MIN(100, n_actors / 2) : e % 2 ? 2 : 3 + random_below(&r, 5);
        for (uint32_t i = 0; i < k; i++) {
            double u = random_unit(&r);
            g_ptr_array_add(all, g_strdup_printf("a%u %u", (unsigned)(u * u * n_actors), e));
        }
    }
    g_ptr_array_add(all, NULL);
    return made_new((const char *const *)all->pdata);
}

static void time_large(uint32_t n_actors, unsigned n_events)
{
    g_autoptr(Made) made = draw_large(n_actors, n_events);
    Selection s;
    selection_init(&s);
    g_autoptr(Network) net = network_project(made->incidence, &s, NULL);
    for (BackboneMethod m = 0; (int)m < N_BACKBONE_METHODS; m++) {
        BackboneOptions options = {.method = m, .alpha = .05, .seed = 1};
        int64_t start = g_get_monotonic_time();
        g_autoptr(Backbone) b = backbone_find(net, &options, NULL);
        printf("%zu actors, %zu events, %zu ties\t%s\t%.2f s\t%zu draws\t%zu kept\n", net->n_nodes,
               made->incidence->n_events, net->n_ties, backbone_method_name(m),
               (double)(g_get_monotonic_time() - start) / 1e6, b->draws, b->n_kept);
        fflush(stdout);
    }
}

int main(int argc, char **argv)
{
    static const Cell cell[] = {{60, true}, {60, false}, {200, true}};
    unsigned n_corpora = argc > 1 ? (unsigned)g_ascii_strtoull(argv[1], NULL, 10) : 120;
    size_t draws = argc > 2 ? (size_t)g_ascii_strtoull(argv[2], NULL, 10) : 400;
    printf("events\tsizes");
    for (BackboneMethod m = 0; (int)m < N_BACKBONE_METHODS; m++)
        printf("\t%s\tkept any", backbone_method_name(m));
    printf("\n");
    for (size_t i = 0; i < G_N_ELEMENTS(cell); i++)
        study(&cell[i], n_corpora, draws);
    time_large(60, 300);
    time_large(300, 2000);
    return 0;
}
