/* drawn_ties.c - which ties a picture shows, in which order, and how each is bent. */
#include "drawn_ties.h"
#include "disjoint.h"
#include "utf8.h"

#include <math.h>
#include <string.h>

static int compare_names(const void *a, const void *b, void *user)
{
    uint32_t i = *(const uint32_t *)a, j = *(const uint32_t *)b;
    const Glyph *glyph = user, *p = &glyph[i], *q = &glyph[j];
    int order = utf8_compare(p->name, q->name);
    if (order == 0)
        order = strcmp(p->id, q->id);
    return order ? order : (i > j) - (i < j);
}

uint32_t *glyphs_by_name(const Sociogram *sociogram)
{
    uint32_t *node = g_new(uint32_t, sociogram->n_glyphs + 1);
    for (uint32_t i = 0; i < sociogram->n_glyphs; i++)
        node[i] = i;
    g_qsort_with_data(node, (int)sociogram->n_glyphs, sizeof *node, compare_names, sociogram->glyph);
    return node;
}

typedef struct Order {
    const Sociogram *sociogram;
    const uint32_t *rank; /* node → place by name */
    const double *weight; /* steady, of each tie */
} Order;

/* Heaviest first, then most events, then by the names of the ends. */
static int compare_ties(const void *a, const void *b, void *user)
{
    const Order *order = user;
    uint32_t i = *(const uint32_t *)a, j = *(const uint32_t *)b;
    if (order->weight[i] != order->weight[j])
        return order->weight[i] > order->weight[j] ? -1 : 1;
    const Tie *s = &order->sociogram->tie[i], *t = &order->sociogram->tie[j];
    if (s->n_events != t->n_events)
        return s->n_events > t->n_events ? -1 : 1;
    uint32_t sa = order->rank[s->a], sb = order->rank[s->b], ta = order->rank[t->a], tb = order->rank[t->b];
    if (MIN(sa, sb) != MIN(ta, tb))
        return MIN(sa, sb) < MIN(ta, tb) ? -1 : 1;
    return (MAX(sa, sb) > MAX(ta, tb)) - (MAX(sa, sb) < MAX(ta, tb));
}

/* Marks those that hold each component together (the heaviest spanning forest, Kruskal 1956), then the heaviest of all
 * until there are enough; tie is sorted, heaviest first. Returns how many are marked. */
static size_t choose(const Sociogram *sociogram, const uint32_t *tie, size_t n, size_t enough, bool *chosen)
{
    size_t n_chosen = 0;
    g_autofree uint32_t *parent = g_new(uint32_t, sociogram->n_glyphs + 1);
    for (uint32_t i = 0; i < sociogram->n_glyphs; i++)
        parent[i] = i;
    for (size_t i = 0; i < n; i++) {
        chosen[i] = disjoint_unite(parent, sociogram->tie[tie[i]].a, sociogram->tie[tie[i]].b);
        n_chosen += chosen[i];
    }
    for (size_t i = 0; i < n && n_chosen < enough; i++)
        if (!chosen[i]) {
            chosen[i] = true;
            n_chosen++;
        }
    return n_chosen;
}

uint32_t *drawn_ties(const Sociogram *sociogram, size_t *n_drawn)
{
    size_t n = sociogram->n_ties;
    g_autofree uint32_t *node = glyphs_by_name(sociogram);
    g_autofree uint32_t *rank = g_new(uint32_t, sociogram->n_glyphs + 1);
    for (uint32_t i = 0; i < sociogram->n_glyphs; i++)
        rank[node[i]] = i;
    g_autofree uint32_t *tie = g_new(uint32_t, n + 1);
    g_autofree double *weight = g_new(double, n + 1);
    for (uint32_t i = 0; i < n; i++) {
        tie[i] = i;
        weight[i] = steady(sociogram->tie[i].weight);
    }
    g_qsort_with_data(tie, (int)n, sizeof *tie, compare_ties, &(Order){sociogram, rank, weight});

    g_autofree bool *chosen = g_new0(bool, n + 1);
    *n_drawn = choose(sociogram, tie, n, MOST_TIES_DRAWN, chosen);
    uint32_t *drawn = g_new(uint32_t, *n_drawn + 1);
    for (size_t i = 0, at = *n_drawn; i < n; i++)
        if (chosen[i])
            drawn[--at] = tie[i];
    return drawn;
}

uint32_t *shaping_ties(const Sociogram *sociogram, size_t *n)
{
    uint32_t *tie = drawn_ties(sociogram, n);
    if (*n <= 4 * sociogram->n_glyphs)
        return tie;
    for (size_t i = 0; i < *n / 2; i++) { /* the heaviest first */
        uint32_t light = tie[i];
        tie[i] = tie[*n - 1 - i];
        tie[*n - 1 - i] = light;
    }
    g_autofree bool *chosen = g_new0(bool, *n);
    size_t enough = sociogram->n_glyphs * 5 / 2, kept = 0;
    double last = steady(sociogram->tie[tie[enough]].weight);
    choose(sociogram, tie, *n, 0, chosen);
    for (size_t i = 0; i < *n; i++)
        if (chosen[i] || i < enough || steady(sociogram->tie[tie[i]].weight) >= last)
            tie[kept++] = tie[i];
    *n = kept;
    return tie;
}

void tie_control(double ax, double ay, double bx, double by, double bend, double *cx, double *cy)
{
    *cx = (ax + bx) / 2 - (by - ay) * bend;
    *cy = (ay + by) / 2 + (bx - ax) * bend;
}

enum { N_SAMPLES = 15 };

/* Points of the arc between its ends. */
static Box sample_arc(double ax, double ay, double bx, double by, double bend, double *x, double *y)
{
    double cx, cy;
    tie_control(ax, ay, bx, by, bend, &cx, &cy);
    Box around = {ax, ay, ax, ay};
    for (size_t i = 0; i < N_SAMPLES; i++) {
        double t = (double)(i + 1) / (N_SAMPLES + 1), u = 1 - t;
        x[i] = u * u * ax + 2 * u * t * cx + t * t * bx;
        y[i] = u * u * ay + 2 * u * t * cy + t * t * by;
        around = box_union(around, (Box){x[i], y[i], x[i], y[i]});
    }
    return around;
}

/* What it costs the eye when this arc passes that actor. */
static double trespass(const Layout *layout, const Figure *figure, size_t i, const double *x, const double *y)
{
    Box text = box_at(figure[i].text, layout->x[i], layout->y[i]);
    double room = layout->radius[i] + 3, cost = 0, nearest = INFINITY;
    for (size_t k = 0; k < N_SAMPLES; k++) {
        nearest = fmin(nearest, hypot(x[k] - layout->x[i], y[k] - layout->y[i]));
        if (figure[i].label.n_lines && box_overlap(text, (Box){x[k], y[k], x[k], y[k]}))
            cost += .15;
    }
    return nearest < room ? cost + 1.5 : cost;
}

double *tie_bends(const Sociogram *sociogram, const Layout *layout, const Figure *figure, const uint32_t *tie, size_t n)
{
    static const double bend[] = {.12, -.12, .05, -.05, .2, -.2};
    static const double price[] = {0, .1, .25, .3, .35, .4}; /* an arc that is not like the others needs a reason */
    double *best = g_new(double, n + 1);
    bool worth_it = (double)n * (double)layout->n_nodes < 2e6;
    for (size_t i = 0; i < n; i++) {
        uint32_t a = sociogram->tie[tie[i]].a, b = sociogram->tie[tie[i]].b;
        double cheapest = INFINITY;
        best[i] = bend[0];
        for (size_t c = 0; worth_it && c < G_N_ELEMENTS(bend) && cheapest > price[c]; c++) {
            double x[N_SAMPLES], y[N_SAMPLES], cost = price[c];
            Box around = sample_arc(layout->x[a], layout->y[a], layout->x[b], layout->y[b], bend[c], x, y);
            for (size_t k = 0; k < layout->n_nodes; k++)
                if (k != a && k != b && box_overlap(around, box_at(figure[k].whole, layout->x[k], layout->y[k])))
                    cost += trespass(layout, figure, k, x, y);
            if (cost < cheapest) {
                cheapest = cost;
                best[i] = bend[c];
            }
        }
    }
    return best;
}
