/* place.h - where something stands in a text: file, line, column. */
#ifndef ENTENTE_PLACE_H
#define ENTENTE_PLACE_H

#include <stdint.h>

/* line and column count from 1; column counts characters (code points), not bytes; 0 = unknown. path is as the user
 * named it, kept for the life of the process (g_intern_string), so a Place outlives what it was read into. */
typedef struct Place {
    const char *path;
    uint32_t line, column;
} Place;

#endif
