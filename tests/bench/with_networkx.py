"""with_networkx.py - what a person would write today with lxml and NetworkX. usage: with_networkx.py CORPUS OUT"""

import glob
import sys

import networkx as nx
from lxml import etree
from networkx.algorithms import bipartite

TEI = "{http://www.tei-c.org/ns/1.0}"
NAMES = [TEI + "persName", TEI + "orgName", TEI + "country"]

corpus, out = sys.argv[1:]
two_mode = nx.Graph()
label = {}
for path in sorted(glob.glob(corpus + "/*.xml")):
    for _, name in etree.iterparse(path, tag=NAMES):
        if name.get("corresp"):
            label.setdefault(name.get("ref"), " ".join("".join(name.itertext()).split()))
            for event in name.get("corresp").split():
                two_mode.add_edge(name.get("ref"), event)

network = bipartite.weighted_projected_graph(two_mode, list(label))
nx.set_node_attributes(network, label, "label")
nx.set_node_attributes(network, dict(network.degree()), "degree")
nx.set_node_attributes(network, dict(network.degree(weight="weight")), "strength")
nx.set_node_attributes(network, nx.pagerank(network), "pagerank")
nx.set_node_attributes(network, nx.clustering(network), "clustering")
nx.write_graphml(network, out)
