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
    bool gexf_1_2; /* GEXF 1.2 instead of 1.3 */
} Export;

/* A format of two files: each is a format of its own. */
typedef struct ExportPart {
    const char *format; /* "csv-nodes" */
    const char *ending; /* NAME.csv becomes NAME-nodes.csv */
} ExportPart;
enum { N_EXPORT_PARTS = 2 };


typedef struct ExportFormat {
    const char *name;      /* --as */
    const char *extension; /* "graphml"; NULL for formats that share one with another */
    const char *what;      /* one line for help */
    bool (*write)(const Export *, Output *, GError **); /* NULL: two files, below, and NAME-provenance.txt */
    ExportPart part[N_EXPORT_PARTS];
} ExportFormat;

/* All formats, in the order of help: graphml, gexf, dot (data), styled-dot, csv (two files), csv-nodes, csv-edges, json
 * (node-link), graphology, cytoscape, pajek, vosviewer (two files), vosviewer-map, vosviewer-network. By extension:
 * .dot is data, .gv is styled, .net is Pajek. */
const ExportFormat *export_formats(size_t *n);
const ExportFormat *export_format_by_name(const char *);
const ExportFormat *export_format_by_extension(const char *path);

/* Per-format rules and the readers they were tried with stand in the .c files. Every tie carries event titles,
 * documents, first and last date and one quoted sentence; every node type, country, aliases, measures. */
bool write_graphml(const Export *, Output *, GError **);
bool write_gexf(const Export *, Output *, GError **);
bool write_dot_data(const Export *, Output *, GError **);
bool write_dot_styled(const Export *, Output *, GError **);
bool write_csv_nodes(const Export *, Output *, GError **);
bool write_csv_edges(const Export *, Output *, GError **);
bool write_json_node_link(const Export *, Output *, GError **);
bool write_json_graphology(const Export *, Output *, GError **);
bool write_json_cytoscape(const Export *, Output *, GError **);
bool write_pajek(const Export *, Output *, GError **);
bool write_vosviewer_map(const Export *, Output *, GError **);
bool write_vosviewer_network(const Export *, Output *, GError **);

#endif
