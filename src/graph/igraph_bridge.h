/* igraph_bridge.h - private to the rooms that compute with igraph: errors as GError, clean-up, 0.10 and 1.0 alike. */
#ifndef ENTENTE_IGRAPH_BRIDGE_H
#define ENTENTE_IGRAPH_BRIDGE_H

#include "network.h"
#include <igraph/igraph.h>

/* igraph aborts on errors by default; this keeps the message instead, for igraph_bridge_failed. Call before any other igraph
 * function; cheap when repeated. igraph calls come from one thread only (Debian's build is not thread-safe). */
void igraph_bridge_init(void);
/* false when code is an error, which becomes *error with igraph's own words; use around every igraph call:
 *     if (!igraph_bridge_ok(igraph_degree(…), error)) return false; */
bool igraph_bridge_ok(igraph_error_t code, GError **);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(igraph_vector_t, igraph_vector_destroy)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(igraph_vector_int_t, igraph_vector_int_destroy)

/* The igraph_t of a network, undirected, edge i = tie i, made on first use and owned by the network. */
const igraph_t *network_igraph(const Network *, GError **);
void network_graph_free(struct NetworkGraph *);

#endif
