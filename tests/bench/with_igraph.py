"""with_igraph.py - what a person would write today with lxml and python-igraph. usage: with_igraph.py CORPUS OUT"""

import glob
import sys

import igraph
from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
NAMES = [TEI + "persName", TEI + "orgName", TEI + "country"]

corpus, out = sys.argv[1:]
pairs = set()
label = {}
for path in sorted(glob.glob(corpus + "/*.xml")):
    for _, name in etree.iterparse(path, tag=NAMES):
        if name.get("corresp"):
            label.setdefault(name.get("ref"), " ".join("".join(name.itertext()).split()))
            for event in name.get("corresp").split():
                pairs.add((name.get("ref"), event))

two_mode = igraph.Graph.TupleList(sorted(pairs))
two_mode.vs["type"] = [name in label for name in two_mode.vs["name"]]
network = two_mode.bipartite_projection(multiplicity=True, which=True)
network.vs["label"] = [label[name] for name in network.vs["name"]]
network.vs["degree"] = network.degree()
network.vs["strength"] = network.strength(weights="weight")
network.vs["pagerank"] = network.pagerank(weights="weight")
network.vs["clustering"] = network.transitivity_local_undirected(mode="zero")
network.write_graphml(out)
