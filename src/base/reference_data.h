/* reference_data.h - the array that scripts/embed.cmake makes from data/; only reference.c reads it. */
#ifndef ENTENTE_REFERENCE_DATA_H
#define ENTENTE_REFERENCE_DATA_H

#include <stddef.h>

typedef struct ReferenceData {
    const char *name, *text;
    size_t n;
} ReferenceData;
extern const ReferenceData reference_data[]; /* ends with name NULL */

#endif
