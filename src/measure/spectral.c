/* spectral.c - eigenvector centrality, and whether there is one. */
#include "krylov.h"
#include "measuring.h"
#include "number.h"

#include <math.h>

/* Actor of a component with the most strength, the first of equals: how notes call the component. */
static const char *called(const Measuring *m, uint32_t component)
{
    const Adjacency *a = m->adjacency;
    uint32_t best = a->member[a->member_first[component]];
    for (uint32_t i = a->member_first[component]; i < a->member_first[component + 1]; i++)
        if (adjacency_strength(m->adjacency, a->member[i]) > adjacency_strength(m->adjacency, best))
            best = a->member[i];
    return measuring_name(m, best);
}

/* The largest eigenvalue lies between the mean and the largest strength. */
static void bounds(const Adjacency *a, uint32_t component, double *low, double *high)
{
    *low = *high = 0;
    for (uint32_t i = a->member_first[component]; i < a->member_first[component + 1]; i++) {
        double s = adjacency_strength(a, a->member[i]);
        *low += s / adjacency_component_size(a, component);
        *high = fmax(*high, s);
    }
}

static bool ties(double x, double y) { return fabs(x - y) <= 1e-9 * fmax(x, y); }

typedef struct Leader {
    uint32_t component;
    size_t n_tied; /* components whose largest eigenvalue ties with the largest of all */
    Principal principal;
} Leader;

/* Only components that can have the largest eigenvalue are solved. */
static void find_leader(const Adjacency *a, Leader *leader)
{
    double floor = 0, low, high;
    for (uint32_t c = 0; c < a->n_components; c++) {
        bounds(a, c, &low, &high);
        floor = fmax(floor, low);
    }
    for (uint32_t c = 0; c < a->n_components; c++) {
        bounds(a, c, &low, &high);
        if (high < floor * (1 - 1e-9))
            continue;
        Principal found;
        principal_find(a, c, PRINCIPAL_RESTARTS, &found);
        if (leader->n_tied && ties(found.value, leader->principal.value)) {
            leader->n_tied++;
        } else if (!leader->n_tied || found.value > leader->principal.value) {
            Principal old = leader->principal;
            *leader = (Leader){c, 1, found};
            found = old;
        }
        principal_clear(&found);
    }
}

static bool all_equal(const double *value, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (number_round(value[i], 12) != number_round(value[0], 12))
            return false;
    return n > 1;
}

/* Why there is no eigenvector centrality, or NULL. Heap. */
static char *trouble(const Measuring *m, const Leader *leader)
{
    const Principal *p = &leader->principal;
    if (m->network->n_ties == 0)
        return g_strdup("undefined: there are no ties");
    if (leader->n_tied > 1)
        return g_strdup_printf("not unique: %zu components tie for the largest eigenvalue", leader->n_tied);
    if (!p->vector)
        return g_strdup_printf("not computed: no convergence in the component of %s", called(m, leader->component));
    if (ties(p->value, p->second))
        return g_strdup_printf("not unique: two parts of the component of %s tie for the largest eigenvalue",
                               called(m, leader->component));
    return NULL;
}

static void fill(Measuring *m, const Leader *leader, double *eigenvector)
{
    const Adjacency *a = m->adjacency;
    uint32_t c = leader->component, size = adjacency_component_size(a, c);
    for (uint32_t i = 0; i < size; i++)
        eigenvector[a->member[a->member_first[c] + i]] = leader->principal.vector[i];
    if (a->n_components > 1)
        measuring_note(m, MEASURE_EIGENVECTOR,
                       "0 outside the component of %s (%u actors), which has the largest eigenvalue", called(m, c),
                       size);
    if (all_equal(leader->principal.vector, size))
        measuring_note(m, MEASURE_EIGENVECTOR, "all %u actors of the component of %s tie", size, called(m, c));
}

void measure_spectral(Measuring *m)
{
    double *eigenvector = m->scores->value[MEASURE_EIGENVECTOR];
    if (!eigenvector || m->network->n_nodes == 0)
        return;
    Leader leader = {0};
    if (m->network->n_ties)
        find_leader(m->adjacency, &leader);
    g_autofree char *why = trouble(m, &leader);
    if (why) {
        measuring_note(m, MEASURE_EIGENVECTOR, "%s", why);
        for (size_t v = 0; v < m->network->n_nodes; v++)
            eigenvector[v] = NAN;
    } else {
        fill(m, &leader, eigenvector);
    }
    principal_clear(&leader.principal);
}
