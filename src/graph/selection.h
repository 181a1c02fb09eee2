/* selection.h - which part of the corpus a question is about, and how it becomes a network. */
#ifndef ENTENTE_SELECTION_H
#define ENTENTE_SELECTION_H

#include "cast.h"

typedef enum Level { LEVEL_DEFAULT, LEVEL_ALL, LEVEL_OFFICIAL, LEVEL_AGENCY, LEVEL_COUNTRY } Level;
const char *level_name(Level);
bool level_by_name(const char *, Level *); /* also person, organisation */

typedef enum RollUp { ROLL_UP_STATE, ROLL_UP_ANY } RollUp;

typedef enum Weight {
    WEIGHT_NEWMAN, WEIGHT_COUNT, WEIGHT_BINARY, WEIGHT_FRACTIONAL, WEIGHT_JACCARD, WEIGHT_COSINE, WEIGHT_ASSOCIATION,
} Weight;
enum { N_WEIGHTS = 7 };
const char *weight_name(Weight);
const char *weight_meaning(Weight); /* "events with company", for headings */
bool weight_by_name(const char *, Weight *);

/* How ties are held against chance (backbone.h). */
typedef enum BackboneMethod { BACKBONE_SDSM, BACKBONE_FDSM, BACKBONE_FIXEDROW, BACKBONE_DISPARITY } BackboneMethod;
enum { N_BACKBONE_METHODS = 4 };
const char *backbone_method_name(BackboneMethod);
bool backbone_method_by_name(const char *, BackboneMethod *);

/* The same on every verb. Lists are NULL-terminated or NULL (= no restriction); the Selection borrows them. */
typedef struct Selection {
    Level level;
    RollUp roll_up;
    Weight weight;
    bool expand_blocs, no_kin, comention;
    Date from, to;                     /* events whose first day may lie inside; unknown = open */
    bool surely;                       /* only those whose first day surely does */
    const char *const *role;           /* only these (stated ones; inferred ones follow their source, ruling 5) */
    const char *const *status;         /* participation status names: only these */
    const char *const *event_status;   /* instead of focal, related, unstated */
    const char *const *exclude;        /* actors by id or name, taken out before anything is counted */
    Certainty min_cert;                /* CERT_LOW lets all in */
    bool backbone;                     /* only ties that beat chance */
    BackboneMethod backbone_method;
    double backbone_alpha;             /* false discovery rate */
    size_t backbone_draws;             /* of FDSM; 0 = as many as it takes, within bounds */
    bool backbone_by_year;             /* chance within each calendar year */
    double min_weight;
    const char *ego;                   /* actor by id or name, or NULL */
    unsigned ego_radius;               /* 1 or 2 */
    bool largest_component, drop_isolates;
} Selection;

void selection_init(Selection *);
/* Does this day lie from the first day of from to the last day of to? YES, NO, or it cannot be told. */
DateWithin selection_within(const Selection *, Date day);
/* Normalised options that shape the network, sorted, defaults included: "--level country --weight newman". Heap. */
char *selection_options(const Selection *, Level chosen, Unit);

#endif
