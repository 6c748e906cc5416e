#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Event logs whose flows, waits, ways and comparison with a drawn map were worked out by others: pm4py and a reading in
plain Python. cases.py --bin BUILD"""

import json

from common import CASES, arguments, differences, run

NOT_FIGURES = {"source", "columns", "made_by", "dfg_columns", "log", "start_column"}
BY_NAME = ["activities", "start_activities", "end_activities", "rework_cases", "self_loops"]


def figures(path):
    return {key: value for key, value in json.loads(path.read_text(encoding="utf-8")).items() if key not in NOT_FIGURES}


def main():
    programs = arguments(__doc__).bin
    problems, looked_at = [], 0
    for expected in sorted((CASES / "events").glob("*.json")):
        got = json.loads(run(programs, "--from", expected.with_suffix(".csv"), "--suppress", "none", "-f", "json")[0])
        wanted = figures(expected)
        problems += [(expected.stem, *found) for found in differences(wanted, got)]
        problems += [(expected.stem, key, "other names") for key in BY_NAME if set(wanted[key]) != set(got[key])]
        looked_at += 1
    for folder in sorted((CASES / "maps").iterdir()):
        wanted = figures(folder / "expected.json")
        log = CASES / "events" / json.loads((folder / "expected.json").read_text(encoding="utf-8"))["log"]
        got = json.loads(run(programs, "--from", log, "--suppress", "none", "--as-of", wanted["as_of"], "-f", "json", folder)[0])
        problems += [(folder.name, *found) for found in differences(wanted, got)]
        looked_at += 1
    for problem in problems[:20]:
        print(*problem)
    print(f"{looked_at} cases, {len(problems)} differences")
    raise SystemExit(1 if problems or looked_at < 8 else 0)


main()
