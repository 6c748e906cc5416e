#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""The patterns of both schemas are read alike by every dialect of regular expressions: no escape but those that
ECMAScript's "u" mode has, which is what ajv compiles with, and every bracket closed. Where node is installed it compiles
each of them; where it finds ajv (NODE_PATH), ajv compiles both schemas as well, and judges a project by them."""

import json
import re
import shutil
import subprocess

from common import ROOT, finish, programs_argument

# What may stand behind a backslash: classes, controls, numbers of characters, and the signs of the syntax themselves.
ESCAPE = re.compile(r"[dDwWsSbBtnvfr0]|c[A-Za-z]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]+\}|p\{\w+(=\w+)?\}|P\{\w+(=\w+)?\}|[\^$\\.*+?()\[\]{}|/]")
IN_CLASS = re.compile(ESCAPE.pattern + "|-")

AJV = """
const Ajv = require('ajv/dist/2020');
for (const schema of JSON.parse(require('fs').readFileSync(0))) new Ajv({strict: false, validateFormats: false}).compile(schema);
"""
REGEXPS = "for (const one of JSON.parse(require('fs').readFileSync(0))) new RegExp(one, 'u');"


def wrong_in(pattern):
    """What ECMAScript's u mode refuses in a pattern; empty when it takes it."""
    at, in_class, depth = 0, False, 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            escape = (IN_CLASS if in_class else ESCAPE).match(pattern, at + 1)
            if not escape:
                return f"the escape {pattern[at : at + 2]!r}"
            at = escape.end()
            continue
        if in_class:
            in_class = sign != "]"
        elif sign == "[":
            in_class = True
        elif sign == "{":
            counted = re.match(r"\{\d+(,\d*)?\}", pattern[at:])
            if not counted:
                return "a bare '{'"
            at += counted.end()
            continue
        elif sign in "]}":
            return f"a bare {sign!r}"
        elif sign in "()":
            depth += 1 if sign == "(" else -1
            if depth < 0:
                return "a bracket too many"
        at += 1
    return "a class that is never closed" if in_class else "a bracket that is never closed" if depth else ""


def patterns_in(tree):
    """Every pattern of a schema."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key == "pattern" and isinstance(value, str):
                yield value
            if key == "patternProperties":
                yield from value
            yield from patterns_in(value)
    if isinstance(tree, list):
        for item in tree:
            yield from patterns_in(item)


def main():
    programs = programs_argument(__doc__).resolve()
    problems = []
    schemas = []
    for options in ([], ["--of-part"]):
        made = subprocess.run([programs / "thrive", "schema", *options], capture_output=True, text=True, check=True).stdout
        schemas.append(json.loads(made))
    patterns = sorted({pattern for schema in schemas for pattern in patterns_in(schema)})
    for pattern in patterns:
        if wrong := wrong_in(pattern):
            problems.append((pattern[:60], f"{wrong} is not understood by every reader"))
    for bad in (r"a\,b", r"a\:b", r"[\ ]", "a{", "(a", "[a"):
        if not wrong_in(bad):
            problems.append((bad, "is taken for a good pattern by this very check"))
    if node := shutil.which("node"):
        run = subprocess.run([node, "-e", REGEXPS], input=json.dumps(patterns), capture_output=True, text=True, check=False)
        if run.returncode != 0:
            problems.append(("node", run.stderr.strip().splitlines()[-1]))
        if subprocess.run([node, "-e", "require('ajv/dist/2020')"], capture_output=True, check=False).returncode == 0:
            run = subprocess.run([node, "-e", AJV], input=json.dumps(schemas), capture_output=True, text=True, check=False)
            if run.returncode != 0:
                problems.append(("ajv", run.stderr.strip()[:300]))
    for name in ("thrive.schema.json", "thrive.part.schema.json"):
        for page in ("README.md", "man/thrive.1"):
            if name not in (ROOT / page).read_text(encoding="utf-8"):
                problems.append((page, f"does not name {name}"))
    finish("schema_dialects", problems, len(patterns))


if __name__ == "__main__":
    main()
