#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""What is exported comes back. Over generated projects with nasty texts: `list -f csv`, imported into a project without
that section, gives the same `thrive show`; imported into the project that it came from it changes no byte. So do the
sheets of `gap sheet -f csv`, and a measure's data file read by `measure import`."""

import argparse
import json
import random
import subprocess
import tempfile
from pathlib import Path

from common import finish

PROJECTS = 12
# What spreadsheets, CSV, YAML and lists in a cell trip over, each for a reason that somebody met.
NASTY = [
    "=1+1", "'=1+1", "''=x", "-dash", "+44", "@home", "＝wide", "'", "''", "it's", "'quoted'", "O'Neill; Smith", "a, b", "a; b", "; ;",
    'say "x"', '"whole"', '"a"; "b"', '"', "two\nlines", "a\ttab", "# no comment", "key: value", "- item", "[x]", "{a: 1}", "<5", "*", "&a",
    "!tag", "%", "yes", "NO", "off", "null", "~", "1e3", "0x1F", "010", "12:30", "1_000", ".5", "2024-01-01", "2024-01-01T10:00:00Z", "<<", "=",
    "é", "naïve café", "Ω≈ç", "日本語", "🙂", "ß", "\\n", "a\\b", "C:\\temp", "100%", "£1,234", "a|b", "sep=;", "x" * 300, "A;B", "Total", "Err 509",
]
COLUMNS = ["in_place", "in_development", "gaps"]


class Made:
    """One generated project, as plain data."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def text(self):
        words = self.random.choice(NASTY)
        return words if self.random.random() < 0.6 else f"{words} {self.random.choice(NASTY)}".strip()

    def maybe(self, into, key, value):
        if self.random.random() < 0.6:
            into[key] = value

    def services(self):
        services = {}
        for number in range(self.random.randint(2, 6)):
            service = {"name": f"{self.text()} {number}"}
            self.maybe(service, "sector", self.random.choice(["health", "education", "voluntary"]))
            self.maybe(service, "category", "camhs")
            self.maybe(service, "groupings", self.random.sample(["thriving", "getting-advice", "getting-help"], 2))
            for field in ("commissioned_by", "age", "hours", "reason", "note"):
                self.maybe(service, field, self.text())
            self.maybe(service, "accepts", [self.text() for _ in range(self.random.randint(1, 3))] if self.random.random() < 0.5 else [self.text()])
            self.maybe(service, "wte", self.random.choice([0.1, 7.25, 12]))
            self.maybe(service, "start", True)
            self.maybe(service, "last_updated", "2024-02-29")
            services[f"s{number}"] = service
        return services

    def flows(self, services):
        flows, seen = [], set()
        for _ in range(self.random.randint(10, 16)):
            flow = {"from": self.random.choice(services), "to": self.random.choice(services), "kind": self.random.choice(["referral", "step-up", "signposting"])}
            if flow["from"] == flow["to"] or tuple(flow.values()) in seen:
                continue
            seen.add(tuple(flow.values()))
            self.maybe(flow, "per_year", self.random.randint(0, 5000))
            self.maybe(flow, "wait", {"median_days": self.random.choice([1, 9.5, 120])})
            self.maybe(flow, "criteria", self.text())
            self.maybe(flow, "note", self.text())
            self.maybe(flow, "tables", self.random.sample(["A", "B", "C"], 2))
            flows.append(flow)
        return flows

    def observations(self, services):
        notes = {}
        for number in range(self.random.randint(1, 6)):
            note = {
                "at": self.random.choice(services),
                "perspective": self.random.choice(["operations", "patient-experience"]),
                "kind": self.random.choice(["good-practice", "quality-problem"]),
                "text": f"{self.text()} {number}",
            }
            self.maybe(note, "tables", ["A", "C"])
            notes[f"o{number + 1:02}"] = note
        return notes

    def gaps(self):
        sheets = {}
        for item in self.random.sample(["macro-1", "meso-3", "micro-2"], 2):
            sheet = {"status": "draft", "ideal": self.text()}
            for column in COLUMNS:
                lines = {f"{self.text()} {column} {number}" for number in range(self.random.randint(0, 3))}
                sheet[column] = [{"text": words} for words in sorted(lines)]
                for line in sheet[column]:
                    self.maybe(line, "voice", "young-person")
            sheet["recommendations"] = {f"r{number + 1}": {"text": f"{self.text()} {number}", "owner": self.text(), "by": "2025-03-31"} for number in range(2)}
            sheets[item] = {key: value for key, value in sheet.items() if value}
        return sheets

    def project(self):
        services = self.services()
        return {
            "thrive": 1,
            "project": {"name": "Round trip"},
            "services": services,
            "pathways": {"current": {"flows": self.flows(list(services))}},
            "observations": self.observations(list(services)),
            "assessments": {"base": {"date": "2024-01-01", "tables": {"A": {"scores": {"macro-1": 2, "meso-3": 1, "micro-2": 2}}}}},
            "priorities": {"agreed": {"date": "2024-02-01", "order": ["macro-1", "meso-3", "micro-2"]}},
            "gaps": self.gaps(),
        }


class Tools:
    def __init__(self, programs):
        self.programs = programs

    def run(self, *words):
        tool, *rest = words
        return subprocess.run([str(self.programs / tool), *map(str, rest)], capture_output=True, timeout=120, check=False)

    def output(self, *words):
        outcome = self.run(*words)
        if outcome.returncode > 1:
            raise ValueError(f"{' '.join(map(str, words[:3]))}: {outcome.stderr.decode()}")
        return outcome.stdout

    def shown(self, project):
        return json.loads(self.output("thrive", "show", project, "-f", "json"))


def write(path, data):
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")  # JSON is YAML
    return path


def without(data, sections):
    return {key: value for key, value in data.items() if key not in sections}


def differing(ours, theirs, path=""):
    """The first place where two shown projects differ."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in [*ours, *(key for key in theirs if key not in ours)]:
            if key not in ours or key not in theirs:
                return f"{path}/{key}: only in one"
            if found := differing(ours[key], theirs[key], f"{path}/{key}"):
                return found
        return None
    if isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        return next((found for at, pair in enumerate(zip(ours, theirs)) if (found := differing(*pair, f"{path}/{at}"))), None)
    return None if ours == theirs else f"{path}: {ours!r} became {theirs!r}"


def check_sections(tools, folder, data, sections, exports, importer):
    """The problems of one export: into a project without these sections, and into the project itself."""
    whole = write(folder / "whole.yaml", data)
    files = []
    for name, words in exports.items():
        files.append(folder / f"{name}.csv")
        files[-1].write_bytes(tools.output(*words, "-f", "csv", whole))
    sources = [word for file in files for word in ("--from", file)]
    empty = write(folder / "empty.yaml", without(data, sections))
    outcome = tools.run(*importer, *sources, empty)
    if outcome.returncode != 0:
        yield f"into an empty project: {outcome.stderr.decode()}"
    elif found := differing(tools.shown(whole), tools.shown(empty)):
        yield f"into an empty project: {found}"
    before = whole.read_bytes()
    outcome = tools.run(*importer, *sources, whole)
    if outcome.returncode != 0:
        yield f"into the same project: {outcome.stderr.decode()}"
    if whole.read_bytes() != before:
        yield "into the same project: it was changed"


def check_figures(tools, folder, made):
    """A data file read as an extract gives itself."""
    lines = ["date,value,note"]
    for week in range(1, 20):
        note = made.text().replace("'", "").replace("\n", " ").replace("\t", " ").strip() if made.random.random() < 0.5 else ""
        quoted = '"' + note.replace('"', '""') + '"' if any(sign in note for sign in ',"') else note
        lines.append(f"2024-{1 + (week - 1) // 4:02}-{1 + 7 * ((week - 1) % 4):02},{made.random.choice(['', 3, 4.5, 0, 1200])},{quoted}")
    data = folder / "m.csv"
    data.write_text("\n".join(lines) + "\n", encoding="utf-8")
    measure = {"name": "M", "unit": "days", "frequency": "daily", "data": "copy.csv"}
    project = write(folder / "m.yaml", {"thrive": 1, "project": {"name": "M"}, "measures": {"m": measure}})
    for _ in range(2):
        outcome = tools.run("measure", "import", "--measure", "m", "--from", data, "--as-of", "2026-01-01", project)
        if outcome.returncode != 0:
            yield f"figures: {outcome.stderr.decode()}"
        elif (folder / "copy.csv").read_bytes() != data.read_bytes():
            yield f"figures: {data.read_text()!r} became {(folder / 'copy.csv').read_text()!r}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", required=True, type=Path, help="the folder that holds the programs")
    parser.add_argument("--projects", type=int, default=PROJECTS)
    arguments = parser.parse_args()
    tools, problems = Tools(arguments.bin.resolve()), []
    for seed in range(arguments.projects):
        made = Made(seed)
        data = made.project()
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            drawn = {kind: ["pathway-map", "list", kind] for kind in ("services", "flows", "observations")}
            found = [*check_sections(tools, place, data, ["services", "pathways", "observations"], drawn, ["pathway-map", "import"])]
            found += check_sections(tools, place, data, ["gaps"], {"gaps": ["gap", "sheet"]}, ["gap", "import"])
            found += check_figures(tools, place, made)
        problems += [(f"project {seed}", wrong) for wrong in found]
    finish("round_trip", problems, arguments.projects)


main()
