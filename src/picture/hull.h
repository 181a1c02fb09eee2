/* hull.h - convex hulls: the shaded ground under a group. */
#ifndef ENTENTE_HULL_H
#define ENTENTE_HULL_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Point {
    double x, y;
} Point;

/* Reorders the first k ≤ n points of the array to the convex hull of all n, counter-clockwise with y upwards, and
 * returns k (collinear and repeated points are left out). Andrew's monotone chain (1979), O(n log n). */
size_t hull_convex(Point *, size_t n);
/* Is p strictly inside the convex polygon (as hull_convex gives it)? */
bool hull_contains(const Point *polygon, size_t n, Point p);

#endif
