#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Options that mean the same in every tool are explained in the same words in every page: those of
common_options.mdoc. With --fix, the pages are given them."""

import argparse
import re

from common import ROOT, finish, page_of, text, tools

ITEM = re.compile(r"^\.It Fl.*\n(?:(?!\.(?:It|El|Bl|Pp|Sh|Ss)\b).*\n)*", re.MULTILINE)
LONG = re.compile(r"Fl -([a-z][a-z-]*)")


def items(mdoc):
    """The items of a page's option lists, by long name: the whole text of each."""
    return {name[1]: item[0] for item in ITEM.finditer(mdoc) if (name := LONG.search(item[0].splitlines()[0]))}


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--fix", action="store_true", help="write the common words into the pages")
    fix = options.parse_args().fix
    common = items(text(ROOT / "tests" / "agreement" / "common_options.mdoc"))
    problems = []
    looked_at = 0
    for tool in filter(lambda name: page_of(name).exists(), tools()):
        page = text(page_of(tool))
        for name, item in items(page).items():
            if name not in common:
                continue
            looked_at += 1
            if item != common[name]:
                problems.append((f"{tool} --{name}", "is not explained in the words of common_options.mdoc"))
                page = page.replace(item, common[name])
        if fix:
            page_of(tool).write_text(page, encoding="utf-8")
    finish("common_options", [] if fix else problems, looked_at)


main()
