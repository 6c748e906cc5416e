#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""The scripts of findings/ and the tables of its page are the same, and each script pins what it installs and compares what
it prints. Whether other people's programs still behave so is for the scripts to say, outside the tests: they fetch
packages."""

import re

from common import ROOT, finish, text

FOLDER = ROOT / "findings"
LONGEST = 80
INSTALLS = re.compile(r"^(debian|npm_packages) ((?:[^\\\n]|\\\n)*)", re.MULTILINE)
PINNED = {"debian": re.compile(r"[a-z0-9][a-z0-9+.-]+=\S+"), "npm_packages": re.compile(r"@?[\w./-]+@\d[\w.-]*")}
SAYS = ("# Expected: ", "# Seen: ", "# Why it matters: ", "# Stated: ")


def wrong_with(script):
    head, _, body = script.partition("set -eu\n")
    for words in SAYS:
        if f"\n{words}" not in head:
            yield f"its head does not say '{words[2:-2]}'"
    installs = INSTALLS.findall(body)
    if not installs:
        yield "installs nothing"
    for how, packages in installs:
        for package in packages.replace("\\\n", " ").split():
            if not PINNED[how].fullmatch(package):
                yield f"does not pin the version of '{package}'"
    if "\nshows '" not in body:
        yield "compares nothing with what was seen"
    if script.count("\n") > LONGEST:
        yield f"has {script.count(chr(10))} lines; a finding fits in {LONGEST}"


def main():
    scripts = sorted(FOLDER.glob("*.sh"))
    problems = [(path.name, wrong) for path in scripts for wrong in wrong_with(text(path))]
    listed = re.findall(r"^\| \[([\w-]+)\]\(([\w-]+\.sh)\) \|", text(FOLDER / "README.md"), re.MULTILINE)
    names = [name for _, name in listed]
    problems += [(name, "its line in findings/README.md has another name") for title, name in listed if f"{title}.sh" != name]
    problems += [(path.name, "has no line in findings/README.md") for path in scripts if path.name not in names]
    problems += [(name, "is in findings/README.md and not there") for name in names if not (FOLDER / name).exists()]
    if len(names) != len(set(names)):
        problems.append(("findings/README.md", "names a script twice"))
    finish("surprises", problems, len(scripts))


main()
