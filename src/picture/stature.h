/* stature.h - how large each actor is drawn, whether it has a label, and which group's colour it wears. */
#ifndef ENTENTE_STATURE_H
#define ENTENTE_STATURE_H

#include "picture.h"

enum { ALL_LABELLED_UP_TO = 80, LABELLED_ABOVE = 60 };

/* The column that sizes are drawn by: options->size_by, else strength, else NULL where the scores hold neither. */
const double *size_column(const Scores *, const PictureOptions *, Measure *which);
/* Smallest and largest defined value of a column; 0 for none. */
void column_range(const double *column, size_t n, double *smallest, double *largest);

/* Fill radius and font, and group and n_groups, of a layout whose arrays exist. node: nodes_by_name. */
void stature_sizes(Layout *, const Scores *, const PictureOptions *, const uint32_t *node);
void stature_groups(Layout *, const Network *, const Scores *);

#endif
