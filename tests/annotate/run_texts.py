#!/usr/bin/env python3
"""run_texts.py PROG - raw texts become TEI: no character is lost, the schema holds, junk and people's marks stay.

What is read back is read by Python's own XML parser, not by the program."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

SOURCE = os.environ.get("ENTENTE_SOURCE", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
SHARED = os.environ.get("ENTENTE_SHARED", os.path.join(SOURCE, "..", "shared", "data"))
ARTICLES = os.path.join(SOURCE, "tests", "fixtures", "articles")
TEI = "{http://www.tei-c.org/ns/1.0}"
program = os.path.abspath(sys.argv[1])
failed = 0


def report(ok, name, why=""):
    global failed
    failed += not ok
    print(("ok " if ok else "not ok ") + name + ("" if ok else ": " + why))


def run(*arguments, stdin=None):
    done = subprocess.run([program, *arguments], capture_output=True, input=stdin)
    return done.returncode, done.stdout, done.stderr.decode()


def body(xml):
    return tree.fromstring(xml).find(f"{TEI}text/{TEI}body")


def text(element):
    return "".join(element.itertext())


def junk(xml):
    return "".join(text(d) for d in body(xml).iter(TEI + "div") if d.get("type") in ("sidebar", "boilerplate"))


def squeezed(s):
    return "".join(s.split())


def texts():
    yield from (os.path.join(ARTICLES, f) for f in ("harbour-drill.txt", "notiz.md"))
    for folder in ("seeds", "gold"):
        path = os.path.join(SHARED, folder)
        if not os.path.isdir(path):
            print(f"skip {folder}: not here")
            continue
        yield from (os.path.join(path, f) for f in sorted(os.listdir(path)) if f.endswith(".txt"))


def schema():
    path = os.path.join(SHARED, "schemas", "tei_all.rng")
    return path if os.path.exists(path) and shutil.which("xmllint") else None


def check_text(path):
    name = os.path.basename(path)
    status, xml, said = run("annotate", path)
    with open(path, encoding="utf-8-sig", newline="") as file:
        raw = file.read().replace("\r\n", "\n").replace("\r", "\n")
    report(status == 0 and text(body(xml)) == raw, f"{name}: the text of the TEI is the text", said)
    ids = re.findall(rb'xml:id="([^"]*)"', xml)
    report(len(ids) == len(set(ids)), f"{name}: every id once")
    marks = [e for e in body(xml).iter() if e.get("ref") or e.tag == TEI + "date"]
    by_rule = [e for e in marks if (e.get("resp") or "").startswith("#entente-") and e.get("cert")]
    report(len(by_rule) == len(marks), f"{name}: every mark has resp and cert")


def check_pages():
    status, xml, said = run("annotate", os.path.join(ARTICLES, "talks.html"))
    whole = squeezed(text(body(xml)))
    divs = [d for d in body(xml) if d.get("type") not in ("sidebar", "boilerplate")]
    kept = "".join(squeezed(text(d)) for d in divs)
    with open(os.path.join(ARTICLES, "talks.html"), encoding="utf-8") as file:
        page = file.read()
    page = re.sub(r"(?s)<head>.*?</head>|<(script|style).*?</\1>|<!DOCTYPE.*?>", "", page)
    page = re.sub(r"<[^>]*>", "", page).replace("&amp;", "&")
    report(whole == squeezed(page), "talks.html: all text of the page is there, in its order")
    report("“Weshareonesea,”" in kept and "navigation" not in kept and "Lagoon" in junk(xml),
           "talks.html: the article is kept, other stories are junk")
    there = b'<date when="2022-05-04"' in xml and b"Lagoon News" in xml
    report(status == 0 and there, "talks.html: date and outlet", said)


def check_folder(folder):
    first, second = os.path.join(folder, "a"), os.path.join(folder, "b")
    status, _, said = run("annotate", ARTICLES, "-o", first, "-j", "1")
    run("annotate", ARTICLES, "-o", second, "-j", "4")
    files = sorted(os.listdir(first)) if status == 0 else []
    report("database-1.xml" in files and "database-2.xml" in files and "authority.xml" in files,
           "a database's file becomes one file an article", said)
    same = all(open(os.path.join(first, f), "rb").read() == open(os.path.join(second, f), "rb").read() for f in files)
    report(bool(files) and same, "the same bytes with any number of threads")
    status, _, said = run("annotate", ARTICLES, "-o", first)
    report(status == 3 and "reviewed" in said, "a file that may have been reviewed is not replaced")
    status, _, said = run("check", first)
    report(status == 0, "check finds nothing", said)
    rng = schema()
    if not rng:
        print("skip valid against tei_all: no schema or no xmllint")
        return
    done = subprocess.run(["xmllint", "--noout", "--relaxng", rng, *(os.path.join(first, f) for f in files)],
                          capture_output=True)
    report(done.returncode == 0, "valid against tei_all", done.stderr.decode()[-2000:])


def check_review(folder):
    raw = os.path.join(ARTICLES, "harbour-drill.txt")
    path = os.path.join(folder, "reviewed.xml")
    _, xml, _ = run("annotate", raw)
    reviewed = xml.decode().replace("large ones", '<orgName xml:id="mine" ref="#large">large ones</orgName>')
    reviewed = reviewed.replace("tide tables", '<name xml:id="hers" type="law">tide tables</name>')
    with open(path, "w", encoding="utf-8") as file:
        file.write(reviewed)
    status, _, said = run("annotate", path, "-o", path)
    with open(path, "rb") as file:
        again = file.read()
    hers = [e for e in body(again).iter() if e.get("{http://www.w3.org/XML/1998/namespace}id") in ("mine", "hers")]
    report(status == 0 and sorted(text(e) for e in hers) == ["large ones", "tide tables"]
           and not any(e.get("resp") for e in hers), "a reviewed file keeps the person's marks", said)
    report(text(body(again)) == text(body(xml)), "and its text")
    n, m = (len(re.findall(rb'resp="#entente', x)) for x in (xml, again))
    report(m >= n - 4, "and the rules still add to it", f"{n} marks by rules before, {m} after")


def check_refused(folder):
    for name, content, word in (("a.txt", b"%PDF-1.4 x", "pdftotext"), ("b.txt", b" \n\n", "no text"),
                                ("c.txt", b"PK\x03\x04", "Word"), ("d.html", b"<html><body></body></html>", "no text")):
        path = os.path.join(folder, name)
        with open(path, "wb") as file:
            file.write(content)
        status, out, said = run("annotate", path)
        report(status == 3 and word in said and not out, f"{name} is refused with a way out", said)
    status, xml, said = run("annotate", "-", stdin="Fiji and Tonga met.".encode())
    report(status == 0 and text(body(xml)) == "Fiji and Tonga met.", "standard input", said)


with tempfile.TemporaryDirectory() as scratch:
    for path in texts():
        check_text(path)
    check_pages()
    check_folder(scratch)
    check_review(scratch)
    check_refused(scratch)
sys.exit(failed > 0)
