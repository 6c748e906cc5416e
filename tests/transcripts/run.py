#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Runs every example of a page and compares what happens with what the page shows.

A page is Markdown (fenced ```console blocks) or mdoc (.Bd -literal blocks). In a block, "$ " starts a command, "> "
continues it, the lines behind it are what a terminal shows, and "? N" states an exit status other than 0. The commands
of a page run one after the other in one shell, in a folder of their own that holds a copy of examples/.
"""

import argparse
import difflib
import re
import secrets
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from sandbox import ROOT, Sandbox  # noqa: E402

# A killed or crashed program is never what a page means to show.
HIGHEST_STATUS = 125


class Example:
    """A command of a page, and what the page says it does."""

    def __init__(self, command, line):
        self.command = command
        self.line = line  # counted from 0
        self.end = line + 1  # the first line behind the example
        self.output = []
        self.status = 0


class Markup:
    """How a page marks its examples, and how it writes a line of a terminal."""

    def __init__(self, begin, end, escape, unescape):
        self.begin = re.compile(begin)
        self.end = re.compile(end)
        self.escape = escape
        self.unescape = unescape


def mdoc_escape(line):
    line = line.replace("\\", "\\e")
    return "\\&" + line if line.startswith((".", "'")) else line


def mdoc_unescape(line):
    return re.sub(r"\\(e|&|-)", lambda match: {"e": "\\", "&": "", "-": "-"}[match[1]], line)


MARKDOWN = Markup(r"^```console$", r"^```$", lambda line: line, lambda line: line)
MDOC = Markup(r"^\.Bd .*-literal", r"^\.Ed$", mdoc_escape, mdoc_unescape)


def read_examples(lines, markup):
    """The examples of a page, in order."""
    examples = []
    inside = False
    current = None
    for number, raw in enumerate(lines):
        if not inside:
            inside = bool(markup.begin.match(raw))
            current = None
            continue
        if markup.end.match(raw):
            inside = False
            continue
        line = markup.unescape(raw)
        if line.startswith("$ "):
            current = Example(line[2:], number)
            examples.append(current)
            continue
        if current is None:
            continue
        current.end = number + 1
        if line.startswith("> ") and not current.output and current.status == 0:
            current.command += "\n" + line[2:]
        elif re.fullmatch(r"\? [0-9]+", line):
            current.status = int(line[2:])
        else:
            current.output.append(line)
    return examples


def perform(examples, programs):
    """Runs the examples; gives the output lines and exit status of each."""
    salt = f"@@{secrets.token_hex(12)}@@"
    script = "".join(f"{example.command}\nprintf '{salt}%d\\n' \"$?\"\n" for example in examples)
    with Sandbox(programs) as sandbox:
        if (ROOT / "examples").is_dir():
            sandbox.copy(ROOT / "examples")
        _, output = sandbox.shell(script)
    happened = []
    parts = re.split(rf"{salt}(\d+)\n", output)
    for text, status in zip(parts[0::2], parts[1::2]):
        lines = text.split("\n")
        if lines[-1] == "":
            lines.pop()
        else:
            lines[-1] += " \\ no newline at the end"
        happened.append((lines, int(status)))
    while len(happened) < len(examples):
        happened.append((["the shell ended before this command was done:", *parts[-1].splitlines()], -1))
    return happened


def shown(command, output, status):
    """A command and its outcome as a page shows them."""
    lines = [("$ " if first else "> ") + line for first, line in zip([True] + [False] * 99999, command.split("\n"))]
    return lines + output + ([f"? {status}"] if status else [])


def compare(page, examples, happened):
    """The difference between a page and what happened, as lines; empty when there is none."""
    differences = []
    for example, (output, status) in zip(examples, happened):
        says = shown(example.command, example.output, example.status)
        does = shown(example.command, output, status)
        if says != does or example.status > HIGHEST_STATUS:
            place = f"{page}:{example.line + 1}"
            differences += difflib.unified_diff(says, does, f"{place} (says)", f"{place} (does)", n=99, lineterm="")
            if example.status > HIGHEST_STATUS:
                differences.append(f"{place}: a page cannot expect a crash (exit status {example.status})")
    return differences


def bless(path, lines, markup, examples, happened):
    """Writes what happened into the page."""
    for example, (output, status) in reversed(list(zip(examples, happened))):
        if not 0 <= status <= HIGHEST_STATUS:
            raise SystemExit(f"{path}:{example.line + 1}: exit status {status} is nothing to bless: {output[-3:]}")
        block = [markup.escape(line) for line in shown(example.command, output, status)]
        lines[example.line : example.end] = block
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bin", required=True, help="the folder that holds the programs")
    options.add_argument("--bless", action="store_true", help="write what happens into the pages, then read git diff")
    options.add_argument("page", nargs="+", type=Path)
    chosen = options.parse_args()
    failed = False
    for page in chosen.page:
        lines = page.read_text(encoding="utf-8").splitlines()
        markup = MARKDOWN if page.suffix == ".md" else MDOC
        examples = read_examples(lines, markup)
        if not examples:
            print(f"FAIL {page}: holds no example")
            failed = True
            continue
        happened = perform(examples, chosen.bin)
        if chosen.bless:
            bless(page, lines, markup, examples, happened)
            continue
        differences = compare(page, examples, happened)
        failed |= bool(differences)
        print(f"{'FAIL' if differences else 'ok  '} {page} ({len(examples)} examples)")
        for line in differences:
            print(line)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
