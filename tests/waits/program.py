# SPDX-License-Identifier: MIT
"""What the tests of waits share: a project around a definition, `measure waits` and `measure compute` run on it, and how
a test ends."""

import argparse
import json
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

CASES = Path(__file__).resolve().parent.parent / "cases" / "waits"
STATISTICS = ["median-wait", "share-within", "received", "stopped", "left", "waiting"]


def arguments(**more):
    """The arguments every test takes, and those of its own with their defaults."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True, type=Path)
    for name, usual in more.items():
        parser.add_argument(f"--{name}", type=type(usual), default=usual)
    given = parser.parse_args()
    given.bin = given.bin.resolve()
    return given


@contextmanager
def site(extract, statistics=()):
    """A folder with `project`, whose one definition this is, and room beside it for extracts."""
    with tempfile.TemporaryDirectory(prefix="thrive-test-") as top:
        folder = Path(top)
        (folder / "project" / "data").mkdir(parents=True)
        measures = {
            name: {"name": name, "data": f"data/{name}.csv", "computed": {"extract": "camhs", "statistic": name}}
            for name in statistics
        }
        project = {"thrive": 1, "project": {"name": "Test"}, "extracts": {"camhs": extract}, "measures": measures}
        (folder / "project" / "thrive.yaml").write_text(json.dumps(project), encoding="utf-8")
        yield folder


def run(programs, folder, *words):
    """A command of measure on the project of a site. Gives what it printed, as bytes."""
    command = [str(programs / "measure"), *map(str, words), str(folder / "project")]
    return subprocess.run(command, cwd=folder, capture_output=True, timeout=600, check=False)


def waits(programs, folder, extract, as_of, *words):
    """What `measure waits -f json` says of an extract; a test ends when it says nothing."""
    ran = run(programs, folder, "waits", "--from", extract, "--as-of", as_of, "-f", "json", *words)
    if ran.returncode not in (0, 1) or not ran.stdout:
        raise SystemExit(f"measure waits {' '.join(map(str, words))} on {extract}: {ran.stderr.decode()[:2000]}")
    return json.loads(ran.stdout)


def differences(wanted, got, path=""):
    """Where two trees of values differ. Keys that nobody wanted may stand beside the others; an empty list and an empty
    map are the same; numbers agree to eight digits."""
    if isinstance(wanted, dict) and wanted:
        if not isinstance(got, dict):
            return [(path, wanted, got)]
        return [d for key in wanted for d in differences(wanted[key], got.get(key, "absent"), f"{path}/{key}")]
    if isinstance(wanted, (dict, list)):
        if not wanted and not got and isinstance(got, (dict, list)):
            return []
        if not isinstance(got, list) or len(got) != len(wanted):
            return [(path, f"{len(wanted)} entries", got)]
        return [d for at, one in enumerate(wanted) for d in differences(one, got[at], f"{path}/{at}")]
    is_number = isinstance(wanted, (int, float)) and not isinstance(wanted, bool)
    if is_number and isinstance(got, (int, float)) and not isinstance(got, bool):
        close = abs(wanted - got) <= 1e-8 * max(abs(wanted), abs(got), 1e-3)
        return [] if close else [(path, wanted, got)]
    return [] if wanted == got and type(wanted) is type(got) else [(path, wanted, got)]


def finish(name, problems, looked_at):
    for problem in problems[:40]:
        print(*problem, sep=": ")
    print(f"{name}: {looked_at} looked at, {len(problems)} wrong")
    sys.exit(1 if problems or not looked_at else 0)
