/* multiples.h - small multiples: one panel a slice of time, everybody at one place in all of them. */
#ifndef ENTENTE_MULTIPLES_H
#define ENTENTE_MULTIPLES_H

#include "sociogram.h"

enum { PANELS_MAX = 60, PANEL_FEW_EVENTS = 3 };

typedef struct Panel {
    const char *title; /* "2016" */
    size_t n_events;
    Sociogram *shown; /* NULL: nobody is there */
} Panel;

/* Gives the panels the groups of the whole period, and the whole, by which all is laid out, the largest score that
 * anybody has in a panel: one scale of sizes and colours. All come from one corpus and cast. */
void multiples_share(Sociogram *whole, Panel *, size_t n);
/* Positions are those of layout, which is the whole's, all on one scale; so are sizes and widths. Who is not in a slice
 * is a faint dot where it would be; a slice of fewer than PANEL_FEW_EVENTS events is pale and says so. Labels stand
 * where there is room, those of the largest first: none covers another, or a sign. */
Scene *scene_multiples(const Sociogram *whole, const Layout *, const Panel *, size_t n, const PictureOptions *);

#endif
