#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""What bash completes is what the tools can do: every command, every option, every form, and nothing else."""

import re
import shlex
import subprocess

from common import built_tools, every_help, finish, programs_argument


def completed(programs, script, words):
    """What bash offers for the last of the words."""
    asking = f"""
        PATH={shlex.quote(str(programs))}:/usr/bin:/bin
        source {shlex.quote(str(script))}
        COMP_WORDS=({' '.join(map(shlex.quote, words))})
        COMP_CWORD={len(words) - 1}
        _thrive
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    run = subprocess.run(["bash", "-c", asking], capture_output=True, text=True, check=True, timeout=60)
    return set(run.stdout.split())


def names_of(options):
    return {f"--{name}" for _, name, _ in options} | {f"-{letter}" for letter, _, _ in options if letter}


def forms_of(help_page):
    """The forms that -f takes, as the help says them."""
    options = " ".join(" ".join(help_page.section("Options")).split())
    found = re.search(r"--format FORMAT [^:]*: ((?:[a-z]+, )*[a-z]+ or [a-z]+)", options)
    return set(re.split(r", | or ", found[1])) if found else set()


def taken_apart(typed):
    """The words that bash makes of one with a = in it."""
    path, equals, value = typed.partition("=")
    return (path, equals, value) if equals and value else (path, equals) if equals else (path,)


def paths_of(programs, tool, typed):
    """What thrive says may follow, without what stands on the line already."""
    which = [] if tool == "thrive" else ["--tool", tool]
    command = [programs / "thrive", "fields", *which, "--complete", typed]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout
    return {line.removeprefix(typed[: typed.find("=") + 1]) for line in said.splitlines()}


def main():
    programs = programs_argument(__doc__).resolve()
    script = programs / "completion.bash"
    problems = []
    looked_at = 0
    built = built_tools(programs)
    for tool in built:
        helps = every_help(programs, tool)
        siblings = set(built) - {"thrive"} if tool == "thrive" else set()
        asked = {
            (tool, ""): set(helps[None].commands()) | siblings,
            (tool, "-"): names_of(helps[None].options()),
        }
        for command in filter(None, helps):
            asked[(tool, command, "-")] = names_of(helps[command].options())
            asked[("thrive", tool, command, "--")] = {n for n in names_of(helps[command].options()) if n.startswith("--")}
            if forms_of(helps[command]):
                asked[(tool, command, "-f", "")] = asked[(tool, command, "--format", "=", "")] = forms_of(helps[command])
        if "edit" in helps:
            for typed in ("", "s", "services/any/", "services/any/sector="):
                asked[(tool, "edit", "--set", *taken_apart(typed))] = paths_of(programs, tool, typed)
            asked[("thrive", tool, "edit", "--set", "=", "")] = paths_of(programs, tool, "")
        for words, expected in asked.items():
            if words[:2] == ("thrive", "thrive"):
                continue
            looked_at += 1
            offered = completed(programs, script, words)
            if offered != expected:
                wrong = f"offers {sorted(offered - expected)} too much, {sorted(expected - offered)} too little"
                problems.append((" ".join(words), wrong))
    finish("completion", problems, looked_at)


main()
