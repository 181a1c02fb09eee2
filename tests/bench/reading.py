#!/usr/bin/env python3
"""reading.py - reading annotation formats: entente against what a person would read each with in Python, in one run.

usage: tests/bench/reading.py PROGRAM [--sentences N] [--documents N] [--seed N] [--rounds N] [--only FORMAT,…]

Makes the same annotated texts in every format, then lets "entente check" (all is read, settled, linked and held
against itself), "entente info" (counted as well) and Python read them, in turn for every round. Python: a plain loop
that splits lines for brat, CoNLL and WebAnno TSV, json for JSON lines, the package conllu for CoNLL-U; each keeps text
and marks. Medians of processor seconds, since the machine may be busy; peak memory; ratios to check. No part of pass or fail.
"""

import argparse
import glob
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile

FIRST = "Anna Bao Chloé Đặng Elif Farid Giulia Håkon Inés Jan Kofi Lê Mira Noor Olga Petr Quỳnh Rosa Søren Tomás".split()
STEMS = "Ber Kal Mar Nov Ost Pet Rad Sal Tor Vel".split()
LAST = [stem + end for stem in STEMS for end in "en ić mann ova sen ski tti".split()]
BODIES = [f"Ministry of {w}" for w in "Health Trade Defence Energy Justice Finance".split()] + ["Harbour Board"]
COUNTRIES = "Vietnam Norway Ghana Chile France Japan Kenya Peru".split()
WORDS = (
    "the delegation met in a room above the river and agreed that talks on grain fisheries and rail would go on until "
    "spring although nobody had signed anything yet"
).split()


def make_sentence(draw):
    """Words, and marks as (first word, word after the last, label)."""
    words, marks = [], []

    def add(name, label):
        parts = name.split()
        marks.append((len(words), len(words) + len(parts), label))
        words.extend(parts)

    add(f"{draw.choice(FIRST)} {draw.choice(LAST)}", "PER")
    words.extend(draw.choice(WORDS) for _ in range(draw.randint(2, 6)))
    if draw.random() < 0.6:
        add(draw.choice(BODIES), "ORG")
    words.extend(draw.choice(WORDS) for _ in range(draw.randint(3, 9)))
    if draw.random() < 0.5:
        add(draw.choice(COUNTRIES), "LOC")
    return words + ["."], marks


def flatten(sentences):
    """The text, a sentence a line, and marks by characters."""
    lines, marks, at = [], [], 0
    for words, spans in sentences:
        begin = []
        for word in words:
            begin.append(at)
            at += len(word) + 1
        marks += [(begin[a], begin[b - 1] + len(words[b - 1]), label) for a, b, label in spans]
        lines.append(" ".join(words) + "\n")
    return "".join(lines), marks


def tags(words, spans):
    tag = ["O"] * len(words)
    for a, b, label in spans:
        tag[a:b] = [f"B-{label}"] + [f"I-{label}"] * (b - a - 1)
    return tag


def write_brat(folder, documents):
    for i, sentences in enumerate(documents):
        text, marks = flatten(sentences)
        with open(os.path.join(folder, f"d{i:05}.txt"), "w", encoding="utf-8") as file:
            file.write(text)
        with open(os.path.join(folder, f"d{i:05}.ann"), "w", encoding="utf-8") as file:
            for k, (a, b, label) in enumerate(marks, 1):
                file.write(f"T{k}\t{label} {a} {b}\t{text[a:b]}\n")


def read_brat(folder):
    found = []
    for path in sorted(glob.glob(f"{folder}/*.ann")):
        with open(path[:-3] + "txt", encoding="utf-8") as file:
            text = file.read()
        with open(path, encoding="utf-8") as file:
            for line in file:
                name, rest, words = line.rstrip("\n").split("\t")
                label, a, b = rest.split(" ")
                assert text[int(a) : int(b)] == words
                found.append((text, name, label, int(a), int(b), words))
    return found


def write_jsonl(folder, documents):
    with open(os.path.join(folder, "all.jsonl"), "w", encoding="utf-8") as file:
        for i, sentences in enumerate(documents):
            text, marks = flatten(sentences)
            file.write(json.dumps({"id": i, "text": text, "label": marks}, ensure_ascii=False) + "\n")


def read_jsonl(folder):
    found = []
    with open(os.path.join(folder, "all.jsonl"), encoding="utf-8") as file:
        for line in file:
            value = json.loads(line)
            text = value["text"]
            found += [(text, label, a, b, text[a:b]) for a, b, label in value["label"]]
    return found


def write_conll(folder, documents):
    with open(os.path.join(folder, "all.conll"), "w", encoding="utf-8") as file:
        for sentences in documents:
            file.write("-DOCSTART- -X- -X- O\n\n")
            for words, spans in sentences:
                file.writelines(f"{w} NN O {t}\n" for w, t in zip(words, tags(words, spans)))
                file.write("\n")


def by_tags(rows):
    """Marks of one sentence of (word, tag)."""
    found = []
    for word, tag in rows:
        if tag.startswith("B-"):
            found.append([tag[2:], word])
        elif tag.startswith("I-"):
            found[-1].append(word)
    return found


def read_conll(folder):
    found, rows = [], []
    with open(os.path.join(folder, "all.conll"), encoding="utf-8") as file:
        for line in file:
            field = line.split()
            if field and field[0] != "-DOCSTART-":
                rows.append((field[0], field[-1]))
            elif rows:
                found += by_tags(rows)
                rows = []
    return found + by_tags(rows)


def write_conllu(folder, documents):
    with open(os.path.join(folder, "all.conllu"), "w", encoding="utf-8") as file:
        for i, sentences in enumerate(documents):
            file.write(f"# newdoc id = d{i}\n")
            for words, spans in sentences:
                file.write(f"# text = {' '.join(words)}\n")
                for k, (word, tag) in enumerate(zip(words, tags(words, spans)), 1):
                    tag = tag if tag == "O" else f"{tag[0]}-{tag[2:]}"
                    file.write(f"{k}\t{word}\t{word}\tNOUN\t_\t_\t{k - 1}\tdep\t_\tner={tag}\n")
                file.write("\n")


def read_conllu(folder):
    import conllu

    found = []
    with open(os.path.join(folder, "all.conllu"), encoding="utf-8") as file:
        for sentence in conllu.parse_incr(file):
            found += by_tags([(token["form"], (token["misc"] or {}).get("ner", "O")) for token in sentence])
    return found


def write_webanno(folder, documents):
    head = "#FORMAT=WebAnno TSV 3.2\n#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value\n\n"
    for i, sentences in enumerate(documents):
        with open(os.path.join(folder, f"d{i:05}.tsv"), "w", encoding="utf-8") as file:
            file.write(head)
            at, mark = 0, 0
            for n, (words, spans) in enumerate(sentences, 1):
                file.write(f"\n#Text={' '.join(words)}\n")
                label = ["_"] * len(words)
                for a, b, what in spans:
                    mark += 1
                    label[a:b] = [f"{what}[{mark}]"] * (b - a)
                for k, word in enumerate(words):
                    file.write(f"{n}-{k + 1}\t{at}-{at + len(word)}\t{word}\t{label[k]}\t\n")
                    at += len(word) + 1


def read_webanno(folder):
    found = {}
    for path in sorted(glob.glob(f"{folder}/*.tsv")):
        with open(path, encoding="utf-8") as file:
            for line in file:
                if line[0] in "#\n":
                    continue
                _, span, word, label = line.split("\t")[:4]
                if label != "_":
                    a, b = span.split("-")
                    found.setdefault((path, label), []).append((int(a), int(b), word))
    return found


FORMATS = {
    "brat": (write_brat, read_brat),
    "jsonl": (write_jsonl, read_jsonl),
    "conll": (write_conll, read_conll),
    "conllu": (write_conllu, read_conllu),
    "webanno": (write_webanno, read_webanno),
}


def measure(command):
    """Processor seconds, peak memory in MB and output of one process."""
    with tempfile.TemporaryFile("w+") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        if process.returncode != 0:
            return None, None, out.read()
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, out.read()


def main():
    if sys.argv[1:2] == ["--read"]:
        print(len(FORMATS[sys.argv[2]][1](sys.argv[3])))
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--sentences", type=int, default=250, help="of a document")
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", type=lambda s: s.split(","), default=list(FORMATS))
    options = parser.parse_args()
    draw = random.Random(options.seed)
    documents = [[make_sentence(draw) for _ in range(options.sentences)] for _ in range(options.documents)]
    n_marks = sum(len(marks) for sentences in documents for _, marks in sentences)
    print(f"{n_marks} marks in {options.documents} documents; processor seconds, medians of {options.rounds}")
    print(f"{'format':8} {'MB':>6} {'check':>7} {'info':>7} {'python':>7} {'ratio':>6} {'MB of memory':>13}")
    with tempfile.TemporaryDirectory() as top:
        for name in options.only:
            folder = os.path.join(top, name)
            os.mkdir(folder)
            FORMATS[name][0](folder, documents)
            size = sum(os.path.getsize(os.path.join(folder, f)) for f in os.listdir(folder)) / 1e6
            commands = {
                "check": [options.program, "check", folder],
                "info": [options.program, "info", folder, "--quiet"],
                "python": [sys.executable, os.path.abspath(__file__), "--read", name, folder],
            }
            taken = {key: [] for key in commands}
            for _ in range(options.rounds):
                for key, command in commands.items():
                    taken[key].append(measure(command))
            failed = [key for key, runs in taken.items() if any(t is None for t, _, _ in runs)]
            if failed:
                print(f"{name:8} {size:6.0f} left out: {', '.join(failed)} cannot read it")
                continue
            median = {key: statistics.median(t for t, _, _ in runs) for key, runs in taken.items()}
            counted = int(taken["python"][0][2])
            if counted != n_marks:
                print(f"{name:8} python finds {counted} marks")
            print(
                f"{name:8} {size:6.0f} {median['check']:7.2f} {median['info']:7.2f} {median['python']:7.2f}"
                f" {median['python'] / median['check']:6.1f} {taken['check'][0][1]:6.0f} {taken['python'][0][1]:6.0f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
