#!/usr/bin/env python3
"""certainty.py PROG SET... - how often the marks of each rule are right, by their certainty, on texts people marked.

A SET is NAME=KIND:PATH[,PATH...][/PART] with KIND one of
  tei   TEI with the marks of our guidelines; marks inside longer ones count
  flat  TEI whose marks never lie within one another
  iob   words and tags in columns (PER, ORG, LOC; blank line between sentences); documents end where a line is too short
  gum   GUM's CoNLL-U; the names in it (heads that are proper nouns) are cut out of its mentions
and PART 0/2 the even, 1/2 the odd documents. The texts go through `annotate` without their marks; a mark is right where
place and type are exact. Options: --list NAME prints what is wrong and what is missed in that set; --rule RULE only of
that rule; --table prints the table of rules in Markdown. Wilson's lower bound at 95 % stands behind each precision."""
import collections
import glob
import math
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

T = "{http://www.tei-c.org/ns/1.0}"
NAMES = {T + "country": "country", T + "orgName": "agency", T + "persName": "official", T + "bloc": "bloc",
         T + "placeName": "place", T + "eventName": "event"}
HONORIFICS = set("""Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Prof Prof. Sir President Prime Minister Senator Sen. Rep. General Gen.
Secretary State Foreign Chancellor Professor Governor Judge Justice King Queen Prince Princess Pope Captain Lieutenant
Colonel Lord Lady Ambassador Congressman Congresswoman Representative Director Chief Chairman Chairwoman Major Mayor
Officer Sergeant Saint Sheikh Imam Vice Deputy CEO Commander Admiral Detective Sheriff Coach Attorney""".split())


class Text:
    def __init__(self, name, text, spans, junk=()):
        self.name, self.text, self.spans, self.junk = name, text, spans, list(junk)


def typed(e):
    if e.tag == T + "rs":
        return e.get("type")
    return NAMES.get(e.tag)


def from_tei(path):
    """text, marks (from, to, type, element), stretches of junk; offsets in characters of the body"""
    body = tree.parse(path).getroot().find(f"{T}text/{T}body")
    if body is None:
        return "", [], []
    out, marks, junk = [], [], []
    at = 0

    def walk(e):
        nonlocal at
        start, kind = at, typed(e)
        for piece in [e.text]:
            out.append(piece or "")
            at += len(piece or "")
        for child in e:
            walk(child)
            out.append(child.tail or "")
            at += len(child.tail or "")
        if kind:
            marks.append((start, at, kind, e))
        if e.get("type") in ("sidebar", "boilerplate"):
            junk.append((start, at))

    walk(body)
    return "".join(out), marks, junk


def tei(path):
    text, marks, junk = from_tei(path)
    name = os.path.basename(path).split(".")[0]
    return [Text(name, text, {(a, b, k) for a, b, k, e in marks}, junk)] if text.strip() else []


def iob(path):
    texts, words, sentences = [], [], []

    def sentence():
        if words:
            sentences.append(list(words))
            words.clear()

    def document():
        sentence()
        if sentences:
            name = os.path.basename(path).split(".")[0]
            texts.append(of_sentences(f"{name}-{len(texts):03}", sentences))
            sentences.clear()

    blank = 0
    newdoc = None
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# ") and "\t" not in line:
            if "sent_id" in line:
                doc = line.split("=")[1].strip().rsplit("-", 1)[0]
                if newdoc is not None and doc != newdoc:
                    document()
                newdoc = doc
            continue
        blank = 0 if line else blank + 1
        if not line:
            sentence()
            continue
        f = line.split("\t") if "\t" in line else line.split(" ")
        if f[0] == "-DOCSTART-":
            document()
        elif "\t" in line:
            words.append((f[1], f[2]))
        else:
            words.append((f[0], f[-1]))
    document()
    return texts


def of_sentences(name, sentences):
    text, spans, at = [], set(), 0
    where = {"PER": "official", "ORG": "agency", "LOC": "place", "MISC": "misc"}
    for words in sentences:
        line, open_span = "", None
        for i, (word, tag) in enumerate(words):
            glue = not line or word in (",", ".", ";", ":", ")", "?", "!", "'s", "’s", "%", "''", "'", "”", "n't") or \
                line.endswith(("(", "``", "“", "$"))
            line += ("" if glue else " ")
            start = at + len(line)
            line += word
            kind = tag[2:] if tag != "O" else None
            if open_span and (not kind or tag[0] == "B" or kind != open_span[2]):
                spans.add((open_span[0], open_span[1], where.get(open_span[2], "other")))
                open_span = None
            if kind:
                open_span = [open_span[0] if open_span else start, at + len(line), kind]
        if open_span:
            spans.add((open_span[0], open_span[1], where.get(open_span[2], "other")))
        text.append(line + "\n\n")
        at += len(line) + 2
    return Text(name, "".join(text), spans)


def gum(path):
    text, tokens, spans, at = [], [], set(), 0
    pending, skip = False, 0
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newpar") and "block" not in line and tokens:
            pending = True
        if not line or line[0] == "#":
            continue
        f = line.split("\t")
        if "." in f[0]:
            continue
        glued = "SpaceAfter=No" in f[9]
        if "-" in f[0]:
            first, last = map(int, f[0].split("-"))
            if pending:
                text.append("\n\n")
                at += 2
                pending = False
            text.append(f[1] + ("" if glued else " "))
            multi, skip = at, last - first + 1
            at += len(f[1]) + (not glued)
            continue
        if skip:
            start = multi
            multi += len(f[1])
            skip -= 1
            end = multi
        else:
            if pending:
                text.append("\n\n")
                at += 2
                pending = False
            start, end = at, at + len(f[1])
            text.append(f[1] + ("" if glued else " "))
            at = end + (not glued)
        m = re.search(r"Entity=([^|]*)", f[9])
        tokens.append((start, end, f[1], f[3], f[4], m.group(1) if m else ""))
    whole = "".join(text)
    stack = []
    for i, (start, end, word, pos, xpos, entity) in enumerate(tokens):
        for p in re.findall(r"\([^()]*\)?|[^()]*\)", entity):
            if p[0] == "(":
                f = p.strip("()").split("-")
                stack.append((f[0], i, f))
                if p.endswith(")"):
                    close(stack, f[0], i, tokens, spans, whole)
            else:
                close(stack, p.strip(")").split("-")[0], i, tokens, spans, whole)
    outer = {s for s in spans if not any(o[:2] != s[:2] and o[0] <= s[0] and s[1] <= o[1] for o in spans)}
    return [Text(os.path.basename(path).split(".")[0], whole, outer)]


def close(stack, eid, last, tokens, spans, whole):
    for k in range(len(stack) - 1, -1, -1):
        if stack[k][0] == eid:
            _, first, f = stack.pop(k)
            break
    else:
        return
    kind = {"person": "official", "organization": "agency", "place": "place", "object": "misc", "event": "misc",
            "abstract": "misc"}.get(f[1])
    if not kind:
        return
    heads = [first + int(x) - 1 for x in f[5].split(",") if x.isdigit()] if len(f) > 5 else [first]
    proper = [i for i in heads if i <= last and tokens[i][4] in ("NNP", "NNPS")]
    if not proper or (heads[-1] <= last and heads[-1] not in proper and tokens[heads[-1]][3] != "NUM"):
        return

    def part(i):
        return tokens[i][4] in ("NNP", "NNPS", "CD") or (tokens[i][2][0].isupper() and tokens[i][4] not in ("DT", "IN"))

    person = kind == "official"
    if person and len(proper) == 1 and tokens[proper[0]][4] == "NNPS":
        return
    a = b = proper[-1]
    links = ("de", "al", "bin", "van", "von", "-", "del", "ul", "ur") if person else \
        ("of", "for", "and", "the", "&", "-", "in", "de", "al", "bin", "van", "von", "/", ".", "del")
    while b < last:
        k = b + 1
        while k < last and tokens[k][2] in links:
            k += 1
        if not part(k):
            break
        b = k
    while a > first:
        k = a - 1
        while k > first and (tokens[k][2] in links or tokens[k][2] in ("of", "for", "and", "the")):
            k -= 1
        if not part(k) or (k < a - 1 and not person and not any(x in range(first, k + 1) for x in proper)):
            break
        if person and (tokens[k][2] in HONORIFICS or (len(proper) > 1 and k < proper[0]) or
                       any(x <= tokens[k][0] < y for x, y, z in spans if z != "misc")):
            break
        a = k
    while a < b and tokens[a][2] in ("The", "A", "the", "An"):
        a += 1
    if person:
        while a < b and tokens[a][2] in HONORIFICS:
            a += 1
        if tokens[a][2] in HONORIFICS:
            return
    spans.add((tokens[a][0], tokens[b][1], kind))


READERS = {"tei": tei, "flat": tei, "iob": iob, "gum": gum}


def wilson(right, n):
    if not n:
        return float("nan")
    z, p = 1.959964, right / n
    return (p + z * z / (2 * n) - z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))) / (1 + z * z / n)


def annotate(program, texts, folder):
    raw, out = os.path.join(folder, "raw"), os.path.join(folder, "out")
    os.makedirs(raw)
    for i, t in enumerate(texts):
        with open(os.path.join(raw, f"x{i:04}.txt"), "w", encoding="utf-8") as file:
            file.write(t.text)
    done = subprocess.run([program, "annotate", raw, "-o", out, "-q"], capture_output=True)
    if done.returncode:
        sys.exit(done.stderr.decode())
    for i, t in enumerate(texts):
        text, marks, junk = from_tei(os.path.join(out, f"x{i:04}.xml"))
        shift = t.text.find(text.strip()[:40]) - text.find(text.strip()[:40])
        t.system = [(a + shift, b + shift, k, e) for a, b, k, e in marks]
        t.read = text.strip() == t.text.strip()
        t.junk += [(a + shift, b + shift) for a, b in junk]


def matches(kind, span, gold, every, folded):
    """is the system's mark right: True, False, or None where the gold cannot say"""
    a, b, k, e = span
    if (a, b, k) in gold:
        return True
    if not folded:
        inside = kind == "flat" and any(g[0] <= a and b <= g[1] and g[1] - g[0] > b - a for g in every)
        return None if inside else False
    if k == "country" and (a, b, "place") in gold:
        return True
    if k == "country" and (a, b, "agency") in gold:
        return None  # its government, or its team
    if k == "bloc" and ((a, b, "agency") in gold or (a, b, "place") in gold):
        return True
    return False


def judged(t, kind, types):
    """(right, span) of every mark that the gold can judge; the gold's marks that nothing met"""
    folded = kind in ("iob", "gum")
    gold = {s for s in t.spans if s[2] in types and not any(a <= s[0] and s[1] <= b for a, b in t.junk)}
    marks = [m for m in t.system if m[2] in types and not any(a <= m[0] and m[1] <= b for a, b in t.junk)]
    if folded:
        marks = [m for m in marks if m[3].get("subtype") not in ("dem", "nom", "grp", "trg")]
        marks = [m for m in marks
                 if not any(o is not m and o[0] <= m[0] and m[1] <= o[1] and o[1] - o[0] > m[1] - m[0] for o in marks)]
    met, out = set(), []
    for m in marks:
        right = matches(kind, m, gold, t.spans, folded)
        if right is not None:
            out.append((right, m))
        if right:
            met |= {s for s in gold if s[:2] == m[:2]}
    return out, gold, [s for s in sorted(gold) if s not in met]


def main():
    arguments = sys.argv[1:]
    listing, only, table = None, None, False
    rest = []
    while arguments:
        x = arguments.pop(0)
        if x == "--list":
            listing = arguments.pop(0)
        elif x == "--rule":
            only = arguments.pop(0)
        elif x == "--table":
            table = True
        else:
            rest.append(x)
    program, sets = os.path.abspath(rest[0]), rest[1:]
    by_rule = collections.defaultdict(lambda: [0, 0])
    rule_set = collections.defaultdict(lambda: [0, 0])
    high = collections.defaultdict(lambda: [0, 0])
    for one in sets:
        name, _, where = one.partition("=")
        kind, _, paths = where.partition(":")
        part = re.search(r"/(\d)/(\d)$", paths)
        files = []
        for p in (paths[:part.start()] if part else paths).split(","):
            files += sorted(glob.glob(p))
        texts = [t for f in files for t in READERS[kind](f)]
        if part:
            texts = [t for i, t in enumerate(texts) if i % int(part.group(2)) == int(part.group(1))]
        types = ("official", "agency", "place", "country", "bloc")
        with tempfile.TemporaryDirectory() as folder:
            annotate(program, texts, folder)
        count = collections.defaultdict(lambda: [0, 0, 0])
        for t in texts:
            if not t.read:
                print(f"# {name}/{t.name}: the text came back changed")
            marks, gold, missed = judged(t, kind, types)
            for right, m in marks:
                k = m[2]
                rule = (m[3].get("resp") or "").replace("#entente-", "")
                cert = m[3].get("cert") or "?"
                fold = "place" if kind in ("iob", "gum") and k == "country" else \
                    "agency" if kind in ("iob", "gum") and k == "bloc" else k
                count[fold][0] += 1
                count[fold][2] += right
                for c in (by_rule[rule, cert], rule_set[rule, cert, name]):
                    c[0] += 1
                    c[1] += right
                if cert == "high" and m[2] != "place":
                    high[name][0] += 1
                    high[name][1] += right
                if listing == name and not right and (not only or only == rule):
                    inside = any(g[0] <= m[0] and m[1] <= g[1] for g in t.spans)
                    around = t.text[max(0, m[0] - 45):m[1] + 45].replace("\n", " / ")
                    met = [f"{g[2]}:{t.text[g[0]:g[1]]}" for g in sorted(t.spans) if g[0] < m[1] and m[0] < g[1]]
                    print(f"FALSE {t.name} {k}[{t.text[m[0]:m[1]]}] {rule} {cert} gold={met or '-'}"
                          f"{' INSIDE' if inside else ''}  …{around}…")
            for s in gold:
                fold = s[2]
                count[fold][1] += 1
            if listing == name and not only:
                for s in missed:
                    around = t.text[max(0, s[0] - 45):s[1] + 45].replace("\n", " / ")
                    met = [f"{m[2]}:{t.text[m[0]:m[1]]}" for m in t.system if m[0] < s[1] and s[0] < m[1]]
                    print(f"MISSED {t.name} {s[2]}[{t.text[s[0]:s[1]]}] system={met or '-'}  …{around}…")
        if not only:
            print(f"{name:14}", "  ".join(
                f"{k} {c[2] / c[0] if c[0] else float('nan'):.2f}/{c[2] / c[1] if c[1] else float('nan'):.2f}"
                f" F {2 * c[2] / (c[0] + c[1]) if c[0] + c[1] else 0:.3f} ({c[1]})" for k, c in sorted(count.items())),
                f"| high {high[name][1]}/{high[name][0]} {high[name][1] / max(high[name][0], 1):.3f}")
    if table:
        for (rule, cert), (n, right) in sorted(by_rule.items()):
            each = " ".join(f"{s} {c[1]}/{c[0]}" for (ru, ce, s), c in sorted(rule_set.items())
                            if (ru, ce) == (rule, cert))
            print(f"{rule:24} {cert:7} {right:5}/{n:<5} {right / n:.3f} ≥ {wilson(right, n):.3f}   {each}")


main()
