/* disparity.c - the disparity filter: how far a tie outweighs an even share of its ends' strength. */
#include "disparity.h"
#include <math.h>

double *disparity_scores(const Network *net)
{
    double *score = g_new(double, net->n_ties + 1);
    g_autofree double *strength = g_new0(double, net->n_nodes + 1);
    g_autofree uint32_t *degree = g_new0(uint32_t, net->n_nodes + 1);
    for (size_t i = 0; i < net->n_ties; i++) {
        const Tie *t = &net->tie[i];
        strength[t->a] += t->weight;
        strength[t->b] += t->weight;
        degree[t->a]++;
        degree[t->b]++;
    }
    for (size_t i = 0; i < net->n_ties; i++) {
        const Tie *t = &net->tie[i];
        double a = degree[t->a] > 1 ? pow(1 - t->weight / strength[t->a], degree[t->a] - 1) : 1;
        double b = degree[t->b] > 1 ? pow(1 - t->weight / strength[t->b], degree[t->b] - 1) : 1;
        score[i] = MIN(a, b);
    }
    return score;
}
