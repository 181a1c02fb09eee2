/* stature.c - how large each actor is drawn, whether it has a label, and which group's colour it wears. */
#include "stature.h"
#include "boxes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const double *size_column(const Scores *scores, const PictureOptions *options, Measure *which)
{
    Measure wanted[] = {options->size_by, MEASURE_STRENGTH};
    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++)
        if (wanted[i] < N_MEASURES && scores->value[wanted[i]]) {
            *which = wanted[i];
            return scores->value[wanted[i]];
        }
    return NULL;
}

void column_range(const double *column, size_t n, double *smallest, double *largest)
{
    *smallest = INFINITY;
    *largest = -INFINITY;
    for (size_t i = 0; column && i < n; i++)
        if (isfinite(column[i])) {
            *smallest = fmin(*smallest, column[i]);
            *largest = fmax(*largest, column[i]);
        }
    if (*smallest > *largest)
        *smallest = *largest = 0;
}

static int compare_scores(const void *a, const void *b, void *user)
{
    const double *column = user;
    double p = steady(column[*(const uint32_t *)a]), q = steady(column[*(const uint32_t *)b]);
    if (isnan(p) || isnan(q))
        return isnan(p) - isnan(q);
    return (p < q) - (p > q);
}

void stature_sizes(Layout *layout, const Scores *scores, const PictureOptions *options, const uint32_t *node)
{
    Measure which;
    size_t n = layout->n_nodes;
    const double *column = size_column(scores, options, &which);
    double smallest, largest;
    column_range(column, n, &smallest, &largest);

    g_autofree uint32_t *strongest = g_new(uint32_t, n + 1);
    memcpy(strongest, node, n * sizeof *node);
    if (column && n > 0) /* stable: equal scores stay in the order of their names */
        g_qsort_with_data(strongest, (int)n, sizeof *strongest, compare_scores, (void *)column);
    size_t n_labelled = n > ALL_LABELLED_UP_TO ? LABELLED_ABOVE : n;
    for (size_t i = 0; i < n; i++) {
        uint32_t at = strongest[i];
        double share = column ? size_share(column[at], smallest, largest) : .5;
        layout->radius[at] = radius_of(share);
        layout->font[at] = i < n_labelled ? font_of(share) : 0;
    }
}

typedef struct Group {
    double community;
    uint32_t n;
} Group;

static int by_community(const void *a, const void *b)
{
    double p = ((const Group *)a)->community, q = ((const Group *)b)->community;
    return (p > q) - (p < q);
}

static int by_size(const void *a, const void *b)
{
    const Group *p = a, *q = b;
    return p->n != q->n ? (p->n > q->n ? -1 : 1) : by_community(a, b);
}

/* Distinct communities of the actors that have ties, the largest first. */
static Group *count_groups(const double *community, const bool *tied, size_t n, size_t *n_groups)
{
    Group *group = g_new0(Group, n + 1);
    size_t n_members = 0;
    for (size_t i = 0; i < n; i++)
        if (tied[i] && isfinite(community[i]))
            group[n_members++] = (Group){community[i], 1};
    qsort(group, n_members, sizeof *group, by_community);
    *n_groups = 0;
    for (size_t i = 0; i < n_members; i++)
        if (*n_groups > 0 && group[*n_groups - 1].community == group[i].community)
            group[*n_groups - 1].n++;
        else
            group[(*n_groups)++] = group[i];
    qsort(group, *n_groups, sizeof *group, by_size);
    return group;
}

void stature_groups(Layout *layout, const Network *network, const Scores *scores)
{
    size_t n = layout->n_nodes;
    g_autofree bool *tied = g_new0(bool, n + 1);
    for (size_t i = 0; i < network->n_ties; i++)
        tied[network->tie[i].a] = tied[network->tie[i].b] = true;
    const double *column = scores->value[MEASURE_COMMUNITY];
    g_autofree double *community = g_new0(double, n + 1);
    for (size_t i = 0; column && i < n; i++)
        community[i] = column[i];

    g_autofree Group *group = count_groups(community, tied, n, &layout->n_groups);
    for (size_t i = 0; i < n; i++) {
        layout->group[i] = UINT32_MAX;
        for (uint32_t g = 0; tied[i] && g < layout->n_groups; g++)
            if (group[g].community == community[i]) {
                layout->group[i] = g;
                break;
            }
    }
}
