#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""`thrive export --tables`: what stands in the tables is what `thrive show` has, counted a second way; every cell has the
type that the package says, keys tell rows apart, names lead to a row of the table they name; counts of a few people are
in no file; the dictionary has every column; the same project gives the same bytes, over an earlier export too."""

import csv
import json
import re
import subprocess
import tempfile
from pathlib import Path

from common import ROOT, finish, programs_argument
from filled import FOLDER

TYPES = {
    "string": re.compile(r"(?s).*"),
    "integer": re.compile(r"-?[0-9]+"),
    "number": re.compile(r"-?[0-9]+(\.[0-9]+)?(e[-+]?[0-9]+)?"),
    "boolean": re.compile(r"true|false"),
    "date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
}
PROJECTS = [ROOT / "examples" / "thornmere", ROOT / "examples" / "minimal.yaml", FOLDER]
# Sections of one group, which are one row where they are there, and the tables that are worked out.
GROUPS = {"project": "projects"}
COMPUTED = {"figures", "readings", "findings"}


def export(bin_folder, folder, projects, *options):
    line = [f"{bin_folder}/thrive", "export", "-q", "--as-of", "2025-03-19", "--tables", str(folder), *options, *map(str, projects)]
    return subprocess.run(line, capture_output=True, text=True, timeout=120, check=False)


def rows_of(folder, table):
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def wrong_in_table(folder, resource, package):
    name, schema = resource["name"], resource["schema"]
    rows = rows_of(folder, name)
    columns = [field["name"] for field in schema["fields"]]
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        if next(csv.reader(file)) != columns:
            yield "has other columns than the package says"
    if columns[0] != "project":
        yield "does not begin with the project"
    for field in schema["fields"]:
        wrong = {row[field["name"]] for row in rows if row[field["name"]] and not TYPES[field["type"]].fullmatch(row[field["name"]])}
        if wrong:
            yield f"{field['name']} is no {field['type']}: {sorted(wrong)[0]}"
    keys = [tuple(row[key] for key in schema["primaryKey"]) for row in rows]
    if len(set(keys)) != len(keys):
        yield f"{schema['primaryKey']} do not tell its rows apart"
    for foreign in schema.get("foreignKeys", []):
        there = {tuple(row[key] for key in foreign["reference"]["fields"]) for row in rows_of(folder, foreign["reference"]["resource"])}
        lost = [row for row in rows if tuple(row[key] for key in foreign["fields"]) not in there]
        if lost:
            yield f"{foreign['fields'][1]} names nothing in {foreign['reference']['resource']}: {lost[0]}"
    if name not in {one["name"] for one in package["resources"]}:
        yield "is not in the package"


def shown(bin_folder, project):
    line = [f"{bin_folder}/thrive", "show", str(project)]
    return json.loads(subprocess.run(line, capture_output=True, text=True, timeout=60, check=True).stdout)


def wrong_counts(bin_folder, folder):
    """Sections, and the collections that people call by one name, counted in `thrive show`."""
    for project in PROJECTS:
        model = shown(bin_folder, project)

        def count(table):
            return sum(row["project"] == str(project) for row in rows_of(folder, table)) if (folder / f"{table}.csv").exists() else 0

        for section, value in model.items():
            if section in ("format", "command", "thrive"):
                continue
            wanted = len(value) if section not in ("priorities", "themes", "drivers", "plan", "workforce", "project") else 1
            table = GROUPS.get(section, section)
            if count(table) != wanted:
                yield f"{project.name}: {table} has {count(table)} rows, and thrive show {wanted} entries"
        inner = {
            "flows": sum(len(pathway.get("flows", [])) for pathway in model.get("pathways", {}).values()),
            "scores": sum(len(table.get("scores", {})) for one in model.get("assessments", {}).values() for table in one.get("tables", {}).values()),
            "cycles": sum(len(ramp.get("cycles", {})) for ramp in model.get("ramps", {}).values()),
            "recommendations": sum(len(sheet.get("recommendations", {})) for sheet in model.get("gaps", {}).values()),
            "observations_tables": sum(len(note.get("tables", [])) for note in model.get("observations", {}).values()),
        }
        for table, wanted in inner.items():
            if count(table) != wanted:
                yield f"{project.name}: {table} has {count(table)} rows, and thrive show {wanted}"


def wrong_in_small_numbers(bin_folder, place):
    """A project with a flow of three people a year and a score by two people: neither number is in a table."""
    project = place / "small.yaml"
    project.write_text(
        "thrive: 1\nproject: {name: Small}\nservices: {a: {name: A, start: true}, b: {name: B, end: true}}\n"
        "pathways: {now: {flows: [{from: a, to: b, per_year: 3}]}}\n",
        encoding="utf-8",
    )
    for options, wanted in (((), ("", "true")), (("--show-small-numbers",), ("3", "false"))):
        export(bin_folder, place / "small", [project], *options)
        flow = rows_of(place / "small", "flows")[0]
        if (flow["per_year"], flow["per_year_hidden"]) != wanted:
            yield f"with {list(options)} a flow of three people is told as {flow['per_year']!r}, hidden {flow['per_year_hidden']}"


def main():
    bin_folder = programs_argument(__doc__)
    problems, looked_at = [], 0
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        first = export(bin_folder, place / "first", PROJECTS)
        if first.returncode != 0:
            problems.append(("export", first.stderr.strip()))
        package = json.loads((place / "first" / "datapackage.json").read_text(encoding="utf-8"))
        for resource in package["resources"]:
            looked_at += 1
            problems += [(resource["name"], wrong) for wrong in wrong_in_table(place / "first", resource, package)]
        dictionary = {(row["table"], row["column"]) for row in rows_of(place / "first", "dictionary")}
        for resource in package["resources"]:
            lost = [field["name"] for field in resource["schema"]["fields"] if (resource["name"], field["name"]) not in dictionary]
            problems += [("dictionary", f"has no {resource['name']}.{column}") for column in lost]
        problems += [("counts", wrong) for wrong in wrong_counts(bin_folder, place / "first")]
        problems += [("small numbers", wrong) for wrong in wrong_in_small_numbers(bin_folder, place)]
        files = {path.name: path.read_bytes() for path in (place / "first").iterdir()}
        export(bin_folder, place / "first", [PROJECTS[1]])
        export(bin_folder, place / "first", PROJECTS)
        if {path.name: path.read_bytes() for path in (place / "first").iterdir()} != files:
            problems.append(("export", "over an earlier export gives other bytes"))
    finish("tables", problems, looked_at)


if __name__ == "__main__":
    main()
