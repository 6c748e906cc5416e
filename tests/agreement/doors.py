#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Whatever a recording command refuses, a check reports of a file that was typed by hand. doors.yaml pairs every refusal
of the entry rooms and of the commands that record with the findings of `thrive check`, `gap check` or `pdsa check`, each
of which a case of the gallery shows; a refusal that is not in it fails, and so does a pair whose refusal is gone."""

import re

import yaml
from common import ROOT, finish, name_of, source_files, text
from said import explained

CHECKS = re.compile(r"\b(?:thrive|gap|pdsa|plan|plan \w+) check\b")
EXPECTED = re.compile(r"\[([a-z0-9-]+)\]$")
USAGE = re.compile(r"usage_error\(\s*(?:fmt::format\(\s*)?\"((?:[^\"\\]|\\.)*)\"|return \"(--[^\"]* [^\"]*)\";")
# Data and sections that are called like a code.
NAMES = {"gaps"}


def recording_files():
    """The files of the commands that record, with what they share, and the entry rooms."""
    commands = [path for path in source_files(".cpp", below="tools") if ".records()" in text(path) or "add_target(command" in text(path)]
    shared = {"target", "chosen", "lists", "room", "drafts", "opened", "form"}
    together = [path for path in source_files(".cpp", below="tools") if path.stem in shared]
    rooms = [path for path in source_files(".cpp", below="libthrive") if path.parent.name == "entry" or path.stem == "new_entry"]
    return [path for path in commands if path.stem != "edit"] + together + rooms


def is_refusal(entry):
    severity = entry["severity"]
    return "error" in ([severity] if isinstance(severity, str) else severity.values())


def header_of(path):
    """What a case of the gallery expects; its file may be in any encoding."""
    if path.is_dir():
        return text(path / "expect")
    lines = path.read_text(encoding="latin-1").splitlines(True)
    return "".join(line for line in lines if line.startswith("# "))


def shown():
    """The codes that a check command is seen to report, by the gallery's cases."""
    codes = set()
    for path in sorted((ROOT / "tests" / "errors").iterdir()):
        if not path.is_dir() and path.suffix != ".yaml":
            continue
        header = header_of(path)
        command = re.search(r"^(?:# )?command: (.*)$", header, re.MULTILINE)
        if not command or CHECKS.search(command[1]):
            codes.update(match[1] for match in (EXPECTED.search(line.strip()) for line in header.splitlines()) if match)
    return codes


def main():
    doors = yaml.safe_load(text(ROOT / "tests" / "agreement" / "doors.yaml"))
    codes, files = explained(), recording_files()
    said, wanted = {}, {}
    for path in files:
        content = text(path)
        for code in re.findall(r"\"([a-z][a-z0-9]*(?:-[a-z0-9]+)+)\"", content):
            if code in codes and code not in NAMES and is_refusal(codes[code]):
                said.setdefault(code, name_of(path))
        for words in USAGE.findall(content):
            wanted.setdefault(words[0] or words[1], name_of(path))
    problems = []
    reported = shown()
    for table, found in (("refusals", said), ("usage", wanted)):
        problems += [(thing, f"is refused in {where}, and doors.yaml has no check for it") for thing, where in found.items() if thing not in doors[table]]
        for thing, door in doors[table].items():
            if thing not in found:
                problems.append((thing, "is in doors.yaml, and nothing refuses it"))
            elif set(door) not in ({"check"}, {"act"}):
                problems.append((thing, "needs a check, or why it is about the act"))
            problems += [(thing, f"no case of the gallery shows a check that reports '{code}'") for code in door.get("check", []) if code not in reported]
    finish("doors", problems, len(said) + len(wanted))


main()
