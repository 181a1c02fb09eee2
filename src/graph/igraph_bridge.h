/* igraph_bridge.h - private to the rooms that compute with igraph: errors as GError, clean-up, 0.10 and 1.0 alike. */
#ifndef ENTENTE_IGRAPH_BRIDGE_H
#define ENTENTE_IGRAPH_BRIDGE_H

#include "network.h"
#include <igraph.h>

/* igraph aborts on errors by default; this keeps the message instead, for igraph_bridge_ok. Call before any other
 * igraph function; cheap when repeated. igraph calls come from one thread only (Debian's build is not thread-safe). */
void igraph_bridge_init(void);
/* false when code is an error, which becomes *error with igraph's own words (ERROR_USAGE: it was asked for what cannot
 * be); use around every igraph call:
 *     if (!igraph_bridge_ok(igraph_degree(…), error)) return false; */
bool igraph_bridge_ok(igraph_error_t code, GError **);

/* g_auto(igraph_vector_t) v = {0}; an igraph call that fails leaves it to this clean-up. */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(igraph_vector_t, igraph_vector_destroy)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(igraph_vector_int_t, igraph_vector_int_destroy)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(igraph_matrix_t, igraph_matrix_destroy)

/* The igraph_t of a network, undirected, edge i = tie i, made on first use and owned by the network. */
const igraph_t *network_igraph(const Network *, GError **);
/* Tie weights, and lengths 1/weight, in edge order; likewise made on first use and owned by the network. */
const igraph_vector_t *network_igraph_weights(const Network *, GError **);
const igraph_vector_t *network_igraph_lengths(const Network *, GError **);
/* What network_free calls; NULL is fine. */
void network_graph_free(struct NetworkGraph *);

/* The calls whose arguments changed between igraph 0.10 and 1.0. */

/* Unnormalised betweenness of every vertex (what 1.0 calls normalised is not Freeman's). lengths may be NULL: hops.
 * out is initialised, and resized. */
bool igraph_bridge_betweenness(const igraph_t *, const igraph_vector_t *lengths, igraph_vector_t *out, GError **);
/* Leiden iterations on strength-like node weights, as igraph_community_leiden; go_on: from the membership given. */
bool igraph_bridge_leiden(const igraph_t *, const igraph_vector_t *edge_weights, const igraph_vector_t *node_weights,
                          double resolution, bool go_on, int n_iterations, igraph_vector_int_t *membership,
                          double *quality, GError **);

#endif
