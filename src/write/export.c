/* export.c - network → files for other programs: the table of formats. */
#include "export.h"
#include <string.h>

static const ExportFormat FORMAT[] = {
    {"graphml", "graphml", "GraphML, for Gephi, Cytoscape, NetworkX, igraph", false, write_graphml},
    {"dot", "dot", "DOT as data, for Gephi and other programs", false, write_dot_data},
    {"styled-dot", "gv", "DOT with shapes, colours and sizes, for Graphviz", false, write_dot_styled},
    {"csv", "csv", "two CSV tables, nodes and edges, for Gephi and spreadsheets", true, NULL},
    {"csv-nodes", NULL, "the nodes as CSV", false, write_csv_nodes},
    {"csv-edges", NULL, "the edges as CSV", false, write_csv_edges},
    {"json", "json", "JSON node-link, for NetworkX and d3", false, write_json_node_link},
    {"graphology", NULL, "JSON for graphology, sigma and Gephi Lite", false, write_json_graphology},
    {"cytoscape", "cyjs", "JSON for Cytoscape and cytoscape.js", false, write_json_cytoscape},
};

const ExportFormat *export_formats(size_t *n)
{
    *n = G_N_ELEMENTS(FORMAT);
    return FORMAT;
}

const ExportFormat *export_format_by_name(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(FORMAT); i++)
        if (strcmp(FORMAT[i].name, name) == 0)
            return &FORMAT[i];
    return NULL;
}

const ExportFormat *export_format_by_extension(const char *path)
{
    const char *dot = strrchr(path, '.');
    if (!dot || strchr(dot, '/'))
        return NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(FORMAT); i++)
        if (FORMAT[i].extension && g_ascii_strcasecmp(FORMAT[i].extension, dot + 1) == 0)
            return &FORMAT[i];
    return NULL;
}
