#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""What a recording command is not given stays as it is, byte for byte: on a project in which every field is filled and
comments stand between, each takes away only what is named here, with the words that ask for it. Every command that
records has to be here, and every field of the format has to be filled."""

import difflib
import shlex
import shutil
import tempfile
from pathlib import Path

from common import Help, finish, programs_argument, tools
from filled import FOLDER, Format, project, run

# Commands whose very task is to change or take away what a path names: tests/agreement/edits.py looks after them.
BY_PATH = "edit"
# Calls of each command, and pieces of the lines that may change or go: each with what comes in its place, or nothing.
CALLS = {
    "pathway-map add": [
        ("service --name Library --sector education", {}),
        ("flow --from school --to hub --again --per-year 5", {}),
        ("pathway --table South --variant-of current", {}),
    ],
    "pathway-map observe": [("--at hub --perspective operations --kind good-practice --text Open", {})],
    "pathway-map import": [
        ("--from services.csv --update", {"wte: 1.5": "wte: 2"}),
        ("--from flows.csv --update --pathway current", {"per_year: 120 ": "per_year: 140 "}),
    ],
    "pathway-map agree": [("--at-least 2 --date 2024-05-01", None)],
    "assess record": [
        ("--table North --item A1 --score 2 --replace", {"score: 1 ": "score: 2 "}),
        ("--table North --item A2 --score 1 --replace", {"score: 2, evidence": "score: 1, evidence"}),
        ("--table North --item A2 --score 2 --votes '2 2' --replace", {"votes: [1, 2]}": "votes: [2, 2]}"}),
        ("--table South --item A1 --score 2 --evidence Seen --replace", {"A1: 2 ": "A1: {score: 2, evidence: Seen} "}),
        ("--table North --item A2 --score 2 --replace --without votes", {", votes: [1, 2]}": "}"}),
        ("--table North --item A1 --score 1 --replace --without evidence", {"# what they saw": None, "evidence: Zqevidence": None}),
        ("--table South --item A3 --score unknown", {}),
        ("--assessment later --date 2024-09-01 --instrument local --table North --item A1 --score 2", {}),
    ],
    "assess import": [
        ("--assessment baseline --from scores.csv --replace", {"score: 1 ": "score: 2 ", "A2: 1": "A2: 2"}),
        ("--assessment baseline --from scores.csv --update", {"score: 1 ": "score: 2 ", "A2: 1": "A2: 2"}),
    ],
    "assess agree": [
        ("--item A1 --score 1 --replace --reason Then", {"score: 2 ": "score: 1 ", "Zqagreedreason": "Then"}),
        ("--item A1 --score unknown --replace", {"score: 2  ": "score: unknown  "}),
        ("--item A1 --score 2 --replace --without reason", {"# why": None, "reason: Zqagreedreason": None}),
        ("--item A2 --score unknown --replace", {"A2: 2 ": "A2: unknown "}),
        ("--item A3 --score 1", {}),
    ],
    "prioritise record": [
        ("--table North --ranking 'A2 > A1' --replace", {"ranking: [A1, A2] ": "ranking: [A2, A1] "}),
        ("--table North --people 7 --replace", {"people: 8 ": "people: 7 "}),
        ("--table North --weight 2 --replace", {"weight: 1": "weight: 2"}),
        ("--table South --ranking 'A1 > A3' --replace", {"[A1, A2]}": "[A1, A3]}"}),
        ("--table South --not-discussed A3", {"[A1, A2]}": "[A1, A2], not_discussed: [A3]}"}),
        ("--table North --replace --without not-discussed", {"not_discussed: [A3]": None}),
        ("--table North --blank --replace", {"# best first": None, "ranking: [A1, A2] ": None}),
        ("--table West --ranking A3 --replace", {"returned: false}": "returned: true, ranking: [A3]}"}),
        ("--table East --ranking A3", {}),
    ],
    "prioritise import": [
        ("--from lists.txt --replace", {"ranking: [A1, A2] ": "ranking: [A2, A1] "}),
        ("--from lists.txt --update", {"ranking: [A1, A2] ": "ranking: [A2, A1] "}),
    ],
    "prioritise agree": [
        ("--order 'A3 > A1' --replace", {"order: [A1, A3] ": "order: [A3, A1] "}),
        ("--dissent More --replace", {}),
        ("--by staff --replace", {"by: Zqroom ": "by: staff "}),
        ("--reason A3=because --replace", {"Zqpriorityreason": "because"}),
        ("--date 2024-05-01 --replace", {"date: 2024-04-24 ": "date: 2024-05-01 "}),
        ("--replace --without by", {"by: Zqroom": None}),
        ("--replace --without dissent", {"dissent:": None, "# from the North": None, "- Zqdissent": None}),
    ],
    "prioritise idea": [("--text Walk --benefit North=3", {}), ("--id i01 --ease South=3", {"{North: 2}": "{North: 2, South: 3}"})],
    "plan add": [("--name New --step training --start 2024-07-01 --end 2024-07-31", {})],
    "plan done": [("--task t3 --date 2024-06-20 --evidence Seen", {})],
    "plan move": [("--task t3 --end 2024-09-02 --reason Why", {"end: 2024-07-31": "end: 2024-09-02"})],
    "plan stop": [("--task t3 --date 2024-06-20 --reason Why", {})],
    "plan met": [
        ("--meeting steering --date 2025-06-20 --next 2025-08-01", {"last: 2024-06-12": "last: 2025-06-20", "next: 2024-07-24": "next: 2025-08-01", "no_next: Zqnonext": None, "held: [2024-05-01]": "held: [2024-05-01, 2025-06-20]"}),
    ],
    "plan import": [("--from tasks.csv --update", {})],
    "plan people": [("record --id finance --name 'Finance lead' --kind finance", {})],
    "plan messages": [("record --id news --to zqboard --message News", {})],
    "plan risks": [("record --id k77 --text 'Ends, so it closes' --likelihood 3 --impact 3", {})],
    "gap draft": [("", None), ("--item A1", None)],
    "gap record": [
        ("--item A1 --column gaps --text Nobody", {}),
        ("--item A1 --column recommendations --text Ring --owner 'team lead' --gap Zqgap", {}),
        ("--item A2 --column ideal --text Here", {}),
    ],
    "gap import": [
        ("--from lines.csv --update", {"text: Zqindevelopment": "text: Zqindevelopment", "Zqsecondvoice": "carers", "owner: Zqowner ": "owner: nurse "}),
    ],
    "measure add": [("--name Doors", {})],
    "measure import": [("--measure wait --from figures.csv --as-of 2024-07-01", {"2024-01-29,10,Zqdatanote": "2024-01-29,12,Zqdatanote"})],
    "pdsa new": [
        ("--ramp r1 --name Next --prediction '8 of 10' --question Why --as-of 2024-08-01", {"2024-07-20}": "2024-07-20, next: r1c5}"}),
        ("--ramp r2 --ramp-name Other --name First --prediction '8 of 10' --question Why --as-of 2024-08-01", {}),
    ],
    "pdsa do": [("--cycle r1c2 --observed Seen --as-of 2024-07-05", {})],
    "pdsa study": [("--cycle r1c3 --finding '8 of 10' --held yes --as-of 2024-07-15", {})],
    "pdsa act": [
        ("--cycle r1c4 --decision abandon --reason Zqwhy --as-of 2024-07-22", {"2024-07-20}": "2024-07-20, decision: abandon}"}),
        ("--cycle r1c1 --looked --as-of 2024-08-01", {"look_every_weeks: 4 ": "look_every_weeks: 8 ", "next_look: 2024-08-01": "next_look: 2024-09-26"}),
        ("--cycle r1c1 --looked --holds yes --note Zqheld --as-of 2024-08-01", {"note: Zqlook}]": "note: Zqlook}, {date: 2024-08-01, holds: \"yes\", note: Zqheld}]", "look_every_weeks: 4 ": "look_every_weeks: 8 ", "next_look: 2024-08-01": "next_look: 2024-09-26"}),
    ],
}
SHEETS = {
    "services.csv": "id,name,wte\nschool,Zqschool,2\n",
    "flows.csv": "from,to,kind,per_year\nschool,hub,referral,140\n",
    "scores.csv": "table,item,score,evidence,votes\nNorth,A1,2,,\nSouth,A2,2,,\n",
    "lists.txt": "North: A2 > A1\n",
    "tasks.csv": "id,name,step,start,end,owner\nt9,New,training,2024-08-01,2024-08-09,\nt3,,,,,nurse\n",
    "lines.csv": "priority,column,text,voice,owner\nA1,in development,Zqindevelopment,carers,\nA1,recommendations,Zqrecommendation,,nurse\n",
    "figures.csv": "date,value\n2024-01-29,12\n",
}


def recording(bin_folder):
    """The commands of all tools that record: their help offers a dry run."""
    for tool in tools():
        for command in Help(bin_folder, tool).commands():
            if any(long == "dry-run" for _, long, _ in Help(bin_folder, tool, command).options()):
                yield f"{tool} {command}"


def is_kept(line, after, allowed):
    """True when a line that is not there any more may go, or stands there with what was given in its place."""
    for piece, new in allowed.items():
        if piece in line:
            return new is None or line.replace(piece, new, 1) in after
    return False


def losses(bin_folder, command, words, allowed):
    """What one call takes away without being asked. None for `allowed`: the call may do nothing, and takes nothing."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(FOLDER, folder, dirs_exist_ok=True)
        for name, sheet in SHEETS.items():
            (Path(folder) / name).write_text(sheet, encoding="utf-8")
        files = sorted(Path(folder).rglob("*.yaml")) + sorted(Path(folder).glob("data/*"))
        before = {path: path.read_text(encoding="utf-8") for path in files}
        result = run(bin_folder, [*command.split(), *shlex.split(words), "thrive.yaml"], cwd=folder)
        if allowed is not None and result.returncode != 0:
            yield f"status {result.returncode}: {result.stderr.strip()}"
        after = {path: path.read_text(encoding="utf-8") for path in files}
        if allowed is not None and before == after:
            yield "changes nothing"
        for path in files:
            new = after[path].splitlines()
            found = difflib.ndiff(before[path].splitlines(), new)
            yield from (f"takes away {line[2:].strip()!r}" for line in found if line.startswith("- ") and not is_kept(line[2:], new, allowed or {}))


def main():
    bin_folder = programs_argument(__doc__)
    problems = [("filled", f"no entry has {'/'.join(path)}") for path in Format(bin_folder).unfilled([project()])]
    problems += [("filled", line) for line in run(bin_folder, ["thrive", "check", str(FOLDER)]).stdout.splitlines() if ": error: " in line]
    known = [name for name in recording(bin_folder) if not name.endswith(f" {BY_PATH}")]
    problems += [(name, "records, and is not tried") for name in known if name not in CALLS]
    problems += [(name, "is tried, and does not record") for name in CALLS if name not in known]
    tried = 0
    for command, calls in CALLS.items():
        for words, allowed in calls:
            tried += 1
            problems += [(f"{command} {words}", wrong) for wrong in losses(bin_folder, command, words, allowed)]
    finish("keeps", problems, tried)


main()
