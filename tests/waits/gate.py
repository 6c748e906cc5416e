#!/usr/bin/python3 -B
# SPDX-License-Identifier: MIT
"""Random definitions on messy extracts: every row's way through the gate, spells, stops, splits, cohorts, the second wait,
weeks, the queue, two snapshots and the weekly figures of `measure compute`, each number worked out a second time.

    tests/waits/gate.py --bin build [--extracts 60] [--seed 2]"""

import calendar
import csv
import datetime
import json
import random
import statistics

import rows as made
from cases import weekly_rows
from program import STATISTICS, arguments, differences, finish, run, site, waits
from second_method import Curves, log_rank, spread, wilson

AS_OF = datetime.date(2025, 6, 27)
WEEK = datetime.timedelta(7)
DAYS = [0, 7, 14, 28, 42, 56, 84, 126, 182, 364]
BANDS = [0, 7, 14, 28, 84, 126, 182, 364, 546, 728]


def defined(chance):
    columns = dict(zip(["id", "person", *made.ROLES, "close_reason", "age"], made.TITLES))
    start, stop = chance.choice([("received", stop) for stop in made.STOPS] +
                                [("decision", "first-contact"), ("first-contact", "second-contact")])
    roles = {"received", "closed", start.replace("-", "_"), stop.replace("-", "_")}
    roles |= {"full": {"first_contact", "indirect", "baseline_outcome", "care_plan"},
              "first-contact-or-indirect": {"first_contact", "indirect"}}.get(stop, set())
    for name in list(columns):
        if name in made.ROLES and name not in roles and chance.random() < 0.3:
            del columns[name]
        elif name in ("close_reason", "age") and chance.random() < 0.3:
            del columns[name]
    told = {"columns": columns, "start": start, "stop": stop, "split_by": ["team", "source"],
            "values": {"team": {"North": "north"}},
            "within": {"days": chance.choice([7, 28, 84]), "inclusive": chance.random() < 0.5}}
    if chance.random() < 0.5:
        told["spell_days"] = chance.choice([0, 5, 14])
    if chance.random() < 0.3:
        told["scope"] = {"team": ["north", "North", "south"]}
    if chance.random() < 0.4:
        told["covers_from"] = "2025-01-06"
    if chance.random() < 0.5:
        told["queue_weeks"] = chance.choice([4, 6, 30])
    if chance.random() < 0.5:
        told["provisional_weeks"] = chance.choice([0, 1, 4])
    return told


def over(above, below):
    return None if below == 0 else above / below


def shared(people, last_day):
    """What is told of waits, whichever they are."""
    four = [(p["start"], p["wait"], p["outcome"], p["group"]) for p in people]
    return {one: spread([w for _, w, o, _ in four if o == one]) for one in ("completed", "waiting")}, Curves(four), four


def splits(people, definition, last_day):
    for title in definition["split_by"]:
        known = [dict(p, group=p["split"][title]) for p in people]
        values = sorted({p["group"] for p in known if p["group"] is not None}, key=str.encode)
        if any(p["group"] is None for p in known):
            values.append(None)
        seen = [p["group"] is None for p in known if p["outcome"] == "completed"]
        others = [p["group"] is None for p in known if p["outcome"] != "completed"]
        shares = [100 * sum(part) / len(part) if part else None for part in (seen, others)]
        late = len(seen) >= 5 and bool(others) and shares[1] - shares[0] > 20
        groups = []
        for value in values:
            mine = [p for p in known if p["group"] == value]
            ends, curves, four = shared(mine, last_day)
            groups.append({"value": value, "n": len(mine), "completed": ends["completed"]["n"],
                           "waiting": ends["waiting"]["n"], "left": sum(p["outcome"] == "left" for p in mine),
                           "completed_median": ends["completed"]["median"]})
            if not late:
                groups[-1].update(kaplan_meier_median=curves.first_day(0.5),
                                  seen={"day": last_day, **curves.told(last_day)["seen"]})
        tested = [(p["start"], p["wait"], p["outcome"], p["group"]) for p in known if p["group"] is not None]
        yield {"by": title, "unknown_completed_percent": shares[0], "unknown_others_percent": shares[1],
               "recorded_late": late, "groups": groups, "log_rank": None if late else log_rank(tested)}


def cohorts(people, last_day):
    if not people:
        return
    month = min(p["start"] for p in people).replace(day=1)
    while month <= AS_OF:
        end = month.replace(day=calendar.monthrange(month.year, month.month)[1])
        mine = [p for p in people if month <= p["start"] <= end]
        seen, left = (sum(p["outcome"] == o and p["wait"] <= last_day for p in mine) for o in ("completed", "left"))
        matured = end + datetime.timedelta(last_day) <= AS_OF
        share = wilson(seen, len(mine))
        yield {"from": str(month), "to": str(end), "n": len(mine), "seen": seen, "left": left,
               "waiting": len(mine) - seen - left, "matured": matured, "percent_seen": share["percent"] if matured else None,
               "lower": share["lower"] if matured else None, "upper": share["upper"] if matured else None}
        month = end + datetime.timedelta(1)


def weeks(people, definition, as_of, last_day):
    if not people:
        return []
    first = min(p["start"] for p in people)
    monday, told = first - datetime.timedelta(first.weekday()), []
    covered = definition.get("covers_from")
    while monday <= as_of:
        sunday = monday + datetime.timedelta(6)
        last = min(sunday, as_of)
        stops = [p["wait"] for p in people if p["outcome"] == "completed" and monday <= p["end"] <= last]
        told.append({"week": monday, "complete": sunday <= as_of and (bool(told) or bool(covered) and covered <= str(monday)),
                     "received": sum(monday <= p["start"] <= last for p in people), "stopped": len(stops),
                     "within": sum(w <= last_day for w in stops), "median_wait": statistics.median(stops) if stops else None,
                     "left": sum(p["outcome"] == "left" and monday <= p["end"] <= last for p in people),
                     "waiting_at_end": sum(p["start"] <= last and (p["outcome"] == "waiting" or p["end"] > last) for p in people)})
        monday += WEEK
    complete = [week for week in told if week["complete"]]
    provisional = definition.get("provisional_weeks", 2)
    enough = complete[-provisional:] if provisional and len(complete) >= provisional else []
    for week in told:
        later = not complete or week["week"] > complete[-1]["week"]
        week["provisional"] = later or len(complete) < provisional or bool(enough) and week["week"] >= enough[0]["week"]
    return told


def queue(people, told, definition):
    window = [w for w in told if w["complete"] and not w["provisional"]][-definition.get("queue_weeks", 13):]
    if len(window) < 4:
        return None
    count, target = len(window), definition["within"]["days"] / 7
    demand, removals = [w["received"] for w in window], [w["stopped"] + w["left"] for w in window]
    first, last = window[0]["week"], window[-1]["week"] + datetime.timedelta(6)

    def dispersion(counts):
        return statistics.variance(counts) / statistics.mean(counts) if sum(counts) else None

    def waits_on(day):
        return [(day - p["start"]).days for p in people
                if p["start"] <= day and (p["outcome"] == "waiting" or p["end"] > day)]

    waiting = waits_on(last)
    mean_demand, wanted = sum(demand) / count, sum(demand) / count * target / 4
    ratio, spreads = over(len(waiting), wanted), [dispersion(demand), dispersion(removals)]
    mean_wait = statistics.fmean(waiting) / 7 if waiting else None
    days = [first + datetime.timedelta(at) for at in range((last - first).days + 1)]
    arrivals = sum(first <= p["start"] <= last for p in people) / len(days)
    ended = [p["wait"] for p in people if p["outcome"] != "waiting" and first <= p["end"] <= last]
    mean_list, wait_days = statistics.fmean(len(waits_on(day)) for day in days), statistics.fmean(ended) if ended else None
    expected = None if wait_days is None else arrivals * wait_days
    return {
        "weeks": count, "from": str(first), "to": str(last), "demand_per_week": mean_demand,
        "stops_per_week": sum(w["stopped"] for w in window) / count, "removals_per_week": sum(removals) / count,
        "load": over(sum(demand), sum(removals)), "dispersion_demand": spreads[0], "dispersion_removals": spreads[1],
        "waiting": len(waiting), "target_wait_weeks": target, "target_mean_wait_weeks": target / 4, "target_queue": wanted,
        "queue_ratio": ratio,
        "relief_per_week": mean_demand + (len(waiting) - wanted) / 26 if ratio is not None and ratio > 2 else None,
        "target_capacity_per_week": None if None in spreads else mean_demand + sum(spreads) / 2 * 4 / target,
        "mean_wait_of_waiting_weeks": mean_wait, "pressure": None if mean_wait is None else 2 * mean_wait / target,
        "little": {"mean_list": mean_list, "arrivals_per_day": arrivals, "mean_wait_days": wait_days,
                   "expected_list": expected, "ratio": None if not expected else mean_list / expected}}


def second_wait(people, definition, last_day):
    if "second_contact" not in definition["columns"] or definition["stop"] == "second-contact":
        return None
    again = []
    for p in people:
        first, second, closed = (p.get(role) for role in ("first_contact", "second_contact", "closed"))
        if not first or closed and closed < first:
            continue
        outcome = "completed" if second and not (closed and closed < second) else "left" if closed else "waiting"
        end = {"completed": second, "left": closed, "waiting": AS_OF}[outcome]
        again.append({"start": first, "end": end, "wait": (end - first).days, "outcome": outcome, "group": ""})
    ends, curves, _ = shared(again, last_day)
    if not again:
        return None
    return {"n": len(again), **ends, "left": {"n": sum(p["outcome"] == "left" for p in again)},
            "kaplan_meier": {"median": curves.first_day(0.5)}}


def wanted(gate, definition):
    people = [dict(p, group="") for p in gate.people]
    last_day = definition["within"]["days"] - (not definition["within"]["inclusive"])
    ends, curves, four = shared(people, last_day)
    left = [p for p in people if p["outcome"] == "left"]
    early = [p for p in people if p["start"] + datetime.timedelta(last_day) <= AS_OF]
    told = weeks(people, definition, AS_OF, last_day)
    waiting = [p["wait"] for p in people if p["outcome"] == "waiting"]
    ends["waiting"]["bands"] = [
        {"from": low, "n": sum(low <= w and (at + 1 == len(BANDS) or w < BANDS[at + 1]) for w in waiting)}
        for at, low in enumerate(BANDS)]
    finished = [p["wait"] for p in people if p["outcome"] == "completed"]
    return {
        "quality": {**gate.n, "unknown": {title: sum(p["split"][title] is None for p in people)
                                          for title in definition["split_by"]}},
        "counts": {"completed": len(finished), "waiting": len(waiting), "left": len(left)}, **ends,
        "left": {"n": len(left), "median": statistics.median(p["wait"] for p in left) if left else None},
        "within": {"last_day": last_day, "completed": wilson(sum(w <= last_day for w in finished), len(finished)),
                   "cohort": wilson(sum(p["outcome"] == "completed" and p["wait"] <= last_day for p in early), len(early)),
                   "waiting_longer": sum(w > last_day for w in waiting)},
        "kaplan_meier": {"n": len(people), "events": len(finished), "median": curves.first_day(0.5)},
        "at": [curves.told(day) for day in sorted({*DAYS, last_day})], "curve": [curves.told(day) for day in curves.days],
        "second_wait": second_wait(people, definition, last_day), "splits": list(splits(people, definition, last_day)),
        "cohorts": list(cohorts(people, last_day)), "weeks": [dict(w, week=str(w["week"])) for w in told],
        "queue": queue(people, told, definition)}


def reasons_differ(people, got):
    has = {}
    for p in people:
        if p["outcome"] == "left":
            has[p["reason"]] = has.get(p["reason"], 0) + 1
    said = {entry["reason"]: entry["n"] for entry in got["left"]["reasons"]}
    return [] if not has or said == has else [("left/reasons", has, said)]


def compared(then, now, earlier, definition, last_day):
    both = then.by_id.keys() & now.by_id.keys()
    days = {}
    for role in now.roles:
        pairs = [(then.by_id[i].get(role), now.by_id[i].get(role)) for i in both]
        days[role] = {"typed_since": sum(a is None and b is not None and b <= earlier for a, b in pairs),
                      "removed": sum(a is not None and b is None for a, b in pairs),
                      "altered": sum(None not in (a, b) and a != b for a, b in pairs)}
    before = weeks(then.people, definition, earlier, last_day)
    after = {w["week"]: w for w in weeks(now.people, definition, AS_OF, last_day)}
    table, suggested = [], None
    for w in before:
        new = after.get(w["week"], {"received": 0, "stopped": 0})
        table.append({"week": str(w["week"]), "received_then": w["received"], "received_now": new["received"],
                      "stopped_then": w["stopped"], "stopped_now": new["stopped"]})
    complete = [(w, row) for w, row in zip(before, table) if w["complete"]]
    for back, (_, row) in enumerate(reversed(complete), 1):
        if abs(row["stopped_now"] - row["stopped_then"]) > 0.05 * row["stopped_then"]:
            suggested = back
    return {"in_both": len(both), "added": len(now.by_id) - len(both), "gone": len(then.by_id) - len(both), "dates": days,
            "weeks": table, "suggested_provisional_weeks": suggested or 0}


def computed(told):
    """What stands in the data files: nothing about fewer than five."""
    files = {name: [] for name in STATISTICS}
    for w in told:
        if not w["complete"]:
            continue
        few = w["stopped"] < 5
        files["median-wait"].append([str(w["week"]), None if few else w["median_wait"]])
        files["share-within"].append([str(w["week"]), *((None, None) if few else (w["within"], w["stopped"]))])
        for name, key in (("received", "received"), ("stopped", "stopped"), ("left", "left"), ("waiting", "waiting_at_end")):
            files[name].append([str(w["week"]), None if w[key] < 5 else w[key]])
    return files


def write(chance, rows, file):
    delimiter, ending = chance.choice(",;\t"), chance.choice(["\n", "\r\n"])
    with open(file, "w", encoding=chance.choice(["utf-8", "utf-8-sig", "utf-16"]), newline="") as out:
        csv.writer(out, delimiter=delimiter, lineterminator=ending).writerows([made.TITLES, *rows])


def look_at(programs, chance):
    definition = defined(chance)
    rows = made.made_up(chance, AS_OF, chance.choice([0, 0.05, 0.2]))
    earlier = AS_OF - datetime.timedelta(chance.choice([7, 30]))
    old = [list(row) for row in rows if chance.random() < 0.9]
    for row in old:
        if chance.random() < 0.3:
            row[chance.randrange(3, 10)] = ""
    gate, before = made.Gate(rows, definition, AS_OF), made.Gate(old, definition, earlier)
    last_day = definition["within"]["days"] - (not definition["within"]["inclusive"])
    with site(definition, STATISTICS) as folder:
        write(chance, rows, folder / "extract.csv")
        write(chance, old, folder / "old.csv")
        ran = run(programs, folder, "waits", "--from", "extract.csv", "--as-of", AS_OF, "--suppress", "none", "-f", "json")
        if b"extract-dates" in ran.stderr:
            return []
        got = waits(programs, folder, "extract.csv", AS_OF, "--suppress", "none")
        found = differences(wanted(gate, definition), got) + reasons_differ(gate.people, got)
        two = run(programs, folder, "waits", "--from", "extract.csv", "--as-of", AS_OF, "--suppress", "none", "-f", "json",
                  "--earlier", "old.csv", "--earlier-as-of", earlier)
        if b"extract-dates" not in two.stderr:
            found += differences(compared(before, gate, earlier, definition, last_day), json.loads(two.stdout)["comparison"],
                                 "comparison")
        ran = run(programs, folder, "compute", "--from", "extract.csv", "--as-of", AS_OF, "--max-faults", "100")
        for name, lines in computed(weeks(gate.people, definition, AS_OF, last_day)).items():
            file = folder / "project" / "data" / f"{name}.csv"
            said = weekly_rows(file) if file.exists() else []
            found += differences(lines, said, f"compute/{name}")
    return found


def main():
    given = arguments(extracts=60, seed=2)
    problems = []
    for number in range(given.extracts):
        chance = random.Random(given.seed * 1000 + number)
        problems += [(f"extract {given.seed * 1000 + number}", *map(str, d)) for d in look_at(given.bin, chance)]
    finish("gate and figures by a second method", problems, given.extracts)


if __name__ == "__main__":
    main()
