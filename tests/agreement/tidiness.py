#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Every file is tidy: licence line, final newline, no space at a line's end, no carriage return, no loose ends, nothing
that belongs to one machine. Test inputs may be untidy on purpose."""

import re

from common import ROOT, finish, name_of, source_files

ROOT_MAY_HOLD = {"CMakeLists.txt", "tools", "libthrive", "examples", "tests", "man", "README.md", "findings"}
UNTIDY_ON_PURPOSE = re.compile(r"^tests/(cases|errors)/|^tests/fuzz/seeds/")
LICENCE_FIRST = (".cpp", ".hpp", ".py", ".sh", ".cmake", "CMakeLists.txt", ".ci/run")
LICENCE = b"SPDX-License-Identifier: MIT"
# Spelt so that this file does not find itself.
NEVER = [re.compile(word) for word in (rb"\bTO" rb"DO\b", rb"\bFIX" rb"ME\b", rb"(^|[\s\"'(=])/wo" rb"rk/", rb"\.\./sha" rb"red/")]
LONGEST_SOURCE = 400


def wrong_with(name, content):
    if name.endswith(LICENCE_FIRST):
        first_lines = content.split(b"\n", 2)[: 2 if content.startswith(b"#!") else 1]
        if not any(LICENCE in line for line in first_lines):
            yield "has no licence line at its top"
    if name.endswith((".cpp", ".hpp")) and content.count(b"\n") > LONGEST_SOURCE:
        yield f"has {content.count(chr(10).encode())} lines; one idea a file fits in {LONGEST_SOURCE}"
    if content and not content.endswith(b"\n"):
        yield "does not end in a newline"
    if content.endswith(b"\n\n"):
        yield "ends in an empty line"
    if b"\r" in content:
        yield "holds a carriage return"
    for number, line in enumerate(content.split(b"\n"), 1):
        # A line of one blank is an empty line in a diff that a page shows.
        if line.endswith((b" ", b"\t")) and not (line == b" " and name.endswith((".md", ".1"))):
            yield f"line {number} ends in a blank"
        if any(word.search(line) for word in NEVER):
            yield f"line {number} holds a loose end or a path of one machine: {line.strip().decode(errors='replace')}"


def main():
    problems = []
    looked_at = 0
    for entry in sorted(ROOT.iterdir()):
        if not entry.name.startswith((".", "build")) and entry.name not in ROOT_MAY_HOLD:
            problems.append((entry.name, "does not belong in the top folder"))
    for path in source_files():
        name = name_of(path)
        content = path.read_bytes()
        if UNTIDY_ON_PURPOSE.search(name) and not name.endswith((".py", ".md", ".sh")) or b"\0" in content:
            continue
        looked_at += 1
        problems += [(name, wrong) for wrong in wrong_with(name, content)]
    finish("tidiness", problems, looked_at)


main()
