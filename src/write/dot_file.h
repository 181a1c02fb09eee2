/* dot_file.h - a DOT file under construction: cgraph behind a door that knows what cgraph cannot write. */
#ifndef ENTENTE_DOT_FILE_H
#define ENTENTE_DOT_FILE_H

#include "output.h"
#include <stdint.h>

/* One undirected graph held in memory by cgraph (about 1 kB an edge with all texts). Not thread-safe, as cgraph is not.
 */
typedef struct DotFile DotFile;

typedef enum DotPart { DOT_GRAPH, DOT_NODE, DOT_EDGE } DotPart;
enum {
    DOT_LONGEST = 16000
}; /* bytes of a text as it stands in the file: cgraph 2.42 does not read back 16 kB and more */

DotFile *dot_file_new(void);
void dot_file_free(DotFile *);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DotFile, dot_file_free)

/* Declares an attribute and returns its number. A default other than "" makes cgraph write a top-level graph, node or
 * edge statement, after which Gephi sees no nodes: for styled files only. */
int dot_file_attribute(DotFile *, DotPart, const char *name, const char *standard);
/* Adds node n0, n1 … or an edge between two of them, and makes it the one that dot_file_set speaks of. */
void dot_file_node(DotFile *);
void dot_file_edge(DotFile *, uint32_t a, uint32_t b);
/* Text is plain: backslashes are doubled (else "\N" means something and a last one takes the quote with it), line ends
 * become \n, carriage returns blanks, and what is too long is cut and says so. */
void dot_file_set(DotFile *, int attribute, const char *text);
/* The comments (one a line, no line ends in them), then the graph through agwrite; without the line breaks that
 * agwrite puts into long texts and only Graphviz takes out again. */
bool dot_file_write(DotFile *, const char *const *comment, size_t n_comments, Output *, GError **);

#endif
