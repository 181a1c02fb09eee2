"""browser.py - headless Chromium for the tests of pages: driving it, what it complains of, axe."""
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
EXPLORER = "#ranking tr[data-node]"  # there once the explorer is up


def find_browser():
    return next(filter(None, map(shutil.which, BROWSERS)), None)


class Browser:
    """Chromium driven by the DevTools protocol over a pair of pipes."""

    def __init__(self, binary, profile):
        read_commands, self.commands = os.pipe()
        self.answers, write_answers = os.pipe()

        def pipes():  # Chromium reads commands from 3 and answers on 4
            commands, answers = os.dup(read_commands), os.dup(write_answers)
            os.dup2(commands, 3)
            os.dup2(answers, 4)

        self.process = subprocess.Popen(
            [binary, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
             "--remote-debugging-pipe", "--user-data-dir=" + profile, "--window-size=1440,900", "about:blank"],
            preexec_fn=pipes, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(read_commands)
        os.close(write_answers)
        self.rest, self.number, self.events, self.session = b"", 0, [], None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "Performance"):
            self.call(domain + ".enable")

    def message(self):
        while b"\0" not in self.rest:
            piece = os.read(self.answers, 1 << 20)
            if not piece:
                raise RuntimeError("the browser ended")
            self.rest += piece
        text, self.rest = self.rest.split(b"\0", 1)
        return json.loads(text)

    def call(self, method, **parameters):
        self.number += 1
        command = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            command["sessionId"] = self.session
        os.write(self.commands, json.dumps(command).encode() + b"\0")
        while True:
            message = self.message()
            if message.get("id") == self.number:
                if "error" in message:
                    raise RuntimeError(message["error"]["message"])
                return message["result"]
            self.events.append(message)

    def run(self, code):
        result = self.call("Runtime.evaluate", expression=code, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(json.dumps(result["exceptionDetails"])[:500])
        return result["result"].get("value")

    def open(self, path, fragment="", ready=EXPLORER):
        self.events = []
        self.call("Page.navigate", url="about:blank")
        self.call("Page.navigate", url="file://" + path + fragment)
        deadline = time.time() + 30
        while time.time() < deadline:
            if self.run("document.readyState === 'complete' && !!document.querySelector('%s')" % ready):
                return
            time.sleep(0.05)
        raise RuntimeError("the page does not come up")

    def frame(self):
        self.run("new Promise((done) => setTimeout(done, 120))")

    def picture(self, path):
        import base64
        with open(path, "wb") as out:
            out.write(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))

    def complaints(self):
        out = []
        for event in self.events:
            method, given = event.get("method"), event.get("params", {})
            if method == "Runtime.exceptionThrown":
                out.append("exception: " + json.dumps(given["exceptionDetails"])[:300])
            elif method == "Log.entryAdded":
                out.append("log: " + given["entry"]["text"])
            elif method == "Runtime.consoleAPICalled":
                out.append("console: " + json.dumps(given["args"])[:300])
            elif method == "Network.requestWillBeSent":
                url = given["request"]["url"]
                if not url.startswith(("file:", "about:", "blob:", "data:")):
                    out.append("request: " + url)
        return out

    def close(self):
        self.session = None
        try:
            self.call("Browser.close")
            self.process.wait(20)
        except (OSError, RuntimeError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()


class Counts:
    """Of tests, done and failed."""
    count = failed = 0


def skip(name, why):
    Counts.count += 1
    print("ok %d - %s # SKIP %s" % (Counts.count, name, why))


def finish():
    print("1..%d" % Counts.count)
    return 1 if Counts.failed else 0


def tell_story(name, story):
    """story(browser, program, folder, pictures): all tests of a script PROGRAM [--pictures FOLDER]; its exit code."""
    binary = find_browser()
    if not binary:
        print("ok 1 - %s in a browser # SKIP no Chromium here\n1..1" % name)
        return 0
    program = os.path.abspath(sys.argv[1])
    pictures = sys.argv[3] if sys.argv[2:3] == ["--pictures"] else None
    folder = tempfile.mkdtemp()
    try:
        browser = Browser(binary, os.path.join(folder, "profile"))
        try:
            story(browser, program, folder, pictures)
        finally:
            browser.close()
    finally:  # the browser's own children may still write
        shutil.rmtree(folder, ignore_errors=True)
    return finish()


def check(good, name, why=""):
    Counts.count += 1
    Counts.failed += not good
    print("%s %d - %s" % ("ok" if good else "not ok", Counts.count, name))
    if not good and why:
        print("#   " + str(why)[:1000].replace("\n", "\n#   "))


def tell(browser, name):
    complaints = browser.complaints()
    check(not complaints, name + ": no request leaves, no error is logged", "\n".join(complaints))


def fetch_axe(folder):
    """axe-core from the npm registry, or None where there is no npm or no way to the registry."""
    if not shutil.which("npm"):
        return None
    try:
        packed = subprocess.run(["npm", "pack", "--silent", "axe-core@4.10"], cwd=folder, capture_output=True,
                                text=True, timeout=60)
        archive = os.path.join(folder, packed.stdout.split()[-1])
        with tarfile.open(archive) as files:
            return files.extractfile("package/axe.min.js").read().decode()
    except (OSError, IndexError, KeyError, tarfile.TarError, subprocess.TimeoutExpired):
        return None


def accessible(browser, axe, page, state, prepare, ready=EXPLORER):
    browser.open(page, ready=ready)
    browser.run(prepare)
    browser.frame()
    browser.run(axe)
    found = browser.run("""axe.run(document, {resultTypes: ['violations']}).then((result) => result.violations.map(
        (rule) => rule.impact + ' ' + rule.id + ': ' + rule.nodes.map((node) => node.html).join(' | ')))""")
    check(not found, "axe finds nothing: " + state, "\n".join(found or []))
