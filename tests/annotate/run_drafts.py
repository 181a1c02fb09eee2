#!/usr/bin/env python3
"""run_drafts.py PROG - drafts of articles that people annotated are as good as they once were.

For each folder of tests/fixtures/drafts the texts are annotated and held against the marks by `entente eval`.
FLOORS says what must at least be reached there: a little below what was measured when the floor was set, for raising.
Nobody who writes rules reads the articles in unseen/."""
import glob
import os
import shutil
import subprocess
import sys
import tempfile

SOURCE = os.environ.get("ENTENTE_SOURCE", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
program = os.path.abspath(sys.argv[1])

# row and column of eval's table: at least so much
FLOORS = {
    "known": {
        ("country", "f1"): 0.95,
        ("agency", "f1"): 0.87,
        ("official", "f1"): 0.93,
        ("event", "overlap_f1"): 0.80,
        ("participations", "precision"): 0.88,
        ("participations", "recall"): 0.65,
        ("ties, level country", "precision"): 0.90,
        ("participations, certainty high", "precision"): 0.92,
    },
    "unseen": {
        ("country", "f1"): 0.90,
        ("agency", "f1"): 0.77,
        ("official", "f1"): 0.90,
        ("event", "overlap_f1"): 0.55,
        ("participations", "precision"): 0.67,
        ("participations", "recall"): 0.33,
        ("ties, level country", "precision"): 0.85,
    },
}


def run(*arguments):
    done = subprocess.run([program, *arguments], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"not ok {arguments[0]}: {done.stderr}")
    return done.stdout


def score(part):
    """eval's table as {(row, column): value}"""
    folder = os.path.join(SOURCE, "tests", "fixtures", "drafts", part)
    with tempfile.TemporaryDirectory() as scratch:
        texts, gold = os.path.join(scratch, "texts"), os.path.join(scratch, "gold")
        os.mkdir(texts)
        os.mkdir(gold)
        for path in glob.glob(os.path.join(folder, "*.txt")):
            shutil.copy(path, texts)
        for path in glob.glob(os.path.join(folder, "*.tei.xml")):
            shutil.copy(path, gold)
        drafts = os.path.join(scratch, "drafts")
        run("annotate", texts, "-q", "-o", drafts + os.sep)
        head, *rows = [line.split("\t") for line in run("eval", gold, drafts, "--format", "tsv").splitlines()]
    return {(row[0], name): float(value) for row in rows for name, value in zip(head[1:], row[1:]) if value}


failed = 0
for part, floors in FLOORS.items():
    reached = score(part)
    for (row, column), floor in floors.items():
        value = reached.get((row, column), 0.0)
        ok = value >= floor
        failed += not ok
        print(f"{'ok' if ok else 'not ok'} {part}: {row}, {column} {value:.3f}, at least {floor:.2f}")
sys.exit(failed > 0)
