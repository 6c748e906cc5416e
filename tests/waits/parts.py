#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""An extract in parts: cut into 1 to 16 by whole persons, counted with `--partial` and added up with `--merge` in any
order, it gives the same bytes as in one piece, in every form; and parts hold no id, no person, no day of the calendar but
the cut-off.

    tests/waits/parts.py --bin build [--seed 5]"""

import csv
import io
import json
import random

from program import CASES, arguments, finish, run, site

FORMS = ["json", "text", "markdown", "html", "csv", "svg"]
CUT = ["thornmere", "spells", "missing-words", "leave-and-seen-same-days", "one-waiting"]


def shards(chance, rows, key, count):
    """The rows of an extract in so many parts, those of a key together."""
    homes = {}
    parts = [[] for _ in range(count)]
    for row in rows:
        home = row[key] if key < len(row) and row[key] else object()
        parts[homes.setdefault(home, chance.randrange(count))].append(row)
    return parts


def look_at(programs, case, chance):
    definition = json.loads((case / "definition.json").read_text(encoding="utf-8"))
    extract, as_of = definition["extract"], definition["as_of"]
    header, *rows = csv.reader(io.StringIO((case / "extract.csv").read_text(encoding="utf-8")))
    key = header.index(extract["columns"].get("person", extract["columns"]["id"]))
    count = chance.randrange(1, 17)
    with site(extract) as folder:
        parts = []
        for number, part in enumerate(shards(chance, rows, key, count)):
            text = io.StringIO()
            csv.writer(text, lineterminator="\n").writerows([header, *part])
            (folder / f"shard-{number}.csv").write_text(text.getvalue(), encoding="utf-8")
            ran = run(programs, folder, "waits", "--partial", "--from", f"shard-{number}.csv", "--as-of", as_of,
                      "-o", f"part-{number}.csv", "--max-faults", "100")
            if ran.returncode:
                yield f"part {number} of {count}: {ran.stderr.decode()}"
            counted = (folder / f"part-{number}.csv").read_text(encoding="utf-8")
            for row in part:
                if row and len(row[0]) > 3 and row[0] in counted:
                    yield f"part {number} holds the id of line {rows.index(row) + 2}"
            parts.append(f"part-{number}.csv")
        chance.shuffle(parts)
        for form in FORMS:
            for rule in ("none", "mhsds"):
                said = ["-f", form, "--suppress", rule, "--max-faults", "100"]
                whole = run(programs, folder, "waits", "--from", case / "extract.csv", "--as-of", as_of, *said)
                merged = run(programs, folder, "waits", *said, "--merge", *parts)
                if not whole.stdout or whole.stdout != merged.stdout:
                    yield f"{count} parts as {form}, {rule}: {merged.stderr.decode() or 'other bytes'}"


def main():
    given = arguments(seed=5)
    chance = random.Random(given.seed)
    problems = [(name, wrong) for name in CUT for wrong in look_at(given.bin, CASES / "extracts" / name, chance)]
    finish("parts of extracts", problems, len(CUT))


main()
