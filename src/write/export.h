/* export.h - network → files for other programs: one table of formats, one bundle of what they are made from. */
#ifndef ENTENTE_EXPORT_H
#define ENTENTE_EXPORT_H

#include "evidence.h"
#include "output.h"
#include "picture.h"
#include "provenance.h"

/* What a writer may draw on. scores, layout may be NULL: then no measures, no positions and colours. */
typedef struct Export {
    const Network *network;
    const Scores *scores;
    const Layout *layout;
    const Provenance *provenance;
    const char *title;
    bool two_mode;  /* actors and events instead of actors and ties */
    bool no_quotes; /* leave the sentences out: in large networks they are most of the file */
    bool
        bare; /* ties carry weight and number of events only, nothing of what they rest on: for programs that compute */
} Export;

typedef struct ExportFormat {
    const char *name;      /* --as */
    const char *extension; /* "graphml"; NULL for formats that share one with another */
    const char *what;      /* one line for help */
    bool two_files;        /* csv: the caller writes csv-nodes to PATH-nodes.csv, csv-edges to PATH-edges.csv and
                              PATH-provenance.txt */
    bool (*write)(const Export *, Output *, GError **); /* NULL where two_files */
} ExportFormat;

/* All formats, in the order of help: graphml, dot (data), styled-dot, csv (two files), csv-nodes, csv-edges, json
 * (node-link), graphology, cytoscape. By extension: .dot is data, .gv is styled. */
const ExportFormat *export_formats(size_t *n);
const ExportFormat *export_format_by_name(const char *);
const ExportFormat *export_format_by_extension(const char *path);

/* Per-format rules and the readers they were tried with stand in the .c files. Every tie carries event titles,
 * documents, first and last date and one quoted sentence; every node type, country, aliases, measures. */
bool write_graphml(const Export *, Output *, GError **);
bool write_dot_data(const Export *, Output *, GError **);
bool write_dot_styled(const Export *, Output *, GError **);
bool write_csv_nodes(const Export *, Output *, GError **);
bool write_csv_edges(const Export *, Output *, GError **);
bool write_json_node_link(const Export *, Output *, GError **);
bool write_json_graphology(const Export *, Output *, GError **);
bool write_json_cytoscape(const Export *, Output *, GError **);

#endif
