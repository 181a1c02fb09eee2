/* plot.h - numbers as pictures in the style of the network's: ranking, matrix, degrees, timeline. */
#ifndef ENTENTE_PLOT_H
#define ENTENTE_PLOT_H

#include "picture.h"
#include "slice.h"
#include "uncertainty.h"

/* Of the options title, caption, dark and transparent are drawn; a subtitle stands behind the plot's own words. The
 * scenes are heap (scene_free), accessible like the network's, and hold a sentence in place of what the data cannot
 * give. No two texts of one overlap. */

typedef enum PlotKind { PLOT_NONE, PLOT_RANKING, PLOT_MATRIX, PLOT_DEGREES, PLOT_TIMELINE } PlotKind;

enum {
    RANKING_ROWS = 25,
    MATRIX_ROWS = 60,      /* the strongest */
    TIMELINE_LEADING = 8,  /* actors whose ranks are followed */
    TIMELINE_RANKS = 16,   /* ranks below are not drawn */
    TIMELINE_FEWEST = 3,   /* events below which a slice shows no ranks */
};

/* A dot for each of the strongest actors by a measure, its 95 % interval and rank set where the estimate has them, else
 * the sentence why not. heading: what the axis measures, NULL: measure_heading. uncertainty: NULL where none was asked
 * for. Of a HALVES estimate the dots are the mean scores in half the events, as the axis says. */
Scene *plot_ranking(const Scores *, Measure, const char *heading, const Uncertainty *, const PictureOptions *);

/* Who has which tie: rows and columns by group (as colour_by says), then strength, both of which the scores should
 * hold; shade by the square root of the weight, in the group's colour inside it, groups framed. */
Scene *plot_matrix(const Scores *, const PictureOptions *);

/* How many partners actors have (DEGREE): bars, or, where the largest is far above the middle (a hundred actors, ten
 * times the median), the share with at least so many, both axes logarithmic. With n and the mean. */
Scene *plot_degrees(const Scores *, const PictureOptions *);

/* Events of every slice by type, and below it who ranked where. */
typedef struct Timeline {
    const Incidence *incidence;
    const Slices *slices;       /* may be empty; not rolling */
    const char *heading;        /* what the ranks are by */
    const char *const *leading; /* at most TIMELINE_LEADING names, the first first */
    size_t n_leading;
    const uint32_t *rank;       /* [slice * n_leading + leading], 1-1-3; 0 = none */
} Timeline;
Scene *plot_timeline(const Timeline *, const PictureOptions *);

#endif
