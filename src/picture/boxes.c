/* boxes.c - the room an actor or event takes in the picture: its sign and, under it, its label. */
#include "boxes.h"

#include <math.h>
#include <stdlib.h>

double steady(double value)
{
    int exponent;
    double mantissa = frexp(value, &exponent);
    return isfinite(value) ? ldexp(round(ldexp(mantissa, 40)), exponent - 40) : value;
}

double size_share(double score, double smallest, double largest)
{
    if (!(score > 0) || !(largest > 0))
        return 0;
    if (steady(smallest) == steady(largest))
        return .5;
    return sqrt(fmin(steady(score) / steady(largest), 1));
}

Figure *figures_new(const Sociogram *sociogram, const Layout *layout)
{
    Figure *figure = g_new0(Figure, layout->n_nodes + 1);
    for (size_t i = 0; i < layout->n_nodes; i++) {
        Figure *f = &figure[i];
        double r = layout->radius[i], font = layout->font[i];
        double wide_r = sociogram->glyph[i].sign == SIGN_EVENT ? r * EVENT_WIDER : r;
        f->circle = f->whole = (Box){-wide_r, -r, wide_r, r};
        if (font <= 0)
            continue;
        label_init(&f->label, sociogram->glyph[i].label, font_is_bold(font));
        if (!f->label.n_lines)
            continue;
        double half = font * MAX(f->label.width[0], f->label.n_lines > 1 ? f->label.width[1] : 0) / 2;
        double last = r + font * (FIRST_BASELINE + LINE_HEIGHT * (double)(f->label.n_lines - 1));
        f->text = (Box){-half, r + font * (FIRST_BASELINE - .8), half, last + font * .24};
        Box wide = {f->text.left - 2, f->text.top, f->text.right + 2, f->text.bottom};
        f->whole = box_union(f->circle, wide);
    }
    return figure;
}

void figures_free(Figure *figure, size_t n)
{
    for (size_t i = 0; figure && i < n; i++)
        label_clear(&figure[i].label);
    g_free(figure);
}

size_t layout_overlaps(const Layout *layout, const Sociogram *sociogram)
{
    Figure *figure = figures_new(sociogram, layout);
    size_t n = layout->n_nodes, n_overlaps = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) {
            Box a[] = {box_at(figure[i].circle, layout->x[i], layout->y[i]),
                       box_at(figure[i].text, layout->x[i], layout->y[i])};
            Box b[] = {box_at(figure[j].circle, layout->x[j], layout->y[j]),
                       box_at(figure[j].text, layout->x[j], layout->y[j])};
            for (size_t k = 0; k < 4; k++)
                n_overlaps += box_overlap(a[k / 2], b[k % 2]);
        }
    figures_free(figure, n);
    return n_overlaps;
}

typedef struct Edge { /* left side of a box, to sweep from left to right */
    double left;
    size_t box;
} Edge;

static int by_left(const void *a, const void *b)
{
    const Edge *p = a, *q = b;
    if (p->left != q->left)
        return p->left < q->left ? -1 : 1;
    return (p->box > q->box) - (p->box < q->box);
}

/* One pair, half the way each; the later box goes right or down where both stand on one spot. */
static bool push_pair(const Box *box, double *x, double *y, size_t i, size_t j, double gap)
{
    Box a = box_at(box[i], x[i], y[i]), b = box_at(box[j], x[j], y[j]);
    double over_x = fmin(a.right, b.right) - fmax(a.left, b.left) + gap;
    double over_y = fmin(a.bottom, b.bottom) - fmax(a.top, b.top) + gap;
    if (over_x <= 1e-6 || over_y <= 1e-6)
        return false;
    bool after = over_x < over_y ? a.left + a.right <= b.left + b.right : a.top + a.bottom <= b.top + b.bottom;
    double step = (fmin(over_x, over_y) / 2 + 1e-3) * (after ? 1 : -1);
    double *at = over_x < over_y ? x : y;
    at[i] -= step;
    at[j] += step;
    return true;
}

void boxes_separate(const Box *box, double *x, double *y, size_t n, double gap)
{
    g_autofree Edge *edge = g_new(Edge, n + 1);
    bool moved = true;
    for (size_t round = 0; moved && round < 2000; round++) {
        moved = false;
        for (size_t i = 0; i < n; i++)
            edge[i] = (Edge){x[i] + box[i].left, i};
        qsort(edge, n, sizeof *edge, by_left);
        for (size_t i = 0; i < n; i++) {
            double right = x[edge[i].box] + box[edge[i].box].right + gap;
            for (size_t j = i + 1; j < n && edge[j].left < right; j++) {
                size_t a = MIN(edge[i].box, edge[j].box), b = MAX(edge[i].box, edge[j].box);
                moved |= push_pair(box, x, y, a, b, gap);
            }
        }
    }
}
