#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""`thrive schema` and `thrive check` agree on everything that a schema can say: on the examples, on the error gallery, and
on hundreds of projects that are each wrong in one place. A real validator reads the schema (python3-jsonschema)."""

import argparse
import copy
import json
import random
import re
import subprocess
import tempfile
from pathlib import Path

import yaml
from common import ROOT, finish, name_of
from jsonschema import Draft202012Validator, FormatChecker

# What a schema can see. Other codes are about what refers to what, about dates and figures, or about YAML itself.
IN_A_SCHEMA = {
    "bad-id", "data-file-outside", "empty-project", "empty-value", "missing-field", "not-a-date", "not-a-number",
    "not-a-score", "not-a-whole-number", "not-true-or-false", "number-with-leading-zero", "out-of-range",
    "quoted-number", "unknown-key", "unknown-word", "wrong-type",
}  # fmt: skip


class Loader(yaml.CSafeLoader):
    """Plain scalars as JSON and YAML 1.2 have them: null, true and false, numbers without leading zeros, else text."""


Loader.yaml_implicit_resolvers = {}
for tag, form, starts in [
    ("null", r"(~|null|)$", ["~", "n", ""]),
    ("bool", r"(true|false)$", list("tf")),
    ("int", r"[-+]?(0|[1-9][0-9]*)$", list("-+0123456789")),
    ("float", r"[-+]?((0|[1-9][0-9]*)(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?$", list("-+0123456789.")),
]:
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(form), starts)


def as_number(loader, node):
    return float(loader.construct_scalar(node))


Loader.add_constructor("tag:yaml.org,2002:float", as_number)


def with_text_keys(tree):
    """Keys of JSON are text; a score as the key of a descriptor is a number to a YAML reader."""
    if isinstance(tree, dict):
        return {str(key): with_text_keys(value) for key, value in tree.items()}
    return [with_text_keys(item) for item in tree] if isinstance(tree, list) else tree


def load(path):
    return with_text_keys(yaml.load(path.read_text(encoding="utf-8-sig"), Loader))


def small_thornmere():
    """The example project in one piece, at most three entries of each keyed section, so that each round is quick."""
    whole = {}
    for path in sorted((ROOT / "examples" / "thornmere").glob("*.yaml")):
        for section, content in load(path).items():
            if isinstance(content, dict) and section not in ("project", "priorities"):
                content = dict(list(content.items())[:3])
            whole[section] = content
    return whole


def places(tree, path=()):
    """Every place of a tree, as the steps to it."""
    found = [path] if path else []
    entries = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in entries:
        found += places(value, path + (key,))
    return found


NASTY = [
    None, True, False, 0, 1, 5, -1, 3.5, 101, "", "x", "yes", "no", "Getting Advice", "GOOD_PRACTICE", "5", "unknown",
    "2024-02-30", "2024-02-29", "29/02/2024", "2024-2-3", [], {}, ["x"], [None], [3], {"x": 1}, {"name": "x"}, {"a b": 1},
    "../x.csv", "/x.csv", "a/../x.csv", "data/..x.csv", "adopt", "Camhs", "ranked_pairs", "four weekly",
]  # fmt: skip


def wrong_in_one_place(tree, chance):
    """A copy of a project with one thing changed: a value, a key that is gone, a key too many, a key renamed."""
    changed = copy.deepcopy(tree)
    *way, last = chance.choice(places(changed))
    holder = changed
    for step in way:
        holder = holder[step]
    kind = chance.randrange(8)
    if kind == 0:
        del holder[last]
    elif kind == 1 and isinstance(holder, dict):
        holder[chance.choice(["nonsense", "nam", "Name", "id with blanks", "x", "-x", "Ü", "note"])] = "x"
    elif kind == 2 and isinstance(holder, dict):
        holder[chance.choice([f"{last}s", f"{last} x", f"{last}.x"])] = holder.pop(last)
    else:
        holder[last] = copy.deepcopy(chance.choice(NASTY))
    return changed


def checked(programs, paths):
    """The codes that `thrive check` finds in each file."""
    command = [str(Path(programs) / "thrive"), "check", "--as-of", "2026-01-01", "-f", "json", *map(str, paths)]
    report = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)
    return [project["findings"] for project in report["projects"]]


def seen_by_schema(finding):
    # One file's schema cannot know the sectors that the project adds: it takes any id for one.
    is_sector = finding["code"] == "unknown-word" and "'sector'" in finding["message"]
    is_id = is_sector and re.match(r"'[A-Za-z0-9][A-Za-z0-9._-]*' ", finding["message"])
    return finding["code"] in IN_A_SCHEMA and not is_id


def compare(schema, programs, cases, problems):
    """Cases are pairs of a name and a file. Counts how many of them both found wrong."""
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    both_wrong = 0
    of_yaml = set(yaml.safe_load((ROOT / "libthrive" / "data" / "checks" / "yaml.yaml").read_text(encoding="utf-8")))
    for (name, path), findings in zip(cases, checked(programs, [path for _, path in cases])):
        said = [finding for finding in findings if seen_by_schema(finding)]
        if any(finding["code"] in of_yaml for finding in findings):
            continue  # the file could not be read, so its fields were not looked at
        try:
            tree = load(path)
        except (yaml.YAMLError, UnicodeDecodeError):
            continue  # not for a schema to say
        is_wrong = not validator.is_valid(tree)
        both_wrong += bool(said and is_wrong)
        if bool(said) != is_wrong:
            found = sorted(validator.iter_errors(tree), key=str)
            schema_says = f"{list(found[0].absolute_path)} {found[0].message[:150]}" if found else "nothing"
            check_says = f"{said[0]['message']} [{said[0]['code']}]" if said else "nothing"
            problems.append((name, f"the schema says {schema_says}; the check says {check_says}"))
    return both_wrong


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--bin", default=str(ROOT / "build"), help="the folder that holds the programs")
    options.add_argument("--rounds", type=int, default=150, help="projects to break")
    chosen = options.parse_args()
    command = [str(Path(chosen.bin) / "thrive"), "schema"]
    schema, schema_of_part = (
        json.loads(subprocess.run(command + extra, capture_output=True, text=True, check=True).stdout)
        for extra in ([], ["--of-part"])
    )
    Draft202012Validator.check_schema(schema)
    Draft202012Validator.check_schema(schema_of_part)

    problems = []
    for path in sorted((ROOT / "examples" / "thornmere").glob("*.yaml")):
        for error in Draft202012Validator(schema_of_part, format_checker=FormatChecker()).iter_errors(load(path)):
            problems.append((name_of(path), f"{list(error.absolute_path)} {error.message[:150]}"))
    files = [*(ROOT / "examples").glob("*.yaml"), *sorted((ROOT / "tests" / "errors").glob("*.yaml"))]
    compare(schema, chosen.bin, [(name_of(path), path) for path in files], problems)

    chance = random.Random(20240108)
    whole = small_thornmere()
    with tempfile.TemporaryDirectory() as folder:
        cases = []
        for number in range(chosen.rounds):
            path = Path(folder) / f"{number:04}.yaml"
            path.write_text(json.dumps(wrong_in_one_place(whole, chance), ensure_ascii=False, indent=1), encoding="utf-8")
            cases.append((f"round {number}", path))
        whole_file = Path(folder) / "whole.yaml"
        whole_file.write_text(json.dumps(whole, ensure_ascii=False, indent=1), encoding="utf-8")
        compare(schema, chosen.bin, [("the unbroken project", whole_file)], problems)
        both_wrong = compare(schema, chosen.bin, cases, problems)
    if both_wrong < chosen.rounds // 3:
        problems.append(("rounds", f"only {both_wrong} of {chosen.rounds} projects were wrong in a way that a schema sees"))
    finish("schema_agreement", problems, chosen.rounds + len(files))


main()
