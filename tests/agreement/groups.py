#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""A group that a recording command begins looks like its own kind, whatever stands beside it: what the next one adds
takes no line away, so that two people can add on two branches. Every command that adds is tried twice on projects that
have nothing of the group yet."""

import difflib
import shlex
import tempfile
from pathlib import Path

from common import finish, programs_argument
from filled import run

HEAD = "thrive: 1\nproject: {name: Example}\n"
INSTRUMENT = (
    "instruments:\n  local:\n    scale: {min: 1, max: 2, thrive_like_from: 2}\n    items:\n"
    "      A1: {level: macro, title: Words, descriptors: {1: none, 2: all}}\n"
    "      A2: {level: meso, title: Doors, descriptors: {1: many, 2: one}}\n"
)
RULES = "priorities:\n  rules: {choose: 2, candidates: [A1, A2]}\n"
ASSESSED = INSTRUMENT + "assessments:\n  base:\n    date: 2024-03-20\n    instrument: local\n"
SERVICES = "services: {gp: {name: GP}, hub: {name: Hub}}\n"
RAMP = "ramps:\n  r1:\n    name: Huddle\n"
LISTS = ("prioritise record --table A --ranking 'A1 > A2'", "prioritise record --table B --ranking 'A2 > A1'")
SCORES = ("assess record --table A --item A1 --score 1 --evidence Seen", "assess record --table A --item A2 --score 2 --votes '2 2'")
FLOWS = ("pathway-map add flow --from gp --to hub", "pathway-map add flow --from hub --to gp --per-year 4")
CYCLES = ("pdsa new --ramp r1 --name One --prediction '8 of 10' --question Why", "pdsa new --ramp r1 --name Two --prediction '9 of 10' --question Why")
# What is there, and two calls one after the other.
PAIRS = [
    (HEAD + INSTRUMENT + RULES, *LISTS),
    (HEAD + INSTRUMENT + RULES + "  tables:\n", *LISTS),
    (HEAD + INSTRUMENT + RULES + "  tables: {}   # none yet\n", *LISTS),
    (HEAD + INSTRUMENT + "priorities:\n  rules:\n    choose: 2\n    candidates: [A1, A2]\n", *LISTS),
    (HEAD + ASSESSED, *SCORES),
    (HEAD + ASSESSED, SCORES[0], SCORES[0].replace("--table A", "--table B")),
    (HEAD + INSTRUMENT + "assessments:\n  base:\n    date: 2024-03-20\n    instrument: local\n    tables:\n", *SCORES),
    (HEAD + INSTRUMENT + "assessments:\n  base:\n    date: 2024-03-20\n    instrument: local\n    agreed: {}\n", "assess agree --item A1 --score 1 --reason So", "assess agree --item A2 --score 2 --reason So"),
    (HEAD + SERVICES, *FLOWS),
    (HEAD + SERVICES + "pathways:\n  current:\n    name: Now\n", *FLOWS),
    (HEAD + SERVICES + "pathways:\n  current:\n    flows: []\n", *FLOWS),
    (HEAD, "pathway-map add service --name GP", "pathway-map add service --name Hub --sector health"),
    (HEAD + SERVICES, "pathway-map observe --at gp --perspective operations --kind duplication --text Twice", "pathway-map observe --at hub --perspective operations --kind good-practice --text Open"),
    (HEAD + RULES.replace(", candidates: [A1, A2]", ""), "prioritise idea --text Walk --benefit A=3", "prioritise idea --text Ring --ease A=3 --ease B=2"),
    (HEAD + ASSESSED, "gap record --item A1 --column gaps --text Nobody --voice carers", "gap record --item A1 --column gaps --text Late"),
    (HEAD + ASSESSED, "gap record --item A1 --column recommendations --text Ring --owner nurse", "gap record --item A1 --column recommendations --text Call --owner nurse"),
    (HEAD + ASSESSED, "gap record --item A1 --column ideal --text Here", "gap record --item A2 --column ideal --text There"),
    (HEAD, "measure add --name Doors --target '{value: 3}'", "measure add --name Calls"),
    (HEAD + RAMP, *CYCLES),
    (HEAD, CYCLES[0] + " --ramp-name Huddle", CYCLES[0].replace("--ramp r1", "--ramp r2") + " --ramp-name Calls"),
]


def rewritten(bin_folder, start, first, second):
    """What goes wrong when the second is added to what the first one began."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "thrive.yaml"
        file.write_text(start, encoding="utf-8")
        before = start
        for call in (first, second):
            before = file.read_text(encoding="utf-8")
            result = run(bin_folder, [*shlex.split(call), str(file)])
            if result.returncode != 0:
                yield result.stderr.strip()
                return
        gone = [line[2:] for line in difflib.ndiff(before.splitlines(), file.read_text(encoding="utf-8").splitlines()) if line.startswith("- ")]
        yield from (f"rewrites {line.strip()!r}" for line in gone)


def main():
    bin_folder = programs_argument(__doc__)
    problems = [(second, wrong) for start, first, second in PAIRS for wrong in rewritten(bin_folder, start, first, second)]
    finish("groups", problems, len(PAIRS))


main()
