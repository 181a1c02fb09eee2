/* boxes.h - the room an actor or event takes in the picture: its sign and, under it, its label. */
#ifndef ENTENTE_BOXES_H
#define ENTENTE_BOXES_H

#include "label.h"
#include "sociogram.h"

/* Sizes in px and em. Radius and font grow with the square root of the score. */
#define RADIUS_MIN 3.5
#define RADIUS_MAX 22.0
#define FONT_MIN 10.0
#define FONT_MAX 23.0
#define EVENT_RADIUS_MIN 3.0
#define EVENT_RADIUS_MAX 8.0
#define EVENT_WIDER 1.5 /* an event's sign is wider than high */
#define EVENT_FONT_MIN 9.0
#define EVENT_FONT_MAX 12.0
#define FONT_BOLD 17.7 /* labels from here are bold: above about 35 % of the largest score */
#define LINE_HEIGHT 1.14
#define FIRST_BASELINE .97 /* below the circle */

typedef struct Box {
    double left, top, right, bottom;
} Box;

/* Of one glyph, around the centre of its sign at 0, 0. */
typedef struct Figure {
    Label label; /* n_lines 0: not labelled */
    Box circle, text; /* circle: around any sign */
    Box whole; /* both, and 2 px on either side of the label */
} Figure;

/* One a glyph; figures_free. */
Figure *figures_new(const Sociogram *, const Layout *);
void figures_free(Figure *, size_t n);

/* The number in 40 bits: sums that differ only by the order in which they were added are one. */
double steady(double);
/* Share 0 … 1 of the size scale for a score; NaN and negative scores are 0. Where all scores are one, .5: nobody
 * stands out. */
double size_share(double score, double smallest, double largest);
static inline double radius_of(double share) { return RADIUS_MIN + (RADIUS_MAX - RADIUS_MIN) * share; }
static inline double font_of(double share) { return FONT_MIN + (FONT_MAX - FONT_MIN) * share; }
static inline bool font_is_bold(double font) { return font >= FONT_BOLD; }

static inline bool box_overlap(Box a, Box b)
{
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
static inline Box box_at(Box box, double x, double y)
{
    return (Box){box.left + x, box.top + y, box.right + x, box.bottom + y};
}
static inline Box box_union(Box a, Box b)
{
    return (Box){a.left < b.left ? a.left : b.left, a.top < b.top ? a.top : b.top,
                 a.right > b.right ? a.right : b.right, a.bottom > b.bottom ? a.bottom : b.bottom};
}

/* Pushes overlapping boxes apart, each pair along the shorter way, until none overlap or the rounds are used up; what
 * prism leaves over, or all where Graphviz was built without it. Box i stands at x[i], y[i]. */
void boxes_separate(const Box *, double *x, double *y, size_t n, double gap);

#endif
