#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""The projects that users start from have nothing wrong with them: those of examples/, and what `thrive init` makes."""

import subprocess
import tempfile
from pathlib import Path

from common import ROOT, finish, name_of, programs_argument


def projects():
    """Every project of examples/: a YAML file in it, or a folder that holds YAML files."""
    return [
        entry
        for entry in sorted((ROOT / "examples").iterdir())
        if entry.suffix == ".yaml" or entry.is_dir() and list(entry.glob("*.yaml"))
    ]


def complaints(program, project):
    run = subprocess.run([program, "check", str(project)], capture_output=True, text=True, timeout=60, check=False)
    said = (run.stdout + run.stderr).strip()
    return f"status {run.returncode}: {said}" if run.returncode or said else None


def main():
    program = str(programs_argument(__doc__).resolve() / "thrive")
    problems = [(name_of(project), complaints(program, project)) for project in projects()]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, "init", str(Path(folder) / "new")], capture_output=True, check=False)
        problems.append(("thrive init", complaints(program, Path(folder) / "new")))
    finish("examples", [(project, wrong) for project, wrong in problems if wrong], len(problems) - 1)


main()
