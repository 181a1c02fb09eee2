/* files.h - a network on its way into files: what export, draw and run share. */
#ifndef ENTENTE_FILES_H
#define ENTENTE_FILES_H

#include "export.h"
#include "invocation.h"

/* Everything a file of one network is made from, put together once. Borrows the pipeline and the invocation. */
typedef struct Files {
    const Pipeline *pipeline;
    Positions *known;
    Sociogram *sociogram;
    Layout *layout; /* NULL without positions */
    char *title, *subtitle, *caption;
    PictureOptions picture;
    Export bundle;
} Files;

/* with_layout: positions, sizes and colours too (the pipeline's scores must hold PICTURE_MEASURES). */
bool files_init(Files *, const Invocation *, const Pipeline *, bool with_layout, GError **);
/* The same as far as the sociogram; files_lay_out then finds the positions. */
bool files_begin(Files *, const Invocation *, const Pipeline *, GError **);
bool files_lay_out(Files *, GError **);
void files_clear(Files *);

/* What a picture shows, and its tooltips tell. */
#define PICTURE_MEASURES                                                                                               \
    (MEASURE_BIT(MEASURE_STRENGTH) | MEASURE_BIT(MEASURE_EVENTS) | MEASURE_BIT(MEASURE_DEGREE) |                       \
     MEASURE_BIT(MEASURE_COMMUNITY))

/* One file in one format; CSV is NAME-nodes.csv, NAME-edges.csv and NAME-provenance.txt beside each other, VOSviewer
 * NAME-map.txt and NAME-network.txt, so that their path is not "-". */
bool files_export(Files *, const ExportFormat *, const char *path, bool force, GError **);
/* What files_draw will make of path: as, else its extension, else svg; ERROR_USAGE where that is no picture, so that it
 * can be told before anything is read. */
const char *files_picture(const char *path, const char *as, GError **);
/* A scene as svg, png or pdf. */
bool files_scene(const Scene *, const Invocation *, const char *path, const char *kind, GError **);
/* The picture; the extension of path (or as) chooses svg, png, pdf or dot. */
bool files_draw(Files *, const Invocation *, const char *path, const char *as, GError **);

#endif
