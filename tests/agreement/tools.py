#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""The tools that CMakeLists.txt lists are the sources, the manual pages, the transcripts, and the tools that README.md
and thrive(1) speak of. A tool's source is its table of commands, and each command has a file of its name."""

import re

from common import ROOT, finish, page_of, text, tools

MOST_LINES = 40  # of a table of commands
COMMAND = re.compile(r'tool\.command\("([^"]+)", "[^"]*", (declare_\w+)\);')


def check_commands(tool, problems):
    """The table of commands, the header that declares them and the files that define them are about the same ones."""
    table = text(ROOT / "tools" / f"{tool}.cpp")
    if len(table.splitlines()) > MOST_LINES:
        problems.append((f"tools/{tool}.cpp", f"is more than a table of commands: over {MOST_LINES} lines"))
    folder = ROOT / "tools" / tool
    commands = COMMAND.findall(table)
    declared = set(re.findall(r"^void (declare_\w+)\(", text(folder / "commands.hpp"), re.MULTILINE))
    for function in sorted(declared.symmetric_difference(function for _, function in commands)):
        problems.append((f"tools/{tool}/commands.hpp", f"and tools/{tool}.cpp do not agree about {function}"))
    for command, function in commands:
        path = folder / f"{command}.cpp"
        if not path.exists() or f"void {function}(cli::Command& command) {{" not in text(path):
            problems.append((f"tools/{tool}/{command}.cpp", f"does not define {function}"))
    return len(commands)


def main():
    problems = []
    commands = 0
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
        commands += check_commands(tool, problems)
        if not re.search(rf"`{tool}( [^`]*)?`", text(ROOT / "README.md")):
            problems.append((f"README.md {tool}", "does not speak of this tool"))
        if page_of("thrive").exists() and tool != "thrive" and f".Xr {tool} 1" not in text(page_of("thrive")):
            problems.append((f"man/thrive.1 {tool}", "does not refer to this tool"))
        if page_of(tool).exists() and f".Nm {tool}\n" not in text(page_of(tool)):
            problems.append((f"man/{tool}.1", "names another tool"))
    finish("tools", problems, len(listed) + commands)


main()
