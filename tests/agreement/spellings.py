#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""The same table in every spelling that spreadsheets have for it is read alike by every command that reads tables: the
project is the same to the byte, or the figures are. A project's own data file is refused alike by every command."""

import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from common import ROOT, finish, programs_argument

INSTRUMENT = """instruments:
  local:
    scale: {min: 1, max: 4, thrive_like_from: 3}
    items:
      A1: {level: macro, title: Shared words, descriptors: {1: none, 4: all}}
      A2: {level: meso, title: One door, descriptors: {1: many, 4: one}}
assessments:
  baseline: {date: 2024-03-20, instrument: local}
"""
PROJECT = f"""thrive: 1
project: {{name: Example}}
services:
  gp: {{name: GP practices, sector: health, start: true}}
  hub: {{name: Youth hub, sector: voluntary}}
{INSTRUMENT}priorities:
  rules: {{choose: 2}}
  agreed: {{order: [A1]}}
measures:
  wait: {{name: Days to triage, unit: days, data: wait.csv}}
"""


class Case:
    """A table, the command that reads it, and where the two rows of a heading part."""

    def __init__(self, name, rows, command, result="thrive.yaml"):
        self.name, self.rows, self.command, self.result = name, rows, command, result


IMPORTS = [
    Case(
        "measure import",
        [
            ["week commencing", "team", "value", "note"],
            ["01/01/2024", "North side", "4.5", "café, 2 days\nlate"],
            ["08/01/2024", "South side", "9", ""],
            ["15/01/2024", "North side", "1.25", "half term"],
            ["29/01/2024", "North side", "", "né 5"],
        ],
        ["measure", "import", "--measure", "wait", "--where", "team=North side", "--as-of", "2024-03-01"],
        "wait.csv",
    ),
    Case(
        "measure analyse --series",
        [["date", "value", "note"]]
        + [[f"2024-{1 + n // 4:02}-{1 + 7 * (n % 4):02}", str(n % 5), "café, 2\nrooms" if n == 2 else ""] for n in range(24)],
        ["measure", "analyse", "-f", "json", "--series"],
        None,
    ),
    Case(
        "assess import, a row a score",
        [
            ["table", "item", "score", "evidence", "votes"],
            ["A", "A1", "2", "Signed 2022, café\nnot reviewed", "2 2 3"],
            ["A", "One door", "unknown", "", ""],
            ["B", "A2", "4", "Seen", ""],
        ],
        ["assess", "import", "--as-of", "2024-03-20"],
    ),
    Case(
        "assess import, a column a table",
        [["item", "title", "A", "B"], ["A1", "Shared words, café\nand all", "2", "3"], ["A2", "One door", "", "don't know"]],
        ["assess", "import", "--as-of", "2024-03-20"],
    ),
    Case(
        "prioritise import, a row a rank",
        [["table", "rank", "item", "people"], ["A", "1", "Shared words", "7"], ["A", "2", "A2", ""], ["B", "1", "A2", "5"]],
        ["prioritise", "import"],
    ),
    Case(
        "prioritise import, a row a table",
        [["table", "people", "1", "2", "not discussed"], ["A", "7", "Shared words", "A2", ""], ["B", "5", "A2", "", "A1"]],
        ["prioritise", "import"],
    ),
    Case(
        "pathway-map import, services",
        [
            ["name", "sector", "groupings", "wte", "note"],
            ["Crisis café", "voluntary", "getting risk support; getting help", "3.5", "Open late, also\non Sundays"],
            ["Schools team", "education", "", "", ""],
        ],
        ["pathway-map", "import"],
    ),
    Case(
        "pathway-map import, flows",
        [["from", "to", "people a year", "note"], ["GP practices", "hub", "120", "café, 2\nrooms"], ["hub", "gp", "", ""]],
        ["pathway-map", "import"],
    ),
    Case(
        "pathway-map import, observations",
        [
            ["at", "perspective", "kind", "text", "tables"],
            ["Youth hub", "operations", "duplication", "Asked twice, café\nstory", "A; B"],
            ["gp", "operations", "quality problem", "Nobody rings back", "A"],
        ],
        ["pathway-map", "import"],
    ),
    Case(
        "gap import",
        [
            ["priority", "column", "text", "voice", "owner", "by", "gap"],
            ["A1", "gaps", "Nobody to ring, café\nclosed", "young-person", "", "", ""],
            ["A1", "in development", "A web page", "", "", "", ""],
            ["A1", "recommendations", "Test a huddle", "", "team lead", "2024-11-29", "Nobody to ring, café\nclosed"],
        ],
        ["gap", "import"],
    ),
]


def cell(text, separator, always=False, line_break="\n"):
    text = text.replace("\n", line_break)
    if always or any(sign in text for sign in [separator, '"', "\n", "\r", ",", ";", "\t"]):
        return '"' + text.replace('"', '""') + '"'
    return text


def written(rows, separator=",", end="\n", **how):
    return "".join(separator.join(cell(text, separator, **how) for text in row) + end for row in rows)


def with_no_break_spaces(rows):
    """As they come out of a page or a letter: every space a no-break one, and some around the text."""
    return [["\u00a0" + text.replace(" ", "\u00a0") + " \u00a0" if text else "\u00a0" for text in row] for row in rows]


def two_rows(heading, above):
    """A heading in two rows: what is not above stands below."""
    return [[text if above(at) else "" for at, text in enumerate(heading)], ["" if above(at) else text for at, text in enumerate(heading)]]


def group_row(heading):
    return ["", "What people said"] + [""] * (len(heading) - 2)


def spellings(rows):
    """The same table: what the spelling is called, and its bytes."""
    heading, body = rows[0], rows[1:]
    blank = [""] * len(heading)
    plain = written(rows)
    yield "commas", plain.encode()
    yield "carriage returns", written(rows, end="\r", line_break="\r").encode()
    yield "CRLF", written(rows, end="\r\n", line_break="\r\n").encode()
    yield "semicolons", written(rows, ";").encode()
    yield "semicolons, said", ("sep=;\r\n" + written(rows, ";", "\r\n")).encode()
    yield "tabs", written(rows, "\t").encode()
    yield "UTF-16 LE", b"\xff\xfe" + plain.encode("utf-16-le")
    yield "UTF-16 BE", b"\xfe\xff" + plain.encode("utf-16-be")
    yield "UTF-16 LE with tabs", b"\xff\xfe" + written(rows, "\t", "\r\n").encode("utf-16-le")
    yield "byte order mark", b"\xef\xbb\xbf" + plain.encode()
    yield "no-break spaces", written(with_no_break_spaces(rows)).encode()
    yield "blank rows", ("\n" + written([heading, blank, *body[:1]]) + "\n  \n" + written(body[1:]) + "\n" + written([blank])).encode()
    yield "a title row", written([["Workshop in May", *blank[1:]], blank, *rows]).encode()
    yield "a title alone", ("Workshop in May\n\n" + plain).encode()
    yield "a group above the heading", written([group_row(heading), *rows]).encode()
    yield "a heading in two rows", written([*two_rows(heading, lambda at: at < 2), *body]).encode()
    yield "every cell in quotes", written(rows, always=True).encode()
    yield "trailing commas", "".join(line + ",,\n" for line in re.split(r'\n(?=(?:[^"]*"[^"]*")*[^"]*$)', plain.rstrip("\n"))).encode()
    yield "Windows-1252", plain.encode("cp1252")
    yield "Windows-1252, semicolons, CRLF", written(rows, ";", "\r\n").encode("cp1252")
    yield "no line end at the end", plain.rstrip("\n").encode()


def run(programs, folder, command, table):
    """Runs a command on a table: its status and what it said; the table's folder is where it runs."""
    (folder / "table.csv").write_bytes(table)
    arguments = [str(programs / command[0]), *command[1:]]
    arguments += ["table.csv"] if arguments[-1] == "--series" else ["--from", "table.csv"]
    return subprocess.run(arguments, cwd=folder, capture_output=True, check=False, timeout=60)


def outcome(programs, case, table):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "thrive.yaml").write_text(PROJECT, encoding="utf-8")
        done = run(programs, folder, case.command, table)
        result = folder / case.result if case.result else None
        made = result.read_bytes() if result and result.exists() else done.stdout
        return done.returncode, made, done.stderr.decode()


def compare_imports(programs, problems):
    looked_at = 0
    for case in IMPORTS:
        expected = None
        for spelling, table in spellings(case.rows):
            looked_at += 1
            status, made, said = outcome(programs, case, table)
            thing = f"{case.name} / {spelling}"
            if expected is None:
                expected = (status, made)
                if status != 0 or made == PROJECT.encode() or not made:
                    problems.append((thing, f"the plain table is not read: status {status}: {said}"))
            elif (status, made) != expected:
                problems.append((thing, f"read otherwise than the plain table: status {status}: {said}"))
    return looked_at


FIGURES = [["date", "value", "note"]] + [[f"2024-{1 + n // 4:02}-{1 + 7 * (n % 4):02}", str(n % 5), "café"] for n in range(16)]
# Columns without a name at the end of every line leave nothing to guess.
ACCEPTED = {"commas", "CRLF", "byte order mark", "every cell in quotes", "trailing commas", "no line end at the end"}
# Every command that reads a project's own data files.
READERS = [
    ["thrive", "check"],
    ["measure", "analyse", "--measure", "wait"],
    ["measure", "chart", "--measure", "wait"],
    ["measure", "signals"],
    ["measure", "suggest-rebase", "--measure", "wait"],
    ["measure", "list"],
    ["measure", "import", "--measure", "wait", "--from", "extract.csv"],
]


def compare_data_files(programs, problems):
    looked_at = 0
    for spelling, table in spellings(FIGURES):
        codes = {}
        for command in READERS:
            looked_at += 1
            with tempfile.TemporaryDirectory() as place:
                folder = Path(place)
                (folder / "thrive.yaml").write_text(PROJECT, encoding="utf-8")
                (folder / "wait.csv").write_bytes(table)
                (folder / "extract.csv").write_text("date,value\n2024-05-06,3\n", encoding="utf-8")
                done = subprocess.run(
                    [str(programs / command[0]), *command[1:], *([] if command[1] == "check" else ["--as-of", "2024-06-01"])],
                    cwd=folder, capture_output=True, check=False, timeout=60,
                )
                said = done.stderr.decode() + done.stdout.decode()
                name = " ".join(command[:2])
                codes[name] = sorted(set(re.findall(r"^wait\.csv:\d+:\d+: error: .*\[([a-z0-9-]+)\]$", said, re.MULTILINE)))
                if (folder / "wait.csv").read_bytes() != table and codes[name]:
                    problems.append((f"{name} / {spelling}", "refused, and changed all the same"))
                if bool(codes[name]) != (spelling not in ACCEPTED):
                    problems.append((f"{name} / {spelling}", f"status {done.returncode}: {said}"))
        if len({tuple(code) for code in codes.values()}) > 1:
            problems.append((f"data file / {spelling}", f"not refused alike: {codes}"))
    return looked_at



def compare_written_sheets(programs, problems):
    """What 'gap sheet -f csv' writes of the example goes into a project without sheets, and makes the same sheets."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        shutil.copytree(ROOT / "examples" / "thornmere", folder / "full")
        shutil.copytree(ROOT / "examples" / "thornmere", folder / "bare")
        (folder / "bare" / "gaps.yaml").write_text("gaps: {}\n", encoding="utf-8")
        for naming in ("ideas", "drivers", "causes", "plan", "meetings", "people", "risks", "ramps"):  # what names a sheet
            (folder / "bare" / f"{naming}.yaml").unlink(missing_ok=True)
        for section in ("plan", "meetings", "people", "risks"):  # they name recommendations, which are not there yet
            (folder / "bare" / f"{section}.yaml").unlink(missing_ok=True)

        def run_tool(*words):
            return subprocess.run([str(programs / words[0]), *words[1:]], cwd=folder, capture_output=True, check=True, timeout=60)

        def sheets(name):
            return json.loads(run_tool("thrive", "show", "-f", "json", name).stdout)["gaps"]

        run_tool("gap", "sheet", "-f", "csv", "-o", "sheets.csv", "full")
        run_tool("gap", "import", "--from", "sheets.csv", "bare")
        once = (folder / "bare" / "gaps.yaml").read_bytes()
        if not sheets("full") or sheets("bare") != sheets("full"):
            problems.append(("gap sheet -f csv", "is not read back to the same sheets"))
        run_tool("gap", "import", "--from", "sheets.csv", "--update", "bare")
        if (folder / "bare" / "gaps.yaml").read_bytes() != once:
            problems.append(("gap import --update", "changes something when it reads the same sheet twice"))
    return 2


def main():
    programs = Path(programs_argument(__doc__)).resolve()
    problems = []
    looked_at = compare_imports(programs, problems) + compare_data_files(programs, problems)
    looked_at += compare_written_sheets(programs, problems)
    finish("spellings", problems, looked_at)


main()
