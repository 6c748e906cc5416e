#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""A log cut into 1 to 16 parts of whole cases, counted apart and merged in any order, gives the bytes of one run; and no
key of a case is in any output. parts.py --bin BUILD"""

import json
import random
import tempfile
from pathlib import Path

from common import CASES, arguments, random_rows, run, write_log

FORMATS = ["text", "markdown", "html", "csv", "json"]


def main():
    programs = arguments(__doc__).bin
    problems, looked_at = [], 0
    project = CASES / "maps" / "m_c01_tiny"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for seed in range(16):
            draw = random.Random(seed)
            with_start = seed % 3 == 0
            titles = ["case_id", "activity", "timestamp"] + (["start_timestamp"] if with_start else [])
            rows = random_rows(draw, 60, with_start, draw.choice([0, 0.5]), fractions=seed % 4 == 0)
            write_log(folder / "all.csv", rows, titles)
            parts = seed + 1
            part_of = {row[0]: draw.randrange(parts) for row in rows}
            ties = ["--ties", draw.choice(["file", "concurrent", "drop", "map"])]
            with_map = [project] if ties[1] == "map" or seed % 2 else []
            files = []
            for part in range(parts):
                mine = [row for row in rows if part_of[row[0]] == part]
                write_log(folder / "part.csv", mine, titles)
                summary = run(programs, "--from", folder / "part.csv", "--partial", *ties, *with_map)[0]
                files.append(folder / f"{part}.partial")
                files[-1].write_text(summary, encoding="utf-8")
                problems += [(seed, "key in a partial") for row in mine if row[0] in summary][:1]
            draw.shuffle(files)
            merged = [word for file in files for word in ("--merge", file)]
            for rule in ("none", "mhsds", "lt5"):
                for form in FORMATS:
                    rest = ["--suppress", rule, "-f", form, "--as-of", "2024-01-31", *with_map]
                    once, said = run(programs, "--from", folder / "all.csv", *ties, *rest)
                    again, said_again = run(programs, *merged, *rest)
                    looked_at += 1
                    if once != again:
                        problems.append((seed, rule, form, parts, "other bytes"))
                    if any(row[0] in text for row in rows for text in (once, again, said, said_again)):
                        problems.append((seed, rule, form, "the key of a case"))
                    if rule != "none" and any(row[2][:19] in once for row in rows):
                        problems.append((seed, rule, form, "a time"))
                    if rule == "mhsds" and form == "json":
                        problems += [(seed, *found) for found in untold_problems(json.loads(once))]
    for problem in problems[:20]:
        print(*problem)
    print(f"{looked_at} comparisons, {len(problems)} problems")
    raise SystemExit(1 if problems else 0)


def untold_problems(found):
    """Counts that are told under the MHSDS rule are multiples of five, and five at least."""
    counts = [(key, value) for key in ("activities", "start_activities", "end_activities", "rework_cases", "self_loops")
              for value in found[key].values()]
    counts += [("dfg", number) for flow in found["dfg"] for number in flow[2:]]
    counts += [("variants", way[0]) for way in found["variants_top50"]]
    counts += [("cases", found["cases"]), ("rows", found["rows_read"])]
    return [(key, value) for key, value in counts if value != "*" and (value < 5 or value % 5)]


main()
