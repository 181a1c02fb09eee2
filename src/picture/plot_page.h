/* plot_page.h - what plots share: title and caption around them, axes with round numbers, lines, keys. */
#ifndef ENTENTE_PLOT_PAGE_H
#define ENTENTE_PLOT_PAGE_H

#include "frame.h"

#define PLOT_FONT 12.0
#define PLOT_SMALL 10.5

/* A plot under way: from left to right, downwards from y. */
typedef struct PlotPage {
    Scene *scene;
    const Inks *ink;
    const PictureOptions *options;
    double left, right; /* 0 and the width */
    double y;           /* where the next part may begin */
} PlotPage;

/* Room of this width, at 0, 0; it may be wider than asked for. */
PlotPage plot_page_begin(const PictureOptions *, double width);
/* A sentence in a quieter ink, on as many lines as it needs. */
void plot_page_note(PlotPage *, const char *text);
/* Title and caption around it. what: the sentence below the title, before the caller's subtitle. The description is
 * taken over. */
Scene *plot_page_end(PlotPage *, const char *what, char *description);

/* Round numbers (1, 2, 5 × 10ⁿ; Heckbert 1990): first + i × step for i < n, at most `most` (≥ 3) of them and at least
 * two, the last not below largest, the first not above smallest. whole: no step below 1. */
typedef struct Ticks {
    double first, step;
    unsigned n;
} Ticks;
Ticks plot_ticks(double smallest, double largest, unsigned most, bool whole);
static inline double ticks_at(const Ticks *t, unsigned i) { return t->first + i * t->step; }
static inline double ticks_last(const Ticks *t) { return ticks_at(t, t->n - 1); }
/* A tick's or a score's number as read: at most 3 significant digits, and 12,000 with a comma. Heap. */
char *plot_number(double);

typedef enum Side { SIDE_LEFT, SIDE_MIDDLE, SIDE_RIGHT } Side; /* of the text that lies on x */
Shape *plot_text(PlotPage *, Side, double x, double baseline, double font, bool bold, const char *colour,
                 const char *text);
/* The same turned upwards: y is its beginning, x its baseline. */
Shape *plot_text_upwards(PlotPage *, Side, double x, double y, double font, const char *colour, const char *text);
Shape *plot_line(PlotPage *, Layer, Point from, Point to, const char *colour, double width);
Shape *plot_bar(PlotPage *, Layer, double x, double y, double width, double height, const char *colour);

/* A row of signs with words, on as many lines as it needs. */
typedef struct KeyEntry {
    Sign sign;
    const char *colour, *text;
    double opacity;
} KeyEntry;
void plot_key(PlotPage *, const KeyEntry *, size_t n);
/* What the signs of these actors mean, where they are several. */
void plot_sign_key(PlotPage *, const Sociogram *, const uint32_t *mark, size_t n);

#endif
