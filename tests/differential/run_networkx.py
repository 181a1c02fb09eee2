#!/usr/bin/env python3
"""run_networkx.py - every measure and every tie weight against NetworkX, on seeded random incidence tables.

Usage: run_networkx.py PROGRAM. Prints ok, not ok and skip lines; exits 1 when something differs.
ENTENTE_TABLES: how many tables (7)."""

import csv
import io
import math
import os
import random
import subprocess
import sys
import tempfile
from fractions import Fraction
from itertools import combinations

try:
    import networkx as nx
    from networkx.algorithms import bipartite
except ImportError:
    print(
        "skip networkx is not installed: the measures are NOT held against an independent implementation "
        "(python3 -m pip install networkx, or apt-get install python3-networkx)"
    )
    sys.exit(0)
try:
    import numpy
except ImportError:
    numpy = None

WEIGHTS = ["newman", "count", "binary", "fractional", "jaccard", "cosine", "association"]
RATIONAL = ["newman", "count", "binary", "fractional"]  # lengths 1/weight are exact fractions
TOLERANCE = 1e-8


def table_of(seed):
    """Events as sets of actors: sparse and scattered to dense, with actors who meet nobody."""
    dice = random.Random(seed)
    n, m = [(40, 60), (20, 30), (40, 12), (12, 6), (5, 4), (2, 2), (1, 1)][seed % 7]
    busy = [1 / (i + 1) ** dice.choice([0, 0.7]) for i in range(n)]
    events = {}
    for e in range(m):
        k = min(n, dice.choice([1, 1, 2, 2, 3, 5, 9]))
        events["e%02d" % e] = set(dice.choices(["a%02d" % i for i in range(n)], busy, k=k))
    return events


def weights_of(events, scheme):
    """Tie weights by their definitions, exact where they are rational."""
    size = {a: sum(a in who for who in events.values()) for a in set().union(*events.values())}
    ties = {}
    for who in events.values():
        for pair in combinations(sorted(who), 2):
            ties.setdefault(pair, []).append(len(who))
    weight = {}
    for (a, b), ks in ties.items():
        c = len(ks)
        weight[a, b] = {
            "newman": sum(Fraction(1, k - 1) for k in ks),
            "count": Fraction(c),
            "binary": Fraction(1),
            "fractional": sum(Fraction(2, k * (k - 1)) for k in ks),
            "jaccard": c / (size[a] + size[b] - c),
            "cosine": c / math.sqrt(size[a] * size[b]),
            "association": c * len(events) / (size[a] * size[b]),
        }[scheme]
    return weight


def graph_of(events, scheme):
    graph = nx.Graph()
    graph.add_nodes_from(sorted(set().union(*events.values())))
    for (a, b), weight in weights_of(events, scheme).items():
        graph.add_edge(a, b, weight=float(weight), length=1 / weight)
    return graph


def pagerank(graph):
    try:
        return nx.pagerank(graph, alpha=0.85, tol=1e-14, max_iter=10000)
    except ImportError:  # no scipy
        from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python

        return _pagerank_python(graph, alpha=0.85, tol=1e-14, max_iter=10000)


def principal(graph):
    """Largest eigenvalue of a connected graph and its vector."""
    if graph.number_of_nodes() == 1:
        return 0.0, dict.fromkeys(graph, 1.0)
    if numpy is not None:
        values, vectors = numpy.linalg.eigh(nx.to_numpy_array(graph, nodelist=list(graph)))
        return float(values[-1]), dict(zip(graph, (float(abs(x)) for x in vectors[:, -1])))
    vector = nx.eigenvector_centrality(graph, max_iter=200000, tol=1e-14, weight="weight")
    return sum(2 * d["weight"] * vector[a] * vector[b] for a, b, d in graph.edges(data=True)), vector


def eigenvector(graph):
    """None for everybody where it is undefined or two components tie."""
    if graph.number_of_edges() == 0:
        return dict.fromkeys(graph)
    parts = sorted(
        (principal(graph.subgraph(c).copy()) for c in nx.connected_components(graph)), key=lambda part: part[0]
    )
    if len(parts) > 1 and abs(parts[-1][0] - parts[-2][0]) <= 1e-9 * parts[-1][0]:
        return dict.fromkeys(graph)
    return {v: parts[-1][1].get(v, 0.0) for v in graph}


def paths(graph, length):
    n = graph.number_of_nodes()
    harmonic = nx.harmonic_centrality(graph, distance=length)
    return {
        "betweenness": nx.betweenness_centrality(graph, weight=length) if n > 2 else dict.fromkeys(graph, 0),
        "betweenness_raw": nx.betweenness_centrality(graph, normalized=False, weight=length),
        "closeness": nx.closeness_centrality(graph, distance=length),
        "harmonic": harmonic,
        "harmonic_norm": {v: h / (n - 1) if n > 1 else None for v, h in harmonic.items()},
    }


def one_mode(graph):
    n = graph.number_of_nodes()
    constraint = nx.constraint(graph, nodes=list(graph), weight="weight")
    return {
        **paths(graph, None),
        "degree": dict(graph.degree()),
        "degree_norm": {v: d / (n - 1) if n > 1 else None for v, d in graph.degree()},
        "strength": dict(graph.degree(weight="weight")),
        "eigenvector": eigenvector(graph),
        "pagerank": pagerank(graph),
        "core": nx.core_number(graph),
        "clustering": nx.clustering(graph),
        "constraint": {v: None if graph.degree(v) == 0 else c for v, c in constraint.items()},
    }


def two_mode(events):
    graph = nx.Graph((a, "event " + e) for e, who in events.items() for a in who)
    actors = [v for v in graph if not v.startswith("event ")]
    try:
        betweenness = bipartite.betweenness_centrality(graph, actors)
    except ZeroDivisionError:  # a star: nobody of the larger mode can lie between; its centre is worth 1
        betweenness = nx.betweenness_centrality(graph)
    result = {
        "twomode_degree": bipartite.degree_centrality(graph, actors),
        "twomode_betweenness": betweenness,
        "twomode_closeness": bipartite.closeness_centrality(graph, actors),
        "events": dict(graph.degree()),
    }
    return {name: {a: values[a] for a in actors} for name, values in result.items()}


def rows_of(program, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        raise RuntimeError("%s: exit %d: %s" % (" ".join(arguments), done.returncode, done.stderr[-500:]))
    return list(csv.DictReader(io.StringIO(done.stdout), delimiter="\t", quoting=csv.QUOTE_NONE))


def near(ours, theirs):
    if theirs is None:
        return ours == ""
    return ours != "" and abs(float(ours) - float(theirs)) <= TOLERANCE * max(1, abs(float(theirs)))


def compare_columns(rows, expected):
    for name, values in expected.items():
        for row in rows:
            if not near(row[name], values[row["id"]]):
                yield "%s of %s is %r, networkx has %r" % (name, row["id"], row[name], values[row["id"]])


def compare_ties(rows, events, scheme):
    expected = weights_of(events, scheme)
    found = {tuple(sorted((r["a_id"], r["b_id"]))): r for r in rows}
    if len(rows) != len(found) or set(found) != set(expected):
        yield "other ties: %s" % sorted(set(found) ^ set(expected))
        return
    for pair, row in found.items():
        shared = sum(set(pair) <= who for who in events.values())
        if not near(row["weight"], expected[pair]) or int(row["events"]) != shared:
            yield "tie %s: %s, %s events; expected %s, %d" % (
                pair,
                row["weight"],
                row["events"],
                expected[pair],
                shared,
            )


def compare_groups(rows, graph):
    """Ours need not be networkx's groups, but as good, connected, and numbered by size."""
    groups = {}
    for row in rows:
        groups.setdefault(int(row["community"]), set()).add(row["id"])
    sizes = [len(groups[i]) for i in sorted(groups)]
    if sorted(groups) != list(range(1, len(groups) + 1)) or sizes != sorted(sizes, reverse=True):
        yield "groups are not numbered by size: %s" % groups
    if any(not nx.is_connected(graph.subgraph(g)) for g in groups.values()):
        yield "a group falls apart"
    if graph.number_of_edges():
        ours = nx.community.modularity(graph, groups.values())
        theirs = max(nx.community.modularity(graph, nx.community.louvain_communities(graph, seed=s)) for s in range(3))
        if ours < theirs - 0.01:
            yield "modularity %f, Louvain reaches %f" % (ours, theirs)


def compare_ranks(rows, graph):
    """1-1-3, by strength to 12 digits, equals by name."""
    strength = {v: float("%.11e" % s) for v, s in graph.degree(weight="weight")}
    order = sorted(graph, key=lambda v: (-strength[v], v))
    if [row["id"] for row in rows] != order:
        yield "another order: %s" % [row["id"] for row in rows]
    for row in rows:
        rank = 1 + sum(s > strength[row["id"]] for s in strength.values())
        if int(row["rank"]) != rank:
            yield "rank of %s is %s, not %d" % (row["id"], row["rank"], rank)


def differences(program, path, events, scheme):
    graph = graph_of(events, scheme)
    options = [path, "--level", "all", "--weight", scheme, "--format", "tsv", "-n", "0"]
    rows = rows_of(program, "rank", *options, "--by", "strength", "--all-measures")
    if {row["id"] for row in rows} != set(graph):
        yield "other actors"
        return
    yield from compare_columns(rows, {**one_mode(graph), **two_mode(events)})
    yield from compare_ties(rows_of(program, "ties", *options), events, scheme)
    yield from compare_groups(rows, graph)
    yield from compare_ranks(rows, graph)
    if scheme in RATIONAL:
        far = rows_of(program, "rank", *options, "--all-measures", "--weighted-paths")
        yield from compare_columns(far, paths(graph, "length"))


def write_table(path, events):
    with open(path, "w", encoding="utf-8") as out:
        out.write("actor\tevent\n")
        for event, who in events.items():
            out.writelines("%s\t%s\n" % (actor, event) for actor in sorted(who))


def main():
    program, failed = sys.argv[1], 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(int(os.environ.get("ENTENTE_TABLES", "7"))):
            events = table_of(seed)
            path = os.path.join(folder, "table.tsv")
            write_table(path, events)
            for scheme in WEIGHTS:
                name = "networkx table %d weight %s" % (seed, scheme)
                try:
                    found = list(differences(program, path, events, scheme))
                except RuntimeError as problem:
                    found = [str(problem)]
                failed += bool(found)
                print("%s - %s" % ("not ok" if found else "ok", name))
                for line in found[:5]:
                    print("#   " + line)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
