/* picture.h - network → something to look at: positions (Graphviz), a scene of shapes, and SVG, PNG or PDF of it. */
#ifndef ENTENTE_PICTURE_H
#define ENTENTE_PICTURE_H

#include "measure.h"
#include "output.h"
#include "positions.h"

/* Where actors stand, y downwards, in picture units (px); and their group for colour. */
typedef struct Layout {
    size_t n_nodes;
    double *x, *y;   /* centre of the circle */
    double *radius;  /* of the circle */
    double *font;    /* label size, 0 = not labelled */
    uint32_t *group; /* 0 … by size; UINT32_MAX = none: without ties, or in no bloc */
    size_t n_groups;
} Layout;

typedef enum ColourBy { COLOUR_BY_GROUP, COLOUR_BY_BLOC, COLOUR_BY_TYPE } ColourBy;

typedef struct PictureOptions {
    const char *title; /* NULL: none */
    const char *subtitle;
    const char *caption; /* provenance line */
    Measure size_by;     /* default MEASURE_EVENTS or STRENGTH */
    /* Who is in several blocs wears the smallest, by members in the picture, which says most of it; the legend tells
     * how many of a bloc wear another. Memberships are those of the last event's day; whoever is no country wears the
     * bloc of its own. */
    ColourBy colour_by;
    bool codes; /* countries are labelled by ISO 3166 code, where the corpus has one */
    bool dark, transparent;
    unsigned long seed;
    const Positions *known; /* NULL: everybody is laid out anew */
} PictureOptions;

/* What a picture shows: the actors and ties of a network, or its actors and the events they took part in. Borrows the
 * network. */
typedef struct Sociogram Sociogram;
Sociogram *sociogram_network(const Network *, const Scores *, const PictureOptions *);
Sociogram *sociogram_two_mode(const Network *, const Scores *, const PictureOptions *);
void sociogram_free(Sociogram *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Sociogram, sociogram_free)

/* Boxes of circle + label, laid out by Graphviz sfdp with prism, so that no labels overlap; glyphs and ties are handed
 * over sorted by name, then id. Above 80 actors (80 events) only the 60 strongest are labelled; above 1,000 ties only
 * the strongest lay out and are drawn (the scene says so); above four ties a glyph only the strongest of them lay out.
 * Components are packed side by side, isolates stand in rows below. scores should hold size_by, STRENGTH and COMMUNITY
 * (else sizes are alike, and all is one group). Same network, same positions, whatever the locale or the order of rows;
 * other versions of Graphviz give others. From one thread only. NULL and ERROR_IO where Graphviz fails. 1,000 actors
 * take about a second.
 * With options->known whoever stands there stays there, newcomers are placed beside their partners without overlap, and
 * Graphviz is not asked (placing.h); ERROR_NO where nobody stands there. */
Layout *layout_sociogram(const Sociogram *, const PictureOptions *, GError **);
Layout *layout_network(const Network *, const Scores *, const PictureOptions *, GError **);
void layout_free(Layout *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Layout, layout_free)
/* The library that lays out: "Graphviz 2.43.0". */
const char *layout_library(void);
/* Pairs of circles and labels of different actors that cover one another, by the widths of the table; 0 in what
 * layout_network returns. O(n²): for tests. */
size_t layout_overlaps(const Layout *, const Sociogram *);

/* "#rrggbb" of a group (Paul Tol's bright scheme for the six largest, grey for the rest). */
const char *picture_group_colour(uint32_t group);

/* A finished picture as a list of shapes, free of igraph and of any file format. */
typedef struct Scene Scene;
Scene *scene_sociogram(const Sociogram *, const Layout *, const PictureOptions *);
Scene *scene_network(const Network *, const Scores *, const Layout *, const PictureOptions *);
void scene_free(Scene *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Scene, scene_free)

/* The same scene in each format. SVG: accessible (title, desc, role), text as text, widths fixed by textLength. PNG and
 * PDF through cairo; where the program was built without it they fail with ERROR_USAGE and say how to get it. */
bool scene_svg(const Scene *, Output *, GError **);
char *scene_svg_markup(const Scene *); /* the same text, for a page; heap */
bool scene_png(const Scene *, double scale, Output *, GError **);
bool scene_pdf(const Scene *, Output *, GError **);

#endif
