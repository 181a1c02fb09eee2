/* palette.h - inks of a light and a dark picture, and the colours of groups. */
#ifndef ENTENTE_PALETTE_H
#define ENTENTE_PALETTE_H

#include <stdbool.h>
#include <stdint.h>

enum {
    N_GROUP_COLOURS = 6, /* further groups share a grey */
    N_GROUP_STEPS = 18,  /* where they may not: the six, darker, lighter */
};

/* All "#rrggbb". */
typedef struct Inks {
    const char *page, *text, *muted, *between; /* between: ties from group to group */
} Inks;

const Inks *palette_inks(bool dark);
/* As picture_group_colour, a little lighter on a dark page; UINT32_MAX = no group. */
const char *palette_group(uint32_t group, bool dark);
/* For pictures that show many groups as blocks: distinct for N_GROUP_STEPS of them. */
const char *palette_group_of_many(uint32_t group, bool dark);

#endif
