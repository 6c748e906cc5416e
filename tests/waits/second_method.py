#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Each estimator of `measure waits` a second time, by another method, on random extracts of 1 to 200 rows: quantiles by
Python's statistics, Wilson's bounds as roots of their equation, curves as products of exact fractions, the variance of
the shares by matrices from day to day instead of three sums, the log-rank test by exact elimination, weeks and queue by
looking at each person on each day.

    tests/waits/second_method.py --bin build [--extracts 60] [--seed 11]"""

import datetime
import json
import math
import random
import statistics
from fractions import Fraction

from program import arguments, differences, finish, site, waits

Z = statistics.NormalDist().inv_cdf(0.975)
AS_OF = datetime.date(2025, 6, 30)
LAST_DAY = 28


def people(chance):
    """(start, wait, outcome, group) of each; ties are frequent, and so are groups of one."""
    spread = chance.choice([5, 30, 120])
    for _ in range(chance.choice([1, 2, 5, 20, 60, 200])):
        start = AS_OF - datetime.timedelta(chance.randrange(3, 150))
        longest = (AS_OF - start).days
        wait = min(chance.randrange(spread), longest)
        outcome = chance.choices(["completed", "left", "waiting"], chance.choice([(6, 1, 3), (1, 1, 1), (1, 0, 0)]))[0]
        group = chance.choices(["a", "b", "c"], (8, 4, 1))[0]
        yield start, longest if outcome == "waiting" else wait, outcome, group


def write(everybody, file):
    lines = ["id,received,seen,closed,team"]
    for number, (start, wait, outcome, group) in enumerate(everybody):
        end = start + datetime.timedelta(wait)
        seen, closed = (end if outcome == one else "" for one in ("completed", "left"))
        lines.append(f"R{number},{start},{seen},{closed},{group}")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def spread(waited):
    if not waited:
        return {"n": 0, "mean": None, "p25": None, "median": None, "p75": None, "p90": None, "p92": None}
    cut = statistics.quantiles(waited * 1, n=100, method="inclusive") if len(waited) > 1 else waited * 99
    tail = len(waited) >= 20
    return {"n": len(waited), "mean": sum(waited) / len(waited), "p25": cut[24], "median": statistics.median(waited),
            "p75": cut[74], "p90": cut[89] if tail else None, "p92": cut[91] if tail else None}


def wilson(part, whole):
    """The shares p for which the one observed lies just so many standard errors away."""
    if not whole:
        return {"numerator": part, "denominator": whole, "percent": None, "lower": None, "upper": None}
    seen, s = part / whole, Z * Z / whole
    a, b, c = 1 + s, -(2 * seen + s), seen * seen
    root = math.sqrt(max(b * b - 4 * a * c, 0))
    return {"numerator": part, "denominator": whole, "percent": 100 * seen,
            "lower": max(0, 100 * (-b - root) / (2 * a)), "upper": min(100, 100 * (-b + root) / (2 * a))}


def bounds(share, variance):
    if share <= 0 or share >= 1:
        return None, None
    width = Z * math.sqrt(variance) / abs(share * math.log(share))
    return sorted(float(share) ** math.exp(sign * width) for sign in (1, -1))


def product(one, other):
    return [[sum(a * b for a, b in zip(row, column)) for column in zip(*other)] for row in one]


class Curves:
    """States: waiting, seen, left. The row of probabilities and its covariance are carried from day to day."""

    def __init__(self, everybody):
        self.days = sorted({wait for _, wait, _, _ in everybody})
        self.at = {}
        row, covariance = [Fraction(1), Fraction(0), Fraction(0)], [[Fraction(0)] * 3 for _ in range(3)]
        not_seen, greenwood = Fraction(1), Fraction(0)
        for day in self.days:
            risk = sum(wait >= day for _, wait, _, _ in everybody)
            seen, left = (sum(w == day and o == one for _, w, o, _ in everybody) for one in ("completed", "left"))
            move = [Fraction(seen, risk), Fraction(left, risk)]
            step = [[1 - sum(move), *move], [0, 1, 0], [0, 0, 1]]
            # A multinomial draw of who moves where, from those at risk.
            cells = step[0]
            drawn = [[cells[i] * ((i == j) - cells[j]) / risk * row[0] ** 2 for j in range(3)] for i in range(3)]
            turned = product(product(list(map(list, zip(*step))), covariance), step)
            covariance = [[turned[i][j] + drawn[i][j] for j in range(3)] for i in range(3)]
            row = product([row], step)[0]
            if seen < risk:
                greenwood += Fraction(seen, risk * (risk - seen))
            not_seen *= 1 - Fraction(seen, risk)
            self.at[day] = row, covariance, not_seen, not_seen**2 * greenwood, risk

    def told(self, day):
        before = [known for known in self.days if known <= day]
        risk = next((self.at[known][4] for known in self.days if known >= day), 0)
        nothing = {"percent": None, "lower": None, "upper": None}
        if not self.days:
            return {"day": day, "at_risk": 0, "seen_if_none_left": nothing, "seen": nothing, "left": nothing,
                    "waiting": {"percent": None}}
        if not before:
            zero = {"percent": 0, "lower": None, "upper": None}
            return {"day": day, "at_risk": risk, "seen_if_none_left": zero, "seen": zero, "left": zero,
                    "waiting": {"percent": 100}}
        row, covariance, not_seen, variance, _ = self.at[before[-1]]
        over = day > self.days[-1]
        told = {"day": day, "at_risk": risk}
        low, high = bounds(not_seen, variance)
        told["seen_if_none_left"] = nothing if over and not_seen else {
            "percent": float(100 * (1 - not_seen)), "lower": None if high is None else 100 * (1 - high),
            "upper": None if low is None else 100 * (1 - low)}
        for state, name in ((1, "seen"), (2, "left")):
            low, high = bounds(row[state], covariance[state][state])
            told[name] = nothing if over and row[0] else {
                "percent": float(100 * row[state]), "lower": None if low is None else 100 * low,
                "upper": None if high is None else 100 * high}
        told["waiting"] = {"percent": None if over and row[0] else float(100 * row[0])}
        return told

    def first_day(self, share):
        found = [None, None, None]
        for day in self.days:
            _, _, not_seen, variance, _ = self.at[day]
            low, high = bounds(not_seen, variance)
            for at, curve in enumerate((not_seen, low, high)):
                if found[at] is None and curve is not None and curve <= 1 - share + 1e-9:
                    found[at] = day
        return dict(zip(("days", "lower", "upper"), found))


def log_rank(everybody):
    """Observed less expected against its covariance, with exact fractions. None where nothing can be compared."""
    groups = sorted({group for *_, group in everybody})
    expected, difference = [Fraction(0)] * len(groups), [Fraction(0)] * len(groups)
    variance = [[Fraction(0)] * len(groups) for _ in groups]
    for day in sorted({wait for _, wait, outcome, _ in everybody if outcome == "completed"}):
        risk = [sum(w >= day and g == group for _, w, _, g in everybody) for group in groups]
        seen = [sum(w == day and o == "completed" and g == group for _, w, o, g in everybody) for group in groups]
        n, d = sum(risk), sum(seen)
        for i in range(len(groups)):
            expected[i] += Fraction(d * risk[i], n)
            difference[i] += seen[i] - Fraction(d * risk[i], n)
            for j in range(len(groups)):
                if n > 1:
                    variance[i][j] += Fraction(d * (n - d) * risk[i] * ((i == j) * n - risk[j]), n * n * (n - 1))
    kept = [i for i in range(len(groups)) if expected[i] > 0][:-1]
    if not kept:
        return None
    rows = [[variance[i][j] for j in kept] + [difference[i]] for i in kept]
    for at in range(len(kept)):
        pivot = next((r for r in range(at, len(kept)) if rows[r][at]), None)
        if pivot is None:
            return None
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for other in range(len(kept)):
            if other != at:
                factor = rows[other][at] / rows[at][at]
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[at])]
    chi = float(sum(difference[i] * rows[at][-1] / rows[at][at] for at, i in enumerate(kept)))
    # The tail of the chi-square distribution in closed form, for one and two degrees of freedom.
    p = math.erfc(math.sqrt(chi / 2)) if len(kept) == 1 else math.exp(-chi / 2)
    return {"chi_square": chi, "df": len(kept), "p": p}


def weeks(everybody):
    """Each week by asking everybody where they were."""
    first = min(start for start, *_ in everybody)
    monday = first - datetime.timedelta(first.weekday())
    told = []
    while monday <= AS_OF:
        last = min(monday + datetime.timedelta(6), AS_OF)

        def falls(day):
            return monday <= day <= last

        ended = [(s + datetime.timedelta(w), w, o) for s, w, o, _ in everybody]
        stops = [w for day, w, o in ended if o == "completed" and falls(day)]
        told.append({
            "week": str(monday), "complete": bool(told) and monday + datetime.timedelta(6) <= AS_OF,
            "received": sum(falls(s) for s, *_ in everybody), "stopped": len(stops),
            "within": sum(w <= LAST_DAY for w in stops), "median_wait": statistics.median(stops) if stops else None,
            "left": sum(o == "left" and falls(day) for day, _, o in ended),
            "waiting_at_end": sum(s <= last and (o == "waiting" or s + datetime.timedelta(w) > last)
                                  for s, w, o, _ in everybody)})
        monday += datetime.timedelta(7)
    return told


def wanted(everybody):
    of = {one: [w for _, w, o, _ in everybody if o == one] for one in ("completed", "waiting", "left")}
    curves = Curves(everybody)
    early = [(w, o) for s, w, o, _ in everybody if s + datetime.timedelta(LAST_DAY) <= AS_OF]
    days = sorted({0, 7, 14, 28, 42, 56, 84, 126, 182, 364, LAST_DAY})
    groups = []
    for group in sorted({g for *_, g in everybody}):
        mine = [one for one in everybody if one[3] == group]
        seen = [w for _, w, o, _ in mine if o == "completed"]
        own = Curves(mine)
        groups.append({"value": group, "n": len(mine), "completed": len(seen),
                       "completed_median": statistics.median(seen) if seen else None,
                       "kaplan_meier_median": own.first_day(0.5),
                       "seen": {"day": LAST_DAY, **own.told(LAST_DAY)["seen"]}})
    return {
        "counts": {one: len(waited) for one, waited in of.items()},
        "completed": spread(of["completed"]), "waiting": spread(of["waiting"]),
        "within": {"completed": wilson(sum(w <= LAST_DAY for w in of["completed"]), len(of["completed"])),
                   "cohort": wilson(sum(o == "completed" and w <= LAST_DAY for w, o in early), len(early)),
                   "waiting_longer": sum(w > LAST_DAY for w in of["waiting"])},
        "kaplan_meier": {"n": len(everybody), "events": len(of["completed"]), "p25": curves.first_day(0.25),
                         "median": curves.first_day(0.5), "p75": curves.first_day(0.75), "p90": curves.first_day(0.9),
                         "p92": curves.first_day(0.92)},
        "at": [curves.told(day) for day in days], "curve": [curves.told(day) for day in curves.days],
        "splits": [{"by": "team", "groups": groups, "log_rank": log_rank(everybody)}], "weeks": weeks(everybody)}


def main():
    given = arguments(extracts=60, seed=11)
    chance = random.Random(given.seed)
    extract = {"columns": {"id": "id", "received": "received", "first_contact": "seen", "closed": "closed"},
               "start": "received", "stop": "first-contact", "within": {"days": LAST_DAY, "inclusive": True},
               "split_by": ["team"]}
    problems = []
    for number in range(given.extracts):
        everybody = list(people(chance))
        with site(json.loads(json.dumps(extract))) as folder:
            write(everybody, folder / "extract.csv")
            got = waits(given.bin, folder, "extract.csv", AS_OF, "--suppress", "none")
        problems += [(f"extract {number}", *d) for d in differences(wanted(everybody), got)]
    finish("waits by a second method", problems, given.extracts)


if __name__ == "__main__":
    main()
