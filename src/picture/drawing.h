/* drawing.h - the network itself in a scene: grounds of groups, ties, signs, labels. */
#ifndef ENTENTE_DRAWING_H
#define ENTENTE_DRAWING_H

#include "boxes.h"
#include "palette.h"
#include "scene.h"

/* What is being drawn; everything but the last block is the caller's. */
typedef struct Drawing {
    const Sociogram *sociogram;
    const Layout *layout;
    const PictureOptions *options;
    const Inks *ink;
    const uint32_t *node; /* in the order of drawing: the largest first, equals by name */
    const Figure *figure;
    const uint32_t *tie; /* drawn, the lightest first */
    size_t n_ties;
    double lightest, heaviest;
    double thickness; /* of strokes: 1, less in a small panel */
    bool in_panel;    /* one of several: no grounds, no headings */
    bool show_types;  /* more than one type of actor: each has its sign */

    Scene *scene;
    Box extent; /* of all that was drawn, in the layout's coordinates */
    size_t n_labels;
} Drawing;

/* Appends everything, layer by layer, where the layout has it. */
void drawing_add(Drawing *);
/* Glyphs in the order of drawing. Heap. */
uint32_t *drawing_order(const Sociogram *, const Layout *);
/* Is there more than one type of actor? */
bool drawing_shows_types(const Sociogram *);
/* The sign a glyph is drawn with: where all actors are of one type, all are circles. */
static inline Sign drawing_sign(const Drawing *d, uint32_t glyph)
{
    Sign sign = d->sociogram->glyph[glyph].sign;
    return sign == SIGN_EVENT || d->show_types ? sign : SIGN_COUNTRY;
}

#endif
