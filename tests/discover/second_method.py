#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Every figure of `pathway-map discover` a second time, in plain Python without a library, on made-up logs.
second_method.py --bin BUILD"""

import collections
import datetime
import json
import random
import statistics
import tempfile
from fractions import Fraction
from pathlib import Path

from common import arguments, differences, random_rows, run, write_log

DAY = 86400
FORMS = ["%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M:%S.%f", "%Y-%m-%dT%H:%M:%SZ", "%d/%m/%Y %H:%M:%S", "%d-%b-%Y %H:%M:%S"]


def seconds(text):
    for form in FORMS:
        try:
            moment = datetime.datetime.strptime(text, form) - datetime.datetime(1970, 1, 1)
            return Fraction(moment // datetime.timedelta(microseconds=1), 1_000_000)
        except ValueError:
            pass
    raise ValueError(text)


def quantile(values, share):
    values = sorted(values)
    at = (len(values) - 1) * share
    below = int(at)
    above = min(below + 1, len(values) - 1)
    return values[below] + (at - below) * (values[above] - values[below])


def spread(values):
    return {"n": len(values), "mean": statistics.fmean(values), "median": quantile(values, 0.5), "min": min(values),
            "max": max(values), "p25": quantile(values, 0.25), "p75": quantile(values, 0.75),
            "p90": quantile(values, 0.9), "p95": quantile(values, 0.95)}


def kaplan_meier_median(ended, going_on):
    share = 1.0
    for time in sorted(set(ended)):
        at_risk = sum(e >= time for e in ended) + sum(g >= time for g in going_on)
        share *= 1 - ended.count(time) / at_risk
        if share <= 0.5 + 1e-9:
            return time
    return None


def discovered(rows, with_start, as_of, rule):
    cases = collections.defaultdict(list)
    for position, row in enumerate(rows):
        time = seconds(row[2])
        cases[row[0]].append((seconds(row[3]) if with_start else time, time, position, row[1]))
    pairs = collections.defaultdict(list)
    pair_cases = collections.defaultdict(set)
    events, starts, ends, rework = (collections.Counter() for _ in range(4))
    variants, durations = collections.Counter(), []
    last = collections.defaultdict(list)
    tied = adjacent = 0
    used = 0
    for case, happened in cases.items():
        happened.sort(key=lambda event: event[:3])
        steps = list(zip(happened, happened[1:]))
        ties = [a[:2] == b[:2] for a, b in steps]
        tied += sum(ties)
        adjacent += len(steps)
        if rule == "drop" and any(ties):
            continue
        used += 1
        complete = sorted(happened, key=lambda event: event[1:3])
        starts[complete[0][3]] += 1
        ends[complete[-1][3]] += 1
        variants[tuple(event[3] for event in complete)] += 1
        durations.append(complete[-1][1] - complete[0][1])
        counts = collections.Counter(event[3] for event in happened)
        events.update(counts)
        rework.update(activity for activity, count in counts.items() if count > 1)
        last[happened[-1][3]].append(happened[-1][1])
        for (a, b), is_tied in zip(steps, ties):
            if rule == "concurrent" and is_tied:
                continue
            pairs[a[3], b[3]].append(b[0] - a[1])
            pair_cases[a[3], b[3]].add(case)
    end_of_day = (as_of - datetime.date(1970, 1, 1)).days * DAY + DAY
    onward = []
    for activity in sorted(events, key=lambda name: name.encode()):
        stays = [max(Fraction(0), wait) for (a, _), waits in pairs.items() if a == activity for wait in waits]
        going_on = [max(Fraction(0), end_of_day - time) for time in last[activity]]
        if not stays and not going_on:
            continue
        median = kaplan_meier_median(stays, going_on)
        onward.append({"activity": activity, "moved_on": len(stays), "still_there": len(going_on),
                       "median_days": quantile(stays, 0.5) / DAY if stays else None,
                       "kaplan_meier_median_days": None if median is None else median / DAY})
    in_order = sorted(pairs, key=lambda pair: (pair[0].encode(), pair[1].encode()))
    most = sorted(variants, key=lambda way: (-variants[way], [step.encode() for step in way]))[:50]
    return {
        "ties": {"rule": rule, "pairs": adjacent, "tied": tied},
        "rows_read": len(rows), "cases": used, "variants_n": len(variants),
        "negative_or_zero_waits": sum(wait <= 0 for waits in pairs.values() for wait in waits),
        "activities": dict(events), "start_activities": dict(starts), "end_activities": dict(ends),
        "rework_cases": dict(rework), "self_loops": {a: len(w) for (a, b), w in pairs.items() if a == b},
        "dfg": [[a, b, len(pairs[a, b]), len(pair_cases[a, b])] for a, b in in_order],
        "performance_seconds": [
            {"from": a, "to": b, **spread(pairs[a, b]), "sum": sum(pairs[a, b]),
             "stdev": statistics.stdev(pairs[a, b]) if len(pairs[a, b]) > 1 else None} for a, b in in_order],
        "variants_top50": [[variants[way], list(way)] for way in most],
        **({"case_duration_seconds": spread(durations)} if durations else {}),
        "onward": onward,
    }


def main():
    programs = arguments(__doc__).bin
    problems, looked_at = [], 0
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log.csv"
        for seed in range(60):
            draw = random.Random(seed)
            with_start = draw.random() < 0.4
            rows = random_rows(draw, with_start=with_start, ties=draw.choice([0, 0.3, 0.9]), fractions=seed % 5 == 0)
            titles = ["case_id", "activity", "timestamp"] + (["start_timestamp"] if with_start else [])
            write_log(log, rows, titles)
            rule = draw.choice(["file", "file", "concurrent", "drop"])
            as_of = datetime.date(2024, 1, 31)
            got = json.loads(run(programs, "--from", log, "--suppress", "none", "--ties", rule, "--as-of", as_of, "-f", "json")[0])
            wanted = discovered(rows, with_start, as_of, rule)
            problems += [(seed, *found) for found in differences(wanted, got)]
            for key in ("activities", "start_activities", "end_activities", "rework_cases", "self_loops"):
                if set(wanted[key]) != set(got[key]):
                    problems.append((seed, key, "other names"))
            looked_at += 1
    for problem in problems[:20]:
        print(*problem)
    print(f"{looked_at} logs, {len(problems)} differences")
    raise SystemExit(1 if problems else 0)


main()
