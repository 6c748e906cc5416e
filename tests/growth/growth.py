#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Ten times the input takes at most twelve times the instructions: nothing in these commands looks at everything for
each of its entries. Counted by valgrind, so that it says the same on every machine, however busy.

growth.py --bin BUILD [--only NAME]
"""

import argparse
import datetime
import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

MOST = 12
HEAD = "thrive: 1\nproject: {name: Growth}\n"


def gap_lines(count):
    """Lines a column of one gap sheet."""
    lines = ["gaps:", "  macro-1:", "    ideal: Seen where they are"]
    for column in ("in_place", "in_development", "gaps", "training"):
        lines += [f"    {column}:"] + [f"      - Line {number} of this column" for number in range(count)]
    lines += ["    recommendations:"]
    lines += [f"      r{number}: {{text: Do it, owner: Lead, gap: Line {number} of this column}}" for number in range(count)]
    return HEAD + "\n".join(lines) + "\n", ["gap", "check"]


def ramps(count):
    """Ramps of five cycles, each of which names the next."""
    lines = ["ramps:"]
    for ramp in range(count):
        lines += [f"  r{ramp}:", "    name: A ramp", "    cycles:"]
        for cycle in range(5):
            following = f", act: {{decision: adapt, reason: It works, next: r{ramp}c{cycle + 1}}}" if cycle < 4 else ""
            lines += [f"      r{ramp}c{cycle}: {{name: A cycle, kind: test, start: 2024-06-{cycle + 1:02}{following}}}"]
    return HEAD + "\n".join(lines) + "\n", ["thrive", "check"]


def services(count):
    return ["services:"] + [f"  s{number}: {{name: Service {number}, category: camhs}}" for number in range(count)]


def table_maps(count):
    """Tables that each drew the map of twenty services in a way of their own."""
    chosen = random.Random(3)
    lines = services(20) + ["pathways:", "  current:", "    name: Today", "    flows: [{from: s0, to: s1}]"]
    for table in range(count):
        lines += [f"  table-{table}:", "    variant_of: current", f"    table: T{table}", "    flows:"]
        lines += [f"      - {{from: s{at}, to: s{chosen.randrange(at + 1, 20)}}}" for at in range(19)]
    return HEAD + "\n".join(lines) + "\n", ["pathway-map", "agree", "-f", "json"]


def unknown_services(count):
    """Flows to services that nobody named, each to another one."""
    lines = services(count) + ["pathways:", "  current:", "    name: Today", "    flows:"]
    lines += [f"      - {{from: s{number}, to: nobody-knows-{number}}}" for number in range(count)]
    return HEAD + "\n".join(lines) + "\n", ["thrive", "check"]


def full_lists(count):
    """Candidates, all of them on the list of each of three tables."""
    items = [f"i{number}" for number in range(count)]
    lines = ["priorities:", f"  rules: {{choose: {count}, candidates: [{', '.join(items)}]}}", "  tables:"]
    for table in "ABC":
        random.Random(table).shuffle(items)
        lines += [f"    {table}: {{people: 8, ranking: [{', '.join(items)}]}}"]
    return HEAD + "\n".join(lines) + "\n", ["thrive", "check"]


def digits(count):
    """A line of figures with blanks between them, which may hold a telephone number anywhere."""
    chosen = random.Random(5)
    figures = " ".join(str(chosen.randrange(10, 1000)) for _ in range(count))
    return HEAD + f"services:\n  s1:\n    name: One\n    category: camhs\n    note: {figures}\n", ["thrive", "check"]


def found_on_one_line(count):
    """A line on which something personal is found again and again, each at a place of its own."""
    words = "9434765919 jo@example.org (M1 1AE) 0161 496 0123 dob 04/03/2009 the hub was born 4 May "
    return HEAD + f"services:\n  s1:\n    name: One\n    category: camhs\n    note: {words * count}\n", ["thrive", "check"]


def nothing_but(count):
    """Lines of one sign or word each, that all might begin something personal."""
    lines = "".join(f"# {words * count}\n" for words in ("1 ", "1-", "0 ", "+44 ", "a@", "(at)", "born ", "d o b ", "M1 ", "\u00a0"))
    return HEAD + lines, ["thrive", "check"]


def series(count):
    """A series that settles on another level in its last third."""
    chosen = random.Random(9)
    first = datetime.date(1950, 1, 1)
    rows = [
        f"{first + datetime.timedelta(days=day)},{chosen.gauss(50 if day * 3 < count * 2 else 70, 5):.2f}"
        for day in range(count)
    ]
    Path("series.csv").write_text("date,value\n" + "\n".join(rows) + "\n", encoding="utf-8")
    measure = "  m1: {name: A measure, type: outcome, unit: days, better: lower, frequency: daily, data: series.csv}"
    return HEAD + "measures:\n" + measure + "\n", ["measure", "suggest-rebase"]


# What grows, and how many of it the smaller input has.
GROWING = {gap_lines: 30, ramps: 15, table_maps: 5, unknown_services: 40, full_lists: 50, digits: 500, found_on_one_line: 20,
           nothing_but: 200, series: 100}


def instructions(command):
    """How many instructions a command takes, and how it ended."""
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command], capture_output=True, text=True
    )
    counted = re.search(r"Collected : (\d+)", run.stderr)
    if counted is None or run.returncode not in (0, 1, 2):
        sys.exit(f"{' '.join(command)}: valgrind counted nothing\n{run.stderr}")
    return int(counted[1])


def count(programs, make, size):
    text, words = make(size)
    Path("thrive.yaml").write_text(text, encoding="utf-8")
    return instructions([str(programs / words[0]), *words[1:], "thrive.yaml"])


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bin", required=True, type=Path)
    options.add_argument("--only", choices=[make.__name__ for make in GROWING], action="append")
    chosen = options.parse_args()
    programs = chosen.bin.resolve()
    failed = False
    with tempfile.TemporaryDirectory(prefix="thrive-growth-") as folder:
        os.chdir(folder)
        for make, size in GROWING.items():
            if chosen.only and make.__name__ not in chosen.only:
                continue
            start, small, large = (count(programs, make, of) for of in (1, size, 10 * size))
            times = (large - start) / (small - start)
            failed = failed or times > MOST
            print(f"{'FAIL' if times > MOST else 'ok  '} {make.__name__:<18} {size:>4} to {10 * size:>5}: "
                  f"{(small - start) / 1e6:7.1f} to {(large - start) / 1e6:8.1f} million instructions, {times:5.1f} times")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
