#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Runs the error gallery: every case must report exactly the problems that it says. README.md here has the format."""

import argparse
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from sandbox import ROOT, Sandbox  # noqa: E402

PROBLEM = re.compile(r"^(?:.*?: )?(?:error|warning|note): .* \[[a-z0-9-]+\]$")
PLACED = re.compile(r"^\d+:\d+: ")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Case:
    """One case: what to run, and what it must report."""

    def __init__(self, path):
        self.path = path
        self.code = path.name.split(".")[0]
        self.command = "thrive check {}"
        self.status = None
        self.expected = []
        self.folder = path.is_dir()
        self.subject = "." if self.folder else path.name
        for line in self.header():
            self.read(line)

    def header(self):
        """The lines that say what to expect, without the comment sign."""
        if self.folder:
            return (self.path / "expect").read_text(encoding="utf-8").splitlines()
        lines = []
        for line in self.path.read_bytes().removeprefix(BYTE_ORDER_MARK).splitlines():
            if not re.match(rb"# (expect|command|status): ", line):
                break
            lines.append(line.decode("utf-8")[2:])
        return lines

    def read(self, line):
        word, _, rest = line.partition(": ")
        if word == "command":
            self.command = rest
        elif word == "status":
            self.status = int(rest)
        elif self.folder and line:
            self.expected.append(line)
        elif word == "expect":
            self.expected.append(f"{self.subject}:{rest}" if PLACED.match(rest) else rest)

    def run(self, programs):
        with Sandbox(programs) as sandbox:
            if self.folder:
                for entry in sorted(self.path.iterdir()):
                    if entry.name != "expect":
                        sandbox.copy(entry)
            else:
                sandbox.copy(self.path)
            return sandbox.shell(self.command.replace("{}", self.subject))

    def bless(self, problems):
        """Writes the reported problems into the case."""
        lines = [f"command: {self.command}"] if self.command != "thrive check {}" else []
        lines += [f"status: {self.status}"] if self.status is not None else []
        if self.folder:
            (self.path / "expect").write_text("".join(f"{line}\n" for line in lines + problems), encoding="utf-8")
            return
        before = self.path.read_bytes()
        mark = BYTE_ORDER_MARK if before.startswith(BYTE_ORDER_MARK) else b""
        body = before.removeprefix(mark).splitlines(keepends=True)[len(self.header()) :]
        shown = [f"expect: {problem.removeprefix(self.subject + ':')}" for problem in problems]
        header = "".join(f"# {line}\n" for line in shown + lines).encode()
        self.path.write_bytes(mark + header + b"".join(body))


def reported_problems(output):
    """The lines of the output that are problems; a program's own name before an unplaced one is left out."""
    lines = [line for line in output.splitlines() if PROBLEM.match(line)]
    return [re.sub(r"^[a-z-]+: (?=(error|warning|note): )", "", line) for line in lines]


def complaints(case, status, output):
    """What is wrong with a case that was run; empty when it is as it should be."""
    problems = reported_problems(output)
    wrong = []
    if not case.expected:
        wrong.append("says nothing about what to expect")
    elif not any(line.endswith(f"[{case.code}]") for line in case.expected):
        wrong.append(f"is named after [{case.code}] but expects other problems")
    if problems != case.expected:
        wrong += [f"expected  {line}" for line in case.expected if line not in problems]
        wrong += [f"reported  {line}" for line in problems if line not in case.expected]
        if sorted(problems) == sorted(case.expected):
            wrong.append("reports the expected problems in another order")
        elif len(wrong) == 0:
            wrong.append("reports a problem more often or less often than expected")
    allowed = [case.status] if case.status is not None else [1, 2]
    mild = r"^(.*: )?note: " if case.command == "thrive check {}" else r"^(.*: )?(note|warning): "
    if case.status is None and all(re.match(mild, line) for line in case.expected):
        allowed = [0, 1]
    if status not in allowed:
        wrong.append(f"exit status {status}, not {' or '.join(map(str, allowed))}")
    if wrong and not problems:
        wrong += [f"output    {line}" for line in output.splitlines()[:20]]
    return wrong


def all_cases():
    folder = ROOT / "tests" / "errors"
    return [path for path in sorted(folder.iterdir()) if path.is_dir() and (path / "expect").exists() or path.suffix == ".yaml"]


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--bin", required=True, help="the folder that holds the programs")
    options.add_argument("--bless", action="store_true", help="write what is reported into the cases")
    options.add_argument("case", nargs="*", type=Path)
    chosen = options.parse_args()
    failed = 0
    cases = chosen.case or all_cases()
    for path in cases:
        case = Case(path)
        status, output = case.run(chosen.bin)
        if chosen.bless:
            # A changed number of comment lines moves the places, so once more.
            case.bless(reported_problems(output))
            _, output = Case(path).run(chosen.bin)
            case = Case(path)
            case.bless(reported_problems(output))
            continue
        wrong = complaints(case, status, output)
        if wrong:
            failed += 1
            print(f"FAIL {path.name}")
            for line in wrong:
                print(f"     {line}")
    print(f"{len(cases) - failed} cases as expected, {failed} not")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
