#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""`thrive diff` says every edit that `thrive edit` can make of the filled project in exactly one sentence, names nothing
that is not there (held against both versions as plain data), and finds no difference where only layout differs."""

import argparse
import datetime
import json
import random
import re
import shutil
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import yaml
from common import ROOT, finish

FILLED = ROOT / "tests" / "agreement" / "filled"
ROUNDS = 60
DATE = re.compile(r"\d{4}-\d{2}-\d{2}$")


class Project:
    """The filled project, and copies of it that are edited."""

    def __init__(self, binary, folder):
        self.thrive = binary / "thrive"
        self.folder = Path(folder)
        for name in ("a", "b"):
            shutil.copytree(FILLED, self.folder / name)
        self.original = (self.folder / "a" / "thrive.yaml").read_bytes()
        self.leaves = dict(leaves(self.show("a")))

    def run(self, *words):
        return subprocess.run([self.thrive, *words], cwd=self.folder, capture_output=True, text=True, check=False)

    def start_again(self):
        (self.folder / "b" / "thrive.yaml").write_bytes(self.original)

    def edit(self, *words):
        return self.run("edit", *words, "-q", "b/thrive.yaml").returncode == 0

    def show(self, name):
        return json.loads(self.run("show", "-f", "json", f"{name}/thrive.yaml").stdout)

    def diff(self):
        result = self.run("diff", "-f", "json", "a/thrive.yaml", "b/thrive.yaml")
        return result.returncode, json.loads(result.stdout) if result.stdout else None


def fields_of(record, path=()):
    """Every path of the tree that can be edited, with what stands there: leaves, entries and groups."""
    if isinstance(record, dict):
        for key, value in record.items():
            yield (*path, key), value
            yield from fields_of(value, (*path, key))
    elif isinstance(record, list):
        for place, value in enumerate(record, 1):
            if isinstance(value, (dict, list)):
                yield (*path, str(place)), value
                yield from fields_of(value, (*path, str(place)))


def other_values(value, words):
    """Values to try in the place of one, the likeliest first."""
    if isinstance(value, bool):
        return ["no" if value else "yes", "false" if value else "true"]
    if isinstance(value, (int, float)):
        return [str(value + 1), str(value - 1), str(value + 0.5)]
    if isinstance(value, str) and DATE.fullmatch(value):
        day = datetime.date.fromisoformat(value)
        return [str(day + datetime.timedelta(step)) for step in (1, -1)]
    if isinstance(value, str):
        return [value + "x", *words.get(value, [])]
    if isinstance(value, list) and value and all(not isinstance(item, (dict, list)) for item in value):
        return [f"[{', '.join(map(str, value[:-1]))}]"]
    return []


def closed_lists(schema):
    """Every list of words that a field may take one of."""
    if isinstance(schema, dict):
        if "enum" in schema:
            yield [word for word in schema["enum"] if isinstance(word, str)]
        for value in schema.values():
            yield from closed_lists(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from closed_lists(value)


def leaves(tree, path=()):
    """Every value that is neither list nor mapping, by its path."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from leaves(value, (*path, key))
    elif isinstance(tree, list):
        yield path, json.dumps(tree, sort_keys=True)
    else:
        yield path, tree


def covers(change, path):
    """True when a change is about a leaf: one path leads to the other, places in lists aside."""
    said = change["path"].split("/")
    return all(one == other for one, other in zip(said, path)) or change["section"] == path[0]


def check(project, what, problems, several_allowed=False):
    """One edit has been made: it must be one change, and the second method must see one at the same place."""
    status, told = project.diff()
    if told is None or status not in (0, 1):
        problems.append((what, f"diff ended with {status}"))
        return
    changes = told["changes"]
    if len(changes) != 1 and not (several_allowed and changes):
        problems.append((what, f"{len(changes)} changes: {[c['sentence'] for c in changes]}"))
    before, after = project.leaves, dict(leaves(project.show("b")))
    differing = [path for path in {**before, **after} if before.get(path) != after.get(path)]
    for path in differing:
        if not several_allowed and not any(covers(change, path) for change in changes):
            # What follows a renamed id is told with it.
            if not any(change["kind"] == "renamed" for change in changes):
                problems.append((what, f"{'/'.join(path)} differs, and nothing says so"))
    for change in changes:
        section = change["section"]
        if not any(path[0] == section for path in differing):
            problems.append((what, f"'{change['sentence']}' is said, and nothing in {section} differs"))
        if change["sentence"].count("\n") or not change["sentence"].endswith("."):
            problems.append((what, f"no sentence: '{change['sentence']}'"))


def edits_of_field(project, path, value, words):
    """Changes, takes away and renames one thing that the filled project has: how many edits, and what is wrong."""
    problems, made, where = [], 0, "/".join(path)
    for new in other_values(value, words):
        project.start_again()
        if project.edit("--set", f"{where}={new}"):
            check(project, f"--set {where}={new}", problems)
            made += 1
            break
    project.start_again()
    if project.edit("--remove", where):
        check(project, f"--remove {where}", problems, several_allowed=len(path) == 1)
        made += 1
    if isinstance(value, dict) and len(path) > 1:
        project.start_again()
        if project.edit("--rename", f"{where}=zq-new-id"):
            check(project, f"--rename {where}", problems)
            made += 1
    return made, problems


def edits_of_fields(binary, folder, words):
    """The same for everything that it has, on two processors; fewer than nine in ten without an edit is wrong."""
    first = Project(binary, folder / "0")
    every = list(fields_of(first.show("a")))
    projects = [first, Project(binary, folder / "1")]

    def half(number):
        return [edits_of_field(projects[number], path, value, words) for path, value in every[number::2]]

    with ThreadPoolExecutor(2) as pool:
        results = [result for part in pool.map(half, (0, 1)) for result in part]
    problems = [problem for _, found in results for problem in found]
    edited = sum(1 for made, _ in results if made)
    if edited < 0.9 * len(every):
        problems.append(("edits", f"only {edited} of {len(every)} things could be edited"))
    return sum(made for made, _ in results), problems


def relaid(text, chance):
    """The same values with keys in another order, all texts in quotes, other comments, and blocks as they come."""
    tree = yaml.load(text, yaml.CBaseLoader)

    def shuffled(node):
        if isinstance(node, dict):
            keys = list(node)
            chance.shuffle(keys)
            return {key: shuffled(node[key]) for key in keys}
        return [shuffled(item) for item in node] if isinstance(node, list) else node

    style = chance.choice([None, True, False])
    lines = yaml.dump(shuffled(tree), sort_keys=False, default_flow_style=style, width=chance.choice([60, 200]),
                      allow_unicode=True).splitlines()
    return "# other words\n" + "\n".join(lines) + "\n"


def layouts(project, problems):
    """Files that say the same in another layout."""
    chance = random.Random(11)
    for turn in range(ROUNDS):
        text = relaid(project.original.decode("utf-8"), chance)
        # PyYAML's plain reader keeps every scalar a text, which is then written in quotes where it looks like more: only
        # texts may stand in quotes.
        text = re.sub(r"'(-?[0-9][0-9.]*|\d{4}-\d\d-\d\d|true|false|yes|no)'(?=[,}\]\n])", r"\1", text)
        (project.folder / "b" / "thrive.yaml").write_text(text, encoding="utf-8")
        status, told = project.diff()
        if status != 0 or told["changes"]:
            problems.append((f"layout {turn}", f"status {status}: {told and [c['sentence'] for c in told['changes']][:3]}"))
    return ROUNDS


def random_edits(project, words, problems):
    """Several edits at once: every change that is told is there, and every section that differs is told."""
    chance = random.Random(14)
    every = [(path, value) for path, value in fields_of(project.show("a")) if other_values(value, {})]
    for turn in range(ROUNDS):
        project.start_again()
        chosen = chance.sample(every, 4)
        for path, value in chosen:
            project.edit("--set", f"{'/'.join(path)}={other_values(value, words)[0]}")
        before, after = project.leaves, dict(leaves(project.show("b")))
        differing = {path[0] for path in {**before, **after} if before.get(path) != after.get(path)}
        status, told = project.diff()
        said = {change["section"] for change in told["changes"]}
        if said != differing or status != bool(differing):
            problems.append((f"random edits {turn}", f"differs in {sorted(differing)}, said of {sorted(said)}"))
    return ROUNDS


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", required=True, type=Path, help="the folder that holds the tools")
    binary = parser.parse_args().bin.resolve()
    with tempfile.TemporaryDirectory() as folder:
        project = Project(binary, Path(folder) / "own")
        schema = json.loads(project.run("schema").stdout)
        words = {}
        for group in closed_lists(schema):
            words.update({word: [other for other in group if other != word][:3] for word in group})
        made, problems = edits_of_fields(binary, Path(folder), words)
        made += layouts(project, problems)
        made += random_edits(project, words, problems)
    finish("differences", problems, made)


main()
