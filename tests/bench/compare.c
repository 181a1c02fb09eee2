/* compare.c - how often does compare find a change where there is none? Invented periods, many of them.
 *
 * usage: compare [CORPORA] [PERMUTATIONS] [CLUSTERS]      (1000 1000 60)
 *
 * The second period holds twice the clusters of the first (support/dealt.h). One row a dependence, measure and unit of
 * permutation: share of actors with p < .05, of comparisons in which any actor has it, and of those in which one has it
 * after maxT (4–6 % is wanted, and less is honest); share of actors whose raw degree rises for the longer period alone.
 */
#include "dealt.h"
#include <stdio.h>
#include <stdlib.h>

typedef struct Tally {
    double actor, any, max, refused, risen;
} Tally;

/* Actors with more partners on side 1 than on side 0, nothing rarefied. */
static double raw_degree_rises(const Compared *c)
{
    uint32_t tied[2][DEALT_ACTORS] = {0};
    double n = 0;
    for (size_t e = 0; e < c->n_events; e++)
        for (uint32_t i = 0; i < c->event[e].cells.n; i++)
            for (uint32_t j = 0; j < c->event[e].cells.n; j++)
                if (i != j)
                    tied[c->event[e].in[1]][c->cell[c->event[e].cells.first + i].actor] |=
                        1u << c->cell[c->event[e].cells.first + j].actor;
    for (int a = 0; a < DEALT_ACTORS; a++) {
        int degree[2] = {0, 0};
        for (int i = 0; i < DEALT_ACTORS; i++)
            for (int s = 0; s < 2; s++)
                degree[s] += tied[s][a] >> i & 1;
        n += degree[1] > degree[0];
    }
    return n / DEALT_ACTORS;
}

static void study(Dependence how, Measure by, bool by_event, int n_corpora, unsigned permutations, int n_clusters)
{
    Tally t = {0};
    for (int corpus = 0; corpus < n_corpora; corpus++) {
        Random r;
        Compared c;
        random_init(&r, 9000 + how, (uint64_t)corpus);
        dealt_draw(&c, &r, n_clusters, how, by_event);
        g_autoptr(Comparison) x = compare_sides(
            &c, &(CompareOptions){.by = by, .n_permutations = permutations, .n_threads = 0, .seed = (uint64_t)corpus});
        bool any = false, max = false;
        t.risen += raw_degree_rises(&c) / n_corpora;
        t.refused += x->why_not != NULL;
        for (size_t a = 0; a < x->n_actors && !x->why_not; a++) {
            t.actor += (x->p[a] < 0.05) / (double)DEALT_ACTORS;
            any |= x->p[a] < 0.05;
            max |= x->p_max[a] < 0.05;
        }
        t.any += any;
        t.max += max;
        compared_clear(&c);
    }
    double n = n_corpora - t.refused;
    printf("%s\t%s\t%s\t%d\t%.0f\t%.3f\t%.2f\t%.3f\t%.2f\n", dependence_names[how], measure_name(by),
           by_event ? "events" : "clusters", n_corpora, t.refused, t.actor / n, t.any / n, t.max / n, t.risen);
    fflush(stdout);
}

int main(int argc, char **argv)
{
    int n_corpora = argc > 1 ? atoi(argv[1]) : 1000;
    unsigned permutations = argc > 2 ? (unsigned)atoi(argv[2]) : 1000;
    int n_clusters = argc > 3 ? atoi(argv[3]) : 60;
    printf("dependence\tmeasure\tpermuted\tcorpora\trefused\tactor_type_1\tany_actor\tmaxt\traw_degree_rises\n");
    for (Dependence how = INDEPENDENT; how < N_DEPENDENCES; how++) {
        int n = how == INDEPENDENT ? n_clusters : how == THROUGHOUT ? n_clusters * 2 / 3 : (int)(n_clusters / 2.4);
        for (int m = 0; m < 2; m++)
            for (int by_event = 0; by_event < 2; by_event++)
                study(how, m ? MEASURE_DEGREE : MEASURE_STRENGTH, by_event, n_corpora, permutations, n);
    }
    return 0;
}
