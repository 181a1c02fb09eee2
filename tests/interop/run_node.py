#!/usr/bin/env python3
"""run_node.py - graphology, cytoscape.js and VOSviewer's rules read our files: the same nodes, ties and values.

usage: run_node.py PROGRAM

Takes the packages from npm, once for every build folder. Without Node or the network, nothing is tested, and it says
so.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile

import networks
from networks import compare, report, skip

PACKAGES = (
    "graphology@0.26.0",
    "graphology-types@0.24.8",
    "graphology-gexf@0.13.2",
    "graphology-graphml@0.5.2",
    "cytoscape@3.33.1",
    "papaparse@5.5.3",
)
HERE = os.path.dirname(os.path.abspath(__file__))


def modules(folder):
    """The folder of node_modules, or None after saying why not."""
    there = os.path.join(folder, "node")
    done = os.path.join(there, "installed")
    wanted = "\n".join(PACKAGES)
    if os.path.exists(done) and open(done, encoding="utf-8").read() == wanted:
        return there
    if not shutil.which("npm"):
        return skip("no npm: the readers for Node are not tried (apt-get install npm)")
    os.makedirs(there, exist_ok=True)
    command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", there, *PACKAGES]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=60)
    except (subprocess.SubprocessError, OSError) as problem:
        skip(f"npm packages cannot be had: the readers for Node are not tried ({type(problem).__name__})")
        print(
            "  # " + (getattr(problem, "stderr", None) or b"").decode("utf-8", "replace")[-500:].replace("\n", "\n  # ")
        )
        return None
    with open(done, "w", encoding="utf-8") as f:
        f.write(wanted)
    return there


def colour(text):
    """rgb(68,119,170) and #4477aa are the same."""
    if isinstance(text, str) and text.startswith("rgb("):
        return "#%02x%02x%02x" % tuple(int(n) for n in text[4:-1].split(","))
    return text


def shared(rows, drop):
    return {
        i: {k: colour(v) for k, v in row.items() if k not in drop and v != "" and v is not None}
        for i, row in rows.items()
    }


def check(network, path, form):
    name = f"{network.name}, {form}"
    with open(path + ".node.json", encoding="utf-8") as f:
        got = json.load(f)
    if "error" in got:
        return report(False, f"{name}: is read", got["error"])
    edges = {networks.pair(a, b): attributes for a, b, attributes in got["edges"]}
    if len(edges) != len(got["edges"]):
        return report(False, f"{name}: no tie twice", len(got["edges"]))
    if form == "VOSviewer":
        return check_vosviewer(name, network, got["nodes"], edges)
    nodes = got["nodes"]
    if form == "graphology":  # sigma has a meaning of its own for type
        nodes = {i: {("type" if k == "kind" else k): v for k, v in n.items()} for i, n in nodes.items()}
    if form == "cytoscape" and network.placed:  # y downwards
        nodes = {i: {**n, "y": 0.0 - n["y"]} for i, n in nodes.items()}
    drop = ("z", "shape") if form.startswith("GEXF") else ("id",)
    places = () if network.placed or form != "cytoscape" else ("x", "y")  # cytoscape places what has no place
    compare(f"{name}: {len(nodes)} nodes with every value", network.nodes, shared(nodes, drop + places))
    edges = shared(edges, ("id", "source", "target"))
    if not network.weighted and form.startswith("GEXF"):
        edges = shared(edges, ("weight",))  # graphology takes 1 where there is none
    compare(f"{name}: {len(edges)} ties with every value", network.edges, edges)
    if form in ("graphology", "cytoscape"):
        report(got["about"].get("title") == network.title, f"{name}: title", got["about"])


def check_vosviewer(name, network, nodes, edges):
    """Labels lose quotes; what is a weight or a score has the name of its column."""
    tidy = lambda text: text.replace('"', "'").replace("\n", " ").replace("\t", " ")
    labels = {i: {"label": tidy(n["label"])} for i, n in network.nodes.items()}
    got = {
        i: {"label": str(n["label"]).lower() if isinstance(n["label"], bool) else str(n["label"])}
        for i, n in nodes.items()
    }
    numeric = {"1e5": "100000", "-.5": "-0.5"}  # papaparse tells numbers by their looks
    labels = {i: {"label": numeric.get(n["label"], n["label"])} for i, n in labels.items()}
    compare(f"{name}: labels", labels, got)
    found = []
    for i, node in network.nodes.items():
        for key, value in nodes[i].items():
            column = key.split("<")[-1].rstrip(">")
            if key.startswith(("weight<", "score<")) and not networks.same(node.get(column, 0), value or 0):
                found.append(f"{i} {key}: {node.get(column)} became {value}")
        if "community" in node and nodes[i]["cluster"] != node["community"]:
            found.append(f"{i} cluster: {node['community']} became {nodes[i]['cluster']}")
    report(not found, f"{name}: weights, scores, clusters", "\n".join(found[:5]))
    compare(f"{name}: links", {i: {"weight": e.get("weight", 1)} for i, e in network.edges.items()}, edges)


def written(network):
    yield network.write("gexf"), "GEXF 1.3"
    yield network.write("old.gexf", "--gexf", "1.2"), "GEXF 1.2"
    yield network.write("graphml"), "GraphML"
    yield network.write("graphology", "--as", "graphology"), "graphology"
    yield network.write("cyjs"), "cytoscape"
    yield network.write("txt", "--as", "vosviewer").replace(".txt", "-map.txt"), "VOSviewer"


def main():
    program = sys.argv[1]
    if not shutil.which("node"):
        skip("no Node: graphology, cytoscape.js are not tried (apt-get install nodejs npm)")
        return 0
    there = modules(networks.workshop(program))
    if not there:
        return 0
    with tempfile.TemporaryDirectory() as folder:
        given = networks.all_networks(program, folder)
        files = [(n, path, form) for n in given for path, form in written(n)]
        command = ["node", os.path.join(HERE, "read_networks.mjs"), there, *[path for _, path, _ in files]]
        run = subprocess.run(command, capture_output=True, text=True, timeout=120)
        report(run.returncode == 0, f"Node takes all {len(files)} files", run.stderr[-2000:])
        for network, path, form in files:
            if run.returncode == 0:
                check(network, path, form)
    return 1 if networks.failed else 0


sys.exit(main())
