# SPDX-License-Identifier: MIT
"""What the agreement checks share: the files of the source tree, the list of tools, and how a check ends."""

import argparse
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
EXCEPTIONS = ROOT / "tests" / "agreement" / "exceptions.txt"
NOT_OURS = re.compile(r"^(\.git|build[^/]*)(/|$)|(^|/)__pycache__(/|$)|\.lock$")


def source_files(*suffixes, below=""):
    """The files of the source tree, sorted; only those that end in one of the suffixes, when there are any."""
    found = []
    for path in sorted((ROOT / below).rglob("*")):
        name = path.relative_to(ROOT).as_posix()
        if path.is_file() and not NOT_OURS.search(name) and (not suffixes or path.name.endswith(suffixes)):
            found.append(path)
    return found


def name_of(path):
    """A file's name from the root of the source tree."""
    return Path(path).relative_to(ROOT).as_posix()


def tools():
    """The tools that CMakeLists.txt lists."""
    listed = re.search(r"set\(THRIVE_TOOLS ([^)]*)\)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8"))
    return listed[1].split()


def text(path):
    return Path(path).read_text(encoding="utf-8")


def exceptions(check):
    """The disagreements of one check that are known: lines `CHECK THING` of exceptions.txt."""
    lines = text(EXCEPTIONS).splitlines() if EXCEPTIONS.exists() else []
    known = [line for line in lines if line and not line.startswith("#")]
    if known != sorted(set(known)):
        raise SystemExit(f"{name_of(EXCEPTIONS)}: the lines are not sorted, or one is there twice")
    return [line.split(" ", 1)[1] for line in known if line.split(" ", 1)[0] == check]


def finish(check, problems, looked_at):
    """Ends a check: each problem is a pair of the thing and what is wrong. Known ones are left out, and one that is known
    but gone is itself a problem, so that the list can only shrink. A check that looked at nothing fails."""
    known = exceptions(check)
    lines = [f"{thing}: {wrong}" for thing, wrong in problems if thing not in known]
    gone = set(known) - {thing for thing, _ in problems}
    lines += [f"{name_of(EXCEPTIONS)}: '{check} {thing}' agrees by now: remove the line" for thing in sorted(gone)]
    if not looked_at:
        lines.append(f"{check}: found nothing to look at")
    for line in lines:
        print(line)
    print(f"{check}: {looked_at} looked at, {len(lines)} wrong")
    sys.exit(1 if lines else 0)


class Help:
    """What a tool, or one of its commands, says for --help: usage, commands, arguments, options."""

    OPTION = re.compile(r"^ {2,6}(?:-(\w), +)?--([a-z][a-z0-9-]*)(?: ([A-Z][A-Z0-9|.:=-]*))?(?:  .*)?$")

    def __init__(self, programs, tool, command=None):
        words = [str(Path(programs) / tool)] + ([command] if command else []) + ["--help"]
        run = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
        if run.returncode != 0 or run.stderr:
            raise SystemExit(f"'{' '.join(words)}' ends with status {run.returncode}: {run.stderr}")
        self.text = run.stdout
        self.usage = run.stdout.splitlines()[0].removeprefix("Usage: ")

    def section(self, title):
        """The lines below `title:`, up to an empty line."""
        lines = self.text.splitlines()
        if f"{title}:" not in lines:
            return []
        rest = lines[lines.index(f"{title}:") + 1 :]
        return rest[: rest.index("")] if "" in rest else rest

    def commands(self):
        return [line.split()[0] for line in self.section("Commands") if re.match(r"  \S", line)]

    def options(self):
        """The options: (letter or None, long name, name of the value or None)."""
        found = [self.OPTION.match(line) for line in self.section("Options")]
        return [match.groups() for match in found if match]


def every_help(programs, tool):
    """The help of a tool and of each of its commands, by command; the tool's own under None."""
    own = Help(programs, tool)
    return {None: own, **{command: Help(programs, tool, command) for command in own.commands()}}


def programs_argument(description):
    """The folder of the programs, from --bin."""
    options = argparse.ArgumentParser(description=description)
    options.add_argument("--bin", required=True, type=Path, help="the folder that holds the programs")
    return options.parse_args().bin


def page_of(tool):
    return ROOT / "man" / f"{tool}.1"


def built_tools(programs):
    """The tools that have a program; every tool has one once the sources are complete."""
    return [tool for tool in tools() if (Path(programs) / tool).exists()]
