#!/usr/bin/env python3
"""resolve.py - how long entente resolve takes over made-up names.

usage: tests/bench/resolve.py PROGRAM [N…]

N people (default 5,000 and 20,000) in events of three; names of two words of three syllables out of twelve, so that
blocks are full. Prints names, seconds of processor time of `resolve` and of `info`, which reads and resolves the same
without comparing.
"""
import os
import random
import subprocess
import sys
import tempfile

SYLLABLES = "ka lo mi ren tu sha vo ber nin dal quo zet".split()


def seconds(program, verb, path):
    before = os.times()
    subprocess.run([program, verb, path, "--quiet", "--level", "all", "--format", "tsv"], check=True,
                   stdout=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def main(program, sizes):
    print("names\tresolve\tinfo")
    for n in sizes:
        rng = random.Random(7)
        with tempfile.NamedTemporaryFile("w", suffix=".csv") as table:
            table.write("actor,event\n")
            for i in range(n):
                words = ("".join(rng.choice(SYLLABLES) for _ in range(3)).title() for _ in range(2))
                table.write(f"{' '.join(words)},e{i // 3}\n")
            table.flush()
            print(n, *(f"{seconds(program, verb, table.name):.2f}" for verb in ("resolve", "info")), sep="\t")


main(sys.argv[1], [int(n) for n in sys.argv[2:]] or [5000, 20000])
