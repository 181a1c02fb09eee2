#!/usr/bin/env python3
"""run_gephi.py - Gephi's own importers read our files: labels, types, looks, weights, values and time arrive.

usage: run_gephi.py PROGRAM

Takes the Gephi Toolkit from Maven Central, once for every build folder. Without Java, Maven or the network, nothing is
tested, and it says so.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

import networks
from networks import compare, report, skip

VERSION = "0.10.1"
PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy"
HERE = os.path.dirname(os.path.abspath(__file__))
DAY = 86_400_000
LOOKS = ("x", "y", "size", "color")
KINDS = {str: "String", bool: "Boolean", int: "Integer", float: "Double"}


def toolkit(folder):
    """The jar, or None after saying why not."""
    jar = os.path.join(folder, f"gephi-toolkit-{VERSION}-all.jar")
    if os.path.exists(jar):
        return jar
    if not shutil.which("mvn"):
        return skip("no Maven: Gephi's importers are not tried (apt-get install maven)")
    command = ["mvn", "-q", "-B", PLUGIN, f"-Dartifact=org.gephi:gephi-toolkit:{VERSION}:jar:all"]
    try:
        with tempfile.TemporaryDirectory(dir=folder) as fresh:
            subprocess.run([*command, f"-DoutputDirectory={fresh}"], check=True, capture_output=True, timeout=75)
            os.replace(os.path.join(fresh, os.path.basename(jar)), jar)
    except (subprocess.SubprocessError, OSError) as problem:
        words = getattr(problem, "stdout", None) or b""
        skip(f"the Gephi Toolkit cannot be had: Gephi's importers are not tried ({type(problem).__name__})")
        print("  # " + words.decode("utf-8", "replace")[-500:].replace("\n", "\n  # "))
        return None
    return jar


def compiles():
    """Can java run a source file?"""
    if not shutil.which("java"):
        return False
    run = subprocess.run(["java", "--list-modules"], capture_output=True, text=True)
    return run.returncode == 0 and "jdk.compiler@" in run.stdout


def read_through_gephi(jar, paths):
    command = ["java", "-Xmx512m", "-Djava.awt.headless=true", "-Dfile.encoding=windows-1252", "-cp", jar]
    return subprocess.run(
        [*command, os.path.join(HERE, "GephiImport.java"), *paths], capture_output=True, text=True, timeout=240
    )


def told(path):
    with open(path + ".gephi.json", encoding="utf-8") as f:
        return json.load(f)


def ids(gephi, of_pajek):
    """Gephi's rows by our ids: Pajek counts from 1."""
    name = (lambda i: f"n{int(i) - 1}") if of_pajek else str
    nodes = {name(n["id"]): n for n in gephi["nodes"]}
    edges = {networks.pair(name(e["source"]), name(e["target"])): e for e in gephi["edges"]}
    return nodes, edges


def looks(node):
    """Place, size and colour as Gephi keeps them."""
    return {k: networks.single(v) if isinstance(v, (int, float)) else v for k, v in node.items() if k in LOOKS}


def check_values(name, network, nodes, edges, as_it_is=lambda value: value, named=lambda key: key):
    """Every column of every row but those Gephi keeps as properties."""
    for what, want, got, special in rows_of(network, nodes, edges):
        compare(
            f"{name}: every value of every {what}",
            {i: {named(k): as_it_is(v) for k, v in row.items() if k not in special} for i, row in want.items()},
            {i: {k: as_it_is(v) for k, v in row["values"].items() if k not in LOOKS} for i, row in got.items()},
        )


def rows_of(network, nodes, edges):
    return ("node", network.nodes, nodes, ("label", *LOOKS)), ("edge", network.edges, edges, ("weight",))


def check_types(name, network, gephi):
    columns = {title: kind for title, kind in gephi["nodeColumns"].values()}
    columns_of_edges = {title: kind for title, kind in gephi["edgeColumns"].values()}
    wrong = []
    for rows, there, special in (
        (network.nodes, columns, ("label", *LOOKS)),
        (network.edges, columns_of_edges, ("weight",)),
    ):
        for row in rows.values():
            for key, value in row.items():
                kinds = {KINDS[type(value)]} | ({"Double"} if type(value) is int else set())  # 3.0 is 3 in JSON
                if key not in special and there.get(key) not in kinds:
                    wrong.append(f"{key}: {there.get(key)} for {value!r}")
    report(not wrong, f"{name}: columns have their types", sorted(set(wrong))[:5])


def check_labels(name, network, nodes, form):
    """Pajek's are without quotes and backslashes, repeated ones have a number; src/write/csv.c says what CSV's are."""
    labels = {i: n["label"] for i, n in network.nodes.items()}
    if form == "Pajek":
        labels = {i: " ".join(label.split()).replace('"', "'").replace("\\", "/") for i, label in labels.items()}
        once = [label for label in labels.values() if list(labels.values()).count(label) == 1]
        labels = {i: label for i, label in labels.items() if label in once}
    elif form == "CSV":
        labels = {i: re.sub(r'\\(?="|$)', r"\\ ", label).strip() for i, label in labels.items()}
    got = {i: n for i, n in nodes.items() if i in labels}
    compare(f"{name}: labels", {i: {"label": label} for i, label in labels.items()}, got, ("label",))


def check(network, path, form):
    name = f"{network.name}, {form}"
    if not os.path.exists(path + ".gephi.json"):
        return report(False, f"{name}: Gephi imports it")
    gephi = told(path)
    severe = [i for i in gephi["issues"] if i[0] in ("SEVERE", "CRITICAL", "WARNING")]
    report(not severe, f"{name}: no severe issue, no warning", severe[:5])
    nodes, edges = ids(gephi, form == "Pajek")
    report(
        len(gephi["nodes"]) == len(network.nodes) and len(gephi["edges"]) == len(network.edges),
        f"{name}: {len(network.nodes)} nodes, {len(network.edges)} edges",
        (len(gephi["nodes"]), len(gephi["edges"])),
    )
    check_labels(name, network, nodes, form)
    if form != "Pajek":  # there Gephi takes all links for directed ones
        report(gephi["undirected"], f"{name}: undirected")
    weights = {i: {"weight": networks.single(e.get("weight", 1))} for i, e in network.edges.items()}
    compare(f"{name}: weights", weights, edges, ("weight",))
    if form in ("GraphML", "GEXF 1.3", "GEXF 1.2", "DOT") and network.placed:
        wanted = tuple(look for look in LOOKS if form != "DOT" or look != "size")  # DOT has no size in Gephi
        compare(f"{name}: {', '.join(wanted)}", {i: looks(n) for i, n in network.nodes.items()}, nodes, wanted)
        opaque = [n["id"] for n in gephi["nodes"] if n["alpha"] != 1]
        report(not opaque, f"{name}: colours are opaque", opaque[:5])
    if form in ("GraphML", "GEXF 1.3", "GEXF 1.2"):
        check_types(name, network, gephi)
        check_values(name, network, nodes, edges)
    if form == "CSV":
        check_csv(name, network, nodes, edges)
    if form == "DOT":
        check_values(name, network, nodes, edges, dot_text, lambda key: "ref" if key == "name" else key)
    if form.startswith("GEXF"):
        check_time(name, network, gephi, nodes, edges)


def dot_text(value):
    """Numbers in one form, other texts as they are: DOT knows only text."""
    try:
        return str(value).lower() if isinstance(value, bool) else f"{float(value):.9g}"
    except ValueError:
        return value


def check_csv(name, network, nodes, edges):
    """Gephi guesses types from the first rows and reads backslash and n as a line end; the rest must be there."""
    plain = lambda v: v if not isinstance(v, str) else None if "\\" in v else " ".join(v.split())
    for what, want, got, special in rows_of(network, nodes, edges):
        found = []
        for i, row in want.items():
            for key in set(row) - set(special):
                there, here = plain(row[key]), plain(got[i]["values"].get(key))
                if there is not None and not networks.same(there, here) and str(there).lower() != str(here).lower():
                    found.append(f"{i} {key}: {there!r} became {here!r}")
        report(not found, f"{name}: every value of every {what}", "\n".join(found[:8]))


def check_time(name, network, gephi, nodes, edges):
    if network.units:
        report(gephi["dynamic"] and gephi["timeFormat"] == "DOUBLE", f"{name}: time is numbers", gephi["timeFormat"])
        spans = [s for n in nodes.values() for s in n["spells"]]
        inside = all(1 <= low <= high for low, high in spans)
        report(bool(spans) and inside, f"{name}: spells are scenes", spans[:5])
        return
    report(gephi["dynamic"] and gephi["timeFormat"] == "DATE", f"{name}: time is days", gephi["timeFormat"])
    for what, want, got in zip(("nodes", "edges"), network.spells(), (nodes, edges)):
        days = {i: [[low / DAY, high / DAY] for low, high in row["spells"]] for i, row in got.items()}
        wrong = [f"{i}: {want[i]} became {days.get(i)}" for i in want if want[i] != days.get(i)]
        n = sum(len(s) for s in want.values())
        report(not wrong and n > 0, f"{name}: {n} spells of {what}", "\n".join(wrong[:5]))
    if network.name == "decade":
        windows = [[year, *network.counts(year, year + 1)] for year, _, _ in gephi["timeline"]]
        report(
            len(windows) > 5 and windows == gephi["timeline"],
            f"{name}: the timeline shows what --from and --to export",
            (windows, gephi["timeline"]),
        )


def main():
    program = sys.argv[1]
    if not compiles():
        skip(
            "no Java 11 with its compiler: Gephi's importers are not tried (apt-get install default-jdk-headless maven)"
        )
        return 0
    jar = toolkit(networks.workshop(program))
    if not jar:
        return 0
    with tempfile.TemporaryDirectory() as folder:
        given = networks.all_networks(program, folder)
        files = [(n, path, form) for n in given for path, form in written(n)]
        run = read_through_gephi(jar, [path for _, path, _ in files])
        report(run.returncode == 0, f"Gephi Toolkit {VERSION} takes all {len(files)} files", run.stderr[-3000:])
        for network, path, form in files:
            check(network, path, form)
    return 1 if networks.failed else 0


def written(network):
    for form, end, options in (
        ("GraphML", "graphml", ()),
        ("GEXF 1.3", "gexf", ()),
        ("GEXF 1.2", "old.gexf", ("--gexf", "1.2")),
        ("DOT", "dot", ()),
        ("CSV", "csv", ()),
        ("Pajek", "net", ()),
    ):
        yield network.write(end, *options), form


sys.exit(main())
