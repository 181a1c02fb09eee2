#!/usr/bin/env python3
"""run_agreement.py - Kendall's tau of rank --audit against SciPy, the structure that groups tells against NetworkX.

Usage: run_agreement.py PROGRAM. Prints ok, not ok and skip lines; exits 1 when something differs."""

import csv
import io
import math
import os
import random
import re
import subprocess
import sys
import tempfile

SOURCE = os.environ.get("ENTENTE_SOURCE") or os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
failed = 0


def report(fine, name):
    global failed
    failed += not fine
    print("%s - %s" % ("ok" if fine else "not ok", name))


def table(program, *words):
    run = subprocess.run([program, *words, "--quiet"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=SOURCE)
    if run.returncode:
        sys.exit("not ok - %s: %s" % (" ".join(words), run.stderr.decode()))
    return list(csv.DictReader(io.StringIO(run.stdout.decode()), delimiter="\t"))


def random_table(folder, seed):
    dice = random.Random(seed)
    path = os.path.join(folder, "table-%d.csv" % seed)
    with open(path, "w") as out:
        out.write("actor,event,role\n")
        for e in range(12 + 5 * seed):
            for a in set(dice.choices(range(9 + 2 * seed), k=dice.choice([1, 2, 2, 3, 5]))):
                out.write("a%02d,e%03d,%s\n" % (a, e, dice.choice(["attendee", "host", "speaker"])))
    return path


def inputs(folder):
    return ["corpus/archipelago", "corpus/asean-cyber"] + [random_table(folder, seed) for seed in range(6)]


def check_tau(program, corpus, measure):
    """tau-b depends on order only: the ranks now against the scores of the variation."""
    rows, wrong, n = table(program, "rank", corpus, "--audit", "--by", measure), [], 0
    by = {}
    for row in rows:
        by.setdefault((row["variation"], row["options"]), []).append(row)
    for key, group in by.items():
        both = [(-float(r["rank_now"]), float(r["score"])) for r in group if r["rank_now"] and r["score"]]
        expected = scipy.stats.kendalltau(*zip(*[(x, float("%.12g" % y)) for x, y in both])).statistic
        told = float(group[0]["tau"] or "nan")
        n += 1
        if not (math.isnan(expected) and math.isnan(told)) and not math.isclose(expected, told, abs_tol=1e-9):
            wrong.append((key, expected, told))
    report(
        n > 0 and not wrong,
        "tau by %s of %d variations, %s %s" % (measure, n, os.path.basename(corpus), wrong[:2] or ""),
    )


def network_of(program, corpus):
    graph = nx.Graph()
    graph.add_nodes_from(row["id"] for row in table(program, "rank", corpus))
    graph.add_weighted_edges_from((t["a_id"], t["b_id"], float(t["weight"])) for t in table(program, "ties", corpus))
    return graph


def parts(graph, actor):
    here = graph.subgraph(nx.node_connected_component(graph, actor)).copy()
    here.remove_node(actor)
    return nx.number_connected_components(here)


def check_structure(program, corpus):
    graph, rows = network_of(program, corpus), table(program, "groups", corpus)
    name = os.path.basename(corpus)
    cut = set(nx.articulation_points(graph))
    told = {row["id"]: int(row["articulation"]) for row in rows}
    report(told == {a: parts(graph, a) if a in cut else 0 for a in graph}, "cut actors and their parts, " + name)
    constraint = nx.constraint(graph, weight="weight")
    report(
        all(
            math.isclose(float(r["constraint"] or "nan"), constraint[r["id"]], rel_tol=1e-9)
            or (not r["constraint"] and math.isnan(constraint[r["id"]]))
            for r in rows
        ),
        "constraint, " + name,
    )
    text = subprocess.run(
        [program, "groups", corpus, "--format", "table", "-n", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=SOURCE,
    ).stdout.decode()
    group = {}
    for row in rows:
        group.setdefault(row["group"], set()).add(row["id"])
    modularity = nx.community.modularity(graph, group.values(), weight="weight")
    report(
        math.isclose(float(re.search(r"modularity (\S+)\.", text)[1]), modularity, rel_tol=5e-3),
        "modularity of the groups, " + name,
    )
    best = max(
        nx.community.modularity(graph, nx.community.louvain_communities(graph, seed=s), weight="weight")
        for s in range(10)
    )
    report(modularity >= best - 1e-9, "no run of Louvain finds groups of larger modularity, " + name)
    bridges = [e for e in nx.bridges(graph) if graph.degree[e[0]] > 1 or graph.degree[e[1]] > 1]
    said = re.search(r"^Bridges?, the only way across: (.*)\.$", text, re.M)
    shown = len(re.findall(r"actors? beyond", said[1])) if said else 0
    more = int(re.search(r"and (\d+) more$", said[1])[1]) if said and said[1].endswith("more") else 0
    report(shown + more == len(bridges), "%d bridges, %s" % (len(bridges), name))


def check_assortativity(program, corpus):
    graph = nx.Graph((t["a_id"], t["b_id"]) for t in table(program, "ties", corpus, "--level", "all"))
    for row in table(program, "rank", corpus, "--level", "all"):
        if row["id"] in graph:
            graph.nodes[row["id"]]["type"] = row["type"]
    text = subprocess.run(
        [program, "groups", corpus, "--level", "all", "--format", "table"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=SOURCE,
    ).stdout.decode()
    told = float(re.search(r" by type ([−-]?[0-9.]+?)\.?(?: |$)", text, re.M)[1])
    report(
        math.isclose(told, nx.attribute_assortativity_coefficient(graph, "type"), abs_tol=5e-4),
        "assortativity by type, " + os.path.basename(corpus),
    )


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        for corpus in inputs(folder):
            if scipy:
                for measure in ["strength", "degree", "harmonic"]:
                    check_tau(program, corpus, measure)
            if nx:
                check_structure(program, corpus)
        if nx:
            check_assortativity(program, "corpus/archipelago")
            check_assortativity(program, "corpus/asean-cyber")
    if not scipy:
        print(
            "skip scipy is not installed: Kendall's tau is NOT held against an independent implementation "
            "(python3 -m pip install scipy)"
        )
    if not nx:
        print(
            "skip networkx is not installed: groups are NOT held against an independent implementation "
            "(python3 -m pip install networkx)"
        )
    sys.exit(failed > 0)


try:
    import scipy
    import scipy.stats
except ImportError:
    scipy = None
try:
    import networkx as nx
except ImportError:
    nx = None
if __name__ == "__main__":
    main()
