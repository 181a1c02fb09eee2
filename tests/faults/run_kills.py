#!/usr/bin/env python3
"""run_kills.py PROG - build is killed, or may write no further, at any moment: the old database stays what it was.

Moments are drawn with a fixed seed; half of them lie where the new file is being written."""
import glob
import os
import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

SOURCE = os.environ.get("ENTENTE_SOURCE", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
OLD, NEW = os.path.join(SOURCE, "tests", "fixtures", "harbour"), os.path.join(SOURCE, "corpus", "asean-decade")
N_KILLS = 30
program = os.path.abspath(sys.argv[1])
failed = 0


def report(ok, name, why=""):
    global failed
    failed += not ok
    print(("ok " if ok else "not ok ") + name + ("" if ok else ": " + why), flush=True)


def start(corpus, database, **options):
    return subprocess.Popen([program, "build", corpus, "-q", "-o", database], stdout=subprocess.DEVNULL,
                            stderr=subprocess.PIPE, text=True, **options)


def build(corpus, database, **options):
    process = start(corpus, database, **options)
    said = process.communicate()[1]
    return process.returncode, said


def content(path):
    with open(path, "rb") as file:
        return file.read()


def told(database):
    return subprocess.run([program, "info", database, "-q"], capture_output=True).stdout


def is_sound(database):
    with sqlite3.connect(database) as connection:
        return connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def left_behind(folder):
    return glob.glob(os.path.join(folder, ".entente-*")) + glob.glob(os.path.join(folder, "*-journal"))


def wait_for_writing(process, folder):
    """Until there is a temporary; those of runs before have been removed by then or stand in before."""
    before = set(left_behind(folder))
    while process.poll() is None and not set(left_behind(folder)) - before:
        time.sleep(0.0005)


def kills(folder, old, new, whole, writing):
    """Kills one build after the other; returns how many had the new file begun, and what was wrong."""
    database = os.path.join(folder, "x.db")
    chance = random.Random(5)
    n_left, n_done, wrong = 0, 0, []
    shutil.copy(old, database)
    for i in range(N_KILLS):
        process = start(NEW, database)
        if i % 2:
            wait_for_writing(process, folder)
        time.sleep(chance.uniform(0, writing if i % 2 else whole))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        n_left += len(left_behind(folder)) > 0
        if content(database) == content(old):
            continue
        n_done += 1
        if not is_sound(database) or told(database) != told(new):
            wrong.append(f"kill {i}: neither the old database nor the new")
        shutil.copy(old, database)
    print(f"# {N_KILLS} kills: {n_left} left a temporary, {n_done} came after the rename")
    return n_left, wrong


def main():
    folder = tempfile.mkdtemp()
    old, new = os.path.join(folder, "old.db"), os.path.join(folder, "new.db")
    try:
        build(OLD, old)
        began = time.monotonic()
        process = start(NEW, new)
        wait_for_writing(process, folder)
        wrote = time.monotonic()
        process.communicate()
        whole, writing = time.monotonic() - began, time.monotonic() - wrote
        report(is_sound(old) and is_sound(new) and not left_behind(folder), "both builds are whole")
        place = os.path.join(folder, "killed")
        os.mkdir(place)
        n_left, wrong = kills(place, old, new, whole, writing)
        report(not wrong, "killed at any moment, the database is the old one or the new one", "; ".join(wrong))
        report(n_left > 0, "some kills came while the new file was written")
        status, said = build(NEW, os.path.join(place, "x.db"))
        report(status == 0 and not left_behind(place), "the next build removes what the killed ones left",
               f"status {status}, {left_behind(place)}")
        report(told(os.path.join(place, "x.db")) == told(new), "and makes the whole of the new one", said)

        full = os.path.join(folder, "full")
        os.mkdir(full)
        database = os.path.join(full, "x.db")
        shutil.copy(old, database)
        wrong, size = [], os.path.getsize(new)
        for most in (0, 1, 4096, size // 3, size // 2, size - 4096, size - 1):
            limit = (most, most)
            status, said = build(NEW, database, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit))
            if status != 3 or len(re.findall(r"^entente: |: error: ", said, re.MULTILINE)) != 1:
                wrong.append(f"at {most} bytes: status {status}, said {said!r}")
            if content(database) != content(old) or left_behind(full):
                wrong.append(f"at {most} bytes: {os.listdir(full)}")
        report(not wrong, "where the file may not grow, there is one message, and the old database", "; ".join(wrong))
    finally:
        shutil.rmtree(folder)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
