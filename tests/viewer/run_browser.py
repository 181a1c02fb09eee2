#!/usr/bin/env python3
"""run_browser.py - the page in headless Chromium: no request, search, tie, evidence, filters, hostile names, axe.

usage: run_browser.py PROGRAM [--pictures FOLDER]
"""
import os
import subprocess
import sys
import time

from browser import accessible, check, fetch_axe, skip, tell, tell_story

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.environ.get("ENTENTE_SOURCE") or os.path.dirname(os.path.dirname(HERE))
HOSTILE = [
    "</script><script>window.broken=1</script>", "<img src=x onerror=window.broken=1>", "\"quoted\" 'name' \\back",
    "\u202egnp.evil", "مرحبا بالعالم", "{{script}} <!-- <script>", "__proto__", "constructor", "=HYPERLINK(1)",
    "Nguyễn Đức", "a\u0300\u0301\u0302" * 5, "&lt;b&gt;", "javascript:window.broken=1",
]


def change(browser, control, value, event):
    browser.run("(() => { const control = document.querySelector('%s'); control.value = '%s';"
                " control.dispatchEvent(new Event('%s')); })()" % (control, value, event))


def read_a_tie(browser, page):
    browser.open(page)
    browser.run("""(() => { const find = document.querySelector('#find'); find.focus(); find.value = 'vietnam';
        find.dispatchEvent(new Event('input')); })()""")
    check(browser.run("document.querySelector('#hits li').textContent") == "Viet Nam",
          "search finds a country by another name")
    browser.run("document.querySelector('#find').dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter'}))")
    check(browser.run("document.querySelector('#right h3').textContent") == "Viet Nam", "Enter chooses what was found")
    check("Viet" in browser.run("document.querySelector('#live').textContent"), "the choice is spoken")
    browser.run("document.activeElement.blur()")
    for kind in ("rawKeyDown", "keyUp"):
        browser.call("Input.dispatchKeyEvent", type=kind, key="ArrowRight", code="ArrowRight", windowsVirtualKeyCode=39)
    browser.frame()
    marks = browser.run("[...document.querySelectorAll('#right mark')].map((mark) => mark.textContent)")
    check(len(marks) > 1, "the arrow key shows the first tie, its sentences have the names marked", marks)
    check(browser.run("document.querySelectorAll('#right blockquote').length") <= 5, "at most five sentences at first")
    links = browser.run("[...document.querySelectorAll('#right a')].map((link) => [link.protocol, link.rel])")
    safe = all(link[0] in ("http:", "https:") and link[1] == "noopener noreferrer" for link in links)
    check(links and safe, "sources are safe links", links)
    address = browser.run("location.hash")
    check("with=" in address and "actor=" in address, "the choice stands in the address", address)
    browser.open(page, address)
    check(browser.run("[...document.querySelectorAll('#right mark')].map((mark) => mark.textContent)") == marks,
          "the address brings it back")
    tell(browser, "reading a tie")


def filter_time(browser, page, pictures):
    browser.open(page)
    everything = browser.run("document.querySelector('#status').textContent")
    change(browser, "#from", 9, "input")
    browser.frame()
    left = browser.run("document.querySelector('#status').textContent")
    check(left != everything, "the time handle leaves fewer ties", left)
    check("from=" in browser.run("location.hash"), "the stretch of time stands in the address")
    for level in range(browser.run("document.querySelector('#level').options.length")):
        change(browser, "#level", level, "change")
        browser.frame()
        rows = browser.run("document.querySelectorAll('#ranking tr[data-node]').length")
        check(rows > 0, "level %d has a ranking" % level)
    browser.run("document.querySelector('#two').click()")
    browser.frame()
    check("event" in browser.run("document.querySelector('#status').textContent"), "events stand among the actors")
    browser.run("document.querySelector('#theme').click()")
    check(browser.run("document.documentElement.dataset.theme") == "dark", "dark on request")
    painted = browser.run("""(() => {
        const c = document.querySelector('canvas'), d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
        const seen = new Set();
        for (let i = 0; i < d.length; i += 4) seen.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]);
        return seen.size;
    })()""")
    check(painted > 20, "the canvas holds a picture", painted)
    if pictures:
        browser.picture(os.path.join(pictures, "dark.png"))
    tell(browser, "filters")


def hostile_names(browser, program, folder):
    table = os.path.join(folder, "hostile.csv")
    with open(table, "w", encoding="utf-8") as out:
        out.write("event,actor,type\n")
        for i, name in enumerate(HOSTILE):
            for event in ("</script><b>talk", "talk %d" % (i % 3)):
                out.write('"%s","%s",official\n' % (event, name.replace('"', '""')))
    page = os.path.join(folder, "hostile.html")
    made = subprocess.run([program, "view", table, "--title", "</title><script>window.broken=1</script>", "-o", page],
                          capture_output=True, text=True)
    check(made.returncode == 0, "a page of hostile names is made", made.stderr)
    browser.open(page)
    names = browser.run("[...document.querySelectorAll('#ranking tr[data-node] bdi')].map((name) => name.textContent)")
    check(len(names) == len(HOSTILE), "every hostile name is in the ranking", names)
    check(HOSTILE[0] in names and HOSTILE[1] in names, "they stand there as text", names)
    browser.run("document.querySelectorAll('#ranking tr[data-node]').forEach((row) => row.click())")
    browser.run("document.querySelector('#right tr[data-tie]').click()")
    check(browser.run("window.broken === undefined && !document.querySelector('img,b>script')"), "none of them ran")
    check(browser.run("document.title") == "</title><script>window.broken=1</script>", "nor did the title")
    tell(browser, "hostile names")


def read_aloud(browser, page, folder):
    axe = fetch_axe(folder)
    if not axe:
        skip("axe on the page", "axe-core cannot be fetched from the npm registry")
        return
    accessible(browser, axe, page, "at first", "0")
    accessible(browser, axe, page, "dark, with events",
               "document.querySelector('#theme').click(), document.querySelector('#two').click()")
    choose = "document.querySelector('#ranking tr[data-node]').click()"
    accessible(browser, axe, page, "an actor is chosen", choose)
    accessible(browser, axe, page, "a tie is read", choose + ", document.querySelector('#right tr[data-tie]').click()")


def without_scripts(browser, page):
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.call("Page.navigate", url="file://" + page)
    time.sleep(0.5)
    root = browser.call("DOM.getDocument", depth=0)["root"]["nodeId"]
    found = browser.call("DOM.querySelectorAll", nodeId=root, selector="noscript svg text")["nodeIds"]
    check(len(found) > 10, "without scripts the picture is there", len(found))
    browser.call("Emulation.setScriptExecutionDisabled", value=False)


def story(browser, program, folder, pictures):
    page = os.path.join(folder, "decade.html")
    made = subprocess.run([program, "view", os.path.join(SOURCE, "corpus", "asean-decade"), "-o", page],
                          capture_output=True, text=True)
    check(made.returncode == 0, "a page is made", made.stderr)
    read_a_tie(browser, page)
    if pictures:
        browser.picture(os.path.join(pictures, "light.png"))
    filter_time(browser, page, pictures)
    hostile_names(browser, program, folder)
    read_aloud(browser, page, folder)
    without_scripts(browser, page)


sys.exit(tell_story("the page", story))
