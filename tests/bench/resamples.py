#!/usr/bin/env python3
"""resamples.py - 1,000 resamples of three measures and their ranks, against rebuilding in python-igraph.

usage: tests/bench/resamples.py PROGRAM [--events N] [--actors N] [--resamples N] [--tried N]

entente runs once a measure with its resamples and once without; the difference is what they cost, rank sets and all.
igraph rebuilds the network of --tried resamples (10) of the same table, measures and ranks; its time is scaled up to
all of them. Both in one run; ratios of processor and of wall time. No part of pass or fail.
"""

import argparse
import csv
import os
import random
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(os.path.dirname(HERE))
MEASURES = ("strength", "eigenvector", "pagerank")


def timed(command):
    """Wall and processor seconds of one process."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with status {process.returncode}")
    return time.perf_counter() - started, usage.ru_utime + usage.ru_stime


def rebuilt(igraph, events, actors, seed):
    """One resample as people write it today: draw, build, project, measure, rank."""
    draw = random.Random(seed)
    edges, n = [], len(actors)
    drawn = [draw.choice(events) for _ in events]
    for number, members in enumerate(drawn):
        edges += [(a, n + number) for a in members]
    two_mode = igraph.Graph(n=n + len(drawn), edges=edges)
    two_mode.vs["type"] = [False] * n + [True] * len(drawn)
    network = two_mode.bipartite_projection(multiplicity=True, which=0)
    for scores in (
        network.strength(weights="weight"),
        network.eigenvector_centrality(weights="weight"),
        network.pagerank(weights="weight"),
    ):
        sorted(range(n), key=lambda v: -scores[v])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("program")
    parser.add_argument("--events", type=int, default=5000)
    parser.add_argument("--actors", type=int, default=1000)
    parser.add_argument("--resamples", type=int, default=1000)
    parser.add_argument("--tried", type=int, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus, table = os.path.join(folder, "corpus"), os.path.join(folder, "table.tsv")
        subprocess.run(
            [
                sys.executable,
                os.path.join(SOURCE, "scripts", "generate-corpus"),
                "--events",
                str(options.events),
                "--actors",
                str(options.actors),
                corpus,
            ],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        subprocess.run(
            [options.program, "extract", corpus, "--level", "all", "--quiet", "--force", "-o", table], check=True
        )
        wall = cpu = 0
        for measure in MEASURES:
            rank = [
                options.program,
                "rank",
                table,
                "--level",
                "all",
                "--weight",
                "count",
                "--by",
                measure,
                "--quiet",
                "-o",
                "-",
                "--resamples",
            ]
            with_them, without = timed(rank + [str(options.resamples)]), timed(rank + ["0"])
            wall, cpu = wall + with_them[0] - without[0], cpu + with_them[1] - without[1]
            print(f"entente\t{measure}\t{with_them[0] - without[0]:.2f} s wall\t{with_them[1] - without[1]:.2f} s CPU")
        print(f"entente\tall three\t{wall:.2f} s wall\t{cpu:.2f} s CPU")
        try:
            import igraph
        except ImportError:
            sys.exit("igraph is not there for this Python: nothing to compare with")
        with open(table, encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t"))
        actors = sorted({row["id"] for row in rows})
        number = {a: i for i, a in enumerate(actors)}
        members = {}
        for row in rows:
            members.setdefault(row["event"], set()).add(number[row["id"]])
        events = [sorted(m) for m in members.values()]
        started, used = time.perf_counter(), time.process_time()
        for seed in range(options.tried):
            rebuilt(igraph, events, actors, seed)
        scale = options.resamples / options.tried
        other_wall, other_cpu = (time.perf_counter() - started) * scale, (time.process_time() - used) * scale
        print(
            f"igraph {igraph.__version__}	all three	{other_wall:.0f} s wall	{other_cpu:.0f} s CPU	"
            f"(from {options.tried} resamples)"
        )
        print(f"ratio\t\t{other_wall / wall:.0f}\t{other_cpu / cpu:.0f}")


if __name__ == "__main__":
    main()
