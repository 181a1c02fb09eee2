"""networks.py - the networks that other programs are given, what must arrive there, and how both are compared."""

import csv
import datetime
import io
import json
import os
import struct
import subprocess
import sys

SOURCE = os.environ.get("ENTENTE_SOURCE") or os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
failed = 0

# Not one of them: "null", which Gephi takes for nothing.
HOSTILE = [
    'say "yes"', "ends in \\", '\\" both', "\\N", "node", "edge", "graph", "<b>html</b>", "two\nlines", "مرحبا بالعالم",
    "Nguyễn Thị Ánh", "a & < b", "& <", "]]> & & end", "a; b", "comma, semicolon; tab", "'single'", "// comment",
    "a -- b", "a:b", "-.5", "1e5", "true", "😀", "x" * 3000, "ẽ" * 1000, "[list, of, two]", "<[1,2]>",
]  # fmt: skip


def report(good, what, detail=""):
    global failed
    failed += not good
    print(("ok " if good else "not ok ") + what)
    if not good:
        print("  # " + str(detail)[:3000].replace("\n", "\n  # "))
    sys.stdout.flush()


def skip(what):
    print("skip " + what)


def workshop(program):
    """Where downloads are kept: beside the program, in the build folder."""
    folder = os.path.join(os.path.dirname(os.path.abspath(program)), "interop")
    os.makedirs(folder, exist_ok=True)
    return folder


class Network:
    """One network, exported as name.format; its nodes and ties as they must arrive."""

    def __init__(self, program, folder, name, *arguments):
        self.program, self.folder, self.name, self.arguments = program, folder, name, arguments
        self.two_mode = "--two-mode" in arguments
        self.stem = os.path.join(folder, name.replace(" ", "-"))
        with open(self.write("json"), encoding="utf-8") as f:
            text = json.load(f)
        self.nodes = {n.pop("id"): n for n in text["nodes"]}
        self.edges = {pair(e.pop("source"), e.pop("target")): e for e in text["edges"]}
        self.title = text["graph"]["title"]
        self.placed = all("x" in n for n in self.nodes.values())
        self.weighted = all("weight" in e for e in self.edges.values())
        self.units = "--unit" in arguments

    def run(self, *command):
        run = subprocess.run([self.program, *command], capture_output=True, text=True, cwd=SOURCE)
        if run.returncode != 0:
            raise RuntimeError(f"{' '.join(command)}: {run.returncode}\n{run.stderr}")
        return run.stdout

    def write(self, end, *options):
        path = f"{self.stem}.{end}"
        self.run("export", "-q", *self.arguments, *options, "-o", path, "--force")
        return path

    def counts(self, first, last):
        """Nodes and ties of a stretch of years."""
        period = ("--from", str(first), "--to", str(last), "--measures", "none", "--as", "json", "-o", "-")
        text = json.loads(self.run("export", "-q", *self.arguments, *period))
        return len(text["nodes"]), len(text["edges"])

    def events(self):
        """{actor: {event: (first day, last day)}} by what extract prints, which knows nothing of spells."""
        arguments = [a for a in self.arguments if a not in ("--two-mode", "--layout")]
        rows = csv.DictReader(io.StringIO(self.run("extract", "-q", *arguments, "--format", "csv"), newline=""))
        events = {}
        for row in rows:
            days = [day for text in (row["date"], row["to"]) for day in days_of(text)]
            events.setdefault(row["id"], {})[row["event"]] = (min(days), max(days)) if days else None
        return events

    def spells(self):
        """What nodes and edges are to have, as days since 1970: ({id: [[first, last]]}, {(id, id): …})."""
        by_actor = self.events()
        of_event = {event: days for events in by_actor.values() for event, days in events.items()}
        named = {i: n["name"] for i, n in self.nodes.items()}
        is_event = {i: n.get("mode") == "event" for i, n in self.nodes.items()}

        def own(i):
            return {named[i]: of_event[named[i]]} if is_event[i] else by_actor[named[i]]

        nodes = {i: joined(own(i).values()) for i in self.nodes}
        edges = {(a, b): joined(own(a)[e] for e in set(own(a)) & set(own(b))) for a, b in self.edges}
        return nodes, edges


def pair(a, b):
    return (a, b) if int(a[1:]) < int(b[1:]) else (b, a)


def days_of(text):
    """First and last day of "2021", "2021-06", "2021-06-24", "2021-06-03/2021-06-15"; none of ""."""
    if "/" in text:
        return [day for side in text.split("/") for day in days_of(side)]
    if text in ("", ".."):
        return []
    numbers = [int(n) for n in text.split("-")]
    first = datetime.date(*(numbers + [1, 1])[:3])
    if len(numbers) == 3:
        last = first
    else:
        month = numbers[1] if len(numbers) == 2 else 12
        last = datetime.date(numbers[0] + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)
    epoch = datetime.date(1970, 1, 1)
    return [(first - epoch).days, (last - epoch).days]


def joined(spells):
    """Disjoint and in order; what overlaps or follows the next day is one."""
    out = []
    for first, last in sorted(s for s in spells if s):
        if out and first <= out[-1][1] + 1:
            out[-1][1] = max(out[-1][1], last)
        else:
            out.append([first, last])
    return out


def single(number):
    """As a 32-bit float has it: what Gephi keeps of places, sizes and weights."""
    return struct.unpack("f", struct.pack("f", number))[0]


def same(want, got):
    if isinstance(want, bool) or isinstance(got, bool):
        return want is got
    if isinstance(want, (int, float)) and isinstance(got, (int, float)):
        return want == got or abs(want - got) <= 1e-6 * max(abs(want), abs(got))
    return want == got


def differences(want, got, names):
    """First differences between {key: {name: value}}, for names (None: all)."""
    out = [f"keys: {sorted(set(want) ^ set(got), key=str)[:5]}"] if set(want) != set(got) else []
    for key in [k for k in want if k in got]:
        for name in sorted(names if names is not None else set(want[key]) | set(got[key])):
            there, here = want[key].get(name), got[key].get(name)
            if not same(there, here):
                out.append(f"{key} {name}: {str(there)[:80]!r} became {str(here)[:80]!r}")
    return out


def compare(what, want, got, names=None):
    found = differences(want, got, names)
    report(not found, what, "\n".join(found[:8]))


def write_hostile(path):
    """A table whose names try the quoting of every format."""
    with open(path, "w", encoding="utf-8", newline="") as f:
        out = csv.writer(f)
        out.writerow(["actor", "event", "type", "role", "date", "event_title"])
        for i, name in enumerate(HOSTILE):
            role = ["host", "speaker \\", 'chair "x"', "<b>", "attendee"][i % 5]
            for event in sorted({i % 7, (3 * i + 1) % 7, 6}):
                day = f"20{10 + event}-0{1 + event}"
                out.writerow([name, f"e{event}", ["official", "agency"][i % 2], role, day, f'Event "{event}" \\'])


def all_networks(program, folder):
    hostile = os.path.join(folder, "hostile.csv")
    write_hostile(hostile)
    return [
        Network(program, folder, "decade", "corpus/asean-decade"),
        Network(program, folder, "decade two-mode", "corpus/asean-decade", "--two-mode"),
        Network(program, folder, "hostile", hostile, "--level", "all", "--layout"),
        Network(program, folder, "play", "tests/fixtures/play.xml", "--unit", "scene", "--level", "all"),
    ]
