/* drawn_ties.h - which ties a picture shows, in which order, and how each is bent. */
#ifndef ENTENTE_DRAWN_TIES_H
#define ENTENTE_DRAWN_TIES_H

#include "boxes.h"

enum { MOST_TIES_DRAWN = 1000 };

/* Glyphs in the order of their names, then ids, then rows: what Graphviz is given and what breaks ties. Heap, n_glyphs.
 */
uint32_t *glyphs_by_name(const Sociogram *);

/* Rows of sociogram->tie, the lightest first. All up to MOST_TIES_DRAWN; above, those that hold each component
 * together, so that nobody seems alone, then the strongest. Heap. */
uint32_t *drawn_ties(const Sociogram *, size_t *n);

/* Those of the drawn ties that decide where actors stand. All, unless there are more than four an actor: then those
 * that hold each component together and the strongest of all, two and a half an actor and whatever equals the last of
 * them; sfdp does not look at weights, and groups would drown in the ties that a large event makes between everybody.
 * Heap, in no order. */
uint32_t *shaping_ties(const Sociogram *, size_t *n);

/* How far the control point of each drawn tie stands off its chord, as a share of its length (the sign is the side):
 * the gentle arc that crosses the fewest circles and labels of others. Heap. */
double *tie_bends(const Sociogram *, const Layout *, const Figure *, const uint32_t *tie, size_t n);
/* The control point of a tie bent so. */
void tie_control(double ax, double ay, double bx, double by, double bend, double *cx, double *cy);

#endif
