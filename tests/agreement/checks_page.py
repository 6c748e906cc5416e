#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""man/thrive-checks.7 says what libthrive/data/checks says. checks_page.py --write writes it anew."""

import argparse
import difflib

import yaml
from common import ROOT, finish, text

PAGE = ROOT / "man" / "thrive-checks.7"
# The areas in the order of the page, and what each is about.
AREAS = {
    "yaml": "Files and YAML",
    "project": "Projects",
    "personal-data": "Personal data",
    "pathway": "Services, flows and observations",
    "assessments": "Assessments",
    "sheets": "Sheets that are read back",
    "export": "Tables for analysis",
    "differences": "Differences between versions",
    "priorities": "Priorities",
    "gaps": "Gaps",
    "drivers": "Drivers, ideas and causes",
    "measures": "Measures and figures",
    "extracts": "Extracts of referrals",
    "event-logs": "Event logs",
    "ramps": "Ramps and cycles",
    "planning": "Plans, people and risks",
    "status": "Where a project stands",
    "editing": "Corrections",
    "cli": "Options, input and output",
}
HEAD = """\
.\\" SPDX-License-Identifier: MIT
.\\" Written by tests/agreement/checks_page.py from libthrive/data/checks; change the YAML files instead.
.Dd November 22, 2026
.Dt THRIVE-CHECKS 7
.Os
.Sh NAME
.Nm thrive-checks
.Nd what the THRIVE tools report, and what to do about it
.Sh DESCRIPTION
A problem is reported on standard error as
.Pp
.Dl FILE:LINE:COLUMN: error: message [code]
.Pp
An
.Em error
means that the input cannot be used as it is, a
.Em warning
that it can and somebody should look, a
.Em note
that something is worth knowing.
This page explains the codes, as
.Ql thrive explain CODE
does.
"""
FOOT = """\
.Sh SEE ALSO
.Xr thrive 1 ,
.Xr thrive-project 5
"""


def sentences(words):
    """Text as mdoc: one sentence a line, nothing that mdoc takes for its own."""
    words = " ".join(words.split()).replace("\\", "\\e")
    lines = words.replace(". ", ".\n").replace("? ", "?\n").split("\n")
    return [f"\\&{line}" if line.startswith((".", "'")) else line for line in lines]


def severity_of(entry):
    """The severity in words: `error or warning` where the facts decide."""
    severity = entry["severity"]
    return severity if isinstance(severity, str) else " or ".join(dict.fromkeys(severity.values()))


def entry_of(code, entry):
    title = entry["title"].rstrip(".")
    lines = [f".It Sy {code} Pq {severity_of(entry)}", *sentences(title[:1].upper() + title[1:] + ".")]
    return lines + sentences(entry["meaning"]) + sentences(entry["action"])


def page():
    lines = []
    known = {path.stem for path in (ROOT / "libthrive" / "data" / "checks").glob("*.yaml")}
    count = 0
    for area, title in AREAS.items():
        if area not in known:
            continue
        codes = yaml.safe_load(text(ROOT / "libthrive" / "data" / "checks" / f"{area}.yaml")) or {}
        lines += [f".Sh {title.upper()}", ".Bl -tag -width Ds"]
        for code in sorted(codes):
            lines += entry_of(code, codes[code])
        lines.append(".El")
        count += len(codes)
    if known - set(AREAS):
        raise SystemExit(f"libthrive/data/checks: no place in the page for {sorted(known - set(AREAS))}")
    return HEAD + "".join(f"{line}\n" for line in lines) + FOOT, count


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--write", action="store_true")
    wanted, count = page()
    if options.parse_args().write:
        PAGE.write_text(wanted, encoding="utf-8")
        return
    is_now = text(PAGE) if PAGE.exists() else ""
    difference = list(difflib.unified_diff(is_now.splitlines(), wanted.splitlines(), "the page", "the data", n=0, lineterm=""))
    problems = [("man/thrive-checks.7", line) for line in difference[2:]]
    finish("checks_page", problems, count)


main()
