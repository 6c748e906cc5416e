#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""What the recording commands promise, tried with the examples of their help: -n changes nothing and shows a diff, which
`git apply` turns into exactly what the command itself does; with - the project is read from standard input and the
edited one is printed; running it twice is right or refused, never half done; an edit touches few lines."""

import difflib
import re
import subprocess
import tempfile
from pathlib import Path

from common import built_tools, every_help, finish, programs_argument
from forms import HERE, examples_of, run, sandbox

MOST_LINES = 80  # a recording command writes one entry, or one sheet of them


def files_of(site):
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file() and "examples" not in path.relative_to(site).parts}


def changed_lines(before, after):
    count = 0
    for name in sorted(set(before) | set(after)):
        old, new = before.get(name, b"").splitlines(), after.get(name, b"").splitlines()
        count += sum(line[0] in "+-" for line in difflib.ndiff([repr(x) for x in old], [repr(x) for x in new]) if line[0] != "?")
    return count


def with_option(example, option):
    """The example with an option behind the command's name."""
    words = example.split(" ")
    return " ".join(words[:2] + [option] + words[2:])


def fresh(folder, name):
    place = Path(folder) / name
    place.mkdir()
    return sandbox(place)


def show(programs, project, site, given=None):
    words = [str(programs / "thrive"), "show", project, "-f", "json"]
    return subprocess.run(words, input=given, cwd=site, capture_output=True, timeout=60, check=False).stdout


def wrong_with(programs, example, folder):
    edited = fresh(folder, "edited")
    before = files_of(edited)
    outcome = run(programs, example, edited, HERE)
    after = files_of(edited)
    if outcome.returncode not in (0, 1):
        if after != before:
            yield f"ends with status {outcome.returncode} and has changed files"
        if "Try '" in outcome.stderr.decode():  # anything else is forms.py's business
            yield f"ends with status {outcome.returncode}: {outcome.stderr.decode()}"
        return
    if re.search(r" -o |(people|risks|causes) (draw|list|check|sheet)", example):
        return  # a part of a recording command that only reads
    if outcome.stdout and after == before:
        return  # an option made it print something to fill in, and record nothing
    if outcome.stdout:
        yield f"edits in place and prints {outcome.stdout[:200]!r}"
    if changed_lines(before, after) > MOST_LINES:
        yield f"changes {changed_lines(before, after)} lines"

    dry = fresh(folder, "dry")
    difference = run(programs, with_option(example, "-n"), dry, HERE)
    if files_of(dry) != before:
        yield "-n changes files"
    if difference.returncode != outcome.returncode:
        yield f"-n ends with status {difference.returncode}, without it with {outcome.returncode}"
    if difference.stdout:
        applied = subprocess.run(["git", "apply", "--unsafe-paths", "-p0", "-"], input=difference.stdout, cwd=dry, capture_output=True, timeout=60, check=False)
        if applied.returncode != 0:
            yield f"git cannot apply what -n prints: {applied.stderr.decode()}"
    if files_of(dry) != after:
        yield "-n shows something else than what is done"

    piped = fresh(folder, "piped")
    names_project = re.search(r" (examples/\S+|\S+\.yaml|\.)$", example)
    if not names_project:
        line = f"cat *.yaml | {with_option(example, '-q')} -"
        printed = run(programs, line, piped, HERE)
        if files_of(piped) != before:
            yield "with - it changes files"
        if show(programs, "-", piped, printed.stdout) != show(programs, ".", edited):
            yield f"with - it prints another project: {printed.stderr.decode()[:300]}"

    again = run(programs, example, edited, HERE)
    if again.returncode not in (0, 1, 2):
        yield f"a second time it ends with status {again.returncode}"
    if again.returncode == 2 and files_of(edited) != after:
        yield "a second time it is refused, and changes files"


def main():
    programs = programs_argument(__doc__).resolve()
    problems = []
    looked_at = 0
    for tool in built_tools(programs):
        for command, help_page in every_help(programs, tool).items():
            if not command or "--dry-run" not in help_page.text:
                continue
            for example in dict.fromkeys(examples_of(help_page)):
                if re.search(r"[|;&<>]| -n\b| --dry-run\b| -$", example):
                    continue
                with tempfile.TemporaryDirectory() as folder:
                    looked_at += 1
                    problems += [(example, wrong) for wrong in wrong_with(programs, example, folder)]
    finish("records", problems, looked_at)


if __name__ == "__main__":
    main()
