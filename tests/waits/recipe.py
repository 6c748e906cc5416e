#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""examples/waits.sh, the script that users copy: one extract, and the same in eight shards where GNU parallel is there;
what changed is committed, the same night twice commits nothing, and what is wrong ends with status 2.

    tests/waits/recipe.py --bin build"""

import csv
import os
import shutil
import subprocess

from program import CASES, arguments, finish, site

SCRIPT = CASES.parent.parent.parent / "examples" / "waits.sh"
AS_OF = "2025-03-30"


def main():
    given = arguments()
    # Nobody's settings but these: the file of git's own settings is empty.
    names = {f"GIT_{who}_{what}": "test@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    places = {**os.environ, **names, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
              "PATH": f"{given.bin}:{os.environ['PATH']}"}
    problems, looked_at = [], 0
    extract = {"columns": {"id": "id", "person": "who", "received": "received", "first_contact": "seen"}, "start": "received",
               "stop": "first-contact", "within": {"days": 28, "inclusive": True}, "spell_days": 5}
    with site(extract, ["received", "median-wait"]) as folder:

        def expect(what, wanted, got):
            nonlocal looked_at
            looked_at += 1
            if wanted != got:
                problems.append((what, wanted, got))

        def call(*words):
            return subprocess.run([*map(str, words)], cwd=folder, env=places, capture_output=True, text=True, check=False)

        def night(report, *extracts):
            ran = call("sh", SCRIPT, "--as-of", AS_OF, "project", report, *extracts)
            return ran.returncode

        def commits():
            return call("git", "-C", "project", "log", "--format=%s").stdout.splitlines()

        rows = [[f"R{n}", f"P{n % 150}", f"2025-{1 + n % 3:02}-{1 + n % 28:02}", f"2025-03-{29 if n % 2 else 30}"] for n in range(300)]
        for shard, kept in [("all", rows), *((f"s{k}", [r for r in rows if int(r[1][1:]) % 8 == k]) for k in range(8))]:
            with open(folder / f"{shard}.csv", "w", encoding="utf-8", newline="") as file:
                csv.writer(file, lineterminator="\n").writerows([["id", "who", "received", "seen"], *kept])
        call("git", "-C", "project", "init", "-q")
        call("git", "-C", "project", "add", "-A")
        call("git", "-C", "project", "commit", "-q", "-m", "A project")
        expect("a night", 0, night("one", "all.csv"))
        expect("its commit", [f"Weekly figures, as of {AS_OF}", "A project"], commits())
        expect("the same night again", 0, night("one", "all.csv"))
        expect("nothing new to commit", 2, len(commits()))
        if shutil.which("parallel"):
            expect("in shards", 0, night("eight", *(f"s{k}.csv" for k in range(8))))
            expect("the same report", (folder / "one/waits.html").read_bytes(), (folder / "eight/waits.html").read_bytes())
            expect("no other figures", 2, len(commits()))
        expect("an extract that is not there", 2, night("one", "nowhere.csv"))
        shutil.copy(folder / "all.csv", folder / "project")
        expect("an extract in the project", 2, night("one", "project/all.csv"))
    finish("the recipe for a night", problems, looked_at)


main()
