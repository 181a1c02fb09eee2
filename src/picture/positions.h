/* positions.h - where a file says actors stood: an SVG or GraphML of ours, or a GEXF or GraphML of Gephi. */
#ifndef ENTENTE_POSITIONS_H
#define ENTENTE_POSITIONS_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* Ids, names and places, y downwards. */
typedef struct Positions Positions;

/* An SVG that draw made (data-id, data-x, data-y), GraphML (keys named x and y, label), GEXF (viz:position): known by
 * its root element, not by its name. In GraphML and GEXF y points upwards, as Gephi has it and our export writes it.
 * ERROR_IO with place where it is no such XML or a number is none; ERROR_NO where nothing in it has a position.
 * O(size). */
Positions *positions_read(const char *path, GError **);
void positions_free(Positions *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Positions, positions_free)

/* For readers of other kinds of file: an empty set, and one row more. The first of equal ids, or names, counts. */
Positions *positions_new(const char *path);
void positions_add(Positions *, const char *id, const char *name, double x, double y);

/* By id, else by name. Not a name that several have. */
bool positions_find(const Positions *, const char *id, const char *name, double *x, double *y);
size_t positions_count(const Positions *);
/* Units of the file are ours (px): an SVG, or a GraphML that entente wrote. Else its layout is scaled as a whole. */
bool positions_are_ours(const Positions *);
const char *positions_path(const Positions *);

#endif
