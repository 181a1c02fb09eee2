#!/usr/bin/env python3
"""bench.py - entente against the programs people write today, end to end, in one run.

usage: tests/bench/bench.py PROGRAM [--events N] [--actors N] [--seed N] [--rounds N] [--without networkx|igraph]

Makes a corpus (scripts/generate-corpus), then lets each competitor in turn read it, project it, compute degree,
strength, PageRank and clustering, and write GraphML; again for every round, so that a busy machine hits all alike.
Prints the best times and the peak memory of each, and the ratios. All write ties with
their weight (export --bare; "with evidence": also events, dates, documents and one sentence behind every tie); "rank"
reads, projects and ranks by PageRank, and writes no file. Needs
lxml with networkx and igraph for this Python; what is missing is left out. No part of pass or fail.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(os.path.dirname(HERE))


def measure(command):
    """Wall and processor time in seconds and peak memory in MB of one process."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with status {process.returncode}")
    return elapsed, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def size_of(path):
    """Nodes and edges of a GraphML file."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    return len(re.findall(r"<node\b", text)), len(re.findall(r"<edge\b", text))


def competitors(options, corpus, folder):
    common = [corpus, "--level", "all", "--weight", "count", "--quiet"]
    wanted = "degree,strength,pagerank,clustering"
    out = os.path.join(folder, "entente.graphml")
    found = {
        "entente": [options.program, "export", *common, "--bare", "--measures", wanted, "--force", "-o", out],
        "entente, with evidence": [options.program, "export", *common, "--measures", wanted, "--force", "-o", out],
        "entente rank": [options.program, "rank", *common, "--by", "pagerank", "-o", "-"],
    }
    for library in ("igraph", "networkx"):
        if library in options.without:
            continue
        probe = subprocess.run(
            [sys.executable, "-c", f"import lxml, {library}; print({library}.__version__)"],
            capture_output=True,
            text=True,
            check=False,
        )
        if probe.returncode != 0:
            print(f"left out: lxml + {library} ({sys.executable} does not have both)")
            continue
        script, out = os.path.join(HERE, f"with_{library}.py"), os.path.join(folder, f"{library}.graphml")
        found[f"lxml + {library} {probe.stdout.strip()}"] = [sys.executable, script, corpus, out]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("program")
    parser.add_argument("--events", type=int, default=10000)
    parser.add_argument("--actors", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--without", action="append", default=[])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = os.path.join(folder, "corpus")
        subprocess.run(
            [
                sys.executable,
                os.path.join(SOURCE, "scripts", "generate-corpus"),
                corpus,
                "--events",
                str(options.events),
                "--actors",
                str(options.actors),
                "--seed",
                str(options.seed),
            ],
            check=True,
        )
        commands = competitors(options, corpus, folder)
        runs = {name: [] for name in commands}
        for _ in range(options.rounds):
            for name, command in commands.items():
                runs[name].append(measure(command))
        sizes = {name: size_of(command[-1]) for name, command in commands.items() if command[-1] != "-"}

    print(f"{options.events} events, {options.actors} actors, seed {options.seed}; best of {options.rounds} rounds")
    print(f"{'':24}{'wall s':>9}{'times':>7}{'CPU s':>9}{'times':>7}{'MB':>7}{'times':>7}{'nodes':>7}{'edges':>9}")
    best = {name: [min(column) for column in zip(*run)] for name, run in runs.items()}
    for name, values in best.items():
        columns = [
            f"{value:{width}.{digits}f}{value / base:7.1f}"
            for value, base, width, digits in zip(values, best["entente"], (9, 9, 7), (2, 2, 0))
        ]
        print(f"{name:24}" + "".join(columns) + "{:7}{:9}".format(*sizes.get(name, ("", ""))))
    if len(set(sizes.values())) != 1:
        sys.exit("the networks differ: the comparison says nothing")


if __name__ == "__main__":
    main()
