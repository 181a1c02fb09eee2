/* hull.c - convex hulls: the shaded ground under a group. */
#include "hull.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

static int by_x_then_y(const void *a, const void *b)
{
    const Point *p = a, *q = b;
    if (p->x != q->x)
        return p->x < q->x ? -1 : 1;
    return (p->y > q->y) - (p->y < q->y);
}

/* > 0: o, a, b turn left. */
static double turn(Point o, Point a, Point b) { return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x); }

size_t hull_convex(Point *point, size_t n)
{
    if (n == 0)
        return 0;
    qsort(point, n, sizeof *point, by_x_then_y);
    g_autofree Point *hull = g_new(Point, 2 * n);
    size_t k = 0;
    for (size_t i = 0; i < n; i++) { /* lower chain */
        while (k > 1 && turn(hull[k - 2], hull[k - 1], point[i]) <= 0)
            k--;
        hull[k++] = point[i];
    }
    for (size_t i = n - 1, lower = k; i-- > 0;) { /* upper chain, back to the first point */
        while (k > lower && turn(hull[k - 2], hull[k - 1], point[i]) <= 0)
            k--;
        hull[k++] = point[i];
    }
    if (k > 1) /* the first point again */
        k--;
    if (k == 2 && hull[0].x == hull[1].x && hull[0].y == hull[1].y)
        k = 1;
    memcpy(point, hull, k * sizeof *point);
    return k;
}

bool hull_contains(const Point *polygon, size_t n, Point p)
{
    for (size_t i = 0; i < n; i++)
        if (turn(polygon[i], polygon[(i + 1) % n], p) <= 0)
            return false;
    return n > 2;
}
