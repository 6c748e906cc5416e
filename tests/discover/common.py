# SPDX-License-Identifier: MIT
"""What the tests of `pathway-map discover` share: running it, comparing with what is expected, and made-up logs."""

import argparse
import csv
import json
import os
import random
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
CASES = ROOT / "tests" / "cases" / "pathway"


def arguments(what):
    parser = argparse.ArgumentParser(description=what)
    parser.add_argument("--bin", required=True, type=Path)
    return parser.parse_args()


def run(programs, *words, status=0, cwd=None, stdin=None):
    """Runs `pathway-map discover`; its output as text and what it said."""
    environment = {"PATH": f"{programs.resolve()}:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": "/nonexistent"}
    with tempfile.TemporaryDirectory() as nowhere:
        done = subprocess.run(
            [str(programs.resolve() / "pathway-map"), "discover", *map(str, words)],
            capture_output=True, env=environment, cwd=cwd or nowhere, input=stdin, check=False)
    if status is not None and done.returncode != status:
        raise SystemExit(f"status {done.returncode}, not {status}: {words}\n{done.stderr.decode()[-2000:]}")
    return done.stdout.decode(), done.stderr.decode()


def differences(expected, got, where=""):
    """Every place at which something that is expected is not there, or is another."""
    if isinstance(expected, dict):
        if not isinstance(got, dict):
            return [(where, expected, got)]
        return [found for key in expected
                for found in (differences(expected[key], got[key], f"{where}/{key}") if key in got
                              else [(f"{where}/{key}", expected[key], "missing")])]
    if isinstance(expected, list):
        if not isinstance(got, list) or len(got) != len(expected):
            return [(where, f"{len(expected)} entries", got if not isinstance(got, list) else f"{len(got)} entries")]
        return [found for i, (a, b) in enumerate(zip(expected, got)) for found in differences(a, b, f"{where}[{i}]")]
    if isinstance(expected, (bool, str)) or expected is None:
        return [] if expected == got and type(expected) is type(got) else [(where, expected, got)]
    if not isinstance(got, (int, float)) or isinstance(got, bool):
        return [(where, expected, got)]
    return [] if abs(expected - got) <= 1e-8 * max(1, abs(expected), abs(got)) else [(where, expected, got)]


def write_log(path, rows, titles=("case_id", "activity", "timestamp")):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(titles)
        writer.writerows(rows)


ACTIVITIES = ["GP", "Single point of access", 'Triage, "clinical"', "Choice", "Partnership", "Discharged", "Café"]


def random_rows(draw, most_cases=40, with_start=False, ties=0.3, fractions=False):
    """Rows of a made-up log: cases of a few events, many of them on equal times, in an order of their own."""
    rows = []
    for case in range(draw.randint(1, most_cases)):
        time = draw.randint(1_600_000_000, 1_700_000_000)
        for _ in range(draw.randint(1, 9)):
            if draw.random() > ties:
                time += draw.choice([60, 3600, 86400, draw.randint(1, 9_000_000)])
            stamp = written(time, draw, fractions)
            row = [f"R{case:04}", draw.choice(ACTIVITIES), stamp]
            if with_start:
                row.append(written(time - draw.choice([0, 0, 600, 90_000]), draw, False))
            rows.append(row)
    draw.shuffle(rows)
    return rows


def written(time, draw, fractions):
    import datetime
    moment = datetime.datetime.fromtimestamp(time, datetime.timezone.utc)
    if fractions and draw.random() < 0.3:
        return moment.strftime("%Y-%m-%d %H:%M:%S") + f".{draw.randint(0, 999):03}"
    form = draw.choice(["%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%SZ", "%d/%m/%Y %H:%M:%S", "%d-%b-%Y %H:%M:%S"])
    return moment.strftime(form)
