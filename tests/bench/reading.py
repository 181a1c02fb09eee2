#!/usr/bin/env python3
"""reading.py - reading annotation formats beside what Python programs read them with, in one run.

usage: tests/bench/reading.py PROGRAM [--mb N] [--rounds N] [FORMAT …]

Makes one file of about N MB (20) for each format, then lets Python's usual reader and `entente check` read it in turn;
again for every round, so that a busy machine hits both alike. entente does more with it: it puts the text together,
resolves names and counts ties. Prints the best times and the ratio. A format is a row of FORMATS: a maker of text and a
reader; what is missing for this Python (pip install conllu) is left out. No part of pass or fail.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time

NAMES = ["Anna Kiss", "Bo Li", "Red Cross", "Laos", "World Bank", "Éva Nagy"]
WORDS = "the talks on trade and water between both sides went on for a second day".split()


def sentences(seed=1):
    """Sentences for ever: words with (tag, type) or None."""
    state = seed
    while True:
        sentence = []
        for _ in range(12):
            state = (state * 1103515245 + 12345) % 2147483648
            pick = state // 65536
            if pick % 7 == 0:
                name, kind = NAMES[pick % len(NAMES)].split(), "ORG" if pick % 2 else "PER"
                sentence += [(word, ("I-" if i else "B-") + kind) for i, word in enumerate(name)]
            else:
                sentence.append((WORDS[pick % len(WORDS)], None))
        yield sentence


def make_conll(sentence, number):
    return "".join(f"{word} X X {tag or 'O'}\n" for word, tag in sentence) + "\n"


def make_conllu(sentence, number):
    rows = [f"# sent_id = {number}\n# text = {' '.join(word for word, _ in sentence)}\n"]
    for i, (word, tag) in enumerate(sentence, 1):
        rows.append(f"{i}\t{word}\t{word}\tX\tX\t_\t{i - 1}\tdep\t_\t{'ner=' + tag if tag else '_'}\n")
    return "".join(rows) + "\n"


def read_conll(path):
    """What tutorials do: a plain loop over lines, IOB2 to spans."""
    spans, words, tags = 0, [], []
    with open(path, encoding="utf-8") as file:
        for line in file:
            fields = line.split()
            if fields:
                words.append(fields[0])
                tags.append(fields[-1])
            else:
                spans += sum(tag.startswith("B-") for tag in tags)
                words, tags = [], []
    return spans


def read_conllu(path):
    import conllu

    spans = 0
    with open(path, encoding="utf-8") as file:
        for sentence in conllu.parse_incr(file):
            spans += sum((token["misc"] or {}).get("ner", "").startswith("B-") for token in sentence)
    return spans


# name: extension, maker of one sentence, Python's reader, what that is
FORMATS = {
    "conll": (".conll", make_conll, read_conll, "a plain loop"),
    "conllu": (".conllu", make_conllu, read_conllu, "conllu"),
}


def timed(function, *arguments):
    started = time.perf_counter()
    function(*arguments)
    return time.perf_counter() - started


def run(command):
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def write(path, maker, size):
    with open(path, "w", encoding="utf-8") as file:
        for number, sentence in enumerate(sentences(), 1):
            if file.tell() > size:
                return
            file.write(maker(sentence, number))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--mb", type=float, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("format", nargs="*", default=list(FORMATS))
    options = parser.parse_args()
    print("format\tMB\tPython\tPython s\tentente s\tratio")
    with tempfile.TemporaryDirectory() as folder:
        for name in options.format:
            extension, maker, reader, what = FORMATS[name]
            path = os.path.join(folder, "d" + extension)
            write(path, maker, options.mb * 1e6)
            command = [options.program, "check", path]
            try:
                pairs = [
                    (timed(reader, path), timed(run, command))
                    for _ in range(options.rounds)
                ]
            except ImportError as missing:
                print(f"{name}: left out, {missing}", file=sys.stderr)
                continue
            python, ours = min(p for p, _ in pairs), min(o for _, o in pairs)
            size = os.path.getsize(path) / 1e6
            print(f"{name}\t{size:.1f}\t{what}\t{python:.2f}\t{ours:.2f}\t{python / ours:.1f}")


if __name__ == "__main__":
    main()
