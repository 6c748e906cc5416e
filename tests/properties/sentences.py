#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Every sentence that a series earns is true: random measures are read by `measure analyse`, each sentence is taken
apart, and its numbers, counts, absences and comparisons are worked out a second time from the figures in the data file.
A sentence that no pattern here knows is wrong as well, so a new one needs a second method too.

    tests/properties/sentences.py --bin build [--series 2000] [--seed 11]"""

import argparse
import datetime
import json
import math
import pathlib
import random
import re
import statistics
import subprocess
import sys
import tempfile
from fractions import Fraction

CHARTS = ["xmr", "xmr", "xmr", "run", "mr", "c", "p", "u"]
SHORT_BELOW = 13
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
NUMBER = r"(-?[\d,]+(?:\.\d+)?)"
DAY = r"(\d+ [A-Z][a-z]+ \d{4})"


def day_of(words):
    day, month, year = words.split()
    return datetime.date(int(year), MONTHS.index(month) + 1, int(day))


def number_of(words):
    return float(words.replace(",", ""))


def digits_of(words):
    return len(words.split(".")[1]) if "." in words else 0


def reads_as(words, value):
    """A number in words is the value, rounded to the digits that it has."""
    return abs(number_of(words) - value) <= 0.5000001 * 10 ** -digits_of(words)


class Measure:
    """A random measure: what its project and its data file say."""

    def __init__(self, chance, number):
        self.id = f"m{number}"
        self.chart = chance.choice(CHARTS)
        # Now and then a p chart is asked for without the numbers that it needs.
        self.ratio = chance.random() < (0.9 if self.chart == "p" else 1 if self.chart == "u" else 0 if self.chart == "c" else 0.3)
        self.unit = "percent" if self.ratio and self.chart != "u" else None
        self.per = 1000 if self.chart == "u" else 1
        self.better = chance.choice(["lower", "higher", "neither"])
        self.target = self.steps = self.local = None
        self.baseline = chance.choice([None, None, None, 12, 20])
        self.rows = self.figures(chance)
        values = [value for _, value, _, _ in self.rows if value is not None]
        middle = statistics.median(values) if values else 1
        wanted = round(middle * chance.choice([0.4, 0.8, 0.95, 1, 1.05, 1.2, 2.5]) + chance.choice([0, 0.25]), 2)
        wanted = min(wanted, 100) if self.unit else wanted
        kind = chance.random()
        if kind < 0.5:
            self.target = wanted
        elif kind < 0.7 and len(self.rows) > 3:
            turn = self.rows[len(self.rows) - chance.randrange(1, min(20, len(self.rows)))][0]
            self.steps = [(None, wanted), (turn, min(round(wanted + 1.5, 2), 100))]
        if chance.random() < 0.2:
            self.local = min(round(wanted * 1.1, 2), 100)
        self.as_of = self.rows[-1][0] + datetime.timedelta(chance.choice([3, 7, 10, 21, 22, 100])) if self.rows else None

    def figures(self, chance):
        points = chance.choice([0, 1, 5, 12, 13, 20, 24, 40, 60, 104])
        first, level, spread = datetime.date(2023, 1, 2), chance.choice([3, 12, 40, 300]), chance.choice([0, 0.05, 0.2])
        shift_at, shift_by = chance.randrange(0, points + 1), chance.choice([0, 0, 0.5, -0.4])
        slope, slip = chance.choice([0, 0, 0, 0.03]), chance.choice([None, None, None, None, 98])
        decimals = chance.choice([0, 0, 1])
        rows = []
        for at in range(points):
            value = level * (1 + (shift_by if at >= shift_at else 0) + slope * at + spread * chance.gauss(0, 1))
            below = above = None
            if self.ratio:
                below = chance.choice([40, 60, 80])
                above = max(0, min(below, round(below * value / (2.5 * level))))
                value = above / below * (100 if self.unit else self.per)
            else:
                value = max(0, round(value, decimals))
                value = int(value) if decimals == 0 or self.chart == "c" else value
            if chance.random() < 0.04:
                value = above = None
            rows.append((first + datetime.timedelta(7 * at), value, above, below))
        if slip and points > 15 and not self.ratio and level < 300:
            date, _, above, below = rows[points // 2]
            rows[points // 2] = (date, level * slip, above, below)
        return rows

    def yaml(self):
        lines = [f"  {self.id}:", f"    name: Measure {self.id}", f"    better: {self.better}", "    frequency: weekly",
                 f"    data: data/{self.id}.csv", f"    chart: {self.chart}"]
        if self.unit:
            lines.append("    unit: percent")
        if self.per != 1:
            lines += [f"    per: {self.per}", '    unit: "per 1,000"']
        if self.baseline:
            lines.append(f"    baseline: {{points: {self.baseline}}}")
        if self.target is not None:
            lines.append(f"    target: {{value: {self.target}}}")
        several = [f"{{value: {value}" + (f", from: {date}" if date else "") + "}" for date, value in self.steps or []]
        if self.local is not None:
            several.append(f"{{value: {self.local}, name: local}}")
        if several:
            lines.append("    targets: [" + ", ".join(several) + "]")
        return "\n".join(lines) + "\n"

    def csv(self):
        if not self.ratio:
            return "date,value\n" + "".join(f"{date},{'' if value is None else value}\n" for date, value, _, _ in self.rows)
        return "date,numerator,denominator\n" + "".join(
            f"{date},{'' if above is None else above},{below}\n" for date, _, above, below in self.rows)

    def target_on(self, date):
        if self.steps:
            return [value for start, value in self.steps if start is None or start <= date][-1]
        return self.target


class Reading:
    """What the second method makes of a measure: the plotted figures of the periods that are over, centre and limits."""

    def __init__(self, measure):
        self.measure = measure
        self.over = [row for row in measure.rows if (measure.as_of - row[0]).days >= 7]
        self.dates = [row[0] for row in self.over]
        self.values = [row[1] for row in self.over]
        if measure.chart == "mr":
            pairs = zip(self.values, self.values[1:])
            self.values = [None] + [abs(b - a) if a is not None and b is not None else None for a, b in pairs]
            self.values = self.values[: len(self.over)]
        self.present = [at for at, value in enumerate(self.values) if value is not None]
        self.base = [at for at in self.present if not measure.baseline or at < measure.baseline] or self.present
        if measure.baseline and not any(at < measure.baseline for at in range(len(measure.rows))):
            self.base = self.present
        self.limits = {}

    def latest(self):
        return self.present[-1] if self.present else None

    def lines(self, at):
        """Centre, lower and upper limit at a point; None for what there is not."""
        base = [self.values[each] for each in self.base if not self.measure.baseline or each < self.measure.baseline]
        if not base:
            return None, None, None
        chart = self.measure.chart
        mean = float(sum(map(Fraction, base)) / len(base))
        if chart == "p" and not self.measure.ratio:
            return None, None, None
        if chart == "run":
            return statistics.median(base), None, None
        if chart == "mr":
            return mean, 0, 3.267 * mean
        if chart == "c":
            return mean, max(0, mean - 3 * math.sqrt(mean)), mean + 3 * math.sqrt(mean)
        if chart in ("p", "u"):
            scale = 100 if chart == "p" else self.measure.per
            below = sum(self.over[each][3] for each in self.base)
            share = sum(self.over[each][2] for each in self.base) / below
            chance = math.sqrt(share * (1 - share) / self.over[at][3]) if chart == "p" else math.sqrt(share / self.over[at][3])
            top = min(1, share + 3 * chance) if chart == "p" else share + 3 * chance
            return scale * share, scale * max(0, share - 3 * chance), scale * top
        end = min(self.measure.baseline or len(self.values), len(self.values))
        ranges = [abs(self.values[each] - self.values[each - 1]) for each in range(1, end)
                  if self.values[each] is not None and self.values[each - 1] is not None]
        if not ranges:
            return mean, None, None
        width = 2.66 * math.fsum(ranges) / len(ranges)
        return mean, mean - width, mean + width

    def most(self):
        return 100 if self.measure.unit and self.measure.chart != "mr" and max(self.values[at] for at in self.present) <= 100 else math.inf

    def met(self, target_on):
        late = [at for at in self.present][-12:]
        late = [at for at in late if target_on(self.dates[at]) is not None]
        higher = self.measure.better == "higher"
        met = [self.values[at] >= target_on(self.dates[at]) if higher else self.values[at] <= target_on(self.dates[at]) for at in late]
        return sum(met), len(late)


def expect(found, wanted, what):
    if found != wanted:
        raise AssertionError(f"{what}: {found}, not {wanted}")


def check(truth, what):
    if not truth:
        raise AssertionError(what)


def check_latest(reading, value, day):
    at = reading.latest()
    check(at is not None, "speaks of a latest point that there is not")
    check(reads_as(value, reading.values[at]), f"latest value {value}, not {reading.values[at]}")
    expect(day_of(day), reading.dates[at], "date of the latest value")


LATEST = rf"(?:a (?:moving range|count) of )?{NUMBER}(?:%| percentage points| per 1,000)? on {DAY}"
UNIT = r"(?:%| percentage points| per 1,000)?"


def run_on_side(reading, side):
    """How many of the latest points lie on one side of the centre without a break, and when that began."""
    centre = reading.lines(reading.latest())[0]
    at = reading.latest()
    while at >= 0 and reading.values[at] is not None and (reading.values[at] - centre) * side > 0:
        at -= 1
    return reading.latest() - at, reading.dates[min(at + 1, reading.latest())]


def run_one_way(reading, side):
    at = reading.latest()
    while at > 0 and None not in (reading.values[at], reading.values[at - 1]) and (reading.values[at] - reading.values[at - 1]) * side > 0:
        at -= 1
    return reading.latest() - at + 1, reading.dates[at]


def check_direction(reading, verb, high):
    better = reading.measure.better if reading.measure.chart != "mr" else "neither"
    wanted = {"higher": "Getting better" if high else "Getting worse", "lower": "Getting worse" if high else "Getting better"}
    expect(verb, wanted.get(better, "Higher than usual" if high else "Lower than usual"), "which way is better")


def special(reading, found):
    verb, value, day, evidence = found.groups()
    check_latest(reading, value, day)
    at = reading.latest()
    centre, lower, upper = reading.lines(at)
    check(any(reading.values[each] != reading.values[at] for each in reading.present), "a constant series changes")
    if one := re.fullmatch(rf"(?:above|below) the (upper|lower) limit of {NUMBER}{UNIT}", evidence):
        high = one[1] == "upper"
        check(reads_as(one[2], upper if high else lower), f"limit {one[2]}, not {upper if high else lower}")
        check(reading.values[at] > upper if high else reading.values[at] < lower, "not beyond its limit")
        check(number_of(one[2]) != number_of(value), "a point beyond a limit reads like the limit")
    elif one := re.fullmatch(rf"(\d+) points in a row (above|below) the (?:mean|median) since {DAY}", evidence):
        high = one[2] == "above"
        count, since = run_on_side(reading, 1 if high else -1)
        expect((int(one[1]), day_of(one[3])), (count, since), "run on one side")
        check(count >= 7, "a run of fewer than seven")
    elif one := re.fullmatch(rf"(\d+) points in a row (rising|falling) since {DAY}", evidence):
        high = one[2] == "rising"
        count, since = run_one_way(reading, 1 if high else -1)
        expect((int(one[1]), day_of(one[3])), (count, since), "run one way")
        check(count >= 7, "a trend of fewer than seven")
    elif one := re.fullmatch(rf"2 in 3 points far (above|below) the mean \(beyond {NUMBER}{UNIT}\) since {DAY}", evidence):
        high = one[1] == "above"
        window = [each for each in range(at - 2, at + 3) if 0 <= each < len(reading.values) and reading.dates[each] >= day_of(one[3])]
        check(sum(1 for each in window if reading.values[each] is not None and (reading.values[each] - centre) * (1 if high else -1) > 0) >= 2,
              "two in three are not on that side")
        line = centre + (2 / 3) * ((upper if high else lower) - centre)
        if reading.measure.chart == "xmr":
            check(reads_as(one[2], line), f"two thirds of the way {one[2]}, not {line}")
    else:
        raise AssertionError(f"evidence that nobody knows: {evidence}")
    check_direction(reading, verb, high)


def expected(reading, found):
    value, day, low, high = found.groups()
    check_latest(reading, value, day)
    check_usual(reading)
    _, lower, upper = reading.lines(reading.latest())
    check(reads_as(low, max(0, lower)) and reads_as(high, min(upper, reading.most())), f"expected {low} to {high}, not {lower} to {upper}")
    check(number_of(low) < number_of(high), "a range without a width")


def level(reading, found):
    value, day, at = found.groups()
    check_latest(reading, value, day)
    check_usual(reading)
    _, lower, upper = reading.lines(reading.latest())
    check(reads_as(at, max(0, lower)) and reads_as(at, min(upper, reading.most())), f"expected at {at}, not {lower} to {upper}")


def check_usual(reading):
    """No rule of nhs that the latest point could belong to holds."""
    at = reading.latest()
    centre, lower, upper = reading.lines(at)
    check(max(run_one_way(reading, 1)[0], run_one_way(reading, -1)[0]) < 7 or reading.measure.chart == "mr", "usual, and seven one way")
    if centre is None:
        return
    slack = 1e-9 * max(1, abs(centre))
    if upper is not None:
        check(lower - slack <= reading.values[at] <= upper + slack, "usual, and beyond a limit")
    if reading.measure.chart == "mr":
        return
    check(max(run_on_side(reading, 1)[0], run_on_side(reading, -1)[0]) < 7, "usual, and seven on one side")


def centre(reading, found):
    value, day, middle = found.groups()
    check_latest(reading, value, day)
    check_usual(reading)
    check(reads_as(middle, reading.lines(reading.latest())[0]), f"centre {middle}, not {reading.lines(reading.latest())[0]}")


def trend(reading, found):
    way, value, day, since = found.groups()
    check_latest(reading, value, day)
    check(len(reading.present) >= 20, "a trend of fewer than twenty")
    steps = [reading.values[b] - reading.values[a] for a, b in zip(reading.present, reading.present[1:])]
    same = sum(1 for step in steps if (step > 0) == (way == "growing") and step != 0)
    check(10 * same >= 9 * len(steps), "fewer than nine steps in ten go that way")
    expect(day_of(since), reading.dates[0], "beginning of the trend")


def too_few(reading, found):
    count, value, day = found.groups()
    expect(int(count), len(reading.present), "points to judge by")
    check(len(reading.present) < SHORT_BELOW, "enough points, and not judged")
    check_latest(reading, value, day)


def look_first(reading, found):
    value, day, times = found.groups()
    figures = [reading.values[at] for at in reading.present]
    others = sorted(figures)[:-1]
    check(reads_as(value, max(figures)), "not the largest")
    check(max(figures) >= 20 * statistics.median(others) and max(figures) >= 5 * others[-1], "not so far from the others")
    check(reads_as(times, max(figures) / statistics.median(others)), f"{times} times, not {max(figures) / statistics.median(others)}")
    expect(day_of(day), reading.dates[figures.index(max(figures)) if None not in reading.values else reading.values.index(max(figures))], "its date")


def nothing(reading, found):
    check(not reading.measure.rows, "no figures, and there are rows")


def no_values(reading, found):
    check(reading.measure.rows and not any(row[1] is not None for row in reading.measure.rows) or not reading.present, "values there are")
    if found.groups():
        expect(int(found[1]), len(reading.measure.rows), "rows")


def not_over(reading, found):
    check(not reading.present and any(row[1] is not None for row in reading.measure.rows), "a period is over")


def met(reading, found):
    expect((int(found[1]), int(found[2])), reading.met(reading.measure.target_on), "met its target")
    now = reading.measure.target_on(reading.dates[reading.latest()])
    expect(number_of(found[3]), now, "the target")
    late = {reading.measure.target_on(reading.dates[at]) for at in reading.present[-12:]}
    expect(len(late) > 1, "of their dates" in found[0], "targets that changed")
    if "anew" in found[0]:
        side = 1 if reading.values[reading.latest()] > reading.lines(reading.latest())[0] else -1
        check(run_on_side(reading, side)[0] >= 7, "no shift that lasts")


def will(reading, found):
    keeps, target = found.groups()
    wanted = reading.measure.target_on(reading.dates[reading.latest()])
    expect(number_of(target), wanted, "the target")
    check_usual(reading)
    _, lower, upper = reading.lines(reading.latest())
    slack = 1e-9 * max(1, abs(wanted))
    meets = reading.measure.better == "higher" and wanted <= lower + slack or reading.measure.better == "lower" and wanted >= upper - slack
    misses = reading.measure.better == "higher" and wanted >= upper - slack or reading.measure.better == "lower" and wanted <= lower + slack
    check(meets if keeps == "meeting" else misses, f"keeps {keeps} {wanted} between {lower} and {upper}")


def may(reading, found):
    target, chance = found.groups()
    wanted = reading.measure.target_on(reading.dates[reading.latest()])
    expect(number_of(target), wanted, "the target")
    middle, lower, upper = reading.lines(reading.latest())
    check(lower < wanted < upper, "open, and the target is beyond a limit")
    if reading.measure.chart == "xmr":
        share = statistics.NormalDist(middle, (upper - middle) / 2.66 * 2.66 / 3).cdf(wanted)
        share = 100 * (1 - share if reading.measure.better == "higher" else share)
        words = {"fewer than 1": share < 0.5, "more than 99": share > 99.5}
        check(words[chance] if chance in words else reads_as(chance.removeprefix("about "), share), f"{chance} in 100, not {share}")


def local(reading, found):
    expect(number_of(found[1]), reading.measure.local, "the second target")
    expect((int(found[2]), int(found[3])), reading.met(lambda date: reading.measure.local), "met the second target")


def late(reading, found):
    newest = max(row[0] for row in reading.measure.rows if row[1] is not None and row[0] <= reading.measure.as_of)
    expect(int(number_of(found[1])), (reading.measure.as_of - newest).days, "age")
    expect(day_of(found[2]), reading.measure.as_of, "today")
    check((reading.measure.as_of - newest).days > 21, "late, and not three weeks old")


TARGET = rf"the target of (?:their dates, now )?{NUMBER}{UNIT}"
PATTERNS = {
    "no-figures": (r"There are no figures yet\.", nothing),
    "no-values": (r"(?:None of the (\d+) points has a value|The only point has no value|No point can be plotted: no two neighbours have a value)\.", lambda reading, found: None),
    "nothing-over": (r"No period that has a figure is over, so nothing is judged\.", not_over),
    "look-first": (rf"Look at the figures first: {NUMBER} on {DAY} is {NUMBER} times the median of the others\. Nothing is judged "
                   r"until it is corrected, or left out with a reason\.", look_first),
    "too-few": (rf"Not enough data to judge: (\d+) points? where {SHORT_BELOW} are needed\. Latest: {LATEST}\.", too_few),
    "trend": (rf"Steadily (growing|falling): {LATEST}, a trend since {DAY} and not a stable process, so no limits are drawn\.", trend),
    "special": (rf"(Getting better|Getting worse|Higher than usual|Lower than usual): {LATEST}, (.*)\.", special),
    "level": (rf"No significant change: {LATEST}; next points are expected at {NUMBER}{UNIT}\.", level),
    "range": (rf"No significant change: {LATEST}; next points are expected between {NUMBER} and {NUMBER}{UNIT}\.", expected),
    "centre": (rf"No significant change: {LATEST}; (?:mean|median) {NUMBER}{UNIT}\.", centre),
    "plain": (rf"No significant change: {LATEST}\.", lambda reading, found: check_latest(reading, found[1], found[2])),
    "aim-after-shift": (rf"(\d+) of the latest (\d+) points? met {TARGET}; whether it will is not judged until limits are worked out anew\.", met),
    "aim-counted": (rf"(\d+) of the latest (\d+) points? met {TARGET}\.", met),
    "aim-kept": (rf"If nothing changes it will keep (meeting) {TARGET}\.", will),
    "aim-missed": (rf"If nothing changes it will keep (missing) {TARGET}\.", will),
    "aim-open": (rf"It may meet or miss {TARGET}: (about \d+|fewer than 1|more than 99) in 100 points would meet it\.", may),
    "second-target": (rf"The local target, {NUMBER}{UNIT}, was met by (\d+) of the latest (\d+) points?\.", local),
    "late": (rf"The latest figure is ([\d,]+) days old on {DAY}\.", late),
}


def check_measure(measure, said):
    reading = Reading(measure)
    names = [one["pattern"] for one in said["sentences"]]
    for one in said["sentences"]:
        if one["pattern"] not in PATTERNS:
            raise AssertionError(f"a pattern that is not known here: {one['pattern']}")
        form, method = PATTERNS[one["pattern"]]
        found = re.fullmatch(form, one["words"])
        check(found, f"does not read as its pattern: {one['words']}")
        method(reading, found)
    # What is not said is a claim too.
    aims = measure.better != "neither" and measure.chart != "mr" and said["variation"] is not None
    has_target = aims and reading.latest() is not None and measure.target_on(reading.dates[reading.latest()]) is not None
    expect(any(name.startswith("aim-") for name in names), has_target, "speaks of a target")
    expect("second-target" in names, aims and measure.local is not None, "speaks of the second target")
    expect(" ".join(one["words"] for one in said["sentences"]), said["verdict"], "verdict")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--series", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    program = pathlib.Path(options.bin).resolve() / "measure"
    wrong, patterns = 0, {}
    measures = [Measure(chance, number) for number in range(options.series)]
    days = sorted({measure.as_of for measure in measures if measure.as_of})
    for measure in measures:
        measure.as_of = measure.as_of or days[0]
    for day in days:
        batch = [measure for measure in measures if measure.as_of == day]
        with tempfile.TemporaryDirectory() as folder:
            home = pathlib.Path(folder)
            (home / "data").mkdir()
            (home / "thrive.yaml").write_text("thrive: 1\nproject: {name: Test}\nmeasures:\n" + "".join(each.yaml() for each in batch))
            for each in batch:
                (home / "data" / f"{each.id}.csv").write_text(each.csv())
            run = subprocess.run([program, "analyse", "-f", "json", "--as-of", str(day), "."], cwd=home, capture_output=True, text=True)
            if run.returncode:
                sys.exit(run.stderr)
        for measure, said in zip(batch, json.loads(run.stdout)["measures"]):
            for one in said["sentences"]:
                patterns[one["pattern"]] = patterns.get(one["pattern"], 0) + 1
            try:
                check_measure(measure, said)
            except AssertionError as problem:
                wrong += 1
                if wrong <= 20:
                    print(f"{measure.id} ({measure.chart}, {measure.better}) of seed {options.seed}: {problem}\n  {said['verdict']}")
    for name in PATTERNS:
        if name not in patterns:
            wrong += 1
            print(f"no series earned '{name}': the test would not see it go wrong")
    print(f"{len(measures)} series, {sum(patterns.values())} sentences, {wrong} wrong")
    sys.exit(1 if wrong else 0)


main()
