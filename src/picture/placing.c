/* placing.c - newcomers beside those who stay where they were. */
#include "placing.h"
#include "error.h"

#include <math.h>

#define ROOM 115.0 /* side of the square a glyph should have, where a file's own unit says nothing */
#define GAP 3.0    /* between boxes */
#define BELOW 64.0 /* newcomers that nobody known is tied to */
#define CELL_GAP 26.0
#define MOST_GROWTH 1.5

typedef struct Placing {
    Layout *layout;
    const Sociogram *sociogram;
    Figure *figure;
    const uint32_t *node; /* by name */
    bool *placed;
    double *pull; /* weight of the ties to those placed */
} Placing;

static Box box_of(const Placing *p, uint32_t i) { return box_at(p->figure[i].whole, p->layout->x[i], p->layout->y[i]); }

static Box extent(const Placing *p)
{
    Box all = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (uint32_t i = 0; i < p->layout->n_nodes; i++)
        if (p->placed[i])
            all = box_union(all, box_of(p, i));
    return all;
}

/* ---- those who stay ---- */

static void set_placed(Placing *p, uint32_t i)
{
    p->placed[i] = true;
    for (size_t k = 0; k < p->sociogram->n_ties; k++) {
        const Tie *tie = &p->sociogram->tie[k];
        if (tie->a == i)
            p->pull[tie->b] += tie->weight;
        else if (tie->b == i)
            p->pull[tie->a] += tie->weight;
    }
}

static size_t place_known(Placing *p, const Positions *known)
{
    size_t n = 0;
    for (uint32_t i = 0; i < p->layout->n_nodes; i++) {
        const Glyph *glyph = &p->sociogram->glyph[i];
        p->placed[i] = positions_find(known, glyph->id, glyph->name, &p->layout->x[i], &p->layout->y[i]);
        n += p->placed[i];
    }
    for (size_t k = 0; k < p->sociogram->n_ties; k++) {
        const Tie *tie = &p->sociogram->tie[k];
        p->pull[tie->b] += p->placed[tie->a] ? tie->weight : 0;
        p->pull[tie->a] += p->placed[tie->b] ? tie->weight : 0;
    }
    return n;
}

static void scale(Placing *p, double factor)
{
    for (size_t i = 0; i < p->layout->n_nodes; i++)
        if (p->placed[i]) {
            p->layout->x[i] *= factor;
            p->layout->y[i] *= factor;
        }
}

static bool known_overlap(const Placing *p, uint32_t *a, uint32_t *b)
{
    for (uint32_t i = 0; i < p->layout->n_nodes; i++)
        for (uint32_t j = 0; p->placed[i] && j < i; j++)
            if (p->placed[j] && (p->figure[i].label.n_lines || p->figure[j].label.n_lines) &&
                box_overlap(box_of(p, i), box_of(p, j))) {
                *a = i;
                *b = j;
                return true;
            }
    return false;
}

/* The unit of a file that is not ours may be anything. */
static void adopt_unit(Placing *p, size_t n)
{
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
    for (size_t i = 0; i < p->layout->n_nodes; i++)
        if (p->placed[i]) {
            left = fmin(left, p->layout->x[i]);
            right = fmax(right, p->layout->x[i]);
            top = fmin(top, p->layout->y[i]);
            bottom = fmax(bottom, p->layout->y[i]);
        }
    double size = sqrt((right - left) * (bottom - top));
    if (n > 1 && size > 0)
        scale(p, ROOM * sqrt((double)n) / size);
}

static void drop_label(Placing *p, uint32_t i)
{
    label_clear(&p->figure[i].label);
    p->figure[i].text = (Box){0, 0, 0, 0};
    p->figure[i].whole = p->figure[i].circle;
    p->layout->font[i] = 0;
}

static void make_room(Placing *p)
{
    uint32_t a, b;
    double step = 1.05, grown = 1;
    while (grown * step <= MOST_GROWTH && known_overlap(p, &a, &b)) {
        scale(p, step);
        grown *= step;
    }
    while (known_overlap(p, &a, &b)) {
        bool smaller_a = p->layout->radius[a] <= p->layout->radius[b];
        drop_label(p, p->figure[smaller_a ? a : b].label.n_lines ? (smaller_a ? a : b) : (smaller_a ? b : a));
    }
}

/* ---- newcomers ---- */

static bool is_free(const Placing *p, uint32_t i, double x, double y)
{
    Box own = box_at(p->figure[i].whole, x, y);
    own = (Box){own.left - GAP, own.top - GAP, own.right + GAP, own.bottom + GAP};
    for (uint32_t j = 0; j < p->layout->n_nodes; j++)
        if (p->placed[j] && box_overlap(own, box_of(p, j)))
            return false;
    return true;
}

/* The first free spot on growing circles around x, y. There is one: circles grow beyond everything. */
static void settle_near(Placing *p, uint32_t i, double x, double y)
{
    for (double radius = 0;; radius += 7) {
        int n = radius > 0 ? (int)fmax(8, radius * .6) : 1;
        for (int k = 0; k < n; k++) {
            double angle = 2 * G_PI * (double)k / n;
            double cx = x + radius * cos(angle), cy = y + radius * sin(angle);
            if (is_free(p, i, cx, cy)) {
                p->layout->x[i] = round(cx * 100) / 100;
                p->layout->y[i] = round(cy * 100) / 100;
                set_placed(p, i);
                return;
            }
        }
    }
}

/* The middle of those it is tied to, by weight; of one alone: outside of it, seen from the middle of all. */
static void place_beside(Placing *p, uint32_t i)
{
    double x = 0, y = 0, total = 0;
    size_t n = 0;
    for (size_t k = 0; k < p->sociogram->n_ties; k++) {
        const Tie *tie = &p->sociogram->tie[k];
        uint32_t other = tie->a == i ? tie->b : tie->a;
        if ((tie->a != i && tie->b != i) || !p->placed[other])
            continue;
        x += tie->weight * p->layout->x[other];
        y += tie->weight * p->layout->y[other];
        total += tie->weight;
        n++;
    }
    x /= total;
    y /= total;
    if (n == 1) {
        Box all = extent(p);
        double dx = x - (all.left + all.right) / 2, dy = y - (all.top + all.bottom) / 2, away = hypot(dx, dy);
        x += away > 1 ? ROOM * .7 * dx / away : ROOM * .7;
        y += away > 1 ? ROOM * .7 * dy / away : 0;
    }
    settle_near(p, i, x, y);
}

static uint32_t next_tied(const Placing *p)
{
    uint32_t best = UINT32_MAX;
    for (size_t k = 0; k < p->layout->n_nodes; k++) {
        uint32_t i = p->node[k];
        if (!p->placed[i] && p->sociogram->glyph[i].tied &&
            (best == UINT32_MAX || steady(p->pull[i]) > steady(p->pull[best])))
            best = i;
    }
    return best;
}

static void place_isolates(Placing *p, Box all)
{
    double left = all.left, top = all.bottom + BELOW, low = top;
    for (size_t k = 0; k < p->layout->n_nodes; k++) {
        uint32_t i = p->node[k];
        if (p->placed[i])
            continue;
        const Box *box = &p->figure[i].whole;
        if (left > all.left && left + box->right - box->left > all.right) {
            left = all.left;
            top = low + CELL_GAP;
        }
        p->layout->x[i] = left - box->left;
        p->layout->y[i] = top - box->top;
        left += box->right - box->left + CELL_GAP;
        low = fmax(low, top + box->bottom - box->top);
    }
}

bool placing_fill(Layout *layout, const Sociogram *sociogram, Figure *figure, const uint32_t *node,
                  const Positions *known, GError **error)
{
    size_t n = layout->n_nodes;
    g_autofree bool *placed = g_new0(bool, n + 1);
    g_autofree double *pull = g_new0(double, n + 1);
    Placing p = {layout, sociogram, figure, node, placed, pull};
    size_t n_known = place_known(&p, known);
    if (n_known == 0) {
        g_set_error(error, ENTENTE_ERROR, ERROR_NO,
                    "nobody of this network stands in %s: none of its %zu ids and names is one of these actors'\n"
                    "help: is it of another corpus, or of another --level?",
                    positions_path(known), positions_count(known));
        return false;
    }
    if (!positions_are_ours(known))
        adopt_unit(&p, n_known);
    make_room(&p);
    for (uint32_t i = next_tied(&p); i != UINT32_MAX; i = next_tied(&p)) {
        Box all = extent(&p);
        if (p.pull[i] > 0)
            place_beside(&p, i);
        else
            settle_near(&p, i, (all.left + all.right) / 2, all.bottom + BELOW + ROOM / 2);
    }
    place_isolates(&p, extent(&p));
    return true;
}
