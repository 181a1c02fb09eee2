#!/usr/bin/env python3
"""run_readers.py - what we write, read back by NetworkX, igraph, Graphviz, pydot, csv, json, is the same network."""

import csv
import json
import math
import os
import re
import subprocess
import sys
import tempfile

try:
    import networkx as nx
except ImportError:
    nx = None
try:
    import igraph
except ImportError:
    igraph = None
try:
    import pydot
except ImportError:
    pydot = None

ENTENTE = sys.argv[1]
SOURCE = os.environ.get("ENTENTE_SOURCE", os.path.join(os.path.dirname(__file__), "..", ".."))
failed = 0

LONG = "a name of 20 kB " * 1250
HOSTILE = [
    'say "yes"',
    "ends in \\",
    '\\" both',
    "\\N",
    "%percent",
    "node",
    "edge",
    "graph",
    "subgraph",
    "<b>html</b>",
    "<<b>x</b>>",
    "two\nlines",
    "مرحبا بالعالم",
    "Nguyễn Thị Ánh",
    LONG,
    "INFANTA & ISABELLA",
    "& <",
    "a & < b",
    "]]> & & end",
    "a; b",
    "comma, semicolon; tab",
    "'single'",
    "// comment",
    "/* c */",
    "a # hash",
    "a -- b",
    "a:b",
    "-.5",
    "1e5",
    "true",
    "null",
    "NaN",
    "😀",
    "x" * 15999,
    "ẽ" * 8000,
]


def report(good, what, detail=""):
    global failed
    failed += not good
    print(
        ("ok " if good else "not ok ") + what + ("" if good else "\n  # " + str(detail)[:2000].replace("\n", "\n  # "))
    )


def skip(what):
    print("skip " + what)


def export(table, path, *options):
    run = subprocess.run([ENTENTE, "export", table, "-o", path, "--force", *options], capture_output=True, text=True)
    if run.returncode != 0:
        raise RuntimeError(f"entente export {path} {options}: {run.returncode}\n{run.stderr}")


# Every reader gives {node: {attribute: value}} and {(node, node): {attribute: value}}, without what is missing.


def tidy(attributes, drop=()):
    return {
        k: v
        for k, v in attributes.items()
        if k not in drop and v is not None and v != "" and not (isinstance(v, float) and math.isnan(v))
    }


def pair(a, b):
    return (a, b) if int(a[1:]) < int(b[1:]) else (b, a)


def from_networkx(graph, drop=()):
    return (
        {n: tidy(d, drop) for n, d in graph.nodes(data=True)},
        {pair(a, b): tidy(d, drop) for a, b, d in graph.edges(data=True)},
    )


def read_graphml(path):
    graph = nx.read_graphml(path)
    assert not graph.is_directed() and not graph.is_multigraph()
    return from_networkx(graph, ("id",)), graph.graph


def read_igraph(path):
    graph = igraph.Graph.Read_GraphML(path)
    assert not graph.is_directed() and graph.is_simple()
    ids = graph.vs["id"] if "id" in graph.vs.attributes() else [f"n{v.index}" for v in graph.vs]
    return (
        {ids[v.index]: tidy(v.attributes(), ("id",)) for v in graph.vs},
        {pair(ids[e.source], ids[e.target]): tidy(e.attributes(), ("id",)) for e in graph.es},
    ), graph


def read_node_link(path):
    with open(path, encoding="utf-8") as f:
        text = json.load(f)
    try:
        graph = nx.node_link_graph(text, edges="edges")
    except TypeError:
        graph = nx.node_link_graph(text, link="edges")
    return from_networkx(graph), text["graph"]


def read_graphology(path):
    with open(path, encoding="utf-8") as f:
        text = json.load(f)
    assert text["options"] == {"type": "undirected", "multi": False, "allowSelfLoops": False}
    nodes = {n["key"]: {("type" if k == "kind" else k): v for k, v in n["attributes"].items()} for n in text["nodes"]}
    return (nodes, {pair(e["source"], e["target"]): e["attributes"] for e in text["edges"]}), text["attributes"]


def read_cytoscape(path):
    with open(path, encoding="utf-8") as f:
        text = json.load(f)
    nodes = {}
    for n in text["elements"]["nodes"]:
        nodes[n["data"]["id"]] = tidy(n["data"], ("id",))
        if "position" in n:
            nodes[n["data"]["id"]].update(x=n["position"]["x"], y=0.0 - n["position"]["y"])
    edges = {
        pair(e["data"]["source"], e["data"]["target"]): tidy(e["data"], ("id", "source", "target"))
        for e in text["elements"]["edges"]
    }
    return (nodes, edges), text["data"]


def read_csv(stem):
    with open(stem + "-nodes.csv", encoding="utf-8", newline="") as f:
        nodes = {
            r["Id"]: tidy({"label" if k == "Label" else k: v for k, v in r.items()}, ("Id",)) for r in csv.DictReader(f)
        }
    with open(stem + "-edges.csv", encoding="utf-8", newline="") as f:
        edges = {
            pair(r["Source"], r["Target"]): tidy(
                {"weight" if k == "Weight" else k: v for k, v in r.items()},
                ("Source", "Target", "Type", "source_label", "target_label"),
            )
            for r in csv.DictReader(f)
        }
    return nodes, edges


def read_gexf(path):
    """NetworkX keeps looks apart under "viz", and invents edge ids and labels of none."""
    graph = nx.read_gexf(path)
    assert not graph.is_directed() and not graph.is_multigraph()
    nodes, edges = from_networkx(graph, ("start", "end", "spells", "id"))
    spells = [s for d in graph.nodes.values() for s in d.get("spells", [])]
    assert all(len(first) == len(last) == 10 for first, last in spells)
    for n, d in nodes.items():
        looks = d.pop("viz", {})
        if "position" in looks:
            d.update(x=looks["position"]["x"], y=looks["position"]["y"], size=looks["size"])
            d["color"] = "#{r:02x}{g:02x}{b:02x}".format(**looks["color"])
        assert looks.get("shape") in ("disc", "square", "triangle", "diamond", None)
    return (nodes, edges), len(spells)


def read_pajek_networkx(path):
    graph = nx.read_pajek(path)
    assert not graph.is_directed() and len(set(graph.edges())) == graph.number_of_edges()
    return {"label": sorted(graph)}, {
        tuple(sorted((graph.nodes[a]["id"], graph.nodes[b]["id"]), key=int)): d["weight"]
        for a, b, d in graph.edges(data=True)
    }


def read_pajek_igraph(path):
    graph = igraph.Graph.Read_Pajek(path)
    assert not graph.is_directed() and graph.is_simple()
    labels = graph.vs["name" if "name" in graph.vs.attributes() else "id"]  # "id" up to igraph 0.10
    assert "type" not in graph.vs.attributes() or graph.is_bipartite()
    return {"label": sorted(labels)}, {(str(e.source + 1), str(e.target + 1)): e["weight"] for e in graph.es}


def compare_pajek(name, reference, read):
    """Labels are unique and without quotes or backslashes; numbers count from 1."""
    try:
        labels, edges = read()
        plain = lambda t: " ".join(t.split()).replace('"', "'").replace("\\", "/")
        want = [plain(d["label"]) for d in reference[0].values()]
        number = lambda n: str(int(n[1:]) + 1)
        ties = {(number(a), number(b)): d.get("weight", 1) for (a, b), d in reference[1].items()}
        here = [re.sub(r" \(\d+\)$", "", t) if t not in want else t for t in labels["label"]]
        report(sorted(want) == sorted(here), f"{name}: labels", sorted(set(want) ^ set(here))[:5])
        report(ties == edges, f"{name}: ties", sorted(set(ties.items()) ^ set(edges.items()))[:5])
    except Exception as error:
        report(False, name, repr(error))


def check_gexf_and_pajek(name, stem, reference, two_mode):
    for version, end in (("1.3", ".gexf"), ("1.2", "-12.gexf")):
        try:
            found, n_spells = read_gexf(stem + end)
            wrong = differences(reference, found)
            report(not wrong and n_spells > 0, f"{name}: GEXF {version}, {n_spells} spells", wrong)
        except nx.NetworkXError as error:
            if version == "1.3" and "No <graph>" in str(error):
                skip(f"{name}: NetworkX {nx.__version__} does not know GEXF 1.3")
            else:
                report(False, f"{name}: GEXF {version}", repr(error))
    if not two_mode:
        compare_pajek(f"{name}: Pajek through NetworkX", reference, lambda: read_pajek_networkx(stem + ".net"))
    if igraph:
        compare_pajek(f"{name}: Pajek through igraph", reference, lambda: read_pajek_igraph(stem + ".net"))


def unquote(text):
    if text.startswith('"') and text.endswith('"') and len(text) > 1:
        return re.sub(r'\\(["])', r"\1", text[1:-1])
    return text


def read_dot(path, plain=True):
    (graph,) = pydot.graph_from_dot_file(path, encoding="utf-8")
    assert (
        not plain or not graph.get_node_defaults() and not graph.get_edge_defaults() and not graph.get_graph_defaults()
    )
    assert graph.get_type() == "graph" and not graph.get_subgraphs()
    nodes, edges = {}, {}
    for n in graph.get_nodes():
        if n.get_name() in ("node", "edge", "graph", '"\\n"', '"\\r\\n"', "\\n"):
            continue  # pydot's way to keep defaults, which only canon has, and line ends, which pydot 1 takes for nodes
        nodes[unquote(n.get_name())] = {
            ("name" if k == "ref" else k): unquote(v) for k, v in n.get_attributes().items()
        }
    for e in graph.get_edges():
        key = pair(unquote(e.get_source()), unquote(e.get_destination()))
        assert key not in edges
        edges[key] = {k: unquote(v) for k, v in e.get_attributes().items()}
    return nodes, edges


def graphviz(*command):
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 0 and run.stderr == "", run.stderr
    return run.stdout


GRAPHVIZ = ("width", "height", "lp", "rects", "bb")  # what a layout adds


def read_canon(path, program):
    """The file as Graphviz understood it, without the line breaks it puts into long texts, quoted as pydot needs."""
    text = graphviz(*program, path).replace("\\\n", "")
    text = re.sub(r'^(\s*\w+=)([^"\n]*[^\x00-\uffff][^"\n]*)(,|\];)$', r'\1"\2"\3', text, flags=re.M)
    copy = path + ".canon"
    with open(copy, "w", encoding="utf-8") as f:
        f.write(text)
    return read_dot(copy, plain=False)


# How a value looks in a format that knows only text.


def csv_text(value):
    if isinstance(value, bool):
        return str(value).lower()
    return re.sub(r'\\(?="|$)', r"\\ ", value) if isinstance(value, str) else float(value)


def dot_text(value):
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return float(value)
    return value.replace("\\", "\\\\").replace("\n", "\\n")


def same_value(there, here, as_text):
    if as_text is None:
        return (isinstance(there, bool) == isinstance(here, bool) or isinstance(here, bool)) and there == here
    want = as_text(there)
    if isinstance(want, float):
        return float(here) == want
    if "… (cut: " in here:
        return want.startswith(here[: here.index("… (cut: ")]) and len(here.encode()) > 7000
    return here == want


def differences(reference, other, as_text=None, known=lambda name: True):
    out = []
    for kind, a, b in zip(("node", "edge"), reference, other):
        if set(a) != set(b):
            out.append(f"{kind}s: {sorted(set(a) ^ set(b))[:5]}")
        for key in set(a) & set(b):
            names = {n for n in set(a[key]) | set(b[key]) if known(n)}
            for n in sorted(names):
                if n not in a[key] or n not in b[key] or not same_value(a[key][n], b[key][n], as_text):
                    out.append(f"{kind} {key} {n}: {str(a[key].get(n))[:60]!r} / {str(b[key].get(n))[:60]!r}")
    return out[:10]


def compare(name, reference, read, **how):
    try:
        found = differences(reference, read(), **how)
        report(not found, name, found)
    except Exception as error:  # a reader that gives up is a failure of ours
        report(False, name, repr(error))


def igraph_booleans(reference, read):
    """igraph gives every node a boolean, also where the file has none."""
    nodes, edges = read
    for n, d in nodes.items():
        for k in [k for k, v in d.items() if v is False and k not in reference[0].get(n, {})]:
            del d[k]
    return nodes, edges


def check(name, table, folder, options, two_mode):
    stem = os.path.join(folder, re.sub(r"\W+", "-", name))
    options = [*options, *(["--two-mode"] if two_mode else [])]
    for form, end in (
        ("graphml", ".graphml"),
        ("dot", ".dot"),
        ("csv", ".csv"),
        ("json", ".json"),
        ("graphology", "-g.json"),
        ("cytoscape", ".cyjs"),
        ("styled-dot", ".gv"),
        ("gexf", ".gexf"),
        ("pajek", ".net"),
    ):
        export(table, stem + end, "--as", form, *options)
    export(table, stem + "-12.gexf", "--gexf", "1.2", *options)
    reference, about = read_graphml(stem + ".graphml")
    report(
        about.get("provenance", "").startswith("entente ") and "title" in about,
        f"{name}: GraphML says where it comes from",
    )
    if igraph:
        compare(
            f"{name}: igraph reads the GraphML as NetworkX does",
            reference,
            lambda: igraph_booleans(reference, read_igraph(stem + ".graphml")[0]),
        )
    else:
        skip(f"{name}: no python-igraph")
    compare(f"{name}: JSON node-link", reference, lambda: read_node_link(stem + ".json")[0])
    compare(f"{name}: JSON graphology", reference, lambda: read_graphology(stem + "-g.json")[0])
    compare(f"{name}: JSON cytoscape", reference, lambda: read_cytoscape(stem + ".cyjs")[0])
    compare(f"{name}: CSV", reference, lambda: read_csv(stem), as_text=csv_text)
    check_gexf_and_pajek(name, stem, reference, two_mode)
    with open(stem + "-provenance.txt", encoding="utf-8") as f:
        report(f.read().startswith("entente "), f"{name}: CSV has its provenance beside it")
    # a name of 16 kB makes layouts fail, and dot lays out even for canon: nop does not
    program = ["nop"] if table.endswith("hostile.csv") else ["dot", "-Tcanon"]
    try:
        graphviz(*program, stem + ".dot")
        graphviz("dot", "-Tsvg", "-o", stem + ".svg", stem + ".gv")
        report(True, f"{name}: Graphviz reads the data DOT and draws the styled one")
    except (AssertionError, FileNotFoundError) as error:
        report(False, f"{name}: Graphviz reads the data DOT and draws the styled one", repr(error))
    if pydot and os.path.getsize(stem + ".dot") > 400_000:
        return about_dot(name, stem, reference)  # pydot takes a minute for a megabyte
    if pydot:
        known = lambda n: n not in ("color", "pos")
        compare(f"{name}: DOT through pydot", reference, lambda: read_dot(stem + ".dot"), as_text=dot_text, known=known)
        compare(
            f"{name}: DOT through {' '.join(program)}",
            reference,
            lambda: read_canon(stem + ".dot", program),
            as_text=dot_text,
            known=lambda n: known(n) and n not in GRAPHVIZ,
        )
    else:
        skip(f"{name}: no pydot")
    return about_dot(name, stem, reference)


def about_dot(name, stem, reference):
    with open(stem + ".dot", encoding="utf-8") as f:
        text = f.read()
    report(
        text.startswith("// encoding: UTF-8 ✓ é\n// entente ")
        and not re.search(r"^\s*(graph|node|edge|subgraph)\s*\[", text, re.M),
        f"{name}: data DOT has nothing that blinds Gephi",
    )
    return reference


def write_table(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as f:
        out = csv.writer(f)
        out.writerow(["actor", "event", "type", "role", "date", "event_title"])
        out.writerows(rows)


def one_line(name):
    """What a name becomes when it is read: its line ends and runs of blanks are one blank."""
    return re.sub(r"[ \t\r\n]+", " ", name).strip()


def hostile_rows():
    for i, name in enumerate(HOSTILE):
        role = ["host", "speaker \\", 'chair "x"', "<b>", "attendee"][i % 5]
        for event in {i % 7, (3 * i + 1) % 7, 6}:
            yield [
                name,
                f"e{event}",
                ["official", "agency"][i % 2],
                role,
                f"20{10 + event}-0{1 + event}",
                f'Event "{event}" \\',
            ]


def round_trip(name, table, folder, options, form="tsv"):
    """extract prints what the reader reads: the same network again."""
    printed = os.path.join(folder, "extract." + form)
    with open(printed, "w", encoding="utf-8") as f:
        subprocess.run([ENTENTE, "extract", table, "--format", form, *options], stdout=f, check=True)
    paths = [os.path.join(folder, n) for n in ("from.graphml", "again.graphml")]
    for path, source in zip(paths, (table, printed)):
        export(source, path, *options)
    (first, _), (again, _) = read_graphml(paths[0]), read_graphml(paths[1])
    label = lambda g: {n: (d["name"], d.get("type"), d["label"], d["events"]) for n, d in g[0].items()}
    ties = lambda g: {
        (label(g)[a][0], label(g)[b][0]): (d["weight"], d["n_events"], d.get("first"), d.get("last"), d["event_titles"])
        for (a, b), d in g[1].items()
    }
    report(
        label(first) == label(again) and ties(first) == ties(again),
        f"{name}: extract reads back as the same network",
        [set(label(first).items()) ^ set(label(again).items()), set(ties(first).items()) ^ set(ties(again).items())],
    )


def main():
    if nx is None:
        skip("NetworkX is not here: nothing is read back (pip install networkx igraph pydot)")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        table = os.path.join(folder, "hostile.csv")
        write_table(table, hostile_rows())
        for two_mode in (False, True):
            mode = " two-mode" if two_mode else ""
            reference = check("hostile names" + mode, table, folder, ["--level", "all"], two_mode)
            labels = {d["label"] for d in reference[0].values()}
            report(
                set(one_line(n) for n in HOSTILE) <= labels,
                "hostile names" + mode + ": every name is there as it was given",
                [n[:60] for n in HOSTILE if one_line(n) not in labels],
            )
            for corpus in ("asean-cyber", "asean-decade"):
                path = os.path.join(SOURCE, "corpus", corpus)
                if not os.path.isdir(path):
                    skip(f"{corpus}: not here")
                    continue
                for level in ("country", "all") if corpus == "asean-cyber" else ("country",):
                    reference = check(f"{corpus} {level}{mode}", path, folder, ["--level", level], two_mode)
                    quotes = sum("quote" in d for d in reference[1].values())
                    report(quotes > 0, f"{corpus} {level}{mode}: ties have a sentence", quotes)
        round_trip("hostile names", table, folder, ["--level", "all"], "csv")  # TSV has no line ends in a field
        for corpus in ("asean-cyber", "asean-decade"):
            path = os.path.join(SOURCE, "corpus", corpus)
            if os.path.isdir(path):
                for level in ("country", "agency", "official", "all"):
                    round_trip(f"{corpus} {level}", path, folder, ["--level", level])
    return 1 if failed else 0


sys.exit(main())
