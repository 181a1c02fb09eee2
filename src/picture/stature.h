/* stature.h - how large each actor or event is drawn, and whether it has a label. */
#ifndef ENTENTE_STATURE_H
#define ENTENTE_STATURE_H

#include "sociogram.h"

enum { ALL_LABELLED_UP_TO = 80, LABELLED_ABOVE = 60 };

/* The column that sizes are drawn by: options->size_by, else strength, else NULL where the scores hold neither. */
const double *size_column(const Scores *, const PictureOptions *, Measure *which);
/* Smallest and largest defined value of a column; 0 for none. */
void column_range(const double *column, size_t n, double *smallest, double *largest);

/* Fills radius and font of a layout whose arrays exist. node: glyphs_by_name. Actors as RADIUS_MIN … says; events are
 * smaller and quieter. Of more than ALL_LABELLED_UP_TO actors, and of as many events, the strongest LABELLED_ABOVE keep
 * their labels. */
void stature_sizes(Layout *, const Sociogram *, const uint32_t *node);

#endif
