#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Every tool keeps the conventions: help on standard output that fits a screen and shows examples, mistakes on standard
error with exit status 2, a full disk is trouble, and no exit status but 0, 1 and 2."""

import subprocess

from common import built_tools, every_help, finish, programs_argument, tools

SCREEN = 30  # lines: a tool's help fits, and so does that of a command with few options
LINES_OF_AN_OPTION = 1.5  # of a command with many: most take one line, some two
WIDEST_HELP = 80


def run(words, stdout=subprocess.PIPE):
    return subprocess.run(words, stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE, text=True, timeout=60, check=False)


def wrong_with_help(name, help_page):
    lines = help_page.text.splitlines()
    longest = SCREEN if help_page.commands() else max(SCREEN, 14 + LINES_OF_AN_OPTION * len(help_page.options()))
    if len(lines) > longest:
        yield name, f"its help has {len(lines)} lines, more than {longest}"
    for line in lines:
        if len(line) > WIDEST_HELP:
            yield name, f"its help has a line of {len(line)} columns: {line}"
    if sum(line.startswith("  $ ") for line in lines) < 2:
        yield name, "its help shows fewer than two examples"


def wrong_with_mistake(name, words):
    """A usage mistake: exit status 2, something on standard error that names the tool, nothing on standard output."""
    outcome = run(words)
    if outcome.returncode != 2 or outcome.stdout or not outcome.stderr.startswith(name.split()[0] + ": "):
        yield name, f"{words[1:]} gives status {outcome.returncode}, prints {outcome.stdout!r} and {outcome.stderr!r}"


def main():
    programs = programs_argument(__doc__).resolve()
    problems = [(tool, "was not built") for tool in tools() if tool not in built_tools(programs)]
    looked_at = 0
    for tool in built_tools(programs):
        program = str(programs / tool)
        with open("/dev/full", "w", encoding="utf-8") as full:
            for option in ("--help", "--version"):
                outcome = run([program, option], full)
                if outcome.returncode != 2 or not outcome.stderr:
                    problems.append((tool, f"{option} to a full disk gives status {outcome.returncode}, says {outcome.stderr!r}"))
        problems += wrong_with_mistake(tool, [program, "--no-such-option"])
        problems += wrong_with_mistake(tool, [program, "no-such-command"])
        problems += wrong_with_mistake(tool, [program])
        for command, help_page in every_help(programs, tool).items():
            looked_at += 1
            name = f"{tool} {command}" if command else tool
            problems += wrong_with_help(name, help_page)
            if command:
                problems += wrong_with_mistake(name, [program, command, "--no-such-option"])
    finish("streams", problems, looked_at)


main()
