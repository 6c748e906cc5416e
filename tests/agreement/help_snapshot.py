#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Every word of help of every tool and command is in tests/snapshots/help.txt, so that a change of the interface is one
difference to read. --bless writes the file anew."""

import argparse
import difflib
import sys
from pathlib import Path

from common import ROOT, every_help, name_of, text, tools

SNAPSHOT = ROOT / "tests" / "snapshots" / "help.txt"


def snapshot_of(programs):
    """The help of all tools in the order of CMakeLists.txt, each with its commands in the order it lists them."""
    parts = []
    for tool in tools():
        for command, shown in every_help(programs, tool).items():
            parts.append(f"$ {tool} {command + ' ' if command else ''}--help\n{shown.text}")
    return "\n".join(parts)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--bin", required=True, type=Path, help="the folder that holds the programs")
    options.add_argument("--bless", action="store_true", help="write the snapshot anew; then read git diff")
    given = options.parse_args()
    now = snapshot_of(given.bin)
    if given.bless:
        SNAPSHOT.parent.mkdir(exist_ok=True)
        SNAPSHOT.write_text(now, encoding="utf-8")
        return
    kept = text(SNAPSHOT) if SNAPSHOT.exists() else ""
    difference = list(difflib.unified_diff(kept.splitlines(), now.splitlines(), name_of(SNAPSHOT), "what help says", lineterm=""))
    print("\n".join(difference))
    print(f"help_snapshot: {now.count('$ ')} pages of help, {len(difference)} lines of difference")
    sys.exit(1 if difference or not now else 0)


main()
