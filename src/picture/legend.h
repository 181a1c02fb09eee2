/* legend.h - the key beside the drawing: colours, shapes, sizes, widths. */
#ifndef ENTENTE_LEGEND_H
#define ENTENTE_LEGEND_H

#include "palette.h"
#include "scene.h"

/* Width in px of a tie, and its share 0 … 1 of the width scale; equal weights are thin. */
double tie_share(double weight, double smallest, double largest);
double tie_width(double share);

typedef struct LegendOptions {
    const Sociogram *sociogram;
    const PictureOptions *options;
    bool show_types;           /* more than one type of actor is drawn */
    double lightest, heaviest; /* tie weights drawn; 0: no ties */
    double scale;              /* of its text: 1, more on a large page */
    double reduced;            /* of circles and lines: 1, less beside small panels */
} LegendOptions;

/* A scene of its own, from 0, 0, that measures its width and height; empty where there is nothing to explain. */
Scene *legend_new(const LegendOptions *);

#endif
