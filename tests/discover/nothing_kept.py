#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""While a log is read nothing of it is written anywhere: no temporary file, no picture of the memory of a run that
crashes; and a log in the folder of a project is refused, also through a link. nothing_kept.py --bin BUILD"""

import os
import subprocess
import tempfile
import time
from pathlib import Path

from common import arguments, run


def wait_until(is_so, seconds=20):
    end = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > end:
            raise SystemExit("waited in vain")
        time.sleep(0.02)


def while_reading(programs, folder):
    """What a run says of itself while it waits for more rows, and what lies in its folders then."""
    (folder / "tmp").mkdir()
    (folder / "work").mkdir()
    process = subprocess.Popen(
        [str(programs.resolve() / "pathway-map"), "discover", "--from", "-", "-f", "json"], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder / "work", env={"TMPDIR": str(folder / "tmp"), "PATH": "/usr/bin:/bin"})
    process.stdin.write(b"case_id,activity,timestamp\n" + b"K1,Clinic,2024-03-01\n" * 1000)
    process.stdin.flush()
    core = ""
    for _ in range(500):  # until it has started; the limit is set before anything is read
        core = "".join(line for line in Path(f"/proc/{process.pid}/limits").read_text().splitlines() if "core file" in line)
        if core.split()[4:6] == ["0", "0"]:
            break
        time.sleep(0.01)
    files = [*(folder / "tmp").iterdir(), *(folder / "work").iterdir()]
    process.communicate()
    return core.split()[4:6], files, process.returncode


def main():
    programs = arguments(__doc__).bin
    problems = []
    with tempfile.TemporaryDirectory() as name:
        core, files, status = while_reading(programs, Path(name))
        if core != ["0", "0"]:
            problems.append(f"a crash would leave a core dump: {core}")
        if files or status != 0:
            problems.append(f"left {files}, status {status}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "project").mkdir()
        (folder / "project" / "thrive.yaml").write_text("thrive: 1\nproject: {name: Made up}\n", encoding="utf-8")
        log = folder / "project" / "log.csv"
        log.write_text("case_id,activity,timestamp\nK1,Clinic,2024-03-01\n", encoding="utf-8")
        (folder / "link.csv").symlink_to(log)
        for path in (log, folder / "link.csv"):
            for project in ([], [folder / "project"]):
                said = run(programs, "--from", path, *project, status=2)[1]
                if "[extract-in-project]" not in said:
                    problems.append(f"{path} was read, with project {bool(project)}: {said}")
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problems")
    raise SystemExit(1 if problems else 0)


main()
