#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Arrows between folders go one way, and a heavy header, or one of the operating system, is included in one place only."""

import re

from common import finish, name_of, source_files, text

SUBJECTS = ["pathway", "assessment", "priorities", "gaps", "measures", "ramps", "improvement", "journeys", "planning", "standing"]
# Rooms of a subject that turn facts into something to read; the others compute. A picture's own facts may be there too.
SPEAK = ["describe", "draw", "picture", "findings"]
# A room of a subject ("" for its facts), and the other rooms of the subject that its files may include.
INNER = {
    "methods": [""],
    "": ["methods"],
    "checks": ["", "methods"],
    "entry": ["", "methods"],
    **{speaks: ["", "methods", "checks", "entry", *SPEAK] for speaks in SPEAK},
}
# A room, and the rooms that its files may include besides itself.
MAY_INCLUDE = {
    "tools": ["cli", *SUBJECTS, "versions", "export", "project", "data", "findings", "records", "tables", "report", "model", "text"],
    "cli": ["project", "findings", "records", "tables", "report", "text", "model", "yaml", "data", "system"],
    "export": ["records", "measures", "findings", "report", "model", "system", "text"],
    "versions": ["project", "yaml", "records", "findings", "tables", "report", "model", "data", "system", "text"],
    "report": ["text"],
    "project": ["yaml", "records", "findings", "tables", "model", "data", "system", "text"],
    "records": ["findings", "model", "text"],
    "findings": ["yaml", "data", "report", "text"],
    "tables": ["text"],
    "model": ["text"],
    "yaml": ["text"],
    "data": ["system", "text"],
    "system": ["text"],
    "text": [],
    **{subject: ["records", "findings", "tables", "model", "report", "text"] for subject in SUBJECTS},
}
# A cycle is judged by what its measure shows; charts know of cycles only as dates.
MAY_INCLUDE["ramps"] = [*MAY_INCLUDE["ramps"], "measures"]
# A theory is judged by what its ramps and their measures show.
MAY_INCLUDE["improvement"] = [*MAY_INCLUDE["improvement"], "ramps", "measures"]
# A plan is judged by what tests and figures show.
MAY_INCLUDE["planning"] = [*MAY_INCLUDE["planning"], "measures", "ramps"]
# Where a project stands is seen from all that hangs on its priorities.
MAY_INCLUDE["standing"] = [*MAY_INCLUDE["standing"], "assessment", "measures", "ramps", "planning"]
# A heavy header: the folders that may include it, and in how many files.
HEAVY = {
    "CLI/": ("libthrive/cli/", 1),
    "yaml-cpp/": ("libthrive/yaml/", 1),
    "boost/": (("libthrive/pathway/", "libthrive/journeys/", "libthrive/planning/"), 4),
    "nlohmann/": ("libthrive/text/json.cpp", 1),
}
# What differs between systems: only the room "system" knows it.
SYSTEM = re.compile(r"(unistd|fcntl|signal|pthread|poll|spawn|dirent|time)\.h|sys/.*|csignal|ctime|thread")
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)


def room(path):
    """The room that a file belongs to: the folder below libthrive, or "tools"."""
    parts = path.split("/")
    return parts[1] if parts[0] == "libthrive" and len(parts) > 2 else parts[0]


def inner_room(path):
    """The room within a subject: "" for the subject's facts."""
    parts = path.split("/")
    return parts[2] if len(parts) > 3 else ""


def main():
    problems = []
    heavy = {header: set() for header in HEAVY}
    files = source_files(".cpp", ".hpp", below="libthrive") + source_files(".cpp", ".hpp", below="tools")
    for path in files:
        name = name_of(path)
        here = room(name)
        if here not in MAY_INCLUDE:
            problems.append((name, f"'{here}' is no room that the layers know"))
            continue
        for included in INCLUDE.findall(text(path)):
            if included == "regex":
                problems.append((name, "includes <regex>"))
            if here != "system" and SYSTEM.fullmatch(included):
                problems.append((name, f"includes <{included}>, which belongs in libthrive/system"))
            if included == "iostream" and name.endswith(".hpp"):
                problems.append((name, "a header includes <iostream>"))
            for header in HEAVY:
                if included.startswith(header):
                    heavy[header].add(name)
            if not included.startswith("libthrive/"):
                continue
            there = room(included)
            if there != here and there not in MAY_INCLUDE[here]:
                problems.append((name, f"{here} may not include {included}"))
            if here not in SUBJECTS:
                continue
            if there == "report" and inner_room(name) not in SPEAK:
                problems.append((name, f"computes, and includes {included}"))
            inner, other = inner_room(name), inner_room(included)
            if inner not in INNER:
                problems.append((name, f"'{here}/{inner}' is no room of a subject that the layers know"))
            elif there == here and other != inner and other not in INNER[inner]:
                problems.append((name, f"{here}/{inner or '(facts)'} may not include {included}"))
            elif there != here and there in SUBJECTS and inner not in SPEAK and other not in ["", "methods"]:
                problems.append((name, f"may use the facts of {there}, and includes {included}"))
    for header, (folders, most) in HEAVY.items():
        for name in sorted(heavy[header]):
            if not name.startswith(folders) or name.endswith(".hpp"):
                problems.append((name, f"includes <{header}...>, which belongs in a source file of {folders}"))
        if len(heavy[header]) > most:
            problems.append((f"<{header}...>", f"included by {len(heavy[header])} files, not {most}: {sorted(heavy[header])}"))
    finish("layers", problems, len(files))


main()
