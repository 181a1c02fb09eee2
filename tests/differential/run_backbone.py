#!/usr/bin/env python3
"""run_backbone.py - p and q of every tie against the Python package bicm (SDSM) and exact fractions (fixedrow, BH).

Usage: run_backbone.py PROGRAM. Prints ok, not ok and skip lines; exits 1 when something differs. The R package
backbone, the other implementation of these methods, lives on CRAN and is not asked for."""

import contextlib
import csv
import io
import os
import random
import subprocess
import sys
import tempfile
import warnings
from fractions import Fraction
from itertools import combinations
from math import comb

try:
    import numpy
    from bicm import BipartiteGraph
except ImportError:
    BipartiteGraph = None

warnings.simplefilter("ignore")
TABLES = int(os.environ.get("ENTENTE_TABLES", 5))


def table_of(seed):
    """Events as sets of actors: handshakes, small meetings, plenaries; unequal activity."""
    dice = random.Random(seed)
    n, m = [(12, 40), (20, 60), (8, 15), (15, 120), (30, 30)][seed % 5]
    busy = [1 / (i + 1) ** dice.choice([0, 0.5, 1]) for i in range(n)]
    events = {}
    for e in range(m):
        k = dice.choice([2, 2, 2, 3, 4, 5, n - 2])
        events[f"e{e:03}"] = set(dice.choices(range(n), busy, k=k))
    return events


def backbone(program, path, method):
    """{pair: (p, q)} of every tie: at alpha 1 all are kept."""
    out = subprocess.run(
        [program, "ties", path, "--backbone=1", "--backbone-method", method, "--format", "tsv", "-q", "--level", "all"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return {
        frozenset((row["a_id"], row["b_id"])): (float(row["p"]), float(row["q"]), int(row["events"]))
        for row in csv.DictReader(io.StringIO(out), delimiter="\t")
    }


def tail(probabilities, c):
    """P(at least c) of independent events, by the plain recursion."""
    below = [1.0] + [0.0] * (c - 1)
    reached = 0.0
    for p in probabilities:
        reached += below[c - 1] * p
        for k in range(c - 1, 0, -1):
            below[k] = below[k] * (1 - p) + below[k - 1] * p
        below[0] *= 1 - p
    return reached


def adjusted(p, family):
    """Benjamini and Hochberg over a family whose others are 1."""
    order = sorted(p, key=lambda pair: p[pair])
    q, least = {}, 1
    for rank in range(len(order), 0, -1):
        least = min(least, p[order[rank - 1]] * family / rank)
        q[order[rank - 1]] = least
    return q


def hypergeometric(m, a, b, c):
    ways = sum(comb(a, k) * comb(m - a, b - k) for k in range(c, min(a, b) + 1) if b - k <= m - a)
    return Fraction(ways, comb(m, b))


def expected(events, method):
    actors = sorted({a for who in events.values() for a in who})
    of = {a: {e for e, who in events.items() if a in who} for a in actors}
    shared = {pair: len(of[pair[0]] & of[pair[1]]) for pair in combinations(actors, 2)}
    ties = {pair: c for pair, c in shared.items() if c}
    if method == "fixedrow":
        p = {(a, b): hypergeometric(len(events), len(of[a]), len(of[b]), c) for (a, b), c in ties.items()}
    else:
        matrix = numpy.array([[a in events[e] for e in sorted(events)] for a in actors], dtype=int)
        graph = BipartiteGraph()
        graph.set_biadjacency_matrix(matrix)
        with contextlib.redirect_stdout(io.StringIO()):
            graph.solve_tool(method="newton", tol=1e-12, verbose=False)
        fitted = graph.get_bicm_matrix()
        if abs(fitted.sum(1) - matrix.sum(1)).max() > 1e-6:
            return None
        at = {a: i for i, a in enumerate(actors)}
        p = {(a, b): tail(fitted[at[a]] * fitted[at[b]], c) for (a, b), c in ties.items()}
    q = adjusted(p, len(shared))
    return {frozenset(pair): (float(p[pair]), float(q[pair]), ties[pair]) for pair in ties}


def main():
    program = os.path.abspath(sys.argv[1])
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(TABLES):
            events = {e: {f"a{i:02}" for i in who} for e, who in table_of(seed).items()}
            path = os.path.join(folder, f"{seed}.csv")
            with open(path, "w", encoding="utf-8") as out:
                out.write("actor,event\n")
                out.writelines(f"{a},{e}\n" for e, who in events.items() for a in sorted(who))
            for method, tolerance in (("fixedrow", 1e-10), ("sdsm", 1e-6)):
                if method == "sdsm" and not BipartiteGraph:
                    print(
                        f"skip sdsm of table {seed}: the package bicm is not installed: SDSM is NOT held against an "
                        "independent implementation (python3 -m pip install bicm)"
                    )
                    continue
                wanted = expected(events, method)
                if wanted is None:
                    print(f"skip sdsm of table {seed}: bicm does not converge on it")
                    continue
                found = backbone(program, path, method)
                left_out = [pair for pair in wanted if pair not in found]
                wrong = [
                    (sorted(pair), found[pair], wanted.get(pair))
                    for pair in found
                    if pair not in wanted
                    or found[pair][2] != wanted[pair][2]
                    or any(abs(x - y) > tolerance * max(y, 1e-3) for x, y in zip(found[pair], wanted[pair]))
                ]
                good = not wrong and not left_out and bool(found)
                failed |= not good
                print(f"{'ok' if good else 'not ok'} - {method} of table {seed}: {len(found)} of {len(wanted)} ties")
                for line in wrong[:5] + left_out[:5]:
                    print(f"#   {line}")
    sys.exit(failed)


main()
