/* measuring.h - private to this room: a network while it is being measured, and who fills which columns. */
#ifndef ENTENTE_MEASURING_H
#define ENTENTE_MEASURING_H

#include "adjacency.h"
#include "measure.h"

typedef struct Measuring {
    const Network *network;
    const Adjacency *adjacency;
    MeasureOptions options;
    Scores *scores;  /* value[m] is NULL where m is not asked for */
} Measuring;

/* Adds a sentence to the note of a column that is asked for; several are joined by "; ". */
void measuring_note(Measuring *, Measure, const char *format, ...) G_GNUC_PRINTF(3, 4);
/* Name of a node, for notes. */
const char *measuring_name(const Measuring *, uint32_t node);

/* Each fills the columns of its file that are asked for. */
bool measure_centrality(Measuring *, GError **); /* degree … events, pagerank, core */
bool measure_paths(Measuring *, GError **);      /* betweenness, closeness, harmonic */
void measure_spectral(Measuring *);              /* eigenvector */
void measure_triangles(Measuring *);             /* clustering, constraint */
bool measure_community(Measuring *, GError **);
bool measure_twomode(Measuring *, GError **);

/* Local transitivity of every node (n doubles); *closed and *open: triangles and paths of length two in the network. */
void triangles_clustering(const Adjacency *, double *clustering, double *closed, double *open);
/* Leiden, the best of up to ten runs: the group of every node, 0 …, by size, then first member. *n_groups of them;
 * *modularity is NaN without ties. NULL on failure. */
uint32_t *community_find(const Network *, const Adjacency *, unsigned long seed, size_t *n_groups, double *modularity,
                         GError **);

#endif
