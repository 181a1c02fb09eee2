/* sociogram.h - what a picture shows: actors and their ties, or actors and events, with signs, sizes and groups. */
#ifndef ENTENTE_SOCIOGRAM_H
#define ENTENTE_SOCIOGRAM_H

#include "picture.h"

typedef enum Sign { SIGN_COUNTRY, SIGN_AGENCY, SIGN_OFFICIAL, SIGN_OTHER, SIGN_EVENT, N_SIGNS } Sign;

/* An actor or an event. Strings but the tooltip are the corpus's. */
typedef struct Glyph {
    const char *id, *name;
    const char *label; /* as shown: the name, or an ISO code where PictureOptions.codes asks for it */
    Sign sign;
    uint32_t row;    /* node of the network; of an event: column of the incidence */
    double score;    /* what its size shows; NAN: nothing */
    double strength; /* what names a group; NAN: nothing */
    uint32_t group;  /* 0 … by size; UINT32_MAX = none */
    bool tied;
    char *tooltip; /* clean (label.h) */
} Glyph;

/* One-mode: the network's nodes and ties. Two-mode: its nodes, then the events they took part in; ties are the cells,
 * of weight 1. */
struct Sociogram {
    const Network *network;
    Glyph *glyph;
    size_t n_glyphs, n_actors; /* actors come first */
    Tie *tie;
    size_t n_ties;
    bool sized; /* false: the scores hold nothing that sizes could show */
    Measure sized_by;
    double smallest, largest; /* scores of actors */
    double most;              /* participants of the largest event */
    ColourBy colour_by;
    size_t n_groups;
    char **group_name;       /* n_groups, NULL-terminated; NULL where groups go by the names of their members */
    uint32_t *group_whole;   /* members of each bloc, whatever colour they wear; NULL: not blocs */
    GString *blocs_left_out; /* blocs whose members all wear a smaller one: names; NULL: none */
};

/* What a tie's tooltip says. Clean, heap. */
char *sociogram_tie_text(const Sociogram *, const Tie *);
/* Arrays of zeros. */
Layout *layout_new(size_t n);
static inline bool sociogram_is_two_mode(const Sociogram *s) { return s->n_actors < s->n_glyphs; }

/* Private to the sociogram: fill the groups of the actors and the names of groups. */
void grouping_by_community(Sociogram *, const Scores *);
void grouping_by_bloc(Sociogram *);
void grouping_by_type(Sociogram *);

#endif
