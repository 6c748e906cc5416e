#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""What is printed for readers does not tell small counts of people apart: two projects that differ in nothing but counts
of 1 to 4 people give the same bytes from every command that reads, in every form but those that programs read."""

import itertools
import re
import subprocess
import tempfile
from pathlib import Path

from common import built_tools, every_help, finish, programs_argument

# Forms that have every count as it is: JSON, and the tables that a command reads back. `pdsa list` has none to read back
# and lists no count.
EXACT = {"json", *(f"{command} csv" for command in ("pathway-map list", "gap sheet"))}
# What a command needs besides the project; several where there is more than one thing to ask for.
WORDS = {
    "pathway-map list": [["services"], ["flows"], ["observations"], ["pathways"]],
    "pathway-map sheet": [["scope"]],
    "pathway-map analyse": [[], *(["--table", table] for table in ("services", "waits", "queues", "review", "doors"))],
    "pathway-map draw": [[], ["--focus", "hub"], ["--min-people", "3"], ["--compare", "later"]],
    "pathway-map compare": [["--with", "later"]],
    "pathway-map agree": [["--pathway", "current"]],
    "pdsa show": [["--ramp", "r1"]],
    "measure chart": [["--measure", "seen"]],
    "thrive explain": None,  # reads no project
    "thrive fields": None,  # the file's own words, for who corrects them
    "thrive show": None,  # the whole project for programs
    "thrive diff": None,  # compares two projects: tests/edges/diff.sh
    "thrive export": None,  # files of its own: tests/agreement/tables.py
    "thrive schema": None,  # reads no project
    "thrive hook": None,  # git's own
    "thrive git-setup": None,
    "thrive merge": None,  # the files themselves, for who keeps them
    "measure waits": None,  # reads an extract: tests/waits
    "measure compute": None,
    "pathway-map discover": None,  # reads a log: tests/discover
    "thrive bind": None,  # reads no project
    "thrive init": None,
}

PROJECT = """thrive: 1
project: {{name: Small place}}
services:
  gp: {{name: GP practice, sector: health, start: true}}
  spa: {{name: Single point, sector: health, assesses: true, groupings: [getting-advice], completes_per_year: {0}}}
  hub: {{name: Youth hub, sector: voluntary, groupings: [getting-help], completes_per_year: 900}}
  home: {{name: Home, category: boundary, end: true}}
pathways:
  current:
    flows:
      - {{from: gp, to: spa, kind: referral, per_year: 90000, wait: {{median_days: 20}}}}
      - {{from: spa, to: gp, kind: return, per_year: {1}}}
      - {{from: hub, to: gp, kind: return, per_year: 500}}
      - {{from: spa, to: hub, kind: step-down, per_year: {2}, wait: {{median_days: 1}}}}
      - {{from: spa, to: home, per_year: 8000}}
      - {{from: hub, to: home, per_year: {0}}}
  later:
    redesign_of: current
    flows:
      - {{from: gp, to: spa, kind: referral, per_year: {1}}}
      - {{from: spa, to: hub, kind: step-down, per_year: 70}}
      - {{from: hub, to: home, per_year: {2}}}
  table-a: {{variant_of: current, table: A, flows: [{{from: gp, to: spa, per_year: {0}}}]}}
  table-b: {{variant_of: current, table: B, flows: [{{from: gp, to: spa, per_year: 80}}]}}
observations:
  o1: {{at: spa -> hub, perspective: operations, kind: duplication, text: Asked twice, principles: [macro-1]}}
  o2: {{at: hub, perspective: operations, kind: quality-problem, text: Nobody answers}}
assessments:
  baseline:
    date: 2024-03-20
    tables:
      A:
        seats: 9
        scores: {{macro-1: {{score: 2, votes: {3}}}, macro-2: {{score: 2, votes: {4}}}}}
  later:
    date: 2024-09-20
    tables:
      A: {{seats: 9, scores: {{macro-1: {{score: 3, votes: {3}}}}}}}
priorities:
  tables: {{A: {{people: {0}, ranking: [macro-1, macro-2]}}, B: {{people: {1}, ranking: [macro-2, macro-1]}}}}
  agreed: {{order: [macro-1]}}
gaps:
  macro-1:
    status: draft
    training: [{{text: Listening, people: {2}}}, {{text: Planning, people: {0}}}]
measures:
  seen: {{name: Seen in time, unit: percent, better: higher, frequency: weekly, data: seen.csv}}
ramps:
  r1:
    name: A huddle
    cycles:
      r1c1: {{name: One clinician, start: 2024-06-17, end: 2024-06-21, scale: {{people: {0}, referrals: {1}, young_people: {2}, sites: 1}}}}
      r1c2: {{name: Everybody, start: 2024-06-24, end: 2024-06-28, scale: {{people: 60, referrals: 300, young_people: 200, sites: 1}}}}
"""


def projects():
    """Small counts in every order; votes of nine seats, of which the small ones change places."""
    for counts, votes in zip(itertools.permutations([1, 2, 4]), itertools.cycle(itertools.permutations([1, 2]))):
        one, two = votes
        few = sorted([1] * 3 + [2] * one + [3] * two + [4] * 3)
        one_of_many = sorted([2] * (6 + one) + [3] * two)
        yield PROJECT.format(*counts, few, one_of_many)


def reading_commands(programs):
    """Every command that records nothing, with the formats that its help lists."""
    for tool in built_tools(programs):
        for command, page in every_help(programs, tool).items():
            records = "--dry-run" in page.text and f"{tool} {command}" != "pathway-map agree"
            if command is None or records:
                continue
            formats = re.search(r"write as:\s+([a-z, \n]*?(?: or [a-z]+)?)(?: \(default|\n *-|\n\n|$)", " ".join(page.text.split()))
            yield f"{tool} {command}", re.findall(r"[a-z]+", formats[1].replace(" or ", " ")) if formats else [None]


def main():
    programs = programs_argument(__doc__)
    problems, looked_at = [], 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "thrive.yaml"
        rows = [f"2024-{month:02}-01,{30 + month},{60 + month}" for month in range(1, 7)]
        (Path(folder) / "seen.csv").write_text("\n".join(["date,numerator,denominator", *rows, ""]), encoding="utf-8")
        written = list(projects())
        for command, formats in reading_commands(programs):
            tool, verb = command.split()
            for words, form in itertools.product(WORDS.get(command, [[]]) or [], formats):
                if form in EXACT or f"{command} {form}" in EXACT:
                    continue
                said = []
                for project in written:
                    path.write_text(project, encoding="utf-8")
                    call = [str(programs / tool), verb, *words, *(["-f", form] if form else []), *(["--as-of", "2024-07-01"] if "--as-of" in usage(programs, tool, verb) and verb != "draw" else []), str(path)]
                    done = subprocess.run(call, capture_output=True, text=True, timeout=120, check=False)
                    said.append(done.stdout + done.stderr)
                    if done.returncode == 2 and not said[1:]:
                        problems.append((f"{command} {form or ''}".strip(), f"cannot be tried: {done.stderr[:200]}"))
                looked_at += bool(said[0])
                other = next((other for other in said if other != said[0]), said[0])
                if other != said[0]:
                    lines = [pair for pair in itertools.zip_longest(said[0].splitlines(), other.splitlines()) if pair[0] != pair[1]]
                    problems.append((f"{command} {' '.join(words)} {form or ''}".strip(), f"tells small counts apart: {lines[0]!r}"[:400]))
    finish("small_numbers", problems, looked_at)


USAGES = {}


def usage(programs, tool, verb):
    if (tool, verb) not in USAGES:
        USAGES[tool, verb] = subprocess.run([str(programs / tool), verb, "--help"], capture_output=True, text=True, check=False).stdout
    return USAGES[tool, verb]


main()
