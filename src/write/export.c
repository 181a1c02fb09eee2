/* export.c - network → files for other programs: the table of formats. */
#include "export.h"
#include <string.h>

static const ExportFormat FORMAT[] = {
    {"graphml", "graphml", "GraphML, for Gephi, Cytoscape, NetworkX, igraph", write_graphml, {{0}}},
    {"gexf", "gexf", "GEXF, for Gephi with its timeline, Gephi Lite, NetworkX", write_gexf, {{0}}},
    {"dot", "dot", "DOT as data, for Gephi and other programs", write_dot_data, {{0}}},
    {"styled-dot", "gv", "DOT with shapes, colours and sizes, for Graphviz", write_dot_styled, {{0}}},
    {"csv",
     "csv",
     "two CSV tables, nodes and edges, for Gephi and spreadsheets",
     NULL,
     {{"csv-nodes", "-nodes.csv"}, {"csv-edges", "-edges.csv"}}},
    {"csv-nodes", NULL, "the nodes as CSV", write_csv_nodes, {{0}}},
    {"csv-edges", NULL, "the edges as CSV", write_csv_edges, {{0}}},
    {"json", "json", "JSON node-link, for NetworkX and d3", write_json_node_link, {{0}}},
    {"graphology", NULL, "JSON for graphology, sigma and Gephi Lite", write_json_graphology, {{0}}},
    {"cytoscape", "cyjs", "JSON for Cytoscape and cytoscape.js", write_json_cytoscape, {{0}}},
    {"pajek", "net", "Pajek, for Pajek, igraph, NetworkX", write_pajek, {{0}}},
    {"vosviewer",
     NULL,
     "a map and a network file, for VOSviewer",
     NULL,
     {{"vosviewer-map", "-map.txt"}, {"vosviewer-network", "-network.txt"}}},
    {"vosviewer-map", NULL, "the actors as VOSviewer's map", write_vosviewer_map, {{0}}},
    {"vosviewer-network", NULL, "the ties as VOSviewer's network", write_vosviewer_network, {{0}}},
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
