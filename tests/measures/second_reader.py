#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Reads random series by the rules of nhs and plotthedots a second time, in another language and with fractions, window
by window as the rules are written, and compares every point with `measure analyse`.

    tests/measures/second_reader.py --bin build [--series 60] [--seed 9]"""

import argparse
import datetime
import json
import pathlib
import random
import subprocess
import sys
import tempfile
from fractions import Fraction


def sign(number):
    return (number > 0) - (number < 0)


def limits(values, screened):
    """Mean, and mean moving range between neighbours that both are there; None for what cannot be worked out."""
    present = [Fraction(value) for value in values if value is not None]
    if not present:
        return None, None
    mean = float(sum(present) / len(present))
    ranges = [abs(b - a) for a, b in zip(values, values[1:]) if a is not None and b is not None]
    if screened and ranges:
        ceiling = 3.267 * (sum(ranges) / len(ranges))
        ranges = [one for one in ranges if one < ceiling]
    return mean, float(sum(map(Fraction, ranges)) / len(ranges)) if ranges else None


def fired(values, mean, width, rules):
    """The rules that fire at each point."""
    found = [set() for _ in values]
    if width is None:
        return found
    upper, lower = mean + 2.66 * width, mean - 2.66 * width
    far_upper, far_lower = mean + 2 * (2.66 / 3) * width, mean - 2 * (2.66 / 3) * width
    outside = [value is not None and (value > upper or value < lower) for value in values]
    side = [None if value is None else sign(value - mean) for value in values]
    near = [value is not None and not out and (value > far_upper or value < far_lower) for value, out in zip(values, outside)]
    far = [close or (out and rules == "nhs") for close, out in zip(near, outside)]
    for at, out in enumerate(outside):
        if out:
            found[at].add("outside")
    for start in range(len(values) - 6):
        window = range(start, start + 7)
        if any(values[at] is None for at in window):
            continue
        if abs(sum(side[at] for at in window)) == 7:
            for at in window:
                found[at].add("shift")
        if abs(sum(sign(values[at + 1] - values[at]) for at in window[:-1])) == 6:
            for at in window:
                found[at].add("trend")
    for start in range(len(values) - 2):
        window = range(start, start + 3)
        if any(values[at] is None for at in window) or abs(sum(side[at] for at in window)) != 3:
            continue
        if sum(far[at] for at in window) >= 2:
            for at in window:
                if far[at]:
                    found[at].add("two-in-three")
    return found


def random_series(chance):
    points = chance.choice([8, 13, 20, 40, 60, 156])
    decimals, drift = chance.choice([0, 1, 2]), chance.choice([0, 0, 0.05, -0.2])
    values = [round(chance.gauss(10 + drift * at, 2), decimals) for at in range(points)]
    return [None if chance.random() < 0.04 else value for value in values]


def analysed(program, file, rules, baseline):
    command = [program, "analyse", "--series", file, "--rules", rules, "-f", "json"]
    if baseline:
        command += ["--baseline-points", str(baseline)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def differs(values, baseline, rules, ours):
    """What is different, in words; nothing when all agrees. A list that grows has no limits under nhs, on purpose."""
    if any(warning["code"] == "growing-list" for warning in ours["warnings"]):
        return None
    mean, width = limits(values[: baseline or len(values)], rules == "plotthedots")
    if mean is None:
        return None
    if abs(ours["segments"][0]["centre"] - mean) > 1e-12:
        return f"mean {ours['segments'][0]['centre']}, not {mean}"
    if width is not None and abs(ours["segments"][0]["upper"] - (mean + 2.66 * width)) > 1e-9:
        return f"upper limit {ours['segments'][0]['upper']}, not {mean + 2.66 * width}"
    for at, wanted in enumerate(fired(values, mean, width, rules)):
        got = {one["rule"] for one in ours["data"][at]["rules"]}
        if width is not None and got != wanted:
            return f"point {at}: {sorted(got)}, not {sorted(wanted)}"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--series", type=int, default=60)
    parser.add_argument("--seed", type=int, default=9)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    program = pathlib.Path(options.bin).resolve() / "measure"
    wrong = compared = 0
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "series.csv"
        for number in range(options.series):
            values = random_series(chance)
            baseline = chance.choice([None, None, 12 if len(values) > 12 else None])
            first = datetime.date(2023, 1, 2)
            lines = [f"{first + datetime.timedelta(7 * at)},{'' if value is None else value}\n" for at, value in enumerate(values)]
            file.write_text("date,value\n" + "".join(lines))
            for rules in ("nhs", "plotthedots"):
                compared += 1
                words = differs(values, baseline, rules, analysed(program, file, rules, baseline))
                if words:
                    wrong += 1
                    print(f"series {number} of seed {options.seed}, {rules}: {words}")
    print(f"{compared} readings compared, {wrong} different")
    sys.exit(1 if wrong else 0)


main()
