#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Edited files say the same to libyaml (through PyYAML) as to our reader: keys, their order, lists and texts. Documents
that libyaml refuses as they are (tabs behind dashes and the like) are left out, as are lines of tabs alone."""

import argparse
import json
import re
import subprocess
from pathlib import Path

import yaml
from common import finish

ROUNDS = 150
NULLS = ("", "~", "null", "Null", "NULL")
LINE_OF_TABS = re.compile(r"^[ \t]*\t[ \t]*\r?$", re.MULTILINE)


def same(read, ours):
    """Every scalar is text to the reader that is asked here, so nothing but null needs translating."""
    if ours is None:
        return isinstance(read, str) and read in NULLS
    if isinstance(ours, dict):
        return isinstance(read, dict) and list(read) == list(ours) and all(same(read[key], ours[key]) for key in ours)
    if isinstance(ours, list):
        return isinstance(read, list) and len(read) == len(ours) and all(map(same, read, ours))
    return read == ours


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", required=True, type=Path, help="the folder that holds edit-probe")
    probe = parser.parse_args().bin.resolve() / "edit-probe"
    made = json.loads(subprocess.run([probe, str(ROUNDS)], check=True, capture_output=True).stdout)
    problems, refused, compared = [], set(), 0
    for entry in made:
        name, change, text = entry["document"], entry["change"], entry["bytes"].lstrip("\ufeff")
        if name in refused:
            continue
        try:
            read = yaml.load(text, yaml.CBaseLoader)
        except yaml.YAMLError as error:
            if not change:
                refused.add(name)
            elif not LINE_OF_TABS.search(text):
                problems.append((name, f"libyaml refuses it after a change of '{change}': {error}"))
            continue
        compared += 1
        if not same("" if read is None else read, entry["value"]):
            problems.append((name, f"libyaml reads something else after a change of '{change}': {text!r}"))
    if len(refused) > 3:
        problems.append(("corpus", f"libyaml refuses {', '.join(sorted(refused))}"))
    finish("edits", problems, compared)


main()
