/* placing.h - newcomers beside those who stay where they were. */
#ifndef ENTENTE_PLACING_H
#define ENTENTE_PLACING_H

#include "boxes.h"

/* Fills x and y: glyphs that options->known has stand where it says, relative to one another; where their labels would
 * cover one another all distances grow by one factor, at most 1.5 (of a file that is not ours: first to our usual
 * density); what then still overlaps loses its label (layout->font and figure are changed), the smaller of two first.
 * Newcomers: who has most weight with those placed comes next, then by name; each stands as near to the middle of its
 * partners as there is room for circle and label. Parts without anybody known begin below, newcomers without ties
 * stand in rows below all. Nothing is random. O(newcomers × (glyphs + ties)).
 * node: glyphs_by_name. ERROR_NO where nobody stands there. */
bool placing_fill(Layout *, const Sociogram *, Figure *, const uint32_t *node, const Positions *, GError **);

#endif
