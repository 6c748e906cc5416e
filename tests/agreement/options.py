#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""The options that --help shows are the options of the manual page: letter, long name and value, each once."""

import re

from common import built_tools, every_help, finish, page_of, programs_argument, text

ITEM = re.compile(r"^\.It (?=Fl)(.*)$", re.MULTILINE)
SHORT = re.compile(r"\bFl ([A-Za-z])\b")
LONG = re.compile(r"\bFl -([a-z][a-z0-9-]*)|\bFl Fl ([a-z][a-z0-9-]*)|\bFl \\-([a-z][a-z0-9-]*)")
VALUE = re.compile(r"\bAr (\S+)")


def options_of_page(page):
    """The options of a page's lists: (letter or None, long name, value or None), as often as they stand there."""
    found = []
    for item in ITEM.findall(text(page)):
        short, long, value = SHORT.search(item), LONG.search(item), VALUE.search(item)
        name = next((group for group in long.groups() if group), None) if long else None
        found.append((short[1] if short else None, name, value[1] if value else None))
    return found


def shown(option):
    letter, name, value = option
    return (f"-{letter}, " if letter else "") + (f"--{name}" if name else "") + (f" {value}" if value else "")


def main():
    programs = programs_argument(__doc__)
    problems = []
    looked_at = 0
    for tool in built_tools(programs):
        page = page_of(tool)
        if not page.exists():
            problems.append((tool, "has no manual page"))
            continue
        in_help = {option for help_page in every_help(programs, tool).values() for option in help_page.options()}
        in_page = options_of_page(page)
        looked_at += len(in_help)
        for option in sorted(in_help - set(in_page), key=shown):
            problems.append((f"{tool} {shown(option)}", "is in --help, not in the page"))
        for option in sorted(set(in_page) - in_help, key=shown):
            problems.append((f"{tool} {shown(option)}", "is in the page, not in --help"))
        for option in sorted({option for option in in_page if in_page.count(option) > 1}, key=shown):
            problems.append((f"{tool} {shown(option)}", "is in the page more than once"))
    finish("options", problems, looked_at)


main()
