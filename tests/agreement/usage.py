#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""The usage line of every command is a line of the page's SYNOPSIS, every command has its subsection in the page, and
its transcript shows it at work."""

import re
import subprocess

from common import ROOT, built_tools, every_help, finish, page_of, programs_argument, text


def synopsis_of(page):
    """The lines of a page's SYNOPSIS as a reader sees them."""
    command = ["mandoc", "-Tascii", "-O", "width=900", str(page)]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    plain = re.sub(r".\x08", "", shown)
    section = re.search(r"^SYNOPSIS\n(.*?)^\S", plain, re.MULTILINE | re.DOTALL)
    return [line.strip() for line in section[1].splitlines() if line.strip()] if section else []


def skeleton(usage):
    """A usage without its options: `[-f FORM]` and `[options]` out, `[NAME ...]` as `[NAME...]`."""
    without = re.sub(r"\[(?:-[^\]]*|options)\]", "", usage).replace(" ...", "...")
    return " ".join(without.split())


def main():
    programs = programs_argument(__doc__)
    problems = []
    looked_at = 0
    for tool in built_tools(programs):
        page, transcript = page_of(tool), ROOT / "tests" / "transcripts" / f"{tool}.md"
        if not page.exists() or not transcript.exists():
            problems.append((tool, "has no manual page or no transcript"))
            continue
        helps = every_help(programs, tool)
        usages = {skeleton(helps[command].usage) for command in helps if command}
        lines = {skeleton(line) for line in synopsis_of(page)}
        looked_at += len(usages)
        problems += [(usage, "is the usage, not in the SYNOPSIS") for usage in sorted(usages - lines)]
        general = {f"{tool} COMMAND PROJECT", f"{tool} --help", f"{tool} --version", skeleton(helps[None].usage)}
        problems += [(line, "is in the SYNOPSIS, no usage") for line in sorted(lines - usages - general)]

        subsections = set(re.findall(r"^\.Ss (?:Cm |Ic )?(\S+)", text(page), re.MULTILINE))
        examples = re.findall(r"^[$>] (.*)", text(transcript), re.MULTILINE)
        for command in filter(None, helps):
            if command not in subsections:
                problems.append((f"{tool} {command}", "has no subsection (.Ss) in the page"))
            if not any(re.search(rf"\b{tool} {command}\b", example) for example in examples):
                problems.append((f"{tool} {command}", "is in no example of the transcript"))
    finish("usage", problems, looked_at)


main()
