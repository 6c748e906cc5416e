#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""The tools that CMakeLists.txt lists are the sources, the manual pages, the transcripts, and the tools that README.md
and thrive(1) speak of."""

import re

from common import ROOT, finish, page_of, text, tools


def main():
    problems = []
    listed = tools()
    places = {
        "tools/{}.cpp": {path.stem for path in (ROOT / "tools").glob("*.cpp")},
        "man/{}.1": {path.stem for path in (ROOT / "man").glob("*.1")},
        "tests/transcripts/{}.md": {path.stem for path in (ROOT / "tests" / "transcripts").glob("*.md")},
    }
    for place, names in places.items():
        problems += [(place.format(tool), "is missing") for tool in listed if tool not in names]
        if "transcripts" not in place:
            problems += [(place.format(name), "is for no listed tool") for name in sorted(names - set(listed))]
    for tool in listed:
        if not re.search(rf"`{tool}( [^`]*)?`", text(ROOT / "README.md")):
            problems.append((f"README.md {tool}", "does not speak of this tool"))
        if page_of("thrive").exists() and tool != "thrive" and f".Xr {tool} 1" not in text(page_of("thrive")):
            problems.append((f"man/thrive.1 {tool}", "does not refer to this tool"))
        if page_of(tool).exists() and f".Nm {tool}\n" not in text(page_of(tool)):
            problems.append((f"man/{tool}.1", "names another tool"))
    finish("tools", problems, len(listed))


main()
