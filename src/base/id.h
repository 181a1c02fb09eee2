/* id.h - typed row indexes: an ActorId is not an EventId, and the compiler knows. */
#ifndef ENTENTE_ID_H
#define ENTENTE_ID_H

#include <stdbool.h>
#include <stdint.h>

#define ID_NONE UINT32_MAX

/* Defines struct NAME { uint32_t i; } with NAME_of(), NAME_is_none(), NAME_equal(): same size and cost as the
 * number itself, but passing one kind where another is wanted does not compile. */
#define DEFINE_ID(Name, prefix)                                                                              \
    typedef struct Name {                                                                                    \
        uint32_t i;                                                                                          \
    } Name;                                                                                                  \
    static inline Name prefix##_of(uint32_t i) { return (Name){i}; }                                         \
    static inline Name prefix##_none(void) { return (Name){ID_NONE}; }                                       \
    static inline bool prefix##_is_none(Name id) { return id.i == ID_NONE; }                                 \
    static inline bool prefix##_equal(Name a, Name b) { return a.i == b.i; }

/* A run of rows in another array: rows first … first+n-1. */
typedef struct Slice {
    uint32_t first, n;
} Slice;

#endif
