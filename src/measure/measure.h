/* measure.h - network → numbers, one column a measure, with a word wherever a number would mislead. */
#ifndef ENTENTE_MEASURE_H
#define ENTENTE_MEASURE_H

#include "network.h"

/* X(SYMBOL, "name", "what it is, for a heading", "definition with its source"). Exact definitions are model.md's; the
 * names are the columns of rank and of every file. Distances are hop counts unless weighted_paths (length 1/weight). */
#define MEASURES(X)                                                                                                    \
    X(DEGREE, "degree", "partners", "number of neighbours")                                                            \
    X(DEGREE_NORM, "degree_norm", "share of possible partners", "degree / (n-1)")                                      \
    X(STRENGTH, "strength", "sum of tie weights",                                                                      \
      "sum of the weights of an actor's ties; under newman: its events with company (Newman 2001)")                    \
    X(EVENTS, "events", "events", "number of the actor's events")                                                      \
    X(BETWEENNESS, "betweenness", "betweenness",                                                                       \
      "Freeman 1977; unordered pairs, ends excluded, times 2/((n-1)(n-2)); 0 for n < 3")                               \
    X(BETWEENNESS_RAW, "betweenness_raw", "betweenness (pairs)", "betweenness without the factor")                     \
    X(CLOSENESS, "closeness", "closeness",                                                                             \
      "Wasserman and Faust 1994: ((r-1)/(n-1)) (r-1)/sum of distances, r = size of the component; 0 for isolates")     \
    X(HARMONIC, "harmonic", "harmonic closeness", "sum of 1/distance (Marchiori and Latora 2000)")                     \
    X(HARMONIC_NORM, "harmonic_norm", "harmonic closeness, normalised", "harmonic / (n-1)")                            \
    X(EIGENVECTOR, "eigenvector", "eigenvector centrality",                                                            \
      "principal eigenvector of the weighted adjacency matrix, length 1, non-negative (Bonacich 1972)")                \
    X(PAGERANK, "pagerank", "PageRank",                                                                                \
      "damping 0.85, proportional to weight, teleport 1/n, isolates spread uniformly, sums to 1 (Brin and Page 1998)") \
    X(CORE, "core", "k-core", "largest k such that the actor is in the k-core (Seidman 1983)")                         \
    X(CLUSTERING, "clustering", "clustering", "local transitivity; 0 where degree < 2 (Watts and Strogatz 1998)")      \
    X(CONSTRAINT, "constraint", "constraint", "Burt 1992, weighted; empty for an isolate")                             \
    X(COMMUNITY, "community", "group",                                                                                 \
      "Leiden on modularity, weighted, fixed seed (Traag, Waltman and van Eck 2019); numbered by size, "               \
      "then first actor")                                                                                              \
    X(TWOMODE_DEGREE, "twomode_degree", "share of all events",                                                         \
      "two-mode degree / number of events (Borgatti and Everett 1997)")                                                \
    X(TWOMODE_BETWEENNESS, "twomode_betweenness", "betweenness among actors and events",                               \
      "Borgatti and Everett 1997, normalised by the largest possible in a two-mode network of these sizes")            \
    X(TWOMODE_CLOSENESS, "twomode_closeness", "closeness to actors and events",                                        \
      "Borgatti and Everett 1997, scaled by the component in disconnected networks")


typedef enum Measure {
#define X(symbol, name, heading, definition) MEASURE_##symbol,
    MEASURES(X)
#undef X
    N_MEASURES
} Measure;

const char *measure_name(Measure);
const char *measure_heading(Measure);
const char *measure_definition(Measure);
bool measure_by_name(const char *, Measure *);

typedef uint32_t MeasureSet;
#define MEASURE_BIT(m) ((MeasureSet)1 << (m))
#define MEASURE_SET_ALL (((MeasureSet)1 << N_MEASURES) - 1)
#define MEASURE_SET_ONE_MODE (MEASURE_BIT(MEASURE_TWOMODE_DEGREE) - 1)

typedef struct MeasureOptions {
    bool weighted_paths;
    unsigned long seed;
} MeasureOptions;

/* value[m][node]; NaN = undefined (an empty cell in every file). note[m]: a sentence about the whole column, or
 * NULL ("not unique: 2 components tie for the largest eigenvalue"). node_note[node]: about one actor, or NULL. Both are
 * owned. */
typedef struct Scores {
    const Network *network;
    MeasureSet computed;
    double *value[N_MEASURES];
    char *note[N_MEASURES];
    char **node_note;
    size_t n_nodes;
} Scores;

/* Computes what the set names, from one thread; the network is only read (its igraph_t is made if a measure wants it:
 * core, paths, community do). Isolates, disconnected networks, ties for the largest eigenvalue and non-convergence are
 * said in the notes, never papered over. What is divided by n-1 is undefined for a lone actor. The two-mode columns are
 * those of the whole incidence, whatever a later selection took out of the network. ERROR_USAGE when igraph is asked
 * for what it cannot do (too large); nothing else fails.
 * Cost: betweenness, closeness, harmonic O(nodes × ties); two-mode ones O((actors + events) × cells); clustering
 * O(ties^1.5); constraint O(sum of squared degrees); the rest nearly linear. */
Scores *measure_network(const Network *, MeasureSet, const MeasureOptions *, GError **);
void scores_free(Scores *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Scores, scores_free)

/* Two-mode values of the events (columns of the incidence), same definitions: degree, betweenness, closeness. Arrays of
 * incidence->n_events, caller frees; NULL pointers are skipped.
 * With n of a vertex's own mode and m of the other: degree / m; betweenness / the largest possible in such a network (0
 * where that is 0); closeness (m + 2(n-1)) / sum of distances, and in a disconnected network, like networkx, times the
 * share of other vertices that are reached, which can exceed 1 in a small component (the note says so); 0 where none
 * is. */
bool measure_events(const Incidence *, double **degree, double **betweenness, double **closeness, GError **);

/* Numbers of the network as a whole. NaN where undefined. Path measures over reachable pairs, hop counts. */
typedef struct Structure {
    size_t n_actors, n_ties, n_events, n_components, n_isolates, largest_component;
    double density, diameter, mean_path, mean_clustering, transitivity, mean_degree, modularity;
    size_t n_communities;
} Structure;
bool measure_structure(const Network *, const MeasureOptions *, Structure *, GError **);

/* Standing of every node by one measure (ruling 10): 1-1-3 ranks; scores equal after rounding to 12 significant digits
 * share a rank; ordered by score descending (constraint: ascending), then name, then id; undefined last, without rank
 * (0). */
typedef struct Ranking {
    uint32_t *node;  /* n: node at each position */
    uint32_t *rank;  /* n: rank of that position, 0 = none */
    size_t n;
    bool all_tied;   /* every defined score is equal: no order to show */
} Ranking;
Ranking *ranking_new(const Scores *, Measure);
void ranking_free(Ranking *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Ranking, ranking_free)

#endif
