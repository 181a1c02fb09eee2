#!/usr/bin/env python3
"""annotate.py - drafting annotation, whole command, beside spaCy's rules with the same names, in one run.

usage: tests/bench/annotate.py PROGRAM [--mb N] [--rounds N] [--threads N] [--without spacy] [--keep FOLDER]
                               [--out FOLDER]

Makes N MB (8) of articles out of the paragraphs of corpus/, with other countries, people and figures put in, twice:
as many small files in a folder, and as one file with a line between articles. Then `entente annotate -o FOLDER/` reads
them, marks names, events and participations, and writes TEI; with -j 1 and with --threads (2). spaCy gets a blank
English pipeline and an EntityRuler with the names of data/ (countries, blocs, organisations, places): it cuts words
and finds names, nothing else, and writes nothing. All take turns in every round, so that a busy machine hits all alike.
Prints best wall and processor time, MB of text a second of each, peak memory, and how long the program takes for one
line of text (start). Results go to --out, by default a folder in memory (/dev/shm) where there is one, so that the
speed of a disk is left out. What is missing for this Python (pip install spacy) is left out. No part of pass or fail.
"""

import argparse
import csv
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(os.path.dirname(HERE))

COUNTRIES = """Vietnam Japan Singapore Laos Cambodia Thailand Malaysia Indonesia Myanmar Brunei Australia Canada France
Germany India China Russia Norway Peru Chile Kenya Ghana Estonia Latvia Poland Spain Italy Brazil Mexico
Egypt""".split()
GIVEN = "Anna Bo Minh Kenji Siti Ahmad Maria Peter Olga Rafael Priya Wei Linh Hassan Ingrid Tomas Aung Chloe".split()
FAMILY = "Rask Tamm Okafor Vellin Moreau Tanaka Silva Berg Kowal Iyer Castell Nyberg Adeyo Brandt Sorel Quist".split()
TOWNS = "Hanoi Oslo Lima Jakarta Manila Tallinn Nairobi Ottawa Vientiane Madrid Warsaw Tokyo".split()
MONTHS = "January February March April May June July August September October November December".split()


def paragraphs():
    """The running text of every corpus that ships."""
    found = []
    for path in sorted(glob.glob(os.path.join(SOURCE, "corpus", "*", "*.xml"))):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        body = text[text.find("<body") :] if "<body" in text else ""
        for part in re.findall(r"<(?:p|ab)\b[^>]*>(.*?)</(?:p|ab)>", body, re.S):
            plain = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", part)).strip()
            for entity, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
                plain = plain.replace(entity, letter)
            if len(plain) > 80:
                found.append(plain)
    return found


class Articles:
    """Articles for ever, the same ones every time."""

    def __init__(self, seed=1):
        self.state = seed
        self.paragraph = paragraphs()
        self.country = re.compile(r"\b(" + "|".join(COUNTRIES) + r")\b")

    def pick(self, among):
        self.state = (self.state * 1103515245 + 12345) % 2147483648
        return among[self.state // 65536 % len(among)]

    def person(self):
        return f"{self.pick(GIVEN)} {self.pick(FAMILY)}"

    def one(self):
        swap = {name: self.pick(COUNTRIES) for name in COUNTRIES}
        day = f"{self.pick(range(1, 29))} {self.pick(MONTHS)} {self.pick(range(2012, 2025))}"
        a, b, speaker = self.pick(COUNTRIES), self.pick(COUNTRIES), self.person()
        lines = [f"{a} and {b} hold talks on {self.pick(['trade', 'water', 'cyber security', 'fishing'])}", "", day, ""]
        for i in range(self.pick(range(5, 12))):
            text = self.country.sub(lambda m: swap[m[1]], self.pick(self.paragraph))
            if i == 0:
                text = f"{self.pick(TOWNS).upper()} – {text}"
            if i == 2:
                text += f" Minister of Transport of {a} {speaker} met {self.person()}, Ambassador of {b}, on {day}."
            if i == 4:
                count = self.pick(range(3, 90))
                text += f" {speaker.split()[1]} said {count} delegates from {a}, {b} and ASEAN attended."
            lines += [text, ""]
        return "\n".join(lines)


def make(folder, size):
    """The same articles as files and as one file; how many bytes, and how many articles."""
    articles, made, texts = Articles(), 0, []
    while made < size:
        texts.append(articles.one())
        made += len(texts[-1].encode())
    os.makedirs(os.path.join(folder, "files"))
    for number, text in enumerate(texts, 1):
        with open(os.path.join(folder, "files", f"a{number:05}.txt"), "w", encoding="utf-8") as file:
            file.write(text)
    with open(os.path.join(folder, "file.txt"), "w", encoding="utf-8") as file:
        for number, text in enumerate(texts, 1):
            file.write(f"Document {number} of {len(texts)}\n\n{text}\n")
    with open(os.path.join(folder, "line.txt"), "w", encoding="utf-8") as file:
        file.write("Japan and Peru met in Lima on 3 May 2021.\n")
    return made, texts


# In a process of its own: what is forked off a large one counts the large one's memory.
LAUNCHER = """
import os, subprocess, sys, time
started = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
process.returncode = os.waitstatus_to_exitcode(status)
print(time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
sys.exit(process.returncode)
"""


def measure(command):
    """Wall and processor time in seconds and peak memory in MB of one process."""
    told = subprocess.run([sys.executable, "-S", "-c", LAUNCHER, *command], capture_output=True, text=True, check=False)
    if told.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with status {told.returncode}")
    return [float(word) for word in told.stdout.split()]


def patterns():
    """The names of data/ as spaCy's EntityRuler takes them; of countries the English ones."""
    wanted = {"name": "GPE", "alias": "GPE", "demonym": "GPE", "capital": "GPE", "place": "GPE", "bloc": "ORG"}
    for table in ("countries", "country-aliases", "blocs", "organisations", "places"):
        with open(os.path.join(SOURCE, "data", table + ".tsv"), encoding="utf-8") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                if table == "countries" and "en" not in row["languages"].split():
                    continue
                label = wanted.get(row.get("kind") or "name", "ORG")
                yield {"label": label, "pattern": row.get("name") or row["word"]}


def blank_english():
    try:
        import spacy
    except ImportError as missing:
        print(f"spaCy: left out, {missing}", file=sys.stderr)
        return None
    nlp = spacy.blank("en")
    nlp.max_length = 1 << 30
    nlp.add_pipe("entity_ruler").add_patterns(list(patterns()))
    return nlp


def with_spacy(nlp, texts):
    wall, processor = time.perf_counter(), time.process_time()
    for document in nlp.pipe(texts):
        for entity in document.ents:
            assert entity.label_
    return time.perf_counter() - wall, time.process_time() - processor, 0.0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--mb", type=float, default=8)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--without", action="append", default=[])
    parser.add_argument("--keep", help="make the articles here and leave them")
    parser.add_argument("--out", default="/dev/shm" if os.path.isdir("/dev/shm") else None)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.out) as scratch:
        folder = options.keep or scratch
        size, texts = make(folder, options.mb * 1e6)
        out = os.path.join(scratch, "out")
        common = [options.program, "annotate", "--quiet", "--force", "-o", out + "/"]
        runs = {}
        for name, path in (("one line (start)", "line.txt"), ("small files", "files"), ("one file", "file.txt")):
            for threads in sorted({1, options.threads}) if path != "line.txt" else [1]:
                command = [*common, "-j", str(threads), os.path.join(folder, path)]
                runs[f"entente, {name}, -j {threads}"] = lambda command=command: measure(command)
        nlp = None if "spacy" in options.without else blank_english()
        if nlp:
            runs["spaCy, names only"] = lambda: with_spacy(nlp, texts)
        best = {}
        for _ in range(options.rounds):
            for name, run in runs.items():
                shutil.rmtree(out, ignore_errors=True)
                now = run()
                best[name] = [min(pair) for pair in zip(best.get(name, now), now)]
        print(f"{len(texts)} articles, {size / 1e6:.1f} MB\nrun\twall s\tCPU s\tMB/s wall\tMB/s CPU\tMB of memory")
        for name, (wall, processor, memory) in best.items():
            rates = ("", "") if "start" in name else (f"{size / wall / 1e6:.1f}", f"{size / processor / 1e6:.1f}")
            row = (name, f"{wall:.3f}", f"{processor:.3f}", *rates, f"{memory:.0f}" if memory else "")
            print("\t".join(row))
        if nlp:
            ratio = best["spaCy, names only"][1] / best["entente, small files, -j 1"][1]
            print(f"processor time, spaCy for names only : entente for all, small files: {ratio:.1f}")


if __name__ == "__main__":
    main()
