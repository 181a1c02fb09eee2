#!/usr/bin/env python3
"""run_pages.py - the pages of resolve and report in headless Chromium: deciding by keys and buttons, the table, axe.

usage: run_pages.py PROGRAM [--pictures FOLDER]
"""
import os
import shutil
import subprocess
import sys

from browser import accessible, check, fetch_axe, skip, tell, tell_story

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.environ.get("ENTENTE_SOURCE") or os.path.dirname(os.path.dirname(HERE))
PAIR = "tbody button[data-letter]"
KEYS = {"ArrowDown": 40, "ArrowUp": 38, "s": 83, "d": 68, "u": 85}


def entente(program, *words):
    done = subprocess.run([program, *words, "--quiet"], cwd=SOURCE, capture_output=True, text=True)
    check(done.returncode == 0, "entente " + words[0] + " writes its page", done.stderr)
    return done.stdout


def press(browser, key):
    for kind in ("keyDown", "keyUp"):
        browser.call("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=KEYS[key],
                     **({"text": key} if len(key) == 1 and kind == "keyDown" else {}))
    browser.frame()


def table(browser):
    return browser.run("document.querySelector('#table').value").split("\n")


def pressed(browser):
    return browser.run("[...document.querySelectorAll('button[aria-pressed=true]')].map((b) => b.textContent)")


def decide(browser, page, pictures):
    browser.open(page, ready=PAIR)
    check(len(table(browser)) == 2, "nothing is decided at first", table(browser))
    for key in ("s", "ArrowDown", "s", "ArrowDown", "d", "ArrowDown", "u", "ArrowUp", "ArrowUp"):
        press(browser, key)
    check(pressed(browser) == ["same", "different", "unsure"], "keys decide the pair one is at", pressed(browser))
    lines = table(browser)
    check([line.split("\t")[0] for line in lines] == ["decision", "same", "different", ""],
          "the table has what is decided, and not what is unsure", lines)
    press(browser, "s")
    check(pressed(browser) == ["different", "unsure"], "the same key takes it back", pressed(browser))
    browser.run("document.querySelector('tbody tr button').click()")
    browser.run("""(() => { const why = document.querySelector('.why'); why.focus(); why.value = '"one"\\tday';
        why.dispatchEvent(new Event('input')); })()""")
    press(browser, "d")
    lines = table(browser)
    check(lines[1].startswith("same\t"), "letters typed as a reason decide nothing", lines)
    check(lines[1].endswith('\t"""one"" dayd"'), "quotes and tabs of a reason keep the table whole", lines)
    check(browser.run("location.hash") == "#sdu", "what is decided stands in the address", browser.run("location.hash"))
    if pictures:
        browser.picture(os.path.join(pictures, "resolve.png"))
    browser.run("document.querySelector('#copy').click()")
    browser.frame()
    check(browser.run("document.querySelector('#status').textContent") == "Copied.", "the table can be copied")
    tell(browser, "deciding")
    browser.open(page, "#sdu", ready=PAIR)
    check(pressed(browser) == ["same", "different", "unsure"], "the address brings it back", pressed(browser))


def save(browser, program, page, folder):
    """The file that is saved is what entente replays."""
    browser.open(page, "#sd", ready=PAIR)
    browser.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=folder)
    browser.run("document.querySelector('#who').value = 'Ana Břízová'")
    browser.run("document.querySelector('#save').click()")
    path = os.path.join(folder, "decisions-anabrizova.tsv")
    for _ in range(100):
        if os.path.exists(path):
            break
        browser.frame()
    check(os.path.exists(path), "a file is saved", os.listdir(folder))
    corpus = os.path.join(folder, "corpus")
    shutil.copytree(os.path.join(SOURCE, "corpus", "archipelago"), corpus)
    shutil.copy(path, corpus)
    told = entente(program, "info", corpus)
    check("decisions\tin force\t2" in told, "its two decisions are in force", told)
    check("decisions\twithout effect\t0" in told, "none is without effect", told)


def hostile(browser, program, folder):
    place = os.path.join(folder, "hostile")
    os.mkdir(place)
    hurt = '"Vivian" </td><script>window.broken=1</script> '
    names = [hurt + "Balakrishan", hurt + "Balakrishnan"]
    with open(os.path.join(place, "table.csv"), "w", encoding="utf-8") as out:
        out.write("event,actor,type\n")
        for name in names:
            out.write('%s,"%s",official\n' % (name[-4:], name.replace('"', '""')))
            out.write("%s,Bo Lind,official\n" % name[-4:])
    page = os.path.join(folder, "hostile.html")
    entente(program, "resolve", place, "-l", "all", "-o", page)
    browser.open(page, "#" + "s" * 9, ready=PAIR)
    check(browser.run("window.broken === undefined"), "a hostile name does not run")
    with open(os.path.join(place, "decisions.tsv"), "w", encoding="utf-8") as out:
        out.write(browser.run("document.querySelector('#table').value"))
    browser.run("document.querySelector('#copy').click()")
    browser.frame()
    told = entente(program, "info", place)
    check("decisions\twithout effect\t0" in told, "and is decided on like any other", told)
    tell(browser, "hostile names")


def read_aloud(browser, folder, pages):
    axe = fetch_axe(folder)
    if not axe:
        skip("axe on the pages", "axe-core cannot be fetched from the npm registry")
        return
    for scheme in ("light", "dark"):
        browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        for name, page, ready in pages:
            accessible(browser, axe, page, "%s, %s" % (name, scheme), "0", ready)


def story(browser, program, folder, pictures):
    pairs, report = os.path.join(folder, "pairs.html"), os.path.join(folder, "report.html")
    entente(program, "resolve", "corpus/archipelago", "-o", pairs)
    entente(program, "report", "corpus/archipelago", "-o", report, "--resamples", "100")
    decide(browser, pairs, pictures)
    save(browser, program, pairs, folder)
    hostile(browser, program, folder)
    read_aloud(browser, folder, [("pairs to decide", pairs, PAIR), ("the report", report, "table")])


sys.exit(tell_story("the pages", story))
